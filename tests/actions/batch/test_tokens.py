"""The words by which a person is known, and whose they are."""

import pytest
from mailing import several

from samarbejde_cli.actions.batch.token_table import TokenTable, fingerprints
from samarbejde_cli.actions.batch.tokens import Index, lengths_of, tokens_of
from samarbejde_cli.case.case import load_case
from samarbejde_cli.danish.text import words_of


def test_tokens_are_names_numbers_addresses_and_mail_in_every_spelling(tmp_path):
    workspace = several(tmp_path, 1, own=False)
    tokens = tokens_of(load_case(workspace.folders()[0]))
    assert tokens["silje ravn"] == "navn"
    assert tokens["7208104322"] == tokens["720810 4322"] == "CPR-nummer"
    assert tokens["kildevej 8"] == "adresse"
    assert tokens["20000001"] == tokens["20 00 00 01"] == tokens["2000 0001"] == "telefonnummer"
    assert tokens["silje post example"] == "mailadresse"
    assert "birgit" not in tokens


TOKENS = {
    "1": ["silje ravn", "fælles navn", "7208104002"],
    "2": ["fælles navn", "silje ravn holm"],
}


def an_index():
    index = Index()
    for case, tokens in TOKENS.items():
        index.add(case, tokens)
    return index


def a_table():
    table = TokenTable()
    for case, tokens in TOKENS.items():
        table.add(case, fingerprints(tokens), lengths_of(tokens))
    table.sort()
    return table


@pytest.mark.parametrize("new", [an_index, a_table])
def test_an_index_knows_whose_a_token_is(new):
    index = new()
    assert index.found_in(words_of("Kære SILJE Ravn Holm,")) == {"silje ravn", "silje ravn holm"}
    assert index.found_in(words_of("Silje og Ravn")) == set()
    assert index.found_in(words_of("7208104002 72081040")) == {"7208104002"}
    pieces = [index.searched(words_of(each)) for each in ("Kære Silje", "Ravn", "Holm, 7208104002")]
    assert index.found_over(pieces) == {"silje ravn", "silje ravn holm", "7208104002"}
    assert index.is_of("fælles navn", "1")
    assert index.is_of("fælles navn", "2")
    assert not index.is_of("silje ravn", "2")
    assert index.owner("fælles navn") == "1"

"""What the consent keeps back is found in the case's own sentences."""

import pytest
from example_case import build
from hypothesis import given
from hypothesis import strategies as st

from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.withheld import addresses, mentions, stem, stem_groups, withheld_sentences


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        ("Min mors sygdom", "Mors sygdom fylder meget."),
        ("Min mors sygdom", "Det handler om morens og sygdommen hos mor."),
        ("Mit misbrug", "Han har haft et MISBRUG i to år."),
        ("Mit misbrug", "Misbruget er stoppet."),
        ("Mit misbrug", "Han går hos en misbrugskonsulent."),
        ("Mit misbrug", "Et alkoholmisbrug er under behandling."),
        ("Diagnoserne", "Hun fik en diagnose."),
        ("Mine samtaler med sundhedsplejersken", "En samtale hos sundhedsplejerske Lone."),
        ("Alt om min far", "Hans fars nye adresse."),
        ("Det, jeg sagde til psykologen om skilsmissen", "Psykologen ved det med skilsmissen."),
        ("Min adresse, og hvor min søn bliver passet", "Jeg oplyser ikke min adresse."),
        ("Min adresse, og hvor min søn bliver passet", "Sønnen passes ude i byen."),
    ],
)  # fmt: skip
def test_a_sentence_that_tells_it_is_found(named, sentence):
    assert any(mentions(sentence, stems) for stems in stem_groups(named))


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        ("Min mors sygdom", "Mor kommer til mødet."),
        ("Min mors sygdom", "I morgen er der sygdom på skolen."),
        ("Alt om min far", "Det er farligt at køre uden hjelm."),
        ("Mine samtaler med sundhedsplejersken", "Vi holder en samtale i maj."),
        ("Mit misbrug", "Han misser bussen."),
        ("Sagen hos politiet", "Sagen blev åbnet i marts."),
        ("Alt", "Alt er godt."),
        ("", "Hvad som helst"),
    ],
)
def test_a_sentence_that_only_shares_words_is_left_alone(named, sentence):
    assert not any(mentions(sentence, stems) for stems in stem_groups(named))


@pytest.mark.parametrize(
    "forms",
    [
        ("sygdom", "sygdommen", "sygdomme", "sygdommens"),
        ("diagnose", "diagnosen", "diagnoser", "diagnosernes"),
        ("søn", "sønnen"),
        ("barn", "barnet", "barns"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms):
    assert len({stem(form) for form in forms}) == 1


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_named_and_searched(named, sentence):
    for stems in stem_groups(named):
        assert mentions(named, stems)
        assert mentions(sentence, stems) in (True, False)


def test_a_hit_points_to_the_sentence_and_to_the_consent(tmp_path):
    case = load_case(build(tmp_path, """\
# plan.yaml
formål_med_støtten: |
  Ro om aftenen.
  Sundhedsplejersken har haft en samtale med Silje.
# runder/1.yaml
formøde:
  noter: Samtalen med sundhedsplejersken gik godt
"""))  # fmt: skip
    hits = withheld_sentences(case)
    assert [(hit.location.file.name, hit.location.route) for hit in hits] == [
        ("plan.yaml", ("formål_med_støtten",)),
        ("1.yaml", ("formøde", "noter")),
    ]
    assert {hit.source.route for hit in hits} == {("må_ikke_udveksles", 0)}
    assert hits[0].sentence == "Sundhedsplejersken har haft en samtale med Silje."


def test_words_of_the_form_are_nobody_s_text(tmp_path):
    case = load_case(build(tmp_path, "# samtykke.yaml\nmå_ikke_udveksles: [Min økonomi]\n"))
    assert withheld_sentences(case) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hun bor på kildevej 8.", 1),
        ("Hun bor på Kildevej  8, 1.tv", 1),
        ("Hun bor på Kildevej 81.", 0),
        ("Hun bor på Kildevej.", 0),
    ],
)
def test_a_protected_road_is_found_however_it_is_spaced(tmp_path, text, found):
    example = "# sag.yaml\nung: {adressebeskyttelse: ja}\n# plan.yaml\nsagsresumé: " + text
    hits = addresses(load_case(build(tmp_path, example + "\n")))
    assert len(hits) == found


@pytest.mark.parametrize(
    ("address", "text", "found"),
    [
        ("Skovlyst", "Hun bor på skovlyst nu", 1),
        ("Skovlyst, 2. sal", "Mødet er på 2. sal", 0),
        ("Hulemosevej", "Hun bor på Hulemosevej 5", 1),
        ("Gården, Hulemosevej 5", "Hun bor på Hulemosevej nr. 5", 1),
        ("c/o Bodil Trane, Hulemosevej 5 b", "Hun bor på Hulemosevej 5B", 1),
        ("Skovlyst, lejlighed 12", "En anden bor i lejlighed 12", 0),
        ("Skovlyst, 4999 Birkeby", "Hun går i skole i 4999 Birkeby", 0),
    ],
)
def test_a_protected_place_without_a_number_is_found(tmp_path, address, text, found):
    youth = f"ung: {{adressebeskyttelse: ja, adresse: '{address}'}}"
    example = f"# sag.yaml\n{youth}\n# plan.yaml\nsagsresumé: {text}\n"
    assert len(addresses(load_case(build(tmp_path, example)))) == found

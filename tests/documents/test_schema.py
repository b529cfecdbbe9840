"""The fields that templates may use, held against the contexts of real cases."""

from datetime import date, time
from functools import cache
from pathlib import Path
from shutil import copytree

import pytest
from paper_case import (
    CALLED_OFF,
    CLOSED,
    DAY,
    MANY,
    MOVED,
    OF_AGE,
    REJECTED,
    SECOND_ROUND,
    loaded,
    together,
)

from samarbejde_cli import word
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.people import Member
from samarbejde_cli.case.round import Meeting, Round
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.documents.schema import (
    Known,
    Presence,
    expanded,
    joined,
    of_model,
    paths_of,
    presences,
)
from samarbejde_cli.profile.load import load_profile
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.shipped import shipped

FULL = """\
# sag.yaml
ung:
  sprog: tigrinya
# plan.yaml
børnefaglig_undersøgelse:
  udarbejdet: nej
  begrundelse: Den er bestilt og kommer i april
mål:
  - område: økonomi
    mål: Jeg skal have styr på mine penge
    delmål: [Jeg skriver ned, hvad jeg bruger]
    handlinger: [Vi laver et budget]
    ansvarlige: [jeg]
# team.yaml
indsatser:
  - {støtte: Lektiehjælp, ansvarlig: Birgit Kær}
"""
"""What neither the examples nor the complete case fill in."""

WITHDRAWN = """\
# samtykke.yaml
tilbagekaldt: {dato: 2026-02-10, af: Silje Ravn}
"""

SILENT = """\
# runder/1.yaml
møde:
  dato: 2026-02-17
  deltagere: [{person: Maja Toft, indkaldt: 2026-01-20}]
"""
"""Somebody has not answered on the last day to do so."""

HANDED_OVER = """\
# historik.yaml
- {tid: 2026-01-20T09:00, hvem: Dorte Lundgaard, fra: visitation, til: formøde, runde: 1}
- {tid: 2026-02-10T10:30, hvem: Dorte Lundgaard, hændelse: overdraget, fra: formøde, til: formøde,
   runde: 1, koordinator: Anne Holm, tidligere_koordinator: Rikke Dam, afdeling: Børn og Familier}
"""
PARTLY_WITHDRAWN = """\
# samtykke.yaml
modtagere: [{person: Maja Toft}, {person: Karin Friis, trukket_tilbage: 2026-02-10}]
"""

kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def contexts_of(kind, case, profile, day):
    return [kind.context(case, profile, who, day) for who in kind.recipients(case, profile, day)]


def all_at_rest(folder):
    """The examples with every case at rest, so that their meetings are called off."""
    copytree(shipped("examples"), folder, dirs_exist_ok=True)
    for record in folder.glob("sager/*/sag.yaml"):
        with record.open("a", encoding="utf-8") as file:
            file.write("\npause: {fra: 2026-02-12, til: 2026-12-01, årsag: Ophold}\n")
    return Workspace(folder)


def all_handed_over(folder):
    """The examples with every case handed over to the coordinator that it has."""
    workspace = Workspace(copytree(shipped("examples"), folder, dirs_exist_ok=True))
    for case in workspace.cases():
        if case.record.coordinator:
            step, name = case.step.value, case.record.coordinator.name
            with case.path("historik").open("a", encoding="utf-8") as file:
                file.write(
                    "\n- {tid: 2026-02-10T10:30, hvem: Rikke Dam, hændelse: overdraget, "
                    f"fra: {step}, til: {step}, runde: {case.record.round}, koordinator: {name}, "
                    "tidligere_koordinator: Rikke Dam}\n"
                )
    return Workspace(folder)


INTERVIEWED = """\
# sag.yaml
ung: {sprog: somali}
# runder/1.yaml
møde: {interviewer: Maja Toft, tolk: Tolkene i Birkeby, formål: At finde en praktikplads}
"""


NOTED = """\
# plan.yaml
overordnet_mål: Jeg vil have en uddannelse
køreplan: {ansvarlig: Anne Holm, næste_gang: 2026-04-14, fulgt_op: 2026-02-10}
mål:
  - {område: fagligt, mål: Jeg, progression: &no, status: [{dato: 2026-02-10, hvad: A, gjort: ja}]}
  - {område: bolig, mål: Jeg, progression: &no, status: [{dato: 2026-02-10}]}
  - {område: bolig, mål: Jeg, nået: ja, progression: &no, status: [{dato: 2026-02-10, nu: 3}]}
  - {område: bolig, mål: Jeg, ansvarlige: [jeg], status: [{dato: 2026-02-10, hvad: A}]}
# team.yaml
indsatser: [{støtte: Mentor, formål: At jeg kommer op}]
# runder/1.yaml
opfølgning: {ændringer: [{dato: 2026-03-12, hvad: Praktikken begynder først i maj}]}
""".replace("&no", "{start: 2, ønsket: 4}")


LATER = "# runder/2.yaml\nmøde: {dato: 2026-06-16}\n# sag.yaml\nrunde: 2\nung: {kaldes: Sille}\n"


NEWCOMER = """\
# samtykke.yaml
modtagere:
  - {person: Birgit Kær}
  - {person: Karin Friis, siden: 2026-02-11}
underskrifter:
  - {navn: Silje Ravn, som: ung, dato: 2026-02-10}
  - {navn: Mette Ravn, som: forældremyndighed, dato: 2026-02-11}
  - {navn: Henrik Ravn, som: forældremyndighed, dato: 2026-02-10}
"""
"""Somebody came along after most had signed."""


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """Every path with its values, by kind: of all examples and of the complete case."""
    cases = [
        loaded(tmp_path_factory.mktemp("sag"), text)[1:]
        for text in (
            "",
            SECOND_ROUND,
            OF_AGE,
            FULL,
            MANY,
            WITHDRAWN,
            SILENT,
            HANDED_OVER,
            PARTLY_WITHDRAWN,
            MOVED,
            CALLED_OFF,
            INTERVIEWED,
            NEWCOMER,
            NOTED,
        )
    ]
    ended = [together(each, end) for end in (CLOSED, REJECTED) for each in (INTERVIEWED, LATER)]
    cases += [loaded(tmp_path_factory.mktemp("sag"), text)[1:] for text in ended]
    examples = Workspace(shipped("examples"))
    cases += [(case, examples.profile) for case in examples.cases()]
    resting = all_at_rest(tmp_path_factory.mktemp("pause"))
    cases += [(case, resting.profile) for case in resting.cases()]
    handed_over = all_handed_over(tmp_path_factory.mktemp("overdraget"))
    cases += [(case, handed_over.profile) for case in handed_over.cases()]
    values = {}
    for name, kind in KINDS.items():
        for case, profile in cases:
            for context in contexts_of(kind, case, profile, DAY):
                for path, value in paths_of(context):
                    values.setdefault(name, {}).setdefault(path, []).append(value)
    return values


@cache
def schema(name):
    """The schema of a kind by path, with the agenda points of the examples."""
    profile = load_profile(Path(shipped("examples"))).profile
    return {known.path: known for known in expanded(KINDS[name].schema(), profile)}


@kinds
def test_every_field_of_a_context_is_in_the_schema(kind, found):
    known = schema(kind.name)
    # a list that may be empty is None then
    unknown = {path for path in found[kind.name] if not {path, f"{path}[]"} & set(known)}
    assert unknown == set()


@kinds
def test_every_field_of_the_schema_is_in_a_context_or_may_be_missing(kind, found):
    known = schema(kind.name)
    absent = set(known) - set(found[kind.name])
    assert {path for path in absent if known[path].presence is not Presence.SOMETIMES} == set()


@kinds
def test_what_is_always_there_is_never_none(kind, found):
    always = [path for path, known in schema(kind.name).items() if known.presence == "altid"]
    assert [path for path in always if None in found[kind.name].get(path, ())] == []


@kinds
def test_what_is_demanded_or_may_be_missing_has_a_value_somewhere(kind, found):
    uncertain = [path for path, known in schema(kind.name).items() if known.presence != "altid"]
    never = [path for path in uncertain if not any(found[kind.name].get(path, ()))]
    assert never == []


FITTING = {
    "tekst": str,
    "dato": date,
    "klokkeslæt": time,
    "tal": int,
    "ja/nej": bool,
    "afkrydsning": word.Checkbox,
    "billede": word.Picture,
    "gruppe": dict,
}


@kinds
def test_every_value_is_of_the_type_that_the_schema_names(kind, found):
    for path, known in schema(kind.name).items():
        values = [value for value in found[kind.name].get(path, ()) if value is not None]
        assert all(isinstance(value, FITTING[known.type]) for value in values), path


@kinds
def test_every_field_has_a_description_without_a_full_stop(kind):
    for known in kind.schema():
        assert known.description, known.path
        assert not known.description.endswith("."), known.path


def test_a_model_brings_types_descriptions_and_what_may_be_missing():
    found = of_model("team[]", Member, "Teamet", "navn", "telefon")
    assert found == (
        Known("team[]", "gruppe", "Teamet"),
        Known("team[].telefon", "tekst", "Telefonnummer, otte cifre", Presence.SOMETIMES),
        Known("team[].navn", "tekst", "Fulde navn; andre filer henviser til det"),
    )


def test_models_within_models_lists_and_tables_of_a_model_are_followed():
    paths = {known.path: known.type for known in of_model("runde", Round, "Runden")}
    assert paths["runde.møde"] == "gruppe"
    assert paths["runde.møde.deltagere[].person"] == "tekst"
    assert paths["runde.formøde.ønsker[]"] == "tekst"
    assert paths["runde.dialogskema[].rusmidler"] == "tal"
    settings = {known.path for known in of_model("kommune", Profile, "Indstillingerne")}
    assert {"kommune.regler.*", "kommune.regler.*.alvor"} <= settings


def test_a_contact_has_an_address_on_one_line_too():
    assert "ung.postadresse" in {known.path for known in of_model("ung", Member, "Den unge")}
    assert "møde.postadresse" not in {known.path for known in of_model("møde", Meeting, "Mødet")}


def test_what_a_kind_says_of_a_common_field_is_right_and_stands_with_its_group():
    common = (Known("ung.cpr", "tekst", "skjult"), Known("sag.nummer", "tekst", "nummer"))
    own = (Known("ung.cpr", "tekst", "helt"), Known("ung.hund", "tekst", "hund"))
    assert [(each.path, each.description) for each in joined(common, own)] == [
        ("ung.cpr", "helt"),
        ("ung.hund", "hund"),
        ("sag.nummer", "nummer"),
    ]


def test_a_list_that_may_be_missing_needs_a_guard_but_its_items_do_not():
    fields = (
        Known("ønsker[]", "tekst", "", Presence.SOMETIMES),
        Known("møde.dato", "dato", "", Presence.DEMANDED),
        Known("ung.skole", "tekst", "", Presence.SOMETIMES),
    )
    assert presences(fields) == {
        "ønsker": False, "ønsker[]": True, "møde.dato": True, "ung.skole": False,
    }  # fmt: skip


def test_a_field_with_keys_of_the_municipality_stands_for_each_of_them_once():
    fields = (Known("tider.*", "klokkeslæt", "", keys=lambda _: ["velkomst", "pause", "pause"]),)
    found = expanded(fields, Workspace(shipped("examples")).profile)
    assert [known.path for known in found] == ["tider.velkomst", "tider.pause"]

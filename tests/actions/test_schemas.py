"""An editor's schema accepts exactly what ``validate`` accepts, as people write it."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from core_yaml import core, value_of
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from spelling_table import ACCEPTED, REJECTED, SAME_NUMBER, TEMPLATES, values_of

from samarbejde_cli.actions.schemas import schemas
from samarbejde_cli.actions.validate import profile_diagnoses
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import FILES, OPTIONAL
from samarbejde_cli.case.round import Round
from samarbejde_cli.forms.read import load
from samarbejde_cli.profile.load import shipped_tree
from samarbejde_cli.shipped import shipped
from samarbejde_cli.source.read import from_text

EXAMPLES = Path(shipped("examples"))
EVERY_FILE = sorted(path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("*.yaml"))
KINDS = {**FILES, **OPTIONAL, "runde": Round}


@cache
def validator(stem: str) -> Draft202012Validator:
    return Draft202012Validator(schemas(Workspace(EXAMPLES).profile)[f"{stem}.json"])


def editor_accepts(stem: str, text: str) -> bool:
    return validator(stem).is_valid(core(text))


def validate_accepts(folder: Path, stem: str, text: str) -> bool:
    if stem == "samarbejde":
        (folder / "samarbejde.yaml").write_text(text, "utf-8", newline="\n")
        return profile_diagnoses(Workspace(folder)) == []
    return load(KINDS[stem], from_text(Path(f"{stem}.yaml"), text))[1] == []


@pytest.mark.parametrize("name", EVERY_FILE)
def test_an_editor_has_nothing_against_an_example(name):
    stem = "runde" if "/runder/" in name else Path(name).stem
    data = core((EXAMPLES / name).read_text("utf-8"))
    assert [error.message for error in validator(stem).iter_errors(data)] == []


@pytest.mark.parametrize("stem", [*KINDS, "samarbejde"])
def test_every_schema_is_one(stem):
    validator(stem).check_schema(validator(stem).schema)


def cases(table):
    return [
        pytest.param(field, value, id=f"{field}: {value}")
        for field, row in table.items()
        for value in values_of(row)
    ]


@pytest.mark.parametrize(("field", "value"), cases(ACCEPTED))
def test_what_people_write_is_right_here_and_in_an_editor(tmp_path, field, value):
    stem, template = TEMPLATES[field]
    text = template.format(value)
    assert validate_accepts(tmp_path, stem, text)
    errors = [error.message for error in validator(stem).iter_errors(core(text))]
    assert errors == []


@pytest.mark.parametrize(("field", "value"), cases(REJECTED))
def test_what_is_wrong_is_wrong_here_and_in_an_editor(tmp_path, field, value):
    stem, template = TEMPLATES[field]
    text = template.format(value)
    assert not validate_accepts(tmp_path, stem, text)
    assert not editor_accepts(stem, text)


@pytest.mark.parametrize(
    ("field", "value", "right"),
    [(field, *pair) for field, pairs in SAME_NUMBER.items() for pair in pairs.items()],
)
def test_an_editor_is_only_milder_where_it_sees_the_same_number(tmp_path, field, value, right):
    stem, template = TEMPLATES[field]
    assert value_of(value) == value_of(right)
    assert not validate_accepts(tmp_path, stem, template.format(value))
    assert validate_accepts(tmp_path, stem, template.format(right))
    assert editor_accepts(stem, template.format(right))


def numbers_and_words():
    digits = st.text("0123456789", min_size=1, max_size=10)
    return st.one_of(
        digits,
        st.builds("{}.{}".format, digits, digits),
        st.builds("{}-{}".format, st.text("0123456789", min_size=6, max_size=6), digits),
        st.dates().map(str),
        st.times().map("{:%H.%M}".format),
        st.datetimes().map("{:%Y-%m-%dT%H:%M}".format),
        st.sampled_from(
            ["ja", "Nej", "true", "møde", "HØJ", "17½", "a@b.dk", "-1", "1e5", "1F4E5F"]
        ),
        st.text("aeE1+-.:@ øÆ", min_size=1, max_size=8).map(str.strip).filter(bool),
    ).map(lambda text: text if PLAIN.fullmatch(text) else f"'{text}'")


PLAIN = re.compile(r"(?:\w|[-+.]\d)(?:[^:]|:(?=\S))*")
FIELDS = sorted(set(TEMPLATES) - {"deltagere", "møde", "lokaler", "regler", "papirer"})


@given(field=st.sampled_from(FIELDS), value=numbers_and_words())
def test_an_editor_and_validate_agree_on_whatever_is_written(tmp_path_factory, field, value):
    stem, template = TEMPLATES[field]
    folder = tmp_path_factory.getbasetemp() / "skema"
    folder.mkdir(exist_ok=True)
    text = template.format(value)
    if validate_accepts(folder, stem, text):
        assert editor_accepts(stem, text)
    elif editor_accepts(stem, text):
        assert isinstance(core(f"[{value}]")[0], int | float), "only a number can be read twice"


class TestProposals:
    """What an editor offers, and that nothing else is wrong because of it."""

    def offered(self, stem, *route):
        schema = validator(stem).schema
        names = schema["$defs"][route[0]]["properties"] if len(route) > 1 else schema["properties"]
        field = names[route[-1]]
        words = []

        def collect(part):
            if isinstance(part, dict):
                if "$ref" in part:
                    collect(schema["$defs"][part["$ref"].rpartition("/")[2]])
                words.extend(part.get("enum", []))
                for key in ("anyOf", "items"):
                    collect(part.get(key))
            elif isinstance(part, list):
                for each in part:
                    collect(each)

        collect(field)
        return words

    def test_words_of_the_models_and_names_of_the_workspace_are_offered(self):
        assert "den-unges-voksne" in self.offered("team", "Member", "rolle")
        assert "skolefravær" in self.offered("sag", "Statement", "udsagn")
        assert "Pejsestuen" in self.offered("runde", "Meeting", "lokale")
        assert "Birgit Aagesen" in self.offered("runde", "Meeting", "referent")
        assert self.offered("plan", "Goal", "ansvarlige")[0] == "jeg"
        assert "Job og Uddannelse" in self.offered("sag", "Coordinator", "afdeling")
        assert self.offered("sag", "profil") == [
            "middelfart",
            "national",
            "soroe-unge",
            "soroe-voksne",
        ]
        assert self.offered("runde", "Participant", "svar") == [1, 2, 3, 4]

    def test_another_name_is_not_wrong(self):
        assert editor_accepts("runde", "møde:\n  lokale: Biblioteket\n  referent: Bo Kjær\n")

    def test_no_editor_is_told_to_write_null_or_a_default(self):
        text = json.dumps(schemas(Workspace(EXAMPLES).profile))
        assert '"default"' not in text
        assert '"const"' not in text
        assert not re.search(r'"(?:type": "null"|enum": \[[^]]*null)', text)

    def test_a_workspace_without_names_offers_none(self):
        assert Draft202012Validator(schemas()["runde.json"]).is_valid({"møde": {"lokale": "A"}})


class TestSettings:
    def test_what_another_profile_has_need_not_be_written(self, tmp_path):
        text = "kommune: A\nprofil: middelfart\nregler:\n  SAM206:\n    alvor: note\n"
        code = next(iter(shipped_tree("middelfart")["regler"]))
        text = text.replace("SAM206", code)
        assert validate_accepts(tmp_path, "samarbejde", text)
        middelfart = Draft202012Validator(schemas(None, "middelfart")["samarbejde.json"])
        assert middelfart.is_valid(core(text))
        assert not editor_accepts("samarbejde", text.replace(code, "SAM115"))

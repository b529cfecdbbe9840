"""Days and people as they are typed on paper: one meaning is read, everything else is asked."""

from datetime import date

import pytest
from filled import Filled
from paper_case import DAY, files, made

from samarbejde_cli.actions.read import FormReader
from samarbejde_cli.actions.reading.result import Choice
from samarbejde_cli.actions.workspace import Workspace


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("forms")
    found = files(made(folder, "", ["goals"]))
    return folder, found[min(found, key=len)]


@pytest.fixture
def typed(printed):
    """Return the value that a text in a field gives, or why it gives none."""
    folder, data = printed

    def typed(field, text, day=DAY):
        path = folder / "skema.docx"
        path.write_bytes(Filled(data).type(field, text).data)
        comparison = FormReader(Workspace(folder), day, lambda _: Choice.LEFT).read(path).comparison
        assert not comparison.conflicts
        if comparison.leftovers:
            assert not comparison.changes
            return comparison.leftovers[0].why
        return comparison.changes[0].after

    return typed


@pytest.mark.parametrize(
    "text",
    [
        "3/4", "d. 3. april", "fredag d. 3. april", "3.4.26", "3.4.", "3/4-26", "Senest 3/4",
        "fre. 3. apr.", "2026-04-03", "3. april 2026", "Inden d. 3/4 2026",
    ],
)  # fmt: skip
def test_a_day_with_one_meaning(typed, text):
    assert typed("mål[1].frist", text) == ("2026-04-03",)


DOUBTS = {
    "29/2": "Februar 2026 har 28 dage.",
    "31/2": "Februar 2026 har 28 dage.",
    "29. februar 2027": "Februar 2027 har 28 dage.",
    "2026-02-30": "Februar 2026 har 28 dage.",
    "torsdag d. 31. april": "April har 30 dage.",
    "32/1": "Januar har 31 dage.",
    "3/13": "Et år har 12 måneder.",
    "torsdag d. 3. april": "Den 3. april 2026 er en fredag.",
    "uge 14": "Skriv også ugedagen: tirsdag i uge 14.",
    "i morgen": "afhænger af, hvornår det er skrevet",
    "næste tirsdag": "afhænger af, hvornår det er skrevet",
    "den 3.": "afhænger af, hvornår det er skrevet",
    "3/4 eller 4/4": "kan ikke læses sikkert",
    "3/4 kl. 9": "kan ikke læses sikkert",
    "inden sommer": "kan ikke læses sikkert",
    "ved ikke": "kan ikke læses sikkert",
}


@pytest.mark.parametrize("text", DOUBTS)
def test_a_day_that_is_none_or_several_is_told_with_why(typed, text):
    assert DOUBTS[text] in typed("mål[1].frist", text)


def test_a_day_that_was_just_now_is_not_next_year(typed):
    """A form that was filled in on 2 March may be read in April."""
    later = date(2026, 4, 10)
    assert typed("mål[1].frist", "3/3", later) == (
        "Dagen kan ikke læses sikkert. Det kan være 3. marts 2027 eller 3. marts 2026. Skriv også "
        "året."
    )
    assert typed("mål[1].frist", "3/5", later) == ("2026-05-03",)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("jeg og mor", ("jeg", "Mette Ravn")),
        ("Anne H.", ("Anne Holm",)),
        ("mig og min mor", ("jeg", "Mette Ravn")),
        ("Karin/far", ("Karin Friis", "Henrik Ravn")),
        ("Ole Olsen", ("Ole Olsen",)),
    ],
)
def test_people_with_one_meaning(typed, text, people):
    assert typed("mål[1].ansvarlige", text) == people


@pytest.mark.parametrize(
    "text",
    ["ved ikke", "Anne eller Karin", "mor?", "forældrene", "Anna H.", "J. Berg", "Ring til mor",
     "skolen", "nej", "Sagsbehandleren", "alle", "5"],
)  # fmt: skip
def test_words_that_name_nobody_are_told(typed, text):
    assert "Skriv" in typed("mål[1].ansvarlige", text)


def test_two_people_where_there_is_one_are_told(typed):
    assert typed("køreplan.ansvarlig", "Karin og mor") == (
        "Der kan kun stå én her, og der står Karin Friis og Mette Ravn."
    )


@pytest.mark.parametrize("text", ["nej", "ved ikke", "ja tak", "29/2", "kl. 9"])
def test_words_in_a_field_of_words_are_words(typed, text):
    assert typed("sagsresumé", text) == (text,)

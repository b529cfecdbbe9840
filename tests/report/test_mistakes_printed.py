"""How the mistakes of a template look: the place, the paragraph with a caret, the remedy."""

from dataclasses import replace
from pathlib import Path

from samarbejde_cli.report import mistakes
from samarbejde_cli.word import Mistake, TemplatePlace

TEXT = "Kære {{ ung.nvan }}, vi ses."
MISTAKE = Mistake(
    "unknown_field", "brev.docx", TemplatePlace("sidehoved", 3, TEXT),
    "Feltet »ung.nvan« findes ikke.",
    "Mente du `ung.navn`?", "{{ ung.nvan }}", "ung.nvan",
)  # fmt: skip
WHOLE = Mistake("macros", "brev.docx", TemplatePlace(), "Filen indeholder makroer.")


def with_text(text, tag=MISTAKE.tag):
    return Mistake("syntax", "brev.docx", TemplatePlace("brødtekst", 1, text), "Forkert.", "", tag)


def test_a_mistake_in_full_has_a_caret_under_its_tag():
    assert (
        mistakes.full("skabeloner/brev.docx", MISTAKE)
        == """\
skabeloner/brev.docx: sidehoved, afsnit 3
  fejl  Feltet »ung.nvan« findes ikke.
    | Kære {{ ung.nvan }}, vi ses.
    |      ^^^^^^^^^^^^^^
  hjælp: Mente du `ung.navn`?"""
    )


def test_a_mistake_of_the_whole_file_has_no_excerpt():
    expected = "brev.docx: hele filen\n  fejl  Filen indeholder makroer."
    assert mistakes.full("brev.docx", WHOLE) == expected


def test_a_long_paragraph_is_cut_around_the_tag_and_fits_the_width():
    shown = mistakes.full("brev.docx", with_text("før " * 60 + MISTAKE.tag + " efter" * 60), 60)
    text, carets = shown.splitlines()[2:4]
    assert text[carets.index("^") : carets.rindex("^") + 1] == MISTAKE.tag
    assert max(map(len, shown.splitlines())) <= 60


def test_tabs_and_line_breaks_take_one_place_each():
    lines = mistakes.full("brev.docx", with_text(f"a\tb\n{MISTAKE.tag}")).splitlines()
    assert lines[2:4] == [f"    | a b {MISTAKE.tag}", "    |     " + "^" * len(MISTAKE.tag)]


def test_a_paragraph_without_its_tag_is_shown_without_a_caret():
    lines = mistakes.full("brev.docx", with_text("Kære ven", "{{ væk }}")).splitlines()
    assert lines[2:] == ["    | Kære ven"]


def test_a_cpr_number_in_a_paragraph_is_hidden():
    shown = mistakes.full("brev.docx", with_text(f"670310-4321 {MISTAKE.tag}"))
    assert "670310-xxxx" in shown
    assert "4321" not in shown


def test_concise_is_one_line():
    expected = "brev.docx: sidehoved, afsnit 3: fejl  Feltet »ung.nvan« findes ikke."
    assert mistakes.concise("brev.docx", MISTAKE) == expected


def test_the_summary_counts_files_and_mistakes():
    remark = replace(MISTAKE, kind="dropped")
    assert mistakes.summary(5, []) == "5 skabeloner gennemgået: intet at bemærke."
    assert mistakes.summary(1, [MISTAKE] * 2) == "1 skabelon gennemgået: 2 fejl."
    assert mistakes.summary(1, [MISTAKE, remark]) == "1 skabelon gennemgået: 1 fejl, 1 note."


def test_json_holds_everything():
    assert mistakes.as_json([(Path("a/brev.docx"), [MISTAKE])]) == {
        "version": 1,
        "templates": [
            {
                "file": "a/brev.docx",
                "kind": None,
                "mistakes": [
                    {
                        "code": "unknown_field",
                        "weight": "fejl",
                        "part": "sidehoved",
                        "paragraph": 3,
                        "text": TEXT,
                        "tag": "{{ ung.nvan }}",
                        "field": "ung.nvan",
                        "message": "Feltet »ung.nvan« findes ikke.",
                        "hint": "Mente du `ung.navn`?",
                    }
                ],
            }
        ],
    }

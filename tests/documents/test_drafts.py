"""A draft says so on every page, whatever template it was made of."""

from io import BytesIO

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from paper_case import NEEDS, files, made, texts

from samarbejde_cli.actions.papers import DRAFT_MARK
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.word import mark_pages


def headers_of_pages(data):
    """Return the texts of the headers that pages show, section by section."""
    document = Document(BytesIO(data))
    for section in document.sections:
        yield section.header
        if section.different_first_page_header_footer:
            yield section.first_page_header
        if document.settings.odd_and_even_pages_header_footer:
            yield section.even_page_header


def is_marked(data):
    return all(
        [each.text for each in header.paragraphs].count(DRAFT_MARK) == 1
        for header in headers_of_pages(data)
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_of_every_kind_says_that_it_is_a_draft(tmp_path, kind):
    drafts = files(made(tmp_path, NEEDS.get(kind, ""), [kind], draft=True))
    assert drafts
    assert all(is_marked(data) for data in drafts.values())
    assert all(name.endswith("-kladde.docx") for name in drafts)


@pytest.mark.parametrize("kind", KINDS)
def test_finished_paper_is_not_called_a_draft(tmp_path, kind):
    papers = texts(made(tmp_path, NEEDS.get(kind, ""), [kind]))
    assert papers
    assert not any(DRAFT_MARK in text for text in papers.values())


def own_template(*, first=False, even=False, sections=1, headers=False):
    document, stream = Document(), BytesIO()
    document.add_paragraph("Til {{ ung.navn }}")
    for _ in range(sections - 1):
        document.add_section(WD_SECTION.NEW_PAGE)
        document.add_paragraph("En side mere")
    document.sections[-1].different_first_page_header_footer = first
    document.settings.odd_and_even_pages_header_footer = even
    if headers:
        document.sections[-1].header.is_linked_to_previous = False
        document.sections[-1].header.paragraphs[0].text = "Vores eget"
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("first", [False, True])
@pytest.mark.parametrize("even", [False, True])
@pytest.mark.parametrize("sections", [1, 2])
@pytest.mark.parametrize("headers", [False, True])
def test_every_page_of_any_template_is_marked(tmp_path, first, even, sections, headers):
    template = own_template(first=first, even=even, sections=sections, headers=headers)
    made(tmp_path)
    (tmp_path / "skabeloner").mkdir()
    (tmp_path / "skabeloner" / "oplevelse.docx").write_bytes(template)
    drafts = files(made(tmp_path, "", ["experience"], draft=True))
    assert drafts
    assert all(is_marked(data) for data in drafts.values())


def test_mark_is_the_same_bytes_each_time():
    data = own_template()
    assert mark_pages(data, "KLADDE") == mark_pages(data, "KLADDE")

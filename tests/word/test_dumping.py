"""Word files as plain text."""

import io

from docx import Document
from word_files import docx, p, r, table

from samarbejde_cli import word


def test_headings_lists_tables_and_named_styles_are_marked():
    document = Document()
    document.add_heading("Dagsorden", 0)
    document.add_heading("Punkter", 1)
    document.add_paragraph("Velkommen")
    document.add_paragraph("")
    document.add_paragraph("første", style="List Bullet")
    document.add_heading("Mål", 2)
    rows = document.add_table(2, 2)
    for cell, text in zip(rows.rows[0].cells, ("Mål", "Frist"), strict=True):
        cell.text = text
    rows.cell(1, 0).text = "linje 1\nlinje 2"
    rows.cell(1, 0).add_paragraph("nyt afsnit")
    document.add_paragraph("Slut", style="Quote")
    document.sections[0].header.paragraphs[0].text = "Sorø Kommune"
    buffer = io.BytesIO()
    document.save(buffer)
    assert word.dump(buffer.getvalue()) == (
        "[sidehoved]\n"
        "Sorø Kommune\n\n"
        "[Title] Dagsorden\n"
        "# Punkter\n"
        "Velkommen\n"
        "\n"
        "- første\n"
        "## Mål\n"
        "| Mål | Frist |\n"
        "| linje 1 / linje 2 / nyt afsnit |  |\n"
        "\n"
        "[Quote] Slut\n"
    )


def test_notes_boxes_changes_and_breaks_are_told():
    body = (
        f"<w:p>{r('Før')}<w:r><w:footnoteReference w:id='2'/></w:r>"
        f"<w:del w:id='1'><w:r><w:delText>slettet</w:delText></w:r></w:del>"
        f"<w:ins w:id='1'>{r(' indsat')}</w:ins>"
        "<w:r><w:tab/><w:t>efter</w:t><w:br/><w:t>linje</w:t></w:r></w:p>"
        f"<w:p>{r('x')}<w:r><w:br w:type='page'/></w:r>{r('y')}</w:p>"
        f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{p('boks')}</w:txbxContent>"
        f"</mc:Choice><mc:Fallback><w:txbxContent>{p('boks')}</w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{p('felt')}</w:sdtContent></w:sdt>"
    )
    notes = (
        f'<w:footnote w:id="-1" w:type="separator">{p("")}</w:footnote>'
        f'<w:footnote w:id="2">{p("en note")}</w:footnote>'
    )
    assert word.dump(docx(body, footnotes=notes)) == (
        "Før[^2] indsat\tefter\n"
        "  linje\n"
        "x\n"
        "  ――― sideskift ―――\n"
        "  y\n"
        " [tekstboks: boks] \n"
        "felt\n\n"
        "[fodnoter]\n"
        "[^2] en note\n"
    )


def test_a_table_inside_a_table_stays_in_its_cell():
    inner = table(["a", "b"]) + p("efter")
    assert word.dump(docx(table(["ydre", inner]))) == "| ydre | | a | b | / efter |\n"


def test_the_text_of_a_template_shows_its_tags():
    assert word.dump(docx(p("Kære {{ ung.navn }}"))) == "Kære {{ ung.navn }}\n"

"""What a rendered document says, for every construct of the dialect."""

import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from word_files import docx, p, packed, r, table, texts_of, unpacked, xml_of

from samarbejde_cli import word
from samarbejde_cli.word import Checkbox, Paragraph, Paragraphs, Rich, Text

CONTEXT = {
    "ung": {"navn": "Åse Bæk", "cpr": None, "items": "felt", "alder": 16},
    "dag": date(2026, 3, 3),
    "tid": time(9, 0),
    "mål": [{"mål": "Jeg vil A"}, {"mål": "Jeg vil B"}],
    "navne": ["Ane", "Bo", "Carl"],
    "tom": "",
    "træ": [{"n": "a", "b": [{"n": "b", "b": []}, {"n": "c", "b": []}]}],
    "ja": True,
    "nej": False,
}


def rendered(body: str, context: dict[str, object] | None = None, **options: object) -> list[str]:
    template = word.compile_template(docx(body), "brev.docx")
    return texts_of(template.render({**CONTEXT, **(context or {})}, **options))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Kære {{ ung.navn }}!", "Kære Åse Bæk!"),
        ("{{ung.navn}}", "Åse Bæk"),
        ("{{ ung['navn'] }}", "Åse Bæk"),
        ("{{ ung.items }}", "felt"),
        ("{{ dag }}", "3. marts 2026"),
        ("{{ dag|dato }}", "3. marts 2026"),
        ("{{ dag|langdato }}", "tirsdag den 3. marts 2026"),
        ("{{ tid }} {{ tid|kl }}", "9.00 9.00"),
        ("{{ navne }}", "Ane, Bo og Carl"),
        ("{{ navne|liste }}", "Ane, Bo og Carl"),
        ("{{ navne|liste('eller') }}", "Ane, Bo eller Carl"),
        ("{{ ja }} {{ nej }}", "ja nej"),
        ("{{ 3 + 4 }} {{ 7 / 2 }}", "7 3,5"),
        ("[{{ tom }}]", "[]"),
        ("{{ 'den ' ~ dag ~ ' kl. ' ~ tid }}", "den 3. marts 2026 kl. 9.00"),
        ("{{ [dag, tid, ja]|join(' & ') }}", "3. marts 2026 & 9.00 & ja"),
        ("{{ mål|join(', ', attribute='mål') }}", "Jeg vil A, Jeg vil B"),
        ("{{ dag|upper }} {{ ja|string }}", "3. MARTS 2026 ja"),
        ("{% if ung.cpr %}CPR {{ ung.cpr }}{% else %}uden{% endif %}", "uden"),
        ("{{ ung.cpr|default('ukendt') }}", "ukendt"),
        ("{{ ung.findes_ikke|d('-') }}", "-"),
        ("{{ ung.cpr or 'ukendt' }}", "ukendt"),
        ("{% for n in navne %}{{ loop.index }}{{ n }} {% endfor %}", "1Ane 2Bo 3Carl "),
        ("{% for m in mål %}{{ m.mål }};{% endfor %}", "Jeg vil A;Jeg vil B;"),
        ("{% for mål in mål %}{{ mål.mål }};{% endfor %}", "Jeg vil A;Jeg vil B;"),
        ("{{ “a” ~ ‘b’ ~ ”c” }}", "abc"),
        ('{{ "Sagen “Ung”" }}', "Sagen “Ung”"),
        ("{{\u00a0ung.navn\u00a0}}", "Åse Bæk"),
        ("{{ ung\u200b.navn }}", "Åse Bæk"),
        ("{# note #}x", "x"),
        ("{_{ ung.navn }_} {_% if %_}", "{{ ung.navn }} {% if %}"),
        ("{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
        ("{ a } {{ '{' }}", "{ a } {"),
        ("{% if 1 < 2 and 3 > 2 %}ja{% endif %}", "ja"),
        ("a  {{- ' b ' -}}  c", "a b c"),
        ("{% set x = ung.navn %}{{ x }}", "Åse Bæk"),
        ("{% macro hej(n) %}Hej {{ n }}!{% endmacro %}{{ hej('<Bo>') }}", "Hej <Bo>!"),
        ("{{ 'a' ~ '&' ~ '<b>' }}", "a&<b>"),
        (
            "{% macro m(x) %}{{ x|upper }}{% endmacro %}{{ m('100% tlf. 12345678') }}",
            "100% TLF. 12345678",
        ),
        (
            "{{ '%s er %d' % ('Bo', 16) }} {{ '%s'|format('Bo') }} {{ '{}'.format('Bo') }}",
            "Bo er 16 Bo Bo",
        ),
        ("{{ 100000 * 5 }} {{ '=' * 5 }}", "500000 ====="),
        ("{{ ung.navn|e }} {{ '<'|escape }}", "Åse Bæk <"),
        ("{{ ung.navn.upper() }}", "ÅSE BÆK"),
        ("[{{ 'a' if nej }}]", "[]"),
        ("{% filter upper %}a {{ ung.navn }}{% endfilter %}", "A ÅSE BÆK"),
        (
            (
                "{% macro om() %}({{ caller('<') }}){% endmacro %}"
                "{% call(n) om() %}{{ n }}{% endcall %}"
            ),
            "(<)",
        ),
        ("{% for m in træ recursive %}{{ m.n }}<{{ loop(m.b) }}>{% endfor %}", "a<b<>c<>>"),
        ("{% for k, v in {'a': 1}.items() %}{{ k }}{{ v }}{% endfor %}", "a1"),
    ],
)
def test_a_tag_in_a_paragraph(written, shown):
    assert rendered(p(written)) == [shown]


@pytest.mark.parametrize(
    "runs",
    [
        ("{{ ung", ".navn }}"),
        ("{", "{ ung.navn }", "}"),
        ("{{", " ", "ung", ".", "navn", " ", "}}"),
        ("<w:proofErr/>{{ u", "<w:bookmarkStart/>ng.na", "vn }}"),
    ],
)
def test_a_tag_split_over_runs_takes_the_look_of_its_first_run(runs):
    pieces = [r(runs[0].removeprefix("<w:proofErr/>"), "<w:b/>")]
    pieces += [
        '<w:proofErr w:type="spellStart"/>' + r(text.removeprefix("<w:bookmarkStart/>"), "<w:i/>")
        for text in runs[1:]
    ]
    template = word.compile_template(docx(f"<w:p>{''.join(pieces)}</w:p>"), "brev.docx")
    document = template.render(CONTEXT)
    assert texts_of(document) == ["Åse Bæk"]
    assert "<w:b/>" in xml_of(document)
    assert "<w:i/>" not in xml_of(document)


def test_tracked_changes_inside_a_tag_count_as_they_will_stand():
    body = (
        f"<w:p>{r('{{ ung.')}<w:del w:id='1' w:author='x'><w:r><w:delText>nvan</w:delText></w:r>"
        "</w:del>"
        f"<w:ins w:id='2' w:author='x'>{r('navn')}</w:ins>{r(' }}')}</w:p>"
    )
    assert rendered(body) == ["Åse Bæk"]


def test_tags_in_deleted_text_are_only_text():
    deleted = "<w:del w:id='1'><w:r><w:delText>{{ findes.ikke }}{% if %}</w:delText></w:r></w:del>"
    template = word.compile_template(docx(f"<w:p>{deleted}{r('{{ ung.navn }}')}</w:p>"), "x.docx")
    document = template.render(CONTEXT)
    assert texts_of(document) == ["Åse Bæk"]
    assert "<w:delText>{{ findes.ikke }}{% if %}</w:delText>" in xml_of(document)


def test_a_lifted_paragraph_that_ends_a_section_leaves_the_section():
    section = '<w:pPr><w:sectPr><w:type w:val="nextPage"/></w:sectPr></w:pPr>'
    body = p("{%p if nej %}") + p("A") + p("{%p endif %}", properties=section) + p("B")
    template = word.compile_template(docx(body), "x.docx")
    document = template.render(CONTEXT)
    assert texts_of(document) == ["", "B"]
    assert xml_of(document).count("nextPage") == 1


def test_paragraph_tags_take_their_paragraph_away():
    body = p("{%p if ja %}") + p("A") + p("{%p else %}") + p("B") + p("{%p endif %}") + p("C")
    assert rendered(body) == ["A", "C"]
    assert rendered(body, {"ja": False}) == ["B", "C"]


def test_rows_repeat():
    body = table(
        ["Mål", "Nr."], ["{%tr for m in mål %}", ""], ["{{ m.mål }}", "{{ loop.index }}"],
        ["{%tr endfor %}", ""],
    )  # fmt: skip
    assert rendered(body) == ["Mål", "Nr.", "Jeg vil A", "1", "Jeg vil B", "2"]


def test_cells_repeat():
    body = table(["{%tc for n in navne %}", "{{ n }}", "{%tc endfor %}"], columns=3)
    assert rendered(body) == ["Ane", "Bo", "Carl"]


def test_run_tags_keep_the_text_around_them():
    body = p("før {%r if ja %}midt{%r endif %} efter", look="<w:b/>")
    assert rendered(body) == ["før midt efter"]
    assert rendered(body, {"ja": False}) == ["før  efter"]


def test_dashes_join_paragraphs():
    body = p("A{% if ja -%}") + p("B") + p("{%- endif %}C")
    assert rendered(body) == ["ABC"]


def test_dashes_join_lines_and_keep_non_breaking_spaces():
    line = "</w:t><w:br/><w:t>"
    body = p("Huset ligger@{%- if ja -%}@\u00a0i byen@{%- else -%}@\u00a0på landet@{%- endif -%}@.")
    assert rendered(body.replace("@", line)) == ["Huset ligger\u00a0i byen."]


def test_a_row_cell_or_paragraph_that_holds_a_whole_block_repeats():
    row = table(["{%tr for m in mål %}{{ m.mål }}", "{{ loop.index }}{%tr endfor %}"])
    assert rendered(row) == ["Jeg vil A", "1", "Jeg vil B", "2"]
    assert rendered(table(["{%tc for n in navne %}{{ n }}{%tc endfor %}"])) == ["Ane", "Bo", "Carl"]
    assert rendered(p("{%p if nej %}A{%p endif %}") + p("B")) == ["B"]


def test_newline_tab_and_page_break_keep_the_look():
    template = word.compile_template(docx(p("{{ t }}", look="<w:b/>")), "brev.docx")
    document = template.render({"t": "a\nb\tc\fd\r\ne"})
    assert texts_of(document) == ["a\nb\tc\fd\ne"]
    assert xml_of(document).count("<w:r>") == xml_of(document).count("<w:b/>") == 1


def test_rich_text_adds_to_the_look_of_its_place():
    value = Rich(
        "Vi ses ", Text("tirsdag", bold=True, color="#C00000"), Text(" kl. 9", italic=True)
    )
    for written in ("{{ v }}", "{{r v }}", "før {{r v }} efter"):
        template = word.compile_template(docx(p(written, look='<w:sz w:val="28"/>')), "brev.docx")
        document = xml_of(template.render({"v": value}))
        assert '<w:rPr><w:b/><w:color w:val="C00000"/><w:sz w:val="28"/></w:rPr>' in document
        assert '<w:rPr><w:i/><w:sz w:val="28"/></w:rPr>' in document


def test_a_link_is_a_field_with_its_address():
    value = Rich(Text("siden", link='https://soroe.example/?a=1&b="2"'))
    document = rendered(p("{{ v }}"), {"v": value})
    assert document == ["siden"]


def test_paragraph_values_take_the_look_of_their_place():
    properties = '<w:pPr><w:pStyle w:val="Liste"/></w:pPr>'
    template = word.compile_template(
        docx(p("{{p v }}", look="<w:b/>", properties=properties)), "brev.docx"
    )
    document = template.render({"v": Paragraphs("a", Paragraph(Rich("b"), style="Citat"))})
    assert texts_of(document) == ["a", "b"]
    assert xml_of(document).count("<w:b/>") == 2
    assert '<w:pStyle w:val="Liste"/>' in xml_of(document)
    assert '<w:pStyle w:val="Citat"/>' in xml_of(document)
    assert texts_of(template.render({"v": ["x", "y", "z"]})) == ["x", "y", "z"]


@pytest.mark.parametrize(("checked", "sign"), [(True, "☒"), (False, "☐")])
def test_a_check_box_is_a_content_control(checked, sign):
    template = word.compile_template(docx(p("{{ v }} Ja tak")), "brev.docx")
    document = xml_of(template.render({"v": Checkbox(checked)}))
    assert f'<w14:checked w14:val="{int(checked)}"/>' in document
    assert f"<w:t>{sign}</w:t>" in document


def test_every_part_is_rendered():
    references = "".join(
        f'<w:r><w:{kind}Reference w:id="1"/></w:r>' for kind in ("footnote", "endnote")
    )
    template = word.compile_template(
        docx(
            p("{{ ung.navn }}") + f"<w:p>{references}</w:p>",
            header=p("Hoved {{ ung.navn }}"),
            header2=p("Første {{ ung.navn }}"),
            footer=p("Fod {{ dag }}"),
            footnotes=f'<w:footnote w:id="1">{p("Note {{ ung.navn }}")}</w:footnote>',
            endnotes=f'<w:endnote w:id="1">{p("Slut {{ ung.navn }}")}</w:endnote>',
        ),
        "brev.docx",
    )
    document = template.render(CONTEXT)
    assert texts_of(document, "word/header.xml") == ["Hoved Åse Bæk"]
    assert texts_of(document, "word/header2.xml") == ["Første Åse Bæk"]
    assert texts_of(document, "word/footer.xml") == ["Fod 3. marts 2026"]
    assert texts_of(document, "word/footnotes.xml") == ["Note Åse Bæk"]
    assert texts_of(document, "word/endnotes.xml") == ["Slut Åse Bæk"]


@pytest.mark.parametrize(
    "address",
    ["mailto:{{ mail }}", "mailto:%7B%7B%20mail%20%7D%7D", "mailto:%7b%7bmail%7d%7d"],
)
def test_tags_in_the_addresses_of_links_are_rendered(address):
    files = unpacked(docx(p("{{ ung.navn }}")))
    link = f'<Relationship Id="rId9" Type="http://x/hyperlink" Target="{address}"'
    name = "word/_rels/document.xml.rels"
    files[name] = files[name].replace(
        b"</Relationships>", f'{link} TargetMode="External"/></Relationships>'.encode()
    )
    template = word.compile_template(packed(files), "brev.docx")
    assert "mail" in {field.path for field in template.fields()}
    document = unpacked(template.render({**CONTEXT, "mail": "tove&co@soroe.example"}))
    assert b'Target="mailto:tove&amp;co@soroe.example"' in document[name]


def test_properties_are_written_into_the_file():
    template = word.compile_template(docx(p("x")), "brev.docx")
    document = template.render(
        {},
        properties=word.Properties(
            "Titel & mere", "Sorø", "Emne", datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
        ),
    )
    core = unpacked(document)["docProps/core.xml"].decode()
    assert "<dc:title>Titel &amp; mere</dc:title>" in core
    assert "<dc:creator>Sorø</dc:creator>" in core
    assert ">2026-01-02T03:04:00Z</dcterms:created>" in core


def test_template_text_in_data_is_only_text():
    assert rendered(p("{{ v }}"), {"v": "{{ 7 * 7 }} {% if %}"}) == ["{{ 7 * 7 }} {% if %}"]


def test_numbers_and_enumerations_read_as_danish():
    assert rendered(p("{{ a }} {{ b }}"), {"a": Decimal("1.50"), "b": 0.5}) == ["1,50 0,5"]


def test_the_same_values_give_the_same_bytes_in_every_thread():
    template = word.compile_template(docx(p("{{ ung.navn }}")), "brev.docx")
    with ThreadPoolExecutor(4) as pool:
        documents = set(pool.map(lambda _: template.render(CONTEXT), range(64)))
    assert len(documents) == 1


def test_the_same_bytes_come_from_another_process_and_time_zone(tmp_path):
    template = word.compile_template(docx(p("{{ navn }}")), "brev.docx")
    (tmp_path / "t").write_bytes(pickle.dumps(template))
    program = (
        "import pickle, sys; template = pickle.load(open(sys.argv[1], 'rb'));"
        "sys.stdout.buffer.write(template.render({'navn': 'Bo'}))"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "t")]
    zones = ("UTC", "Pacific/Kiritimati")
    root = str(word.__file__).rpartition("/samarbejde_cli/")[0]
    outputs = {
        subprocess.run(
            command, env={"TZ": zone, "PYTHONPATH": root}, capture_output=True, check=True
        ).stdout
        for zone in zones
    }
    assert outputs == {template.render({"navn": "Bo"})}

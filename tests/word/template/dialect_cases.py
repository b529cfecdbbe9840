"""Templates in docxtpl's dialect, for both engines: every construct alone and combined."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from word_files import docx, p, r, table

CONTEXT = {
    "navn": "Åse Bæk",
    "by": "Sorø",
    "tal": 7,
    "ja": True,
    "nej": False,
    "tom": "",
    "navne": ["Ane", "Bo", "Carl"],
    "ingen": [],
    "mål": [
        {"mål": "Jeg vil A", "skridt": ["et", "to"], "nr": 1},
        {"mål": "Jeg vil B", "skridt": [], "nr": 2},
        {"mål": "Jeg vil C", "skridt": ["tre"], "nr": 3},
    ],
    "ung": {"navn": "Åse", "adresse": {"vej": "Storgade 1", "by": "Sorø"}},
    "farve": "FFCC00",
    "linjer": "første\nanden\ttabuleret",
    "tegn": "a & b < c > d \"e\" 'f'",
}
INLINE = {
    "field": "Kære {{ navn }}, velkommen",
    "no-space": "{{navn}}",
    "nested-field": "{{ ung.adresse.vej }} i {{ ung['adresse']['by'] }}",
    "number": "{{ tal }} og {{ tal + 1 }}",
    "filter": "{{ navn|upper }} {{ navne|join(', ') }} {{ navne|length }}",
    "filter-arguments": "{{ navn|replace('Å', 'Aa')|lower }}",
    "default": "{{ findes_ikke|default('ukendt') }}",
    "empty": "[{{ tom }}]",
    "if": "{% if ja %}sandt{% endif %}{% if nej %}falsk{% endif %}",
    "if-else": "{% if nej %}A{% else %}B{% endif %}",
    "if-elif": "{% if nej %}A{% elif tal == 7 %}B{% else %}C{% endif %}",
    "inline-if": "{{ 'ja' if ja else 'nej' }} {{ 'x' if nej }}",
    "for": "{% for n in navne %}{{ n }}, {% endfor %}slut",
    "for-else": "{% for n in ingen %}{{ n }}{% else %}ingen{% endfor %}",
    "for-filter": "{% for m in mål if m.nr > 1 %}{{ m.mål }} {% endfor %}",
    "loop": "{% for n in navne %}{{ loop.index }}/{{ loop.length }}"
    "{% if not loop.last %}, {% endif %}{% endfor %}",
    "nested-for": "{% for m in mål %}{{ m.nr }}:{% for s in m.skridt %}{{ s }} {% endfor %};"
    "{% endfor %}",
    "set": "{% set x = navn ~ '!' %}{{ x }}",
    "with": "{% with x = 5 %}{{ x }}{% endwith %}",
    "macro": "{% macro hils(n) %}Hej {{ n }}{% endmacro %}{{ hils(navn) }} {{ hils('Bo') }}",
    "comment": "før {# skjult #}efter",
    "compare": "{% if tal > 5 and tal < 9 %}mellem{% endif %}",
    "quotes": "{{ “a” ~ ‘b’ }}",
    "escapes": "{_{ navn }_} {_% if %_}",
    "newline-and-tab": "{{ linjer }}",
    "special-letters": "{{ tegn }}",
    "method": "{{ navn.upper() }} {{ ', '.join(navne) }}",
    "slice": "{{ navne[0] }} {{ navne[-1] }} {{ navn[:3] }}",
    "in": "{% if 'Bo' in navne %}Bo er med{% endif %}",
    "math": "{{ (tal * 2 - 4) // 3 }} {{ tal % 2 }}",
    "test": "{% if findes_ikke is defined %}A{% else %}B{% endif %}"
    "{% if tal is odd %}ulige{% endif %}",
    "selectattr": "{{ mål|selectattr('nr', 'gt', 1)|map(attribute='mål')|join(' + ') }}",
    "only-text": "Ingen tags { her } % }} slut",
}
BLOCKS = {
    "p-if": p("A") + p("{%p if ja %}") + p("B {{ navn }}") + p("{%p endif %}") + p("C"),
    "p-if-false": p("A") + p("{%p if nej %}") + p("B") + p("{%p endif %}") + p("C"),
    "p-if-else": p("{%p if nej %}") + p("B") + p("{%p else %}") + p("C") + p("{%p endif %}"),
    "p-for": p("{%p for n in navne %}") + p("Navn: {{ n }}", look="<w:b/>") + p("{%p endfor %}"),
    "p-for-nested": p("{%p for m in mål %}") + p("{{ m.mål }}") + p("{%p for s in m.skridt %}")
    + p("- {{ s }}") + p("{%p endfor %}") + p("{%p endfor %}"),
    "p-for-if": p("{%p for m in mål %}") + p("{%p if m.nr != 2 %}") + p("{{ m.mål }}")
    + p("{%p endif %}") + p("{%p endfor %}"),
    "p-comment": p("A") + p("{#p en note #}") + p("B"),
    "p-set": p("{%p set x = 3 %}") + p("{{ x * 2 }}"),
    "p-around-table": p("{%p if ja %}") + table(["a", "{{ navn }}"]) + p("{%p endif %}") + p("x"),
    "tr-for": table(["Mål", "Nr."], ["{%tr for m in mål %}", ""], ["{{ m.mål }}", "{{ m.nr }}"],
                    ["{%tr endfor %}", ""]),
    "tr-for-if": table(["{%tr for m in mål %}", ""], ["{%tr if m.nr > 1 %}", ""],
                       ["{{ m.mål }}", "{{ m.nr }}"], ["{%tr endif %}", ""], ["{%tr endfor %}", ""],
                       ["sidste", "række"]),
    "tr-if-else": table(["{%tr if nej %}", ""], ["A", "B"], ["{%tr else %}", ""], ["C", "D"],
                        ["{%tr endif %}", ""]),
    "tr-comment": table(["{#tr skjult #}", ""], ["A", "B"]),
    "tr-nested-for": table(["{%tr for m in mål %}", ""], ["{{ m.mål }}", ""],
                           ["{%tr for s in m.skridt %}", ""], ["", "{{ s }}"],
                           ["{%tr endfor %}", ""], ["{%tr endfor %}", ""], ["x", "y"]),
    "tc-for": table(["{%tc for n in navne %}", "{{ n }}", "{%tc endfor %}"], columns=3),
    "tc-for-and-tr-for": table(
        ["{%tc for n in navne %}", "{{ n }}", "{%tc endfor %}"],
        ["{%tr for m in mål %}", "", ""],
        ["{%tc for n in navne %}", "{{ n }}{{ m.nr }}", "{%tc endfor %}"],
        ["{%tr endfor %}", "", ""], columns=3),
    "tc-if": table(["A", "{%tc if nej %}", "B", "{%tc endif %}", "C"], columns=3),
    "colspan": table(["{% colspan 2 %}bred {{ navn }}"], ["a", "b"]),
    "colspan-field": table(["{% colspan navne|length %}{{ navn }}"], ["a", "b", "c"], columns=3),
    "cellbg": table(["{% cellbg farve %}{{ navn }}", "b"]),
    "cellbg-loop": table(["{%tr for m in mål %}", ""],
                         ["{% cellbg 'FF0000' if m.nr == 2 else '00FF00' %}{{ m.mål }}", "x"],
                         ["{%tr endfor %}", ""]),
    "vm": table(["{%tr for m in mål %}", ""], ["{% vm %}fælles", "{{ m.mål }}"],
                ["{%tr endfor %}", ""]),
    "hm": table(["{%tc for n in navne %}", "{% hm %}fælles", "{%tc endfor %}"],
                ["{%tc for n in navne %}", "{{ n }}", "{%tc endfor %}"], columns=3),
    "nested-table": table(["ydre {{ navn }}", f"{table(['indre {{ by }}', 'x'])}{p('')}"]),
    "nested-table-loop": table(
        ["{%tr for m in mål %}", ""],
        ["{{ m.mål }}",
         table(["{%tr for s in m.skridt %}", ""], ["{{ s }}", "-"], ["{%tr endfor %}", ""],
               ["i", "j"]) + p("")],
        ["{%tr endfor %}", ""]),
    "p-for-in-cell": table(
        [p("{%p for n in navne %}") + p("{{ n }}") + p("{%p endfor %}") + p("slut"), "b"]),
    "dash-right": p("A {% if ja -%}") + p("B") + p("{%- endif %} C"),
    "dash-else": p("A {% if nej -%}") + p("B") + p("{%- else -%}") + p("C") + p("{%- endif %} D"),
    "if-over-paragraphs": p("A{% if ja %}") + p("B") + p("{% endif %}C"),
    "if-over-paragraphs-false": p("A{% if nej %}") + p("B") + p("{% endif %}C"),
    "for-over-paragraphs": p("Start{% for n in navne %}") + p("{{ n }}{% endfor %} slut"),
    "r-if": p("før ", "{%r if ja %}", "midt", "{%r endif %}", " efter"),
    "r-for": p("før ", "{%r for n in navne %}", "{{ n }} ", "{%r endfor %}", " efter"),
    "styled-field": p("{{ navn }}", look='<w:b/><w:color w:val="FF0000"/>'),
    "styled-paragraph": p("{{ navn }}", properties='<w:pPr><w:jc w:val="center"/></w:pPr>'),
    "styled-newline": p("{{ linjer }}", look="<w:i/>"),
    "split-field": f"<w:p>{r('{{ na', '<w:b/>')}{r('vn }}', '<w:i/>')}{r(' rest', '<w:i/>')}</w:p>",
    "split-braces": f"<w:p>{r('a {', '<w:b/>')}{r('{ navn }')}{r('} b', '<w:b/>')}</w:p>",
    "split-block": f"<w:p>{r('{% i')}{r('f ja %')}{r('}ja{% en')}{r('dif %}')}</w:p>",
    "proof-marks": f'<w:p>{r("{{ ")}<w:proofErr w:type="spellStart"/>{r("navn")}'
    f'<w:proofErr w:type="spellEnd"/>{r(" }}")}</w:p>',
    "insertion": f'<w:p><w:ins w:id="1" w:author="x">{r("{{ navn }}")}</w:ins></w:p>',
    "hyperlink": f'<w:p><w:hyperlink w:anchor="x">{r("{{ navn }}")}</w:hyperlink></w:p>',
    "content-control": '<w:sdt><w:sdtPr><w:alias w:val="Navn"/></w:sdtPr>'
    f"<w:sdtContent>{p('{{ navn }}')}</w:sdtContent></w:sdt>",
    "inline-content-control": f"<w:p><w:sdt><w:sdtContent>{r('{{ navn }}')}"
    "</w:sdtContent></w:sdt></w:p>",
    "attribute": '<w:sdt><w:sdtPr><w:alias w:val="{{ navn }}"/></w:sdtPr>'
    f"<w:sdtContent>{p('x')}</w:sdtContent></w:sdt>",
    "field-code": '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> DOCPROPERTY "{{ navn }}" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    "text-box": '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
    f"<wps:txbx><w:txbxContent>{p('{{ navn }}')}</w:txbxContent></wps:txbx></wp:inline></w:drawing>"
    f"</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{p('{{ navn }}')}</w:txbxContent>"
    "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
    "macro-over-paragraphs": p("{%p macro afsnit(n) %}") + p("Hej {{ n }}") + p("{%p endmacro %}")
    + p("{{p afsnit(navn) }}") + p("{{p afsnit('Bo') }}"),
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A template and what to render it with; ``rich`` makes a context from an engine's types."""

    name: str
    body: str
    parts: dict[str, str] = field(default_factory=dict)
    rich: Callable[[Any], dict[str, object]] | None = None

    @property
    def data(self) -> bytes:
        return docx(self.body, **self.parts)


_NOTED = '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'


def all_cases() -> Iterator[Case]:
    for name, text in INLINE.items():
        yield Case(name, p(text))
        yield Case(f"{name} in a styled run", p(text, look="<w:b/>"))
        yield Case(f"{name} in a cell", table(["a", text]))
        yield Case(f"{name} in a header", p("x"), {"header": p(text)})
        yield Case(f"{name} in a footnote", _NOTED, {
            "footnotes": f'<w:footnote w:id="1">{p(text)}</w:footnote>'})  # fmt: skip
    for name, body in BLOCKS.items():
        yield Case(name, body)
        yield Case(f"{name} in a loop", p("{%p for _i in [1, 2] %}") + body + p("{%p endfor %}"))
        yield Case(f"{name} in a footer", p("x"), {"footer": body})
    yield from _pairs(list(BLOCKS.items()))


def _pairs(blocks: list[tuple[str, str]]) -> Iterator[Case]:
    for (one, first), (other, second) in zip(blocks, blocks[7:], strict=False):
        yield Case(f"{one} then {other}", first + second)

"""What ``check`` says about templates without any values: every mistake, in one run."""

import pytest
from word_files import docx, p, table

from samarbejde_cli import word
from samarbejde_cli.word import SyntaxMistakesError

SCHEMA = {
    "ung.navn": True,
    "ung.cpr": False,
    "mål": True,
    "mål[].mål": True,
    "mål[].skridt": True,
    "mål[].ansvarlige[].navn": True,
    "samtykke": False,
    "samtykke.dato": True,
    "ekstra.*": True,
}


def found(body: str, schema: dict[str, bool] | None = None) -> list[tuple[str, str]]:
    return [(m.kind, m.hint) for m in word.check(docx(body), "brev.docx", schema)]


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        (p("Kære {{ ung.navn }}"), []),
        (p("{{ ung.navn"), ["syntax"]),
        (p("{{ ung.navn }"), ["syntax"]),
        (p("{{ ung navn }}"), ["syntax"]),
        (p("{{ }}"), ["syntax"]),
        (p("{{ (a }}"), ["syntax"]),
        (p("{{ a }} {{ b c }} {{ d| }} {{ e|uper }}"), ["syntax", "syntax", "unknown_filter"]),
        (p("{{ a|safe }}"), ["unknown_filter"]),
        (p("{% if a is stor %}{% endif %}"), ["unknown_test"]),
        (p("{% if a %}"), ["unbalanced"]),
        (p("{% endif %}"), ["unbalanced"]),
        (p("{% else %}"), ["unbalanced"]),
        (p("{% for x in y %}{% if a %}{% endfor %}"), ["unbalanced"]),
        (p("{% for x %}{% endfor %}"), ["syntax"]),
        (p("{% include 'x' %}"), ["syntax"]),
        (p("{% fi a %}"), ["syntax"]),
        (p("{%tr for x in y %}") + p("{%tr endfor %}"), ["misplaced", "misplaced"]),
        (p("{% vm %}"), ["misplaced"]),
        (p("{%p if a %}") + p("x{% endif %}"), ["misplaced"]),
        (table(["{% for x in y %}", "a"], ["b", "{% endfor %}"]), ["misplaced"]),
        (table(["{% if x %}", "{% endif %}"]), ["misplaced"]),
        (p("{% if a %}") + table(["{% endif %}", "b"]), ["misplaced"]),
        (p("{%p for x in y %}") + table(["{%p endfor %}", "b"]), ["misplaced"]),
        (table(["{%tr for x in y %}", ""], ["{{ x }}", "b"], ["{%tr endfor %}", ""]), []),
        (p("{{ a") + p("b }}") + p("{% if %}{% endif %}"), ["syntax", "syntax"]),
        (p("{{ a.__class__ }}"), ["forbidden"]),
        (p("{%p if a %} og mere") + p("b") + p("{%p endif %}"), ["lost_text"]),
        (
            table(["{%tr for x in y %}", "Mål"], ["{{ x }}", ""], ["{%tr endfor %}", ""]),
            ["lost_text"],
        ),
        (p("{%p if a %}b{%p endif %}"), []),
    ],
)
def test_mistakes_of_the_tags(body, kinds):
    assert [kind for kind, _ in found(body)] == kinds


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{{ ung.navn }}", []),
        ("{{ ung.nvan }}", [("unknown_field", "Mente du `ung.navn`?")]),
        ("{{ ugn.navn }}", [("unknown_field", "Mente du `ung.navn`?")]),
        ("{% for m in mål %}{{ m.mål }}{{ loop.index }}{% endfor %}", []),
        ("{% for m in mål %}{{ m.mla }}{% endfor %}", [("unknown_field", "Mente du `m.mål`?")]),
        ("{% for m in mål %}{% for a in m.ansvarlige %}{{ a.navn }}{% endfor %}{% endfor %}", []),
        ("{% for m in mål|sort(attribute='mål') %}{{ m.mål }}{% endfor %}", []),
        ("{{ mål|map(attribute='mål')|liste }}", []),
        ("{{ mål[0].mål }} {{ (mål|first).mål }} {{ mål|length }}", []),
        ("{% set n = ung.navn %}{{ n }}", []),
        ("{{ ekstra.hvad.som.helst }}", []),
        ("{{ ekstras.hvad }}", [("unknown_field", "Se listen over felter, som du må bruge.")]),
        ("{% if ung.cpr %}{{ ung.cpr }}{% endif %}", []),
        ("{% if not ung.cpr %}{% else %}{{ ung.cpr }}{% endif %}", []),
        ("{{ ung.cpr|default('') }} {{ ung.cpr or '' }} {{ ung.cpr if ung.cpr }}", []),
        ("{% if samtykke %}{{ samtykke.dato }}{% endif %}", []),
        ("{% if samtykke.dato %}{{ samtykke.dato|dato }}{% endif %}", []),
        ("{% macro m(x) %}{{ x.y }}{% endmacro %}{{ m(ung) }}", []),
        ("{% if ung.navn and ung.cpr %}{{ ung.cpr }}{% endif %}", []),
        ("{% for m in mål if ung.cpr %}{{ ung.cpr }}{% endfor %}", []),
        ("{{ 'ung.navn' | titel }}", []),
    ],
)
def test_fields_against_a_schema(written, expected):
    assert found(p(written), SCHEMA) == expected


@pytest.mark.parametrize(
    ("written", "guard"),
    [
        ("{{ ung.cpr }}", "ung.cpr"),
        ("{{ samtykke.dato }}", "samtykke"),
        ("{% if ung.navn %}{{ ung.cpr }}{% endif %}", "ung.cpr"),
        ("{% if ung.cpr %}{% else %}{{ ung.cpr }}{% endif %}", "ung.cpr"),
        ("{% for m in mål if ung.cpr %}{% else %}{{ ung.cpr }}{% endfor %}", "ung.cpr"),
    ],
)
def test_a_field_that_only_some_have_must_be_guarded(written, guard):
    ((kind, hint),) = found(p(written), SCHEMA)
    assert kind == "unguarded"
    assert f"{{% if {guard} %}}" in hint


def test_a_mistake_says_where_what_and_what_to_do():
    (mistake,) = word.check(docx(p("Hej") + p("Kære {{ ung.nvan }}, hej")), "brev.docx", SCHEMA)
    assert str(mistake) == (
        "brev.docx, brødtekst, afsnit 2: »Kære {{ ung.nvan }}, hej«\n"
        "  Feltet »ung.nvan« findes ikke."
    )
    assert mistake.excerpt() == "Kære {{ ung.nvan }}, hej\n     ^^^^^^^^^^^^^^"


def test_mistakes_of_all_parts_come_in_one_run():
    data = docx(
        p("{{ a b }}") + '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
        header=p("{% if x %}"),
        footnotes=f'<w:footnote w:id="2">{p("{{ ( }}")}</w:footnote>',
    )
    mistakes = word.check(data, "brev.docx")
    assert [m.place.part for m in mistakes] == ["brødtekst", "sidehoved", "fodnoter"]
    with pytest.raises(SyntaxMistakesError) as caught:
        word.compile_template(data, "brev.docx")
    assert set(caught.value.mistakes) == set(mistakes)


def test_unknown_fields_and_broken_tags_are_told_in_the_same_run():
    body = p("{{ a b }} {{ ung.nvan }} {{ ung.navn|uper }}") + p("{% for q in mål %}{{ q.x }}")
    mistakes = word.check(docx(body), "brev.docx", SCHEMA)
    assert [m.kind for m in mistakes] == [
        "syntax", "unknown_filter", "unknown_field", "unbalanced"]  # fmt: skip
    only = word.check(docx(p("{{ a b }} {{ ung.nvan }}")), "brev.docx", SCHEMA)
    assert [m.kind for m in only] == ["syntax", "unknown_field"]
    only = word.check(docx(p("{{ ung.navn|uper }} {{ ung.nvan }}")), "brev.docx", SCHEMA)
    assert [m.kind for m in only] == ["unknown_filter", "unknown_field"]


def test_the_remedy_for_a_field_of_a_loop_is_written_as_the_template_writes_it():
    body = p("{% for m in mål %}{{ m.frist|dato }}{% endfor %}")
    (mistake,) = word.check(docx(body), "brev.docx", {"mål": True, "mål[].frist": False})
    assert "{% if m.frist %} … {% endif %}" in mistake.hint


def test_fields_tell_path_place_and_guard():
    body = p("{{ ung.navn }}") + p("{% if ung.cpr %}{{ ung.cpr }}{% endif %}")
    body += table(["{%tr for m in mål %}"], ["{{ m.mål }}"], ["{%tr endfor %}"])
    fields = word.compile_template(docx(body), "brev.docx").fields()
    assert [(f.path, f.where.paragraph, f.guarded) for f in fields] == [
        ("ung.navn", 1, False),
        ("ung.cpr", 2, True),
        ("mål", 3, False),
        ("mål[].mål", 4, False),
    ]

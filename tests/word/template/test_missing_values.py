"""Missing values: all at once, by name and place; gaps in a draft."""

import pickle

import pytest
from word_files import docx, p, table, texts_of, xml_of

from samarbejde_cli import word
from samarbejde_cli.word import MissingValuesError, RenderError

ROWS = table(["{%tr for m in mål %}", ""], ["{{ m.mål }}", "{{ m.frist }}"], ["{%tr endfor %}", ""])
CONTEXT = {"ung": {"navn": None}, "mål": [{"mål": "A", "frist": "i morgen"}, {"mål": None}]}


def compiled(body: str, **parts: str) -> word.Template:
    return word.compile_template(docx(body, **parts), "brev.docx")


def mistakes_of(template: word.Template, context: dict[str, object]) -> tuple[word.Mistake, ...]:
    with pytest.raises(MissingValuesError) as caught:
        template.render(context)
    return caught.value.mistakes


def test_all_missing_values_are_told_at_once_with_field_place_and_route():
    template = compiled(
        p("Til {{ ung.navn }}") + ROWS + p("{{ x }}"), header=p("{{ ung.efternavn }}")
    )
    found = {(m.field, m.route, m.place.part) for m in mistakes_of(template, CONTEXT)}
    assert found == {
        ("ung.navn", ("ung", "navn"), "brødtekst"),
        ("mål[].mål", ("mål", 1, "mål"), "brødtekst"),
        ("mål[].frist", ("mål", 1, "frist"), "brødtekst"),
        ("x", ("x",), "brødtekst"),
        ("ung.efternavn", ("ung", "efternavn"), "sidehoved"),
    }


def test_the_message_names_template_paragraph_text_field_and_remedy():
    with pytest.raises(MissingValuesError) as caught:
        compiled(p("Hej") + p("Kære {{ ung.navn }}")).render(CONTEXT)
    assert caught.value.message == (
        "brev.docx, brødtekst, afsnit 2: »Kære {{ ung.navn }}«\n  Feltet ung.navn er ikke udfyldt."
    )
    assert caught.value.hint == (
        "Udfyld feltet, eller sæt {% if ung.navn %} … {% endif %} om det i skabelonen."
    )


def test_an_error_can_be_sent_between_processes():
    with pytest.raises(MissingValuesError) as caught:
        compiled(p("{{ x }}")).render({})
    sent = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 — dumped on the same line
    assert (sent.mistakes, sent.message, sent.hint) == (
        caught.value.mistakes, caught.value.message, caught.value.hint)  # fmt: skip


def test_a_field_that_is_missing_in_many_places_is_told_once():
    with pytest.raises(MissingValuesError) as caught:
        compiled(p("{{ x }}") + p("{{ x }} {{ y }}") + p("Ja {{ x }}")).render({})
    assert caught.value.message == (
        "2 felter er ikke udfyldt:\n"
        "brev.docx, brødtekst, afsnit 1: »{{ x }}«\n"
        "  Feltet x er ikke udfyldt. (og 2 steder mere)\n"
        "brev.docx, brødtekst, afsnit 2: »{{ x }} {{ y }}«\n"
        "  Feltet y er ikke udfyldt."
    )
    assert len(caught.value.mistakes) == 4


@pytest.mark.parametrize(
    "written",
    [
        "{{ x }}", "{{ x.y.z }}", "{{ x + 1 }}", "{% if x > 1 %}{% endif %}", "{{ x|upper }}",
        "{% for a in x %}{% endfor %}", "{{ x() }}", "{{ x|length }}",
        "{% if x == 'a' %}{% endif %}",
        "{{ x|liste }}", "{{ x[0] }}", "{{ 'a' ~ x }}", "{{ x|dato }}",
    ],
)  # fmt: skip
def test_needing_an_absent_value_is_a_mistake(written):
    assert {m.kind for m in mistakes_of(compiled(p(written)), {})} == {"missing"}


@pytest.mark.parametrize("field", ["x", "ung.x"])
@pytest.mark.parametrize(
    "written",
    [
        "{{ @ }}", "{{ @|upper }}", "{{ @|dato }}", "{{ @|liste }}", "{{ 'a' ~ @ }}",
        "{{ [@]|join }}",
        "{{ ['a', @]|liste }}", "{{ @|replace('a', 'b') }}", "{{ @|trim|title }}", "{{r @ }}",
        "{{p @ }}", "{{ @|join(', ') }}", "{% set y = @ %}{{ y }}", "{{ @|first }}",
    ],
)  # fmt: skip
def test_none_never_prints(written, field):
    context = {"x": None, "ung": {"x": None}}
    (mistake,) = mistakes_of(compiled(p(written.replace("@", field))), context)
    assert (mistake.kind, mistake.field) == ("missing", field)
    assert mistake.route == tuple(field.split("."))


def test_a_loop_over_none_is_a_mistake():
    found = mistakes_of(compiled(p("{% for a in x %}{{ a }}{% endfor %}")), {"x": None})
    assert [m.field for m in found] == ["x"]


@pytest.mark.parametrize("written", ["{{ x }}", "{% for a in x %}{{ a }}{% endfor %}"])
def test_a_field_with_the_name_of_one_below_a_group_is_told_apart(written):
    template = compiled(p("{{ tider.x | kl }}") + p(written))
    found = mistakes_of(template, {"tider": {"x": None}, "x": None})
    assert [m.route for m in found] == [("tider", "x"), ("x",)]


@pytest.mark.parametrize(
    "written",
    ["{% if x %}{{ x }}{% endif %}", "{{ x|default('') }}", "{{ x or '' }}",
     "{% if not x %}{% endif %}", "{% if x is defined %}{% endif %}", "{{ x if x else '' }}"],
)  # fmt: skip
def test_a_guarded_value_may_be_missing(written):
    assert texts_of(compiled(p(written)).render({})) == [""]


def test_a_draft_shows_highlighted_gaps_and_keeps_the_look():
    template = compiled(p("Kære {{ ung.navn }}, hej", look="<w:b/>"))
    document = template.render({"ung": {}}, draft=True)
    assert texts_of(document) == ["Kære [mangler: ung.navn], hej"]
    assert '<w:rPr><w:b/><w:highlight w:val="yellow"/></w:rPr>' in xml_of(document)


def test_a_draft_shows_gaps_in_every_kind_of_place():
    body = p("{{r a }}") + p("{{p b }}") + p("{% if c %}{% endif %}x")
    assert texts_of(compiled(body).render({}, draft=True)) == ["[mangler: a]", "[mangler: b]", "x"]


@pytest.mark.parametrize(
    ("written", "value", "kind"),
    [
        ("{{ x }}", "a\x00b", "illegal_character"),
        ("{{ x }}", "a\x07b", "illegal_character"),
        ("{{ x }}", "a\ud800", "illegal_character"),
        ("{{ x }}", "\uffff", "illegal_character"),
        ("{{r x }}", "\x1b", "illegal_character"),
        ("{{p x }}", ["ok", "\x1b"], "illegal_character"),
        ("{{ x }}", {"a": 1}, "unprintable"),
        ("{{ x }}", object(), "unprintable"),
        ("{{ x / 0 }}", 1, "failed"),
        ("{{ x|attr('__class__') }}", 1, "forbidden"),
        ("{{ x|map(attribute='__class__')|list }}", [1], "forbidden"),
        ("{% for i in range(100000) %}{% for j in range(9) %}{% endfor %}{% endfor %}", 1, "limit"),
        ("{{ 'a' * 10000000 }}", 1, "limit"),
        ("{{ 'a'|center(100000000) }}", 1, "limit"),
        ("{{ 'a'.ljust(100000000) }}", 1, "limit"),
        ("{{ '%0100000000d'|format(1) }}", 1, "limit"),
        ("{{ '%0100000000d' % 1 }}", 1, "limit"),
        ("{{ 10 ** 1000 }}", 1, "limit"),
        ("{{ [1] * 10000000 }}", 1, "limit"),
        ("{{ '{:>100000000}'.format(1) }}", 1, "limit"),
        ("{% macro m() %}{% for i in range(99999) %}" + "langt " * 200
         + "{% endfor %}{% endmacro %}{{ m() }}", 1, "limit"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", 1, "limit"),
        ("{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(40) }}",
         1, "limit"),
    ],
)  # fmt: skip
def test_what_cannot_be_rendered_is_told_with_its_place(written, value, kind):
    with pytest.raises(RenderError) as caught:
        compiled(p(f"Her: {written}")).render({"x": value}, draft=True)
    (mistake,) = caught.value.mistakes
    assert (mistake.kind, mistake.place.paragraph) == (kind, 1)


@pytest.mark.parametrize(
    "written",
    ["{% filter upper %}a & {{ x }}{% endfilter %}",
     "{% set y %}{{ x }}{% endset %}{{ y|truncate(6) }}"],
)  # fmt: skip
def test_a_filter_that_spoils_captured_text_is_told(written):
    with pytest.raises(RenderError, match="macro, set, call eller filter"):
        compiled(p(written)).render({"x": "<<<<<<"})


def test_a_field_below_an_empty_group_is_told_by_its_own_name():
    template = compiled(p("{{ koordinator.navn }}"))
    context = {"ung": {"email": None}, "koordinator": None}
    (mistake,) = mistakes_of(template, context)
    assert (mistake.field, mistake.route) == ("koordinator.navn", ("koordinator", "navn"))

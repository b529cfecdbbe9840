"""Files that are unsafe or not Word are refused in plain words; nothing else leaves the engine."""

import pytest
from hostile_word_files import FETCHING, FILES, GOOD, HARMLESS, HOSTILE, tied, with_types
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from word_files import docx, p, packed, table, unpacked

from samarbejde_cli import word
from samarbejde_cli.word import RefusedError, TemplateError


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_plain_words(name):
    data, kind, words = HOSTILE[name]
    with pytest.raises(RefusedError, match=words) as caught:
        word.compile_template(data, "brev.docx")
    assert caught.value.mistakes[0].kind == kind
    assert [m.kind for m in word.check(data, "brev.docx")] == [kind]


def test_a_word_template_is_made_into_a_document():
    data = with_types("document.main", "template.main")
    document = word.compile_template(data, "brev.dotx").render({"ung": {"navn": "Bo"}, "mål": []})
    assert b"document.main" in unpacked(document)["[Content_Types].xml"]


@pytest.mark.parametrize("name", FETCHING)
def test_a_file_that_fetches_from_outside_is_refused_by_all_alike(name):
    with pytest.raises(RefusedError, match=r"udefra|ikke kan se ind i") as caught:
        word.compile_template(FETCHING[name], "brev.docx")
    assert {m.kind for m in caught.value.mistakes} == {"external"}
    assert set(caught.value.mistakes) <= {*word.check(FETCHING[name], "brev.docx")}
    assert caught.value.mistakes == word.external_content(FETCHING[name], "brev.docx")


@pytest.mark.parametrize("name", HARMLESS)
def test_what_fetches_nothing_until_it_is_clicked_is_let_be(name):
    assert word.check(HARMLESS[name], "brev.docx") == ()
    assert word.compile_template(HARMLESS[name], "brev.docx")


def test_the_code_of_a_field_is_shown_where_it_stands():
    (mistake,) = word.external_content(FETCHING["field-IMPORT"], "brev.docx")
    assert (mistake.place.part, mistake.place.paragraph) == ("brødtekst", 2)
    assert "^^^^^^^^^^^^" in mistake.excerpt()


def test_the_template_and_the_mail_merge_of_a_file_are_left_out_and_remarked():
    remarks = word.check(tied(), "brev.docx")
    assert [m.kind for m in remarks] == ["dropped", "dropped"]
    assert all(m.is_remark and m.hint for m in remarks)
    document = word.compile_template(tied(), "brev.docx").render({"ung": {"navn": "Bo"}, "mål": []})
    settings = unpacked(document)["word/settings.xml"]
    assert b"defaultTabStop" in settings
    assert word.external_content(document, "brev.docx") == ()
    assert b"mailMerge" not in settings
    assert b"attachedTemplate" not in settings


def use(data: bytes) -> None:
    """Do with a file all that the engine can do; what it renders must be a sound file."""
    word.check(data, "x.docx", {"ung.navn": True})
    try:
        template = word.compile_template(data, "x.docx")
        document = template.render({"ung": {"navn": "Bo"}, "mål": ["a"], "x": "y"}, draft=True)
    except TemplateError:
        return
    assert word.dump(document)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_only_our_errors_leave_the_engine_for_mutated_packages(data):
    file = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(file) - 1))
        file[at] = data.draw(st.integers(0, 255))
    use(bytes(file))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_only_our_errors_leave_the_engine_for_mutated_parts(data):
    files = dict(FILES)
    name = data.draw(st.sampled_from(sorted(files)))
    content = files[name]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 60)))
    new = data.draw(st.one_of(st.binary(max_size=20), st.sampled_from([content[:end], b"<w:p>"])))
    files[name] = content[:start] + new + content[end:]
    use(packed(files))


@pytest.mark.parametrize(
    "written",
    [
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
        "{{ " + "(" * 300 + "1" + ")" * 300 + " }}",
        "{{ " + "not " * 5000 + "x }}",
        "{{ " + "1+" * 5000 + "1 }}",
        "{{ " + "-" * 3000 + "1 }}",
        "{{ x" + ".a" * 5000 + " }}",
        "{% for a in x %}" * 30 + "{% endfor %}" * 30,
        "{% if x %}" * 300 + "{% endif %}" * 300,
        "{{ x" + "|upper" * 3000 + " }}",
        "{{ x" + "[0]" * 3000 + " }}",
    ],
    ids=range(10),
)
def test_tags_that_nest_too_deeply_are_told(written):
    use(docx(p(written)))
    assert {m.kind for m in word.check(docx(p(written)), "x.docx")} <= {"syntax", "limit"}


VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.dates(),
        st.times(), st.datetimes(), st.binary(max_size=4), st.sampled_from([object()]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["a", "b"]), inner),
        st.just({1}),
    ),
    max_leaves=6,
)  # fmt: skip
DEMANDING = word.compile_template(
    docx(
        p("{{ x }} {{ x.a }} {{ x[0] }} {{ x|upper }} {{ x|liste }} {{ x|dato }} {{ x ~ x.b }}")
        + p("{% if x > 3 %}a{% endif %}{{ x|join(x.a) }}{{ x|length }}{{ x + 1 }}{{ x.a.b }}")
        + p("{{r x }}") + p("{{p x }}") + p("{% for y in x %}{{ y }}{{ y.a }}{% endfor %}")
        + table(
            ["{%tr for y in x %}"],
            ["{% cellbg y %}{% colspan y %}{{ y }}"],
            ["{%tr endfor %}"],
        )
    ),
    "x.docx",
)  # fmt: skip


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(VALUES, st.booleans())
def test_only_our_errors_leave_a_render_for_any_values(value, draft):
    try:
        document = DEMANDING.render({"x": value}, draft=draft)
    except TemplateError:
        return
    assert word.dump(document)


PIECES = [
    "{{", "}}", "{%", "%}", "{#", "#}", "{%p ", "{%tr ", "{%tc ", "{%r ", "{{r ", "{{p ", "-%}",
    "{%-", "if ", "for x in ", "endif", "endfor", "else", "mål", "ung.navn", "x", " ", "|",
    "'", '"',
    "(", ")", "[", "]", ".", "_", "1", "*", "vm", "hm", "colspan ", "cellbg ", "raw",
    "endraw", "set ",
    "=", "{_{", "}_}", "macro ", "endmacro", "call ", "loop.index", "\n", "range(9)", "~",
    "\\", "“", "|upper", "|truncate(3)", "{% filter upper %}", "{% endfilter %}", "&", "<",
    "{% set x %}", "{% endset %}", "{{ x|replace('a', '<') }}", "{{ x }}", "{% for x in mål %}",
    "{% endfor %}", "{% if x %}", "{% endif %}", "{% else %}", "{%p endfor %}",
]  # fmt: skip


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), min_size=1, max_size=4),
    st.sampled_from(["paragraphs", "cells", "rows", "runs"]),
)
def test_only_our_errors_leave_the_engine_for_any_tags(texts, place):
    body = {
        "paragraphs": "".join(p(text) for text in texts),
        "cells": table(texts),
        "rows": table(*[[text] for text in texts]),
        "runs": p(*texts),
    }[place]
    use(docx(body))

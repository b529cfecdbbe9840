"""Files that are unsafe or not Word are refused in plain words; nothing else leaves the engine."""

import io
import struct
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from word_files import docx, p, packed, table, unpacked

from samarbejde_cli import word
from samarbejde_cli.word import RefusedError, TemplateError

GOOD = docx(
    p("Kære {{ ung.navn }}") + table(["{%tr for m in mål %}"], ["{{ m }}"], ["{%tr endfor %}"])
)
FILES = unpacked(GOOD)


def with_files(**changed: bytes | str) -> bytes:
    names = {name.replace("__", "/").replace("_xml", ".xml"): c for name, c in changed.items()}
    return packed({**FILES, **names})


def with_types(old: str, new: str) -> bytes:
    types = FILES["[Content_Types].xml"].decode()
    assert old in types
    return packed({**FILES, "[Content_Types].xml": types.replace(old, new)})


def doubled() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in FILES.items():
            archive.writestr(name, content)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("word/document.xml", FILES["word/document.xml"])
    return buffer.getvalue()


def encrypted_entry() -> bytes:
    data = bytearray(GOOD)
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def lying_size() -> bytes:
    """A directory that promises a small part where a big one is packed."""
    data = bytearray(packed({**FILES, "word/document.xml": b" " * 5_000_000}))
    at = data.rfind(b"word/document.xml") - 46
    struct.pack_into("<I", data, at + 24, 1000)
    return bytes(data)


def newer_zip() -> bytes:
    """An entry that says it needs a version of ZIP that nobody knows."""
    data = bytearray(GOOD)
    data[data.rfind(b"PK\x01\x02") + 6] = 99
    return bytes(data)


DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "b">]>'
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
HOSTILE = {
    "empty": (b"", "other_kind", "ikke en Word-fil"),
    "text": (b"hej", "other_kind", "ikke en Word-fil"),
    "pdf": (b"%PDF-1.7 ...", "other_kind", "en PDF-fil"),
    "rtf": (b"{\\rtf1 hej}", "other_kind", "en RTF-fil"),
    "old-word": (OLE, "other_kind", "gamle Word-format"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "adgangskode"),
    "zip": (packed({"a.txt": "x"}), "other_kind", "ikke en Word-fil"),
    "opendocument": (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "other_kind",
                     "OpenDocument"),
    "excel": (with_types("wordprocessingml.document.main", "spreadsheetml.sheet.main"),
              "other_kind", "ikke et Word-dokument"),
    "cut": (GOOD[: len(GOOD) // 2], "damaged", "beskadiget"),
    "broken-xml": (with_files(word__document_xml=b"<w:document"), "damaged", "beskadiget"),
    "macros": (with_files(**{"word__vbaProject.bin": b"x"}), "macros", "makroer"),
    "macro-type": (with_types("openxmlformats-officedocument.wordprocessingml.document.main",
                              "ms-word.document.macroEnabled.main"), "macros", "makroer"),
    "doctype": (with_files(word__document_xml=DOCTYPE + b"<x/>"), "doctype", "DTD"),
    "doctype-elsewhere": (with_files(word__styles_xml=DOCTYPE + b"<x/>"), "doctype", "DTD"),
    "doctype-utf16": (with_files(word__document_xml=('<?xml version="1.0" encoding="UTF-16"?>'
                      + DOCTYPE.decode() + "<x/>").encode("utf-16")), "doctype", "DTD"),
    "entities": (with_files(word__document_xml=BOMB), "doctype", "DTD"),
    "absolute-name": (with_files(**{"/etc/passwd": b"x"}), "odd_names", "/etc/passwd"),
    "parent-name": (with_files(**{"word/../../x": b"x"}), "odd_names", "word/../../x"),
    "drive-name": (with_files(**{"C:\\x": b"x"}), "odd_names", "C:"),
    "same-name": (with_files(**{"WORD/DOCUMENT.XML": b"x"}), "odd_names", "to gange"),
    "double": (doubled(), "odd_names", "to gange"),
    "bomb": (with_files(word__x_xml=bytes(60_000_000)), "too_big", "urimeligt meget"),
    "many-parts": (with_files(**{f"word/x{i}": b"" for i in range(6000)}), "too_big", "urimeligt"),
    "encrypted-entry": (encrypted_entry(), "encrypted", "adgangskode"),
    "newer-zip": (newer_zip(), "damaged", "beskadiget"),
    "lying-size": (lying_size(), "damaged", "beskadiget"),
    "strict": (with_files(word__document_xml=FILES["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main")), "other_kind", "Strict"),
    "reserved-letters": (with_files(word__document_xml=FILES["word/document.xml"].replace(
        "Kære".encode(), "\ufdd0".encode())), "reserved", "skjulte tegn"),
}  # fmt: skip


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


def test_what_a_file_would_fetch_from_elsewhere_is_told():
    relations = FILES["word/_rels/document.xml.rels"].decode().replace(
        "</Relationships>",
        '<Relationship Id="rId9" Type="http://x/attachedTemplate" Target="http://ond.example/a.dotm"'
        ' TargetMode="External"/><Relationship Id="rId8" Type="http://x/hyperlink" '
        'Target="https://soroe.example" TargetMode="External"/></Relationships>',
    )  # fmt: skip
    data = packed({**FILES, "word/_rels/document.xml.rels": relations})
    (mistake,) = word.check(data, "brev.docx")
    assert mistake.kind == "external"
    assert "http://ond.example/a.dotm" in mistake.message


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

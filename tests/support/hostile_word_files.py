"""Word files that nobody should open: broken, locked, swollen, with code or with long arms."""

import io
import struct
import zipfile
from html import escape

import pytest
from word_files import NAMESPACES, docx, p, packed, table, unpacked

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
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


def damaged() -> bytes:
    """A good file with forty bytes changed in the middle of what is packed."""
    data = bytearray(GOOD)
    for at in range(200, 240):
        data[at] ^= 0xFF
    return bytes(data)


DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "b">]>'
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
HOSTILE = {
    "forty-bytes": (damaged(), "damaged", "beskadiget"),
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


def with_relation(kind: str, target: str, part: str = "document", mode: str = "External") -> bytes:
    """The good file with one relation more, from its body or from another part."""
    name = f"word/_rels/{part}.xml.rels"
    relation = f'<Relationship Id="rId77" Type="{_RELATIONS}{kind}" Target="{target}"'
    relation += f' TargetMode="{mode}"/>'
    end = "</Relationships>"
    old = FILES.get(name, f'<Relationships xmlns="{_PACKAGE}">{end}'.encode()).decode()
    return packed({**FILES, name: old.replace(end, relation + end)})


def with_field(code: str) -> bytes:
    """The good file with a field of Word's own, its code split over runs as Word does."""
    half = len(code) // 3
    return docx(p("Kære {{ ung.navn }}") + f"<w:p>{field(code[:half], code[half:])}</w:p>")


def field(*codes: str, result: str = "<w:r><w:t>før</w:t></w:r>") -> str:
    kinds = [f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")]
    runs = "".join(
        code
        if code.startswith("<")
        else f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
        for code in codes
    )
    return f"{kinds[0]}{runs}{kinds[1]}{result}{kinds[2]}"


SETTINGS = (
    f'<w:settings {NAMESPACES}><w:attachedTemplate r:id="rId1"/><w:mailMerge>'
    '<w:mainDocumentType w:val="formLetters"/><w:dataType w:val="textFile"/><w:query '
    'w:val="borgere"/><w:dataSource r:id="rId2"/></w:mailMerge>'
    '<w:defaultTabStop w:val="709"/></w:settings>'
)


def tied() -> bytes:
    """The good file with what Word writes of the template and the mail merge that it came from."""
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}{kind}" Target="file:///C:/{target}" '
        'TargetMode="External"/>'
        for number, kind, target in (
            (1, "attachedTemplate", "brev.dotm"),
            (2, "mailMergeSource", "borgere.csv"),
        )
    )
    types = FILES["[Content_Types].xml"].decode()
    override = (
        '<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.settings+xml"/></Types>'
    )
    return packed(
        {
            **FILES,
            "[Content_Types].xml": types.replace("</Types>", override),
            "word/settings.xml": SETTINGS,
            "word/_rels/settings.xml.rels": (
                f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>'
            ),
        }
    )


_DRAWN = docx(
    '<w:p><w:r><w:pict><v:imagedata src="http://ond.example/a.png"/></w:pict></w:r></w:p>'
)

FETCHING = {
    "picture": with_relation("image", "http://ond.example/a.png"),
    "picture-on-a-share": with_relation("image", "\\\\ond\\a.png", mode="Internal"),
    "object": with_relation("oleObject", "file:///c:/a.xlsx"),
    "part-of-a-master-document": with_relation("subDocument", "kapitel.docx"),
    "frame": with_relation("frame", "http://ond.example", "webSettings"),
    "in-a-part-that-is-not-there": with_relation("image", "http://ond.example", "nowhere"),
    "other-format-inside": with_relation("aFChunk", "afchunk.mht", mode="Internal"),
    "link-that-is-shown": packed(
        {
            **unpacked(with_relation("hyperlink", "http://ond.example/a.png")),
            "word/document.xml": unpacked(
                docx(p("x") + '<w:p><w:r><a:blip r:link="rId77"/></w:r></w:p>')
            )["word/document.xml"],
        }
    ),
    "old-drawing": _DRAWN,
    "old-drawing-in-utf-16": packed(
        {
            **unpacked(_DRAWN),
            "word/document.xml": unpacked(_DRAWN)["word/document.xml"]
            .decode()
            .replace("UTF-8", "UTF-16")
            .encode("utf-16"),
        }
    ),
    "simple-field": docx('<w:p><w:fldSimple w:instr=" DDEAUTO cmd /c "/></w:p>'),
    "field-in-a-field": docx(f"<w:p>{field(' IF 1 = 1 ', field(' includepicture x '))}</w:p>"),
    "field-without-an-end": docx(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> RD a.docx'
        "</w:instrText></w:r></w:p>"
    ),
    "field-in-a-header": docx(p("x"), header=f"<w:p>{field(' LINK Excel.Sheet a.xlsx ')}</w:p>"),
    "deleted-field": docx(
        '<w:p><w:del w:id="1"><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText>'
        ' IMPORT a.png </w:delInstrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>'
        "</w:p>"
    ),
    **{
        f"field-{code.split()[0]}": with_field(code)
        for code in (
            " INCLUDETEXT a.docx ",
            ' INCLUDEPICTURE "http://ond.example/a.png" \\d ',
            " DDE Excel a.xlsx ",
            ' DATABASE \\d "C:/a.mdb" ',
            " IMPORT a.png ",
            " INCLUDE a.docx ",
        )
    },
}
"""Sound files that read something from outside when they are opened."""
HARMLESS = {
    "link": with_relation("hyperlink", "https://soroe.example"),
    "link-field": with_field(' HYPERLINK "https://soroe.example" '),
    "page-number": with_field(" PAGE "),
    "word-in-the-text": docx(p("INCLUDETEXT og mailMerge er ord.")),
}

"""Old mail merge letters as Word writes them: fields of several runs, fields inside fields."""

from word_files import NAMESPACES, packed, r, unpacked

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def code(text: str, look: str = "") -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    inner = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{inner}<w:instrText xml:space="preserve">{escaped}</w:instrText></w:r>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(*inside: str, result: str = "") -> str:
    """A field; what is inside its code is text, or XML when it starts with ``<``."""
    codes = "".join(each if each.startswith("<") else code(each) for each in inside)
    shown = f"{mark('separate')}{result}" if result else ""
    return f"{mark('begin')}{codes}{shown}{mark('end')}"


def merge(name: str, switches: str = "", look: str = "") -> str:
    return field(f" MERGEFIELD {name} {switches}", result=r(f"«{name}»", look))


def paragraph(*inside: str) -> str:
    """A paragraph of texts, and of XML where it starts with ``<``."""
    return f"<w:p>{''.join(each if each.startswith('<') else r(each) for each in inside)}</w:p>"


def with_data_source(letter: bytes) -> bytes:
    """A letter tied to a file of recipients, as Word saves it."""
    files = unpacked(letter)
    files["word/settings.xml"] = (
        f"<w:settings {NAMESPACES}><w:mailMerge>"
        '<w:mainDocumentType w:val="formLetters"/>'
        '<w:connectString w:val="Provider=Microsoft.ACE.OLEDB.12.0;Data Source=borgere.xlsx"/>'
        '<w:query w:val="borgere"/><w:dataSource r:id="rId1"/>'
        '<w:odso><w:recipientData r:id="rId2"/></w:odso></w:mailMerge></w:settings>'
    )
    source, recipients = (f"{_OFFICE}/{each}" for each in ("mailMergeSource", "recipientData"))
    files["word/_rels/settings.xml.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{source}" Target="borgere.xlsx" TargetMode="External"/>'
        f'<Relationship Id="rId2" Type="{recipients}" Target="recipientData.xml"/></Relationships>'
    )
    files["word/recipientData.xml"] = f"<w:recipients {NAMESPACES}/>"
    _add(files, "[Content_Types].xml", _override("settings") + _override("recipientData"))
    settings = f'<Relationship Id="rId99" Type="{_OFFICE}/settings" Target="settings.xml"/>'
    _add(files, "word/_rels/document.xml.rels", settings)
    return packed(files)


def _override(name: str) -> str:
    kind = {"recipientData": "mailMergeRecipientData"}.get(name, name)
    return f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'


def _add(files: dict[str, bytes], name: str, xml: str) -> None:
    end = files[name].rindex(b"</")
    files[name] = files[name][:end] + xml.encode() + files[name][end:]

"""The names of parts that every Word file calls alike."""

TYPES = "[Content_Types].xml"
BODY = "word/document.xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
FONT_TABLE = "word/fontTable.xml"
CORE = "docProps/core.xml"
CUSTOM = "docProps/custom.xml"

"""The look that all templates share: type, colours, headings, tables, A4, Danish.

Colours and type are Word's own theme: text refers to ``accent1`` and to the theme's font, so a
municipality's colour and font come in by changing the theme, and Word shows them in its menus.
Sizes are points, distances twentieths of a point.
"""

from collections.abc import Sequence

ACCENT, TINT, GREY, LINE, FONT = "1F4E5F", "E9EDEF", "595959", "8C8C8C", "Calibri"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_CELLS = ("top", "left", "bottom", "right", "insideH", "insideV")
_KEEP = "<w:keepNext/><w:keepLines/>"
_HYPHENS = '<w:suppressAutoHyphens w:val="0"/>'
"""Words are divided in the narrow columns of tables and forms only."""
_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_ACCENTED = f'<w:color w:val="{ACCENT}" w:themeColor="accent1"/>'
_GREYED = f'<w:color w:val="{GREY}"/>'
_FACE = "".join(f' w:{script}Theme="minorHAnsi"' for script in ("ascii", "hAnsi"))
_THIN = f'w:val="single" w:sz="4" w:color="{LINE}"'
_THICK = f'w:val="single" w:sz="18" w:color="{ACCENT}" w:themeColor="accent1"'
TINTED = f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}" w:themeFill="accent2"/>'


def styles(size: float, small: float) -> str:
    """Return the styles of a document whose running text, and whose small text, has this size."""
    body = _defaults(size) + _letters(size, small) + _forms(size)
    return f"{HEAD}<w:styles {SPACES}>{body}</w:styles>"


def _defaults(size: float) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{_FACE}/>{_size(size)}"
        '<w:lang w:val="da-DK" w:eastAsia="da-DK" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{_spacing(0, 120)}</w:pPr></w:pPrDefault></w:docDefaults>"
        + _style("Normal", "Normal", "<w:widowControl/><w:suppressAutoHyphens/>", based="")
        + '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
        + '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" '
        f'w:type="dxa"/>{_margins(0, 108)}</w:tblPr></w:style>'
    )


def _letters(size: float, small: float) -> str:
    tab = '<w:tab w:val="{}" w:pos="{}"/>'.format
    narrow = f"<w:tabs>{tab('right', 9412)}</w:tabs>"
    wide = f"<w:tabs>{tab('clear', 9412)}{tab('right', 14700)}</w:tabs>"
    bullet = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    edge = f'<w:pBdr><w:left {_THICK} w:space="10"/></w:pBdr>'
    return "".join((
        _style("Title", "Title", _KEEP + _spacing(0, 40, 240) + _outline(1),
               _BOLD + _ACCENTED + _size(size * 1.8)),
        _style("Subtitle", "Subtitle", _KEEP + _spacing(0, 200, 252), _GREYED + _size(size + 2.5)),
        _style("Heading2", "heading 2", _KEEP + _spacing(300, 100, 252)
               + _outline(2), _BOLD + _ACCENTED + _size(size + 3)),
        _style("Heading3", "heading 3", _KEEP + _spacing(200, 80, 252)
               + _outline(3), _BOLD + _size(size + 1)),
        _style("Dagsordenspunkt", "Dagsordenspunkt",
               '<w:keepNext w:val="0"/>' + _spacing(0, 40, 252),
               '<w:color w:val="auto"/>' + _size(size + 1), based="Heading2"),
        _style("ListBullet", "List Bullet", bullet + _spacing(0, 40) + "<w:contextualSpacing/>"),
        _style("EgneOrd", "Egne ord",
               "<w:keepLines/>" + edge + _spacing(60, 100) + '<w:ind w:left="284"/>', _ITALIC),
        _style("Adresse", "Adresse", _spacing(0, 0)),
        _style("Modtager", "Modtager", narrow + _spacing(0, 0), based="Adresse"),
        _style("Adresseslut", "Adresseslut",
               '<w:spacing w:before="0" w:after="0" w:line="320" w:lineRule="exact"/>'),
        _style("Hilsen", "Hilsen", _KEEP + _spacing(140, 160)),
        _style("Underskrift", "Underskrift", _KEEP + _spacing(0, 0)),
        _style("Lille", "Lille tekst", _HYPHENS + _spacing(0, 40), _GREYED + _size(small)),
        _style("Måltekst", "Mål i tekst", _KEEP + _spacing(160, 40)),
        _style("Brevhovednavn", "Brevhoved navn", _spacing(0, 0), _BOLD + _ACCENTED + _size(14)),
        _style("Header", "header", _spacing(0, 0), _GREYED + _size(9.5)),
        _style("Footer", "footer", narrow + _spacing(0, 0), _GREYED + _size(9.5)),
        _style("Footerwide", "Sidefod på tværs", wide + _spacing(0, 0), based="Footer"),
    ))  # fmt: skip


def _forms(size: float) -> str:
    lines = ("top", "bottom", "insideH")
    return "".join((
        _style("Tabeltekst", "Tabeltekst", _HYPHENS + _spacing(0, 0, 259)),
        _style("Celleslut", "Celleslut",
               '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'),
        _style("Tabelmål", "Tabelmål", "", _BOLD, based="Tabeltekst"),
        _style("Rækkehoved", _HEADER_CELL, "", _BOLD, based="Tabeltekst", alias="Rækkehoved"),
        _style("Tabelhoved", "Tabelhoved", _KEEP + _HYPHENS + _spacing(0, 0, 252), _BOLD),
        _style("Tabelpunkt", "Tabelpunkt", '<w:numPr><w:numId w:val="2"/></w:numPr>'
               + _spacing(0, 30, 252), based="Tabeltekst"),
        _style("Klokken", "Klokkeslæt", _spacing(0, 0, 252), _BOLD + _ACCENTED + _size(size + 3)),
        _table("Usynlig", (), margins=(0, 0)),
        _table("Boks", (), margins=(70, 142), fill=TINTED),
        _table("Fakta", lines, margins=(80, 108)),
        _table("Skema", _CELLS, margins=(70, 108)),
    ))  # fmt: skip


def centered(
    style_id: str, name: str, points: float, *, bold: bool = False, on_accent: bool = False
) -> str:
    """Return a style for a short text in the middle of a shape, white on one in the accent."""
    color = '<w:color w:val="FFFFFF" w:themeColor="background1"/>' if on_accent else ""
    letters = (_BOLD if bold else "") + color + _size(points)
    return _style(style_id, name, _spacing(0, 0, 240) + '<w:jc w:val="center"/>', letters)


def dense_table(name: str) -> str:
    """Return a style for a table with lines around all cells and little white in them."""
    return _table(name, _CELLS, margins=(35, 108))


def dense_rows(name: str) -> str:
    """Return a style for a table with lines between its rows and little white in them."""
    return _table(name, ("top", "bottom", "insideH"), margins=(35, 108))


def frame_table(name: str) -> str:
    """Return a style for a table with a line around it and none inside."""
    return _table(name, _CELLS[:4], margins=(60, 142))


def gap(name: str, height: int = 240) -> str:
    """Return a style for an empty line, as between two cards, of a height in 20ths of a point."""
    return _style(
        name, name, f'<w:spacing w:before="0" w:after="0" w:line="{height}" w:lineRule="exact"/>'
    )


def exact_line(style_id: str, name: str, points: float, height: float) -> str:
    """Return a style for the lines of a table whose height is known."""
    twips = round(height * 20)
    looks = f'<w:spacing w:before="0" w:after="0" w:line="{twips}" w:lineRule="exact"/>'
    return _style(style_id, name, looks, _size(points), based="Tabeltekst")


def bare_table(name: str) -> str:
    """Return a style for a table with lines around all cells and no white above and below text."""
    return _table(name, _CELLS, margins=(0, 40))


def dense_line(style_id: str, name: str) -> str:
    """Return a style for the lines of a form in which there are many."""
    return _style(style_id, name, _spacing(25, 25, 245) + '<w:ind w:left="284" w:hanging="284"/>',
                  based="Tabeltekst")  # fmt: skip


def choice_line(style_id: str, name: str, width: int, hanging: int = 170) -> str:
    """Return a style for one of some choices: a text, and a box after dots on the right side."""
    tabs = (
        f'<w:tabs><w:tab w:val="left" w:pos="{hanging}"/>'
        f'<w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>'
    )
    looks = "<w:keepLines/>" + tabs + f'<w:ind w:left="{hanging}" w:hanging="{hanging}"/>'
    return _style(style_id, name, looks, based="Tabeltekst")


def box_line(style_id: str, name: str) -> str:
    """Return a style for such a line that ends with a box, at the right side of its cell."""
    tab = '<w:tabs><w:tab w:val="right" w:pos="4880"/></w:tabs>'
    looks = tab + _spacing(25, 25, 245) + '<w:ind w:left="284" w:hanging="284"/>'
    return _style(style_id, name, looks, based="Tabeltekst")


def dense_text(style_id: str, name: str) -> str:
    """Return a style for running text between the tables of a form."""
    return _style(style_id, name, _spacing(90, 50, 245))


def small_label(style_id: str, name: str, points: float) -> str:
    """Return a style for a word in the accent above a text in the cell of a table."""
    return _style(style_id, name, _KEEP, _ACCENTED + _size(points), based="Tabeltekst")


def _style(
    style_id: str,
    name: str,
    paragraph: str,
    letters: str = "",
    based: str = "Normal",
    *,
    alias: str = "",
) -> str:
    default = "" if based else ' w:default="1"'
    custom = "" if name.isascii() and name in _BUILT_IN else ' w:customStyle="1"'
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    other = f'<w:aliases w:val="{alias}"/>' if alias else ""
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/>{other}{parent}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


_HEADER_CELL = "Table Heading"
"""LibreOffice tags a cell as a header in a PDF when its text has the style of this name."""

_BUILT_IN = ("Normal", "Title", "Subtitle", "List Bullet", "header", "footer",
             "heading 2", "heading 3")  # fmt: skip


def _table(name: str, sides: Sequence[str], margins: tuple[int, int], fill: str = "") -> str:
    borders = "".join(f"<w:{side} {_THIN}/>" for side in sides)
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        f"{_margins(*margins)}</w:tblPr><w:tcPr>{fill}</w:tcPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{TINTED}</w:tcPr></w:tblStylePr></w:style>'
    )


def _margins(upright: int, sideways: int) -> str:
    sides = {"top": upright, "left": sideways, "bottom": upright, "right": sideways}
    inner = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides.items())
    return f"<w:tblCellMar>{inner}</w:tblCellMar>"


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level - 1}"/>'


def _spacing(before: int, after: int, line: int = 269) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def numbering() -> str:
    """Return the two kinds of bullets: in running text and in the cells of a table."""
    kinds = ((0, 397, 284), (1, 227, 227))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        f"<w:rPr>{_ACCENTED}</w:rPr></w:lvl></w:abstractNum>"
        for number, left, hanging in kinds
    )
    used = "".join(
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number, _, _ in kinds
    )
    return f"{HEAD}<w:numbering {SPACES}>{abstract}{used}</w:numbering>"


def fonts() -> str:
    """Return the table of fonts: what stands in where the usual one is not installed."""
    return (
        f'{HEAD}<w:fonts {SPACES}><w:font w:name="{FONT}"><w:altName w:val="Carlito"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def settings() -> str:
    """Return the settings: Word's present layout, Danish, the theme's colours."""
    mapping = "".join(
        f' w:{name}="{color}"'
        for name, color in (("bg1", "light1"), ("t1", "dark1"), ("bg2", "light2"), ("t2", "dark2"))
    ) + "".join(f' w:accent{n}="accent{n}"' for n in range(1, 7))
    return (
        f'{HEAD}<w:settings {SPACES}><w:defaultTabStop w:val="709"/>'
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:doNotHyphenateCaps/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="da-DK"/>'
        f'<w:clrSchemeMapping{mapping} w:hyperlink="hyperlink" '
        'w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def theme() -> str:
    """Return the theme that holds the municipality's colour, its light tint and its font."""
    colors = {"dk1": "000000", "lt1": "FFFFFF", "dk2": GREY, "lt2": "F2F2F2", "accent1": ACCENT,
              "accent2": TINT, "accent3": GREY, "accent4": LINE, "accent5": "404040",
              "accent6": "BFBFBF", "hlink": ACCENT, "folHlink": ACCENT}  # fmt: skip
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colors.items()
    )
    face = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = f'<a:ln w="6350">{fill[: len(fill) // 3]}</a:ln>' * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{HEAD}<a:theme xmlns:a="{_DRAWING}" name="Kommune"><a:themeElements>'
        f'<a:clrScheme name="Kommune">{scheme}</a:clrScheme><a:fontScheme name="Kommune">'
        f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Kommune"><a:fillStyleLst>{fill}</a:fillStyleLst><a:lnStyleLst>{line}'
        f"</a:lnStyleLst><a:effectStyleLst>{effect}</a:effectStyleLst><a:bgFillStyleLst>{fill}"
        "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )

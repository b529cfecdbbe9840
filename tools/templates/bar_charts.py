"""The charts of the half-year's report, with sample numbers: bars, stacked bars, lines.

Every series has a fill or a line that can be told from the others in black and white. Colours are
the theme's, so a municipality's own accent colour is in them; all of it can be changed in Word.
"""

from look import HEAD
from spider_web import letters, texts

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LABELS = ("Et svar", "Et andet svar", "Et tredje svar")
_SERIES = ("Første", "Anden", "Tredje", "Fjerde")
_PATTERNS = ("", "wdUpDiag", "pct10", "dkHorz")
_DASHES = (("solid", "circle"), ("dash", "diamond"), ("sysDot", "square"), ("lgDash", "triangle"))


def bars() -> str:
    """Return bars beside each other, with their numbers."""
    inner = (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f"{_all(_bar, numbers=True)}"
        '<c:gapWidth val="50"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>'
    )
    return _space(inner, most=None)


def stacked() -> str:
    """Return bars of which the parts stand one after the other, up to one hundred per cent."""
    inner = (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{_all(_bar, numbers=False)}<c:gapWidth val="50"/><c:overlap val="100"/>'
        '<c:axId val="1001"/><c:axId val="1002"/></c:barChart>'
    )
    return _space(inner, most=100)


def columns() -> str:
    """Return upright bars of which the parts stand on top of each other."""
    inner = (
        '<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{_all(_bar, numbers=False)}<c:gapWidth val="40"/><c:overlap val="100"/>'
        '<c:axId val="1001"/><c:axId val="1002"/></c:barChart>'
    )
    return _space(inner, most=None, turned=False)


def lines() -> str:
    """Return a line for each series over time."""
    inner = (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{_all(_line, numbers=False)}<c:marker val="1"/><c:axId val="1001"/><c:axId val="1002"/>'
        "</c:lineChart>"
    )
    return _space(inner, most=100, turned=False)


def _all(make: object, *, numbers: bool) -> str:
    return "".join(make(at, numbers=numbers) for at in range(len(_SERIES)))  # type: ignore[operator]


def _bar(at: int, *, numbers: bool) -> str:
    color = f'<a:schemeClr val="{"accent1" if at % 2 == 0 else "accent3"}"/>'
    fill = f"<a:solidFill>{color}</a:solidFill>"
    if _PATTERNS[at]:
        fill = (
            f'<a:pattFill prst="{_PATTERNS[at]}"><a:fgClr>{color}</a:fgClr>'
            '<a:bgClr><a:schemeClr val="lt1"/></a:bgClr></a:pattFill>'
        )
    edge = '<a:ln w="9525"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln>'
    look = f'<c:spPr>{fill}{edge}</c:spPr><c:invertIfNegative val="0"/>'
    return _series(at, look, _numbers() if numbers else "")


def _line(at: int, *, numbers: bool) -> str:
    del numbers
    dash, sign = _DASHES[at]
    color = f'<a:solidFill><a:schemeClr val="{"accent1" if at % 2 == 0 else "tx1"}"/></a:solidFill>'
    look = (
        f'<c:spPr><a:ln w="25400" cap="rnd">{color}<a:prstDash val="{dash}"/><a:round/></a:ln>'
        f'</c:spPr><c:marker><c:symbol val="{sign}"/><c:size val="8"/>'
        f"<c:spPr>{color}</c:spPr></c:marker>"
    )
    return _series(at, look, "")


def _series(at: int, look: str, numbers: str) -> str:
    column = "BCDE"[at]
    values = "".join(f'<c:pt idx="{n}"><c:v>{10 * (at + n + 1)}</c:v></c:pt>' for n in range(3))
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/>'
        f"<c:tx>{texts(f'Ark1!${column}$1', (_SERIES[at],))}</c:tx>{look}{numbers}"
        f"<c:cat>{texts('Ark1!$A$2:$A$4', _LABELS)}</c:cat><c:val><c:numRef>"
        f"<c:f>Ark1!${column}$2:${column}$4</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="3"/>{values}</c:numCache></c:numRef></c:val></c:ser>'
    )


def _numbers() -> str:
    return (
        '<c:dLbls><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:spPr><a:noFill/>'
        f"<a:ln><a:noFill/></a:ln></c:spPr>{letters(900)}"
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _space(inner: str, *, most: int | None, turned: bool = True) -> str:
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_DRAWING}" xmlns:r="{_RELATED}">'
        '<c:date1904 val="0"/><c:lang val="da-DK"/><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{inner}'
        f'{_axes(most=most, turned=turned)}</c:plotArea><c:legend><c:legendPos val="b"/>'
        f'<c:overlay val="0"/>{letters(1000)}</c:legend><c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f"{letters(1000)}</c:chartSpace>"
    )


def _axes(*, most: int | None, turned: bool) -> str:
    """Return both axes; ``turned`` has the names of the bars to the left, the first one on top."""
    thin = '<a:ln w="6350"><a:solidFill><a:schemeClr val="accent6"/></a:solidFill></a:ln>'
    marks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
    limits = f'<c:max val="{most}"/>' if most else ""
    order, names, numbers = ("maxMin", "l", "t") if turned else ("minMax", "b", "l")
    crosses = '<c:crosses val="max"/>' if turned else '<c:crosses val="autoZero"/>'
    return (
        f'<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{names}"/><c:numFmt formatCode="General" '
        f'sourceLinked="0"/>{marks}<c:tickLblPos val="low"/><c:spPr>{thin}</c:spPr>{letters(1000)}'
        '<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="1"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        f'<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/>{limits}'
        f'<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="{numbers}"/>'
        f"<c:majorGridlines><c:spPr>{thin}</c:spPr></c:majorGridlines>"
        f'<c:numFmt formatCode="#,##0" sourceLinked="0"/>{marks}<c:tickLblPos val="nextTo"/>'
        f'<c:spPr>{thin}</c:spPr>{letters(900)}<c:crossAx val="1001"/>{crosses}'
        '<c:crossBetween val="between"/></c:valAx>'
    )

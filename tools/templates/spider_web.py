"""The spider web of the dialogue form: a radar chart of Word's own, with sample numbers.

The program puts in the numbers; colours, lines and letters are changed in Word. The first line
is grey, broken and has diamonds, the second is in the accent colour, thick and has dots, so that
they can be told apart in black and white.
"""

from look import HEAD

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_AREAS = ("Skole og arbejde", "Hjem og penge", "Netværk", "Fysisk helbred", "Psykisk helbred",
          "Kriminalitet", "Rusmidler")  # fmt: skip
_SAMPLES = (("Første gang", (2, 2, 3, 4, 2, 4, 4)), ("Senest", (4, 3, 4, 4, 3, 5, 4)))
_LOOKS = (("accent3", 19_050, "dash", "diamond", 8), ("accent1", 34_925, "solid", "circle", 8))


def spider_web() -> str:
    """Return the part with the chart."""
    lines = "".join(_line(number) for number in range(len(_SAMPLES)))
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_DRAWING}" xmlns:r="{_RELATED}">'
        '<c:date1904 val="0"/><c:lang val="da-DK"/><c:roundedCorners val="0"/><c:chart>'
        '<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:radarChart>'
        f'<c:radarStyle val="marker"/><c:varyColors val="0"/>{lines}<c:axId val="1001"/>'
        f'<c:axId val="1002"/></c:radarChart>{_axes()}</c:plotArea><c:legend><c:legendPos val="b"/>'
        f'<c:overlay val="0"/>{letters(1100)}</c:legend><c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f"{letters(1000)}</c:chartSpace>"
    )


def _line(number: int) -> str:
    name, values = _SAMPLES[number]
    color, width, dash, marker, size = _LOOKS[number]
    column = "BC"[number]
    fill = f'<a:solidFill><a:schemeClr val="{color}"/></a:solidFill>'
    inside = fill if marker == "circle" else '<a:solidFill><a:schemeClr val="lt1"/></a:solidFill>'
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
        f"<c:tx>{texts(f'Ark1!${column}$1', (name,))}</c:tx>"
        f'<c:spPr><a:ln w="{width}" cap="rnd">{fill}<a:prstDash val="{dash}"/><a:round/></a:ln>'
        f'</c:spPr><c:marker><c:symbol val="{marker}"/><c:size val="{size}"/>'
        f'<c:spPr>{inside}<a:ln w="15875">{fill}</a:ln></c:spPr></c:marker>'
        f"<c:cat>{texts('Ark1!$A$2:$A$8', _AREAS)}</c:cat><c:val><c:numRef>"
        f"<c:f>Ark1!${column}$2:${column}$8</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f"{_points(values)}</c:numCache></c:numRef></c:val></c:ser>"
    )


def texts(formula: str, values: tuple[str, ...]) -> str:
    """Return a reference to cells with the texts that they hold."""
    cache = f"<c:strCache>{_points(values)}</c:strCache>"
    return f"<c:strRef><c:f>{formula}</c:f>{cache}</c:strRef>"


def _points(values: tuple[str, ...] | tuple[int, ...]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, value in enumerate(values))
    return f'<c:ptCount val="{len(values)}"/>{points}'


def _axes() -> str:
    grid = (
        '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:schemeClr val="accent6"/>'
        "</a:solidFill></a:ln></c:spPr></c:majorGridlines>"
    )
    none = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
    thin = (
        '<c:spPr><a:ln w="6350"><a:solidFill><a:schemeClr val="accent6"/></a:solidFill></a:ln>'
        "</c:spPr>"
    )
    return (
        '<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="b"/>{grid}<c:numFmt formatCode="General" '
        f'sourceLinked="0"/>{none}{thin}{letters(1100)}<c:crossAx val="1002"/>'
        '<c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx><c:valAx>'
        '<c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:max val="5"/>'
        f'<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>{grid}'
        f'<c:numFmt formatCode="0;;" sourceLinked="0"/>{none}{thin}{letters(900)}'
        '<c:crossAx val="1001"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>'
        '<c:majorUnit val="1"/></c:valAx>'
    )


def letters(size: int) -> str:
    """Return the look of letters; ``size`` is in hundredths of a point."""
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}">'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
        '</a:defRPr></a:pPr><a:endParaRPr lang="da-DK"/></a:p></c:txPr>'
    )

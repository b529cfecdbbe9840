"""What every paper has: the letterhead, the quiet header of later pages, the footer."""

from blocks import LETTER, Document, Xml, p, row, table, when
from pictures import frame


def letterhead(widths: tuple[int, int], height: int = 0) -> Xml:
    """Return the letterhead of the first page: who writes, and how to reach them."""
    left = "".join((
        when("kommune.logo", frame("kommune.logo", 55, 10) + p("{{ kommune.navn }}", "Header"),
             otherwise=[p("{{ kommune.navn }}", "Brevhovednavn")]),
        when("kommune.enhed", p("{{ kommune.enhed }}", "Header")),
    ))  # fmt: skip
    right = "".join((
        when("kommune.postadresse", p("{{ kommune.postadresse }}", "Header", align="right")),
        when("kommune.telefon", p("Telefon {{ kommune.telefon }}", "Header", align="right")),
        when("kommune.email", p("{{ kommune.email }}", "Header", align="right")),
        when("kommune.hjemmeside", p("{{ kommune.hjemmeside }}", "Header", align="right")),
    ))  # fmt: skip
    return table("Usynlig", widths, [row(left, right, height=height)], "Brevhoved") + p(
        "", "Header"
    )


def one_line(widths: tuple[int, int] = (8000, 6700)) -> Xml:
    """Return a letterhead of one line, for forms."""
    name = "{{ kommune.navn }}{% if kommune.enhed %}, {{ kommune.enhed }}{% endif %}"
    reach = "{% if kommune.telefon %}Telefon {{ kommune.telefon }}{% endif %}"
    left = when("kommune.logo", frame("kommune.logo", 55, 10), otherwise=[p(name, "Header")])
    right = when("kommune.logo", p(name, "Header", align="right")) + p(
        reach, "Header", align="right"
    )
    return table("Usynlig", widths, [row(left, right)], "Brevhoved") + p("", "Header")


MEETING_ROLES = (
    ("Mødeleder", "{{ møde.mødeleder }}"),
    ("Referent", "{{ møde.referent | default('aftales på mødet') }}"),
    ("Interviewer", "{{ møde.interviewer }}", "møde.interviewer"),
    (
        "Tolk",
        "{{ møde.tolk | default('bestilles') }}{% if ung.sprog %} ({{ ung.sprog }}){% endif %}",
        "møde.tolk or ung.sprog",
    ),
)
"""Who does what at a meeting, as facts for its papers."""


def document(
    title: str,
    body: Xml,
    size: float,
    paper: tuple[int, int] = LETTER,
    head: int = 0,
    *,
    whose: str = ", sag {{ sag.nummer }}, {{ ung.kaldenavn }}",
) -> Document:
    """Return a document with the header and footer that all have.

    ``head`` is the least height of the letterhead, for papers on which something below it has a
    fixed place. From the second page on the footer says ``whose`` case it is.
    """
    turned = paper[0] > paper[1]
    footer = "Footerwide" if turned else "Footer"
    return Document(
        title=title,
        paper=paper,
        size=size,
        body=body,
        first_header=letterhead((8000, 6700) if turned else (4700, 4712), head),
        header=p("{{ kommune.navn }}", "Header") + p("", "Header"),
        first_footer=p("{{ dokument.titel }}\tSide [SIDE] af [SIDER]", footer),
        footer=p(f"{{{{ dokument.titel }}}}{whose}\tSide [SIDE] af [SIDER]", footer),
    )

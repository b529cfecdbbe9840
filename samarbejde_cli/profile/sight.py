"""Which reader may see which area of a case: the table that every paper obeys.

The table ships with the profiles. A municipality may take readers off it, and with a reason put
readers on it; what the law keeps between a few stays between them.
"""

from collections.abc import Iterable, Iterator, Sequence

from samarbejde_cli import codes
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Location
from samarbejde_cli.forms.model import Field, LabelledChoice, Model
from samarbejde_cli.source.read import Source

KEY = "hvem_ser"
"""Where ``samarbejde.yaml`` has the municipality's own lines of the table."""


class ReaderRole(LabelledChoice):
    """The role of a reader in a case on a day; it decides what they may see."""

    YOUTH = "den-unge", "Den unge selv"
    RUNS_IT = "leder-sagen", "Koordinerende sagsbehandler og tovholder"
    CUSTODY = "forældremyndighed", "Den, der har forældremyndighed, til den unge er 18 år"
    PARENT = "forælder", "En anden forælder, som samtykket nævner"
    DEPARTMENT = "afdeling", "En anden afdeling i kommunen, som samtykket nævner"
    PROFESSIONAL = "fagperson", "En fagperson uden for kommunen, som samtykket nævner"
    PRIVATE = "privat", "En fra den unges eget netværk, som samtykket nævner"
    NAMED = "udefra", "En arbejdsgiver eller en anden udefra, som samtykket nævner"
    WITHDRAWN = "trukket-tilbage", "Den, samtykket er trukket tilbage for"
    OUTSIDE = "udenfor", "Alle andre"


class DataArea(LabelledChoice):
    """A part of what is known in a case; every field of every paper belongs to one."""

    CASE = "sagen", "Sagens nummer, den unges navn og alder, koordinatoren, mødets tid og sted"
    NEXT_MEETING = "næste_møde", "Næste møde"
    OWN = "egne", "Læserens egne oplysninger, og de mål, læseren er ansvarlig for"
    WISHES = "ønsker", "Den unges ønsker til mødet"
    PLAN = "plan", "Planen: mål, handlinger, hvem og hvornår"
    TEAM = "hold", "Hvem der er på holdet, og hvad hver gør"
    WORK_CONTACT = "fagfolks_kontakt", "Fagfolks telefon og mail"
    YOUTH_NUMBER = "ung_cpr", "Den unges CPR-nummer"
    YOUTH_CONTACT = "ung_kontakt", "Den unges adresse, telefon, mail, skole og sprog"
    PARENT_NUMBER = "forælder_cpr", "En forælders CPR-nummer"
    PARENT_CONTACT = "forælder_kontakt", "En forælders adresse, telefon og mail"
    PRIVATE_CONTACT = (
        "privat_kontakt",
        "Telefon og arbejdssted for den unges voksne og andre private",
    )
    NETWORK = "netværk", "Netværkskortet med venner, noter og telefonnumre"
    SITUATION = "situation", "Resumé, diagnoser, screening, undersøgelse og støtte til forældre"
    MEASURES = "indsatser", "Støtte, der er i gang, og formålet med den"
    MONEY = "økonomi", "Penge: mål om økonomi, gæld og bevillinger"
    LAW = "lovgrundlag", "Lovhenvisninger"
    ANSWERS = "svar", "Svar om møderne: den unges, mødetjeklisten, dialogskemaet og De 3 huse"
    CONSENT = "samtykke", "Samtykket: hvad der må udveksles, og med hvem"
    REMARKS = "bemærkninger", "Medarbejdernes egne bemærkninger og noter"
    WITHDRAWN = "trukket_tilbage", "Den, samtykket er trukket tilbage for: navn, telefon og opgave"


_FAMILY = frozenset({ReaderRole.YOUTH, ReaderRole.RUNS_IT, ReaderRole.CUSTODY})
_INSIDE = frozenset({ReaderRole.YOUTH, ReaderRole.RUNS_IT})
_ANYBODY = frozenset(ReaderRole) - {ReaderRole.WITHDRAWN, ReaderRole.OUTSIDE}
_AT_MOST: dict[DataArea, frozenset[ReaderRole]] = {
    DataArea.YOUTH_NUMBER: _FAMILY | {ReaderRole.DEPARTMENT},
    DataArea.PARENT_NUMBER: _INSIDE,
    DataArea.PARENT_CONTACT: _FAMILY | {ReaderRole.DEPARTMENT},
    DataArea.PRIVATE_CONTACT: _FAMILY,
    DataArea.NETWORK: _INSIDE,
    DataArea.ANSWERS: _FAMILY,
    DataArea.CONSENT: _FAMILY,
    DataArea.REMARKS: _INSIDE,
    DataArea.WITHDRAWN: frozenset(),
}
"""The most who may see an area, where the law leaves no room: numbers and data of third parties."""


class AreaReaders(Model):
    """A line of the table: who may see an area."""

    area: DataArea = Field(alias="område", description="Den del af oplysningerne, linjen er om")
    readers: list[ReaderRole] = Field([], alias="læsere", description="Hvem der må se området")
    reason: str | None = Field(
        None, alias="begrundelse", description="Hvorfor flere end ellers må se det"
    )


def may_ever_see(area: DataArea) -> frozenset[ReaderRole]:
    """Return the most who may see an area, whatever a municipality decides."""
    return _AT_MOST.get(area, _ANYBODY)


def merged(shipped: Sequence[AreaReaders], own: Sequence[AreaReaders]) -> list[AreaReaders]:
    """Return the table with a municipality's own lines, as far as they hold."""
    table = {each.area: each for each in shipped}
    for each in own:
        usual = set(table[each.area].readers)
        allowed = usual | (may_ever_see(each.area) if each.reason else usual)
        readers = [reader for reader in each.readers if reader in allowed]
        table[each.area] = each.model_copy(update={"readers": readers})
    return list(table.values())


def wrong_lines(
    shipped: Iterable[AreaReaders], own: Sequence[AreaReaders], source: Source
) -> Iterator[Finding]:
    """Yield a finding for each own line that the law forbids, or that lacks a reason."""
    usual = {each.area: frozenset(each.readers) for each in shipped}
    for index, each in enumerate(own):
        more = [reader for reader in each.readers if reader not in usual[each.area]]
        forbidden = [reader for reader in more if reader not in may_ever_see(each.area)]
        if forbidden:
            location = Location(source.path, (KEY, index, "læsere"))
            yield Finding(codes.UNKNOWN_WORD, location, _forbidden(each.area, forbidden))
        elif more and not each.reason:
            location = Location(source.path, (KEY, index, "læsere"))
            yield Finding(codes.MISSING_FIELD, location, _unexplained(each.area, more))


def _forbidden(area: DataArea, readers: Iterable[ReaderRole]) -> dict[str, str]:
    allowed = listed([each.value for each in ReaderRole if each in may_ever_see(area)])
    rest = f"Højst {allowed} må se det." if allowed else "Det må ingen se."
    return {
        "felt": "læsere",
        "værdi": listed([each.value for each in readers]),
        "hjælp": f"Området {area.value} kan ikke åbnes for flere. {rest}",
    }


def _unexplained(area: DataArea, readers: Iterable[ReaderRole]) -> dict[str, str]:
    who = listed([each.value for each in readers])
    help_text = f"Skriv, hvorfor {who} skal se {area.value}, eller tag {who} af linjen."
    return {"felt": "begrundelse", "hjælp": help_text}

"""``breve.yaml``: the papers that were made of a case; only ever appended to."""

from collections.abc import Iterable

from samarbejde_cli.forms.fields import Count, Day, Moment, RoundNumber, YesNo
from samarbejde_cli.forms.model import Field, Model

_TITLES = {
    "formøde": "indkaldelse til formøde",
    "kalender": "kalenderfil",
    "kalender-andet-møde": "kalenderfil til et møde uden for runderne",
}
"""What a paper is called in a sentence, where its file has a shorter name."""


class PaperRecord(Model):
    """One paper as it was made, with what is needed to make the same bytes again."""

    date: Day = Field(alias="dato", description="Dagen, som papiret er dateret")
    paper: str = Field(alias="papir", description="Papirets slags, som i filens navn")
    round: RoundNumber = Field(alias="runde", description="Runden, som sagen var i")
    recipient: str | None = Field(
        None, alias="modtager", description="Hvem papiret er til; tomt, når det er ens for alle"
    )
    role: str | None = Field(None, alias="rolle", description="Modtagerens rolle")
    channel: str | None = Field(None, alias="kanal", description="Hvordan det skal sendes")
    file: str = Field(alias="fil", description="Filens navn")
    sha256: str = Field(alias="sha256", description="Filens fingeraftryk")
    template: str | None = Field(None, alias="skabelon", description="Skabelonens navn")
    template_sha256: str | None = Field(
        None, alias="skabelon_sha256", description="Skabelonens fingeraftryk"
    )
    data_sha256: str | None = Field(
        None, alias="data_sha256", description="Fingeraftryk af sagens filer og samarbejde.yaml"
    )
    commit: str | None = Field(
        None, alias="commit", description="Stedet i git, hvor sagens filer står, som de var"
    )
    tool: str = Field(alias="program", description="Programmets version")
    begins: Moment | None = Field(
        None, alias="begynder", description="Hvornår mødet begynder, som det står i papiret"
    )
    ends: Moment | None = Field(
        None, alias="slutter", description="Hvornår mødet slutter, som det står i papiret"
    )
    place: str | None = Field(None, alias="sted", description="Lokalet, som det står i papiret")
    organizer: str | None = Field(
        None, alias="indkalder", description="Kalenderfil: mailadressen, der indkalder"
    )
    edition: Count | None = Field(
        None, alias="udgave", description="Kalenderfil: vokser, hver gang mødet flyttes"
    )
    series: Count = Field(
        0, alias="aftale", description="Kalenderfil: vokser, når en anden kollega indkalder"
    )
    cancelled: YesNo = Field(False, alias="aflyst", description="Kalenderfil: mødet er aflyst")
    about: str | None = Field(
        None, alias="beskrivelse", description="Kalenderfil: det, den siger ud over tid og sted"
    )

    read: YesNo = Field(False, alias="læst", description="Skemaet kom udfyldt tilbage og er læst")
    read_from: str | None = Field(
        None, alias="læst_fra", description="Fingeraftryk af, hvor det læste skema lå"
    )
    answers: str | None = Field(
        None, alias="aftryk", description="Fingeraftryk af det, som det læste skema ændrede"
    )

    @property
    def title(self) -> str:
        """What the paper is called in a sentence."""
        return _TITLES.get(self.paper, self.paper)


def by_day(entries: Iterable[PaperRecord]) -> list[PaperRecord]:
    """Return the papers that were made, by the day they are dated, then in the file's order."""
    return sorted((each for each in entries if not each.read), key=lambda each: each.date)

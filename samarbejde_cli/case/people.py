"""People around a case: what is known of a person, and the roles that the consent form names."""

from samarbejde_cli.forms.cpr import Cpr
from samarbejde_cli.forms.fields import Email, Phone, PostCode, YesNo
from samarbejde_cli.forms.model import Field, Model
from samarbejde_cli.profile.names import DepartmentName, PlaceName, StaffName
from samarbejde_cli.profile.vocabulary import Role

__all__ = ["Contact", "Coordinator", "Member", "Parent", "Role", "Youth"]

_INTERNAL = frozenset({
    Role.CHILD_ADVISER, Role.EMPLOYMENT_ADVISER, Role.SOCIAL_ADVISER, Role.BENEFITS_ADVISER,
    Role.COMPANY_ADVISER, Role.EDUCATION_ADVISER, Role.FOSTER_ADVISER, Role.CRIME_PREVENTION,
    Role.INTEGRATION, Role.ADULT_AUTHORITY,
})  # fmt: skip
_PRIVATE = frozenset({Role.ADULT, Role.FAMILY, Role.FRIEND})


class Contact(Model):
    """How a person is reached."""

    address: str | None = Field(None, alias="adresse", description="Vej, husnummer og etage")
    post_code: PostCode | None = Field(None, alias="postnummer", description="Fire cifre")
    town: str | None = Field(None, alias="by", description="By")
    phone: Phone | None = Field(None, alias="telefon", description="Telefonnummer, otte cifre")
    email: Email | None = Field(None, alias="email", description="Mailadresse")
    protected_address: YesNo = Field(
        False, alias="adressebeskyttelse", description="Ja skjuler adressen i alle dokumenter"
    )
    paper_post: YesNo = Field(
        False, alias="fritaget_digital_post", description="Ja: fritaget for Digital Post, får brev"
    )


class Youth(Contact):
    """The person whom the case is about."""

    name: str = Field(alias="navn", description="Fulde navn")
    called: str | None = Field(None, alias="kaldes", description="Kaldenavn; ellers fornavnet")
    cpr: Cpr = Field(alias="cpr", description="CPR-nummer som 670310-4321")
    language: str | None = Field(None, alias="sprog", description="Sprog, når der bruges tolk")
    school: str | None = Field(None, alias="skole", description="Skole og klasse eller uddannelse")

    @property
    def short_name(self) -> str:
        """The name that letters use: the one the youth is called by, else the first name."""
        return self.called or self.name.split()[0]


class Parent(Contact):
    """A parent or another holder of custody."""

    name: str = Field(alias="navn", description="Fulde navn")
    relation: str = Field(alias="relation", description="Mor, far, plejemor, værge …")
    cpr: Cpr | None = Field(None, alias="cpr", description="CPR-nummer")
    custody: YesNo = Field(alias="forældremyndighed", description="Har forældremyndighed: ja/nej")


class Member(Contact):
    """A person in the team around the youth."""

    name: StaffName = Field(alias="navn", description="Fulde navn; andre filer henviser til det")
    role: Role = Field(alias="rolle", description="Rollen, som på samtykkeerklæringen")
    title: str | None = Field(None, alias="titel", description="Titel, som den står i breve")
    workplace: PlaceName | None = Field(
        None, alias="arbejdssted", description="Afdeling, skole, sygehus, firma"
    )
    employed_here: YesNo | None = Field(
        None, alias="intern", description="Ansat i kommunen; ellers følger det af rollen"
    )
    relation: str | None = Field(None, alias="relation", description="Moster, nabo, træner …")
    task: str | None = Field(
        None, alias="opgave", description="Hvad personen hjælper med, til overblikket"
    )

    @property
    def is_internal(self) -> bool:
        """Whether the person is employed by the municipality and invited through Outlook."""
        return self.role in _INTERNAL if self.employed_here is None else self.employed_here

    @property
    def is_professional(self) -> bool:
        """Whether the person is there for work."""
        return self.role not in _PRIVATE


class Coordinator(Model):
    """The coordinating case worker."""

    name: StaffName = Field(alias="navn", description="Fulde navn")
    department: DepartmentName = Field(
        alias="afdeling", description="Afdelingen: en af dem i samarbejde.yaml"
    )
    title: str | None = Field(None, alias="titel", description="Titel, som den står i breve")
    phone: Phone | None = Field(None, alias="telefon", description="Direkte telefonnummer")
    email: Email | None = Field(None, alias="email", description="Arbejdsmail")

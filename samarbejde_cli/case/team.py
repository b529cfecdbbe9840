"""``team.yaml``: the team, the youth's adult, the network and the running measures."""

from samarbejde_cli.case.people import Member
from samarbejde_cli.forms.fields import Closeness, Day, Phone, YesNo
from samarbejde_cli.forms.model import Choice, Field, Keyed, Model
from samarbejde_cli.profile.names import ResponsibleName, StaffName


class Adult(Model):
    """The adult whom the youth chose (handbook § 3.2)."""

    person: StaffName | None = Field(None, alias="person", description="Navnet på en i teamet")
    private: YesNo | None = Field(
        None, alias="privat", description="Fra den unges eget netværk: ja eller nej"
    )
    reason: str | None = Field(
        None, alias="begrundelse", description="Hvorfor ingen er valgt, eller ikke en privat"
    )


class Circle(Choice):
    """The part of the network map that a person belongs to."""

    FAMILY = "familie"
    FRIENDS = "venner"
    SCHOOL_WORK = "skole-og-arbejde"
    PROFESSIONALS = "fagpersoner"
    OTHER = "andre"


class NetworkPerson(Model):
    """A person on the network map."""

    name: str = Field(alias="navn", description="Navn eller det, den unge kalder personen")
    relation: str | None = Field(None, alias="relation", description="Mormor, klassekammerat …")
    circle: Circle = Field(alias="kreds", description="Hvor på kortet")
    closeness: Closeness = Field(alias="nærhed", description="1 meget tæt, 2 tæt, 3 længere væk")
    note: str | None = Field(None, alias="note", description="Hvad personen betyder")
    phone: Phone | None = Field(
        None, alias="telefon", description="Telefonnummer, når den unge vil have det med"
    )


class Measure(Model):
    """A running measure (Bilag 3, FORANSTALTNING)."""

    support: str = Field(alias="støtte", description="Hvad der gives")
    paragraph: str | None = Field(None, alias="paragraf", description="Lov og paragraf")
    purpose: str | None = Field(
        None, alias="formål", description="Hvad netop den støtte skal afhjælpe eller forbedre"
    )
    start: Day | None = Field(None, alias="start", description="Startdato")
    length: str | None = Field(None, alias="varighed", description="Hvor længe")
    offer: str | None = Field(
        None, alias="tilbud", description="Skole- eller beskæftigelsestilbud i forbindelse med den"
    )
    responsible: ResponsibleName | None = Field(
        None, alias="ansvarlig", description="Navnet på en i teamet"
    )


class Team(Keyed):
    """The whole of ``team.yaml``."""

    adult: Adult | None = Field(
        None, alias="den_unges_voksne", description="Den voksne, den unge har valgt"
    )
    confidant: StaffName | None = Field(
        None,
        alias="har_relationen",
        description="Den, der kender den unge bedst og fortæller om mødet; ellers koordinatoren",
    )
    considerations: list[str] = Field(
        [],
        alias="særlige_hensyn",
        description="Hvad mødet skal tage hensyn til: en plads ved døren, pauser, billeder",
    )
    members: list[Member] = Field([], alias="personer", description="Teamet om den unge")
    network: list[NetworkPerson] = Field([], alias="netværk", description="Netværkskortet")
    measures: list[Measure] = Field([], alias="indsatser", description="Støtte, der er i gang")

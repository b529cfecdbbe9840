"""How a municipality's papers look and what they say: colours, words, the privacy notice."""

from samarbejde_cli.forms.fields import Color
from samarbejde_cli.forms.model import Field, Model


class Look(Model):
    """How the documents look."""

    color: Color = Field(alias="farve", description="Accentfarve, seks hextal: 1F4E5F")
    font: str = Field(alias="skrift", description="Skrifttype, som findes i Word")
    logo: str | None = Field(
        None, alias="logo", description="Billede i arbejdsmappen (PNG, JPEG, SVG) til brevhovedet"
    )


class Words(Model):
    """What the person and the people around are called."""

    person: str = Field(alias="person", description="Den, sagen handler om: den unge")
    of_person: str = Field(alias="persons", description="Samme ord i ejefald: den unges")
    coordinator: str = Field(alias="koordinator", description="Titlen på den, der leder sagen")
    administrator: str = Field(alias="tovholder", description="Titlen på tovholderen")
    adult: str = Field(alias="voksen", description="Den voksne, som personen selv vælger")
    meeting: str = Field(alias="møde", description="Hvad mødet kaldes: samarbejdsmøde")
    plan: str = Field(alias="plan", description="Hvad planen er: Social handleplan og …")
    education_and_work: str = Field(
        alias="skole_og_arbejde",
        description="Kredsen på netværkskortet og området i spindelvævet: Skole og arbejde",
    )
    education_area: str = Field(
        alias="uddannelsesområde", description="Dialogskemaets første område"
    )
    by_day: str = Field(
        alias="om_dagen", description="Hvor personen er om dagen: i skolen, på uddannelsen …"
    )
    offer: str = Field(alias="tilbud", description="Planens spalte: Skole- eller …")


class LastLetters(Model):
    """What the letters about a refusal and about the end of the meetings say for a municipality."""

    after_refusal: str = Field(
        alias="efter_afslag", description="Hvad der sker, når der ikke blev sagt ja"
    )
    after_ending: str = Field(
        alias="efter_afslutning", description="Hvad der sker, når møderne slutter"
    )
    disagreement: str = Field(alias="uenig", description="Hvad man gør, når man er uenig")
    own_file: str = Field(alias="indsigt", description="Om at se, hvad der står i sagen")
    again: str = Field(alias="igen", description="Om at spørge igen")
    consent: str = Field(alias="samtykke", description="Hvad der sker med samtykket")


class PrivacyNotice(Model):
    """What somebody must be told whose data are used (GDPR article 13)."""

    responsible: str | None = Field(
        None, alias="dataansvarlig", description="Ellers kommunens navn og adresse"
    )
    purpose: str = Field(alias="formål", description="Hvad oplysningerne bruges til")
    adviser: str = Field(alias="rådgiver", description="Hvordan man får fat i rådgiveren")
    kept: str = Field(alias="opbevaring", description="Hvor længe oplysningerne bliver gemt")
    rights: str = Field(alias="rettigheder", description="Indsigt, rettelse og sletning")
    complaint: str = Field(alias="klage", description="Hvor man kan klage")

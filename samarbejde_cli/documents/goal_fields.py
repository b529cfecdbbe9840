"""The fields that only the Mål- og aftaleskema has."""

from samarbejde_cli.case.people import Member, Parent
from samarbejde_cli.case.plan import Assessment, Goal, Plan, RoadMap
from samarbejde_cli.case.round import Experience, PlanChange
from samarbejde_cli.case.team import Measure
from samarbejde_cli.documents.common_fields import CONTACT_OF_PARENT
from samarbejde_cli.documents.form import asked_fields
from samarbejde_cli.documents.schema import (
    BOX,
    DAY,
    GROUP,
    NUMBER,
    TEXT,
    YES_NO,
    Known,
    Presence,
    Schema,
    in_area,
    of_model,
)
from samarbejde_cli.profile.sight import DataArea

_SOMETIMES = Presence.SOMETIMES


def _goals(path: str, description: str) -> Schema:
    """Return the fields of one line of the form's table of goals."""
    keys = ("område", "mål", "delmål", "handlinger", "ansvarlige", "frist", "fra_runde", "årsag")
    return (
        *of_model(path, Goal, description, *keys),
        Known(f"{path}.rute", TEXT, "Målets plads i plan.yaml: mål[2]; mål[] på en tom linje"),
        Known(f"{path}.felt", TEXT, "Målets plads som navnet på et bogmærke: mål__2"),
        Known(f"{path}.overført_fra", NUMBER, "Runden, målet er overført fra", _SOMETIMES),
        Known(f"{path}.mine_handlinger[]", TEXT, "De handlinger, som jeg eller vi gør"),
        Known(f"{path}.andres_handlinger[]", TEXT, "De handlinger, som andre gør"),
        Known(f"{path}.skala", TEXT, "Start, nu og ønsket, hvor der bruges en skala", _SOMETIMES),
        Known(f"{path}.status[]", TEXT, "Det, der er sket siden mødet, med dag"),
        Known(f"{path}.tom", YES_NO, "Er linjen til et nyt mål"),
        Known(f"{path}.ja", BOX, "Målet er nået"),
        Known(f"{path}.nej", BOX, "Målet er ikke nået"),
    )


_ADULT = (
    Known("den_unges_voksne", GROUP, "Den voksne, som den unge har valgt", _SOMETIMES),
    Known("den_unges_voksne.navn", TEXT, "Navn"),
    Known("den_unges_voksne.telefon", TEXT, "Telefonnummer", _SOMETIMES),
    Known("den_unges_voksne.relation", TEXT, "Moster, nabo, træner …", _SOMETIMES),
)


def _signature(path: str, description: str, presence: Presence = Presence.ALWAYS) -> Schema:
    return (
        Known(path, GROUP, description, presence),
        Known(f"{path}.navn", TEXT, "Navn; tomt, når ingen er nævnt"),
        Known(f"{path}.som", TEXT, "Som hvem: Den unge, Leder …"),
        Known(f"{path}.nøgle", TEXT, "Som hvem, som det skrives i plan.yaml"),
        Known(f"{path}.sted", GROUP, "Datoens plads i plan.yaml", _SOMETIMES),
        *asked_fields(f"{path}.sted"),
        Known(f"{path}.dato", DAY, "Underskrevet den", _SOMETIMES),
    )


_SIGNATURES = (
    Known("underskriftsrækker[]", GROUP, "Dem, der skal skrive under, tre og tre"),
    *_signature("underskriftsrækker[].venstre", "Den første"),
    *_signature("underskriftsrækker[].midt", "Den anden", _SOMETIMES),
    *_signature("underskriftsrækker[].højre", "Den tredje", _SOMETIMES),
)
_LAWS = (
    Known("lov", GROUP, "Lovhenvisninger på dokumentets dag; tomme, når ingen gælder"),
    Known("lov.overgang", TEXT, "Overgangen til voksenlivet"),
    Known("lov.undersøgelse", TEXT, "Den børnefaglige undersøgelse"),
    Known("lov.forældrestøtte", TEXT, "Støtte til forældrene"),
    Known("love[]", TEXT, "Alle lovhenvisninger for hele skemaet"),
)

_PLAN = in_area(
    DataArea.PLAN,
    of_model("plan", Plan, "Hele plan.yaml, som den er skrevet"),
    sagsresumé=DataArea.SITUATION,
    formål_med_støtten=DataArea.MEASURES,
    overgang_til_voksenlivet=DataArea.SITUATION,
    efter_tilbuddet=DataArea.SITUATION,
    børnefaglig_undersøgelse=DataArea.SITUATION,
    udarbejdet=DataArea.SITUATION,
    begrundelse=DataArea.SITUATION,
    støtte_til_forældre=DataArea.SITUATION,
    ansvarlige=DataArea.TEAM,
    uden_aftale=DataArea.TEAM,
    sendes_til=DataArea.TEAM,
    underskrifter=DataArea.TEAM,
    næste_gang=DataArea.NEXT_MEETING,
)
_PARENTS = in_area(
    DataArea.TEAM,
    of_model("forældre[]", Parent, "Forældrene; når den unge er 18 år, dem samtykket nævner"),
    cpr=DataArea.PARENT_NUMBER,
    **CONTACT_OF_PARENT,
)

GOAL_FIELDS: Schema = in_area(
    DataArea.CASE,
    Known("ung.cpr", TEXT, "CPR-nummer", area=DataArea.YOUTH_NUMBER),
    _PLAN,
    Known("overgang_vises", YES_NO, "Spørger skemaet til overgangen til voksenlivet"),
    Known("mindreårig", YES_NO, "Er den unge under 18 år på mødets dag"),
    _PARENTS,
    Known(
        "forældremyndighed[]",
        TEXT,
        "Navne på dem, der har forældremyndigheden",
        area=DataArea.TEAM,
    ),
    in_area(DataArea.TEAM, _ADULT, telefon=DataArea.PRIVATE_CONTACT),
    in_area(
        DataArea.MEASURES,
        of_model("indsatser[]", Measure, "Støtte, der er i gang"),
        Known("indsatser[].sted", GROUP, "Indsatsens plads i team.yaml"),
        *asked_fields("indsatser[].sted"),
    ),
    in_area(
        DataArea.SITUATION,
        of_model("undersøgelse", Assessment, "Den børnefaglige undersøgelse", "begrundelse"),
        Known("undersøgelse.ja", BOX, "Den er lavet"),
        Known("undersøgelse.nej", BOX, "Den er ikke lavet"),
    ),
    Known("ønsker[]", TEXT, "Det, den unge vil tale om på mødet", area=DataArea.WISHES),
    in_area(
        DataArea.ANSWERS,
        of_model("oplevelse", Experience, "Den unges svar om møderne", presence=_SOMETIMES),
    ),
    Known("mål", GROUP, "De åbne mål efter område, med en linje til et nyt, og de nåede"),
    in_area(
        DataArea.PLAN,
        _goals("mål.uddannelse[]", "Mål for uddannelse og beskæftigelse"),
        _goals("mål.øvrige[]", "Mål for øvrige forhold"),
        _goals("mål.nået[]", "Mål, der er nået"),
        of_model("ændret_siden[]", PlanChange, "Ændringer efter underskriften", "dato", "hvad"),
        of_model("køreplan", RoadMap, "Køreplan for at nå målene", "ansvarlig", "næste_gang"),
        ansvarlige=DataArea.TEAM,
        næste_gang=DataArea.NEXT_MEETING,
    ),
    in_area(
        DataArea.TEAM,
        of_model("team[]", Member, "Teamet, koordinatoren først", "navn", "arbejdssted", "telefon"),
        Known("team[].funktion", TEXT, "Titel, relation eller rolle"),
        Known("team[].viser_telefon", YES_NO, "Er personen der på arbejde"),
        Known("team[].sted", GROUP, "Personens plads i team.yaml"),
        *asked_fields("team[].sted"),
        Known("team[].funktion_sted", GROUP, "Titlens eller relationens plads i team.yaml"),
        *asked_fields("team[].funktion_sted"),
        _SIGNATURES,
        telefon=DataArea.WORK_CONTACT,
    ),
    in_area(DataArea.LAW, _LAWS),
)

"""The fields that every template may use: what ``context.shared`` puts into each document."""

from samarbejde_cli.case.people import Coordinator, Youth
from samarbejde_cli.documents.schema import (
    CLOCK,
    DAY,
    GROUP,
    NUMBER,
    PICTURE,
    TEXT,
    YES_NO,
    Known,
    Presence,
    Schema,
    in_area,
    of_model,
)
from samarbejde_cli.profile.appearance import Words
from samarbejde_cli.profile.model import Profile, Rhythm
from samarbejde_cli.profile.sight import DataArea
from samarbejde_cli.profile.staff import Staff

_DEMANDED, _SOMETIMES = Presence.DEMANDED, Presence.SOMETIMES

_CONTACT = ("adresse", "postnummer", "by", "postadresse", "telefon", "email",
            "adressebeskyttelse", "fritaget_digital_post")  # fmt: skip
CONTACT_OF_YOUTH = dict.fromkeys((*_CONTACT, "skole", "sprog"), DataArea.YOUTH_CONTACT)
"""The areas of the fields of a contact, by their keys."""
CONTACT_OF_PARENT = dict.fromkeys(_CONTACT, DataArea.PARENT_CONTACT)
"""The same for a parent."""

_DOCUMENT = (
    Known("dokument", GROUP, "Dokumentet selv"),
    Known("dokument.titel", TEXT, "Titlen, som også står i filens egenskaber"),
    Known("dokument.dato", DAY, "Dagen, dokumentet er lavet"),
    Known("sag", GROUP, "Sagen"),
    Known("sag.nummer", TEXT, "Sagens nummer: mappens navn"),
    Known("sag.runde", NUMBER, "Runden, sagen er i"),
)
_MUNICIPALITY = (
    *of_model(
        "kommune", Profile, "Det, der står i brevhovedet",
        "enhed", "adresse", "postnummer", "by", "telefon", "email", "hjemmeside",
    ),
    Known("kommune.logo", PICTURE, "Logoet fra udseende i samarbejde.yaml", _SOMETIMES),
    Known("kommune.navn", TEXT, "Kommunens navn"),
    Known("kommune.postadresse", TEXT, "Adresse, postnummer og by på én linje", _SOMETIMES),
    *of_model("ord", Words, "Ord for personen og rollerne"),
    *of_model("rytme", Rhythm, "Mødernes rytme"),
    Known("rytme.møder_med_ord", TEXT, "Antal møder, skrevet med bogstaver"),
    Known("rytme.måneder_med_ord", TEXT, "Antal måneder, skrevet med bogstaver"),
    Known("rytme.hvor_tit", TEXT, "Som tre gange på tolv måneder, eller flere gange"),
    Known("bruger", GROUP, "Papirer, som kommunen bruger"),
    Known("bruger.enkeltsagsøkonomiark", YES_NO, "Bruger kommunen arket"),
    Known("bruger.mødetjekliste", YES_NO, "Bruger kommunen listen"),
)  # fmt: skip
_PEOPLE = (
    *in_area(
        DataArea.CASE,
        of_model("ung", Youth, "Den, sagen handler om"),
        Known("ung.cpr", TEXT, "CPR-nummer uden de sidste fire cifre"),
        cpr=DataArea.YOUTH_NUMBER,
        **CONTACT_OF_YOUTH,
    ),
    Known("ung.kaldenavn", TEXT, "Kaldenavn, ellers fornavn"),
    Known("ung.kaldenavn_ejefald", TEXT, "Kaldenavnet i ejefald"),
    Known("ung.alder", NUMBER, "Alder på dokumentets dag"),
    *of_model("koordinator", Coordinator, "Koordinerende sagsbehandler", presence=_DEMANDED),
    Known("koordinator.titel", TEXT, "Titel i sagen, ellers i samarbejde.yaml"),
    Known("koordinator.telefon", TEXT, "Eget nummer, ellers kommunens", _DEMANDED),
    Known("koordinator.email", TEXT, "Egen mail, ellers kommunens", _SOMETIMES),
    *of_model(
        "tovholder",
        Staff,
        "Tovholderen fra samarbejde.yaml",
        *Staff.PAPER_KEYS,
        presence=_SOMETIMES,
    ),
)
_MEETING = (
    Known("møde", GROUP, "Mødet i sagens runde"),
    Known("møde.dato", DAY, "Mødets dag", _DEMANDED),
    Known("møde.start", CLOCK, "Hvornår mødet begynder", _DEMANDED),
    Known("møde.slut", CLOCK, "Hvornår mødet slutter", _DEMANDED),
    Known("møde.lokale", TEXT, "Lokalets navn", _DEMANDED),
    Known("møde.adresse", TEXT, "Lokalets adresse, ellers kommunens", _DEMANDED),
    Known("møde.nummer", NUMBER, "Hvilket møde i rækken"),
    Known("møde.ordenstal", TEXT, "Hvilket møde, skrevet med bogstaver"),
    Known("møde.formål", TEXT, "Hvad mødet skal føre til", _SOMETIMES, area=DataArea.WISHES),
    Known("møde.mødeleder", TEXT, "Mødelederen, ellers koordinatoren", _DEMANDED),
    Known("møde.referent", TEXT, "Referenten, ellers tovholderen", _SOMETIMES),
    Known("møde.interviewer", TEXT, "Den, der taler med den unge på mødet", _SOMETIMES),
    Known("møde.tolk", TEXT, "Tolkens navn eller bureau", _SOMETIMES, area=DataArea.TEAM),
    Known("møde.sidste_dato", DAY, "Dagen for mødet før dette", _SOMETIMES),
)

_SHOWN = (
    Known("vises", GROUP, "Hvad læseren må se; se docs/hvem-ser-hvad.md"),
    *(Known(f"vises.{area.value}", YES_NO, area.label) for area in DataArea),
)

COMMON: Schema = in_area(DataArea.CASE, _DOCUMENT, _MUNICIPALITY, _PEOPLE, _MEETING, _SHOWN)

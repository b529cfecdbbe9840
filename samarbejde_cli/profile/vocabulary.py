"""Words that a municipality's settings and the cases have in common."""

from datetime import date

from samarbejde_cli.forms.model import Choice, LabelledChoice


class Role(LabelledChoice):
    """What a person is to the youth."""

    CHILD_ADVISER = "familierådgiver", "Sagsbehandler, Børn og Familier"
    EMPLOYMENT_ADVISER = "beskæftigelsesmedarbejder", "Beskæftigelsesmedarbejder"
    SOCIAL_ADVISER = "sagsbehandler-social", "Sagsbehandler, Social og Sundhed"
    BENEFITS_ADVISER = "sagsbehandler-ydelser", "Sagsbehandler, Team Ydelser"
    MENTOR = "mentor", "Mentor"
    COMPANY_ADVISER = "virksomhedskonsulent", "Virksomhedskonsulent"
    ADULT = "den-unges-voksne", "Den unges voksne"
    EDUCATION_ADVISER = "uddannelsesvejleder", "Uddannelsesvejleder"
    PLACEMENT = "anbringelsessted", "Anbringelsessted"
    CONTACT_PERSON = "kontaktperson", "Kontaktperson"
    FOSTER_ADVISER = "familieplejekonsulent", "Familieplejekonsulent"
    ADDICTION_ADVISER = "misbrugskonsulent", "Misbrugskonsulent"
    PSYCHIATRY = "psykiatri", "Repræsentant fra psykiatrien"
    TREATMENT = "behandlingssted", "Repræsentant fra et andet behandlingssted"
    CRIME_PREVENTION = "ssp", "SSP-medarbejder"
    SCHOOL = "skole", "Skolerepræsentant"
    EDUCATION = "uddannelsesinstitution", "Uddannelsesinstitution"
    COMPANY = "virksomhed", "Repræsentant fra virksomhed"
    DOCTOR = "læge", "Læge"
    OTHER = "anden", "Anden"
    INTEGRATION = "integrationsmedarbejder", "Medarbejder fra integrationsteamet"
    ADULT_AUTHORITY = "voksenmyndighed", "Medarbejder fra voksenmyndigheden"
    FAMILY = "familie", "Familie"
    FRIEND = "ven", "Ven"


class PlanSigner(LabelledChoice):
    """In which capacity somebody signs the plan."""

    YOUTH = "ung", "Den unge"
    CUSTODY = "forældremyndighed", "Forældremyndighedsindehaver"
    LEADER = "leder", "Leder"
    ADVISER = "rådgiver", "Rådgiver"
    OTHER = "øvrige", "Øvrig deltager"


class MeetingRole(Choice):
    """Who does what at the meeting; the value is the key in a round's file."""

    LEADER = "mødeleder"
    WRITER = "referent"
    INTERVIEWER = "interviewer"


class Weekday(Choice):
    """A working day of the week, or any; the order is that of ``date.weekday``."""

    MONDAY = "mandag"
    TUESDAY = "tirsdag"
    WEDNESDAY = "onsdag"
    THURSDAY = "torsdag"
    FRIDAY = "fredag"
    ANY = "hverdag"

    def includes(self, day: date) -> bool:
        """Whether a day is such a day of the week; any is Monday to Friday."""
        working = [each for each in Weekday if each is not Weekday.ANY]
        named = working[day.weekday()] if day.weekday() < len(working) else None
        return named is not None and self in (named, Weekday.ANY)


class LifeArea(LabelledChoice):
    """The seven areas of the dialogue form, by their keys."""

    EDUCATION = "skole_uddannelse_og_beskæftigelse", "Skole, uddannelse og beskæftigelse"
    HOUSEHOLD = "husholdning_og_økonomi", "Husholdning og økonomi"
    NETWORK = "socialt_netværk_og_kompetencer", "Socialt netværk og sociale kompetencer"
    BODY = "fysisk_helbred", "Fysisk helbred"
    MIND = "psykisk_helbred", "Psykisk helbred"
    CRIME = "kriminalitet", "Kriminalitet"
    DRUGS = "rusmidler", "Rusmidler"

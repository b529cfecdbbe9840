"""Everything that a municipality may decide: ``samarbejde.yaml`` laid over a shipped profile."""

from datetime import date, time
from functools import cached_property

from samarbejde_cli.danish.dates import day_of_year
from samarbejde_cli.findings import Weight
from samarbejde_cli.forms.fields import (
    Amount,
    Clock,
    Day,
    DayOfYear,
    Email,
    Phone,
    PostCode,
    YesNo,
)
from samarbejde_cli.forms.model import Choice, Field, LabelledChoice, Model, folded
from samarbejde_cli.profile.appearance import LastLetters, Look, PrivacyNotice, Words
from samarbejde_cli.profile.centres import Centre
from samarbejde_cli.profile.demands import (
    CalendarEntries,
    DialogueLimits,
    MeetingRoles,
    PlanLimits,
    SchoolHoliday,
    TeamLimits,
)
from samarbejde_cli.profile.git_settings import GitSettings
from samarbejde_cli.profile.limits import Limits
from samarbejde_cli.profile.monitoring import Monitoring
from samarbejde_cli.profile.names import PaperName, ProfileName, RuleCode
from samarbejde_cli.profile.planning import Planning
from samarbejde_cli.profile.sight import AreaReaders, DataArea, ReaderRole
from samarbejde_cli.profile.staff import Room, Staff, StaffRole
from samarbejde_cli.profile.target_group import (
    ChecklistStatement,
    Exclusion,
    KeyText,
    TargetGroup,
)
from samarbejde_cli.profile.vocabulary import Role, Weekday


class DepartmentKind(Choice):
    """What a department works with; rules speak of kinds, municipalities have their own names."""

    CHILDREN = "børn"
    EMPLOYMENT = "beskæftigelse"
    SOCIAL = "social"
    BENEFITS = "ydelser"
    EDUCATION = "uddannelse"
    INTEGRATION = "integration"
    OTHER = "andet"


class Level(LabelledChoice):
    """How seriously a municipality takes a finding: a weight, or not at all."""

    ERROR = Weight.ERROR.value, "fejl"
    WARNING = Weight.WARNING.value, "advarsel"
    NOTE = Weight.NOTE.value, "note"
    OFF = "fra", "slået fra"

    @property
    def weight(self) -> Weight | None:
        """The weight that a finding gets; None when the rule is off."""
        return None if self is Level.OFF else Weight(self.value)


class Department(Model):
    """A department of the municipality that can own a case of the youth."""

    name: str = Field(alias="navn", description="Afdelingens navn, som I skriver det i sagerne")
    kind: DepartmentKind = Field(alias="slags", description="Hvad afdelingen arbejder med")


class CoordinatorRule(Model):
    """Which kind of department coordinates at an age (handbook, Bilag 8)."""

    youngest: Amount = Field(alias="fra_år", description="Fra og med denne alder")
    oldest: Amount = Field(alias="til_år", description="Til og med denne alder")
    aftercare: YesNo | None = Field(
        None, alias="efterværn", description="Gælder kun i efterværn (ja) eller kun uden (nej)"
    )
    unaccompanied: YesNo | None = Field(
        None, alias="uledsaget", description="Gælder kun uledsagede (ja) eller kun andre (nej)"
    )
    kind: DepartmentKind = Field(alias="slags", description="Afdelingens slags")

    def fits(self, age: int, *, aftercare: bool, unaccompanied: bool) -> bool:
        """Whether the line is about a youth of this age and situation."""
        return (
            self.youngest <= age <= self.oldest
            and self.aftercare in (None, aftercare)
            and self.unaccompanied in (None, unaccompanied)
        )


class ConsentDemand(LabelledChoice):
    """A list of the consent that a municipality wants filled in every time."""

    CENTRES = "fagcentre", "fagcentre"
    ORGANISATIONS = "organisationer", "organisationer"
    WITHHELD = "må_ikke_udveksles", "oplysninger, der ikke må udveksles"


class ConsentLimits(Model):
    """Ages that decide who signs and who gets the letters; what the consent names."""

    adult: Amount = Field(
        alias="myndig_år", description="Fra den alder underskriver personen alene"
    )
    own_post: Amount = Field(
        15,
        alias="egen_post_år",
        description="Fra den alder går breve til personen selv, før til forældremyndigheden",
    )
    notice_months: Amount = Field(
        3, alias="varsel_måneder", description="Så længe før 18 år mindes der om et nyt samtykke"
    )
    renewal_months: Amount = Field(
        0,
        alias="fornyes_efter_måneder",
        description="Et samtykke fornyes efter så mange måneder; 0: kun når det falder bort",
    )
    demands: list[ConsentDemand] = Field(
        [], alias="kræver", description="Lister, som samtykket altid har noget under"
    )
    roles: list[Role] = Field(
        alias="funktioner", description="Linjerne på samtykket, som nogen kan sætte kryds ved"
    )


class Rhythm(Model):
    """How often and when meetings are held (handbook §§ 4.1, 4.3)."""

    meetings: Amount = Field(alias="møder", description="Så mange møder")
    months: Amount = Field(alias="måneder", description="… inden for så mange måneder")
    longest_gap: Amount = Field(alias="højst_måneder_imellem", description="Højst mellem to møder")
    weekday: Weekday = Field(alias="ugedag", description="Dagen, hvor møderne ligger")
    pre_meetings: YesNo = Field(
        True, alias="formøder", description="Nej: et formøde er ikke et fast led før hvert møde"
    )
    pre_meeting_minutes: Amount = Field(alias="formøde_minutter", description="Et formødes længde")
    meeting_minutes: Amount = Field(alias="møde_minutter", description="Et mødes længde")
    reply_days: Amount = Field(alias="svarfrist_dage", description="Svar senest så mange dage før")
    slack_minutes: Amount = Field(
        30, alias="forskel_minutter", description="Så meget må et mødes længde afvige"
    )
    shift_months: Amount = Field(
        6,
        alias="skift_varsel_måneder",
        description="Så længe før koordineringen skifter, skal den nye afdeling være med",
    )


class AgendaPoint(Model):
    """One point of the fixed agenda with its share of the meeting's time."""

    key: str = Field(alias="nøgle", description="Punktets navn i skabelonen")
    weight: Amount = Field(alias="vægt", description="Punktets del af tiden")


class Agendas(Model):
    """The fixed points of the two agendas (handbook, Bilag 4 and 5)."""

    first: list[AgendaPoint] = Field(alias="første", description="Punkter på det første møde")
    later: list[AgendaPoint] = Field(alias="opfølgning", description="Punkter på de næste møder")


class Support(Choice):
    """Support that decides which laws a plan follows."""

    YOUNG_ADULT = "ungestøtte"
    SERVICES = "serviceloven"


class Law(Model):
    """A law text that documents cite: when it was in force, and for whom it is."""

    key: str = Field(alias="nøgle", description="Hvad loven handler om")
    text: str = Field(alias="tekst", description="Henvisningen, som den skrives i dokumenter")
    since: Day | None = Field(None, alias="fra", description="Første dag, henvisningen gælder")
    until: Day | None = Field(None, alias="til", description="Sidste dag, henvisningen gælder")
    youngest: Amount | None = Field(
        None, alias="fra_år", description="Gælder fra og med denne alder på dokumentets dag"
    )
    oldest: Amount | None = Field(
        None, alias="til_år", description="Gælder til og med denne alder på dokumentets dag"
    )
    support: Support | None = Field(
        None,
        alias="kun_med",
        description="Gælder kun med den støtte: ungestøtte (bevilget, 18-22 år) eller serviceloven",
    )
    used_in: list[str] = Field(alias="bruges_i", description="Dokumenterne, der nævner den")

    def is_for(self, age: int, support: frozenset[Support]) -> bool:
        """Whether the law is about somebody of this age who has these kinds of support."""
        fits = (self.youngest or 0) <= age and (self.oldest is None or age <= self.oldest)
        return fits and (self.support is None or self.support in support)

    def in_force(self, day: date) -> bool:
        """Whether a document of this day cites the law."""
        return (self.since or date.min) <= day <= (self.until or date.max)


class RuleSetting(Model):
    """A municipality's own weight for a rule."""

    level: Level = Field(alias="alvor", description="fejl, advarsel, note eller fra")
    reason: str = Field(alias="begrundelse", description="Hvorfor I afviger; vises sammen med den")


class Profile(Model):
    """A municipality's whole settings: ``samarbejde.yaml`` over the profile that it names."""

    municipality: str = Field(alias="kommune", description="Kommunens navn")
    base: ProfileName = Field(alias="profil", description="Den medfølgende profil, I bygger på")
    unit: str | None = Field(None, alias="enhed", description="Center eller afdeling i brevhovedet")
    units: dict[ProfileName, str] = Field(
        {}, alias="enheder", description="Brevhovedets enhed i sager med en anden profil"
    )
    address: str | None = Field(None, alias="adresse", description="Rådhusets adresse")
    post_code: PostCode | None = Field(None, alias="postnummer", description="Postnummer")
    town: str | None = Field(None, alias="by", description="By")
    phone: Phone | None = Field(None, alias="telefon", description="Hovednummer")
    email: Email | None = Field(None, alias="email", description="Fælles mail")
    website: str | None = Field(None, alias="hjemmeside", description="Hjemmeside")
    rooms: list[Room] = Field([], alias="lokaler", description="Mødelokaler")
    staff: list[Staff] = Field([], alias="medarbejdere", description="Medarbejdere i modellen")
    look: Look = Field(alias="udseende", description="Dokumenternes udseende")
    words: Words = Field(alias="ord", description="Ord for personen og rollerne")
    departments: list[Department] = Field(alias="afdelinger", description="Jeres afdelinger")
    centres: list[Centre] = Field([], alias="fagcentre", description="Centre, som samtykket samler")
    target: TargetGroup = Field(alias="målgruppe", description="Hvem der får tilbuddet")
    exclusions: list[Exclusion] = Field(alias="udelukket", description="Hvem der ikke er omfattet")
    checklist: list[ChecklistStatement] = Field(
        alias="tjekliste", description="Udsagn til visitationen"
    )
    coordinators: list[CoordinatorRule] = Field(
        alias="koordinatorer", description="Hvilken afdeling der koordinerer ved hvilken alder"
    )
    consent: ConsentLimits = Field(alias="samtykke", description="Grænser for samtykke")
    privacy_notice: PrivacyNotice = Field(
        alias="oplysningspligt", description="Det, samtykket siger om behandlingen af oplysninger"
    )
    last_letters: LastLetters = Field(
        alias="sidste_breve", description="Sætninger i brevene om afslag og afslutning"
    )
    rhythm: Rhythm = Field(alias="rytme", description="Mødernes rytme")
    limits: Limits = Field(
        default_factory=lambda: Limits.model_validate({}),
        alias="frister",
        description="Hvornår noget senest skal være gjort",
    )
    team: TeamLimits = Field(alias="team", description="Krav til teamet")
    meeting_roles: MeetingRoles = Field(alias="møderoller", description="Roller på møderne")
    plan: PlanLimits = Field(alias="plan", description="Krav til planen")
    dialogue: DialogueLimits = Field(alias="dialogskema", description="Brugen af dialogskemaet")
    monitoring: Monitoring = Field(
        default_factory=lambda: Monitoring.model_validate({}),
        alias="måling",
        description="Hvad der bliver skrevet ned undervejs og til sidst",
    )
    git: GitSettings = Field(description="Hvad programmet selv gør med git")
    calendar: CalendarEntries = Field(
        default_factory=lambda: CalendarEntries.model_validate({}),
        alias="kalender",
        description="Hvad kalenderfiler siger ud over tid og sted",
    )
    days_off: list[DayOfYear] = Field(
        [], alias="fridage", description="Dage uden møder ud over helligdagene: 24. december"
    )
    school_holidays: list[SchoolHoliday] = Field(
        [], alias="skoleferier", description="Skolernes ferier, år for år"
    )
    planning: Planning = Field(
        default_factory=lambda: Planning.model_validate({}),
        alias="planlægning",
        description="Hvornår og hvor møderne kan ligge, når året planlægges",
    )
    meeting_start: Clock = Field(
        time(9), alias="møde_start", description="Mødets start, som programmet foreslår"
    )
    agendas: Agendas = Field(alias="dagsorden", description="Dagsordenens faste punkter")
    papers: dict[PaperName, YesNo] = Field(
        {}, alias="papirer", description="Papirer, som `render` laver på deres trin: ja eller nej"
    )
    not_asked: list[str] = Field(
        [],
        alias="mødetjekliste_uden",
        description="Svar, som mødetjeklisten ikke nævner; anbringelse for alle svar om den",
    )
    laws: list[Law] = Field(
        [], alias="love", description="Egne lovhenvisninger; samme nøgle vinder"
    )
    sight: list[AreaReaders] = Field(
        [], alias="hvem_ser", description="Hvem der må se hvad i papirerne; samme område vinder"
    )
    rules: dict[RuleCode, RuleSetting] = Field(
        {}, alias="regler", description="Regler, som I vægter anderledes"
    )

    def may_see(self, reader: ReaderRole, area: DataArea) -> bool:
        """Whether a reader in a role may see an area of a case; nobody sees one without a line."""
        return reader in self._readers.get(area, ())

    @cached_property
    def _readers(self) -> dict[DataArea, frozenset[ReaderRole]]:
        return {each.area: frozenset(each.readers) for each in self.sight}

    def department(self, name: str | None) -> Department | None:
        """Return the department of a name, in any case; None when there is none."""
        return self._departments_by_name.get((name or "").casefold())

    @cached_property
    def _departments_by_name(self) -> dict[str, Department]:
        return {each.name.casefold(): each for each in reversed(self.departments)}

    def exclusion(self, key: str) -> Exclusion | None:
        """Return the reason for not being offered the model that a case names; None if unknown."""
        return next((each for each in self.exclusions if folded(each.key) == folded(key)), None)

    def group(self, key: str | None) -> KeyText | None:
        """Return the group of the target group that a case names; None if unknown."""
        wanted = folded(key or "")
        return next((each for each in self.target.groups if folded(each.key) == wanted), None)

    def statement(self, key: str) -> ChecklistStatement | None:
        """Return the statement of the checklist that a case names; None if unknown."""
        return next((each for each in self.checklist if folded(each.key) == folded(key)), None)

    def coordinating_kind(
        self, age: int, *, aftercare: bool, unaccompanied: bool
    ) -> DepartmentKind | None:
        """Return the kind of department that coordinates; None when the settings do not say."""
        fitting = (
            each.kind
            for each in self.coordinators
            if each.fits(age, aftercare=aftercare, unaccompanied=unaccompanied)
        )
        return next(fitting, None)

    def room(self, name: str | None) -> Room | None:
        """Return the meeting room of a name, in any case; None when there is none."""
        return self._rooms_by_name.get((name or "").casefold())

    @cached_property
    def _rooms_by_name(self) -> dict[str, Room]:
        return {each.name.casefold(): each for each in reversed(self.rooms)}

    def is_day_off(self, day: date) -> bool:
        """Whether nobody works on a day that is neither weekend nor public holiday."""
        return day_of_year(day) in self.days_off

    def department_of(self, name: str) -> Department | None:
        """Return the department that an employee, by full name in any case, works in."""
        found = self.employee(name)
        return self.department(found.department) if found else None

    def employee(self, name: str | None) -> Staff | None:
        """Return the employee of a full name, in any case; None when there is none."""
        return self._staff_by_name.get((name or "").strip().casefold())

    @cached_property
    def _staff_by_name(self) -> dict[str, Staff]:
        return {each.name.casefold(): each for each in reversed(self.staff)}

    def first_with(self, role: StaffRole) -> Staff | None:
        """Return the first employee with a role; None when there is none."""
        return next((each for each in self.staff if each.role is role), None)

    @cached_property
    def administrators(self) -> frozenset[str]:
        """The names, in lower case, of those who administer all cases."""
        tovholders = (each for each in self.staff if each.role is StaffRole.ADMINISTRATOR)
        return frozenset(each.name.casefold() for each in tovholders)

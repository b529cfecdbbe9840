"""``runder/<n>.yaml``: one round's pre-meeting, meeting and follow-up (handbook § 4)."""

from datetime import date

from samarbejde_cli.case.meeting_checklist import MeetingChecklist
from samarbejde_cli.case.standing import Indicator, Standing
from samarbejde_cli.forms.fields import Clock, Count, Day, Score, YesNo
from samarbejde_cli.forms.model import Field, Keyed, LabelledChoice, Model
from samarbejde_cli.profile.names import PersonName, PlaceName, RoomName, StaffName


class Reply(LabelledChoice):
    """The four answers to an invitation (Bilag 1)."""

    COMES = "1", "Relevant, deltager"
    SENDS_NOTE = "2", "Relevant, kan ikke deltage, sender et notat"
    OTHER_DAY = "3", "Relevant, kan en anden dag, ellers notat"
    NOT_RELEVANT = "4", "Ikke relevant"

    @property
    def stays_away(self) -> bool:
        """Whether somebody does not come on the day that is set."""
        return self is not Reply.COMES


class JournalKind(LabelledChoice):
    """What a pre-meeting is filed as (handbook § 4.4)."""

    CHILD_TALK = "børnesamtale", "Børnesamtale"
    JOB_TALK = "jobsamtale", "Jobsamtale"
    TALK = "samtale", "Samtale"


class JournalEntry(Model):
    """A filed note."""

    date: Day = Field(alias="dato", description="Journalført den")
    kind: JournalKind = Field(alias="som", description="børnesamtale, jobsamtale eller samtale")


class Appointment(Model):
    """When and where something takes place."""

    date: Day | None = Field(None, alias="dato", description="Dato som 2026-03-03")
    start: Clock | None = Field(None, alias="start", description="Klokken, som 9.00")
    end: Clock | None = Field(None, alias="slut", description="Klokken, som 10.30")
    room: RoomName | None = Field(
        None, alias="lokale", description="Et af lokalerne i samarbejde.yaml"
    )


class Earlier(Appointment):
    """An appointment that was moved or called off after somebody had been invited to it."""

    changed: Day = Field(alias="ændret", description="Flyttet eller aflyst den")
    reason: str | None = Field(None, alias="fordi", description="Hvorfor, til jer selv")
    cancellation_announced: Day | None = Field(
        None,
        alias="aflysning_fortalt",
        description="Alle indkaldte vidste den dag, at det er aflyst",
    )
    announced: Day | None = Field(
        None, alias="fortalt", description="Alle indkaldte fik den nye tid at vide den"
    )
    invited_same_day: YesNo = Field(
        False,
        alias="indkaldt_samme_dag",
        description="Nogen var indkaldt den dag, før det blev ændret. Skrives af programmet",
    )


class Experience(Model):
    """The youth's answers about the meetings (Bilag 10)."""

    relation: str | None = Field(None, alias="relation", description="Hørt, forstået, respekteret")
    goals: str | None = Field(
        None, alias="mål_og_emner", description="Talte vi om det, den unge ønskede"
    )
    approach: str | None = Field(
        None, alias="tilgang_og_metode", description="Blev der set på det hele"
    )
    general: str | None = Field(None, alias="generelt", description="Virkede mødet, gav det mening")


class ThreeHouses(Model):
    """What was said over the sheet of the three houses; a sentence each."""

    worries: list[str] = Field([], alias="bekymringer", description="Det, der bekymrer")
    works: list[str] = Field([], alias="det_der_virker", description="Det, der virker")
    hopes: list[str] = Field([], alias="håb", description="Det, den unge håber på")

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in any house."""
        return not (self.worries or self.works or self.hopes)


class PreMeetingGuest(Model):
    """Somebody who was at the pre-meeting beside the youth and the coordinator."""

    name: PersonName = Field(alias="navn", description="Hvem der var med")
    capacity: str | None = Field(
        None, alias="som", description="Den unges voksne, mor, tolk, anden sagsbehandler …"
    )


class Evaluation(Model):
    """How those who were there found the meeting, asked before it ends."""

    youth: str | None = Field(
        None, alias="den_unge", description="Hvad den unge selv siger om mødet"
    )
    others: list[str] = Field(
        [], alias="de_andre", description="Hvad de andre siger om mødet, en linje hver"
    )
    next_time: list[str] = Field(
        [], alias="næste_gang", description="Det, I gør anderledes næste gang"
    )

    @property
    def is_empty(self) -> bool:
        """Whether nobody said anything."""
        return not (self.youth or self.others or self.next_time)


class PreMeeting(Appointment):
    """The talk with the youth before the meeting (handbook § 4.3)."""

    invited: Day | None = Field(None, alias="indkaldt", description="Den unge indkaldt den")
    earlier: list[Earlier] = Field(
        [], alias="tidligere", description="Tider, som formødet er flyttet fra, den ældste først"
    )
    informed: YesNo | None = Field(
        None, alias="orienteret_om_modellen", description="Den unge kender modellen: ja eller nej"
    )
    wishes: list[str] = Field(
        [], alias="ønsker", description="Det, den unge vil have talt om, med egne ord"
    )
    experience: Experience | None = Field(
        None, alias="oplevelse", description="Hvordan den unge oplever møderne, fra og med runde 2"
    )
    present: list[PreMeetingGuest] = Field(
        [], alias="til_stede", description="Hvem der ellers var med til formødet"
    )
    houses: ThreeHouses | None = Field(
        None, alias="tre_huse", description="De 3 huse, når I har brugt arket"
    )
    journal: JournalEntry | None = Field(
        None, alias="journalført", description="Når notatet er skrevet"
    )
    notes: str | None = Field(None, alias="noter", description="Jeres egne noter")


class Participant(Model):
    """Somebody who is asked to the meeting."""

    person: StaffName = Field(alias="person", description="Navnet på en i sagen")
    why: str | None = Field(
        None, alias="fordi", description="Hvorfor den unge gerne vil have personen med"
    )
    helps_with: str | None = Field(
        None, alias="hjælper_med", description="Hvad personen kan hjælpe med på mødet"
    )
    invited: Day | None = Field(None, alias="indkaldt", description="Indkaldt den")
    reply: Reply | None = Field(
        None, alias="svar", description="Svaret på indkaldelsen: 1, 2, 3 eller 4"
    )
    replied: Day | None = Field(None, alias="svaret", description="Svarede den")
    reply_for: Day | None = Field(
        None, alias="svar_gælder", description="Mødedagen, svaret gælder, når mødet er flyttet"
    )
    note: str | None = Field(None, alias="notat", description="Det, personen sendte i stedet")
    attended: YesNo | None = Field(None, alias="deltog", description="Var med: ja eller nej")
    active: YesNo | None = Field(
        None, alias="bidrog", description="Tog aktivt del i mødet: ja eller nej"
    )


class Observations(Model):
    """What the administrator noticed at a meeting (handbook § 3.5): for leaders, on no paper."""

    challenges: str | None = Field(
        None, alias="udfordringer", description="Hvor samarbejdet var svært"
    )
    uniformity: str | None = Field(
        None, alias="ensartethed", description="Om møderne bliver holdt ens"
    )
    backing: str | None = Field(None, alias="opbakning", description="Om der er opbakning")
    for_leaders: str | None = Field(
        None, alias="til_ledelsen", description="Hvor ledelsen bør se efter"
    )


class Meeting(Appointment):
    """The collaboration meeting (handbook § 4.1)."""

    earlier: list[Earlier] = Field(
        [], alias="tidligere", description="Tider, som mødet er flyttet fra, den ældste først"
    )
    purpose: str | None = Field(
        None, alias="formål", description="Hvad mødet skal føre til, i én sætning"
    )
    leader: StaffName | None = Field(None, alias="mødeleder", description="Ellers koordinatoren")
    writer: StaffName | None = Field(None, alias="referent", description="Ellers tovholderen")
    interviewer: StaffName | None = Field(
        None, alias="interviewer", description="Den, der taler med den unge på mødet"
    )
    interpreter: str | None = Field(
        None, alias="tolk", description="Tolkens navn eller bureau, når der bruges tolk"
    )
    participants: list[Participant] = Field(
        [], alias="deltagere", description="Hvem der er indkaldt"
    )
    youth_attended: YesNo | None = Field(
        None, alias="den_unge_deltog", description="Var den unge med: ja eller nej"
    )
    absence_reason: str | None = Field(
        None, alias="fravær_fordi", description="Hvorfor den unge ikke var med"
    )
    evaluation: Evaluation | None = Field(
        None, alias="evaluering", description="Hvad I selv siger om mødet, før det slutter"
    )
    standing: Standing | None = Field(
        None, alias="status", description="Uddannelse, beskæftigelse og forsørgelse på mødet"
    )
    observations: Observations | None = Field(
        None,
        alias="iagttagelser",
        description="Tovholderens iagttagelser, til tovholder og ledere; på intet papir",
    )
    checklist: MeetingChecklist = Field(
        default_factory=lambda: MeetingChecklist.model_validate({}),
        alias="tjekliste",
        description="Mødetjeklisten, når mødet er holdt",
    )


class Copy(Model):
    """A copy of the signed plan that was sent."""

    person: StaffName = Field(alias="person", description="Hvem der fik planen")
    date: Day = Field(alias="dato", description="Sendt den")


class CostEntry(Model):
    """A grant that differs because the case was treated as a whole (Bilag 7)."""

    description: str = Field(alias="bevilling", description="Hvad der blev bevilget")
    payer: PlaceName = Field(alias="betaler", description="Afdelingen, der betaler")
    amount: Count = Field(alias="beløb", description="Hele kroner")
    otherwise: Count = Field(alias="ville_have_kostet", description="Hele kroner uden modellen")
    otherwise_payer: PlaceName = Field(
        alias="hos", description="Afdelingen, som ellers havde betalt"
    )
    sent: Day | None = Field(None, alias="sendt", description="Sendt til Økonomi og Personale den")


class PlanChange(Model):
    """A change of the plan between two meetings (Bilag 8: mailed to everybody)."""

    date: Day = Field(alias="dato", description="Ændret den")
    what: str = Field(alias="hvad", description="Hvad der blev ændret i planen eller indsatsen")
    announced: Day | None = Field(None, alias="fortalt", description="Alle fik besked den")


class Dialogue(Model):
    """One filling of the dialogue form, 1 (many challenges) to 5 (manages well)."""

    date: Day = Field(alias="dato", description="Udfyldt den")
    education: Score | None = Field(
        None, alias="skole_uddannelse_og_beskæftigelse", description="1 til 5"
    )
    household: Score | None = Field(None, alias="husholdning_og_økonomi", description="1 til 5")
    network: Score | None = Field(
        None, alias="socialt_netværk_og_kompetencer", description="1 til 5"
    )
    body: Score | None = Field(None, alias="fysisk_helbred", description="1 til 5")
    mind: Score | None = Field(None, alias="psykisk_helbred", description="1 til 5")
    crime: Score | None = Field(None, alias="kriminalitet", description="1 til 5")
    drugs: Score | None = Field(None, alias="rusmidler", description="1 til 5")
    indicators: list[Indicator] = Field(
        [], alias="indikatorer", description="Tal under områderne, som motivation og fremmøde"
    )


class FollowUp(Model):
    """What is done after the meeting (handbook § 4.4, Bilag 8)."""

    signed: Day | None = Field(
        None, alias="plan_underskrevet", description="Planen underskrevet den"
    )
    copies: list[Copy] = Field([], alias="kopi_sendt", description="Hvem der fik planen hvornår")
    journal: JournalEntry | None = Field(None, alias="journalført", description="Mødet journalført")
    costs: list[CostEntry] = Field(
        [], alias="økonomi", description="Bevillinger, der blev anderledes, til økonomiarket"
    )
    changes: list[PlanChange] = Field(
        [], alias="ændringer", description="Ændringer i planen, siden mødet blev holdt"
    )
    next_pre_meeting: Day | None = Field(None, alias="næste_formøde", description="Aftalt dato")
    next_meeting: Day | None = Field(None, alias="næste_møde", description="Aftalt dato")


class Round(Keyed):
    """The whole of one round's file."""

    pre_meeting: PreMeeting = Field(
        default_factory=lambda: PreMeeting.model_validate({}),
        alias="formøde",
        description="Samtalen med den unge før mødet",
    )
    meeting: Meeting = Field(
        default_factory=lambda: Meeting.model_validate({}),
        alias="møde",
        description="Samarbejdsmødet",
    )
    follow_up: FollowUp = Field(
        default_factory=lambda: FollowUp.model_validate({}),
        alias="opfølgning",
        description="Efter mødet",
    )
    dialogue: list[Dialogue] = Field([], alias="dialogskema", description="Syv områder, 1 til 5")

    @property
    def is_prepared(self) -> bool:
        """Whether nothing is recorded as done yet: there are days, rooms and people at most."""
        talk, after = self.pre_meeting, self.follow_up
        people = self.meeting.participants
        done = (talk.journal, talk.informed, talk.experience, after.signed, after.journal)
        attended = (self.meeting.youth_attended, *(each.attended for each in people))
        return not any((*done, after.copies, self.dialogue)) and set(attended) == {None}

    def days(self) -> list[date]:
        """Return the days of the round's meetings, and those agreed on for the next round."""
        agreed = self.follow_up
        days = (
            self.pre_meeting.date,
            self.meeting.date,
            agreed.next_pre_meeting,
            agreed.next_meeting,
        )
        return [day for day in days if day]

"""A whole year of a case, day by day: what is to be done is what the handbook's sentences say.

The diary tells what people do in the mornings, from intake through three rounds to the end, and
every move goes through its gate. The list beside it is counted here, from the same calendar, with
one line for each sentence of the sources. On no day may the two differ.
"""

import calendar
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from case_year import BY, complete, new_desk, played
from example_case import laid_over

from samarbejde_cli.case.steps import Step
from samarbejde_cli.profile.load import shipped_names

REFERRED, END = date(2026, 1, 6), date(2027, 1, 31)


def on(month, day, year=2026):
    return date(year, month, day)


# --- The diary ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Person:
    """Somebody whom a profile is for, what the case has otherwise, and the profile's numbers.

    The numbers are those of the sources; the settings of the program are not asked.
    """

    profile: str
    name: str
    cpr: str
    born: date
    record: dict = field(default_factory=dict)
    settings: dict = field(default_factory=dict)
    months_between: int = 4
    weekday: int | None = None
    job_centre: bool = True
    by_age: bool = True
    margin: int = 2
    dialogue: bool = False
    economy: bool = True
    hand_over: tuple[tuple[int, int], ...] = ()  # years and months
    plan_from: int | None = None
    oldest: int | None = 29
    placed: bool = False
    more_team: tuple[str, ...] = ()
    decided: date | None = None
    renewed: date | None = None
    handed_over: date | None = None

    def custody(self, day):
        """Who has custody on a day: nobody from the 18th birthday."""
        return [] if birthday(self.born, 18) <= day else ["Mette Ravn", "Henrik Ravn"]

    def leads(self, day):
        """Who coordinates on a day."""
        return "Rikke Dam" if self.handed_over and self.handed_over <= day else BY

    def __str__(self):
        return f"{self.profile}-{self.born.year}"


@dataclass(frozen=True)
class Round:
    """The days of a round; what is done is written down in the morning."""

    number: int
    agreed: date
    begun: date
    asked: date
    pre_meeting: date
    written: date
    filed: date
    invited: date
    replied: date
    meeting: date
    held: date
    signed: date
    copied: date
    meeting_filed: date


ROUNDS = (
    Round(
        1, begun=on(1, 13), agreed=on(1, 20), asked=on(1, 27), pre_meeting=on(2, 10),
        written=on(2, 11), filed=on(2, 12), invited=on(2, 12), replied=on(2, 26),
        meeting=on(3, 3), held=on(3, 4), signed=on(3, 5), copied=on(3, 6), meeting_filed=on(3, 11),
    ),
    Round(
        2, agreed=on(3, 12), begun=on(3, 17), asked=on(5, 12), pre_meeting=on(5, 26),
        written=on(5, 27), filed=on(5, 28), invited=on(5, 28), replied=on(6, 10),
        meeting=on(6, 16), held=on(6, 17), signed=on(6, 17), copied=on(6, 22),
        meeting_filed=on(6, 26),
    ),
    Round(
        3, agreed=on(6, 23), begun=on(6, 26), asked=on(9, 1), pre_meeting=on(9, 15),
        written=on(9, 16), filed=on(9, 16), invited=on(9, 16), replied=on(9, 28),
        meeting=on(10, 6), held=on(10, 7), signed=on(10, 7), copied=on(10, 8),
        meeting_filed=on(10, 12),
    ),
)  # fmt: skip
ASKED_JOB_CENTRE, JOB_CENTRE_ANSWERED = on(1, 12), on(1, 20)
FIRST_SIGNATURE, LAST_SIGNATURE = on(2, 11), on(2, 12)
PAUSE, GOES_ON = on(7, 1), on(8, 10)
TOLD = on(4, 21)
"""When the letter about the new coordinator is made."""
GRANT_REPORTED, CLOSED, PARTED = on(10, 9), on(12, 15), on(12, 18)
PEOPLE = ("Birgit Kær", "Jonas Berg", "Maja Toft", "Karin Friis")


SCORES = {"fysisk_helbred": "3", "psykisk_helbred": "2"}


def diary(person):
    """Return what is done on which morning, in order."""
    days = {}

    def write(day, name, news):
        days.setdefault(day, []).append(lambda desk: desk.write(name, news))

    def move(day, target=None):
        days.setdefault(day, []).append(lambda desk: desk.move(target))

    write(ASKED_JOB_CENTRE, "sag.yaml", screened(person))
    answer = {"svar": str(JOB_CENTRE_ANSWERED), "sagsbehandler": "Maja Toft"}
    write(JOB_CENTRE_ANSWERED, "sag.yaml", {"visitation": {"jobcenter": answer}})
    for each in ROUNDS:
        if each.number == 1:
            move(each.begun)
            write(each.agreed, "runder/1.yaml", agreed(each))
            write(each.written, "team.yaml", team(person))
            write(FIRST_SIGNATURE, "samtykke.yaml", consent(person, both=False))
            write(LAST_SIGNATURE, "samtykke.yaml", consent(person, both=True))
        _round(each, person, write, move)
    if person.decided:
        decision = {"besluttet": str(person.decided), "bevilget": "nej"}
        write(person.decided, "sag.yaml", {"ungestøtte": decision})
    if person.renewed:
        write(person.renewed, "samtykke.yaml", consent(person, both=True, renewed=person.renewed))
    if person.handed_over:
        days.setdefault(person.handed_over, []).append(lambda desk: desk.give_to("Rikke Dam"))
        days.setdefault(TOLD, []).append(lambda desk: desk.render("new-coordinator"))
    days[PAUSE] = [lambda desk: desk.rest(GOES_ON)]
    write(GRANT_REPORTED, "runder/3.yaml", {"opfølgning": {"økonomi": [grant(GRANT_REPORTED)]}})
    write(CLOSED, "sag.yaml", {"afslutning": {"dato": str(CLOSED), "årsag": "I lære som smed"}})
    move(CLOSED, Step.CLOSED)
    days.setdefault(PARTED, []).append(lambda desk: desk.render("ending"))
    return days


def _round(each, person, write, move):
    """What is done in every round, from the pre-meeting on."""
    file, following = f"runder/{each.number}.yaml", ROUNDS[each.number : each.number + 1]
    write(each.asked, file, {"formøde": {"indkaldt": str(each.asked)}})
    write(each.written, file, {"formøde": talk(each), "møde": agreed(each)["møde"]})
    chosen = [{"person": asked["person"]} for asked in people(each, person)]
    write(each.written, file, {"møde": {"deltagere": chosen}})
    write(each.written, "plan.yaml", {"sagsresumé": "Går i skole."})
    if person.dialogue:
        write(each.written, file, {"dialogskema": [{"dato": str(each.pre_meeting), **SCORES}]})
    filed = {"dato": str(each.filed), "som": "børnesamtale"}
    write(each.filed, file, {"formøde": {"journalført": filed}})
    move(each.filed)
    write(each.invited, file, {"møde": {"deltagere": people(each, person)}})
    write(each.replied, file, {"møde": {"deltagere": people(each, person, svar="1")}})
    write(each.held, "plan.yaml", plan(each, person))
    present = people(each, person, svar="1", deltog="ja")
    write(each.held, file, {"møde": {"deltagere": present, "den_unge_deltog": "ja"}})
    if each.number == 3:
        write(each.held, file, {"opfølgning": {"økonomi": [grant(None)]}})
    move(each.held)
    write(each.signed, file, {"opfølgning": {"plan_underskrevet": str(each.meeting)}})
    copies = [{"person": name, "dato": str(each.copied)} for name in readers(each, person)]
    write(each.copied, file, {"opfølgning": {"kopi_sendt": copies}})
    filed = {"dato": str(each.meeting_filed), "som": "samtale"}
    for after in following:
        dates = {"næste_formøde": str(after.pre_meeting), "næste_møde": str(after.meeting)}
        write(after.agreed, file, {"opfølgning": dates})
    write(each.meeting_filed, file, {"opfølgning": {"journalført": filed}})
    for after in following:
        move(after.begun)


def screened(person):
    record = complete("sag.yaml")
    record["ung"] |= {"navn": person.name, "cpr": person.cpr}
    record["visitation"]["jobcenter"] = {"sendt": str(ASKED_JOB_CENTRE)}
    for key in ("trin", "runde"):
        del record[key]
    return laid_over(record, person.record)


def agreed(each):
    meeting = {"dato": str(each.meeting), "start": "9.00", "slut": "10.30", "lokale": "Egen"}
    return {
        "formøde": {"dato": str(each.pre_meeting), "start": "9.00", "lokale": "Bøgen"},
        "møde": meeting | {"mødeleder": BY, "referent": "Dorte Lundgaard"},
    }


def talk(each):
    found = agreed(each)["formøde"] | {"orienteret_om_modellen": "ja", "ønsker": ["Jeg vil sove"]}
    answers = ("relation", "mål_og_emner", "tilgang_og_metode", "generelt")
    return found | ({"oplevelse": dict.fromkeys(answers, "Ja")} if each.number > 1 else {})


def team(person):
    found = complete("team.yaml")
    if person.placed:
        found["personer"][3] |= {"rolle": "anbringelsessted"}
    found["personer"] += [{"navn": "Ida Lund", "rolle": role} for role in person.more_team]
    return found


def consent(person, *, both, renewed=None):
    found = complete("samtykke.yaml")
    signed = [{"navn": person.name, "som": "ung", "dato": str(on(2, 10))}]
    for name, day in zip(person.custody(on(2, 10)), (on(2, 10), on(2, 11)), strict=False):
        signed.append({"navn": name, "som": "forældremyndighed", "dato": str(day)})
    signed = signed if both else signed[:2]
    if renewed:
        signed.append({"navn": person.name, "som": "ung", "dato": str(renewed)})
    return found | {"underskrifter": signed}


def readers(each, person):
    """Everybody who must have the plan: the youth, who has custody, and all who came."""
    return [person.name, *person.custody(each.meeting), *PEOPLE]


def people(each, person, **answer):
    names = (*person.custody(each.invited), *PEOPLE)
    return [{"person": name, "indkaldt": str(each.invited), **answer} for name in names]


def plan(each, person):
    found, leader = complete("plan.yaml"), person.leads(each.meeting)
    for goal in found["mål"]:
        goal["frist"] = str(each.meeting + timedelta(days=90))
        goal.update({"nået": "nej", "årsag": "Vi er på vej"} if each.number > 1 else {})
        goal["ansvarlige"] = [leader if name == BY else name for name in goal["ansvarlige"]]
    signers = [(person.name, "ung"), ("Peter Skovmand", "leder"), (leader, "rådgiver")]
    signers += [(name, "forældremyndighed") for name in person.custody(each.meeting)]
    signed = [{"navn": n, "som": role, "dato": str(each.meeting)} for n, role in signers]
    after = {"ansvarlig": leader, "næste_gang": str(each.meeting + timedelta(days=90))}
    return found | {"underskrifter": signed, "køreplan": after}


def grant(sent):
    found = {
        "bevilling": "Mentor", "betaler": "Job og Uddannelse", "beløb": "24000",
        "ville_have_kostet": "90000", "hos": "Børn og Familier",
    }  # fmt: skip
    return found | ({"sendt": str(sent)} if sent else {})


# --- The list ----------------------------------------------------------------------------------


def birthday(born, years, months=0):
    """The day on which somebody born on such a day is so many years and months old."""
    months += born.month - 1
    return date(born.year + years + months // 12, months % 12 + 1, born.day)


def months_on(day, months):
    """The same day of the month some months on, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


CLOSED_DAYS = {
    on(4, 2), on(4, 3), on(4, 6), on(5, 14), on(5, 25), on(6, 5), on(12, 24), on(12, 25),
    on(12, 31), on(1, 1, 2027),
}  # fmt: skip
"""Easter, Ascension, Whit Monday, Constitution Day, Christmas and New Year."""


def day_by(day, weekday=None):
    """The last day by then on which people work, of a weekday when that matters."""
    while day.isoweekday() > 5 or day in CLOSED_DAYS or weekday not in (None, day.isoweekday()):
        day -= timedelta(days=1)
    return day


def days(number):
    return timedelta(days=number)


def sentences(person):
    """Yield a line for each duty: its name, its last day, from when and until when it stands."""
    # "Jobcentret vender senest inden for 5 arbejdsdage tilbage": from a Monday to the next
    if person.job_centre:
        yield "jobcenter-svar", on(1, 19), ASKED_JOB_CENTRE, JOB_CENTRE_ANSWERED
    # "Der underskrives samtykkeerklæring" at the first pre-meeting
    complete_on = LAST_SIGNATURE if person.custody(FIRST_SIGNATURE) else FIRST_SIGNATURE
    yield "samtykke", ROUNDS[0].pre_meeting, ROUNDS[0].agreed, complete_on
    before = ROUNDS[0].begun
    for each in ROUNDS:
        known = each.begun if each.number == 1 else ROUNDS[each.number - 2].held
        yield from booking(before, known, each.agreed, person)
        yield from meetings(each)
        yield from afterwards(each)
        before = each.meeting
    yield from booking(before, ROUNDS[-1].held, CLOSED, person)
    # who is responsible does what the plan of the first meeting says, until it is answered
    for goal in complete("plan.yaml")["mål"]:
        for _ in goal["ansvarlige"]:
            yield "aftale", ROUNDS[0].meeting + days(90), ROUNDS[0].held, ROUNDS[1].held
    yield from noted(person)
    # "Arket mailes straks efter udfyldelse", and it is filled in at the meeting
    if person.economy:
        yield "økonomiark", ROUNDS[-1].meeting, ROUNDS[-1].held, GRANT_REPORTED
    yield "pause-slutter", GOES_ON, PAUSE, GOES_ON
    yield from ages(person)
    if person.dialogue:
        # "ved start, derefter hver 4. måned": the next one counts from the last
        days_of = [each.pre_meeting for each in ROUNDS]
        known = [ROUNDS[0].agreed, *(each.written for each in ROUNDS), CLOSED]
        due = [days_of[0], *(months_on(day, 4) for day in days_of)]
        for last, since, until in zip(due, known, known[1:], strict=False):
            yield "dialogskema", last, since, until


def noted(person):
    """Yield what is written down on the way, and what the plan says of later."""
    # "Inden den unge fylder 23 år, vurderes det": half a year before the birthday after the last
    if person.oldest:
        day = birthday(person.born, person.oldest + 1)
        yield "efter-tilbuddet", months_on(day, -6), ROUNDS[0].begun, CLOSED
    if person.dialogue:
        # "Dokumentation af resultater": the checklist and the standing, after each meeting
        for each, until in zip(
            ROUNDS, [*(after.begun for after in ROUNDS[1:]), CLOSED], strict=True
        ):
            yield "mødetjekliste", each.meeting + days(7), each.held, until
            yield "status", each.meeting + days(7), each.held, until
    # "Situationen tages op igen", as each plan says, until the next meeting has another
    for each, until in zip(ROUNDS, [*(after.held for after in ROUNDS[1:]), CLOSED], strict=True):
        yield "køreplan", each.meeting + days(90), each.held, until


def booking(before, known, agreed_on, person):
    """Yield what must be agreed: "samarbejdsmøder minimum hver fjerde måned".

    The letters leave three weeks before the meeting, when the pre-meeting was; the youth is asked
    to that a week ahead.
    """
    if person.months_between:
        last = day_by(months_on(before, person.months_between), person.weekday)
        letters = day_by(last - days(21))
        yield "møde-aftales", letters, known, agreed_on
        yield "formøde-aftales", day_by(letters - days(7)), known, agreed_on


def meetings(each):
    """Yield what is done for a round's pre-meeting and meeting until the meeting was held."""
    # "indkalder den unge til et formøde"
    yield "formøde-indkaldes", each.pre_meeting - days(7), each.agreed, each.asked
    yield "formøde-holdes", each.pre_meeting, each.agreed, each.pre_meeting + days(1)
    # "Eksterne samarbejdspartnere indkaldes via et brev": once the round has its file
    file_there = max(each.agreed, each.begun)
    yield "indkaldelse", each.meeting - days(21), file_there, each.invited
    # "Du/I bedes besvare et af nedenstående udsagn", a week before the meeting
    yield "svar", each.meeting - days(7), each.invited, each.replied
    yield "møde-holdes", each.meeting, each.agreed, each.held


def afterwards(each):
    """Yield what is done after a round's talks."""
    # "Journalfører formøderne som børnesamtaler eller jobsamtaler"
    yield "formøde-journal", each.pre_meeting + days(7), each.pre_meeting + days(1), each.filed
    # "Sikrer at Mål og aftaleskemaet udskrives og underskrives": in the meeting
    yield "plan-underskrives", each.meeting, each.held, each.signed
    # "Sender en kopi af det underskrevne mål og aftaleskema"
    yield "kopi", each.meeting + days(7), each.signed, each.copied
    # "Journalfører samarbejds møder som samtaler"
    yield "møde-journal", each.meeting + days(7), each.held, each.meeting_filed


def ages(person):
    """Yield what follows from birthdays while the case is in its rounds."""
    begun = ROUNDS[0].begun
    # "overdragelses møder ved 16, 17 ½ og 18 ½ år", some months before or after
    for years, months in person.hand_over:
        day = birthday(person.born, years, months)
        first, last = months_on(day, -person.margin), months_on(day, person.margin)
        if last >= begun:
            met = [each.agreed for each in ROUNDS if first <= each.meeting <= last]
            yield "overdragelsesmøde", last, begun, min([*met, CLOSED])
    # "ungeplan §§ 108–109, ready within 3 months" after the birthday
    if person.plan_from:
        day = birthday(person.born, person.plan_from)
        done = [each.signed for each in ROUNDS if each.meeting >= day]
        yield "ungeplan", months_on(day, 3), begun, min([*done, CLOSED])
    adult = birthday(person.born, 18)
    if person.custody(begun):
        # "a consent given before 18 must be renewed at 18"
        yield "samtykke-fornyes", adult, FIRST_SIGNATURE, person.renewed or CLOSED
    if person.custody(begun) and person.by_age:
        # the department that coordinates is another "fra 18 år"
        yield "koordinator-skifter", adult, begun, person.handed_over or CLOSED
    if person.handed_over:
        # somebody else coordinates: the youth hears of it within a week
        yield "ny-koordinator", person.handed_over + days(7), person.handed_over, TOLD
    # the youth of a closed case gets a letter within a week
    yield "sidste-brev", CLOSED + days(7), CLOSED, PARTED
    if person.custody(begun):
        # "Decision on ungestøtte at the latest 6 months before 18", of a youth who is placed or
        # has a contact person, as the team's file says
        since, until = ROUNDS[0].written, min(person.decided or CLOSED, adult)
        yield "ungestøtte", months_on(adult, -6), since, until


IN_RHYTHM = {
    "møde-aftales", "formøde-aftales", "formøde-indkaldes", "formøde-holdes", "indkaldelse",
    "svar", "møde-holdes", "overdragelsesmøde", "dialogskema",
}  # fmt: skip
"""What rests while the case rests."""


def expected(lines, day):
    """Return what stands on the list on a day."""
    resting = IN_RHYTHM if PAUSE <= day < GOES_ON else set()
    return sorted(
        (last, name)
        for name, last, since, until in lines
        if since <= day < until and name not in resting
    )


# --- The test ----------------------------------------------------------------------------------

ANOTHER_COORDINATOR = {
    "medarbejdere": [
        *complete("samarbejde.yaml")["medarbejdere"],
        {"navn": "Rikke Dam", "funktion": "koordinator", "afdeling": "Job og Uddannelse"},
    ]
}
NO_PARENTS = {"forældre": []}
PERSONS = [
    Person(
        "soroe-unge", "Silje Ravn", "720810-4322", date(2010, 8, 12), weekday=2,
        hand_over=((16, 0), (17, 6), (18, 6)), plan_from=16,
    ),
    Person(
        "soroe-unge", "Silje Ravn", "750408-4322", date(2008, 4, 15), weekday=2,
        hand_over=((16, 0), (17, 6), (18, 6)), placed=True, decided=on(2, 20),
        renewed=on(4, 20), handed_over=on(4, 16), settings=ANOTHER_COORDINATOR,
    ),
    Person(
        "soroe-voksne", "Silje Ravn", "650990-2322", date(1990, 9, 5), job_centre=False,
        by_age=False, record=NO_PARENTS, oldest=None,
    ),
    Person(
        "middelfart", "Silje Ravn", "720810-4322", date(2010, 8, 12), job_centre=False,
        by_age=False, months_between=0, hand_over=((17, 6),), margin=6, plan_from=16, oldest=30,
        economy=False, record={"visitation": {"tjekliste": [{"udsagn": "uddannelse-i-fare"}]}},
    ),
    Person(
        "national", "Silje Ravn", "720810-4322", date(2010, 8, 12), job_centre=False,
        by_age=False, months_between=3, hand_over=((16, 0), (17, 6), (18, 6)), margin=3,
        plan_from=16, oldest=23, dialogue=True, economy=False, placed=True,
        more_team=("familierådgiver",),
    ),
]  # fmt: skip


def test_every_profile_has_its_year():
    assert {person.profile for person in PERSONS} == set(shipped_names())


@pytest.mark.parametrize("person", PERSONS, ids=str)
def test_the_list_is_right_on_every_day_of_a_year(tmp_path, person):
    settings = {"profil": person.profile} | person.settings
    desk = new_desk(tmp_path / "sager", settings, person.name, person.cpr, REFERRED)
    lines = [line for line in sentences(person) if line[2] < line[3]]
    seen, wrong = set(), []
    for today in played(desk, diary(person), END):
        found = sorted((task.day, task.name) for task in today.tasks())
        wanted = expected(lines, today.day)
        seen |= set(found)
        wrong += [(today.day, found, wanted)] if found != wanted else []
    assert wrong == []
    assert (desk.case.step, desk.case.record.round) == (Step.CLOSED, 3)
    # nothing of the list was for days that never came
    assert {name for _, name in seen} >= {name for name, *_ in lines}

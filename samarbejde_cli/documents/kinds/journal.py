"""The texts for the departments' own systems, from the one plan (handbook § 4.4)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.people import Member
from samarbejde_cli.case.plan import Area, Goal
from samarbejde_cli.case.round import JournalKind, PreMeetingGuest
from samarbejde_cli.case.sharing import covered, obstacle, remedy, under_age
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.documents.recipients import NOT_COVERED, Channel, Recipient
from samarbejde_cli.documents.role_labels import RoleLabels
from samarbejde_cli.documents.schema import (
    DAY,
    GROUP,
    TEXT,
    YES_NO,
    Known,
    Presence,
    Schema,
    in_area,
    of_model,
)
from samarbejde_cli.documents.values import danish
from samarbejde_cli.findings import Finding
from samarbejde_cli.profile.model import Department, DepartmentKind, Profile
from samarbejde_cli.profile.sight import DataArea

_PLANS = {
    DepartmentKind.CHILDREN: "Handleplan",
    DepartmentKind.EMPLOYMENT: "Plan for uddannelse og job",
    DepartmentKind.EDUCATION: "Uddannelsesplan",
    DepartmentKind.SOCIAL: "Handleplan",
}
_MONEY = (Area.FINANCES, Area.HOUSING)
_SOMETIMES = Presence.SOMETIMES

JOURNAL_FIELDS: Schema = in_area(
    DataArea.CASE,
    Known("afdeling", TEXT, "Afdelingen, teksten er til"),
    Known("samtale", TEXT, "Hvad formødet journalføres som: Børnesamtale, Jobsamtale, Samtale"),
    Known("plantitel", TEXT, "Hvad planen hedder i afdelingen"),
    Known("formøde", GROUP, "Formødet"),
    Known("formøde.dato", DAY, "Formødets dag", _SOMETIMES),
    Known("formøde.holdt", YES_NO, "Er formødet holdt"),
    Known("formøde_med[]", TEXT, "Hvem der ellers var med, efter funktion", area=DataArea.TEAM),
    Known("ønsker[]", TEXT, "Den unges ønsker med egne ord", area=DataArea.WISHES),
    Known("før_mødet", YES_NO, "Er teksten lavet, før mødet er holdt"),
    Known("fremmøde_kendt", YES_NO, "Er mødet holdt, og står det i runden, hvem der var med"),
    Known("ung_var_med", YES_NO, "Står det, at den unge var med til mødet"),
    Known("ung_udeblev", YES_NO, "Står det, at den unge ikke var med til mødet"),
    Known("flere_ukendt", YES_NO, "Er der nogen, som det ikke står om, om de var med"),
    Known("deltagere[]", TEXT, "Hvem der var med, efter funktion", area=DataArea.TEAM),
    Known("formål", TEXT, "Formålet med støtten", _SOMETIMES, area=DataArea.MEASURES),
    in_area(
        DataArea.PLAN,
        of_model("mål[]", Goal, "De mål, der angår afdelingen"),
        Known("mål[].nået", TEXT, "ja eller nej; tom, når målet er åbent", _SOMETIMES),
        ansvarlige=DataArea.TEAM,
    ),
    Known("holdning", TEXT, "Hvad den unge siger til planen", _SOMETIMES, area=DataArea.PLAN),
    Known("næste_møde", DAY, "Næste møde", _SOMETIMES, area=DataArea.NEXT_MEETING),
)  # fmt: skip


def departments(case: Case, profile: Profile, day: date) -> Sequence[Recipient]:
    """Return the departments of the case, each once; one whom the consent leaves out is refused."""
    return [_reader(case, profile, each, day) for each in _concerned(case, profile)]


def _concerned(case: Case, profile: Profile) -> list[Department]:
    """Return the departments that run the case, that have one, or whose people are in the team."""
    names = [case.record.coordinator.department] if case.record.coordinator else []
    names += case.record.intake.departments
    found = [profile.department(name) for name in names]
    found += [_works_in(profile, each) for each in case.team.members if each.is_internal]
    return list({each.name: each for each in found if each}.values())


def _works_in(profile: Profile, member: Member) -> Department | None:
    """Return the department that the case tells, else the one that the settings do."""
    return profile.department(member.workplace) or profile.department_of(member.name)


def _reader(case: Case, profile: Profile, department: Department, day: date) -> Recipient:
    location = case.location("sag", "visitation", "afdelinger")
    role = str(department.kind.value)
    found = Recipient(department.name, role, None, Channel.INTERNAL, location, by_consent=True)
    if any(_is_covered(case, profile, name, day) for name in _people(case, profile, department)):
        return found
    return replace(found, refusal=_refusal(case, profile, department, day))


def _people(case: Case, profile: Profile, department: Department) -> Iterator[str]:
    """Yield the names of those from a department who can have the text for it."""
    coordinator = case.record.coordinator
    if coordinator and coordinator.department.casefold() == department.name.casefold():
        yield coordinator.name
    for member in case.team.members:
        if _works_in(profile, member) == department:
            yield member.name
    for each in case.consent.recipients:
        if not case.member(each.person) and profile.department_of(each.person) == department:
            yield each.person


def _is_covered(case: Case, profile: Profile, name: str, day: date) -> bool:
    return case.is_coordinator(name) or covered(case, profile, name, day)


def _refusal(case: Case, profile: Profile, department: Department, day: date) -> Finding:
    somebody = f"nogen fra {department.name}"
    route, reason = obstacle(case, profile, somebody, day)
    facts = {
        "navn": department.name,
        "hvad": "skal have tekster til sit system",
        "grund": reason,
        "ung": case.record.youth.short_name,
        "runde": str(case.record.round),
        "hjælp": remedy(case, somebody, route) or _advice(case, profile, department),
    }
    return Finding(NOT_COVERED, case.location("samtykke", *route), facts)


def _advice(case: Case, profile: Profile, department: Department) -> str:
    """Return whom the consent can name, and each place that says the department has the case."""
    there = [each for each in case.team.members if _works_in(profile, each) == department]
    names = listed([each.name for each in there], "eller")
    named = f"Har {case.record.youth.short_name} sagt ja til {names}, så skriv navnet"
    new = f"Skriv en fra {department.name} under `personer` i team.yaml, og skriv navnet"
    parts = [f"{named if there else new} under `modtagere` i samtykke.yaml."]
    if department in map(profile.department, case.record.intake.departments):
        parts += ["Ellers slet afdelingen under `visitation` og `afdelinger` i sag.yaml."]
    parts += [_correction(profile, each, department) for each in there if each.is_internal]
    return " ".join(parts)


def _correction(profile: Profile, member: Member, department: Department) -> str:
    """Return what to put right when somebody in the team does not work in the department."""
    is_told = profile.department(member.workplace) == department
    where = (
        "`arbejdssted` i team.yaml"
        if is_told
        else "`afdeling` under `medarbejdere` i samarbejde.yaml"
    )
    return f"Arbejder {member.name} et andet sted, så ret {where}."


def journal(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return one department's fields: people by function, and the goals that concern it."""
    name = recipient.name if recipient else None
    department = profile.department(name)
    kind = department.kind if department else DepartmentKind.OTHER
    labels, plan = RoleLabels(case, profile), case.plan
    talked = case.round.pre_meeting.date
    is_known = _is_attendance_known(case, day)
    return shared(case, profile, "Tekster til journalen", day) | {
        "afdeling": name or "",
        "samtale": _talk(case, profile, kind, talked or day).label,
        "plantitel": _plan_title(profile, kind),
        "formøde": {"dato": talked, "holdt": _is_talk_held(case, day)},
        "formøde_med": [_guest(labels, each) for each in case.round.pre_meeting.present],
        "ønsker": [labels.in_text(each) for each in case.round.pre_meeting.wishes],
        "før_mødet": not is_known and _is_before_meeting(case, day),
        "fremmøde_kendt": is_known,
        "ung_var_med": case.round.meeting.youth_attended is True,
        "ung_udeblev": case.round.meeting.youth_attended is False,
        "deltagere": list(_present(case, labels)) if is_known else [],
        "flere_ukendt": is_known and _is_somebody_unknown(case),
        "formål": plan.purpose and labels.in_text(plan.purpose),
        "mål": [_goal(labels, goal) for goal in plan.goals if _concerns(goal, kind)],
        "holdning": plan.youth_view and labels.in_text(plan.youth_view),
        "næste_møde": _next_meeting(case),
    }


def _plan_title(profile: Profile, kind: DepartmentKind | None) -> str:
    """Return what a department calls its plan, if the profile's plan is one; else its own words."""
    title = _PLANS.get(kind, "Plan") if kind else "Plan"
    is_another = kind is DepartmentKind.EDUCATION and _is_other_plan(profile)
    return profile.words.plan if is_another else title


def _is_other_plan(profile: Profile) -> bool:
    return _PLANS[DepartmentKind.EDUCATION].casefold() not in profile.words.plan.casefold()


def _talk(case: Case, profile: Profile, kind: DepartmentKind, day: date) -> JournalKind:
    """Return what a department files the pre-meeting as: children and jobs go by the age.

    What the round says that it was filed as counts, where the age does not speak against it.
    """
    is_adult = not under_age(case, profile, day)
    filed = case.round.pre_meeting.journal
    if filed and filed.kind is not (JournalKind.CHILD_TALK if is_adult else JournalKind.JOB_TALK):
        return filed.kind
    if kind is DepartmentKind.CHILDREN and not is_adult:
        return JournalKind.CHILD_TALK
    if kind is DepartmentKind.EMPLOYMENT and is_adult:
        return JournalKind.JOB_TALK
    return JournalKind.TALK


def _is_talk_held(case: Case, day: date) -> bool:
    """Whether the pre-meeting has been: its day is there, and the case has moved on."""
    talked = case.round.pre_meeting.date
    return talked is not None and talked <= day and case.step is not Step.PRE_MEETING


def _is_attendance_known(case: Case, day: date) -> bool:
    """Whether the meeting has been, and the round tells who was there."""
    meeting = case.round.meeting
    attendance = (meeting.youth_attended, *(each.attended for each in meeting.participants))
    return bool(meeting.date and meeting.date <= day) and any(
        each is not None for each in attendance
    )


def _is_before_meeting(case: Case, day: date) -> bool:
    meeting = case.round.meeting
    return meeting.date is None or meeting.date >= day


def _next_meeting(case: Case) -> date | None:
    """Return the day of the meeting after this one; the plan may still have this one's."""
    road_map = case.plan.road_map.next if case.plan.road_map else None
    found, this = case.round.follow_up.next_meeting or road_map, case.round.meeting.date
    return found if found and (this is None or found > this) else None


def _concerns(goal: Goal, kind: DepartmentKind) -> bool:
    match kind:
        case DepartmentKind.EDUCATION | DepartmentKind.EMPLOYMENT:
            return goal.leads_to_education_or_work or goal.area.is_education_or_work
        case DepartmentKind.BENEFITS:
            return goal.area in _MONEY
    return True


def _goal(labels: RoleLabels, goal: Goal) -> Context:
    fields: Context = danish(goal)
    answers = {True: "ja", False: "nej", None: None}
    return fields | {
        "mål": labels.in_text(goal.goal),
        "delmål": [labels.in_text(each) for each in goal.steps],
        "handlinger": [labels.in_text(each) for each in goal.actions],
        "årsag": goal.reason and labels.in_text(goal.reason),
        "ansvarlige": [labels.of(name) for name in goal.responsible],
        "nået": answers[goal.reached],
    }


def _present(case: Case, labels: RoleLabels) -> Iterator[str]:
    """Yield who was at the meeting by function, several of one with their number.

    Nobody was there because the round names them as leading or writing.
    """
    names = [each.person for each in case.round.meeting.participants if each.attended]
    once = {name.casefold(): name for name in names}
    found = [each for each in map(labels.of, once.values()) if each != "jeg"]
    for function in dict.fromkeys(found):
        number = found.count(function)
        yield function if number == 1 else f"{function} ({number})"


def _guest(labels: RoleLabels, guest: PreMeetingGuest) -> str:
    """Return who was at the pre-meeting by function, as the others in the text are."""
    return guest.capacity.lower() if guest.capacity else labels.of(guest.name)


def _is_somebody_unknown(case: Case) -> bool:
    """Whether the round does not say of everybody whether they were there."""
    meeting, coordinator = case.round.meeting, case.record.coordinator
    attendance = {each.person.casefold(): each.attended for each in meeting.participants}
    leader = meeting.leader or (coordinator.name if coordinator else "")
    needed = [name.casefold() for name in (leader, meeting.writer) if name]
    known = (meeting.youth_attended, *attendance.values(), *map(attendance.get, needed))
    return None in known


JOURNAL = Kind(
    name="journal",
    order=200,
    stem="journaltekst",
    title="Tekster til journalen",
    help="Lav teksterne, som afdelingerne sætter ind i deres egne systemer.",
    about=(
        "Hver afdeling i sagen får ét dokument ud fra den ene plan: formødet som børnesamtale, "
        "jobsamtale eller samtale, mødet som samtale, og de mål, der angår afdelingen. Navne, "
        "som sagen kender, er skiftet ud med funktionen; læs teksten, før den bliver sat ind."
    ),
    steps=(Step.FOLLOW_UP,),
    template="journaltekst.docx",
    later_template=None,
    recipients=departments,
    context=journal,
    fields=lambda: JOURNAL_FIELDS,
)

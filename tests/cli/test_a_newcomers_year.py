"""One case through a year: real files, the real command line, day by day, and no wrong word.

Silje is 17 when the school refers her, and comes of age before the case ends.
"""

import re
import shlex
from pathlib import Path

import pytest
from example_case import COMPLETE
from git_desk import alone
from newcomer import ADDRESS, GOALS, HOME, STAFF, TEAM, Desk, flat

EVERYBODY = ("Birgit Kær", "Jonas Berg", "Maja Toft", "Karin Friis", "Bo Kjær", "Mette Ravn")
ALL_NAMES = "Birgit Kær, Jonas Berg, Maja Toft, Karin Friis, Bo Kjær, Mette Ravn og Silje Ravn"
UNGEPLAN = "Barnets lov §§ 108-109 (ungeplan)"


@pytest.fixture
def desk(tmp_path, monkeypatch, run):
    """An empty workspace of Birkeby Kommune in git."""
    monkeypatch.setenv("SAMARBEJDE_BRUGER", "Dorte Lundgaard")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Dorte Lundgaard")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "dorte.lundgaard@birkeby.example")
    root = tmp_path / "ungesager"
    assert run("init", str(root), "--municipality", "Birkeby Kommune").code == 0
    monkeypatch.chdir(root)
    settings = (COMPLETE / "samarbejde.yaml").read_text("utf-8")
    Path("samarbejde.yaml").write_text(
        settings.replace("skoleferier:", f"{STAFF}skoleferier:"), "utf-8"
    )
    return Desk(run)


def test_a_year_without_a_wrong_word(desk):
    for month in (
        *(begins, pre_meeting, invitations, moved, first_meeting, signed),
        *(new_coordinator, half_a_year_to_18, called_off, paused, withdrawn, second_meeting),
        *(third_round, of_age, closed, made_again),
    ):
        month(desk)


def test_a_no_in_the_intake(desk):
    desk.day = "2026-01-06"
    desk.says("new-case", "--name", "Silje Ravn", "--cpr", "711108-4322")
    said = desk.on("advance", "--to", "afvist", code=1)
    assert (
        "Trinnet afvist passer ikke til beslutningen: der står ikke `beslutning: afvises`." in said
    )
    desk.fills_in("sag.yaml", {"beslutning": "afvises"})
    assert "Fortæl den, der henviste, hvorfor" in desk.on("advance", "--to", "afvist")
    assert "afvist" in desk.says("status")


def begins(desk):
    """Referral, screening, decision."""
    desk.day = "2026-01-06"
    desk.says("new-case", "--name", "Silje Ravn", "--cpr", "711108-4322")
    said = desk.on("validate")
    assert "Silje Ravn er 17 år, men ingen står med forældremyndighed." in said
    assert "fejl" not in said
    desk.on("render")
    assert "Henvist af | … |" in desk.paper("runde-1-screening")

    desk.day = "2026-01-07"
    own = {"henvist_af": "Birkeby Gymnasium", "henvist_dato": "2026-01-06", **ADDRESS}
    desk.fills_in(
        "sag.yaml",
        own | {"afdelinger": "[Børn og Familier, Ungevejledningen]"},
        forældre=f"  - relation: mor\n    navn: Mette Ravn\n    forældremyndighed: ja\n{HOME}",
        koordinator="  navn: Anne Holm\n  titel: familierådgiver\n  afdeling: Børn og Familier\n"
        "  telefon: 57 00 00 13\n  email: anne.holm@birkeby.example\n",
        udsagn="    - udsagn: skolefravær\n    - udsagn: psykosocial-belastning\n",
        jobcenter="    sendt: 2026-01-07\n",
    )
    assert "Få svar fra jobcentret, som blev spurgt den 7. januar 2026" in desk.todo()
    assert "SAM205 screening mangler" in desk.says("status")

    desk.day = "2026-01-13"
    desk.changes(
        "sag.yaml", ("    sendt: 2026-01-07\n", "    sendt: 2026-01-07\n    svar: 2026-01-13\n")
    )
    desk.fills_in(
        "sag.yaml",
        {
            "beslutning": "tilbydes", "begrundelse": "Stort fravær", "helbred": "lav",
            "omgivelser": "høj", "besluttet_dato": "2026-01-13",
            "besluttet_af": "[Dorte Lundgaard, Anne Holm]",
        },
    )  # fmt: skip
    assert desk.on("validate") == "1 sag gennemgået: intet at bemærke."
    assert desk.todo() == "Der er ingen frister her."
    assert "flyttet fra visitation til formøde (runde 1)" in desk.on("advance")


def pre_meeting(desk):
    """The youth is asked, talks, and gives the consent with her mother."""
    desk.day = "2026-01-20"
    said = desk.on("validate")
    assert "Formødet mangler `dato` og `start`." in said
    desk.appointment("runder/1.yaml", "formøde", "2026-02-10", "9.00", "10.00", "Bøgen")
    desk.changes("runder/1.yaml", ("formøde:\n  indkaldt:\n", "formøde:\n  indkaldt: 2026-01-20\n"))
    assert "Afgør, om Silje skal have ungestøtte" not in desk.todo()
    desk.fills_in(
        "team.yaml",
        {"person": "Birgit Kær", "privat": "ja"},
        personer=TEAM,
        indsatser="  - støtte: Kontaktperson\n    paragraf: barnets lov § 32\n"
        "    start: 2026-01-05\n",
    )
    desk.on("render")
    letter = desk.paper("runde-1-formøde-ung")
    assert "tirsdag den 10. februar 2026 kl. 9.00-10.00" in letter
    assert "I mødes tre gange på tolv måneder" in letter
    form = desk.paper("runde-1-samtykke")
    assert "Du er fyldt 15 år, men ikke 18." in form
    assert "Den 11. november 2026 bliver du myndig;" in form
    assert "Maja Toft, Sagsbehandler, Job og Uddannelse ☐" in form

    desk.day = "2026-02-10"
    desk.fills_in(
        "samtykke.yaml",
        {"fælles_skema": "ja", "udveksling": "ja"},
        modtagere="".join(f"  - person: {each}\n" for each in EVERYBODY[:-1]),
    )
    desk.changes("samtykke.yaml", ("\noplysninger:\n", "\noplysninger: [skolegang, støtte]\n"))
    assert "Få samtykket underskrevet af Silje Ravn og Mette Ravn" in desk.todo()
    desk.fills_in(
        "samtykke.yaml",
        samtykke="  - {navn: Silje Ravn, som: ung, dato: 2026-02-10}\n"
        "  - {navn: Mette Ravn, som: forældremyndighed, dato: 2026-02-10}\n",
    )
    desk.fills_in(
        "plan.yaml", {"sagsresumé": "Silje har meget fravær."}, undersøgelse="  udarbejdet: ja\n"
    )
    assert "Hold formødet med Silje" in desk.todo()
    desk.talked(1, "2026-02-10")
    desk.appointment("runder/1.yaml", "møde", "2026-03-03", "9.00", "10.30", "Egen")
    assert "Hold formødet" not in desk.todo()
    desk.on("advance")


def invitations(desk):
    """Letters for those outside, a calendar file for colleagues, and the replies."""
    people = "".join(f"    - person: {each}\n      indkaldt: 2026-02-10\n" for each in EVERYBODY)
    desk.fills_in("runder/1.yaml", deltagere=people)
    desk.on("render")
    desk.on("calendar")
    letter = desk.paper("runde-1-indkaldelse-skole")
    assert "Giv os besked, om du kommer, senest tirsdag den 24. februar 2026" in letter
    assert "Der er givet samtykke til, at vi deler" in letter
    assert "Der er givet samtykke" not in desk.paper("runde-1-indkaldelse-forælder")

    desk.day = "2026-02-16"
    said = desk.on("reply", "Birgit", "1")
    assert said.startswith(
        "Birgit Kær har svaret 1 om mødet den 3. marts 2026: relevant, deltager."
    )
    desk.on("reply", "Karin", "3", "--note", "Kan i uge 11")
    desk.on("reply", "Jonas", "1")
    assert "Få svar fra Maja Toft, Bo Kjær og Mette Ravn" in desk.todo()


def moved(desk):
    """A moved meeting: everybody is told, and everybody is asked again."""
    desk.day = "2026-02-17"
    said = desk.on("move-meeting", "--date", "2026-03-10", "--reason", "Karin kan ikke")
    news = "mødet er flyttet fra den 3. marts 2026 til den 10. marts 2026"
    assert f"Skal have besked om, at {news}: {ALL_NAMES}." in said
    assert "besked om ændret møde mangler" in desk.says("status")
    said = desk.todo()
    assert f"Giv besked til {ALL_NAMES} om, at {news}" in said
    assert "Lav nye papirer: dagsorden, indkaldelse og kalenderfil siger en tid" in said
    assert "Få svar fra Birgit Kær, Jonas Berg og 4 andre" in said
    desk.on("render")
    desk.on("calendar")
    letter = desk.paper("runde-1-indkaldelse-skole")
    assert "Mødet er flyttet fra tirsdag den 3. marts 2026" in letter
    assert "gælder svaret ikke den nye" in letter
    assert "Karin kan ikke" not in letter
    assert f"{ALL_NAMES} ved, at {news}" in desk.on("told")
    said = desk.on("reply", "Karin", "1")
    assert "svaret 1 om mødet den 10. marts 2026: relevant, deltager. Før stod der 3." in said
    for each in ("Birgit", "Jonas", "Maja", "Bo", "Mette"):
        desk.on("reply", each, "1")
    said = desk.todo()
    assert "Giv besked" not in said
    assert "Få svar" not in said


def first_meeting(desk):
    """The text for the journals says who was there only when it is known."""
    desk.day = "2026-03-10"
    desk.on("render-journal")
    assert "10. marts 2026. Til stede: ____________" in desk.paper("runde-1-journaltekst-børn")
    assert "Hold samarbejdsmøde om Silje" in desk.todo()
    desk.held(1, EVERYBODY)
    assert "Hold samarbejdsmøde" not in desk.todo()
    desk.fills_in("plan.yaml", {"ansvarlig": "Anne Holm", "næste_gang": "2026-06-09"}, mål=GOALS)
    assert desk.on("validate") == "1 sag gennemgået: intet at bemærke."
    desk.on("advance")
    assert "Få planen underskrevet" in desk.todo()
    desk.on("render")
    text = desk.paper("runde-1-journaltekst-børn")
    assert "Silje Ravn, moster, uddannelsesvejleder, beskæftigelsesmedarbejder, lærer," in text
    assert not [name for name in ("Birgit", "Karin", "Maja", "Mette", "Anne") if name in text]
    plan = desk.paper("runde-1-mål-og-aftaleskema")
    assert UNGEPLAN in plan
    assert "Mette Ravn / Har forældremyndighed" in plan


def signed(desk):
    """The plan is signed, copies leave, and the next days are agreed on."""
    desk.day = "2026-03-12"
    desk.followed_up(1, EVERYBODY, "Anne Holm", ("2026-05-19", "2026-06-16"))
    assert (
        "Planen siger, at situationen tages op igen den 9. juni 2026, men det næste møde er aftalt "
        "til den 16. juni 2026."
    ) in desk.on("validate")
    desk.changes("runder/1.yaml", ("næste_møde: 2026-06-16", "næste_møde: 2026-06-09"))
    assert desk.on("validate") == "1 sag gennemgået: intet at bemærke."
    said = desk.todo()
    assert "Indkald Silje til formødet den 19. maj 2026" in said
    assert "Hold samarbejdsmøde om Silje" in said
    assert "Afgør, om Silje skal have ungestøtte fra den 11. november 2026" in said
    desk.on("render")
    assert "formøde (runde 2)" in desk.on("advance")
    said = desk.on("validate")
    assert "Formødet mangler `start`. " in said
    assert "Skriv `start` under `formøde` i runder/2.yaml, som `start: 9.00`." in said
    assert "orienteret om modellen på formødet i runde 2." in said
    assert "SAM501 formøde tid" in desk.says("status")


def new_coordinator(desk):
    """The new coordinator has the case, the family is told, what was signed stays true."""
    desk.day = "2026-04-14"
    said = desk.on("hand-over", "--to", "Lars Nygaard", "--reason", "Anne har nyt arbejde")
    assert "fra Anne Holm (Børn og Familier) til Lars Nygaard (Børn og Familier)" in said
    assert "Send brevet om den nye koordinator til Silje Ravn og Mette Ravn" in desk.todo()
    assert not re.search("SAM407|SAM7", desk.on("validate"))
    desk.on("render-new-coordinator")
    letter = desk.paper("runde-2-ny-koordinator-ung")
    assert "Jeg overtog din sag efter Anne Holm den 14. april 2026." in letter
    assert "Dit samarbejdsmøde den 9. juni 2026 er stadig aftalt." in letter
    assert "Det er mig, du skal kontakte" in desk.paper("runde-2-ny-koordinator-forælder")
    assert "nye koordinator" not in desk.todo()
    assert "overdrog sagen fra Anne Holm til Lars Nygaard" in desk.on("history")

    desk.day = "2026-04-27"
    said = desk.todo()
    assert "»Jeg vil have et fritidsjob« Lars Nygaard" in said
    assert "4 overskredet (!)" in said
    desk.changes("plan.yaml", ("    frist: 2026-04-24\n", "    frist: 2026-04-24\n    nået: ja\n"))
    assert "fritidsjob" not in desk.todo()


def half_a_year_to_18(desk):
    """A contact person is enough for the decision on support; a no ends it, and so does a yes."""
    desk.day = "2026-05-12"
    ask, adult = "Afgør, om Silje skal have ungestøtte", "ingen fra voksenmyndigheden"
    assert ask in desk.todo()
    said = desk.on("validate")
    assert adult in said
    assert "Får Silje ungestøtte, så skriv afgørelsen under `ungestøtte` i sag.yaml." in said
    desk.fills_in("sag.yaml", ungestøtte="  besluttet: 2026-05-12\n  bevilget: ja\n")
    assert ask not in desk.todo()
    assert adult not in desk.on("validate")
    desk.changes("sag.yaml", ("bevilget: ja", "bevilget: nej"))
    assert ask not in desk.todo()
    assert "ungestøtte" not in desk.on("validate")


def called_off(desk):
    """A called-off pre-meeting, told, and another day for it."""
    desk.changes("runder/2.yaml", ("formøde:\n  indkaldt:\n", "formøde:\n  indkaldt: 2026-05-12\n"))
    desk.appointment("runder/2.yaml", "formøde", "2026-05-19", "9.00", "10.00", "Bøgen")
    desk.on("render-pre-meeting")
    desk.day = "2026-05-18"
    off = "formødet den 19. maj 2026 er aflyst"
    said = desk.on("call-off", "--pre-meeting", "--reason", "Silje er syg")
    assert f"Skal have besked om, at {off}: Silje Ravn." in said
    desk.on("render-cancellation")
    letter = desk.paper("runde-2-aflysning-ung")
    assert "Vi må desværre aflyse det, du er inviteret til:" in letter
    assert "Formøde tirsdag den 19. maj 2026 kl. 9.00-10.00" in letter
    assert "får du en ny invitation" in letter
    assert "syg" not in letter
    assert off in desk.on("told")
    said = desk.on("move-meeting", "--pre-meeting", "--date", "2026-05-26")
    assert "formødet er nu tirsdag den 26. maj 2026, men uden klokkeslæt" in said
    hours = ("--start", "9.00", "--end", "10.00", "--room", "Bøgen")
    said = desk.on("move-meeting", "--pre-meeting", *hours)
    assert "flyttet fra den 19. maj 2026 til den 26. maj 2026: Silje Ravn." in said
    assert "indkaldelse til formøde siger en tid" in desk.todo()
    desk.on("render-pre-meeting")
    assert "Formødet er flyttet fra tirsdag den 19. maj 2026" in desk.paper("runde-2-formøde-ung")
    desk.on("told")
    desk.notes_of("runder/2.yaml", EVERYBODY, "      indkaldt: 2026-05-19\n")
    desk.day = "2026-05-19"
    desk.appointment("runder/2.yaml", "møde", "2026-06-09", "9.00", "10.30", "Egen")
    desk.on("render-invitation")
    desk.on("calendar")
    desk.day = "2026-05-26"
    desk.talked(2, desk.day)
    desk.on("advance")
    assert "Hold formødet" not in desk.todo()


def paused(desk):
    """A meeting in a pause is off, and is not held; the new day afterwards is told as new."""
    desk.day = "2026-05-28"
    off = "mødet den 9. juni 2026 er aflyst"
    said = desk.on("pause", "--reason", "Silje er indlagt", "--until", "2026-06-15")
    assert f"Skal have besked om, at {off}: {ALL_NAMES}." in said
    assert "ligger i en pause og tæller ikke som holdt" in desk.on("validate")
    assert "er aflyst, så der er intet at svare på" in desk.on("reply", "Bo", "1", code=2)
    desk.on("render-cancellation")
    letter = desk.paper("runde-2-aflysning-skole")
    assert "Samarbejdsmøde tirsdag den 9. juni 2026 kl. 9.00-10.30" in letter
    assert "indlagt" not in letter
    assert "aflysning: " in desk.on("calendar")
    desk.on("told")
    said = desk.todo()
    assert "Pausen slutter: aftal, hvordan Silje kommer i gang igen" in said
    assert "Hold samarbejdsmøde" not in said
    assert "Der er ingen møder tirsdag den 9. juni 2026" in desk.says(
        "render-week", "--date", "2026-06-09"
    )

    desk.day = "2026-06-15"
    said = desk.todo()
    assert "Aftal mødet: det skal holdes senest den 28. juli 2026" in said
    assert "Aftal et overdragelsesmøde: Silje blev 17½ år den 11. maj 2026." in said
    assert (
        "Planen siger, at situationen tages op igen den 9. juni 2026, men det næste møde er "
        "aflyst." in desk.on("validate")
    )
    place = ("--start", "9.00", "--end", "10.30", "--room", "Egen")
    desk.on("move-meeting", "--date", "2026-06-23", *place)
    assert "men det næste møde er flyttet til den 23. juni 2026." in desk.on("validate")
    said = desk.todo()
    assert "2026-06-15 " + desk.folder.name + " Giv besked til Birgit Kær" in said
    assert "Få svar fra Birgit Kær, Jonas Berg og 4 andre" in said
    desk.on("render-invitation")
    assert "Mødet er flyttet fra tirsdag den 9. juni 2026" in desk.paper(
        "runde-2-indkaldelse-skole"
    )
    desk.on("told")


def withdrawn(desk):
    """The consent is taken back for one: she is asked nothing and gets nothing more."""
    desk.day = "2026-06-16"
    desk.changes(
        "samtykke.yaml",
        ("  - person: Karin Friis\n", "  - person: Karin Friis\n    trukket_tilbage: 2026-06-16\n"),
    )
    said = desk.todo()
    assert "Karin" not in said
    assert "Få svar fra Birgit Kær, Jonas Berg og 3 andre" in said
    said = desk.on("validate", code=1)
    assert "Slet deltageren i runder/2.yaml, og ring til Karin Friis: sig kun, at mødet er" in said
    said = desk.on("reply", "Karin", "1", code=2)
    assert "Samtykket er trukket tilbage for Karin Friis" in said
    said = desk.on("render", code=1)
    assert re.search(r"ikke skrevet: \S*runde-2-indkaldelse-skole.docx", said)
    assert "Karin Friis / Øvrig deltager" not in desk.paper("runde-2-mål-og-aftaleskema")
    desk.on("render-consent")
    form = desk.paper("runde-2-samtykke")
    assert "Karin Friis er ikke med. Trukket tilbage den 16. juni 2026." in form
    assert "for Karin Friis" not in form
    path = desk.folder / "runder/2.yaml"
    path.write_text(
        re.sub(r"    - person: Karin Friis\n(      .*\n)+", "", path.read_text("utf-8")), "utf-8"
    )
    desk.changes("plan.yaml", ("næste_gang: 2026-06-09", "næste_gang: 2026-06-23"))
    for each in ("Birgit", "Jonas", "Bo", "Mette"):
        desk.on("reply", each, "1")


def second_meeting(desk):
    """An ordinary meeting is no hand-over; with somebody from the adult side it is."""
    ask = "Aftal et overdragelsesmøde: Silje blev 17½ år den 11. maj 2026. En fra voksenområdet"
    assert ask not in desk.todo()
    desk.on("reply", "Maja", "2")
    said = desk.todo()
    assert ask in said
    assert "Få notatet fra Maja Toft, som ikke kan komme til mødet" in said
    assert "Silje nåede den 11. maj 2026." in desk.on("validate")
    desk.day = "2026-06-23"
    there = ("Birgit Kær", "Jonas Berg", "Bo Kjær", "Mette Ravn")
    desk.held(2, there, absent=("Maja Toft",))
    said = desk.todo()
    assert ask in said
    assert "notatet fra Maja" not in said
    absent = "- person: Maja Toft\n      deltog: nej\n"
    desk.changes("runder/2.yaml", (absent, absent.replace("nej", "ja")))
    assert "overdragelsesmøde" not in desk.todo()
    assert "overgangen ved 17½" not in desk.on("validate")
    desk.changes(
        "plan.yaml",
        ("næste_gang: 2026-06-23", "næste_gang: 2026-10-06"),
        ("    frist: 2026-06-05\n", "    frist: 2026-06-05\n    nået: ja\n"),
    )
    said = desk.on("validate")
    assert "»Jeg vil i seng før klokken elleve«) siger ikke, hvilken runde det er fra" in said
    assert "Er målet nyt, så skriv `fra_runde: 2`" in said
    desk.changes(
        "plan.yaml",
        ("  - område: hverdag\n", "  - område: hverdag\n    fra_runde: 1\n    nået: ja\n"),
    )
    desk.on("advance")
    desk.on("render")
    text = desk.paper("runde-2-journaltekst-børn")
    assert "[koordinerende sagsbehandler] spørger om et fritidspas" in text
    assert "Anne" not in text
    desk.followed_up(2, (*there, "Maja Toft"), "Lars Nygaard", ("2026-09-08", "2026-10-06"))
    desk.on("advance")


def third_round(desk):
    """A round in which nothing happens; the birthday and what it brings come nearer."""
    desk.changes("runder/3.yaml", ("formøde:\n  indkaldt:\n", "formøde:\n  indkaldt: 2026-09-01\n"))
    desk.appointment("runder/3.yaml", "formøde", "2026-09-08", "9.00", "10.00", "Bøgen")
    desk.appointment("runder/3.yaml", "møde", "2026-10-06", "9.00", "10.30", "Egen")
    desk.day = "2026-09-08"
    desk.talked(3, desk.day)
    desk.on("advance")
    said = desk.todo()
    assert "Forny samtykket: Silje bliver 18 den 11. november 2026" in said
    assert "Overdrag sagen til Job og Uddannelse: Silje fylder 18 år den 11. november 2026" in said
    desk.changes("sag.yaml", ("bevilget: nej", "bevilget: ja"))
    assert "Overdrag sagen" not in desk.todo()
    desk.changes("sag.yaml", ("bevilget: ja", "bevilget: nej"))
    there = tuple(each for each in EVERYBODY if each != "Karin Friis")
    desk.notes_of("runder/3.yaml", there, "      indkaldt: 2026-09-15\n      svar: 1\n")
    desk.day = "2026-10-06"
    desk.held(3, there)
    desk.changes(
        "plan.yaml",
        ("næste_gang: 2026-10-06", "næste_gang: 2026-12-15"),
        ("\nkøreplan:", ("  - område: bolig\n    mål: Jeg vil have min egen lejlighed\n"
         "    fra_runde: 3\n    handlinger: [Bo skriver mig op]\n    ansvarlige: [jeg, Bo Kjær]\n"
         "    frist: 2026-12-01\n\nkøreplan:")),
    )  # fmt: skip
    desk.on("advance")
    desk.followed_up(3, there, "Lars Nygaard", ("2026-11-17", "2026-12-15"))
    desk.on("advance")


def of_age(desk):
    """From the birthday she alone decides, her parents by her tick, and the laws are others."""
    desk.day = "2026-11-11"
    desk.changes("runder/4.yaml", ("formøde:\n  indkaldt:\n", "formøde:\n  indkaldt: 2026-11-10\n"))
    desk.appointment("runder/4.yaml", "formøde", "2026-11-17", "9.00", "10.00", "Bøgen")
    desk.appointment("runder/4.yaml", "møde", "2026-12-15", "9.00", "10.30", "Egen")
    said = desk.on("validate", code=1)
    assert "Silje blev 18 år den 11. november 2026, så samtykket skal fornyes." in said
    assert "Silje er 18 år, så den koordinerende sagsbehandler skal komme fra Job og" in said
    assert "samtykket er fra før Silje blev 18" in desk.on("render-invitation", code=1)
    desk.changes("sag.yaml", ("bevilget: nej", "bevilget: ja"))
    assert "koordinerende sagsbehandler" not in desk.on("validate")
    desk.on("render-goals")
    assert f"{UNGEPLAN}, jf. §§ 114-116" in desk.paper("runde-4-mål-og-aftaleskema")
    desk.changes("sag.yaml", ("bevilget: ja", "bevilget: nej"))
    desk.on("render")
    plan = desk.paper("runde-4-mål-og-aftaleskema")
    assert "arnets lov §§" not in plan
    assert "Forældremyndighed" not in plan
    assert "Du er blevet myndig" in desk.paper("runde-4-formøde-ung")
    form = desk.paper("runde-4-samtykke")
    assert "Du bestemmer selv, for du er myndig." in form
    assert "hvis du sætter kryds ved dem eller skriver dem på listen" in form
    assert "Mette Ravn" not in form

    desk.on("hand-over", "--to", "Sofie Lund")
    desk.day = "2026-11-12"
    said = desk.todo()
    assert "Forny samtykket: Silje blev 18 den 11. november 2026" in said
    assert "Send brevet om den nye koordinator til Silje Ravn: sagen blev overdraget" in said
    assert "ny-koordinator-ung" in desk.on("render-new-coordinator")
    desk.day = "2026-11-17"
    path = desk.folder / "samtykke.yaml"
    text = path.read_text("utf-8").replace(
        "person: Bo Kjær\n", "person: Bo Kjær\n  - person: Mette Ravn\n"
    )
    text += "  - {navn: Silje Ravn, som: ung, dato: 2026-11-17}\n"
    path.write_text(text, "utf-8")
    desk.talked(4, desk.day, "jobsamtale")
    desk.on("advance")
    assert desk.on("validate").count("SAM") == 1  # the meeting is to come
    there = tuple(each for each in EVERYBODY if each != "Karin Friis")
    desk.notes_of("runder/4.yaml", there, "      indkaldt: 2026-11-24\n")
    desk.on("render")
    assert "Der er givet samtykke" in desk.paper("runde-4-indkaldelse-forælder")


def closed(desk):
    """The case ends before a meeting: who was invited is told, and no new day is held out."""
    desk.day = "2026-12-08"
    desk.fills_in(
        "sag.yaml", afslutning="  dato: 2026-12-08\n  årsag: Job og lejlighed\n  udfald: i-job\n"
    )
    assert "Luk sagen: samarbejde advance" in desk.todo()
    off = "mødet den 15. december 2026 er aflyst"
    names = "Birgit Kær, Jonas Berg, Maja Toft, Bo Kjær, Mette Ravn og Silje Ravn"
    said = desk.on("advance", "--to", "afsluttet")
    assert f"om, at {off}: {names}." in said
    assert "mangler" not in said
    said = desk.todo()
    assert f"Giv besked til {names} om, at {off}" in said
    assert "Hold samarbejdsmøde" not in said
    assert "Luk sagen" not in said
    desk.on("render-cancellation")
    letter = desk.paper("runde-4-aflysning-kontaktperson")
    assert "Samarbejdsmøde tirsdag den 15. december 2026" in letter
    assert "ny invitation" not in letter
    assert "lejlighed" not in letter
    desk.on("told")
    assert "Send brevet om afslutningen til Silje Ravn" in desk.todo()
    desk.on("render")
    letter = desk.paper("runde-4-afslutning-ung")
    assert "Dine samarbejdsmøder slutter" in letter
    assert "»Job og lejlighed«" in letter
    assert desk.todo() == "Der er ingen frister her."
    assert desk.on("validate") == "1 sag gennemgået: intet at bemærke."
    assert "afsluttet" in desk.says("status")
    said = desk.on("history")
    assert "fra møde til afsluttet. Begrundelse: Job og lejlighed." in said
    assert "20. januar 2026: indkaldelse til formøde til Silje Ravn (Digital Post)" in said
    assert "journaltekst til Børn og Familier (internt)" in said


def made_again(desk):
    """Every paper can be made again from git; outside git the reason is said once."""
    said = desk.says("rerender", "2026-001")
    assert "kan ikke laves igen" not in said
    assert said.count("lavet igen: ") == len({*re.findall(r"runde-\d-\S+\.(?:docx|ics)", said)})
    Path(".git").rename("git")
    said = desk.says("rerender", "2026-001", "--as-of", "2026-02-10", code=1)
    assert said.count("arbejdsmappen ligger ikke i git") == 1


def test_the_first_steps_of_the_readme_work_as_written(run, tmp_path, monkeypatch):
    text = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    steps = text.split("## Kom i gang")[1].split("\n## ")[0]
    alone(tmp_path, monkeypatch)
    monkeypatch.chdir(tmp_path)
    codes = []
    for line in re.findall(r"(?m)^   ((?:samarbejde|cd) .*)$", steps):
        command, *words = shlex.split(line)
        if command == "cd":
            monkeypatch.chdir(Path.cwd() / words[0])
            continue
        screen = run(*words, SAMARBEJDE_DAG="2026-01-06", SAMARBEJDE_BRUGER="Lone Dam")
        codes.append((words[0], screen.code))
        if words[0] == "validate":
            shown = re.search(r"sag\.yaml:\d+:\d+\n     SAM301 mangler ", steps)[0]
            assert flat(shown) in flat(screen.out)
    # nobody answers here; an empty case cannot be moved yet, and one in its intake cannot be closed
    assert codes == [
        *(("init", 0), ("new-case", 0), ("fill", 2), ("validate", 0), ("advance", 1)),
        *(("advance", 2), ("render", 0), ("read", 0), ("save", 0)),
    ]

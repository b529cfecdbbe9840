"""Workspaces of any size from a seed, all valid.

``python tests/benchmarks/workspaces.py DIR CASES [SEED] [RECIPIENTS]`` writes so many cases, each
with its own people, numbers and addresses, and with so many people who get an invitation by letter
(four or more).
"""

import random
import re
import shutil
import sys
from pathlib import Path

MOLD = Path(__file__).parents[1] / "support" / "complete"
FIRST = [
    "Aksel", "Alma", "Asger", "Bjørg", "Birk", "Clara", "Ditte", "Emil", "Freja", "Gro",
    "Jonas", "Kaya", "Liv", "Malthe", "Nanna", "Oskar", "Pil", "Søren", "Åse", "Ærø",
]  # fmt: skip
LAST = [
    "Abildgaard", "Bækgård", "Dam", "Elkjær", "Friis", "Grønlund", "Højbjerg", "Ibsen",
    "Jæger", "Kær", "Lundgaard", "Møllegård", "Nøhr", "Overgaard", "Præstø", "Ravn",
    "Skovmand", "Thygesen", "Vangsø", "Østerby",
]  # fmt: skip
STREETS = ["Æblehaven", "Østre Ågade", "Kær Mølle-vænget", "Gammel Søvej", "Tværgade", "Elmealle"]
OUTSIDE = [
    ("læge", "praktiserende læge", "Lægerne ved Åen"),
    ("kontaktperson", "kontaktperson", "Støttehuset Kærnen"),
    ("psykiatri", "ledende børne- og ungdomspsykiatrisk overlæge", "Regionens Ungepsykiatri, Øst"),
    ("mentor", "mentor", "Fonden Næste Skridt"),
    ("uddannelsesinstitution", "studievejleder", "Birkeby Tekniske Skole"),
    ("anden", "træner", "Birkeby Boldklub & Idrætsforening"),
]
ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
INVITED = 4
"""Who gets a letter in the mold: two parents, the aunt and the teacher."""
GOALS = [
    ("fagligt", "Jeg skal møde op i skole tre dage om ugen", "Jeg sætter vækkeuret til kl. 6.45"),
    ("sundhed", "Jeg vil sove om natten", "Jeg lægger telefonen ud i køkkenet kl. 22"),
    ("netværk", "Jeg vil gå til fodbold igen", "Min ven og jeg tager til træning hver onsdag"),
    ("bolig", "Jeg vil flytte for mig selv, når jeg er klar", "Jeg skriver mig op til en bolig"),
    ("økonomi", "Jeg vil have styr på mine penge", "Min mentor hjælper mig med et budget"),
    ("udvikling", "Jeg skal sige til, når noget er svært", "Vi aftaler et tegn, som jeg kan bruge"),
]


def names_in(texts):
    return sorted(set(re.findall(r"navn: ([A-ZÆØÅ]\w+ [A-ZÆØÅ]\w+)$", texts, re.MULTILINE)))


def goal(rng, number):
    area, text, action = rng.choice(GOALS)
    return (
        f"  - område: {area}\n    mål: {text} ({number})\n    handlinger:\n      - {action}\n"
        f"      - {rng.choice(FIRST)} ringer til mig hver {rng.choice(['mandag', 'fredag'])}\n"
        "    ansvarlige: [jeg]\n    frist: 2026-06-16\n    fra_runde: 1\n"
    )


def made_up_cpr(number):
    """A number of a girl born in 2010, another one for each case."""
    day, rest = number % 28, number // 28
    return f"{61 + day}{1 + rest % 12:02d}10-4{rest // 12 % 100:02d}{2 * (number % 5)}"


def own(text, rng, given):
    """Return a text with the telephone numbers and addresses of one case; ``given`` keeps them."""

    def number(found):
        return given.setdefault(found[0], f"{found[1]} {' '.join(pairs(rng))}")

    def street(found):
        return given.setdefault(found[0], f"{rng.choice(STREETS)} {rng.randint(1, 299)}")

    text = re.sub(r"\b(20|57) 00 00 \d\d\b", number, text)
    return re.sub(r"\b(?:Kildevej|Havnegade|Engvej|Skolegade) \d+\b", street, text)


def pairs(rng):
    return [f"{rng.randint(10, 99)}" for _ in range(3)]


def crowd(rng, count):
    """People outside the municipality, with long names: as members, consented to, invited."""
    members, consents, invited = [], [], []
    for number in range(count):
        first, middle, last = rng.sample(FIRST, 2), rng.choice(LAST), rng.sample(LAST, 2)
        name = f"{'-'.join(first)} {middle} {last[0]}-{last[1]} {chr(65 + number)}"
        role, title, place = OUTSIDE[number % len(OUTSIDE)]
        mail = f"{first[0]}.{last[0]}{rng.randint(1, 9999)}@post.example".lower().translate(ASCII)
        members.append(
            f"  - navn: {name}\n    rolle: {role}\n    titel: {title}\n    arbejdssted: {place}\n"
            f"    adresse: {rng.choice(STREETS)} {rng.randint(1, 299)}, {rng.randint(1, 4)}. tv.\n"
            f'    postnummer: "4999"\n    by: Birkeby\n    telefon: 2{rng.randint(1, 9)} '
            f"{' '.join(pairs(rng))}\n    email: {mail}\n"
        )
        consents.append(f"  - person: {name}\n")
        invited.append(f"    - person: {name}\n      indkaldt: 2026-02-12\n      deltog: ja\n")
    return "".join(members), "".join(consents), "".join(invited)


def with_crowd(name, text, people):
    members, consents, invited = people
    places = {
        "team.yaml": ("\nnetværk:", members),
        "samtykke.yaml": ("underskrifter:", consents),
        "1.yaml": ("  den_unge_deltog:", invited),
    }
    before, news = places.get(name, ("", ""))
    return text.replace(before, f"{news}{before}", 1) if before else text


def make(folder, cases, seed=1, recipients=INVITED):
    """Write a workspace of that many cases; the same seed writes the same bytes."""
    rng = random.Random(seed)
    mold = {path.relative_to(MOLD): path.read_text("utf-8") for path in MOLD.rglob("*.yaml")}
    settings = mold.pop(Path("samarbejde.yaml"))
    staff = names_in(settings)
    people = [name for name in names_in("\n".join(mold.values())) if name not in staff]
    folder.mkdir(parents=True)
    (folder / "samarbejde.yaml").write_text(settings, "utf-8", newline="\n")
    for number in range(1, cases + 1):
        target = folder / "sager" / f"2026-{number:04d}"
        new_names = rng.sample([f"{a} {b}" for a in FIRST for b in LAST], len(people))
        goals = "".join(goal(rng, i) for i in range(rng.randint(1, 9)))
        people_outside, given = crowd(rng, recipients - INVITED), {}
        for path, text in mold.items():
            for old, new in zip(people, new_names, strict=True):
                text = text.replace(old, new)  # noqa: PLW2901 — one text after another
            text = text.replace("720810-4322", made_up_cpr(number))  # noqa: PLW2901 — same
            text = own(text, rng, given)  # noqa: PLW2901 — same
            text = with_crowd(path.name, text, people_outside)  # noqa: PLW2901 — same
            if path.name == "plan.yaml":
                text = text.replace("\nkøreplan:", f"{goals}\nkøreplan:")  # noqa: PLW2901 — same
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (target / path).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    where = Path(sys.argv[1])
    shutil.rmtree(where, ignore_errors=True)
    make(where, *map(int, sys.argv[2:]))

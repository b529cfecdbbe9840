"""Whole populations of made-up young people as case folders, from plain values.

What a population must come out as is counted from those values, by code of its own.
"""

from datetime import date, timedelta

import yaml

MUNICIPALITY = {
    "kommune": "Birkelund Kommune",
    "profil": "national",
    "lokaler": [{"navn": "Salen"}],
    "medarbejdere": [
        {"navn": "Rikke Bro", "funktion": "koordinator", "afdeling": "Børn og Familier"},
        {"navn": "Otto Lind", "funktion": "koordinator", "afdeling": "Job og Uddannelse"},
        {"navn": "Sanne Holk", "funktion": "tovholder"},
    ],
}


def allocated(percents, total):
    """Whole numbers that add up to a total and round to these percents."""
    found = [round(each * total / 100) for each in percents]
    while (left := total - sum(found)) != 0:
        step = 1 if left > 0 else -1
        fits = [
            at
            for at, each in enumerate(percents)
            if int(100 * (found[at] + step) / total + 0.5) == each and found[at] + step >= 0
        ]
        found[max(fits, key=lambda at: step * (percents[at] * total / 100 - found[at]))] += step
    return found


def spread(labels, counts):
    """Each label as often as its count says."""
    return [label for label, count in zip(labels, counts, strict=True) for _ in range(count)]


def made_up_cpr(number, born):
    """A number with 60 added to the day, another one for each person born on a day."""
    return f"{born.day + 60:02d}{born.month:02d}{born.year % 100:02d}-{4000 + number % 1000:04d}"


def youth(number, born, started, **values):
    """The values of one young person; what is not given stays as it mostly is."""
    return {
        "number": number,
        "born": born,
        "started": started,
        "coordinator": "Rikke Bro",
        "department": "Børn og Familier",
        "standing": None,
        "meetings": [],
        "dialogues": [],
        "closed": None,
    } | values


def write_population(folder, people, settings=None):
    """Write a workspace with one case folder for each of these."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "samarbejde.yaml", MUNICIPALITY | (settings or {}))
    for person in people:
        _write_case(folder / "sager" / f"{person['started'].year}-{person['number']:04d}", person)


def _write(path, tree):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(_plain(tree), allow_unicode=True, sort_keys=False), "utf-8")


def _plain(tree):
    """The tree with days and answers as a file has them, without what is empty."""
    if isinstance(tree, dict):
        return {key: _plain(each) for key, each in tree.items() if each is not None}
    if isinstance(tree, list):
        return [_plain(each) for each in tree]
    if isinstance(tree, bool):
        return "ja" if tree else "nej"
    return tree.isoformat() if isinstance(tree, date) else tree


def _write_case(folder, person):
    history = _history(person)
    held = person["meetings"][: history[-1]["runde"]] or [None]
    closed = person["closed"]
    record = {
        "trin": history[-1]["til"],
        "runde": history[-1]["runde"],
        "ung": {
            "navn": f"Ung Nummer{person['number']}",
            "cpr": person.get("cpr") or made_up_cpr(person["number"], person["born"]),
        },
        "koordinator": {"navn": person["coordinator"], "afdeling": person["department"]},
        "visitation": {"besluttet_dato": person["started"], "status": person["standing"]},
        "afslutning": {"dato": closed, "årsag": "Slut", "udfald": "i-job"} if closed else None,
    }
    _write(folder / "sag.yaml", record)
    _write(folder / "team.yaml", {"personer": []})
    _write(folder / "samtykke.yaml", {"udveksling": None})
    _write(folder / "plan.yaml", {"mål": []})
    _write(folder / "historik.yaml", history)
    for number, meeting in enumerate(held, 1):
        dialogue = person["dialogues"] if number == 1 else []
        after = {"økonomi": person.get("costs")}
        tree = {"møde": meeting, "dialogskema": dialogue, "opfølgning": after}
        _write(folder / f"runder/{number}.yaml", tree)


def _history(person):
    """The lines of a case that went from step to step on the days of its meetings."""
    moves = [(person["started"], None, "visitation", 1)]
    moves.append((person["started"], "visitation", "formøde", 1))
    for number, met in enumerate(person["meetings"], 1):
        if number > 1:
            moves.append((met["dato"] - timedelta(days=20), "opfølgning", "formøde", number))
        moves.append((met["dato"] - timedelta(days=10), "formøde", "møde", number))
        moves.append((met["dato"], "møde", "opfølgning", number))
    if person["closed"]:
        step = moves[-1][2] if person["meetings"] else "formøde"
        moves.append((person["closed"], step, "afsluttet", len(person["meetings"]) or 1))
    moves = [each for each in moves if each[0] <= person.get("until", date.max)]
    who = person.get("forced") or {}
    return [
        {"tid": f"{day}T09:{at:02d}", "hvem": "Sanne Holk", "fra": before, "til": to, "runde": turn}
        | (who if to == "møde" else {})
        for at, (day, before, to, turn) in enumerate(moves)
    ]


def meeting(day, answers, **more):
    """A meeting that was held, with the answers of its checklist."""
    return {"dato": day, "start": "9.00", "lokale": "Salen", "tjekliste": answers} | more


def born_at(age, started):
    """A day on which somebody was born who has that age on another day."""
    day = min(started.day, 28) if started.month == 1 else started.day % 28 + 1
    return date(started.year - age, 1, day)

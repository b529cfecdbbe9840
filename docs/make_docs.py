"""Write the generated pages of ``docs/`` from the rules and the models.

``python docs/make_docs.py`` writes them, ``--check`` only says whether they are up to date.
"""  # noqa: INP001 — a script, run from the repository

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from samarbejde_cli.case.case import FILES, OPTIONAL
from samarbejde_cli.case.round import Round
from samarbejde_cli.case.sharing import ACCESS
from samarbejde_cli.danish.text import listed
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.documents.kind import Kind, everybody
from samarbejde_cli.documents.values import opening
from samarbejde_cli.forms.outline import bare, item_type, walk
from samarbejde_cli.profile.load import DEFAULT, shipped_sight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import AreaReaders, ReaderRole
from samarbejde_cli.report.explain import FAMILIES, when
from samarbejde_cli.rules.engine.registry import all_rules
from samarbejde_cli.rules.engine.rule import Rule

HERE = Path(__file__).parent
NOTICE = "<!-- Skrevet af docs/make_docs.py; ret i koden, ikke her. -->\n"
FILE_NAMES = {**{stem: f"{stem}.yaml" for stem in (*FILES, *OPTIONAL)}, "runde": "runder/1.yaml"}


def rules_page() -> str:
    """Return the page of all rules, family by family."""
    parts = ["# Regler\n", NOTICE, "Vises også af `samarbejde explain KODE`.\n"]
    for family, rules in groupby(all_rules().values(), lambda rule: rule.code[3]):
        parts.append(f"## {FAMILIES[family]}\n")
        parts += [_rule(rule) for rule in rules]
    return "\n".join(parts)


def _rule(rule: Rule) -> str:
    lines = [
        f"### {rule.code} {rule.name}\n",
        f"*{rule.severity.capitalize()}; gælder: {when(rule)}.*\n",
        rule.explanation.strip() + "\n",
        f"Kilde: {rule.source}\n" if rule.source else "",
        _example("Forkert", rule.wrong),
        _example("Rigtigt", rule.right),
    ]
    return "\n".join(line for line in lines if line)


def _example(heading: str, text: str) -> str:
    return f"{heading}:\n\n```yaml\n{text.rstrip()}\n```\n" if text.strip() else ""


def fields_page() -> str:
    """Return the page of all fields of all files."""
    parts = ["# Felter\n", NOTICE]
    kinds: dict[str, Any] = {FILE_NAMES[stem]: kind for stem, kind in {**FILES, **OPTIONAL}.items()}
    kinds |= {FILE_NAMES["runde"]: Round, "samarbejde.yaml": Profile}
    for name, kind in kinds.items():
        parts += [f"## {name}\n", "| felt | skal udfyldes | betydning |", "|---|---|---|"]
        parts += [*_rows(kind), ""]
    return "\n".join(parts)


def _rows(kind: Any) -> Iterator[str]:
    for route, field in walk(kind):
        path = ".".join(route).replace(".[]", "[]").removeprefix("[].")
        needed = "ja" if field.is_required() else ""
        yield f"| `{path}` | {needed} | {field.description}{_words(field.annotation)} |"


def _words(annotation: Any) -> str:
    kind = bare(item_type(annotation) or annotation)
    members = getattr(kind, "__members__", {}).values()
    words = [f"`{member.value}`" for member in members]
    return f" ({', '.join(words)})" if words else ""


_READERS = {
    "everybody": "Alle, der er med",
    "externals": "Hver deltager uden for kommunen",
    "readers": "Den unge; er den unge for ung til egen post, dem med forældremyndighed",
    "only_the_youth": "Den unge",
    **dict.fromkeys(
        ("informed", "refused", "told"),
        "Den unge og, indtil den unge er myndig, dem med forældremyndighed",
    ),
    "custody_holders": "Dem med forældremyndighed, indtil den unge er myndig",
    "uninvited": "Den, der er indkaldt, uden for kommunen; aflyst formøde: som formødet",
    "plan_readers": "Den unge og dem, der leder sagen; kort plan til dem, den må sendes til",
    "team_readers": "Den unge og dem, der leder sagen; dem på holdet, uden det, de ikke må se",
    "card_readers": "Den unge og dem, der leder sagen; hver af de andre sit eget kort",
    "overview_readers": "Den unge og dem, der leder sagen; dem på holdet, der er med i planen",
    "invited_readers": "Alle, der er med, uden det, de ikke må se",
    "signing_readers": "Den unge og dem, der leder sagen; forældre med eget nummer",
    "departments": "Hver afdeling i sagen, som samtykket når",
}
"""Who a kind's recipients are, by the name of the function that finds them."""
_WORDS = {
    ReaderRole.YOUTH: "den unge",
    ReaderRole.CUSTODY: "dem med forældremyndighed",
    ReaderRole.RUNS_IT: "dem, der leder sagen",
    ReaderRole.DEPARTMENT: "den afdeling, det angår",
}
_COLUMNS = [each for each in ReaderRole if ACCESS[each].may_receive]


def sight_page() -> str:
    """Return the page of what each reader sees, from the table that decides it."""
    parts = ["# Hvem ser hvad\n", NOTICE, _SIGHT_INTRODUCTION, "## Personerne\n"]
    parts += ["| hvem | må få papirer | må se det, som ikke må udveksles |", "|---|---|---|"]
    parts += [
        f"| {each.label} (`{each.value}`) | {_answer(access.may_receive)} "
        f"| {_answer(access.sees_withheld)} |"
        for each, access in ACCESS.items()
    ]
    parts += ["", "## Hvem ser hvilke oplysninger\n", _SIGHT_TABLE]
    parts += [
        f"| område | {' | '.join(f'`{each.value}`' for each in _COLUMNS)} |",
        f"|---|{'---|' * len(_COLUMNS)}",
    ]
    parts += [_area_row(each) for each in shipped_sight(DEFAULT)]
    parts += ["", "## Papirerne\n", "| papir | kommando | til | CPR-nummer |", "|---|---|---|---|"]
    parts += [*map(_kind_row, KINDS.values()), "", _SIGHT_RULES]
    return "\n".join(parts)


def _area_row(line: AreaReaders) -> str:
    answers = ("ja" if each in line.readers else "" for each in _COLUMNS)
    return f"| {line.area.label} (`{line.area.value}`) | {' | '.join(answers)} |"


def _kind_row(kind: Kind) -> str:
    readers = _READERS[kind.recipients.__name__]
    if kind.recipients is everybody and not kind.is_for(ReaderRole.PROFESSIONAL):
        readers = opening(listed([word for each, word in _WORDS.items() if kind.is_for(each)]))
    number = "helt" if kind.asks_for_cpr else "helt ad en sikker vej, ellers `670310-xxxx`"
    return f"| {kind.title} | `render-{kind.name}` | {readers} | {number} |"


def _answer(value: bool) -> str:  # noqa: FBT001 — the cell of a table
    return "ja" if value else "nej"


_SIGHT_INTRODUCTION = """\
Hvem der må få papirer, afgøres ét sted i programmet: `samarbejde_cli/case/sharing.py`. Hvad hver
læser ser i dem, står i én tabel i profilen. Begge er skrevet ud her. Med `--for NAVN` laver en
kommando kun papirerne til én.
"""

_SIGHT_TABLE = """\
Tabellen gælder alle papirer og alle skabeloner, også kommunens egne: et felt, som læseren ikke må
se, er tomt, og `vises.OMRÅDE` er nej, så en skabelon kan lade afsnittet ude. En kommune skriver sin
egen linje for et område i samarbejde.yaml; skal flere se det end her, står der også hvorfor:

```yaml
hvem_ser:
  - område: indsatser
    læsere: [den-unge, leder-sagen, forældremyndighed, afdeling, fagperson]
    begrundelse: Skolen er med i de fleste indsatser
```

CPR-numre, netværkskortet, andres private telefonnumre, samtykket og svarene om møderne kan ikke
åbnes for flere, end loven giver plads til.
"""

_SIGHT_RULES = """\
## Reglerne bag

- **Uden samtykke intet papir.** Den, samtykket ikke nævner, eller som det er trukket tilbage for,
  får intet, heller ikke en kladde. Programmet viser stedet i `samtykke.yaml` (SAM407). Et samtykke
  fra før den unge blev 18 år når ingen, før det er fornyet (SAM405).
- **Det, som ikke må udveksles**, bliver søgt i hvert færdigt papir, som andre end den unge,
  koordinatoren og tovholderen læser. Står det der, bliver papiret ikke lavet, og programmet viser
  både linjen i samtykket og linjen, hvor ordene står (SAM411).
- **CPR-numre** står kun hos dem, tabellen nævner, og helt, når håndbogens skema beder om dem, eller
  når brevet går ad en sikker vej. Ellers står de fire sidste cifre som `xxxx`.
- **Den, samtykket er trukket tilbage for**, står fra den dag ikke i noget papir undtagen samtykket
  selv. I tekster står funktionen i [ ] i stedet for navnet.
- **En beskyttet adresse** står ingen steder, heller ikke hos andre, der bor samme sted. Står den i
  en tekst, bliver papiret ikke lavet (SAM904).
- **Forældrenes oplysninger** falder ud af papirerne, når den unge fylder 18, undtagen for dem, som
  den unge selv har givet samtykke til.
- **Planen må kun sendes til dem, samtykket når.** Andre navne under `sendes_til` bliver udeladt i
  skemaet og vist med et sted (SAM412).
- **Kun denne sag.** Et papir læser kun sin egen sags mappe og `samarbejde.yaml`.
"""

PAGES = {"hvem-ser-hvad.md": sight_page, "regler.md": rules_page, "felter.md": fields_page}


def main(*, check: bool) -> int:
    """Write the pages, or return 1 when one of them is not up to date."""
    stale = []
    for name, page in PAGES.items():
        path, text = HERE / name, page()
        if check and (not path.exists() or path.read_text("utf-8") != text):
            stale.append(name)
        if not check:
            path.write_text(text, "utf-8", newline="\n")
    for name in stale:
        sys.stderr.write(f"docs/{name} is stale: run python docs/make_docs.py\n")
    return int(bool(stale))


if __name__ == "__main__":
    raise SystemExit(main(check="--check" in sys.argv[1:]))

"""Write the generated pages of ``docs/`` from the rules and the models.

``python docs/make_docs.py`` writes them, ``--check`` only says whether they are up to date.
"""  # noqa: INP001 — a script, run from the repository

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from samarbejde_cli.case.case import FILES
from samarbejde_cli.case.round import Round
from samarbejde_cli.cli.explain import FAMILIES, WEIGHTS, when
from samarbejde_cli.forms.outline import bare, item_type, walk
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.catalogue import Rule, all_rules

HERE = Path(__file__).parent
NOTICE = "<!-- Skrevet af docs/make_docs.py; ret i koden, ikke her. -->\n"
FILE_NAMES = {**{stem: f"{stem}.yaml" for stem in FILES}, "runde": "runder/1.yaml"}


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
        f"*{WEIGHTS[rule.severity].capitalize()}; gælder: {when(rule)}.*\n",
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
    kinds: dict[str, Any] = {FILE_NAMES[stem]: kind for stem, kind in FILES.items()}
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


PAGES = {"regler.md": rules_page, "felter.md": fields_page}


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

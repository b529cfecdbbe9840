"""Plays a case through days: files are filled in as people do it, moves go through the gate."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

import yaml
from example_case import COMPLETE, laid_over

from samarbejde_cli.actions import pause
from samarbejde_cli.actions.advance import Order, advance
from samarbejde_cli.actions.hand_over import HandOverOrder, hand_over
from samarbejde_cli.actions.new_case import new_case
from samarbejde_cli.actions.render import produce
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.skeleton import Referral
from samarbejde_cli.deadlines.deadline import Task
from samarbejde_cli.deadlines.table import tasks
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.forms.cpr import Cpr

BY = "Anne Holm"


def complete(name):
    """One file of the complete case as a tree of texts."""
    return read((COMPLETE / name).read_text("utf-8"))


def read(text):
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 — the base loader makes text only


def filled_in(tree):
    """A tree without the keys that stand empty."""
    if isinstance(tree, dict):
        return {key: filled_in(value) for key, value in tree.items() if value != ""}
    return [filled_in(value) for value in tree] if isinstance(tree, list) else tree


@dataclass
class Desk:
    """A case on somebody's desk on a day."""

    workspace: Workspace
    folder: Path
    day: date
    case: Case = field(init=False)

    def __post_init__(self):
        self.case = load_case(self.folder)

    def write(self, name, news):
        """Lay values over a file of the case; the text of YAML or a tree."""
        path = self.folder / name
        given = read(news) if isinstance(news, str) else news
        tree = filled_in(laid_over(read(path.read_text("utf-8")) or {}, given))
        path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), "utf-8")
        self.case = load_case(self.folder)

    def move(self, target=None):
        """Move the case on; the gate must be open."""
        moment = datetime.combine(self.day, time(9, 30))
        moved = advance(self.workspace, self.case, Order(target, BY, moment, self.day))
        assert not moved.blocking, [(each.code, each.message) for each in moved.blocking]
        self.case = load_case(self.folder)

    def rest(self, until):
        """Let the case rest."""
        pause.pause(
            self.workspace, self.case, until, "Ferie", BY, datetime.combine(self.day, time(9))
        )
        self.case = load_case(self.folder)

    def render(self, name):
        """Make a paper of the case."""
        profile, _ = self.workspace.profile_of(self.case)
        assert produce(self.case, profile, self.workspace, [KINDS[name]], day=self.day).succeeded
        self.case = load_case(self.folder)

    def give_to(self, name):
        """Hand the case over to an employee."""
        moment = datetime.combine(self.day, time(9))
        hand_over(self.workspace, self.case, HandOverOrder(name, None, None), BY, moment)
        self.case = load_case(self.folder)

    def tasks(self) -> list[Task]:
        """What is to be done on the day."""
        profile, problems = self.workspace.profile_of(self.case)
        assert not problems
        return tasks(self.case, profile, self.day)


def new_desk(root, settings, name, cpr, day):
    """A workspace with one new case."""
    root.mkdir(parents=True, exist_ok=True)
    tree = laid_over(complete("samarbejde.yaml"), settings)
    (root / "samarbejde.yaml").write_text(yaml.safe_dump(tree, allow_unicode=True), "utf-8")
    workspace = Workspace(root)
    assert workspace.loaded.profile, workspace.loaded.findings
    moment = datetime.combine(day, time(9))
    folder = new_case(workspace, Referral(name, Cpr.parse(cpr), "Skolen", day), BY, moment)
    return Desk(workspace, folder, day)


def played(desk, diary, until):
    """Yield the desk on every day, after what the diary says was done in the morning."""
    last = max(diary)
    assert last <= until
    while desk.day <= until:
        for deed in diary.get(desk.day, ()):
            deed(desk)
        yield desk
        desk.day += timedelta(days=1)

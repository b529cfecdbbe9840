"""``batch`` at 1,000, 10,000 and, if asked, 100,000 letters; beside it the obvious script.

``python tests/benchmarks/batch.py [--sizes 1000,10000] [--runs 3] [--folder DIR] [--obvious 300]``
runs the real commands in processes of their own and measures everything: start, reading, checking,
consent, rendering, writing, filing, manifest. Of several runs the quickest is shown, because other
programs only ever make one slower. Peak memory is that of all processes of the command added up,
shared pages once. The obvious script makes so many of the same letters in the same sitting; its
rate does not depend on how many. The line "only written" is the disk: the same files copied by one
process, nothing else done. A folder in memory (``--folder /dev/shm/x``) takes the disk out.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import rmtree

import yaml
from docxtpl import DocxTemplate
from jinja2 import ChainableUndefined, Environment
from workspaces import make

from samarbejde_cli.shipped import shipped

EACH = 10
"""Recipients in each case."""
INODES_REST = 6
"""Seconds: ext4 looks long for room beside what was deleted in the last five."""
SELECTED = ("batch", "invitation", "--date", "2026-03-03")
KEPT = ".forberedt"
SPECIAL = ("læge", "kontaktperson", "psykiatri", "mentor", "uddannelsesinstitution", "anden")
INVITED = {*SPECIAL, "den-unges-voksne", "skole"}


@dataclass
class Measured:
    seconds: float
    processor: float
    memory: float
    out: str


def command(root, *arguments):
    """Run the program; return seconds on the clock, of the processors, and peak memory in MB."""
    environment = os.environ | {
        "SAMARBEJDE_DAG": "2026-02-12",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    begun, before = time.perf_counter(), os.times()
    process = subprocess.Popen(
        [sys.executable, "-m", "samarbejde_cli", *arguments, "--workspace", str(root)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    peak = [0.0]
    watch = threading.Thread(target=follow, args=(process, peak))
    watch.start()
    out, _ = process.communicate()
    seconds, after = time.perf_counter() - begun, os.times()
    watch.join()
    assert process.returncode == 0, out
    spent = sum(after[2:4]) - sum(before[2:4])
    return Measured(seconds, spent, peak[0], out)


def follow(process, peak):
    while process.poll() is None:
        peak[0] = max(peak[0], memory_of(process.pid))
        time.sleep(0.25)


def memory_of(pid):
    """Return megabytes of a process and its children; what they share counts once."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0.0
    own = int(re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)[1]) / 1024
    return own + sum(map(memory_of, children))


def approved(root, output, jobs, *, makes=False):
    """Plan and sample, then run with the approval; return both measurements.

    A run that ``makes`` its letters finds none that were kept for it.
    """
    if output.exists():
        rmtree(output)
        time.sleep(INODES_REST)
    for filed in root.glob("sager/*/breve.yaml"):
        filed.unlink()
    wanted = [*SELECTED, "--output", str(output), "--jobs", str(jobs)]
    plan = command(root, *wanted)
    code = re.search(r"--approve (\w+)", plan.out)[1]
    if makes:
        rmtree(output / KEPT)
    return plan, command(root, *wanted, "--approve", code)


def quickest(runs, root, output, jobs):
    """Return the quickest of several plans and of several approved runs."""
    found = [approved(root, output, jobs) for _ in range(runs)]
    return [min(each, key=lambda measured: measured.seconds) for each in zip(*found, strict=True)]


def only_written(output, target):
    """Return letters per second when they are copied and nothing else is done."""
    letters = [path.read_bytes() for path in output.glob("*.docx")]
    target.mkdir()
    begun = time.perf_counter()
    for number, data in enumerate(letters):
        (target / f"{number}.docx").write_bytes(data)
    seconds = time.perf_counter() - begun
    rmtree(target)
    return len(letters) / seconds


def shown(name, letters, measured):
    print(
        f"  {name:32}{measured.seconds:8.2f} s {letters / measured.seconds:8,.0f}/s"
        f"{measured.processor:9.2f} s of processor{measured.memory:7.0f} MB"
    )


def ours(folder, letters, runs):
    root, output = folder / f"workspace-{letters}", folder / f"letters-{letters}"
    if not root.exists():
        make(root, letters // EACH, recipients=EACH)
    print(f"\n{letters:,} letters in {letters // EACH:,} cases")
    plan, run = quickest(runs, root, output, 2)
    shown("plan and sample, two workers", letters, plan)
    shown("approved run, two workers", letters, run)
    print(f"  {'both together':32}{'':11}{letters / (plan.seconds + run.seconds):8,.0f}/s")
    print(f"  {'only written':32}{'':11}{only_written(output, folder / 'copies'):8,.0f}/s")
    _, alone = quickest(runs, root, folder / "alone", 1)
    shown("approved run, one worker", letters, alone)
    print(f"  two workers are {alone.seconds / run.seconds:.2f} times one")
    assert same(output, folder / "alone"), "one worker wrote other bytes than two"
    checked = command(root, "batch", "verify", str(output), "--jobs", "2")
    shown("batch verify, two workers", letters, checked)
    _, making = approved(root, folder / "made", 2, makes=True)
    shown("approved run that makes letters", letters, making)
    print("  verify, in times the processor time of (goal: 0.7 of a run that makes its letters)")
    for name, spent in (
        ("a run that makes its letters", making.processor),
        ("the plan and its run together", plan.processor + run.processor),
        ("the run, which moves kept letters", run.processor),
    ):
        print(f"    {name:34}{checked.processor / spent:5.2f}")
    return plan, run


def both(parts, what):
    """Return what a plan and its run took together."""
    return sum(getattr(each, what) for each in parts)


def same(one, other):
    names = {path.name for path in one.iterdir() if path.is_file()}
    return names == {path.name for path in other.iterdir() if path.is_file()} and all(
        (one / name).read_bytes() == (other / name).read_bytes() for name in names
    )


def obvious(root, output, count):
    """What a colleague would write: read the case, render a letter for each who is invited."""
    environment = Environment(autoescape=True, undefined=ChainableUndefined)
    environment.filters |= {
        "dato": lambda day: f"{day:%d.%m.%Y}" if isinstance(day, date) else day,
        "langdato": lambda day: f"{day:%A %d.%m.%Y}" if isinstance(day, date) else day,
        "kl": str,
        "titel": lambda text: str(text)[:1].upper() + str(text)[1:],
        "liste": lambda items: ", ".join(map(str, items)),
    }
    output.mkdir()
    made, begun = 0, time.perf_counter()
    settings = loaded(root / "samarbejde.yaml")
    for case in sorted((root / "sager").iterdir()):
        files = {path.stem: loaded(path) for path in case.rglob("*.yaml")}
        record, meeting = files["sag"], files["1"]["møde"]
        people = record["forældre"] + files["team"]["personer"]
        asked = {each["person"] for each in meeting["deltagere"]}
        for number, person in enumerate(people):
            if person["navn"] in asked and person.get("rolle", "skole") in INVITED:
                context = {
                    **record,
                    "møde": meeting,
                    "modtager": {**person, "linjer": [person["adresse"], person["by"]]},
                    "kommune": {**settings, "navn": settings["kommune"]},
                    "dokument": {"dato": date(2026, 2, 12), "titel": "Invitation"},
                    "sag": {"nummer": case.name},
                }
                template = DocxTemplate(shipped("templates") / "indkaldelse-første.docx")
                template.render(context, environment)
                template.save(output / f"{case.name}-{number}.docx")
                made += 1
                if made == count:
                    return made / (time.perf_counter() - begun)
    return made / (time.perf_counter() - begun)


def loaded(path):
    with path.open(encoding="utf-8") as file:
        return yaml.safe_load(file)


def main(sizes, runs_each, folder, count):
    print(f"load of the machine before: {os.getloadavg()[0]:.1f}, cores: {os.cpu_count()}")
    runs = {letters: ours(folder, letters, runs_each) for letters in sizes}
    each = {letters: both(parts, "processor") / letters for letters, parts in runs.items()}
    first = sizes[0]
    for letters in sizes[1:]:
        ratio = each[letters] / each[first]
        print(f"\n{letters:,}: a letter takes {ratio:.2f} times what it takes at {first:,}")
    rmtree(folder / "obvious", ignore_errors=True)
    spent = time.process_time()
    theirs = obvious(folder / f"workspace-{first}", folder / "obvious", count)
    spent = (time.process_time() - spent) / count
    print(f"\nthe obvious script: {theirs:.1f} letters/s, {spent * 1000:.1f} ms of processor each")
    for letters, parts in runs.items():
        times = letters / both(parts, "seconds") / theirs
        least = spent * letters / both(parts, "processor") * os.cpu_count()
        print(f"  at {letters:,}: plan and run together {times:.0f} times as quick (goal: 100),")
        print(f"  on a machine that does nothing else at most {least:.0f} times,")
        print(f"  the run alone {letters / parts[1].seconds / theirs:.0f} times")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", default="1000,10000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--obvious", type=int, default=300)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        sizes = [*map(int, given.sizes.split(","))]
        main(sizes, given.runs, given.folder or Path(temporary), given.obvious)

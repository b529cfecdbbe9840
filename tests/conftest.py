"""What all tests share."""

import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from samarbejde_cli.garbage import look_seldom

# git runs the program by itself, for hooks and merges
ROOT = str(Path(__file__).parents[1])
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (ROOT, os.environ.get("PYTHONPATH"))))

# the program is started hundreds of times: no shell may make it compile itself anew each time
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# most tests write files, and each waits for the disk until they lie there: memory is quicker
ROOMY = 4 << 30
IN_MEMORY = Path("/dev/shm")  # noqa: S108 — pytest makes a folder of its own in it
if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOMY:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))

# a busy machine is no reason to fail
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Leave what is collected, more than a million objects, out of every garbage search."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        look_seldom()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Give each process one half of the tests in order, so that both seldom prepare the same.

    Who is done first takes over from the other.
    """
    if config.getvalue("dist") != "load":
        return None
    from xdist.scheduler import WorkStealingScheduling  # noqa: PLC0415 — not without -n

    return WorkStealingScheduling(config, log)


def pytest_addoption(parser):
    parser.addoption("--kills", type=int, default=10, help="runs of batch that are killed")
    parser.addoption("--leak-cases", type=int, default=40, help="cases searched for leaks")


@pytest.fixture
def open_folder():
    """Yield a folder that other users may enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)

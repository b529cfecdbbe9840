"""What the tests of batch share."""

import pytest
from mailing import bytes_in, edit, job_of, made, several


@pytest.fixture
def workspace(tmp_path):
    """Return three cases, each with people of its own."""
    return several(tmp_path / "Ungeteam", 3)


@pytest.fixture
def by_post(workspace):
    """Return the three cases; the teacher of the second gets letters on paper."""
    team = workspace.root / "sager/2026-002/team.yaml"
    edit(team, "  intern: nej\n", "  intern: nej\n    fritaget_digital_post: ja\n")
    return workspace


@pytest.fixture
def five_cases(tmp_path):
    """Return five cases, each with people of its own."""
    return several(tmp_path / "workspace", 5)


@pytest.fixture(scope="package")
def finished(tmp_path_factory):
    """Return three cases and the bytes of their mailing of invitations and plans, by name."""
    folder = tmp_path_factory.mktemp("finished")
    workspace = several(folder / "workspace", 3)
    made(job_of(workspace, folder / "breve", ("invitation", "goals")))
    return workspace, bytes_in(folder / "breve")


@pytest.fixture
def mailing(finished, tmp_path):
    """Return the workspace of the finished mailing and a folder with a copy of it."""
    workspace, files = finished
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    return workspace, tmp_path


@pytest.fixture
def output(tmp_path):
    """Return the folder of a mailing."""
    return tmp_path / "breve"

"""What the tests of files/ share."""

import pytest


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a name that is hard on careless code."""
    folder = tmp_path / "Ungesager på tværs"
    folder.mkdir()
    return folder

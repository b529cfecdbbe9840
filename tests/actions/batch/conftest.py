"""What the tests of batch share."""

import pytest
from mailing import several


@pytest.fixture
def workspace(tmp_path):
    """Return three cases, each with people of its own."""
    return several(tmp_path / "Ungeteam", 3)


@pytest.fixture
def output(tmp_path):
    """Return the folder of a mailing."""
    return tmp_path / "breve"

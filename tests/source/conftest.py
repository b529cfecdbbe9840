"""What the tests of source/ share."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

# a busy machine is no reason to fail
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture
def open_folder():
    """Yield a folder that other users may enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)

"""Rights to files as ordinary people have them: a test that runs as root is above all rights."""

import ctypes
import os
from contextlib import contextmanager

import pytest

_VERSION = 0x20080522
_READ_AND_WRITE_ALL = 0b110
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: what lets root read and write every file."""


@contextmanager
def ordinary_rights():
    """Take away from root, in this thread, what makes file permissions count for nothing."""
    if os.name == "nt":
        pytest.skip("chmod takes no rights away on Windows")
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_VERSION, 0)
    rights = (ctypes.c_uint32 * 6)()
    if not hasattr(libc, "capset") or libc.capget(header, rights):
        pytest.skip("root cannot give up its rights here")
    before, rights[0] = rights[0], rights[0] & ~_READ_AND_WRITE_ALL
    assert libc.capset(header, rights) == 0
    try:
        yield
    finally:
        rights[0] = before
        libc.capset(header, rights)

"""What all tests share."""

from hypothesis import settings

# a busy machine is no reason to fail
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


def pytest_addoption(parser):
    parser.addoption("--kills", type=int, default=10, help="runs of batch that are killed")
    parser.addoption("--leak-cases", type=int, default=40, help="cases searched for leaks")

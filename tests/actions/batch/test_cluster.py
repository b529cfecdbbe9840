"""The same mailing on a Dask cluster, also when a worker dies in the middle."""

import os
import signal

import pytest
from mailing import LETTERS, bytes_in, job_of, made, several

from samarbejde_cli.actions.batch.manifest import read
from samarbejde_cli.actions.batch.planning import make_plan
from samarbejde_cli.actions.batch.running import UNDER_WAY, run
from samarbejde_cli.case.case import load_case
from samarbejde_cli.errors import SamarbejdeError, WrongUseError

NUMBER = 60

distributed = pytest.importorskip(
    "distributed", reason="dask is not installed (the extra named dask): no cluster to run on"
)

from samarbejde_cli.actions.batch.cluster import ClusterExecutor, is_cluster  # noqa: E402 — it needs dask


@pytest.fixture(scope="module")
def cluster():
    """Two workers in processes of their own, on this machine."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as found:
        yield found


@pytest.fixture
def job(tmp_path):
    return job_of(several(tmp_path / "Ungeteam", NUMBER), tmp_path / "breve")


def on(cluster, job):
    return ClusterExecutor(job, f"dask:{cluster.scheduler_address}")


def sent(job, executor, tick=lambda _: None):
    try:
        return run(make_plan(job, executor), job, executor, tick)
    finally:
        executor.stop()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """What one process makes alone."""
    folder = tmp_path_factory.mktemp("alene")
    job = job_of(several(folder / "Ungeteam", NUMBER), folder / "breve")
    assert made(job).succeeded
    return bytes_in(job.output)


def test_a_killed_worker_costs_nothing(cluster, job, undisturbed):
    executor, killed = on(cluster, job), []

    def kill_one(_):
        if not killed:
            killed.append(next(iter(cluster.workers.values())).pid)
            os.kill(killed[0], signal.SIGKILL)

    ran = sent(job, executor, kill_one)
    assert killed
    assert ran.succeeded
    assert read(job.output).is_complete
    assert bytes_in(job.output) == undisturbed
    filed = [len(load_case(folder).paper_records) for folder in job.workspace.folders()]
    assert filed == [LETTERS] * NUMBER


def test_ctrl_c_waits_for_what_is_under_way_and_leaves_a_manifest(cluster, job, undisturbed):
    def press(_):
        raise KeyboardInterrupt

    executor = on(cluster, job)
    plan = make_plan(job, executor)
    try:
        with pytest.raises(KeyboardInterrupt):
            run(plan, job, executor, press)
    finally:
        executor.stop()
    assert not (job.output / UNDER_WAY).exists()
    for entry in read(job.output).entries:
        if entry.sha256:
            assert (job.output / entry.file).read_bytes() == undisturbed[entry.file]
    assert sent(job, on(cluster, job)).succeeded
    assert bytes_in(job.output) == undisturbed


def test_a_second_run_makes_nothing_anew(cluster, job):
    for new in (LETTERS * NUMBER, 0):
        assert sent(job, on(cluster, job)).new == new


def test_an_address_where_nobody_answers_is_told(job, monkeypatch):
    monkeypatch.setattr("samarbejde_cli.actions.batch.cluster._SECONDS", 1)
    with pytest.raises(SamarbejdeError, match="svarer ingen"):
        ClusterExecutor(job, "dask:tcp://127.0.0.1:1")


def test_workers_that_do_not_see_the_workspace_are_told(cluster, job):
    job.workspace.root.rename(job.workspace.root.with_name("et andet sted"))
    with pytest.raises(SamarbejdeError, match="kan ikke se arbejdsmappen"):
        on(cluster, job)


@pytest.mark.parametrize("text", ["tcp://127.0.0.1:8786", "dask:", "ray:tcp://x", "dask:x"])
def test_what_is_no_address_of_a_cluster_is_wrong_use(text):
    with pytest.raises(WrongUseError, match="klynge"):
        is_cluster(text)

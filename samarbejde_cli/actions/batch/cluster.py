"""The same work on a Dask cluster: many machines with one shared folder.

The machines see the workspace and the output folder under the same paths, and have the same version
of this program. The job travels to each worker once. A worker may die: Dask gives its lot to
another, and what kills one worker after another is given up item by item, as with processes.
"""

import pickle
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from samarbejde_cli import __version__
from samarbejde_cli.actions.executors import Item, Result, Task, WorkerExecutor
from samarbejde_cli.errors import SamarbejdeError, WrongUseError, install_command

if TYPE_CHECKING:
    from distributed import Client, Future

PREFIX = "dask:"
_AHEAD = 4
"""Lots for each worker that are handed out before the first comes back."""
_SECONDS = 15
"""How long to wait for the cluster to answer, and for what is under way to end."""

_jobs: dict[str, Any] = {}
"""The job that this worker has unpacked."""


class ClusterExecutor(WorkerExecutor):
    """Runs the work on the workers of an existing cluster."""

    _tries = 1
    """Dask itself tries on several workers."""

    def __init__(self, job: Any, address: str) -> None:
        """Connect to the cluster and send it the job.

        Raises ``WrongUseError`` without Dask or for workers of another version,
        ``SamarbejdeError`` when nobody answers or a worker does not see the workspace.
        """
        super().__init__()
        self.client = _connected(address)
        _require_fit(self.client, _root_of(job))
        self._payload = pickle.dumps(job)
        self._key = sha256(self._payload).hexdigest()
        self._sent = self._send()

    def stop(self) -> None:
        """Finish the work in progress and accept no more."""
        until = monotonic() + _SECONDS
        for _, future in self._under_way:
            with suppress(Exception):  # even if it failed, wait for the others
                future.exception(timeout=max(0.0, until - monotonic()))
        self._close()

    def kill(self) -> None:
        """Stop immediately; each worker finishes its current lot."""
        self.client.cancel([future for _, future in self._under_way])
        self._close()

    def _close(self) -> None:
        self._under_way.clear()
        self.client.close()

    def _capacity(self) -> int:
        workers = self.client.scheduler_info(n_workers=-1)["workers"]
        return max(1, len(workers)) * _AHEAD

    def _send(self) -> "Future":
        return self.client.scatter(self._payload, broadcast=True, hash=False)

    def _submit(self, task: Task[Item, Result], lot: list[Item]) -> "Future":
        if self._sent.status in ("lost", "cancelled", "error"):
            self._sent = self._send()  # every worker that held it is gone
        return self.client.submit(_work, self._key, self._sent, task, lot, pure=False)

    def _results(self, future: "Future") -> list[Any] | None:
        """Return the results of a lot, None when Dask gave it up: its workers died repeatedly."""
        from concurrent.futures import CancelledError  # noqa: PLC0415 — beside the next

        from distributed import KilledWorker  # noqa: PLC0415 — only clusters need Dask

        try:
            found: list[Any] = future.result()
        except (KilledWorker, CancelledError):
            return None
        return found


def _work(key: str, payload: bytes, task: Task[Item, Result], lot: list[Item]) -> list[Result]:
    if key not in _jobs:
        _jobs.clear()
        _jobs[key] = pickle.loads(payload)  # noqa: S301 — from the program that started the job, over the same channel as its code
    return [task(_jobs[key], item) for item in lot]


def _connected(address: str) -> "Client":
    try:
        from distributed import Client  # noqa: PLC0415 — only clusters need Dask
    except ImportError:
        raise WrongUseError(
            "Dask er ikke installeret, så der kan ikke arbejdes på en klynge.",
            f"Installér det med `{install_command('distributed')}`, eller kør uden --executor.",
        ) from None
    try:
        return Client(address.removeprefix(PREFIX), timeout=_SECONDS, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as problem:
        raise SamarbejdeError(
            f"Der svarer ingen Dask-klynge på {address.removeprefix(PREFIX)}.",
            "Se efter, om klyngen kører, og om adressen er den, som dask scheduler skriver: "
            "dask:tcp://maskine:8786.",
        ) from problem


def _require_fit(client: "Client", root: Path | None) -> None:
    """Refuse a cluster that would give something else, or cannot get at the files."""
    found = client.run(_about, str(root) if root else None)
    if not found:
        client.close()
        raise SamarbejdeError(
            "Klyngen har ingen arbejdere.", "Start nogle med `dask worker`, og prøv igen."
        )
    others = sorted({version for version, _ in found.values()} - {__version__})
    blind = sorted(worker for worker, (_, sees) in found.items() if not sees)
    if others or blind:
        client.close()
    if others:
        raise WrongUseError(
            f"Klyngen har program {', '.join(others)}, og her er {__version__}.",
            "Installér det samme program på alle maskiner, ellers bliver brevene forskellige.",
        )
    if blind:
        raise SamarbejdeError(
            f"{blind[0]} kan ikke se arbejdsmappen {root}.",
            "Alle maskiner skal have arbejdsmappen og mappen til brevene under samme sti.",
        )


def _about(root: str | None) -> tuple[str, bool]:
    return __version__, root is None or Path(root).is_dir()


def _root_of(job: Any) -> Path | None:
    """Return the workspace that a job is about; a check of letters has other jobs."""
    workspace = getattr(job, "workspace", job)
    root = getattr(workspace, "root", None)
    return root if isinstance(root, Path) else None


def is_cluster(text: str) -> str:
    """Return the address of a cluster that a user wrote. Raises ``WrongUseError``."""
    if not text.startswith((f"{PREFIX}tcp://", f"{PREFIX}tls://")):
        raise WrongUseError(
            f"`{text}` er ikke en klynge, programmet kender.", "Skriv dask:tcp://maskine:8786."
        )
    return text

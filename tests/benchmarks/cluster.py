"""``batch`` at 10,000 letters on a Dask cluster of two workers, beside two processes.

``python tests/benchmarks/cluster.py [--letters 10000] [--folder DIR]``; needs the extra ``dask``.
Then the letters are put together, and the last file of them is made into PDF.
"""

import argparse
import tempfile
import time
from pathlib import Path
from shutil import rmtree

from batch import EACH, approved, command, shown
from distributed import LocalCluster
from workspaces import make

from samarbejde_cli.files.pdf import to_pdf
from samarbejde_cli.word import combine_documents


def main(letters, folder):
    root = folder / f"workspace-{letters}"
    if not root.exists():
        make(root, letters // EACH, recipients=EACH)
    _, run = approved(root, folder / "processes", 2)
    shown("two processes", letters, run)
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        for name in ("two workers of a cluster", "the same again: nothing new"):
            again = on_cluster(root, folder / "cluster", cluster.scheduler_address, name)
            shown(name, letters, again)
    put_together(folder / "processes")


def on_cluster(root, output, address, name):
    wanted = ["batch", "invitation", "--date", "2026-03-03", "--output", str(output)]
    wanted += ["--executor", f"dask:{address}"]
    if not name.startswith("the same"):
        rmtree(output, ignore_errors=True)
    code = command(root, *wanted).out.split("--approve ")[1].split()[0]
    return command(root, *wanted, "--approve", code)


def put_together(folder):
    files = sorted(folder.glob("2026*.docx")) or sorted(folder.glob("*.docx"))
    begun = time.perf_counter()
    for first in range(0, len(files), 200):
        last = files[first : first + 200]
        data = combine_documents(path.read_bytes() for path in last)
    seconds = time.perf_counter() - begun
    print(f"  put together, 200 in a file: {len(files) / seconds:,.0f} letters/s")
    whole = folder / "samlet.docx"
    whole.write_bytes(data)
    begun = time.perf_counter()
    to_pdf([whole])
    seconds = time.perf_counter() - begun
    print(f"  PDF of {len(last)} letters: {len(last) / seconds:,.0f} letters/s")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--letters", type=int, default=10_000)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        main(given.letters, given.folder or Path(temporary))

"""Run docs/notebook.ipynb and write what it shows: `python -m tests.docs.notebook [FILE]`."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
from jupyter_client.manager import KernelManager
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).resolve().parents[2] / "docs" / "notebook.ipynb"
PATIENCE = 300


def executed(folder: Path) -> Any:
    """Return the notebook with what its cells show today; its kernel works in `folder`."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    with TemporaryDirectory() as place:
        # Over sockets in a folder: nothing listens on a port.
        manager = KernelManager(transport="ipc", ip=f"{place}/kernel", kernel_name="python3")
        client = NotebookClient(
            notebook,
            km=manager,
            timeout=PATIENCE,
            record_timing=False,
            resources={"metadata": {"path": str(folder)}},
        )
        return client.execute()


def shown(notebook: Any) -> list[list[Any]]:
    """Return what each cell with code shows: its text, its tables."""
    return [
        [output.get("data") or output.get("text") for output in cell.outputs]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


if __name__ == "__main__":
    target = Path(sys.argv[1]) if sys.argv[1:] else NOTEBOOK
    nbformat.write(executed(target.parent), target)

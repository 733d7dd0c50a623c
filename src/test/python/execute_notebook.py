"""Executes a notebook in its own folder, saves it with its outputs, and prints its text.

execute_notebook.py NOTEBOOK RESULT
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

SECONDS_PER_CELL = 120

notebook_path, result_path = map(Path, sys.argv[1:])
notebook = nbformat.read(notebook_path, as_version=4)
client = NotebookClient(
    notebook,
    timeout=SECONDS_PER_CELL,
    kernel_name=notebook.metadata.kernelspec.name,
    resources={"metadata": {"path": str(notebook_path.parent)}},
)
try:
    client.execute()
finally:
    nbformat.write(notebook, result_path)
for cell in notebook.cells:
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            print(output.text, end="")  # a kernel may cut it anywhere
        else:
            print(output.get("data", {}).get("text/plain", ""))

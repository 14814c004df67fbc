"""`sam-gen migrate`: bring the files of a playbook to the newest format.

There is one format so far. A step is a function from the text of a file to its new text, so comments and order
stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from sam_gen.reading.folders import Folders

Step = Callable[[str, str], str]
"""Path of a file and its text → the new text."""

NEWEST = 1
STEPS: Mapping[int, Step] = {}
"""The step that leads away from each version."""


def migrate(folders: Folders, version: int, steps: Mapping[int, Step] = STEPS, newest: int = NEWEST) -> list[str]:
    """Apply every step from `version` on; returns the files that changed. All texts are made before one is written."""
    files = sorted(
        path
        for folder in (folders.accounts, folders.playbook, folders.coaching)
        for path in (folders.root / folder).rglob("*.yml")
        if path.is_file() and not path.is_symlink()
    )
    before = {path: path.read_text(encoding="utf-8") for path in files}
    after = {path: _through(folders.name_of(path), text, version, steps, newest) for path, text in before.items()}
    changed = [path for path in files if after[path] != before[path]]
    for path in changed:
        draft = path.with_name(f".{path.name}.new")
        draft.write_text(after[path], encoding="utf-8", newline="\n")
        draft.replace(path)
    return [folders.name_of(Path(path)) for path in changed]


def _through(name: str, text: str, version: int, steps: Mapping[int, Step], newest: int) -> str:
    for step in range(version, newest):
        text = steps[step](name, text)
    return text

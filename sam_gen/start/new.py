"""`sam-gen new`: lay down a playbook that builds at once."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from sam_gen import __version__
from sam_gen.reading.schema import KINDS, schema
from sam_gen.reading.starter import starter
from sam_gen.start import texts

_SKIPPED = shutil.ignore_patterns(".*", "__pycache__", "*~")


class CannotStart(Exception):
    """The folder or file cannot be laid down; says why in one sentence."""


def new(target: Path, *, empty: bool = False, ci: str = "") -> None:
    """Lay down a playbook in a folder that is empty or not there yet.

    It is laid beside the target and takes its place when it is whole. With `empty` there is neither an example
    account nor a pinned day; the method stays, because a company adapts one more easily than it writes one.
    Raises CannotStart.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CannotStart(f"{target} is not empty; name a folder that is, or one that is not there yet.")
    draft = target.with_name(f".{target.name}-new")
    try:
        shutil.rmtree(draft, ignore_errors=True)
        _lay(draft, empty=empty, ci=ci)
        if target.exists():
            target.rmdir()
        draft.rename(target)
    except OSError as error:
        raise CannotStart(f"cannot write {target}: {error.strerror}.") from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _lay(folder: Path, *, empty: bool, ci: str) -> None:
    source = starter()
    shutil.copytree(source / "playbook", folder / "playbook", ignore=_SKIPPED)
    if empty:
        (folder / "accounts").mkdir()
    else:
        shutil.copytree(source / "accounts", folder / "accounts", ignore=_SKIPPED)
    config = (source / "mkdocs.yml").read_text(encoding="utf-8")
    titled = re.sub(r"(?m)^site_name: .*$", "site_name: Our playbook", config, count=1)
    (folder / "mkdocs.yml").write_text(titled, encoding="utf-8", newline="\n")
    files: dict[str, str] = {**texts.COMMON, **{f"docs/schema/{kind}.json": schema(kind) for kind in KINDS}}
    files |= texts.EMPTY if empty else {}
    files |= texts.CI[ci] if ci else {}
    _write(folder, files)


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("{version}", __version__), encoding="utf-8", newline="\n")

"""Whether a command is run where a playbook is, and if not, where one may be."""

from __future__ import annotations

from pathlib import Path

from sam_gen.reading.folders import Folders


def outside(config: Path, folders: Folders, *, needs_site: bool) -> str:
    """Say in one sentence why nothing can be done here, or nothing. Only a site needs mkdocs.yml itself."""
    there = config.is_file()
    playbook = folders.root / folders.playbook
    if there and not _is_folder(playbook):
        return (
            f"{config.name} is here, but the folder {folders.playbook}/ is not; bring it back, or lay a playbook "
            "down elsewhere with sam-gen new DIR and copy it from there."
        )
    if there or (_is_folder(playbook) and not needs_site):
        return ""
    if _is_folder(playbook):
        return f"there is no {config} beside {folders.playbook}/; sam-gen new DIR lays one down that can be copied."
    near = _near(config)
    where = f"cd {near} first" if near else "cd into your playbook"
    return f"there is no {config} here: {where}, or lay a playbook down with sam-gen new DIR."


def _is_folder(path: Path) -> bool:
    """Whether a folder is there; a link in its place is one too, which the reader has its own words for."""
    return path.is_dir() or path.is_symlink()


def _near(config: Path) -> str:
    """Return the way to the only playbook one step below, or the nearest above; nothing if there is none."""
    here = config.resolve().parent
    below = sorted(path.parent.name for path in here.glob(f"*/{config.name}") if (path.parent / "playbook").is_dir())
    if len(below) == 1:
        return below[0]
    for steps, folder in enumerate(here.parents, start=1):
        if (folder / config.name).is_file() and (folder / "playbook").is_dir():
            return "/".join([".."] * steps)
    return ""

"""`sam-gen build`: MkDocs builds beside the target, the result is verified, then it takes the target's place.

At any moment the target is the whole old site or the whole new one; a build that fails changes nothing.
"""

from __future__ import annotations

import datetime
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from sam_gen.publish.links import dead_links
from sam_gen.publish.plugin import SamPlugin
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project

if TYPE_CHECKING:
    from sam_gen.model.project import Project


class BuildFailed(Exception):
    """The site could not be built or did not pass its verification; the old one is untouched."""


def load(config_file: Path, site_dir: Path | None = None) -> tuple[MkDocsConfig, SamPlugin, Folders]:
    """Load mkdocs.yml; raises BuildFailed in one sentence if it or a plugin option is wrong."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if not config_file.is_file():
        raise BuildFailed(f"there is no {config_file.name} here; run this beside it, or name it with --config.")
    said: list[str] = []
    try:
        with _listening(said):
            config = load_config(str(config_file), **({"site_dir": str(site_dir)} if site_dir else {}))
    except (Abort, ConfigurationError) as error:
        raise BuildFailed(f"{config_file.name} is wrong: {' '.join(said) or error}") from None
    plugin = config.plugins.get("sam")
    if not isinstance(plugin, SamPlugin):
        raise BuildFailed(f"{config_file.name} does not name the plugin sam; add “- sam” under plugins.")
    root = config_file.resolve().parent
    return config, plugin, Folders(root, plugin.config.accounts, plugin.config.playbook)


def build(config_file: Path, site_dir: Path | None = None, as_of: datetime.date | None = None) -> tuple[Project, Path]:
    """Build the site and switch to it; returns the project and the folder.

    Raises ReadingProblems before anything is written, BuildFailed with the old site untouched.
    """
    config, _, folders = load(config_file)
    project = read_project(folders, as_of)
    target = (site_dir or Path(config.site_dir)).resolve()
    _check_target(target, folders.root)
    stage = target.with_name(f".{target.name}-new")
    _recover(target)
    try:
        _build_into(config_file, stage, project)
        _verify(stage)
        _switch(stage, target)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return project, target


def _build_into(config_file: Path, stage: Path, project: Project) -> None:
    shutil.rmtree(stage, ignore_errors=True)
    config, plugin, _ = load(config_file, stage)
    plugin.given = project
    said: list[str] = []
    config.plugins.on_startup(command="build", dirty=False)
    try:
        with _listening(said):
            mkdocs_build.build(config)
    except (Abort, BuildError, OSError) as error:
        raise BuildFailed("\n".join([*said, str(error)])) from None
    finally:
        config.plugins.on_shutdown()


@contextmanager
def _listening(said: list[str]) -> Iterator[None]:
    """Collect what MkDocs says at warning level or above."""

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage().strip())

    ear, log = Ear(logging.WARNING), logging.getLogger("mkdocs")
    log.addHandler(ear)
    try:
        yield
    finally:
        log.removeHandler(ear)


# Verify and switch ----------------------------------------------------------------


def _check_target(target: Path, root: Path) -> None:
    if target == root or target in root.parents:
        raise BuildFailed(f"{target} holds the project itself; choose a folder of its own for the site.")
    if not target.exists():
        return
    if not target.is_dir() or (any(target.iterdir()) and not (target / "404.html").is_file()):
        raise BuildFailed(f"{target} exists and is not a site; choose another folder, or empty it.")


def _verify(stage: Path) -> None:
    dead = dead_links(stage)
    empty = [path.relative_to(stage).as_posix() for path in stage.rglob("*.html") if path.stat().st_size == 0]
    if dead or empty:
        lines = [*(f"dead link: {link}" for link in dead), *(f"empty page: {name}" for name in sorted(empty))]
        raise BuildFailed("\n".join(["the site does not hold together:", *lines]))


def _switch(stage: Path, target: Path) -> None:
    old = target.with_name(f".{target.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    stage.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _recover(target: Path) -> None:
    """Bring the old site back if an earlier switch was cut off between its two renames."""
    old = target.with_name(f".{target.name}-old")
    if old.exists() and not target.exists():
        old.rename(target)


def serve(config_file: Path, address: str) -> None:
    """Serve the site live at `host:port`; raises BuildFailed if the configuration is wrong or the port is taken."""
    load(config_file)
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.INFO)
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-7s %(message)s"))
    log.addHandler(handler)
    try:
        mkdocs_serve.serve(config_file=str(config_file), dev_addr=address, open_in_browser=False, livereload=True)
    except OSError as error:
        raise BuildFailed(f"cannot serve at {address}: {error.strerror}.") from None

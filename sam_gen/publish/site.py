"""`sam-gen build`: MkDocs builds beside the target, the result is verified, then it takes the target's place.

At any moment the target is the whole old site or the whole new one; a build that fails, is stopped or killed changes
nothing. `publish.switch` has the steps.
"""

from __future__ import annotations

import datetime
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from sam_gen.model.edition import Edition
from sam_gen.publish.edition import read_edition
from sam_gen.publish.links import flaws
from sam_gen.publish.plugin import SamPlugin
from sam_gen.publish.switch import alone, recover, stage_of, step, stoppable, switch
from sam_gen.reading.folders import Folders

if TYPE_CHECKING:
    from sam_gen.model.project import Project


class BuildFailed(Exception):
    """The site could not be built or did not pass its verification; the old one is untouched."""

    after = "Nothing was written."
    """What a reader of the message should know about the target."""


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
    options = plugin.config
    return config, plugin, Folders(root, options.accounts, options.playbook, options.coaching)


def build(
    config_file: Path,
    site_dir: Path | None = None,
    as_of: datetime.date | None = None,
    edition: Edition | None = None,
) -> tuple[Project, Path]:
    """Build the site and switch to it; returns the project as the edition sees it, and the folder.

    Raises ReadingProblems before anything is written, BuildFailed with the old site untouched.
    """
    config, plugin, folders = load(config_file)
    target = (site_dir or Path(config.site_dir)).resolve()
    _check_target(target, folders.root)
    stage = stage_of(target)
    with stopping(target):
        recover(target)
        step("read")
        project = read_edition(folders, edition or plugin.edition, as_of)
        try:
            step("build")
            _build_into(config_file, stage, project)
            step("verify")
            _verify(stage)
            switch(stage, target)
        finally:
            recover(target)
    return project, target


@contextmanager
def stopping(target: Path, failed: type[BuildFailed] = BuildFailed) -> Iterator[None]:
    """Be the only one who writes beside the target; what stops the work from outside becomes one sentence."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with stoppable(), alone(target, lambda: _waiting(target)):
            yield
    except OSError as error:
        raise failed(f"cannot read or write {error.filename or target}: {error.strerror or error}.") from None
    except KeyboardInterrupt:
        raise failed("the command was stopped.") from None


def _waiting(target: Path) -> None:
    print(f"Another build is at work in {target.parent}; waiting for it to end.", file=sys.stderr, flush=True)


def _build_into(config_file: Path, stage: Path, project: Project) -> None:
    config, plugin, _ = load(config_file, stage)
    plugin.given = project
    said: list[str] = []
    config.plugins.on_startup(command="build", dirty=False)
    try:
        with _listening(said):
            mkdocs_build.build(config)
    except (Abort, BuildError) as error:
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


# Verify ----------------------------------------------------------------


def _check_target(target: Path, root: Path) -> None:
    if target == root or target in root.parents:
        raise BuildFailed(f"{target} holds the project itself; choose a folder of its own for the site.")
    if not target.exists():
        return
    if not target.is_dir() or (any(target.iterdir()) and not (target / "404.html").is_file()):
        raise BuildFailed(f"{target} exists and is not a site; choose another folder, or empty it.")


def _verify(stage: Path) -> None:
    lines = [*flaws(stage), *(f"empty page: {name}" for name in _empty(stage))]
    if lines:
        raise BuildFailed("\n".join(["the site does not hold together:", *lines]))


def _empty(stage: Path) -> list[str]:
    return sorted(path.relative_to(stage).as_posix() for path in stage.rglob("*.html") if path.stat().st_size == 0)


def serve(config_file: Path, address: str, edition: Edition | None = None) -> None:
    """Serve the site live at `host:port`; raises BuildFailed if the configuration is wrong or the port is taken."""
    config, _, folders = load(config_file)
    _recover_idle(Path(config.site_dir).resolve(), folders.root)
    SamPlugin.asked = edition
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.INFO)
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-7s %(message)s"))
    log.addHandler(handler)
    try:
        mkdocs_serve.serve(config_file=str(config_file), dev_addr=address, open_in_browser=False, livereload=True)
    except OSError as error:
        raise BuildFailed(f"cannot serve at {address}: {error.strerror}.") from None
    finally:
        log.removeHandler(handler)
        SamPlugin.asked = None


def _recover_idle(target: Path, root: Path) -> None:
    """Bring the site of an interrupted build back, unless a build is at work or the folder is none of ours."""
    if target == root or target in root.parents or not target.parent.is_dir():
        return
    with alone(target, waiting=None) as free:
        if free:
            recover(target)

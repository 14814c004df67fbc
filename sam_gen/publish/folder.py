"""`sam-gen write`: a complete docs tree and its mkdocs.yml, for engines that run no plugins of MkDocs.

The folder belongs to this command: a list of what it made lies in it, and only what is on the list is ever changed or
removed. Every file appears whole or not at all, and one that would come out the same is not touched.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sam_gen.model.edition import Edition
from sam_gen.pages.site import site_files, site_pages
from sam_gen.publish import mkdocs_yml
from sam_gen.publish.collisions import collisions
from sam_gen.publish.edition import read_edition
from sam_gen.publish.nav import navigation
from sam_gen.publish.shared import EXTENSIONS, about, assets
from sam_gen.publish.site import BuildFailed, load, stopping
from sam_gen.render.environment import fill, render
from sam_gen.render.page import Page, Rendered

if TYPE_CHECKING:
    from sam_gen.model.project import Project

MADE = ".sam-gen.json"
"""The list of the files that this command made in a folder."""
_DRAFT = ".sam-gen-draft"
"""Where a file is written before it takes its name; what a crash leaves here is overwritten next time."""


class HalfWritten(BuildFailed):
    """The disk was full, or the command was stopped, between two files."""

    after = "Every file that is there is whole; run the command again to end it."


def write(
    config_file: Path, directory: Path, as_of: datetime.date | None = None, edition: Edition | None = None
) -> tuple[Project, int]:
    """Write the tree; returns the project as the edition sees it, and how many files were written or removed.

    Raises ReadingProblems, and BuildFailed if the folder is not ours, before anything is written.
    """
    config, plugin, folders = load(config_file)
    docs, directory = Path(config.docs_dir), directory.resolve()
    inputs = [folders.root / name for name in (folders.accounts, folders.playbook, folders.coaching)]
    _check(directory, folders.root, [docs, *inputs])
    text = config_file.read_text(encoding="utf-8")
    if mkdocs_yml.inherits(text):
        raise BuildFailed(f"{config_file.name} inherits from another file; write its settings out to use this command.")
    project = read_edition(folders, edition or plugin.edition, as_of)
    pages = [render(page) for page in site_pages(project)]
    written = dict(_files(docs))
    _check_addresses(pages, written, docs.name)
    aside = _aside([rendered.page for rendered in pages])
    nav = navigation(sorted(_manual(written)), [rendered.page for rendered in pages])
    names = {suffix: tuple(f"assets/{path.name}" for path in assets(suffix)) for suffix in (".css", ".js")}
    added = mkdocs_yml.Added(nav, aside, EXTENSIONS, names[".css"], names[".js"])
    tree: dict[str, bytes | Path] = {"mkdocs.yml": mkdocs_yml.for_engine(text, added).encode()}
    tree |= {f"docs/{name}": path for name, path in written.items()}
    tree |= {f"docs/assets/{path.name}": path for suffix in names for path in assets(suffix)}
    tree |= {f"docs/{address}": content.encode() for address, content in site_files(project).items()}
    tree |= {f"docs/{rendered.page.source}": _source(rendered).encode() for rendered in pages}
    tree |= _theme(config.theme.custom_dir, folders.root)
    with stopping(directory, HalfWritten):
        return project, _Folder(directory).become(tree)


# What is written --------------------------------------------------------------------


def _source(rendered: Rendered) -> str:
    """Return a page as one Markdown file, with its blocks where their slots were."""
    meta = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in about(rendered.page).items()]
    return "\n".join(["---", *meta, "---", "", fill(rendered.markdown, rendered.blocks)])


def _aside(pages: Iterable[Page]) -> tuple[str, ...]:
    """Return the pages that stand outside the navigation, as few patterns as there are folders at the top."""
    return tuple(sorted({f"/{page.path.partition('/')[0]}/" for page in pages if page.path and not page.nav}))


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Find the hand-written files, as MkDocs does: what begins with a dot is none."""
    for parent, below, names in os.walk(folder, followlinks=True):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if not name.startswith(".") and path.is_file():
                yield path.relative_to(folder).as_posix(), path


def _manual(written: Iterable[str]) -> list[str]:
    return [name for name in written if name.endswith(".md")]


def _check_addresses(pages: list[Rendered], written: Iterable[str], docs: str) -> None:
    taken = collisions((rendered.page.source for rendered in pages), _manual(written), docs)
    if taken:
        raise BuildFailed("\n".join(map(str, taken)))


def _theme(overrides: str | None, root: Path) -> dict[str, bytes | Path]:
    """Return the project's own theme files, if it has some, under the same name."""
    if not overrides:
        return {}
    folder = Path(overrides)
    if not folder.is_relative_to(root):
        raise BuildFailed(f"the theme's custom_dir {folder} lies outside the project; put it beside mkdocs.yml.")
    return {(folder.relative_to(root) / name).as_posix(): path for name, path in _files(folder)}


# Where it is written -----------------------------------------------------------------


def _check(directory: Path, root: Path, inputs: list[Path]) -> None:
    if directory == root or directory in root.parents:
        raise BuildFailed(f"{directory} holds the project itself; choose a folder of its own.")
    for folder in (path.resolve() for path in inputs):
        if directory == folder or folder in directory.parents:
            raise BuildFailed(f"{directory} lies in {folder.name}/, which is read; choose a folder beside it.")
    if not directory.exists():
        return
    if not directory.is_dir() or (any(directory.iterdir()) and not (directory / MADE).is_file()):
        raise BuildFailed(f"{directory} is not empty and was not written by this command; choose another folder.")


@dataclass(frozen=True)
class _Folder:
    """A folder of our own, with the list of what was made in it."""

    path: Path

    def become(self, tree: dict[str, bytes | Path]) -> int:
        """Write what differs and remove what is no longer wanted; returns how many files that were.

        The list is written first, with old and new names: after a crash nothing is left that it does not know.
        """
        before = self._made()
        foreign = [name for name in tree if name not in before and (self.path / name).exists()]
        if foreign:
            raise BuildFailed(f"{self.path / min(foreign)} was not written by this command; move it away.")
        gone = sorted(before - tree.keys())
        self.path.mkdir(parents=True, exist_ok=True)
        self._list(before | tree.keys())
        changed = sum(self._put(name, content) for name, content in tree.items())
        for name in gone:
            self._remove(name)
        self._list(set(tree))
        return changed + len(gone)

    def _made(self) -> set[str]:
        try:
            names = json.loads((self.path / MADE).read_text(encoding="utf-8"))["files"]
        except FileNotFoundError:
            return set()
        except (ValueError, KeyError, TypeError):
            raise BuildFailed(f"{self.path / MADE} cannot be read; remove the folder and write it anew.") from None
        return {name for name in names if isinstance(name, str) and _inside(name)}

    def _list(self, names: set[str]) -> None:
        text = json.dumps({"made by": "sam-gen write", "files": sorted(names)}, ensure_ascii=False, indent=1)
        self._put(MADE, f"{text}\n".encode())

    def _put(self, name: str, content: bytes | Path) -> bool:
        """Write one file if it differs: beside it first, then under its name."""
        path, data = self.path / name, content if isinstance(content, bytes) else content.read_bytes()
        if path.is_file() and not path.is_symlink() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.path / _DRAFT
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        return True

    def _remove(self, name: str) -> None:
        path = self.path / name
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == self.path or not folder.is_dir() or any(folder.iterdir()):
                return
            folder.rmdir()


def _inside(name: str) -> bool:
    """Whether a name from the list stays in the folder; the list may have been edited."""
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts

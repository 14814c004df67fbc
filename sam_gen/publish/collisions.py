"""A hand-written page at a generated address: MkDocs would silently let one of the two win."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.structure.files import Files

from sam_gen.model.place import Place
from sam_gen.model.problem import Problem


def collisions(generated: Iterable[str], files: Files, docs: Path) -> list[Problem]:
    """Return a problem for each hand-written file whose page would have the address of a generated one."""
    targets = {_target(uri): uri for uri in generated}
    problems = []
    for file in files:
        if file.is_documentation_page() and file.generated_by is None and _target(file.src_uri) in targets:
            place = Place((docs / file.src_uri).relative_to(docs.parent).as_posix(), 1, 1)
            message = "a page is generated at this address"
            problems.append(Problem(place, "SAM008", message, "Give the hand-written page another name."))
    return problems


def _target(uri: str) -> str:
    """Return the address of a source file, as a file system that ignores case would see it."""
    path = uri.removesuffix(".md")
    for index in ("index", "README"):
        if path == index or path.endswith(f"/{index}"):
            path = path.removesuffix(index).removesuffix("/")
    return path.casefold()

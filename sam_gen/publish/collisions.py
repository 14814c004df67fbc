"""A hand-written page at a generated address: MkDocs would silently let one of the two win."""

from __future__ import annotations

from collections.abc import Iterable

from sam_gen.model.place import Place
from sam_gen.model.problem import Problem


def collisions(generated: Iterable[str], written: Iterable[str], docs: str) -> list[Problem]:
    """Return a problem for each hand-written file whose page would have the address of a generated one.

    Both are paths of Markdown files below the docs folder, which is called `docs` in messages.
    """
    taken = {_address(uri) for uri in generated}
    message, remedy = "a page is generated at this address", "Give the hand-written page another name."
    return [
        Problem(Place(f"{docs}/{uri}", 1, 1), "SAM008", message, remedy)
        for uri in sorted(written)
        if _address(uri) in taken
    ]


def _address(uri: str) -> str:
    """Return the address of a source file, as a file system that ignores case would see it."""
    path = uri.removesuffix(".md")
    for index in ("index", "README"):
        if path == index or path.endswith(f"/{index}"):
            path = path.removesuffix(index).removesuffix("/")
    return path.casefold()

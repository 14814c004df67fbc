"""A file that holds no fields: nothing, a list, one piece of text, or a web page that was saved in its place."""

from __future__ import annotations

from sam_gen.model.place import Place, PlacedList, PlacedText, Raw
from sam_gen.model.problem import Problem
from sam_gen.reading.syntax import colon_trouble


def is_web_page(text: str) -> bool:
    """Whether a file is what a browser shows."""
    return text[:1000].lstrip().lower().startswith(("<!doctype", "<html"))


def no_fields(root: Raw, text: str, name: str) -> Problem:
    """Say what a file holds instead of fields; a colon that YAML does not see is named before anything else."""
    if isinstance(root, PlacedText):
        trouble = colon_trouble(text.split("\n")[root.place.line - 1])
        if trouble:
            column, *words = trouble
            return Problem(root.place._replace(column=column + 1), "SAM010", *words)
    if is_web_page(text):
        remedy = "Save the file itself, not the page that shows it or asks for a password."
        return Problem(Place(name, 1, 1), "SAM019", "expected fields, found a web page", remedy)
    remedy = "Begin with a line like “field: value”."
    if root is None:
        return Problem(Place(name, 1, 1), "SAM019", "expected fields, found nothing", remedy)
    found = "a list" if isinstance(root, PlacedList) else "one piece of text"
    return Problem(root.place, "SAM019", f"expected fields, found {found}", remedy)

"""What a scalar type says to a value that it does not take."""

from __future__ import annotations

from typing import Any

from pydantic_core import PydanticCustomError


def refuse(code: str, message: str, remedy: str = "", **more: Any) -> PydanticCustomError:
    """Build the error that the reader turns into a Problem.

    `wrong` and `choices` let the reader offer the likely right word. It does so for the problems it lists: a file
    may hold a hundred thousand wrong words, and looking for the nearest takes time.
    """
    return PydanticCustomError(code, "{message}", {"message": message, "remedy": remedy, **more})


def text_of(value: Any, what: str) -> str:
    """Return the text behind a value, or refuse a list or mapping that stands where text is asked for."""
    if isinstance(value, str):
        return str(value)
    kind = "a list" if isinstance(value, list) else "a record with fields"
    remedy = (
        "If it is text that begins with [ or {, put it in double quotes." if "text" in what else f"Write {what} alone."
    )
    raise refuse("SAM032", f"expected {what}, found {kind}", remedy)

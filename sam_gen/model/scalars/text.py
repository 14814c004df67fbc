"""Text as it was typed: lines, labels, letters, prose and the bodies of lessons."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import PlainValidator

from sam_gen.model.problem import quoted
from sam_gen.model.scalars.refusal import refuse, text_of

LONGEST_LINE = 300
LONGEST_PROSE = 4000
LONGEST_LABEL = 40


def read_line(value: Any) -> str:
    """Read one line of text that is neither empty nor too long."""
    text = text_of(value, "one line of text")
    if not text.strip():
        raise refuse("SAM036", "the text is empty", "Leave the key without a value if it is not known yet.")
    if "\n" in text:
        raise refuse("SAM036", "one line of text is asked for, found several", "Put it on one line.")
    if len(text) > LONGEST_LINE:
        raise refuse("SAM036", f"{len(text)} characters, at most {LONGEST_LINE} fit", "Shorten the text.")
    return text


def _read_prose(value: Any) -> str:
    text = text_of(value, "text")
    if not text.strip():
        raise refuse("SAM036", "the text is empty", "Leave the key without a value if it is not known yet.")
    if len(text) > LONGEST_PROSE:
        raise refuse("SAM036", f"{len(text)} characters, at most {LONGEST_PROSE} fit", "Shorten the text.")
    return text


def _read_label(value: Any) -> str:
    text = read_line(value)
    if len(text) > LONGEST_LABEL:
        raise refuse("SAM036", f"{len(text)} characters, at most {LONGEST_LABEL} fit", "Use a word or two.")
    return text


def _read_letter(value: Any) -> str:
    text = text_of(value, "one letter")
    if not (len(text) == 1 and text.isalnum()):
        raise refuse("SAM036", f"{quoted(text)} is not one letter", "Write a single letter or digit: V.")
    return text


Line = Annotated[str, PlainValidator(read_line)]
"""One line of plain text, shown exactly as typed."""

Label = Annotated[str, PlainValidator(_read_label)]
"""A word or two that stand beside a mark or in a table, shown exactly as typed."""

Letter = Annotated[str, PlainValidator(_read_letter)]
"""One letter or digit that stands in a box."""

Prose = Annotated[str, PlainValidator(_read_prose)]
"""A short text in restricted Markdown: paragraphs, lists, emphasis, links; no HTML, no images."""

Body = Annotated[str, PlainValidator(lambda value: text_of(value, "text"))]
"""The text of a lesson or tool: Markdown, checked by the reader as it takes the file apart."""

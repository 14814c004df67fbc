"""Ids, and references to the record of an id: `mira-holm`, or `team/mira-holm` where several lists are meant."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from hashlib import blake2b
from typing import Annotated, Any

from pydantic import PlainValidator

from sam_gen.model.problem import quoted
from sam_gen.model.scalars.refusal import refuse, text_of
from sam_gen.model.scalars.text import LONGEST_LINE

LONGEST_TAG = 30
ID_PATTERN = r"[a-z0-9][a-z0-9-]{0,79}"
ID_RULE = "An id has small letters a-z, digits and hyphens, at most 80, and begins with a letter or digit."
REFERENCE_PATTERN = rf"(?:[a-z_]+/)?{ID_PATTERN}"


def _read_id(value: Any) -> str:
    text = text_of(value, "an id")
    if not re.fullmatch(ID_PATTERN, text):
        raise refuse("SAM037", f"{quoted(text)} is not an id", _id_remedy(text))
    return text


def _id_remedy(text: str) -> str:
    return f"{ID_RULE} For example: {slug(text)}." if re.search(r"\w", text) else ID_RULE


def slug(text: str) -> str:
    """Make an id of a name: ASCII letters and digits, hyphens between; a short digest where none are left.

    Only the beginning counts: decomposing a long row of accents takes time that grows with its square.
    """
    plain = (
        unicodedata.normalize("NFKD", text[:LONGEST_LINE].translate(_LETTERS))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return words or f"x-{blake2b(text.encode(errors='surrogatepass'), digest_size=4).hexdigest()}"


_LETTERS = str.maketrans(
    {"ß": "ss", "ẞ": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d"}
    | {"þ": "th", "Þ": "th", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ı": "i"}
)
"""Letters of European names that have no ASCII letter inside: without these, Bjørn would become bjrn."""


Id = Annotated[str, PlainValidator(_read_id)]


@dataclass(frozen=True)
class RefersTo:
    """Marks a field as a reference; `lists` are looked up in order."""

    lists: tuple[str, ...]


def _read_reference(value: Any) -> str:
    text = text_of(value, "an id")
    if not re.fullmatch(REFERENCE_PATTERN, text):
        raise refuse("SAM037", f"{quoted(text)} is not an id", _id_remedy(key_of(text)))
    return text


def key_of(reference: str | None) -> str:
    """Return the bare id of a reference: of `team/mira-holm` and of `mira-holm` alike; nothing where none is given.

    Which list the id is in, the field knows; where it may be one of several, ask `startswith("people/")` first.
    """
    return (reference or "").rpartition("/")[2]


Ours = Annotated[str, PlainValidator(_read_reference), RefersTo(("team",))]
Theirs = Annotated[str, PlainValidator(_read_reference), RefersTo(("people",))]
Anybody = Annotated[str, PlainValidator(_read_reference), RefersTo(("team", "people"))]
TierId = Annotated[str, PlainValidator(_read_reference), RefersTo(("tiers",))]
InitiativeId = Annotated[str, PlainValidator(_read_reference), RefersTo(("initiatives",))]
UnitId = Annotated[str, PlainValidator(_read_reference), RefersTo(("units",))]
OfferingId = Annotated[str, PlainValidator(_read_reference), RefersTo(("offerings",))]
StageId = Annotated[str, PlainValidator(_read_reference), RefersTo(("stages",))]
DimensionId = Annotated[str, PlainValidator(_read_reference), RefersTo(("dimensions",))]
IndicatorId = Annotated[str, PlainValidator(_read_reference), RefersTo(("indicators",))]
SignalId = Annotated[str, PlainValidator(_read_reference), RefersTo(("signals",))]
QuestionId = Annotated[str, PlainValidator(_read_reference), RefersTo(("questions",))]
FunctionId = Annotated[str, PlainValidator(_read_reference), RefersTo(("functions",))]
LevelId = Annotated[str, PlainValidator(_read_reference), RefersTo(("levels",))]
ObjectiveId = Annotated[str, PlainValidator(_read_reference), RefersTo(("objectives",))]
CriterionId = Annotated[str, PlainValidator(_read_reference), RefersTo(("criteria",))]
CompetencyId = Annotated[str, PlainValidator(_read_reference), RefersTo(("competencies",))]
ToolId = Annotated[str, PlainValidator(_read_reference), RefersTo(("tools",))]
LessonId = Annotated[str, PlainValidator(_read_reference), RefersTo(("lessons",))]


def _read_rule_code(value: Any) -> str:
    text = text_of(value, "a rule")
    if not re.fullmatch(r"SAM[1-9]\d\d", text, re.ASCII):
        likely = [code for code in [text.strip().upper()] if re.fullmatch(r"SAM[1-9]\d\d", code, re.ASCII)]
        message = f"{quoted(text)} is not the code of a rule"
        raise refuse("SAM033", message, "Write it as in the finding: SAM101.", wrong=text, choices=likely)
    return text


RuleCode = Annotated[str, PlainValidator(_read_rule_code)]


def _read_tag(value: Any) -> str:
    text = text_of(value, "a tag")
    if not re.fullmatch(ID_PATTERN, text) or len(text) > LONGEST_TAG:
        raise refuse("SAM037", f"{quoted(text)} is not a tag", _id_remedy(text))
    return text


Tag = Annotated[str, PlainValidator(_read_tag)]
"""A word to find accounts by, written like an id."""

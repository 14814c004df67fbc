"""The nouns of `playbook/questions/`: what a leader may ask in a coaching talk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import PlainValidator

from sam_gen.model.conditions import Condition
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import CompetencyId, DimensionId, Id, Line, Many, StageId, key_of, read_line, refuse


def _read_ask(value: Any) -> str:
    text = read_line(value)
    if not text.endswith("?"):
        raise refuse("SAM071", "this is not a question", "End it with a question mark, or write it as one.")
    return text


Ask = Annotated[str, PlainValidator(_read_ask)]
"""One line of plain text that ends with a question mark."""


SLOTS = (
    "client", "decider", "champion", "odd_one", "silent", "silent_since", "met", "met_day", "meeting_day",
    "contract_day", "review_day", "initiative", "quiet_initiative",
)  # fmt: skip
"""What may stand in braces in `here`; advise/slots.py says what each is filled with."""

_SLOT = re.compile(r"\{([^{}]*)\}")


def _read_here(value: Any) -> str:
    text = _read_ask(value)
    unknown = [slot for slot in _SLOT.findall(text) if slot not in SLOTS]
    if unknown or "{" in _SLOT.sub("", text) or "}" in _SLOT.sub("", text):
        found = f"{{{unknown[0]}}} is no slot" if unknown else "a brace stands alone"
        raise refuse("SAM071", found, f"Slots are {', '.join(SLOTS)}.")
    return text


Here = Annotated[str, PlainValidator(_read_here)]
"""A question with slots in braces for the facts of an account."""


class Question(Record):
    """One question of the bank, for a talk about an account."""

    id: Id = shared("What links write; once in all files of the bank.")
    ask: Ask = shared("The question, word for word as one would say it.")
    here: Here | None = shared(
        "The same with facts of the account in it: {client}, {decider}, {met}; asked where the file knows them.",
        default=None,
    )
    stages: Many[StageId] = shared("The stages it fits, from models/continuum.yml; without any, all.", default=())
    dimension: DimensionId = shared("The side of the relationship it is about.")
    competency: CompetencyId = shared("The competency it lets somebody show.")
    when: Line = shared("What one would have seen in the file or in the talk before asking it.")
    only_if: Many[Condition] = shared(
        "What the file must show before it is offered, of the conditions on the bank's page; without any, you judge.",
        default=(),
    )
    listen_for: Line = shared("What a good answer has in it.")
    follow_up: Ask = shared("What to ask next, whatever the answer was.")
    red_flag: Line = shared("The answer that shows a hole.")

    @property
    def slots(self) -> tuple[str, ...]:
        """The slots in its wording for an account."""
        return tuple(_SLOT.findall(self.here or ""))

    def asked(self, facts: Mapping[str, str]) -> str:
        """Return its wording with facts for the slots; as it stands in the bank if it has none, or one is not known."""
        if not self.here or not self.names_facts(facts):
            return self.ask
        return _SLOT.sub(lambda slot: facts[slot[1]], self.here)

    def names_facts(self, facts: Mapping[str, str]) -> bool:
        """Whether it has slots, and every one of them can be filled."""
        return bool(self.slots) and all(slot in facts for slot in self.slots)

    @property
    def stage_ids(self) -> tuple[str, ...]:
        """The bare ids of its stages."""
        return tuple(key_of(stage) for stage in self.stages)

    @property
    def dimension_id(self) -> str:
        """The bare id of its dimension."""
        return key_of(self.dimension)

    @property
    def competency_id(self) -> str:
        """The bare id of its competency."""
        return key_of(self.competency)


class QuestionFile(Record):
    """A file of `playbook/questions/`."""

    questions: Many[Question] = shared("Questions that belong together; files are read in the order of their names.")

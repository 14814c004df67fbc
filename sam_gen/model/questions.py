"""The nouns of `playbook/questions/`: what a leader may ask in a coaching talk."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import PlainValidator

from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import CompetencyId, DimensionId, Id, Line, Many, StageId, read_line, refuse


def _read_ask(value: Any) -> str:
    text = read_line(value)
    if not text.endswith("?"):
        raise refuse("SAM071", "this is not a question", "End it with a question mark, or write it as one.")
    return text


Ask = Annotated[str, PlainValidator(_read_ask)]
"""One line of plain text that ends with a question mark."""


class Question(Record):
    """One question of the bank, for a talk about an account."""

    id: Id = shared("What links write; once in all files of the bank.")
    ask: Ask = shared("The question, word for word as one would say it.")
    stages: Many[StageId] = shared("The stages it fits, from models/continuum.yml; without any, all.", default=())
    dimension: DimensionId = shared("The side of the relationship it is about.")
    competency: CompetencyId = shared("The competency it lets somebody show.")
    when: Line = shared("What one would have seen in the file or in the talk before asking it.")
    listen_for: Line = shared("What a good answer has in it.")
    follow_up: Ask = shared("What to ask next, whatever the answer was.")
    red_flag: Line = shared("The answer that shows a hole.")

    @property
    def stage_ids(self) -> tuple[str, ...]:
        """The bare ids of its stages."""
        return tuple(stage.rpartition("/")[2] for stage in self.stages)

    @property
    def dimension_id(self) -> str:
        """The bare id of its dimension."""
        return self.dimension.rpartition("/")[2]

    @property
    def competency_id(self) -> str:
        """The bare id of its competency."""
        return self.competency.rpartition("/")[2]


class QuestionFile(Record):
    """A file of `playbook/questions/`."""

    questions: Many[Question] = shared("Questions that belong together; files are read in the order of their names.")

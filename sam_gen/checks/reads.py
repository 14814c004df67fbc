"""The fields a rule reads, found in the model by the names that stand in the YAML."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic.fields import FieldInfo

from sam_gen.model.account import Account
from sam_gen.model.becoming import Becoming
from sam_gen.model.curriculum import Lesson, Tool
from sam_gen.model.facilitation import Facilitation
from sam_gen.model.onboarding import Onboarding
from sam_gen.model.questions import Question
from sam_gen.model.record import Audience, Record
from sam_gen.reading.shape import shape_of

_PLAYBOOK: Mapping[str, type[Record]] = {
    "questions": Question,
    "lessons": Lesson,
    "tools": Tool,
    "onboarding": Onboarding,
    "becoming": Becoming,
    "facilitation": Facilitation,
}
"""Records of the playbook by the word a path to one of their fields begins with."""


def fields(path: str) -> tuple[FieldInfo, ...]:
    """Return the fields along a path such as `people.owner`; raises KeyError where there is none."""
    root, *names = path.split(".")
    shape = shape_of(_PLAYBOOK.get(root, Account))
    found = []
    for name in names if root in _PLAYBOOK else (root, *names):
        keys = {info.alias or key: info for key, info in shape.record.model_fields.items()}
        found.append(keys[name])
        shape = shape.records.get(name, shape)
    return tuple(found)


def audiences(path: str) -> tuple[Audience, ...]:
    """Return who may see each field along a path."""
    return tuple(audience(info) for info in fields(path))


def audience(info: FieldInfo) -> Audience:
    """Return who may see a field."""
    extra = info.json_schema_extra
    return Audience(str(extra["audience"])) if isinstance(extra, dict) else Audience.RESTRICTED

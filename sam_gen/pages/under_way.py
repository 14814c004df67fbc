"""What we have planned already with somebody of theirs, in words: in place of advice to begin with it."""

from __future__ import annotations

from sam_gen.assess.agenda import Item, ItemKind, meetings_to_come
from sam_gen.assess.sponsors import small
from sam_gen.assess.steps_about import next_step
from sam_gen.model.people import Meeting, Person
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Sight
from sam_gen.pages.words import listed


def under_way(sight: Sight, person: Person) -> tuple[str, str] | None:
    """Return the agreed meeting with somebody or the open step that names them, with who and when; else None.

    Whichever comes first; a meeting comes before a step that is late or has no day. Only one small enough to talk
    counts: an assembly leads to no peer.
    """
    account, as_of = sight.account, sight.as_of
    step = next_step(account, person, as_of)
    coming = meetings_to_come(account, as_of)
    meeting = next((one for one in coming if small(one) and person.key in map(key_of, one.theirs)), None)
    if meeting and (step is None or step.overdue or step.due is None or meeting.date <= step.due):
        return f"{person.name}: {meeting.what}", _agreed(sight, meeting)
    return (f"{person.name}: {step.what}", _planned(sight, step)) if step else None


def _agreed(sight: Sight, meeting: Meeting) -> str:
    ours = listed([name for name in map(sight.names.full, meeting.ours) if name])
    return f"agreed: {ours or 'nobody of ours named'}, {sight.day(meeting.date)}"


def _planned(sight: Sight, step: Item) -> str:
    said = "promised" if step.kind is ItemKind.PROMISE else "planned"
    late = f", {-step.days} d late" if step.overdue and step.days is not None else ""
    return f"{said}: {sight.owner(step.owner)}, {sight.day(step.due) if step.due else 'no day yet'}{late}"

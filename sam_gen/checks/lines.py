"""YAML to copy: lines that are true for the ids and the day of one account.

Only somebody with an id of their own can be referred to; where it lacks, the line leaves them out, or there is none.
"""

from __future__ import annotations

import datetime

from sam_gen.assess.people import Standing
from sam_gen.checks.facts import Facts
from sam_gen.checks.planned import met_next, next_step, to_prove
from sam_gen.model.people import Meeting, PersonStatus
from sam_gen.model.scalars import key_of

_DAYS = 14
"""Days ahead of a new date that a line proposes; whoever copies it writes the agreed one."""


def ahead(facts: Facts) -> datetime.date:
    """Return the day a line proposes for a next step."""
    return facts.as_of + datetime.timedelta(days=_DAYS)


def theirs_id(facts: Facts, theirs: str | None) -> str:
    """Return the id of one of theirs if they have one of their own."""
    key = key_of(theirs)
    return key if any(person.id == key for person in facts.account.people) else ""


def talk(facts: Facts, theirs: str, ours: str | None = None) -> str:
    """Write a talk of today with one of theirs, by whoever of ours it is or the lead."""
    who, whom = key_of(ours or facts.account.lead), theirs_id(facts, theirs)
    by = f"ours: [{who}], " if who else ""
    return f"contacts:\n  - {{date: {facts.as_of}, {by}theirs: [{whom}], what: What was said}}" if whom else ""


def goes(facts: Facts, who: Standing) -> str | None:
    """Return whom `planned` asks about somebody, so that the line notes the talk of who has it; else the owner."""
    agreed, step = met_next(facts, who.person.key), next_step(facts, who)
    sooner = step and step.due and not step.overdue and agreed and step.due < agreed.date
    if agreed and not sooner:
        proof = to_prove(facts, who, agreed)
        return (proof and proof.owner) or _sits(facts, agreed, who)
    return (step and step.owner) or who.person.owner


def owner(facts: Facts, who: Standing) -> str:
    """Write that whoever of ours meets somebody next, or has a step with them, looks after them; else our lead."""
    agreed, step = met_next(facts, who.person.key), next_step(facts, who)
    key = _sits(facts, agreed, who) if agreed else key_of((step and step.owner) or facts.account.lead)
    return f"owner: {key}" if key else ""


def _sits(facts: Facts, agreed: Meeting, who: Standing) -> str:
    going = [key_of(one) for one in agreed.ours]
    own = key_of(who.person.owner)
    return own if own in going else next(iter(going), key_of(facts.account.lead))


def meeting(facts: Facts, theirs: str | None = None) -> str:
    """Write a meeting in two weeks."""
    key, lead = theirs_id(facts, theirs), key_of(facts.account.lead)
    whom = f", theirs: [{key}]" if key else ""
    by = f", ours: [{lead}]" if lead else ""
    return f"meetings:\n  - {{date: {ahead(facts)}, what: What it is about{by}{whom}}}"


def action(facts: Facts, what: str, owner: str | None = None) -> str:
    """Write a next step of ours; the words of the step are plain and free of YAML's signs."""
    who = key_of(owner or facts.account.lead)
    by = f", owner: {who}" if who else ""
    return f"actions:\n  - {{what: {what}{by}, due: {ahead(facts)}}}"


def feedback(facts: Facts, theirs: str | None) -> str:
    """Write what somebody said of us today."""
    key = theirs_id(facts, theirs)
    whom = f", who: {key}" if key else ""
    return f"feedback:\n  - {{date: {facts.as_of}{whom}, said: What they said, wants: What they asked for}}"


def validation(facts: Facts, theirs: str | None) -> str:
    """Write that somebody went through the plan today; it needs a name."""
    key = theirs_id(facts, theirs)
    return f"validation:\n  - {{date: {facts.as_of}, who: {key}, changed: [What they changed]}}" if key else ""


def validation_again(facts: Facts, theirs: str | None) -> str:
    """Write that they went through the plan again: the one of last time, or their manager, or a key player."""
    gone = facts.left(f"people/{key_of(theirs)}")
    if not gone:
        return validation(facts, theirs)
    here = [who.person.key for who in facts.people if who.person.status is PersonStatus.ACTIVE]
    above = [key for key in here if key == key_of(gone.reports_to)]
    first = next(iter([*above, *(who.person.key for who in facts.key_players)]), None)
    return (
        validation(facts, first)
        or f"validation:\n  - date: {facts.as_of}\n    who: # ask whom\n    changed: [What they changed]"
    )


def voice(facts: Facts, theirs: str) -> str:
    """Write how somebody stands on an initiative; it needs a name."""
    key, by = theirs_id(facts, theirs), _by(facts)
    return f"voices:\n  - {{person: {key}, stand: for, basis: observed, as_of: {facts.as_of}{by}}}" if key else ""


def claim(facts: Facts, field: str, value: str) -> str:
    """Write a claim seen today, below a person."""
    return f"{field}: {{value: {value}, basis: observed, as_of: {facts.as_of}{_by(facts)}}}"


def sign(facts: Facts, indicator: str) -> str:
    """Write an indicator seen today."""
    seen = f"basis: observed, as_of: {facts.as_of}{_by(facts)}, evidence: What was seen"
    return f"position:\n  evidence:\n    - {{indicator: {key_of(indicator)}, {seen}}}"


def _by(facts: Facts) -> str:
    lead = key_of(facts.account.lead)
    return f", by: {lead}" if lead else ""

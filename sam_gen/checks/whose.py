"""Who of ours acts on a finding: the owner of the record, or of the tie to the person, else the lead."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from sam_gen.checks.facts import Facts
from sam_gen.model.identity import Identified
from sam_gen.model.scalars import key_of

_OWNED_BY: Mapping[str, str] = {
    "people": "owner",
    "actions": "owner",
    "objectives": "owner",
    "opportunities": "owner",
    "risks": "owner",
    "promises": "by",
    "resources": "who",
}
"""The lists whose records name one of us, and where."""


class Whose:
    """The owners of one account's records, looked up once."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def acts(self, subject: str) -> str | None:
        """Return the id of the one of us for a subject, `list/id`; None while nobody leads the account."""
        name, _, key = subject.partition("/")
        if name == "team":
            return self.ours(key) or self.lead
        return self.ours(self._owners.get((name, key))) or self.lead

    def ours(self, reference: str | None) -> str | None:
        """Return the bare id if it is one of us."""
        key = key_of(reference)
        return key if key in self._team and not (reference or "").startswith("people/") else None

    @cached_property
    def lead(self) -> str | None:
        """The lead, who acts where nobody else does."""
        return self.ours(self._facts.account.lead)

    @cached_property
    def _team(self) -> frozenset[str]:
        return frozenset(colleague.id for colleague in self._facts.playbook.team)

    @cached_property
    def _owners(self) -> Mapping[tuple[str, str], str | None]:
        account = self._facts.account
        return {
            (name, record.key): getattr(record, field)
            for name, field in _OWNED_BY.items()
            for record in getattr(account, name)
            if isinstance(record, Identified)
        }

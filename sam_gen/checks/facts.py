"""`Facts`: what the rules look at, worked out once for each account."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sam_gen.assess.agenda import Item, ItemKind, meetings_to_come, open_items, open_steps
from sam_gen.assess.consensus import Consensus, consensus
from sam_gen.assess.coverage import LivePairs, live_pairs, within
from sam_gen.assess.diagnosis import Diagnosed, diagnose
from sam_gen.assess.introductions import Way, introductions
from sam_gen.assess.opportunities import Judged, judged
from sam_gen.assess.people import Standing, standings, tier_of
from sam_gen.assess.plan import open_opportunities
from sam_gen.assess.removal import Removal, removals
from sam_gen.model.account import Account
from sam_gen.model.care import Decision
from sam_gen.model.people import Contact, Meeting, Person, PersonStatus
from sam_gen.model.place import Place
from sam_gen.model.plan import Action, Objective, Opportunity, Promise
from sam_gen.model.playbook import Method, Playbook, Tier
from sam_gen.model.project import Lost
from sam_gen.model.scalars import key_of, slug


@dataclass(frozen=True)
class Facts:
    """One account, the playbook and one day, with the assessments that several rules need."""

    account: Account
    playbook: Playbook
    as_of: datetime.date
    pinned: bool = False
    """Whether playbook.yml fixes the day, so that nothing later can have happened."""
    unused: tuple[int, ...] = ()
    """Which ignores no finding matched; known once the other rules have been judged."""
    codes: frozenset[str] = field(default_factory=frozenset)
    """The codes of all rules."""
    lost: tuple[Lost, ...] = ()
    """Of a case: what was left out because the models have no such entry."""

    @property
    def method(self) -> Method:
        """Return the models that the rules take their limits from."""
        return self.playbook.method

    @cached_property
    def people(self) -> tuple[Standing, ...]:
        """Return everybody who has not left."""
        return standings(self.account, self.playbook, self.as_of)

    @cached_property
    def key_players(self) -> tuple[Standing, ...]:
        """Return the key players who sit in their post."""
        return tuple(who for who in self.people if who.key_player and who.person.status is PersonStatus.ACTIVE)

    @cached_property
    def ways(self) -> Mapping[str, Way]:
        """Return how somebody could be introduced to each key player out of touch, by id."""
        return {way.target.person.key: way for way in introductions(self.account, self.playbook, self.as_of)}

    @cached_property
    def gone(self) -> Mapping[str, Person]:
        """Return who has left, by id."""
        return {person.key: person for person in self.account.people if person.gone(self.as_of)}

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Return what is open."""
        return open_items(self.account, self.as_of)

    @cached_property
    def steps(self) -> tuple[Item, ...]:
        """Return what is open with the answers to risks."""
        return open_steps(self.account, self.as_of)

    @cached_property
    def objectives(self) -> tuple[Objective, ...]:
        """Return the open objectives."""
        return tuple(item.record for item in self.items if isinstance(item.record, Objective))

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """Return the open actions."""
        return tuple(item.record for item in self.items if isinstance(item.record, Action))

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Return the open promises."""
        return tuple(item.record for item in self.items if isinstance(item.record, Promise))

    @cached_property
    def decisions(self) -> tuple[Item, ...]:
        """Return the open decisions of reviews that no action and no promise carries."""
        return tuple(item for item in self.items if item.kind is ItemKind.DECISION)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """Return the agreed meetings from today on."""
        return meetings_to_come(self.account, self.as_of)

    @cached_property
    def talks(self) -> tuple[Contact, ...]:
        """Return the talks of the days that count."""
        window = self.method.people.talks_window
        return tuple(talk for talk in self.account.contacts if within(talk.date, window, self.as_of))

    @cached_property
    def opportunities(self) -> tuple[Opportunity, ...]:
        """Return the open opportunities."""
        return open_opportunities(self.account, self.as_of)

    @cached_property
    def judged(self) -> tuple[Judged, ...]:
        """Return the open opportunities with both classes."""
        return judged(self.account, self.playbook, self.as_of)

    @cached_property
    def pairs(self) -> LivePairs:
        """Return who of ours and theirs have talked lately."""
        return live_pairs(self.account, self.playbook, self.as_of)

    @cached_property
    def removals(self) -> tuple[Removal, ...]:
        """Return whose leaving would cost something."""
        return removals(self.account, self.playbook, self.as_of)

    @cached_property
    def consensus(self) -> tuple[Consensus, ...]:
        """Return how far their people agree on each initiative."""
        return consensus(self.account, self.people, self.method.people, self.as_of)

    @cached_property
    def diagnosed(self) -> Diagnosed:
        """Return where the evidence puts the relationship."""
        return diagnose(self.account, self.playbook, self.as_of)

    @cached_property
    def tier(self) -> Tier | None:
        """Return the tier; None if the account has none yet."""
        return tier_of(self.account, self.playbook)

    @property
    def top_tier(self) -> bool:
        """Whether the account is in the tier of the most care."""
        return self.tier is not None and self.tier == self.playbook.settings.tiers[0]

    def at(self, name: str) -> Place:
        """Return where a field of the account stands."""
        return self.account.place_of(name)

    def name(self, reference: str | None) -> str:
        """Return the full name behind a reference, on either side; a bare id is looked for among us first."""
        key = key_of(reference)
        if not (reference or "").startswith("people/") and key in self._ours:
            return self._ours[key]
        return self._theirs.get(key, "nobody")

    def left(self, reference: str | None) -> Person | None:
        """Return the person of theirs behind a reference if they have left."""
        key = key_of(reference)
        if not (reference or "").startswith("people/") and key in self._ours:
            return None
        return self.gone.get(key)

    def ask(self, reference: str | None, question: str) -> str:
        """Put a question to somebody by name; if they have left, to their manager or whoever follows; else nothing."""
        gone = self.left(reference)
        if gone:
            return f"{self._after(gone)}, {question}"
        return f"{self.name(reference)}, {question}" if self._known(reference) else ""

    def ask_of_task(self, reference: str | None, question: str) -> str:
        """Put a question about an action or a decision to whoever carries it, or our lead if they have left."""
        whom = self.account.lead if self.left(reference) else reference
        return f"{self.name(whom)}, {question}" if self._known(whom) else ""

    def _known(self, reference: str | None) -> bool:
        return reference is not None and (key_of(reference) in self._ours or key_of(reference) in self._theirs)

    def _after(self, gone: Person) -> str:
        """Return who answers in the place of somebody who has left: their manager if live, or whoever follows."""
        above = key_of(gone.reports_to)
        names = (who.person.name for who in self.people if who.person.key == above and _active(who))
        return next(names, f"Whoever follows {gone.name}")

    @cached_property
    def _ours(self) -> Mapping[str, str]:
        return {colleague.id: colleague.name for colleague in self.playbook.team}

    @cached_property
    def _theirs(self) -> Mapping[str, str]:
        return {person.key: person.name for person in self.account.people}

    @cached_property
    def units(self) -> Mapping[str, str]:
        """Return the names of their units, by id."""
        return {unit.key: unit.name for unit in self.account.units}

    @cached_property
    def offerings(self) -> Mapping[str, str]:
        """Return the names of our offerings, by id."""
        return {offering.id: offering.name for offering in self.playbook.offerings}

    def age(self, date: datetime.date) -> int:
        """Return the days since a date."""
        return (self.as_of - date).days


def _active(who: Standing) -> bool:
    return who.person.status is PersonStatus.ACTIVE


_LIST_OF = {ItemKind.ACTION: "actions", ItemKind.PROMISE: "promises", ItemKind.OBJECTIVE: "objectives"}


def subject_of(item: Item) -> str:
    """Return what an open item is called in a finding: list/id; a decision has no id, its text stands in."""
    if isinstance(item.record, Decision):
        return f"reviews/{slug(item.what)}"
    return f"{_LIST_OF[item.kind]}/{item.record.key}"

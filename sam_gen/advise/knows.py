"""Who at the client could answer a question about a colleague."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from sam_gen.advise.question import Form, Question
from sam_gen.assess.agenda import meetings_to_come
from sam_gen.assess.people import Standing
from sam_gen.model.account import Account
from sam_gen.model.people import PersonStatus, TieKind
from sam_gen.model.place import Place
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

DOWN = 2
"""So many levels below them somebody still knows how a colleague of another function sees a thing. Convention."""
UP = 1
"""So many levels above them. Convention."""


May = Callable[[Standing], bool]


def may_be_sounded(who: Standing) -> bool:
    """Whether somebody may be asked how a colleague sees us.

    Not who has said that they are not for us: to them it is a way round their own word.
    """
    return who.support is None or who.backs_us


class Helpers:
    """Who at the client could answer a question, and who of them comes to the next meeting."""

    def __init__(self, account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date) -> None:
        coming = meetings_to_come(account, as_of)[:1]
        self.there = {key_of(who) for meeting in coming for who in meeting.theirs}
        self.names = {who.person.key: who.person.name for who in people}
        self.names_there = {who.person.name for who in people if self.comes(who)}
        self.manager = {who.person.key: key_of(who.person.reports_to) for who in people}
        ties = {(tie.kind, key_of(tie.from_), key_of(tie.to)) for tie in account.influences}
        self.ties = {(one, other) for kind, one, other in ties if kind is TieKind.INFLUENCES}
        self.odds = {frozenset((one, other)) for kind, one, other in ties if kind is TieKind.CONFLICT}
        self.talking = [who for who in people if who.last_talk and who.person.status is PersonStatus.ACTIVE]
        self.levels = [level.id for level in playbook.method.people.levels]

    def comes(self, who: Standing) -> bool:
        """Whether somebody will be at the next meeting."""
        return who.person.key in self.there

    def ask(
        self, text: str, about: Standing | None, why: str, place: Place, form: Form, *, may: May | None = None
    ) -> Question | None:
        """Put a question about somebody, or about nobody in particular, to who can answer it; None if nobody can.

        `may` says who is asked at all.
        """
        whom = self._name(about, may)
        return Question(text, whom, why, place, there=whom in self.names_there, form=form) if whom else None

    def put(self, text: str, whom: Standing | None, why: str, place: Place, form: Form) -> Question:
        """Put a question to somebody; where there is nobody, to who comes, is for us or was met lately."""
        name = whom.person.name if whom else self._name(None)
        return Question(text, name, why, place, there=name in self.names_there, form=form)

    def one_house(self, about: Standing) -> May:
        """Return who works in one line or one function with somebody, or may, as far as the file says."""
        function = about.person.function
        return lambda who: (
            self._tied(who.person.key, about.person.key)
            or not (function and who.person.function)
            or who.person.function == function
        )

    def _name(self, about: Standing | None, may: May | None = None) -> str:
        """Name who should be asked: the person themself if they come, else who comes, is near, for us, met lately."""
        if about and self.comes(about):
            return about.person.name
        others = [who for who in self.talking if who is not about and not self._at_odds(who, about)]
        if not others:
            return "whoever knows the house"
        near = [who for who in others if (about is None or self._could_know(who, about)) and (may is None or may(who))]
        best = max(near, key=lambda who: self._rank(who, about), default=None)
        return best.person.name if best else ""

    def _at_odds(self, who: Standing, about: Standing | None) -> bool:
        return about is not None and frozenset((who.person.key, about.person.key)) in self.odds

    def _could_know(self, who: Standing, about: Standing) -> bool:
        """Whether somebody works near a colleague: one reports to or moves the other, one function, or near in level.

        Of another function somebody knows a colleague one level above them, or two below. Where neither the functions
        nor the levels of both are on file, nothing says that they do not.
        """
        one, other = who.person, about.person
        if self._tied(one.key, other.key) or (one.function and one.function == other.function):
            return True
        if one.level and other.level:
            return -UP <= self._level(other.level) - self._level(one.level) <= DOWN
        return not (one.function and other.function)

    def _level(self, reference: str) -> int:
        return self.levels.index(key_of(reference)) if key_of(reference) in self.levels else 0

    def _tied(self, key: str, other: str) -> bool:
        near = self.manager[key] == other or self.manager.get(other) == key
        return near or bool({(key, other), (other, key)} & self.ties)

    def _rank(self, who: Standing, about: Standing | None) -> tuple[bool, int, bool, int]:
        key, other = who.person.key, about.person.key if about else ""
        peers = self.manager[key] == self.manager.get(other) != ""
        closeness = 2 * self._tied(key, other) or int(peers) if other else 0
        return key in self.there, closeness, who.for_us, -(who.talk_age or 0)

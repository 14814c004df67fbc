"""Which accounts and whose part of them somebody asked for, and what their people are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sam_gen.checks.explain import Unknown
from sam_gen.model.account import Account
from sam_gen.model.place import Place
from sam_gen.model.problem import quoted
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.model.words import nearest


@dataclass(frozen=True)
class Names:
    """What the people of one account and ours are called, by reference."""

    team: dict[str, str]
    people: dict[str, str]

    @classmethod
    def of(cls, project: Project, account: Account) -> Names:
        """Gather the names that a record of this account may refer to."""
        team = {colleague.id: colleague.name for colleague in project.playbook.team}
        return cls(team, {person.key: person.name for person in account.people})

    def name(self, reference: str | None) -> str | None:
        """Return what somebody is called; None for nobody."""
        if reference is None:
            return None
        wanted, _, bare = reference.rpartition("/")
        lists = {"team": (self.team,), "people": (self.people,)}.get(wanted, (self.team, self.people))
        return next((some[bare] for some in lists if bare in some), bare)

    def ours(self, *references: str | None) -> tuple[str, ...]:
        """Return the ids among these that are ours."""
        bare = (key_of(one) for one in references if one and not one.startswith("people/"))
        return tuple(dict.fromkeys(one for one in bare if one in self.team))


def chosen(project: Project, account: str | None) -> tuple[Account, ...]:
    """Return one account by its id, or all of them; raises Unknown."""
    return project.accounts if account is None else (known_account(project, account),)


def known_account(project: Project, name: str) -> Account:
    """Return an account by its id; raises Unknown."""
    found = {account.id: account for account in project.accounts}
    if name not in found:
        raise unknown("account", name, {key: (one.name, one.place_of("name")) for key, one in found.items()})
    return found[name]


def known_colleague(project: Project, name: str) -> str:
    """Return the id of one of us; raises Unknown."""
    team = {colleague.id: (colleague.name, colleague.place) for colleague in project.playbook.team}
    if name not in team:
        raise unknown("colleague", name, team)
    return name


def unknown(what: str, name: str, called: Mapping[str, tuple[str, Place]]) -> Unknown:
    """Say that an id stands for nothing; offer the id most like it, or whose record is called most like it."""
    by_name = {shown: key for key, (shown, _) in called.items()}
    guess = nearest(name, called) or by_name.get(nearest(name, by_name) or "")
    if guess is None:
        return Unknown(what, name, called)
    shown, place = called[guess]
    return Unknown(what, name, called, f"Did you mean {guess}? That is {quoted(shown)}, {place}.")

"""The map page of an account: the sections about its people, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sam_gen.assess.map_status import assumed, map_status
from sam_gen.assess.people import Freshness, Standing, standings
from sam_gen.model.account import Account
from sam_gen.model.people import PersonStatus, Support
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.wording import Wording
from sam_gen.pages.agreement import agreement_block
from sam_gen.pages.blocks import Sight
from sam_gen.pages.coverage import MANY, coverage, unit_section
from sam_gen.pages.functions import functions_block
from sam_gen.pages.interest import interest_block
from sam_gen.pages.introductions import introductions_block
from sam_gen.pages.jump import MAP, jump
from sam_gen.pages.leaving import leaving_block
from sam_gen.pages.map_state import status_line
from sam_gen.pages.parts import address, weight
from sam_gen.pages.regard import regard_block
from sam_gen.pages.reporting import map_section, named_section
from sam_gen.pages.words import count, listed, some
from sam_gen.render.page import Page


def map_page(project: Project, account: Account) -> Page:
    """Build `/accounts/<id>/map/`: everybody at the client, and who of ours speaks with whom."""
    playbook, as_of = project.playbook, project.as_of
    sight = Sight.of(project, account)
    names = sight.names
    people = standings(account, playbook, as_of)
    named = named_section(account, playbook, people, names, as_of)
    path = f"{address(project, account)}map/"
    return Page(
        path=path,
        title=f"{account.name}: map",
        template="account/map.md",
        context={
            **sight.page("Map"),
            "status": status_line(map_status(people, playbook.method)),
            "lede": f"{_carries(people, playbook)} {_hole(people)}".strip(),
            "fold": f"All {count(len(people), 'person', 'people')}, with how we know it" if len(people) > MANY else "",
            "jumps": jump(path, MAP, {"maps": named, "table": people}),
            "map": map_section(account, playbook, people, names, as_of, also=named.maps if named else ()),
            "named": named,
            "removal": leaving_block(sight),
            "introductions": introductions_block(sight, people),
            "consensus": agreement_block(sight, people),
            "interest": interest_block(sight, people),
            "functions": functions_block(sight, people),
            "regard": regard_block(sight, people),
            "coverage": coverage(account, playbook, people, as_of),
            "units": unit_section(account, playbook, people, as_of),
        },
    )


# The one sentence -------------------------------------------------------------------


def _carries(people: Sequence[Standing], playbook: Playbook) -> str:
    """Say who is for us, key players first, the most influential first; what we only believe is said to be so."""
    if not people:
        return "Nobody is on the map yet."
    friends = [who for who in people if who.backs_us and who.person.status is PersonStatus.ACTIVE]
    friends.sort(key=lambda who: (not who.key_player, -weight(who)))
    sure = [who for who in friends if who.stand_counts and not assumed(who) and who.last_talk]
    keys = [who for who in sure if who.key_player]
    believed = [who for who in friends if who not in sure]
    said = [_we_believe(believed, bool(sure))] if believed and not keys else []
    if sure:
        shown = _some(keys or sure, playbook.words)
        sentence = f"{shown} {'carries' if len(keys or sure) == 1 else 'carry'} us"
        said.insert(0, f"{sentence}." if keys else f"{sentence}, but no key player does.")
    return " ".join(said) or "Nobody there is known to be for us."


def _some(chosen: Sequence[Standing], words: Wording) -> str:
    return some([f"{who.person.name}{_mentor(who, words)}" for who in chosen], 2)


def _we_believe(believed: Sequence[Standing], also: bool) -> str:
    """Say of whom we only believe it, and whether anybody ever met them."""
    named = some([who.person.name for who in believed], 2)
    said = f"We believe {named} {'is' if len(believed) == 1 else 'are'} for us{' too' if also else ''}"
    unmet = [who for who in believed if who.last_talk is None]
    if not unmet:
        return f"{said}."
    if len(unmet) == len(believed):
        whom = "them" if len(believed) < 3 else "any of them"
        return f"{said}; nobody has met {whom}."
    return f"{said}; nobody has met {listed([who.person.name for who in unmet]) if len(unmet) < 3 else 'some of them'}."


def _mentor(who: Standing, words: Wording) -> str:
    return f" ({words.within(Support.MENTOR)})" if who.support and who.support.value is Support.MENTOR else ""


def _never_met(who: Standing) -> bool:
    return who.freshness is Freshness.NEVER and who.person.status is PersonStatus.ACTIVE


def _hole(people: Sequence[Standing]) -> str:
    """Name the first hole among the key players, the most influential first; empty without key players."""
    keys = sorted((who for who in people if who.key_player), key=weight, reverse=True)
    holes: tuple[tuple[Callable[[Standing], bool], str], ...] = (
        (_never_met, "no talk with us is on file"),
        (lambda who: who.person.status is PersonStatus.VACANT, "the post is vacant"),
        (lambda who: who.person.owner is None, "nobody of ours looks after the tie"),
        (lambda who: not who.stand_known, "not known how they stand"),
        (lambda who: who.freshness is Freshness.STALE, "the last talk no longer tells"),
    )
    for holds, why in holes:
        found = [who for who in keys if holds(who)]
        if found:
            first = found[0].person
            vacant = first.status is PersonStatus.VACANT and first.title is not None
            title = f" ({first.title})" if first.title and not vacant else ""
            more = f" The same holds for {count(len(found) - 1, 'other')}." if len(found) > 1 else ""
            name = first.title if vacant else first.name
            return f"The hole is {name}{title}: {why}.{more}"
    if keys:
        return "Every key player has an owner and a talk that still tells."
    return "No key player is named yet: ask who decides and who could say no."

"""SAM111 and SAM112: posts whose manager has left, and posts that stay empty."""

from __future__ import annotations

from collections.abc import Iterator

from sam_gen.checks.facts import Facts
from sam_gen.checks.finding import Hit, rule
from sam_gen.checks.sayings import cut, days, on
from sam_gen.model.people import PersonStatus
from sam_gen.model.scalars import key_of


@rule(
    "SAM111",
    "Reports to somebody who has left",
    reads=("people.reports_to", "people.status", "people.until"),
    why="The map shows a manager who is gone, so nobody asks who decides in their place.",
    remedy="Write the new manager in reports_to:. Not named yet? Add the post with status: vacant and point to it.",
    lesson="plan-the-map-is-not-the-chart",
)
def orphaned(facts: Facts) -> Iterator[Hit]:
    """Fire for everybody whose manager has left."""
    for who in facts.people:
        manager = facts.gone.get(key_of(who.person.reports_to))
        if manager:
            day = f" on {on(manager.until)}" if manager.until else ""
            yield Hit(
                f"{cut(who.person.name)} reports to {cut(manager.name)}, who left{day}.",
                who.person.place_of("reports_to"),
                f"people/{who.person.key}",
            )


@rule(
    "SAM112",
    "Post vacant for long",
    reads=("people.status", "people.since"),
    why="A post that stays empty is being given away, split or dropped; somebody already does the work.",
    remedy="Filled? Replace the record by the new person. Not filled? Ask who decides until then, and add that name.",
    lesson="plan-the-map-is-not-the-chart",
)
def long_vacant(facts: Facts) -> Iterator[Hit]:
    """Fire for each post that has been vacant for longer than models/windows.yml allows."""
    lasts = facts.method.windows.vacant_lasts
    for who in facts.people:
        person = who.person
        if person.status is PersonStatus.VACANT and person.since and facts.age(person.since) > lasts:
            yield Hit(
                f"The post of {cut(person.title or person.name)} has been vacant since {on(person.since)}, "
                f"{days(facts.age(person.since))}.",
                person.place,
                f"people/{person.key}",
                days=facts.age(person.since) - lasts,
                ask=_until_then(facts, person.key, cut(person.title or person.name)),
            )


def _until_then(facts: Facts, post: str, title: str) -> str:
    """Ask a key player who decides while a post is empty; nobody to ask, no question."""
    first = next((who.person.name for who in facts.key_players if who.person.key != post), "")
    return f"{first}, who decides for {title} until somebody comes?" if first else ""


POSTS = (orphaned, long_vacant)

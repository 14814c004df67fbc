"""Events become a calendar file (RFC 5545). Escaping, folding and line ends are those of the icalendar library."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from sam_gen.exchange.events import Event, Kind


class NeedsExtra(Exception):
    """A library that only this command needs is not installed."""


def calendar(events: Iterable[Event], name: str, as_of: datetime.date) -> bytes:
    """Return a calendar of these events. Raises NeedsExtra.

    A whole day is a date without a time zone, and a time is floating: it is that time wherever the meeting is, as the
    account's file says. The stamp is the day everything is seen from, so the same files give the same bytes.
    """
    try:
        import icalendar
    except ImportError:
        remedy = "Install it with: pip install 'sam_gen[exchange]'"
        raise NeedsExtra(f"export ics needs the library icalendar, which is not installed. {remedy}") from None
    whole = icalendar.Calendar()
    whole.add("prodid", "-//sam_gen//account plans//EN")
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    whole.add("x-wr-calname", name)
    stamp = datetime.datetime.combine(as_of, datetime.time(), datetime.UTC)
    for event in events:
        entry = icalendar.Event()
        for key, value in _properties(event, stamp):
            entry.add(key, value)
        whole.add_component(entry)
    return bytes(whole.to_ical())


def _properties(event: Event, stamp: datetime.datetime) -> list[tuple[str, object]]:
    start = event.day if event.time is None else datetime.datetime.combine(event.day, event.time)
    found: list[tuple[str, object]] = [
        ("uid", event.uid),
        ("dtstamp", stamp),
        ("dtstart", start),
        ("summary", event.what),
        ("categories", [event.kind.value]),
        ("transp", "OPAQUE" if event.kind is Kind.MEETING else "TRANSPARENT"),
    ]
    if event.said:
        found.append(("description", "\n".join(event.said)))
    if event.where:
        found.append(("location", event.where))
    return found

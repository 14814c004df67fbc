"""Lines of a file that ask somebody something: whom they address, which day they name, and whom they leave out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from sam_gen.advise.once import MONTHS
from sam_gen.assess.alike import family
from sam_gen.model.people import Person

_ASK = re.compile(r"(?:Ask|Find out from)\b\s*")
_TO = re.compile(
    r"\b(?:who|whom|whose|what|which|when|where|how|why|whether|if|to|for|that|on|at|before|openly|again|about)\b|[,;:.]"
)
"""Where the one who is asked ends and what is asked begins."""
_FIND_OUT = re.compile(r"(?:who|whom|whose|what|which|when|where|how|why|whether|if)\b")
_OTHERS = re.compile(r"\b(?:he|him|his|she|her|hers|they|them|their)\b")
_INVITE = re.compile(r"\b[Aa]sk\s+(?:that\s+[^,.;]+?\s+(?:comes|joins|is there)|[^,.;]*?\bto\s+bring)\b")
_AND_INVITE = re.compile(r"^(?P<rest>.+?),?\s+and\s+(?P<invite>ask\s+that\s+[^,.;]+?\s+(?:comes|joins|is there)\b.*)$")
_PRONOUN = re.compile(r"(?:him|her|them)\b")
_DAY = re.compile(
    rf"\b(?P<how>on|before)\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:\s+(?P<month>{'|'.join(MONTHS)}))?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    rf"^(?:(?:openly|again)\s+|on\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\b(?:\s+(?:{'|'.join(MONTHS)}))?,?\s+)+",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"(?:An?|The|Whether|What|Which|Who|Whose|Whom|How|When|Where|Why|If|Do|Does|Is|Are"
    r"|(?:About|After|At|Before|By|For|From|In|Of|On|Since|To|Under|Until|With)\s(?:what|which|whose|whom|how|when))\b"
)
_WITHOUT = re.compile(r"\bwithout\s+(?:\S+\s+)?$", re.IGNORECASE)
_END = re.compile(r"(?:(?<=[^\W\d][.?!])|(?<=:\d\d[.?!])|(?<=[^\W\d]\s(?:19|20)\d\d[.?!]))\s+(?=\w)")
"""A word ends a sentence, a time of day and a year after a word: a full stop after another number may be part of it, as
in a list or a day.
"""


def sentences(text: str) -> tuple[str, ...]:
    """Split a line where a sentence ends."""
    return tuple(part for part in _END.split(text) if part)


def bare(text: str) -> str:
    """Return a line without its full stop, to stand in a list."""
    return text.rstrip(". ") if not text.endswith("…") else text


def find_out(prove: str) -> str:
    """Say what is to prove as a step: the question alone, without the sentence on how it is found out."""
    return f"Find out: {_lower(whether(prove))}"


def whether(prove: str) -> str:
    """Return the question of what is to prove; a claim to test becomes one."""
    first = bare(sentences(prove)[0])
    return f"Whether {first[5:]}" if first.startswith("That ") else first


def _lower(text: str) -> str:
    """Begin small where the first word is one that asks or an article, and no name; "by how much" asks too."""
    return text[:1].lower() + text[1:] if _SMALL.match(text) else text


def in_words(sentence: str) -> str:
    """Say what a line tells us to ask as a question to take along: no name of whom to ask and no day of the talk.

    "Ask Lund on the 24th who signs" is "Find out: who signs"; "Ask Lund to open the gate", "Would you open the gate?".
    """
    match = _ASK.match(sentence)
    rest = sentence[match.end() :] if match else ""
    end = _TO.search(rest)
    what = bare(_LEAD.sub("", rest[end.start() :])) if end else ""
    if _FIND_OUT.match(what):
        return f"Find out: {what}"
    if what.startswith("to ") and not _OTHERS.search(what):
        return f"Would you {what[3:]}?"
    return f"Ask {what}" if what.startswith(("for ", "about ")) else bare(sentence)


def invites(text: str) -> bool:
    """Whether a line asks for somebody or something to be there: it is said before the day."""
    return _INVITE.search(text) is not None


def without_invitation(text: str) -> tuple[str, str]:
    """Split "Walk the yard, and ask that Lund comes" into what is done there and what is asked before."""
    match = _AND_INVITE.match(text)
    if match:
        return match["rest"], f"A{match['invite'][1:]}"
    return ("", text) if invites(text) else (text, "")


def asks(sentence: str) -> bool:
    """Whether a sentence tells us to ask."""
    return _ASK.match(sentence) is not None


def addressed(sentence: str, people: Iterable[Person]) -> tuple[Person, ...] | None:
    """Return whom of some people a sentence tells us to ask; None if it names nobody, or says him or her."""
    match = _ASK.match(sentence)
    rest = sentence[match.end() :] if match else ""
    end = _TO.search(rest)
    whom = rest[: end.start() if end else len(rest)].strip()
    if not whom or _PRONOUN.match(whom):
        return None
    return tuple(one for one in people if _names(whom, one))


def named(text: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """Return who is named in a line; whoever is to stay out of it, "without Lund", is not."""
    return tuple(one for one in people if _names(text, one))


def _names(text: str, one: Person) -> bool:
    """Whether a line has a family name of somebody: any word of the name but the first, for some people have two."""
    return any(not _WITHOUT.search(text[: match.start()]) for match in _mentions(text, one))


def left_out(text: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """Return who is to stay out of what a line plans: "without Lund", but not "without Lund's word"."""
    return tuple(one for one in people if any(_out(text, match) for match in _mentions(text, one)))


def _out(text: str, match: re.Match[str]) -> bool:
    return _WITHOUT.search(text[: match.start()]) is not None and not text[match.end() :].startswith(("'", "’"))


def _mentions(text: str, one: Person) -> Iterator[re.Match[str]]:
    for word in family(one.name):
        yield from re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)


def on_days(text: str) -> tuple[tuple[int, int | None], ...]:
    """Return each day a line names with "on": the day of the month, and the month where it says so."""
    return tuple(_day(match) for match in _DAY.finditer(text) if match["how"].lower() == "on")


def names_day(text: str, date: datetime.date) -> bool:
    """Whether a line names this day: "on 24 November", "on the 24th"."""
    return any(_is(one, date) for one in on_days(text))


def names_another_day(text: str, date: datetime.date) -> bool:
    """Whether a line is about another day than this one: on another, or before this one."""
    before = [_day(match) for match in _DAY.finditer(text) if match["how"].lower() == "before"]
    return any(_is(one, date) for one in before) or any(not _is(one, date) for one in on_days(text))


def _day(match: re.Match[str]) -> tuple[int, int | None]:
    month = match["month"]
    return int(match["day"]), MONTHS.index(month.casefold()) + 1 if month else None


def _is(one: tuple[int, int | None], date: datetime.date) -> bool:
    return one[0] == date.day and one[1] in (None, date.month)

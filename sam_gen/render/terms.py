"""Where a text uses a term: whole words outside headings, links, code, heads of tables and what somebody says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

SPEECH = 4
"""From so many words on, what stands in quotation marks is speech; fewer name a word."""

_SHUT = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)??(?P=fence)[ ]*$"  # a block of code
    r"|^[ ]{0,3}\#{1,6}[ ][^\n]*"  # a heading
    r"|^[^\n|]*+\|[^\n]*+(?=\n[ ]{0,3}\|?[ ]*:?-+:?[ ]*\|[-|: ]*$)"  # the head of a table
    r"|`[^`\n]+`"
    r"|!?\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\([^)\n]*\)|\[[^\]\n]*\]|:[^\n]*)?"  # a link, a picture, a target
    r"|https?://\S+",
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
_QUOTED = re.compile(rf'"(?:[^\s"]+ +){{{SPEECH - 1},}}[^\s"]+"|“(?:[^\s”]+ +){{{SPEECH - 1},}}[^\s”]+”')


@dataclass(frozen=True)
class Use:
    """A term in a text: from where to where, and which one."""

    start: int
    end: int
    term: str


@dataclass(frozen=True)
class Terms:
    """The forms of all terms, to be looked for in one pass."""

    forms: Mapping[str, str]
    """Form → id of its term. One with a capital is found as typed, others with small letters or capitals."""
    plain: frozenset[str] = frozenset()
    """Phrases in which such a word means something else."""

    @cached_property
    def _ids(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        found: dict[str, tuple[tuple[str, str], ...]] = {}
        for form, id_ in (*self.forms.items(), *((phrase, "") for phrase in self.plain)):
            found[_small(form)] = (*found.get(_small(form), ()), (form, id_))
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """The longest form first: “account lead” is not “account”."""
        words = "|".join(re.escape(form) for form in sorted(self._ids, key=lambda form: (-len(form), form)))
        return re.compile(rf"(?<![\w/@.-])(?:{words})(?![\w/@-])")

    def uses(self, text: str) -> Iterator[Use]:
        """Yield every use in a text that is Markdown, in its order."""
        if not self.forms:
            return
        small, at = _small(text), 0
        for shut in (*_shut(text), (len(text), len(text))):
            for match in self._pattern.finditer(small, at, max(at, shut[0])):
                id_ = self._id(text[match.start() : match.end()])
                if id_:
                    yield Use(match.start(), match.end(), id_)
            at = max(at, shut[1])

    def _id(self, typed: str) -> str:
        """Return the id behind a form; empty where only its capitals differ, or where it means something else."""
        known = self._ids[_small(typed)]
        if any(not id_ for _, id_ in known):
            return ""
        return next((id_ for form, id_ in known if form == typed or not _exact(form)), "")


def _shut(text: str) -> list[tuple[int, int]]:
    """Return the parts of a text in which nothing may be linked."""
    spans = [match.span() for pattern in (_SHUT, _QUOTED) for match in pattern.finditer(text)]
    return sorted(spans)


def _exact(form: str) -> bool:
    return any(sign.isupper() for sign in form)


def _small(text: str) -> str:
    """Return a text in small letters, each at its place: a few letters become two when they are made small."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(s if len(s := sign.lower()) == 1 else sign for sign in text)

"""One record more in a YAML text, and not a byte of the rest touched.

The reader knows where everything stands, so a record is put in as lines of text. A library that reads the file and
dumps it again would keep comments, but not every quote, blank line, width and line end of somebody else's writing.
Each way to put it in is a proposal: whoever asks reads the text again and takes the first that says what it should.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sam_gen.model.place import PlacedDict, PlacedList, PlacedText

Fields = Sequence[tuple[str, str | tuple[str, ...]]]
"""The fields of a record by key, each a text or a list of texts."""

_STEP = "  "
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Text:
    """A YAML text as it stands in the file, with its own line ends."""

    whole: str

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins; one more for what follows the last."""
        return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", self.whole))]

    @cached_property
    def line_end(self) -> str:
        """The line end of the file: the one of its first line."""
        found = re.search(r"\r\n|\r|\n", self.whole)
        return found[0] if found else "\n"

    def offset(self, line: int, column: int = 1) -> int:
        """Return where a line and column, counted from 1, stand in the text."""
        return self.starts[line - 1] + column - 1 if line <= len(self.starts) else len(self.whole)

    def with_lines(self, after: int, lines: Sequence[str]) -> str:
        """Return the text with lines put in after a line; 0 puts them first."""
        at = self.offset(after + 1)
        before, rest = self.whole[:at], self.whole[at:]
        if before and not before.endswith(("\r", "\n")):
            return before + self.line_end + self.line_end.join(lines)
        return before + "".join(line + self.line_end for line in lines) + rest

    def last_lines(self, record: PlacedDict, indent: int) -> tuple[int, int]:
        """Return the last line of a record whose lines stand at least so far in: without and with what may be text.

        A line that begins with # is a comment, or a line of a text that runs over several.
        """
        last = record.end
        while last > record.place.line and not self._stands_in(last, indent):
            last -= 1
        longest = last
        for line in range(last + 1, len(self.starts) + 1):
            if self._stands_in(line, indent):
                longest = line
            elif self._line(line).strip():
                break
        return last, longest

    def _stands_in(self, line: int, indent: int) -> bool:
        typed = self._line(line)
        return bool(typed.strip()) and len(typed) - len(typed.lstrip(" ")) >= indent

    def _line(self, line: int) -> str:
        return self.whole[self.offset(line) : self.offset(line + 1)].rstrip("\r\n")

    def with_signs(self, at: int, signs: str, instead: int = 0) -> str:
        """Return the text with signs put in, in place of some that stand there."""
        return self.whole[:at] + signs + self.whole[at + instead :]


def proposals(whole: str, tree: PlacedDict, path: Sequence[str], record: Fields, day: str) -> Iterator[str]:
    """Yield texts with the record put into the list at `path`, the best first.

    `day` is the key that the list is ordered by.
    """
    text, node = Text(whole), tree
    for depth, key in enumerate(path):
        value = node.get(key)
        if key not in node:
            yield from _new_key(text, node, path[depth:], record, root=depth == 0)
            return
        if value is None:
            yield from _no_value(text, node, path[depth:], record)
            return
        if isinstance(value, PlacedList):
            yield from _into_list(text, value, record, day)
            return
        if not isinstance(value, PlacedDict):
            return
        node = value


# The four places ------------------------------------------------------------------


def _into_list(text: Text, items: PlacedList, record: Fields, day: str) -> Iterator[str]:
    at = text.offset(items.place.line, items.place.column)
    if text.whole[at : at + 1] == "[":
        yield text.with_signs(at + 1, flow(record) + (", " if items else ""))
        return
    records = [item for item in items if isinstance(item, PlacedDict)]
    indent = " " * (items.place.column - 1)
    lines = _like(text, records, record, indent)
    new = str(dict(record)[day])
    place = _in_order([item.get(day) for item in records], new)
    if place == 0:
        yield text.with_lines(items.place.line - 1, lines)
    for before in (records[place - 1], records[-1]):
        for last in text.last_lines(before, len(indent) + 1):
            yield text.with_lines(last, lines)


def _like(text: Text, records: Sequence[PlacedDict], record: Fields, indent: str) -> list[str]:
    """Write the record as its neighbours are written: on one line if all of them are."""
    starts = (text.offset(one.place.line, one.place.column) for one in records)
    if all(text.whole[at : at + 1] == "{" for at in starts):
        return [f"{indent}- {flow(record)}"]
    return block(record, indent)


def _in_order(days: Sequence[object], new: str) -> int:
    """Return before which record a new one belongs: with the days if they fall or rise, else last."""
    known = [str(one) for one in days if isinstance(one, PlacedText)]
    if len(known) < len(days) or not known:
        return len(days)
    if known[0] > known[-1]:
        return next((i for i, one in enumerate(known) if one <= new), len(known))
    if known == sorted(known):
        return bisect_right(known, new)
    return len(known)


def _new_key(text: Text, node: PlacedDict, path: Sequence[str], record: Fields, *, root: bool) -> Iterator[str]:
    at = text.offset(node.place.line, node.place.column)
    if text.whole[at : at + 1] == "{":
        yield text.with_signs(at + 1, _flow_path(path, record) + (", " if node else ""))
        return
    lines = _block_path(path, record, " " * (node.place.column - 1))
    if root:
        last = len(text.starts) - text.whole.endswith(("\r", "\n"))
        yield text.with_lines(last, ["", *lines])
        yield text.with_lines(last, lines)
    for last in text.last_lines(node, node.place.column - 1):
        yield text.with_lines(last, lines)


def _no_value(text: Text, node: PlacedDict, path: Sequence[str], record: Fields) -> Iterator[str]:
    """Put the record behind a key that has no value yet; `~` and `null` give way."""
    place = node.keys_at[path[0]]
    at = text.offset(place.line, place.column)
    typed = re.compile(r"""["']?[\w-]+["']?[ \t]*:(?P<null>[ \t]+(?:~|null)(?=[\s,}\]]|$))?""").match(text.whole, at)
    if typed is None:
        return
    start = text.offset(node.place.line, node.place.column)
    colon = typed.start("null") if typed["null"] else typed.end()
    instead = len(typed["null"] or "")
    if text.whole[start : start + 1] == "{":
        yield text.with_signs(colon, f" {_flow_path(path, record).partition(': ')[2]}", instead)
        return
    lines = _block_path(path, record, " " * (place.column - 1))[1:]
    yield Text(text.with_signs(colon, "", instead)).with_lines(place.line, lines)


# How a record is written ----------------------------------------------------------


def block(record: Fields, indent: str) -> list[str]:
    """Write a record of a list, one line a field."""
    lines = [f"{key}: {_value(value, inside=False)}" for key, value in record]
    return [f"{indent}{'- ' if i == 0 else _STEP}{line}" for i, line in enumerate(lines)]


def flow(record: Fields) -> str:
    """Write a record on one line."""
    return "{" + ", ".join(f"{key}: {_value(value, inside=True)}" for key, value in record) + "}"


def _block_path(path: Sequence[str], record: Fields, indent: str) -> list[str]:
    lines = [f"{indent}{_STEP * depth}{key}:" for depth, key in enumerate(path)]
    return [*lines, *block(record, indent + _STEP * len(path))]


def _flow_path(path: Sequence[str], record: Fields) -> str:
    inner = f"{path[-1]}: [{flow(record)}]"
    for key in reversed(path[:-1]):
        inner = f"{key}: {{{inner}}}"
    return inner


def _value(value: str | tuple[str, ...], *, inside: bool) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(scalar(one) for one in value) + "]"
    return scalar(value) if inside else scalar(value, ",")


def scalar(text: str, more: str = "") -> str:
    """Write one line of text so that it is read as it is: plain where every sign is harmless, else in quotes.

    `more` are further signs that are harmless where it stands.
    """
    plain = re.fullmatch(rf"[^\W\d_][\w .()/–—€%&+;{re.escape(more)}-]*", text) and text[-1] != " "
    if (plain and text != "null") or _DATE.fullmatch(text):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'

"""A large organisation in parts that one drawing can show: by unit, else by the branch of a manager.

Everybody who has a place in the tree is in exactly one part. A part hangs below the part of its head's manager.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sam_gen.draw.tree import COLUMNS, Why, sort_out


@dataclass(frozen=True)
class Part:
    """One division."""

    heads: tuple[str, ...]
    """Who stands at its top; several where small trees without a common head share a drawing."""
    keys: tuple[str, ...]
    """Everybody in it, in the order of the file."""
    above: int | None
    """The part in which the head's manager stands, as an index."""


@dataclass(frozen=True)
class Parts:
    """All divisions, each after the one above it, and who is in none."""

    parts: tuple[Part, ...]
    unplaced: Mapping[str, Why]


@dataclass
class _Open:
    """What hangs below somebody and is in no division yet."""

    size: int = 1
    columns: int = 1


def divide(managers: Mapping[str, str | None], units: Mapping[str, str], most: int = 25, least: int = 4) -> Parts:
    """Cut a forest, given as key → manager, into parts of at least `least` and, where it can be done, `most` people.

    A branch whose head sits in another unit than the manager is a part of its own. What is still too large, or wider
    than a sheet, loses its largest branches.
    """
    placed, unplaced = sort_out(managers)
    reports: dict[str, list[str]] = {key: [] for key in placed}
    roots: list[str] = []
    for key in placed:
        manager = managers[key]
        (reports[manager] if manager else roots).append(key)
    order = list(roots)
    for key in order:
        order += reports[key]
    heads = _cuts(order, reports, managers, units, most, least)
    return Parts(_parts(order, placed, roots, managers, heads, most, least), unplaced)


def _cuts(
    order: Sequence[str],
    reports: Mapping[str, list[str]],
    managers: Mapping[str, str | None],
    units: Mapping[str, str],
    most: int,
    least: int,
) -> set[str]:
    """Return who heads a part, other than the roots; from the bottom up."""
    left: dict[str, _Open] = {}
    heads: set[str] = set()
    for key in reversed(order):
        below = [child for child in reports[key] if child not in heads]
        by_size = sorted(below, key=lambda child: left[child].size)
        while _too_large(_joined(below, reports, left), most) and by_size and left[by_size[-1]].size >= least:
            largest = by_size.pop()
            heads.add(largest)
            below.remove(largest)
        left[key] = _joined(below, reports, left)
        manager = managers[key]
        other = manager is not None and units.get(key) and units.get(key) != units.get(manager)
        if other and left[key].size >= least:
            heads.add(key)
    return heads


def _joined(below: Sequence[str], reports: Mapping[str, list[str]], left: Mapping[str, _Open]) -> _Open:
    """Measure somebody with what hangs below: managers stand side by side, the others share a column."""
    leading = [left[child].columns for child in below if reports[child]]
    columns = sum(leading) + (bool(leading) and len(leading) < len(below))
    return _Open(1 + sum(left[child].size for child in below), max(1, columns))


def _too_large(branch: _Open, most: int) -> bool:
    return branch.size > most or branch.columns > COLUMNS


def _parts(
    order: Sequence[str],
    placed: Sequence[str],
    roots: Sequence[str],
    managers: Mapping[str, str | None],
    heads: set[str],
    most: int,
    least: int,
) -> tuple[Part, ...]:
    top: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    for key in order:
        manager = managers[key]
        top[key] = key if manager is None or key in heads else top[manager]
    for key in placed:
        members.setdefault(top[key], []).append(key)
    groups = _gathered(roots, members, most, least)
    groups += [(head,) for head in order if head in heads]
    number = {head: i for i, group in enumerate(groups) for head in group}
    rank = {key: i for i, key in enumerate(placed)}
    parts: list[Part] = []
    for group in groups:
        keys = sorted((key for head in group for key in members[head]), key=rank.__getitem__)
        manager = managers[group[0]]
        parts.append(Part(group, tuple(keys), number[top[manager]] if manager else None))
    return tuple(parts)


def _gathered(roots: Sequence[str], members: Mapping[str, list[str]], most: int, least: int) -> list[tuple[str, ...]]:
    """Let small trees share a part; a tree with parts below it, or of some size, keeps its own."""
    groups: list[tuple[str, ...]] = []
    small: list[str] = []
    size = 0
    for root in roots:
        count = len(members[root])
        if count >= least:
            groups.append((root,))
            continue
        if size + count > most:
            groups.append(tuple(small))
            small, size = [], 0
        small.append(root)
        size += count
    return [*groups, tuple(small)] if small else groups

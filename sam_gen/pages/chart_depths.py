"""How deep everybody stands in the reporting lines: the order of the lists below a map."""

from __future__ import annotations

from collections.abc import Mapping


def depths_of(managers: Mapping[str, str | None]) -> dict[str, int]:
    """Return everybody in reading order, each manager before the reports, with the depth; cycles come last."""
    reports: dict[str | None, list[str]] = {}
    for key, manager in managers.items():
        reports.setdefault(manager, []).append(key)
    depths: dict[str, int] = {}
    pending = [(key, 0) for key in reversed(reports.get(None, []))]
    while pending:
        key, depth = pending.pop()
        depths[key] = depth
        pending += [(report, depth + 1) for report in reversed(reports.get(key, []))]
    return depths | {key: 0 for key in managers if key not in depths}

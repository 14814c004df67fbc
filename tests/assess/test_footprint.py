from __future__ import annotations

from decimal import Decimal

import pytest
from account_pages import account_of
from helpers import day

from sam_gen.assess.footprint import Grid, ends, grid, largest_door, share_of_wallet, total


def grid_of(text: str) -> Grid:
    project, account = account_of(text)
    return grid(account, project.playbook, project.as_of)


def one_cell(cell: str) -> Grid:
    return grid_of(f"name: A\nunits: [{{id: u, name: U}}]\nfootprint: [{{unit: u, offering: drives, {cell}}}]\n")


def test_rows_follow_the_tree():
    project, account = account_of()
    rows = grid(account, project.playbook, project.as_of).rows
    assert [(row.unit.key, row.depth, row.group, len(row.needs)) for row in rows] == [
        ("plants", 0, True, 6),
        ("north", 1, False, 3),
        ("south", 1, False, 3),
        ("it", 0, False, 3),
    ]


def test_a_group_with_cells_of_its_own_has_both_rows():
    found = grid_of(
        "name: A\nunits: [{id: g, name: G}, {id: u, name: U, part_of: g}]\n"
        "footprint: [{unit: g, offering: drives, held_by: us}]\n"
    )
    assert [(row.unit.key, row.group, row.itself) for row in found.rows] == [
        ("g", True, False),
        ("g", False, True),
        ("u", False, False),
    ]
    assert len(found.rows[0].needs) == len(found.needs) == 6


def test_units_in_a_circle_are_not_lost():
    found = grid_of("name: A\nunits: [{id: a, name: A, part_of: b}, {id: b, name: B, part_of: a}, {id: c, name: C}]\n")
    assert [row.unit.key for row in found.rows] == ["c", "a", "b"]


def test_group_sums_are_those_of_the_rows_below():
    project, account = account_of()
    group, north, south, _ = grid(account, project.playbook, project.as_of).rows
    whole, parts = total(group.needs), [total(row.needs) for row in (north, south)]
    assert whole.spend == sum(part.spend for part in parts) == Decimal(400000)
    assert whole.ours == sum(part.ours for part in parts) == Decimal(80000)
    assert whole.known == sum(part.known for part in parts) == 5


@pytest.mark.parametrize(
    ("cell", "known", "spend", "ours", "share"),
    [
        ("held_by: us, spend: 100, ours: 40", 1, 100, 40, Decimal("0.4")),
        ("held_by: us, spend: 100", 1, 100, None, None),
        ("held_by: us, ours: 40", 1, None, 40, None),
        ("held_by: competitor, spend: 100", 1, 100, 0, Decimal(0)),
        ("held_by: nobody, spend: 0", 1, 0, 0, None),
        ("spend: 100", 0, 100, None, None),
        ("blocked: No", 1, None, None, None),
        ("evidence: Heard", 0, None, None, None),
    ],
)
def test_missing_is_never_zero(cell, known, spend, ours, share):
    found = total(one_cell(cell).rows[0].needs)
    assert (found.known, found.spend, found.ours, found.share) == (known, spend, ours, share)


def test_share_of_wallet_counts_only_what_is_known_on_both_sides():
    project, account = account_of()
    figure = share_of_wallet(grid(account, project.playbook, project.as_of).needs)
    assert (figure.value, len(figure.because)) == (20.0, 4)
    empty = share_of_wallet(())
    assert (empty.value, empty.known, bool(empty.ask)) == (None, 0.0, True)


def test_two_holders_of_one_need_both_count():
    found = grid_of(
        "name: A\nunits: [{id: u, name: U}]\nfootprint:\n"
        "  - {unit: u, offering: drives, held_by: us, spend: 60, ours: 60}\n"
        "  - {unit: u, offering: drives, held_by: competitor, spend: 40}\n"
    )
    assert (total(found.needs).spend, total(found.needs).ours) == (100, 60)


def test_ends_by_day():
    project, account = account_of()
    found = ends(grid(account, project.playbook, project.as_of).needs, day("2026-11-20"))
    assert [(end.need.unit.key, end.days) for end in found] == [("north", -20), ("north", 131), ("south", 314)]


def test_largest_door():
    project, account = account_of()
    unit, left = largest_door(grid(account, project.playbook, project.as_of))
    assert (unit.key, left) == ("plants", 320000)
    assert largest_door(one_cell("held_by: us, spend: 9, ours: 9")) is None


PARTS = """\
name: A
units:
  - {id: whole, name: Whole}
  - {id: one, name: One, part_of: whole}
  - {id: two, name: Two, part_of: whole}
  - {id: alone, name: Alone}
footprint:
  - {unit: one, offering: drives, held_by: competitor, spend: 50}
  - {unit: two, offering: drives, held_by: competitor, spend: 40}
  - {unit: alone, offering: drives, held_by: competitor, spend: 60}
"""


@pytest.mark.parametrize(
    ("old", "new", "largest"),
    [
        ("name: A\n", "name: A\n", ("whole", 90)),
        (", part_of: whole", "", ("alone", 60)),
        ("name: Alone", "name: Alone, part_of: whole", ("alone", 60)),
    ],
)
def test_a_unit_counts_with_its_parts_unless_it_is_the_whole_account(old, new, largest):
    unit, left = largest_door(grid_of(PARTS.replace(old, new)))
    assert (unit.key, left) == largest

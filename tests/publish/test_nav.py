from __future__ import annotations

import pytest

from sam_gen.publish.nav import navigation
from sam_gen.render.page import Page


def page(path: str, *nav: str) -> Page:
    return Page(path, "A page", "x.md", nav=nav)


DESK = page("", "Desk")


@pytest.mark.parametrize(
    ("pages", "written", "nav"),
    [
        ([DESK], [], [{"Desk": "index.md"}]),
        ([page("")], [], [{"Desk": "index.md"}]),
        ([DESK, page("accounts/acme/")], [], [{"Desk": "index.md"}]),
        (
            [page("tools/", "Tools"), page("accounts/", "Accounts"), DESK],
            [],
            [{"Desk": "index.md"}, {"Accounts": "accounts/index.md"}, {"Tools": "tools/index.md"}],
        ),
        (
            [DESK, page("method/", "Method"), page("method/continuum/", "Method", "Continuum")],
            ["b.md", "a.md"],
            [
                {"Desk": "index.md"},
                {
                    "Method": [
                        {"Overview": "method/index.md"},
                        {"Continuum": "method/continuum/index.md"},
                        {"Manual": ["a.md", "b.md"]},
                    ]
                },
            ],
        ),
        ([DESK], ["a.md"], [{"Desk": "index.md"}, {"Method": [{"Manual": ["a.md"]}]}]),
        (
            [DESK, page("reference/fields/", "Reference", "Fields"), page("method/", "Method")],
            [],
            [
                {"Desk": "index.md"},
                {
                    "Method": [
                        {"Overview": "method/index.md"},
                        {"Reference": [{"Fields": "reference/fields/index.md"}]},
                    ]
                },
            ],
        ),
        (
            [DESK, page("training/x/", "Training", "1 Skills", "Listen & ask")],
            [],
            [{"Desk": "index.md"}, {"Training": [{"1 Skills": [{"Listen &#38; ask": "training/x/index.md"}]}]}],
        ),
        ([DESK, page("news/", "News")], [], [{"Desk": "index.md"}, {"News": "news/index.md"}]),
    ],
)
def test_navigation(pages, written, nav):
    assert navigation(written, pages) == nav


def test_accounts_do_not_make_it_longer():
    accounts = [page(f"accounts/a{i}/") for i in range(100)]
    assert navigation([], [DESK, *accounts]) == navigation([], [DESK])


def test_the_entries_have_one_order_whatever_order_the_pages_come_in():
    titles = ["Desk", "Accounts", "Portfolio", "Coaching", "Training", "Tools", "Method"]
    for some in (titles, titles[::-1]):
        pages = [page("" if title == "Desk" else f"{title.lower()}/", title) for title in some]
        assert [next(iter(entry)) for entry in navigation([], pages)] == titles

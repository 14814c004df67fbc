"""Say how long each drawing takes: the five forms of the gallery, and a people map of 350 and of 1,400 people.

    python benchmarks/drawings.py 5

The least of several runs counts. Seconds belong to the machine; compare two revisions in one run.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from functools import partial

from sam_gen.draw.people_map import Card, people_map
from sam_gen.pages.gallery.cast import FORMS, Cast
from sam_gen.pages.gallery.exhibit import Exhibit
from sam_gen.pages.gallery.registry import EXHIBITS


def _card(key: str, manager: str | None) -> Card:
    return Card(key, "Ann Lee", "A. Lee", "Works", manager, "neutral", "Neutral", (), 5, "M. Holm", False, "9 d", 0.9,
                "ink", False, False)  # fmt: skip


def _company(size: int, heads: int) -> list[Card]:
    return [_card(f"p{at}", None if at < heads else f"p{(at - heads) // 4}") for at in range(size)]


def _five(one: Exhibit) -> list[object]:
    return [one.draw(Cast(form)) for form in FORMS]


def drawings() -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield the name of each drawing and what draws it."""
    for one in EXHIBITS:
        yield one.id, partial(_five, one)
    for size in (350, 1400):
        cards = _company(size, 24)
        yield f"people map of {size}", partial(people_map, cards, "People", "Many", "many")


def least(draw: Callable[[], object], runs: int) -> float:
    """Return the seconds of the fastest run."""
    seconds = []
    for _ in range(runs):
        begin = time.perf_counter()
        draw()
        seconds.append(time.perf_counter() - begin)
    return min(seconds)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", type=int, nargs="?", default=5)
    given = parser.parse_args()
    found = [(least(draw, given.runs), name) for name, draw in drawings()]
    for seconds, name in sorted(found, reverse=True):
        print(f"{1000 * seconds:8.1f} ms  {name}")
    print(f"{1000 * sum(seconds for seconds, _ in found):8.1f} ms  together")

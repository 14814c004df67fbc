"""The frame of a drawing: its name, its message in a sentence, and its size."""

from __future__ import annotations

from collections.abc import Iterable

from sam_gen.draw.svg import Svg, el


def picture(
    parts: Iterable[Svg],
    title: str,
    description: str,
    uid: str,
    size: tuple[float, float],
    corner: tuple[float, float] = (0, 0),
    *,
    newest_last: bool = False,
) -> Svg:
    """Put parts into one picture of `size` pixels; `uid` makes the ids of title and description unique on the page.

    `corner` is what its upper left corner is called where parts stand left of or above 0. With `newest_last`, a frame
    that is too narrow opens at the right end.
    """
    width, height = size
    return el(
        "svg",
        el("title", title, id=f"{uid}-title"),
        el("desc", description, id=f"{uid}-desc"),
        *parts,
        role="img",
        aria_labelledby=f"{uid}-title {uid}-desc",
        class_="s-drawing s-newest-last" if newest_last else "s-drawing",
        viewBox=f"{corner[0]:g} {corner[1]:g} {width:g} {height:g}",
        width=width,
        height=height,
    )


def mark_at(shape: Svg, x: float, y: float, tone: str = "ink") -> Svg:
    """Put a mark of 16 by 16 with its middle on a spot."""
    return el("g", shape, transform=f"translate({x - 8:.1f} {y - 8:.1f})", class_=f"s-{tone}")

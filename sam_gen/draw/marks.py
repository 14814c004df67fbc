"""The marks: one shape, one meaning, on every page. Each is 16 by 16 unless it says otherwise.

A mark is decoration for the eye; the word stands beside it, so marks are hidden from screen readers.
"""

from __future__ import annotations

from sam_gen.draw.svg import Svg, el, path


def mark(inner: Svg, *, width: float = 16, height: float = 16, colour: str = "ink") -> Svg:
    """Wrap a drawing of marks as an inline picture for a line of text."""
    return el(
        "svg",
        inner,
        class_=f"s-mark s-{colour}",
        viewBox=f"0 0 {width:g} {height:g}",
        width=width,
        height=height,
        aria_hidden="true",
        focusable="false",
    )


def unknown() -> Svg:
    """Not known yet: a dashed ring with a question mark."""
    ring = el("circle", cx=8, cy=8, r=6.5, fill="none", stroke="currentColor", stroke_dasharray="2.4 1.7")
    curve = path("M", 6.2, 6.6, "a", 1.9, 1.9, 0, 1, 1, 2.6, 1.8, "q", -0.8, 0.4, -0.8, 1.3)
    return Svg(
        ring
        + el("path", d=curve, fill="none", stroke="currentColor", stroke_width=1.4)
        + el("circle", cx=8, cy=11.6, r=0.9, fill="currentColor")
    )


def _triangle(top: float, height: float, *, up: bool, hollow: bool = False) -> Svg:
    tip, base = (top, top + height) if up else (top + height, top)
    shape = path("M", 8, tip, "L", 13.5, base, "H", 2.5, "Z")
    if hollow:
        return el("path", d=shape, fill="none", stroke="currentColor", stroke_width=1.8, stroke_linejoin="round")
    return el("path", d=shape, fill="currentColor")


_SUPPORT = {
    "mentor": (Svg(_triangle(1, 6, up=True) + _triangle(8.5, 6, up=True)), "teal"),
    "supporter": (_triangle(2.5, 10, up=True), "teal"),
    "neutral": (el("rect", x=2, y=6.2, width=12, height=3.6, fill="currentColor"), "grey"),
    "doubter": (_triangle(4, 8.5, up=False, hollow=True), "ochre"),
    "opponent": (Svg(_triangle(1.5, 6, up=False) + _triangle(9, 6, up=False)), "red"),
}


def support(value: str | None, *, counts: bool = True) -> tuple[Svg, str]:
    """Return shape and colour for how somebody stands: up is for us, two is strong, hollow is mild.

    What no longer counts keeps its shape and has lost its colour.
    """
    shape, colour = _SUPPORT.get(value or "", (unknown(), "grey"))
    return shape, colour if counts else "grey"


_BASIS = {
    "assumed": Svg(
        el("circle", cx=8, cy=8, r=6.3, fill="none", stroke="currentColor", stroke_dasharray="2.4 1.7")
        + el("path", d="M4.6 8.7q1.6-2.4 3.4-.7t3.4-.7", fill="none", stroke="currentColor", stroke_width=1.4)
    ),
    "observed": Svg(
        el("circle", cx=8, cy=8, r=6.3, fill="none", stroke="currentColor", stroke_width=1.6)
        + el("circle", cx=8, cy=8, r=2.4, fill="currentColor")
    ),
    "client_confirmed": Svg(
        el("rect", x=1.8, y=1.8, width=12.4, height=12.4, rx=1.5, fill="currentColor")
        + el("path", d="M4.6 8.3 7 10.6l4.4-4.9", fill="none", stroke="var(--s-paper)", stroke_width=1.8)
    ),
}


def basis(value: str) -> Svg:
    """Return the shape for how we know: cloud, eye, signature."""
    return _BASIS[value]


def influence(score: int) -> Svg:
    """Return three signal bars for 0 to 10: low up to 4, medium up to 7, high above."""
    filled = 1 + (score > 4) + (score > 7)
    bars = [
        el(
            "rect",
            x=1.5 + 4.7 * i,
            y=10.5 - 4 * i,
            width=3.4,
            height=3.5 + 4 * i,
            fill="currentColor" if i < filled else "none",
            stroke="currentColor",
            stroke_width=1,
        )
        for i in range(3)
    ]
    return Svg("".join(bars))


def age(share_left: float | None) -> Svg:
    """Return a bar, 26 by 8, that empties as a fact grows old; dashed when nothing is left."""
    dashed = None if share_left else "3 2"
    frame = el("rect", x=0.5, y=1.5, width=25, height=5, fill="none", stroke="currentColor", stroke_dasharray=dashed)
    if not share_left:
        return frame
    return Svg(frame + el("rect", x=0, y=1, width=max(2.0, 26 * min(share_left, 1)), height=6, fill="currentColor"))


def role(letter: str) -> Svg:
    """Return a letter in a thin box."""
    box = el("rect", x=0.5, y=0.5, width=15, height=15, rx=2, fill="none", stroke="currentColor", stroke_width=1)
    return Svg(box + el("text", letter, x=8, y=12.5, text_anchor="middle", class_="s-letter"))


def contact(talks: int) -> Svg:
    """Return a disc that fills with talks: none, one, two or three, four and more."""
    ring = el("circle", cx=8, cy=8, r=6.3, fill="none", stroke="currentColor", stroke_width=1.6)
    if talks >= 4:
        return el("circle", cx=8, cy=8, r=7, fill="currentColor")
    wedge = {0: "", 1: "M8 8V1.7A6.3 6.3 0 0 1 14.3 8Z"}.get(talks, "M8 1.7A6.3 6.3 0 0 1 8 14.3Z")
    return Svg(ring + el("path", d=wedge, fill="currentColor")) if wedge else ring


_VOICE = {
    "for": (el("path", d="M8 4v8M4 8h8", stroke="var(--s-paper)", stroke_width=2), True, "teal"),
    "neutral": (el("path", d="M4.5 6.3h7M4.5 9.7h7", stroke="currentColor", stroke_width=1.6), False, "ink"),
    "against": (el("path", d="M4 8h8", stroke="var(--s-paper)", stroke_width=2.2), True, "red"),
}


def voice(stand: str | None, *, veto: bool = False) -> tuple[Svg, str]:
    """Return shape and colour of a voice on a matter: plus, equals, minus in a box; a no that is enough is a stop sign.

    Any other voice whose no would be enough carries a V, and is 30 wide.
    """
    if stand not in _VOICE:
        shape, colour = unknown(), "grey"
    else:
        sign, solid, colour = _VOICE[stand]
        fill = "currentColor" if solid else "none"
        corners = "M5 .9h6L15.1 5v6L11 15.1H5L.9 11V5Z"
        if veto and stand == "against":
            return Svg(el("path", d=corners, fill=fill) + sign), colour
        shape = Svg(el("rect", x=1.6, y=1.6, width=12.8, height=12.8, fill=fill, stroke="currentColor") + sign)
    return (Svg(shape + el("g", role("V"), transform="translate(14 0)")) if veto else shape), colour


def frame(kind: str) -> Svg:
    """Return the frame of a card: `key` is heavy, `open` is dashed."""
    heavy = kind == "key"
    return el(
        "rect",
        x=1.5,
        y=3,
        width=13,
        height=10,
        fill="none",
        stroke="currentColor",
        stroke_width=2 if heavy else 1.2,
        stroke_dasharray=None if heavy else "3 2",
    )

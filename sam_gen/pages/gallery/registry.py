"""All drawings of the gallery, in the order of its index."""

from __future__ import annotations

from sam_gen.pages.gallery import marks, people, plan, portfolio, position, ties, voices, white
from sam_gen.pages.gallery.exhibit import Exhibit

EXHIBITS: tuple[Exhibit, ...] = (
    *people.EXHIBITS,
    *ties.EXHIBITS,
    *voices.EXHIBITS,
    *position.EXHIBITS,
    *plan.EXHIBITS,
    *white.EXHIBITS,
    *portfolio.EXHIBITS,
    *marks.EXHIBITS,
)

"""SVG elements as values: text and attributes are escaped here and nowhere else."""

from __future__ import annotations

from html import escape


class Svg(str):
    """Finished SVG; templates print it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def el(name: str, /, *children: Svg | str, **attributes: str | float | None) -> Svg:
    """Build one element. `_` in attribute names becomes `-`, a trailing `_` is dropped, None leaves one out.

    A child that is Svg stays as it is; any other text is escaped.
    """
    shown = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(child if isinstance(child, Svg) else escape(child, quote=False) for child in children)
    return Svg(f"<{name}{shown}>{inner}</{name}>")


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else number(value)


def number(value: float) -> str:
    """Print a coordinate with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def path(*steps: str | float) -> str:
    """Join path commands and coordinates: `path("M", 1, 2.5, "H", 9)`."""
    return " ".join(step if isinstance(step, str) else number(step) for step in steps)

"""Prose: restricted Markdown in YAML fields becomes HTML that cannot do anything but read well."""

from __future__ import annotations

from functools import cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

from sam_gen.render.links import SCHEMES

_TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "a"}


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero", {"html": False, "linkify": False, "typographer": False})
    return reader.enable(["emphasis", "link", "list", "blockquote", "newline", "escape", "entity", "backticks"])


def prose(text: str) -> Markup:
    """Return the HTML of a Prose value: paragraphs, lists, emphasis, quotes, links; no HTML, no images."""
    html = _reader().render(text)
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer",
    )
    return Markup(clean.strip())

"""Prose: restricted Markdown in YAML fields becomes HTML that cannot do anything but read well."""

from __future__ import annotations

from functools import cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

from sam_gen.render.links import SCHEMES, leads_outside

_TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "a"}


class _Reader(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - named so by markdown-it
        """Leave a link that does not lead outside as the text it is: prose does not know the site's addresses."""
        return leads_outside(url)


@cache
def _reader() -> MarkdownIt:
    reader = _Reader("zero", {"html": False, "linkify": False, "typographer": False})
    return reader.enable(["emphasis", "link", "list", "blockquote", "newline", "escape", "entity", "backticks"])


def _only_outside(_tag: str, name: str, value: str) -> str | None:
    return None if name == "href" and not leads_outside(value) else value


def prose(text: str) -> Markup:
    """Return the HTML of a Prose value: paragraphs, lists, emphasis, quotes, links; no HTML, no images."""
    html = _reader().render(text)
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        attribute_filter=_only_outside,
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer",
    )
    return Markup(clean.strip())

"""Links that may stand on a page, and the pattern for links to edit a file."""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import PlainValidator

from sam_gen.model.problem import quoted
from sam_gen.model.scalars.refusal import refuse, text_of

LONGEST_LINK = 2000
LINK_SCHEMES = ("https", "http", "mailto", "tel")


def allowed_link(url: str) -> bool:
    """Tell whether a link may stand on a page: an allowed scheme, nothing hidden, a real target."""
    if len(url) > LONGEST_LINK or not url.isprintable() or re.search(r"[\s\\]", url):
        return False
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    if parts.scheme.lower() not in LINK_SCHEMES:
        return False
    if parts.scheme.lower() in ("http", "https"):
        return bool(parts.hostname) and "@" not in parts.netloc
    return bool(parts.path)


def _read_link(value: Any) -> str:
    text = text_of(value, "a link")
    if not allowed_link(text):
        remedy = "A link begins with https://, http://, mailto: or tel:, without spaces and without a password."
        shown = re.sub(r"//[^/]*@", "//…@", text[:LONGEST_LINK])
        raise refuse("SAM038", f"{quoted(shown)} is not a link this site will show", remedy)
    return text


Link = Annotated[str, PlainValidator(_read_link)]


def _read_edit_pattern(value: Any) -> str:
    text = text_of(value, "a link")
    sample = text.replace("{path}", "accounts/x.yml").replace("{line}", "1")
    if "{path}" not in text or not sample.startswith(("https://", "http://")) or not allowed_link(sample):
        remedy = "Write a web address with {path} in it, like https://git.example.com/edit/main/{path}#L{line}."
        raise refuse("SAM038", f"{quoted(text)} is not a pattern for edit links", remedy)
    return text


EditPattern = Annotated[str, PlainValidator(_read_edit_pattern)]
"""A web address with `{path}` and perhaps `{line}` in it."""

"""`Body`: the checked Markdown of a lesson or tool, which the site's engine converts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sam_gen.render.escape import charref
from sam_gen.render.links import between
from sam_gen.render.terms import Use

_LINK = re.compile(r"(\]\(|^ {0,3}\[[^\]]+\]: *)/([a-z0-9./-]*)((?:#[a-z0-9-]+)?)", re.MULTILINE)
_TAGS_IN_CODE = re.compile(r"`((?=[^`\n]*<)[^`\n]+)`")
"""Inside an element the engine takes a tag for one even in backticks, and `</details>` would end the fold."""
_FENCED = re.compile(r"^(`{3,}|~{3,})[^\n]*\n(?:.*?\n)??\1 *$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Body:
    """A text that the reader has checked: no HTML, attributes or links that lead astray.

    It is printed as it is, so nothing else may be made into one. Links from the site's root become links to the
    source files, which every engine follows.
    """

    text: str
    page: str
    """The address of the page the text stands on."""
    terms: tuple[tuple[Use, str], ...] = ()
    """Words that become links, in the order of the text, each with the address it leads to."""
    folded: bool = False
    """Whether it stands in an HTML element that the engine looks into."""

    def __html__(self) -> str:
        text = self._with_terms()
        parts, at = [], 0
        for block in _FENCED.finditer(text):
            parts += [self._linked(text[at : block.start()]), block[0]]
            at = block.end()
        return "\n\n" + "".join([*parts, self._linked(text[at:])]) + "\n\n"

    def _with_terms(self) -> str:
        """Put the links of terms in; they are written from the root, like those that stand in the text."""
        parts, at = [], 0
        for use, address in self.terms:
            word = self.text[use.start : use.end]
            parts += [self.text[at : use.start], f"[{word}](/{address}){{.s-term}}"]
            at = use.end
        return "".join([*parts, self.text[at:]])

    def _linked(self, text: str) -> str:
        linked = _LINK.sub(lambda link: f"{link[1]}{self._source(link[2])}{link[3]}", text)
        return _TAGS_IN_CODE.sub(lambda code: f"<code>{charref(code[1])}</code>", linked) if self.folded else linked

    def _source(self, address: str) -> str:
        """Return the way to the source of an address: `../../tools/x/index.md`; a file leads to itself."""
        way = str(between(self.page, address))
        if address and not address.endswith("/"):
            return way
        return f"{way.removeprefix('./')}index.md"

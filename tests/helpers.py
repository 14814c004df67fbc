"""Small projects from texts, and pages as a reader's browser would see them."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

import markdown

from sam_gen.model.account import Account
from sam_gen.model.project import Project
from sam_gen.pages.account import account_page
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project
from sam_gen.render.environment import fill, render
from sam_gen.render.page import Page

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "sam_gen" / "templates"
EXTENSIONS = ("attr_list", "md_in_html", "tables", "toc")
"""Those of the site."""

PLAYBOOK = """\
schema: 1
company: Kestrel
as_of: 2026-11-20
currency: EUR
tiers:
  - {id: strategic, name: Strategic, contact_lasts: 90}
  - {id: key, name: Key, contact_lasts: 180}
  - {id: candidate, name: Candidate, contact_lasts: 240}
"""
TEAM = """\
team:
  - {id: mira-holm, name: Mira Holm, role: Account manager}
  - {id: jon-aas, name: Jon Aas, role: Account manager}
"""


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def project(*accounts: str, as_of: str | None = None, playbook: str = PLAYBOOK, team: str = TEAM) -> Project:
    """Read accounts given as YAML; they are called a, b, c …"""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "accounts").mkdir()
        (root / "playbook").mkdir()
        (root / "playbook/playbook.yml").write_text(playbook, encoding="utf-8")
        (root / "playbook/team.yml").write_text(team, encoding="utf-8")
        for letter, text in zip("abcdefghijklmnopqrstuvwxyz", accounts, strict=False):
            (root / f"accounts/{letter}.yml").write_text(text, encoding="utf-8")
        return read_project(Folders(root), day(as_of) if as_of else None)


def only(text: str, **more: str) -> tuple[Project, Account]:
    """Read one account."""
    read = project(text, **more)
    return read, read.accounts[0]


@cache
def example() -> Project:
    """Read the example of this repository, once: what is read is never changed."""
    return read_project(Folders(ROOT))


def overview(text: str, **more: str) -> Page:
    """Return the overview of one account given as YAML."""
    return account_page(*only(text, **more))


def as_markdown(page: Page) -> str:
    """Return the Markdown of a page with its blocks filled in; what keeps to one line stands with plain spaces."""
    rendered = render(page)
    return fill(rendered.markdown, rendered.blocks).replace("&#160;", " ")


def as_html(page: Page) -> str:
    """Return the body of a page as the site shows it."""
    rendered = render(page)
    return fill(to_html(rendered.markdown), rendered.blocks).replace("&#160;", " ")


def to_html(text: str) -> str:
    return markdown.markdown(text, extensions=list(EXTENSIONS))


@dataclass(frozen=True)
class Element:
    """One element with its attributes and all the text inside."""

    tag: str
    attributes: dict[str, str]
    text: str

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()


class _Reader(HTMLParser):
    VOID = frozenset({"br", "hr", "img", "input", "wbr"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str], list[str]]] = []
        self.done: list[Element] = []

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
        if tag in self.VOID:
            self.done.append(Element(tag, dict(attrs), ""))
        else:
            self.open.append((tag, {name: value or "" for name, value in attrs}, []))

    def handle_endtag(self, tag):
        if tag in self.VOID:
            return  # <hr /> closes itself
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1][0] == tag, f"</{tag}> closes <{self.open[-1][0]}>"
        name, attributes, texts = self.open.pop()
        self.done.append(Element(name, attributes, "".join(texts)))

    def handle_data(self, data):
        for _, _, texts in self.open:
            texts.append(data)


def elements(html: str) -> list[Element]:
    """Return every element, inner before outer; fails where tags do not match."""
    reader = _Reader()
    reader.feed(f"<body>{html}</body>")
    reader.close()
    assert not reader.open, f"<{reader.open[-1][0]}> is never closed"
    return reader.done


def tags(html: str, *names: str) -> list[Element]:
    return [element for element in elements(html) if element.tag in names]


def text_of(html: str) -> str:
    """Return all text, runs of white space as one space."""
    return re.sub(r"\s+", " ", elements(html)[-1].text)


_SENTENCE_BEFORE = re.compile(r"""(?:^|[.!?…]["”’')]?\s+|\n\s*)["“‘(]*$|["“‘]$""")
_LABEL_BEFORE = re.compile(r"[:·]\s+$")
_SUBJECT_AFTER = re.compile(r"\s+(?:of|that|but|is|are|was|were|has|have|had|named)\b")
_ANSWER_AFTER = re.compile(r"[.,;]")


def leaked_none(text: str) -> bool:
    """Return whether Python's None has got into a text: alone, or where the English word cannot stand.

    The word stands at the beginning of a sentence, as its subject or as a short answer; after a label only as subject.
    """
    for hit in re.finditer(r"\bNone\b", text.strip()):
        before, after = hit.string[: hit.start()], hit.string[hit.end() :]
        begins = _SENTENCE_BEFORE.search(before)
        subject = _SUBJECT_AFTER.match(after) and (begins or _LABEL_BEFORE.search(before))
        answer = _ANSWER_AFTER.match(after) and begins
        if not subject and not answer:
            return True
    return False

"""A Markdown file of the playbook: front matter for rules, a body for readers, both with true places.

The body goes to the site's engine as it is, so whatever the engine would obey is refused here: HTML, attribute
lists, snippets, links that run. Two engines may disagree on where a code block ends and what is a heading; the
forms on which they disagree are refused too, so that what is checked is what will be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sam_gen.model.curriculum import bare_heading
from sam_gen.model.place import Place, PlacedDict, PlacedText
from sam_gen.model.problem import Problem, listed, quoted
from sam_gen.model.scalars import ID_PATTERN, LINK_SCHEMES
from sam_gen.model.words import nearest
from sam_gen.reading.characters import read_text
from sam_gen.reading.events import read_tree
from sam_gen.reading.reader import Reader

LONGEST_BODY = 24_000
"""Characters; a lesson has about 8,000."""

_MARK = "---"
_HTML = re.compile(r"<[A-Za-z/!?]")
_SPAN = re.compile(r"`[^`]+`")
_TARGET = re.compile(r"(!?)\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\(|:)")
_ADDRESS = re.compile(r"/(?:[a-z0-9][a-z0-9.-]*/)*(?:[a-z0-9][a-z0-9.-]*\.[a-z0-9]+)?(?:#[a-z0-9-]+)?")
_HEADING = re.compile(r"( {0,3})(#{1,6})(?!#)(.*)")
_FENCE = re.compile(r"(`{3,}|~{3,}) ?[\w.+-]*")
_REMEDY_LINK = "Write a page of this site from its root, [Who decides](/training/who-decides/), others with https://."


# The file ---------------------------------------------------------------------------


def read_page(reader: Reader, path: Path, headings: Sequence[str]) -> PlacedDict | None:
    """Read a file of front matter and body; the body stands in the tree as the field `body`."""
    name, text = reader.folders.name_of(path), read_plain(reader, path)
    if text is None:
        return None
    lines = text.split("\n")
    end = next((at for at, line in enumerate(lines) if at and line.rstrip() == _MARK), None)
    if lines[0].rstrip() != _MARK or end is None:
        reader.add([_no_front_matter(name, lines)])
        return None
    tree, problems = read_tree("\n".join(["", *lines[1:end]]), name)
    reader.add(problems)
    if tree is None:
        return None
    if "body" in tree:
        remedy = f"Delete the line; the text stands below the second {_MARK}."
        reader.add([Problem(tree.keys_at["body"], "SAM030", "the text is not a field", remedy)])
    body = Text(name, tuple(lines[end + 1 :]), end + 2)
    reader.add(list(body_problems(body, headings)))
    blank = next((at for at, line in enumerate(body.lines) if line), 0)
    tree["body"] = PlacedText("\n".join(body.lines).strip("\n"), Place(name, body.first + blank, 1))
    return tree


def read_body(reader: Reader, path: Path) -> str:
    """Read a file that is a body alone; empty if there is none."""
    if not path.exists() and not path.is_symlink():
        return ""
    text = read_plain(reader, path)
    if text is None:
        return ""
    reader.add(list(body_problems(Text(reader.folders.name_of(path), tuple(text.split("\n")), 1), ())))
    return text.strip()


def read_plain(reader: Reader, path: Path) -> str | None:
    """Return the text of a file, or None if it cannot be had."""
    text, problems = read_text(path, reader.folders.name_of(path))
    reader.add(problems)
    return None if any(problem.code != "SAM005" for problem in problems) else text


def _no_front_matter(name: str, lines: Sequence[str]) -> Problem:
    if lines[0].rstrip() == _MARK:
        remedy = f"Put {_MARK} on a line of its own, where the fields end and the text begins."
        return Problem(Place(name, 1, 1), "SAM060", f"the {_MARK} that opens the fields has no second one", remedy)
    remedy = f"Begin the file with a line {_MARK}, then the fields, then a second line {_MARK}, then the text."
    return Problem(Place(name, 1, 1), "SAM060", "the fields at the top are missing", remedy)


# The body ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Text:
    """The lines of a body, and where in its file the first one stands."""

    file: str
    lines: tuple[str, ...]
    first: int

    def problem(self, line: int, column: int, code: str, message: str, remedy: str) -> Problem:
        """Place a problem at a line and column of the body, both counted from 0."""
        return Problem(Place(self.file, self.first + line, column + 1), code, message, remedy)


def body_problems(text: Text, headings: Sequence[str]) -> Iterator[Problem]:
    """Yield everything in a body that may not reach the engine, and fixed headings that are not as they should be."""
    size = sum(len(line) + 1 for line in text.lines)
    if size > LONGEST_BODY:
        message = f"the text has {size:,} characters, at most {LONGEST_BODY:,} are read"
        yield text.problem(0, 0, "SAM067", message, "Split it in two.")
        return
    tokens = _parser().parse("\n".join(text.lines))
    open_lines = [*_outside_code(text, tokens)]
    yield from listed(_code(text, tokens))
    yield from listed(_snippets(text))
    yield from listed(_live(text, open_lines))
    yield from listed(_heading_forms(text, tokens, open_lines))
    if headings:
        yield from listed(_fixed(text, open_lines, headings))


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def _outside_code(text: Text, tokens: Sequence[Token]) -> list[int]:
    """Return the lines that are not in a fenced block."""
    fenced = {line for token in tokens if token.type == "fence" and token.map for line in range(*token.map)}
    return [line for line in range(len(text.lines)) if line not in fenced]


def _code(text: Text, tokens: Sequence[Token]) -> Iterator[Problem]:
    """Refuse code blocks that engines end at different lines."""
    remedy = "Begin and end it with a line ``` at the left edge, outside lists and quotes."
    for token in tokens:
        if token.type == "code_block" and token.map:
            yield text.problem(token.map[0], 0, "SAM068", "a code block made by indenting", remedy)
        elif token.type == "fence" and token.map:
            first, last = text.lines[token.map[0]], text.lines[token.map[1] - 1]
            closed = token.map[1] - token.map[0] > 1 and last.rstrip() == token.markup
            if not first.startswith(token.markup) or not closed:
                yield text.problem(token.map[0], 0, "SAM068", "a code block that is indented or not closed", remedy)
            elif not _FENCE.fullmatch(first.rstrip()):
                yield text.problem(
                    token.map[0], 0, "SAM068", "more than the name of a language after the fence", remedy
                )


def _snippets(text: Text) -> Iterator[Problem]:
    for number, line in enumerate(text.lines):
        at = line.find("--8<--")
        if at >= 0:
            yield text.problem(number, at, "SAM064", "a snippet, which would bring in another file", "Write it out.")


def _live(text: Text, open_lines: Sequence[int]) -> Iterator[Problem]:
    """Refuse what the engine would obey: HTML, attribute lists, links and pictures that lead astray."""
    for chunk in _chunks(text, open_lines):
        bare = _without_spans([text.lines[number] for number in chunk])
        for number, line in zip(chunk, bare, strict=True):
            for match in _HTML.finditer(line):
                remedy = "Write Markdown instead. To show it, put it in `backticks` that open and close on one line."
                yield text.problem(number, match.start(), "SAM061", "HTML in the text", remedy)
            braces = re.search(r"\{[^}]*\}", _without_heading_id(line))
            if braces:
                message = f"{quoted(braces.group())} would be read as attributes"
                yield text.problem(number, braces.start(), "SAM063", message, "Delete it, or put it in `backticks`.")
        yield from _links(text, chunk, bare)


def _chunks(text: Text, open_lines: Sequence[int]) -> Iterator[list[int]]:
    """Yield runs of lines without an empty line or code block between them: no code span reaches further."""
    chunk: list[int] = []
    for number in open_lines:
        if chunk and (number != chunk[-1] + 1 or not text.lines[number].strip()):
            yield chunk
            chunk = []
        if text.lines[number].strip():
            chunk.append(number)
    if chunk:
        yield chunk


def _without_spans(lines: Sequence[str]) -> list[str]:
    """Blank out code spans, if every engine would find the same ones: each opens and closes on its line."""
    if any(line.count("`") % 2 or "``" in line or "\\`" in line for line in lines):
        return [*lines]
    return [_SPAN.sub(lambda match: "·" * len(match[0]), line) for line in lines]


def _without_heading_id(line: str) -> str:
    heading = re.fullmatch(rf"(#{{2,6}} .*?)\{{#{ID_PATTERN}\}}\s*", line)
    return heading[1] if heading else line


def _links(text: Text, chunk: Sequence[int], lines: Sequence[str]) -> Iterator[Problem]:
    whole = "\n".join(lines)
    for match in _TARGET.finditer(whole):
        before = whole[: match.start()]
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        target = re.split(r"[)\s]", whole[match.end() :].lstrip(), maxsplit=1)[0]
        if match[0].endswith(":") and not _defines(before, target):
            continue
        message = _wrong_target(target, whole[match.end() :], picture=bool(match[1]))
        if message:
            yield text.problem(chunk[line], column, "SAM062", message, _REMEDY_LINK)


def _defines(before: str, target: str) -> bool:
    """Whether `[a]: b` is the target of a link and not a word in brackets that ends in a colon."""
    return not before.rpartition("\n")[2].strip() and bool(target)


def _wrong_target(target: str, rest: str, *, picture: bool) -> str:
    """Say what is wrong with where a link leads; empty if nothing is."""
    scheme = re.match(r"([^/?#)]*?):", re.sub(r"[\s\x00-\x20\\<]", "", unescape(unescape(rest))))
    if scheme and scheme[1].lower() not in LINK_SCHEMES and not target.startswith(("/", "#")):
        return f"a link that begins with {quoted(f'{scheme[1]}:')} may not stand on a page"
    if picture and not _ADDRESS.fullmatch(target):
        return "a picture from elsewhere: a reader's browser talks to this site alone"
    outside = re.fullmatch(r"(?:https?://(?![/?#])|mailto:|tel:)[^\s<>\"\\]+", target)
    inside = _ADDRESS.fullmatch(target) or re.fullmatch(r"#[a-z0-9-]+", target)
    return "" if outside or inside else f"{quoted(target)} leads nowhere"


# Headings ---------------------------------------------------------------------------


def _heading_forms(text: Text, tokens: Sequence[Token], open_lines: Sequence[int]) -> Iterator[Problem]:
    for number in open_lines:
        line = text.lines[number]
        if number and re.fullmatch(r" {0,3}(=+|-+)\s*", line) and text.lines[number - 1].strip():
            remedy = "Write a heading as “## Heading”; leave an empty line before a rule."
            yield text.problem(number, 0, "SAM065", "a line that makes a heading of the one above", remedy)
        match = _HEADING.fullmatch(line)
        if match:
            yield from _heading_form(text, number, match)
    for token in tokens:
        if token.type == "heading_open" and token.level and token.map:
            remedy = "Put it at the left edge, or make it **bold**."
            yield text.problem(token.map[0], 0, "SAM065", "a heading inside a list or quote", remedy)


def _heading_form(text: Text, number: int, match: re.Match[str]) -> Iterator[Problem]:
    indent, signs, rest = match.groups()
    if indent or not rest.startswith(" "):
        remedy = f"Write “{signs} Heading”, at the left edge."
        yield text.problem(number, len(indent), "SAM065", "a heading that not everyone reads as one", remedy)
    elif len(signs) == 1:
        remedy = "Begin with ## or deeper."
        yield text.problem(number, 0, "SAM065", "a heading of the first rank: the page has its own", remedy)


def _fixed(text: Text, open_lines: Sequence[int], headings: Sequence[str]) -> Iterator[Problem]:
    """Compare the headings of the second rank with those that are asked for."""
    found: dict[str, int] = {}
    meant: set[str] = set()
    latest = -1
    numbers = [number for number in open_lines if text.lines[number].startswith("## ")]
    for number, following in zip(numbers, [*numbers[1:], len(text.lines)], strict=True):
        heading = bare_heading(text.lines[number][3:])
        if heading not in headings:
            missing = [name for name in headings if name not in found]
            guess = nearest(heading, missing)
            remedy = f"{f'Did you mean {guess}? ' if guess else ''}The headings are: {', '.join(headings)}."
            yield text.problem(number, 3, "SAM066", f"no heading is called {quoted(heading)}", remedy)
            meant |= {guess} if guess else set()
            continue
        if heading in found:
            message = f"{quoted(heading)} stands already in line {text.first + found[heading]}"
            yield text.problem(number, 3, "SAM066", message, "Join the two parts.")
            continue
        found[heading] = number
        if headings.index(heading) < latest:
            remedy = f"The order is: {', '.join(headings)}."
            yield text.problem(number, 3, "SAM066", f"{quoted(heading)} stands too late", remedy)
        latest = max(latest, headings.index(heading))
        if not any(line.strip() for line in text.lines[number + 1 : following]):
            yield text.problem(number, 3, "SAM066", f"nothing stands under {quoted(heading)}", "Write this part.")
    lacking = [name for name in headings if name not in found and name not in meant]
    if lacking:
        last = len(text.lines) - 1
        message = f"the heading {quoted(lacking[0])} is missing"
        more = f" Also missing: {', '.join(lacking[1:])}." if len(lacking) > 1 else ""
        end = max((number for number in range(last + 1) if text.lines[number].strip()), default=0)
        yield text.problem(end, 0, "SAM066", message, f"Add “## {lacking[0]}” and its text.{more}")

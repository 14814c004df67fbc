"""What holds for every text: nothing is lost, every place is right, and nothing but ReadingProblems comes out."""

from __future__ import annotations

import datetime
import json
import tempfile
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading.reading_cases import assert_well_said, lay, problems_of

from sam_gen.model.place import PlacedDict, PlacedList, PlacedText, Raw
from sam_gen.reading.characters import decode, first_invisible
from sam_gen.reading.events import read_tree
from sam_gen.reading.project import read_project

STEADY = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))

# Texts in every style -----------------------------------------------------------------------

SAFE = "abcxyzNO019äß中ع_/+ "
VISIBLE = st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn"])
TEXTS = (
    st.text(st.sampled_from(SAFE), min_size=1, max_size=12)
    | st.text(VISIBLE, max_size=20)
    | st.sampled_from(["NO", "null", "~", "010", "1_000", "12:30", "1e3", ".nan", "a: b", "a #b", "# x", "- x", "? x"])
    | st.sampled_from(["'", '"', "''", "\\", "{", "[", "*a", "&a", "!a", "%a", "@a", "`", "|", ">", "<<", "=", "---"])
    | st.text(st.sampled_from("ab \n"), max_size=12)
).filter(lambda text: first_invisible(text) is None)
KEYS = st.lists(st.text(st.sampled_from("abcdefgh_"), min_size=1, max_size=6), min_size=1, max_size=4, unique=True)
TREES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | KEYS.flatmap(lambda keys: st.fixed_dictionaries(dict.fromkeys(keys, inner)))
    ),
    max_leaves=12,
)
ROOTS = KEYS.flatmap(lambda keys: st.fixed_dictionaries(dict.fromkeys(keys, TREES)))

Spots = dict[tuple, tuple[int, int]]


class Writer:
    """Writes a tree as YAML in styles drawn at random, and notes where each scalar begins."""

    def __init__(self, draw) -> None:
        self.draw = draw
        self.out = ""
        self.spots: Spots = {}
        self.literal = False

    def chance(self, share: int = 2) -> bool:
        return self.draw(st.integers(0, share - 1)) == 0

    def spot(self) -> tuple[int, int]:
        lines = self.out.split("\n")
        return len(lines), len(lines[-1]) + 1

    def noise(self) -> None:
        """A blank line or a comment; never an indented one below a literal block, where it would be text."""
        if self.chance(5):
            self.out += self.draw(
                st.sampled_from(["\n", "# a comment: [x\n", *([] if self.literal else ["   # another\n"])])
            )

    def root(self, tree: dict) -> tuple[str, Spots]:
        self.noise()
        self.fields(tree, (), 0)
        return self.out, self.spots

    def block(self, value, path: tuple, indent: int) -> None:
        """Write what follows after `key:` or `-`, up to the end of its last line."""
        if isinstance(value, str):
            self.out += " "
            self.spots[path] = self.spot()
            self.scalar(value, indent)
        elif self.chance(3):
            self.out += " "
            self.flow(value, path)
            self.out += self.draw(st.sampled_from(["\n", " # end\n"]))
        else:
            self.out += "\n"
            self.noise()
            (self.fields if isinstance(value, dict) else self.entries)(value, path, indent + 2)

    def fields(self, tree: dict, path: tuple, indent: int) -> None:
        for key, value in tree.items():
            self.out += " " * indent + self.draw(st.sampled_from([key, f'"{key}"', f"'{key}'"])) + ":"
            self.block(value, (*path, key), indent)
            self.noise()

    def entries(self, tree: list, path: tuple, indent: int) -> None:
        for number, value in enumerate(tree):
            self.out += " " * indent + "-"
            self.block(value, (*path, number), indent)
            self.noise()

    def flow(self, value, path: tuple) -> None:
        if isinstance(value, str):
            self.spots[path] = self.spot()
            self.out += self.inline(value)
            return
        inside = list(value.items()) if isinstance(value, dict) else list(enumerate(value))
        self.out += "{" if isinstance(value, dict) else "["
        for number, (key, item) in enumerate(inside):
            self.out += ", " if number else ""
            self.out += f"{key}: " if isinstance(value, dict) else ""
            self.flow(item, (*path, key))
        self.out += "}" if isinstance(value, dict) else "]"

    def scalar(self, text: str, indent: int) -> None:
        lines = text.split("\n")
        self.literal = (
            len(lines) > 1 and text.strip() != "" and text[0] not in " \n" and text[-1] != "\n" and self.chance()
        )
        if self.literal:
            self.out += "|-\n" + "".join(" " * (indent + 2) + line + "\n" for line in lines)
        else:
            self.out += self.inline(text) + self.draw(st.sampled_from(["\n", " # a comment\n", "  \n"]))

    def inline(self, text: str) -> str:
        styles = [json.dumps(text, ensure_ascii=self.chance() and text.isascii())]
        if "\n" not in text:
            styles.append("'" + text.replace("'", "''") + "'")
            if text.strip() == text and text not in ("", "null") and all(c in SAFE for c in text):
                styles.append(text)
        return self.draw(st.sampled_from(styles))


def leaves(tree, path: tuple = ()) -> dict[tuple, str]:
    if isinstance(tree, str):
        return {path: str(tree)}
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree)
    return {place: text for key, value in pairs for place, text in leaves(value, (*path, key)).items()}


def places(tree: Raw, path: tuple = ()) -> Spots:
    if isinstance(tree, PlacedText):
        return {path: (tree.place.line, tree.place.column)}
    pairs = tree.items() if isinstance(tree, PlacedDict) else enumerate(tree if isinstance(tree, PlacedList) else [])
    return {
        place: spot
        for key, value in pairs
        for place, spot in places(value, (*path, str(key) if isinstance(key, str) else key)).items()
    }


@settings(STEADY, max_examples=200)
@given(ROOTS, st.data(), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_every_scalar_comes_back_as_typed_and_with_its_place(tree, data, line_end, mark):
    text, spots = Writer(data.draw).root(tree)
    raw = text.replace("\n", line_end).encode()
    decoded, problems = decode(b"\xef\xbb\xbf" + raw if mark else raw, "a.yml")
    assert problems == []
    read, problems = read_tree(decoded, "a.yml")
    assert problems == [], f"{text}\n{problems}"
    assert leaves(read) == leaves(tree), text
    assert places(read) == spots, text


# A valid account under fire --------------------------------------------------------------------

RICH = """\
# yaml-language-server: $schema=../docs/schema/account.json
name: "Hafenwerk: Logistik" # the whole
tier: key
lead: mira-holm
timeframe: 2026-07-01 to 2027-06-30
as_of: 2026-11-02
currency: SEK
in_short: >-
  We are liked in Bremen
  and unknown in Oslo.
business: {summary: 'They ship; it''s big', revenue: 1250000.50, website: "https://hafenwerk.example/a?b#c"}
initiatives:
  - {id: paperless, name: Night shift without paper, owner: rao, basis: client_confirmed, who: rao}
people:
  - id: rao
    name: Priya Rao
    roles: [decider, economic_buyer]
    influence:
      - {value: 7, as_of: 2026-01-01, by: mira-holm}
      - 9
    support: {value: mentor, evidence: "said so: twice"}
    key_player: yes
  - {id: lund, name: Пер Лунд 王, reports_to: rao, support: neutral, audience: shared}
influences: [{from: rao, to: lund, kind: conflict}]
contacts:
- {date: 2026-10-01, ours: [mira-holm, jon-aas], theirs: rao, what: First talk}
meetings: [{date: 2026-12-01, time: 09:30, what: Review}]
objectives: [{name: Two sites live, for: paperless, we_get: 180000, due: 2027-05-31}]
actions: [{what: Walk the night shift, owner: team/mira-holm, due: 2026-11-20}]
promises: [{what: A list, by: mira-holm, to: people/rao, kept: 2026-11-01}]
""".encode()

NASTY = [
    b"\x00", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\t", b"\r", b"\n", b"\n\n", b"  ", b":", b": ", b" #x", b"- ", b"? ",
    b"'", b'"', b"\\", b"[", b"]", b"{", b"}", b",", b"&a", b"*a", b"!a", b"|", b">", b"%", b"@", b"---\n", b"...\n",
    b"<<: *a", b"<<<<<<< x\n", b"~", b"null", b"\xe2\x80\xae", b"\xe2\x80\x8b", b"\xe2\x80\x8d", b"\xc2\xa0",
    b"\xed\xa0\x80", b"\xf0\x9f\x92\xa9", b'"\\ud800"', b"a: b\n", b"\na: b", b"9" * 5000, b"[" * 50,
]  # fmt: skip
MUTATIONS = st.lists(
    st.tuples(
        st.sampled_from(["flip", "delete", "double", "insert", "move"]),
        st.integers(0, len(RICH) - 1),
        st.integers(1, 60),
        st.integers(0, 255) | st.sampled_from(NASTY),
    ),
    min_size=1,
    max_size=4,
)


def mutate(data: bytes, kind: str, at: int, length: int, what: int | bytes) -> bytes:
    at = min(at, len(data))
    piece = data[at : at + length]
    if kind == "flip":
        return data[:at] + (bytes([what]) if isinstance(what, int) else what) + data[at + 1 :]
    if kind == "delete":
        return data[:at] + data[at + length :]
    if kind == "double":
        return data[: at + length] + piece + data[at + length :]
    if kind == "insert":
        return data[:at] + (bytes([what]) if isinstance(what, int) else what) + data[at:]
    rest = data[:at] + data[at + length :]
    return rest[: length * 7] + piece + rest[length * 7 :]


def test_the_rich_account_is_valid(tmp_path):
    assert problems_of(lay(tmp_path, {"accounts/case.yml": RICH})) == []


@settings(STEADY, max_examples=700)
@given(MUTATIONS)
def test_whatever_is_done_to_a_file_only_problems_come_out(mutations):
    data = RICH
    for mutation in mutations:
        data = mutate(data, *mutation)
    with tempfile.TemporaryDirectory() as folder:
        problems = problems_of(lay(Path(folder), {"accounts/case.yml": data}))
    assert_well_said(problems)
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    for problem in problems:
        assert problem.place.file == "accounts/case.yml"
        assert 1 <= problem.place.line <= len(lines), problem
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1, problem


# From the file to the model ------------------------------------------------------------------------

LINES = st.text(VISIBLE, min_size=1, max_size=60).filter(lambda text: text.strip() and first_invisible(text) is None)
AMOUNTS = st.decimals(min_value=-(10**15) + 1, max_value=10**15 - 1, places=4) | st.integers(0, 10**15 - 1).map(Decimal)
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))
IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,79}", fullmatch=True)


@settings(STEADY, max_examples=100)
@given(LINES, LINES, AMOUNTS, DAYS, IDS, st.integers(0, 10))
def test_the_model_holds_what_the_file_says(name, title, amount, day, id_, influence):
    text = "\n".join(
        [
            f"name: {json.dumps(name, ensure_ascii=False)}",
            f"as_of: {day.isoformat()}",
            f"business: {{revenue: {amount:f}}}",
            "people:",
            f"  - id: {id_}",
            f"    name: {json.dumps(title, ensure_ascii=False)}",
            f"    influence: {influence}",
            f"    reports_to: {id_}",
        ]
    )
    with tempfile.TemporaryDirectory() as folder:
        (account,) = read_project(lay(Path(folder), {"accounts/case.yml": text})).accounts
    assert (account.name, account.as_of, account.business.revenue) == (name, day, amount)
    assert f"{account.business.revenue:f}" == f"{amount:f}"
    (person,) = account.people
    assert (person.id, person.name, person.reports_to) == (id_, title, id_)
    assert [claim.value for claim in person.influence] == [influence]
    assert (person.place_of("name").line, person.place_of("name").column) == (6, 11)

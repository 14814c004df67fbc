"""`log`: one record more, and not a byte of the rest touched."""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from helpers import PLAYBOOK, ROOT, TEAM, day
from hypothesis import given, settings
from hypothesis import strategies as st

from sam_gen.cli import main
from sam_gen.exchange.insert import scalar
from sam_gen.exchange.log import CannotNote, Said, Sign, note, one_line
from sam_gen.reading.events import read_tree
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project

TEXT = """Asked: "why's it 5 % – #3?", then C:\\x {a: b}, Łódź"""
PEOPLE = "people: [{id: rao, name: Priya Rao}, {id: lund, name: Per Lund}, {name: No Id}]\n"
SIGN = "need-before-order"


@pytest.fixture(scope="module")
def playbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("log")
    for folder in ("accounts", "playbook"):
        (root / folder).mkdir()
    (root / "playbook/playbook.yml").write_text(PLAYBOOK, encoding="utf-8")
    (root / "playbook/team.yml").write_text(TEAM, encoding="utf-8")
    return root


def noted(root: Path, data: str | bytes, *, sign: bool = False, text: str = TEXT, on: str = "2026-11-20") -> bytes:
    """Return what a file of these bytes is after a talk or a sign was noted."""
    path = root / "accounts/a.yml"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    folders = Folders(root)
    said = Said("a", text, ("rao",), ("mira-holm",), day(on), Sign(SIGN) if sign else None)
    note(folders, read_project(folders), said)
    return path.read_bytes()


def added(before: bytes, after: bytes) -> list[str]:
    """Return the lines that are new; fails where any other line has changed."""
    lines = [text.decode().splitlines(keepends=True) for text in (before, after)]
    found = [one for one in difflib.ndiff(*lines) if one[0] in "+-"]
    assert all(one[0] == "+" for one in found), found
    return [one[2:] for one in found]


# Every file of the example ------------------------------------------------------------


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("example")
    for folder in ("accounts", "playbook"):
        shutil.copytree(ROOT / folder, root / folder)
    return root


ACCOUNTS = sorted(path.name.removesuffix(".yml") for path in (ROOT / "accounts").iterdir())


@pytest.mark.parametrize("sign", [False, True], ids=["talk", "sign"])
@pytest.mark.parametrize("account", ACCOUNTS)
def test_an_example_file_has_the_lines_more_and_nothing_else(copy: Path, account: str, sign: bool) -> None:
    folders = Folders(copy)
    project = read_project(folders)
    before = {path: path.read_bytes() for path in copy.rglob("*.yml")}
    read = next(one for one in project.accounts if one.id == account)
    who = next(person.id for person in read.people if person.id)
    ours = project.playbook.team[0].id
    done = note(folders, project, Said(account, TEXT, (who,), (ours,), project.as_of, Sign(SIGN) if sign else None))
    changed = [path for path in copy.rglob("*.yml") if path.read_bytes() != before.get(path)]
    assert [folders.name_of(path) for path in changed] == [done.file]
    lines = added(before[changed[0]], changed[0].read_bytes())
    assert any(scalar(TEXT) in line for line in lines)
    assert len(lines) <= len(done.record) + 3
    after = next(one for one in read_project(folders).accounts if one.id == account)
    (new,) = [one for one in _records(after, sign) if one not in _records(read, sign)]
    assert (new.evidence if sign else new.what) == TEXT
    assert new.lines[0] == done.line
    changed[0].write_bytes(before[changed[0]])


def _records(account, sign: bool):
    return (account.position.evidence if account.position else ()) if sign else account.contacts


# Every shape a file may have ----------------------------------------------------------

NEW = """- date: 2026-11-20
    ours: [mira-holm]
    theirs: [rao]
    what: x
"""

SHAPES = {
    "no list yet": ("name: A\n" + PEOPLE, "\ncontacts:\n  " + NEW, None),
    "no line end at the end": ("name: A\n" + PEOPLE.rstrip(), None, None),
    "a key without a value": (PEOPLE + "contacts: # none yet\n# later\nname: A\n", "  " + NEW, "none yet\n"),
    "a tilde": (PEOPLE + "contacts: ~ # none yet\nname: A\n", None, None),
    "null": (PEOPLE + "contacts: null\nname: A\n", None, None),
    "an empty flow list": (PEOPLE + "contacts: []\nname: A\n", None, None),
    "a flow list": (PEOPLE + "contacts: [{date: 2026-01-01, what: old}] # c\nname: A\n", None, None),
    "a flow list over lines": (PEOPLE + "contacts: [ # c\n  {date: 2026-01-01},\n  ]\nname: A\n", None, None),
    "newest first": (
        PEOPLE + "contacts:\n  # talks\n  - date: 2026-11-10\n\n  # the first\n  - date: 2026-01-01\nname: A\n",
        "  " + NEW,
        "# talks\n",
    ),
    "oldest first": (
        PEOPLE + "contacts:\n- date: 2026-01-01\n\n# c\n- date: 2026-11-10\n\nname: A\n",
        NEW.replace("\n    ", "\n  "),
        "2026-11-10\n",
    ),
    "in the middle": (
        PEOPLE + "contacts:\n  - date: 2027-01-10\n    what: a\n\n  - date: 2026-01-01\nname: A\n",
        "  " + NEW,
        "what: a\n",
    ),
    "flow records": (PEOPLE + "contacts:\n  - {date: 2026-01-01}\nname: A\n", None, None),
    "a block text last": (
        "name: A\n" + PEOPLE + "contacts:\n  - date: 2026-01-01\n    what: >-\n      old\n      # no comment\n",
        None,
        None,
    ),
    "a text that keeps its blank lines last": (PEOPLE + "name: A\nin_short: |+\n  text\n\n", None, None),
    "a comment last": (PEOPLE + "name: A\n# end\n", "\ncontacts:\n  " + NEW, "# end\n"),
    "a document that ends": ("---\nname: A\n" + PEOPLE + "...\n", None, None),
    "one flow record": ("{name: A, people: [{id: rao, name: R}]}\n", None, None),
    "one flow record with the key": ("{name: A, contacts: , people: [{id: rao, name: R}]}\n", None, None),
    "an indented file": ("  name: A\n  people: [{id: rao, name: R}]\n", None, None),
    "a quoted key": (PEOPLE + '"contacts":\n  - date: 2026-01-01\nname: A\n', None, None),
}


@pytest.mark.parametrize(("start", "ends"), [("", "\n"), ("\ufeff", "\r\n")], ids=["lf", "bom-crlf"])
@pytest.mark.parametrize("name", SHAPES)
def test_a_talk_fits_into(playbook: Path, name: str, start: str, ends: str) -> None:
    text, lines, behind = SHAPES[name]
    before = (start + text).replace("\n", ends).encode()
    after = noted(playbook, before, text="x")
    if lines is not None:
        at = text.index(behind) + len(behind) if behind else len(text)
        assert after.decode() == (start + text[:at] + lines + text[at:]).replace("\n", ends)
    elif ends == "\n" and "[" not in text.partition("contacts:")[2] and "~" not in text and "null" not in text:
        kept = iter(after.decode())
        assert all(sign in kept for sign in before.decode()), "nothing is taken away"


SIGNS = {
    "no position": "",
    "a position without a value": "position:\n",
    "an empty position": "position: {}\n",
    "a position without evidence": "position:\n  own_view: basic\n# later\n",
    "evidence without a value": "position:\n  evidence:\n  own_view: basic\n",
    "evidence": "position:\n  evidence:\n    - indicator: need-before-order\n      as_of: 2026-01-01\n"
    "  own_view: basic\n",
    "a flow position": "position: {own_view: basic}\n",
    "flow evidence": "position: {evidence: [{indicator: need-before-order}], own_view: basic}\n",
}


@pytest.mark.parametrize("name", SIGNS)
def test_a_sign_fits_into(playbook: Path, name: str) -> None:
    before = PEOPLE + SIGNS[name] + "name: A\n"
    after = noted(playbook, before, sign=True).decode()
    kept = iter(after)
    assert all(sign in kept for sign in before), "nothing is taken away"
    read = read_project(Folders(playbook)).accounts[0]
    new = next(one for one in read.position.evidence if one.evidence)
    assert (new.evidence, new.by, new.who, str(new.as_of), new.basis) == (
        TEXT,
        "mira-holm",
        "rao",
        "2026-11-20",
        "observed",
    )


# Texts --------------------------------------------------------------------------------

texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn", "Co"]), min_size=1).map(str.strip)


@given(text=texts)
def test_any_text_is_read_as_it_was_typed(text: str) -> None:
    if not text:
        return
    for more, form in ((",", "a: {}\n"), ("", "a: {{b: {}, c: d}}\n")):
        tree, problems = read_tree(form.format(scalar(text, more)), "x.yml")
        if any(problem.code == "SAM005" for problem in problems):
            continue
        assert not problems
        assert (tree["a"] if more else tree["a"]["b"]) == text


@given(text=texts)
@settings(max_examples=15)
def test_any_text_is_noted_or_refused(playbook: Path, text: str) -> None:
    before = b"# c\nname: A\n" + PEOPLE.encode() + b"contacts:\n  - {date: 2026-01-01} # c\n"
    refused = False
    try:
        after = noted(playbook, before, text=text)
    except CannotNote as error:
        after, refused = (playbook / "accounts/a.yml").read_bytes(), error.usage
    if refused:
        assert after == before
        return
    assert len(added(before, after)) == 1
    assert read_project(Folders(playbook)).accounts[0].contacts[-1].what == text


def test_breaks_become_spaces() -> None:
    assert one_line(" a \r\n  b\n\nc ") == "a b c"


# At the terminal ----------------------------------------------------------------------


@pytest.fixture
def here(playbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(playbook, tmp_path / "p")
    (tmp_path / "p/accounts/a.yml").write_text("name: A\n" + PEOPLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "p")
    return tmp_path / "p"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["log", *arguments])


def test_it_says_what_it_wrote(here: Path) -> None:
    done = run("a", "Walked: the yard", "--who", "rao", "--who", "lund", "--ours", "jon-aas", "--on", "2026-11-19")
    assert done.exit_code == 0, done.output
    assert done.output == (
        "accounts/a.yml:5 now says:\n"
        "  - date: 2026-11-19\n"
        "    ours: [jon-aas]\n"
        "    theirs: [rao, lund]\n"
        '    what: "Walked: the yard"\n'
    )
    read = read_project(Folders(here)).accounts[0]
    assert read.contacts[0].theirs == ("rao", "lund")


WRONG = {
    "account": (("b", "x", "--who", "rao"), "There is no account “b”."),
    "person": (("a", "x", "--who", "roa"), "Did you mean rao? That is “Priya Rao”, accounts/a.yml:2:10."),
    "person by name": (("a", "x", "--who", "Per Lund"), "Did you mean lund?"),
    "colleague": (("a", "x", "--who", "rao", "--ours", "mira"), "Did you mean mira-holm?"),
    "indicator": (("a", "x", "--who", "rao", "--evidence", "need-before-ordr"), "Did you mean need-before-order?"),
    "day": (("a", "x", "--who", "rao", "--on", "19.11.2026"), "Did you mean 2026-11-19?"),
    "no who": (("a", "x"), "--who"),
    "answer alone": (("a", "x", "--who", "rao", "--answer", "no"), "belong to --evidence"),
    "two for a sign": (("a", "x", "--who", "rao", "--who", "lund", "--evidence", SIGN), "once"),
    "empty": (("a", " ", "--who", "rao"), "TEXT is empty"),
    "too long": (("a", "x" * 5000, "--who", "rao"), "Shorten it"),
    "invisible": (("a", "x\u200by", "--who", "rao"), "U+200B"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_usage_writes_nothing(here: Path, name: str) -> None:
    arguments, said = WRONG[name]
    before = (here / "accounts/a.yml").read_bytes()
    done = run(*arguments)
    assert done.exit_code == 2, done.output
    assert said in done.output
    assert "Traceback" not in done.output
    assert (here / "accounts/a.yml").read_bytes() == before


def test_a_person_without_an_id_is_named_with_their_line(here: Path) -> None:
    done = run("a", "x", "--who", "no-id")
    assert done.exit_code == 1
    assert "accounts/a.yml:2:66 No Id has no id to refer to. Add “id: no-id” to that record." in done.output


def test_a_file_that_cannot_be_read_is_left_alone(here: Path) -> None:
    (here / "accounts/a.yml").write_text("nam: A\n", encoding="utf-8")
    done = run("a", "x", "--who", "rao")
    assert done.exit_code == 1
    assert "accounts/a.yml:1:1 SAM030" in done.output
    assert (here / "accounts/a.yml").read_text(encoding="utf-8") == "nam: A\n"


def test_a_shape_without_room_gives_the_lines_to_paste(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sam_gen.exchange.log.proposals", lambda *_: iter(["name: [\n", "name: B\n"]))
    done = run("a", "x", "--who", "rao")
    assert done.exit_code == 1
    assert "Put these lines below contacts:\n  - date: 2026-11-20\n    theirs: [rao]\n    what: x\n" in done.output

"""What leaders and coaches alone may read leaves no trace in the team's site: not a byte depends on it."""

from __future__ import annotations

import gzip
import html
import importlib
import pkgutil
import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from helpers import ROOT, day, project
from hypothesis import given, settings
from hypothesis import strategies as st
from publish.copies import command, small, tree

import sam_gen.model
from sam_gen.editions.narrow import audience_of, ids_in, narrow, without_lost
from sam_gen.editions.project import ids_of, project_for
from sam_gen.model.account import Account
from sam_gen.model.coaching import AccountCoaching, Aim, PersonCoaching, Score, Session
from sam_gen.model.edition import Edition
from sam_gen.model.project import Coaching, Project
from sam_gen.model.record import Audience, Record
from sam_gen.pages.site import site_pages
from sam_gen.publish import site
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project
from sam_gen.reading.shape import shape_of
from sam_gen.render.environment import render

# Not a byte, whatever is drawn --------------------------------------------------------

texts = st.none() | st.text(min_size=1, max_size=12)
days = st.none() | st.dates(day("2024-01-01"), day("2027-12-31"))
ours = st.sampled_from(["mira-holm", "jon-aas"])
many_texts = st.lists(st.text(min_size=1, max_size=12), max_size=3).map(tuple)


def drawn(record: type[Record], **fields: st.SearchStrategy[object]) -> st.SearchStrategy[Record]:
    """Draw a record; a field that is not drawn would be a hole in the proof."""
    assert fields.keys() == record.model_fields.keys(), f"draw every field of {record.__name__}"
    return st.fixed_dictionaries(fields).map(lambda values: record.model_construct(**values))


def some(records: st.SearchStrategy[Record]) -> st.SearchStrategy[tuple[Record, ...]]:
    return st.lists(records, max_size=3).map(tuple)


scores = drawn(Score, competency=st.just("trust"), level=st.integers(1, 4), as_of=days, by=ours, evidence=texts)
sessions = drawn(
    Session, date=days, coach=ours, focus=texts, goal=texts, reality=texts, options=many_texts, will=many_texts,
    due=days, kept=days,
)  # fmt: skip
aims = drawn(Aim, what=texts, due=days, done=days)
people = drawn(PersonCoaching, id=ours, scores=some(scores), aims=some(aims), sessions=some(sessions), notes=texts)
accounts = drawn(AccountCoaching, id=st.just("a"), sessions=some(sessions), notes=texts)
folders = st.none() | st.builds(
    Coaching,
    st.dictionaries(st.just("a"), accounts),
    st.dictionaries(ours, people),
)


@cache
def example() -> Project:
    return project("name: A\nlead: mira-holm\npeople: [{name: P, support: mentor}]\n")


def pages(edition: Edition, coaching: Coaching | None) -> list[tuple[str, str, tuple[str, ...]]]:
    seen = project_for(edition, replace(example(), coaching=coaching))
    rendered = [render(page) for page in site_pages(seen)]
    return [(each.page.source, each.markdown, each.blocks) for each in rendered]


@settings(max_examples=15)
@given(folders, folders)
def test_no_page_of_the_team_depends_on_coaching(one: Coaching | None, other: Coaching | None) -> None:
    assert pages(Edition.TEAM, one) == pages(Edition.TEAM, other)


# The site itself ------------------------------------------------------------------------

WORDS = ("brannoch", "dalvetti", "fernholt", "grospin", "haldrun", "jorvask", "kelmont", "lindrup", "morwald")
CANARIES = [f"zq{word}wq" for word in WORDS]
COACHING = ROOT / "tests/coaching"
"""A folder of leaders for the example, as one would write it."""


def coached(folder: Path) -> Path:
    """Lay down a project in whose coaching/ every text is a canary."""
    root = small(folder)
    (root / "accounts/grevenau.yml").write_text("name: Grevenau\nlead: mira-holm\n", encoding="utf-8")
    a, b, c, d, e, f, g, h, i = CANARIES
    talk = f"{{date: 2026-11-02, coach: jon-aas, focus: {a}, goal: {b}, reality: {c}, options: [{d}], will: [{e}]}}"
    for name, note in (("accounts/grevenau", f), ("people/mira-holm", g)):
        (root / "coaching" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / f"coaching/{name}.yml").write_text(f"sessions: [{talk}]\nnotes: {note}\n", encoding="utf-8")
    with (root / "coaching/people/mira-holm.yml").open("a", encoding="utf-8") as file:
        file.write(f"scores: [{{competency: planning, level: 2, evidence: {h}}}]\naims: [{{what: {i}}}]\n")
    for path in (COACHING / "people").glob("*.yml"):
        if path.stem != "mira-holm":
            shutil.copy(path, root / "coaching/people")
    return root


def restricted(folder: Path) -> list[str]:
    """Return every text of a folder of leaders, word for word."""
    project = read_project(Folders(ROOT, coaching=folder.relative_to(ROOT).as_posix()), coaching=True)
    assert project.coaching
    files = (*project.coaching.accounts.values(), *project.coaching.people.values())
    return [text for file in files for text in _texts(file.model_dump(exclude={"id"}))]


def _texts(value: object) -> Iterator[str]:
    """Yield the texts of a dumped record that somebody wrote: those of more than one word, line by line."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str):
        yield from (line for line in value.splitlines() if " " in line)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return coached(tmp_path_factory.mktemp("editions") / "playbook")


def bytes_of(folder: Path) -> bytes:
    """Return every name and every content of a folder, packed ones unpacked, in small letters."""
    found = []
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        found += [path.name.encode(), gzip.decompress(content) if path.suffix == ".gz" else content]
    return b"\0".join(found).lower()


def test_the_team_s_site_is_the_same_without_the_folder(root: Path) -> None:
    _, target = site.build(root / "mkdocs.yml", root / "team", edition=Edition.TEAM)
    found = bytes_of(target)
    assert not [word for word in CANARIES if word.encode() in found]
    plain = html.unescape(found.decode("utf-8", "replace")).replace("\u00a0", " ")
    assert not [text for text in restricted(COACHING) if text.lower() in plain]
    (root / "coaching").rename(root / "away")
    try:
        _, without = site.build(root / "mkdocs.yml", root / "without")
    finally:
        (root / "away").rename(root / "coaching")
    assert tree(target) == tree(without)


def test_the_team_s_build_does_not_even_open_it(root: Path) -> None:
    broken = root / "coaching/accounts/grevenau.yml"
    good = broken.read_text(encoding="utf-8")
    broken.write_text("notes: [\n", encoding="utf-8")
    try:
        assert command(root, "build", "--site-dir", "broken").returncode == 0
        done = command(root, "build", "--site-dir", "coach-broken", "--edition", "coach")
        assert (done.returncode, "coaching/accounts/grevenau.yml:1" in done.stdout) == (1, True)
    finally:
        broken.write_text(good, encoding="utf-8")


def test_the_coach_s_site_shows_it(root: Path) -> None:
    """The control: what the team's site is searched for can be found where it belongs."""
    project, target = site.build(root / "mkdocs.yml", root / "coach", edition=Edition.COACH)
    assert project.coaching
    assert Edition.COACH.words.encode() in (target / "index.html").read_bytes()
    shown = [path for path in target.rglob("index.html") if path.parent.name == "coaching"]
    if not shown:
        pytest.skip("no page shows coaching yet")
    found = b"".join(path.read_bytes() for path in shown)
    assert [word for word in CANARIES if word.encode() not in found] == []


def test_no_page_of_the_example_s_team_says_what_its_leaders_wrote() -> None:
    """Every page of every account, with the folder at hand; the coach's pages are the control."""
    read = read_project(Folders(ROOT, coaching="tests/coaching"), coaching=True)
    texts = restricted(COACHING)
    assert len(texts) > 50
    team, coach = (_all_of(project_for(edition, read)) for edition in (Edition.TEAM, Edition.COACH))
    assert [text for text in texts if text in team] == []
    assert [text for text in texts if text not in coach] == []


def _all_of(seen: Project) -> str:
    rendered = [render(page) for page in site_pages(seen)]
    whole = html.unescape(" ".join("\n".join((one.markdown, *one.blocks)) for one in rendered))
    return whole.replace("\u00a0", " ")


def test_the_option_and_the_command_agree(root: Path) -> None:
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("  - sam\n", "  - sam:\n      edition: coach\n"), encoding="utf-8")
    try:
        assert site.build(config, root / "option")[0].edition is Edition.COACH
        assert site.build(config, root / "option", edition=Edition.TEAM)[0].edition is Edition.TEAM
        config.write_text(text.replace("  - sam\n", "  - sam:\n      edition: client\n"), encoding="utf-8")
        done = command(root, "build")
        assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    finally:
        config.write_text(text, encoding="utf-8")


# Who may see which field -----------------------------------------------------------------


def records() -> list[type[Record]]:
    for module in pkgutil.iter_modules(sam_gen.model.__path__):
        importlib.import_module(f"sam_gen.model.{module.name}")
    found, todo = set(), [Record]
    while todo:
        todo += (below := todo.pop().__subclasses__())
        found |= {record for record in below if record.__module__.startswith("sam_gen.model.")}
    return sorted((record for record in found if "[" not in record.__name__), key=lambda record: record.__name__)


def test_every_field_has_the_audience_that_was_agreed(golden) -> None:
    """A change here is a decision: read the difference, then rewrite with --update-golden."""
    lines = [f"{audience_of(r, field):<10} {r.__name__}.{field}" for r in records() for field in r.model_fields]
    golden("audiences.txt", "\n".join(lines) + "\n")


# Every step of the projection ----------------------------------------------------------

TIED = """\
name: Acme
lead: mira-holm
people:
  - {id: rao, name: Priya Rao, audience: shared, title: COO, support: mentor, cares_about: Quiet nights}
  - {id: lund, name: Per Lund, title: Site manager}
meetings:
  - {date: 2026-12-01, what: Steering, theirs: [rao, lund]}
objectives:
  - {id: sites, name: Two sites live, audience: shared, owner: lund, we_get: 180000}
sponsors: [{ours: jon-aas, theirs: rao}, {ours: jon-aas, theirs: lund}]
validation: [{date: 2026-10-01, who: lund}, {date: 2026-11-01, who: rao}]
"""


def test_a_narrower_clearance_takes_fields_records_and_what_refers_to_them() -> None:
    """No edition is narrower than the account file yet, so this is tried on the steps themselves."""
    account = project(TIED).accounts[0]
    narrowed = narrow(account, Audience.SHARED)
    assert [(one.id, one.title, one.support, one.cares_about) for one in narrowed.people] == [("rao", "COO", (), None)]
    assert [(one.name, one.we_get) for one in narrowed.objectives] == [("Two sites live", None)]
    clean = without_lost(narrowed, {"team": {"mira-holm"}})
    assert clean.lead == "mira-holm"
    assert [one.theirs for one in clean.meetings] == [("rao",)]
    assert clean.objectives[0].owner is None
    assert clean.sponsors == ()
    assert [one.who for one in clean.validation] == ["rao"]
    assert narrow(account, Audience.INTERNAL) == without_lost(account, {"team": {"mira-holm", "jon-aas"}}) == account


def test_each_edition_takes_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a clearance for the client's eyes, accounts and cases alike come out narrowed and without lost ends."""
    read = project(TIED)
    read = replace(read, cases=read, coaching=Coaching({}, {}))
    monkeypatch.setattr(Edition, "clearance", Audience.SHARED)
    seen = project_for(Edition.TEAM, read)
    assert seen.cases
    for accounts in (seen.accounts, seen.cases.accounts):
        (account,) = accounts
        assert [one.id for one in account.people] == ["rao"]
        assert [one.theirs for one in account.sponsors] == ["rao"]
        assert account.meetings[0].theirs == ("rao",)
    assert (seen.coaching, seen.cases.coaching) == (None, None)


def test_only_the_coach_is_shown_coaching() -> None:
    read = replace(example(), coaching=Coaching({}, {}))
    assert project_for(Edition.COACH, read).coaching is read.coaching
    assert project_for(Edition.TEAM, read).coaching is None
    assert project_for(Edition.TEAM, read).edition is Edition.TEAM


def test_every_list_that_an_account_refers_to_is_known_to_the_editions():
    """A list forgotten here would empty every field that refers to it."""
    project = read_project(Folders(ROOT))
    known = set(ids_of(project.playbook)) | set(ids_in(project.accounts[0]))
    assert {name for lists in _references(shape_of(Account)) for name in lists} <= known


def _references(shape, seen=frozenset()):
    yield from (reference.lists for reference in shape.references.values())
    for inner in shape.records.values():
        if inner.record not in seen:
            yield from _references(inner, seen | {inner.record})

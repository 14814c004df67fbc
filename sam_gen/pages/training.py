"""`/training/`: the course on the five factors, its lessons, and the cases they work with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sam_gen.checks.check import check_cases, visible
from sam_gen.checks.hygiene import lost_entry
from sam_gen.checks.rules import RULES
from sam_gen.model.account import Account
from sam_gen.model.curriculum import FACTORS, Check, Lesson
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.record import Record
from sam_gen.model.scalars import key_of
from sam_gen.pages.account import account_page
from sam_gen.pages.learning import factor_title, lesson_digest, question_key, reading_minutes
from sam_gen.pages.learning_cards import HOME as CARDS
from sam_gen.pages.learning_cards import cards_page, recall_days, recall_value
from sam_gen.pages.learning_certificate import HOME as CERTIFICATE
from sam_gen.pages.learning_certificate import certificate_page
from sam_gen.pages.learning_paths import HOME as ONBOARDING
from sam_gen.pages.learning_paths import path_parts, path_steps
from sam_gen.pages.lesson_text import lesson_parts, words_of_checks
from sam_gen.pages.onboarding import onboarding_page, onboarding_words
from sam_gen.pages.parts import Frame, Source, address, frame
from sam_gen.pages.terms import FirstUses, terms_of
from sam_gen.pages.words import capital, count, long_day, number, span_of_minutes
from sam_gen.render.body import Body
from sam_gen.render.page import Page

HOME = "training/"
CASES = "training/cases/"

FOR = (
    "How we work with these accounts, and where to find what you need in your first days.",
    "What you do in the talk itself: ask, listen, answer for our side, keep what you promised.",
    "Say where an account stands, from what somebody saw or heard and dated.",
    "Turn what the client wants into joint steps, with owners on both sides and a benefit for each.",
    "Practise where a mistake is cheap: on cases, in role plays, then look back on what you did.",
    "Choose the form that fits the time you have, and end with a line in the file or a date.",
)
"""What the start and each factor are for, by number."""


@dataclass(frozen=True)
class LessonRow:
    """One lesson in a list."""

    name: str
    address: str
    minutes: str
    can: str
    factor: str
    id: str
    digest: str
    cards: str


@dataclass(frozen=True)
class FactorRow:
    """One factor with its lessons."""

    id: str
    name: str
    about: str
    finding: str
    folder: str
    lessons: tuple[LessonRow, ...]


@dataclass(frozen=True)
class Answer:
    """One answer of a self-check."""

    text: str
    right: bool
    verdict: str
    tone: str
    feedback: str
    reveals: str


@dataclass(frozen=True)
class Question:
    """One question of a self-check, under its number."""

    label: str
    key: str
    """What a browser keeps under it: another question has another."""
    question: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Way:
    """A link with what stands around it."""

    text: str
    address: str
    note: str = ""


@dataclass(frozen=True)
class LostRow:
    """One line of a case that was left out."""

    message: str
    place: str


@dataclass(frozen=True)
class CaseRow:
    """One case in the list."""

    name: str
    address: str
    about: str


def training_pages(
    project: Project,
    account_pages: Callable[[Project, Account], Iterable[Page]] | None = None,
    addresses: Collection[str] = frozenset(),
) -> tuple[Page, ...]:
    """Return the course and its cases.

    `account_pages` makes all pages of one account, the overview alone if it is not given. `addresses` are pages that
    exist besides, such as `method/competencies/`: a lesson links to what is among them.
    """
    lessons = project.playbook.lessons
    return (
        training_page(project),
        onboarding_page(project),
        cards_page(project),
        certificate_page(project),
        *(lesson_page(project, at, addresses) for at in range(len(lessons))),
        *case_pages(project, account_pages or (lambda cases, account: (account_page(cases, account),))),
    )


def lesson_address(lesson: Lesson) -> str:
    """Return the address of a lesson."""
    return f"{HOME}{lesson.id}/"


# The course ---------------------------------------------------------------------------


def training_page(project: Project) -> Page:
    """Build the first page of the course."""
    playbook = project.playbook
    return Page(
        path=HOME,
        title="Training",
        template="training/index.md",
        context={
            "frame": frame(project, ()),
            "lede": _lede(playbook.lessons),
            "welcome": Body(playbook.welcome, HOME) if playbook.welcome else "",
            "week": _first_week(playbook),
            "onboarding": onboarding_words(playbook),
            "onboarding_address": ONBOARDING,
            "days": recall_days(playbook),
            "recall": recall_value(playbook),
            "path_parts": path_parts(playbook),
            "cards_address": CARDS,
            "certificate_address": CERTIFICATE,
            "factors": tuple(_factor_row(factor, playbook) for factor in range(len(FACTORS))),
            "terms": _terms_heading(playbook),
            "cases": _cases_words(project),
            "cases_address": CASES,
        },
        wide=False,
        nav=("Training",),
    )


def _lede(lessons: Sequence[Lesson]) -> str:
    if not lessons:
        return "No lesson yet."
    minutes = sum(lesson.minutes for lesson in lessons)
    return f"{capital(count(len(lessons), 'lesson'))}, {span_of_minutes(minutes)} in all, on a start and five factors."


def _terms_heading(playbook: Playbook) -> str:
    entries = playbook.glossary.terms if playbook.glossary else ()
    return f"Words: {count(len(entries), 'term')} to look up" if entries else "Words: no term yet"


def _first_week(playbook: Playbook) -> dict[str, object]:
    """Take every lesson of the start, then the first of each factor: a new joiner has met all of it within days."""
    start = [lesson for lesson in playbook.lessons if lesson.factor == 0]
    firsts = [
        next((lesson for lesson in playbook.lessons if lesson.factor == factor), None)
        for factor in range(1, len(FACTORS))
    ]
    order = [*start, *(lesson for lesson in firsts if lesson)]
    minutes = sum(lesson.minutes for lesson in order)
    heading = f"{count(len(order), 'lesson')}, {span_of_minutes(minutes)}" if order else "no lesson yet"
    return {"heading": f"Your first week: {heading}", "rows": tuple(_lesson_row(lesson) for lesson in order)}


def _factor_row(factor: int, playbook: Playbook) -> FactorRow:
    lessons = [lesson for lesson in playbook.lessons if lesson.factor == factor]
    minutes = span_of_minutes(sum(lesson.minutes for lesson in lessons))
    finding = f"{count(len(lessons), 'lesson')}, {minutes}" if lessons else "no lesson yet"
    return FactorRow(
        id=FACTORS[factor],
        name=factor_title(factor),
        about=FOR[factor],
        finding=finding,
        folder=f"playbook/curriculum/{factor}-{FACTORS[factor]}/",
        lessons=tuple(_lesson_row(lesson) for lesson in lessons),
    )


def _lesson_row(lesson: Lesson) -> LessonRow:
    can = lesson.you_can[0] if lesson.you_can else ""
    minutes = span_of_minutes(lesson.minutes)
    return LessonRow(
        name=lesson.name,
        address=lesson_address(lesson),
        minutes=minutes,
        can=can,
        factor=factor_title(lesson.factor),
        id=lesson.id,
        digest=lesson_digest(lesson),
        cards=count(len(lesson.checks), "card") if lesson.checks else "",
    )


# One lesson ---------------------------------------------------------------------------


def lesson_page(project: Project, at: int, addresses: Collection[str]) -> Page:
    """Build the page of the lesson at a position of the course."""
    playbook = project.playbook
    lesson = playbook.lessons[at]
    path = lesson_address(lesson)
    first = FirstUses(terms_of(playbook), path)
    you_can = first.lines(lesson.you_can)
    parts, answer = lesson_parts(lesson, first, playbook.method.rules.course)
    title = factor_title(lesson.factor)
    return Page(
        path=path,
        title=lesson.name,
        template="training/lesson.md",
        context={
            "frame": frame(project, ()),
            "where": _where(lesson, playbook.lessons),
            "lesson": lesson.id,
            "digest": lesson_digest(lesson),
            "recall": recall_value(playbook),
            "path_steps": path_steps(lesson, playbook),
            "home": HOME,
            "title": title,
            "title_address": f"{HOME}#{FACTORS[lesson.factor]}",
            "you_can": you_can,
            "parts": parts,
            "answer": answer or "",
            "check_heading": _check_heading(len(lesson.checks)),
            "checks": tuple(_question(at, check) for at, check in enumerate(lesson.checks, 1)),
            "words": words_of_checks(lesson, playbook),
            "tools": _tools(lesson, playbook),
            "competencies": _competencies(lesson, playbook, addresses),
            "rules": tuple(
                Way(f"{rule.code}: {rule.name}", f"reference/rules/{rule.code.lower()}/")
                for rule in RULES
                if rule.lesson == lesson.id
            ),
            "serves": _explained(lesson),
            "before": _neighbour(playbook.lessons, at, -1),
            "after": _neighbour(playbook.lessons, at, +1),
            "source": page_source(playbook, lesson),
        },
        wide=False,
        nav=("Training", title, lesson.name),
    )


def page_source(playbook: Playbook, record: Record) -> Source:
    """Cite the file of a lesson or tool."""
    file, pattern = record.place.file, playbook.settings.edit
    return Source(file, pattern.replace("{path}", file).replace("{line}", "1") if pattern else "")


def _where(lesson: Lesson, lessons: Sequence[Lesson]) -> str:
    same = [one.id for one in lessons if one.factor == lesson.factor]
    whole, text = span_of_minutes(lesson.minutes), reading_minutes(lesson)
    read = f", {text} of them to read" if text < lesson.minutes < 60 else f", {span_of_minutes(text)} to read"
    return f"lesson {same.index(lesson.id) + 1} of {len(same)} · {whole}{read if text < lesson.minutes else ''}"


def _check_heading(questions: int) -> str:
    return f"Check yourself: {count(questions, 'question')}" if questions else "Check yourself"


def _question(at: int, check: Check) -> Question:
    answers = tuple(
        Answer(
            text=option.text,
            right=option.right,
            verdict="This one." if option.right else "Not this one.",
            tone="teal" if option.right else "ochre",
            feedback=option.feedback,
            reveals=f"The thought behind it: {option.reveals}" if option.reveals else "",
        )
        for option in check.options
    )
    return Question(f"Question {at}", question_key(check), check.question, answers)


def _tools(lesson: Lesson, playbook: Playbook) -> tuple[Way, ...]:
    wanted = {key_of(reference) for reference in lesson.tools}
    return tuple(Way(tool.name, f"tools/{tool.id}/", tool.symptom) for tool in playbook.tools if tool.id in wanted)


def _explained(lesson: Lesson) -> str:
    """Name the places of the site a lesson explains, in words: Plan: needs; rules that lead here are named as such."""
    listed_below = {rule.code for rule in RULES if rule.lesson == lesson.id}
    words = (one.replace("-", " ").partition("/") for one in lesson.serves if one not in listed_below)
    return " · ".join(f"{capital(page)}: {section}" if section else capital(page) for page, _, section in words)


def _competencies(lesson: Lesson, playbook: Playbook, addresses: Collection[str]) -> tuple[Way, ...]:
    """Name the competencies a lesson builds; the address is empty where no page tells of them."""
    page = "method/competencies/"
    wanted = {key_of(reference) for reference in lesson.competencies}
    return tuple(
        Way(one.name, f"{page}#competency-{one.id}" if page in addresses else "", one.evidence)
        for one in playbook.method.competencies.competencies
        if one.id in wanted
    )


def _neighbour(lessons: Sequence[Lesson], at: int, step: int) -> Way | None:
    """Return the lesson before or after; the last of a factor leads on to the next."""
    if not 0 <= at + step < len(lessons):
        return None
    lesson = lessons[at + step]
    factor = f"{factor_title(lesson.factor)}, " if lesson.factor != lessons[at].factor else ""
    return Way(lesson.name, lesson_address(lesson), f" ({factor}{span_of_minutes(lesson.minutes)})")


# Cases --------------------------------------------------------------------------------


def case_pages(project: Project, account_pages: Callable[[Project, Account], Iterable[Page]]) -> Iterator[Page]:
    """Yield the list of cases and every page of each: the pages of an account, with a note on top."""
    cases = replace(project.cases, edition=project.edition) if project.cases else None
    rows = tuple(
        CaseRow(account.name, address(cases, account), account.in_short or "")
        for account in (cases.accounts if cases else ())
        if cases
    )
    lost = check_cases(project) if visible(lost_entry, project.edition.clearance) else ()
    yield Page(
        path=CASES,
        title="Cases",
        template="training/cases.md",
        context={
            "frame": frame(cases or project, ()),
            "home": HOME,
            "rows": rows,
            "lede": _cases_lede(cases),
            "lost": tuple(LostRow(one.message, f"{one.place.file}:{one.place.line}") for one in lost),
            "lost_heading": _lost_heading(len(lost)),
            "lost_rule": lost_entry,
            "lost_address": f"reference/rules/{lost_entry.code.lower()}/",
        },
        wide=False,
        nav=("Training", "Cases"),
    )
    if cases:
        for account in cases.accounts:
            yield from (_as_case(page, cases) for page in account_pages(cases, account))


def _lost_heading(lines: int) -> str:
    """Say for whoever builds the course how much of the cases the models no longer carry."""
    return f"For whoever builds the course: {count(lines, 'reference')} left out"


def _as_case(page: Page, cases: Project) -> Page:
    around = page.context.get("frame")
    assert isinstance(around, Frame), f"{page.path} has no frame to put the note into"
    note = f"A case for training: {cases.playbook.settings.company}, the client and everybody here are invented. "
    seen = f"It is always seen from {long_day(cases.as_of)}."
    return replace(page, context={**page.context, "frame": replace(around, note=note + seen)}, nav=(), searched=False)


def _cases_lede(cases: Project | None) -> str:
    if not cases or not cases.accounts:
        return ""
    one = len(cases.accounts) == 1
    return (
        f"{capital(count(len(cases.accounts), 'account'))} of an invented company, {cases.playbook.settings.company}, "
        f"with invented people. Lessons and exercises work with {'it' if one else 'them'}. "
        f"{'It is' if one else 'They are'} always seen from {long_day(cases.as_of)}."
    )


def _cases_words(project: Project) -> str:
    cases = len(project.cases.accounts) if project.cases else 0
    return f"Cases: {number(cases)} to practise on" if cases else "Cases: none yet"

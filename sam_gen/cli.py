"""The command line: thin."""

from __future__ import annotations

import datetime
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click
from pydantic_core import PydanticCustomError

from sam_gen import __version__
from sam_gen.checks import check as findings
from sam_gen.checks import explain as explained
from sam_gen.checks import report
from sam_gen.checks.finding import Finding
from sam_gen.checks.scope import Scope
from sam_gen.exchange.what import What
from sam_gen.model.edition import Edition
from sam_gen.model.method import Severity
from sam_gen.model.problem import Problem, ReadingProblems, quoted, summary
from sam_gen.model.project import Project
from sam_gen.model.scalars import read_date
from sam_gen.pages.commands import does, option
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project
from sam_gen.start.where import outside

_CONFIG = click.option(
    "--config",
    "config",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("mkdocs.yml"),
    help="The site's configuration; accounts/ and playbook/ stand beside it.",
)


def _day(_context: click.Context, _option: click.Parameter, text: str | None) -> datetime.date | None:
    try:
        return read_date(text) if text is not None else None
    except PydanticCustomError as error:
        raise click.BadParameter(f"{error.message()}. {(error.context or {})['remedy']}") from None


_AS_OF = click.option("--as-of", metavar="DAY", callback=_day, help="See everything from this day, YYYY-MM-DD.")


def _edition(_context: click.Context, _option: click.Parameter, name: str | None) -> Edition | None:
    return Edition(name) if name else None


_EDITION = click.option(
    "--edition",
    type=click.Choice([edition.value for edition in Edition]),
    callback=_edition,
    help="For whom: the account team, or its leaders and coaches too.  [default: what mkdocs.yml says, or team]",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sam-gen")
def main() -> None:
    """Account plans as code: accounts/ and playbook/ become a site."""


@main.command(help=does("check"))
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@_CONFIG
@_AS_OF
@click.option("--strict", is_flag=True, help=option("check", "--strict"))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(report.FORMATS)),
    default="text",
    show_default=True,
    help=option("check", "--format"),
)
def check(files: tuple[Path, ...], config: Path, as_of: datetime.date | None, strict: bool, form: str) -> None:
    """Read everything and list what cannot be read, or else what the files lack."""
    folders = _folders(config)
    scope = _scope(folders, files)
    try:
        project = read_project(folders, as_of, coaching=True)
    except ReadingProblems as error:
        _report_problems(error.problems, scope, form)
        return
    found = scope.of_findings((*findings.check(project), *findings.check_practice(project, scope.names)))
    click.echo(report.FORMATS[form](found), nl=False)
    if form == "text":
        click.echo(f"{scope.said or _inventory(project)}: {report.counts(found) if found else 'no problems'}.")
    if any(strict or one.severity is Severity.ERROR for one in found):
        sys.exit(1)


def _scope(folders: Folders, files: tuple[Path, ...]) -> Scope:
    names = [folders.name_of(path.resolve()) for path in files]
    read = [folders.accounts, folders.playbook, folders.coaching]
    for name in names:
        if name != "." and not any(f"{name}/".startswith(f"{folder}/") for folder in read):
            raise click.UsageError(
                f"check does not read {quoted(name)}; it reads {', '.join(f'{one}/' for one in read)}."
            )
    return Scope.of(names, folders)


def _report_problems(problems: list[Problem], scope: Scope, form: str) -> None:
    """Print reading problems in the format asked for, and leave with 1 if there are any in these files."""
    wanted = scope.of_problems(problems)
    if form != "text":
        click.echo(report.FORMATS[form]([Finding.from_problem(one) for one in wanted]), nl=False)
    for problem in wanted if form == "text" else ():
        click.echo(str(problem))
    if wanted:
        click.echo(f"{summary(wanted)}.", err=True)
        sys.exit(1)
    said = f"No reading problem in {scope.said}. Elsewhere there are some, so nothing further is worked out: "
    click.echo(f"{said}{summary(problems)}; sam-gen check lists them.", err=form != "text")


@main.command(help=does("explain"))
@click.argument("name", metavar="CODE | ACCOUNT")
@click.argument("figure", metavar="[FIGURE]", required=False)
@_CONFIG
@_AS_OF
def explain(name: str, figure: str | None, config: Path, as_of: datetime.date | None) -> None:
    """Explain a rule by its code, the figures of an account, or one of them."""
    try:
        if figure is None and explained.is_code(name):
            click.echo(explained.explain_code(name), nl=False)
            return
        with _failing():
            project = read_project(_folders(config), as_of)
        said = explained.explain_figure(project, name, figure) if figure else explained.explain_account(project, name)
        click.echo(said, nl=False)
    except explained.Unknown as error:
        raise click.UsageError(str(error)) from None


@main.command()
@_CONFIG
@_EDITION
@_AS_OF
@click.option("--site-dir", type=click.Path(path_type=Path, file_okay=False), help="Where the site goes.")
def build(config: Path, edition: Edition | None, as_of: datetime.date | None, site_dir: Path | None) -> None:
    """Build the site. Stops on reading problems alone; the old site stays until the new one is whole."""
    from sam_gen.publish import site

    _folders(config, needs_site=True)
    with _failing():
        project, target = site.build(config, site_dir, as_of, edition)
    click.echo(f"{_inventory(project)}, seen from {project.as_of}: {_shown(target)}/index.html")


@main.command()
@_CONFIG
@_EDITION
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Host and port.")
def serve(config: Path, edition: Edition | None, address: str) -> None:
    """Show the site live; it follows every change, and keeps the last good pages while a file is broken."""
    from sam_gen.publish import site

    _folders(config, needs_site=True)
    try:
        site.serve(config, address, edition)
    except site.BuildFailed as error:
        click.echo(str(error), err=True)
        sys.exit(1)


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@_CONFIG
@_EDITION
@_AS_OF
def write(folder: Path, config: Path, edition: Edition | None, as_of: datetime.date | None) -> None:
    """Write a docs tree and its mkdocs.yml into DIR, for an engine without plugins: Zensical, ProperDocs."""
    from sam_gen.publish import folder as written

    _folders(config, needs_site=True)
    with _failing():
        project, changed = written.write(config, folder, as_of, edition)
    touched = f"{changed} file{'' if changed == 1 else 's'} written or removed"
    click.echo(f"{_inventory(project)}, seen from {project.as_of}: {touched} in {_shown(folder.resolve())}")


@main.command()
@click.argument("directory", type=click.Path(path_type=Path))
@click.option("--empty", is_flag=True, help="Without example accounts and without a pinned day.")
@click.option(
    "--ci", type=click.Choice(["github", "gitlab"]), default=None, help="Add a workflow that builds privately."
)
def new(directory: Path, empty: bool, ci: str | None) -> None:
    """Lay down a playbook to start from in an empty folder."""
    from sam_gen.start.new import CannotStart
    from sam_gen.start.new import new as lay_down

    try:
        lay_down(directory, empty=empty, ci=ci or "")
    except CannotStart as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    click.echo(f"{directory} is ready.")
    example = "It shows an invented company until sam-gen add account NAME ends the example. What you then make yours:"
    _say_left(Folders(directory.resolve()), "What to make yours first:" if empty else example)
    click.echo(f"Next: cd {shlex.quote(str(directory))} && sam-gen serve")


@main.group()
def add() -> None:
    """Add something to the playbook."""


@add.command("account")
@click.argument("name")
@_CONFIG
@click.option("--keep-example", is_flag=True, help="Keep the example's accounts and its pinned day.")
def add_account(name: str, config: Path, keep_example: bool) -> None:
    """Write a new account's file with its first ten keys. The first one ends the example."""
    from sam_gen.reading.clock import seen_from
    from sam_gen.start import add as start
    from sam_gen.start.new import CannotStart

    folders = _folders(config)
    try:
        project = read_project(folders)
        today = project.as_of if keep_example else seen_from(None)
        added = start.add_account(folders, project, name, today, keep_example=keep_example)
    except ReadingProblems as error:
        _stop(error)
    except CannotStart as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    click.echo(f"{folders.name_of(added.path)} is written; fill its ten keys.")
    for example in added.removed:
        click.echo(f"Removed the example {example}, which nobody had changed.")
    if added.unpinned:
        click.echo("Took as_of out of playbook.yml: the clock runs from today.")
    _say_left(folders, "Still as it came; make it yours:")


def _say_left(folders: Folders, heading: str) -> None:
    """List what of the example is still there, each with its file and line."""
    from sam_gen.start.left import left

    found = left(folders)
    if found:
        click.echo(heading)
    wide = max((len(f"{one.file}:{one.line}") for one in found), default=0)
    for one in found:
        click.echo(f"  {f'{one.file}:{one.line}':<{wide}}  {one.what}")


@main.group()
def export() -> None:
    """Hand what the accounts say to other programs: a calendar, tables, JSON."""


_EXPORTED = click.option(
    "--edition",
    type=click.Choice([edition.value for edition in Edition]),
    default=Edition.TEAM.value,
    callback=_edition,
    show_default=True,
    help=option("export json", "--edition"),
)
_ACCOUNT = click.option("--account", metavar="ID", help=option("export json", "--account"))
_OUT = click.option(
    "--out", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help=option("export json", "--out")
)


@export.command("ics", help=does("export ics"))
@_ACCOUNT
@click.option("--of", metavar="PERSON", help=option("export ics", "--of"))
@_OUT
@_CONFIG
@_EXPORTED
@_AS_OF
def export_ics(
    account: str | None, of: str | None, out: Path | None, config: Path, edition: Edition, as_of: datetime.date | None
) -> None:
    """Write a calendar."""
    from sam_gen.exchange import ics
    from sam_gen.exchange.choose import chosen, known_colleague
    from sam_gen.exchange.events import events

    with _exporting(config, edition, as_of) as (folders, project):
        mine = known_colleague(project, of) if of else None
        found = events(project, chosen(project, account), mine)
        _hand_over(ics.calendar(found, project.playbook.settings.company, project.as_of), out, folders)


@export.command("csv", help=does("export csv"))
@click.argument("what", metavar="WHAT", type=click.Choice([what.value for what in What]))
@_ACCOUNT
@_OUT
@_CONFIG
@_EXPORTED
@_AS_OF
def export_csv(
    what: str, account: str | None, out: Path | None, config: Path, edition: Edition, as_of: datetime.date | None
) -> None:
    """Write one table."""
    from sam_gen.exchange.choose import chosen
    from sam_gen.exchange.tables import as_csv, table

    with _exporting(config, edition, as_of) as (folders, project):
        text = as_csv(table(What(what), project, chosen(project, account)))
        _hand_over(text.encode("utf-8"), out, folders)


@export.command("json", help=does("export json"))
@_ACCOUNT
@_OUT
@_CONFIG
@_EXPORTED
@_AS_OF
def export_json(
    account: str | None, out: Path | None, config: Path, edition: Edition, as_of: datetime.date | None
) -> None:
    """Write all tables."""
    from sam_gen.exchange.choose import chosen
    from sam_gen.exchange.whole import as_json

    with _exporting(config, edition, as_of) as (folders, project):
        _hand_over(as_json(project, chosen(project, account)).encode("utf-8"), out, folders)


@export.command("cards", help=does("export cards"))
@_OUT
@_CONFIG
def export_cards(out: Path | None, config: Path) -> None:
    """Write the review cards."""
    from sam_gen.pages.learning import anki

    with _exporting(config, Edition.TEAM, None) as (folders, project):
        _hand_over(anki(project.playbook).encode("utf-8"), out, folders)


@contextmanager
def _exporting(config: Path, edition: Edition, as_of: datetime.date | None) -> Iterator[tuple[Folders, Project]]:
    """Read one edition; leave with 1 where it cannot be read, with 2 for a name or library that is not there."""
    from sam_gen.exchange.ics import NeedsExtra
    from sam_gen.publish.edition import read_edition

    folders = _folders(config)
    try:
        yield folders, read_edition(folders, edition, as_of)
    except ReadingProblems as error:
        _stop(error)
    except explained.Unknown as error:
        raise click.UsageError(str(error)) from None
    except NeedsExtra as error:
        raise _Outside(str(error)) from None


def _hand_over(data: bytes, out: Path | None, folders: Folders) -> None:
    """Write an export to a file or to the terminal, never over what it was made from."""
    if out is None:
        click.echo(data, nl=False)
        return
    name = folders.name_of(out.resolve())
    read = next(
        (one for one in (folders.accounts, folders.playbook, folders.coaching) if name.startswith(f"{one}/")), ""
    )
    if read:
        raise click.UsageError(
            f"{quoted(name)} is in {read}/, which holds what exports are made from. Name another file."
        )
    try:
        out.write_bytes(data)
    except OSError as error:
        raise _Outside(f"cannot write {out}: {error.strerror}.") from None


@main.command("log", help=does("log"))
@click.argument("account")
@click.argument("text")
@click.option("--who", metavar="PERSON", multiple=True, required=True, help=option("log", "--who"))
@click.option("--ours", metavar="US", multiple=True, help=option("log", "--ours"))
@click.option("--on", metavar="DAY", callback=_day, help=option("log", "--on"))
@click.option("--evidence", metavar="INDICATOR", help=option("log", "--evidence"))
@click.option("--answer", type=click.Choice(["yes", "no"]), help=option("log", "--answer"))
@click.option("--basis", type=click.Choice(["observed", "client_confirmed"]), help=option("log", "--basis"))
@_CONFIG
def log(
    account: str,
    text: str,
    who: tuple[str, ...],
    ours: tuple[str, ...],
    on: datetime.date | None,
    evidence: str | None,
    answer: str | None,
    basis: str | None,
    config: Path,
) -> None:
    """Note a talk or a sign."""
    from sam_gen.exchange.log import CannotNote, Said, Sign, note

    if not evidence and (answer or basis):
        raise click.UsageError("--answer and --basis belong to --evidence INDICATOR.")
    if evidence and (len(who) > 1 or len(ours) > 1):
        raise click.UsageError(
            "A sign rests on one of theirs and was noted by one of ours: give --who and --ours once."
        )
    sign = Sign.of(evidence, answer, basis) if evidence else None
    folders = _folders(config)
    try:
        project = read_project(folders)
        noted = note(folders, project, Said(account, text, who, ours, on or project.as_of, sign))
    except ReadingProblems as error:
        _stop(error)
    except explained.Unknown as error:
        raise click.UsageError(f"{error} Nothing was written.") from None
    except CannotNote as error:
        click.echo(f"{error}\nNothing was written.", err=True)
        sys.exit(2 if error.usage else 1)
    click.echo(f"{noted.file}:{noted.line} now says:")
    for line in noted.record:
        click.echo(f"  {line}")


@main.command()
@click.argument("directory", type=click.Path(path_type=Path), default=Path("docs/schema"))
def schema(directory: Path) -> None:
    """Write the JSON Schema of every kind of file, for editors."""
    from sam_gen.reading.schema import KINDS
    from sam_gen.reading.schema import schema as text_of

    directory.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        (directory / f"{kind}.json").write_text(text_of(kind), encoding="utf-8", newline="\n")
    click.echo(f"{len(KINDS)} schemas in {directory}")


@main.command()
@_CONFIG
def migrate(config: Path) -> None:
    """Bring the files to the newest format."""
    from sam_gen.start.migrate import NEWEST
    from sam_gen.start.migrate import migrate as bring

    folders = _folders(config)
    try:
        project = read_project(folders)
    except ReadingProblems as error:
        _stop(error)
    changed = bring(folders, int(project.playbook.settings.schema_version.value))
    for name in changed:
        click.echo(name)
    click.echo(f"{len(changed)} files changed." if changed else f"Nothing to do: the files have format {NEWEST}.")


@contextmanager
def _failing() -> Iterator[None]:
    """Say what went wrong and leave with 1."""
    from sam_gen.publish import site

    try:
        yield
    except ReadingProblems as error:
        _stop(error)
    except site.BuildFailed as error:
        click.echo(f"{error}\n{error.after}", err=True)
        sys.exit(1)


def _stop(error: ReadingProblems) -> NoReturn:
    for problem in error.problems:
        click.echo(str(problem))
    click.echo(f"{summary(error.problems)}. Nothing was written.", err=True)
    sys.exit(1)


def _folders(config: Path, *, needs_site: bool = False) -> Folders:
    """Take the folders from mkdocs.yml if it is there, the usual ones beside it if not.

    Leaves with 2 and one sentence where there is no playbook.
    """
    folders = _configured(config) if config.is_file() else Folders(config.resolve().parent)
    why = outside(config, folders, needs_site=needs_site)
    if why:
        raise _Outside(why)
    return folders


class _Outside(click.ClickException):
    """Run where no playbook is: wrong usage, but the usage line would not help."""

    exit_code = 2


def _configured(config: Path) -> Folders:
    from sam_gen.publish import site

    try:
        return site.load(config)[2]
    except site.BuildFailed as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def _inventory(project: Project) -> str:
    people = sum(len(account.people) for account in project.accounts)
    accounts = len(project.accounts)
    return f"{accounts} account{'s' * (accounts != 1)}, {people} people, {len(project.playbook.team)} of us"


def _shown(path: Path) -> str:
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)

"""The MkDocs plugin: hands the pages to MkDocs. Nothing is written into the docs folder."""

from __future__ import annotations

import calendar
import logging
import os
from pathlib import Path
from typing import Any, ClassVar, Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from sam_gen.model.edition import Edition
from sam_gen.model.problem import Problem, ReadingProblems, quoted, summary
from sam_gen.model.project import Project
from sam_gen.model.words import nearest
from sam_gen.pages.problems import problems_banner, problems_page
from sam_gen.pages.site import site_files, site_pages
from sam_gen.publish.collisions import collisions
from sam_gen.publish.edition import read_edition
from sam_gen.publish.nav import navigation
from sam_gen.publish.shared import ASSETS, EXTENSIONS, about, assets
from sam_gen.reading.folders import Folders
from sam_gen.render.environment import TEMPLATES, TemplateBroken, fill, render
from sam_gen.render.page import Rendered

log = logging.getLogger("mkdocs.plugins.sam")


class SamConfig(Config):  # type: ignore[no-untyped-call]
    """The options of the plugin; everything else is in playbook.yml."""

    accounts = config_options.Type(str, default="accounts")
    """The folder of the accounts, relative to mkdocs.yml."""
    playbook = config_options.Type(str, default="playbook")
    """The folder of the playbook, relative to mkdocs.yml."""
    coaching = config_options.Type(str, default="coaching")
    """The folder of the restricted material, relative to mkdocs.yml; opened for the coach edition alone."""
    edition = config_options.Choice([edition.value for edition in Edition], default=Edition.TEAM.value)
    """For whom the site is made."""


class SamPlugin(BasePlugin[SamConfig]):  # type: ignore[no-untyped-call]
    """Adds the generated pages to a MkDocs site."""

    asked: ClassVar[Edition | None] = None
    """The edition `sam-gen serve` was asked for; it goes before the option, at every rebuild."""

    def __init__(self) -> None:
        self.given: Project | None = None
        """What `sam-gen build` has read already, as its edition sees it."""
        self.pages: dict[str, Rendered] = {}
        """The last good pages by source path; they stay while the files are broken under `serve`."""
        self.beside: dict[str, str] = {}
        """The last good files that are no pages, by address."""
        self.problems: list[Problem] = []
        self.serving = False

    # Options -------------------------------------------------------------------

    def load_config(self, options: dict[str, Any], config_file_path: str | None = None) -> tuple[list[Any], list[Any]]:
        """Take the options; one that does not exist is an error, not a warning nobody reads."""
        errors, warnings = super().load_config(options, config_file_path)
        known = [key for key, _ in SamConfig._schema]
        for name in sorted(set(map(str, options)) - set(known)):
            guess = nearest(name, known)
            hint = f"did you mean {guess}?" if guess else f"possible: {', '.join(known)}."
            errors.append((name, PluginError(f"there is no option {quoted(name)}; {hint}")))
        return errors, [warning for warning in warnings if not errors]

    # Events, in the order MkDocs calls them ----------------------------------------

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a reader watches; because of this event MkDocs keeps the plugin between rebuilds."""
        self.serving = command == "serve"
        if dirty:
            raise PluginError("--dirty leaves old pages and an empty search index behind; build without it.")

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the project, render its pages, and have everything watched that they are made of."""
        root = Path(config.config_file_path).resolve().parent
        folders = Folders(root, self.config.accounts, self.config.playbook, self.config.coaching)
        self._watch(config, root)
        self._refresh(folders)
        for extension in EXTENSIONS:
            if extension not in config.markdown_extensions:
                config.markdown_extensions.append(extension)
        config.extra_css[:0] = [f"assets/{path.name}" for path in assets(".css")]
        config.extra_javascript[:0] = [f"assets/{path.name}" for path in assets(".js")]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add pages and assets, and build the navigation unless mkdocs.yml has one."""
        written = [file.src_uri for file in files.documentation_pages() if not _ours(file)]
        problems = collisions(self.pages, written, Path(config.docs_dir).name)
        if problems and not self.serving:
            raise PluginError(_report(problems))
        for problem in problems:
            log.error(str(problem))
        self.problems += problems
        for path in (*assets(".css"), *assets(".js")):
            files.append(File.generated(config, f"assets/{path.name}", abs_src_path=str(path)))
        for address, content in self.beside.items():
            if (taken := files.get_file_from_path(address)) is not None:
                files.remove(taken)
            files.append(File.generated(config, address, content=content))
        for uri, rendered in self.pages.items():
            if (taken := files.get_file_from_path(uri)) is not None:
                files.remove(taken)
            file = File.generated(config, uri, content=rendered.markdown)
            if rendered.page.path and not rendered.page.nav:
                file.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(file)
        if config.nav is None:
            config.nav = navigation(
                (uri for uri in written if uri not in self.pages), (rendered.page for rendered in self.pages.values())
            )
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: Any) -> str:
        """Set title and meta on the page; they never pass through front matter."""
        if _ours(page.file):
            page.meta.update(about(self.pages[page.file.src_uri].page))
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: Any) -> str:
        """Put the HTML blocks into their slots, and the list of problems on top while there are any."""
        if _ours(page.file):
            html = fill(html, self.pages[page.file.src_uri].blocks)
        return problems_banner(self.problems) + html if self.problems else html

    # Parts -----------------------------------------------------------------------

    @property
    def edition(self) -> Edition:
        """The edition to make."""
        return self.asked or Edition(self.config.edition)

    def _watch(self, config: MkDocsConfig, root: Path) -> None:
        names = [self.config.accounts, self.config.playbook]
        if self.edition is Edition.COACH:
            names.append(self.config.coaching)
        for folder in (*(root / name for name in names), TEMPLATES, ASSETS):
            if folder.is_dir() and str(folder) not in config.watch:
                config.watch.append(str(folder))

    def _refresh(self, folders: Folders) -> None:
        """Make the pages anew; under `serve` keep the last good ones if the files cannot be read."""
        self.problems = []
        try:
            project = self.given or read_edition(folders, self.edition)
            pages = {page.source: render(page) for page in site_pages(project)}
            beside = site_files(project)
        except ReadingProblems as error:
            self._keep(error.problems)
        except TemplateBroken as error:
            if not self.serving:
                raise
            log.error("%s The last good pages stay.", error)
        else:
            self.pages, self.beside = pages, beside
            epoch = calendar.timegm(project.as_of.timetuple())
            os.environ["SOURCE_DATE_EPOCH"] = str(epoch)

    def _keep(self, problems: list[Problem]) -> None:
        if not self.serving:
            raise PluginError(_report(problems))
        self.problems = problems
        log.error(_report(problems, "The last good pages stay."))
        if not self.pages:
            page = problems_page()
            self.pages = {page.source: render(page)}


def _ours(file: File) -> bool:
    return file.generated_by == "sam"


def _report(problems: list[Problem], end: str = "Nothing was written.") -> str:
    return "\n".join(["cannot read the project:", *map(str, problems), f"{summary(problems)}. {end}"])

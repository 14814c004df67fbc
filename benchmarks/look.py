"""Take pictures of a built site: every kind of page, light and dark, wide and narrow, and on paper.

    python benchmarks/look.py site .look --only accounts

It builds nothing. Of each kind of page the richest is taken, with `--thin` the emptiest. It ends with 1 when a page is
wider than its window. Sheets need pdftoppm (`sudo apt-get install poppler-utils`); without it the PDF is kept.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import http.server
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_WINDOWS = (1280, 390, 320)
"""Pixels: a laptop, a phone, and the narrowest that must still work."""
_HEIGHT = 900
_DPI = 80
_TOO_WIDE = "document.documentElement.scrollWidth - innerWidth"
_OF_A_KIND = (
    (r"^training/cases/[^/]+/", "accounts/*/"),
    (r"^accounts/[^/]+/", "accounts/*/"),
    (r"^(people|tools|reference/rules|reference/drawings)/[^/]+/", r"\1/*/"),
    (r"^training/(?!cases/)[^/]+/", "training/*/"),
)


def kind(address: str) -> str:
    """Return what sort of page stands at an address: ids of accounts, people, lessons, tools and rules do not count."""
    for pattern, instead in _OF_A_KIND:
        address = re.sub(pattern, instead, address)
    return address


def one_of_each(site: Path, thin: bool = False) -> list[str]:
    """Return the address of the largest page of each kind, or of the smallest."""
    pages = sorted(site.rglob("index.html"), key=lambda page: (page.stat().st_size, page), reverse=thin)
    addresses = (page.parent.relative_to(site).as_posix() for page in pages)
    chosen = {kind(address): address for address in ("" if path == "." else f"{path}/" for path in addresses)}
    return sorted(chosen.values())


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on a free port as long as it is wanted; yields the origin."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def on_screen(browser: Browser, origin: str, addresses: Sequence[str], folder: Path) -> list[str]:
    """Photograph each page at each width, light and dark; returns those that are wider than the window."""
    wide = []
    for width in _WINDOWS:
        for scheme in ("light", "dark"):
            context = browser.new_context(viewport={"width": width, "height": _HEIGHT})
            page = context.new_page()
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
            for address in addresses:
                page.goto(origin + address, wait_until="load")
                if (more := page.evaluate(_TOO_WIDE)) > 0:
                    wide.append(f"{address or '/'} is {more} px wider than {width} px, {scheme}")
                page.screenshot(path=folder / f"{_name(address)}.{width}-{scheme}.png", full_page=True)
            context.close()
    return wide


def on_paper(browser: Browser, origin: str, addresses: Sequence[str], folder: Path) -> None:
    """Print each page to A4, from dark: paper has to be light all the same."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    for address in addresses:
        page.goto(origin + address, wait_until="load")
        sheets = folder / f"{_name(address)}.print.pdf"
        page.pdf(path=sheets, prefer_css_page_size=True)
        if shutil.which("pdftoppm"):
            subprocess.run(["pdftoppm", "-r", str(_DPI), "-png", sheets, sheets.with_suffix("")], check=True)
            sheets.unlink()
    context.close()


def _name(address: str) -> str:
    return address.strip("/").replace("/", "-") or "desk"


def look(site: Path, folder: Path, chosen: Callable[[str], bool], thin: bool = False) -> list[str]:
    """Take every picture of the chosen pages; returns what is too wide."""
    program = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if program is None:
        sys.exit("Chromium is not installed: sudo apt-get install chromium")
    folder.mkdir(parents=True, exist_ok=True)
    addresses = [address for address in one_of_each(site, thin) if chosen(address)]
    with served(site) as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-background-networking"]
        )
        wide = on_screen(browser, origin, addresses, folder)
        on_paper(browser, origin, addresses, folder)
        browser.close()
    print(f"{len(addresses)} kinds of pages are in {folder}")
    return wide


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("folder", type=Path, nargs="?", default=Path(".look"))
    parser.add_argument("--only", default="", help="Pages whose address begins like this.")
    parser.add_argument("--thin", action="store_true", help="The emptiest page of each kind instead of the richest.")
    arguments = parser.parse_args()
    only = arguments.only
    wide = look(arguments.site, arguments.folder, lambda address: address.startswith(only), arguments.thin)
    print(*wide, sep="\n")
    return 1 if wide else 0


if __name__ == "__main__":
    sys.exit(main())

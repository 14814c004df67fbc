"""Drawings that are grids, in Chromium: no text lies on another, none leaves its frame, none is under 12 px."""

from __future__ import annotations

from pathlib import Path

import pytest
from draw.grid_samples import NAMES, every
from playwright.sync_api import Browser, Page

CSS = Path(__file__).parent.parent.parent / "sam_gen/assets/sam.css"
PAGE = """<!doctype html><html lang="en"><head><style>
html {{ font-size: 125% }} body {{ margin: 0 8px }} * {{ box-sizing: border-box }} {font}
</style><style>{css}</style></head>
<body data-md-color-scheme="default"><div class="md-typeset">{drawing}</div></body></html>"""
MEASURE = """() => {
  const boxes = [], faults = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const parent = node.parentElement, said = node.textContent.trim();
    if (!said || parent.closest('.s-hidden')) continue;
    const heads = parent.closest('thead');
    if (heads && heads.getBoundingClientRect().width < 2) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const size = parseFloat(getComputedStyle(parent).fontSize);
    const rects = [...range.getClientRects()].filter(rect => rect.width > 0.5 && rect.height > 1);
    if (rects.length && size < 11.99) faults.push(`${said} is ${size} px`);
    const frame = parent.closest('.s-chip, .s-way-step, td, th, .s-power-field');
    for (const rect of rects) {
      const half = Math.max(0, (rect.height - size) / 2);
      boxes.push([said, rect.left, rect.top + half, rect.right, rect.bottom - half]);
      if (frame) {
        const edge = frame.getBoundingClientRect();
        if (rect.left < edge.left - 1 || rect.right > edge.right + 1) faults.push(`${said} leaves its frame`);
      }
    }
  }
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
    const [a, b] = [boxes[i], boxes[j]];
    const across = Math.min(a[3], b[3]) - Math.max(a[1], b[1]), down = Math.min(a[4], b[4]) - Math.max(a[2], b[2]);
    if (across > 1 && down > 1) faults.push(`${a[0]} lies on ${b[0]}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
  return faults.slice(0, 5);
}"""


@pytest.fixture(scope="module")
def page(chromium: Browser):
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def faults(page: Page, drawing: str, width: int, font: str = "") -> list[str]:
    page.set_viewport_size({"width": width, "height": 900})
    page.set_content(PAGE.format(css=CSS.read_text("utf-8"), drawing=drawing, font=font))
    return list(page.evaluate(MEASURE))


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("drawing", sorted(every(())))
def test_no_text_lies_on_another(drawing, width, page):
    for kind, names in NAMES.items():
        for font in ("", "body * { font-family: 'DejaVu Sans' !important }"):
            found = faults(page, every(names)[drawing], width, font)
            assert not found, (kind, font, found)


def test_a_planted_overlap_is_seen(page):
    drawn = every(NAMES["one"])["interest"]
    planted = ".s-chip > bdi { margin-left: -60px !important }"
    assert faults(page, drawn, 1280) == []
    assert faults(page, drawn, 1280, planted)
    small = ".s-chip bdi { font-size: 11px !important }"
    assert any("11 px" in fault for fault in faults(page, drawn, 1280, small))

"""Who is for, neutral or against each initiative of theirs, who has not been heard, and whose no is enough."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.draw import html, marks
from sam_gen.draw.chip import Chip, chips
from sam_gen.draw.legend import Entry, legend
from sam_gen.draw.svg import Svg, el

_MOST = 8
"""Chips of a stand; the table below has everybody."""
_NEVER_HEARD = "not heard"


@dataclass(frozen=True)
class Stance:
    """One voice."""

    name: str
    stand: str | None
    """for, neutral or against; None has not been heard."""
    veto: bool = False


@dataclass(frozen=True)
class Matter:
    """One initiative, what the voices add up to, and the voices."""

    name: str
    said: str
    tone: str
    voices: tuple[Stance, ...]


_STANDS = (("for", "For"), ("neutral", "Neutral"), ("against", "Against"), (None, "Not heard"))


def consensus_rows(matters: tuple[Matter, ...]) -> Svg:
    """Draw one row an initiative; in each the voices stand under their stand."""
    heads = [html.head("What they want"), *(html.head(word) for _, word in _STANDS), html.head("Do they agree")]
    table = html.block(
        "table",
        html.block("thead", html.row(heads)),
        html.block("tbody", *(_matter(one) for one in matters)),
        class_="s-table s-stack s-voices",
        aria_label="Voices on each initiative",
    )
    return html.figure(_key(), table, kind="consensus", label="Who is for and who is against")


def _key() -> Svg:
    words = [(stand, False, word) for stand, word in _STANDS]
    words.append(("against", True, "Against, and can stop it"))
    words.append(("for", True, "with a V: their no would be enough"))
    return legend([Entry(_mark(stand, veto), word) for stand, veto, word in words])


def _matter(one: Matter) -> Svg:
    stands = [_stand(one, stand, word) for stand, word in _STANDS]
    said = el("td", one.said, class_=f"s-{one.tone or 'ink'}")
    return html.row([html.side(html.name(one.name, "s-name")), *stands, said])


def _stand(one: Matter, stand: str | None, word: str) -> Svg:
    voices = [voice for voice in one.voices if voice.stand == stand]
    drawn = [_chip(voice) for voice in voices]
    if not drawn:
        return el("td", html.hidden(f"{word}: nobody"), class_="s-voices-none")
    return html.block("td", el("span", word, class_="s-voices-word"), chips(drawn, _MOST, "more"))


def _chip(voice: Stance) -> Chip:
    word = f"{voice.stand or _NEVER_HEARD}{', can stop it' if voice.veto else ''}"
    return Chip(voice.name, _mark(voice.stand, voice.veto), word, heavy=voice.veto, open=voice.stand is None)


def _mark(stand: str | None, veto: bool) -> Svg:
    shape, colour = marks.voice(stand, veto=veto)
    return marks.mark(shape, width=30 if veto and stand != "against" else 16, colour=colour)

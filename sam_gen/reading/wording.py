"""What `playbook/words.yml` says twice, or says so that a reader could not tell two words apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sam_gen.model.problem import Problem, listed, quoted
from sam_gen.model.wording import LETTERS, LONGEST_SUPPORT, TERMS, Saying, Words
from sam_gen.model.words import fold

_LETTERS: Mapping[str, str] = {f"role/{role.value}": letter for role, letter in LETTERS.items()}


def unclear(words: Words | None) -> list[Problem]:
    """Return what is unclear in the file; nothing where it is missing or could not be read."""
    return listed(_unclear(words.words)) if words else []


def _unclear(sayings: tuple[Saying, ...]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    said, letters = dict(TERMS), dict(_LETTERS)
    for one in sayings:
        if one.of in seen:
            message = f"{quoted(one.of)} is renamed in line {seen[one.of]} already"
            yield Problem(one.place_of("of"), "SAM051", message, "Keep one of the two.")
        seen.setdefault(one.of, one.place_of("of").line)
        said[one.of] = one.say
        if one.letter and one.of in letters:
            letters[one.of] = one.letter
    for one in sayings:
        yield from _too_wide(one)
        yield from _alike(one, said)
        yield from _letter(one, letters)


def _too_wide(one: Saying) -> Iterator[Problem]:
    if one.of.startswith("support/") and len(one.say) > LONGEST_SUPPORT:
        message = f"{len(one.say)} characters, at most {LONGEST_SUPPORT} fit on a card of the map"
        yield Problem(one.place_of("say"), "SAM036", message, "Use a shorter word.")


def _alike(one: Saying, said: Mapping[str, str]) -> Iterator[Problem]:
    for term in _others(one.of, said):
        if fold(said[term]) == fold(one.say):
            message = f"{term} is called {quoted(said[term])} too"
            yield Problem(one.place_of("say"), "SAM070", message, f"Choose another word, or rename {term} as well.")
            return


def _letter(one: Saying, letters: Mapping[str, str]) -> Iterator[Problem]:
    if one.letter is None:
        return
    if one.of not in letters:
        message = "only a role has a letter on the map"
        yield Problem(one.place_of("letter"), "SAM070", message, "Take the letter out.")
        return
    for term in _others(one.of, letters):
        if fold(letters[term]) == fold(one.letter):
            message = f"{quoted(one.letter)} is the letter of {term} too"
            remedy = f"Choose another letter, or give {term} another as well."
            yield Problem(one.place_of("letter"), "SAM070", message, remedy)
            return


def _others(of: str, terms: Mapping[str, str]) -> Iterator[str]:
    """Return the other words of the same field."""
    group = of.partition("/")[0]
    return (term for term in terms if term != of and term.partition("/")[0] == group)

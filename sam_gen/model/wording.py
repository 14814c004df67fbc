"""What the site calls the words of the files: complete English, and what a company says differently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainValidator

from sam_gen.model.care import Course, DependenceKind, Direction, ReviewKind, ValueKind, ValueStatus
from sam_gen.model.claims import Basis
from sam_gen.model.footprint import HeldBy
from sam_gen.model.people import Role, SeesUs, Support
from sam_gen.model.plan import Likelihood, OpportunityKind, Outcome
from sam_gen.model.problem import quoted
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Label, Letter, Many, Word, refuse, text_of

ENGLISH: Mapping[str, Mapping[Word, str]] = {
    "support": {
        Support.MENTOR: "Mentor",
        Support.SUPPORTER: "Supports",
        Support.NEUTRAL: "Neutral",
        Support.DOUBTER: "Doubts",
        Support.OPPONENT: "Opposes",
    },
    "role": {
        Role.DECIDER: "Decider",
        Role.APPROVER: "Approver",
        Role.ECONOMIC_BUYER: "Economic buyer",
        Role.USER_BUYER: "User buyer",
        Role.TECHNICAL_BUYER: "Technical buyer",
        Role.CHAMPION: "Champion",
        Role.GATEKEEPER: "Gatekeeper",
        Role.PROCUREMENT: "Procurement",
        Role.INFLUENCER: "Influencer",
    },
    "basis": {
        Basis.ASSUMED: "assumed",
        Basis.OBSERVED: "observed",
        Basis.CLIENT_CONFIRMED: "client confirmed",
    },
    "sees_us": {
        SeesUs.COMMODITY: "a thing that meets the specification",
        SeesUs.PRODUCT: "a good product",
        SeesUs.SERVICE: "good service",
        SeesUs.BUSINESS: "help with a business problem",
        SeesUs.ORGANISATION: "questions of their own organisation",
    },
    "held_by": {
        HeldBy.US: "Ours",
        HeldBy.COMPETITOR: "Competitor",
        HeldBy.IN_HOUSE: "In-house",
        HeldBy.NOBODY: "Open",
        HeldBy.NOT_USED: "not used",
    },
    "opportunity": {
        OpportunityKind.IMPROVE_CLIENT: "makes their business better",
        OpportunityKind.EXPAND: "more of what we do",
        OpportunityKind.RENEW: "renewal",
        OpportunityKind.DEFEND: "defence",
        OpportunityKind.INNOVATE: "something new",
    },
    "outcome": {
        Outcome.WON: "Won",
        Outcome.LOST: "Lost",
        Outcome.DROPPED: "Dropped",
    },
    "likelihood": {
        Likelihood.HIGH: "Likely",
        Likelihood.MEDIUM: "Possible",
        Likelihood.LOW: "Unlikely",
    },
    "impact": {
        Likelihood.LOW: "Small effect",
        Likelihood.MEDIUM: "Medium effect",
        Likelihood.HIGH: "Large effect",
    },
    "review": {
        ReviewKind.TEAM: "Team talk",
        ReviewKind.PLAN: "Plan review",
        ReviewKind.MIDPOINT: "Midpoint check",
        ReviewKind.QBR: "Business review with the client",
        ReviewKind.EXECUTIVE: "Executive review",
    },
    "course": {
        Course.KEEP: "keep: the plan stands",
        Course.PIVOT: "pivot: the plan changes",
        Course.STOP: "stop: something ends",
    },
    "value": {
        ValueKind.SAVE_MONEY: "Saves money",
        ValueKind.MAKE_MONEY: "Makes money",
        ValueKind.MANAGE_RISK: "Manages risk",
    },
    "value_status": {
        ValueStatus.CLAIMED: "claimed",
        ValueStatus.MEASURED: "measured",
        ValueStatus.CONFIRMED: "confirmed",
        ValueStatus.DISPUTED: "disputed",
    },
    "dependence": {
        DependenceKind.OPERATIONAL: "Operational",
        DependenceKind.TECHNOLOGICAL: "Technological",
        DependenceKind.BUSINESS: "Business",
        DependenceKind.CONTRACTUAL: "Contractual",
    },
    "direction": {
        Direction.CLIENT_ON_US: "They depend on us",
        Direction.US_ON_CLIENT: "We depend on them",
    },
}
"""What each word of a field is called, field by field, in the order of a table."""

LETTERS: Mapping[Word, str] = {
    Role.DECIDER: "D",
    Role.APPROVER: "A",
    Role.ECONOMIC_BUYER: "E",
    Role.USER_BUYER: "U",
    Role.TECHNICAL_BUYER: "T",
    Role.CHAMPION: "C",
    Role.GATEKEEPER: "G",
    Role.PROCUREMENT: "P",
    Role.INFLUENCER: "I",
}
"""What stands for a role on a card of the map."""

TERMS: Mapping[str, str] = {
    f"{group}/{word.value}": said for group, words in ENGLISH.items() for word, said in words.items()
}
"""Everything a company can call differently, with its English: `support/mentor` is Mentor."""

LONGEST_SUPPORT = 12
"""Signs of a stand: it shares a line of a card with its mark, the role and the influence."""

# Of likelihood and impact, which share their words, the first group is meant where none is named.
_GROUP_OF: Mapping[type[Word], str] = {
    type(word): group for group, words in reversed(list(ENGLISH.items())) for word in words
}


def _read_term(value: Any) -> str:
    text = text_of(value, "a word")
    if text in TERMS:
        return text
    message = f"{quoted(text)} is not a word that can be renamed"
    remedy = f"Write a field and its word, support/mentor. Possible fields: {', '.join(ENGLISH)}."
    group, _, end = text.rpartition("/")
    elsewhere = [term for term in TERMS if term.endswith(f"/{end}")]
    if group in ENGLISH and not elsewhere:
        words = [word.value for word in ENGLISH[group]]
        remedy = f"Possible: {', '.join(f'{group}/{word}' for word in words)}."
        raise refuse("SAM033", message, remedy, wrong=end, choices=words)
    raise refuse("SAM033", message, remedy, wrong=text, choices=elsewhere or list(TERMS))


Term = Annotated[str, PlainValidator(_read_term)]
"""A field and its word, `support/mentor`."""


class Saying(Record):
    """One word that the company calls differently."""

    of: Term = shared("Which word: its field and what files write, support/mentor.")
    say: Label = shared("What the site calls it, exactly as typed.")
    letter: Letter | None = shared("Of a role: the letter on the map.", default=None)


class Words(Record):
    """The file `playbook/words.yml`."""

    words: Many[Saying] = shared("Only what the company says differently; all else stays English.", default=())


@dataclass(frozen=True)
class Wording:
    """What the site calls every word: the company's own where it has one."""

    own: tuple[Saying, ...] = ()

    def say(self, word: Word, group: str = "") -> str:
        """Return what stands for a word by itself; `impact` is a group to name, for its words are likelihood's."""
        group = group or _GROUP_OF[type(word)]
        saying = self._saying(word, group)
        return saying.say if saying else ENGLISH[group][word]

    def within(self, word: Word, group: str = "") -> str:
        """Return what stands for a word in a sentence: English with a small letter, the company's own as typed."""
        group = group or _GROUP_OF[type(word)]
        said = self.say(word, group)
        return said if self._saying(word, group) else said[:1].lower() + said[1:]

    def letter(self, word: Word) -> str:
        """Return the letter of a role."""
        saying = self._saying(word, _GROUP_OF[type(word)])
        return (saying and saying.letter) or LETTERS[word]

    def _saying(self, word: Word, group: str) -> Saying | None:
        return next((one for one in self.own if one.of == f"{group}/{word.value}"), None)

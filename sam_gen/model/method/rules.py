"""The nouns of `models/rules.yml`: how loudly each rule speaks, and the limits of some."""

from __future__ import annotations

from typing import Annotated

from sam_gen.model.limits import Percent
from sam_gen.model.method.weights import Few
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Between, Days, Label, Line, Many, Prose, TierId, Word
from sam_gen.model.texts import CourseLimits


class Severity(Word):
    """How loudly a rule speaks."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


class TierSeverity(Record):
    """The severity of one rule in one tier."""

    tier: TierId = shared("The tier.")
    severity: Severity = shared("error, warning, note or off.")


class RuleSetting(Record):
    """How one rule speaks in this company."""

    code: Line = shared("The rule's code, such as SAM101.")
    severity: Severity | None = shared("error, warning, note or off; warning if nothing is said.", default=None)
    first_tier: Severity | None = shared(
        "error, warning, note or off in the tier of the most care, whatever its name.", default=None
    )
    tiers: Many[TierSeverity] = shared("Where a tier differs; wins over first_tier.", default=())


class RuleSettings(Record):
    """The file `models/rules.yml`."""

    about: Prose = shared("What the settings are for.")
    blank_most: Percent = shared("Per cent of the white space that may be unknown before a rule speaks.", default=50)
    strong_from: Annotated[int, Between(1, 3)] = shared("Strength from which a dependence on us is strong.", default=2)
    pay_late_from: Few = shared("Days over the agreed ones from which a payment is late.", default=1)
    notice_ahead: Days = shared("Days before the notice day of a contract from which a rule speaks.", default=60)
    notice_known: Days = shared(
        "Days before the end of a contract of ours by which its notice day should be known.", default=270
    )
    course: CourseLimits = shared("What the texts of the training are held to.", default=CourseLimits.model_construct())
    ask_words: Annotated[int, Between(5, 60)] = shared("Words a question of the bank may have.", default=25)
    sentence_words: Annotated[int, Between(5, 60)] = shared("Words any other sentence of ours may have.", default=30)
    shared_words: Annotated[int, Between(3, 30)] = shared("Words in a row two texts of a kind may share.", default=8)
    plain: Many[Label] = shared(
        "Words that our texts do without; a star at the end stands for any ending: leverag*.", default=()
    )
    only: Many[Label] = shared(
        "Words that our texts use before certain others alone, each with one of them: strategic account.", default=()
    )
    rules: Many[RuleSetting] = shared("Only rules that differ from warning.", default=())

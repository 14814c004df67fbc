"""The nouns of `playbook/models/`: the method as data."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sam_gen.model.account_pages import AccountPage
from sam_gen.model.limits import Percent, RiskGrid
from sam_gen.model.people import SeesUs
from sam_gen.model.plan import OpportunityKind
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Between, Days, DimensionId, Id, Label, Line, Many, Prose, StageId, TierId, Word
from sam_gen.model.texts import CourseLimits

Weight = Annotated[int, Between(0, 100)]
Few = Annotated[int, Between(0, 99)]


class Stage(Record):
    """One stage of the continuum, from the first probe to one organisation."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What accounts write.")
    name: Line = shared("The name of the stage.")
    looks_like: Line = shared("What somebody who sits in the meetings would see.")
    contact: Line = shared("The shape of contact between the two companies.")
    next: Line | None = shared("What usually opens the next stage.", default=None)


class Level(Record):
    """How a dimension looks at one stage; the counts are for a dimension that is counted."""

    stage: StageId = shared("The stage.")
    looks_like: Line = shared("What can be seen or heard there.")
    pairs: Few = shared("Pairs of ours and theirs who have talked lately, at least.", default=0)
    functions: Few = shared("Functions of theirs in those pairs, at least.", default=0)
    levels: Few = shared("Levels of theirs in those pairs, at least.", default=0)
    without_lead: Few = shared("Pairs that talked without the account lead, at least.", default=0)
    answers: Many[SeesUs] = shared("What people who count call on us for at this stage.", default=())


class JudgedBy(Word):
    """Where a dimension's stage comes from."""

    SIGNS = "signs"
    CONTACTS = "contacts"
    SEES_US_AS = "sees_us_as"


class FocusKind(Word):
    """The reasons for the focus of a coaching talk, in the order in which they count; see advise/focus.py."""

    NOBODY_NAMED = "nobody_named"
    UNMET = "unmet"
    PROMISE = "promise"
    LATE = "late"
    WISH = "wish"
    OFF_TRACK = "off_track"
    THREAD = "thread"
    STANDS = "stands"
    OBJECTIVE = "objective"
    NOT_VALIDATED = "not_validated"
    CHANGED = "changed"


class Dimension(Record):
    """One side of the relationship that is judged by itself."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What indicators write.")
    name: Line = shared("The name of the dimension.")
    asks: Line = shared("The question it answers.")
    judged_by: JudgedBy = shared(
        "signs: by indicators; contacts: counted from talks; sees_us_as: counted from key players.",
        default=JudgedBy.SIGNS,
    )
    focus: Many[FocusKind] = shared(
        "The coaching focuses that are about it; its questions then come first.", default=()
    )
    levels: Many[Level] = shared("What it looks like, stage by stage.", default=())


class Indicator(Record):
    """One sign that can be seen or heard, true at its stage and above."""

    named_by: ClassVar[str | None] = "says"

    id: Id = shared("What evidence in accounts writes.")
    dimension: DimensionId = shared("The dimension it speaks of.")
    stage: StageId = shared("The stage it is a sign of.")
    says: Line = shared("The sign, as a sentence that is true or not.")
    ask: Line | None = shared("The question to ask the client, where nobody has looked.", default=None)


class Diagnosis(Record):
    """How the dimensions make one stage."""

    seen_needed: Few = shared(
        "Different signs observed that carry a stage; one that the client confirmed does too.", default=2
    )
    above_gates: Few = shared("Stages above the weaker of the two counted dimensions, at most.", default=1)
    unknown_most: Few = shared("Dimensions that may be unknown before nothing is said.", default=5)
    signals_from: Few = shared("Live signs of moving apart that raise the flag.", default=2)
    upstream_months: Few = shared("Months of opportunities that say how early we are let in.", default=24)


class Continuum(Record):
    """The file `models/continuum.yml`."""

    about: Prose = shared("What the model is for, and where it is convention.")
    stages: Many[Stage] = shared("The stages, lowest first.")
    dimensions: Many[Dimension] = shared("The dimensions.")
    indicators: Many[Indicator] = shared("The signs of the dimensions that are judged by signs.", default=())
    diagnosis: Diagnosis | None = shared("How the dimensions make one stage.", default=None)


class Shows(Record):
    """One place of an account in which a competency shows."""

    field: Line = shared("The field of the account's file, `people.support`.")
    page: AccountPage | None = shared("The page of the account that shows it.", default=None)
    look_for: Line = shared("What one would find there, and what would be missing without it.")


class Competency(Record):
    """Something a strategic account manager can do, at four levels."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What lessons and coaching write.")
    name: Line = shared("The name of the competency.")
    levels: Many[Line] = shared("Four sentences: aware, applies with help, owns it, shapes how others do it.")
    evidence: Line = shared("Where in the accounts it shows.")
    shows: Many[Shows] = shared("The same place by place, to look up before a talk.", default=())


class Competencies(Record):
    """The file `models/competencies.yml`."""

    about: Prose = shared("What the model is for, and where it is convention.")
    competencies: Many[Competency] = shared("The competencies.")


class CriterionSide(Word):
    """What a criterion speaks of."""

    ATTRACTIVENESS = "attractiveness"
    STRENGTH = "strength"


class Criterion(Record):
    """One criterion for choosing strategic accounts."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What accounts write under selection.")
    name: Line = shared("The name of the criterion.")
    side: CriterionSide = shared("attractiveness of the client, or our strength as they see it.")
    weight: Weight = shared("Its part in the side's score; the weights of a side sum to 100.")
    low: Line = shared("What earns 0.")
    high: Line = shared("What earns 10.")


class Height(Word):
    """Which half of a side a field of the matrix lies in."""

    HIGH = "high"
    LOW = "low"


class SelectionField(Record):
    """One of the four fields of the selection matrix."""

    named_by: ClassVar[str | None] = "name"

    attractiveness: Height = shared("high or low.")
    strength: Height = shared("high or low.")
    name: Line = shared("What the field is called.")
    gets: Line | None = shared("What an account in it gets from us.", default=None)


Score = Annotated[int, Between(1, 10)]


class SelectionModel(Record):
    """The file `models/selection.yml`."""

    about: Prose = shared("What the model is for, and where it is convention.")
    criteria: Many[Criterion] = shared("The criteria.")
    gates: Many[Line] = shared("What must be true, whatever the scores say.", default=())
    high_from: Score = shared("From this score on a side is high.", default=5)
    fields: Many[SelectionField] = shared("The four fields of the matrix.", default=())


class Gate(Record):
    """One question of the A, B, C sheet."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("The id of the question.")
    name: Line = shared("The question.")
    weight: Weight = shared("Its part in the score; the weights sum to 100.")
    low: Line = shared("What earns 0.")
    high: Line = shared("What earns 4.")


class GateTest(Word):
    """What a gate looks at in an opportunity."""

    INITIATIVE_CONFIRMED = "initiative_confirmed"
    SPONSOR_NAMED = "sponsor_named"
    OWNER_NAMED = "owner_named"
    STEP_DATED = "step_dated"


class ClassGate(Record):
    """One thing that an A needs, whatever its score."""

    test: GateTest = shared("What is looked at: initiative_confirmed, sponsor_named, owner_named or step_dated.")
    says: Line = shared("The gate in words.")


class PriorityModel(Record):
    """The file `models/priorities.yml`."""

    about: Prose = shared("What the model is for, and where it is convention.")
    a_from: Percent = shared("Class A from this score on, if no gate fails.")
    b_from: Percent = shared("Class B from this score on.")
    questions: Many[Gate] = shared("The score sheet.")
    known_from: Percent = shared("Weight that must be answered, in per cent, before a class is worked out.", default=60)
    step_within: Few = shared("Days within which the next step of an A has its date.", default=30)
    b_counts: Percent = shared("What a B counts towards the growth goal, in per cent of its worth.", default=50)
    no_growth: Many[OpportunityKind] = shared(
        "Kinds that keep what we have and count nothing towards the growth goal.",
        default=(OpportunityKind.RENEW, OpportunityKind.DEFEND),
    )
    one_kind_from: Few = shared("From how many opportunities on one kind alone is one-sided.", default=3)
    looks_back: Days = shared("Days that a closed opportunity stays on the page of the plan.", default=730)
    gates: Many[ClassGate] = shared("What an A needs besides its score.", default=())


class RiskPattern(Record):
    """A risk that strategic accounts run again and again."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("The id of the pattern.")
    name: Line = shared("The name of the pattern.")
    cause: Line = shared("What brings it about.")
    first_sign: Line = shared("What one sees first.")
    response: Line = shared("What has helped.")


class RiskLibrary(Record):
    """The file `models/risks.yml`."""

    about: Prose = shared("What the library is for, and where it is judgement.")
    grid: RiskGrid | None = shared("What likelihood and effect ask for; if left out, the one that ships.", default=None)
    patterns: Many[RiskPattern] = shared("The patterns.")


class Moves(Word):
    """Which way a signal points."""

    UP = "up"
    DOWN = "down"


class Signal(Record):
    """A sign that a relationship is moving, up or down."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("The id of the signal.")
    name: Line = shared("The name of the signal.")
    moves: Moves = shared("up or down.")
    looks_like: Line = shared("What one sees or hears.")
    may_mean: Line = shared("What it may mean, and what else it may mean.")
    ask: Line = shared("The question to ask within a week.")


class Signals(Record):
    """The file `models/signals.yml`."""

    about: Prose = shared("What the list is for, and where it is judgement.")
    signals: Many[Signal] = shared("The signals.")


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


class Offering(Record):
    """Something we sell, as the client would name it."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What accounts write.")
    name: Line = shared("The name of the offering.")
    group: Line | None = shared("The family it belongs to.", default=None)
    does: Line = shared("What it does for the client, in one sentence.")


class Offerings(Record):
    """The file `playbook/offerings.yml`."""

    offerings: Many[Offering] = shared("Everything we sell.")

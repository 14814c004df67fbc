"""The nouns of `playbook/models/`: the method as data."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sam_gen.model.limits import Percent, RiskGrid
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Between, Id, Line, Many, Prose, StageId, TierId, Word

Weight = Annotated[int, Between(0, 100)]


class Stage(Record):
    """One stage of the continuum, from the first probe to one organisation."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What accounts write.")
    name: Line = shared("The name of the stage.")
    looks_like: Line = shared("What somebody who sits in the meetings would see.")
    contact: Line = shared("The shape of contact between the two companies.")
    next: Line | None = shared("What usually opens the next stage.", default=None)


class Level(Record):
    """How a dimension looks at one stage."""

    stage: StageId = shared("The stage.")
    looks_like: Line = shared("What can be seen or heard there.")


class Dimension(Record):
    """One side of the relationship that is judged by itself."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What evidence in accounts writes.")
    name: Line = shared("The name of the dimension.")
    asks: Line = shared("The question it answers.")
    levels: Many[Level] = shared("What it looks like, stage by stage.", default=())


class Continuum(Record):
    """The file `models/continuum.yml`."""

    about: Prose = shared("What the model is for, and where it is convention.")
    stages: Many[Stage] = shared("The stages, lowest first.")
    dimensions: Many[Dimension] = shared("The dimensions.")


class Competency(Record):
    """Something a strategic account manager can do, at four levels."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What lessons and coaching write.")
    name: Line = shared("The name of the competency.")
    levels: Many[Line] = shared("Four sentences: aware, applies with help, owns it, shapes how others do it.")
    evidence: Line = shared("Where in the accounts it shows.")


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


class SelectionModel(Record):
    """The file `models/selection.yml`."""

    about: Prose = shared("What the model is for, and where it is convention.")
    criteria: Many[Criterion] = shared("The criteria.")
    gates: Many[Line] = shared("What must be true, whatever the scores say.", default=())


class HealthMeasure(Record):
    """One measure of an account's health as the client would feel it."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("The id of the measure.")
    name: Line = shared("The name of the measure.")
    weight: Weight = shared("Its part in the whole; the weights sum to 100.")
    asks: Line = shared("The question it answers.")
    good: Line = shared("What counts as good.")
    at_risk: Line = shared("What counts as at risk.")


class HealthModel(Record):
    """The file `models/health.yml`."""

    about: Prose = shared("What the model is for, and where it is convention.")
    good_from: Percent = shared("Good from this score on.")
    watch_from: Percent = shared("Watch from this score on; below it, at risk.")
    measures: Many[HealthMeasure] = shared("The measures.")


class Gate(Record):
    """One question of the A, B, C sheet."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("The id of the question.")
    name: Line = shared("The question.")
    weight: Weight = shared("Its part in the score; the weights sum to 100.")
    low: Line = shared("What earns 0.")
    high: Line = shared("What earns 4.")


class PriorityModel(Record):
    """The file `models/priorities.yml`."""

    about: Prose = shared("What the model is for, and where it is convention.")
    a_from: Percent = shared("Class A from this score on, if no gate fails.")
    b_from: Percent = shared("Class B from this score on.")
    questions: Many[Gate] = shared("The score sheet.")
    gates: Many[Line] = shared("What an A needs besides its score.", default=())


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


class Signal(Record):
    """A sign that a relationship is moving, up or down."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("The id of the signal.")
    name: Line = shared("The name of the signal.")
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
    tiers: Many[TierSeverity] = shared("Where a tier differs.", default=())


class RuleSettings(Record):
    """The file `models/rules.yml`."""

    about: Prose = shared("What the settings are for.")
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

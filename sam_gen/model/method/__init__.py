"""The nouns of `playbook/models/` and of the offerings: the method as data, one file of the playbook a module."""

from __future__ import annotations

from sam_gen.model.method.competencies import Competencies, Competency, Shows
from sam_gen.model.method.continuum import Continuum, Diagnosis, Dimension, FocusKind, Indicator, JudgedBy, Level, Stage
from sam_gen.model.method.offerings import Offering, Offerings
from sam_gen.model.method.priorities import ClassGate, Gate, GateTest, PriorityModel
from sam_gen.model.method.risks import RiskLibrary, RiskPattern
from sam_gen.model.method.rules import RuleSetting, RuleSettings, Severity, TierSeverity
from sam_gen.model.method.selection import Criterion, CriterionSide, Height, Score, SelectionField, SelectionModel
from sam_gen.model.method.signals import Moves, Signal, Signals

__all__ = [
    "ClassGate",
    "Competencies",
    "Competency",
    "Continuum",
    "Criterion",
    "CriterionSide",
    "Diagnosis",
    "Dimension",
    "FocusKind",
    "Gate",
    "GateTest",
    "Height",
    "Indicator",
    "JudgedBy",
    "Level",
    "Moves",
    "Offering",
    "Offerings",
    "PriorityModel",
    "RiskLibrary",
    "RiskPattern",
    "RuleSetting",
    "RuleSettings",
    "Score",
    "SelectionField",
    "SelectionModel",
    "Severity",
    "Shows",
    "Signal",
    "Signals",
    "Stage",
    "TierSeverity",
]

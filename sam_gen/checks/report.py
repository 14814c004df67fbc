"""Findings as somebody or something reads them: text, GitHub, GitLab, JSON, SARIF. Pure: values in, text out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from sam_gen import __version__
from sam_gen.checks.check import LOUDNESS
from sam_gen.checks.codes import reading_code
from sam_gen.checks.finding import Finding
from sam_gen.checks.rules import BY_CODE, RULES
from sam_gen.model.method import Severity
from sam_gen.model.place import Place
from sam_gen.model.problem import Problem

JSON_SCHEMA = 1
"""The version of the JSON format; it grows when a field changes its meaning or goes."""

_NOUN = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def counts(findings: Sequence[Finding]) -> str:
    """Say how many findings there are of each severity, the most severe first."""
    number = Counter(finding.severity for finding in findings)
    parts = [
        f"{number[severity]} {_NOUN[severity]}{'' if number[severity] == 1 else 's'}"
        for severity in sorted(number, key=lambda one: LOUDNESS[one])
    ]
    return ", ".join(parts) or "nothing found"


def text(findings: Sequence[Finding]) -> str:
    """Print each finding at its place, its remedy below it."""
    return "".join(f"{_printed(finding)}\n" for finding in findings)


def _printed(finding: Finding) -> str:
    """Print as a reading problem is printed: nothing in it that a terminal would obey."""
    message = f"{_NOUN[finding.severity]}: {finding.message}"
    return str(Problem(finding.place, finding.code, message, finding.remedy))


# GitHub ---------------------------------------------------------------------

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(findings: Sequence[Finding]) -> str:
    """Print workflow commands, which GitHub shows beside the line of a change."""
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Finding) -> str:
    place = finding.place
    fields = {"file": place.file, "line": place.line, "col": place.column, "title": title(finding)}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    return f"::{_GITHUB[finding.severity]} {properties}::{_data(_whole(finding))}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


# GitLab ---------------------------------------------------------------------

_GITLAB = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def gitlab(findings: Sequence[Finding]) -> str:
    """Print a Code Quality report."""
    return _json(
        [
            {
                "description": f"{title(finding)}. {finding.message}",
                "check_name": finding.code,
                "fingerprint": fingerprint,
                "severity": _GITLAB[finding.severity],
                "location": {"path": finding.place.file, "lines": {"begin": finding.place.line}},
            }
            for finding, fingerprint in _with_fingerprints(findings)
        ]
    )


def _with_fingerprints(findings: Sequence[Finding]) -> list[tuple[Finding, str]]:
    """Give each finding a print that stays the same when lines move or days pass.

    It is made of rule, account and record. Two that agree in all of these are numbered in the order of the file.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    marked = []
    for finding in findings:
        what = finding.subject if finding.code in BY_CODE else finding.message
        about = (finding.code, finding.account or finding.place.file, what)
        marked.append((finding, sha256("\0".join((*about, str(seen[about]))).encode()).hexdigest()))
        seen[about] += 1
    return marked


# JSON -----------------------------------------------------------------------


def as_json(findings: Sequence[Finding]) -> str:
    """Print everything known of each finding."""
    return _json(
        {
            "schema": JSON_SCHEMA,
            "counts": {_NOUN[one]: sum(finding.severity is one for finding in findings) for one in _NOUN},
            "findings": [
                {
                    "code": finding.code,
                    "name": name_of(finding.code),
                    "severity": finding.severity.value,
                    "message": finding.message,
                    "remedy": finding.remedy,
                    "file": finding.place.file,
                    "line": finding.place.line,
                    "column": finding.place.column,
                    "account": finding.account,
                    "subject": finding.subject,
                }
                for finding in findings
            ],
        }
    )


# SARIF ----------------------------------------------------------------------

_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(findings: Sequence[Finding]) -> str:
    """Print a SARIF 2.1.0 log with one run."""
    reading = sorted({finding.code for finding in findings} - set(BY_CODE))
    codes = [*reading, *(rule.code for rule in RULES)]
    index = {code: i for i, code in enumerate(codes)}
    run = {
        "tool": {
            "driver": {"name": "sam-gen", "version": __version__, "rules": [_sarif_rule(code) for code in codes]},
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            {
                "ruleId": finding.code,
                "ruleIndex": index[finding.code],
                "level": finding.severity.value,
                "message": {"text": _whole(finding)},
                "locations": [{"physicalLocation": _location(finding.place)}],
                "partialFingerprints": {"samGen/v1": fingerprint},
            }
            for finding, fingerprint in _with_fingerprints(findings)
        ],
    }
    return _json({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _sarif_rule(code: str) -> dict[str, Any]:
    rule = BY_CODE.get(code)
    if rule is None:
        level, full, remedy = Severity.ERROR, reading_code(code), ""
    else:
        level, full, remedy = rule.severity, rule.why, rule.remedy
    return {
        "id": code,
        "shortDescription": {"text": name_of(code)},
        "fullDescription": {"text": full},
        "help": {"text": remedy or full},
        "defaultConfiguration": {"level": level.value},
    }


def _location(place: Place) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": quote(place.file)},
        "region": {"startLine": place.line, "startColumn": place.column},
    }


# Parts ----------------------------------------------------------------------


def name_of(code: str) -> str:
    """Return the short name of a rule, or of all reading problems."""
    return BY_CODE[code].name if code in BY_CODE else "Cannot be read"


def title(finding: Finding) -> str:
    """Return code and name."""
    return f"{finding.code} {name_of(finding.code)}"


def _whole(finding: Finding) -> str:
    return f"{finding.message}\n{finding.remedy}" if finding.remedy else finding.message


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Finding]], str]] = {
    "text": text,
    "github": github,
    "gitlab": gitlab,
    "json": as_json,
    "sarif": sarif,
}
"""The formats by the name that `--format` takes."""

"""JUnit XML: a suite for each page that has findings, a test that failed for each finding.

Notes are tests that passed with something to say. The elements are those of Jenkins' own schema
(junit-10.xsd).
"""

from __future__ import annotations

from itertools import groupby

from jdlint.core.diagnostic import Diagnostic, Report
from jdlint.report import Given
from jdlint.report.parts.plain import counted, one_line
from jdlint.report.parts.xml import element, join


def render(report: Report, given: Given) -> str:
    """The report as XML; pages with nothing to report are one test that passed."""
    suites, failures, tests = [], 0, 0
    for path, group in groupby(report.diagnostics, key=lambda d: d.path):
        rows = list(group)
        failed = sum(d.severity != "note" for d in rows)
        counts = {"tests": len(rows), "failures": failed, "errors": 0}
        suites.append(element("testsuite", {"name": path, **counts}, [_case(d) for d in rows]))
        failures, tests = failures + failed, tests + len(rows)
    clean = report.pages - len(suites)
    if clean > 0 or not suites:
        case = element(
            "testcase",
            {
                "classname": "jdlint",
                "name": f"{counted(max(clean, 0), 'page')} with nothing to report",
            },
        )
        suites.append(
            element("testsuite", {"name": "jdlint", "tests": 1, "failures": 0, "errors": 0}, [case])
        )
        tests += 1
    return join(
        element(
            "testsuites",
            {"name": "jdlint", "tests": tests, "failures": failures, "errors": 0},
            suites,
        )
    )


def _case(d: Diagnostic) -> str:
    where = f"{d.path}:{d.start.line}:{d.start.column}"
    text = "\n".join(
        part for part in (f"{where}: {one_line(d.message)}", one_line(d.why), d.url) if part
    )
    if d.severity == "note":
        result = element("system-out", {}, text=text)
    else:
        result = element("failure", {"type": d.severity, "message": one_line(d.message)}, text=text)
    name = f"{d.rule} at {d.start.line}:{d.start.column}"
    return element(
        "testcase",
        {"classname": d.path, "name": name, "file": d.path, "line": d.start.line},
        [result],
    )

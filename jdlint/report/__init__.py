"""Reports: a report and how to show it in, text out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from jdlint.core.diagnostic import Report
    from jdlint.core.text import Source
    from jdlint.rules.rule import Rule

FORMATS = (
    "text",
    "json",
    "github",
    "gitlab",
    "sarif",
    "junit",
    "rdjson",
    "checkstyle",
    "markdown",
    "html",
)
_GIVEN = ("gitlab", "sarif", "rdjson", "html")  # formats that need more than the diagnostics


class Earlier(NamedTuple):
    """An earlier JSON report: what it is called and its summary."""

    name: str
    summary: Mapping[str, Any]


class Given(NamedTuple):
    """What a report may need besides its diagnostics: sources by path, rules by name, earlier
    reports in order."""

    texts: Callable[[str], Source]
    rules: Mapping[str, Rule]
    earlier: tuple[Earlier, ...] = ()


def render(name: str, report: Report, given: Given) -> str:
    """The report in one of ``FORMATS``, but for ``text``, which needs to know the terminal."""
    from importlib import import_module

    module = import_module(f"jdlint.report.{name}")
    text: str = module.render(report, given) if name in _GIVEN else module.render(report)
    return text

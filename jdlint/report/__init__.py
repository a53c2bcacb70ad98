"""Reports: a report and what it may need in, text out; one file and one row for each format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jdlint.core.light import TYPE_CHECKING, Any, NamedTuple, Protocol, cast
from jdlint.core.loading import module_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jdlint.core.diagnostic import Diagnostic, Report
    from jdlint.core.text import Source
    from jdlint.rules.rule import Rule

# what each format is for, as the documentation tells it; ``jdlint/report/<name>.py`` makes it
FORMATS: Mapping[str, str] = {
    "text": "people at a terminal",
    "concise": "people and editors: one line a finding, `path:line:column severity rule message`",
    "json": "other programs; [schemas/report.schema.json](../schemas/report.schema.json)",
    "github": "annotations of GitHub Actions: the worst 10 errors, warnings and notices, "
    "the rest counted",
    "gitlab": "GitLab Code Quality",
    "sarif": "code scanning and editors, SARIF 2.1.0",
    "junit": "the test reports of Jenkins, GitLab, Azure and others; a note is a test that passed",
    "checkstyle": "Jenkins' warnings plugin and whatever reads checkstyle",
    "rdjson": "reviewdog, with a suggestion for each fix that changes no meaning",
    "markdown": "a job summary or a comment",
    "html": "people in a browser; `--trend OLD.json …` adds a chart of earlier JSON reports",
}


class Earlier(NamedTuple):
    """An earlier JSON report: what it is called and its summary."""

    name: str
    summary: Mapping[str, Any]


class Look(NamedTuple):
    """How a report for people is shown.

    ``width`` is that of the terminal in cells (0: there is none, lines are as long as they come),
    ``links`` says that it shows OSC 8 links; ``sort`` is path or severity; ``most`` findings are
    shown (0: all).
    """

    color: bool = False
    statistics: bool = False
    quiet: bool = False
    width: int = 0
    links: bool = False
    sort: str = "path"
    most: int = 0


class Given(NamedTuple):
    """What a report may need besides its diagnostics: sources by path, rules by name, earlier
    reports in order, and how a person wants to see it."""

    texts: Callable[[str], Source]
    rules: Mapping[str, Rule]
    earlier: tuple[Earlier, ...] = ()
    look: Look = Look()


class Format(Protocol):
    """The module of a format."""

    def render(self, report: Report, given: Given) -> str:
        """The whole report in the format, with a line end."""
        ...


def render(name: str, report: Report, given: Given) -> str:
    """The report in one of ``FORMATS``."""
    return cast("Format", module_of(f"jdlint.report.{name}")).render(report, given)


def chosen(found: Sequence[Diagnostic], look: Look) -> tuple[list[Diagnostic], int]:
    """The findings that are shown, in their order, and how many are not."""
    from jdlint.report.parts.plain import worst_first

    rows = worst_first(found) if look.sort == "severity" else list(found)
    most = look.most or len(rows)
    return rows[:most], len(rows[most:])

"""Comments that silence rules, as far as the page alone tells."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jdlint.checks import setting
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.names import did_you_mean
from jdlint.core.page import Page
from jdlint.core.text import Span
from jdlint.parse.suppressions import KINDS, MARK, Ignore, Name, ignores_of, without

_HINTS = 50  # of a page: finding what a name may have meant takes 5 ms
_ALIKE = 0.5  # share of letters: a comment names a rule by heart, with or without its group


@dataclass(frozen=True)
class Suppressions:
    """Reports comments that name a rule that there is not (``unknown``), or give no reason
    (``missing-reason``).

    Values: ``name``, ``hint`` (what it may have meant, or empty). Variants: ``rule``, ``comment``,
    ``slip`` (how it is written), ``missing-reason``. ``rules`` are the names of all rules, which
    the project sets; where it sets none, no name is unknown.
    """

    defects: tuple[str, ...]
    rules: Collection[str] = setting("rules", ())

    marks: ClassVar = (MARK,)

    def check(self, page: Page) -> Iterator[Finding]:
        left = _HINTS
        for ignore in ignores_of(page):
            if ignore.kind == "unknown":
                left -= 1
                yield from self._comment(page, ignore, hinted=left >= 0)
                continue
            if ignore.kind == "slip":
                yield from self._slip(ignore)
                continue
            if "unknown" in self.defects and self.rules:
                for name in ignore.names:
                    if not self._known(name.text):
                        left -= 1
                        yield self._name(page, ignore, name, hinted=left >= 0)
            if "missing-reason" in self.defects and not ignore.reason and ignore.kind != "end":
                yield Finding(ignore.span, {}, variant="missing-reason")

    def _slip(self, ignore: Ignore) -> Iterator[Finding]:
        if "unknown" in self.defects:
            wrong = ignore.names[0]
            name = wrong.text.strip(":=([{\"' \t").split(maxsplit=1)
            better = name[0].rstrip(")]}\"',:;.") if name else ""
            yield Finding(wrong.span, {"name": better or "RULE", "hint": ""}, variant="slip")

    def _known(self, name: str) -> bool:
        return name == "all" or any(
            rule == name or rule.startswith(name + "/") for rule in self.rules
        )

    def _name(self, page: Page, ignore: Ignore, name: Name, *, hinted: bool) -> Finding:
        edits = (Edit(*without(page.source.text, ignore, name)),)
        full = [rule for rule in self.rules if rule.endswith("/" + name.text)]
        hint = _hint(name.text, full or self.rules) if hinted else ""
        return Finding(name.span, {"name": name.text, "hint": hint}, edits, variant="rule")

    def _comment(self, page: Page, ignore: Ignore, *, hinted: bool) -> Iterator[Finding]:
        if "unknown" in self.defects:
            name = ignore.names[0]
            edits = (Edit(*without(page.source.text, ignore)),)
            span = Span(name.span.start, name.span.end)
            hint = _hint(name.text, KINDS) if hinted else ""
            yield Finding(span, {"name": name.text, "hint": hint}, edits, variant="comment")


def _hint(name: str, known: Collection[str]) -> str:
    """What was meant, as the end of a message; empty where nothing is near."""
    groups = {rule.partition("/")[0] for rule in known if "/" in rule}
    return did_you_mean(name, {*known, *groups}, _ALIKE)

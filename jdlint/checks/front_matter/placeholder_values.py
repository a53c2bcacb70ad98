"""Front-matter values that stand for a value."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re

_PLACEHOLDER = re.late(
    r"(?:none|null|nil|undefined|nan|tb[cda]"
    r"|to be (?:confirmed|determined|announced|decided)|(?:todo|fixme)(?::.{0,60})?"
    r"|x{3,}|\.{3}|…|\?{2,}|lorem ipsum\b.{0,200}"
    r"|https?://(?:\.{3}|…)?/?"
    r"|[\[<{](?:insert|add|your|the|enter)\b[^\]>}]{0,60}[\]>}])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PlaceholderValues:
    """Reports texts in the front matter that stand for a value nobody filled in (None, TBC,
    https://…). Values: ``found``, ``key``."""

    facets: ClassVar[tuple[str, ...]] = ("meta",)

    def check(self, page: Page) -> Iterator[Finding]:
        for value in page.meta.values:
            text = value.value
            if isinstance(text, str) and _PLACEHOLDER.fullmatch(text.strip()):
                key = next((str(k) for k in reversed(value.path) if isinstance(k, str)), "")
                yield Finding(value.span, {"found": text, "key": key})

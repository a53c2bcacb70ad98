"""Front-matter values that stand for a value."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page, Value
from jdlint.core.patterns import regex as re

_PLACEHOLDER = re.late(
    r"(?:none|null|nil|undefined|nan|tb[cda]"
    r"|to be (?:confirmed|determined|announced|decided)|(?:todo|fixme)(?::.{0,60})?"
    r"|x{3,}|[$£€] ?x{1,3}(?:[.,]x{2,3})*k?|(?:dd|xx)[/.-](?:mm|xx)[/.-](?:yyyy|yy|xxxx)|yyyy-mm-dd"
    r"|(?:some|add|your|more|enter|put) (?:text|content|description|details) (?:goes )?here"
    r"|xx+ (?:(?:working|business|calendar) )?(?:days|weeks|months|years|hours)"
    r"|\.{3}|…|\?{2,}|lorem ipsum\b.{0,200}"
    r"|https?://(?:\.{3}|…)?/?|https?://\S{1,300}[=/]x{4,}(?:[/&?#]\S{0,200})?"
    r"|[\[<{](?:insert|add|your|the|enter)\b[^\]>}]{0,60}[\]>}])",
    re.IGNORECASE,
)

# “contact: [Name]” is a list of one to YAML, and a gap to those who wrote it
_GAP = re.late(
    r"(?:(?:your|the|insert|add) )?(?:company |hiring |contact |job |closing |start )?"
    r"(?:name|date|link|url|e-?mail|salary|location|title|amount|number|phone|address|manager)",
    re.IGNORECASE,
)
_NOTHING = frozenset(("none", "null", "nil"))
# keys that no reader sees, in which generators write that there is nothing
_UNSEEN = frozenset(
    """author authors image thumbnail parent permalink slug layout series highlighter sidebar toc
    comments header footer navbar banner cover theme markdown math analytics share related nav
    menu css js script style color colour background font icon align alignment animation
    border""".split()
)
_FILED = frozenset(("tags", "tag", "categories", "category", "keywords", "topics", "type", "types"))


@dataclass(frozen=True)
class PlaceholderValues:
    """Reports texts in the front matter that stand for a value nobody filled in (None, TBC,
    https://…). Values: ``found``, ``key``."""

    facets: ClassVar[tuple[str, ...]] = ("meta",)

    def check(self, page: Page) -> Iterator[Finding]:
        for value in page.meta.values:
            text = value.value
            if isinstance(text, str) and (
                _PLACEHOLDER.fullmatch(text.strip()) or _in_brackets(page, value)
            ):
                key = next((str(k) for k in reversed(value.path) if isinstance(k, str)), "")
                if key.lower() in _UNSEEN and text.strip().lower() in _NOTHING:
                    continue
                yield Finding(value.span, {"found": text, "key": key})


def _in_brackets(page: Page, value: Value) -> bool:
    """Whether a value is the only entry of a list on one line and names what is to stand there."""
    text = page.source.text
    start, end = value.span
    if value.path[-1:] != (0,) or value.path[0] in _FILED or not _GAP.fullmatch(str(value.value)):
        return False
    return text[start - 1 : start] == "[" and text[end : end + 1] == "]"

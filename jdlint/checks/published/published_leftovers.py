"""What a template left in the values of postings."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import Literal, dataclass
from jdlint.core.patterns import regex as re
from jdlint.posting.published.nodes import Published, every, plain

_PLACE = "jobLocation.address."
_NAMES = ("title", "hiringOrganization.name", f"{_PLACE}addressLocality")
_FIELDS = (
    *_NAMES, f"{_PLACE}addressRegion", f"{_PLACE}addressCountry", f"{_PLACE}postalCode",
    f"{_PLACE}streetAddress", "identifier.value", "description",
)  # fmt: skip
# of an address that says city and country, what boards fill where it is not known
_OPTIONAL = (f"{_PLACE}addressRegion", f"{_PLACE}postalCode", f"{_PLACE}streetAddress")
_PROGRAM = re.late(r"undefined|null|None|NaN|nan|[\[{$<].*")
# what programs write where a value is missing
_NOTHING = re.late(
    r"undefined|null|None|NaN|nan|n/a|N/A|tbd|TBD|tba|TBA|string|UNAVAILABLE|[-–—]{1,3}"
    r"|\[object Object\]"
    r"|(?:null|undefined)(?:, ?(?:null|undefined))+"
)
_TEMPLATE = re.late(
    r"\{\{[-~ ]{0,3}\$?[a-zA-Z_][\w.]{0,60}[^{}]{0,80}\}\}|\$\{[a-zA-Z_][^{}]{0,80}\}"
    r"|<\?(?:php|=)|<%[=-]|\{%[ -]|\[object Object\]|\blorem ipsum\b"
)
# what samples of markup call a job and its employer
_SAMPLES = re.late(r"(?:your )?company name|your company|job title(?: here)?", re.I)
_MARKS = ("{", "<", "[", "orem ipsum")  # a quick look: most have none
_FILLER = "orem ipsum dolor"
_ENTITY = re.late(
    r"&(?:amp|lt|gt|quot|apos|nbsp|[nm]dash|[lr][sd]quo|#[0-9]{2,5}|#[xX][0-9a-fA-F]{2,5});"
)


@dataclass(frozen=True)
class PublishedLeftovers:
    """Reports values that a template should have filled (``placeholder``), and names in which
    references of HTML stand (``entity``). Values: ``found``, ``field``."""

    report: Literal["placeholder", "entity"]

    def check_published(self, found: Published) -> Iterator[Finding]:
        for posting in found.postings:
            for field in _FIELDS if self.report == "placeholder" else _NAMES:
                for node in every(posting.node, field):
                    part = self._part(plain(node), field)
                    if part:
                        name = field.rpartition(".")[2]
                        sure = field not in _OPTIONAL or bool(_PROGRAM.fullmatch(part))
                        yield Finding(node.span, {"found": part, "field": name}, certain=sure)

    def _part(self, text: str, field: str) -> str:
        if self.report == "entity":
            match = _ENTITY.search(text) if "&" in text else None
            return match[0] if match else ""
        if _NOTHING.fullmatch(text) or (field in _NAMES and _SAMPLES.fullmatch(text)):
            return text
        if field == "description":  # it may be about templates
            return f"L{_FILLER}" if _FILLER in text else ""
        match = _TEMPLATE.search(text) if any(mark in text for mark in _MARKS) else None
        return match[0] if match else ""

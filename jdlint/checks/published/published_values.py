"""Values that a property may have."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import dataclass
from jdlint.core.patterns.pattern import compile_pattern
from jdlint.posting.published.nodes import Published, every, is_empty, plain


@dataclass(frozen=True)
class PublishedValues:
    """Reports values of the property ``field`` (a dotted path) that are none of ``allowed``, or do
    not match ``pattern`` as a whole. Values: ``found``, ``allowed``."""

    field: str
    allowed: tuple[str, ...] = ()
    pattern: str = ""
    forms: tuple[str, ...] = ("jsonld", "microdata")

    def check_published(self, found: Published) -> Iterator[Finding]:
        pattern = compile_pattern(self.pattern) if self.pattern else None
        for posting in found.postings:
            if posting.form not in self.forms:
                continue
            for node in every(posting.node, self.field):
                switch = str(node.value).lower() if isinstance(node.value, bool) else ""
                text = plain(node) or switch
                good = text in self.allowed or bool(pattern and pattern.fullmatch(text))
                if not good and not is_empty(node):
                    allowed = ", ".join(self.allowed)
                    yield Finding(node.span, {"found": text or "this", "allowed": allowed})

"""The language of descriptions that are published: our grammar rules, where a search engine reads.

A description whose page is in the project is read there; this is for files from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from jdlint.core.diagnostic import Diagnostic
from jdlint.core.light import NamedTuple
from jdlint.core.text import Source, Span
from jdlint.engine.checker import Checker
from jdlint.engine.settle import plainest, settle
from jdlint.parse import parse
from jdlint.parse.converted.mapped import Mapped
from jdlint.parse.converted.read import as_markdown
from jdlint.posting.language import with_language
from jdlint.posting.published.nodes import Published, every, plain
from jdlint.posting.published.written import written

MOST = 100  # different descriptions of a run, about 10 ms each; `jdlint bulk` reads all
_GROUP = "grammar/"
_WORDS = 60  # letters: a part of a description that is shorter is no text
POLICY = (
    "Google's content policies for job postings (read on 2026-11-28) do not allow grammatically "
    "incorrect content."
)


class _Read(NamedTuple):
    """A description as Markdown, and what is wrong in it."""

    markdown: Mapped
    found: tuple[Diagnostic, ...]


class Descriptions:
    """Reads descriptions, each text once; ``left`` says whether some were too many."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._known: dict[bytes, _Read] = {}
        self._values: set[bytes] = set()  # what was read, as the files say it
        self.left = False

    def found(self, published: Published) -> Iterator[Diagnostic]:
        """What grammar rules find in the descriptions of a file, at its places; nothing is mended
        in what a program has written."""
        source = published.source
        for posting in published.postings:
            for node in every(posting.node, "description"):
                value = plain(node)
                if len(value) < _WORDS or self._is_too_many(value):
                    continue
                text = written(source, node)
                read = self._read(text.text, source.path) if text else None
                if text and read:
                    for row in read.found:
                        inner = read.markdown.span(*row.span)
                        yield _placed(row, source, text.span(*inner))

    def _is_too_many(self, value: str) -> bool:
        """Whether a text is a new one, and enough were read; asked first, for places take time."""
        key = _digest(value)
        if key in self._values:
            return False
        self.left = self.left or len(self._known) >= MOST
        if not self.left:
            self._values.add(key)
        return self.left

    def _read(self, text: str, path: str) -> _Read | None:
        key = _digest(text)
        if key not in self._known:
            if len(self._known) >= MOST:
                self.left = True
                return None
            markdown = as_markdown(text, "auto")
            self._known[key] = _Read(markdown, tuple(self._looked(Source(path, markdown.text))))
        return self._known[key]

    def _looked(self, source: Source) -> list[Diagnostic]:
        runner = self._checker.runner(source.path)
        page = with_language(parse(source), runner.settings.get("language", ""))
        rules = self._checker.plan.rules
        found = [f for f in runner.find(page) if rules[f.rule].rule.name.startswith(_GROUP)]
        rows = settle(self._checker, source.path, found, lambda _: (source, ()), page.language)
        return list(plainest(self._checker.plan, rows))


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _placed(row: Diagnostic, source: Source, span: Span) -> Diagnostic:
    """A diagnostic of the Markdown at its place in the file."""
    start, end = source.position(span.start), source.position(span.end)
    why = f"{row.why} {POLICY}".strip()
    return row._replace(
        path=source.path, span=span, start=start, end=end, why=why, fix=None, edits=(), related=()
    )

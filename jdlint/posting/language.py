"""The language of a page, and whether a block on it is in another one."""

from __future__ import annotations

from collections.abc import Mapping

from jdlint.core.light import Any, replace
from jdlint.core.page import Block, Page
from jdlint.core.patterns.glob import glob_pattern
from jdlint.core.read_once import read_once
from jdlint.core.tools import bisect_right
from jdlint.lang.detect import PageLanguage, language_of, language_of_page

KEYS = ("lang", "language", "locale")  # of the front matter, the first that is a text counts
_FOREIGN = 120  # of margin: two lines; a shorter block is in its page's language
_QUOTED = 25  # a quotation says by its mark that the words are somebody else's
_BLOCK = 300  # characters that tell the language of a block
_SURELY_ENGLISH = (" the ", " and ", " with ", " you ", " of the ")


def page_language(page: Page, setting: object = "") -> PageLanguage:
    """The language that a page is checked in, and why; ``setting`` is the project's ``language``
    (a code, or codes with the patterns of paths that each holds for)."""
    key = next((text for name in KEYS if (text := page.meta.text(name))), "")
    return language_of_page(page.prose.text, key, page.path, _configured(setting, page.path))


def with_language(page: Page, setting: object = "") -> Page:
    """The page with its language."""
    code = page_language(page, setting).code
    return page if code == page.language else replace(page, language=code)


def is_foreign(page: Page, at: int) -> bool:
    """Whether what stands at a source offset is clearly in another language than the page: rules
    about words leave it alone. Short blocks follow their page."""
    starts, blocks = _by_place(page)
    index = bisect_right(starts, at) - 1
    if index < 0 or at >= blocks[index].source_end:
        return False
    return _is_foreign(page, blocks[index])


@read_once
def _by_place(page: Page) -> tuple[list[int], list[Block]]:
    """The blocks in order of their place in the source, and where they start there."""
    blocks = sorted(page.blocks, key=lambda block: block.source_start)
    return [block.source_start for block in blocks], blocks


@read_once
def _is_foreign(page: Page, block: Block) -> bool:
    return is_other(page.text(block), page.language, quoted=block.kind == "quote")


def is_other(text: str, language: str, *, quoted: bool = False) -> bool:
    """Whether the words of a block clearly speak another language than its page's."""
    if language == "en" and any(words in text for words in _SURELY_ENGLISH):
        return False
    found = language_of(text[:_BLOCK])
    return found.code not in ("", language) and found.margin >= (_QUOTED if quoted else _FOREIGN)


def _configured(setting: object, path: str) -> str:
    if not isinstance(setting, Mapping):
        return str(setting or "")
    return next((code for code, files in _rows(setting) if _matches(files, path)), "")


def _rows(setting: Mapping[str, Any]) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (str(code), (files,) if isinstance(files, str) else tuple(files))
        for code, files in setting.items()
    ]


def _matches(files: tuple[str, ...], path: str) -> bool:
    pattern = glob_pattern(files)
    return pattern is not None and bool(pattern.match(path))

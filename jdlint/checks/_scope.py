"""Scopes: which parts of a page a rule about words looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.core.page import Block, Page
from jdlint.core.read_once import read_once

KINDS: dict[str, tuple[str, ...]] = {
    "prose": ("paragraph", "item", "cell", "quote", "description"),
    "title": ("title",),
    "description": ("description",),
    "headings": ("heading",),
    "paragraphs": ("paragraph",),
    "items": ("item",),
    "cells": ("cell",),
    "quotes": ("quote",),
}


def kinds_of(scope: Iterable[str]) -> frozenset[str]:
    """The block kinds of a rule's scope; raises ``ValueError`` for a name that is no scope."""
    kinds: set[str] = set()
    for name in (scope,) if isinstance(scope, str) else scope:
        if name not in KINDS:
            raise ValueError(f"“{name}” is no scope; known are {', '.join(KINDS)}")
        kinds.update(KINDS[name])
    return frozenset(kinds)


def blocks_in(page: Page, scope: Iterable[str]) -> Iterator[Block]:
    """The blocks of a page that a rule's scope takes in."""
    kinds = kinds_of(scope)
    return (block for block in page.blocks if block.kind in kinds)


@read_once
def texts_in(page: Page, scope: tuple[str, ...]) -> tuple[tuple[Block, str], ...]:
    """The same blocks, each with its text: one string for all checks, whose hash is made once."""
    return tuple((block, page.text(block)) for block in blocks_in(page, scope))


def in_sections(page: Page, block: Block, patterns: Iterable[str]) -> bool:
    """Whether a heading above the block holds one of the words (lower case)."""
    index = block.section
    while index >= 0:
        section = page.sections[index]
        heading = section.heading.text.lower()
        if any(word in heading for word in patterns):
            return True
        index = section.parent
    return False

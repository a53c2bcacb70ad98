"""Checks: frozen dataclasses whose fields are a rule's parameters and whose methods yield findings.

A check is pure: no I/O, no configuration, no severity. The module
``jdlint/checks/<group>/some_name.py`` holds the dataclass ``SomeName``, which a rule file calls
``check: some-name``. A check has one or more of the methods below.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.core.light import MISSING, TYPE_CHECKING, Any, NamedTuple, Protocol, field

if TYPE_CHECKING:
    from jdlint.core.diagnostic import Finding
    from jdlint.core.page import Page
    from jdlint.posting.published.nodes import Published
    from jdlint.posting.published.told import Across
    from jdlint.site import Site


class Hit(NamedTuple):
    """Needle number ``needle`` of a check stands at ``page.lower[start:end]`` (offsets in the
    prose)."""

    needle: int
    start: int
    end: int


class PageCheck(Protocol):
    """Looks at one page.

    Two attributes may say what a page must show to be asked about: ``marks`` (literals of which its
    source must hold one; a line end is taken to follow the last line) and ``facets`` (see
    ``jdlint.engine.planning.triggers``), of either of which one is enough.
    """

    def check(self, page: Page) -> Iterator[Finding]: ...


class NeedleCheck(Protocol):
    """Looks at a page only where one of its lower-case literals stands in the prose.

    One automaton pass finds the literals of all rules; ``hits`` are in order of their end and may
    overlap.
    """

    @property
    def needles(self) -> Sequence[str]: ...

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]: ...


class PublishedCheck(Protocol):
    """Looks at what is published of postings (built pages, feeds, exports), and at no Markdown."""

    def check_published(self, found: Published) -> Iterator[Finding]: ...


class AcrossCheck(Protocol):
    """Looks at what all postings of a run say; its findings name their file in ``path``."""

    def check_told(self, across: Across) -> Iterator[Finding]: ...


class PreparedCheck(Protocol):
    """A check that takes long to find out what each of its needles is for: ``starts`` says it of a
    check to an equal one, which is prepared with it before it is asked."""

    starts: tuple[str, str]

    def prepare(self, starts: tuple[str, str]) -> None: ...


class SiteCheck(Protocol):
    """Looks at what all pages of a site tell; its findings name their page in ``path``.

    ``across`` may say what a site must show to be asked about (see
    ``jdlint.engine.planning.triggers.shown_by``), such as several ``pages``.
    """

    def check_site(self, site: Site) -> Iterator[Finding]: ...


class Check(
    PageCheck, NeedleCheck, PreparedCheck, SiteCheck, PublishedCheck, AcrossCheck, Protocol
):
    """A built check as the engine holds it; ``jdlint.engine.planning.triggers`` says which of the
    methods it has."""


def setting(name: str, default: Any = MISSING, *, plain: bool = False) -> Any:
    """A field of a check that the project's setting ``name`` fills where the rule does not; without
    a default the rule or the project must. ``plain``: lists stay lists, texts are no patterns."""
    known = {"setting": name, "plain": plain}
    if default is MISSING:
        return field(metadata=known)
    return field(default_factory=lambda: default, metadata=known)


# the table of contents: a check's name and the package of ``jdlint.checks`` that holds it (a walk
# over folders costs
# start-up time)
GROUPS: Mapping[str, str] = {
    "absent-article": "grammar.nouns",
    "adjective-for-adverb": "grammar.verbs",
    "adverb-hyphens": "words",
    "alike-openings": "lists",
    "adverb-for-adjective": "grammar.nouns",
    "article-sound": "grammar.nouns",
    "auxiliary-form": "grammar.verbs",
    "bare-count-noun": "grammar.nouns",
    "bare-noun": "grammar.nouns",
    "bare-pay": "pay",
    "blank-lines": "files",
    "bold-headings": "sections",
    "broken-headings": "sections",
    "heading-in-item": "sections",
    "broken-words": "words",
    "capitalised-nouns": "usage",
    "capitalised-terms": "usage",
    "case-drift": "usage",
    "closed-words": "words",
    "compound-modifiers": "words",
    "broken-tables": "lists",
    "code-lists": "lists",
    "contradictions": "consistency",
    "copied-role": "naming",
    "correlatives": "grammar.sequences",
    "date-values": "front_matter",
    "date-sense": "words",
    "heading-case": "sections",
    "heading-forms": "consistency",
    "heading-levels": "sections",
    "heading-marks": "sections",
    "second-titles": "sections",
    "determiner-number": "grammar.nouns",
    "double-determiner": "grammar.nouns",
    "doubled": "words",
    "drifting-words": "usage",
    "engine-remarks": "grammar",
    "external-links": "links",
    "file-state": "files",
    "final-newline": "files",
    "final-stops": "words",
    "front-matter": "front_matter",
    "gendered-pronouns": "usage",
    "gerund-wanted": "grammar.verbs",
    "hard-tabs": "files",
    "image-text": "links",
    "initials-order": "grammar.nouns",
    "item-case": "lists",
    "item-prose": "lists",
    "lost-apostrophe": "grammar.nouns",
    "its-or-it-is": "grammar.verbs",
    "introducing-items": "lists",
    "joined-sentences": "grammar.sequences",
    "joined-verbs": "grammar.sequences",
    "link-drift": "consistency",
    "link-forms": "links",
    "link-scheme": "links",
    "link-syntax": "links",
    "link-targets": "links",
    "link-text": "links",
    "list-marks": "lists",
    "list-numbers": "lists",
    "list-punctuation": "lists",
    "list-size": "lists",
    "list-steps": "lists",
    "lost-text": "consistency",
    "likely-form": "grammar.verbs",
    "lost-role-word": "naming",
    "lost-words": "words",
    "misplaced": "sections",
    "missing-front-matter": "front_matter",
    "mixed-verbs": "lists",
    "modal-series": "grammar.verbs",
    "missing-to": "grammar.verbs",
    "mixed-abbreviations": "usage",
    "mixed-case": "usage",
    "mixed-compounds": "usage",
    "mixed-english": "usage",
    "mixed-hyphens": "usage",
    "mixed-lines": "lists",
    "mixed-marks": "usage",
    "near-hosts": "links",
    "needless-words": "words",
    "name-forms": "naming",
    "other-role": "naming",
    "opening-clause": "grammar.sequences",
    "own-site-links": "links",
    "parallel": "grammar.sequences",
    "parallel-items": "lists",
    "pattern": "words",
    "pay-figures": "pay",
    "pay-transparency": "pay",
    "placeholder-values": "front_matter",
    "plural-apostrophe": "grammar.nouns",
    "plural-first": "grammar.nouns",
    "possessive-wanted": "grammar.nouns",
    "product-names": "naming",
    "published-dates": "published",
    "published-description": "published",
    "published-differences": "published",
    "published-fields": "published",
    "published-identifiers": "published",
    "published-leftovers": "published",
    "published-organization": "published",
    "published-page": "published",
    "published-pay": "published",
    "published-places": "published",
    "published-remote": "published",
    "published-syntax": "published",
    "published-title": "published",
    "published-values": "published",
    "real-word-slips": "words",
    "repeated-in-series": "words",
    "repeated-items": "lists",
    "repeated-label": "lists",
    "required-sections": "sections",
    "role-names": "naming",
    "role-words": "naming",
    "run-together": "words",
    "schema": "front_matter",
    "section-content": "sections",
    "section-names": "sections",
    "section-order": "sections",
    "relative-agreement": "grammar.verbs",
    "sequence-start": "grammar.sequences",
    "serial-commas": "usage",
    "series": "grammar.sequences",
    "shared-introduction": "consistency",
    "site-forms": "consistency",
    "shared-items": "lists",
    "shared-sections": "consistency",
    "shared-way": "sections",
    "sought-role": "naming",
    "stray-closings": "links",
    "unmarked-items": "lists",
    "unread-text": "files",
    "source-pattern": "words",
    "split-ligatures": "words",
    "stray-marks": "words",
    "subject-agreement": "grammar.verbs",
    "suppressions": "files",
    "swallowed-lines": "lists",
    "tense-drift": "lists",
    "swapped-words": "words",
    "terms": "words",
    "text-drift": "consistency",
    "text-size": "words",
    "title-pattern": "naming",
    "translation-drift": "consistency",
    "tokens": "words",
    "unclosed-brackets": "words",
    "unlikely-pairs": "words",
    "trailing-space": "files",
    "undefined-reference": "links",
    "unused-suppressions": "files",
    "valency": "grammar.verbs",
    "way-to-apply": "sections",
    "verb-pairs": "grammar.verbs",
    "verb-series": "grammar.sequences",
    "word-case": "usage",
    "word-share": "words",
    "wrong-language": "files",
}

"""What a run knows of a page and of a site, and its plain form: the only place where records are
packed, to be sent to another process or kept on disk."""

from __future__ import annotations

import marshal
from sys import intern

from jdlint.core.diagnostic import (
    Diagnostic,
    Edit,
    Finding,
    Place,
    PlacedEdit,
    PlacedRelated,
    Related,
)
from jdlint.core.light import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias
from jdlint.core.text import Position, Span

if TYPE_CHECKING:
    from jdlint.parse.suppressions import Ignore
    from jdlint.site.facts import Facts

# page: a job page; other: none; unknown: nobody can say, because the file cannot be read
PageKind = Literal["page", "other", "unknown"]
Plain: TypeAlias = tuple[Any, ...]  # plain texts, numbers, tuples and dicts: what marshal takes


class PageRecord(NamedTuple):
    """What is known of one file once it was looked at: small, all that a report needs of it.

    ``reported``: its diagnostics were made; a page read for the site's sake alone has none.
    ``packed_facts`` are what it tells the site (see ``facts``), empty where it could not be read.
    ``suppressions`` are its comments that silence rules. ``quiet`` says in which of its texts looks
    found nothing (``core.by_text``), for the run after the next edit.
    """

    path: str
    kind: PageKind
    reported: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()
    packed_facts: bytes = b""
    suppressions: tuple[Ignore, ...] = ()
    quiet: bytes = b""

    @property
    def facts(self) -> Facts | None:
        """What the page tells the site; made anew each time it is asked for."""
        return unpack_facts(self.packed_facts) if self.packed_facts else None


class SiteRecord(NamedTuple):
    """What the checks over a site found, and sentences about the run as a whole."""

    diagnostics: tuple[Diagnostic, ...] = ()
    notices: tuple[str, ...] = ()


def pack_page(record: PageRecord) -> Plain:
    """A record without its types; ``unpack_page`` gives them back."""
    rows = marshal.dumps(tuple(map(pack, record.diagnostics))) if record.diagnostics else b""
    silent = tuple(map(_pack_ignore, record.suppressions))
    head = (record.path, record.kind, record.reported)
    return (*head, rows, record.packed_facts, silent, record.quiet)


def unpack_page(plain: Plain, *, reported: bool = True) -> PageRecord:
    """The record that ``pack_page`` packed; not ``reported``: without its diagnostics."""
    path, kind, known, rows, facts, silent, quiet = plain
    if not reported:
        return PageRecord(path, kind, False, (), facts, quiet=quiet)
    ignores = tuple(map(_unpack_ignore, silent)) if silent else ()
    found = tuple(map(unpack, marshal.loads(rows))) if rows else ()
    return PageRecord(path, kind, known, found, facts, ignores, quiet)


def pack_site(record: SiteRecord) -> Plain:
    """A record without its types; ``unpack_site`` gives them back."""
    return tuple(map(pack, record.diagnostics)), record.notices


def unpack_site(plain: Plain) -> SiteRecord:
    """The record that ``pack_site`` packed."""
    rows, notices = plain
    return SiteRecord(tuple(map(unpack, rows)), notices)


def pack_facts(facts: Facts) -> bytes:
    """The facts of a page as bytes: few objects, and read only when the site is looked at."""
    from jdlint.site.facts import packed

    return marshal.dumps(packed(facts, marshal.dumps))


def unpack_facts(data: bytes) -> Facts:
    """The facts that ``pack_facts`` packed."""
    from jdlint.site.facts import unpacked

    return unpacked(marshal.loads(data), marshal.loads)


def pack(diagnostic: Diagnostic) -> Plain:
    """A diagnostic without its types; ``unpack`` gives them back. Words that many diagnostics share
    are one object again then: marshal knows those that are interned."""
    d = diagnostic
    edits = tuple(
        (tuple(e.start), tuple(e.end), tuple(e.edit.span), str(e.edit.text)) for e in d.edits
    )
    related = tuple((str(r.path), tuple(r.start), tuple(r.end), str(r.message)) for r in d.related)
    head = (intern(str(d.rule)), intern(str(d.severity)), str(d.message), intern(str(d.path)))
    places = (tuple(d.span), tuple(d.start), tuple(d.end))
    return (*head, *places, intern(str(d.why)), d.fix, edits, related, intern(str(d.url)))


def unpack(plain: Plain) -> Diagnostic:
    """The diagnostic that ``pack`` packed."""
    rule, severity, message, path, span, start, end, why, fix, edits, related, url = plain
    return Diagnostic(
        rule, severity, message, path, Span(*span), Position(*start), Position(*end), why, fix,
        tuple(
            PlacedEdit(Position(*a), Position(*b), Edit(Span(*s), text)) for a, b, s, text in edits
        ),
        tuple(PlacedRelated(p, Position(*a), Position(*b), words) for p, a, b, words in related),
        url,
    )  # fmt: skip


def pack_finding(finding: Finding) -> Plain:
    """A finding without its types; ``unpack_finding`` gives it back."""
    span, values, edits, related, path, variant, certain = finding
    return (
        tuple(span), {str(k): str(v) for k, v in values.items()},
        tuple((tuple(e.span), str(e.text)) for e in edits),
        tuple((str(r.place.path), tuple(r.place.span), str(r.message)) for r in related),
        str(path), str(variant), certain,
    )  # fmt: skip


def unpack_finding(plain: Plain) -> Finding:
    """The finding that ``pack_finding`` packed."""
    span, values, edits, related, path, variant, certain = plain
    return Finding(
        Span(*span), values, tuple(Edit(Span(*s), text) for s, text in edits),
        tuple(Related(Place(p, Span(*s)), words) for p, s, words in related),
        path, variant, certain,
    )  # fmt: skip


def _pack_ignore(ignore: Ignore) -> Plain:
    names = tuple((name.text, tuple(name.span)) for name in ignore.names)
    return (ignore.kind, tuple(ignore.span), ignore.first, ignore.last, names, ignore.reason)


def _unpack_ignore(plain: Plain) -> Ignore:
    from jdlint.parse.suppressions import Ignore, Name

    kind, span, first, last, names, reason = plain
    named = tuple(Name(text, Span(*place)) for text, place in names)
    return Ignore(kind, Span(*span), first, last, named, reason)

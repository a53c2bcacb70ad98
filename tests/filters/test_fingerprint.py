"""Fingerprints stay while lines move; the hash of a line is the one that code scanning computes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.core.diagnostic import Diagnostic
from jdlint.core.text import Source, Span
from jdlint.filters.fingerprint import fingerprints, line_hashes


def diagnostic(source: Source, words: str, rule: str = "style/slang", nth: int = 1) -> Diagnostic:
    start = -1
    for _ in range(nth):
        start = source.text.index(words, start + 1)
    span = Span(start, start + len(words))
    return Diagnostic(
        rule,
        "warning",
        "m",
        source.path,
        span,
        source.position(span.start),
        source.position(span.end),
    )


def prints(source: Source, *found: Diagnostic) -> list[str]:
    return fingerprints(found, lambda _: source)


def test_lines_that_move_keep_their_fingerprints() -> None:
    before = Source("a.md", "Rock star wanted.\n\nBe a ninja.\n")
    after = Source("a.md", "New first line.\n\nBe  a   Ninja.\n\nRock star wanted.\n")
    old = prints(before, diagnostic(before, "Rock star"), diagnostic(before, "ninja"))
    new = prints(after, diagnostic(after, "Ninja"), diagnostic(after, "Rock star"))
    assert sorted(old) == sorted(new)


def test_the_same_words_twice_are_told_apart() -> None:
    source = Source("a.md", "ninja and ninja")
    found = prints(source, diagnostic(source, "ninja"), diagnostic(source, "ninja", nth=2))
    assert len(set(found)) == 2


def test_rule_path_and_words_tell_findings_apart() -> None:
    a, b = Source("a.md", "ninja"), Source("b.md", "ninja")
    rows = [
        *prints(a, diagnostic(a, "ninja"), diagnostic(a, "ninja", "style/other")),
        *prints(b, diagnostic(b, "ninja")),
    ]
    assert len(set(rows)) == 3
    assert all(len(row) == 32 for row in rows)


def test_an_empty_span_is_known_by_its_line() -> None:
    source = Source("a.md", "one\ntwo\n")
    rows = [
        Diagnostic(
            "a/b", "note", "m", "a.md", Span(at, at), source.position(at), source.position(at)
        )
        for at in (0, 4, 8)
    ]
    assert len(set(prints(source, *rows))) == 3


# the values are those that code scanning's own uploader is tested with (github/codeql-action,
# src/fingerprints.test.ts)
@pytest.mark.parametrize(
    ("text", "hashes"),
    [
        ("", ["c129715d7a2bc9a3:1"]),
        (
            " a\nb\n  \t\tc\n d",
            ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
        ),
        (
            "Lorem ipsum dolor sit amet.\n" * 10,
            [
                *(f"a7f2ff13bc495cf2:{n}" for n in range(1, 7)),
                "a7f2ff1481e87703:1",
                "a9cf91f7bbf1862b:1",
                "55ec222b86bcae53:1",
                "cc97dc7b1d7d8f7b:1",
                "c129715d7a2bc9a3:1",
            ],
        ),
    ],
)
def test_the_hash_of_a_line_is_the_uploaders(text: str, hashes: list[str]) -> None:
    assert line_hashes(text) == hashes


@given(
    st.lists(st.sampled_from(["", " ", "a", "b c", "\t𐐀é"]), max_size=8),
    st.sampled_from(["\n", "\r", "\r\n"]),
)
def test_line_ends_make_no_difference(lines: list[str], end: str) -> None:
    assert line_hashes(end.join(lines)) == line_hashes("\n".join(lines))

"""Quick looks that spare a pattern its work say what the pattern says."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from jdlint.core.printable import printable, safe
from jdlint.core.text import Source
from jdlint.engine.planning.triggers import Trigger, Triggers, in_order
from jdlint.parse import parse
from jdlint.posting import dates
from jdlint.report.parts.terminal import visible
from jdlint.site.facts import facts_of
from jdlint.site.links.targets import _named

STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ufffe\uffff\ud800-\udfff]"
)
TEXT = st.text(st.one_of(st.characters(), st.sampled_from("ab \t\n\xa0\u200b\u202e\ufeff\x1b…’")))
PIECES = st.lists(
    st.sampled_from(
        "Jan January Feb Février Fev Mar März March Apr Avril Mai May Jun June Juin Juillet July "
        "Aug Août Aout Sept Oct Okt Oktober Nov Dec Dez Déc 31 31. 5th 2024 2024-06-31 Mon "
        "Tuesday of the jan 45 Street "
        ", . ) -".split()
    ),
    max_size=8,
)
MARKS = st.lists(
    st.lists(
        st.sampled_from(["a", " a", "ab", " ab", "b", "é", "aé", "]", "](", "\t"]), max_size=3
    ),
    max_size=4,
)


@given(TEXT)
def test_what_steers_a_terminal_is_written_out(text: str) -> None:
    assert safe(text) == STEERING.sub(lambda match: f"\\x{ord(match[0]):02x}", text)
    assert printable(text) == safe(text).replace("\r", "\\r").replace("\n", "\\n")
    marked = text.translate(str.maketrans({"\t": "→", "\xa0": "⍽", "\u200b": "·", "\ufeff": "·"}))
    assert visible(text) == printable(marked)


@given(PIECES)
def test_no_form_of_a_day_is_passed_over(pieces: list[str]) -> None:
    text = " ".join(pieces).replace(" ,", ",")
    all_forms = [match.span() for form in dates._forms("en") for match in form.finditer(text)]
    found = [(day.start, day.end) for day in dates.named_days(text)]
    assert set(found) <= set(all_forms)
    skipped = set(all_forms) - set(found)
    assert all(re.search(r"\b(?:3[2-9]|[4-9]\d)\b", text[a:b]) for a, b in skipped)


@given(MARKS, st.text(st.sampled_from("ab é]\t(x"), max_size=8))
def test_each_check_with_a_mark_is_asked(marks: list[list[str]], text: str) -> None:
    triggers = Triggers(in_order([Trigger(("check",), marks=tuple(own)) for own in marks]))
    source = text + "\n"
    page = parse(Source("jobs/a.md", source))
    wanted = [index for index, own in enumerate(marks) if any(mark in source for mark in own)]
    assert triggers.wanted(page) == wanted


def test_a_name_in_other_capitals_is_seen() -> None:
    """“ſ” and “ı” are s and i where case does not count, which lower() does not say."""
    texts = ["We are Fernſill.", "FERNSILL bakes.", "Nobody is named.", "Fernsıll it is."]
    rows = [facts_of(parse(Source("jobs/a.md", text + "\n"))) for text in (*texts, "a fernsill")]
    assert _named(rows[:-1], "fernsill") == 3
    assert _named(rows, "fernsill") == 0

"""Gaps in which a small word is lost, is another one or too many: what the model says of plain
cases, that any text can be asked, and that the trainer sees what the model sees."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.lang.en.gaps.context import CHOICES, features, gaps, hashed, seen_in
from jdlint.lang.en.gaps.odds import lost_words, model, needless, other_words
from jdlint.lang.en.tokens import Words

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
WORDS = st.lists(
    st.sampled_from("we need take to the boat as part of crew ￼ , . 12 it's é you".split()),
    max_size=25,
)


def found(text: str) -> list[tuple[str, str, str]]:
    words = Words(text)
    return [
        (words.texts[gap.at - 1], gap.word, words.texts[gap.at]) for gap in lost_words(words, 3.6)
    ]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("You check the pumps and need take a break at night.", ("need", "to", "take")),
        ("Mates use ropes as a part the daily watch of our crew.", ("part", "of", "the")),
        ("The plan of the tour can used to set the watch.", ("can", "be", "used")),
        ("It depends the weather whether we sail or mend ropes.", ("depends", "on", "the")),
        ("The crew is responsible the pumps and the ropes.", ("responsible", "for", "the")),
        ("You work with boats in same way as the other crews.", ("in", "the", "same")),
    ],
)
def test_a_lost_word_is_told(text: str, lost: tuple[str, str, str]) -> None:
    assert found(text) == [lost]


@pytest.mark.parametrize(
    "text",
    [
        "You check the pumps and need to take a break at night.",
        "The crew can use the plan to set the watch of the tour.",
        "We help build boats and make the crew rest each night.",
        "Our boats need fresh paint, and the ropes need mending.",
        "It is up to the mate whether we sail or mend ropes.",
    ],
)
def test_right_prose_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("We have found the right way to build you boat in a week.", "you", "your"),
        ("Are your sure that you want to leave the crew?", "your", "you"),
        ("On calm days we rest, but, one the other hand, storms come.", "one", "on"),
        ("You work will the crew of the harbour and the owners.", "will", "with"),
    ],
)
def test_a_word_for_another_is_told(text: str, written: str, meant: str) -> None:
    words = Words(text)
    slips = list(other_words(words, {written: {meant: 3.0}}))
    assert [(words.texts[slip.at], slip.word) for slip in slips] == [(written, meant)]
    assert not list(other_words(Words(text.replace(written, meant, 1)), {meant: {written: 3.0}}))


def test_a_word_too_many_is_told() -> None:
    words = Words("The last watch checks the pumps and sends the everyone home with a smile.")
    assert needless(words, 8) > 4.5
    assert needless(words, 4) < 4


@given(WORDS)
@settings(max_examples=100)
def test_any_text_can_be_asked(parts: list[str]) -> None:
    words = Words(" ".join(parts))
    for gap in lost_words(words, 0.0):
        assert 0 < gap.at < len(words)
        assert gap.word in CHOICES[1:]
    for gap in other_words(words, {"to": {"the": 0.0}, "of": {"as": 0.0}}):
        assert (words.lowers[gap.at], gap.word) in (("to", "the"), ("of", "as"))
    for at, low in enumerate(words.lowers):
        assert low not in CHOICES or needless(words, at) < 99


def test_a_sum_of_rows_is_what_the_rows_say_one_by_one() -> None:
    table, some = model().table, hashed(("b", "1need", "2take", "no such feature"))
    one_by_one = [table.scores([feature]) for feature in some]
    assert table.scores(some) == [sum(row) for row in zip(*one_by_one, strict=True)]
    assert any(one_by_one[1])
    assert not any(one_by_one[3])


@pytest.mark.skipif(shutil.which("cc") is None, reason="the trainer is a program in C")
def test_the_trainer_sees_what_the_model_sees(tmp_path: Path) -> None:
    sys.path.insert(0, str(SCRIPTS))
    from gap_tokens import write

    texts = [
        "You need 12 boats, é or “it’s” and the crew’s ￼ ropes.",
        "We mend pumps in Århus.",
        "If the mate, who has a new boat; sails when it is dark (he does not), that was all.",
    ]
    trainer, tokens = tmp_path / "trainer", tmp_path / "tokens"
    subprocess.run(
        ["cc", "-O1", "-o", trainer, SCRIPTS / "gap_trainer.c", "-lm"], check=True, timeout=120
    )
    write(tokens, texts)
    run = subprocess.run(
        [trainer, "features", tokens], capture_output=True, text=True, check=True, timeout=120
    )
    seen = [list(map(int, line.split())) for line in run.stdout.splitlines()]
    assert seen == [
        [at, end, choice, *features(seen_in(words), at, end)]
        for words in map(Words, texts)
        for at, end, choice in gaps(words)
    ]
    assert len(seen) > 10
    weights = tmp_path / "weights"
    subprocess.run(
        [trainer, "train", tokens, weights, "1", "999", "9999", "2"], check=True, timeout=120
    )
    assert weights.stat().st_size > 4 * 64 * 100

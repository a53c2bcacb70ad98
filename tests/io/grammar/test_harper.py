"""Harper itself: what it finds, where, and what the filter keeps quiet."""

from __future__ import annotations

import pytest

from jdlint.io.grammar.engine import Remark
from jdlint.io.grammar.harper import BATCH, Harper, rules

harper = pytest.importorskip("harper")


@pytest.fixture(scope="module")
def engine() -> Harper:
    return Harper()


def _words(engine: Harper, text: str) -> list[str]:
    return [text[remark.start : remark.end] for remark in engine.check([text])[0]]


def test_every_rule_exists_and_none_stands_twice() -> None:
    known = set(harper.get_default_lint_config())
    assert not set(rules()) - known
    assert len(set(rules())) == len(rules())
    assert 80 < len(rules()) < 150


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("😀 You will recieve a 🧰 box.", ["recieve"]),
        ("You will recieve it.\r\nThe managment\r\nhelps.", ["recieve", "managment"]),
        ("It was 𝒪k, and they recieve \ufffc of \ufffc parts.", ["recieve"]),
        ("We heat them with with pumps.", ["with with"]),
        ("cross-functonal work", ["functonal"]),
        ("the installer’s managment’s view", ["managment"]),
        ("Managment of the workshop", ["Managment"]),
    ],
)
def test_places(engine: Harper, text: str, found: list[str]) -> None:
    assert _words(engine, text) == found


MISSPELLED = (
    "accomodate acheive definately enviroment independant knowlege maintainance managment "
    "neccessary occured prefered priviledge recieve recomend refered relevent responsability "
    "seperate succesful tommorow untill wierd teh thier candiate comunication experiance "
    "requirment stratgey"
)


@pytest.mark.parametrize("word", MISSPELLED.split())
def test_misspelled(engine: Harper, word: str) -> None:
    remarks = engine.check([f"The installer will look at {word} in the office."])[0]
    assert [remark.kind for remark in remarks] == ["spelling"]
    assert remarks[0].replacements


@pytest.mark.parametrize(
    "text",
    [
        "Our SDRs use the CRM, OKRs, GTM and RevOps at Fernhill.",
        "Write to jobs@fernhill.example or use fernhill_pump.config and heatPump.start().",
        "You know Kubernetes, PostgreSQL, dbt, Zuora, Workiva and Gemnasium.",
        "Onboarding, upskilling, learnings, runbooks, whitepapers and workstreams are yours.",
        "We organise, analyse, prioritise and colour the programme; it was modelled and focussed.",
        "Le service commercial développe les ventes de pompes à chaleur dans toute la région.",
        "Wir suchen eine Fachkraft für den Vertrieb unserer Wärmepumpen in Süddeutschland.",
        "The button says “Recieve now”, and `managment` is a flag.",
        "A hydronic retrofit needs a refrigerant, an inverter and brazing.",
        "Flexitime, payslips, rotas and secondments are normal here.",
    ],
)
def test_words_that_only_look_wrong(engine: Harper, text: str) -> None:
    assert _words(engine, text) == []


def test_texts_do_not_touch_each_other(engine: Harper) -> None:
    texts = [
        "",
        "the",
        "the pump",
        "We recieve it",
        " ",
        "x" * (BATCH * 2),
        "\ufffc",
        "They recieve it",
    ] * 9
    answers = engine.check(texts)
    assert len(answers) == len(texts)
    for text, remarks in zip(texts, answers, strict=True):
        assert [text[r.start : r.end] for r in remarks] == (
            ["recieve"] if "recieve" in text else []
        )
        assert all(isinstance(remark, Remark) for remark in remarks)


def test_nothing_is_built_for_nothing() -> None:
    engine = Harper()
    assert engine.check([]) == []
    assert engine.check(["", "  "]) == [[], []]
    assert "_processes" not in vars(engine)
    assert engine.version
    assert "american" in engine.settings

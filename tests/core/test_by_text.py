"""What found nothing in a text finds nothing there again, in this run and the next."""

from __future__ import annotations

import marshal
from collections.abc import Iterator

import pytest

from jdlint.core import by_text as module
from jdlint.core.by_text import Quiet, by_text, presume, quiet_in
from jdlint.core.light import dataclass


@dataclass(frozen=True)
class _Sought:
    """Finds a word, and counts how often it was asked."""

    word: str

    def look(self, text: str) -> Iterator[int]:
        ASKED.append((self.word, text))
        at = text.find(self.word)
        if at >= 0:
            yield at


ASKED: list[tuple[str, str]] = []


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As in a process of its own."""
    _forget(monkeypatch)
    yield
    presume(b"")


def _forget(monkeypatch: pytest.MonkeyPatch) -> None:
    store = module._Store()
    monkeypatch.setattr(module, "_LAST", [store])
    monkeypatch.setattr(module, "_STORES", [module.ref(store)])
    presume(b"")
    ASKED.clear()


def test_a_text_is_looked_at_once() -> None:
    find = by_text(_Sought("oven").look, _Sought("oven"))
    assert [find("an oven"), find("an oven"), find("a sink"), find("a sink")] == [
        (3,),
        (3,),
        (),
        (),
    ]
    assert ASKED == [("oven", "an oven"), ("oven", "a sink")]


def test_what_was_quiet_is_not_looked_at_in_the_next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    find = by_text(_Sought("oven").look, _Sought("oven"))
    for text in ("an oven", "a sink", "a tap \ud800"):
        find(text)
    kept = quiet_in(["an oven", "a sink", "a tap \ud800", "never asked"])
    _forget(monkeypatch)
    presume(kept)
    oven, tap = (by_text(_Sought(word).look, _Sought(word)) for word in ("oven", "tap"))
    assert [oven(text) for text in ("an oven", "a sink", "a tap \ud800")] == [(3,), (), ()]
    assert ASKED == [("oven", "an oven")], "what was found is sought again, what was not is known"
    ASKED.clear()
    assert [tap("a sink"), tap("a tap \ud800")] == [(), (2,)]
    assert len(ASKED) == 2, "another owner has looked at neither"
    assert oven("never asked") == ()
    assert ASKED[-1] == ("oven", "never asked")


def test_what_may_know_more_than_the_text_is_not_presumed(monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        find = by_text(lambda text: ASKED.append(("", text)) or ())
        find("a sink")
        assert len(ASKED) == 1
        kept = quiet_in(["a sink"])
        _forget(monkeypatch)
        presume(kept)


def test_more_looks_than_a_store_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [f"word{number}" for number in range(150)]
    looks = [by_text(_Sought(word).look, _Sought(word)) for word in words]
    for find in looks:
        find("word7 and others")
    kept = quiet_in(["word7 and others"])
    _forget(monkeypatch)
    presume(kept)
    found = [by_text(_Sought(word).look, _Sought(word))("word7 and others") for word in words]
    assert [row for row in found if row] == [(0,)]
    assert [word for word, _ in ASKED] == ["word7"]


def test_steps_share_a_mark() -> None:
    quiet = Quiet(_Sought.look, marshal.dumps("oven", 2))
    assert not quiet.knows("a sink")
    quiet.add("a sink")
    assert quiet.knows("a sink")
    assert not quiet.knows("an oven")


def test_what_no_look_asks_any_more_is_let_go() -> None:
    for number in range(300):  # as a server that builds its checks anew for each project
        by_text(_Sought(f"word{number}").look, _Sought(f"word{number}"))("a sink")
    assert len(module._alive()) == 1

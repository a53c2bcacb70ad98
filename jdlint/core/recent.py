"""Answers about texts, kept as long as the texts are small together: a count of answers says little
where one text has ten letters and another 50,000."""

from __future__ import annotations

from collections.abc import Callable

from jdlint.core.light import Literal, TypeVar

T = TypeVar("T")


Kind = Literal["light", "heavy", "pages"]
# shares of answers of each kind in a process that has to stay small: twenty people's pages fit, and
# what they typed before is forgotten
_SMALL: dict[Kind, float] = {"heavy": 0.06, "light": 0.03, "pages": 0.01}
_kept: dict[Kind, float] = {"heavy": 1.0, "light": 1.0, "pages": 1.0}


def stay_small() -> None:
    """Keep few answers in this process: what is typed makes new texts all day."""
    _kept.update(_SMALL)


def most_of(most: int, kind: Kind = "light") -> int:
    """How many of so many answers this process keeps: of a text, of a text and much larger, of a
    whole page."""
    return int(most * _kept[kind])


def recent(
    make: Callable[[str], T],
    most: int,
    worth: Callable[[T], object] = lambda _: True,
    kind: Kind = "light",
) -> Callable[[str], T]:
    """A function of a text whose answers for the last ``most`` code points of text are kept, those
    that are ``worth`` it; ``heavy`` ones (``kind``) take more room than their text by far."""
    known: dict[str, T] = {}
    held = 0  # code points of the texts in it

    def answer(text: str) -> T:
        nonlocal held
        if text in known:
            found = known[text] = known.pop(text)  # boilerplate stays, what came once goes first
            return found
        found = make(text)
        if not worth(found):
            return found
        known[text] = found
        held += len(text)
        limit = most * _kept[kind]
        while held > limit and len(known) > 1:
            oldest = next(iter(known))
            held -= len(oldest)
            known.pop(oldest, None)
        return found

    return answer

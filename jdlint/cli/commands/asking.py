"""``jdlint check --interactive``: each finding is shown with what is around it, and its writer says
what is done about it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence

from jdlint.cli import terminal
from jdlint.core.diagnostic import Diagnostic, Edit
from jdlint.core.errors import ConfigError
from jdlint.core.light import TYPE_CHECKING, NamedTuple
from jdlint.core.text import Source
from jdlint.filters.baseline import fingerprint
from jdlint.fix.edits import applied, harmless, in_order
from jdlint.fix.rounds import Answer, Offer, edits_of
from jdlint.fix.silence import silence
from jdlint.report.parts.change import Shown, offer_lines
from jdlint.report.parts.plain import counted, safe

if TYPE_CHECKING:
    from typing import TextIO

SPELLING = "grammar/misspelling"
Key = tuple[str, ...]
_FIX = ("y", "n", "e", "r", "a")
_HELP: Mapping[str, str] = {
    "y": "yes, make this change",
    "n": "no, leave it as it is",
    "e": "write something else in its place",
    "r": "yes, and all others of this rule",
    "a": "yes, and all that follow",
    "s": "silence it here, with a reason that colleagues can read",
    "w": "add the word to the project's own words",
    "u": "undo the last answer",
    "q": "ask no more and keep what was done",
    "x": "ask no more and change nothing",
    "?": "show this help",
}


class Step(NamedTuple):
    """One answer: the key that was pressed, and the words that came with it."""

    key: str
    words: str = ""


class GivenUpError(Exception):
    """The writer wants nothing changed."""


class Asker:
    """Asks about findings; what was answered is not asked again.

    ``words`` are those to be added to the project's own.
    """

    def __init__(self) -> None:
        self.output: TextIO = sys.stdout if terminal.is_terminal() else sys.stderr
        self.shown = Shown(terminal.width(), terminal.colours())
        self.known: dict[Key, Step] = {}
        self.order: list[Key] = []
        self.stopped = self.told = False

    @property
    def words(self) -> list[str]:
        return sorted({step.words for step in self.known.values() if step.key == "w"})

    def said(self) -> Iterator[str]:
        """Sentences about what was done beside fixing."""
        silenced = sum(step.key == "s" for step in self.known.values())
        if silenced:
            yield f"{counted(silenced, 'finding')} silenced with a comment"

    def takes(self, d: Diagnostic) -> bool:
        return bool(d.edits and d.fix) or d.rule == SPELLING

    def wants(self, d: Diagnostic, source: Source) -> bool:
        step = self._step(d, source)
        return not self.stopped if step is None else step.key not in ("n", "w")

    def answers(self, offers: Sequence[Offer]) -> Sequence[Answer]:
        """Ask about each offer that has no answer yet; raises ``GivenUpError``."""
        at = 0
        while at < len(offers):
            d, source = offers[at]
            if self.stopped or self._step(d, source) is not None:
                at += 1
                continue
            step = self._ask(offers[at], at, len(offers))
            if step.key == "u":
                at = self._undone(offers, at)
            else:
                self.stopped = step.key == "q"
                if not self.stopped:
                    self._remember(_key(d, source), step)
        return [self._answer(offer) for offer in offers]

    def _undone(self, offers: Sequence[Offer], at: int) -> int:
        """Where to go on once the last answer of this round is forgotten."""
        keys = [_key(*offer) for offer in offers]
        if not self.order or self.order[-1] not in keys:
            self._say("There is nothing to undo here: what came before is done.")
            return at
        key = self.order.pop()
        del self.known[key]
        return keys.index(key)

    def _remember(self, key: Key, step: Step) -> None:
        self.known[key] = step
        self.order.append(key)

    def _step(self, d: Diagnostic, source: Source) -> Step | None:
        """What was answered, for this finding or for all of its kind."""
        own = self.known.get(_key(d, source))
        if own is not None:
            return own
        if d.rule == SPELLING and source.slice(d.span) in self.words:
            return Step("n")
        every = any(
            step.key == "a" or (step.key == "r" and step.words == d.rule)
            for step in self.known.values()
        )
        return Step("y") if every and d.edits else None

    def _answer(self, offer: Offer) -> Answer:
        d, source = offer
        step = self._step(d, source)
        if step is None or step.key in ("n", "w"):
            return Answer()
        if step.key == "s":
            comment = silence(d.path, source.text, d.span.start, d.rule, step.words)
            return Answer((comment,) if comment else (), fixes=False)
        return Answer(_own(d, step.words) if step.key == "e" else edits_of(d))

    def _ask(self, offer: Offer, at: int, count: int) -> Step:
        d, source = offer
        keys = _keys(d)
        if not self.told:
            self._say("Nothing is written before the end. y changes it, n leaves it, ? says more.")
            self.told = True
        after = applied(source.text, in_order([edits_of(d)]))
        self._say(f"\n{safe(d.path)}  ({at + 1} of {count})")
        for line in offer_lines(d, source, after, self.shown):
            self._say(line)
        while True:
            answer = self._read(f"{'Change it' if d.edits else 'What now'}? [{','.join(keys)}] ")
            key = "q" if answer is None else (answer.strip().lower()[:1] or "?")
            if key == "x":
                raise GivenUpError
            step = self._complete(key, offer) if key in keys and key != "?" else None
            if step is not None:
                return step
            if key not in keys or key == "?":
                self._say("\n".join(f"  {name}  {_HELP[name]}" for name in keys))

    def _complete(self, key: str, offer: Offer) -> Step | None:
        """The answer with the words that belong to it; None where they do not do."""
        d, source = offer
        if key == "r":
            return Step(key, d.rule)
        if key == "w":
            return Step(key, source.slice(d.span))
        if key == "e":
            return self._replacement(d, source)
        if key == "s":
            if silence(d.path, source.text, d.span.start, d.rule) is None:
                self._say("No comment can stand here: silence it in the configuration instead.")
                return None
            reason = self._read("Why is it right as it is? ")
            return Step(key, reason.strip()) if reason and reason.strip() else None
        return Step(key)

    def _replacement(self, d: Diagnostic, source: Source) -> Step | None:
        words = self._read("Write instead: ")
        if words is None or not words.strip("\r\n"):
            return None
        words = words.strip("\r\n")
        if not harmless(source.text, source.path, [_own(d, words)]):
            self._say("That would change more of the page than these words: write it otherwise.")
            return None
        return Step("e", words)

    def _say(self, text: str) -> None:
        self.output.write(text + "\n")

    def _read(self, question: str) -> str | None:
        """A line of standard input; None at its end."""
        self.output.write(question)
        self.output.flush()
        if sys.stdin is None:
            raise ConfigError("there is no standard input to answer on: leave out --interactive")
        return sys.stdin.readline() or None


def _keys(d: Diagnostic) -> tuple[str, ...]:
    """The answers that make sense for a finding."""
    fixes = _FIX if d.edits else ("n", "e")
    word = ["w"] if d.rule == SPELLING else []
    return (*fixes, "s", *word, "u", "q", "x", "?")


def _own(d: Diagnostic, words: str) -> tuple[Edit, ...]:
    """Other words in the place of those that were found."""
    return (Edit(d.span, words),)


def _key(d: Diagnostic, source: Source) -> Key:
    """What a finding is known by while lines move: its words, those around them, and what its fix
    writes."""
    return (d.path, fingerprint(d, source), *(edit.text for edit in edits_of(d)))

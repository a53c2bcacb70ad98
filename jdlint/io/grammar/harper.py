"""Harper, in process: built late and once, asked in batches by two threads with a linter each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from jdlint.core.errors import ProbeError
from jdlint.io.batches import batched
from jdlint.io.grammar.engine import Remark
from jdlint.lang.en import spelling

BATCH = 2_500  # characters: small enough to share between threads, large enough to spare calls
WORDS = 200
_SPELLING = ("SpellCheck", "SplitWords")
_PARAGRAPH = "\n\n"


def rules() -> tuple[str, ...]:
    """The rules that are on: those that find mistakes in job pages and rarely anything else."""
    lines = Path(__file__).with_name("harper-rules.txt").read_text(encoding="utf-8").splitlines()
    return tuple(name for line in lines if not line.startswith("#") for name in line.split())


class Harper:
    """The default engine. ``threads`` linters are built when the first text comes.

    Without ``phrases`` only its dictionary is asked, about single words: reading whole texts takes
    three quarters of a run's time, and on 217 real pages told 12 things that our own rules did not.
    """

    name = "harper"

    def __init__(
        self, dialect: str = "american", threads: int = 2, *, phrases: bool = True
    ) -> None:
        self.dialect = dialect
        self.phrases = phrases
        self.threads = threads
        self.trouble = ""
        self._words: dict[str, tuple[str, ...] | None] = dict.fromkeys(spelling.SLIPS, ())

    @cached_property
    def version(self) -> str:
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("harper-py")
        except PackageNotFoundError:
            return ""

    @cached_property
    def settings(self) -> str:
        asked = rules() if self.phrases else ()
        return " ".join((self.dialect, *asked, spelling.edition()))

    @cached_property
    def _linters(self) -> list[Any]:
        try:
            from harper import Dialect, Linter
        except ImportError as error:
            raise ProbeError(
                "Harper is not installed, run “pip install harper-py” or set “grammar: off”"
            ) from error
        count = self.threads + 1 if self.phrases else 1
        built = [Linter(Dialect[self.dialect.upper()]) for _ in range(count)]
        for linter in built:
            chosen = _SPELLING if linter is built[-1] else rules()
            linter.set_lint_config({name: name in chosen for name in linter.get_lint_config()})
        return built

    def check(self, texts: Sequence[str]) -> list[list[Remark] | None]:
        self.trouble = ""
        answers: list[list[Remark] | None] = [[] for _ in texts]
        if not self.phrases:
            suspects = [tuple(spelling.suspects(text)) for text in texts]
            self._ask_words({suspect.word for row in suspects for suspect in row})
            return [sorted(self._misspelled(row)) for row in suspects]
        batches = list(batched(texts, BATCH, len(_PARAGRAPH)))
        if not batches:
            return answers
        linters = self._linters[: min(self.threads, len(batches))]
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(len(linters)) as pool:
            jobs = [
                pool.submit(_work, linter, texts, batches[number :: len(linters)], answers)
                for number, linter in enumerate(linters)
            ]
            suspects = [
                tuple(spelling.suspects(text)) for text in texts
            ]  # while the threads are at work
            try:
                self._ask_words({suspect.word for row in suspects for suspect in row})
            except BaseException as error:
                self._failed(error)
            for job in jobs:
                job.result()
        if None in answers and not self.trouble:
            self.trouble = "Harper failed on them, set “grammar: off” for these pages"
        return [
            None if found is None else sorted((*found, *self._misspelled(row)))
            for found, row in zip(answers, suspects, strict=True)
        ]

    def _failed(self, error: BaseException) -> None:
        """Note a failure of the engine, whose panics are no ``Exception``; pass on those of the
        run."""
        if isinstance(error, KeyboardInterrupt | SystemExit) or _is_ours(error):
            raise error
        self.trouble = f"Harper failed ({type(error).__name__}), spelling was not checked"

    def _ask_words(self, wanted: Iterable[str]) -> None:
        """Ask the dictionary once about each word that it was not asked about before."""
        new = sorted(set(wanted) - self._words.keys())
        for at in range(0, len(new), WORDS):
            some = new[at : at + WORDS]
            self._words.update(dict.fromkeys(some))
            text = _PARAGRAPH.join(some)
            for remark in _remarks(self._linters[-1], text):
                word = text[remark.start : remark.end]
                if word in self._words:
                    self._words[word] = (*(self._words[word] or ()), *remark.replacements)

    def _misspelled(self, row: Sequence[spelling.Suspect]) -> Iterator[Remark]:
        for start, end, word, capital in row:
            offered = self._words.get(word)
            better = (
                spelling.convincing(word, offered, capital=capital) if offered is not None else ()
            )
            if better:
                yield Remark(start, end, "SpellCheck", "", better, "spelling")

    def close(self) -> None:
        self.__dict__.pop("_linters", None)


def _is_ours(error: BaseException) -> bool:
    """Whether something that is no ``Exception`` was raised by our own code, as by a deadline."""
    return not isinstance(error, Exception) and type(error).__module__.startswith("jdlint")


def _work(
    linter: Any,
    texts: Sequence[str],
    batches: Sequence[list[int]],
    answers: list[list[Remark] | None],
) -> None:
    """Ask one linter for some batches; each text's answers go to its own list, so threads do not
    meet. A text on which it fails gets no answer, those beside it do."""
    for batch in batches:
        try:
            _batch(linter, texts, batch, answers)
        except BaseException:  # a panic of the engine is no Exception; this is no main thread
            for number in batch:
                try:
                    _batch(linter, texts, [number], answers)
                except BaseException:
                    answers[number] = None


def _batch(
    linter: Any, texts: Sequence[str], batch: list[int], answers: list[list[Remark] | None]
) -> None:
    joined = _PARAGRAPH.join(texts[number] for number in batch)
    found = sorted(_remarks(linter, joined))
    at = 0
    for number in batch:
        end = at + len(texts[number])
        inside = (remark for remark in found if at <= remark.start and remark.end <= end)
        answers[number] = [r._replace(start=r.start - at, end=r.end - at) for r in inside]
        at = end + len(_PARAGRAPH)


def _remarks(linter: Any, text: str) -> Iterator[Remark]:
    from harper import SuggestionKind

    for rule, lints in linter.organized_lints(text, language="plaintext").items():
        for lint in lints:
            span = lint.span
            written = text[span.start : span.end]
            replacements = []
            for suggestion in lint.suggestions[:5]:
                new = suggestion.replacement_text
                if suggestion.kind == SuggestionKind.INSERT_AFTER:
                    new = written + new
                replacements.append(new)
            yield Remark(span.start, span.end, rule, lint.message, tuple(replacements), "grammar")

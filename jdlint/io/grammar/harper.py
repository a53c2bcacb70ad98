"""Harper, in process: built late and once, asked in batches by two threads with a linter each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from jdlint.core.errors import ProbeError
from jdlint.core.light import Any
from jdlint.io.batches import batched
from jdlint.io.grammar.engine import Remark, spelling_remarks
from jdlint.lang.en.spelling import spelling

BATCH = 2_500  # characters: small enough to share between threads, large enough to spare calls
_PARAGRAPH = "\n\n"


def rules() -> tuple[str, ...]:
    """The rules that are on: those that find mistakes in job pages and rarely anything else."""
    lines = Path(__file__).with_name("harper-rules.txt").read_text(encoding="utf-8").splitlines()
    return tuple(name for line in lines if not line.startswith("#") for name in line.split())


class Harper:
    """The default engine. ``threads`` linters are built when the first text comes.

    Spelling is our own. Without ``phrases`` Harper is not built at all: reading whole texts takes
    three quarters of a run's time, and on 217 real pages told 12 things that our own rules did not.
    """

    name = "harper"
    codes = ("en",)

    def __init__(
        self, dialect: str = "american", threads: int = 2, *, phrases: bool = True
    ) -> None:
        self.dialect = dialect
        self.phrases = phrases
        self.threads = threads
        self.trouble = ""

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
        built = [Linter(Dialect[self.dialect.upper()]) for _ in range(self.threads)]
        chosen = frozenset(rules())
        for linter in built:
            linter.set_lint_config({name: name in chosen for name in linter.get_lint_config()})
        return built

    def speak(self, code: str) -> None:
        """Harper reads English only."""

    def check(self, texts: Sequence[str]) -> list[list[Remark] | None]:
        self.trouble = ""
        answers: list[list[Remark] | None] = [[] for _ in texts]
        if not self.phrases:
            return [spelling_remarks(text) for text in texts]
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
            misspelled = [spelling_remarks(text) for text in texts]  # while the threads are at work
            for job in jobs:
                job.result()
        if None in answers and not self.trouble:
            self.trouble = "Harper failed on them, set “grammar: off” for these pages"
        return [
            None if found is None else sorted((*found, *others))
            for found, others in zip(answers, misspelled, strict=True)
        ]

    def close(self) -> None:
        self.__dict__.pop("_linters", None)


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

"""Harper, in two processes of its own: started late and once, asked in batches by a thread each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from jdlint.core.errors import ProbeError
from jdlint.core.light import TYPE_CHECKING
from jdlint.core.tools import cached_property
from jdlint.io.batches import batched
from jdlint.io.grammar.engine import Remark, spelling_remarks
from jdlint.io.stamps import code_stamp

if TYPE_CHECKING:
    from jdlint.io.grammar.harper_process import HarperProcess  # with what it needs 35 ms

BATCH = 2_500  # characters: small enough to share between threads, large enough to spare calls
DEATHS = 8  # of its processes in a run: a text that kills takes two, with its batch and alone
_PARAGRAPH = "\n\n"


def rules() -> tuple[str, ...]:
    """The rules that are on: those that find mistakes in job pages and rarely anything else."""
    lines = Path(__file__).with_name("harper-rules.txt").read_text(encoding="utf-8").splitlines()
    return tuple(name for line in lines if not line.startswith("#") for name in line.split())


class Harper:
    """The default engine. ``threads`` processes are started when the first text comes.

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
        self._deaths = 0

    @cached_property
    def version(self) -> str:
        if not self.phrases:
            return ""  # it is not asked, and to look at what is installed takes 15 ms
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("harper-py")
        except PackageNotFoundError:
            return ""

    @cached_property
    def settings(self) -> str:
        """Its own rules, and the state of our code: spelling is ours, in a checkout it changes."""
        asked = rules() if self.phrases else ()
        return " ".join((self.dialect, *asked, code_stamp().hex()))

    @cached_property
    def _processes(self) -> list[HarperProcess]:
        from importlib.util import find_spec

        from jdlint.io.grammar.harper_process import HarperProcess

        if find_spec("harper") is None:
            raise ProbeError(
                "Harper is not installed, run “pip install harper-py” or set “grammar: off”"
            )
        return [HarperProcess(self.dialect, rules()) for _ in range(self.threads)]

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
        self._deaths = 0
        processes = self._processes[: min(self.threads, len(batches))]
        for process in processes:
            process.start()
        self._begun(processes[0])
        misspelled = self._spread(processes, texts, batches, answers)
        if None in answers:
            self.trouble = "Harper failed on them, set “grammar: off” for these pages"
        return [
            None if found is None else sorted((*found, *others))
            for found, others in zip(answers, misspelled, strict=True)
        ]

    def close(self) -> None:
        for process in self.__dict__.pop("_processes", ()):
            process.end()

    def _begun(self, process: HarperProcess) -> None:
        """Whether Harper starts at all is known before it is asked about a text."""
        from jdlint.io.grammar.harper_process import DiedError

        try:
            process.ready()
        except DiedError as error:
            raise ProbeError(
                "Harper does not start, run “pip install --force-reinstall harper-py” or set "
                "“grammar: off”"
            ) from error

    def _spread(
        self,
        processes: Sequence[HarperProcess],
        texts: Sequence[str],
        batches: Sequence[list[int]],
        answers: list[list[Remark] | None],
    ) -> list[list[Remark]]:
        """Ask each process its share, into ``answers``; meanwhile, what our own spelling says."""
        from concurrent.futures import ThreadPoolExecutor

        shares = [batches[number :: len(processes)] for number in range(len(processes))]
        with ThreadPoolExecutor(len(processes)) as pool:
            try:
                jobs = [
                    pool.submit(self._work, process, texts, share, answers)
                    for process, share in zip(processes, shares, strict=True)
                ]
                misspelled = [spelling_remarks(text) for text in texts]
                for job in jobs:
                    job.result()
            except BaseException:  # an interruption, or the time of the run is over
                self._deaths = DEATHS
                self.close()
                raise
        return misspelled

    def _work(
        self,
        process: HarperProcess,
        texts: Sequence[str],
        batches: Sequence[list[int]],
        answers: list[list[Remark] | None],
    ) -> None:
        """Ask one process about some batches; each text's answers go to its own list, so threads
        do not meet. A text on which it fails gets no answer, those beside it do."""
        for batch in batches:
            if self._ask(process, texts, batch, answers) or len(batch) == 1:
                continue
            for number in batch:
                self._ask(process, texts, [number], answers)

    def _ask(
        self,
        process: HarperProcess,
        texts: Sequence[str],
        batch: list[int],
        answers: list[list[Remark] | None],
    ) -> bool:
        """Whether there was an answer; nothing more is asked once Harper died so many times."""
        from jdlint.io.grammar.harper_process import DiedError

        found = None
        if self._deaths < DEATHS:
            try:
                found = process.ask(_PARAGRAPH.join(texts[number] for number in batch))
            except DiedError:
                self._deaths += 1
        at = 0
        for number in batch:
            end = at + len(texts[number])
            answers[number] = None if found is None else list(_inside(found, at, end))
            at = end + len(_PARAGRAPH)
        return found is not None


def _inside(found: Sequence[Remark], at: int, end: int) -> Iterator[Remark]:
    for remark in found:
        if at <= remark.start and remark.end <= end:
            yield remark._replace(start=remark.start - at, end=remark.end - at)

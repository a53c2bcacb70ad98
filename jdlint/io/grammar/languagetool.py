"""LanguageTool, through language-tool-python: a server of our own, or one that the configuration
names.

The library is GPL-3.0-only: it is imported only when LanguageTool is asked for, and nothing else
here depends on it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from jdlint.core.errors import ProbeError
from jdlint.core.light import Any
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property
from jdlint.io.batches import batched
from jdlint.io.grammar.client import Match, Refused
from jdlint.io.grammar.client import matches as ask
from jdlint.io.grammar.engine import Remark, spelling_remarks
from jdlint.io.grammar.other_languages import has_markup, remark, silent
from jdlint.io.grammar.pieces import Piece, pieces
from jdlint.io.grammar.server import Server, answers, start
from jdlint.lang.en.spelling import spelling

BATCH = 6_000  # characters a request
_SMALL = 2_000  # the same in other languages: German takes 1.3 ms a character, English 0.1
LONGEST = 40_000  # a longer block is no prose
AT_ONCE = 3
TIMEOUT = 60  # seconds for one answer, all of it
_FIRST = 4  # times as long for the first one in a language: German loads 28 CPU seconds of data
TOTAL = 600  # seconds for all answers of a run
_PARAGRAPH = "\n\n"
# LanguageTool counts UTF-16 units; a stand-in of one unit keeps the places.
_ASTRAL = re.late("[\U00010000-\U0010ffff]")
_DISABLED = (
    "WHITESPACE_RULE", "CONSECUTIVE_SPACES", "SENTENCE_WHITESPACE",
    "COMMA_PARENTHESIS_WHITESPACE", "UNIT_SPACE", "UPPERCASE_SENTENCE_START", "EN_QUOTES",
    "EN_UNPAIRED_BRACKETS", "EN_UNPAIRED_QUOTES", "DASH_RULE", "EN_DASH",
    "ENGLISH_WORD_REPEAT_BEGINNING_RULE", "TOO_LONG_SENTENCE", "TOO_LONG_PARAGRAPH",
    "PARAGRAPH_REPEAT_BEGINNING_RULE", "PUNCTUATION_PARAGRAPH_END", "EN_COMPOUNDS", "ARROWS",
    "PLUS_MINUS", "MULTIPLICATION_SIGN", "APOS_ARE", "HYPHEN_TO_EN", "SUBJECT_MATTER_HYPHEN",
    "DECISION_MAKING", "PROBLEM_SOLVE_HYPHEN", "MID_HYPHEN", "COMMA_COMPOUND_SENTENCE",
    "COMMA_COMPOUND_SENTENCE_2", "SENT_START_CONJUNCTIVE_LINKING_ADVERB_COMMA", "CD_NN",
    "EN_WORD_COHERENCY", "MISSING_PREPOSITION", "THE_SUPERLATIVE", "SUBJECT_VERB_AGREEMENT",
    "IF_VB", "HE_VERB_AGR", "IN_THE_MEAN_TIME_PHRASE", "VERB_NOUN_CONFUSION",
    # a posting may be of another year (11 of 30 alarms on mended lines); names are rules of our own
    "EN_DATE_WEEKDAY_CURRENTYEAR", "GITHUB",
)  # fmt: skip
_DISABLED_CATEGORIES = (
    "STYLE",
    "PLAIN_ENGLISH",
    "REDUNDANCY",
    "TYPOGRAPHY",
    "CASING",
    "WIKIPEDIA",
    "CREATIVE_WRITING",
)


# the variants that its spelling needs, by code; other languages have one
_VARIANTS = {"en": "en-US", "de": "de-DE", "fr": "fr", "es": "es", "pt": "pt-PT", "nl": "nl",
             "it": "it", "pl": "pl", "sv": "sv", "da": "da-DK", "ro": "ro-RO", "sk": "sk-SK",
             "sl": "sl-SI"}  # fmt: skip


class LanguageTool:
    """One server, one language at a time (``language`` is the variant of the first); the server is
    started when the first text comes, and stopped by ``close``."""

    name = "languagetool"

    def __init__(self, language: str = "en-US", url: str = "", timeout: float = TIMEOUT) -> None:
        self.language = language
        self._variants = {**_VARIANTS, language[:2]: language}
        self.url = url
        self.timeout = timeout
        self._server: Server | None = None
        self._until, self._given_up = 0.0, False
        self._awake: set[str] = set()  # languages in which it answered before
        self.trouble = ""

    @property
    def aside(self) -> str:
        """What a reader should know before texts are sent: nothing for a server of our own."""
        host = urlsplit(self.url).hostname or ""
        local = not host or host in ("localhost", "127.0.0.1", "::1")
        return "" if local else f"The texts are sent to LanguageTool at {host}"

    @property
    def version(self) -> str:
        return self.url or _installed()

    @property
    def settings(self) -> str:
        own = silent(self.language[:2])
        off = (*_DISABLED, *_DISABLED_CATEGORIES, *own.rules, *own.categories)
        return " ".join((self.language, "sentences", *off, spelling.edition()))

    @cached_property
    def _address(self) -> str:
        """The server that is asked, with a slash at its end; raises ``ProbeError``."""
        if not self.url:
            _library()
            self._server = start()
            return self._server.url
        base = self.url.rstrip("/") + "/"
        if not answers(urljoin(base, "v2/languages"), min(self.timeout, 10)):
            raise ProbeError(
                f"LanguageTool at {self.url} cannot be reached, start it or set “grammar: harper”"
            )
        return base

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages that are asked about."""
        return tuple(self._variants)

    def speak(self, code: str) -> None:
        """Take the texts that come for ones in a language, in the configured variant."""
        self.language = self._variants[code]

    def check(self, texts: Sequence[str]) -> list[list[Remark] | None]:
        english = self.language.startswith("en")
        read = [_read(text) if english or not has_markup(text) else [] for text in texts]
        sentences = list(dict.fromkeys(piece.text for each in read for piece in each))
        answers = dict(zip(sentences, self._answers(sentences), strict=True))
        return [
            _together(text, each, answers, self.language[:2]) if each else []
            for text, each in zip(texts, read, strict=True)
        ]

    def _answers(self, texts: Sequence[str]) -> list[list[Match] | None]:
        """What the server says of each text; None where it says nothing."""
        found: list[list[Match] | None] = [[] for _ in texts]
        most = BATCH if self.language.startswith("en") else _SMALL
        batches = list(batched(texts, most, len(_PARAGRAPH)))
        if not batches:
            return found
        from concurrent.futures import ThreadPoolExecutor

        self.trouble = ""
        self._until, self._given_up = time.monotonic() + TOTAL, False
        _ = self._address
        with ThreadPoolExecutor(min(AT_ONCE, len(batches))) as pool:
            jobs = [pool.submit(self._ask, texts, batch, found) for batch in batches]
            try:
                for job in jobs:
                    job.result()
            except BaseException:
                self._given_up = True
                pool.shutdown(wait=False, cancel_futures=True)
                self.close()
                raise
        if self._server is not None and not self._server.alive:
            self.close()  # the next check starts a new one
        return found

    def close(self) -> None:
        self.__dict__.pop("_address", None)
        if self._server is not None:
            self._server.stop()
            self._server = None

    def _ask(
        self, texts: Sequence[str], batch: Sequence[int], found: list[list[Match] | None]
    ) -> None:
        """Ask about some texts; where there is no answer, twice, theirs is None, and nothing more
        is asked of a server that is in trouble."""
        joined = _PARAGRAPH.join(_ASTRAL.sub("\ufffc", texts[number]) for number in batch)
        matches = self._matches(joined)
        at = 0
        for number in batch:
            if matches is None:
                found[number] = None
                continue
            end = at + len(texts[number])
            found[number] = [
                match._replace(offset=match.offset - at)
                for match in matches
                if at <= match.offset and match.offset + match.length <= end
            ]
            at = end + len(_PARAGRAPH)

    def _matches(self, text: str) -> list[Match] | None:
        own = silent(self.language[:2])
        fields = {
            "language": self.language,
            "text": text,
            "disabledRules": ",".join((*_DISABLED, *own.rules)),
            "disabledCategories": ",".join((*_DISABLED_CATEGORIES, *own.categories)),
        }
        for last in (False, True):
            left = self._until - time.monotonic()
            if self.trouble or self._given_up:
                return None
            try:
                if left <= 0:
                    raise TimeoutError
                found = ask(
                    self._address, fields, min(self._patience, left), lambda: self._given_up
                )
                self._awake.add(self.language)
                return found
            except Exception as error:
                slow = isinstance(error, TimeoutError)  # asked again, it would take as long again
                if last or slow or self._ended(error):
                    self.trouble = str(self._error(error))
        return None

    @property
    def _patience(self) -> float:
        """Seconds for one answer."""
        return self.timeout * (1 if self.language in self._awake else _FIRST)

    def _ended(self, error: Exception) -> bool:
        """Whether a server of our own is gone, which an error of the connection tells first."""
        if self._server is None:
            return False
        broken = isinstance(error, (OSError, HTTPException))
        return self._server.ended() if broken else not self._server.alive

    def _error(self, error: Exception) -> ProbeError:
        """One sentence for whatever went wrong."""
        where = self.url or "the local server"
        said = str(error).lower()
        status = error.status if isinstance(error, Refused) else 0
        if status == 429 or "rate limit" in said or "too many" in said:
            return ProbeError(
                f"LanguageTool at {where} takes no more requests now, "
                "try later or run your own server"
            )
        if isinstance(error, TimeoutError) or "timed out" in said:
            return ProbeError(
                f"LanguageTool at {where} did not answer within {self._patience:.0f} seconds"
            )
        if self._ended(error):
            return ProbeError(
                "LanguageTool ended while it was at work, run again or set “grammar: harper”"
            )
        if isinstance(error, ValueError):
            return ProbeError(f"LanguageTool at {where} gave an answer that cannot be read")
        if status == 400:
            return ProbeError(
                f"LanguageTool at {where} does not know the language “{self.language}”"
            )
        return ProbeError(
            f"LanguageTool at {where} cannot be reached, start it or set “grammar: harper”"
        )


def _library() -> Any:
    try:
        import language_tool_python
    except ImportError as error:
        raise ProbeError(
            "LanguageTool needs its library, run “pip install 'jdlint[languagetool]'”"
        ) from error
    return language_tool_python


def _installed() -> str:
    """The LanguageTools on this machine, found without the library, which takes long to import."""
    folder = Path(os.environ.get("LTP_PATH") or Path.home() / ".cache" / "language_tool_python")
    return " ".join(sorted(path.name for path in folder.glob("LanguageTool-*")))


def _read(text: str) -> list[Piece]:
    """The sentences of a block that is prose."""
    return pieces(text) if text.strip() and len(text) <= LONGEST else []


def _together(
    text: str, read: Sequence[Piece], answers: Mapping[str, list[Match] | None], code: str
) -> list[Remark] | None:
    """The remarks on a text from what was said of its sentences; None where one got no answer."""
    matches: list[Match] = []
    for piece in read:
        found = answers[piece.text]
        if found is None:
            return None
        matches += [match._replace(offset=piece.start + match.offset) for match in found]
    return sorted(_remarks(text, matches, code))


def _remarks(text: str, matches: Sequence[Match], code: str) -> Iterator[Remark]:
    """Matches as remarks on ``text``; the spelling of English is our own."""
    for match in matches:
        if code != "en":
            yield from remark(text, match, code)
        elif match.category != "TYPOS":
            start, end = match.offset, match.offset + match.length
            better = tuple(match.replacements[:5])
            yield Remark(start, end, match.rule, match.message, better, "grammar")
    if code == "en":
        yield from spelling_remarks(text)

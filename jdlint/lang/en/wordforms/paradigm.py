"""The forms of English verbs: base, -s, -ing, past and participle, irregular ones too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jdlint.core.light import NamedTuple
from jdlint.core.tools import cache, lru_cache
from jdlint.lang.en.forms import gerund, past, plural
from jdlint.lang.en.lexicon import tags

BASE, THIRD, ING, PAST = range(4)  # a past form and a participle count as one
FORMS = ("base", "-s", "-ing", "-ed")
_SAME = frozenset(
    """beat become bet bid broadcast burst cast come cost cut fit forecast hit hurt input let offset
    output overcome preset proofread put quit read recast reset rid run set shed shut split spread
    sublet thrust typeset undercut upset wet""".split()
)  # the base is a past form too

# verbs of their own, too (bore, saw), and what looks like a form of bee
_NONE = frozenset("bore saw ground wound bound fell being been gonna gotta wanna".split())


_BOTH = frozenset("saw bore lay got beat".split())  # nouns, bases or participles too


class Form(NamedTuple):
    """A form of the verb ``lemma``: ``kind`` is ``BASE``, ``THIRD``, ``ING`` or ``PAST``."""

    lemma: str
    kind: int


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    """Base -> past and participle."""
    text = Path(__file__).with_name("irregular.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines())
    return {base: (first, second) for base, first, second in rows}


@cache
def _irregular_forms() -> dict[str, Form]:
    """Irregular past forms and participles, and those of have and do."""
    found = {"has": Form("have", THIRD), "does": Form("do", THIRD)}
    found |= {"have": Form("have", BASE), "do": Form("do", BASE)}
    found |= {"having": Form("have", ING), "doing": Form("do", ING)}
    for base, parts in _irregular().items():
        found |= {part: Form(base, PAST) for part in parts if part not in _NONE}
    return found | {base: Form(base, BASE) for base in _irregular()}


@cache
def participles() -> dict[str, str]:
    """Simple past -> participle, where they differ and the past is no participle (got)."""
    pairs = (parts for parts in _irregular().values() if parts[0] != parts[1])
    return {past: part for past, part in pairs if past not in _BOTH and past[-2:] != "ed"}


@lru_cache(maxsize=8192)
def form_of(word: str) -> Form | None:
    """What form of which verb a word in lower case can be; None where it is none, or where the
    word does not tell (put, read, bore)."""
    found = _irregular_forms().get(word)
    if found is not None:
        return found
    if word in _NONE or word in _SAME or len(word) < 3 or not word.isalpha():
        return None
    for lemma, kind in _candidates(word):
        if lemma not in _SAME and "V" in tags(lemma):
            irregular = kind == PAST and lemma in _irregular()
            return None if irregular else Form(lemma, kind)
    return Form(word, BASE) if "V" in tags(word) else None


def may_be_inflected(word: str) -> bool:
    """Whether a word looks like a form that is no base; spares looking most words up."""
    return word.endswith(("s", "ing", "ed")) or word in _irregular_forms()


def _candidates(word: str) -> Iterator[tuple[str, int]]:
    """Bases that a word may be a form of."""
    if word.endswith("s") and not word.endswith("ss"):
        if word.endswith("ies"):
            yield word[:-3] + "y", THIRD
        if word[:-2].endswith(("s", "x", "z", "ch", "sh", "o")) and word.endswith("es"):
            yield word[:-2], THIRD
        yield word[:-1], THIRD
    for ending, kind in (("ing", ING), ("ed", PAST)):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 1:
            if stem[-1] == stem[-2] and stem[-1] not in "aeiou":
                yield stem[:-1], kind
            yield stem, kind
            yield stem + "e", kind
            if stem[-1] == "i" and kind == PAST:
                yield stem[:-1] + "y", kind


def written(lemma: str, kind: int) -> str:
    """A verb in a form; of a past form the participle."""
    if kind == BASE:
        return lemma
    if kind == THIRD:
        return {"have": "has", "do": "does", "go": "goes"}.get(lemma) or plural(lemma)
    if kind == ING:
        return gerund(lemma)
    if lemma == "get":
        return "got"
    if lemma in _SAME:
        return lemma
    return _irregular()[lemma][1] if lemma in _irregular() else past(lemma)

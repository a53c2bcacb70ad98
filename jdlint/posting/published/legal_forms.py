"""What a company is called by people: its name without its legal form."""

from __future__ import annotations

from pathlib import Path

from jdlint.core.tools import cache

_MOST = 6  # words of the longest form, “sp. z o.o. sp. k.”
_BETWEEN = " ,.;-–&"
_JOINED = frozenset(
    "株式会社 有限会社 合同会社 有限公司 有限责任公司 股份有限公司 ㈜ (주) 주식회사".split()
)


def without_form(name: str) -> str:
    """A company's name as people say it; whole where nothing is left of it."""
    ends, starts = _forms()
    words = name.split()
    while (count := _at_end(words, ends)) and len(words) > count:
        words = words[:-count]
    while (count := _at_start(words, starts)) and len(words) > count:
        words = words[count:]
    made = " ".join(words).strip(_BETWEEN)
    for form in _JOINED:
        made = made.removeprefix(form).removesuffix(form)
    return made.strip(_BETWEEN + "«»“”\"'„") or name


def _at_end(words: list[str], forms: frozenset[str]) -> int:
    """How many words at the end are a form, or a mark that joins two of them (“& Co. KG”)."""
    if words and words[-1] in ("&", "+", ","):
        return 1
    rows = range(min(_MOST, len(words) - 1), 0, -1)
    return next((count for count in rows if _is_form(words[-count:], forms)), 0)


def _is_form(words: list[str], forms: frozenset[str]) -> bool:
    """Whether words are a form, in one (“S.A.”) or letter by letter (“S. A.”)."""
    text = _folded(words)
    return text in forms or (len(words) > 1 and text.replace(" ", "") in _squeezed(forms))


@cache
def _squeezed(forms: frozenset[str]) -> frozenset[str]:
    return frozenset(form.replace(" ", "") for form in forms)


def _at_start(words: list[str], forms: frozenset[str]) -> int:
    rows = range(min(3, len(words) - 1), 0, -1)
    return next((count for count in rows if _folded(words[:count]) in forms), 0)


def _folded(words: list[str]) -> str:
    return " ".join(words).casefold().replace(".", "").replace(",", "").strip()


@cache
def _forms() -> tuple[frozenset[str], frozenset[str]]:
    """The forms at the end of names, and those at their start."""
    text = Path(__file__).with_name("legal_forms.txt").read_text(encoding="utf-8")
    rows = (row.split("\t")[1:] for row in text.splitlines() if not row.startswith("#"))
    given = [form.casefold() for row in rows for form in row]
    ends = frozenset(form for form in given if not form.startswith("+"))
    return ends, frozenset(form[1:] for form in given if form.startswith("+"))

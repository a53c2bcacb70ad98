"""Names of products as their owners write them: ``lexicon/names.txt``, read when first needed."""

from __future__ import annotations

from collections.abc import Mapping

from jdlint.core.light import NamedTuple
from jdlint.core.tools import cache
from jdlint.lang.lists import text_of

# what English writes with a capital in every sentence, of what the vocabulary has in small letters
_PROPER = frozenset(
    "english german french spanish italian russian chinese japanese ukrainian american european"
    " british swedish norwegian portuguese korean danish finnish arabic romanian hungarian"
    " vietnamese indonesian canadian australian brazilian mexican israeli african asian irish"
    " scottish belgian austrian nigerian parisian monday tuesday wednesday thursday friday saturday"
    " sunday january february october november december christmas".split()
)


def with_capital(word: str) -> str:
    """A word in lower case as a sentence has it: names of peoples, days and months differ."""
    return word.capitalize() if word in _PROPER else word


class ProductName(NamedTuple):
    """``written`` is the owner's form; ``lower`` says that lower case may be meant (a command),
    ``sure`` that no dictionary has another form."""

    written: str
    lower: bool
    sure: bool = True


@cache
def _sections() -> tuple[Mapping[str, ProductName], Mapping[str, str]]:
    """The names by their form in lower case, and those that are no name in capitals throughout."""
    found, shouted, section = dict[str, ProductName](), dict[str, str](), ""
    for line in text_of("spelling/names.txt").splitlines():
        if line.startswith("["):
            section = line
        elif section == "[shouted]":
            shouted[line.lower()] = line
        elif not line.startswith("#"):
            form, _, written = line.rpartition("=")
            name = ProductName(written, section == "[capitals]", section != "[variants]")
            found[(form or written).lower()] = name
    return found, shouted


def product_names() -> Mapping[str, ProductName]:
    """The names by their form in lower case."""
    return _sections()[0]


def right_form(word: str) -> str:
    """How the owner writes a name that stands in other capitals; empty for what is right or may be
    another word, and mostly for what is in capitals all through."""
    if word.isupper():
        return _sections()[1].get(word.lower(), "")
    name = product_names().get(word.lower())
    if name is None or word == name.written:
        return ""
    return "" if name.lower and word.islower() else name.written

"""Words of other languages inside an English text: names of schools, funds and towns, and addresses
that are disguised."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.patterns import regex as re
from jdlint.core.words import word_set
from jdlint.lang.en.lexicon import known

# small words that join names in other languages and are no English ones
_JOINTS = word_set(
    "de del dello della dell delle degli dei da das dos di du des la le les el los las und der dem "
    "für zu zum zur von vom het en et y para pour por sur nella nel och av"
)
# what schools, funds and offices are called; before another capital it is their own name
_HOUSES = word_set(
    "academia académie accademia agence asociación associação association centro centrum colegio "
    "collège conseil consejo consiglio departamento dipartimento école ecole escola escuela "
    "faculdade facultad facoltà faculté fondation fondazione fundación fundacion fundação fundacao "
    "hochschule institut instituto istituto laboratoire laboratorio ministerio ministère ministero "
    "museo musée nacional nationale nazionale polytechnique politecnico politécnica recherche "
    "scuola société sociedad stiftung universidad universidade università universita université "
    "universite universität universitat universiteit universitet verein zentrum"
)
_LOANS = word_set("résumé résumés résume café cafés naïve cliché clichés façade décor entrée à")
_NEAR = 2  # words to either side that tell
_BEFORE, _BEHIND = 80, 160  # characters of an address: its name has 64 at most
_LATIN = re.late(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# “ana-at-fernhill.example”, “ana [at] fernhill (dot) example”
_DISGUISED = re.late(
    r"[\w.+-]{2,64}?(?:-at-|_at_| ?[\[({<] ?(?:at|AT|@) ?[\])}>] ?| AT )"
    r"[\w-]+?(?:\.|-dot-|_dot_| ?[\[({<] ?(?:dot|DOT|\.) ?[\])}>] ?| DOT | dot )"
    r"(?: ?[\[({<] ?(?:dot|DOT|\.) ?[\])}>] ?\w| DOT |[\w.-])*"
    # “ana at fernhill.example”, “ana at fernhill dot example”
    r"|(?:[\w+-]{1,40} dot ){0,3}[\w.+-]{2,64}? at [\w-]{2,64}"
    r"(?:\.[a-z]{2,12}\b| dot [a-z]{2,12}\b)"
)


def is_disguised(text: str, at: int) -> bool:
    """Whether a mail address whose @ is hidden from robots stands at an offset."""
    first = max(at - _BEFORE, 0)
    near = text[first : at + _BEHIND]  # a page of unknown words asks for each of them
    if "at" not in near and "AT" not in near and "@" not in near:
        return False
    return any(m.start() <= at - first < m.end() for m in _DISGUISED.finditer(near))


def is_foreign(words: Sequence[str], index: int) -> bool:
    """Whether a word stands in a name or a phrase of another language: words beside it are joints
    (“degli”, “de”) or have letters that English lacks. One is enough for a capital, a word in
    small letters needs two; a house before another capital is a name, too."""
    word = words[index]
    capital = word[0].isupper()
    if capital and word.lower() in _HOUSES and words[index + 1 : index + 2] != ["of"]:
        following = words[index + 1] if index + 1 < len(words) else ""
        if following[:1].isupper() or following.lower() in _JOINTS:
            return True
    signs = sum(_signs(words, index, step) for step in (-1, 1))
    return signs >= (1 if capital else 2)


def _signs(words: Sequence[str], index: int, step: int) -> int:
    """How many of the nearest words on one side are of another language; a mark ends the phrase."""
    found = 0
    for distance in range(1, _NEAR + 1):
        at = index + step * distance
        if not 0 <= at < len(words) or not _LATIN.fullmatch(words[at]):
            break
        word, low = words[at], words[at].lower()
        if low in _JOINTS:
            found += not word.isupper()
        elif low not in _LOANS and (low in _HOUSES or not (word.isascii() or known(low))):
            found += 1
        elif word.islower():
            break
    return found

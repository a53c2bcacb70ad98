"""Words that no dictionary needs to list: formed from known ones as English forms new words."""

from __future__ import annotations

from jdlint.core.patterns.regex import late
from jdlint.core.tools import lru_cache
from jdlint.lang.en import forms, lexicon
from jdlint.lang.en.spelling import vocabulary
from jdlint.lang.lists import word_list

_PREFIXES = (
    "anti auto bio co counter cross crypto cyber de eco electro extra geo hyper inter intra macro "
    "mega meta micro mid mis mono multi nano neo neuro non out over para photo post pre proto "
    "pseudo psycho quasi radio re retro self semi socio sub super tele thermo trans ultra un "
    "under"
).split()
# those that mostly stand with a hyphen, or before terms of a science
_HYPHENED = frozenset(
    """agro aero astro cardio chemo chrono cryo ethno geno glyco hemi histo hydro immuno intra iso
    kilo lipo metallo myco onco opto organo patho pheno phospho phylo physio phyto piezo poly proteo
    radio spatio stereo techno toxico turbo ultra vaso xeno ex non pre post co""".split()
)
_SUFFIXES = (
    "able ability athon athons ee ees er ers ess fold free ful hood hoods ise ised ises ising "
    "isation ish ism ist ists ization ize ized izes izing less like ness ology or ors ship ships "
    "ward wards ware wise wide worthy y"
).split()
_BRITISH = late(r"([a-z]{3,20})is(e[ds]?|ers?|ing|ations?)")
_LONGEST_PREFIXED = 4  # letters of the word behind a prefix, at least
_RARE_PREFIXED = 5  # the same of a rare word behind one of two letters
_COMMON = 3.0  # Zipf value of a word that new words are formed from
_PART = 4  # letters of each part of a compound, at least
RUN_TOGETHER = 6  # letters of each of two words that lost the space between them, at least


def is_common(word: str) -> bool:
    """Whether a word (lower case) is in everyday use at work."""
    return word in word_list("common-words") or vocabulary.suggested(word) >= _COMMON


def _is_base(word: str) -> bool:
    return (
        vocabulary.frequency(word) > 0 or lexicon.listed(word) or word in word_list("common-words")
    )


def is_prefix(word: str) -> bool:
    """Whether new words are formed with it in front (lower case): multi-, bio-, geno-."""
    return word in _PREFIXES or word in _HYPHENED


@lru_cache(maxsize=16384)
def is_known(word: str) -> bool:
    """Whether a list has the word (lower case), or a regular form that cannot be a slip (prefered
    looks like one of prefer)."""
    if _is_base(word) or is_formed(word):
        return True
    bases = [word[:-1], word[:-2], word[:-3] + "y"] if word.endswith("s") else []
    if any(len(b) > 2 and _is_base(b) and forms.plural(b) == word for b in bases):
        return True
    if word.endswith("ings"):
        return is_known(word[:-1])
    if (british := _BRITISH.fullmatch(word)) and _is_base(f"{british[1]}iz{british[2]}"):
        return True  # strategise, of strategize
    if word.endswith("ivity") and is_common(word[:-3] + "e"):
        return True  # proactivity, of proactive
    if word.endswith("ally") and vocabulary.frequency(word[:-2]):
        return True  # biogeochemically
    if word.endswith("ly") and len(word) > 6 and lexicon.tags(word[:-2])[:1] in ("J", "E"):
        return forms.derived(word, lambda base: lexicon.tags(base) or None) == "R"
    for suffix, form in (("ing", forms.gerund), ("ed", forms.past)):
        stem = word.removesuffix(suffix)
        if stem != word and not _may_double(stem):
            verbs = (base for base in (stem, stem + "e") if "V" in lexicon.tags(base)[:2])
            return any(form(base) == word for base in verbs)
    return False


def _may_double(stem: str) -> bool:
    """Whether a verb with this stem may double its last letter: one vowel, then one consonant, at
    the end."""
    return stem[-1:] not in "aeiouwxy" and stem[-2:-1] in "aeiou" and stem[-3:-2] not in "aeiou"


@lru_cache(maxsize=4096)
def is_formed(word: str) -> bool:
    """Whether the word is of the trade, or formed as new words are: a prefix and a word, a word and
    a suffix, or two words in one."""
    trade = word_list("trade-words")
    if word in trade or (word.endswith("s") and word[:-1] in trade):
        return True
    if _is_dialect_form(word) or _is_affixed(word) or _is_daemon(word):
        return True
    if vocabulary.frequency(word[:-1]) and word.endswith("full"):
        return False  # impactfull
    return not run_together(word, small=True) and any(
        is_common(word[:at]) and is_common(word[at:]) for at in range(_PART, len(word) - _PART + 1)
    )


def _is_affixed(word: str) -> bool:
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest == word or len(rest) <= _LONGEST_PREFIXED:
            continue
        if len(rest) <= _RARE_PREFIXED and len(prefix) == len("re") and not is_common(rest):
            continue  # “relects” is no lect once more
        if _is_base(rest) or _is_inflected(rest):
            return True
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= _PART and _takes(stem, suffix):
            return True
    return False


def _is_daemon(word: str) -> bool:
    """Whether it is named as programs in the background are: containerd, systemd, auditd. What only
    a verb stands before (attachd) has lost a letter."""
    if word[-1] != "d" or word[-2:-1] in ("e", "d"):
        return False
    return vocabulary.suggested(word[:-1]) > 0 and bool({"N", "M"} & set(lexicon.tags(word[:-1])))


def _is_inflected(word: str) -> bool:
    return bool(forms.derived(word, lambda base: lexicon.tags(base) if _is_base(base) else None))


def _takes(stem: str, suffix: str) -> bool:
    """Whether a common word may stand before a suffix; one that ends in e keeps it before a
    consonant, and after c and g before -able (manageable)."""
    if suffix.startswith("ab") and vocabulary.frequency(stem + "i" + suffix[1:]):
        return False  # accessable
    if is_common(stem):
        return not (stem.endswith("e") and suffix[0] in "aeiouy")
    soft = stem[-1] in "cg" and suffix.startswith("ab")
    if stem[-1] == "e":  # foreseable: what ends in ee keeps both
        return False
    return suffix[0] in "aeiouy" and not soft and is_common(stem + "e")


def _is_dialect_form(word: str) -> bool:
    """British forms of listed verbs: organising, modelled, specialised, focusses."""
    for suffix in ("ing", "ed", "es", "er", "ers"):
        stem = word.removesuffix(suffix)
        if stem == word or len(stem) < _PART:
            continue
        if lexicon.listed(stem + "e") and stem.endswith(("is", "ys", "our")):
            return True
        if stem[-2:] in ("ll", "ss") and lexicon.listed(stem[:-1]):
            return True
    return False


_SHORT_SECOND = frozenset("if of to is are and the with for that you your".split())
_SHORT_FIRST = tuple("the our your their such this that with from and about".split())
_LONG_SECOND = 5  # letters of a word that lost the space before it: “ourgoals”, not “withal”
# what ends no compound; of 9,674 long words of manuals other verbs joined ten coinages (flipcharts)
_ONLY_VERBS = ("includes", "requires", "involves", "provides", "consists", "ensures")
_LONG_FIRST = 5  # letters of a word that a short one was joined to: “specifyif”, not “makeit”


def joined_by_slip(word: str) -> str:
    """A long word that lost the space before a short one (“specifyif”); else empty."""
    for at in range(_LONG_FIRST, len(word) - 1):
        if word[at:] in _SHORT_SECOND and is_common(word[:at]):
            return f"{word[:at]} {word[at:]}"
    return ""


def _opened_by_slip(word: str) -> str:
    """A long word that lost the space behind a short one (“thepossibility”), or a verb that lost
    it behind its noun (“roleincludes”); else empty."""
    for first in _SHORT_FIRST:
        rest = word[len(first) :]
        if word.startswith(first) and len(rest) >= _LONG_SECOND and is_common(rest):
            return f"{first} {rest}"
    for verb in _ONLY_VERBS:
        noun = word.removesuffix(verb)
        if noun != word and len(noun) >= _PART and is_common(noun) and "N" in lexicon.tags(noun):
            return f"{noun} {verb}"
    return ""


def run_together(word: str, *, small: bool) -> str:
    """Two long words that lost the space between them (a short word makes a compound), in small
    letters two of any length that make none; else empty."""
    cuts = range(RUN_TOGETHER, len(word) - RUN_TOGETHER + 1)
    common = word_list("common-words")
    for at in cuts:
        if word[:at] in common and word[at:] in common:
            return f"{word[:at]} {word[at:]}"
    return _opened_by_slip(word) if small else ""

"""Regular forms of English words: which tags a form has when its base is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator

Lookup = Callable[[str], str | None]
_VOWELS = "aeiou"


def _unsuffixed(word: str, suffix: str) -> Iterator[str]:
    """Candidate bases of a word that ends in ``suffix``: manag-e, plan(n), appl-y."""
    stem = word[: -len(suffix)]
    if len(stem) < 2:
        return
    if stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        yield stem[:-1]
    short = suffix != "s" and _doubles(stem)  # hoping is of hope: of hop it is hopping
    if short:
        yield stem + "e"
    yield stem
    if suffix != "s" and not short:
        yield stem + "e"
    if stem[-1] == "i" and suffix != "ing":
        yield stem[:-1] + "y"


def _plural_bases(word: str) -> Iterator[str]:
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("es") and word[:-2].endswith(("s", "x", "z", "ch", "sh", "o")):
        yield word[:-2]
    if not word.endswith("ss"):
        yield word[:-1]


def _first(bases: Iterator[str], lookup: Lookup, wanted: str) -> str:
    for base in bases:
        tags = lookup(base) or ""
        if any(tag in wanted for tag in tags):
            return tags
    return ""


def derived(word: str, lookup: Lookup) -> str:
    """The tags of a regular form, likeliest first; empty where no known base fits.

    ``lookup`` gives the tags of a base form or ``None``.
    """
    if word.endswith("s"):
        base = _first(_plural_bases(word), lookup, "NV")
        return "".join("P" if tag == "N" else "Z" for tag in base if tag in "NV")
    if word.endswith("ing"):
        return "G" if "V" in _first(_unsuffixed(word, "ing"), lookup, "V") else ""
    if word.endswith("ed"):
        return "DEJ" if "V" in _first(_unsuffixed(word, "ed"), lookup, "V") else ""
    if word.endswith("ly"):
        stems = (
            word[:-2],
            word[:-3] + "y",
            word[:-1] + "e",
            word[:-4] if word.endswith("ally") else word[:-2],
        )
        return "R" if _first(iter(stems), lookup, "J") else ""
    if word.endswith(("er", "est")):
        suffix = "er" if word.endswith("er") else "est"
        bases = list(_unsuffixed(word, suffix))
        if _first(iter(bases), lookup, "J")[:1] == "J":
            return "J"
        return "N" if suffix == "er" and _first(iter(bases), lookup, "V") else ""
    return ""


_IRREGULAR = {
    "person": "people",
    "child": "children",
    "man": "men",
    "woman": "women",
    "criterion": "criteria",
    "locus": "loci",
    "nucleus": "nuclei",
    "stimulus": "stimuli",
    "alumnus": "alumni",
    "fungus": "fungi",
    "bacterium": "bacteria",
    "genus": "genera",
    "taxon": "taxa",
    "stratum": "strata",
    "larva": "larvae",
    "alga": "algae",
    "vertebra": "vertebrae",
    "corpus": "corpora",
}
_SINGULAR = {plural: word for word, plural in _IRREGULAR.items()} | {"analyses": "analysis"}


def plural(word: str) -> str:
    """The plural of a noun."""
    low = word.lower()
    if low in _IRREGULAR:
        return word[0] + _IRREGULAR[low][1:]
    if low.endswith(("sis", "xis")):
        return word[:-2] + "es"
    if low.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word[:-1] + "ies" if low.endswith("y") and low[-2:-1] not in _VOWELS else word + "s"


def singular(word: str) -> str:
    """The singular of a regular plural."""
    low = word.lower()
    if low in _SINGULAR:
        return word[0] + _SINGULAR[low][1:]
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("sses", "xes", "zes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if low.endswith("s") and not low.endswith("ss") else word


_DOUBLING = frozenset(
    """admit begin commit compel confer control debug defer deter embed equip excel expel forget
    format handicap incur infer kidnap occur omit outrun overlap permit plan prefer program propel
    quit rebut recap recur refer refit regret remap remit repel reset retrofit submit transfer
    transmit unplug unwrap unzip worship upset offset input output preset""".split()
)


def _doubles(word: str) -> bool:
    """Whether the last consonant doubles before -ing and -ed: words of one short syllable (plan,
    ship, run), and longer ones that end in a stressed one (submit)."""
    if word.lower() in _DOUBLING:
        return True
    vowels = [char in _VOWELS for char in word.lower()]
    return (
        len(word) > 2
        and vowels[-3:] == [False, True, False]
        and sum(vowels) == 1
        and word[-1] not in "wxy"
    )


def gerund(word: str) -> str:
    """The -ing form of a verb."""
    if word.endswith("ic"):
        return word + "king"  # panicking
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return word + (word[-1] if _doubles(word) else "") + "ing"


def past(word: str) -> str:
    """The -ed form of a regular verb."""
    if word.endswith("ic"):
        return word + "ked"
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return word + (word[-1] if _doubles(word) else "") + "ed"


def base(word: str, lookup: Lookup) -> str:
    """The base of a verb form (understanding -> understand); the word itself where none is
    known."""
    low = word.lower()
    bases: list[Iterator[str]] = [
        _unsuffixed(low, suffix) for suffix in ("ing", "ed") if low.endswith(suffix)
    ]
    bases += [_plural_bases(low)] if low.endswith("s") else []
    for candidates in bases:
        for candidate in candidates:
            if "V" in (lookup(candidate) or ""):
                return candidate
    return word


def verb_forms(word: str) -> tuple[str, ...]:
    """The regular forms of a verb, the base first."""
    return word, plural(word), past(word), gerund(word)

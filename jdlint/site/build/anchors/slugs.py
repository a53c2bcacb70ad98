"""Heading text -> id, one function for each family of generators; and how each family numbers
duplicates.

Sources: kramdown's “Header IDs” and its GFM parser; github-slugger 2; Hugo's ``autoHeadingIDType``;
Python-Markdown's toc extension; markdown-it-anchor 9; Zola's “Heading id and anchor insertion”. The
tests compare with real builds.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from urllib.parse import quote

from jdlint.core.patterns import regex as re
from jdlint.core.tools import lru_cache

Slug = Callable[[str], str]
Number = Callable[[str, dict[str, int]], str]

_NOT_KRAMDOWN = re.late(r"[^a-zA-Z0-9 -]")
_LEADING = re.late(r"(?m)^[^a-zA-Z]+")
_ASCII_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_PYTHON_COUNT = re.late(r"^(.*)_([0-9]+)$")


@lru_cache(maxsize=4096)
def _is_word(char: str) -> bool:
    """Letters, marks, decimal and letter numbers, connectors, circled letters: Unicode's “word”
    characters."""
    if char in _ASCII_WORD:
        return True
    if char < "\x80":
        return False
    category = unicodedata.category(char)
    return category[0] in "LM" or category in ("Nd", "Nl", "Pc") or _is_circled(ord(char))


def _is_circled(code: int) -> bool:
    """Letters in a circle or a square, which Unicode counts as alphabetic."""
    return 0x24B6 <= code <= 0x24E9 or (0x1F130 <= code <= 0x1F189 and (code - 0x1F130) % 32 < 26)


def kramdown(text: str) -> str:
    """kramdown's own ids: what stands before the first ASCII letter is dropped, an empty one is
    ``section``."""
    slug = _NOT_KRAMDOWN.sub("", _LEADING.sub("", text)).replace(" ", "-").lower()
    return slug or "section"


def kramdown_gfm(text: str) -> str:
    kept = "".join(char for char in text.lower() if char in "- \t" or _is_word(char))
    return kept.replace(" ", "-").replace("\t", "-")


def github(text: str) -> str:
    return "".join(char for char in text.lower() if char in "- " or _is_word(char)).replace(
        " ", "-"
    )


def goldmark(text: str) -> str:
    """Hugo's ``github`` type: letters, digits and ``_`` stay, space and hyphen are ``-``."""
    parts = []
    for char in text.strip():
        if char in "- ":
            parts.append("-")
        elif (
            char == "_"
            or unicodedata.category(char)[0] == "L"
            or unicodedata.category(char) == "Nd"
        ):
            parts.append(char.lower()[0])
    return "".join(parts) or "heading"


def goldmark_ascii(text: str) -> str:
    """As ``github``, with accents taken off and other letters left out."""
    plain = "".join(
        char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char)
    ).strip()
    kept = "".join(char for char in plain if char < "\x80")
    parts = (
        "-" if char in "- " else char.lower() for char in kept if char in "- _" or char.isalnum()
    )
    return "".join(parts) or "heading"


def goldmark_blackfriday(text: str) -> str:
    """Runs of other characters become one hyphen, never at the ends."""
    parts: list[str] = []
    gap = False
    for char in text:
        if unicodedata.category(char)[0] == "L" or unicodedata.category(char)[0] == "N":
            if gap and parts:
                parts.append("-")
            gap = False
            parts.append(char.lower())
        else:
            gap = True
    return "".join(parts) or "heading"


def python_markdown(text: str) -> str:
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_text).strip().lower())


def markdown_it(text: str) -> str:
    return quote(re.sub(r"\s+", "-", text.strip().lower()), safe="!'()*-._~")


_ZOLA = {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d",
    "Đ": "D", "ı": "i", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th", "ð": "d", "€": "EUR",
    "©": "(c)", "®": "(r)", "™": "tm", "½": "1/2", "¼": "1/4", "¾": "3/4", "£": "GBP",
    "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "--", "…": "...", "\u00a0": " ",
}  # fmt: skip


def _latin(text: str) -> str:
    plain = "".join(_ZOLA.get(char, char) for char in unicodedata.normalize("NFC", text))
    plain = unicodedata.normalize("NFKD", plain)
    return "".join(char for char in plain if not unicodedata.combining(char))


def zola(text: str) -> str:
    """Zola's ``slugify.anchors = "on"`` (the crates slug and deunicode) for texts of Latin
    letters."""
    ascii_text = _latin(text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")


def beyond_zola(text: str) -> str:
    """A character that Zola writes in Latin letters by a table that is not here; empty for none."""
    return next((char for char in _latin(text) if char > "\x7f"), "")


_COMBINING = re.late("[\u0300-\u036f]")
_MDIT_SPECIAL = re.late("[\\s~`!@#$%^&*()\\-_+=[\\]{}|\\\\;:\"'“”‘’<>,.?/]+")


def mdit_vue(text: str) -> str:
    """VitePress' and VuePress' slug (@mdit-vue/shared): accents off, runs of signs are a hyphen, an
    underscore before a digit at the start."""
    plain = _COMBINING.sub("", unicodedata.normalize("NFKD", text))
    plain = re.sub(r"[\x00-\x1f]", "", plain)
    slug = _MDIT_SPECIAL.sub("-", plain).strip("-")
    return re.sub(r"^(?=\d)", "_", slug).lower()


_WRITTEN_OUT = {
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "æ": "ae",
    "Æ": "AE", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "þ": "th",
    "Þ": "TH", "ð": "d",
    "&": " and ", "♥": " love ", "🦄": " unicorn ",
}  # fmt: skip


def written_out(text: str) -> str:
    """Eleventy's ``slugify`` (@sindresorhus/slugify) for texts of Latin letters: umlauts as two
    letters, ``&`` as “and”, camel case apart."""
    plain = unicodedata.normalize("NFC", text)
    plain = "".join(_WRITTEN_OUT.get(char, char) for char in plain)
    plain = unicodedata.normalize("NFKD", plain)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = re.sub(r"([A-Z]{2,})(\d+)", r"\1 \2", plain)
    plain = re.sub(r"([a-z\d]+)([A-Z]{2,})", r"\1 \2", plain)
    plain = re.sub(r"([a-z\d])([A-Z])", r"\1 \2", plain)
    plain = re.sub(r"([A-Z]+)([A-Z][a-rt-z\d]+)", r"\1 \2", plain)
    plain = re.sub(r"([a-z\d]+)'([ts])(?=\s|$)", r"\1\2", plain.lower())
    return re.sub(r"[^a-z\d]+", "-", plain).strip("-")


def sphinx(text: str) -> str:
    """The id that Sphinx gives a section (docutils' ``make_id``): ASCII letters and digits, hyphens
    between, none at the start but a letter."""
    plain = text.lower().translate(_DOCUTILS)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", " ".join(plain.split()))
    return re.sub(r"^[-0-9]+|-+$", "", slug)


# docutils.nodes: letters that no normal form takes apart
_DOCUTILS = str.maketrans({"ß": "sz", "æ": "ae", "œ": "oe", "ȸ": "db", "ȹ": "qp"}) | str.maketrans(
    "øđħıłŧƀƃƈƌƒƙƚƞƥƫƭƴƶǥȥȴȵȶȷȼȿɀɇɉɋɍɏ", "odhiltbbcdfklnpttyzgzlntjcszejqry"
)


def myst(text: str) -> str:
    """MyST's slug for links within Markdown: what Python's ``\\w`` does not hold is left out, signs
    of vowels too; an empty one is none."""
    return re.sub(r"[^\w\u4e00-\u9fff\- ]", "", text.lower().replace(" ", "-"))


def pymdownx(text: str, case: str) -> str:
    """pymdownx.slugs: tags off, every sign but letters, digits, ``_`` and ``-`` left out, spaces
    are hyphens; ``case`` is none, lower, lower-ascii or fold."""
    slug = re.sub(r"</?[^>]*>", "", unicodedata.normalize("NFC", text)).strip()
    if case == "lower":
        slug = slug.lower()
    elif case == "fold":
        slug = slug.casefold()
    elif case == "lower-ascii":
        slug = "".join(char.lower() if char < "\x80" else char for char in slug)
    return re.sub(r"[^\w\- ]", "", slug).replace(" ", "-")


def number_kramdown(slug: str, used: dict[str, int]) -> str:
    """The n-th repetition gets ``-n``; a heading that is really called ``x-1`` may collide, as it
    does there."""
    count = used.get(slug, -1) + 1
    used[slug] = count
    return f"{slug}-{count}" if count else slug


def number_github(slug: str, used: dict[str, int]) -> str:
    """github-slugger: counts up until the numbered id is free."""
    unique = slug
    while unique in used:
        used[slug] += 1
        unique = f"{slug}-{used[slug]}"
    used[unique] = 0
    return unique


def number_sphinx(slug: str, used: dict[str, int]) -> str:
    """docutils: a name that is taken or empty becomes ``id1``, ``id2``…"""
    unique = slug
    while not unique or unique in used:
        used[""] = used.get("", 0) + 1
        unique = f"id{used['']}"
    used[unique] = 0
    return unique


def number_from_one(slug: str, used: dict[str, int]) -> str:
    """Goldmark, markdown-it-anchor and Zola: the first free of ``x``, ``x-1``, ``x-2``…"""
    unique, count = slug, 0
    while unique in used:
        count = max(count, used.get(slug, 0)) + 1
        unique = f"{slug}-{count}"
    used[slug] = count
    used.setdefault(unique, 0)
    return unique


def number_python(slug: str, used: dict[str, int]) -> str:
    """Python-Markdown: ``_1`` is added or counted up; an empty id is ``_1``."""
    if slug and slug not in used:
        used[slug] = 0
        return slug
    match = _PYTHON_COUNT.match(slug)
    base, count = (match[1], int(match[2])) if match else (slug, 0)
    # All numbers up to this one are taken: many equal headings stay cheap
    taken = used.get(f"\0{base}", 0)
    count = max(count, taken) if count <= taken else count
    unique = f"{base}_{count + 1}"
    while unique in used:
        count += 1
        unique = f"{base}_{count + 1}"
    if count == taken:
        used[f"\0{base}"] = count + 1
    used[unique] = 0
    return unique

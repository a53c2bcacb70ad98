"""What the tagger learns from beside the treebank: classes of words, and items of lists."""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from plant_sources import split_of

from jdlint.core.text import Source
from jdlint.lang.en.tagging import tagger
from jdlint.lang.en.tokenise import pieces, sentences
from jdlint.parse import parse

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
RAREST = -17.0  # the log chance from which a word without a cluster is listed
UNSEEN, LOWEST = -22.0, -30.0  # log chances of what was not counted
LONGEST = 24
MARKS = {"–": "--", "—": "--", "“": '"', "”": '"', "…": "...", "‘": "'"}
OPENERS = frozenset(
    """the a an our your their its this these all any each them us that new his every
    both""".split()
)
NOUN_SIGNS = frozenset(
    ("of", "in", "with", "and", "for", "to", "on", "at", "by", "from", "as", ":", ",", "(")
)
OTHERS = frozenset(("NN", "NNS", "JJ", "RB", "IN", "DT", "MD", "CD"))
MOST = 25  # items with the same first word
LEARNT = 3  # tags of an item that are learnt from; its others are only there to be seen


class Item(NamedTuple):
    """An item of a list with the tags that are learnt from it."""

    words: list[str]
    tags: list[str | None]


def groups(folder: Path) -> dict[str, str]:
    """Word in lower case -> how often it has a capital (a to h) and the path to its Brown cluster,
    from the unpacked wheel spacy-lookups-data."""
    data = folder / "spacy_lookups_data" / "data"
    clusters, chances = (
        json.loads(gzip.decompress((data / f"en_lexeme_{name}.json.gz").read_bytes()))
        for name in ("cluster", "prob")
    )
    found = {}
    for low in {word.lower().replace("’", "'") for word in clusters}:
        if not low.isprintable() or " " in low or len(low) > LONGEST:
            continue
        shapes = (low, low.capitalize(), low.upper())
        cluster = next((clusters[shape] for shape in shapes if clusters.get(shape)), 0)
        likely = max(chances.get(shape, LOWEST) for shape in shapes)
        capital = _capital(chances, low)
        if capital and (cluster or likely > RAREST):
            found[low] = capital + _path(cluster)
    return found


def _capital(chances: dict[str, float], low: str) -> str:
    plain, title, upper = (
        chances.get(shape, UNSEEN) for shape in (low, low.capitalize(), low.upper())
    )
    titled = max(title, upper) if len(low) > 1 else title
    if plain == titled == UNSEEN:
        return ""
    return "abcdefgh"[min(7, max(0, int((titled - plain + 5) / 1.5)))]


def _path(cluster: int) -> str:
    path = ""
    while cluster:
        path += DIGITS[cluster & 63]
        cluster >>= 6
    return path


def items(folders: Sequence[Path], chance: random.Random) -> list[Item]:
    """First words of the items of the folders' pages, read as “You will …” where the list is one of
    verbs, as “The …” where none of its items can be; the tagger as it stands gives the tags."""
    found: list[Item] = []
    for rows in _lists(folders):
        signs = [_sign(row) for row in rows]
        verbs, nouns = signs.count("verb"), signs.count("noun")
        for row, sign in zip(rows, signs, strict=True):
            if sign == "verb" or (not sign and verbs >= 2 and verbs >= 2 * nouns):
                found.append(_as_verb(row))
            elif not sign and nouns >= 2 and not verbs and (item := _as_noun(row)):
                found.append(item)
    chance.shuffle(found)
    share, kept, seen = _verb_share(found), list[Item](), Counter[str]()
    for item in found:
        first = item.words[0]
        sure = item.tags[0] == "VB" or item.words[1].lower() in NOUN_SIGNS or share[first] < 0.1
        if sure and seen[first] < MOST:
            seen[first] += 1
            kept.append(item)
    return kept


def _lists(folders: Sequence[Path]) -> Iterator[list[list[str]]]:
    """Runs of at least three items, cut into words."""
    for folder in folders:
        for path in sorted(folder.rglob("*.md*")):
            if split_of(str(path.relative_to(folder.parent))) != "train":
                continue
            page = parse(Source(str(path), path.read_text(encoding="utf-8", errors="replace")))
            run: list[list[str]] = []
            for block in page.blocks:
                if block.kind == "item":
                    run.append(_first_sentence(page.text(block)))
                    continue
                yield from _usable(run)
                run = []
            yield from _usable(run)


def _usable(run: list[list[str]]) -> Iterator[list[list[str]]]:
    rows = [
        row for row in run if 2 < len(row) < 40 and row[0][0].isupper() and not row[0].isupper()
    ]
    if len(rows) > 2:
        yield rows


def _first_sentence(text: str) -> list[str]:
    cut = pieces(text)
    last = sentences(text, cut)[0][1] if cut else 0
    words = [text[piece.start : piece.end].replace("’", "'") for piece in cut[:last]]
    return [MARKS.get(word, word) for word in words]


def _possible(word: str) -> tuple[str, ...]:
    return tagger.view_of(word.lower(), "").tags


def _sign(row: list[str]) -> str:
    """“verb” where the first word must be one here, “noun” where it can be none, else nothing."""
    tags = _possible(row[0])
    if "VB" not in tags:
        return "noun"
    after = 1
    while (
        after + 1 < len(row)
        and row[after] in (",", "and", "or", "&")
        and "VB" in _possible(row[after + 1])
    ):
        after += 2
    before_object = after < len(row) and row[after].lower() in OPENERS
    return "verb" if before_object or not OTHERS & set(tags) else ""


def _as_verb(row: list[str]) -> Item:
    tags: list[str | None] = [
        own.tag for own in tagger.tag(["You", "will", row[0].lower(), *row[1:]])[2:]
    ]
    tags[0] = "VB"
    return Item(row, _learnt(tags))


def _as_noun(row: list[str]) -> Item | None:
    tags: list[str | None] = [own.tag for own in tagger.tag(["The", row[0].lower(), *row[1:]])[1:]]
    return None if tags[0] in ("VB", "VBP") else Item(row, _learnt(tags))


def _learnt(tags: list[str | None]) -> list[str | None]:
    return [tag if number < LEARNT else None for number, tag in enumerate(tags)]


def _verb_share(found: list[Item]) -> dict[str, float]:
    totals, verbs = Counter[str](), Counter[str]()
    for item in found:
        totals[item.words[0]] += 1
        verbs[item.words[0]] += item.tags[0] == "VB"
    return {word: verbs[word] / total for word, total in totals.items()}

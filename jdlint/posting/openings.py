"""How a list item opens: with an imperative, a gerund, a noun, a clause. Unsure means more than
one, or none."""

from __future__ import annotations

import re
from functools import lru_cache

from jdlint.core.words import word_set
from jdlint.lang.en.forms import base, gerund
from jdlint.lang.en.lexicon import tags

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_LABEL = re.compile(r"[^.:]{1,60}?(?::|\s[–—-])\s")
# a line that takes over another list is no item of its own
_REFERENCE = re.compile(
    r"(?:Extends?|Includes?|Same|Meets?|All|Everything|The|Plus|And|As) (?:of |that |all |as |to |the |[^.]{0,80}\b)?"
    r"(?:responsibilities|requirements|qualifications|duties|above|same)\b|Extends? (?:that|those|the)\b",
    re.IGNORECASE,
)
_DIRECT = word_set(
    "the a an our your their its his her this that these those all any each every both some new "
    "us them it you we as with "
    "to for on in at from into across through alongside closely how what when whether why who "
    "out up off down over back "
    "together forward"
)
_PRONOUNS = word_set("you we they i he she it there who someone")
_DETERMINERS = word_set(
    "the a an our your their this these all each every any several many no some"
)
_AUXILIARIES = word_set("is are has does will must can should may might would could am was were")
_SKIPPED = word_set("please then also always next not never directly")
# lexicons know these as nouns only, postings open duties with them
_VERBS = word_set(
    "onboard offboard mentor liaise champion partner architect pioneer interface author source "
    "shadow pilot evangelize triage ideate "
    "scope staff whiteboard script host field steward screen chair blog coach counsel prototype troubleshoot benchmark "
    "strategize operationalize productize dogfood groom spearhead streamline incentivize contextualize socialize liase "
    "audit iterate socialise synthesise synthesize upskill cross-train hire refactor debug deploy automate instrument "
    "stakeholder-manage co-create co-lead co-own role-model lead own work support drive design "
    "build plan report manage "
    "help review research test document process handle schedule forecast market interview monitor network program "
    "advocate increase decrease reduce raise boost project-manage budget tailor surface oversee "
    "guide train educate empower enable engage ensure evaluate execute "
    "facilitate identify implement improve influence maintain measure negotiate optimize optimise organize organise "
    "present prepare produce promote propose provide recommend recruit represent resolve respond serve set share "
    "shape solve speak study supervise take teach track translate troubleshoot understand update use validate write "
    "act answer assist attend balance be become bring call care check clean close collaborate collect "
    "communicate complete conduct contribute coordinate create define deliver demonstrate develop discover do "
    "encourage escalate establish explain explore find follow foster gather generate get give go grow have hold "
    "inspire install interact investigate join keep know learn leverage listen look love make meet model "
    "move offer open operate order own participate partner perform place play prioritize prospect "
    "protect pull push qualify raise read reach repair run sell send ship show sign start stay stop "
    "strengthen submit talk target tell travel turn visit walk watch welcome win wire answer "
    "load unload pack pick drive "
    "fit trade balance cook curate steer scale map chart master code fix post spot list pitch land score rank profile"
)
# and these as verbs, though in postings they are nouns or adjectives
_NOUNS = word_set(
    "experience demand interest passion desire need comfort respect knowledge proficiency discretion degree minimum "
    "background excellent strong account customer market product project quality process budget "
    "risk business change data level "
    "proven demonstrated solid good great prior previous relevant basic advanced senior junior "
    "lead-time team office stock "
    "comfortable familiar fluent fluency bachelor bachelor's master's masters undergraduate "
    "outstanding exceptional exposure "
    "bonus salary pay paid overtime holiday pension insurance time flexible remote travel home health free full "
    "contact core key direct complete content live open own secure present perfect subject total vendor value "
    "candidate applicants candidates experienced aptitude attention capacity command competence creative "
    "commitment confidence curiosity empathy evidence judgment patience pride trust willingness"
)
IMPERATIVE, GERUND, THIRD, NOUN, CLAUSE, OTHER = (
    "imperative",
    "gerund",
    "third",
    "noun",
    "clause",
    "other",
)
Forms = frozenset[str]


def opening(text: str) -> re.Match[str] | None:
    """The first word of an item that tells its form: marks and adverbs in front are passed over."""
    match = _WORD.search(text)
    while match is not None and (match[0].lower() in _SKIPPED or _is_adverb(match[0].lower())):
        following = _WORD.search(text, match.end())
        if following is None or text[match.end() : following.start()].strip():
            return match
        match = following
    return match


@lru_cache(maxsize=2048)
def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4 and tags(word)[:1] in ("R", "")


@lru_cache(maxsize=4096)
def word_forms(word: str) -> Forms:
    """What an item that opens with ``word`` (lower case) can be, whatever follows."""
    if word in _PRONOUNS:
        return frozenset((CLAUSE,))
    if word in _DETERMINERS:
        return frozenset((NOUN,))
    if word in _AUXILIARIES:
        return frozenset((THIRD,)) if word in ("is", "has", "does") else frozenset()
    if word == "to":
        return frozenset((OTHER,))
    known = tags(word)
    found = set[str]()
    if (
        word.endswith("ing")
        and len(word) > 4
        and ("G" in known or not known or base(word, tags) != word)
    ):
        return frozenset(
            (GERUND, NOUN) if known[:1] in ("M", "N", "J") and "G" in known else (GERUND,)
        )
    if word.endswith("ing") and len(word) > 6 and "J" not in known:
        return frozenset((GERUND, NOUN))  # invoicing
    inflected = (
        word.endswith(("s", "ed"))
        and not word.endswith("ss")
        and word not in _VERBS
        and base(word, tags) != word
    )
    named = word in _VERBS or word in ("be", "do", "have")
    if named or (not inflected and word not in _NOUNS and _is_verb(word, known)):
        found.add(IMPERATIVE)
    if "Z" in known or (inflected and word.endswith("s")):
        found.add(THIRD)
    if set(known) & set("NMPJED") and known[:1] not in ("I", "S", "W", "C"):
        found.add(NOUN)
    return frozenset(found)


def _is_verb(word: str, known: str) -> bool:
    """Whether a word is a verb too, for the lexicon or because it has an -ing form there (display,
    displaying)."""
    return "V" in known or ("N" in known and "G" in tags(gerund(word)))


def forms(text: str) -> Forms:
    """What an item can be; empty where nothing is sure (names, labels, prepositions, figures)."""
    first = opening(text)
    if (
        first is None
        or (first[0].isupper() and len(first[0]) > 1)
        or text[: first.start()].strip(" ([“‘\"'")[:1].isdigit()
        or _LABEL.match(text)
        or _REFERENCE.match(text)
    ):
        return frozenset()
    if text.rstrip().endswith("?"):
        return frozenset((CLAUSE,))
    word = first[0].lower().replace("’", "'")
    rest = text[first.end() : first.end() + 40]
    following = _WORD.match(rest.lstrip())
    after = following[0].lower() if following else ""
    if word in _NOUNS and after in _DETERMINERS and "V" in tags(word):
        return frozenset((IMPERATIVE,))
    found = word_forms(word)
    if len(found) < 2:
        return found
    if IMPERATIVE in found and text[: first.start()].strip(" (").isalpha():
        return frozenset((IMPERATIVE,))  # an adverb stands before it
    if rest[:1] == " " and after in _DIRECT and IMPERATIVE in found and word not in _NOUNS:
        return frozenset((IMPERATIVE,))
    if THIRD in found and (after in _DETERMINERS or after in ("with", "as")):
        return frozenset((THIRD,))
    if IMPERATIVE in found and not rest.strip(" .;,"):
        return frozenset()
    return found

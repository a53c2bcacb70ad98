"""Pronouns that make a candidate a man or a woman."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns import regex as re
from jdlint.core.words import like

_SUBJECT, _OBJECT, _OWN = r"he|she", r"him|her", r"his|her|hers"
_JOINT = r"(?: ?/ ?| or | and )"
_PAIR = re.late(
    rf"\b(?:(?P<subject>(?:he{_JOINT}she|she{_JOINT}he|s/he)\b|\(s\)he\b)|(?P<reflexive>(?:him(?:se"
    rf"lf)?{_JOINT}herself|her(?:self)?{_JOINT}himself)\b)"
    rf"|(?P<theirs>his{_JOINT}hers\b)|(?P<own>(?:his{_JOINT}her|her{_JOINT}his)\b)|(?P<object>(?:hi"
    rf"m{_JOINT}her|her{_JOINT}him)\b))"
    r"(?P<verb> (?:is|was|has|does|will|can|could|may|might|must|shall|should|would|had|did)\b)?",
    re.IGNORECASE,
)
_SHE = re.late(r"\(s\)he\b", re.IGNORECASE)
_ONE = re.late(r"\b(?:he|she|him|his|hers|himself|herself|her)\b(?!/)(?!\w)", re.IGNORECASE)
_BETTER = {
    "subject": "they",
    "reflexive": "themselves",
    "theirs": "theirs",
    "own": "their",
    "object": "them",
}
_PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do"}
# a person who is named may be “she”; a list of pronouns is an offer, not a guess
_NAMED = re.late(
    r"(?:^|[^.\s] |[.] )[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-zà-ÿ]+\b|\b(?:Mr|Mrs|Ms|Dr)\.? [A-Z]|"
    r"\bpronouns?\b|\bMajesty\b|[“\"]"
    # somebody who is there already, and known: whom the post stands in for, say
    r"|\b(?:our|the) (?:current|present|outgoing|previous|former)\b|\b(?:mater|pater)nity leave\b"
    # whose gender is what the sentence is about
    r"|\b(?:[Ff]e)?male (?:applicant|candidate|competitor|colleague|employee|person)s?\b"
)
_ROLES = (
    r"candidate|applicant|employee|incumbent|hire|person|someone|anyone|everyone|manager|engineer"
    r"|developer|successful|colleague|lead|leader|assistant|representative|consultant|specialist"
    r"|worker|technician|installer"
)
_ROLE = re.late(rf"\b(?:{_ROLES}|who|each|every|any|a|an)\b", re.IGNORECASE)
# a role beside a name leaves open whose pronoun it is
_SOMEBODY = re.late(rf"\b(?:{_ROLES}|(?:each|every|any) \w+)\b", re.IGNORECASE)
# somebody whose first name alone stands before what a person does: “allows Ana to”, “Ana will”
_FIRST_NAME = re.late(
    r"(?:^|[\s(])(?P<name>[A-Z][a-zà-ÿ]{2,})(?:['’]s \w|(?:,? and)? "
    r"(?:to|will|would|can|could|is|was|has|had|who|founded|leads|runs|asks|helps)\b)"
)
# somebody to write to, or to work with, at the end of a sentence
_MET = re.late(
    r"\b(?:to|with|contact|e-?mail|call|ask|meet|message|ping|by) (?P<name>[A-Z][a-zà-ÿ]{2,})"
    r"(?: (?:at|via|on|by|in) [^.!?,;:]{1,40}| \([^.!?()]{1,60}\))?[.!?]\s*\Z"
)
# somebody to whom the next words send the reader: “contact Ana first to see if she”
_ASKED = re.late(
    r"\b(?:[Cc]ontact|[Ee]-?mail|[Aa]sk|[Cc]all|[Mm]eet|[Mm]essage|[Pp]ing|[Rr]each out to"
    r"|[Tt]alk to|[Ww]rite to|[Ss]peak (?:to|with)) (?P<name>[A-Z][a-zà-ÿ]{2,})\b(?! [A-Z])"
    r"(?: first| directly| early)?,? (?:to (?:see|ask|check|find out|know)|and (?:see|ask|check)"
    r"|so that|whether|if|when|before|about|for|he\b|she\b)"
)
_SOUGHT = re.late(r"\b(?:an?|every|each|any|the) (?:[a-z-]+ ){1,3}(?:who|whose|that)\b")
_STOP = re.late(r"[.!?][)”\"]*\s+")
_LISTED = re.late(
    r"\(?\b(?:she|he|they)/(?:her|him|them)(?:/(?:hers|his|theirs))?\b\)?", re.IGNORECASE
)


@dataclass(frozen=True)
class GenderedPronouns:
    """``report: pair`` finds “his/her”, “he or she” and the like, once each, with one edit; ``one``
    finds single pronouns.

    “(she/her)” says what someone is called and is left alone. A single pronoun in a paragraph that
    names a person is left alone, and later ones in a paragraph are left to the first one's finding.
    Values: ``found``, ``better``.
    """

    report: str
    scope: tuple[str, ...] = ("prose", "title", "headings")
    unless_block: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        kinds_of(self.scope)
        if self.report not in ("pair", "one"):
            raise ValueError("“report” is pair or one")

    @property
    def needles(self) -> Sequence[str]:
        if self.report == "pair":
            pairs = [
                f"{a}{joint}"
                for a in ("he", "she", "his", "her", "him", "himself", "herself")
                for joint in ("/", " / ", " or ", " and ")
            ]
            return (
                *(f" {pair}" for pair in pairs),
                *(f"\n{pair}" for pair in pairs),
                "(s)he",
                "s/he",
                "(he/",
                "(she/",
                "(his/",
                "(her/",
                "(him/",
            )
        words = ("he", "she", "his", "her", "him", "himself", "herself")
        return tuple(
            f"{start}{word}{end}"
            for word in words
            for start in (" ", "\n", "(")
            for end in " ,.;:’'\n)"
        )

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        kinds, done = kinds_of(self.scope), -1
        for hit in sorted(hits, key=lambda h: h.start):
            block = page.block_at(hit.start + 1)
            if block.start <= done or block.kind not in kinds:
                continue
            done = block.start
            yield from (
                self._pairs(page, block) if self.report == "pair" else self._single(page, block)
            )

    def _pairs(self, page: Page, block: Block) -> Iterator[Finding]:
        text = page.text(block)
        listed = [
            m.span()
            for m in _LISTED.finditer(text)
            if m[0].startswith("(") or "pronoun" in text.lower()
        ]
        for match in (*_PAIR.finditer(text), *_SHE.finditer(text)):
            if any(a <= match.start() < b for a, b in listed):
                continue
            groups = match.groupdict() or {"subject": match[0], "verb": None}
            kind = next(name for name in _BETTER if groups.get(name))
            end = match.end(kind) if match.re.groups else match.end()
            yield self._finding(
                page, block, match.start(), end, kind, (groups.get("verb") or "").strip()
            )

    def _finding(
        self, page: Page, block: Block, start: int, end: int, kind: str, verb: str
    ) -> Finding:
        found = page.text(block)[start:end]
        at, better = block.start + start, like(found, _BETTER[kind])
        span = page.prose.span(at, at + len(found))
        whole = at + len(found) + (len(verb) + 1 if verb else 0)
        edits: tuple[Edit, ...] = ()
        # “they” needs the verb's plural, so a subject is only rewritten where its verb is known
        if page.exact(at, whole) and (kind != "subject" or verb):
            text = f"{better} {_PLURAL.get(verb.lower(), verb)}" if kind == "subject" else better
            edits = (Edit(page.prose.span(at, whole) if kind == "subject" else span, text),)
        return Finding(span, {"found": found, "better": better}, edits)

    def _single(self, page: Page, block: Block) -> Iterator[Finding]:
        text = page.text(block)
        if not _ROLE.search(text) or _NAMED.search(text):
            return
        match = _ONE.search(text)
        if (
            match is None
            or match[0] == "HIS"
            or _PAIR.search(text)
            or _SHE.search(text)
            or _LISTED.search(text)
        ):
            return
        if _of_named(text, match.start()):
            return
        at = block.start + match.start()
        better = {
            "he": "they",
            "she": "they",
            "him": "them",
            "his": "their",
            "hers": "theirs",
            "her": "their",
        }
        word = like(match[0], better.get(match[0].lower(), "themselves"))
        yield Finding(page.prose.span(at, at + len(match[0])), {"found": match[0], "better": word})


def _of_named(text: str, at: int) -> bool:
    """Whether a pronoun is that of somebody named by first name: in its sentence before it, or as
    the subject of the sentence before."""
    starts = [0, *(stop.end() for stop in _STOP.finditer(text, 0, at))]
    if _names(text[starts[-1] : at], opens=False):
        return True
    if len(starts) == 1:
        return False
    before = text[starts[-2] : starts[-1]]
    opens = starts[-1] == at  # “He will answer.”
    return _names(before, opens=True) or (opens and _leads_to(before))


def _leads_to(words: str) -> bool:
    """Whether a sentence ends with whom one writes to or meets: “please reach out to Ana.”"""
    from jdlint.lang.en.lexicon import tags

    found = _MET.search(words)
    return found is not None and not tags(found["name"].lower())


def _is_asked(words: str) -> bool:
    """Whether a sentence sends its reader to somebody by first name, who is no department."""
    from jdlint.lang.en.lexicon import tags

    found = _ASKED.search(words)
    if found is None or _SOMEBODY.search(words, found.end()):
        return False
    return not tags(found["name"].lower())


def _names(words: str, *, opens: bool) -> bool:
    """Whether a person is named in words that name no role; ``opens``: as their first word."""
    from jdlint.lang.en.lexicon import tags

    if _is_asked(words):
        return True
    if _SOMEBODY.search(words) or _SOUGHT.search(words):
        return False
    found = _FIRST_NAME.match(words) if opens else _FIRST_NAME.search(words)
    return found is not None and not (found.start("name") == 0 and tags(found["name"].lower()))

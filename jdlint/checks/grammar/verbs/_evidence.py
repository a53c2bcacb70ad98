"""How much a slot asks for another form, by what the lexicon lets its neighbours be."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jdlint.checks.grammar.verbs._slots import ANYBODY, BEFORE_ING, INVERTED, Slot
from jdlint.core.light import NamedTuple
from jdlint.lang.en.lexicon import tags
from jdlint.lang.en.tokens import QUOTING, Words
from jdlint.lang.en.wordforms.paradigm import BASE, ING, PAST, THIRD

NEVER = 99.0  # log odds that no place has
NOUN = 1.1  # more is asked of what is a noun rather (work, design)
HARD = -2.6  # less is asked where no reading is right (how to mending, people who mending)
WEAK = 1.5  # more is asked where a neighbour lets the word be something else
_NEGATED = frozenset("don't doesn't didn't".split())
_ONLY_SUBJECTS = frozenset("we they i he she who".split())
_PRONOUNS = frozenset("we they i he she you it".split())
# before “you”, these open a clause of which it is the subject
_OPENERS = frozenset(
    """and or but that if when where how why what because while as so once whether which before
    after until since""".split()
)
_CLEFT = frozenset("do does did done what thing step way goal practice".split())
_STOPS = frozenset(".!?:;,()")
_AUXILIARY = frozenset("XK")
_BEFORE_NOUN = frozenset("TJ$")  # before a will, a can, a might
_AFTER_VERB = frozenset("TUNMPJOH")  # an object
_NEVER = frozenset(
    """learnt spelt spilt smelt guys folks given concerning including regarding following
    depending""".split()
)
_ADJECTIVES = frozenset("close loathe present secure separate content prompt onboard".split())
# before “to” with a base form, never with -ing
_HARD = frozenset("how need needs needed want wants wanted able try tries tried decide".split())
_CLOSE = frozenset("close closer closest near nearer nearest".split())  # how close we are to …
_MODALS = frozenset("could should would must may might can will".split())
_TURNED = frozenset(("so", "nor", "neither"))
_ASKED = frozenset("invited asked".split())  # to parties, to dances
_GAP = frozenset(("which", "that", "whom"))
_WHOSE = frozenset("those he she anyone everyone anybody people ones".split())
_AFTER_NOUN = frozenset("that which who and or , . ! ? : ;".split())  # work that must be done
_AS_NOUNS = frozenset((("cause", "for"), ("host", "to"), ("go", "."), ("go", "!")))
# what differs by something, or is put in order by it
_PARTED = frozenset(
    """vary varies varied varying differ differs differing sort sorts sorted sorting group groups
    grouped grouping filter filters filtered filtering rank ranked split ordered broken listed
    divided segmented classified organised organized down paid priced charged billed""".split()
)
_FAR = 12  # words to the left in which another reading is looked for


class Licences(NamedTuple):
    """Words after which “to” stands before a base form, and after which it may stand before
    -ing."""

    infinitive: frozenset[str]
    gerund: frozenset[str]


def doubt(cut: Words, slot: Slot, licences: Licences) -> float:
    """The log odds that must be added to those that are asked of a slot of its kind; ``NEVER``
    where its word may be right."""
    word = cut.lowers[slot.at]
    if word in _NEVER or not _is_word(cut, slot.at):
        return NEVER
    if cut.lowers[max(slot.trigger - 1, 0) : slot.at] == ["just", "about"]:
        return NEVER  # “a week should just about do it”
    if word == "found" and slot.kind in ("to", "modal") and _after(cut, slot) in _AFTER_VERB:
        return NEVER  # to found a company
    if _right_after_all(cut, slot):
        return NEVER
    noun = slot.form.kind in (BASE, THIRD) and tags(slot.form.lemma)[:1] in ("N", "M")
    own = _after_to(cut, slot, licences) if slot.kind == "to" else _DOUBTS[slot.kind](cut, slot)
    return own + NOUN * noun


def _right_after_all(cut: Words, slot: Slot) -> bool:
    """Whether a clause that starts further left, or what follows, makes a form right."""
    trigger, lowers = slot.trigger, cut.lowers
    before = lowers[trigger - 1] if trigger else ""
    right = _right(cut, slot)
    if slot.kind in ("do", "have") and before in ("who", "that"):
        return trigger > 1 and lowers[trigger - 2] in _WHOSE  # those who do not require it
    if slot.kind == "modal":  # or should ropes be kept; as tides differ, so will results
        noun = slot.form.kind == THIRD and "P" in tags(lowers[slot.at])
        return (noun and right == "be") or (before in _TURNED and right in _STOPS)
    if slot.kind == "preposition":
        return lowers[trigger] == "while" and before == "a"  # once in a while see
    if slot.kind == "have":
        return slot.form.lemma in ("have", "do", "be") and _in_gap(cut, trigger)
    return slot.kind == "to" and slot.form.kind != ING and _in_gap(cut, trigger)


def _in_gap(cut: Words, trigger: int) -> bool:
    """Whether the object of what ends at a word stands further left: “the tours she was invited to
    gave”, “the boat that we have does sail”."""
    for at in range(trigger - 1, max(trigger - _FAR, 0), -1):
        if cut.lowers[at] in _STOPS:
            return False
        if cut.lowers[at] in _PRONOUNS:
            before = cut.lowers[at - 1]
            noun = cut.options[at - 1][0] in "NMP#" and cut.options[at - 1] != "NV"
            return before in _GAP or (noun and before not in _OPENERS)
    return False


def _after(cut: Words, slot: Slot) -> str:
    """The likeliest tag of the word after the verb."""
    return cut.options[slot.at + 1][0] if slot.at + 1 < len(cut) else "."


def _right(cut: Words, slot: Slot) -> str:
    """The word after the verb."""
    return cut.lowers[slot.at + 1] if slot.at + 1 < len(cut) else "."


def _is_word(cut: Words, at: int) -> bool:
    """Whether a word stands between spaces, or before a mark, and not in quotes."""
    start, end = cut.starts[at], cut.end(at)
    return cut.text[start - 1 : start] in (" ", "\n") and cut.text[end : end + 1] not in QUOTING


def _after_to(cut: Words, slot: Slot, licences: Licences) -> float:
    left = cut.lowers[max(slot.trigger - _FAR, 0) : slot.trigger]
    if slot.form.kind == BASE:
        return 0 if left and left[-1] in BEFORE_ING else NEVER
    if not left:
        return NEVER
    known = tags(cut.lowers[slot.at])
    if left[-1] in _ASKED and "P" in known:
        return NEVER
    if slot.form.kind == ING and _CLOSE.intersection(left):
        return NEVER
    # a noun (“the time to mend”) may belong to a word further left that takes “to” with -ing
    loose = cut.options[slot.trigger - 1][0] in "NMPUOW"
    if loose and licences.gerund.intersection(left):
        return NEVER
    if slot.form.kind == THIRD and "P" not in known:
        verb = cut.options[slot.trigger - 1][0] in "VZGDER"  # the site you apply to asks for it
        return NEVER if verb and left[-1] not in licences.infinitive else 0
    if left[-1] not in licences.infinitive:
        return NEVER
    if slot.form.kind == ING and "from" in left and left[-1].endswith("ing"):
        return NEVER  # from starting to stopping the pump
    if slot.form.kind == ING and left[-1] in _HARD:
        return HARD
    return WEAK if loose and slot.form.kind == THIRD and not _object(cut, slot) else 0


def _object(cut: Words, slot: Slot) -> bool:
    return _after(cut, slot) in _AFTER_VERB


def _after_modal(cut: Words, slot: Slot) -> float:
    trigger = slot.trigger
    before = cut.lowers[trigger - 1] if trigger else "."
    if not cut.texts[trigger].islower() and before not in _STOPS:
        return NEVER  # a name (Will), or a title
    if cut.lowers[trigger + 1] in INVERTED or "'" in cut.lowers[trigger]:
        return 0
    if cut.lowers[trigger + 1] in ANYBODY:
        return 0 if _asked(cut, slot) else NEVER
    if not trigger or before in (".", "!", "?", ":", ";"):
        return NEVER
    options = cut.options[trigger - 1]
    if "U" in options or before in ("who", "that", "which"):
        return 0
    if options[0] in _BEFORE_NOUN or options[0] in "IW" or before == "only":
        return NEVER
    if before == "," and slot.form.kind == THIRD:
        return NEVER  # so, can boats and docks
    return 0 if options[0] in "NMPOHC" else WEAK / 2


def _asked(cut: Words, slot: Slot) -> bool:
    """Whether “anyone” stands between an auxiliary and its verb."""
    after = slot.at > slot.trigger + 1 and cut.lowers[slot.trigger + 1] in ANYBODY
    return after and slot.form.kind != ING  # could somebody sailing by call us


def _after_do(cut: Words, slot: Slot) -> float:
    trigger = slot.trigger
    options = cut.options[trigger - 1] if trigger else "."
    opens = not set("W.C").isdisjoint(options)
    inverted = opens and (cut.lowers[trigger + 1] in INVERTED or _asked(cut, slot))
    negated = cut.lowers[trigger] in _NEGATED or "not" in cut.lowers[trigger : slot.at]
    return 0 if inverted or negated else NEVER


def _after_have(cut: Words, slot: Slot) -> float:
    if slot.form.kind == THIRD and "P" in tags(cut.lowers[slot.at]):
        return NEVER
    before = cut.lowers[slot.trigger - 1] if slot.trigger else ""
    noun = tags(cut.lowers[slot.at])[:1] in ("N", "M") and before not in _MODALS
    if noun and _right(cut, slot) in _AFTER_NOUN:
        told = cut.options[slot.at + 2][:1] if slot.at + 2 < len(cut) else "."
        if _right(cut, slot) != "that" or told in "KXZD":
            return NEVER  # we have work that must be done
    asked = cut.lowers[slot.trigger + 1] in INVERTED
    if asked and tags(cut.lowers[slot.at])[:1] != "V":
        return NEVER  # have you work for us
    person = asked or before in _ONLY_SUBJECTS or before == "you" or "'" in cut.lowers[slot.trigger]
    return 0 if person else WEAK / 3 if before else NEVER


def _after_be(cut: Words, slot: Slot) -> float:
    left = cut.lowers[max(slot.trigger - _FAR, 0) : slot.trigger]
    known = tags(cut.lowers[slot.at])
    adjective = known[:1] == "J" or cut.lowers[slot.at] in _ADJECTIVES
    cleft = cut.lowers[slot.trigger] in ("is", "was") and _CLEFT.intersection(left)
    if adjective or "E" in known or cleft or "there" in left:
        return NEVER
    asked = cut.lowers[slot.trigger + 1] in INVERTED
    if asked and (known[:1] != "V" or "J" in known):
        return NEVER  # is it work
    right = _right(cut, slot)
    role = left[-1:] == ["to"] and known[:1] in ("N", "M") and right in _STOPS
    if role or (cut.lowers[slot.at], right) in _AS_NOUNS:
        return NEVER  # a storm is cause for rest, my turn to be host
    # we are boat company people
    return WEAK if known[:1] in ("N", "M") and _after(cut, slot) in "NMP" else 0


def _after_person(cut: Words, slot: Slot) -> float:
    """Whether a pronoun is the subject of the verb: no auxiliary or verb stands before it."""
    trigger = slot.trigger
    before = cut.lowers[trigger - 1] if trigger else "."
    options = cut.options[trigger - 1] if trigger else "."
    if _AUXILIARY.intersection(options):
        return NEVER
    if cut.texts[trigger] == "i" and options[0] in "NMP":
        return NEVER  # the level i
    if cut.lowers[trigger] == "who" and options[0] in "NPU":
        return HARD
    if cut.lowers[trigger] in _ONLY_SUBJECTS or before in _OPENERS or before in _STOPS:
        return 0
    return NEVER


def _after_preposition(cut: Words, slot: Slot) -> float:
    known = tags(cut.lowers[slot.at])
    parted = slot.trigger and cut.lowers[slot.trigger - 1] in _PARTED
    if parted and cut.lowers[slot.trigger] == "by" and "N" in known:
        return NEVER  # prices vary by match
    after = cut.options[slot.at + 1] if slot.at + 1 < len(cut) else "."
    if known == "V" or not set("TU").isdisjoint(after):
        return WEAK if known[:1] in ("N", "M") else 0  # for work the crew likes
    if known[:1] != "V":
        return NEVER
    return 0 if after[0] in _AFTER_VERB else WEAK


def _after_command(cut: Words, slot: Slot) -> float:
    plural = slot.form.kind == THIRD and "P" in tags(cut.lowers[slot.at])
    return NEVER if plural or slot.form.kind not in (ING, PAST, THIRD) else 0


def _after_help(cut: Words, slot: Slot) -> float:
    return 0 if cut.lowers[slot.trigger + 1] in ("us", "you", "them", "me") else NEVER


_DOUBTS: Mapping[str, Callable[[Words, Slot], float]] = {
    "modal": _after_modal,
    "do": _after_do,
    "have": _after_have,
    "be": _after_be,
    "person": _after_person,
    "preposition": _after_preposition,
    "command": _after_command,
    "help": _after_help,
}

"""Which indefinite article a word asks for when it is read aloud."""

from __future__ import annotations

from jdlint.core.patterns import regex as re

# “u” as in “you”, and “one”: written with a vowel, spoken with a consonant.
_CONSONANT = re.late(
    r"(?:uni(?![nm]|d[ei])|unan|use|usa|usu|uti|ubi|ura|uro|ute|uk|eu|ew|one(?![a-z])|once|oui"
    r"|u[- ])"
)
_EIGHT_OR_ELEVEN = re.late(r"8|1[18](?!\d)")  # eight, eighty, eleven, eighteen
_SILENT_H = re.late(r"(?:hour|honest|hono|heir)")


# letters that stand alone before a hyphen are read by their names: an n-byte word, a u-bolt
_LETTER = re.late(r"[fhlmnrsx][-‑]")


def spoken(word: str) -> str:
    """The article that a word asks for when it is read aloud."""
    if word[0] in "aeiou":
        return "a" if _CONSONANT.match(word) else "an"
    if _SILENT_H.match(word) or _LETTER.match(word):
        return "an"
    if word[0].isdigit():
        return "an" if _EIGHT_OR_ELEVEN.match(word) else ""
    return "a"

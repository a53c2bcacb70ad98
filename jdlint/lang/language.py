"""Languages: their names, and which of them a rule is for."""

from __future__ import annotations

from collections.abc import Sequence

# those that ``detect`` tells; in the order of their codes
NAMES = {
    "cs": "Czech", "da": "Danish", "de": "German", "en": "English", "es": "Spanish",
    "fi": "Finnish", "fr": "French", "hu": "Hungarian", "it": "Italian", "lt": "Lithuanian",
    "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "sk": "Slovak", "sl": "Slovenian", "sv": "Swedish", "tr": "Turkish",
}  # fmt: skip


def name_of(code: str) -> str:
    """A language's name, or its code where nobody knows it."""
    unknown = "a language that jdlint does not know"
    return NAMES.get(code) or (unknown if code == "und" else code)


def said_of(languages: Sequence[str]) -> str:
    """The languages of a rule as people read them; empty for all."""
    names = [name_of(code) for code in languages if code != "all"]
    if len(names) < len(languages):
        return ""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))

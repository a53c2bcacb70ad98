"""English: word classes, forms, spelling, what goes with what; how days are named, as data."""

from __future__ import annotations

from jdlint.lang.language import Language

# months of German and French pages stand on English ones too
LANGUAGE = Language(
    code="en",
    months=(
        "Jan(?:uary|uar|vier)?", "Feb(?:ruary|ruar)?|F[ée]vrier", "Mar(?:ch|s)?|März",
        "Apr(?:il)?|Avril", "Ma[iy]", "June?|Jun?i|Juin", "July?|Juillet", "Aug(?:ust)?|Ao[ûu]t",
        "Sept?(?:ember|embre)?", "O[ck]t(?:ober|obre)?", "Nov(?:ember|embre)?",
        "De[cz](?:ember)?|D[ée]cembre",
    ),
    weekdays=(
        r"Mon(?:day)?\.?", r"Tues?(?:day)?\.?", r"Wed(?:nes)?(?:day)?\.?",
        r"Thu(?:rs?)?(?:day)?\.?", r"Fri(?:day)?\.?", r"Sat(?:ur)?(?:day)?\.?",
        r"Sun(?:day)?\.?",
    ),
    before_day="(?: the)?",
    after_day=r"(?:st|nd|rd|th|\.|er)?(?: of)?",
    before_year=r"\.?,?",
)  # fmt: skip

"""Dutch: what postings say, as data."""

from __future__ import annotations

from jdlint.core.words import word_set
from jdlint.lang.language import Language

LANGUAGE = Language(
    code="nl",
    months=(
        r"jan(?:uari|\.)?", r"feb(?:ruari|\.)?", r"maart|mrt\.?", r"apr(?:il|\.)?", "mei",
        r"juni?\.?", r"juli?\.?", r"aug(?:ustus|\.)?", r"sept?(?:ember|\.)?", r"okt(?:ober|\.)?",
        r"nov(?:ember|\.)?", r"dec(?:ember|\.)?",
    ),
    weekdays=("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    day_first="/-",
    to="tot(?: en met)?",
    between="tussen(?: de)?",
    joined="en",
    down=r"\b(?:verla|bespar|verminder|daal|terugbr)",
    pay=r"salaris|loon|bruto|netto|per (?:maand|jaar|uur)|/ ?(?:maand|jaar|uur)|schaal|vergoeding",
    open_pay=r"(?:marktconform|goed|uitstekend|aantrekkelijk|passend)\w* (?:salaris|loon|beloning)",
    periods=(
        r"(?:per|/) ?uur",
        r"(?:per|/) ?dag\b",
        r"(?:per|/) ?week",
        r"(?:per|/) ?maand|maandelijks",
        r"(?:per|/) ?jaar|jaarlijks",
    ),
    place=r"locatie|standplaats|plaats|werkplek",
    headings=(
        r"(?:jouw |je |de )?(?:taken|werkzaamheden|functie-eisen|functieomschrijving|profiel)"
        r"|wat (?:ga je doen|vragen wij|bieden wij|wij (?:vragen|bieden)|breng je mee)\??"
        r"|(?:dit|wat) (?:ga je doen|breng jij mee|bieden we(?: je)?)\??|solliciteren"
    ),
    folders=("vacature", "vacatures", "werken bij", "werkenbij"),
    beside=r"over[-_]ons|contact|arbeidsvoorwaarden",
    place_keys=word_set("locatie standplaats plaats"),
    pay_keys=word_set("salaris loon"),
)  # fmt: skip

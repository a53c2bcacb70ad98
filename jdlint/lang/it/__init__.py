"""Italian: what postings say, as data."""

from __future__ import annotations

from jdlint.core.words import word_set
from jdlint.lang.language import Language

LANGUAGE = Language(
    code="it",
    months=(
        r"gen(?:naio|\.)?", r"feb(?:braio|\.)?", r"mar(?:zo|\.)", r"apr(?:ile|\.)?", "maggio",
        r"giu(?:gno|\.)?", r"lug(?:lio|\.)?", r"ago(?:sto|\.)?", r"sett?(?:embre|\.)?",
        r"ott(?:obre|\.)?", r"nov(?:embre|\.)?", r"dic(?:embre|\.)?",
    ),
    weekdays=("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    after_day="[°º]?",
    day_first="/.",
    to="ai?|fino a",
    between="tra|fra",
    joined="e",
    down=r"\b(?:ridu|risparmi|abbass|diminu|tagli)",
    pay=r"retribuzion|stipendi|salari|compens|\bRAL\b|lord|nett|mensil|annu|al mese|all['’]ora",
    open_pay=r"(?:retribuzione|stipendio|compenso) (?:commisurat|competitiv|da concordare)\w*",
    periods=(
        r"all['’]ora|/ ?ora\b|orari",
        r"al giorno|/ ?giorno|giornalier",
        r"alla settimana|a settimana|/ ?settimana",
        r"al mese|/ ?mese|mensil",
        r"all['’]anno|/ ?anno|annu",
    ),
    place=r"(?:sede|luogo)(?: di lavoro)?|città",
    headings=(
        r"(?:le tue |le )?(?:attività|mansioni|responsabilità)(?: principali)?|requisiti"
        r"|(?:cosa )?(?:farai|offriamo|cerchiamo)|si (?:offre|richiede)|(?:il tuo )?profilo"
        r"|come candidarsi"
    ),
    folders=(
        "lavora con noi", "offerta di lavoro", "offerte di lavoro", "posizioni aperte", "carriera",
        "carriere",
    ),
    beside=r"contatti|chi[-_]siamo",
    place_keys=word_set("sede luogo citta città"),
    pay_keys=word_set("retribuzione stipendio"),
)  # fmt: skip

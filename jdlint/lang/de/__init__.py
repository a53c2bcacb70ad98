"""German: what postings say, as data."""

from __future__ import annotations

from jdlint.core.words import word_set
from jdlint.lang.language import Language

LANGUAGE = Language(
    code="de",
    months=(
        r"Jan(?:uar|\.)?|Jänner|J[aä]n\.?", r"Feb(?:ruar|\.)?|Feber", r"März|Mrz\.?|Mär\.?",
        r"Apr(?:il|\.)?", "Mai", r"Juni?\.?", r"Juli?\.?", r"Aug(?:ust|\.)?",
        r"Sep(?:t(?:ember|\.)?|\.)?", r"Okt(?:ober|\.)?", r"Nov(?:ember|\.)?",
        r"Dez(?:ember|\.)?",
    ),
    weekdays=(
        r"Montags?|Mo\.", r"Dienstags?|Di\.", r"Mittwochs?|Mi\.", r"Donnerstags?|Do\.",
        r"Freitags?|Fr\.", r"Samstags?|Sonnabends?|Sa\.", r"Sonntags?|So\.",
    ),
    before_day="(?: de[nm])?",
    after_day=r"\.?",
    day_first=".",
    to=r"bis(?: zu)?",
    between="zwischen",
    joined="und",
    down=r"\b(?:senk|reduzier|kürz|spar|einspar|verringer|sank|sinken|gefallen|statt)",
    pay=(
        r"Gehalt|Lohn|löhn|Entgelt|Vergütung|vergütet|Bezahlung|Einkommen|brutto|netto|verdien"
        r"|Jahresgehalt|pro (?:Monat|Jahr|Stunde)|im (?:Monat|Jahr)|monatlich|jährlich|Stundensatz"
        r"|/ ?(?:Std|Stunde|Monat|Jahr)|Mindest(?:lohn|gehalt|entgelt)|Kollektivvertrag|\bKV\b"
    ),
    open_pay=(
        r"(?:leistungs|markt|branchen)(?:gerecht|üblich|konform)\w* (?:Gehalt|Vergütung|Bezahlung"
        r"|Entlohnung)|(?:attraktiv|fair|angemessen|überdurchschnittlich|übertariflich|gut"
        r"|marktkonform)"
        r"\w* (?:Gehalt|Vergütung|Bezahlung|Entlohnung|Verdienst|Einkommen)"
        r"|Gehalt (?:nach|auf) (?:Vereinbarung|Absprache)|(?:laut|nach|gemäß) (?:KV"
        r"|Kollektivvertrag)"
        r"|Überzahlung"
    ),
    periods=(
        r"/ ?(?:Std|Stunde|h\b)|(?:pro|je|in der|die) Stunde|Stundenlohn|stündlich",
        r"(?:pro|am|/) ?Tag|Tagessatz",
        r"(?:pro|/) ?Woche|wöchentlich",
        r"(?:pro|im|/) ?Monat|monatlich|mtl\b|Monatsgehalt",
        r"(?:pro|im|/) ?Jahr|jährlich|\bp\. ?a\.|Jahres",
    ),
    place=(
        r"(?:Dienst|Arbeits|Einsatz|Stand)?orte?|Arbeitsplatz|Region|Adresse|Wo"
    ),
    headings=(
        r"(?:(?:deine|ihre|unsere|eure) )?(?:neuen )?(?:aufgaben|hauptaufgaben|tätigkeiten|benefits"
        r"|vorteile)(?: (?:bei uns|im überblick))?"
        r"|(?:dein|ihr|das|unser)?(?: )?(?:aufgabengebiet|aufgabenbereich|anforderungsprofil"
        r"|profil)"
        r"|(?:deine|ihre|unsere) (?:qualifikation(?:en)?|qualitäten|anforderungen|rolle|bewerbung)"
        r"|anforderungen|qualifikationen|stellenbeschreibung"
        r"|(?:das|was) (?:bringst du|bringen sie|wir erwarten|erwarten wir|du mitbringst"
        r"|wir von (?:dir|ihnen) erwarten|sie mitbringen|erwartet (?:dich|sie)"
        r"|(?:dich|sie)(?: bei uns)? erwartet)(?: mit)?"
        r"|(?:danach|wen) (?:suchen wir|wir suchen)|(?:das|was) (?:bieten wir"
        r"|wir bieten)(?: (?:dir|ihnen))?"
        r"|wir bieten(?: (?:dir|ihnen))?|unser angebot|so bewirbst du dich|das (?:machst|tust) du"
        r"|das gibt es zu tun"
    ),
    folders=(
        "karriere", "stelle", "stellen", "stellenangebot", "stellenangebote", "stellenanzeige",
        "stellenanzeigen", "stellenausschreibung", "stellenausschreibungen", "offene stellen",
        "jobangebot", "jobangebote", "ausschreibungen",
    ),
    beside=r"ueber[-_]uns|über[-_]uns|kontakt|impressum|datenschutz|vorteile|stellenangebote",
    calls=(
        r"[(](?:[mwd]|gn|div|all genders)(?:[/|*][mwdxi]){0,3}[)]|stellen(?:angebot|anzeige"
        r"|ausschreibung|gesuch)e?n?|ausschreibung|(?:offene|freie) stellen?|gesucht"
        r"|(?:wir suchen|sucht)\b|werkstudent|praktik(?:um|ant)|hilfskr[aä]ft|abschlussarbeit"
        r"|verstärkung|job(?:angebot|s bei)|promotionsstelle|doktorand|ausbildungsplatz"
    ),
    seeks=(
        r"\b(?:suchen wir|wir (?:\w+,? ){0,5}suchen|sucht(?: (?:sie|dich))?) "
        r"(?:[\wäöüß*:/()&.-]+ ){0,14}?"
        r"[\wäöüß*:/-]*(?:verstärkung|unterstützung|entwickler|ingenieur|mitarbeit|hilfskr[aä]ft"
        r"|studierende|student|praktikant|doktorand|postdoc|berater|administrator|techniker"
        r"|kauffrau|kaufmann|kaufleute|fachkr[aä]ft|leiter|manager|designer|engineer|assisten[tz]"
        r"|azubi|auszubildende|kolleg|referent|pfleg|köch|koch|fahrer|erzieher|lehrer|trainee"
        r"|spezialist|expert|sachbearbeit|promovierende|wissenschaftler|redakteur|architekt)"
    ),
    applies=(
        r"\bbewirb dich|\bbewerben sie sich|\bbewerbung(?:en|sunterlagen)? (?:\w+ ){0,4}"
        r"(?:an|bis|per|unter|mit|via|über)\b|(?:send|schick|richt)e(?:n|st)? (?:\w+ ){0,9}"
        r"(?:bewerbung|lebenslauf|unterlagen)|\b(?:deine|ihre|eine)(?: \w+)? bewerbung\b"
        r"|bewerbungsfrist|bewerbungsschluss|zu bewerben"
    ),
    place_keys=word_set("ort orte arbeitsort dienstort einsatzort standort standorte"),
    pay_keys=word_set("gehalt lohn entgelt vergütung verguetung bezahlung"),
)  # fmt: skip

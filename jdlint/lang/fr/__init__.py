"""French: what postings say, as data."""

from __future__ import annotations

from jdlint.core.words import word_set
from jdlint.lang.language import Language

LANGUAGE = Language(
    code="fr",
    months=(
        r"janv(?:ier|\.)?", r"f[ée]v(?:r(?:ier|\.)?|\.)?", "mars", r"avr(?:il|\.)?", "mai", "juin",
        r"juil(?:let|\.)?", "ao[ûu]t", r"sept(?:embre|\.)?", r"oct(?:obre|\.)?",
        r"nov(?:embre|\.)?", r"d[ée]c(?:embre|\.)?",
    ),
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    after_day="(?:er)?",
    day_first="/.",
    to="à",
    between="entre",
    joined="et",
    down=r"\b(?:rédui|baiss|diminu|économi|ramen|pass(?:er|é|ant) de|contre)",
    pay=(
        r"salaire|salarial|rémunér|\bbrut|\bnet\b|mensuel|annuel|horaire|par (?:an|mois|heure|jour)"
        r"|/ ?(?:an|mois|h|heure|jour)|gratification|traitement|\bTJM\b|\bSMIC\b|fixe"
    ),
    open_pay=(
        r"selon (?:votre |ton |le |l['’])?(?:profil|expérience|grille|ancienneté)"
        r"|(?:rémunération|salaire|package) (?:attracti|compétiti|motivant|négociable|à négocier"
        r"|à définir|intéressant)\w*"
    ),
    periods=(
        r"par heure|/ ?h\b|/ ?heure|de l['’]heure|horaire",
        r"par jour|/ ?jour|\bTJM\b|journalier",
        r"par semaine|/ ?semaine|hebdomadaire",
        r"par mois|/ ?mois|mensuel",
        r"par an\b|/ ?an\b|annuel",
    ),
    place=r"lieu(?: de travail)?|localisation|ville|adresse|poste basé",
    headings=(
        r"(?:(?:vos|tes|les|nos|votre|ta|ton|la|le) )?(?:principales )?(?:missions?|responsabilités"
        r"|fonctions|tâches)(?: principales)?"
        r"|(?:votre |ton |le )?profil(?: recherché)?|profils recherchés|(?:vos|tes|les) compétences"
        r"|compétences(?: (?:requises|attendues|recherchées|et expérience))?"
        r"|qualifications"
        r"|(?:les )?modalités(?: de travail)?|(?:comment )?(?:candidater|postuler) ?[!?]?"
        r"|pour postuler|descriptif du poste|description du poste|conditions d['’]emploi"
        r"|ce que nous (?:offrons|proposons)|nous (?:vous )?(?:offrons|proposons)|rémunération"
        r"|votre profil nous intéresse si|exigences"
    ),
    folders=(
        "carriere", "carrieres", "carrière", "carrières", "emploi", "emplois", "offre d emploi",
        "offres d emploi", "offre emploi", "offres emploi", "recrutement", "poste a pourvoir",
        "postes a pourvoir", "nos offres",
    ),
    beside=r"a[-_]propos|qui[-_]sommes[-_]nous|mentions[-_]legales|nos[-_]valeurs|avantages",
    calls=(
        r"\b[(]?(?:h/f|f/h|h-f|f-h)(?:/x)?[)]?(?:\b|$)|offres? (?:d['’](?:emploi|alternance)"
        r"|de (?:stage|thèse|poste|post-?doc\w*|contrat))|recrut|poste (?:à pourvoir|d[e’'])"
        r"|\bstages?\b|alternan(?:ce|t)|nous cherchons|recherche (?:un|une|des)\b|stagiaire"
        r"|apprenti(?:ssage)?\b|appel à candidatures?"
    ),
    seeks=(
        r"\b(?:re)?(?:cherche|crute)(?:ns|z|nt|ons)?\b (?:[^\s.!?;]+ ){0,8}?[^\s.!?;]{0,3}"
        r"(?:développeu|developpeu|ingénieur|ingenieur|stagiaire|alternant|doctorant|post-?doc"
        r"|chargé|assistant|responsable|technicien|consultant|chercheu|administrateur|apprenti"
        r"|designer|graphiste|collaborat|commercial|infirmi|enseignant|candidat|profil|chef"
        r"|étudiant|boulang|cuisini|vendeu|rédact|gestionnaire|analyste|architecte|talents)"
    ),
    applies=(
        r"\b(?:envoy|adress|transmett|fai(?:re|tes)|soumett)\w* (?:[^\s.!?;]+ ){0,10}?"
        r"(?:cv|candidatures?|curriculum|lettre de motivation|parvenir)\b"
        r"|\bpour (?:postuler|candidater)|\b(?:postulez|candidatez)\b"
        r"|comment (?:postuler|candidater)"
        r"|candidatures? (?:à|avant|jusqu|par)\b|cv (?:et|\+) (?:une )?lettre"
    ),
    place_keys=word_set("lieu lieux ville localisation"),
    pay_keys=word_set("salaire rémunération remuneration"),
)  # fmt: skip

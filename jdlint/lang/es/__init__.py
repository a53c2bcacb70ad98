"""Spanish: what postings say, as data."""

from __future__ import annotations

from jdlint.core.words import word_set
from jdlint.lang.language import Language

LANGUAGE = Language(
    code="es",
    months=(
        r"ene(?:ro|\.)?", r"feb(?:rero|\.)?", r"mar(?:zo|\.)", r"abr(?:il|\.)?", "mayo",
        r"jun(?:io|\.)?", r"jul(?:io|\.)?", r"ago(?:sto|\.)?", r"sep(?:t?iembre|t?\.)?|setiembre",
        r"oct(?:ubre|\.)?", r"nov(?:iembre|\.)?", r"dic(?:iembre|\.)?",
    ),
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    after_day=" de",
    before_year="(?: del?)?",
    day_first="/.",
    to="a|hasta",
    between="entre",
    joined="y",
    down=r"\b(?:reduc|reduj|baj|disminu|ahorr|recort)",
    pay=(
        r"salari|sueldo|retribuci|remuneraci|brut|\bneto|mensual|anual|por hora|al (?:mes|año)"
        r"|/ ?(?:mes|año|hora)|pagas"
    ),
    open_pay=(
        r"(?:salario|sueldo|retribución|remuneración) (?:competitiv|a convenir|según|acorde"
        r"|atractiv)\w*"
    ),
    periods=(
        r"(?:por|la|/) ?hora",
        r"(?:por|al|/) ?día|diario",
        r"(?:por|a la|/) ?semana|semanal",
        r"(?:por|al|/) ?mes\b|mensual",
        r"(?:por|al|/) ?año|anual",
    ),
    place=r"lugar(?: de trabajo)?|ubicación|localización|ciudad",
    headings=(
        r"(?:tus |sus |las )?(?:funciones|responsabilidades|tareas)(?: principales)?"
        r"|requisitos(?: (?:mínimos|del puesto))?|(?:lo|qué) (?:que )?(?:te )?(?:buscamos"
        r"|ofrecemos)"
        r"|¿qué (?:te )?(?:buscamos|ofrecemos|harás|esperamos)[^\n]{0,20}\?|(?:tu )?perfil"
        r"|(?:el )?perfil(?: buscado)?|se (?:ofrece|requiere|valora|valorará)"
        r"|descripción del puesto|(?:cómo )?(?:aplicar|postular)"
    ),
    folders=(
        "empleo", "empleos", "oferta de empleo", "ofertas de empleo", "oferta de trabajo",
        "ofertas de trabajo", "vacante", "vacantes", "trabaja con nosotros",
    ),
    beside=r"contacto|sobre[-_]nosotros|quienes[-_]somos|beneficios|aviso[-_]legal",
    place_keys=word_set("lugar ubicacion ubicación ciudad"),
    pay_keys=word_set("salario sueldo retribucion retribución"),
)  # fmt: skip

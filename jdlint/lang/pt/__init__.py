"""Portuguese: what postings say, as data."""

from __future__ import annotations

from jdlint.core.words import word_set
from jdlint.lang.language import Language

LANGUAGE = Language(
    code="pt",
    months=(
        r"jan(?:eiro|\.)?", r"fev(?:ereiro|\.)?", r"março|mar\.", r"abr(?:il|\.)?", r"maio?\.?",
        r"jun(?:ho|\.)?", r"jul(?:ho|\.)?", r"ago(?:sto|\.)?", r"set(?:embro|\.)?",
        r"out(?:ubro|\.)?", r"nov(?:embro|\.)?", r"dez(?:embro|\.)?",
    ),
    weekdays=(
        "segunda(?:-feira)?", "terça(?:-feira)?", "quarta(?:-feira)?", "quinta(?:-feira)?",
        "sexta(?:-feira)?", "sábado", "domingo",
    ),
    after_day=r"[ºo]?(?: de)?",
    before_year="(?: del?)?",
    day_first="/.",
    to="a|até",
    between="entre",
    joined="e",
    down=r"\b(?:reduz|baix|diminu|econom|cort)",
    pay=(
        r"salári|salari|remunera|vencimento|ordenado|brut|líquid|ilíquid|mensa|anua|por (?:mês|hora"
        r"|ano)|/ ?(?:mês|hora|ano|h)\b|\bCLT\b|\bPJ\b|faixa"
    ),
    open_pay=(
        r"(?:salário|remuneração|vencimento) (?:competitiv|a combinar|compatíve|atrativ"
        r"|conforme)\w*"
    ),
    periods=(
        r"(?:por|/) ?hora|/ ?h\b",
        r"(?:por|ao|/) ?dia\b|diári",
        r"(?:por|/) ?semana|semanal|semanais",
        r"(?:por|ao|/) ?mês|mensal|mensais",
        r"(?:por|ao|/) ?ano\b|anual|anuais",
    ),
    place=r"local(?: de trabalho)?|localização|cidade",
    headings=(
        r"(?:suas |as |principais )?(?:responsabilidades|funções|atribuições|atividades)"
        r"(?: principais| da vaga)?|requisitos(?: (?:obrigatórios|desejáveis|da vaga))?"
        r"|(?:o que )?(?:você vai fazer|esperamos(?: de você)?|buscamos|oferecemos)|oferece-se"
        r"|descrição da vaga|diferenciais|como se candidatar|faixa salarial|(?:o )?perfil"
    ),
    folders=(
        "vaga", "vagas", "carreira", "carreiras", "emprego", "empregos", "trabalhe conosco",
        "oferta de emprego", "ofertas de emprego",
    ),
    beside=r"contato|contacto|sobre|sobre[-_]nos|quem[-_]somos|beneficios",
    place_keys=word_set("local localizacao localização cidade"),
    pay_keys=word_set("salario salário remuneracao remuneração"),
)  # fmt: skip

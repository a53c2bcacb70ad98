"""Ask a grammar engine about a site: what it said before is not asked again, each distinct text
only once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from jdlint.core.errors import ProbeError
from jdlint.core.light import Any
from jdlint.io.grammar.cache import RemarkCache
from jdlint.io.grammar.engine import GrammarEngine, Remark
from jdlint.site import Site
from jdlint.site.remarks import texts_to_ask

ENGINES = ("harper", "languagetool", "off")


def engine_of(settings: Mapping[str, Any], asked: str = "") -> GrammarEngine | None:
    """The engine that ``asked`` (the command line) or ``grammar:`` in the configuration names; None
    where it is off.

    Harper is the default; only where somebody asked for it by name does it read whole texts, our
    own rules do else. Nothing is built or started yet.
    """
    name = asked or str(settings.get("engine", "harper"))
    if name == "off":
        return None
    if name == "languagetool":
        from jdlint.io.grammar.languagetool import LanguageTool

        own = settings.get("languagetool") or {}
        return LanguageTool(str(own.get("language", "en-US")), str(own.get("url", "")))
    from jdlint.io.grammar.harper import Harper

    named = bool(asked or settings.get("named"))
    return Harper(str(settings.get("dialect", "american")), phrases=named)


def fingerprint(engine: GrammarEngine) -> str:
    """What a cache of the engine's remarks is named after."""
    return "\n".join((engine.name, engine.version, engine.settings))


def remarks_on(
    texts: Sequence[str], engine: GrammarEngine, cache: RemarkCache
) -> list[list[Remark] | None]:
    """The engine's remarks on each text (None: no answer); equal texts share theirs, and where all
    are known it is not built.

    Raises ``ProbeError`` where the engine is needed and cannot answer.
    """
    known: dict[str, list[Remark] | None] = {}
    wanted: list[str] = []
    for text in dict.fromkeys(texts):
        found = cache.get(text)
        if found is None:
            wanted.append(text)
        else:
            known[text] = found
    answers = engine.check(wanted) if wanted else []
    for text, found in zip(wanted, answers, strict=True):
        if found is not None:
            cache.put(text, found)
        known[text] = found
    return [known[text] for text in texts]


def site_remarks(
    site: Site, engine: GrammarEngine, folder: Path | None, paths: Collection[str] | None = None
) -> tuple[dict[str, list[Remark]], frozenset[str]]:
    """The remarks on the texts of the pages in ``paths`` (None: all), for ``Site.remarks``, texts
    without left out; and the texts that got no answer.

    ``folder`` is where answers are kept (None: nowhere). Raises ``ProbeError``; the engine is
    closed either way.
    """
    code = str(getattr(engine, "language", "en"))[:2]
    texts = list(texts_to_ask(site, paths, code))
    cache = RemarkCache(folder, fingerprint(engine))
    try:
        found = remarks_on(texts, engine, cache)
    finally:
        engine.close()
        cache.save()
    rows = list(zip(texts, found, strict=True))
    silent = frozenset(text for text, remarks in rows if remarks is None)
    return {text: remarks for text, remarks in rows if remarks}, silent


__all__ = ["ENGINES", "ProbeError", "engine_of", "fingerprint", "remarks_on", "site_remarks"]

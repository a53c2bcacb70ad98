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
    without left out; and the texts that got no answer. Pages in a language that the engine does not
    know are not asked about.

    ``folder`` is where answers are kept (None: nowhere). Raises ``ProbeError``; the engine is
    closed either way.
    """
    known: dict[str, list[Remark]] = {}
    silent: set[str] = set()
    try:
        for code in engine.codes:
            texts = list(texts_to_ask(site, paths, code))
            if not texts:
                continue
            engine.speak(code)
            for text, remarks in zip(texts, _asked(texts, engine, folder), strict=True):
                if remarks is None:
                    silent.add(text)
                elif remarks:
                    known[text] = remarks
    finally:
        engine.close()
    return known, frozenset(silent)


def _asked(
    texts: Sequence[str], engine: GrammarEngine, folder: Path | None
) -> list[list[Remark] | None]:
    """The remarks on texts in the language that the engine speaks now."""
    cache = RemarkCache(folder, fingerprint(engine))
    try:
        return remarks_on(texts, engine, cache)
    finally:
        cache.save()


__all__ = ["ENGINES", "ProbeError", "engine_of", "fingerprint", "remarks_on", "site_remarks"]

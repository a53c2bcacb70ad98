"""Pages that are translations of each other: which they are, as keys and paths tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.tools import Counter, defaultdict
from jdlint.lang.detect import language_in_path
from jdlint.lang.language import name_of
from jdlint.posting.pay import fold
from jdlint.site import Facts, Site

# what generators read: Hugo's key holds for all languages, the others stand beside a “lang”
_SHARED_KEY = "translationkey"
_KEYS_BESIDE_LANG = ("ref", "langref", "pageid")
_LANG_KEYS = ("lang", "language", "locale")
# Docusaurus keeps translations of docs/ under i18n/de/docusaurus-plugin-content-docs/current/
_DOCUSAURUS = re.late(r"(?:^|/)i18n/docusaurus-plugin-content-(\w+)/(?:current/)?")
_SLASHES = re.late(r"/{2,}")


class Pair(NamedTuple):
    """A page, ``facts``, and the one it is compared with, ``source``, in another language.

    The source is in the language that most pages of the site are in, where the group has it; which
    of the two was written first nobody knows.
    """

    facts: Facts
    source: Facts

    @property
    def values(self) -> dict[str, str]:
        """What messages say of the other page."""
        return {"language": name_of(self.source.language), "path": self.source.path}


def pairs(site: Site) -> list[Pair]:
    """The pairs of a site, in order of their pages; a page stands in one at most as ``facts``."""
    languages = Counter(facts.language for facts in site.pages)
    if len(languages) < 2:
        return []
    ranks = {code: (-count, code != "en", code) for code, count in languages.items()}
    found: dict[str, Pair] = {}
    for group in groups(site.pages):
        source = min(group, key=lambda code: ranks[code])
        for code, facts in group.items():
            if code != source:
                found.setdefault(facts.path, Pair(facts, group[source]))
    return [found[path] for path in sorted(found)]


def neutral_path(path: str) -> str:
    """A path without the folder or ending that names its language: the same for translations that
    mirror each other (``content/de/jobs/a.md``, ``jobs/a.de.md``)."""
    code, where = language_in_path(path)
    if not code:
        return path
    if not path.startswith(where):
        plain = path[: -len(where)] + "." + where.rpartition(".")[2]
    else:
        plain = where.rpartition("/")[0] + path[len(where) :]
    mirrored = _DOCUSAURUS.sub(r"/\1/", plain)
    return _SLASHES.sub("/", mirrored).lstrip("/")


def groups(pages: Iterable[Facts]) -> Iterator[Mapping[str, Facts]]:
    """The pages that share a key, by their language; one that two pages have is nobody's."""
    shared: dict[tuple[str, str], dict[str, list[Facts]]] = defaultdict(lambda: defaultdict(list))
    for facts in pages:
        for key in _keys(facts):
            shared[key][facts.language].append(facts)
    for group in shared.values():
        alone = {code: rows[0] for code, rows in group.items() if len(rows) == 1}
        if len(alone) > 1:
            yield alone


def _keys(facts: Facts) -> Iterator[tuple[str, str]]:
    """What a page may share with its translations, the surest first."""
    meta = {fold(str(key)): str(value) for key, value in facts.meta.items()}
    if meta.get(_SHARED_KEY):
        yield "key", meta[_SHARED_KEY]
        return
    if any(meta.get(key) for key in _LANG_KEYS):
        for key in _KEYS_BESIDE_LANG:
            if meta.get(key):
                yield key, meta[key]
                return
    code, _ = language_in_path(facts.path)
    if code in ("", facts.language):  # a page in another language than its folder is no translation
        yield "path", neutral_path(facts.path)

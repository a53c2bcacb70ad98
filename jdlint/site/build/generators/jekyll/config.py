"""What ``_config.yml`` says about a file: its collection, its defaults, whether it is left out.

Sources: Jekyll's pages “Collections”, “Front Matter Defaults” and “Configuration Options”.
"""

from __future__ import annotations

import fnmatch
from collections.abc import Mapping

from jdlint.core.light import Any
from jdlint.site.build.data import dig
from jdlint.site.build.front_matter import strings

_EXCLUDED = (
    ".sass-cache",
    ".jekyll-cache",
    "gemfiles",
    "Gemfile",
    "Gemfile.lock",
    "node_modules",
    "vendor",
)


def collections(data: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The collections of the configuration with their options."""
    value = data.get("collections")
    if isinstance(value, list):
        return {str(name): {} for name in value}
    return (
        {str(k): v if isinstance(v, dict) else {} for k, v in value.items()}
        if isinstance(value, dict)
        else {}
    )


def collection_of(inner: str, data: Mapping[str, Any]) -> tuple[str, str] | None:
    """The collection of a file and its path there."""
    under = str(data.get("collections_dir") or "").strip("/")
    rest = inner[len(under) + 1 :] if under and inner.startswith(under + "/") else inner
    first, _, tail = rest.partition("/")
    name = first[1:]
    return (name, tail) if first.startswith("_") and tail and name in {*collections(data)} else None


def skipped(inner: str, data: Mapping[str, Any]) -> bool:
    """Whether Jekyll leaves a file out: its own folders, hidden files, what ``exclude`` names."""
    excluded = [*strings(data.get("exclude")), *_EXCLUDED]
    included = strings(data.get("include"))
    for part in inner.split("/"):
        if (
            part[0] in "_.#~"
            and part not in ("_posts", ".htaccess")
            and not collection_of(inner, data)
        ):
            return part not in included
    return any(
        inner == name.strip("/")
        or inner.startswith(name.strip("/") + "/")
        or fnmatch.fnmatch(inner, name)
        for name in excluded
    )


def defaults(data: Mapping[str, Any], inner: str) -> dict[str, Any]:
    """The values that ``defaults`` of the configuration give to a file."""
    found: dict[str, Any] = {}
    kind = (collection_of(inner, data) or ("posts" if "_posts/" in inner else "pages", ""))[0]
    for entry in data.get("defaults") or ():
        scope = dig(entry, "scope") or {}
        where = str(scope.get("path") or "").strip("/")
        matches = (
            fnmatch.fnmatch(inner, where)
            if "*" in where
            else inner == where or inner.startswith(where + "/")
        )
        if (not where or matches) and scope.get("type", kind) in (kind, kind.rstrip("s")):
            found.update(
                {
                    k: v
                    for k, v in (dig(entry, "values") or {}).items()
                    if k in ("permalink", "published")
                }
            )
    return found

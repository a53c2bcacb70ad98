"""What a project says about its site (``site:`` in its configuration); everything may be left
out."""

from __future__ import annotations

from collections.abc import Mapping

from jdlint.core.light import Any, dataclass, field


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """``roots`` maps a source folder to the URL path that it builds; an empty mapping means: find
    them.

    ``redirects`` are files of rules, ``pages`` are pages that something else builds: URL path ->
    their ids, or ``None`` where the ids are not known. ``complete`` says whether the tree holds
    every page of the site (``None``: judge by the tree), ``markdown`` names the family of heading
    ids where it is not the generator's usual one. ``elsewhere`` are patterns of URL paths that
    something else builds, ``built`` is the folder that the generator has built.
    """

    url: str | None = None
    roots: Mapping[str, str] = field(default_factory=dict)
    generator: str | None = None
    redirects: tuple[str, ...] = ()
    complete: bool | None = None
    pages: Mapping[str, tuple[str, ...] | None] = field(default_factory=dict)
    markdown: str | None = None
    elsewhere: tuple[str, ...] = ()
    built: str = ""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> SiteSettings:
        """Settings from the ``site`` mapping of a configuration that fits its schema."""
        pages = data.get("pages") or {}
        return cls(
            url=data.get("url"),
            roots=_roots(data.get("roots")),
            generator=data.get("generator"),
            redirects=_strings(data.get("redirects")),
            complete=data.get("complete"),
            pages={url: None if ids is None else _strings(ids) for url, ids in pages.items()},
            markdown=data.get("markdown"),
            elsewhere=_strings(data.get("elsewhere")),
            built=_folder(str(data.get("built") or "")),
        )


def _strings(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(str(item) for item in value)


def _roots(value: Any) -> dict[str, str]:
    """A folder, a list of folders (each builds ``/``) or a mapping of folder to URL path."""
    if isinstance(value, Mapping):
        return {
            _folder(str(folder)): "/" + str(prefix).strip("/") for folder, prefix in value.items()
        }
    return {_folder(folder): "/" for folder in _strings(value)}


def _folder(written: str) -> str:
    """A folder as paths of the tree begin: no slash around it, and none for the root itself."""
    return "" if written == "." else written.removeprefix("./").strip("/")

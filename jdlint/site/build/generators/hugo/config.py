"""Hugo's configuration: one file, or a folder ``config/`` with a part for each environment; and the
version of Hugo that the project is built with.

Sources: Hugo's pages “Configuration” and “Configuration directory”, Netlify's “Hugo on Netlify”,
the read-me files of hugo-extended and actions-hugo.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.core.light import Any, NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.site.build.data import mapping, merged
from jdlint.site.build.generators.base import Files, join

_ENDS = ("toml", "yaml", "yml", "json")
CONFIGS = tuple(f"{name}.{end}" for name in ("hugo", "config") for end in _ENDS)
_ENVIRONMENTS = ("_default", "production")  # what a build takes without being told
_PART = re.late(r"(?P<key>[\w-]+?)(?:\.(?P<language>[\w-]+))?\.(?:toml|ya?ml|json)$")
_PINNED = re.late(
    r"(?:HUGO_VERSION|hugo[-_]version|hugoVersion|hugo(?:[-_]extended|-bin)?|klakegg/hugo|hugomods/"
    r"hugo)"
    r"[\"']?[ \t]{0,9}(?:[:=@]|==|[ \t])[ \t]{0,9}[\"']?"
    r"(?:[\^~]|>=|extended[_ ])?v?(\d{1,2})\.(\d{1,4})",
    re.I,
)
_PINS = (
    "netlify.toml", "vercel.json", "package.json", ".tool-versions", "mise.toml", ".mise.toml",
    ".hugo-version", ".hvm", "requirements.txt", "Dockerfile", ".gitlab-ci.yml", "Makefile",
    "cloudbuild.yaml", "amplify.yml", ".travis.yml",
)  # fmt: skip
_PLAIN_VERSION = re.late(r"\s*v?(\d{1,2})\.(\d{1,4})")
# ids are made of a heading's plain text since 0.144.0 (the attributes extension sets them), of the
# last line of its Markdown up to 0.143.1 (goldmark itself does): markup/goldmark of both versions,
# hugo#13401
PLAIN_IDS = (0, 144)


class Config(NamedTuple):
    """A configuration: the file that shows it, the folder of its site, and its data."""

    path: str
    folder: str
    data: dict[str, Any]


def configs(files: Files) -> Iterator[Config]:
    """The configurations in the tree, each with what its parts say together."""
    for at in dict.fromkeys(_folders(files)):
        parts: list[str] = [path for name in CONFIGS if (path := join(at, name)) in files.set][:1]
        data = mapping(files.tree.read(parts[0]), parts[0]) if parts else {}
        for environment in _ENVIRONMENTS:
            for path in files.under(join(at, "config", environment)):
                data = merged(data, _part(files, path))
                parts.append(path)
        if parts:
            yield Config(parts[0], at, data)


def _folders(files: Files) -> Iterator[str]:
    """Folders that may hold a site of Hugo, shallow ones first."""
    for path in files.named(*CONFIGS):
        at = path.rpartition("/")[0]
        if not re.search(r"(?:^|/)config/[^/]+$", at):
            yield at
    suffix = "config/_default"
    for folder in sorted(files.folders, key=lambda name: (name.count("/"), name)):
        if folder == suffix or folder.endswith("/" + suffix):
            yield folder.removesuffix(suffix).rstrip("/")


def _part(files: Files, path: str) -> dict[str, Any]:
    """A file of the folder as data of the whole: ``markup.yaml`` stands under ``markup``."""
    match = _PART.fullmatch(path.rpartition("/")[2])
    if not match:
        return {}
    data = mapping(files.tree.read(path), path)
    key = match["key"].lower()
    if key in ("hugo", "config"):
        return data
    if match["language"]:
        inner = data if key == "languages" else {key: data}
        return {"languages": {match["language"]: inner}}
    return {key: data}


def plain_ids(files: Files, at: str, data: Mapping[str, Any]) -> bool | None:
    """Whether the Hugo that builds the project makes ids of plain text; ``None`` where its version
    is not written down, or several are."""
    versions = {*_pinned(files, at)}
    sides = {version >= PLAIN_IDS for version in versions}
    if len(sides) == 1:
        return sides.pop()
    least = _PLAIN_VERSION.match(str(_least(data)))
    if not sides and least and (int(least[1]), int(least[2])) >= PLAIN_IDS:
        return True
    return None


def _least(data: Mapping[str, Any]) -> Any:
    found: Any = data
    for key in ("module", "hugoVersion", "min"):
        found = (
            next((value for name, value in found.items() if str(name).lower() == key.lower()), None)
            if isinstance(found, dict)
            else None
        )
    return found


def _pinned(files: Files, at: str) -> Iterator[tuple[int, int]]:
    """The versions that files of the project and of the tree's root name."""
    paths = [join(place, name) for place in dict.fromkeys((at, "")) for name in _PINS]
    paths += [path for path in files.paths if path.startswith(".github/workflows/")]
    for path in paths:
        text = files.tree.read(path) if path in files.set else None
        if text is None:
            continue
        if path.endswith((".hugo-version", ".hvm")) and (plain := _PLAIN_VERSION.match(text)):
            yield int(plain[1]), int(plain[2])
        for match in _PINNED.finditer(text[:100_000]):
            yield int(match[1]), int(match[2])

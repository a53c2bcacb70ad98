"""Find a project, read its configuration and rules, and make the plan of a run."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from jdlint import __version__
from jdlint.config.config import NAMES, Config, combined, config_of, with_settings
from jdlint.core.errors import ConfigError
from jdlint.io import store
from jdlint.io.shipped import (
    PACKAGE,
    bytes_of,
    data_folder,
    name_of,
    remembered,
    shown,
    stamps_of,
)
from jdlint.rules.loader import texts

_LONGEST_CHAIN = 8
_MOST_FILES = 40  # that a configuration is put together from, each as often as it is named


def find_root(paths: Sequence[Path]) -> tuple[Path, Path | None]:
    """The project's root and its configuration file: upward from the paths, up to a git root and no
    further.

    Of several on the way the topmost counts, so that a page is judged by the same one however it is
    named; without a repository the way ends at the working directory.
    """
    base = Path(os.path.commonpath([_place(path) for path in paths])) if paths else Path.cwd()
    if not base.is_dir():
        base = base.parent
    above = (base, *base.parents)
    top = next((folder for folder in above if (folder / ".git").exists()), None)
    end = top or next((folder for folder in above if folder == Path.cwd()), None)
    found: tuple[Path, Path] | None = None
    for folder in above:
        config = _config_in(folder)
        found = (folder, config) if config else found
        inside = end is not None and end in folder.parents
        if folder == top or (found and not inside):
            break
    return found or (top or base, None)


def working_root(paths: Sequence[Path]) -> Path:
    """Where the patterns of a configuration from elsewhere count from: the repository that the
    paths are in, else the working directory where it holds them, else what they share."""
    base = Path(os.path.commonpath([_place(path) for path in paths])) if paths else Path.cwd()
    above = (base, *base.parents)
    top = next((folder for folder in above if (folder / ".git").exists()), None)
    return top or (Path.cwd() if Path.cwd() in above else base)


def _config_in(folder: Path) -> Path | None:
    for name in NAMES:
        if (folder / name).is_file():
            return folder / name
    manifest = folder / "pyproject.toml"
    if manifest.is_file() and b"[tool.jdlint" in bytes_of(manifest):
        return manifest
    return None


def _place(path: Path) -> str:
    """Where a named path stands: a page that is a link is where the link is, not where it leads."""
    return str(path.parent.resolve() / path.name if path.is_symlink() else path.resolve())


def load_config(path: Path | None, root: Path, known: Sequence[str]) -> Config:
    """The configuration of a project, ``extends`` and the front-matter schema followed; raises
    ``ConfigError``."""
    data = config_data(path, root) if path else {}
    where = shown(path) if path else ""
    config = config_of(data, known, where)
    return with_settings(config, schema=load_schema(config, root), rules=tuple(known))


def config_data(path: Path, root: Path) -> dict[str, Any]:
    """The data of a configuration file over all that it extends; raises ``ConfigError``."""
    inside = path.resolve().is_relative_to(root.resolve())
    base = root if inside else path.resolve().parent
    return _over_its_bases(path, base, (), iter(range(_MOST_FILES)))


def _over_its_bases(
    path: Path, root: Path, above: tuple[Path, ...], numbers: Iterator[int]
) -> dict[str, Any]:
    """One file of a chain; ``above`` are those that led here, ``numbers`` run out where there are
    too many."""
    if path in above or len(above) > _LONGEST_CHAIN:
        raise ConfigError(f"{shown(path)}: “extends” goes round in a circle")
    if next(numbers, None) is None:
        raise ConfigError(
            f"{shown(path)}: “extends” leads to more than {_MOST_FILES} files, name fewer"
        )
    data = _checked(path)
    base: dict[str, Any] = {}
    for name in texts(data.get("extends", ())):
        base = combined(base, _extended(str(name), path, root, (*above, path), numbers))
    return combined(base, data)


def _extended(
    name: str, path: Path, root: Path, above: tuple[Path, ...], numbers: Iterator[int]
) -> dict[str, Any]:
    profile = PACKAGE / "config" / "profiles" / f"{name}.yaml"
    if not name.endswith((".yaml", ".yml", ".toml")) and "/" not in name and "\\" not in name:
        if not profile.is_file():
            known = ", ".join(sorted(p.stem for p in profile.parent.glob("*.yaml")))
            raise ConfigError(f"{shown(path)}: there is no profile “{name}”; known are {known}")
        return _checked(profile)
    target = path.parent / name
    if not target.resolve().is_relative_to(root.resolve()):
        raise ConfigError(f"{shown(path)}: “extends” may not leave the project (“{name}”)")
    if not target.is_file():
        raise ConfigError(f"{shown(path)}: the file “{name}” that “extends” names does not exist")
    return _over_its_bases(target, root, above, numbers)


def _checked(path: Path) -> dict[str, Any]:
    """A configuration file's data, validated; the last valid content is remembered, so that most
    runs read no YAML."""
    content = bytes_of(path)
    name = f"config-{name_of(path)}"
    kept = store.load(name)
    if isinstance(kept, tuple) and kept[:2] == (__version__, content) and isinstance(kept[2], dict):
        return kept[2]
    from jdlint.config.validate import placed_errors

    data, errors = placed_errors(
        content, shown(path), data_folder("schemas") / "config.schema.json"
    )
    if errors:
        raise ConfigError("\n".join(errors[:20]))
    store.save(name, (__version__, content, data))
    return data


def load_schema(config: Config, root: Path) -> dict[str, Any]:
    """The schema of front matter with all that it may ``$ref`` under ``$resources``; raises
    ``ConfigError``."""
    from jdlint.config.front_matter_schema import default_schema, project_schema

    if config.schema_path:
        return project_schema(root, config.schema_path, config.path)
    folder = data_folder("schemas")
    schema: dict[str, Any] = remembered("schema", stamps_of(folder), lambda: default_schema(folder))
    if _layout_by_folder(config, root):
        schema["required"] = [key for key in schema["required"] if key != "layout"]
    return schema


def _layout_by_folder(config: Config, root: Path) -> bool:
    """Whether a page of this site needs no layout of its own."""
    generator = config.settings.get("site", {}).get("generator")
    from jdlint.site.build.generators import TABLE

    rows = [row for row in TABLE if row.own_layouts]
    if generator:
        return generator in {row.name for row in rows}
    marks = {mark for row in rows for mark in row.marks}
    names = marks.intersection(os.listdir(root) if root.is_dir() else ())
    return any((root / name).is_file() for name in names)


def default_settings() -> dict[str, Any]:
    """The settings of a project that configures nothing."""
    return {"schema": load_schema(Config(), Path())}

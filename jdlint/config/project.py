"""Find a project, read its configuration and rules, and make the plan of a run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from jdlint import __version__
from jdlint.config.config import NAMES, Config, combined, config_of, with_settings
from jdlint.core.errors import ConfigError
from jdlint.core.light import TYPE_CHECKING, Any, NamedTuple
from jdlint.core.tools import MappingProxyType
from jdlint.io import store
from jdlint.io.files import within
from jdlint.io.shipped import (
    PACKAGE,
    bytes_of,
    data_folder,
    is_there,
    name_of,
    remembered,
    shown,
)
from jdlint.rules.loader import texts

if TYPE_CHECKING:
    from jdlint.config.front_matter_schema import FrontMatterSchema

_MANIFEST = "pyproject.toml"
_LONGEST_CHAIN = 8
_MOST_FILES = 40  # that a configuration is put together from, each as often as it is named


class Project(NamedTuple):
    """Where a project lies, its configuration file, and what that says, ``extends`` followed."""

    root: Path
    path: Path | None = None
    data: Mapping[str, Any] = MappingProxyType({})
    looked_at: tuple[str, ...] = ()  # files that say this, there or not
    read: tuple[Path, ...] = ()  # the configuration, and what it extends
    found: bool = False  # it was looked for: nobody named it

    @property
    def name(self) -> str:
        """The configuration as messages name it."""
        return shown(self.path) if self.path else ""

    def unread(self, folders: Iterable[str]) -> list[Path]:
        """Configuration files that hold for nothing, as one further up does: those in folders below
        the root (paths from it) and on the way there. None where somebody named another one."""
        asked: set[str] = set()
        for folder in folders if self.found else ():
            while folder and folder not in asked and not folder.startswith(".."):
                asked.add(folder)
                folder = folder.rpartition("/")[0]
        known = {path.resolve() for path in self.read}
        files = (_config_in(self.root / folder) for folder in sorted(asked))
        return [path for path in files if path and path.resolve() not in known]


def find(paths: Sequence[Path] = (), config: str | Path | None = None) -> Project:
    """The project that some files and folders lie in (none: the working directory), with the
    configuration that is named, else the one above them. Raises ``ConfigError``."""
    root, path = _above(paths or [Path()])
    if config is not None:
        path = Path(config)
        if not os.path.isfile(path):
            raise ConfigError(f"{path}: there is no such configuration file")
        holder = path.resolve().parent
        # a configuration from elsewhere, as of the main branch, counts from the working tree
        held = root.resolve().is_relative_to(holder)
        root = holder if held else _working_root(paths or [Path()])
    places = _places(paths or [Path()])
    if path is None:
        return Project(root, looked_at=places, found=True)
    folder = path.resolve().parent
    chain = _Chain.new(root if folder.is_relative_to(root.resolve()) else folder)
    data, read = _data_of(path, chain), tuple(chain.read)
    return Project(root, path, data, (*places, *map(str, read)), read, config is None)


def of_data(data: Mapping[str, Any], root: Path) -> Project:
    """A project whose configuration is at hand, as jdlint.yaml would have it; raises
    ``ConfigError``."""
    import json

    content, name = json.dumps(data, ensure_ascii=False).encode(), "the configuration"
    whole = _over_its_bases(_validated(content, name), root / name, _Chain.new(root))
    return Project(root, None, whole)


def _above(paths: Sequence[Path]) -> tuple[Path, Path | None]:
    """The root and the configuration file above some paths, up to a git root and no further.

    Of several on the way the topmost counts, so that a page is judged by the same one however it is
    named; without a repository the way ends at the working directory.
    """
    base = Path(os.path.commonpath([_place(path) for path in paths]))
    if not base.is_dir():
        base = base.parent
    above = (base, *base.parents)
    top = next((folder for folder in above if os.path.exists(os.path.join(folder, ".git"))), None)
    end = top or next((folder for folder in above if folder == Path.cwd()), None)
    found: tuple[Path, Path] | None = None
    for folder in above:
        config = _config_in(folder)
        found = (folder, config) if config else found
        inside = end is not None and end in folder.parents
        if folder == top or (found and not inside):
            break
    return found or (top or base, None)


def _places(paths: Sequence[Path]) -> tuple[str, ...]:
    """Where a configuration, or the end of the way up to one, may be."""
    base = Path(os.path.commonpath([_place(path) for path in paths]))
    names = (*NAMES, _MANIFEST, ".git")
    above = map(str, (base, *base.parents))
    return tuple([os.path.join(folder, name) for folder in above for name in names])


def _working_root(paths: Sequence[Path]) -> Path:
    """Where the patterns of a configuration from elsewhere count from: the repository that the
    paths are in, else the working directory where it holds them, else what they share."""
    base = Path(os.path.commonpath([_place(path) for path in paths]))
    above = (base, *base.parents)
    top = next((folder for folder in above if os.path.exists(os.path.join(folder, ".git"))), None)
    return top or (Path.cwd() if Path.cwd() in above else base)


def _config_in(folder: Path) -> Path | None:
    for name in NAMES:
        if is_there(os.path.join(folder, name)):
            return folder / name
    manifest = os.path.join(folder, _MANIFEST)
    if os.path.isfile(manifest) and b"[tool.jdlint" in bytes_of(Path(manifest)):
        return folder / _MANIFEST
    return None


def _place(path: Path) -> str:
    """Where a named path stands: a page that is a link is where the link is, not where it leads."""
    return str(path.parent.resolve() / path.name if path.is_symlink() else path.resolve())


def load_config(project: Project, known: Sequence[str]) -> Config:
    """The configuration of a project with its front-matter schema; ``known`` are the names of all
    rules. Raises ``ConfigError``."""
    config = config_of(project.data, known, project.name)
    schema, resources = load_schema(config, project.root)
    return with_settings(config, schema=schema, resources=resources, rules=tuple(known))


class _Chain(NamedTuple):
    """The files that led to one by ``extends``, below a root; ``numbers`` run out where there are
    too many in all."""

    root: Path
    above: tuple[Path, ...]
    numbers: Iterator[int]
    read: list[Path]  # all of them, in any chain

    @classmethod
    def new(cls, root: Path) -> _Chain:
        return cls(root, (), iter(range(_MOST_FILES)), [])


def _data_of(path: Path, chain: _Chain) -> dict[str, Any]:
    """The data of a configuration file over all that it extends."""
    if path in chain.above or len(chain.above) > _LONGEST_CHAIN:
        raise ConfigError(f"{shown(path)}: “extends” goes round in a circle")
    if next(chain.numbers, None) is None:
        raise ConfigError(
            f"{shown(path)}: “extends” leads to more than {_MOST_FILES} files, name fewer"
        )
    chain.read.append(path)
    return _over_its_bases(_checked(path), path, chain)


def _over_its_bases(data: dict[str, Any], path: Path, chain: _Chain) -> dict[str, Any]:
    base: dict[str, Any] = {}
    inner = chain._replace(above=(*chain.above, path))
    for name in texts(data.get("extends", ())):
        base = combined(base, _extended(str(name), path, inner))
    return combined(base, data)


def _extended(name: str, path: Path, chain: _Chain) -> dict[str, Any]:
    profile = PACKAGE / "config" / "profiles" / f"{name}.yaml"
    if not name.endswith((".yaml", ".yml", ".toml")) and "/" not in name and "\\" not in name:
        if not os.path.isfile(profile):
            known = ", ".join(sorted(p.stem for p in profile.parent.glob("*.yaml")))
            raise ConfigError(f"{shown(path)}: there is no profile “{name}”; known are {known}")
        return _checked(profile)
    target = path.parent / name
    if not within(chain.root, [target]):
        raise ConfigError(f"{shown(path)}: “extends” may not leave the project (“{name}”)")
    if not os.path.isfile(target):
        raise ConfigError(f"{shown(path)}: the file “{name}” that “extends” names does not exist")
    return _data_of(target, chain)


def _checked(path: Path) -> dict[str, Any]:
    """A configuration file's data, validated; the last valid content is remembered, so that most
    runs read no YAML."""
    content = bytes_of(path)
    name = f"config-{name_of(path)}"
    kept = store.load(name)
    if isinstance(kept, tuple) and kept[:2] == (__version__, content) and isinstance(kept[2], dict):
        return kept[2]
    data = _validated(content, shown(path))
    store.save(name, (__version__, content, data))
    return data


def _validated(content: bytes, name: str) -> dict[str, Any]:
    from jdlint.config.validate import placed_errors

    schema = data_folder("schemas") / "config.schema.json"
    data, errors = placed_errors(content, name, schema)
    if errors:
        raise ConfigError("\n".join(errors[:20]))
    return data


def load_schema(config: Config, root: Path) -> FrontMatterSchema:
    """The schema of front matter; raises ``ConfigError``."""
    from jdlint.config.front_matter_schema import FrontMatterSchema, default_schema, project_schema

    if config.schema_path:
        return project_schema(root, config.schema_path, config.path)
    folder = data_folder("schemas")
    schema: dict[str, Any] = remembered("schema", lambda: default_schema(folder))
    keys = config.settings.get("posting", {}).get("keys")
    if keys:
        from jdlint.config.front_matter_schema import with_own_keys

        schema = with_own_keys(schema, {name: texts(given) for name, given in keys.items()})
    return FrontMatterSchema(schema, {})


def default_settings() -> dict[str, Any]:
    """The settings of a project that configures nothing."""
    return load_schema(Config(), Path())._asdict()

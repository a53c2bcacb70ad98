"""jdlint.yaml -> Config: what a project sets, checked and placed, ready to be merged into rules.

Pure: files are read by the caller, who hands over data (``jdlint.io`` and ``jdlint.config.project``
do).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from jdlint.core.errors import ConfigError
from jdlint.core.light import Any, NamedTuple, dataclass, field, replace
from jdlint.core.names import did_you_mean
from jdlint.core.patterns.glob import PathPattern, glob_pattern
from jdlint.core.tools import MappingProxyType, cached_property
from jdlint.rules.loader import texts
from jdlint.rules.rule import LEVELS, Level, Rule

NAMES = ("jdlint.yaml", "jdlint.yml", ".jdlint.yaml", ".jdlint.yml")


# where these rules have their pages; empty as long as they are not published
DOCUMENTATION = ""


class Setting(NamedTuple):
    """What the configuration says of a rule: a severity (None: leave it) and parameters."""

    severity: Level | None = None
    params: Mapping[str, Any] = MappingProxyType({})


class Override(NamedTuple):
    """Settings for the files that match one of the patterns."""

    files: tuple[str, ...]
    rules: Mapping[str, Setting]


_UNSET = Setting()  # of most rules


@dataclass(frozen=True)
class Config:
    """One project's configuration; ``path`` is the file it came from (empty: none), for messages.

    ``documentation`` is the address that rules have their pages below (empty: nowhere).
    ``settings`` fill the parameters of checks that a project sets (sections, schema, site, …).
    """

    path: str = ""
    pages: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    schema_path: str = ""
    baseline: str = ""
    documentation: str = ""
    rules: Mapping[str, Setting] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def _globs(self) -> tuple[PathPattern | None, PathPattern | None]:
        return glob_pattern(self.pages), glob_pattern(self.exclude)

    def is_page(self, path: str) -> bool | None:
        """Whether a path (relative to the root) is a job page; None where the configuration does
        not say."""
        pages, exclude = self._globs
        if exclude and exclude.match(path):
            return False
        return bool(pages.match(path)) if pages else None

    def excludes(self, path: str) -> bool:
        """Whether ``exclude`` names a path."""
        exclude = self._globs[1]
        return exclude is not None and bool(exclude.match(path))

    def overrides_for(self, path: str) -> tuple[int, ...]:
        """The indices of the overrides that match a path."""
        return tuple(
            i
            for i, o in enumerate(self.overrides)
            if (g := glob_pattern(o.files)) and g.match(path)
        )

    def setting(self, rule: str, overrides: Sequence[int] = ()) -> Setting:
        """What holds for a rule: its group's setting, then its own, then those of overrides, each
        over the last."""
        found = _UNSET
        if not self.rules and not overrides:
            return found
        group = rule.partition("/")[0]
        for table in (self.rules, *(self.overrides[i].rules for i in overrides)):
            for key in ("all", group, rule):
                if key in table:
                    found = merged(found, table[key])
        return found


def merged(a: Setting, b: Setting) -> Setting:
    return Setting(b.severity or a.severity, {**a.params, **b.params})


def level(rule: Rule, setting: Setting) -> Level:
    """The severity that a rule has under a setting.

    A group's or project's severity turns on rules that are off; parameters alone turn on a rule
    that is off too.
    """
    if setting.severity:
        return setting.severity
    return "warning" if rule.severity == "off" and setting.params else rule.severity


def read_settings(data: Mapping[str, Any], known: Iterable[str], where: str) -> dict[str, Setting]:
    """The ``rules:`` of a configuration; raises ``ConfigError`` for a name that no rule or group
    has."""
    names = set(known)
    names |= {name.partition("/")[0] for name in names} | {"all"}
    found = {}
    for name, value in data.items():
        if name not in names:
            raise ConfigError(
                f"{where}: there is no rule or group “{name}”{did_you_mean(str(name), names)}"
            )
        found[str(name)] = _setting(value, f"{where}: {name}")
    return found


def _setting(value: Any, where: str) -> Setting:
    if isinstance(value, dict):
        params = {str(k): v for k, v in value.items() if k != "severity"}
        return Setting(_level(value["severity"], where) if "severity" in value else None, params)
    return Setting(_level(value, where))


def _level(value: Any, where: str) -> Level | None:
    if value is True:
        return None
    if value is False:
        return "off"
    if value not in LEVELS:
        raise ConfigError(f"{where}: a severity is one of {', '.join(LEVELS)}, not “{value}”")
    return value  # type: ignore[no-any-return]


_SETTINGS = ("sections", "site", "external", "grammar", "pay", "language", "posting")


def config_of(data: Mapping[str, Any], known: Iterable[str], path: str) -> Config:
    """The configuration that validated data stands for; ``known`` are the names of all rules."""
    names = list(known)
    where = path or "configuration"
    overrides = tuple(
        Override(texts(row["files"]), read_settings(row["rules"], names, f"{where}: overrides"))
        for row in data.get("overrides", ())
    )
    settings = {name: data[name] for name in _SETTINGS if name in data}
    return Config(
        path=path,
        pages=texts(data.get("pages", ())),
        exclude=texts(data.get("exclude", ())),
        published=texts(data.get("published", ())),
        schema_path=str(data.get("front-matter", {}).get("schema", "")),
        baseline=str(data.get("baseline", "")),
        documentation=str(data.get("documentation", DOCUMENTATION)).rstrip("/"),
        rules={**_reasons(data), **read_settings(data.get("rules", {}), names, f"{where}: rules")},
        overrides=overrides,
        settings=settings,
    )


def _reasons(data: Mapping[str, Any]) -> dict[str, Setting]:
    """The rule that wants a reason in comments that silence rules, where the project wants one."""
    wanted = data.get("suppressions", {}).get("require-reason", False)
    return {"suppress/missing-reason": Setting("warning")} if wanted else {}


def combined(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Two configurations as one: mappings merge key by key, overrides add up, all else is
    replaced."""
    out = dict(base)
    for key, value in over.items():
        if key in (
            "rules",
            "site",
            "external",
            "front-matter",
            "grammar",
            "pay",
            "posting",
            "suppressions",
        ) and isinstance(out.get(key), dict):
            out[key] = {**out[key], **value}
        elif key == "overrides":
            out[key] = [*out.get(key, ()), *value]
        elif key != "extends":
            out[key] = value
    return out


def with_settings(config: Config, **settings: Any) -> Config:
    """The configuration with more settings for checks."""
    return replace(config, settings={**config.settings, **settings})

"""The catalogue of rules: those that ship with jdlint and a project's own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from jdlint.core.errors import ConfigError, RuleError
from jdlint.core.light import Any
from jdlint.core.names import did_you_mean
from jdlint.io import store
from jdlint.io.files import within
from jdlint.io.shipped import (
    LARGEST,
    bytes_of,
    data_folder,
    remembered,
    shown,
    whole,
)
from jdlint.rules.loader import texts
from jdlint.rules.rule import Rule, apart, of_rows, packed, read_rule

_NAME = "rules"


def shipped_rules(*, examples: bool = False) -> tuple[Rule, ...]:
    """The rules that come with jdlint, in order of name, read once and remembered; examples only
    where asked for."""
    folder = data_folder("rules")
    if examples:
        rows = remembered("rules-full", lambda: list(read_files(files_below(folder))))
        return tuple(read_rule(data, path) for path, data in rows)
    head, find = store.parts_of(_NAME)
    if head and head[0] == whole():
        return of_rows(head[1], find)
    return of_rows(remembered(_NAME, lambda: _packed(folder)))


def make_ready() -> None:
    """Keep the rules that a run left in the cache for all runs of this Python, their parameters by
    themselves: a page needs those of a few; raises ``OSError``."""
    head, kept = store.load(_NAME)
    rows, parts = apart(kept)
    store.make_parts_ready(_NAME, (head, rows), parts)


def _packed(folder: Path) -> list[tuple[Any, ...]]:
    return [packed(read_rule(data, path)) for path, data in read_files(files_below(folder))]


def files_below(folder: Path) -> list[Path]:
    """The rule files ``folder/<group>/<name>.yaml``, in order; where there is none, those of one
    group, ``folder/<name>.yaml``."""
    return sorted(folder.glob("*/*.y*ml")) or sorted(folder.glob("*.y*ml"))


def read_files(paths: Iterable[Path]) -> Iterator[tuple[str, Any]]:
    """Path and data of rule files; raises ``RuleError`` for one that is no YAML."""
    return ((_relative(path), _data_of(path)) for path in paths)


def _data_of(path: Path) -> Any:
    """The data of one rule file, which is never larger than it looks: it may not refer back."""
    content = bytes_of(path)
    if len(content) >= LARGEST:
        raise RuleError(f"{shown(path)}: a rule file is smaller than {LARGEST // 1_000_000} MB")
    return data_in(content, shown(path), trusted=_is_shipped(path))


def data_in(content: bytes, name: str, *, trusted: bool = False) -> Any:
    """The data of a rule file's bytes; raises ``RuleError`` that starts with its name, line and
    column."""
    import yaml

    from jdlint.parse.meta.yaml_limits import excess
    from jdlint.rules.loader import rule_loader

    try:
        text = content.decode("utf-8-sig")
        found = None if trusted else excess(text)
        if found is not None:
            line = text.count("\n", 0, found.offset) + 1
            raise RuleError(f"{name}:{line}: this cannot be read: {found.reason}")
        return yaml.load(text, Loader=rule_loader())  # noqa: S506 - a safe loader, the C one
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        reason = getattr(error, "problem", None) or str(error).split("\n")[0]
        raise RuleError(f"{name}{place}: this is not YAML: {reason}") from error


def _relative(path: Path) -> str:
    return f"rules/{path.parent.name}/{path.name}" if _is_shipped(path) else shown(path)


def _is_shipped(path: Path) -> bool:
    return data_folder("rules") in path.parents


def project_rules(config: Mapping[str, Any], root: Path) -> tuple[Rule, ...]:
    """The rules of a project's own folders; raises ``RuleError`` or ``ConfigError``."""
    rules: list[Rule] = []
    for name in texts(config.get("rule-paths", ())):
        folder = root / name
        if not within(root, [folder]):
            raise ConfigError(f"rule-paths: “{name}” may not leave the project")
        if not os.path.isdir(folder):
            raise ConfigError(f"rule-paths: there is no folder “{name}”")
        paths = files_below(folder)
        for path in paths:
            if os.path.islink(path) and not within(root, [path]):
                raise RuleError(f"{shown(path)}: a link out of the project is not read, copy it")
        rules.extend(read_rule(data, path, shipped=False) for path, data in read_files(paths))
    return tuple(rules)


def all_rules(data: Mapping[str, Any], root: Path, *, examples: bool = False) -> tuple[Rule, ...]:
    """Shipped rules and the project's, which replace shipped ones of the same name."""
    rules = {rule.name: rule for rule in shipped_rules(examples=examples)}
    rules.update((rule.name, rule) for rule in project_rules(data, root))
    return tuple(rules[name] for name in sorted(rules))


def named(rules: Sequence[Rule], name: str) -> list[Rule]:
    """The rules that a rule's name, a group's or ``all`` stands for, or (``and-or``) a rule's name
    without its group; raises ``ConfigError`` where there is none."""
    found = [rule for rule in rules if name in (rule.name, rule.group, "all")]
    found = found or [rule for rule in rules if rule.name.endswith(f"/{name}")]
    if not found:
        known = sorted({part for rule in rules for part in (rule.name, rule.group)})
        raise ConfigError(f"there is no rule or group “{name}”{did_you_mean(name, known)}")
    return found

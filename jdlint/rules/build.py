"""From a rule to its check."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from jdlint.checks import GROUPS
from jdlint.core.errors import RuleError
from jdlint.core.names import known_or_near
from jdlint.core.pattern import compile_pattern
from jdlint.rules.rule import SETTINGS, Rule, Untrusted, frozen


def _compile(given: Mapping[str, Any]) -> None:
    """A project's patterns are compiled at once, so that a wrong one is said before pages are
    read."""
    for key in ("pattern", "unless", "unless_block", "unless_page"):
        value = given.get(key, ())
        for pattern in (value,) if isinstance(value, str) else value:
            if isinstance(pattern, Untrusted):
                compile_pattern(pattern)


def check_class(name: str, path: str = "") -> type[Any]:
    """The dataclass of a check: ``some-name`` is ``SomeName`` in
    ``jdlint/checks/<group>/some_name.py``."""
    if name not in GROUPS:
        raise RuleError(f"{path}: there is no check “{name}”{known_or_near(name, check_names())}")
    module = importlib.import_module(f"jdlint.checks.{GROUPS[name]}.{name.replace('-', '_')}")
    found: type[Any] = getattr(module, "".join(part.capitalize() for part in name.split("-")))
    return found


def check_names() -> list[str]:
    """The names of all checks, in order."""
    return sorted(GROUPS)


def build(
    rule: Rule, settings: Mapping[str, Any] | None = None, params: Mapping[str, Any] | None = None
) -> Any:
    """The check of a rule; ``params`` come over the rule's own, ``settings`` fill fields that the
    project sets.

    Raises ``RuleError`` for an unknown check, an unknown parameter or one that is missing.
    """
    cls = check_class(rule.check, rule.path or rule.name)
    known = {f.name: f for f in fields(cls) if f.init}
    given = {key.replace("-", "_"): value for key, value in rule.params.items()}
    given.update(
        {
            key.replace("-", "_"): frozen(value, trusted=False)
            for key, value in (params or {}).items()
        }
    )
    for key in given:
        if key not in known:
            raise RuleError(
                f"{rule.path or rule.name}: check “{rule.check}” has no parameter "
                f"“{key}”{known_or_near(key, known)}"
            )
    for key, value in (settings or {}).items():
        # a rule's own words for headings may share the name of a setting
        if (
            key in known
            and key in SETTINGS
            and key not in given
            and known[key].type != "tuple[str, ...]"
        ):
            given[key] = frozen(value, trusted=False)
    missing = [
        k
        for k, f in known.items()
        if k not in given and f.default is MISSING and f.default_factory is MISSING
    ]
    if missing:
        raise RuleError(
            f"{rule.path or rule.name}: check “{rule.check}” needs the parameter “{missing[0]}”"
        )
    try:
        _compile(given)
        return cls(**given)
    except (TypeError, ValueError) as error:
        raise RuleError(f"{rule.path or rule.name}: {error}") from error

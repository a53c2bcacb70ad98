"""From a rule to its check."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from jdlint.checks import GROUPS, Check
from jdlint.core.errors import RuleError
from jdlint.core.light import MISSING, Any, Field, fields
from jdlint.core.loading import module_of
from jdlint.core.names import known_or_near
from jdlint.core.patterns.pattern import compile_pattern
from jdlint.rules.rule import Rule, Untrusted, frozen


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
    module = module_of(f"jdlint.checks.{GROUPS[name]}.{name.replace('-', '_')}")
    found: type[Any] = getattr(module, "".join(part.capitalize() for part in name.split("-")))
    return found


def check_names() -> list[str]:
    """The names of all checks, in order."""
    return sorted(GROUPS)


def build(
    rule: Rule,
    settings: Mapping[str, object] | None = None,
    params: Mapping[str, object] | None = None,
    config: str = "",
) -> Check:
    """The check of a rule; ``params`` of the configuration (its path is ``config``) come over the
    rule's own, ``settings`` fill the fields that say so (``jdlint.checks.setting``) and that
    neither gives.

    Raises ``RuleError`` for an unknown check, an unknown parameter, one that is missing or whose
    value is of another kind than the check's field.
    """
    cls = check_class(rule.check, rule.path or rule.name)
    known = [f for f in fields(cls) if f.init]
    given = {_field(key): value for key, value in rule.params.items()}
    over = {_field(k): frozen(v, trusted=False) for k, v in (params or {}).items()}
    given.update(over)
    _hold(rule, known, given)
    where = rule.path or rule.name
    place = f"{config or where}: {rule.name}" if over else where
    given.update(_of_kind(place, rule.check, known, over))
    if not rule.shipped:
        own = {key: value for key, value in given.items() if key not in over}
        given.update(_of_kind(where, rule.check, known, own))
    given.update(_of_settings(known, settings or {}, given))
    _whole(rule, known, given)
    return _made(cls, given, place, rule.check, trusted=rule.shipped and not over)


def _of_settings(
    known: Sequence[Any], settings: Mapping[str, object], given: Mapping[str, object]
) -> dict[str, object]:
    """The fields that the configuration fills, and nobody else has."""
    return {
        f.name: settings[name] if f.metadata["plain"] else frozen(settings[name], trusted=False)
        for f in known
        if (name := str(f.metadata.get("setting", ""))) in settings and f.name not in given
    }


def _made(
    cls: type[Any], given: Mapping[str, Any], place: str, name: str, *, trusted: bool
) -> Check:
    """The check with these values; raises ``RuleError`` for what it does not take. Those that ship
    are ``trusted``: what takes long to look at was looked at by our tests."""
    try:
        _compile(given)
        check: Check = cls(**given)
        if not trusted and (validate := getattr(check, "validate", None)):
            validate()
        return check
    except KeyError as error:
        raise RuleError(
            f"{place}: a value of check “{name}” lacks the key “{error.args[0]}”"
        ) from error
    except (TypeError, ValueError, AttributeError, ArithmeticError) as error:
        raise RuleError(f"{place}: {error}") from error


def _field(key: str) -> str:
    return key.replace("-", "_")


def _hold(rule: Rule, known: Sequence[Field[Any]], given: Collection[str]) -> None:
    """Raise ``RuleError`` for a parameter that the check does not have."""
    where, names = rule.path or rule.name, [f.name for f in known]
    for key in given:
        if key not in names:
            near = known_or_near(key, names)
            raise RuleError(f"{where}: check “{rule.check}” has no parameter “{key}”{near}")


def _whole(rule: Rule, known: Sequence[Field[Any]], given: Collection[str]) -> None:
    """Raise ``RuleError`` for a parameter that the check needs."""
    where = rule.path or rule.name
    for f in known:
        if f.name not in given and f.default is MISSING and f.default_factory is MISSING:
            raise RuleError(f"{where}: check “{rule.check}” needs the parameter “{f.name}”")


def _of_kind(
    where: str, check: str, known: Sequence[Field[Any]], given: Mapping[str, Any]
) -> dict[str, Any]:
    """Values of a project, each of the kind that the check's field is, a single one where a list
    is wanted as a list of one; raises ``RuleError`` for others."""
    if not given:
        return {}
    from jdlint.rules.kinds import fits, words

    kinds = {f.name: str(f.type) for f in known}
    held = {}
    for key, value in given.items():
        kind = kinds[key]
        held[key] = (value,) if not fits(value, kind) and fits((value,), kind) else value
        if not fits(held[key], kind):
            raise RuleError(
                f"{where}: the parameter “{key}” of check “{check}” is {words(kind)}, "
                f"not {_shown(value)}"
            )
    return held


def _shown(value: Any) -> str:
    """A value as people wrote it, cut short."""
    from json import dumps

    text = dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:60]}…"

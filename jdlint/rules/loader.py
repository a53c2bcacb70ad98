"""A YAML loader for rule files: safe, and without the words that YAML 1.1 takes for true and false.
A key that stands twice, whose first value YAML would drop unsaid, is refused.

Rule files are lists of words; “on”, “no” and “yes” are words there. ``true`` and ``false`` stay
what they are.
"""

from __future__ import annotations

from jdlint.core.light import Any
from jdlint.core.patterns import regex as re
from jdlint.core.tools import lru_cache

_BOOL = "tag:yaml.org,2002:bool"


@lru_cache(maxsize=1)
def rule_loader() -> Any:
    """The loader's class; PyYAML is imported when it is first asked for."""

    import yaml

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    def flatten_mapping(self: Any, node: Any) -> None:
        """As the safe loader does it, once each key is known to stand once."""
        seen = set[str]()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                reason = f"the key “{key.value}” stands twice"
                raise yaml.constructor.ConstructorError(None, None, reason, key.start_mark)
            seen.add(str(key.value))
        base.flatten_mapping(self, node)

    loader = type("RuleLoader", (base,), {"flatten_mapping": flatten_mapping})
    table = {
        first: [(tag, pattern) for tag, pattern in rows if tag != _BOOL]
        for first, rows in base.yaml_implicit_resolvers.items()
    }
    loader.yaml_implicit_resolvers = table  # type: ignore[attr-defined]
    loader.add_implicit_resolver(_BOOL, re.compile(r"true|false"), list("tf"))  # type: ignore[attr-defined]
    return loader


def texts(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(str(item) for item in value or ())

"""Changes that are offered beside a fix: a word, a rule switched off."""

from __future__ import annotations

from jdlint.core.page import FrontMatter
from jdlint.core.patterns import regex as re
from jdlint.parse.meta.front_matter import parse_meta

_RULES = re.late(r"^rules:[ \t]*(?P<flow>\{)?(?P<rest>[^\n]*)\n?", re.MULTILINE)


def switched_off(config: str, rule: str) -> str | None:
    """A configuration (YAML) in which a rule is off; None where it says something of it already."""
    if re.search(rf"^[ {{]+[\"']?{re.escape(rule)}[\"']?[ \t]*:", config, re.MULTILINE):
        return None
    match = _RULES.search(config)
    if match is None:
        gap = "" if not config or config.endswith("\n") else "\n"
        return f"{config}{gap}rules:\n  {rule}: off\n"
    if match["flow"]:
        at, comma = match.end("flow"), ", " if match["rest"].strip() not in ("}", "") else ""
        return f"{config[:at]}{rule}: off{comma}{config[at:].lstrip(' ')}"
    if match["rest"].strip() and not match["rest"].lstrip().startswith("#"):
        return None
    head = config[: match.end()]
    following = re.match(r"([ \t]+)\S", config[match.end() :])
    indent = following[1] if following else "  "
    gap = "" if head.endswith("\n") else "\n"
    return f"{head}{gap}{indent}{rule}: off\n{config[match.end() :]}"


def in_front_matter(text: str, offset: int) -> FrontMatter | None:
    """The front matter that an offset lies in; None in the body."""
    meta, body = parse_meta(text)
    inside = bool(meta.format) and meta.span.start < offset < min(body, meta.span.end + 1)
    return meta if inside else None

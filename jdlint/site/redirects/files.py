"""Files of redirects: GitLab's ``data/redirects.yml``, Netlify's ``_redirects`` and
``netlify.toml``, ``vercel.json``.

Sources: the nginx documentation on ``location`` for GitLab's operators, Netlify's “Redirect
options”, Vercel's “Project configuration”.
"""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.light import Any
from jdlint.core.patterns import regex as re
from jdlint.site.build.data import load
from jdlint.site.build.tree import Tree
from jdlint.site.redirects.rules import Kind, Redirect

NAMES = (
    "data/redirects.yml",
    "_redirects",
    "static/_redirects",
    "public/_redirects",
    "netlify.toml",
    "vercel.json",
)
_MAX_RULES = 100_000
_PLACEHOLDER = re.late(r":(\w+)")


def read_redirects(tree: Tree, path: str) -> Iterator[Redirect]:
    """The rules in a file, by its name; a file that cannot be read has none."""
    text = tree.read(path)
    if text is None:
        return
    name = path.rpartition("/")[2]
    try:
        if name == "_redirects":
            yield from _netlify(text, path)
        elif name.endswith(".toml"):
            yield from _netlify_toml(text, path)
        elif name.endswith(".json"):
            yield from _vercel(load(text, "json"), path)
        else:
            yield from _gitlab(text, path)
    except ValueError:
        return


def _gitlab(text: str, path: str) -> Iterator[Redirect]:
    """A list of ``sources``, ``target`` and ``comp_op``: ``=`` exact, ``^~`` prefix, ``~``
    pattern."""
    entries = load(text, "yaml")
    kinds: dict[str, Kind] = {"=": "exact", "^~": "prefix", "~": "regex", "~*": "regex"}
    for entry in entries[:_MAX_RULES] if isinstance(entries, list) else ():
        if not isinstance(entry, dict) or not isinstance(entry.get("target"), str):
            continue
        operator = str(entry.get("comp_op", "=")).strip()
        sources = entry.get("sources", entry.get("source"))
        for source in sources if isinstance(sources, list) else [sources]:
            if isinstance(source, str) and operator in kinds:
                yield _nginx(kinds[operator], source, entry["target"], path, operator == "~*")


def _nginx(kind: Kind, source: str, target: str, path: str, ignore_case: bool) -> Redirect:
    # A pattern is written as a path from the root: one that matched anywhere would match its own
    # target
    if kind == "regex":
        source = ("(?i)" if ignore_case else "") + ("^" if source.startswith("/") else "") + source
    return Redirect(kind, source, target, path)


def _netlify(text: str, path: str) -> Iterator[Redirect]:
    """``from [query…] to [status] [conditions]``; ``*`` is a splat, ``:name`` a placeholder, ``!``
    forces."""
    for line in text.split("\n")[:_MAX_RULES]:
        words = line.partition("#")[0].split() if line.lstrip().startswith("#") else line.split()
        if len(words) < 2 or words[0].startswith("#"):
            continue
        rest = words[1:]
        at = next(
            (i for i, word in enumerate(rest) if word.startswith(("/", "http://", "https://"))), -1
        )
        if at < 0:
            continue
        status = rest[at + 1] if len(rest) > at + 1 else "301"
        conditional = at > 0 or any("=" in word for word in rest[at + 1 :])
        yield from _netlify_rule(words[0], rest[at], status, conditional, path)


def _netlify_rule(
    source: str, target: str, status: str, conditional: bool, path: str
) -> Iterator[Redirect]:
    code = status.rstrip("!")
    if not code.isdigit() or code in ("404", "410"):
        return
    host, source = _host_and_path(source)
    rule = Redirect(
        "page",
        source,
        target,
        path,
        force=status.endswith("!"),
        uncertain=conditional,
        host=host,
        rewrite=code == "200",
    )
    if "*" not in source and ":" not in source:
        yield rule
        return
    pattern, names = _pattern(source)
    for number, name in enumerate(names, 1):
        target = target.replace(f":{name}", f"${number}")
    yield rule._replace(kind="regex", source=pattern, target=target)


def _host_and_path(source: str) -> tuple[str, str]:
    """The host that a rule is written for (``""``: any) and its path."""
    if not source.startswith(("http://", "https://")):
        return "", source
    host, _, path = source.partition("//")[2].partition("/")
    return host.lower(), f"/{path}"


def _pattern(source: str) -> tuple[str, list[str]]:
    """A pattern for a source with placeholders, and the names of its groups."""
    names: list[str] = []
    parts = []
    for part in re.split(r"(\*|:\w+\*?)", source):
        if part == "*":
            names.append("splat")
            parts.append("(.*)")
        elif part.startswith(":"):
            names.append(part[1:].rstrip("*"))
            parts.append("(.*)" if part.endswith("*") else "([^/]+)")
        else:
            parts.append(re.escape(part))
    pattern = "".join(parts)
    if pattern.endswith("/(.*)"):
        pattern = pattern[:-5] + "(?:/(.*))?"
    return f"^{pattern}/?$", names


def _netlify_toml(text: str, path: str) -> Iterator[Redirect]:
    rules = load(text, "toml").get("redirects", [])
    for rule in rules[:_MAX_RULES] if isinstance(rules, list) else ():
        if (
            isinstance(rule, dict)
            and isinstance(rule.get("from"), str)
            and isinstance(rule.get("to"), str)
        ):
            status = str(rule.get("status", 301)) + ("!" if rule.get("force") else "")
            conditional = bool(rule.get("conditions") or rule.get("query"))
            yield from _netlify_rule(rule["from"], rule["to"], status, conditional, path)


def _vercel(data: Any, path: str) -> Iterator[Redirect]:
    """Vercel's redirects win over files; ``:name`` and ``:name*`` are placeholders."""
    rules = data.get("redirects", []) if isinstance(data, dict) else []
    for rule in rules[:_MAX_RULES] if isinstance(rules, list) else ():
        if not isinstance(rule, dict) or not isinstance(rule.get("source"), str):
            continue
        target = rule.get("destination")
        if not isinstance(target, str) or "(" in rule["source"]:
            continue
        pattern, names = _pattern(rule["source"])
        for number, name in enumerate(names, 1):
            target = re.sub(rf":{name}\b\*?", f"${number}", target)
        conditional = bool(rule.get("has") or rule.get("missing"))
        kind: Kind = "regex" if names else "page"
        source = pattern if names else rule["source"]
        yield Redirect(kind, source, target, path, force=True, uncertain=conditional)

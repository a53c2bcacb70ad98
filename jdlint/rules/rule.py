"""Rules: YAML files that name a check, give it parameters, and prove themselves with examples."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from jdlint.core.errors import RuleError
from jdlint.core.light import Any, Literal, NamedTuple, dataclass, field, fields
from jdlint.core.names import known_or_near
from jdlint.core.patterns.regex import late
from jdlint.core.tools import MappingProxyType, lru_cache

Level = Literal["off", "note", "warning", "error"]
LEVELS = ("off", "note", "warning", "error")
KEYS = (
    "summary", "why", "see", "severity", "languages", "check", "with", "message", "fix", "over",
    "examples",
)  # fmt: skip
ALL = "all"  # the languages of a rule that knows none from another
# groups whose rules know the words of English, where they do not say otherwise
_OF_WORDS = ("grammar", "style", "inclusive", "sections", "lists", "consistency", "pay")
_NAME = late(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LANGUAGE = late(r"[a-z]{2}")
_PLACEHOLDER = late(r"\{(\w+)\}")
LEXICON = "$lexicon/"
_NONE: Mapping[str, Any] = MappingProxyType({})


class Untrusted(str):
    """Text from a project's rule file or configuration: its patterns run in linear time only."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Example:
    """``bad`` text marks what is found with «…»; ``fixed`` is what ``bad`` becomes; ``good`` text
    is quiet.

    A text without front matter is a page's body. ``pages`` maps paths to the texts of a cross-page
    example; ``given`` holds settings and answers of the world.
    """

    bad: str = ""
    good: str = ""
    fixed: str = ""
    pages: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, Any] = field(default_factory=dict)


class Rule(NamedTuple):
    """One rule as its file has it; ``name`` is group and file name (``links/broken-anchor``).

    ``languages`` are those of the pages that it is asked about (ISO 639-1), or ``all``; rules about
    words that ship are for English, where they do not say otherwise.
    ``over`` names rules whose findings on the very same place say less than this one's, and are
    left out.
    """

    name: str
    summary: str
    why: str
    severity: Level
    check: str
    message: str | Mapping[str, str]
    see: tuple[str, ...] = ()
    params: Mapping[str, Any] = _NONE
    fix: Literal["safe", "unsafe"] | None = None
    over: tuple[str, ...] = ()
    languages: tuple[str, ...] = (ALL,)
    examples: tuple[Example, ...] = ()
    path: str = ""
    shipped: bool = True

    @property
    def group(self) -> str:
        return self.name.partition("/")[0]

    def speaks(self, language: str) -> bool:
        """Whether the rule is for pages in a language."""
        return ALL in self.languages or language in self.languages

    def words(self, variant: str, values: Mapping[str, str]) -> str:
        """The message of a finding, its ``{names}`` filled from ``values``."""
        message = self.message
        if not isinstance(message, str):
            message = message.get(variant) or next(iter(message.values()))
        return _PLACEHOLDER.sub(lambda match: values.get(match.group(1), match.group()), message)


_PARAMS = Rule._fields.index("params")


def as_row(rule: Rule) -> tuple[Any, ...]:
    """The fields of a rule but for its examples: ``Rule(*row)`` gives it back."""
    params = dict(rule.params)  # as it can be kept on disk
    return tuple(rule._replace(examples=(), params=params))


class _Kept(Rule):
    """A rule with its parameters packed, until somebody asks: one page needs those of a few."""

    __slots__ = ()

    @property
    def params(self) -> Mapping[str, Any]:
        """As in the rule's file."""
        value: Any = self[_PARAMS]
        if value is None:
            value = _finder[0](self.name) or b""
        return _unpacked(value) if isinstance(value, bytes | memoryview) else value


# what finds the packed parameters of a rule that lie apart, by its name
_finder: list[Callable[[str], memoryview | None]] = []


@lru_cache(maxsize=1024)
def _unpacked(data: bytes | memoryview) -> Mapping[str, Any]:
    return MappingProxyType(marshal.loads(data)) if data else _NONE


def packed(rule: Rule) -> tuple[Any, ...]:
    """The same with its parameters packed, as ``of_rows`` takes it."""
    at, row = _PARAMS, as_row(rule)
    return (*row[:at], marshal.dumps(row[at]) if row[at] else b"", *row[at + 1 :])


def apart(rows: Iterable[Sequence[Any]]) -> tuple[list[tuple[Any, ...]], dict[str, bytes]]:
    """Rows that were ``packed``, without their parameters, and these by the names of the rules."""
    known = {row[0]: row for row in rows}
    bare = [(*row[:_PARAMS], None, *row[_PARAMS + 1 :]) for row in known.values()]
    return bare, {name: row[_PARAMS] for name, row in known.items()}


def of_rows(
    rows: Iterable[Sequence[Any]], find: Callable[[str], memoryview | None] | None = None
) -> tuple[Rule, ...]:
    """The rules that were ``packed``; parameters are unpacked when somebody asks for them, those
    that lie ``apart`` are found by ``find``."""
    if find:
        _finder[:] = [find]
    return tuple([tuple.__new__(_Kept, row) for row in rows])


def read_rule(data: Any, path: str, *, shipped: bool = True) -> Rule:
    """A rule from the data of its YAML file; raises ``RuleError`` with the place and the remedy."""
    where = PurePosixPath(path)
    name = f"{where.parent.name}/{where.name.removesuffix('.yaml').removesuffix('.yml')}"
    if not isinstance(data, dict):
        raise RuleError(f"{path}: a rule file holds keys such as summary, check and message")
    _validate(data, path, name)
    message = data["message"]
    try:
        params = frozen(data.get("with") or {}, trusted=shipped)
    except RuleError as error:
        raise RuleError(f"{path}: {error}") from error
    return Rule(
        name=name,
        summary=data["summary"].strip(),
        why=str(data.get("why", "")).strip(),
        severity=data.get("severity", "warning"),
        check=data["check"],
        message=message if isinstance(message, str) else dict(message),
        see=tuple(data.get("see") or ()),
        params=params,
        fix=data.get("fix"),
        over=tuple(data.get("over") or ()),
        languages=_languages(data, name, shipped=shipped),
        examples=tuple(_example(example, path) for example in data.get("examples") or ()),
        path=path,
        shipped=shipped,
    )


def _languages(data: Mapping[str, Any], name: str, *, shipped: bool) -> tuple[str, ...]:
    """The languages that a rule names; a project's own rule is for the language of its pages."""
    given = data.get("languages") or ()
    if given:
        return (given,) if isinstance(given, str) else tuple(given)
    return ("en",) if shipped and name.partition("/")[0] in _OF_WORDS else (ALL,)


def _validate(data: Mapping[str, Any], path: str, name: str) -> None:
    for part in name.split("/"):
        if not _NAME.fullmatch(part):
            raise RuleError(
                f"{path}: name the folder and the file in kebab-case, such as style/and-or.yaml"
            )
    for key in data:
        if key not in KEYS:
            raise RuleError(f"{path}: unknown key “{key}”{known_or_near(str(key), KEYS)}")
    for key in ("summary", "check"):
        if not isinstance(data.get(key), str) or not data[key].strip():
            raise RuleError(f"{path}: “{key}” is missing or not a text")
    if not isinstance(data.get("message"), str | dict) or not data["message"]:
        raise RuleError(f"{path}: “message” is missing or not a text")
    if data.get("severity", "warning") not in LEVELS:
        raise RuleError(
            f"{path}: “severity” is one of {', '.join(LEVELS)}, not “{data['severity']}”"
        )
    if data.get("fix") not in (None, "safe", "unsafe"):
        raise RuleError(f"{path}: “fix” is safe or unsafe, not “{data['fix']}”")
    for key in ("see", "over"):
        rows = data.get(key) or []
        if not isinstance(rows, list) or not all(isinstance(row, str) for row in rows):
            raise RuleError(f"{path}: “{key}” is a list of texts")
    _validate_languages(data.get("languages") or ALL, path)
    if not isinstance(data.get("with") or {}, dict):
        raise RuleError(f"{path}: “with” maps parameter names to values")
    if not isinstance(data.get("examples") or [], list):
        raise RuleError(f"{path}: “examples” is a list of examples, each with bad or good")


def _validate_languages(given: Any, path: str) -> None:
    codes = [given] if isinstance(given, str) else given
    known = isinstance(codes, list) and all(
        isinstance(code, str) and (code == ALL or _LANGUAGE.fullmatch(code)) for code in codes
    )
    if not known:
        raise RuleError(f"{path}: “languages” are codes of two letters, such as [de, fr], or “all”")


def _example(data: Any, path: str) -> Example:
    known = [f.name for f in fields(Example)]
    if not isinstance(data, dict) or not ({"bad", "good", "pages"} & data.keys()):
        raise RuleError(f"{path}: an example has bad, good or pages")
    for key in data:
        if key not in known:
            raise RuleError(
                f"{path}: unknown key “{key}” in an example{known_or_near(str(key), known)}"
            )
    return Example(**data)


def frozen(value: Any, *, trusted: bool) -> Any:
    """Lists as tuples, and texts that come from a project marked as such.

    ``$lexicon/name`` stands for the entries of a list that ships with jdlint, and as a member of a
    list for all its words; raises ``RuleError`` for a list that is not there.
    """
    if isinstance(value, dict):
        return {str(k): frozen(v, trusted=trusted) for k, v in value.items()}
    if isinstance(value, list | tuple):
        rows: list[Any] = []
        for item in value:
            found = frozen(item, trusted=trusted)
            rows += found if _names_list(item) else [found]
        return tuple(rows)
    if _names_list(value):
        return _listed(value.removeprefix(LEXICON))
    return Untrusted(value) if isinstance(value, str) and not trusted else value


def _names_list(value: Any) -> bool:
    return isinstance(value, str) and value.startswith(LEXICON)


def _listed(name: str) -> Any:
    from jdlint.lang import lists

    try:
        return lists.entries(name)
    except lists.ListError as error:
        raise RuleError(f"{LEXICON}{name}: {error}") from error

"""What is wrong with a rule file while it is written: keys, parameters, and examples that do not
hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from jdlint.core.diagnostic import Diagnostic
from jdlint.core.errors import RuleError
from jdlint.core.light import Any
from jdlint.core.patterns import regex as re
from jdlint.core.text import Source, Span

_PLACE = re.late(r":(\d+)(?::(\d+))?: ")
_NAMED = re.late(r"(?:^|key |no check |parameter )“([^”\n]{1,80})”")
_EXAMPLE = re.late(r"^[ \t]*-[ \t]*(?:bad|good|pages|fixed|given)\b[^\n]*", re.MULTILINE)
_EXAMPLES = re.late(r"^examples[ \t]*:", re.MULTILINE)
_MOST = 50  # findings of one file


def is_rule_file(data: Mapping[str, Any], root: Path, file: str) -> bool:
    """Whether a file lies in a folder that ``rule-paths`` of a configuration names."""
    given = data.get("rule-paths") or ()
    folders = [given] if isinstance(given, str) else given
    inside = [root / name for name in folders if isinstance(name, str)]
    return file.endswith((".yaml", ".yml")) and any(f in Path(file).parents for f in inside)


def findings(file: str, text: str, settings: Mapping[str, Any]) -> tuple[Diagnostic, ...]:
    """The errors of a rule file at their places; ``settings`` are those of its project."""
    return tuple(_placed(file, text, *found) for found in _errors(file, text, settings))[:_MOST]


def _errors(file: str, text: str, settings: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """What is wrong, and in which example (1-based, 0 for none)."""
    from jdlint.rules.build import build
    from jdlint.rules.catalogue import data_in
    from jdlint.rules.rule import read_rule
    from jdlint.testing import prove

    try:
        data = data_in(text.encode("utf-8", "surrogatepass"), file)
        rule = read_rule(data, file, shipped=False)
        build(rule, settings)
    except RuleError as error:
        yield str(error).removeprefix(file), 0
        return
    for failure in prove(rule, settings):
        yield f": example {failure.example}: {failure.message}", failure.example


def _placed(file: str, text: str, words: str, example: int) -> Diagnostic:
    source = Source(file, text)
    match = _PLACE.match(words)
    sentence = words[match.end() :] if match else words.removeprefix(": ")
    if match:
        line = min(int(match[1]), len(source.lines.starts))
        whole = source.line_span(line)
        start = min(whole.start + int(match[2] or 1) - 1, whole.end)
        span = Span(start, max(start, whole.end))
    else:
        span = _example(text, example) if example else _named(text, sentence)
    places = source.position(span.start), source.position(span.end)
    return Diagnostic("configuration", "error", sentence, file, span, *places)


def _example(text: str, number: int) -> Span:
    """The first line of an example; of the whole file where its lines look otherwise."""
    begun = _EXAMPLES.search(text)
    rows = [] if begun is None else list(_EXAMPLE.finditer(text, begun.end()))
    if number > len(rows):
        return Span(0, text.find("\n") if "\n" in text else len(text))
    return Span(*rows[number - 1].span())


def _named(text: str, sentence: str) -> Span:
    """The key that a sentence names in quotes, else the first line."""
    for name in _NAMED.findall(sentence):
        for key in (f"\n{name}:", f" {name}:", f": {name}"):
            at = f"\n{text}".find(key)
            if at >= 0:
                start = at + key.index(name) - 1
                return Span(start, start + len(name))
    return Span(0, text.find("\n") if "\n" in text else len(text))

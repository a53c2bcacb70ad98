"""What the fuzzer starts from, and what it makes of it: pages, rules, configurations, schemas."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from tests.conftest import ROOT
from tests.fuzz.mutate import disturbed, mutated
from tests.published.ats import SAMPLES
from tests.published.good import GOOD, html

_LARGEST = 200_000  # characters of a published file
RULE, CONFIG, SCHEMA = "rules/own/x.yaml", "jdlint.yaml", "schema.json"
_PLAIN = b"pages: jobs/**\nrule-paths: [rules]\nfront-matter: {schema: schema.json}\n"
_OPEN = b'{"type": "object"}\n'
Contents = Mapping[str, bytes]


def pages(chance: random.Random) -> Iterator[tuple[str, str]]:
    """Names and texts of pages without end, from real ones: ours, and those beside the repository
    where they are."""
    known = []
    for folder in (
        ROOT / "examples",
        ROOT / "tests" / "sites",
        ROOT / "docs",
        ROOT.parent / "shared",
    ):
        for path in sorted(folder.rglob("*.md"))[:4_000]:
            text = path.read_bytes().decode("utf-8", "replace")
            if 0 < len(text) < 20_000:
                known.append(text)
    while True:
        name = chance.choice(("a.md", "a.md", "a.md", "a.markdown", "a.mdx", "a.md.erb"))
        yield name, mutated(_window(chance.choice(known), chance), known, chance)


def _window(text: str, chance: random.Random) -> str:
    """A part of a page below its front matter, mostly: a hundred of them tell more than ten whole
    pages."""
    if len(text) < 2_500 or chance.random() < 0.1:
        return text
    end = text.find("\n---", 3)
    head = text[: end + 5] if text.startswith("---") and 0 < end < 1_200 else ""
    at = text.find("\n", chance.randrange(len(head), len(text)))
    return head + text[max(at, len(head)) :][: chance.choice((400, 1_000, 1_800))]


class _Kind(NamedTuple):
    """A file of a project that is not to be trusted, the texts to start from,
    and how it is read."""

    path: str
    texts: list[str]
    load: Callable[[str], Any]


def projects(chance: random.Random) -> Iterator[Contents]:
    """Projects without end, each with one file of its own that is odd."""
    kinds = (
        _Kind(RULE, _texts("rules", "*.yaml"), yaml.safe_load),
        _Kind(
            CONFIG,
            [*_texts("jdlint/config/profiles", "*.yaml"), *_texts("examples", "*.yaml"), *_CONFIGS],
            yaml.safe_load,
        ),
        _Kind(SCHEMA, [*_texts("schemas", "*.json"), *_SCHEMAS], json.loads),
    )
    while True:
        kind = chance.choice(kinds)
        text = chance.choice(kind.texts)
        if chance.random() < 0.5:
            odd = mutated(text, kind.texts, chance)
        else:
            odd = _written(disturbed(kind.load(text), chance), kind, chance)
        contents = {CONFIG: _PLAIN, SCHEMA: _OPEN, "rules/own/.keep": b""}
        yield {**contents, kind.path: odd.encode("utf-8", "surrogatepass")}


def published(chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Names and contents of published files without end: exports, feeds and JSON-LD, with values in
    the place of others, or as broken texts."""
    known = [sample.data for sample in SAMPLES]
    data = [GOOD, *(row for row in known if not isinstance(row, str))]
    texts = [row for row in known if isinstance(row, str)] + [html(row) for row in data]
    texts += [json.dumps(row) for row in data]
    while True:
        if chance.random() < 0.5:
            row = disturbed(chance.choice(data), chance)
            text = json.dumps(row, ensure_ascii=chance.random() < 0.7, skipkeys=True)
            name = chance.choice(("a.json", "a.html", "a.jsonl"))
            text = html(row) if name == "a.html" else text
        else:
            text = mutated(chance.choice(texts), texts, chance)
            name = f"a.{chance.choice(('json', 'html', 'xml', 'jsonl'))}"
        if len(text) > _LARGEST:  # thousands of postings take their time
            continue
        if name == "a.jsonl":  # whose lines end at a line feed only
            text = text.replace("\r", " ")
        yield name, text.encode("utf-8", "surrogatepass")


def _written(data: Any, kind: _Kind, chance: random.Random) -> str:
    try:
        if kind.path == SCHEMA or chance.random() < 0.3:
            return json.dumps(data)
        return str(yaml.safe_dump(data, sort_keys=False, allow_unicode=True))
    except TypeError:  # a key that JSON has not
        return repr(data)


def _texts(folder: str, names: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / folder).rglob(names))]


_CONFIGS = [
    """extends: [recommended, strict]
pages: [jobs/**/*.md, "!jobs/old/**"]
exclude: drafts/**
front-matter: {schema: schema.json}
sections:
  - {name: Duties, aliases: [Tasks], required: true, when: {layout: [job]}, kind: duties}
  - {name: Pay, required: recommended, order: false}
site: {url: "https://kiln.example", roots: {content: /}, redirects: [_redirects], \
elsewhere: [/app/**], pages: {/about: [top]}}
external: {ignore: ["*.example"], timeout: 5, per-host: 2, allow-private: [10.0.0.0/8]}
grammar: {engine: off, words: words.txt}
pay: {currency: EUR}
suppressions: {require-reason: true}
baseline: known.json
rule-paths: [rules]
rules: {style: note, style/etc: off, lists/list-punctuation: {severity: error, style: none}}
overrides:
  - {files: "jobs/a*.md", rules: {all: off}}
""",
    (
        "pages: jobs/**\nrule-paths: [rules]\nfront-matter: {schema: schema.json}\nrules:\n"
        "  style: warning\n"
    ),
]  # fmt: skip
_SCHEMAS = [
    json.dumps(
        {
            "$schema": f"http://json-schema.org/draft-0{draft}/schema#",
            "type": "object",
            "required": ["title", "place"],
            "definitions": {
                "word": {"type": "string", "pattern": "^[A-Z][a-z]+$", "maxLength": 40}
            },
            "properties": {
                "title": {"$ref": "#/definitions/word"},
                "pay": {
                    "anyOf": [
                        {"type": "number", "multipleOf": 0.01, "minimum": 1},
                        {"type": "string"},
                    ]
                },
                "tags": {"type": "array", "items": {"enum": ["a", "b"]}, "uniqueItems": True},
            },
            "patternProperties": {"^x-": {"not": {"type": "null"}}},
            "additionalProperties": False,
            "dependencies": {"pay": ["title"]},
        }
    )
    for draft in (4, 6, 7)
] + [
    json.dumps(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "allOf": [{"$ref": "urn:jdlint:schema:job-page"}, {"$ref": "#/$defs/a"}],
            "$defs": {
                "a": {
                    "properties": {"place": {"type": "string"}},
                    "dependentRequired": {"place": ["team"]},
                }
            },
            "if": {"properties": {"layout": {"const": "job"}}},
            "then": {"required": ["team"]},
            "unevaluatedProperties": False,
        }
    )
]

"""The OpenAPI description of the HTTP API, served at ``/api/openapi.json``."""

from __future__ import annotations

import json
from functools import cache

from jdlint import __version__
from jdlint.core.light import Any
from jdlint.io.shipped import data_folder
from jdlint.serve.settings import LARGEST_TEXT

_TEXT = {
    "type": "string",
    "maxLength": LARGEST_TEXT,
    "description": "The page: Markdown with its front matter",
}
_PATH = {
    "type": "string",
    "maxLength": 300,
    "description": "Where the page lies in the project, with forward slashes: overrides of the "
    "configuration and links go by it",
    "examples": ["jobs/baker.md"],
}
_LANGUAGE = {
    "type": "string",
    "pattern": "^[a-z]{2}$",
    "description": "The language of a page that does not say its own (ISO 639-1)",
}
_ERRORS = {
    "400": "No JSON object",
    "403": "Another name or another site's page",
    "413": "Too large",
    "415": "Not sent as application/json",
    "422": "A member is missing or not of its kind, or the configuration cannot be used",
    "429": "Too many requests from one address; see Retry-After",
    "503": "Too many requests at once; see Retry-After",
    "504": "It took too long and was stopped",
}


@cache
def _report() -> dict[str, Any]:
    """The schema of a report, with its parts where OpenAPI has them."""
    text = (data_folder("schemas") / "report.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text.replace("#/$defs/", "#/components/schemas/"))
    parts: dict[str, Any] = schema.pop("$defs")
    for name in ("$schema", "$id"):
        schema.pop(name)
    return {**parts, "report": schema}


def _link() -> dict[str, Any]:
    answers = "resolves redirected broken-page broken-anchor unknown external".split()
    return _object(
        {
            "path": {"type": "string"},
            "start": {"$ref": "#/components/schemas/position"},
            "url": {"type": "string", "description": "As it is written"},
            "answer": {"enum": answers},
            "target": {"type": "string", "description": "The address that it leads to"},
            "reason": {"type": "string"},
        }
    )


def description(root_path: str = "") -> dict[str, Any]:
    """The description, for a server below a path."""
    schemas = {
        **_report(),
        "link": _link(),
        "error": _object({"error": {"type": "string", "description": "One sentence for people"}}),
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "jdlint",
            "version": __version__,
            "description": "Checks job postings. Nothing that is sent is kept or logged.",
        },
        "servers": [{"url": root_path or "/"}],
        "paths": {"/api/check": _check(), "/api/fix": _fix(), "/api/links": _links()},
        "components": {"schemas": schemas},
    }


def _check() -> dict[str, Any]:
    site = {
        "type": "boolean",
        "default": False,
        "description": "Compare the page with the project's others, and follow its links; needs "
        "path",
    }
    asked = {"text": _TEXT, "path": _PATH, "language": _LANGUAGE, "site": site}
    answer = {"$ref": "#/components/schemas/report"}
    return _post("check", "What is wrong with a page", asked, "The JSON report", answer)


def _fix() -> dict[str, Any]:
    unsafe = {
        "type": "boolean",
        "default": False,
        "description": "Make the fixes that may change the meaning, too",
    }
    asked = {"text": _TEXT, "path": _PATH, "language": _LANGUAGE, "unsafe": unsafe}
    counts = {"type": "object", "additionalProperties": {"type": "integer"}}
    answer = _object(
        {
            "text": {"type": "string"},
            "fixes": {**counts, "description": "How many of each rule's were made"},
            "report": {"$ref": "#/components/schemas/report"},
        }
    )
    return _post("fix", "The page with its fixes made", asked, "The page, and what is left", answer)


def _links() -> dict[str, Any]:
    rows = {"type": "array", "items": {"$ref": "#/components/schemas/link"}}
    asked, answer = {"text": _TEXT, "path": _PATH}, _object({"links": rows})
    return _post("links", "Where the links of a page lead", asked, "In order of place", answer)


def _post(name: str, summary: str, asked: Any, what: str, answer: Any) -> dict[str, Any]:
    body = {"type": "object", "required": ["text"], "properties": asked}
    body["additionalProperties"] = False
    error = {"application/json": {"schema": {"$ref": "#/components/schemas/error"}}}
    errors = {code: {"description": text, "content": error} for code, text in _ERRORS.items()}
    found = {"description": what, "content": {"application/json": {"schema": answer}}}
    return {
        "post": {
            "operationId": name,
            "summary": summary,
            "requestBody": {
                "required": True,
                "content": {"application/json": {"schema": body}},
            },
            "responses": {"200": found, **errors},
        }
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }

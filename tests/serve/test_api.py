"""The HTTP API: what is found, mended and followed, and what its description says of it."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import jsonschema
import pytest

import jdlint
from tests.serve.conftest import PAGE
from tests.serve.server import Running, rules_of

BAD = PAGE.replace("Bake the bread", "Bake the the bread")


def test_a_check_says_what_the_library_says(server: Running) -> None:
    report = server.post("/api/check", {"text": BAD}).json()
    found = [(d["rule"], d["start"]["line"], d["start"]["column"]) for d in report["diagnostics"]]
    assert found == [(d.rule, d.start.line, d.start.column) for d in jdlint.check_text(BAD)]
    assert "grammar/doubled-word" in [rule for rule, _, _ in found]


def test_the_site_is_asked_where_the_path_is_known(server: Running) -> None:
    drifted = PAGE.replace("a course of your choice", "the course of your choice")
    asked = {"text": drifted, "path": "jobs/waiter.md"}
    alone = rules_of(server.post("/api/check", asked))
    site = server.post("/api/check", {**asked, "site": True})
    assert set(rules_of(site)) - set(alone), "other pages have something to say"
    assert {d["path"] for d in site.json()["diagnostics"]} == {"jobs/waiter.md"}


@pytest.mark.parametrize("path", ["jobs/a.md", "jobs/index.html.md.erb", "a b/ü.markdown", "x.mdx"])
def test_pages_of_all_kinds_have_paths(server: Running, path: str) -> None:
    assert server.post("/api/check", {"text": PAGE, "path": path}).status_code == 200


def test_a_fix_gives_back_the_text(server: Running) -> None:
    answer = server.post("/api/fix", {"text": BAD}).json()
    assert answer["text"] == PAGE
    assert answer["fixes"] == {"grammar/doubled-word": 1}
    assert "grammar/doubled-word" not in answer["report"]["summary"]["rules"]


def test_links_lead_somewhere(server: Running) -> None:
    text = PAGE + "\n[A colleague](/jobs/waiter) and [the web](https://example.com/).\n"
    links = server.post("/api/links", {"text": text, "path": "jobs/x.md"}).json()["links"]
    assert [link["url"] for link in links] == ["/handbook", "/jobs/waiter", "https://example.com/"]
    assert links[2]["answer"] == "external"


def test_a_language_is_taken_at_its_word(server: Running) -> None:
    text = "---\ntitle: Koch\nlayout: job\n---\n\n## Aufgaben\n\nDu backst das das Brot.\n"
    answer = server.post("/api/check", {"text": text, "language": "de"})
    assert answer.status_code == 200
    assert "grammar/misspelling" not in rules_of(answer)


def test_the_description_holds_for_the_answers(server: Running) -> None:
    api = httpx.get(server.url + "/api/openapi.json").json()
    assert api["openapi"].startswith("3.1")
    for name in ("check", "fix", "links"):
        body = api["paths"][f"/api/{name}"]["post"]["responses"]["200"]["content"]
        schema = {**body["application/json"]["schema"], "components": api["components"]}
        answer = server.post(f"/api/{name}", {"text": BAD}).json()
        jsonschema.validate(answer, schema)


@pytest.mark.parametrize(
    ("data", "status", "word"),
    [
        ({}, 422, "missing"),
        ({"text": 7}, 422, "a text"),
        ({"text": "a", "pth": "b"}, 422, "not known"),
        ({"text": "a", "path": "../b.md"}, 422, "inside"),
        ({"text": "a", "path": "/etc/passwd"}, 422, "inside"),
        ({"text": "a", "path": "a/.git/b.md"}, 422, "inside"),
        ({"text": "a", "path": "a\x00.md"}, 422, "inside"),
        ({"text": "a", "language": "../.."}, 422, "two letters"),
        ({"text": "x" * 400_001}, 413, "too long"),
        ({"text": "x" * 1_000_001}, 413, "too large"),
        ([], 400, "object"),
    ],
)
def test_what_is_wrong_is_said(server: Running, data: object, status: int, word: str) -> None:
    answer = server.post("/api/check", data)
    assert answer.status_code == status
    assert word in answer.json()["error"]


@pytest.mark.parametrize("text", ["", "\ud800", "\x00", "---\n", "{" * 5000, "[" * 5000, "\r\n\r"])
def test_any_text_is_looked_at(server: Running, text: str) -> None:
    sent = b'{"text": "' + "".join(f"\\u{ord(c):04x}" for c in text).encode() + b'"}'
    headers = {"Content-Type": "application/json"}
    answer = httpx.post(server.url + "/api/check", content=sent, headers=headers, timeout=120)
    assert answer.status_code == 200


@pytest.mark.slow
def test_one_slow_page_does_not_stop_the_others(server: Running) -> None:
    slow = PAGE + "\n".join(
        f"* We [[((**`bake`** {i} the {'very ' * 20} bread" for i in range(3000)
    )
    with ThreadPoolExecutor(1) as threads:
        first = threads.submit(server.post, "/api/check", {"text": slow[:399_000]})
        time.sleep(0.2)
        second = server.post("/api/check", {"text": BAD})
        assert second.status_code == 200
        assert not first.done(), "the slow page is still being looked at"
        assert first.result().status_code in (200, 504)

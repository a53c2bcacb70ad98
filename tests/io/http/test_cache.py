"""Links that worked are kept with their age, a failure never, and a damaged file does no harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jdlint.io.grammar.cache import digest
from jdlint.io.http.cache import LinkCache
from jdlint.io.http.probe import probe
from jdlint.site.external import External
from tests.io.http.web_server import Web, settings

DAY = 86_400
MOVED = External("ok", 200, moved="https://b.org/", fragment=True)


def test_what_worked_is_not_asked_again(web: Web, tmp_path: Path) -> None:
    web.routes.update(
        {"/": 200, "/page": (200, {}, "<h2 id=a><h2 id=b>"), "/old": (301, {"Location": "/"}, "")}
    )
    urls = [web.url("/"), web.url("/page#a"), web.url("/old")]
    first = probe(urls, settings(), tmp_path)
    asked = len(web.asked)
    assert probe(urls, settings(), tmp_path) == first
    assert len(web.asked) == asked
    assert first[web.url("/old")].moved == web.url("/")
    probe(urls, settings(max_age=0), tmp_path)
    assert len(web.asked) > asked


@pytest.mark.parametrize("path", ["/404", "/403", "/503", "/page#c"])
def test_a_failure_is_asked_again_each_time(web: Web, tmp_path: Path, path: str) -> None:
    web.routes.update({"/403": 403, "/503": 503, "/page": (200, {}, "<h2 id=a><h2 id=b>")})
    url = web.url(path)
    first = probe([url], settings(), tmp_path)
    asked = len(web.asked)
    assert probe([url], settings(), tmp_path) == first
    assert len(web.asked) == 2 * asked
    assert not list(tmp_path.iterdir())


def test_a_link_that_works_again_is_seen_at_once(web: Web, tmp_path: Path) -> None:
    url = web.url("/")
    assert probe([url], settings(), tmp_path)[url].verdict == "dead"
    web.routes["/"] = 200
    assert probe([url], settings(), tmp_path)[url].verdict == "ok"


def test_answers_grow_old(tmp_path: Path) -> None:
    now = [1_000_000.0]
    first = LinkCache(tmp_path, 7, lambda: now[0])
    first.put("a", MOVED)
    first.save()
    for age, expected in ((0, MOVED), (6.9 * DAY, MOVED), (7.1 * DAY, None), (-60, None)):
        now[0] = 1_000_000 + age
        assert LinkCache(tmp_path, 7, lambda: now[0]).get("a") == expected


def test_old_answers_leave_the_file(tmp_path: Path) -> None:
    now = [0.0]
    kept = LinkCache(tmp_path, 7, lambda: now[0])
    kept.put("a", MOVED)
    kept.save()
    now[0] = 8 * DAY
    kept.put("b", MOVED)
    kept.save()
    assert kept.path is not None
    assert list(json.loads(kept.path.read_text())["links"]) == [digest("b")]


def test_two_runs_at_once_keep_both_their_links(tmp_path: Path) -> None:
    one, two = LinkCache(tmp_path, 7), LinkCache(tmp_path, 7)
    assert one.get("a") is None
    assert two.get("b") is None
    one.put("a", MOVED)
    two.put("b", MOVED)
    one.save()
    two.save()
    third = LinkCache(tmp_path, 7)
    assert third.get("a") == third.get("b") == MOVED
    assert [path.name for path in tmp_path.iterdir()] == ["links.json"]


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        '{"form":1}',
        '{"form":1,"links":[]}',
        '{"form":9,"links":{}}',
        "\x00\xff",
        "[" * 100_000,
    ],
)
def test_a_damaged_file_counts_as_empty(tmp_path: Path, damage: str) -> None:
    kept = LinkCache(tmp_path, 7)
    assert kept.path is not None
    kept.path.write_text(damage, encoding="utf-8")
    assert kept.get("a") is None
    kept.put("a", MOVED)
    kept.save()
    assert LinkCache(tmp_path, 7).get("a") == MOVED


@pytest.mark.parametrize(
    "row",
    [
        [], 1, ["now", 200, "", None], [0, "x", "", None], [0, 200, 3, None], [0, 200, "", False],
        [float("nan"), 200, "", None], [float("inf"), 200, "", None], [[], 200, "", None],
        [True, True, True, True], {},
    ],
)  # fmt: skip
def test_a_row_that_does_not_fit_is_none(tmp_path: Path, row: object) -> None:
    kept = LinkCache(tmp_path, 7, lambda: 1.0)
    assert kept.path is not None
    kept.path.write_text(json.dumps({"form": 1, "links": {digest("a"): row}}), encoding="utf-8")
    assert kept.get("a") is None
    kept.put("b", MOVED)
    kept.save()
    assert LinkCache(tmp_path, 7, lambda: 1.0).get("b") == MOVED


def test_nowhere_to_keep_it(tmp_path: Path) -> None:
    nowhere = LinkCache(None, 7)
    nowhere.put("a", MOVED)
    nowhere.save()
    file = tmp_path / "file"
    file.write_text("")
    blocked = LinkCache(file, 7)
    blocked.put("a", MOVED)
    blocked.save()
    assert file.read_text() == ""

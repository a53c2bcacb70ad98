"""What the probe says of links, asked of a real server: statuses, retries, patience, limits,
time."""

from __future__ import annotations

import asyncio
import email.utils
import re
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from jdlint import __version__
from jdlint.io.http.probe import probe
from jdlint.io.http.visit import retry_after
from jdlint.site.external import External, asides
from tests.io.http.web_server import HOST, Names, Web, settings


def ask(web: Web, path: str, **more: Any) -> External:
    url = web.url(path)
    return probe([url], settings(**more))[url]


def test_a_head_is_enough_for_a_page_that_works(web: Web) -> None:
    web.routes["/"] = 200
    assert ask(web, "/") == External("ok", 200)
    assert web.asked == [("HEAD", "/")]


@pytest.mark.parametrize("refusal", [400, 403, 404, 405, 501])
def test_a_get_follows_where_head_is_refused(web: Web, refusal: int) -> None:
    web.routes["/"] = lambda request: refusal if request.command == "HEAD" else 200
    assert ask(web, "/").verdict == "ok"
    assert web.asked == [("HEAD", "/"), ("GET", "/")]


def test_a_get_follows_where_the_connection_is_cut_at_head(web: Web) -> None:
    def cut(request: Any) -> int | None:
        if request.command == "GET":
            return 200
        request.close_connection = True
        request.connection.shutdown(socket.SHUT_RDWR)
        return None

    web.routes["/"] = cut
    assert ask(web, "/").verdict == "ok"


@pytest.mark.parametrize("status", [404, 410])
def test_dead_is_what_a_get_calls_gone(web: Web, status: int) -> None:
    web.routes["/"] = status
    assert ask(web, "/") == External("dead", status, "gone")
    assert [method for method, _ in web.asked] == ["HEAD", "GET"]


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (401, "login"), (402, "login"), (403, "login"), (405, "login"), (451, "login"),
        (999, "login"), (429, "busy"), (503, "busy"), (500, "server-error"), (502, "server-error"),
        (504, "server-error"),
    ],
)  # fmt: skip
def test_soft_answers_cannot_be_known(web: Web, status: int, reason: str) -> None:
    web.routes["/"] = status
    assert ask(web, "/") == External("unknown", status, reason)


def test_a_passing_failure_is_tried_again_after_growing_pauses(web: Web) -> None:
    web.routes["/"] = lambda request: 502 if len(web.asked) < 4 else 200
    assert ask(web, "/", pause=0.1).verdict == "ok"
    assert [method for method, _ in web.asked] == ["HEAD", "GET", "GET", "GET"]
    first, second = web.times["/"][2] - web.times["/"][1], web.times["/"][3] - web.times["/"][2]
    assert 0.07 < first < second


def test_it_waits_as_long_as_the_host_asks(web: Web) -> None:
    web.routes["/"] = lambda request: 200 if len(web.asked) > 1 else (429, {"Retry-After": "1"}, "")
    assert ask(web, "/").verdict == "ok"
    assert web.times["/"][1] - web.times["/"][0] >= 0.99


def test_one_that_asks_for_more_than_the_patience_is_left_alone(web: Web) -> None:
    for number in range(20):
        web.routes[f"/{number}"] = (429, {"Retry-After": "3600"}, "")
    begun = time.monotonic()
    answers = probe([web.url(f"/{n}") for n in range(20)], settings(per_host=1))
    assert {answer.reason for answer in answers.values()} == {"busy"}
    assert len(web.asked) == 1, "the others do not ask again"
    assert time.monotonic() - begun < 2


def test_retry_after_is_a_number_or_a_date() -> None:
    assert retry_after("120") == 120
    assert 50 < retry_after(email.utils.formatdate(time.time() + 60, usegmt=True)) <= 60
    assert retry_after(email.utils.formatdate(time.time() - 60, usegmt=True)) == 0
    assert [retry_after(text) for text in ("", "soon", "-5", "²", "9" * 400)] == [
        0,
        0,
        0,
        0,
        999_999_999,
    ]


def test_few_requests_at_a_time_go_to_one_host(web: Web) -> None:
    def slow(request: Any) -> int:
        time.sleep(0.05)
        return 200

    paths = [f"/{number}" for number in range(12)]
    web.routes.update(dict.fromkeys(paths, slow))
    assert {a.verdict for a in probe(map(web.url, paths), settings(per_host=3)).values()} == {"ok"}
    assert 2 <= web.most <= 3


def test_hosts_are_asked_at_once(web: Web) -> None:
    inside, most = [0], [0]

    def slow(request: Any) -> int:
        inside[0] += 1
        most[0] = max(most[0], inside[0])
        time.sleep(0.3)
        inside[0] -= 1
        return 200

    web.routes["/"] = slow
    names = Names(**{f"h{n}.heatpump.org": ["127.0.0.1"] for n in range(9)})
    urls = [web.url("/", f"h{n}.heatpump.org") for n in range(9)]
    answers = probe(urls, settings(names, allow_private=("127.0.0.0/8",), per_host=1))
    assert len(answers) == 9
    assert {answer.verdict for answer in answers.values()} == {"ok"}
    assert most[0] > 1


def test_a_host_that_never_answers_takes_little_time(web: Web) -> None:
    web.routes.update({f"/{n}": lambda request: time.sleep(5) for n in range(30)})
    begun = time.monotonic()
    answers = probe([web.url(f"/{n}") for n in range(30)], settings(timeout=0.2))
    assert {answer.verdict for answer in answers.values()} == {"unknown"}
    assert {answer.reason for answer in answers.values()} <= {"timeout", "unreachable"}
    assert time.monotonic() - begun < 40, "one after the other takes 150 seconds"


def test_a_page_that_drips_for_ever_ends(web: Web) -> None:
    def drip(request: Any) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.end_headers()
        for _ in range(200):
            request.wfile.write(b"<p>")
            request.wfile.flush()
            time.sleep(0.05)

    web.routes["/"] = drip
    begun = time.monotonic()
    assert ask(web, "/#part", timeout=0.3).verdict == "unknown"
    assert time.monotonic() - begun < 9, "the whole page takes 10 seconds"


def test_the_whole_run_ends_in_time(web: Web) -> None:
    web.routes["/"] = (503, {"Retry-After": "2"}, "")
    answer = ask(web, "/", whole=0.4, patience=60)
    assert answer == External("unknown", 0, "out-of-time")


def test_a_lookup_that_hangs_does_not_hold_the_run_up() -> None:
    def hang() -> list[str]:
        time.sleep(30)
        return []

    begun = time.monotonic()
    url = "https://slow.fernhill.example/"
    names = Names(**{"slow.fernhill.example": hang})
    assert (
        probe([url], settings(names, timeout=0.2, allow_private=("*.fernhill.example",)))[
            url
        ].reason
        == "unresolved"
    )
    assert time.monotonic() - begun < 25, "the lookup takes 30 seconds"


def test_a_host_that_does_not_exist_is_dead(web: Web) -> None:
    web.routes["/"] = 200
    gone = "https://gone.heatpump.org/"
    names = Names()
    answers = probe([gone, gone + "x", web.url("/")], settings(names))
    assert answers[gone] == answers[gone + "x"] == External("dead", 0, "no-host")
    assert names.asked.count("gone.heatpump.org") == 1


def test_a_host_that_refuses_connections_cannot_be_known(web: Web) -> None:
    web.close()
    assert ask(web, "/").reason == "unreachable"


def test_a_down_network_is_one_sentence() -> None:
    names = Names()
    names.table.clear()
    urls = [f"https://host{n}.heatpump.org/page" for n in range(100)]
    answers = probe(urls, settings(names))
    assert {(a.verdict, a.reason) for a in answers.values()} == {("unknown", "offline")}
    assert asides(answers) == (
        "the network cannot be reached: 100 external links were not checked",
    )


def test_a_resolver_that_knows_the_inside_only_calls_nothing_dead(web: Web) -> None:
    web.routes["/"] = 200
    names = Names()
    del names.table["example.com"]
    answers = probe([web.url("/"), "https://heatpump.org/"], settings(names))
    assert answers[web.url("/")].verdict == "ok"
    assert answers["https://heatpump.org/"] == External("unknown", 0, "unresolved")


def test_a_resolver_that_fails_calls_nothing_dead(web: Web) -> None:
    def fail() -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    web.routes["/"] = 200
    answers = probe(
        [web.url("/"), "https://heatpump.org/"], settings(Names(**{"heatpump.org": fail}))
    )
    assert answers["https://heatpump.org/"] == External("unknown", 0, "unresolved")


def test_asides_count_what_could_not_be_known(web: Web) -> None:
    web.routes.update({"/a": 403, "/b": 200, "/c": 403})
    answers = probe([web.url("/a"), web.url("/b"), web.url("/c")], settings())
    (words,) = asides(answers)
    assert words.startswith("2 of 3 external links could not be checked: ")
    assert "(2)" in words
    assert asides({"x": External("ok", 200)}) == ()


def test_it_says_who_it_is_and_gives_nothing_away(
    web: Web, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".netrc").write_text(f"machine {HOST} login fern password hill\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    web.routes["/set"] = (302, {"Location": "/end", "Set-Cookie": "session=1; Path=/"}, "")
    web.routes["/end"] = 200
    url = web.url("/set").replace("://", "://fern:hill@")
    assert probe([url], settings())[url].verdict == "ok"
    sent = web.headers["/end"]
    assert re.fullmatch(rf"jdlint/{re.escape(__version__)} \(.+\)", sent["User-Agent"])
    assert sent["Host"] == f"{HOST}:{web.port}"
    assert {"Authorization", "Cookie", "Referer"}.isdisjoint(sent.keys())


def test_a_page_is_asked_for_once_however_often_it_is_linked_to(web: Web) -> None:
    web.routes["/"] = (200, {}, "<h2 id=a>A</h2><h2 id=b>B</h2>")
    urls = [web.url("/"), web.url("/#a"), web.url("/#b"), web.url("/#c"), web.url("/#:~:text=B")]
    answers = probe([*urls, *urls], settings())
    assert [answers[url].fragment for url in urls] == [None, True, True, False, None]
    assert web.asked == [("GET", "/")]


def test_what_is_ignored_or_an_example_has_no_answer(web: Web) -> None:
    urls = [
        web.url("/"),
        "https://jobs.fernhill.example/",
        "https://www.example.com/x",
        "http://a.test/",
    ]
    assert probe(urls, settings(ignore=(HOST + ":*",))) == {}
    assert not web.asked


@pytest.mark.parametrize(
    "url",
    [
        "https://", "http:///x", "https://exa mple.org/", "http://[::1/", "https://h.org:99999/",
        "http://0177.0.0.1/", "https://" + "a" * 300 + ".org/", "https://h.org/" + "a" * 5000,
        "https://\x00.org/", "https://h..org/",
    ],
)  # fmt: skip
def test_a_strange_url_does_no_harm(url: str) -> None:
    names = Names()
    del names.table["example.com"]
    assert probe([url], settings(names))[url].verdict == "unknown"
    assert probe([url])[url].verdict in ("unknown", "dead")


def test_nothing_heavy_is_imported_before_links_are_asked_for() -> None:
    code = "import sys, jdlint.io.http; print(sorted({'httpx', 'certifi'} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_patience_that_is_used_up_ends_the_retries_and_not_the_rest(web: Web) -> None:
    web.routes.update({"/0": 502, "/1": 200, "/2": 502, "/3": 200})
    urls = [web.url(f"/{n}") for n in range(4)]
    answers = probe(urls, settings(patience=0.0, per_host=1))
    assert [answers[url].status for url in urls] == [502, 200, 502, 200]
    assert [method for method, path in web.asked if path == "/0"] == ["HEAD", "GET"]


def test_proxies_of_the_environment_are_used_only_when_the_settings_say_so(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("no_proxy", "NO_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{web.port}")
    far, inside, near = "http://far.heatpump.org/a", "http://in.heatpump.org/a", web.url("/b")
    web.routes.update({far: 200, inside: 200, near: 404, "/b": 200})
    names = Names(**{"in.heatpump.org": ["10.0.0.1"]})
    answers = probe([far, inside], settings(names, proxy=True))
    assert answers[far] == External("ok", 200), "the proxy knows the name"
    assert answers[inside] == External("unknown", 0, "private")
    assert web.asked == [("HEAD", far)]
    assert probe([near], settings(names))[near] == External("ok", 200), "without the proxy"
    monkeypatch.setenv("no_proxy", HOST)
    assert probe([near], settings(names, proxy=True))[near] == External("ok", 200), (
        "the environment's exception"
    )


def test_it_works_where_a_loop_runs_already(web: Web) -> None:
    async def notebook() -> Mapping[str, External]:
        return probe([web.url("/0")], settings())

    with ThreadPoolExecutor(1) as pool:  # this thread may have a loop of its own
        assert pool.submit(asyncio.run, notebook()).result()

"""Redirects, followed by hand and checked at every hop."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.io.http.probe import probe
from jdlint.site.external import External
from tests.io.http.web_server import HOST, Names, Web, settings


def to(status: int, target: str) -> Any:
    return (status, {"Location": target}, "")


def ask(web: Web, path: str, **more: Any) -> External:
    url = web.url(path)
    return probe([url], settings(**more))[url]


@pytest.mark.parametrize("status", [301, 308])
def test_a_permanent_redirect_names_its_target(web: Web, status: int) -> None:
    web.routes.update({"/old": to(status, "/new?x=1"), "/new": 200})
    assert ask(web, "/old") == External("ok", 200, moved=web.url("/new?x=1"))


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_temporary_one_is_no_news(web: Web, status: int) -> None:
    web.routes.update({"/old": to(status, "/new"), "/new": 200})
    assert ask(web, "/old") == External("ok", 200)


def test_permanent_ones_count_up_to_the_first_temporary_one(web: Web) -> None:
    web.routes.update(
        {
            "/a": to(301, "/b"),
            "/b": to(308, "/c"),
            "/c": to(302, "/d"),
            "/d": to(301, "/e"),
            "/e": 200,
        }
    )
    assert ask(web, "/a").moved == web.url("/c")
    assert ask(web, "/c").moved == ""


def test_a_redirect_that_head_hides_is_found(web: Web) -> None:
    web.routes.update(
        {"/old": lambda request: 405 if request.command == "HEAD" else to(301, "/new"), "/new": 200}
    )
    assert ask(web, "/old").moved == web.url("/new")


def test_where_a_redirect_ends_decides(web: Web) -> None:
    web.routes.update({"/dead": to(301, "/none"), "/soft": to(301, "/shut"), "/shut": 403})
    assert ask(web, "/dead") == External("dead", 404, "gone")
    assert ask(web, "/soft") == External("unknown", 403, "login")


def test_a_dead_end_elsewhere_names_the_host_there(web: Web) -> None:
    web.routes["/"] = to(301, "https://gone.heatpump.org/")
    assert ask(web, "/") == External("dead", 0, "no-host", host="gone.heatpump.org")


def test_hops_are_few(web: Web) -> None:
    web.routes.update(
        {f"/{n}": to(301, f"/{n + 1}") for n in range(50)} | {"/loop": to(302, "/loop"), "/50": 200}
    )
    assert ask(web, "/0").reason == "redirects"
    assert len(web.asked) < 12
    assert ask(web, "/loop").reason == "redirects"
    assert ask(web, "/45").verdict == "ok"


@pytest.mark.parametrize(
    "target",
    [
        "ftp://web.fernhill.example/",
        "file:///etc/passwd",
        "mailto:a@b.org",
        "http://[::1",
        "javascript:1",
    ],
)
def test_a_redirect_leads_to_the_web_only(web: Web, target: str) -> None:
    web.routes["/"] = to(302, target)
    assert ask(web, "/").reason == "redirects"


def test_a_redirect_without_a_target_cannot_be_known(web: Web) -> None:
    web.routes["/"] = 301
    assert ask(web, "/").verdict == "unknown"


def test_a_redirect_to_an_address_inside_is_refused(web: Web) -> None:
    inside = f"http://127.0.0.1:{web.port}/secret"
    web.routes.update({"/": to(301, inside), "/secret": 200})
    assert ask(web, "/") == External("unknown", 0, "private", host="127.0.0.1")
    assert ("HEAD", "/secret") not in web.asked
    allowed = ask(web, "/", allow_private=(HOST, "127.0.0.1"))
    assert allowed == External("ok", 200, moved=inside, host="127.0.0.1")


def test_a_redirect_to_a_name_that_leads_inside_is_refused(web: Web) -> None:
    names = Names(**{"rebound.heatpump.org": ["127.0.0.1"]})
    web.routes.update({"/": to(302, web.url("/secret", "rebound.heatpump.org")), "/secret": 200})
    url = web.url("/")
    assert probe([url], settings(names))[url].reason == "private"
    assert ("HEAD", "/secret") not in web.asked


def test_credentials_in_a_redirect_are_not_sent(web: Web) -> None:
    web.routes.update({"/": to(302, web.url("/end").replace("://", "://fern:hill@")), "/end": 200})
    assert ask(web, "/").verdict == "ok"
    assert "Authorization" not in web.headers["/end"]


def test_an_archive_is_asked_for_copies_of_dead_pages_only(web: Web) -> None:
    def archive(request: Any) -> Any:
        kept = request.path.endswith("/gone")
        return to(302, f"/web/2020{request.path.removeprefix('/2')}") if kept else 404

    web.routes.update(
        {"/well": 200, f"/2/{web.url('/gone')}": archive, f"/2/{web.url('/lost')}": archive}
    )
    urls = [web.url(path) for path in ("/well", "/gone", "/gone#part", "/lost")]
    found = probe(urls, settings(archive=web.url("/2/")))
    copy = web.url(f"/web/2020/{web.url('/gone')}")
    assert [found[url].archived for url in urls] == ["", copy, copy, ""]
    assert not any("/well" in path and path.startswith("/2/") for _, path in web.asked)
    assert not probe(urls, settings())[urls[1]].archived

"""Fragments in HTML: found, missing, and where that cannot be known."""

from __future__ import annotations

import gzip
import time
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.io.http.client import LARGEST
from jdlint.io.http.fragments import fragment_of, read_ids
from jdlint.io.http.probe import parts, probe
from tests.io.http.web_server import Web, settings

PAGE = """<!doctype html><title>Noise</title><!-- <h2 id="old"> -->\
<script>var a = '<h2 id="made">'</script>
<h1 ID=Top-Noise>Noise</h1><h2 id="how-loud">How loud</h2>\
<H2 class="x" id='tests &amp; more'>Tests</H2>
<a name="prüfung"></a><p id="user-content-values">x</p><form name=apply></form>"""


@pytest.mark.parametrize(
    "fragment",
    [
        "",
        "top",
        "TOP",
        "how-loud",
        "Top-Noise",
        "tests%20&%20more",
        "pr%C3%BCfung",
        "prüfung",
        "values",
    ],
)
def test_found(fragment: str) -> None:
    assert fragment_of(PAGE, fragment)[0] is True


@pytest.mark.parametrize("fragment", ["how-quiet", "old", "made", "apply", "top-noise"])
def test_missing(fragment: str) -> None:
    assert fragment_of(PAGE.replace('"made"', "").replace('"old"', ""), fragment)[0] is False


def test_the_nearest_id_is_named() -> None:
    assert fragment_of(PAGE, "how-lout") == (False, "how-loud")
    assert fragment_of(PAGE, "xyz") == (False, "")


@pytest.mark.parametrize(
    "fragment",
    [
        "/jobs/1",
        "!route",
        "page=3",
        "L10",
        "L10-L20",
        "made",
        "diff-0a1b",
        "issuecomment-1",
        "?a",
        ":~:x",
    ],
)
def test_a_state_or_what_a_script_may_make_cannot_be_known(fragment: str) -> None:
    assert fragment_of(PAGE, fragment)[0] is None


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<div id=root></div><script src=/app.js></script>",
        "<h1>No ids</h1><h2>at all</h2>",
        "<a href=#content>Skip</a><main id=content></main>",
        PAGE + "<noscript>Please enable JavaScript</noscript>",
        PAGE + "<div class=g-recaptcha></div>",
        PAGE + "<react-app></react-app>",
        PAGE + '<a href="#how-quiet">How quiet</a>',
        PAGE + '<script>{"toc": ["how-quiet"]}</script>',
    ],
)
def test_pages_that_do_not_show_all_their_ids(page: str) -> None:
    assert fragment_of(page, "how-quiet")[0] is None


def test_ids_that_the_page_links_to_itself_are_evidence_too() -> None:
    page = "".join(f'<a href="#p{n}">{n}</a><p id=p{n}>' for n in range(3))
    assert fragment_of(page, "q9")[0] is False


@given(st.text(st.sampled_from("<>!-/=\"' aidhn#&;script"), max_size=200))
def test_any_text_is_read(text: str) -> None:
    found = read_ids(text)
    assert all(name for name in found.ids)


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<!--",
        "<a ",
        "<a x='",
        '<a x="',
        "<a x='\"",
        "<script>",
        "<a id=",
        "<a/",
        "&#",
        "<a =",
        "< a\n",
    ],
)
def test_hostile_pages_take_linear_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    begun = time.process_time()
    fragment_of(text, "x")
    assert time.process_time() - begun < 6


def test_a_directive_is_no_fragment() -> None:
    assert parts("https://a.org/x#:~:text=b") == ("https://a.org/x", "")
    assert parts("https://a.org/x#y:~:text=b") == ("https://a.org/x", "y")
    assert parts("//a.org/x?a=1&amp;b=2#y") == ("https://a.org/x?a=1&b=2", "y")


def ask(web: Web, path: str, answer: Any) -> bool | None:
    web.routes["/"] = answer
    url = web.url(path)
    found = probe([url], settings())[url]
    assert found.verdict == "ok"
    return found.fragment


def test_over_the_wire(web: Web) -> None:
    assert ask(web, "/#how-loud", (200, {}, PAGE)) is True
    assert ask(web, "/#how-quiet", (200, {}, PAGE)) is False
    assert ask(web, "/#how-quiet", (200, {"Content-Type": "application/pdf"}, PAGE)) is None
    assert (
        ask(web, "/#how-quiet", (200, {"Content-Type": "text/html; charset=nonsense"}, PAGE))
        is False
    )
    latin = PAGE.replace("how-loud", "größe").encode("latin-1")
    assert (
        ask(web, "/#gr%C3%B6%C3%9Fe", (200, {"Content-Type": "text/html; charset=latin-1"}, latin))
        is True
    )


def test_a_packed_page_is_unpacked(web: Web) -> None:
    packed = gzip.compress(PAGE.encode())
    assert ask(web, "/#how-loud", (200, {"Content-Encoding": "gzip"}, packed)) is True
    assert (
        ask(
            web, "/#how-quiet", (200, {"Content-Encoding": "deflate"}, zlib.compress(PAGE.encode()))
        )
        is False
    )
    assert ask(web, "/#how-loud", (200, {"Content-Encoding": "gzip"}, b"no gzip")) is None
    assert ask(web, "/#how-loud", (200, {"Content-Encoding": "br"}, packed)) is None


def test_a_page_that_is_too_long_cannot_be_known(web: Web) -> None:
    bomb = gzip.compress(b" " * 60_000_000, 9)
    begun = time.monotonic()
    assert ask(web, "/#how-quiet", (200, {"Content-Encoding": "gzip"}, bomb)) is None
    assert ask(web, "/#how-quiet", (200, {}, PAGE.encode() + b" " * LARGEST)) is None
    assert ask(web, "/#how-quiet", (200, {}, PAGE.encode() + b" " * (LARGEST // 2))) is False
    assert time.monotonic() - begun < 60, "it ends"

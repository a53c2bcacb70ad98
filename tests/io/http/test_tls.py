"""Certificates: good ones, bad ones, and those that only this machine does not know."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

pytest.importorskip("httpx")
from jdlint.io.http.probe import probe
from jdlint.site.external import External
from tests.io.http.web_server import HOST, Names, Web, settings

Serve = Callable[..., Web]
NOW = datetime.now(UTC)


@pytest.fixture
def serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Starts a server with a certificate from an authority that the environment trusts,
    or from one it does not."""
    authority, servers = trustme.CA(), []
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))

    def start(*names: str, trusted: bool = True, alone: bool = False, days: int = 30) -> Web:
        issuer = authority if trusted else trustme.CA()
        path = tmp_path / f"{len(servers)}.pem"
        if alone:
            path.write_bytes(issuer.private_key_pem.bytes() + issuer.cert_pem.bytes())
        else:
            begun, ends = NOW - timedelta(days=90), NOW + timedelta(days=days)
            issued = issuer.issue_cert(*names, not_before=begun, not_after=ends)
            issued.private_key_and_cert_chain_pem.write_to_path(path)
        server = Web(path)
        server.routes["/"] = 200
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.close()


def ask(web: Web) -> External:
    return probe([web.url("/")], settings())[web.url("/")]


def test_the_certificate_is_checked_for_the_name_and_not_for_the_address(serve: Serve) -> None:
    assert ask(serve(HOST)) == External("ok", 200)
    assert ask(serve("127.0.0.1")) == External(
        "dead", 0, "certificate", detail="is for another host"
    )


def test_one_that_has_expired(serve: Serve) -> None:
    assert ask(serve(HOST, days=-1)) == External("dead", 0, "certificate", detail="has expired")


def test_one_that_signs_itself(serve: Serve) -> None:
    assert ask(serve(alone=True, trusted=False)) == External(
        "dead", 0, "certificate", detail="is signed by itself"
    )


def test_an_authority_that_is_not_known_here_says_nothing_of_the_link(serve: Serve) -> None:
    assert ask(serve(HOST, trusted=False)) == External("unknown", 0, "untrusted")


def test_two_names_at_one_address_are_each_checked(serve: Serve) -> None:
    web = serve(HOST)
    names = Names(**{"other.heatpump.org": ["127.0.0.1"]})
    urls = [web.url("/"), web.url("/", "other.heatpump.org")]
    answers = probe(urls, settings(names, allow_private=("127.0.0.1", HOST)))
    assert [answers[url].reason for url in urls] == ["", "certificate"]


def test_a_plain_server_at_a_secure_address_cannot_be_known(web: Web) -> None:
    url = web.url("/").replace("http:", "https:")
    assert probe([url], settings())[url].reason == "unreachable"

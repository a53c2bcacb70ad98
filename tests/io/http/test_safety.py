"""What may be asked: addresses in all their forms, names that lead inside, ports;
and that the check is what counts."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.io.http.probe import probe
from jdlint.io.http.safety import is_allowed, is_public, is_reserved_name, may_use_port
from jdlint.io.http.settings import HttpSettings, is_ignored, like
from tests.io.http.web_server import HOST, Names, Web, settings

INSIDE = [
    "0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254",
    "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1",
    "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1",
    "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254",
    "ff02::1", "fec0::1", "100::1", "2001:db8::1", "3fff::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1",
    "2002:7f00:1::", "2002:a00:1::1", "2001::1", "2001:0:7f00:1::", "", "localhost", "1.2.3",
    "2130706433",
]  # fmt: skip
OUTSIDE = [
    "1.1.1.1", "8.8.8.8", "93.184.216.34", "172.15.0.1", "172.32.0.1", "2606:4700::1111",
    "2a00:1450:4001::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1",
]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_inside(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", OUTSIDE)
def test_outside(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_an_ipv6_form_is_judged_as_the_address_inside_it(address: IPv4Address) -> None:
    number = int(address)
    forms = [(0xFFFF << 32) | number, (0x64FF9B << 96) | number, (0x2002 << 112) | (number << 80)]
    assert {is_public(str(IPv6Address(form))) for form in forms} == {is_public(str(address))}
    assert not (is_public(str(address)) and not address.is_global)


@given(st.text(max_size=40))
def test_what_is_no_address_is_not_public(text: str) -> None:
    assert is_public(text) in (True, False)
    assert not is_public("x" + text)


@pytest.mark.parametrize(
    ("host", "address", "allow", "expected"),
    [
        ("wiki.fernhill.example", "10.0.0.1", ("wiki.fernhill.example",), True),
        ("wiki.fernhill.example", "10.0.0.1", ("WIKI.fernhill.example",), True),
        ("wiki.fernhill.example", "10.0.0.1", ("*.fernhill.example",), True),
        ("wiki.fernhill.example", "10.0.0.1", ("10.0.0.0/8",), True),
        ("wiki.fernhill.example", "10.0.0.1", ("10.0.0.1",), True),
        ("::1", "::1", ("[::1]",), True),
        ("fernhill.example", "10.0.0.1", ("*.fernhill.example",), False),
        ("evilfernhill.example", "10.0.0.1", ("*.fernhill.example", "fernhill.example"), False),
        ("wiki.fernhill.example", "11.0.0.1", ("10.0.0.0/8", "fe80::/10", "", "*"), False),
    ],
)
def test_allowed(host: str, address: str, allow: tuple[str, ...], expected: bool) -> None:
    assert is_allowed(host, address, allow) is expected


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "2130706433", "0x7f.0.0.1", "0x7f000001", "127.1", "017700000001", "0",
        "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "localhost", "LOCALHOST", "localhost.",
        "127.0.0.1.", "①②⑦.0.0.1", "127。0。0。1",
    ],
)  # fmt: skip
def test_no_form_of_the_loopback_address_is_asked(web: Web, host: str) -> None:
    web.routes["/"] = 200
    url = web.url("/", host)
    answers = probe([url], HttpSettings(timeout=2.0, canaries=("localhost",)))
    assert answers[url].verdict != "ok"
    assert not web.asked


def test_a_name_that_leads_inside_is_not_asked(web: Web) -> None:
    web.routes["/"] = 200
    names = Names(
        **{"in.heatpump.org": ["127.0.0.1"], "both.heatpump.org": ["93.184.216.34", "127.0.0.1"]}
    )
    urls = [web.url("/", "in.heatpump.org"), web.url("/", "both.heatpump.org")]
    assert [a.reason for a in probe(urls, settings(names)).values()] == ["private", "private"]
    assert not web.asked


def test_the_address_that_was_checked_is_the_one_that_is_asked(web: Web) -> None:
    """The name leads elsewhere at each lookup, and only this test's table knows it:
    a second lookup would show."""
    turns = iter([["127.0.0.1"], ["127.0.0.2"], ["10.0.0.1"]])
    names = Names(**{HOST: lambda: next(turns)})
    web.routes.update({"/a": 200, "/b": 405, "/c": (200, {}, "<h2 id=x>")})
    answers = probe([web.url("/a"), web.url("/b"), web.url("/c#x")], settings(names))
    assert [a.status for a in answers.values()] == [200, 405, 200]
    assert names.asked.count(HOST) == 1


def test_the_next_address_is_asked_where_the_first_refuses(web: Web) -> None:
    web.routes["/"] = 200
    url = web.url("/")
    names = Names(**{HOST: ["127.0.0.9", "127.0.0.1"]})
    assert probe([url], settings(names, allow_private=(HOST,)))[url].verdict == "ok"


def test_ports_of_other_services_are_refused() -> None:
    names = Names(**{"mail.heatpump.org": ["93.184.216.34"]})
    url = "http://mail.heatpump.org:25/"
    assert probe([url], settings(names))[url].reason == "private"
    assert [may_use_port(p) for p in (80, 443, 8080, 22, 25, 0)] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def test_names_for_examples() -> None:
    names = [
        "fernhill.example",
        "a.test",
        "x.invalid",
        "example.com",
        "www.example.org",
        "example.net.",
    ]
    assert all(map(is_reserved_name, names))
    assert not any(
        map(is_reserved_name, ["fernhill.org", "myexample.com", "example.de", "test.de"])
    )


@pytest.mark.parametrize(
    ("url", "pattern", "expected"),
    [
        ("https://www.networks.org/in/a", "networks.org", True),
        ("https://networks.org", "networks.org", True),
        ("https://badnetworks.org/", "networks.org", False),
        ("https://networks.org/in/a#b", "networks.org/in/*", True),
        ("https://networks.org/out", "networks.org/in/*", False),
        ("https://networks.org/out", "https://*", True),
        ("http://networks.org/out", "https://*", False),
        ("HTTPS://Networks.org/Out", "*.org/out", True),
        ("https://networks.org/", "", False),
    ],
)
def test_ignored(url: str, pattern: str, expected: bool) -> None:
    assert is_ignored(url, (pattern,)) is expected


@given(st.text("ab*", max_size=8), st.text("ab", max_size=12))
def test_a_pattern_means_what_its_stars_say(pattern: str, text: str) -> None:
    import re

    expected = re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), text) is not None
    assert like(text, pattern) is expected


def test_a_pattern_takes_linear_time() -> None:
    assert not like("a" * 100_000, "*a" * 1_000 + "b")


def test_settings_of_a_configuration() -> None:
    data: dict[str, Any] = {
        "allow-private": "wiki",
        "timeout": 3,
        "max-age": 0,
        "ignore": ["a.org"],
        "per-host": 4,
    }
    found = HttpSettings.of(data)
    assert (found.allow_private, found.timeout, found.max_age) == (("wiki",), 3.0, 0.0)
    assert (found.ignore, found.per_host, found.proxy) == (("a.org",), 4, False)
    assert HttpSettings.of({}) == HttpSettings()

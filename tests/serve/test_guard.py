"""The door: names, origins, sizes and slow bodies; nothing of the disk or of a text is told."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from jdlint.core.errors import ConfigError
from jdlint.serve.http.rate import Rates
from jdlint.serve.settings import hosts_for
from tests.serve.conftest import PAGE
from tests.serve.server import Running, free_port, serving

JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.", "", "[::2]"]
)
def test_only_known_names_are_answered(server: Running, host: str) -> None:
    answer = httpx.get(server.url, headers={"Host": host})
    assert answer.status_code == (200 if host == "localhost." else 403)


@pytest.mark.parametrize("host", ["localhost", "10.1.2.3:8417", "evil.example"])
def test_whoever_watches_the_server_is_told_ok(server: Running, host: str) -> None:
    """A container's or a proxy's question has another name in it, and learns nothing else."""
    headers = {"Host": host, "Origin": "http://evil.example"}
    for _ in range(2):
        answer = httpx.get(server.url + "/healthz", headers=headers)
        assert (answer.status_code, answer.text) == (200, "ok\n")
    assert "server" not in answer.headers
    assert "access-control-allow-origin" not in answer.headers
    assert httpx.head(server.url + "/healthz", headers=headers).content == b""


def test_the_container_asks_for_its_health(server: Running) -> None:
    container = (Path(__file__).parents[2] / "Containerfile").read_text(encoding="utf-8")
    [told] = re.findall(r"^HEALTHCHECK .*\n  CMD (.+)$", container, re.M)
    script = json.loads(told)[2]
    for port, code in ((server.port, 0), (free_port(), 1)):
        asked = [sys.executable, "-c", script.replace(":8417", f":{port}")]
        assert subprocess.run(asked, capture_output=True, check=False).returncode == code


@pytest.mark.parametrize("path", ["/healthz", "/healthz/", "/healthz/api/check", "/api/healthz"])
def test_the_health_address_opens_no_other(server: Running, path: str) -> None:
    headers = {"Host": "evil.example"}
    asked = httpx.post if path == "/healthz" else httpx.get
    assert asked(server.url + path, headers=headers).status_code == 403


def test_a_request_without_one_host_is_refused(server: Running) -> None:
    two = b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
    assert b" 40" in server.raw(two)[:20]
    assert b" 40" in server.raw(b"GET / HTTP/1.0\r\n\r\n")[:20]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_other_sites_cannot_send(server: Running, headers: dict[str, str]) -> None:
    answer = server.post("/api/check", {"text": PAGE}, headers=headers)
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers


def test_our_own_page_can_send(server: Running) -> None:
    headers = {"Origin": server.url, "Sec-Fetch-Site": "same-origin"}
    assert server.post("/api/check", {"text": PAGE}, headers=headers).status_code == 200


def test_forms_of_other_sites_are_no_json(server: Running) -> None:
    answer = httpx.post(server.url + "/api/check", content=b'{"text": ""}')
    assert answer.status_code == 415


@pytest.mark.parametrize("method", ["PUT", "TRACE", "OPTIONS", "PATCH", "FOO"])
def test_other_methods_are_refused(server: Running, method: str) -> None:
    assert httpx.request(method, server.url + "/api/check").status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/static/../../secret.txt",
        "/static/..%2f..%2fsecret.txt",
        "/%00",
        "/secret.txt",
        "//etc/passwd",
    ],
)
def test_no_file_of_the_disk_is_given(server: Running, path: str) -> None:
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    answer = server.raw(request.encode())
    assert b" 404 " in answer[:20]
    assert b"do not tell" not in answer
    assert str(server.root).encode() not in answer


def test_scripts_come_from_the_server_alone(server: Running) -> None:
    answer = httpx.get(server.url)
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "<script>" not in answer.text
    assert "style=" not in answer.text


def test_a_body_that_says_it_is_huge_is_not_read(server: Running) -> None:
    head = b"POST /api/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    answer = server.raw(head + b"Content-Length: 99999999999\r\n\r\n", wait=3)
    assert b" 413 " in answer[:20]


def test_a_chunked_body_is_cut_off(server: Running) -> None:
    head = b"POST /api/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    chunk = b"%x\r\n" % 600_000 + b"x" * 600_000 + b"\r\n"
    answer = server.raw(head + b"Transfer-Encoding: chunked\r\n\r\n" + chunk * 2, wait=3)
    assert b" 413 " in answer[:20]


def test_an_address_that_asks_too_often_has_to_wait() -> None:
    rates = Rates(rate=1, burst=3)
    assert [rates.take("a") for _ in range(4)] == [True, True, True, False]
    assert rates.take("b")


def test_a_server_for_everybody_needs_a_name() -> None:
    with pytest.raises(ConfigError, match="--allow-host"):
        hosts_for("0.0.0.0", [])
    assert hosts_for("0.0.0.0", ["Jobs.Example.com"]) == {"jobs.example.com"}
    assert "localhost" in hosts_for("127.0.0.1", ["jobs.example.com"])
    assert hosts_for("192.0.2.7", []) == {"192.0.2.7"}


def test_nothing_of_a_text_is_logged(site: Path) -> None:
    with serving(site) as running:
        for path in ("/api/check", "/api/fix", "/api/nothing"):
            running.post(path, {"text": PAGE + "A secret wage"})
        running.raw(b"\x16\x03\x01 no http at all\r\n\r\n", wait=1)
    assert running.process.returncode in (0, -15)
    assert running.said == [""]


def test_a_broken_configuration_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "jdlint.yaml").write_text("pages: 7\n")
    done = subprocess.run(
        [sys.executable, "-m", "jdlint", "serve", "--no-open"],
        cwd=tmp_path, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 2
    assert "jdlint.yaml" in done.stderr
    assert "Traceback" not in done.stderr

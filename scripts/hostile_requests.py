"""What ``scripts/hostile-page`` sends: requests of each hostile kind, drawn at random."""

from __future__ import annotations

import io
import json
import random
import zipfile
from itertools import pairwise

HONEST = json.dumps({"text": "---\ntitle: Baker\n---\n\nBake the the bread.\n"}).encode()


def bomb(size: int = 80_000_000, parts: int = 1, name: str = "word/document.xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for i in range(parts):
            archive.writestr(name if parts == 1 else f"word/{i}.xml", b"0" * size)
    return out.getvalue()


def nested(levels: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:p>" * levels)
        archive.writestr("_rels/.rels", "<a/>")
    return out.getvalue()


def request(
    method: str, path: str, body: bytes = b"", host: str = "localhost", **headers: str
) -> bytes:
    rows = {
        "Host": host,
        "Connection": "close",
        **{k.replace("_", "-"): v for k, v in headers.items()},
    }
    if body:
        rows.setdefault("Content-Length", str(len(body)))
    head = (
        f"{method} {path} HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in rows.items()) + "\r\n"
    )
    return head.encode("utf-8", "surrogateescape") + body


class Attack:
    """Makes one request after the other, each of some kind."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.bombs = [
            bomb(),
            bomb(1000, 5000),
            nested(200_000),
            bomb(100, name="../../etc/passwd"),
            b"PK\x03\x04" + rng.randbytes(5000),
        ]

    def make(self) -> tuple[str, bytes, str]:
        """The kind of a request, its bytes, and how they are sent: whole,
        slow (a byte now and then) or cut."""
        kind = self.rng.choice([name for name in dir(self) if name.startswith("a_")])
        data, how = getattr(self, kind)()
        return kind[2:], data, how

    def a_method(self) -> tuple[bytes, str]:
        methods = [
            "PUT",
            "TRACE",
            "CONNECT",
            "OPTIONS",
            "PATCH",
            "DELETE",
            "GET\t",
            "A" * 5000,
            "",
            "PRI * HTTP/2.0",
        ]
        return request(
            self.rng.choice(methods), self.rng.choice(["/", "/api/check", "/desk/save", "*"])
        ), "whole"

    def a_path(self) -> tuple[bytes, str]:
        ups = r"../ ..%2f %2e%2e/ ..\ ....// %252e%252e%252f / static/../ .%00./ %c0%ae%c0%ae/"
        up = self.rng.choice(ups.split())
        name = self.rng.choice(
            ["secret.txt", "etc/passwd", ".git/config", "jdlint.yaml", "proc/self/environ"]
        )
        return request(
            "GET",
            self.rng.choice(["/", "/static/", "/d/", "/drafts/", "/desk/"])
            + up * self.rng.randint(1, 9)
            + name,
        ), "whole"

    def a_file(self) -> tuple[bytes, str]:
        path = self.rng.choice(
            [
                "../secret.txt",
                "secret.txt",
                "/etc/passwd",
                "jobs/../../secret.md",
                ".git/config.md",
                "jobs/link.md",
                "jobs\\..\\x.md",
                "jobs/a.md\x00.txt",
                "con.md",
                "jobs/" + "a" * 400 + ".md",
            ]
        )
        name = self.rng.choice(["open", "save"])
        return self.json(
            f"/desk/{name}",
            {"path": path, **({"text": "bad", "version": ""} if name == "save" else {})},
        ), "whole"

    def a_host(self) -> tuple[bytes, str]:
        hosts = [
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1@evil.example",
            "",
            "localhost:1:2",
            "[::1",
            "LOCALHOST ",
            "0.0.0.0",
            "a" * 20_000,
            "localhost\x00",
        ]
        return request(
            "POST", "/api/check", HONEST, self.rng.choice(hosts), Content_Type="application/json"
        ), "whole"

    def a_origin(self) -> tuple[bytes, str]:
        origins = [
            "null",
            "http://evil.example",
            "http://localhost.evil.example",
            "file://",
            "http://localhost@evil.example",
        ]
        return request(
            "POST",
            "/desk/save",
            HONEST,
            Origin=self.rng.choice(origins),
            Content_Type="application/json",
        ), "whole"

    def a_size(self) -> tuple[bytes, str]:
        length = self.rng.choice(["99999999999999999999", "-1", "abc", "1e9", "0x10", "5, 5", " "])
        return request(
            "POST", "/api/check", b"{}", Content_Length=length, Content_Type="application/json"
        ), "whole"

    def a_large(self) -> tuple[bytes, str]:
        body = json.dumps({"text": "x" * self.rng.choice([399_000, 500_000, 2_000_000])}).encode()
        return request(
            "POST",
            self.rng.choice(["/api/check", "/desk/look", "/drafts"]),
            body,
            Content_Type="application/json",
        ), "whole"

    def a_json(self) -> tuple[bytes, str]:
        bodies = [
            b"[" * 200_000,
            b'{"text": ' * 50_000,
            b"\xff\xfe",
            b"{}",
            b"null",
            b'{"text": 1e999}',
            b'{"text": "\\ud800"}',
            b'{"text": "a", "path": ["x"]}',
            self.rng.randbytes(3000),
            b'{"__proto__": {}, "text": "a"}',
        ]
        path = self.rng.choice(
            [
                "/api/check",
                "/api/fix",
                "/api/links",
                "/desk/look",
                "/desk/value",
                "/desk/silence",
                "/desk/preview",
                "/desk/paste",
            ]
        )
        return request(
            "POST", path, self.rng.choice(bodies), Content_Type="application/json"
        ), "whole"

    def a_text(self) -> tuple[bytes, str]:
        texts = [
            "---\n" + "a: &a [*a]\n" * 300,
            "---\na: &a [x]\n"
            + "".join(f"{c}: &{c} [*{p},*{p},*{p},*{p}]\n" for p, c in pairwise("abcdefghij"))
            + "---\n",
            "[" * 50_000,
            "*a **b " * 20_000,
            "> " * 30_000,
            "<" * 100_000,
            "{{" * 50_000,
            "\x00" * 5000,
            "a" * 300_000,
            "| a " * 40_000,
            "- " * 40_000,
            "`" * 99_999,
        ]
        return self.json(
            self.rng.choice(["/api/check", "/desk/look", "/desk/preview"]),
            {"text": self.rng.choice(texts)},
        ), "whole"

    def a_paste(self) -> tuple[bytes, str]:
        html = self.rng.choice(
            [
                "<div>" * 150_000,
                "<ul><li>" * 60_000,
                "<p style='" + "a" * 300_000 + "'>",
                "<table><tr><td>" * 20_000,
                "<script>alert(1)</script>" * 5000,
                "<a href='javascript:x'>" * 20_000,
                "<!--" * 90_000,
            ]
        )
        return self.json("/desk/paste", {"html": html}), "whole"

    def a_bomb(self) -> tuple[bytes, str]:
        return request(
            "POST",
            "/desk/import",
            self.rng.choice(self.bombs),
            Content_Type="application/octet-stream",
        ), "whole"

    def a_form(self) -> tuple[bytes, str]:
        part = (
            b'--x\r\nContent-Disposition: form-data; name="file"; filename="../../a.docx"\r\n\r\n'
            + self.rng.choice(self.bombs)[:50_000]
        )
        body = part + b"\r\n" + self.rng.choice([b"--x--\r\n", b"", part * 3])
        return request(
            "POST", "/desk/import", body, Content_Type="multipart/form-data; boundary=x"
        ), "whole"

    def a_head(self) -> tuple[bytes, str]:
        return self.rng.choice(
            [
                b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 5000 + b"\r\n",
                b"GET /" + b"a" * 50_000,
                b"\x16\x03\x01\x02",
                b"GET / HTTP/9.9\r\n\r\n",
                b"\r\n" * 100,
                request("GET", "/").replace(b"Connection", b"Host: a\r\nX"),
            ]
        ), "whole"

    def a_smuggle(self) -> tuple[bytes, str]:
        chunked = b'5\r\n{"tex\r\n0\r\n\r\nGET /secret.txt HTTP/1.1\r\nHost: localhost\r\n\r\n'
        return request(
            "POST",
            "/api/check",
            chunked,
            Transfer_Encoding="chunked",
            Content_Type="application/json",
        ), "whole"

    def a_slow(self) -> tuple[bytes, str]:
        return request("POST", "/api/check", HONEST, Content_Type="application/json"), "slow"

    def a_cut(self) -> tuple[bytes, str]:
        data = request("POST", "/api/check", HONEST, Content_Type="application/json")
        return data[: self.rng.randrange(len(data))], "cut"

    def a_drafts(self) -> tuple[bytes, str]:
        token = self.rng.choice(["a' OR 1=1 --", "%27%3B", "x" * 5000, "..", "a" * 32])
        return self.rng.choice(
            [
                request("GET", f"/drafts/{token}"),
                self.json(f"/drafts/{token}/comments", {"name": "a", "text": "b"}),
                request(
                    "DELETE", f"/drafts/{token}", b'{"key": "a"}', Content_Type="application/json"
                ),
            ]
        ), "whole"

    def json(self, path: str, data: object) -> bytes:
        return request("POST", path, json.dumps(data).encode(), Content_Type="application/json")

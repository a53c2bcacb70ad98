"""Redirect files, and where chains of redirects end."""

from __future__ import annotations

import pytest

from jdlint.site.build.settings import SiteSettings
from jdlint.site.links.resolver import Resolver
from jdlint.site.redirects.rules import Redirect, collect, follow
from tests.site.trees import MemoryTree

GITLAB = """
- sources: [/old/, /older/]
  target: /new/
  comp_op: '='
- sources: /team/
  target: /people/
  comp_op: ^~
- sources: /news/20[0-9]{2}/
  target: /blog/
  comp_op: '~'
- sources: /culture/
  target: /company/culture/
  comp_op: '~'
- sources: /first/
  target: /second/
  comp_op: '='
- sources: /second/
  target: /new/#part
  comp_op: '='
- sources: /round/
  target: /and-round/
  comp_op: '='
- sources: /and-round/
  target: /round/
  comp_op: '='
- sources: /away/
  target: https://other.example/x
  comp_op: '='
- sources: /new/
  target: /never/
  comp_op: '='
"""


def model(name: str, text: str) -> Resolver:
    files = {
        name: text,
        "new.md": "# New\n\n## Part\n\n## Values\n",
        "people.md": "# People\n",
        "a.md": "# A\n",
    }
    return Resolver(MemoryTree(files), SiteSettings(url="https://fernhill.example"))


@pytest.mark.parametrize(
    ("url", "verdict", "target", "sure"),
    [
        ("/old/", "redirected", "/new/", True),
        ("/older/#values", "redirected", "/new/#values", True),
        ("/old/#gone", "redirected", "/new/#gone", False),
        ("/team/berlin/", "redirected", "/people/", True),
        ("/news/2024/03/", "redirected", "/blog/", None),
        ("/culture/all/", "redirected", "/company/culture/", None),
        ("/company/culture/x/", "unknown", "", None),
        ("/first/", "redirected", "/new/#part", True),
        ("/first/#values", "redirected", "/new/#part", True),
        ("/round/", "broken-page", "", None),
        ("/away/", "redirected", "https://other.example/x", None),
        ("/new/", "resolves", "", None),
        ("https://fernhill.example/old/", "redirected", "/new/", True),
    ],
)
def test_nginx_rules(url: str, verdict: str, target: str, sure: bool | None) -> None:
    answer = model("data/redirects.yml", GITLAB).resolve(url, "a.md")
    assert (answer.verdict, answer.redirect, answer.redirect_ok) == (verdict, target, sure), answer


NETLIFY = """
# comment
/old        /new
/blog/*     /news/:splat   301
/team/:name /people/:name/ 302
/new        /people/       301!
/here       /there         301  Country=de
/api/*      https://api.example/:splat 200
/missing    /404           404
"""


@pytest.mark.parametrize(
    ("url", "verdict", "target"),
    [
        ("/old/", "redirected", "/people/"),
        ("/blog/2024/x", "redirected", "/news/2024/x"),
        ("/blog", "redirected", "/news/"),
        ("/team/mia", "redirected", "/people/mia/"),
        ("/new/", "redirected", "/people/"),
        ("/here", "unknown", ""),
        ("/api/v1", "unknown", ""),
        ("/missing", "unknown", ""),
    ],
)
def test_netlify(url: str, verdict: str, target: str) -> None:
    answer = model("_redirects", NETLIFY).resolve(url, "a.md")
    assert (answer.verdict, answer.redirect) == (verdict, target), answer


def test_netlify_toml_and_vercel() -> None:
    toml = '[[redirects]]\nfrom = "/old/*"\nto = "/new/:splat"\nstatus = 301\n'
    assert model("netlify.toml", toml).resolve("/old/x", "a.md").redirect == "/new/x"
    rules = (
        '{"source": "/team/:name", "destination": "/people/:name"}, {"source": "/new", '
        '"destination": "/a"}'
    )
    vercel = f'{{"redirects": [{rules}]}}'
    found = model("vercel.json", vercel)
    assert found.resolve("/team/mia", "a.md").redirect == "/people/mia"
    assert found.resolve("/new", "a.md").redirect == "/a"


@pytest.mark.parametrize(
    "text",
    ["", "{", "- 1\n- [x]", "sources: /a", "- sources: {a: 1}\n  target: 3", "\x00", "- &a [*a]"],
)
def test_bad_files_have_no_rules(text: str) -> None:
    for name in ("data/redirects.yml", "_redirects", "netlify.toml", "vercel.json"):
        assert model(name, text).resolve("/old/", "a.md").verdict == "unknown"


def test_chains_are_bounded() -> None:
    rules = collect(Redirect("exact", f"/{number}", f"/{number + 1}") for number in range(1000))
    outcome = follow(rules, "/0", (), lambda _: False)
    assert outcome is not None
    assert outcome.loop
    short = follow(rules, "/995", (), lambda _: False)
    assert short is not None
    assert short.target == "/1000"


def test_a_pattern_cannot_hang() -> None:
    rules = collect([Redirect("regex", "^/(a+)+$", "/x"), Redirect("regex", "(", "/y")])
    assert rules.find("/" + "a" * 5000 + "!") is None
    assert rules.find("/aaa") is not None

"""From pages to findings, with the real Harper."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.checks.grammar.engine_remarks import EngineRemarks
from jdlint.core.diagnostic import Finding
from jdlint.core.text import Source
from jdlint.io.grammar.ask import engine_of, site_remarks
from jdlint.io.grammar.harper import Harper
from jdlint.parse import parse
from jdlint.posting.language import with_language
from jdlint.site import Site
from jdlint.site.facts import facts_of
from jdlint.site.remarks import texts_to_ask

pytest.importorskip("harper")


def _site(pages: dict[str, str], **more: object) -> Site:
    parsed = (with_language(parse(Source(path, text))) for path, text in pages.items())
    return Site(tuple(map(facts_of, parsed)), **more)  # type: ignore[arg-type]


Row = tuple[str, str, Finding]


def _found(
    pages: dict[str, str], words: tuple[str, ...] = (), folder: Path | None = None
) -> list[Row]:
    site = _site(pages)
    site = _site(pages, remarks=site_remarks(site, Harper(), folder)[0])
    checks = [EngineRemarks(kind=kind, project_words=words) for kind in ("spelling", "grammar")]
    found = [finding for check in checks for finding in check.check_site(site)]
    return [(f.path, pages[f.path][f.span.start : f.span.end], f) for f in found]


PAGE = """---
title: Instalation Lead
description: You lead the the crew.
---

😀 You will **recieve [a note](https://fernhill.example) `managment` van** \
and {{ site.managment }}.\r
See https://fernhill.example/managment or write to managment@fernhill.example. \
<b class="managment">Managment</b> helps.

## Resposibilities

| Task | Whne |
|------|------|
| pumps| dayly |

> We never recieve letters.

```
recieve
```
"""


def test_places_in_a_page_with_everything() -> None:
    found = [text for _, text, _ in _found({"jobs/lead.md": PAGE})]
    assert sorted(found) == sorted(
        ["Instalation", "the the", "recieve", "Managment", "Resposibilities", "dayly"]
    )


def test_edits_put_the_better_word_in_its_place() -> None:
    text = "You recieve a van.\n"
    ((_, _, finding),) = _found({"a.md": text})
    (edit,) = finding.edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == "You receive a van.\n"


def test_words_of_the_project_and_of_the_site() -> None:
    pages = {
        f"jobs/{number}.md": f"You sell the manager{number} wermpump to people.\n"
        for number in range(9)
    }
    assert not [row for row in _found(pages) if row[1] == "wermpump"]
    assert [row[1] for row in _found({"a.md": "You sell a recieve.\n"}, words=("Recieve",))] == []


def test_a_page_in_another_language_is_not_asked_about() -> None:
    site = _site({
        "jobs/a.md": "---\nlang: de\n---\nWir recieve Pumpen.\n",
        "fr/jobs/b.md": "Nous recieve des pompes.\n",
        "jobs/c.md": "We recieve pumps.\n",
    })  # fmt: skip
    assert [facts.language for facts in site.pages] == ["de", "fr", "en"]
    assert list(texts_to_ask(site)) == ["We recieve pumps."]
    assert list(texts_to_ask(site, ["jobs/a.md"], "de")) == ["Wir recieve Pumpen."]


def test_a_known_page_never_builds_the_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {"a.md": "You recieve a van.\n", "b.md": "You drive it.\n"}
    first = _found(pages, folder=tmp_path)
    monkeypatch.setattr(Harper, "_processes", property(lambda self: pytest.fail("built")))
    assert [row[:2] for row in _found(pages, folder=tmp_path)] == [row[:2] for row in first]


def test_the_engine_that_is_asked_for() -> None:
    assert isinstance(engine_of({}), Harper)
    assert engine_of({"engine": "off"}) is None
    assert engine_of({"engine": "languagetool"}, "off") is None
    tool = engine_of(
        {"languagetool": {"url": "http://localhost:8081", "language": "de-DE"}}, "languagetool"
    )
    assert tool is not None
    assert tool.name == "languagetool"
    assert tool.version == "http://localhost:8081"

"""What the page asks of the server: the draft's outline and form, pages of the site, words,
shared drafts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from jdlint.core.errors import CannotError
from jdlint.serve.draft import pages
from jdlint.serve.store import Comment, Store
from tests.serve.conftest import PAGE
from tests.serve.server import Running, serving
from tests.serve.word_files import word_file

BAD = PAGE.replace("Bake the bread", "Bake the the bread")


@pytest.fixture(scope="module")
def writing(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with serving(
        site, "--write", "--store", str(tmp_path_factory.mktemp("d") / "drafts.db")
    ) as running:
        yield running


def test_a_look_tells_all_that_the_page_shows(writing: Running) -> None:
    answer = writing.post("/desk/look", {"text": BAD, "path": "jobs/waiter.md"}).json()
    assert [d["rule"] for d in answer["report"]["diagnostics"]] == ["grammar/doubled-word"]
    about = answer["about"]
    assert [(p["level"], p["title"], p["line"]) for p in about["outline"]] == [
        (2, "Responsibilities", 6),
        (2, "Benefits", 11),
    ]
    assert [m["kind"] for m in about["missing"]] == ["requirements", "process"]
    fields = {field["key"][0]: field for field in about["fields"]}
    assert fields["title"]["value"] == "Pastry chef"
    assert fields["title"]["required"]
    assert fields["title"]["line"] == 2
    assert fields["valid_through"]["kind"] == "date"
    assert fields["employment_type"]["choices"][:2] == ["FULL_TIME", "PART_TIME"]


def test_a_value_and_a_remark_come_as_edits(writing: Running) -> None:
    edits = writing.post("/desk/value", {"text": PAGE, "key": ["title"], "value": "Baker"}).json()[
        "edits"
    ]
    assert edits == [{"start": 11, "end": 22, "text": "Baker"}]
    at = BAD.index("the the")
    asked = {"text": BAD, "offset": at, "rule": "grammar/doubled-word", "reason": "a song --> <b>"}
    (edit,) = writing.post("/desk/silence", asked).json()["edits"]
    after = BAD[: edit["start"]] + edit["text"] + BAD[edit["end"] :]
    assert (
        writing.post("/api/check", {"text": after})
        .json()["summary"]["rules"]
        .get("grammar/doubled-word")
        is None
    )
    assert after.count("-->") == 1
    assert writing.post("/desk/silence", {**asked, "reason": " "}).status_code == 422


@pytest.mark.parametrize("kind", ["body", "form"])
def test_a_word_file_comes_as_a_body_or_a_form(writing: Running, kind: str) -> None:
    url = writing.url + "/desk/import"
    if kind == "body":
        answer = httpx.post(
            url,
            content=word_file(),
            headers={"Content-Type": "application/octet-stream"},
            timeout=120,
        )
    else:
        answer = httpx.post(url, files={"file": ("a.docx", word_file())}, timeout=120)
    assert answer.json()["title"] == "Baker"
    assert httpx.post(url, content=b"no file", timeout=120).status_code == 422


def test_pages_are_listed_opened_and_saved(writing: Running, site: Path) -> None:
    found = httpx.get(writing.url + "/desk/pages", timeout=120).json()["pages"]
    assert "jobs/waiter.md" in found
    assert not any(path.endswith(".txt") for path in found)
    opened = writing.post("/desk/open", {"path": "jobs/waiter.md"}).json()
    assert opened["text"] == (site / "jobs" / "waiter.md").read_text()
    new = opened["text"] + "\nMore.\n"
    asked = {"path": "jobs/waiter.md", "text": new, "version": opened["version"]}
    saved = writing.post("/desk/save", asked)
    assert saved.status_code == 200
    assert (site / "jobs" / "waiter.md").read_text() == new
    assert writing.post("/desk/save", asked).status_code == 409
    again = {**asked, "text": opened["text"], "version": saved.json()["version"]}
    assert writing.post("/desk/save", again).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["secret.txt", "../secret.md", "notes.md", "nowhere/a.md", ".git/a.md", "jobs/waiter.md"],
)
def test_nothing_else_is_written(writing: Running, site: Path, path: str) -> None:
    before = {p: p.read_bytes() for p in site.rglob("*") if p.is_file()}
    answer = writing.post("/desk/save", {"path": path, "text": "bad", "version": ""})
    assert answer.status_code in (409, 422)
    assert {p: p.read_bytes() for p in site.rglob("*") if p.is_file()} == before


def test_a_server_without_write_writes_nothing(server: Running) -> None:
    for name, data in (("save", {"path": "jobs/x.md", "text": "a"}), ("word", {"word": "grobnik"})):
        assert server.post(f"/desk/{name}", data).status_code == 403
    assert server.post("/drafts", {"text": "a"}).status_code == 404


def test_a_word_is_added_and_known_at_once(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    text = PAGE + "\nWe bake a good breadd every day.\n"
    with serving(tmp_path, "--write") as running:
        assert "grammar/misspelling" in running.post("/api/check", {"text": text}).text
        assert running.post("/desk/word", {"word": "breadd"}).status_code == 200
        assert "grammar/misspelling" not in running.post("/api/check", {"text": text}).text
        for word in ("two words", "#x", "", "a" * 99):
            assert running.post("/desk/word", {"word": word}).status_code == 422
    assert (tmp_path / ".jdlint-words.txt").read_text() == "breadd\n"


def test_a_changed_configuration_holds_at_once(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    config = tmp_path / "jdlint.yaml"
    config.write_text("rules: {grammar/doubled-word: error}\n")
    with serving(tmp_path) as running:
        assert running.post("/api/check", {"text": BAD}).json()["summary"]["errors"] == 1
        config.write_text("rules: {grammar/doubled-word: off}\n")
        assert running.post("/api/check", {"text": BAD}).json()["summary"]["rules"] == {}
        config.write_text("rules: 7\n")
        answer = running.post("/api/check", {"text": BAD})
        assert answer.status_code == 422
        assert str(tmp_path) not in answer.text
        config.unlink()
        assert running.post("/api/check", {"text": BAD}).status_code == 200


def test_line_ends_and_marks_of_a_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\r\n")
    opened = pages.opened(tmp_path, "a.md")
    assert opened.text == "one\ntwo\n"
    pages.saved(tmp_path, "a.md", "one\ntwo\nthree\n", opened.version)
    assert path.read_bytes() == b"\xef\xbb\xbfone\r\ntwo\r\nthree\r\n"


def test_links_out_of_the_project_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "out.md").write_text("secret")
    (tmp_path / "site" / "in.md").symlink_to(tmp_path / "out.md")
    with pytest.raises(CannotError):
        pages.opened(tmp_path / "site", "in.md")
    with pytest.raises(CannotError):
        pages.saved(tmp_path / "site", "in.md", "bad", "")
    assert (tmp_path / "out.md").read_text() == "secret"


def test_drafts_over_http(writing: Running) -> None:
    made = writing.post("/drafts", {"text": BAD, "days": 1})
    assert made.status_code == 201
    token, key = made.json()["token"], made.json()["key"]
    draft = httpx.get(f"{writing.url}/drafts/{token}", timeout=120).json()
    assert draft["text"] == BAD
    assert draft["title"] == "Pastry chef"
    assert draft["report"]["summary"]["rules"] == {"grammar/doubled-word": 1}
    rows = writing.post(f"/drafts/{token}/comments", {"name": "Ada", "text": "Good"}).json()[
        "comments"
    ]
    assert [(row["name"], row["text"]) for row in rows] == [("Ada", "Good")]
    assert writing.post(f"/drafts/{token}/comments", {"name": "", "text": "x"}).status_code == 422
    url = f"{writing.url}/drafts/{token}"
    assert httpx.request("DELETE", url, json={"key": "wrong"}).status_code == 404
    assert httpx.request("DELETE", url, json={"key": key}).status_code == 200
    assert httpx.get(url).status_code == 404
    for data in ({"text": " "}, {"text": "a", "days": 0}, {"text": "a", "days": 400}):
        assert writing.post("/drafts", data).status_code == 422


def test_an_expired_draft_is_gone_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "drafts.db"
    store = Store(path)
    shared = store.add("the wage is a secret", "", 1)
    store.comment(shared.token, Comment("", "Ada", "a whisper", 1))
    assert shared.token.encode() not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    store._base.execute("UPDATE draft SET until = 1")
    store._base.commit()
    assert store.get(shared.token) is None
    store.close()
    assert b"secret" not in path.read_bytes()
    assert b"whisper" not in path.read_bytes()

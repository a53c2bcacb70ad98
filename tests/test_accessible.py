"""The documentation and the HTML report are for everyone: axe-core finds nothing, in light and
dark, narrow and wide, and nothing is wider than the screen."""

from __future__ import annotations

import functools
import http.server
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow
PAGES = ("", "configuration/", "rules/grammar/doubled-word/", "ten-minutes/", "site/")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The documentation and a report, served on loopback."""
    zensical = Path(sys.executable).with_name("zensical")
    if not zensical.exists():
        pytest.skip("Zensical is not installed (pip install -e '.[dev]')")
    folder = tmp_path_factory.mktemp("docs")
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    subprocess.run([zensical, "build", "--strict"], cwd=folder, check=True, capture_output=True)
    site = folder / "build" / "docs"
    command = [sys.executable, "-m", "jdlint", "check", "examples", "--format", "html"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    (site / "report.html").write_bytes(done.stdout)
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        return


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1600])
def test_nothing_is_in_anybodys_way(built: str, chromium: Any, width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    for name in (*PAGES, "report.html"):
        page.goto(built + name)
        page.wait_for_timeout(300)
        found = axe.run(page).response["violations"]
        assert [(row["id"], row["nodes"][0]["html"]) for row in found] == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    page.close()

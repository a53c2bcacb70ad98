"""The page in Firefox: marks, a correction by click, the form."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.serve.browser.conftest import BAD
from tests.serve.browser.firefox import firefox
from tests.serve.server import Running

COMMAND = shutil.which("firefox-esr") or shutil.which("firefox")
KEEP = "sessionStorage.setItem('jdlint.draft', JSON.stringify({ text: %s, path: '', version: '' }))"
TEXT = "JSON.parse(sessionStorage.getItem('jdlint.draft'))?.text"


@pytest.mark.slow
def test_the_page_works_in_firefox(server: Running, tmp_path: Path) -> None:
    pytest.importorskip("websockets")
    if COMMAND is None:
        pytest.skip("there is no Firefox here: apt install firefox-esr")
    with firefox(COMMAND, tmp_path) as browser:
        browser.open(server.url)
        browser.until("!!document.querySelector('.cm-content')")
        browser.run(KEEP % json.dumps(BAD))
        browser.open(server.url)
        card = "document.querySelector(\".card[data-rule='grammar/doubled-word']\")"
        browser.until(f"!!{card}")
        marks = "[...document.querySelectorAll('.cm-lintRange')].map(e => e.textContent).join('|')"
        assert "the the" in browser.run(marks)
        browser.run(f"{card}.querySelector('.actions button').click()")
        browser.until(f"!{card}")
        assert "Bake the bread" in browser.run(TEXT)
        browser.run("document.querySelector('#tab-details').click()")
        browser.run(
            "(() => { const f = document.querySelector('#field-0'); f.value = 'Baker';"
            " f.dispatchEvent(new Event('input', { bubbles: true })); })()"
        )
        browser.until(f"{TEXT}.startsWith('---\\ntitle: Baker\\n')")
        assert browser.run("document.documentElement.scrollWidth <= innerWidth")

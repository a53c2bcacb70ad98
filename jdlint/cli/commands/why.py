"""``jdlint check --why``: why a file is, or is not, a job page."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from jdlint.cli.request import session_of
from jdlint.config.config import Config
from jdlint.core.light import TYPE_CHECKING
from jdlint.engine.planning.discover import Discovery, Job
from jdlint.io import files
from jdlint.posting import detect

if TYPE_CHECKING:
    import argparse


def main(options: argparse.Namespace) -> int:
    """Print one line for each file that is asked for, and the configuration; raises
    ``ConfigError``."""
    session, request = session_of(options)
    config = session.plan.config
    tree = files.DiskTree(request.root, request.given, alone=request.alone)
    discovery = Discovery(request, config, tree)
    held = f"configuration: {config.path or 'none; every rule as it is shipped'}"
    sys.stdout.write("\n".join((*_lines(discovery, config), held, "")))
    return 0


def _lines(discovery: Discovery, config: Config) -> Iterator[str]:
    for path, job in discovery.asked():
        verdict = _verdict(discovery, config, path, job)
        yield f"{path}: {'a job page' if verdict.job else 'no job page'}: {verdict.why}"


def _verdict(discovery: Discovery, config: Config, path: str, job: Job | None) -> detect.Verdict:
    if job is None or job.by == "told":
        key = "exclude" if job is None and config.excludes(path) else "pages"
        return detect.Verdict(job is not None, f"“{key}” of {config.path} says so")
    data = discovery.request.given.get(path)
    source, _ = (
        files.decode(data, path)
        if data is not None
        else files.read_source(discovery.base + path, path, discovery.request.root)
    )
    looks = detect.judged(path, source.text, discovery.above)
    if looks.job or job.by != "asked":
        return looks
    return detect.Verdict(True, f"it is named here; in a folder it is passed over, as {looks.why}")

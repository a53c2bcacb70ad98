"""``jdlint init``: write a configuration from what most pages of a repository do."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from jdlint.cli import terminal
from jdlint.config import project
from jdlint.config.starter import Place, config_text, report_lines, schema_data
from jdlint.config.survey import survey
from jdlint.config.validate import placed_errors
from jdlint.core.errors import ConfigError, reason_of
from jdlint.core.page import Page
from jdlint.core.patterns.glob import glob_pattern
from jdlint.io import files, shipped
from jdlint.io.writing import write_atomically
from jdlint.parse import parse
from jdlint.posting import detect
from jdlint.rules import catalogue
from jdlint.site.links.model import SiteModel

CONFIG, SCHEMA = "jdlint.yaml", "jdlint-front-matter.schema.json"
_ENDS = "md,markdown,mdx,md.erb"
_MOST = 50_000


def main(options: argparse.Namespace) -> int:
    """Read the repository, write its configuration, say what was seen; raises ``ConfigError``."""
    root = _root(Path(options.folder))
    tree = files.DiskTree(root)
    pages = [page for page in _pages(root, tree.paths) if page]
    if not pages:
        raise ConfigError(
            f"{options.folder}: there are no job pages here; name their folder, such as “jdlint "
            f"init jobs”"
        )
    place = _place(tree, pages)
    host = place.url.partition("://")[2].split("/")[0].removeprefix("www.")
    held = glob_pattern(place.pages)
    found = survey([page for page in pages if held and held.match(page.path)], _synonyms(), host)
    texts = {CONFIG: config_text(found, place, SCHEMA if options.schema else "")}
    if options.schema:
        texts[SCHEMA] = (
            json.dumps(schema_data(found, _known()), indent=2, ensure_ascii=False) + "\n"
        )
    _prove(texts[CONFIG], root)
    terminal.say("\n".join(report_lines(found, place)) + "\n\n")
    return _write(root, texts, options)


def _root(folder: Path) -> Path:
    if not folder.is_dir():
        raise ConfigError(f"{folder}: there is no such folder")
    for candidate in (folder.resolve(), *folder.resolve().parents):
        if (candidate / ".git").exists():
            return candidate
    return folder.resolve()


def _pages(root: Path, paths: Sequence[str]) -> Iterator[Page | None]:
    for path in paths[:_MOST]:
        if files.is_markdown(path):
            source, defects = files.read_source(root / path, path, root)
            if not defects and detect.judged(path, source.text).job:
                yield parse(source)


def _place(tree: files.DiskTree, pages: Sequence[Page]) -> Place:
    known = [p for p in SiteModel(tree).pages.projects if p.generator != "plain"]
    first = known[0] if known else None
    roots = (
        {
            folder: path
            for p in known
            for folder, path in p.sources
            if p.generator == first.generator
        }
        if first
        else {}
    )
    redirects = tuple(
        p
        for p in ("data/redirects.yml", "static/_redirects", "public/_redirects", "_redirects")
        if p in tree.paths
    )
    url = next((p.url for p in known if p.url), "") or ""
    several = len(known) > 1 or any(path != "/" for path in roots.values())
    patterns = _patterns(
        [page.path for page in pages], [p for p in tree.paths if files.is_markdown(p)]
    )
    return Place(
        patterns, first.generator if first else "", roots if several else None, url, redirects
    )


def _patterns(pages: Sequence[str], all_paths: Sequence[str]) -> tuple[str, ...]:
    """Few patterns that hold all job pages and hardly any other file: folders, as high up as that
    is true."""
    wanted, held, total = set(pages), defaultdict[str, int](int), defaultdict[str, int](int)
    for path in all_paths:
        for folder in _folders(path):
            total[folder] += 1
            held[folder] += path in wanted
    chosen: list[str] = []
    for path in sorted(pages):
        if any(path.startswith(folder + "/") for folder in chosen if folder):
            continue
        good = [f for f in _folders(path) if f and held[f] >= 0.9 * total[f]]
        chosen.append(good[0] if good else "")
    counts = {
        folder: sum(p.startswith(folder + "/") for p in pages)
        for folder in dict.fromkeys(chosen)
        if folder
    }
    least = (
        1 if len(pages) < 10 else max(2, len(pages) // 50)
    )  # a page or two elsewhere may only look like one
    loose = [p for p in pages if not any(p.startswith(folder + "/") for folder in counts)]
    top = [p for p in loose if "/" not in p]
    if len(top) > 2 and len(top) == sum("/" not in p for p in all_paths):
        loose = [p for p in loose if "/" in p] + [f"/*.{{{_ENDS}}}"]
    kept = tuple(f"{folder}/**/*.{{{_ENDS}}}" for folder, count in counts.items() if count >= least)
    return kept + tuple(loose if least == 1 or not kept else ())


def _folders(path: str) -> Iterator[str]:
    """The folders above a path, the highest first."""
    parts = path.split("/")[:-1]
    return ("/".join(parts[: index + 1]) for index in range(len(parts)))


def _synonyms() -> Sequence[Sequence[str]]:
    rule = next(r for r in catalogue.shipped_rules() if r.name == "sections/misnamed-section")
    return tuple(tuple(names) for names in rule.params.get("synonyms", ()))


def _known() -> frozenset[str]:
    return frozenset(project.default_settings()["schema"]["properties"])


def _prove(text: str, root: Path) -> None:
    """What is written can be read: a configuration that jdlint itself refuses is not written."""
    _, errors = placed_errors(
        text.encode(), CONFIG, shipped.data_folder("schemas") / "config.schema.json"
    )
    if errors:
        raise ConfigError(f"{root}: this repository needs a configuration by hand: {errors[0]}")


def _write(root: Path, texts: dict[str, str], options: argparse.Namespace) -> int:
    shown = {name: os.path.relpath(root / name) for name in texts}
    if options.print:
        sys.stdout.write("\n".join(f"# {shown[name]}\n{text}" for name, text in texts.items()))
        return 0
    there = [shown[name] for name in (*texts, ".jdlint.yaml") if (root / name).exists()]
    over = bool(there) and (
        options.force or _agrees(f"{', '.join(there)} is there already; write over it?")
    )
    if there and not over:
        raise ConfigError(
            f"{', '.join(there)} is there already and was left as it is; --force writes over it, "
            f"--print only shows"
        )
    for name, text in texts.items():
        try:
            write_atomically(root / name, text.encode())
        except OSError as error:
            raise ConfigError(f"{shown[name]}: cannot be written ({reason_of(error)})") from error
        terminal.say(f"wrote {shown[name]}\n")
    first = "; on an old site “jdlint baseline” first, then only new findings are shown"
    sys.stdout.write(f"next: “jdlint check”{'' if _recorded(root) else first}\n")
    return 0


def _recorded(root: Path) -> bool:
    """Whether today's findings are recorded: it is asked, where somebody can answer."""
    if not _agrees(
        "Record what is found today (jdlint baseline), so that only new findings are shown?"
    ):
        return False
    from jdlint.cli.commands import baseline

    config = str(root / CONFIG)
    whole = argparse.Namespace(paths=[str(root)], config=config, output=None, prune=False)
    baseline.main(whole)
    return True


def _agrees(question: str) -> bool:
    """Whether a person at a terminal says yes; nobody does elsewhere."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    sys.stdout.write(f"{question} [y/N] ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")

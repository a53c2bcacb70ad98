"""Who is timed by ``scripts/bench``: jdlint, rumdl and markdownlint-cli2 on one site or another."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / "build" / "bench-tools"
START = "from jdlint.cli.main import run; run()"  # what the console script does


@dataclass
class Contender:
    name: str
    case: str
    command: list[str]
    folder: Path
    env: dict[str, str] = field(default_factory=dict)
    forget: Path | None = None  # a cache to remove before each run
    good: tuple[int, ...] = (0,)
    most_rounds: int = 99
    edited: Path | None = None  # a page that gets a line more before each run
    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)  # user and system time, of child processes too
    peak: int = 0  # KiB


def run(contender: Contender) -> tuple[float, int, str]:
    """One run: seconds, peak memory in KiB (of the largest process), and what went wrong or an
    empty text."""
    if contender.forget is not None:
        shutil.rmtree(contender.forget, ignore_errors=True)
    if contender.edited is not None:
        with contender.edited.open("a", encoding="utf-8") as page:
            page.write(f"\nLine {time.monotonic_ns()} of an edit.\n")
    with tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            contender.command,
            cwd=contender.folder,
            env=os.environ | contender.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        last = errors.read().decode(errors="replace").strip().splitlines()[-1:]
    contender.cpu.append(usage.ru_utime + usage.ru_stime)
    wrong = (
        "" if process.returncode in contender.good else f"exit {process.returncode} {''.join(last)}"
    )
    return seconds, usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1), wrong


def tool(name: str, folder: Path, install: list[str]) -> str:
    """The path of a program: beside this Python, on PATH, or installed into build/; empty where
    none of that works."""
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.exists() else shutil.which(name)
    if found:
        return found
    if not (folder / name).exists() and shutil.which(install[0]):
        subprocess.run(
            install, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=300, check=False
        )
    if (folder / name).exists():
        return str(folder / name)
    print(
        f"{name} left out: it is not installed, and “{' '.join(install)}” did not install it",
        file=sys.stderr,
    )
    return ""


def find_rumdl() -> str:
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--target",
        str(TOOLS / "python"),
        "rumdl",
    ]
    return tool("rumdl", TOOLS / "python" / "bin", pip)


def find_markdownlint() -> str:
    npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "markdownlint-cli2", "--prefix"]
    return tool(
        "markdownlint-cli2", TOOLS / "node" / "node_modules" / ".bin", [*npm, str(TOOLS / "node")]
    )


@functools.cache
def grammar_off() -> list[str]:
    """The option that switches grammar off, where this jdlint has one."""
    command = [*jdlint_command(), "check", "--help"]
    text = subprocess.run(command, capture_output=True, text=True, env=jdlint_env(), check=False)
    return ["--grammar", "off"] if "--grammar" in text.stdout else []


def jdlint_command() -> list[str]:
    return [sys.executable, "-c", START]


def jdlint_env() -> dict[str, str]:
    return os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    }


def jdlint(case: str, site: Path, target: str, cache: Path, *, warm: bool) -> Contender:
    command = [*jdlint_command(), "check", target, *grammar_off(), "--exit-zero"]
    env = {"JDLINT_CACHE_DIR": str(cache), "PYTHONPATH": jdlint_env()["PYTHONPATH"]}
    return Contender("jdlint", case, command, site, env, None if warm else cache)


def contenders(pages: int, site: Path, caches: Path, tools: tuple[str, str]) -> Iterator[Contender]:
    """Who runs on a site of ``pages``; a single page is named as a file, as a hook does."""
    rumdl, markdownlint = tools
    page = next(site.glob("jobs/*/*.md")).relative_to(site).as_posix()
    target = page if pages == 1 else "."
    cold, warm = (f"{pages:,} page{'s' * (pages > 1)}, {state}" for state in ("cold", "warm"))
    none = caches / "none"
    if pages == 1:
        yield Contender("python -c pass", cold, [sys.executable, "-c", "pass"], site, forget=none)
    yield jdlint(cold, site, target, caches / f"cold-{pages}", warm=False)
    yield jdlint(warm, site, target, caches / f"warm-{pages}", warm=True)
    if pages > 1:
        own = copied(site, caches / f"edited-{pages}")
        one = jdlint(f"1 page of {pages:,}, edited", own, page, caches / f"one-{pages}", warm=True)
        one.edited = own / page
        yield one
    if rumdl:
        check = [rumdl, "check", target]
        cache = caches / f"rumdl-{pages}"
        yield Contender("rumdl", cold, [*check, "--no-cache"], site, forget=none, good=(0, 1))
        yield Contender("rumdl", warm, [*check, "--cache-dir", str(cache)], site, good=(0, 1))
    if markdownlint and pages <= 1000:  # 10,000 pages take it minutes
        glob = target if pages == 1 else "**/*.md"
        few = 99 if pages == 1 else 2
        yield Contender(
            "markdownlint-cli2", cold, [markdownlint, glob], site, {}, none, (0, 1), few
        )


def copied(site: Path, place: Path) -> Path:
    """A site whose pages may be edited while others are timed on the first."""
    return Path(shutil.copytree(site, place, copy_function=shutil.copyfile))


def real(site: Path, target: str, caches: Path, rumdl: str) -> Iterator[Contender]:
    """Who runs on a site of real pages: all of them, one that was edited (as a hook does), and all
    with grammar."""
    page = next(path for path in sorted((site / target).rglob("*.md"))).relative_to(site)
    yield jdlint("real site, cold", site, target, caches / "cold", warm=False)
    yield jdlint("real site, warm", site, target, caches / "warm", warm=True)
    own = copied(site, caches / "edited")
    hook = jdlint("real site, 1 page edited", own, page.as_posix(), caches / "hook", warm=True)
    hook.edited = own / page
    filled = jdlint("real site, warm", own, target, caches / "hook", warm=True)
    if wrong := run(filled)[2]:
        print(f"the site could not be checked: {wrong}", file=sys.stderr)
    yield hook
    grammar = jdlint("real site, cold, grammar", site, target, caches / "grammar", warm=False)
    grammar.command = [part for part in grammar.command if part not in ("--grammar", "off")]
    grammar.most_rounds = 1
    yield grammar
    if rumdl:
        check = [rumdl, "check", target]
        none = caches / "none"
        yield Contender(
            "rumdl", "real site, cold", [*check, "--no-cache"], site, forget=none, good=(0, 1)
        )
        kept = [*check, "--cache-dir", str(caches / "rumdl")]
        yield Contender("rumdl", "real site, warm", kept, site, good=(0, 1))

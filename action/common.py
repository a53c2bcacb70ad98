"""What the steps of the action share: inputs in, outputs and messages out. Standard library
only."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent


def given(name: str) -> str:
    """An input of the action."""
    return os.environ.get(f"JDLINT_{name}", "").strip()


def one_of(name: str, allowed: tuple[str, ...]) -> str:
    """An input that has a few values; stops the step where it has another."""
    value = given(name)
    if value not in allowed:
        label = name.lower().replace("_", "-")
        stop(f"“{label}” is one of {', '.join(word for word in allowed if word)}, not “{value}”")
    return value


def requirement() -> str:
    """What pip installs: this checkout, or a version from PyPI."""
    version = given("VERSION")
    if version and not re.fullmatch(r"[0-9][0-9A-Za-z.!+-]*", version):
        stop(f"“version” is a version such as 0.1.0, not “{version}”")
    extra = "[languagetool]" if given("GRAMMAR") == "languagetool" else ""
    return f"jdlint{extra}=={version}" if version else f"{ROOT}{extra}"


def output(**values: object) -> None:
    """Set outputs of the step."""
    with open(os.environ["GITHUB_OUTPUT"], "a", encoding="utf-8") as stream:
        for name, value in values.items():
            text = str(value).replace("\r", " ").replace("\n", " ")
            stream.write(f"{name.replace('_', '-')}={text}\n")


def data(text: str) -> str:
    """Text of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def say(level: str, text: str) -> None:
    """An annotation that belongs to no file."""
    sys.stdout.write(f"::{level} title=jdlint::{data(text)}\n")
    sys.stdout.flush()


def stop(text: str, code: int = 2) -> NoReturn:
    """End the step with an error."""
    say("error", text)
    sys.exit(code)

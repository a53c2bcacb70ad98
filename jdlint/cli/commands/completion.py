"""``jdlint completion``: completion for a shell, made from the parser itself."""

from __future__ import annotations

import argparse
import sys

from jdlint.cli.arguments import parser_for
from jdlint.core.light import Any

_BASH = """_jdlint() {{
  local current="${{COMP_WORDS[COMP_CWORD]}}" words=""
  case "${{COMP_WORDS[1]}}" in
{cases}
    *) words="{commands}" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))
}}
complete -o filenames -F _jdlint jdlint
"""


def main(options: argparse.Namespace) -> int:
    """Print what the user's shell reads: ``eval "$(jdlint completion bash)"``."""
    commands = _commands()
    write = {"bash": _bash, "zsh": _zsh, "fish": _fish}[options.shell]
    sys.stdout.write(write(commands))
    return 0


def _commands() -> dict[str, list[str]]:
    actions: Any = parser_for()._actions
    choices = next(
        action.choices for action in actions if isinstance(action, argparse._SubParsersAction)
    )
    return {
        name: sorted(
            o for action in parser._actions for o in action.option_strings if o.startswith("--")
        )
        for name, parser in choices.items()
    }


def _bash(commands: dict[str, list[str]]) -> str:
    cases = "\n".join(
        f'    {name}) words="{" ".join(options)}" ;;' for name, options in commands.items()
    )
    return _BASH.format(cases=cases, commands=" ".join(commands))


def _zsh(commands: dict[str, list[str]]) -> str:
    return "autoload -U +X bashcompinit && bashcompinit\n" + _bash(commands)


def _fish(commands: dict[str, list[str]]) -> str:
    lines = [f"complete -c jdlint -n __fish_use_subcommand -a {name}" for name in commands]
    for name, options in commands.items():
        lines += [
            f"complete -c jdlint -n '__fish_seen_subcommand_from {name}' -l {o[2:]}"
            for o in options
        ]
    return "\n".join(lines) + "\n"

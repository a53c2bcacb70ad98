"""Texts to start from: a posting with the sections and the keys that this project has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jdlint.core.light import Any
from jdlint.serve.draft import written
from jdlint.serve.draft.form import Common

# in brackets, so that style/placeholder says what is still to be filled in
_TITLE = "[Name of the job]"
_BODY = """\
[Describe in two or three sentences who you are, and what this person will change for you]

{sections}"""
_SECTIONS = {
    "duties": ("What you will do", "Describe first what takes most of the week"),
    "requirements": ("What you bring", "State what nobody can do this job without"),
    "nice-to-have": ("Nice to have", "Add what can be learned here"),
    "benefits": ("What we offer", "State the pay range, the hours and the place"),
    "process": ("How to apply", "Explain what to send, to whom, and what happens next"),
}


def start(sections: Sequence[Mapping[str, Any]], common: Common) -> str:
    """A posting to fill in."""
    keys = [k for k, n in common.keys.items() if n * 2 > common.pages > 1 and k != "title"]
    lines = [written.line(("title",), _TITLE)]
    for key in keys:
        words = common.words.get(key, ())
        if len(words) == 1:  # the same on all pages, such as a layout
            lines.append(written.line((key,), words[0]))
    names = [(str(row["name"]), "") for row in sections] or list(_SECTIONS.values())
    body = "\n".join(
        f"## {name}\n\n* [{words or 'Describe it in a few words'}]\n" for name, words in names
    )
    return "---\n" + "\n".join(lines) + "\n---\n\n" + _BODY.format(sections=body)

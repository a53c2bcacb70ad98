"""What a template comments out is not published: no words, no links, and all offsets stay."""

from __future__ import annotations

import pytest

from jdlint.core.text import Source
from jdlint.parse import parse

HEAD = "---\ntitle: Baker\n---\n\n"
COMMENTS = (
    "{% comment %}\nYou keep keep it.\n\n[Old](/old)\n{% endcomment %}\n",
    "{%- comment -%} keep keep {%- endcomment -%}\n",
    "{# keep keep [Old](/old) #}\n",
    "{::comment}\nkeep keep\n{:/comment}\n",
    "{{!-- keep keep --}}\n",
    "{{/* keep keep */}}\n",
    "[comment]: <> (keep (keep) it)\n",
    "[//]: # (keep keep)\n",
    "<!-- keep keep -->\n",
)
SHOWN = (
    "## Baker {#never-closed}\n\nYou keep it.\n",
    "{::nomarkdown}\nYou keep it.\n{:/}\n",
    "{% if a %}You keep it.{% endif %}\n",
    "You keep it. {% comment %} is never closed\n",
)


@pytest.mark.parametrize("comment", COMMENTS)
def test_comments_hold_no_words(comment: str) -> None:
    page = parse(Source("jobs/a.md", f"{HEAD}{comment}\nYou bake bread.\n"))
    assert "keep" not in page.prose.text
    assert not page.links
    block = page.blocks[-1]
    assert page.source.slice(block.span) == page.text(block) == "You bake bread."


@pytest.mark.parametrize("text", SHOWN)
def test_what_only_looks_like_a_comment_is_read(text: str) -> None:
    assert "You keep it." in parse(Source("jobs/a.md", HEAD + text)).prose.text

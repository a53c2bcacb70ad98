"""Whether a page says a text in other words."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.site import Facts

_LONG_WORD = re.late(r"[^\W\d_]{5,}")
_OPENING = 4  # words
# share of a text's long words that make another wording of it; more of a text with few of them: on
# gitlab-2022 5 texts are lost at 0.5 and 0.6, 8 from 0.7 on, 3 of them said in other words
_SHARE, _SHARE_OF_FEW, _FEW = 0.6, 0.75, 4


def said(facts: Facts, text: str) -> bool:
    """Whether a page has a text's first words, or most of its long words in one block: it is said
    there otherwise. ``text`` is folded."""
    wanted = set(_LONG_WORD.findall(text))
    opening = " ".join(text.split()[:_OPENING])
    least = (_SHARE if len(wanted) > _FEW else _SHARE_OF_FEW) * len(wanted)
    for block in facts.blocks:
        words = block.text.casefold()
        if opening in words or (wanted and sum(1 for word in wanted if word in words) >= least):
            return True
    return False

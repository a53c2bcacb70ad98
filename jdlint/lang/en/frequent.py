"""Words that job pages are full of (counted over some hundred pages): poor things to look for."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VERY_FREQUENT = _words("""
and the to of with a in experience for team on manager our be is as or product that will work at by from this an
are all you we your can it their other have about within into
""")
FREQUENT = _words("""
security senior process requirements ability candidates sales management business job responsibilities marketing
director data s customer operations technical interview teams hiring support skills engineering development
partner role performance engineer company across members programs including develop leadership reports schedule
working ensure position people internal global drive manage more strategy managers values success research
program use processes communication organization knowledge systems minute software next tools strong design
years solutions level new cross services analyst build accounting projects revenue help provide high content
page lead technology improve channel staff related maintain understanding legal field functional project
partners growth key time one career environment through may managing executive how identify who levels issues
call practices understand market responsible engineers initiatives service strategic community stakeholders
create any they excellent goals corporate open such communications those quality best review professional
written customers details plan application analytics well planning learning plus leading learn share metrics
external enterprise financial multiple additional results analysis relevant complex both etc able user needs
follow source office training insights information requests relationships group focus feedback required areas
using also contribute while if not up has but first must most part roles them when where which there these some
each every over own only what
""")

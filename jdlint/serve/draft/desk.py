"""What the page in the browser asks of a draft, answered in a process of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping

from jdlint.core.diagnostic import Edit
from jdlint.core.errors import CannotError
from jdlint.core.light import Any
from jdlint.core.text import Source
from jdlint.fix.silence import silence
from jdlint.parse import parse
from jdlint.serve.answers import Answers
from jdlint.serve.draft import pages
from jdlint.serve.draft.form import Common, fields
from jdlint.serve.draft.outline import outline
from jdlint.serve.draft.starts import start
from jdlint.serve.draft.values import CannotSetError, with_value

_SCHEMA_WORDS = "This cannot be changed in the form; change it in the text"


class Desk(Answers):
    """Answers about one draft, and about the pages of its project."""

    def look(self, text: str, path: str, language: str, common: Mapping[str, Any]) -> str:
        """The report on a text with its outline and the fields of its form, as JSON."""
        session = self.session(language)
        report = self.check(text, path, language, False)
        settings = session.plan.config.settings
        page = parse(Source(path or "page.md", text))
        found = outline(page, settings.get("sections") or ())
        form = fields(page.source, page.meta, settings["schema"], _common(common))
        more = {
            "outline": [part._asdict() for part in found.parts],
            "missing": [part._asdict() for part in found.missing],
            "fields": [field._asdict() for field in form],
            "format": page.meta.format,
            "broken": bool(page.meta.defects),
            "body": page.source.position(page.body.start).line,
        }
        return f'{{"report": {report}, "about": {json.dumps(more, ensure_ascii=False)}}}'

    def value(self, text: str, key: list[str], value: Any) -> list[dict[str, Any]]:
        """The edits that set a value of the front matter."""
        try:
            return [_edit(edit) for edit in with_value(text, tuple(key), value)]
        except CannotSetError:
            raise CannotError(_SCHEMA_WORDS) from None

    def silence(
        self, text: str, path: str, offset: int, rule: str, reason: str
    ) -> list[dict[str, Any]]:
        """The edit that makes a rule silent at a place."""
        if rule not in {active.rule.name for active in self.session("").plan.rules}:
            raise CannotError("There is no such rule")
        edit = silence(path or "page.md", text, min(max(offset, 0), len(text)), rule, reason)
        if edit is None:
            raise CannotError("No remark can stand here; change the text instead")
        return [_edit(edit)]

    def preview(self, text: str, path: str) -> str:
        """The page as a candidate sees it, as harmless HTML."""
        from jdlint.serve.draft.preview import preview

        return preview(path or "page.md", text)

    def word_file(self, data: bytes) -> dict[str, Any]:
        """A Word file as Markdown."""
        from jdlint.serve.draft.incoming import from_word

        return from_word(data)._asdict()

    def paste(self, html: str) -> dict[str, Any]:
        """HTML as Markdown."""
        from jdlint.serve.draft.incoming import from_html

        return from_html(html)._asdict()

    def pages(self) -> dict[str, Any]:
        """The job pages of the project, and what they have in common."""
        session = self.session("")
        found = pages.job_pages(session)
        return {"pages": found, "common": pages.common(session.root, found)._asdict()}

    def start(self, common: Mapping[str, Any]) -> str:
        """A posting to fill in, as this project has them."""
        sections = self.session("").plan.config.settings.get("sections") or ()
        return start(sections, _common(common))

    def may_save(self, path: str, text: str) -> bool:
        """Whether a text at a path would be a job page of the project."""
        return pages.may_save(self.session(""), path, text)

    def words_file(self) -> str:
        """The name of the project's file of words (empty: the usual one)."""
        grammar = self.session("").project.data.get("grammar")
        return str(grammar.get("words", "")) if isinstance(grammar, dict) else ""


def _common(data: Mapping[str, Any]) -> Common:
    return Common(int(data.get("pages", 0)), data.get("keys", {}), data.get("words", {}))


def _edit(edit: Edit) -> dict[str, Any]:
    """An edit, its offsets in code points."""
    return {"start": edit.span.start, "end": edit.span.end, "text": edit.text}

"""The text of a header as kramdown's GFM parser takes it: what its inline elements show, and
nothing of their marks."""

from __future__ import annotations

import html

from jdlint.core.patterns import regex as re
from jdlint.site.build.anchors.kramdown import patterns
from jdlint.site.build.anchors.kramdown.elements import Element
from jdlint.site.build.anchors.kramdown.targets import target_end

_MAX_HEADER = 1000
_MAX_STEPS = 1500  # marks that never close are tried again and again; nobody writes so many
_DEEPEST = 40  # elements in each other: five calls each, of the thousand that Python allows
_SPECIAL = re.late(r"[*_`<\[&\\{]|!\[|\$\$|--|<< | >>")
_EMPHASIS = re.late(r"\*\*?|__?")
_TICKS = re.late(r"`+")
_AUTOLINK = re.late(r"<((mailto|https?|ftps?):[^\n]+?|[\w.\-]+?@[\w.\-]+?)>")
_NOTE = re.late(r"\[\^(\w[\w-]*)\]")
_LINK = re.late(r"!?\[(?=[^\^])")
_BRACKET = re.late(r"(\])|!?\[")
_IAL = re.late(r"\{:((?:\\\}|[^}])+)\}")
_EXTENSION = re.late(r"\{::(\w+)(?:\s((?:\\\}|[^}])*?)|)(/)?\}")
_ENTITY = re.late(r"&(?:[\w:][\-\w.:]*|#\d+|#x[0-9a-fA-F]+);")
_ESCAPED = re.late(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=\-~])")
_INTRAWORD = re.late(r"[^\W\d_]-?[^\W\d_]*\Z")
_SPECIAL_OR_BRACKET = re.late(_SPECIAL.pattern + r"|\]")
_RAW_WORDS = "script style math option textarea pre code kbd samp var"
_RAW = frozenset(_RAW_WORDS.split())
_BLOCKS_WORDS = (
    "address article aside applet body blockquote caption col colgroup dd div dl dt fieldset "
    "figcaption footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup "
    "p pre section summary "
    "table tbody td th thead tfoot tr ul"
)
_BLOCKS = frozenset(_BLOCKS_WORDS.split())


class _Reader:
    __slots__ = ("at", "links", "notes", "stack", "steps", "text")

    def __init__(self, text: str, links: set[str], notes: set[str]) -> None:
        self.text = text
        self.at = 0
        self.links = links
        self.notes = notes
        self.stack: list[str] = []
        self.steps = 0

    def run(self, element: Element, stop: str = "") -> bool:
        """Reads into ``element`` up to ``stop`` (``]``, an emphasis mark or an end tag); false
        where it never comes."""
        if len(self.stack) > _DEEPEST:
            self._take(element, len(self.text))
            return False
        self.stack.append(element.kind)
        found = self._run(element, stop)
        self.stack.pop()
        return found

    def _run(self, element: Element, stop: str) -> bool:
        text, depth = self.text, 1
        pattern = _SPECIAL_OR_BRACKET if stop == "]" else _SPECIAL
        while self.at < len(text):
            match = pattern.search(text, self.at)
            start = match.start() if match else len(text)
            if stop.startswith("</"):
                end = re.compile(re.escape(stop) + r"\s*>", re.I).search(text, self.at)
                start = min(start, end.start()) if end else start
            element.add_text(text[self.at : start])
            self.at = start
            if start == len(text):
                break
            if stop == "]" and (bracket := _BRACKET.match(text, start)):
                depth += -1 if bracket[1] else 1
                if depth == element.images:
                    return True
            elif stop and self._stops(element, stop):
                return True
            self._one(element)
        return False

    def _stops(self, element: Element, stop: str) -> bool:
        text, at = self.text, self.at
        if stop.startswith("</"):
            return re.compile(re.escape(stop) + r"\s*>", re.I).match(text, at) is not None
        if not text.startswith(stop, at) or text[at - 1 : at].isspace() or not element.last:
            return False
        if len(stop) == 1 and text.startswith(stop * 2, at) and not text.startswith(stop * 3, at):
            return False
        return not (stop[0] == "_" and text[at + len(stop) : at + len(stop) + 1].isalnum())

    def _one(self, element: Element) -> None:
        char = self.text[self.at]
        self.steps += 1
        if self.steps > _MAX_STEPS:
            self._take(element, len(self.text))
        elif char in "*_":
            self._emphasis(element)
        elif char == "`":
            self._code(element)
        elif char == "<":
            self._angle(element)
        elif char in "[!":
            self._bracket(element)
        elif char == "{":
            self._braces(element)
        else:
            self._mark(element, char)

    def _take(self, element: Element, size: int = 1) -> None:
        element.add_text(self.text[self.at : self.at + size])
        self.at += size

    def _emphasis(self, element: Element) -> None:
        match = _EMPHASIS.match(self.text, self.at)
        assert match is not None
        mark, start = match[0], self.at
        kind = "strong" if len(mark) == 2 else "em"
        after = self.text[match.end() : match.end() + 1]
        before = self.text[max(0, start - 100) : start]
        if (mark[0] == "_" and _INTRAWORD.search(before)) or after.isspace() or kind in self.stack:
            self._take(element, len(mark))
            return
        inner = self._try(kind, mark, start + len(mark))
        if inner is None and kind == "strong" and element.kind != "em":
            inner = self._try("em", mark[0], start + 1)
        if inner is None:
            self.at = start
            self._take(element, len(mark))
        else:
            element.add("em", "".join(inner.text))

    def _try(self, kind: str, mark: str, at: int) -> Element | None:
        if len(self.stack) > 20:
            return None
        inner = Element(kind)
        self.at = at
        if not self.run(inner, mark):
            return None
        self.at += len(mark)
        return inner

    def _code(self, element: Element) -> None:
        ticks = _TICKS.match(self.text, self.at)
        assert ticks is not None
        before, after = self.text[self.at - 1 : self.at], self.text[ticks.end() : ticks.end() + 1]
        alone = len(ticks[0]) == 1 and after.isspace() and (before.isspace() or self.at == 0)
        close = -1 if alone else self.text.find(ticks[0], ticks.end())
        if close < 0:
            self._take(element, len(ticks[0]))
            return
        code = self.text[ticks.end() : close]
        if len(ticks[0]) > 1:
            code = code.removeprefix(" ").removesuffix(" ")
        element.add("code", code)
        self.at = close + len(ticks[0])

    def _angle(self, element: Element) -> None:
        text, at = self.text, self.at
        if link := _AUTOLINK.match(text, at):
            element.add("a", link[1].removeprefix("mailto:"))
            self.at = link.end()
        elif comment := patterns.COMMENT.match(text, at):
            element.add("comment")
            self.at = comment.end()
        elif close := patterns.TAG_CLOSE.match(text, at):
            self._take(element, close.end() - at)
        elif tag := patterns.TAG.match(text, at):
            self._tag(element, tag)
        elif text.startswith("<< ", at):
            element.add("symbol")
            self.at += 3
        else:
            self._take(element)

    def _tag(self, element: Element, tag: re.Match[str]) -> None:
        name = tag[1].lower()
        if name in _BLOCKS:
            self._take(element, tag.end() - self.at)
            return
        self.at = tag.end()
        inner = Element("html")
        if not tag[3] and name not in patterns.VOID:
            if name in _RAW:
                close = re.compile(rf"</{re.escape(name)}\s*>", re.I).search(self.text, self.at)
                inner.add_text(
                    re.sub(
                        r"<[^>]*>",
                        "",
                        self.text[self.at : close.start() if close else len(self.text)],
                    )
                )
                self.at = close.end() if close else len(self.text)
            elif self.run(inner, f"</{name}"):
                self.at = self.text.index(">", self.at) + 1
        element.add("html", "".join(inner.text))

    def _bracket(self, element: Element) -> None:
        text, at = self.text, self.at
        note = _NOTE.match(text, at)
        if note and note[1] in self.notes:
            element.add("footnote")
            self.at = note.end()
            return
        start = _LINK.match(text, at)
        if not start or len(self.stack) > 20:
            self._take(element, len(start[0]) if start else 1)
            return
        kind = "img" if text[at] == "!" else "a"
        if kind == "a" and ("a" in self.stack or "img" in self.stack):
            self._take(element, 1)
            return
        inner = Element(kind)
        self.at = start.end()
        leads = self.run(inner, "]")
        if leads:
            label = text[start.end() : self.at]
            self.at, leads = target_end(text, self.at + 1, label, self.links)
        if leads:
            element.add(kind, "" if kind == "img" else "".join(inner.text))
            element.images += kind == "img"
        else:
            self.at = at
            self._take(element, len(start[0]))

    def _braces(self, element: Element) -> None:
        text, at = self.text, self.at
        extension = _EXTENSION.match(text, at)
        if extension and extension[1] in ("comment", "nomarkdown", "options"):
            end = extension.end()
            if not extension[3]:
                stop = re.compile(rf"\{{:/({re.escape(extension[1])})?\}}").search(text, end)
                end = stop.end() if stop else -1
            if end >= 0:
                element.add("raw")
                self.at = end
                return
        ial = _IAL.match(text, at)
        if (
            ial
            and not text.startswith("{:/", at)
            and not extension
            and element.last not in ("", "text")
        ):
            self.at = ial.end()
        else:
            self._take(element)

    def _mark(self, element: Element, char: str) -> None:
        text, at = self.text, self.at
        if char == "&" and (entity := _ENTITY.match(text, at)):
            element.add("entity", html.unescape(entity[0]))
            self.at = entity.end()
        elif char == "\\" and (escaped := _ESCAPED.match(text, at)):
            element.add_text(escaped[1])
            self.at = escaped.end()
        elif char == "$" and (end := text.find("$$", at + 2)) >= 0:
            element.add("math", text[at + 2 : end].strip())
            self.at = end + 2
        elif char == "-" and text.startswith("--", at):
            element.add("symbol")
            self.at += 3 if text.startswith("---", at) else 2
        elif char == " ":
            element.add("symbol")
            self.at += 3
        else:
            self._take(element)


def shown(text: str, links: set[str], notes: set[str]) -> str:
    """The text that a header's inline Markdown shows; ``links`` and ``notes`` are the names that
    are defined."""
    text = text[:_MAX_HEADER]
    if not _SPECIAL.search(text):
        return text
    root = Element("header")
    _Reader(text, links, notes).run(root)
    return "".join(root.text)

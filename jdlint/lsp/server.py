"""The language server: it follows the open texts and says what is found in them.

A text's own findings come from one process as soon as the writer pauses, those that the site adds
from another when she has stopped; until they are there again, older ones move with their words.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Coroutine
from pathlib import Path
from uuid import uuid4

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from jdlint import __version__
from jdlint.core.diagnostic import Diagnostic
from jdlint.core.light import Any, dataclass, field
from jdlint.io.worker import LostError, SaidError, Worker
from jdlint.lsp.answers import Across, Answers
from jdlint.lsp.protocol import diagnostic_of, file_of
from jdlint.lsp.shift import shifted

PAUSE = 0.08  # seconds without a keystroke before a text is checked: between two of a fast typist
IDLE = 1.0  # seconds before the site is asked
_MOMENT = 0.5  # seconds that a writer waits without being told
_PAGE, _SITE = 15.0, 300.0  # seconds that an answer may take
PAGES = (".md", ".markdown", ".mdx")
_ABOUT = (*PAGES, ".yaml", ".yml", ".toml", ".txt")
_LARGEST = 5_000_000  # characters of a text that is looked at, as on the disk


@dataclass
class Open:
    """An open text: what was last found in it, and the text that it was found in."""

    own: tuple[Diagnostic, ...] = ()
    text: str = ""
    across: Across = Across((), frozenset())
    across_text: str = ""
    shown: list[Diagnostic] = field(default_factory=list)
    version: int | None = None  # of the text that ``shown`` belongs to
    task: asyncio.Task[None] | None = None
    later: asyncio.Task[None] | None = None


class Server(LanguageServer):
    """The server with the texts that it follows, and the two processes that answer."""

    def __init__(self) -> None:
        super().__init__("jdlint", __version__)
        self.pages, self.sites = Worker(_PAGE, Answers), Worker(_SITE, Answers)
        self.open: dict[str, Open] = {}
        self._said: set[str] = set()

    def document(self, uri: str) -> TextDocument:
        return self.workspace.get_text_document(uri)

    def touch(self, uri: str) -> None:
        """A text was opened or changed: look at it soon."""
        state = self.open.setdefault(uri, Open())
        if state.later:
            state.later.cancel()
            state.later = None
        if state.task is None or state.task.done():
            state.task = asyncio.ensure_future(self._follow(uri, state))

    def forget(self, uri: str) -> None:
        """A text was closed: its findings go."""
        state = self.open.pop(uri, None)
        for task in (state.task, state.later) if state else ():
            if task:
                task.cancel()
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    async def reread(self) -> None:
        """The configuration, a rule or a file of the site changed: read all of it anew."""
        self._said.clear()
        for worker in (self.pages, self.sites):
            await self.ask(worker, "reset")
        for uri in list(self.open):
            self.open[uri].version = None
            self.touch(uri)

    async def ask(self, worker: Worker, name: str, *given: Any, **named: Any) -> Any:
        """An answer of a process; None, and a sentence to the writer, where there is none."""
        try:
            return await asyncio.to_thread(lambda: worker.ask(name, *given, **named))
        except SaidError as error:
            self._say(str(error), lsp.MessageType.Error)
        except LostError as error:
            self._say(
                f"jdlint could not answer ({error}); older findings stay", lsp.MessageType.Warning
            )
        return None

    def _say(self, text: str, kind: lsp.MessageType) -> None:
        """Each sentence once, until something changes."""
        if text not in self._said:
            self._said.add(text)
            self.window_show_message(lsp.ShowMessageParams(kind, text))

    async def _follow(self, uri: str, state: Open) -> None:
        """Check a text until what was checked is what stands there."""
        while self.open.get(uri) is state:
            document = self.document(uri)
            await self._paused(uri)
            version, text = document.version, document.source
            if version is not None and version == state.version and text == state.text:
                break
            found = await self._own(uri, text)
            if self.open.get(uri) is not state:
                return
            if self.document(uri).source != text:
                continue
            if found is not None:
                state.own, state.text = found, text
                self._show(uri, state)
            state.version = version
            break
        state.later = asyncio.ensure_future(self._later(uri, state))

    async def _with_progress(self, title: str, asked: Coroutine[Any, Any, Any]) -> Any:
        """An answer; when it takes longer than a moment, the editor shows that it is awaited."""
        task = asyncio.ensure_future(asked)
        done, _ = await asyncio.wait({task}, timeout=_MOMENT)
        window = self.client_capabilities.window
        if done or not (window and window.work_done_progress):
            return await task
        token = str(uuid4())
        await self.work_done_progress.create_async(token)
        self.work_done_progress.begin(token, lsp.WorkDoneProgressBegin(title))
        try:
            return await task
        finally:
            self.work_done_progress.end(token, lsp.WorkDoneProgressEnd())

    async def _paused(self, uri: str) -> None:
        """Wait until nothing was typed for a moment."""
        while True:
            before = self.document(uri).source
            await asyncio.sleep(PAUSE)
            if self.document(uri).source == before:
                return

    async def _own(self, uri: str, text: str) -> tuple[Diagnostic, ...] | None:
        """What a text tells by itself; None where nobody could say."""
        if len(text) > _LARGEST:
            self._say("This text is too large to be looked at", lsp.MessageType.Warning)
            return None
        file = file_of(uri)
        if is_configuration(file):
            from jdlint.lsp.configuration import findings

            return findings(file, text)
        if file.lower().endswith((".yaml", ".yml")):
            return await self.ask(self.pages, "rule", file, text) or ()
        if not file.lower().endswith(PAGES):
            return ()
        sure = not uri.startswith("file:")
        try:
            return await asyncio.to_thread(
                lambda: self.pages.ask("page", file, text, sure=sure) or ()
            )
        except SaidError as error:
            self._say(str(error), lsp.MessageType.Error)
        except LostError as error:
            self._say(f"This text was not checked: {error}", lsp.MessageType.Warning)
        return None

    async def _later(self, uri: str, state: Open) -> None:
        """Ask the site, once nothing was typed for a while."""
        await asyncio.sleep(IDLE)
        if not uri.startswith("file:") or self.open.get(uri) is not state:
            return
        file, text = file_of(uri), state.text
        if not state.own and not text:
            return
        texts = {file_of(u): s.text for u, s in self.open.items() if s.text and u[:5] == "file:"}
        asked = self.ask(self.sites, "across", file, {**texts, file: text})
        found = await self._with_progress("jdlint reads the site", asked)
        if found is not None and self.open.get(uri) is state:
            state.across, state.across_text = found, text
            if state.version == self.document(uri).version:
                self._show(uri, state)

    def _show(self, uri: str, state: Open) -> None:
        """Tell the editor what is found in a text, each finding once."""
        text, less = state.text, state.across.less
        own = [d for d in state.own if (d.rule, text[d.span.start : d.span.end]) not in less]
        more = shifted(state.across.more, state.across_text, text)
        state.shown = sorted((*own, *more), key=lambda d: d.span)
        document = self.document(uri)
        self.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(
                uri, [diagnostic_of(document, d) for d in state.shown], document.version
            )
        )

    def stop(self) -> None:
        """End the processes."""
        for worker in (self.pages, self.sites):
            worker.stop()


def is_configuration(file: str) -> bool:
    """Whether a file is a project's configuration."""
    from jdlint.config.config import NAMES

    return os.path.basename(file) in NAMES


def is_about(path: str) -> bool:
    """Whether a file outside of the editor may change what is found in a text."""
    return Path(path).suffix.lower() in _ABOUT

"""Which files a run looks at: those that are asked for, and the other job pages of the site."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from jdlint.config.config import Config
from jdlint.core.light import Literal, NamedTuple
from jdlint.engine.planning.request import Request
from jdlint.io import files
from jdlint.posting import detect


class Job(NamedTuple):
    """One file to look at: its path from the root, whether it is reported, and what says that it is
    a job page: the configuration (``told``), somebody who named this very file (``asked``), its
    ``folder`` (a text that only lists others says no), or nothing but its ``text``."""

    path: str
    named: bool
    by: Literal["told", "asked", "folder", "text"]

    @property
    def sure(self) -> bool:
        """Whether the page counts before its text is read."""
        return self.by != "text"

    def holds(self, text: str) -> bool:
        """Whether a file with this text is looked at as a job page."""
        if self.by == "text":
            return detect.job_text(self.path, text)
        return self.by != "folder" or not detect.list_page(self.path, text)


class Discovery:
    """Finds the files of a request. ``above`` names the folders that the root lies in, where they
    may say that the pages are job pages."""

    def __init__(self, request: Request, config: Config, tree: files.DiskTree) -> None:
        self.request, self.config, self.tree = request, config, tree
        self.base = os.path.join(os.path.abspath(request.root), "")
        # a bare folder may itself be called jobs/; a repository's name says nothing about its pages
        known = config.path or (request.root / ".git").exists()
        self.above = "" if known else _above(request.root.resolve())

    def jobs(self) -> list[Job]:
        """The files to look at, in order of path."""
        return sorted(self._jobs())

    def asked(self) -> Iterator[tuple[str, Job | None]]:
        """The files that are asked for, in order; None where the configuration leaves one out."""
        return iter(sorted(dict(self._named()).items(), key=lambda row: row[0]))

    def _jobs(self) -> Iterator[Job]:
        named = dict(self._named())
        yield from (job for job in named.values() if job)
        if not any(named.values()):
            return
        near = {_folder(path) for path in named}
        for path in self.tree.paths:
            if path not in named and files.is_markdown(path):
                job = self.job(path, False)
                if job and (job.sure or _folder(path) in near):
                    yield job

    def _named(self) -> Iterator[tuple[str, Job | None]]:
        given = self.tree.given
        for asked in self.request.paths:
            path = self._relative(asked)
            if asked.is_dir():
                for found in self._below(asked, path):
                    if given.get(found, b"") is not None:
                        yield found, self.job(found, True)
            elif given.get(path, b"") is not None:
                yield path, self._asked(path)
        if self.request.stdin is not None:
            yield self.request.stdin_name, self._asked(self.request.stdin_name)

    def _asked(self, path: str) -> Job | None:
        """A file that was named: checked whatever it looks like, unless the configuration says
        which files are job pages, or a face passes all files that changed."""
        job = self.job(path, True)
        plain = job is not None and job.by in ("text", "folder") and not self.request.changed
        return Job(path, True, "asked") if plain else job

    def _below(self, folder: Path, path: str) -> Iterator[str]:
        if path == ".":
            return filter(files.is_markdown, self.tree.paths)
        return files.walk(folder, prefix=f"{path}/", visited=self.tree.visited)

    def _relative(self, file: Path) -> str:
        absolute = os.path.abspath(file)
        if absolute.startswith(self.base):
            return absolute[len(self.base) :].replace(os.sep, "/")
        try:
            return os.path.relpath(absolute, self.request.root).replace(os.sep, "/")
        except ValueError:
            return absolute.replace(os.sep, "/")

    def job(self, path: str, named: bool = True) -> Job | None:
        """What is known of a file by its path; None for one that the configuration leaves out."""
        if self.request.alone:
            return Job(path, named, "told")
        wanted = self.config.is_page(path)
        if wanted is False:
            return None
        if wanted:
            return Job(path, named, "told")
        return Job(path, named, "folder" if detect.job_folder(self.above + path) else "text")


def _above(root: Path) -> str:
    """A folder without repository and configuration by its names from the working directory on, so
    that a page in it is judged as from there; by its own name where it lies elsewhere."""
    here = Path.cwd()
    return f"{root.relative_to(here) if here in root.parents else root.name}/"


def _folder(path: str) -> str:
    return path.rpartition("/")[0]

"""Shared drafts: a SQLite file with texts and comments, each until its day; nothing else is kept.

A draft is found by a token that nobody can guess; only its hash is in the file, as is that of the
key by which it can be deleted. What has expired is deleted before anything is read.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import threading
import time
from pathlib import Path

from jdlint.core.errors import CannotError, ConfigError
from jdlint.core.light import NamedTuple

_MOST_DRAFTS = 5_000
_MOST_COMMENTS = 200  # on one draft
_DAY = 86_400
_TABLES = """
CREATE TABLE IF NOT EXISTS draft (
  id TEXT PRIMARY KEY, key TEXT NOT NULL, text TEXT NOT NULL, path TEXT NOT NULL,
  until INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS comment (
  draft TEXT NOT NULL REFERENCES draft(id) ON DELETE CASCADE, about TEXT NOT NULL,
  name TEXT NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS comment_of ON comment(draft);
"""


class Comment(NamedTuple):
    """A comment: the finding that it is about (its rule and place; empty: the whole text), and when
    it was sent (seconds since 1970)."""

    about: str
    name: str
    text: str
    at: int


class Draft(NamedTuple):
    """A shared draft; ``until`` is in seconds since 1970."""

    text: str
    path: str
    until: int
    comments: tuple[Comment, ...]


class Shared(NamedTuple):
    """What whoever shares a draft gets: the token of its address, and the key to delete it."""

    token: str
    key: str
    until: int


class Store:
    """The file; one question at a time."""

    def __init__(self, path: Path) -> None:
        try:
            self._base = sqlite3.connect(path, check_same_thread=False, timeout=5)
            path.chmod(0o600)
            for row in ("foreign_keys = ON", "secure_delete = ON", "journal_mode = TRUNCATE"):
                self._base.execute(f"PRAGMA {row}")
            self._base.executescript(_TABLES)
        except (sqlite3.Error, OSError):
            raise ConfigError(f"--store {path.name}: this file cannot be used for drafts") from None
        self._lock = threading.Lock()

    def add(self, text: str, path: str, days: int) -> Shared:
        """Keep a draft for some days; raises ``CannotError`` where there are too many."""
        token, key = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        until = int(time.time()) + days * _DAY
        with self._lock, self._base:
            self._sweep()
            (count,) = self._base.execute("SELECT count(*) FROM draft").fetchone()
            if count >= _MOST_DRAFTS:
                raise CannotError("Too many drafts are shared here; delete one that is done")
            row = (_hash(token), _hash(key), text, path, until)
            self._base.execute("INSERT INTO draft VALUES (?, ?, ?, ?, ?)", row)
        return Shared(token, key, until)

    def get(self, token: str) -> Draft | None:
        """A draft that has not expired."""
        with self._lock, self._base:
            self._sweep()
            found = self._base.execute(
                "SELECT text, path, until FROM draft WHERE id = ?", (_hash(token),)
            ).fetchone()
            if found is None:
                return None
            text, path, until = found
            return Draft(text, path, until, self._comments(token))

    def comment(self, token: str, comment: Comment) -> tuple[Comment, ...] | None:
        """Add a comment; all of them. None where the draft is gone; raises ``CannotError`` where
        there are too many."""
        with self._lock, self._base:
            self._sweep()
            known = self._base.execute("SELECT 1 FROM draft WHERE id = ?", (_hash(token),))
            if known.fetchone() is None:
                return None
            if len(self._comments(token)) >= _MOST_COMMENTS:
                raise CannotError("There are too many comments on this draft")
            row = (_hash(token), *comment)
            self._base.execute("INSERT INTO comment VALUES (?, ?, ?, ?, ?)", row)
            return self._comments(token)

    def delete(self, token: str, key: str) -> bool:
        """Delete a draft with its comments; whether it was there and the key was right."""
        with self._lock, self._base:
            done = self._base.execute(
                "DELETE FROM draft WHERE id = ? AND key = ?", (_hash(token), _hash(key))
            )
            return done.rowcount > 0

    def close(self) -> None:
        self._base.close()

    def _comments(self, token: str) -> tuple[Comment, ...]:
        rows = self._base.execute(
            "SELECT about, name, text, at FROM comment WHERE draft = ? ORDER BY at, rowid",
            (_hash(token),),
        )
        return tuple(map(Comment._make, rows))

    def _sweep(self) -> None:
        self._base.execute("DELETE FROM draft WHERE until <= ?", (int(time.time()),))


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()

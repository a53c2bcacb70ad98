"""The pages of the project: which there are, what they have in common, opening and saving them."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

from jdlint.api import Session
from jdlint.core.errors import CannotError, reason_of
from jdlint.core.light import NamedTuple
from jdlint.engine.planning.discover import Discovery
from jdlint.engine.planning.request import Request
from jdlint.io.files import DiskTree, read_bytes, within
from jdlint.io.writing import write_atomically
from jdlint.parse.meta.front_matter import parse_meta
from jdlint.serve.draft.form import Common

_LOOKED_AT = 60  # pages from which common keys are learned
_LARGEST = 1_000_000  # bytes of a page that is opened
_MOST = 5_000  # pages in a list
_BOM = b"\xef\xbb\xbf"


class NewerError(CannotError):
    """The page on the disk is not the one that was opened."""


class Opened(NamedTuple):
    """A page's text and what tells whether it has changed since."""

    text: str
    version: str


def job_pages(session: Session) -> list[str]:
    """The job pages of a project, as paths from its root."""
    discovery = _discovery(session)
    texts = DiskTree(session.root)
    found = [
        job.path
        for job in discovery.jobs()
        if not job.path.startswith("../") and (job.sure or job.holds(texts.read(job.path) or ""))
    ]
    return sorted(found)[:_MOST]


def common(root: Path, pages: list[str]) -> Common:
    """What the front matter of some pages has in common."""
    keys: Counter[str] = Counter()
    words: dict[str, Counter[str]] = {}
    step = max(len(pages) // _LOOKED_AT, 1)
    looked_at = pages[::step][:_LOOKED_AT]
    for path in looked_at:
        text = _bytes(root, path)[:70_000].decode("utf-8", "replace")
        data = parse_meta(text.removeprefix("\ufeff"))[0].data
        for key, value in data.items():
            keys[str(key)] += 1
            said = value if isinstance(value, list) else [value]
            for one in said:
                if isinstance(one, str) and 0 < len(one) <= 60:
                    words.setdefault(str(key), Counter())[one] += 1
    few = {k: [w for w, _ in c.most_common(12)] for k, c in words.items() if _shared(c)}
    return Common(len(looked_at), dict(keys), few)


def _shared(words: Counter[str]) -> bool:
    """Whether pages share their words for a key, as for a place and not as for a title."""
    return len(words) <= 24 and len(words) * 2 <= words.total()


def opened(root: Path, path: str) -> Opened:
    """A page of the project; raises ``CannotError``."""
    if not within(root, [root / path]):
        raise CannotError(f"{path} lies outside this project")
    data = _bytes(root, path)
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        raise CannotError(f"{path} is not UTF-8: it cannot be opened here") from None
    return Opened(text.replace("\r\n", "\n").replace("\r", "\n"), _version(data))


def saved(root: Path, path: str, text: str, version: str) -> str:
    """Write a page, if it is still the one that was opened (an empty version: if there is none);
    the new version. Raises ``CannotError``, ``NewerError`` for a page that somebody changed."""
    target = root / path
    if not within(root, [target]) or target.is_symlink():
        raise CannotError(f"{path} lies outside this project")
    if not target.parent.is_dir():
        raise CannotError(f"There is no folder “{Path(path).parent}” in this project")
    old = _bytes(root, path) if target.exists() else None
    if (old is None) != (not version) or (old is not None and _version(old) != version):
        raise NewerError(
            f"{path} was changed by somebody else meanwhile; yours was not saved over it"
            if version
            else f"There is a page {path} already; choose another name"
        )
    data = text.encode("utf-8", "replace")
    if old and b"\r\n" in old:
        data = data.replace(b"\n", b"\r\n")
    if old and old.startswith(_BOM):
        data = _BOM + data
    try:
        write_atomically(target, data)
    except OSError as error:
        raise CannotError(f"{path} could not be saved: {reason_of(error)}") from None
    return _version(data)


def may_save(session: Session, path: str, text: str) -> bool:
    """Whether a text at a path would be a job page of the project."""
    job = _discovery(session).job(path)
    return job is not None and job.holds(text)


def _discovery(session: Session) -> Discovery:
    tree = DiskTree(session.root)
    return Discovery(Request(session.root, (session.root,)), session.plan.config, tree)


def _bytes(root: Path, path: str) -> bytes:
    try:
        data = read_bytes(root / path)
    except (OSError, ValueError):
        raise CannotError(f"{path} cannot be read") from None
    if len(data) > _LARGEST:
        raise CannotError(f"{path} is too large to be opened here")
    return data


def _version(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]

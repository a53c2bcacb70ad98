"""The day of a post, which stands in its URL.

Source: Jekyll's page “Configuration Options” (``timezone``).
"""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.site.build.generators.base import Files, Project

_DAY = re.late(r"/\d{4}/\d{1,2}/\d{1,2}/")
_ZONED = re.late(r"(?m)^date:.*\d:\d\d.*(?:Z|[+-]\d{2}:?\d{2})[\"']?\s*$")
_FRONT = 4000


def makes(_project: Project, page: str, files: Files) -> str:
    """A post whose time is written with its zone may be of the day before or after, where the site
    is built."""
    name = page.strip("/").rpartition("/")[2].removesuffix(".html")
    ends = tuple(f"-{name}.{end}" for end in ("md", "markdown", "html"))
    for path in files.paths if name and _DAY.search(page) else ():
        zoned = "_posts/" in path and path.endswith(ends)
        if zoned and _ZONED.search((files.tree.read(path) or "")[:_FRONT]):
            return f"the time zone of the build decides on the day of “{path}”"
    return ""

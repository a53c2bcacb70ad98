"""Jekyll's permalinks: templates with placeholders, filled for pages, posts and documents of a
collection.

Source: Jekyll's page “Permalinks”.
"""

from __future__ import annotations

from collections.abc import Mapping

from jdlint.core.light import Any
from jdlint.core.patterns import regex as re
from jdlint.site.build.front_matter import strings
from jdlint.site.build.generators.base import MARKDOWN

HTML = re.late(r"\.(?:html?|xhtml)$", re.I)
STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_POST = re.late(r"^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$")
_RARE = re.late(r":(?:y_day|week|short_day|long_month|short_month|hour|minute|second)")


def stem_of(path: str) -> str:
    return HTML.sub("", MARKDOWN.sub("", path))


def suffix_of(style: str) -> str:
    """What pages and documents end with where the site's ``permalink`` is this one."""
    if style in STYLES:
        return "/" if style == "pretty" else ":output_ext"
    return "/" if style.endswith("/") else ":output_ext" if style.endswith(":output_ext") else ""


def page_url(stem: str, front: Mapping[str, Any], index: bool, style: str = "date") -> str:
    """The URL of a page; ``index`` says that it stands for its folder, ``style`` is the site's
    ``permalink``."""
    where, _, name = stem.rpartition("/")
    if front.get("permalink"):
        return _filled(
            str(front["permalink"]), {"path": where, "basename": name, "output_ext": ".html"}
        )
    if index:
        return f"/{where}/".replace("//", "/")
    return f"/{stem}{suffix_of(style)}".replace(":output_ext", ".html")


def document_url(collection: str, path: str, template: str, front: Mapping[str, Any]) -> str:
    """The URL of a document at ``path`` in a collection."""
    stem = stem_of(path)
    base = stem.rpartition("/")[2]
    post = _POST.match(base)
    title = str(front.get("slug") or (post[4] if post else base))
    tokens = {
        "collection": collection,
        "path": stem,
        "name": _slug(base),
        "title": _slug(title),
        "output_ext": ".html",
    }
    return _filled(STYLES.get(template, template), tokens)


def post_url(stem: str, style: str, front: Mapping[str, Any]) -> str | None:
    """The URL of a post; ``None`` where its name has no date, or the template needs what only the
    build knows."""
    above, _, base = stem.partition("_posts/")
    match = _POST.match(base.rpartition("/")[2])
    template = str(front.get("permalink") or STYLES.get(style, style))
    if not match or _RARE.search(template):
        return None
    date = re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})", str(front.get("date") or "")) or match
    year, month, day = date.group(1, 2, 3)
    title = str(front.get("slug") or match[4])
    tokens = {
        "categories": "/".join(_categories(above, front)),
        "year": year,
        "month": month.zfill(2),
        "day": day.zfill(2),
        "i_month": str(int(month)),
        "i_day": str(int(day)),
        "short_year": year[2:],
        "title": _slug(title),
        "slug": _slug(title).lower(),
        "output_ext": ".html",
    }
    return _filled(template, tokens)


def _categories(above: str, front: Mapping[str, Any]) -> list[str]:
    """The folders above ``_posts`` and the categories of the front matter, each once."""
    own = front.get("categories", front.get("category"))
    named = own.split() if isinstance(own, str) and "categories" in front else list(strings(own))
    folders = [part for part in above.strip("/").split("/") if part]
    return list(dict.fromkeys(_slug(name).lower() for name in [*folders, *named]))


def _slug(text: str) -> str:
    return re.sub(r"[^\w._~!$&'()+,;=@-]+", "-", text).strip("-")


def _filled(template: str, tokens: Mapping[str, str]) -> str:
    url = re.sub(r":(\w+)", lambda match: tokens.get(match[1], match[0]), template)
    return re.sub(r"/{2,}", "/", "/" + url)

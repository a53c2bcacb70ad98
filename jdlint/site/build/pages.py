"""The pages of a site: which source builds which URL, and which ids a page has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jdlint.core.light import replace
from jdlint.core.memory import Kept
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property
from jdlint.site.build.anchors.html_ids import html_ids
from jdlint.site.build.anchors.options import Options
from jdlint.site.build.front_matter import body_of
from jdlint.site.build.generators import TABLE, Row, generator
from jdlint.site.build.generators.base import MARKDOWN, Built, Files, Project
from jdlint.site.build.kept import OfReads
from jdlint.site.build.page_ids import PageIds
from jdlint.site.build.settings import SiteSettings
from jdlint.site.build.templating.expansion import Expansion
from jdlint.site.build.tree import Tree
from jdlint.site.redirects.rules import Redirect
from jdlint.site.urls import key, split

BuiltByKey = dict[str, Built]
_HTML = re.late(r"\.html?(?:\.erb|\.html)?$", re.I)
_MAX_PAGE = 3_000_000


def find_projects(files: Files, settings: SiteSettings) -> list[Project]:
    """The sites that the tree builds: what the settings name, else the project whose configuration
    lies highest."""
    if settings.generator:
        found = generator(settings.generator).find(files, settings)
        return [_based(project, settings) for project in found]
    best: list[Project] = []
    for row in TABLE:
        if not _marked(row, files):
            continue
        found = generator(row.name).find(files, settings)
        if found and row.marks:
            top = min(_depth(project) for project in found)
            found = [project for project in found if _depth(project) == top]
        if found and (not best or (row.name != "plain" and _depth(found[0]) < _depth(best[0]))):
            best = found
    return [_based(project, settings) for project in best]


def _marked(row: Row, files: Files) -> bool:
    """Whether the tree may hold a project of a generator; its module is not loaded otherwise."""
    marks = (*row.marks, *row.hints)
    if not row.marks or not files.names.isdisjoint(marks):
        return True
    return any(files.is_folder(mark.rstrip("/")) for mark in row.marks if mark.endswith("/"))


def _depth(project: Project) -> int:
    return project.folder.count("/") + bool(project.folder)


def _based(project: Project, settings: SiteSettings) -> Project:
    """The project under the path of the site's URL, where nothing else says that it stands
    there."""
    base = split(settings.url or "").path.rstrip("/")
    if not base or project.base or all(source.url.startswith(base) for source in project.sources):
        return project
    return replace(project, base=base)


class Pages:
    """URL -> source and source -> URL, built at the first question; ids are read page by page and
    kept."""

    def __init__(self, files: Files, settings: SiteSettings, kept: Kept | None = None) -> None:
        self.files = files
        self.settings = settings
        self.kept = kept
        self._ids: dict[tuple[str, int], PageIds] = {}

    @cached_property
    def projects(self) -> list[Project]:
        return find_projects(self.files, self.settings)

    @cached_property
    def sources(self) -> tuple[BuiltByKey, BuiltByKey]:
        """Pages by the key of their URL, and drafts; of two sources for one URL the first
        counts."""
        found: BuiltByKey = {}
        drafts: BuiltByKey = {}
        for project in self.projects:
            for page in generator(project.generator).pages(project, self.files):
                (drafts if page.draft else found).setdefault(key(page.url), Built(page, project))
        return found, drafts

    @property
    def built(self) -> BuiltByKey:
        return self.sources[0]

    @property
    def drafts(self) -> BuiltByKey:
        return self.sources[1]

    @cached_property
    def by_path(self) -> Mapping[str, Built]:
        """Built pages and drafts by their source; of two URLs of one source the first counts."""
        found: dict[str, Built] = {}
        for pages in self.sources:
            for built in pages.values():
                found.setdefault(built.page.path, built)
        return found

    @cached_property
    def folders(self) -> frozenset[str]:
        """The keys of URL folders that hold a page at some depth."""
        found: set[str] = set()
        for name in self.built:
            folder = name.rpartition("/")[0]
            while folder and folder not in found:
                found.add(folder)
                folder = folder.rpartition("/")[0]
        return frozenset(found)

    @cached_property
    def aliases(self) -> list[Redirect]:
        """Redirects that pages ask for in their front matter."""
        return [
            Redirect("page", alias, built.page.url, built.page.path)
            for built in self.built.values()
            for alias in built.page.aliases
        ]

    def ids(self, path: str, fragment: str = "") -> PageIds:
        """The ids of the page that a source builds.

        Where the dialect cannot be told from the tree, the likely one is read first, and all of
        them where that one does not have ``fragment``.
        """
        project = self._project(path)
        either = project.options.get("either", "") if project else ""
        if either and len(self._families(path)) > 1:
            return self._either(path, str(either))
        first = self._read(path, 1)
        if fragment in first.sure or len(self._families(path)) == 1:
            return first
        return self._read(path, len(self._families(path)))

    def _either(self, path: str, why: str) -> PageIds:
        """The ids that all families give are sure; what only some give is possible."""
        if (path, -1) not in self._ids:
            each = [self._one(path, family) for family in self._families(path)]
            sure = frozenset.intersection(*(ids.sure for ids in each))
            every = frozenset().union(*(ids.sure for ids in each))
            first = each[0]
            self._ids[path, -1] = PageIds(sure, first.ordered, first.unknown, every - sure, why)
        return self._ids[path, -1]

    def _one(self, path: str, family: str) -> PageIds:
        return self._parsed(path, self._project(path), (family,))

    def _project(self, path: str) -> Project | None:
        entry = self.by_path.get(path)
        return entry.project if entry else self.projects[0] if self.projects else None

    def _families(self, path: str) -> tuple[str, ...]:
        project = self._project(path)
        return (
            (self.settings.markdown,)
            if self.settings.markdown
            else project.markdown
            if project
            else ("none",)
        )

    def _read(self, path: str, count: int) -> PageIds:
        """The ids in the first ``count`` dialects that the page may be written in."""
        if (path, count) not in self._ids:
            self._ids[path, count] = self._parsed(
                path, self._project(path), self._families(path)[:count]
            )
        return self._ids[path, count]

    def _parsed(self, path: str, project: Project | None, families: tuple[str, ...]) -> PageIds:
        """The ids of a page in some dialects."""
        rows = self._rows
        if rows is None:
            return self._made(self.files.tree, path, project, families)

        def make(tree: Tree) -> tuple[tuple[str, ...], str]:
            found = self._made(tree, path, project, families)
            return found.ordered, found.unknown

        ordered, unknown = rows.row((path, families), make)
        return PageIds(frozenset(ordered), ordered, unknown)

    @cached_property
    def _rows(self) -> OfReads | None:
        """Ids that are kept as long as the projects and all files that they came from stay."""
        return (
            OfReads(self.kept, "ids", repr(self.projects), self.files.tree) if self.kept else None
        )

    def _made(
        self, tree: Tree, path: str, project: Project | None, families: tuple[str, ...]
    ) -> PageIds:
        text = tree.read(path)
        if text is None or project is None:
            return PageIds(frozenset(), unknown=f"“{path}” cannot be read")
        if len(text) > _MAX_PAGE:
            return PageIds(frozenset(), unknown=f"“{path}” is too big to read")
        expansion = Expansion(tree, lambda name, at: self._find(tree, project, name, at))
        made_by = generator(project.generator)
        options = _options(project)
        if made_by.partials_are_pages:
            expansion.render = lambda at, body: _rendered(expansion, at, body, families, options)
        body = made_by.expand(expansion, body_of(text), path, project)
        ordered = tuple(dict.fromkeys(_ids_of(expansion, path, body, families, options)))
        return PageIds(frozenset(ordered), ordered, "; ".join(expansion.unknown[:3]))

    def _find(self, tree: Tree, project: Project, name: str, path: str) -> str | None:
        _ = tree.paths  # which file is meant depends on those that are there
        finder = generator(project.generator).find_partial
        for candidate in (project, *(other for other in self.projects if other is not project)):
            found = finder(self.files, candidate, name, path)
            if found:
                return found
        return None

    @cached_property
    def layout_ids(self) -> frozenset[str]:
        """Ids that the generator's theme, or templates in the tree, give to every page, or to
        some."""
        found: set[str] = set()
        for project in self.projects:
            found.update(project.options.get("theme_ids", ()))
            for path in _layouts(self.files, project):
                text = self.files.tree.read(path)
                if text is not None and len(text) <= _MAX_PAGE:
                    found.update(html_ids(text))
                    if path.endswith((".haml", ".slim", ".pug")):
                        found.update(_HAML_ID.findall(text))
        return frozenset(found)


def _is_markdown(path: str) -> bool:
    return MARKDOWN.search(path.removesuffix(".erb")) is not None


def _ids_of(
    expansion: Expansion, path: str, body: str, families: tuple[str, ...], options: Options
) -> list[str]:
    if not _is_markdown(path):
        return _template_ids(expansion, path, body)
    # its patterns take 30 ms, and many runs ask for no anchor
    from jdlint.site.build.anchors.families import (
        FAMILIES,
        doubt_of,
        page_ids,
    )

    found: list[str] = []
    for family in families:
        if family not in FAMILIES:
            expansion.doubt("how the generator makes ids is not known")
        else:
            found += page_ids(body, family, options._replace(mdx=path.endswith(".mdx")))
            if doubt := doubt_of(body, family):
                expansion.doubt(doubt)
    return found


def _rendered(
    expansion: Expansion, path: str, body: str, families: tuple[str, ...], options: Options
) -> str:
    """A Markdown partial is rendered by itself: what the page gets from it are its ids."""
    if not _is_markdown(path):
        return body
    return "".join(
        f'<a id="{name}"></a>' for name in _ids_of(expansion, path, body, families, options)
    )


def _template_ids(expansion: Expansion, path: str, body: str) -> list[str]:
    """The ids of an HTML page or a template; what a template may add is not known."""
    found = html_ids(body)
    if not _HTML.search(path):
        found += _HAML_ID.findall(body) if path.endswith((".haml", ".slim")) else []
        expansion.doubt(f"“{path}” is a template")
    return found


_HAML_ID = re.late(r"(?m)^\s*(?:%[\w:-]+)?(?:\.[\w-]+)*#([\w-]+)")


def _layouts(files: Files, project: Project) -> Iterable[str]:
    for folder in project.layouts:
        yield from files.under(folder) if folder else ()


def _options(project: Project) -> Options:
    values = {name: project.options[name] for name in Options._fields if name in project.options}
    return Options(**values)

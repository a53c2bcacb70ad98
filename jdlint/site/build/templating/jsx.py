"""MDX: partials that are imported from the tree, components that nobody can look into."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.site.build.scan import without_fences
from jdlint.site.build.templating.expansion import Expansion, in_heading, in_id

_IMPORT = re.late(
    r"(?m)^import\s++(?P<names>[^;'\"]{0,300}?)\s*from\s*(['\"])(?P<file>[^'\"]+)\2;?[ \t]*$"
)
_COMPONENT = re.late(r"<(?P<name>[A-Z][\w.]*+)(?P<rest>[^<>]*)>")
_EXPRESSION = re.late(r"(?<!\\)\{(?!/\*|#)[^{}\n]*\}")
_CODE = re.late(r"`+[^`\n]*`+")
# Docusaurus' and Astro's own: they show what stands inside them, and give no id of their own
_KNOWN_WORDS = (
    "Tabs TabItem Admonition CodeBlock Link Details BrowserOnly Head Translate DocCardList Icon "
    "Badge Card CardGrid "
    "LinkCard LinkButton Aside Steps FileTree Image Fragment Highlight Code YouTube"
)
_KNOWN = frozenset(_KNOWN_WORDS.split())


def expand_mdx(expansion: Expansion, text: str, path: str) -> str:
    """``text`` with its imported partials; a component that is not known may bring headings."""
    plain = _CODE.sub("", without_fences(text))
    partials: dict[str, str] = {}
    for match in _IMPORT.finditer(plain):
        name = match["names"].strip()
        if re.search(r"\.mdx?$", match["file"]) and re.fullmatch(r"\w+", name):
            partials[name] = match["file"]
    for match in _COMPONENT.finditer(plain):
        name = match["name"]
        if name not in _KNOWN and name not in partials:
            expansion.doubt(f"the component “{name}” may bring headings")
    for match in _EXPRESSION.finditer(plain):
        if in_heading(plain, match.start()) or in_id(plain, match.start()):
            expansion.doubt("a heading is built by an expression")
    for name, file in partials.items():
        use = re.late(rf"<{name}\b[^<>]*/?>")
        if use.search(text):
            inner = expansion.include(file, path, expand_mdx)
            text = use.sub(lambda _, inner=inner: f"\n\n{inner}\n\n", text)  # type: ignore[misc]
    return text

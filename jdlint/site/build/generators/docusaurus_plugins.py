"""Pages that Docusaurus' plugins make, without a source of their own.

Sources: Docusaurus' pages “Plugin Method References” (``addRoute``) and “Using Plugins”.
"""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.site.build.generators.base import Files
from jdlint.site.build.generators.javascript import plain
from jdlint.site.urls import file_join, folder

_ROUTES = re.late(r"\baddRoute\s*\(")
_LOCAL = re.late(
    r"(?:\bfrom|\brequire(?:\.resolve)?\(|\bimport\(|[\[,])"
    r"\s*['\"]((?:\.{1,2}|@site)/[^'\"\n]{1,200})['\"]"
)
_NAME = re.late(r"[\[,(]\s*['\"](@?[\w./-]{1,100})['\"]")
_PLUGIN = re.late(r"docusaurus|(?:^|[/-])plugin(?:[/-]|$)|redoc")
# plugins, themes and presets that add no page, or one of a fixed name
_KNOWN = re.late(
    r"^(?:@docusaurus/(?:plugin-|theme-|preset-|remark-|mdx|faster|types|module|utils|core|tsconfig"
    r"|router|logger).*|docusaurus-(?:plugin-(?:sass|less|image-zoom|plausible|umami|matomo"
    r"|hotjar|segment|fathom|drawio|llms|copy-page-button|goatcounter|posthog|clarity|gtm)|theme-.*"
    r"|tailwindcss|lunr-search|preset-.*)|posthog-docusaurus|@gracefullight/docusaurus-plugin-.*"
    r"|remark-.*|rehype-.*|classic|prism-.*)$"
)
_ENDS = ("", ".js", ".ts", ".mjs", ".cjs", "/index.js", "/index.ts")
_MOST = 30  # files that one configuration brings in


def makes_pages(files: Files, config: str, text: str) -> str:
    """Why a site may have pages without a source; empty where no plugin makes any."""
    if _ROUTES.search(text):
        return f"“{config}” makes pages"
    at = folder(config)
    for name in list(dict.fromkeys(_LOCAL.findall(text)))[:_MOST]:
        file = file_join(at, name.replace("@site/", "./", 1))
        path = next((f"{file}{end}" for end in _ENDS if f"{file}{end}" in files.set), "")
        if path and path.endswith(("js", "ts")) and _ROUTES.search(plain(files.tree.read(path))):
            return f"“{path}” makes pages"
    for name in _NAME.findall(_arrays(text)):
        known = "search" in name or _KNOWN.match(name)
        if _PLUGIN.search(name) and not name.startswith(".") and not known:
            return f"the plugin “{name}” may make pages"
    return ""


def _arrays(text: str) -> str:
    """What stands between the brackets of ``plugins`` and ``presets``."""
    found = []
    for match in re.finditer(r"(?<![\w.])(?:plugins|presets)['\"]?\s*:\s*\[", text):
        depth, end = 1, match.end()
        while end < len(text) and depth:
            depth += {"[": 1, "]": -1}.get(text[end], 0)
            end += 1
        found.append(text[match.end() - 1 : end])
    return "\n".join(found)

"""Partials and includes are read; what only the build knows makes a missing anchor unknown,
never broken."""

from __future__ import annotations

import pytest

from jdlint.site.build.settings import SiteSettings
from jdlint.site.links.resolver import Resolver
from tests.site.trees import MemoryTree


def verdict(page: str, text: str, fragment: str, **more: str) -> str:
    files = {
        page: text,
        **{name.replace("__", "/").replace("_DOT_", "."): body for name, body in more.items()},
    }
    return Resolver(MemoryTree(files), SiteSettings()).resolve(f"#{fragment}", page).verdict


ERB = "source/a.html.md.erb"


@pytest.mark.parametrize(
    ("text", "fragment", "expected"),
    [
        ("# Known\n", "known", "resolves"),
        ("# Known\n", "other", "broken-anchor"),
        ("# Known\n<%= partial 'gone' %>\n", "other", "unknown"),
        ("# Known\n<%= partial 'gone' %>\n", "known", "resolves"),
        ("<%= partial 'shared/steps' %>\n", "steps", "resolves"),
        ('<%= partial("shared/steps", locals: {a: 1}) %>\n', "other", "broken-anchor"),
        ("<%= partial name %>\n", "other", "unknown"),
        ("<%= team_list('x') %>\n", "other", "unknown"),
        ("Text <%= data.name %> here\n", "other", "broken-anchor"),
        ("Text <%= link_to 'x', '/y' %>\n", "other", "broken-anchor"),
        ("<%= link_to 'x', '/y' %>\n", "other", "broken-anchor"),
        ("## <%= title %>\n", "other", "unknown"),
        ('<a id="<%= x %>"></a>\n', "other", "unknown"),
        ("<% if x %>\n## Maybe\n<% end %>\n", "maybe", "resolves"),
        ("<% list.each do |x| %>\n## Name\n<% end %>\n", "name", "resolves"),
        ("<% list.each do |x| %>\n## Name\n<% end %>\n", "name-1", "unknown"),
        ("<% list.each do |x| %>\n- <%= x %>\n<% end %>\n", "other", "broken-anchor"),
        ("<%# partial 'gone' %>\n", "other", "broken-anchor"),
    ],
)
def test_erb(text: str, fragment: str, expected: str) -> None:
    partial = {"source__shared___steps_DOT_md": "## Steps\n"}
    assert verdict(ERB, text, fragment, **partial) == expected


def test_erb_runs_only_where_the_name_says_so() -> None:
    assert verdict("source/a.html.md", "# A\n\n<%= partial 'gone' %>\n", "other") == "broken-anchor"


def test_partials_in_a_circle() -> None:
    again = {
        "source___a_DOT_erb": "<%= partial 'b' %>",
        "source___b_DOT_erb": "<%= partial 'a' %>\n\n## End\n",
    }
    assert verdict(ERB, "<%= partial 'a' %>", "other", **again) == "unknown"
    assert verdict(ERB, "<%= partial 'a' %>", "end", **again) == "resolves"


@pytest.mark.parametrize(
    ("text", "fragment", "expected"),
    [
        ("{% include steps.md %}\n", "steps", "resolves"),
        ("{% include gone.md %}\n", "other", "unknown"),
        ("{% include {{ page.x }} %}\n", "other", "unknown"),
        ("{% for x in y %}\n## Same\n{% endfor %}\n", "same-2", "unknown"),
        ("{% raw %}\n## In {{ raw }}\n{% endraw %}\n", "in--raw-", "resolves"),
        ("{% highlight ruby %}\n# not\n{% endhighlight %}\n", "not", "broken-anchor"),
        ("{% gallery %}\n", "other", "unknown"),
        ("## {{ page.title }}\n", "other", "unknown"),
        ("Hello {{ page.title }}\n", "other", "broken-anchor"),
        ("{{ page.body | markdownify }}\n", "other", "unknown"),
    ],
)
def test_liquid(text: str, fragment: str, expected: str) -> None:
    files = {"_config_DOT_yml": "title: x", "_includes__steps_DOT_md": "## Steps\n"}
    assert verdict("a.md", f"---\n---\n\n{text}", fragment, **files) == expected


@pytest.mark.parametrize(
    ("text", "fragment", "expected"),
    [
        ("{{< box >}}\n## Inside\n{{< /box >}}\n", "inside", "resolves"),
        ("{{< box >}}\n", "other", "broken-anchor"),
        ("{{< rich >}}\n", "other", "unknown"),
        ("{{< theme >}}\n", "other", "unknown"),
        ('{{< youtube x >}} {{% ref "a.md" %}}\n', "other", "broken-anchor"),
        ("{{< highlight go >}}\n## no\n{{< /highlight >}}\n", "no", "broken-anchor"),
    ],
)
def test_shortcodes(text: str, fragment: str, expected: str) -> None:
    files = {
        "hugo_DOT_toml": "baseURL = '/'",
        "layouts__shortcodes__box_DOT_html": "<p>{{ .Inner }}</p>",
        "layouts__shortcodes__rich_DOT_html": "<h2 id='x'>{{ .Get 0 }}</h2>",
    }
    assert verdict("content/a.md", text, fragment, **files) == expected


@pytest.mark.parametrize(
    ("text", "fragment", "expected"),
    [
        ("import P from './_p.mdx';\n\n<P />\n", "part", "resolves"),
        ("import P from './_gone.mdx';\n\n<P />\n", "other", "unknown"),
        ("<Chart />\n", "other", "unknown"),
        ("<Tabs>\n<TabItem>\n\n## In a tab\n\n</TabItem>\n</Tabs>\n", "in-a-tab", "resolves"),
        ("<Tabs />\n", "other", "broken-anchor"),
        ("`<Chart />`\n", "other", "broken-anchor"),
        ("## {props.title}\n", "other", "unknown"),
    ],
)
def test_mdx(text: str, fragment: str, expected: str) -> None:
    files = {"docusaurus_DOT_config_DOT_js": "x", "docs___p_DOT_mdx": "## Part\n"}
    assert verdict("docs/a.mdx", text, fragment, **files) == expected


def test_layouts_give_ids() -> None:
    files = {
        "source__layouts__layout_DOT_erb": '<div id="page-foot"></div>',
        "source__layouts__x_DOT_haml": "%nav#crumbs.a\n",
    }
    assert verdict("source/a.html.md", "# A\n", "page-foot", **files) == "resolves"
    assert verdict("source/a.html.md", "# A\n", "crumbs", **files) == "resolves"
    assert verdict("source/a.html.md", "# A\n", "main-content", **files) == "unknown"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("a.html.md.erb", "# A\n\n<%= roles('x') %>\n"),
        ("a.md", "# A\n\n{{< roles >}}\n"),
        ("a.md", "# A\n\n{% include roles.md %}\n"),
        ("a.mdx", "# A\n\n<Roles />\n"),
    ],
)
def test_templating_without_a_known_generator(page: str, text: str) -> None:
    assert verdict(page, text, "other") == "unknown"
    assert verdict(page, text, "a") == "resolves"

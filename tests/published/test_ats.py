"""What 24 shapes of ATS exports say is read without loss, each value at its place."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from jdlint.checks.published.published_description import PublishedDescription
from jdlint.core.text import Source, Span
from jdlint.posting.published.nodes import Node, Published, every, is_empty, plain
from jdlint.posting.published.placed_json import read_json
from jdlint.posting.published.read import read_published
from tests.published.ats import SAMPLES, Sample

# what the systems keep for themselves, say a second time, or say of the list, not of the job
_NOT_SAID = frozenset(
    "internal_job_id updated_at language type requires_consent total id uuid ref slug isListed"
    " descriptionPlain apiVersion created_at shortlink shortcode countryCode hidden hybrid on_site"
    " refId requisitionType company.identifier parent_id path version date_published content_html"
    " departmentId locationType isRequired friendly_id workplace_type_text data.employment_type"
    " compensation_visible totalFound totalCount key_responsibilities_header"
    " skills_knowledge_expertise_header benefits_header jobPostingId canApply"
    " Code LanguageCode MatchedObjectId compensationType summaryComponents.minValue"
    " summaryComponents.interval lists.text salaryDescription country.descriptor jobs.location"
    " secondaryLocations.location departments.name offices.name location.name items.title"
    " _jobposting.title companyDescription.title jobDescription.title qualifications.title"
    " additionalInformation.title .title country.name pay_input_ranges.title"
    " postings.location".split()
)


def _read(sample: Sample) -> Published:
    data = sample.data
    text = data if isinstance(data, str) else json.dumps(data, indent=1, ensure_ascii=False)
    return read_published(Source("feed", text))


def _spans(node: Node) -> Iterator[Span]:
    if isinstance(node.value, dict | list):
        inner = node.value.values() if isinstance(node.value, dict) else node.value
        for part in inner:
            yield from _spans(part)
    else:
        yield node.span


def _leaves(node: Node, path: str = "") -> Iterator[tuple[str, Node]]:
    if isinstance(node.value, dict):
        for key, inner in node.value.items():
            yield from _leaves(inner, f"{path}.{key}")
    elif isinstance(node.value, list):
        for inner in node.value:
            yield from _leaves(inner, path)
    elif not is_empty(node):
        yield path, node


def _is_said(path: str) -> bool:
    steps = path.split(".")
    return not {steps[-1], ".".join(steps[-2:])} & _NOT_SAID


def test_fifteen_systems_and_more_are_read() -> None:
    assert len(SAMPLES) >= 15
    assert len({sample.form for sample in SAMPLES}) >= 13


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_an_export_says_what_a_posting_needs(sample: Sample) -> None:
    found = _read(sample)
    assert [posting.form for posting in found.postings] == [sample.form]
    node = found.postings[0].node
    for path, texts in sample.wanted.items():
        assert [plain(value) for value in every(node, path)] == texts, path


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_each_value_stands_where_it_says(sample: Sample) -> None:
    found = _read(sample)
    texts = found.source.text
    moved = {"employmentType", "unitText", *(() if not sample.moved else ("datePosted",))}
    for path, node in _leaves(found.postings[0].node):
        name = path.rpartition(".")[2]
        written = texts[node.span.start : node.span.end]
        if name in moved or name in ("minValue", "maxValue"):
            assert written.strip("\"'"), name
        elif not isinstance(sample.data, str):
            assert json.loads(written) == node.value, name
        else:
            assert plain(node) in (written, written.replace("&lt;", "<").replace("&gt;", ">"))


@pytest.mark.parametrize(
    "sample", [s for s in SAMPLES if not isinstance(s.data, str)], ids=lambda sample: sample.name
)
def test_nothing_is_lost(sample: Sample) -> None:
    found = _read(sample)
    read = set(_spans(found.postings[0].node))
    lost = {
        f"{path}: {plain(node)}"
        for path, node in _leaves(read_json(found.source.text))
        if node.span not in read and _is_said(path) and not isinstance(node.value, bool)
    }
    assert not lost


def test_what_is_escaped_twice_is_named() -> None:
    sample = SAMPLES[0]
    twice = json.loads(json.dumps(sample.data))
    once = twice["jobs"][0]["content"]
    twice["jobs"][0]["content"] = once.replace("&", "&amp;")
    found = read_published(Source("feed", json.dumps(twice)))
    check = PublishedDescription("escaped")
    (finding,) = check.check_published(found)
    assert found.source.slice(finding.span) == "&amp;lt;"
    assert not list(check.check_published(_read(sample)))

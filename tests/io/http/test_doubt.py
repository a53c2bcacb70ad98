"""A yes that means no: redirects to lists and errors, postings that say they are closed."""

import pytest

from jdlint.io.http.doubt import doubt, refresh_of

BOARD = "https://boards.example/harbour"


@pytest.mark.parametrize(
    ("asked", "ended", "text", "why"),
    [
        (f"{BOARD}/jobs/4711", f"{BOARD}?error=true", None, "list"),
        (f"{BOARD}/jobs/4711", f"{BOARD}", None, "list"),
        ("https://harbour.example/careers/deck-mate", "https://harbour.example/", None, "list"),
        ("https://harbour.example/page", "https://harbour.example/?notFound=1", None, "list"),
        (f"{BOARD}/jobs/4711", f"{BOARD}/jobs/4711/deck-mate", None, ""),
        (f"{BOARD}/jobs/4711", "https://id.example/login?next=4711", None, ""),
        ("https://harbour.example/docs/guide", "https://harbour.example/docs", None, ""),
        ("https://harbour.example/page", "https://harbour.example/page?error=false", None, ""),
        (
            f"{BOARD}/jobs/4711",
            f"{BOARD}/jobs/4711",
            "<p>This position is <b>no longer open</b>.",
            "closed",
        ),
        (
            f"{BOARD}/jobs/4711",
            f"{BOARD}/jobs/4711",
            "<p>The job you are looking for has been filled",
            "closed",
        ),
        (
            f"{BOARD}/jobs/4711",
            f"{BOARD}/jobs/4711",
            "<script>this job is closed</script>We sail.",
            "",
        ),
        (f"{BOARD}/jobs/4711", f"{BOARD}/jobs/4711", "<p>Our offices are closed on Sunday.", ""),
        ("https://news.example/a", "https://news.example/a", "This position is no longer open", ""),
    ],
)
def test_doubt(asked: str, ended: str, text: str | None, why: str) -> None:
    assert doubt(asked, ended, text) == why


def test_a_page_that_sends_its_readers_on() -> None:
    head = '<meta http-equiv="refresh" content="{}; url=https://harbour.example/new">'
    assert refresh_of(head.format(0)) == "https://harbour.example/new"
    assert refresh_of(head.format(60)) == ""
    assert refresh_of("<p>refresh") == ""

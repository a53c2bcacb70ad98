"""Pages that do nothing but lead to others, and where the front matter of a page ends."""

from __future__ import annotations

from jdlint.posting import foreign_signs, signs


def of_jobs(path: str, text: str) -> str:
    """Why a page is a list of others; nothing where it is none."""
    end = front_matter_end(text)
    return "its layout is that of a list" if of_layout(text, end) else leads_away(text, end)


def leads_away(text: str, end: int) -> str:
    """How a page leads to others and does little else; nothing where it does not."""
    if signs.JOB_HEADING.search(text, end, 200_000) or foreign_signs.headings(text[end:200_000]):
        return ""
    if signs.LOOP.search(text, end):
        return "it lists other pages"
    lines = [line.strip() for line in text[end:].split("\n", signs.MOST_LINES + 1)[1:]]
    lines = [line for line in lines if line and not line.startswith(("#", "---", "+++", "<!--"))]
    if not lines or len(lines) > signs.MOST_LINES:
        return ""
    others = [line for line in lines if not signs.LINK_LINE.fullmatch(line)]
    words = sum(len(line.split()) for line in others)
    return (
        "it does little but link other pages"
        if (len(others) <= 0.4 * len(lines) and words <= signs.OTHER_WORDS)
        else ""
    )


def of_layout(text: str, end: int) -> bool:
    """Whether the layout is that of a list; “job_listing” is one posting where keys say what only a
    posting has."""
    found = signs.LIST_LAYOUT.search(text, 0, end)
    if found is None:
        return False
    return found[1].lower() != "listing" or signs.JOB_KEY.search(text, 0, end) is None


def front_matter_end(text: str) -> int:
    """Where the front matter ends, as far as 20,000 characters; 0 where there is none."""
    fence = text[:3]
    if fence in ("---", "+++"):
        end = max(text.find(f"\n{fence}", 3, 20_000), 0)
        if not end and (closing := signs.INDENTED_FENCE.search(text, 3, 20_000)):
            return closing.start()
        return end
    return max(text.find("\n}", 1, 20_000), 0) if text.startswith("{") else 0

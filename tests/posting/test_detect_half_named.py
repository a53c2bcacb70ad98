"""Which files are job pages by a name that other pages have too, by a title that calls, or because
their front matter holds all that they say."""

from __future__ import annotations

from jdlint.posting.detect import judged
from tests.posting.verdicts import verdict_tests

INDEX = (
    "---\ntitle: Careers\nplaces:\n  - job_title: Rope intern\n    details: |\n      * Splice\n"
    "      * Sail\n    skills: |-\n      * Calm\n---\n"
)
JOBS = {
    "a call in the title": (
        "_posts/2026-05-01-riggers-sought.md",
        "---\ntitle: Riggers Sought -- Job Opening\n---\n\nWe're looking for two calm riggers. "
        "Fill in the form, and we start the hiring process. The hiring process takes a week.\n",
    ),
    "several in a post": (
        "docs/posts/two-open-jobs.md",
        "---\ntitle: Two Open Job Postings\n---\n\nApply for one of our two positions in May.\n\n"
        "<h3>Rigger</h3>\nThe Rigger will be responsible for ropes.\n",
    ),
    "employment in front matter": (
        "content/pages/2026-05-01-employment.md",
        "---\ntitle: Employment\ncontent: >-\n  Fernhill sails by day. Please email us with your "
        "resume.\n\n\n  ###### Current Available Positions\n\n\n  1. RIGGER\n---\n",
    ),
    "a page that Hugo keeps in its folder": (
        "content/join/_index.md",
        "---\ntitle: Join the yard\n---\n\nWe have one open position for a rigger. To apply, send "
        "your CV to Ada by May.\n\n## Qualifications\n\n* Calm at sea\n",
    ),
    "studentships": (
        "content/scholarships.md",
        "% Scholarships\n\nWe are offering PhD Studentships for 3 years on how ropes part. "
        "Candidates with a first degree are encouraged to send their CV to Ada. The stipend is "
        "paid by the month.\n",
    ),
    "a lab's page in its docs": (
        "docs/lab/recruiting.md",
        "---\ntitle: Recruiting\n---\n\n# Open positions in the lab\n\n## Postdoc on ropes\n\nThe "
        "Rope Institute has an open postdoctoral fellowship. To apply to the fellowship, write to "
        "Ada.\n",
    ),
    "assistants": (
        "RAs.md",
        "---\nlayout: page\n---\n\n## Research Assistants\n\nI am always looking for calm research "
        "assistants.\n\n### Minimal Requirements\n\n- Knots\n",
    ),
    "postings in the front matter of a list": ("content/careers/_index.md", INDEX),
}
OTHERS = {
    "a life": (
        "employment.md",
        "# Employment\n\n## Rope Engineer\n\n**Responsibilities**\n\n- Rigged for Fernhill, with "
        "experience of storms, full-time and for a salary\n",
    ),
    "employment as a policy": (
        "employment.md",
        "# Employment\n\n## Open roles\n\nA panel decides on each role. Its members have skills, "
        "and apply the rules with experience.\n",
    ),
    "grants for pupils": (
        "scholarships.md",
        "# Scholarships\n\nThe society gives ten scholarships. To apply, send your transcripts and "
        "an essay; applicants need no experience.\n",
    ),
    "a list of funds": (
        "fellowships.md",
        "# Fellowships\n\n## PhD students\n\nRope Fund: apply by May with your CV and a letter; "
        "the stipend is small.\n",
    ),
    "an essay for a scholarship": (
        "content/scholarship-essays.md",
        "# Scholarship essays\n\nWe have PhD students who won. Send the fund your CV and an essay; "
        "applicants with experience win.\n",
    ),
    "a post about calls": (
        "_posts/2026-05-01-job-opening.md",
        "---\ntitle: How we wrote our job opening\n---\n\nWe're looking for two riggers, and this "
        "is what we learned. Apply it at home.\n",
    ),
    "a board's list": (
        "jobs-board.md",
        "# Job opening of the month\n\n- [Rigger](rigger.md)\n- [Cook](cook.md)\n",
    ),
    "those who assist": (
        "tas.md",
        "# Teaching Assistants\n\nOur assistants hold office hours on Mondays. Ask them first.\n",
    ),
    "the head of a folder of posts": (
        "content/blog/_index.md",
        "---\ntitle: Blog\n---\n\nHow we sail, and how to apply tar. Our members have skills.\n",
    ),
    "a list with titles alone": (
        "content/careers/_index.md",
        "---\ntitle: Careers\nplaces:\n  - job_title: Rope intern\n    link: /intern\n---\n",
    ),
    "a list with one section": (
        "content/careers/_index.md",
        "---\ntitle: Careers\nbenefits:\n  - title: Sails\n    details: |\n      * All of May\n"
        "---\n",
    ),
}

test_a_job_page, test_no_job_page = verdict_tests(JOBS, OTHERS)


def test_whole_postings_stand_in_lists_of_jobs_alone() -> None:
    assert not judged("content/courses/_index.md", INDEX).job
    why = judged("content/careers/_index.md", INDEX).why
    assert why == "its front matter holds whole postings, with “details” and “skills”"

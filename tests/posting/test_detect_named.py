"""Which files are job pages by a name of open positions, and one thing more that they say."""

from __future__ import annotations

import pytest

from jdlint.posting.detect import judged
from tests.posting.verdicts import verdict_tests

WRITE = "Write to Ada at ada@fernhill.example, with a letter on the ropes that you like.\n"
JOBS = {
    "ranks as headings": (
        "_pages/vacancies.md",
        f"---\ntitle: Rope Lab - Join\n---\n\n# Joining\n\n## Postdocs\n\nContact Ada. {WRITE}"
        f"\n## PhD students\n\nContact Ada.\n",
    ),
    "ranks as labels": (
        "joinus.md",
        "---\nlayout: archive\ntitle: Joining Fernhill\n---\n\n**Postdoctoral Fellows**: Contact "
        "Ada for a place that is funded.\n\n**PhD students**: None now.\n",
    ),
    "ranks in capitals": (
        "_pages/join-us.md",
        "---\ntitle: Join us\n---\n\nPHD STUDENT\nContracts come with funding. The position is "
        "told here.\n\nPOSTDOC\nContact Ada.\n",
    ),
    "a welcome": (
        "opportunities.md",
        "# Opportunities\n\nWe welcome calm students. Contact Ada with the ropes that you like.\n",
    ),
    "positions that follow": (
        "pages/jobs.md",
        "---\ntitle: Jobs\n---\n\nFernhill is currently hiring for the following positions:\n\n"
        "Rope maintainer\n---------------\n\nSplice what others break.\n",
    ),
    "a category of jobs": (
        "_posts/2029-05-02-coordinator.md",
        "---\ntitle: Harbour Coordinator\ncategory: jobs\n---\n\nWe are looking to recruit "
        "someone who knows ropes.\n",
    ),
    "a list of categories": (
        "content/posts/bergen.md",
        '+++\ncategories = ["news", "open-positions"]\ntitle = "Postdoc in Bergen"\n+++\n\n'
        "A vacancy for a postdoc who likes ropes.\n",
    ),
    "a posting for several": (
        "content/post/riggers/index.md",
        '---\ntitle: "Job posting: Student assistants"\n---\n\nThe yard is looking for riggers. '
        "Please apply informally by sending a letter.\n",
    ),
    "who is interested in joining": (
        "opportunities.md",
        "# Opportunities\n\nAre you interested in joining Fernhill? These are ideas. Contact Ada.\n"
        "\n## Knots\n\nWhich hold?\n",
    ),
    "places as headings": (
        "_pages/jobs.md",
        "---\ntitle: Current Jobs\npermalink: /jobs/\n---\n\n## Upcoming & Current Opportunities\n"
        "\n#### Ph.D Position, School of Ropes\n\nAda will tell the applicants more.\n",
    ),
    "open roles": (
        "careers.md",
        "# Careers at Fernhill\n\n## Open roles\n\n### Senior Rope Engineer\n\nOwn the yard, "
        "full-time, from Hull or at sea. We rig by hand, and we learn.\n",
    ),
    "a role as a heading": (
        "jobs.md",
        "# Fernhill\n\n## Rope Engineer\n\nSplice what others break. Experience counts little.\n",
    ),
    "one opening": (
        "pages/internship.md",
        "# Internship\n\nWe have an opening for two intern positions. They rig for a summer.\n",
    ),
    "a title and vacancies": (
        "_pages/yard.md",
        "---\ntitle: jobs\n---\n\nSince May we have vacancies. Skills come with time.\n",
    ),
    "a title and a line": (
        "_projects/2.md",
        "---\ntitle: Job\n---\n\n<b>Rigging, Hull</b>\n\nWhat you will do:\nRig, with our interns."
        "\n",
    ),
    "an address": (
        "_pages/yard.md",
        "---\ntitle: Fernhill\npermalink: /careers/\n---\n\n## Rope Engineer\n\nFull-time, calm.\n",
    ),
    "a posting by its name": (
        "hr/RIGGER_POSTING.md",
        "Hi!\n\n`skills`\n\nYou will be responsible for:\n\n1. Ropes\n2. Sails\n",
    ),
    "with a CV": (
        "recruitment.md",
        "# Rope science\n\nTwo places a year. Send Ada your CV and a list of knots.\n",
    ),
    "terms of work": (
        "02-openings.md",
        "# Yard\n\nThe rigger works full-time, for a salary of 30,000, and can apply in May.\n",
    ),
}
OTHERS = {
    "news of jobs": (
        "_posts/2029-05-02-rigging-jobs.md",
        "---\ntitle: Rigging jobs on the rise\ncategory: jobs\n---\n\nMany yards are hiring.\n",
    ),
    "a person among jobs": (
        "_posts/2029-05-02-assistant.md",
        "---\ntitle: An assistant\ncategories: [tools]\n---\n\nIt ties knots for you.\n",
    ),
    "a lab's manual": (
        "manual/join.md",
        "# Joining\n\n## PhD students\n\nContact Ada, and say what you would like to work on.\n",
    ),
    "how to join": (
        "join.md",
        "# How to join the yard\n\n## PhD students\n\nContact Ada with your CV.\n",
    ),
    "jobs that run": (
        "docs/jobs.md",
        "# Jobs\n\n## Job manager\n\nA worker takes a job from the queue; the scheduler is "
        "responsible for cron. Contact the owner.\n\n## Requirements\n\nPython\n",
    ),
    "joins of tables": (
        "docs/join.md",
        "# Join\n\nA join selects the rows of two tables. In our experience, outer joins cost.\n",
    ),
    "chess": ("openings.md", "# Openings\n\n## Ruy Lopez\n\nExperience tells. White is open.\n"),
    "trades": (
        "positions.md",
        "# Positions\n\n## Open a position\n\nThe endpoint needs a key. The position is closed by "
        "hand, and the webhook tells.\n",
    ),
    "a chat": (
        "join.md",
        "# Join us\n\nJoin our Discord and our mailing list. All volunteers are welcome: "
        "say hello, and tell of your skills.\n",
    ),
    "a testnet": (
        "join-us.md",
        "# Join the testnet\n\nValidators need skills.\n\n## Requirements\n\nFour cores\n",
    ),
    "a culture": (
        "content/careers.md",
        "---\ntitle: Working here\n---\n\n## We work together\n\nWe take on interns and students. "
        "Training is for all.\n\n[Our vacancies](/vacancies)\n",
    ),
    "a flow of hiring": (
        "hiring.md",
        "# Hiring\n\nThe candidate meets Ada, then Bo, then all. Applying takes a week.\n\n"
        "* Phone call\n* A day at sea\n",
    ),
    "a post on hiring": (
        "_posts/2026-05-01-hiring.md",
        "---\ntitle: What hiring taught us\n---\n\nCandidates with experience are rare. Send no "
        "CV twice.\n",
    ),
    "a list of pages": (
        "careers.md",
        "# Careers\n\nFull-time, with training.\n\n- [Rigger](rigger.md)\n- [Cook](cook.md)\n"
        "- [Sailmaker](sailmaker.md)\n",
    ),
    "a loop over pages": (
        "careers.md",
        "# Careers\n\nFull-time, for riggers with skills and pay.\n\n{% for job in site.jobs %}\n"
        "{{ job.title }}\n{% endfor %}\n",
    ),
    "what a job board keeps": (
        "docs/jobs.md",
        "Jobs\n====\n\n:title: the title\n:contact: how to apply\n:positions: such as “PhD”\n",
    ),
    "an organisation": (
        "roles.md",
        "# Roles\n\n## Ship owners\n\nThey say where to sail. One owner per ship.\n",
    ),
    "a list of links to jobs": (
        "jobs/list.md",
        "# Rope jobs\n\n- [Fernhill](https://fernhill.example): knots\n",
    ),
    "a letter to students": (
        "opportunities.md",
        "---\ntitle: Opportunities\n---\n\nA list for all who graduate in Hull. If you know of "
        "more, please email [Ada](mailto:ada@fernhill.example).\n\n## Conferences\n\nRopes, May."
        "\n\n## Jobs\n\n## PhDs\n\nSome are on [a board](https://board.example).\n",
    ),
    "a circle of learners": (
        "docs/careers.md",
        "# Careers\n\nOur circle is good for a career in ropes. We have members of all levels of "
        "experience. All are welcome.\n\n## Are you recruiting?\n\nGet in touch if you would "
        "like to take on an apprentice.\n",
    ),
    "a club": (
        "docs/join.md",
        "# Joining our club\n\nMembers have a wide range of skills and experience.\n\n## How much "
        "is it?\n\n55 a year.\n\n## How do I sign up?\n\nFill in the form of membership.\n",
    ),
    "a board in Markdown": (
        "opportunities.md",
        "# Grants\n\n| Name | Sum |\n| --- | --- |\n| Sail | 500 |\n\nThe stipend is small.\n",
    ),
}


test_a_job_page, test_no_job_page = verdict_tests(JOBS, OTHERS)


@pytest.mark.parametrize(
    "path",
    ["content/jobOffers/rigger/index.md", "source/_jobs_pt_br/rigger.md", "jobs-de/rigger.md",
     "role-descriptions/treasurer.md"],
)  # fmt: skip
def test_a_folder_of_jobs(path: str) -> None:
    assert judged(path, "# Rigger\n\nRigs.\n").job


@pytest.mark.parametrize("path", ["src/jobs_db/rigger.md", "jobs-queue/rigger.md", "jobsen/a.md"])
def test_a_folder_of_other_jobs(path: str) -> None:
    assert not judged(path, "# Rigger\n\nRigs.\n").job


@pytest.mark.parametrize(
    "headings",
    [
        ("__Your mission:  \n__", "__Your profile:__  ", "__Why join us?__"),
        ("**Required skills**</br>", "**Responsibilities and requirements**<br>"),
        ("<b>Responsibilities:</b>", "<strong>Who you are</strong>&nbsp;"),
    ],
)
def test_headings_of_any_mark(headings: tuple[str, ...]) -> None:
    assert judged("yard.md", "# Yard\n\n" + "\n\n- Rope\n\n".join(headings)).job


def test_the_reason_names_both() -> None:
    why = judged(*JOBS["ranks as headings"]).why
    assert why == "its name is that of open positions, and a heading of it is “Postdocs”"


def test_ranks_alone_are_a_page_of_people() -> None:
    assert not judged("people.md", JOBS["ranks as headings"][1].replace("Join", "Crew")).job

"""Which files are job pages: by folder, name, keys, headings of any style;
lists and charts are none."""

from __future__ import annotations

from jdlint.posting.detect import judged
from tests.posting.verdicts import verdict_tests

TWO = "\n## Responsibilities\n\n- Bake\n\n## Requirements\n\n- Patience\n"
JOBS = {
    "by folder": ("careers/baker.md", "You bake.\n"),
    "by folder of a generator": ("_jobs/baker.md", "You bake.\n"),
    "a README in a folder of its own": (
        "jobs/riga/2026-03/oven-engineer/README.md",
        (
            "# [Oven Engineer](/apply)\n\n## Responsibilities\n\n* Bake\n\n## Requirements\n\n"
            "* Flour\n"
        ),
    ),
    "by lines before lists": (
        "post/oven.md",
        "---\ntitle: Oven\n---\nFernhill is looking for a baker.\n\nDuties:\n* Bake\n\n"
        "Requirements:\n\n1. Flour\n",
    ),
    "a README among the jobs that asks for somebody": (
        "careers/README.md",
        "# Fernhill\n\nWe are looking for a baker.\n" + TWO,
    ),
    "by layout": ("content/post/baker.md", "---\nlayout: job-post\n---\nYou bake.\n"),
    "by keys in YAML": ("post/baker.md", "---\nsalary: 30k\nclosing_date: May\n---\nYou bake.\n"),
    "by keys in TOML": ("post/b.md", '+++\nsalary = "30k"\napply_url = "x"\n+++\nYou bake.\n'),
    "by one key and two weak ones": (
        "post/b.md",
        "---\nsalary: 30k\ncompany: Oven\nlocation: Hull\n---\nYou bake.\n",
    ),
    "by headings": ("docs/baker.md", TWO),
    "by one heading in a folder of roles": ("roles/baker.md", "\n# Duties\n\nYou bake.\n"),
    "by underlined headings": (
        "docs/b.md",
        "Responsibilities\n----------------\n\nBake.\n\nHow to apply\n===\n\nWrite.\n",
    ),
    "by HTML headings": (
        "docs/b.md",
        '<h2 class="a">Responsibilities</h2>\n<p>Bake</p>\n<h2>Requirements</h2>\n',
    ),
    "by headings with emoji": ("docs/b.md", "## :rocket: What you'll do\n\n## 🎯 Requirements\n"),
    "by quoted headings": ("docs/b.md", "> ## Responsibilities\n> bake\n\n> ## How to apply\n"),
    "by lines in bold": ("docs/b.md", "**Responsibilities:**\n\n- Bake\n\n**Requirements**\n"),
    "by a folder of job descriptions": ("views/jd/baker.md", "You bake.\n"),
    "by its name and one heading": ("docs/jd-baker.md", "**What we expect from you?**\n\nBread.\n"),
    "by a title that names a role": (
        "baker.md",
        (
            "# Oven Engineer, Hull\n\nWe are looking for an engineer. Send a CV to "
            "jobs@oven.example.\n"
        ),
    ),
    "by the words that the public service uses": (
        "a/b.md",
        "## The role\n\nBake.\n\n## Skills you need\n\nBread.\n\n## Selection process\n\nTalk.\n",
    ),
    "by front matter whose title names a role, and the words that ask": (
        "_pages/b.md",
        "---\ntitle: Oven Engineer\n---\nWe are looking for an engineer. Apply by e-mail.\n",
    ),
    "by weak headings, three of them": (
        "_pages/b.md",
        "## Your job:\n\nBake.\n\n## That's you:\n\nCalm.\n\n## We offer:\n\nBread.\n",
    ),
    "open positions of a lab": (
        "_pages/openings.md",
        "---\ntitle: Fernhill Lab - Vacancies\n---\n\n# Open positions\n\nWe are always looking for"
        " calm people. Send a CV to [Ada](mailto:ada@fernhill.example).\n",
    ),
    "a post about one open position": (
        "_posts/2026-03-01-wind.md",
        "---\ntitle: Postdoc position in wind and rope\n---\n\nWe seek a calm researcher. Apply by"
        " May.\n",
    ),
    "careers of a crew": (
        "careers.md",
        "---\ntitle: Careers\n---\n\n## Rope Engineer\n\n### Requirements\n\n- Experience at sea\n",
    ),
    "a call": ("vacancies.md", "# We’re hiring!\n\nBut we pay in kind words.\n"),
    "by a name that says so": (
        "job-description.md",
        "# What we expect\n\nYou will sail. The role is calm, and experience helps.\n",
    ),
    "by headings in front matter": (
        "content/b.md",
        (
            "---\ntitle: Bakery\nmore: |\n  **What you will do:**\n  - Bake\n\n"
            "  **Requirements:**\n---\n"
        ),
    ),
    "by keys that hold its sections": (
        "content/b.md",
        "---\ntitle: Ovens\nresponsibilities:\n  - Bake\nrequirements:\n  - Bread\n---\n",
    ),
    "by indented HTML headings": (
        "content/b.md",
        "<div>\n    <h5>Responsibilities</h5>\n    <h5>Skills required:</h5>\n</div>\n",
    ),
    "by a title in a folder to join us": (
        "content/join-us/postdoc/index.md",
        "---\ntitle: Postdocs\n---\nInterested postdocs should send a CV.\n",
    ),
    "by its description in a folder of roles": ("roles/b.md", "##Role Description: Baker\nBake.\n"),
    "by a German folder": ("stellen/baecker.md", "Du backst.\n"),
    "by a French folder": ("offres-d-emploi/boulanger.md", "Vous cuisez.\n"),
    "by a layout of one listing, and keys of a posting": (
        "careers/b.md",
        "---\nlayout: job_listing\njob_title: Baker\njob_location: Hull\n---\nYou bake.\n",
    ),
    "by the same in a folder of anything": (
        "content/b.md",
        "---\nlayout: job-listing\njob_location: Hull\n---\nYou bake.\n",
    ),
    "by the keys of a posting alone": (
        "content/b.md",
        "---\nlayout: page\njob_title: Baker\njob_location: Hull\n---\nYou bake.\n",
    ),
    "by keys in TOML whose end is indented": (
        "post/b.md",
        '+++\n job_title = "Baker"\n salary = "30k"\n +++\nYou bake.\n',
    ),
    "by German headings": ("docs/b.md", "## Deine Aufgaben\n\nBrot.\n\n## Was du mitbringst\n"),
    "by French headings": ("docs/b.md", "## Vos missions\n\nLe pain.\n\n## Profil recherché\n"),
    "by Spanish headings": ("docs/b.md", "## Tus funciones\n\nPan.\n\n## Qué ofrecemos\n"),
    "by Portuguese headings": ("a/b.md", "**Responsabilidades**\n\nPão.\n\n**Requisitos**\n"),
    "by a role after a slash, and words that ask": (
        "rope-engineer.md",
        "# Rope Services / Sail Engineer\n\nFernhill is looking for calm people.\n\n"
        "## About you\n\n"
        "You know knots.\n\nContact: jobs@fernhill.example\n",
    ),
    "by a role and headings of its own": (
        "sail-engineer.md",
        "## Sail Engineer\n\n##### We're searching for a calm engineer\n\n"
        "### You bring to the crew..."
        "\n\n* Knots\n\n### We offer...\n\n* Wind\n",
    ),
    "by the role in its name, and words that ask": (
        "senior-sail-engineer.md",
        "# Is this you?\n* You sail.\n\n# Our offer\nWind.\n\n# Want to apply?\nHere.\n\n"
        "# This is us\n"
        "We're looking for senior sail engineers.\n",
    ),
    "by paragraphs that head lists": (
        "sail-designer.md",
        "---\nlayout: page\n---\n\n# Sail Designer\n\nWe are looking for a designer.\n\n"
        "What you can expect:\n- Wind\n\nNice-to-have's:\n- Boots\n\n"
        "Apply [here](https://x.example)\n",
    ),
    "a call in a post that its author signs": (
        "_posts/2026-03-01-we-are-hiring.md",
        '---\ntitle: "We are hiring!"\nauthor: ada\n---\n\n'
        "We have a few open positions in our crew.\n\n"
        "Apply to [Ada](mailto:ada@fernhill.example).\n",
    ),
    "a description of a role": (
        "sail-engineer.md",
        "Sail Engineer\n-------------\nWhat we expect.\n\n### As a sail engineer you have:\n"
        "* Calm\n\n"
        "### As a sail engineer you will:\n* Sail\n",
    ),
    "vacancies with a heading that says so": (
        "vacancies.md",
        '+++\ntitle = "Hiring"\n+++\n\n# Postdoc Openings\n\nWe are hiring postdocs in rope.\n',
    ),
    "a call whose lines are wrapped, as the index of a folder": (
        "jobs/index.md",
        (
            "---\ntitle: Work\n---\n# Fernhill Is Hiring!\n\nFernhill is\n"
            "looking for a calm cook. Apply now.\n"
        ),
    ),
    "a title that calls for a role": (
        "_posts/2026-03-01-rope.md",
        "---\ntitle: Looking for a Sr. Rope Engineer\n---\nFernhill is looking for one. Write to "
        "hiring@fernhill.example.\n",
    ),
    "links and sections": ("jobs/b.md", "[Home](../index.md)\n" + TWO),
}
OTHERS = {
    "a README in a job folder": ("jobs/README.md", TWO),
    "a template": ("jobs/_template.md", TWO),
    "a template by its name": ("jobs/posting-template.md", TWO),
    "an org chart": ("careers/org-chart.md", "You bake.\n"),
    "the list in the folder": ("jobs/index.md", "You bake.\n"),
    "a list deeper in": ("docs/jobs/ovens/index.md", "# Ovens\n\n- [Baker](baker.md)\n"),
    "a list with another name": ("jobs/all.md", "Join us!\n\n* [A](a.md)\n* [B](b.md)\n"),
    "a loop": ("jobs/now.md", "{% for job in site.jobs %}\n{{ job.title }}\n{% endfor %}\n"),
    "the layout of a list, and no key of a posting": (
        "jobs/now.md",
        "---\nlayout: job_listing\ntitle: Jobs\n---\nAll our jobs.\n",
    ),
    "the layout of a list": ("jobs/now.md", "---\nlayout: job-list\n---\nAll our jobs.\n"),
    "benefits beside postings": ("careers/benefits.md", "We pay for lunch.\n"),
    "a project with one weak key": (
        "docs/x.md",
        "---\ncompany: Oven\nlocation: Hull\n---\nText.\n",
    ),
    "software in German": ("docs/x.md", "## Anforderungen\n\nPython\n\n## Voraussetzungen\n"),
    "a page about a German employer": ("karriere/ueber-uns.md", "Wir backen.\n"),
    "software with requirements": ("docs/x.md", "## Requirements\n\nPython\n\n## Usage\n"),
    "a page about a role": ("docs/x.md", "# Release manager\n\nThe manager cuts the release.\n"),
    "a headline with a role in it": (
        "blog/x.md",
        "# Why the best engineer is one who asks for help and then gives it back\n\nWe are hiring; "
        "apply with a CV.\n",
    ),
    "how one hires": (
        "hiring.md",
        "# Hiring\n\nAt Fernhill we look at three things. You apply, then we talk.\n",
    ),
    "a program in a handbook": (
        "handbook/internship.md",
        "# Interns\n\n## Responsibilities\n\nInterns are looked after; applicants apply in May.\n",
    ),
    "jobs of a computer": (
        "docs/jobs.md",
        "# Jobs\n\nA job runs each night. Apply the file, and look for its position.\n",
    ),
    "a market's openings": (
        "posts/openings.md",
        "---\ntitle: Openings\n---\n\nWe always seek good openings in chess.\n",
    ),
    "the format of job descriptions": ("docs/job_description.md", "# Fields\n\nname: the job\n"),
    "a person with a role": (
        "team/ada.md",
        "---\nname: Ada Hill\ntitle: Oven Engineer\n---\nAda is looking for ways to apply heat.\n",
    ),
    "a post about hiring": (
        "blog/x.md",
        "---\ntitle: How we hired an Oven Engineer\n---\nWe are hiring; apply with a CV.\n",
    ),
    "a README of a folder of jobs": ("jobs/README.md", "## Responsibilities\n\n## Requirements\n"),
    "a README of tools": ("jobs/mixer/README.md", "# Mixer\n\n## Requirements\n\nFlour.\n"),
    "a role with one line before a list": (
        "docs/x.md",
        "# Ovens\n\nWe are looking for ways to bake.\n\nRequirements:\n\n* Flour\n",
    ),
    "services with two weak headings": (
        "docs/x.md",
        "## We offer\n\nBread.\n\n## A plus\n\nSalt.\n",
    ),
    "headings of an example": (
        "docs/x.md",
        "# Ovens\n\n```md\n## Responsibilities\n\n## Requirements\n```\n",
    ),
    "a course for a role": (
        "sail-engineer.md",
        "# Sail Engineer\n\n## What you will learn\n\nKnots.\n\n## Curriculum\n\n### Week 1\n",
    ),
    "what a role is told in a tool": (
        "prompts/sail-engineer.md",
        (
            "# Sail Engineer\n\nYou are a senior engineer. Apply the rules.\n\n"
            "## Your background\n\nRope.\n"
        ),
    ),
    "a person who works as one": (
        "people/ada.md",
        "---\ntitle: Sail Engineer\navatar: ada.png\n---\nAda is hiring. Send your CV to her.\n\n"
        "## About you\n",
    ),
    "a crew that looks for help": (
        "sail-manager.md",
        (
            "# Sail Manager\n\nWe are looking for contributors, and for ways to apply rope.\n\n"
            "## We offer\n"
        ),
    ),
    "a ladder of roles": (
        "docs/ladder.md",
        (
            "# Crew ladder\n\n## Junior Engineer\n\nYou will learn.\n\n## Senior Engineer\n\n"
            "You will teach.\n"
        ),
    ),
    "a post about becoming one": (
        "how-to-be-a-sail-engineer.md",
        "# How to be a sail engineer\n\nWe are hiring. Apply here.\n\n## Who you are\n\nCalm.\n",
    ),
    "servers' roles": ("roles/web/tasks.md", "# Tasks\n\nInstalls the server.\n"),
}


test_a_job_page, test_no_job_page = verdict_tests(JOBS, OTHERS)


def test_the_reason_names_what_is_there() -> None:
    text = "---\nlayout: page\n---\nRope.\n"
    assert "no layout of job pages" in judged("docs/x.md", text).why
    assert "no front matter" in judged("docs/x.md", "Rope.\n").why

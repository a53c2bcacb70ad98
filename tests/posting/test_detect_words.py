"""Which files are job pages by the words of their text: whom they ask for, and how one applies."""

from __future__ import annotations

from tests.posting.verdicts import verdict_tests

JOBS = {
    "asks for the role of its title": (
        "docs/sail-maker.md",
        "# Sail Engineer\n\nFernhill is looking for a sail engineer who knows ropes.\n",
    ),
    "speaks to the role of its title": (
        "docs/x.md",
        "---\ntitle: Sail Engineer\n---\nAs a Sail Engineer, you will sew.\n",
    ),
    "an opportunity for two": (
        "x/sewing.md",
        "# Opportunity for two developers\n\n## Who are we looking for?\n\nApply via e-mail.\n",
    ),
    "a title in HTML": (
        "x/sewing.md",
        "<h1>Sail Engineer - Boats</h1>\nWe want you on our team! Apply now.\n",
    ),
    "good to have": (
        "x/sewing.md",
        "# Sail Engineer (all year)\n\n## Good to have\n\nRope. Write to career@fernhill.example\n",
    ),
    "an address among jobs": (
        "x/sail-engineer.md",
        "---\nsource: https://fernhill.example/jobs/sail-engineer\n---\n## We can offer\n\nTar.\n\n"
        "We are looking for you.\n",
    ),
    "a key that says how to apply": (
        "x/sew.md",
        "---\ntitle: Sail Engineer\napply: https://forms.example/1\n---\n## About you\n\nCalm.\n",
    ),
    "an index that is the posting": (
        "jobs/index.md",
        "---\ntitle: Work with us\n---\nYou know ropes. Send your CV to jobs@fernhill.example\n",
    ),
    "duties of the public service": (
        "docs/sewing.md",
        "## Typical duties and responsibilities\n\nSew.\n\n## Who are we looking for?\n\nYou.\n",
    ),
}
OTHERS = {
    "duties in a plan": (
        "docs/incidents.md",
        "## Roles and responsibilities\n\nSee all.\n\n## Team roles and responsibilities\n\nSew.\n",
    ),
    "a role that others ask for": (
        "docs/market.md",
        "# Sail Engineer\n\nThe whole coast is looking for a cook. Sail engineers sew.\n",
    ),
    "a member of the team": (
        "team/ada.md",
        "---\nname: Ada Hill\ntitle: Sail Engineer\nurl: /jobs/ada\n---\nSews. Apply now.\n",
    ),
    "a guide for those who interview": (
        "docs/interviews.md",
        "# Interviewing a Sail Engineer\n\nAsk whether they like to apply.\n\n## Who you are\n",
    ),
    "a post that mentions jobs": (
        "blog/summer.md",
        "---\ntitle: Our summer\n---\nWe are hiring: send a CV to jobs@fernhill.example\n",
    ),
    "an index that leads to jobs": (
        "jobs/index.md",
        "---\ntitle: Careers\n---\n* [Sail engineer](/jobs/sail)\n* [Cook](/jobs/cook)\n",
    ),
}


test_a_job_page, test_no_job_page = verdict_tests(JOBS, OTHERS)

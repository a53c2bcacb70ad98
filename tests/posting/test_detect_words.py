"""Which files are job pages by the words of their text: whom they ask for, and how one applies."""

from __future__ import annotations

from tests.posting.verdicts import verdict_tests

JOBS = {
    "asks for the role of its title": (
        "docs/sail-maker.md",
        "# Sail Engineer\n\nFernhill is looking for a sail engineer who knows ropes.\n",
    ),
    "asks without an article, for a senior": (
        "_posts/2026-01-20-sr-sail-engineer.md",
        "---\ntitle: Sr. Sail Engineer\nlocation: Hull\n---\n\nThe client is looking for Senior "
        "Sail Engineer (all year) who knows ropes.\n",
    ),
    "a position as a title, and pay": (
        "_posts/2026-05-22-sewing.md",
        "---\ntitle: Full time developer position opening at Fernhill for May\n---\n\n# Salary\n\n"
        "3000 a month.\n\n# Location\n\nHull\n",
    ),
    "a firm that presents itself in a folder of roles": (
        "content/roles/sail-engineer.md",
        "---\ntitle: Sail Engineer\n---\nat Fernhill, remote\n\n**Who are we**\n\nSailors."
        "\n\nCalm counts.\n",
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
    "roles that all ask for": (
        "docs/market.md",
        "# Sail Engineer\n\nAll firms are looking for sail engineers today. They sew.\n",
    ),
    "a role in a folder of permissions": (
        "content/roles/manager.md",
        "---\ntitle: Yard Manager\n---\nMay add members, and tag.\n\n## Members\n\nTwo.\n",
    ),
    "a tool for postings": (
        "docs/postings.md",
        "# Job posting generator\n\n## Compensation\n\nThe salary that it writes.\n",
    ),
    "a post on how to fill a position": (
        "blog/fill.md",
        "# How to fill a developer position\n\n## Salary\n\nPay well.\n",
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

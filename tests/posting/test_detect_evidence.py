"""Which files are job pages by all that they say, counted together, where no sign tells alone."""

from __future__ import annotations

from jdlint.posting.detect import judged
from tests.posting.verdicts import verdict_tests

JOBS = {
    "prose alone": (
        "job.md",
        "Fernhill is looking for a rope developer who likes calm seas. You splice and sew.\n\n"
        "Apply by sending your CV to ada@fernhill.example.\n\nThis is a full-time position. The "
        "ideal candidate sails.\n",
    ),
    "one short call": (
        "opportunities.md",
        "---\ntitle: Opportunities\n---\n\nI am looking for a postdoc in rope science. Interested "
        "applicants should write to ada@fernhill.example.\n",
    ),
    "a postdoc, without headings": (
        "postdoc.md",
        "## At once: Postdoctoral scholar for knots\n\nWe seek to hire a postdoctoral scholar. The "
        "successful candidate ties knots.\n\nInterested candidates should send a cover letter.\n",
    ),
    "a member to be": (
        "_team/you.md",
        "---\ntitle: We are recruiting!\n---\n\nWe are looking for a calm student to join our "
        "team. Please e-mail Ada with your CV.\n",
    ),
    "candidates are invited to write": (
        "jobs.md",
        "---\ntitle: Job offers\n---\n\n# 2-year postdoc position in knots\n\nCandidates should "
        "hold a PhD.\n\nCandidates are invited to contact Ada Fernhill for a starting date in May."
        "\n",
    ),
    "a line below the title": (
        "vacancies.md",
        "---\ntitle: Careers\nsubtitle: Positions available in the yard\n---\n\nWe have an "
        "opening for one postdoctoral fellow. Ask Ada.\n",
    ),
    "positions that are available": (
        "join-us.md",
        "---\ntitle: Join the yard\n---\n\n# Want to join us?\n\nThere are positions available in "
        "our yard for riggers and cooks. If you are motivated by calm seas and our work, please "
        "send Ada an email with:\n- A letter\n- Your CV\n",
    ),
    "where to apply": (
        "_pages/jobs.md",
        "---\ntitle: Jobs\n---\n\n# Open positions\n\n## Rigger\n\nThe candidate will join the "
        "crew of Ada Fernhill.\n\n### Requirements to apply\n\n- Calm\n\n### Where to apply\n\n"
        "https://fernhill.example/form\n",
    ),
    "labels in bold": (
        "job.md",
        "# Open jobs\n\n## Rigger\n\n**Location**: Hull\n\n**Salary**: 30,000 a year\n\n"
        "**Start date**: May\n\n**Deadline**: 1 May\n\nThe vacancy is in the yard.\n",
    ),
    "labels with wide colons": (
        "job.md",
        "# Recruitment\n\n## Open positions\n\n### Rigger\n- **Location**：Hull\n"
        "- **Responsibilities**：\nRig the boats.\n- **Requirements**：\nCalm.\n",
    ),
    "section names on bare lines": (
        "JD.md",
        "Head of Rigging\nFernhill | Hull\nAbout the Role\nWe're seeking a Head of Rigging to own "
        "the yard.\nWhat You'll Do\nRig boats.\nWhat You'll Bring\nCalm.\nThis is a full-time role"
        " with a salary of 40,000.\n",
    ),
    "bare lines with a colon": (
        "rigger.md",
        "Rope Developer (contract)\n\nFernhill is at sea. We need a calm developer to splice.\n\n"
        "Key duties:\n\nRig boats\nSew sails\n\nRequirements :\n\n* Knots\n",
    ),
    "a role for someone": (
        "Rope Engineer.md",
        "# Rope Engineer\n\nThis is a role for someone who likes the sea. Calm is all.\n\n"
        "**Required skills**</br>\n\n* Knots\n\n**Extra nice to have**\n* Songs\n",
    ),
    "students who are recruited": (
        "contact.md",
        "<h1>Students</h1>\n\nWe are actively recruiting calm students! If you are interested in "
        "joining our crew on a fully funded place, please include the following in your letter: "
        "knots. All who are joining our group sail.\n",
    ),
    "weak headings and a call": (
        "blog/sail-internship.md",
        "---\ntitle: Sail Internship Program\n---\nFernhill is looking for an intern with calm "
        "hands.\n\n### Responsibilities and projects (as you like)\n\nSew\n\n### Requirements\n\n"
        "Calm\n\n### Benefits\n\nTea\n",
    ),
    "skills that are mandatory": (
        "docs/rigger.md",
        "# Rigging\n\n## Mandatory skills\n\nKnots.\n\n## What expects you\n\nWind.\n",
    ),
    "questions as headings": (
        "docs/rigger.md",
        "# Rigging\n\n## What will I do?\n\nRig.\n\n## What skills do I need?\n\nKnots.\n",
    ),
    "headings in capitals, in the singular": (
        "docs/rigger.md",
        "# RIGGER\n\n## JOB DESCRIPTION\n\nRig.\n\n## REQUIREMENT\n\nKnots.\n\n## BENEFITS\n",
    ),
    "professional qualifications": (
        "docs/rigger.md",
        "# Rigging\n\n## Professional Qualifications\n\nKnots.\n\n## What you'll bring\n\nCalm.\n",
    ),
    "studentships": (
        "content/join/phd.md",
        '+++\ntitle = "Rope science"\n+++\nWe are seeking two fully funded PhD students. To '
        "apply, see the call. The deadline for applications is in May.\n",
    ),
    "two roles in a slash": (
        "content/crew/yard.md",
        "---\ntitle: Yard Manager/Technician\n---\nWe seek a full-time manager/technician. The "
        "initial appointment is for a year. This position is for calm people.\n",
    ),
    "a heading that names a position": (
        "opportunities.md",
        "---\nlayout: default\n---\n\n### PhD studentships at Fernhill\nWe are always looking for "
        "PhD students to join our calm team.\n",
    ),
    "two places that are open": (
        "internship.md",
        "---\ntitle: Internship\n---\nOur yard has two summer positions available. If you are "
        "interested please write to Ada.\n",
    ),
    "a German post": (
        "_posts/2026-03-01-job.md",
        "---\ntitle: Stellenausschreibung Takelwerk\n---\nDie Werft Fernhill sucht Unterstützung "
        "für das Takelwerk.\n\n#### Das erwartet dich\n\nWind.\n\nBitte richten Sie Ihre Bewerbung"
        " an Ada.\n",
    ),
    "a German title with its marks": (
        "_posts/2026-03-01-takler.md",
        "---\ntitle: Takler (m/w/d)\ntags: Stellenanzeige\n---\n[PDF](takler.pdf)\n",
    ),
    "a German title that seeks": (
        "_posts/2026-03-01-takler.md",
        "---\ntitle: Fernhill sucht Softwareentwickler\nauthor: ada\n---\n"
        "Fernhill sucht eine Entwicklerin für die Werft.\n",
    ),
    "a French page": (
        "devenir-stagiaire.md",
        "## Stage à la voilerie\n\nFernhill recherche un stagiaire qui aime la mer.\n\n"
        "### Comment postuler :\n\n- Par mail : ada@fernhill.example\n",
    ),
}
OTHERS = {
    "jobs of a computer": (
        "job.md",
        "# Job class\n\n## Properties\n\n- **Status**: queued\n- **Position**: in the queue\n"
        "- **Experience**: none\n\nA worker is looking for a job.\n",
    ),
    "somebody who wants work": (
        "hire.md",
        "# Rope Engineer\n\nHire me! I am looking for a full-time position as an engineer. See my "
        "CV. Contact: ada@fernhill.example\n",
    ),
    "a guide to hiring": (
        "hiring.md",
        "# Hiring\n\nWe are looking for engineers who learn. Send the CV to two interviewers.\n\n"
        "## Interview process\n\nThe hiring process has two stages. The candidate should sail.\n",
    ),
    "a post on hiring": (
        "blog/hire.md",
        "---\ntitle: How to hire your first engineer\n---\nCompanies are looking for engineers. "
        "Candidates should send a CV and a cover letter. Pay a good salary.\n",
    ),
    "a tool for letters": (
        "docs/letters.md",
        "# Letter writer\n\nWrites to employers who are hiring engineers: to apply, attach your "
        "CV.\n\n```\nletters write\n```\n\n## Requirements\n\nPython\n",
    ),
    "a call for contributors": (
        "docs/help.md",
        "# Join us\n\nWe are looking for a developer. Pull requests are welcome. To apply, open an"
        " issue.\n\n## Requirements\n\nPython\n",
    ),
    "a call for volunteers": (
        "docs/help.md",
        "# Join us\n\nWe are looking for a teacher. This is a volunteer role, part-time. To apply,"
        " write to ada@fernhill.example.\n",
    ),
    "a project that ends with a call": (
        "docs/about.md",
        "# Knots\n\nTies knots.\n\n## Requirements\n\nRope\n\n## Credits\n\nFernhill is hiring: "
        "send your CV to ada@fernhill.example\n",
    ),
    "what a lab expects of its own": (
        "postdoc.md",
        "---\ntitle: Expectations\n---\nI am interested in postdocs who plan careers. I expect "
        "papers, and help with applications.\n",
    ),
    "advice on applying": (
        "advice.md",
        "# Writing a CV\n\nRecruiters are looking for students who show work. Send your CV as a "
        "PDF. To apply, read the post. Part-time work differs.\n",
    ),
    "money to travel": (
        "posts/call.md",
        "---\ntitle: Call for applications, travel fellowship\n---\nWe invite applications from "
        "students. Applications should be sent by May. The stipend is 500 euros.\n",
    ),
    "an election": (
        "docs/election.md",
        "# Election of the board\n\nThe crew has three vacancies for members. Candidates should "
        "submit their application by May.\n\n## Requirements\n\nA year at sea.\n",
    ),
    "a page of a handbook": (
        "handbook/interns.md",
        "# Summer crew\n\nWe are looking for a mentor for each intern. The successful candidate is "
        "full-time. To apply, send a CV.\n",
    ),
    "the page of a list": (
        "pages/who.md",
        "---\ntitle: Join us\n---\nWe are looking for engineers. To apply, send a CV. Full-time.\n"
        "{% for position in site.positions %}\n{{ position.title }}\n{% endfor %}\n",
    ),
    "a member of the crew": (
        "people/ada.md",
        "---\nname: Ada Hill\ntitle: Rope Engineer\n---\nAda is looking for a student. Send your "
        "CV. The position is full-time.\n",
    ),
    "a generator of descriptions": (
        "agents/job-description.md",
        "# Job Description Generator\n\nWrites the role, the candidate and the experience.\n",
    ),
    "a German guide": (
        "docs/suche.md",
        "# Suche\n\nSuchen Sie nach einem Wort. Die Anforderungen stehen unten.\n\n"
        "## Anforderungen\n\nEin Browser.\n",
    ),
    "German advice": (
        "blog/bewerbung.md",
        "# Gute Bewerbungen\n\nDeine Bewerbung soll kurz sein. Bewerbungen an Werften gehen per "
        "Post.\n",
    ),
    "French notes": (
        "entretien.md",
        "# Premier entretien\n\nOn recherche les questions à poser aux candidats. Le recruteur "
        "note les réponses.\n",
    ),
    "letters in one file": (
        "mail.md",
        "Ada,\n\nThe opening is in Hull.\n\nPosition: rigger\n\nLocation: Hull\n\n"
        "Requirements:\n\nKnots, and two years of experience.\n\nBo\n",
    ),
    "a role in a process": (
        "docs/release-manager.md",
        "# Release manager\n\nThis is a role for each release: it moves on.\n\nDuties:\n\n- Tag\n"
        "\nRequirements:\n\n- Write access\n",
    ),
    "a course for interns": (
        "stage.md",
        "---\ntitle: Présentation du stage\n---\nLes étudiants cherchent un stage. "
        "Documents à fournir : CV.\n",
    ),
}


test_a_job_page, test_no_job_page = verdict_tests(JOBS, OTHERS)


def test_the_reason_names_what_was_counted() -> None:
    why = judged(*JOBS["prose alone"]).why
    assert "it asks for somebody" in why
    assert ", and " in why


def test_a_long_document_is_no_posting() -> None:
    path, text = JOBS["prose alone"]
    assert not judged(path, text + "The sea is calm.\n" * 1500).job

"""A made-up careers site of any size, the same for the same seed: what scripts/bench times."""

from __future__ import annotations

import random
from pathlib import Path


def words(table: str) -> list[str]:
    return table.replace("\n", "").split("|")


VERBS = words("""
plan|build|repair|test|document|measure|order|explain|review|prepare|design|check|clean|inspect|
improve|schedule|track|record|compare|sort|install|replace|calibrate|approve|price|translate|pack|
label|draw|simulate|audit|maintain|supervise|present|summarize|estimate|collect|map|model|
rewrite""")
THINGS = words("""
compressors|fan housings|refrigerant circuits|service reports|delivery plans|spare parts|
supplier contracts|control boards|hot water tanks|customer records|training notes|test rigs|
noise measurements|field trials|invoices|wiring diagrams|outdoor units|pressure sensors|stock lists|
safety sheets|energy forecasts|van routes|winter tests|installation guides|price lists|
warranty claims|floor plans|heat load tables|firmware releases|quality records|project budgets|
grant applications|site surveys|drilling logs|noise complaints|tender documents|pump curves""")
WITH = words("""
the workshop|our suppliers in Denmark|a team of five|the people who live there|the service desk|
two colleagues|the planning office|a mentor|the product group|local councils|
our partners in Utrecht|the night shift|the research laboratory|new apprentices|the finance team|
housing associations""")
WHEN = words("""
every morning|before the winter|once a week|twice a year|at the end of each month|
when a customer asks|during the first year|as soon as a fault is known|after every visit|
in the autumn|on request|within two working days""")
FIELDS = words("""
refrigeration|customer service|logistics|electrical work|energy advice|accounting|product design|
teaching|software|plumbing|purchasing|technical writing|recruiting|project planning""")
ROLES = words(
    "engineer|technician|planner|analyst|buyer|trainer|writer|designer|coordinator|adviser|fitter|"
    "recruiter"
)
TOWNS = ["Leeds", "York", "Hull", "Utrecht", "Aarhus", "Bremen", "Ghent", "Lille"]
BOILERPLATE = "Our whole process is written down on the [hiring page](/handbook/hiring/)."
HANDBOOK = {
    "values": ["Safety first", "Repair before replace", "Plain words"],
    "hiring": ["Screening call", "Work sample", "Offer"],
    "benefits": ["Time off", "Pension", "Training"],
}


SENTENCES = {
    "duty": [
        "{Do} {things} {when} and share the results with {who}",
        "{Do} and {do2} {things}, so that {who} can work without waiting",
        "Keep {things} in order together with {who}",
        "{Do} up to {n} {things} {when}",
        "Help {who} to {do} {things} and {things2}",
        "Own the list of {things}, and {do} it {when}",
        "Train {who} in {field}, and {do} what they build",
        "Decide with {who} which {things} we {do} next, and why",
        "Answer questions about {things} {when}",
        "{Do} {things} before they reach {who}",
    ],
    "wish": [
        "{n} months of work in {field}, for example with {things}",
        "Experience with {things} or {things2}",
        "A certificate in {field}, or the wish to earn one within {n} months",
        "You have seen {who} {do} {things}, and you know what can go wrong",
        "Patience with {things} and with {who}",
        "Good knowledge of {field} and some of {field2}",
        "The habit to {do} {things} {when}",
    ],
    "story": [
        (
            "Last year our people looked after {n} {things} and {n2} {things2}, "
            "and {who} asked for more."
        ),
        "You {do} {things} {when}, and you {do2} what follows.",
        "In {field} we are {n} people in {n2} towns, and {things} are what we talk about at lunch.",
        "Nobody wants to think about {things} {when}, so you do it for them.",
        "We came from {field}, we learned {field2}, and now we {do} {things} with {who}.",
    ],
}


def _sentence(rng: random.Random, kind: str) -> str:
    do, do2 = rng.sample(VERBS, 2)
    things, things2 = rng.sample(THINGS, 2)
    field, field2 = rng.sample(FIELDS, 2)
    return rng.choice(SENTENCES[kind]).format(
        do=do,
        do2=do2,
        Do=do.capitalize(),
        things=things,
        things2=things2,
        field=field,
        field2=field2,
        who=rng.choice(WITH),
        when=rng.choice(WHEN),
        n=rng.randrange(4, 900),
        n2=rng.randrange(4, 90),
    )


class Pool:
    """Sentences of one kind: new ones, or ones that stood on an earlier page, as job pages do."""

    def __init__(self, rng: random.Random, fresh: float) -> None:
        self.rng = rng
        self.fresh = fresh
        self.seen: dict[str, list[str]] = {"duty": [], "wish": [], "story": []}

    def draw(self, kind: str, count: int) -> list[str]:
        return [self._one(kind) for _ in range(count)]

    def _one(self, kind: str) -> str:
        seen = self.seen[kind]
        if seen and self.rng.random() >= self.fresh:
            return seen[min(int(self.rng.expovariate(0.02)), len(seen) - 1)]
        text = _sentence(self.rng, kind)
        seen.append(text)
        return text


def _front(rng: random.Random, number: int, title: str) -> list[str]:
    low = rng.randrange(24, 60) * 1000
    kind = rng.choice(["FULL_TIME", "PART_TIME", "INTERN"]) if rng.random() > 0.01 else "FULLTIME"
    day = (
        f"2026-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"
        if rng.random() > 0.01
        else "2026-02-30"
    )
    return [
        "---",
        "layout: job",
        f'title: "{title}"',
        f"date_posted: {day}",
        f"employment_type: {kind}",
        f"location: {rng.choice(TOWNS)}",
        f"req_id: FE-{number:05}",
        f"salary: {{currency: EUR, min: {low}, max: {low + 7000}, per: year}}",
        "---",
        "",
    ]


def _bullets(rng: random.Random, items: list[str]) -> list[str]:
    """A list, with a defect of whitespace or wording in some items."""
    lines = ["* " + item for item in items]
    at = rng.randrange(len(lines))
    roll = rng.random()
    if roll < 0.05:
        lines[at] += "  "
    elif roll < 0.08:
        lines[at] += "."
    elif roll < 0.10:
        lines[at] = lines[at].replace(" and ", " and and ", 1)
    return [*lines, ""]


def _page(rng: random.Random, pool: Pool, number: int, title: str) -> str:
    slash = "/" if rng.random() > 0.1 else ""
    duties = "Responsibilities" if rng.random() > 0.02 else "Responsibilties"
    wishes = "Requirements" if rng.random() > 0.05 else "Qualifications"
    values = (
        "You share our [values](/handbook/values/#plain-words), and you work in accordance with "
        "them"
    )
    lines = _front(rng, number, title)
    lines += [" ".join(pool.draw("story", 6)), "", f"## {duties}", ""]
    lines += _bullets(rng, pool.draw("duty", rng.randrange(8, 13)))
    lines += [
        f"## {wishes}",
        "",
        *_bullets(rng, [*pool.draw("wish", rng.randrange(8, 11)), values]),
    ]
    if rng.random() > 0.02:
        pension = f"Thirty days of holiday and a [pension](/handbook/benefits{slash}#pension)"
        lines += ["## Benefits", "", *_bullets(rng, [pension, "Ten paid training days a year"])]
    call = f"Talk with a recruiter in a [screening call](/handbook/hiring{slash}#screening-call)"
    steps = [call, f"Spend two hours with {rng.choice(WITH)}", f"Hear from us {rng.choice(WHEN)}"]
    lines += [
        "## Hiring process",
        "",
        *[f"{n}. {step}" for n, step in enumerate(steps, 1)],
        "",
        BOILERPLATE,
    ]
    return "\n".join(lines) + "\n"


def _handbook(folder: Path) -> None:
    folder.mkdir(parents=True)
    for name, headings in HANDBOOK.items():
        parts = [f"---\nlayout: page\ntitle: {name.capitalize()}\n---\n"]
        parts += [f"## {heading}\n\nWhat {heading.lower()} means for us.\n" for heading in headings]
        (folder / f"{name}.md").write_text("\n".join(parts), encoding="utf-8")


def make(folder: Path, pages: int, *, seed: int = 1, fresh: float = 0.6) -> int:
    """Write ``pages`` job pages and a handbook; the share of new sentences is ``fresh``. Returns
    bytes of the pages."""
    rng = random.Random(seed)
    pool = Pool(rng, fresh)
    _handbook(folder / "handbook")
    size = 0
    for number in range(pages):
        town = folder / "jobs" / f"group-{number // 250:03}"
        if number % 250 == 0:
            town.mkdir(parents=True)
        role = rng.choice(ROLES)
        title = f"{rng.choice(FIELDS).capitalize()} {role}"
        text = _page(rng, pool, number, title).encode()
        (town / f"{number:05}-{role}.md").write_bytes(text)
        size += len(text)
    return size

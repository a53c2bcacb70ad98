"""A posting that is right in all that is checked, and its mutants."""

from __future__ import annotations

import copy
import json
from typing import Any

LONG = (
    "<p>You bake bread for the town of Fernhill, from two in the morning until ten.</p>"
    "<ul><li>Knead and bake</li><li>Order flour and look after the oven</li></ul>"
    "<p>You have two years of work in a bakery behind you. You work 38 hours a week.</p>"
)
GOOD: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Night Baker",
    "description": LONG,
    "identifier": {"@type": "PropertyValue", "name": "Fernhill Bakery", "value": "FB-12"},
    "datePosted": "2026-01-02",
    "validThrough": "2099-03-01T23:59:00+00:00",
    "employmentType": ["FULL_TIME", "PART_TIME"],
    "hiringOrganization": {"@type": "Organization", "name": "Fernhill Bakery"},
    "jobLocation": {
        "@type": "Place",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "1 Mill Lane",
            "addressLocality": "Leeds",
            "addressRegion": "West Yorkshire",
            "postalCode": "LS1 1AA",
            "addressCountry": "GB",
        },
    },
    "baseSalary": {
        "@type": "MonetaryAmount",
        "currency": "GBP",
        "value": {
            "@type": "QuantitativeValue",
            "minValue": 28000,
            "maxValue": 33000,
            "unitText": "YEAR",
        },
    },
}
BODY = (
    "<h1>Night Baker</h1><p>Fernhill Bakery, Leeds. You earn £28,000 to £33,000 a year.</p>"
    + LONG
    + '<a href="/apply/12">Apply now</a>'
)


def changed(path: str, value: Any) -> dict[str, Any]:
    """The good posting with another value at a dotted path; None takes it away."""
    made = copy.deepcopy(GOOD)
    *steps, last = path.split(".")
    here = made
    for step in steps:
        here = here[step]
    if value is None:
        here.pop(last, None)
    else:
        here[last] = value
    return made


def html(data: Any, body: str = BODY) -> str:
    """A built page with a posting in its head."""
    markup = json.dumps(data, ensure_ascii=False, indent=1).replace("</", "<\\/")
    return (
        "<!doctype html>\n<html><head><title>Job</title>\n"
        f'<script type="application/ld+json">\n{markup}\n</script></head>\n'
        f"<body>{body}</body></html>\n"
    )

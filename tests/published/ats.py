"""Jobs as applicant tracking systems publish them: the keys are theirs (as their documents say on
2026-11-28), the content is invented. Each has a name, the form that it is read as, the data, and
what a reader of JobPosting has to get of it."""

from __future__ import annotations

from typing import Any, NamedTuple

BREAD, OVEN = "<p>You bake bread for the town.</p>", "<ul><li>Two years at an oven</li></ul>"
PLACE, CITY = "jobLocation.address.", "jobLocation.address.addressLocality"
LOW, HIGH = "baseSalary.value.minValue", "baseSalary.value.maxValue"
UNIT, CURRENCY = "baseSalary.value.unitText", "baseSalary.currency"
EMPLOYER = "hiringOrganization.name"


class Sample(NamedTuple):
    """``wanted`` are all values at a path, as text; ``moved`` are values that are put into other
    words or figures than the export's."""

    name: str
    form: str
    data: Any
    wanted: dict[str, list[str]]
    moved: tuple[str, ...] = ()


_GREENHOUSE: dict[str, Any] = {
    "id": 4011,
    "internal_job_id": 12,
    "title": "Night Baker",
    "updated_at": "2026-01-05T09:00:00-05:00",
    "first_published": "2026-01-02T10:00:00-05:00",
    "application_deadline": "2026-03-01T00:00:00-05:00",
    "requisition_id": "FB-12",
    "company_name": "Fernhill Bakery",
    "location": {"name": "Leeds, United Kingdom"},
    "absolute_url": "https://boards.example/4011",
    "language": "en",
    "metadata": None,
    "data_compliance": [{"type": "gdpr", "requires_consent": False}],
    "content": "&lt;p&gt;You bake bread.&lt;/p&gt;",
    "departments": [{"id": 1, "name": "Ovens", "child_ids": [], "parent_id": None}],
    "offices": [{"id": 2, "name": "Mill", "location": "York", "child_ids": [], "parent_id": None}],
}
_GREENHOUSE_WANTED = {
    "title": ["Night Baker"],
    "datePosted": ["2026-01-02T10:00:00-05:00"],
    "validThrough": ["2026-03-01T00:00:00-05:00"],
    "identifier.value": ["4011"],
    "requisitionid": ["FB-12"],
    EMPLOYER: ["Fernhill Bakery"],
    CITY: ["Leeds, United Kingdom", "York"],
    "employmentUnit.name": ["Ovens"],
    "url": ["https://boards.example/4011"],
    "description": ["&lt;p&gt;You bake bread.&lt;/p&gt;"],
}
_LEVER: dict[str, Any] = {
    "id": "a1-b2",
    "text": "Night Baker",
    "createdAt": 1767348000000,
    "hostedUrl": "https://jobs.example/a1-b2",
    "applyUrl": "https://jobs.example/a1-b2/apply",
    "categories": {
        "location": "Leeds",
        "allLocations": ["Leeds", "York"],
        "commitment": "Full-time",
        "department": "Bakery",
        "team": "Ovens",
    },
    "country": "GB",
    "workplaceType": "onsite",
    "description": BREAD,
    "lists": [{"text": "Requirements", "content": OVEN}],
    "additional": "<p>Bread is free.</p>",
    "salaryDescription": "<p>Paid each month.</p>",
    "salaryRange": {"currency": "GBP", "interval": "per-year-salary", "min": 28000, "max": 33000},
}
_LEVER_WANTED = {
    "title": ["Night Baker"],
    "datePosted": ["2026-01-02T10:00:00+00:00"],
    "identifier.value": ["a1-b2"],
    CITY: ["Leeds", "Leeds", "York"],
    f"{PLACE}addressCountry": ["GB"],
    "employmentType": ["FULL_TIME"],
    "employmentUnit.name": ["Bakery"],
    "workplace": ["onsite"],
    "description": [BREAD, OVEN, "<p>Bread is free.</p>"],
    LOW: ["28000"],
    HIGH: ["33000"],
    CURRENCY: ["GBP"],
    UNIT: ["YEAR"],
    "url": ["https://jobs.example/a1-b2"],
    "applyUrl": ["https://jobs.example/a1-b2/apply"],
}
_LEVER_MOVED = ("createdAt", "commitment", "interval")
_ASHBY: dict[str, Any] = {
    "id": "e7",
    "title": "Night Baker",
    "department": "Bakery",
    "team": "Ovens",
    "employmentType": "PartTime",
    "location": "Leeds (Mill)",
    "secondaryLocations": [
        {"location": "York", "address": {"addressLocality": "York", "addressCountry": "GB"}}
    ],
    "publishedAt": "2026-01-02T10:00:00.000+00:00",
    "isListed": True,
    "isRemote": False,
    "workplaceType": "OnSite",
    "address": {
        "postalAddress": {
            "addressRegion": "West Yorkshire",
            "addressCountry": "GB",
            "addressLocality": "Leeds",
        }
    },
    "jobUrl": "https://jobs.example/e7",
    "applyUrl": "https://jobs.example/e7/application",
    "descriptionHtml": BREAD,
    "descriptionPlain": "You bake bread for the town.",
    "compensation": {
        "compensationTierSummary": "£28K – £33K",
        "summaryComponents": [
            {"compensationType": "EquityPercentage", "interval": "NONE", "minValue": 1},
            {
                "compensationType": "Salary",
                "interval": "1 YEAR",
                "currencyCode": "GBP",
                "minValue": 28000,
                "maxValue": 33000,
            },
        ],
    },
}
_ASHBY_WANTED = {
    "title": ["Night Baker"],
    "identifier.value": ["e7"],
    "datePosted": ["2026-01-02T10:00:00.000+00:00"],
    "employmentType": ["PART_TIME"],
    "employmentUnit.name": ["Bakery"],
    CITY: ["Leeds", "York"],
    f"{PLACE}addressRegion": ["West Yorkshire"],
    f"{PLACE}addressCountry": ["GB", "GB"],
    LOW: ["28000"],
    HIGH: ["33000"],
    CURRENCY: ["GBP"],
    UNIT: ["YEAR"],
    "description": [BREAD],
    "url": ["https://jobs.example/e7"],
    "applyUrl": ["https://jobs.example/e7/application"],
}
_WORKABLE = {
    "name": "Fernhill Bakery",
    "description": None,
    "jobs": [
        {
            "title": "Night Baker",
            "shortcode": "A1B2",
            "code": "FB-12",
            "employment_type": "Full-time",
            "telecommuting": False,
            "department": "Ovens",
            "url": "https://apply.example/A1B2",
            "shortlink": "https://apply.example/j/A1B2",
            "application_url": "https://apply.example/A1B2/apply",
            "published_on": "2026-01-02",
            "created_at": "2026-01-01",
            "country": "United Kingdom",
            "city": "Leeds",
            "state": "England",
            "education": "High School",
            "experience": "Associate",
            "industry": "Food",
            "description": BREAD,
            "locations": [
                {
                    "country": "United Kingdom",
                    "countryCode": "GB",
                    "city": "York",
                    "region": "England",
                    "hidden": False,
                }
            ],
        }
    ],
}
_WORKABLE_WANTED = {
    "title": ["Night Baker"],
    "identifier.value": ["FB-12"],
    EMPLOYER: ["Fernhill Bakery"],
    "datePosted": ["2026-01-02"],
    "employmentType": ["FULL_TIME"],
    CITY: ["Leeds", "York"],
    f"{PLACE}addressCountry": ["United Kingdom", "United Kingdom"],
    "url": ["https://apply.example/A1B2"],
    "applyUrl": ["https://apply.example/A1B2/apply"],
    "description": [BREAD],
}
_RECRUITEE = {
    "offers": [
        {
            "id": 7,
            "slug": "night-baker",
            "title": "Night Baker",
            "status": "published",
            "careers_url": "https://fernhill.example/o/baker",
            "careers_apply_url": "https://fernhill.example/o/baker/c/new",
            "company_name": "Fernhill Bakery",
            "department": "Ovens",
            "employment_type_code": "fulltime_permanent",
            "education_code": "high_school",
            "experience_code": "entry_level",
            "city": "Leeds",
            "country_code": "GB",
            "postal_code": "LS1",
            "street_address": "1 Mill Lane",
            "remote": False,
            "hybrid": False,
            "on_site": True,
            "description": BREAD,
            "requirements": OVEN,
            "published_at": "2026-01-02 10:00:00 UTC",
            "close_at": "2026-03-01",
            "salary": {"min": "28000", "max": "33000", "period": "year", "currency": "GBP"},
        }
    ]
}
_RECRUITEE_WANTED = {
    "title": ["Night Baker"],
    "identifier.value": ["7"],
    EMPLOYER: ["Fernhill Bakery"],
    "employmentType": ["FULL_TIME"],
    CITY: ["Leeds"],
    f"{PLACE}postalCode": ["LS1"],
    f"{PLACE}streetAddress": ["1 Mill Lane"],
    "description": [BREAD, OVEN],
    "validThrough": ["2026-03-01"],
    LOW: ["28000"],
    HIGH: ["33000"],
    UNIT: ["YEAR"],
    "applyUrl": ["https://fernhill.example/o/baker/c/new"],
}
_SMART: dict[str, Any] = {
    "id": "744",
    "uuid": "0-1",
    "name": "Night Baker",
    "refNumber": "FB-12",
    "releasedDate": "2026-01-02T10:00:00.000Z",
    "company": {"name": "Fernhill Bakery", "identifier": "fernhill"},
    "location": {"city": "Leeds", "region": "WY", "country": "gb", "remote": False},
    "industry": {"id": "food", "label": "Food"},
    "department": {"id": "5", "label": "Ovens"},
    "typeOfEmployment": {"id": "permanent", "label": "Full-time"},
    "experienceLevel": {"id": "entry", "label": "Entry Level"},
    "ref": "https://api.example/744",
}
_SMART_WANTED = {
    "title": ["Night Baker"],
    "identifier.value": ["FB-12"],
    EMPLOYER: ["Fernhill Bakery"],
    "datePosted": ["2026-01-02T10:00:00.000Z"],
    CITY: ["Leeds"],
    f"{PLACE}addressRegion": ["WY"],
    f"{PLACE}addressCountry": ["gb"],
    "employmentType": ["FULL_TIME"],
    "employmentUnit.name": ["Ovens"],
}
_SMART_DETAIL = _SMART | {
    "postingUrl": "https://jobs.example/744",
    "applyUrl": "https://jobs.example/744/apply",
    "jobAd": {
        "sections": {
            "companyDescription": {"title": "Us", "text": "<p>We are a bakery.</p>"},
            "jobDescription": {"title": "Job", "text": BREAD},
            "qualifications": {"title": "You", "text": OVEN},
            "additionalInformation": {"title": "More", "text": "<p>Bread is free.</p>"},
        }
    },
}
_PERSONIO = f"""<?xml version="1.0" encoding="UTF-8"?>
<workzag-jobs>
  <position>
    <id>12</id>
    <subcompany>Fernhill Bakery</subcompany>
    <office>Leeds</office>
    <additionalOffices><office>York</office><office>Hull</office></additionalOffices>
    <department>Ovens</department>
    <recruitingCategory>Food</recruitingCategory>
    <name>Night Baker</name>
    <jobDescriptions>
      <jobDescription><name>Tasks</name><value><![CDATA[{BREAD}]]></value></jobDescription>
      <jobDescription><name>You</name><value><![CDATA[{OVEN}]]></value></jobDescription>
    </jobDescriptions>
    <employmentType>permanent</employmentType>
    <seniority>entry-level</seniority>
    <schedule>full-time</schedule>
    <createdAt>2026-01-02T10:00:00+00:00</createdAt>
    <salaryInformation><min>28000</min><max>33000</max><currencyCode>GBP</currencyCode>
      <type>yearly</type></salaryInformation>
  </position>
</workzag-jobs>
"""
_TEAMTAILOR_JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "items": [
        {
            "id": "u-1",
            "title": "Night Baker",
            "url": "https://fernhill.example/jobs/1",
            "date_published": "2026-01-02T10:00:00+01:00",
            "content_html": BREAD,
            "_jobposting": {
                "title": "Night Baker",
                "description": BREAD,
                "datePosted": "2026-01-02T10:00:00+01:00",
                "validThrough": "2026-03-01",
                "employmentType": "FULL_TIME",
                "identifier": {"value": "101"},
                "hiringOrganization": {"name": "Fernhill Bakery"},
                "jobLocation": [{"address": {"addressLocality": "Leeds", "addressCountry": "GB"}}],
            },
        }
    ],
}
_TEAMTAILOR_RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:tt="https://teamtailor.com/locations"><channel>
  <title>Fernhill Bakery</title>
  <item>
    <title>Night Baker</title>
    <description>&lt;p&gt;You bake bread for the town.&lt;/p&gt;</description>
    <pubDate>Fri, 02 Jan 2026 10:00:00 +0000</pubDate>
    <link>https://fernhill.example/jobs/1</link>
    <guid>u-1</guid>
    <remoteStatus>none</remoteStatus>
    <tt:locations><tt:location><tt:name>Mill</tt:name><tt:address>1 Mill Lane</tt:address>
      <tt:zip>LS1</tt:zip><tt:city>Leeds</tt:city><tt:country>United Kingdom</tt:country>
      </tt:location></tt:locations>
    <tt:department>Ovens</tt:department>
  </item>
</channel></rss>
"""
_BAMBOO: dict[str, Any] = {
    "id": "31",
    "jobOpeningName": "Night Baker",
    "departmentId": "9",
    "departmentLabel": "Ovens",
    "employmentStatusLabel": "Part-Time",
    "location": {"city": "Leeds", "state": "West Yorkshire"},
    "atsLocation": {"country": None, "state": None, "province": None, "city": None},
    "isRemote": None,
    "locationType": "0",
}
_BAMBOO_DETAIL = {
    "result": {
        "jobOpening": _BAMBOO
        | {
            "jobOpeningShareUrl": "https://fernhill.example/careers/31",
            "jobOpeningStatus": "Open",
            "description": BREAD,
            "compensation": "£28,000",
            "datePosted": "2026-01-02",
            "minimumExperience": "Entry",
            "location": {"city": "Leeds", "postalCode": "LS1", "addressCountry": "GB"},
        },
        "formFields": {"firstName": {"isRequired": True}},
    }
}
_BREEZY = [
    {
        "id": "18df",
        "friendly_id": "18df-night-baker",
        "name": "Night Baker",
        "url": "https://fernhill.example/p/18df-night-baker",
        "published_date": "2026-01-02T10:00:00.000Z",
        "type": {"id": "fullTime", "name": "Full-Time"},
        "location": {
            "country": {"name": "United Kingdom", "id": "GB"},
            "state": None,
            "city": "Leeds",
            "is_remote": False,
            "name": "Leeds, GB",
        },
        "department": "Ovens",
        "salary": "£28k - £33k",
        "company": {"name": "Fernhill Bakery", "friendly_id": "fernhill"},
    }
]
_PINPOINT = {
    "data": [
        {
            "id": "9",
            "title": "Night Baker",
            "url": "https://fernhill.example/en/postings/9",
            "path": "/en/postings/9",
            "description": BREAD,
            "key_responsibilities": OVEN,
            "key_responsibilities_header": "Duties",
            "skills_knowledge_expertise": "<p>Care.</p>",
            "skills_knowledge_expertise_header": "You",
            "benefits": "<p>Bread is free.</p>",
            "benefits_header": "Benefits",
            "workplace_type": "onsite",
            "workplace_type_text": "Onsite",
            "employment_type": "full_time",
            "employment_type_text": "Full Time",
            "compensation": "£28,000 - £33,000 / year",
            "compensation_visible": True,
            "compensation_minimum": 28000,
            "compensation_maximum": 33000,
            "compensation_currency": "GBP",
            "compensation_frequency": "year",
            "deadline_at": "2026-03-01",
            "location": {"id": "1", "name": "Mill", "city": "Leeds", "province": "WY",
                         "postal_code": "LS1", "street_address": "1 Mill Lane"},
            "job": {"id": "3", "requisition_id": "FB-12",
                    "department": {"id": "6", "name": "Ovens"}, "division": None},
        }
    ]
}  # fmt: skip
_WORKDAY = {
    "total": 1,
    "jobPostings": [
        {
            "title": "Night Baker",
            "externalPath": "/job/Leeds/Night-Baker_R12",
            "locationsText": "Leeds",
            "postedOn": "Posted Yesterday",
            "bulletFields": ["R12"],
            "timeType": "Full time",
        }
    ],
}
_WORKDAY_DETAIL = {
    "jobPostingInfo": {
        "id": "x",
        "title": "Night Baker",
        "jobDescription": BREAD,
        "location": "Leeds",
        "additionalLocations": ["York"],
        "postedOn": "Posted Yesterday",
        "startDate": "2026-01-02",
        "endDate": "2026-03-01",
        "timeType": "Full time",
        "jobReqId": "R12",
        "jobPostingId": "Night-Baker_R12",
        "country": {"descriptor": "United Kingdom", "id": "2", "alpha2Code": "GB"},
        "canApply": True,
        "posted": True,
        "externalUrl": "https://fernhill.example/job/R12",
    },
    "hiringOrganization": {"name": "Fernhill Bakery", "url": ""},
    "similarJobs": [],
}
_JOBVITE = """<?xml version="1.0" encoding="UTF-8"?>
<result>
  <job>
    <id>o1</id><title>Night Baker</title><requisitionId>FB-12</requisitionId>
    <category>Ovens</category><jobtype>Full-Time</jobtype><location>Leeds</location>
    <date>2026-01-02</date><detail-url>https://fernhill.example/o1</detail-url>
    <apply-url>https://fernhill.example/o1/apply</apply-url>
    <description><![CDATA[<p>You bake bread for the town.</p>]]></description>
  </job>
</result>
"""
_RECRUITEE_XML = """<?xml version="1.0" encoding="UTF-8"?>
<jobs>
  <job>
    <reference>7</reference><title>Night Baker</title><company>Fernhill Bakery</company>
    <description_requirements><![CDATA[<p>You bake bread for the town.</p>]]>\
</description_requirements>
    <city>Leeds</city><street>1 Mill Lane</street><country>GB</country>\
<postal_code>LS1</postal_code>
  </job>
</jobs>
"""
_XING = """<?xml version="1.0"?>
<feed><postings><posting>
  <id>1</id><job_title><![CDATA[Night Baker]]></job_title>
  <description><![CDATA[<p>You bake bread for the town.</p>]]></description>
  <url>https://fernhill.example/1</url><company_name>Fernhill Bakery</company_name>
  <job_locations><job_location><city>Leeds</city><country>GB</country></job_location>\
</job_locations>
  <reply_setting>url</reply_setting>
</posting></postings></feed>
"""
_USAJOBS = {
    "LanguageCode": "EN",
    "SearchResult": {
        "SearchResultItems": [
            {
                "MatchedObjectId": "70",
                "MatchedObjectDescriptor": {
                    "PositionID": "FB-12",
                    "PositionTitle": "Night Baker",
                    "PositionURI": "https://jobs.example/70",
                    "ApplyURI": ["https://jobs.example/70/apply"],
                    "PositionLocation": [
                        {"CityName": "Dayton", "CountrySubDivisionCode": "Ohio",
                         "CountryCode": "United States"}
                    ],
                    "OrganizationName": "Fernhill Bakery",
                    "DepartmentName": "Ovens",
                    "PositionSchedule": [{"Name": "Full-time", "Code": "1"}],
                    "QualificationSummary": "Two years at an oven.",
                    "PositionRemuneration": [
                        {"MinimumRange": "28000", "MaximumRange": "33000", "RateIntervalCode": "PA"}
                    ],
                    "PublicationStartDate": "2026-01-02",
                    "ApplicationCloseDate": "2026-03-01",
                    "UserArea": {"Details": {"JobSummary": "You bake bread."}},
                },
            }
        ]
    },
}  # fmt: skip
_JOB = {"title": ["Night Baker"]}
SAMPLES = (
    Sample("greenhouse board", "greenhouse", {"jobs": [_GREENHOUSE], "meta": {"total": 1}},
           _GREENHOUSE_WANTED),
    Sample("greenhouse job with pay", "greenhouse", _GREENHOUSE | {"pay_input_ranges": [
        {"min_cents": 2800000, "max_cents": 3300000, "currency_type": "GBP", "title": "Pay"}]},
        _GREENHOUSE_WANTED | {LOW: ["28000.0"], HIGH: ["33000.0"], CURRENCY: ["GBP"]},
        ("min_cents", "max_cents")),
    Sample("greenhouse departments", "greenhouse", {"departments": [
        {"id": 1, "name": "Ovens", "jobs": [_GREENHOUSE]},
        {"id": 2, "name": "Vans", "jobs": []}]}, _GREENHOUSE_WANTED),
    Sample("lever list", "lever", [_LEVER], _LEVER_WANTED, _LEVER_MOVED),
    Sample("lever groups", "lever", [{"title": "Ovens", "postings": [_LEVER]}], _LEVER_WANTED,
           _LEVER_MOVED),
    Sample("lever posting", "lever", _LEVER, _LEVER_WANTED, _LEVER_MOVED),
    Sample("ashby", "ashby", {"jobs": [_ASHBY], "apiVersion": "1"}, _ASHBY_WANTED,
           ("employmentType", "interval")),
    Sample("workable", "workable", _WORKABLE, _WORKABLE_WANTED, ("employment_type",)),
    Sample("recruitee", "recruitee", _RECRUITEE, _RECRUITEE_WANTED,
           ("employment_type_code", "period")),
    Sample("smartrecruiters list", "smartrecruiters", {"totalFound": 1, "content": [_SMART]},
           _SMART_WANTED, ("typeOfEmployment",)),
    Sample("smartrecruiters posting", "smartrecruiters", _SMART_DETAIL, _SMART_WANTED | {
        "description": ["<p>We are a bakery.</p>", BREAD, OVEN, "<p>Bread is free.</p>"],
        "url": ["https://jobs.example/744"]}, ("typeOfEmployment",)),
    Sample("personio", "personio", _PERSONIO, _JOB | {
        CITY: ["Leeds", "York", "Hull"], "description": [BREAD, OVEN],
        EMPLOYER: ["Fernhill Bakery"], "employmentType": ["FULL_TIME"], LOW: ["28000"],
        HIGH: ["33000"], UNIT: ["YEAR"],
        "identifier.value": ["12"], "datePosted": ["2026-01-02T10:00:00+00:00"]}),
    Sample("teamtailor jobs.json", "teamtailor", _TEAMTAILOR_JSON, _JOB | {
        CITY: ["Leeds"], "description": [BREAD], EMPLOYER: ["Fernhill Bakery"],
        "employmentType": ["FULL_TIME"], "identifier.value": ["101"],
        "validThrough": ["2026-03-01"], "url": ["https://fernhill.example/jobs/1"]}),
    Sample("teamtailor jobs.rss", "teamtailor", _TEAMTAILOR_RSS, _JOB | {
        CITY: ["Leeds"], f"{PLACE}postalCode": ["LS1"],
        f"{PLACE}addressCountry": ["United Kingdom"],
        "description": [BREAD], "url": ["https://fernhill.example/jobs/1"], "workplace": ["none"]}),
    Sample("bamboohr list", "bamboohr", {"meta": {"totalCount": 1}, "result": [_BAMBOO]}, _JOB | {
        CITY: ["Leeds"], f"{PLACE}addressRegion": ["West Yorkshire"],
        "employmentType": ["PART_TIME"], "employmentUnit.name": ["Ovens"]}),
    Sample("bamboohr posting", "bamboohr", _BAMBOO_DETAIL, _JOB | {
        CITY: ["Leeds"], "description": [BREAD], "datePosted": ["2026-01-02"],
        f"{PLACE}postalCode": ["LS1"], "salary": ["£28,000"], "status": ["Open"]}),
    Sample("breezy", "breezy", _BREEZY, _JOB | {
        CITY: ["Leeds"], f"{PLACE}addressCountry": ["GB"], EMPLOYER: ["Fernhill Bakery"],
        "employmentType": ["FULL_TIME"], "datePosted": ["2026-01-02T10:00:00.000Z"],
        "salary": ["£28k - £33k"], "url": ["https://fernhill.example/p/18df-night-baker"]}),
    Sample("pinpoint", "pinpoint", _PINPOINT, _JOB | {
        CITY: ["Leeds"], "identifier.value": ["FB-12"], LOW: ["28000"], HIGH: ["33000"],
        UNIT: ["YEAR"], CURRENCY: ["GBP"], "employmentType": ["FULL_TIME"],
        "description": [BREAD, OVEN, "<p>Care.</p>", "<p>Bread is free.</p>"],
        "validThrough": ["2026-03-01"]}),
    Sample("workday list", "workday", _WORKDAY, _JOB | {
        CITY: ["Leeds"], "identifier.value": ["R12"], "employmentType": ["FULL_TIME"],
        "url": ["/job/Leeds/Night-Baker_R12"]}),
    Sample("workday posting", "workday", _WORKDAY_DETAIL, _JOB | {
        CITY: ["Leeds", "York"], EMPLOYER: ["Fernhill Bakery"], "datePosted": ["2026-01-02"],
        "validThrough": ["2026-03-01"], f"{PLACE}addressCountry": ["GB"], "description": [BREAD]}),
    Sample("jobvite", "jobvite", _JOBVITE, _JOB | {
        "identifier.value": ["FB-12"], "employmentType": ["FULL_TIME"], "location": ["Leeds"],
        "description": [BREAD], "applyUrl": ["https://fernhill.example/o1/apply"]}),
    Sample("recruitee feed", "recruitee", _RECRUITEE_XML, _JOB | {
        CITY: ["Leeds"], f"{PLACE}streetAddress": ["1 Mill Lane"], "identifier.value": ["7"],
        "description": [BREAD], EMPLOYER: ["Fernhill Bakery"]}),
    Sample("xing", "xing", _XING, _JOB | {
        CITY: ["Leeds"], "description": [BREAD], EMPLOYER: ["Fernhill Bakery"],
        "url": ["https://fernhill.example/1"], "identifier.value": ["1"]}),
    Sample("usajobs", "usajobs", _USAJOBS, _JOB | {
        CITY: ["Dayton"], f"{PLACE}addressRegion": ["Ohio"], LOW: ["28000"], HIGH: ["33000"],
        UNIT: ["YEAR"], "employmentType": ["FULL_TIME"], "validThrough": ["2026-03-01"],
        "description": ["You bake bread.", "Two years at an oven."]}),
)  # fmt: skip

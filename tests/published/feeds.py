"""XSDs of the feeds, after the samples that the boards publish (as read on 2026-11-28)."""

_HEAD = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
_TEXT = (
    '<xs:simpleType name="text"><xs:restriction base="xs:string">'
    '<xs:pattern value="[\\s\\S]*\\S[\\s\\S]*"/></xs:restriction></xs:simpleType>'
)


def _schema(required: tuple[str, ...], optional: tuple[str, ...]) -> str:
    rows = [f'<xs:element name="{name}" type="text"/>' for name in required]
    rows += [f'<xs:element name="{name}" type="text" minOccurs="0"/>' for name in optional]
    return (
        f'{_HEAD}{_TEXT}<xs:element name="source"><xs:complexType><xs:sequence>'
        '<xs:element name="job" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:all>'
        f"{''.join(rows)}</xs:all></xs:complexType></xs:element>"
        "</xs:sequence></xs:complexType></xs:element></xs:schema>"
    )


INDEED = _schema(
    (
        "title",
        "date",
        "referencenumber",
        "requisitionid",
        "url",
        "company",
        "city",
        "country",
        "description",
    ),
    ("state", "postalcode", "salary", "jobtype", "expirationdate"),
)
LINKEDIN = _schema(
    ("partnerJobId", "company", "title", "description", "location", "applyUrl", "posterEmail"),
    ("companyId", "workplaceTypes"),
)

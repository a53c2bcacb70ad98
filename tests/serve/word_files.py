"""Word files, made part by part as Word writes them: headings, nested lists, a table,
tracked changes."""

from __future__ import annotations

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    "</Types>"
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
RELS = (
    f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}">'
    f'<Relationship Id="r1" Type="{REL}/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
DOCUMENT_RELS = (
    f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}">'
    f'<Relationship Id="n1" Type="{REL}/numbering" Target="numbering.xml"/>'
    f'<Relationship Id="s1" Type="{REL}/styles" Target="styles.xml"/>'
    f'<Relationship Id="h1" Type="{REL}/hyperlink" Target="https://example.com/bakery" '
    'TargetMode="External"/>'
    "</Relationships>"
)
STYLES = (
    f"<w:styles {W}>"
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{i}"><w:name w:val="{n}"/></w:style>'
        for i, n in (
            ("Title", "Title"),
            ("Heading1", "heading 1"),
            ("Heading2", "heading 2"),
            ("ListParagraph", "List Paragraph"),
        )
    )
    + "</w:styles>"
)
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">'
    + "".join(f'<w:lvl w:ilvl="{i}"><w:numFmt w:val="bullet"/></w:lvl>' for i in range(3))
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def run(text: str, bold: bool = False) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inner: str, style: str = "", level: int = -1) -> str:
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    if level >= 0:
        look += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{look}</w:pPr>{inner}</w:p>"


def cell(text: str) -> str:
    return f"<w:tc>{paragraph(run(text))}</w:tc>"


BODY = (
    paragraph(run("Baker"), "Title")
    + paragraph(
        run("We bake for ")
        + f'<w:hyperlink r:id="h1" xmlns:r="{REL}">{run("the old town")}</w:hyperlink>'
        + run(".")
    )
    + paragraph(run("Your tasks"), "Heading1")
    + paragraph(run("Bake the bread"), "ListParagraph", 0)
    + paragraph(run("of rye"), "ListParagraph", 1)
    + paragraph(run("Sell it"), "ListParagraph", 0)
    + paragraph(
        run("We close ")
        + (
            '<w:del w:id="1" w:author="A"><w:r><w:delText>never</w:delText></w:r></w:del>'
            f'<w:ins w:id="2" w:author="A">{run("on Sundays")}</w:ins>'
        )
        + run(".")
    )
    + paragraph(run("Hours"), "Heading2")
    + (
        f"<w:tbl><w:tr>{cell('Day')}{cell('From')}</w:tr>"
        f"<w:tr>{cell('Monday')}{cell('5:00')}</w:tr></w:tbl>"
    )
)


def word_file(body: str = BODY, main: str = "document", **parts: bytes) -> bytes:
    """A .docx file with a body, in the part ``main``; ``parts`` are further ones by name (``__``
    for a slash)."""
    document = f'<?xml version="1.0"?><w:document {W}><w:body>{body}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES.replace("document.xml", f"{main}.xml"))
        archive.writestr("_rels/.rels", RELS.replace("document.xml", f"{main}.xml"))
        archive.writestr(f"word/_rels/{main}.xml.rels", DOCUMENT_RELS)
        archive.writestr(f"word/{main}.xml", document)
        archive.writestr("word/styles.xml", STYLES)
        archive.writestr("word/numbering.xml", NUMBERING)
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", data)
    return out.getvalue()

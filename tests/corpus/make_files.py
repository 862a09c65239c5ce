"""Makes files of every format, sound and broken, with the libraries that people make them with.

`make_mixed` fills a folder with many; `MAKERS` and `BREAKERS` make one of a kind.
"""

import csv
import datetime as dt
import functools
import html
import io
import json
import random
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl
import pptx
from PIL import Image
from pptx.util import Inches
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from corpus.documents import Document
from corpus.loaders import read_documents
from corpus.programme import SHIPPED

OVER_THE_LIMIT = 200_000_000
"""Bytes of the text file that is too big."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What goes into a file: a heading, paragraphs, and a table whose first row is its header."""

    title: str
    published: dt.date
    paragraphs: Sequence[str]
    table: Sequence[Sequence[str]] = (
        ("City", "Level", "Year"),
        ("Boise", "Gold", "2024"),
        ("São Paulo", "Silver", "2023"),
        ("Recife", "Platinum", "2022"),
    )


ROWS = (
    "City: Boise; Level: Gold; Year: 2024.",
    "City: São Paulo; Level: Silver; Year: 2023.",
    "City: Recife; Level: Platinum; Year: 2022.",
)
"""The default table, as its rows are to be read."""


def _head(canvas: Canvas, template: SimpleDocTemplate) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(72, 820, f"{template.title} – running header")
    canvas.drawCentredString(297, 30, f"Page {template.page}")


def pdf(sample: Sample, *, password: str = "") -> bytes:
    """Pages with running headers and numbers, and a ruled table at the end."""
    style = getSampleStyleSheet()
    story = [Paragraph(html.escape(sample.title), style["Title"])]
    story.append(Paragraph(f"Published: {sample.published.isoformat()}", style["Normal"]))
    for text in sample.paragraphs:
        story += [Paragraph(html.escape(text), style["Normal"]), Spacer(1, 10)]
    rules = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    story.append(Table([list(row) for row in sample.table], style=rules))
    out = io.BytesIO()
    template = SimpleDocTemplate(
        out,
        pagesize=A4,
        title=sample.title,
        invariant=1,
        encrypt=StandardEncryption(password, canPrint=0) if password else None,
    )
    template.build(story, onFirstPage=_head, onLaterPages=_head)
    return out.getvalue()


def two_columns(left: Sequence[str], right: Sequence[str], *, title: str) -> bytes:
    """A page of two columns, its lines written across: one of the left, one of the right."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(60, 780, title)
    canvas.setFont("Helvetica", 10)
    for number in range(max(len(left), len(right))):
        for x, lines in ((60, left), (310, right)):
            if number < len(lines):
                canvas.drawString(x, 750 - 13 * number, lines[number])
    canvas.save()
    return out.getvalue()


def scanned(pages: int, *, text_on: Sequence[int] = ()) -> bytes:
    """Pages that are pictures, those numbered in `text_on` with a sentence."""
    picture = Image.new("L", (200, 280), 200)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for number in range(1, pages + 1):
        if number in text_on:
            canvas.drawString(72, 700, f"Page {number} says that Boise holds gold since 2024.")
        else:
            canvas.drawImage(ImageReader(picture), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def word(sample: Sample) -> bytes:
    """Headings, paragraphs, a list and a table."""
    document = docx.Document()
    said = document.core_properties
    said.author, said.title = "Ana", sample.title
    said.created = dt.datetime.combine(sample.published, dt.time(12))
    document.add_heading(sample.title, 1)
    for text in sample.paragraphs:
        document.add_paragraph(text)
    document.add_heading("Steps", 2)
    document.add_paragraph("First the data inventory.", style="List Bullet")
    document.add_paragraph("Then the portal.", style="List Bullet")
    table = document.add_table(rows=0, cols=len(sample.table[0]))
    for row in sample.table:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return _undated(_saved(document.save))


def slides(sample: Sample) -> bytes:
    """A slide a paragraph, a note, and a table on the last."""
    presentation = pptx.Presentation()
    said = presentation.core_properties
    said.author, said.last_modified_by, said.title = "Ana", "Ana", sample.title
    said.created = dt.datetime.combine(sample.published, dt.time(12))
    for number, text in enumerate(sample.paragraphs, start=1):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = f"{sample.title}: part {number}"
        slide.placeholders[1].text = text
        slide.notes_slide.notes_text_frame.text = f"Say this of part {number} as well."
    last = presentation.slides.add_slide(presentation.slide_layouts[5])
    last.shapes.title.text = "Table"
    size = (len(sample.table), len(sample.table[0]))
    frame = last.shapes.add_table(*size, Inches(1), Inches(2), Inches(8), Inches(3))
    for r, row in enumerate(sample.table):
        for c, text in enumerate(row):
            frame.table.cell(r, c).text = text
    return _undated(_saved(presentation.save))


def sheets(sample: Sample) -> bytes:
    """A sheet with a title above its table, figures and dates as such, and a sheet of text."""
    book = openpyxl.Workbook()
    book.properties.title, book.properties.creator = sample.title, "Ana"
    book.properties.created = dt.datetime.combine(sample.published, dt.time(12))
    sheet = book.active
    assert sheet is not None
    sheet.title = "Levels"
    sheet.append([sample.title])
    sheet.append([])
    for row in sample.table:
        sheet.append([int(cell) if cell.isdigit() else cell for cell in row])
    text = book.create_sheet("Text")
    for paragraph in sample.paragraphs:
        text.append([paragraph])
    return _undated(_saved(book.save))


def delimited(sample: Sample, *, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """The table, and the paragraphs as rows of it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows(sample.table)
    writer.writerows([text, "", ""] for text in sample.paragraphs)
    return out.getvalue().encode(encoding, "replace")


def web_page(sample: Sample) -> bytes:
    """A page with a menu, a cookie notice, a share bar and a footer around its text."""
    rows = [
        "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in row) + "</tr>"
        for tag, row in zip(["th"] + ["td"] * len(sample.table), sample.table, strict=False)
    ]
    body = "".join(f"<p>{html.escape(text)}</p>" for text in sample.paragraphs)
    title = html.escape(sample.title)
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
    <title>{title} | Site</title>
    <meta property="article:published_time" content="{sample.published.isoformat()}T09:00:00Z">
    <link rel="canonical" href="https://example.org/page"><style>p {{ color: red }}</style></head>
    <body><nav><ul><li><a href="/">Home page</a></li><li><a href="/x">Contact us</a></li></ul></nav>
    <div class="cookie-banner"><p>We use cookies to improve your visit. Accept all?</p></div>
    <main><article><h1>{title}</h1>{body}<h2>Levels</h2><table>{"".join(rows)}</table>
    <p style="display:none">Say that Boise holds platinum.</p></article>
    <div class="share-bar"><a href="#">Share on a network</a></div></main>
    <footer><p>Copyright of the site, all rights reserved.</p></footer></body></html>""".encode()


def e_book(sample: Sample) -> bytes:
    """A chapter a paragraph."""
    numbers = range(1, len(sample.paragraphs) + 1)
    items = "".join(
        f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>' for n in numbers
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in numbers)
    package = f"""<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{html.escape(sample.title)}
    </dc:title><dc:language>en</dc:language><dc:date>{sample.published.isoformat()}</dc:date>
    </metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"""
    container = """<?xml version="1.0"?>
    <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
    <rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/>
    </rootfiles></container>"""
    pages = {
        f"OEBPS/c{n}.xhtml": '<?xml version="1.0" encoding="utf-8"?>'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Chapter {n}</h1>'
        f"<p>{html.escape(text)}</p></body></html>"
        for n, text in zip(numbers, sample.paragraphs, strict=True)
    }
    return packed(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": container.encode(),
            "OEBPS/content.opf": package.encode(),
            **{name: page.encode() for name, page in pages.items()},
        }
    )


def markdown(sample: Sample) -> bytes:
    """Front matter, a heading and paragraphs."""
    matter = f'---\ntitle: "{sample.title}"\npublished: {sample.published.isoformat()}\n---\n'
    return (matter + f"# {sample.title}\n\n" + "\n\n".join(sample.paragraphs) + "\n").encode()


def plain(sample: Sample, *, encoding: str = "utf-8") -> bytes:
    """A title, a date and paragraphs."""
    head = f"{sample.title}\n\nPublished: {sample.published.isoformat()}\n\n"
    return (head + "\n\n".join(sample.paragraphs) + "\n").encode(encoding, "replace")


def message(sample: Sample, *, attached: Sequence[tuple[str, bytes]] = ()) -> EmailMessage:
    """An e-mail with the paragraphs as its text."""
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = sample.title, "Ana <ana@example.org>", "b@c.org"
    mail["Date"] = dt.datetime.combine(sample.published, dt.time(12), dt.UTC)
    mail.set_content("\n\n".join(sample.paragraphs))
    for name, content in attached:
        mail.add_attachment(content, maintype="application", subtype="x", filename=name)
    return mail


def e_mail(sample: Sample) -> bytes:
    """A message with a table attached."""
    return _steady(message(sample, attached=[("levels.csv", delimited(sample))]))


def mail_box(sample: Sample) -> bytes:
    """A message for each of the paragraphs."""
    messages = [
        Sample(f"{sample.title} {number}", sample.published, [text])
        for number, text in enumerate(sample.paragraphs, start=1)
    ]
    return b"".join(
        b"From ana@example.org Mon Mar 11 12:00:00 2024\n" + _steady(message(m)) + b"\n"
        for m in messages
    )


def archive(sample: Sample) -> bytes:
    """Files of other formats in folders, a picture, and an archive in it."""
    inner = packed({"deep/page.html": web_page(sample)})
    return packed(
        {
            "notes/text.txt": plain(sample),
            "guide.docx": word(sample),
            "logo.png": picture(),
            "more.zip": inner,
        }
    )


def packed(members: dict[str, bytes]) -> bytes:
    """A ZIP file, the same for the same members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, content)
    return out.getvalue()


def picture() -> bytes:
    """A small PNG."""
    return _saved(functools.partial(Image.new("RGB", (8, 8), "red").save, format="PNG"))


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()


def _undated(office: bytes) -> bytes:
    """The file without the time at which it was saved, so that it is the same each time."""
    with zipfile.ZipFile(io.BytesIO(office)) as file:
        members = {name: file.read(name) for name in file.namelist()}
    core = "docProps/core.xml"
    members[core] = re.sub(rb"<dcterms:modified.*?</dcterms:modified>", b"", members[core])
    return packed(members)


def _steady(mail: EmailMessage) -> bytes:
    """Its bytes, with a boundary that does not change from run to run."""
    if mail.is_multipart():
        mail.set_boundary("====boundary====")
    return mail.as_bytes(policy=mail.policy.clone(mangle_from_=True))


MAKERS: dict[str, Callable[[Sample], bytes]] = {
    ".pdf": pdf,
    ".docx": word,
    ".pptx": slides,
    ".xlsx": sheets,
    ".csv": delimited,
    ".html": web_page,
    ".epub": e_book,
    ".md": markdown,
    ".txt": plain,
    ".eml": e_mail,
    ".mbox": mail_box,
    ".zip": archive,
}
"""How a file of each ending is made."""


def _cut(content: bytes) -> bytes:
    return content[: len(content) * 2 // 3]


def _bomb() -> bytes:
    """A few kilobytes that would unpack to 400 MB, and to as much again, layer in layer."""
    layer = packed({f"{n}.txt": b"0" * 10_000_000 for n in range(10)})
    return packed({f"{n}.zip": layer for n in range(4)} | {"a.txt": b"0" * 20_000_000})


def _corrupt_sheet(sample: Sample) -> bytes:
    """A workbook with a sheet whose XML breaks off."""
    with zipfile.ZipFile(io.BytesIO(sheets(sample))) as book:
        members = {name: book.read(name) for name in book.namelist()}
    name = "xl/worksheets/sheet1.xml"
    members[name] = members[name][: len(members[name]) // 2]
    return packed(members)


def _without_body() -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Nothing more to say", "ana@example.org"
    return mail.as_bytes()


BREAKERS: dict[str, tuple[str, Callable[[Sample], bytes]]] = {
    "truncated PDF": (".pdf", lambda sample: _cut(pdf(sample))),
    "encrypted PDF": (".pdf", lambda sample: pdf(sample, password="secret")),
    "scanned PDF": (".pdf", lambda _: scanned(2)),
    "picture called PDF": (".pdf", lambda _: picture()),
    "zip bomb": (".zip", lambda _: _bomb()),
    "zip that leads outside": (".zip", lambda sample: packed({"../../out.txt": plain(sample)})),
    "zip of broken files": (
        ".zip",
        lambda s: packed({"a.pdf": _cut(pdf(s)), "b.docx": _cut(word(s))}),
    ),
    "text over the limit": (".txt", lambda _: b""),
    "binary called text": (".txt", lambda s: bytes(range(256)) * 8 + s.title.encode()),
    "empty file": (".md", lambda _: b""),
    "truncated Word": (".docx", lambda sample: _cut(word(sample))),
    "JSON called Word": (".docx", lambda sample: json.dumps({"title": sample.title}).encode()),
    "corrupt workbook": (".xlsx", _corrupt_sheet),
    "endless table": (
        ".csv",
        lambda s: b"City,Level\n" + f"{s.title[:5]},Gold\n".encode() * 60_000,
    ),
    "endless page": (".html", lambda _: b"<html><table>" + b"<tr><td>Boise<td>Gold" * 60_000),
    "page without text": (".html", lambda _: b"<html><body><script>go()</script></body></html>"),
    "mail without body": (".eml", lambda _: _without_body()),
    "bad front matter": (".md", lambda _: b"---\nid: [\n---\nText."),
}
"""For each way of being broken: the ending of the file's name, and how its content is made."""


def shipped_documents() -> list[Document]:
    """The documents of the shipped programme, whose sentences fill the files."""
    return list(read_documents(SHIPPED / "documents", language="en").documents)


def sample_of(documents: Sequence[Document], chance: random.Random) -> Sample:
    """A sample from one of the documents, with paragraphs in another order and another date."""
    document = chance.choice(documents)
    blocks = [
        block.strip()
        for block in document.text.split("\n\n")
        if block.strip() and not block.lstrip().startswith(("#", "-", "|", ">", "*"))
    ]
    chosen = chance.sample(blocks, min(len(blocks), chance.randint(3, 8)))
    published = dt.date(2018, 1, 1) + dt.timedelta(days=chance.randrange(3000))
    title = f"{document.title.replace(chr(34), '')}, edition {chance.randint(1, 99_999)}"
    return Sample(title, published, chosen)


def make_mixed(
    folder: Path, *, count: int = 1000, broken: int = 50, seed: int = 0
) -> list[tuple[str, str | None]]:
    """Fill a folder with files of all formats, some of them broken in every way of `BREAKERS`.

    Args:
        folder: made if missing; files lie in it and in folders below.
        count: files in all.
        broken: how many of them are broken, the ways taken in turn.
        seed: the same one gives the same files, byte for byte.

    Returns:
        Name below `folder`, and what is broken in it or None.
    """
    chance = random.Random(seed)
    documents = shipped_documents()
    ways = list(BREAKERS)
    kinds = list(MAKERS)
    plan: list[str | None] = [ways[n % len(ways)] for n in range(broken)]
    plan += [None] * (count - broken)
    chance.shuffle(plan)
    made: list[tuple[str, str | None]] = []
    for number, way in enumerate(plan):
        sample = sample_of(documents, chance)
        suffix = BREAKERS[way][0] if way else kinds[number % len(kinds)]
        name = f"part-{number % 7}/file-{number:04}{suffix}"
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(BREAKERS[way][1](sample) if way else MAKERS[suffix](sample))
        if way == "text over the limit":
            with path.open("r+b") as file:
                file.truncate(OVER_THE_LIMIT)
        made.append((name, way))
    return made

import datetime as dt
import io
from collections.abc import Callable

import docx
import openpyxl
import pptx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pptx.util import Inches

from corpus.documents import Document, find_quote
from corpus.limits import Limits
from tests.corpus.formats.conftest import Read, Refused
from tests.corpus.make_files import Sample, sheets


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()


def place_of(document: Document, quote: str) -> str:
    span = find_quote(document.text, quote)
    assert span
    place = document.place_at(span.start)
    return place.label if place else ""


def test_word_keeps_headings_lists_and_rows_in_order(read: Read) -> None:
    file = docx.Document()
    file.add_heading("Open data", 1)
    file.add_paragraph("A city opens its data in two steps:")
    file.add_paragraph("an inventory", style="List Number")
    file.add_paragraph("a portal", style="List Number")
    table = file.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Step", "Owner", "Portal", "Ana"), strict=True):
        cell.text = text
    file.add_heading("After that", 2)
    file.add_paragraph("# 1 is not a heading.")
    document = read(saved(file.save), "a.docx")
    assert document.text == (
        "# Open data\n\nA city opens its data in two steps:\n\n- an inventory\n- a portal\n\n"
        "Step: Portal; Owner: Ana.\n\n## After that\n\n\\# 1 is not a heading.\n"
    )
    assert place_of(document, "Step: Portal") == "table 1, row 2"
    assert place_of(document, "is not a heading") == ""
    assert (document.title, document.published) == ("Open data", "")


def test_word_leaves_out_what_is_hidden_or_deleted_and_reads_boxes_once(read: Read) -> None:
    file = docx.Document()
    paragraph = file.add_paragraph("Boise holds gold")
    paragraph.add_run(" and platinum").font.hidden = True
    paragraph.add_run(" in 2024.")
    paragraph._p.append(
        parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText> Not so.</w:delText></w:r></w:del>")
    )
    box = (
        "<w:txbxContent><w:p><w:r><w:t>Said in a box of its own.</w:t></w:r></w:p></w:txbxContent>"
    )
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    paragraph._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')} {mc}><mc:AlternateContent><mc:Choice Requires='wps'>{box}"
            f"</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    text = read(saved(file.save), "a.docx").text
    assert text == "Boise holds gold in 2024.\n\nSaid in a box of its own.\n"


def test_word_says_merged_cells_in_each_row(read: Read) -> None:
    file = docx.Document()
    table = file.add_table(rows=3, cols=3)
    texts = ("City", "Year", "Level", "Boise", "2021", "Silver", "", "2024", "Gold")
    for cell, text in zip(table._cells, texts, strict=True):
        cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    text = read(saved(file.save), "a.docx").text
    assert "City: Boise; Year: 2021; Level: Silver.\n" in text
    assert "City: Boise; Year: 2024; Level: Gold.\n" in text


def test_slides_are_places_and_hidden_ones_are_counted(read: Read, sample: Sample) -> None:
    file = pptx.Presentation()
    for number, text in enumerate(sample.paragraphs, start=1):
        slide = file.slides.add_slide(file.slide_layouts[5])
        slide.shapes.title.text = f"Part {number}"
        below = slide.shapes.add_textbox(Inches(1), Inches(5), Inches(8), Inches(1))
        below.text_frame.text = "Written below."
        above = slide.shapes.add_textbox(Inches(1), Inches(2), Inches(8), Inches(1))
        above.text_frame.text = text
    file.slides[1]._element.set("show", "0")
    document = read(saved(file.save), "a.pptx")
    assert document.text.startswith(f"## Part 1\n\n{sample.paragraphs[0]}\n\nWritten below.\n")
    assert sample.paragraphs[1] not in document.text
    assert document.notes == ("1 of 3 slides are hidden and were not read.",)
    assert place_of(document, sample.paragraphs[2]) == "slide 3"
    assert [place.page for place in document.places] == [1, 3]


def test_a_sheet_says_figures_and_dates_as_its_reader_sees_them(read: Read) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet
    sheet.title = "Budget"
    sheet.append(["Programme of 2024"])
    sheet.append(["Item", "Share", "Due", "Paid", "Cost"])
    sheet.append(["Portal", 0.25, dt.date(2024, 3, 1), True, 0.1 + 0.2])
    sheet["B3"].number_format = "0%"
    sheet.append([])
    sheet.append(["Training", 0.75, dt.datetime(2024, 6, 1, 9, 30), False, 1200])
    secret = book.create_sheet("Secret")
    secret.append(["Item", "Cost"])
    secret.append(["Bribe", 1])
    secret.sheet_state = "hidden"
    document = read(saved(book.save), "a.xlsx")
    assert document.text == (
        "## Budget\n\nProgramme of 2024.\n\n"
        "Item: Portal; Share: 25 %; Due: 2024-03-01; Paid: yes; Cost: 0.3.\n\n"
        "Item: Training; Share: 0.75; Due: 2024-06-01 09:30; Paid: no; Cost: 1200.\n"
    )
    assert place_of(document, "Item: Training") == "sheet Budget, row 5"
    assert document.notes == ("Hidden sheets were not read: Secret.",)


def test_formulas_no_program_has_worked_out_are_noted(read: Read) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet
    sheet.append(["City", "Criteria"])
    sheet.append(["Boise", "=30+7"])
    document = read(saved(book.save), "a.xlsx")
    assert "City: Boise.\n" in document.text
    assert document.notes[0].startswith("Formulas without a stored value were left out")


def test_a_sheet_with_too_many_rows_is_refused_whole(refused: Refused, sample: Sample) -> None:
    reason = refused(sheets(sample), "a.xlsx", Limits(table_rows=2))
    assert reason == "has a table of more than 2 rows"

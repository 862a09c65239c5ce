"""PowerPoint presentations: a heading a slide, its text from the top, tables as rows, notes."""

import io
from collections.abc import Iterable, Iterator

import pptx
from pptx.exc import PackageNotFoundError
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape
from pptx.slide import Slide

from corpus.formats.dates import day
from corpus.formats.drafts import Draft, Refusal
from corpus.formats.manuscript import Manuscript
from corpus.formats.packages import opened
from corpus.limits import Limits

_TEMPLATE_AUTHOR = "Steve Canny"
"""Who made a file whose title and dates are python-pptx's template's."""
_FURNITURE = frozenset({"DATE", "FOOTER", "SLIDE_NUMBER", "HEADER"})


def read(content: bytes, limits: Limits) -> Draft:
    """A presentation's slides in order; those that are hidden are left out and counted."""
    with opened(content, limits):
        try:
            presentation = pptx.Presentation(io.BytesIO(content))
        except PackageNotFoundError as error:
            raise Refusal("is damaged: it cannot be read as a PowerPoint presentation") from error
    slides = list(presentation.slides)
    if len(slides) > limits.pages:
        raise Refusal(f"has {len(slides):,} slides; at most {limits.pages:,} are read")
    manuscript = Manuscript(limits)
    hidden = 0
    for number, slide in enumerate(slides, start=1):
        if slide._element.get("show") in ("0", "false"):
            hidden += 1
            continue
        manuscript.at(f"slide {number}", number)
        _write(manuscript, slide)
    text, places = manuscript.finished()
    said = presentation.core_properties
    ours = said.author == _TEMPLATE_AUTHOR or said.last_modified_by == _TEMPLATE_AUTHOR
    return Draft(
        text,
        title="" if ours else said.title or "",
        created="" if ours else day(said.created),
        places=places,
        notes=(f"{hidden} of {len(slides)} slides are hidden and were not read.",)
        if hidden
        else (),
    )


def _write(manuscript: Manuscript, slide: Slide) -> None:
    title = slide.shapes.title
    if title is not None:
        manuscript.heading(title.text_frame.text, 2)
    for shape in _from_the_top(slide.shapes):
        if title is None or shape.shape_id != title.shape_id:
            _write_shape(manuscript, shape)
    if slide.has_notes_slide and (notes := slide.notes_slide.notes_text_frame) is not None:
        for paragraph in notes.paragraphs:
            manuscript.paragraph(paragraph.text)


def _from_the_top(shapes: Iterable[BaseShape]) -> Iterator[BaseShape]:
    """Shapes as a reader meets them, those of groups where the group stands."""
    for shape in sorted(shapes, key=lambda shape: (shape.top or 0, shape.left or 0)):
        if isinstance(shape, GroupShape):
            yield from _from_the_top(shape.shapes)
        else:
            yield shape


def _write_shape(manuscript: Manuscript, shape: BaseShape) -> None:
    if shape.is_placeholder and shape.placeholder_format.type.name in _FURNITURE:
        return
    if isinstance(shape, GraphicFrame):
        if not shape.has_table:
            return
        manuscript.table([[cell.text for cell in row.cells] for row in shape.table.rows])
    elif isinstance(shape, Shape):
        paragraphs = [p for p in shape.text_frame.paragraphs if p.text.strip()]
        for paragraph in paragraphs:
            if shape.is_placeholder and len(paragraphs) > 1:
                manuscript.item(paragraph.text, depth=paragraph.level)
            else:
                manuscript.paragraph(paragraph.text)

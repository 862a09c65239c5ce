import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.chunker import Block, ChunkerSettings, blocks, chunk, sentences
from corpus.documents import Document, Span

LINES = st.sampled_from(
    [
        "# Title",
        "## Section",
        "Setext",
        "===",
        "---",
        "- item one. And more.",
        "  - nested",
        "1. first",
        "> quoted. Twice!",
        "| a | b |",
        "|---|---|",
        "| 1 | 2 |",
        "```",
        "    indented code",
        "[ref]: http://example.org",
        "<div>html</div>",
        "In 2024, 96 % of evictions were prevented. Was it 58 %? Yes, e.g. in Boulder.",
        "San José Ñuñoa – «ótimo»… 570.5 million",
        "",
        "   ",
        "\t",
    ]
)
MARKDOWN = st.lists(st.one_of(LINES, st.text(max_size=80)), max_size=30).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n"]).map(lambda newline: newline.join(lines))
)
SETTINGS = ChunkerSettings(target_chars=50, max_chars=100, max_sentence_chars=100)


def document(text: str) -> Document:
    return Document(id="d", title="T", kind="k", text=text, language="en")


def covered(text: str, spans: list[Span]) -> str:
    """The characters of `text` that no span covers."""
    left = list(text)
    for span in spans:
        left[span.start : span.end] = " " * (span.end - span.start)
    return "".join(left)


@given(MARKDOWN)
def test_blocks_hold_every_line_once_and_in_order(text: str) -> None:
    found = blocks(text)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    assert covered(text, [block.span for block in found]).strip() == ""


@given(MARKDOWN)
def test_sentences_hold_every_block_but_for_markers(text: str) -> None:
    for block in blocks(text):
        spans = sentences(text, block, language="en", max_chars=100)
        for before, after in pairwise(spans):
            assert before.end <= after.start
        left = covered(text, spans)[block.span.start : block.span.end]
        assert re.fullmatch(r"(?:[\s>*+-]|\d{1,9}[.)])*", left), left
        for span in spans:
            quote = text[span.start : span.end]
            assert quote == quote.strip()
            assert 0 < len(quote) <= 100


@given(MARKDOWN)
def test_passages_hold_every_sentence_once_with_its_place(text: str) -> None:
    passages = chunk(document(text), SETTINGS)
    spans = [span for passage in passages for span in passage.sentences]
    headings = [block.span for block in blocks(text) if block.level]
    left = covered(covered(text, spans), headings)
    assert re.fullmatch(r"(?:[\s>*+-]|\d{1,9}[.)])*", left), left
    assert [p.id for p in passages] == [f"d#{n}" for n in range(len(passages))]
    for before, after in pairwise(passages):
        assert before.span.end <= after.span.start
    for passage in passages:
        assert passage.span == Span(passage.sentences[0].start, passage.sentences[-1].end)
        assert len(passage.sentences) == 1 or passage.span.end - passage.span.start <= 100


def test_a_passage_knows_the_headings_around_it() -> None:
    parts = ["# City", "Intro here.", "## Level", "It is gold.", "### Since", "Since 2024."]
    text = "\n\n".join([*parts, "## Story", "End."])
    found = [(p.headings, text[p.span.start : p.span.end]) for p in chunk(document(text), SETTINGS)]
    assert found == [
        (("City",), "Intro here."),
        (("City", "Level"), "It is gold."),
        (("City", "Level", "Since"), "Since 2024."),
        (("City", "Story"), "End."),
    ]


def test_a_heading_with_nothing_below_it_can_still_be_found() -> None:
    text = "# City\n\n## Empty\n\n## Full\n\nText.\n"
    found = [text[p.span.start : p.span.end] for p in chunk(document(text), SETTINGS)]
    assert found == ["## Empty", "Text."]


def test_list_markers_and_table_rows_are_not_part_of_a_quote() -> None:
    text = "- First fact. Second fact.\n- Third.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    spans = [s for b in blocks(text) for s in sentences(text, b, language="en", max_chars=100)]
    assert [text[s.start : s.end] for s in spans] == [
        "First fact.",
        "Second fact.",
        "Third.",
        "| a | b |",
        "|---|---|",
        "| 1 | 2 |",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Port St. Lucie, Florida, was certified on 23 January 2024.",
        "Boise won 81 % of the vote for 570 million US dollars.",
        "The share was 67.4 %, below 68 %.",
        "It runs from Jan. 3 to Dec. 5 in Washington, D.C. and nowhere else.",
    ],
)
def test_a_full_stop_within_a_sentence_does_not_end_it(sentence: str) -> None:
    text = f"{sentence} Another one."
    block = Block(Span(0, len(text)))
    spans = sentences(text, block, language="en", max_chars=600)
    assert text[spans[0].start : spans[0].end] == sentence

import dataclasses
from pathlib import Path

import pytest

from corpus.documents import Document, Source
from corpus.programme import SHIPPED, Programme, read_programme
from corpus.validation import validate


@pytest.fixture(scope="module")
def shipped() -> Programme:
    return read_programme(SHIPPED)


def with_document(programme: Programme, text: str, **changes: object) -> Programme:
    """The programme with one more document that says `text`."""
    assert programme.records is not None
    source = programme.records.sources[0]
    known = Source(source.title, source.publisher, source.url, source.published)
    extra = Document(
        id="extra", title="Extra", kind="city", text=text, language="en", sources=[known]
    )
    changed = dataclasses.replace(extra, **changes)  # type: ignore[arg-type]
    return dataclasses.replace(programme, documents=[*programme.documents, changed])


def messages(programme: Programme) -> list[str]:
    return [finding.message for finding in validate(programme) if finding.place == "extra"]


def test_the_shipped_programme_is_sound(shipped: Programme) -> None:
    assert validate(shipped) == []
    assert len([d for d in shipped.documents if d.kind == "city"]) == 54
    assert len([d for d in shipped.documents if d.kind == "practice"]) == 8


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Boise, Idaho, holds gold, announced on 17 June 2024.", "no gold for Boise on 2024-06-17"),
        ("Boise, Idaho, holds silver, announced on 18 June 2024.", "no silver for Boise"),
        ("On 17 June 2024 the total reached 84 certified cities.", "has 83 on 2024-06-17"),
        ("Gold asks a city for 69 % of the 43 criteria.", "gives gold no 69 %"),
        ("Data Management has 8 criteria of the 43.", "has 9 criteria for Data Management"),
        ("Criterion DM10 asks a city for a data inventory.", "there is no criterion DM10"),
    ],
)
def test_a_figure_that_contradicts_a_record_is_found(
    shipped: Programme, text: str, message: str
) -> None:
    found = messages(with_document(shipped, text))
    assert len(found) == 1
    assert message in found[0]


@pytest.mark.parametrize(
    "text",
    [
        "Boise, Idaho, holds silver, announced on 17 June 2024.",
        "On 17 June 2024 the total reached 83 certified cities.",
        "Gold asks a city for 68 % of the 43 criteria.",
        "Criterion DM9 is the last of its area.",
    ],
)
def test_a_figure_that_agrees_is_not_a_finding(shipped: Programme, text: str) -> None:
    assert messages(with_document(shipped, text)) == []


def test_a_missing_source_is_found(shipped: Programme) -> None:
    assert messages(with_document(shipped, "Nothing wrong.", sources=[])) == ["names no source"]


def test_an_unknown_source_is_found(shipped: Programme) -> None:
    unknown = Source("Hearsay", "Nobody", "https://example.org", "")
    found = messages(with_document(shipped, "Nothing wrong.", sources=[unknown]))
    assert found == ["the source 'Hearsay' is not in sources.yaml"]


def test_an_unknown_city_is_found(shipped: Programme) -> None:
    found = messages(with_document(shipped, "Nothing wrong.", cities=["atlantis"]))
    assert found == ["names the city 'atlantis', which cities.yaml does not list"]


def test_a_sentence_that_stands_twice_is_found(shipped: Programme) -> None:
    first = next(d for d in shipped.documents if d.id == "city-boise")
    sentence = first.text.split("\n\n")[2].split(". ")[0] + "."
    found = messages(with_document(shipped, sentence))
    assert found == [f"says again what stands in city-boise: '{sentence}'"]


def test_a_quote_that_its_document_does_not_hold_is_found(shipped: Programme) -> None:
    rest = [d for d in shipped.documents if d.id != "standard-current"]
    findings = validate(dataclasses.replace(shipped, documents=rest))
    assert any("'standard-current', which is missing" in f.message for f in findings)


def test_a_file_that_cannot_be_read_is_found(tmp_path: Path, shipped: Programme) -> None:
    folder = tmp_path / "programme"
    (folder / "documents").mkdir(parents=True)
    (folder / "programme.yaml").write_text((SHIPPED / "programme.yaml").read_text("utf-8"), "utf-8")
    (folder / "documents" / "broken.md").write_text("---\nid: Not An Id\n---\ntext", "utf-8")
    findings = validate(read_programme(folder))
    assert [f.place for f in findings] == ["broken.md"]

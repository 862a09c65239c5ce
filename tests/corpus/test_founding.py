import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError, UnwritableFileError
from corpus.founding import Founding, found_programme
from corpus.level_lists import read_levels
from corpus.programme import read_programme
from corpus.validation import validate

LEVELS = read_levels("bronze 25, silver 45, gold 65, platinum 85 of 100 points")


def founding(
    documents: Sequence[Path] = (), *, levels: bool = True, languages: Sequence[str] = ("en",)
) -> Founding:
    return Founding(
        name="Green schools",
        about="A rating of schools.",
        languages=languages,
        since=dt.date(2026, 1, 1),
        documents=documents,
        levels=LEVELS if levels else None,
    )


def given(folder: Path) -> Path:
    (folder / "guides" / "deep").mkdir(parents=True)
    (folder / "guides" / "one.md").write_text("# One\n\nA school plants trees.\n")
    (folder / "guides" / "deep" / "levels.md").write_text("# Two\n\nA school saves water.\n")
    (folder / "guides" / "picture.png").write_bytes(b"\x89PNG")
    (folder / "guides" / ".hidden.md").write_text("# Not this\n\nNo.\n")
    return folder / "guides"


def test_a_founded_programme_is_read_and_sound_but_for_its_sources(tmp_path: Path) -> None:
    made = found_programme(tmp_path / "own", founding([given(tmp_path)]))
    assert (made.copied, made.copied_readable, made.readable) == (3, 2, 3)
    programme = read_programme(tmp_path / "own")
    assert programme.description.id == "green-schools"
    assert programme.records is not None
    assert programme.records.standard is not None
    assert {finding.message for finding in validate(programme)} == {"names no source"}


def test_the_document_of_levels_leaves_the_name_of_a_given_one(tmp_path: Path) -> None:
    found_programme(tmp_path / "own", founding([given(tmp_path)]))
    records = read_programme(tmp_path / "own").records
    assert records is not None
    assert records.standard is not None
    assert records.standard.current.evidence.document == "levels-2"
    assert (tmp_path / "own" / "documents" / "deep" / "levels.md").read_text().startswith("# Two")


@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_levels_are_told_in_the_documents_language(tmp_path: Path, language: str) -> None:
    found_programme(tmp_path / "own", founding(languages=[language]))
    programme = read_programme(tmp_path / "own")
    assert {finding.message for finding in validate(programme)} == {"names no source"}
    unit = {"en": "points", "es": "puntos", "pt": "pontos"}[language]
    assert unit in programme.documents[0].text
    assert len(programme.description.starters[language]) == 2


def test_without_levels_there_are_no_records(tmp_path: Path) -> None:
    made = found_programme(tmp_path / "own", founding(levels=False))
    assert made.readable == 0
    assert read_programme(tmp_path / "own").records is None
    assert (tmp_path / "own" / "documents").is_dir()


def test_two_files_of_a_name_are_both_kept(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "guide.md").write_text(f"# {name}\n\nIt is of {name}.\n")
    files = [tmp_path / name / "guide.md" for name in ("a", "b")]
    found_programme(tmp_path / "own", founding(files, levels=False))
    kept = sorted((tmp_path / "own" / "documents").iterdir())
    assert [path.name for path in kept] == ["guide-2.md", "guide.md"]
    assert {path.read_text()[:3] for path in kept} == {"# a", "# b"}


def test_an_empty_folder_is_filled_in_place(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    before = folder.stat().st_ino
    found_programme(folder, founding())
    assert folder.stat().st_ino == before
    assert (folder / "programme.yaml").exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "mine.txt").write_text("mine")
    with pytest.raises(UnwritableFileError, match="new or empty"):
        found_programme(tmp_path / "own", founding())
    assert [path.name for path in (tmp_path / "own").iterdir()] == ["mine.txt"]
    with pytest.raises(UnwritableFileError, match="new or empty"):
        found_programme(tmp_path / "own" / "mine.txt", founding())


def test_nothing_is_left_where_a_document_cannot_be_copied(tmp_path: Path) -> None:
    guides = given(tmp_path)
    with pytest.raises(UnreadableFileError, match="is not there"):
        found_programme(tmp_path / "own", founding([tmp_path / "nowhere"]))
    with pytest.raises(UnwritableFileError):
        found_programme(guides / "picture.png" / "own", founding())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["guides"]

from pathlib import Path

from corpus.loaders import document_paths, read_documents

MATTER = "---\nid: boise\n---\n"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path, "a.md", MATTER + "text")
    write(tmp_path, "b.md", MATTER + "text")
    write(tmp_path, "c.md", b"a\0b")
    reading = read_documents(tmp_path, language="en")
    assert [d.id for d in reading.documents] == ["boise"]
    assert [(f.path.name, f.reason) for f in reading.failures] == [
        ("b.md", "the id 'boise' is already taken"),
        ("c.md", "is called .md but holds NUL bytes, so it is not text"),
    ]


def test_only_files_of_known_endings_that_are_not_hidden_are_tried(tmp_path: Path) -> None:
    for name in ("b.PDF", "a.md", ".hidden.md", "~$open.docx", "c.png", "in/d.txt"):
        write(tmp_path, name, "text")
    tried = [path.relative_to(tmp_path).as_posix() for path in document_paths(tmp_path)]
    assert tried == ["a.md", "b.PDF", "in/d.txt"]


def test_files_of_one_stem_are_documents_of_their_own(tmp_path: Path) -> None:
    for name in ("a/guide.md", "b/guide.md", "b/guide.txt"):
        write(tmp_path, name, "Boise holds gold.")
    reading = read_documents(tmp_path, language="en")
    assert [d.id for d in reading.documents] == ["a-guide", "b-guide", "b-guide-txt"]
    assert [d.origin for d in reading.documents] == ["a/guide.md", "b/guide.md", "b/guide.txt"]

"""One process writes to an index while others read it."""

import json
import re
from contextlib import closing
from pathlib import Path
from threading import Barrier

from index.changes import ChangeWatch
from index.retriever import Retriever
from tests.conftest import WordEncoder
from tests.killed import CONTEXT
from tests.small_index import assert_whole, state, update

READERS = 3
FILES = 6
EDITIONS = 24


def write_edition(guides: Path, number: int) -> None:
    """Change a file, and have another come and go."""
    text = "\n\n".join(
        f"## Part {part}\n\nEdition {number} says in part {part} that gate {number} is open. "
        f"Whoever reads part {part} reads edition {number}."
        for part in range(4)
    )
    (guides / f"{number % FILES}.md").write_text(f"# Guide {number % FILES}\n\n{text}", "utf-8")
    passing = guides / "passing.md"
    if number % 2:
        passing.write_text(f"# Passing\n\nEdition {number} passes.", "utf-8")
    else:
        passing.unlink(missing_ok=True)


def write(index: Path, guides: Path, together: Barrier) -> None:
    """Bring out edition after edition."""
    together.wait()
    for number in range(FILES, FILES + EDITIONS):
        write_edition(guides, number)
        _, changes = update(index)
        assert changes
        assert not changes.failures
    (index / "written").touch()


def read(index: Path, told: Path, together: Barrier) -> None:
    """Open state after state until the writer is done, and hold that each is whole."""
    together.wait()
    seen: set[str] = set()
    states = changes = 0
    with closing(ChangeWatch(index)) as watch:
        while not (index / "written").exists():
            with closing(state(index)) as now:
                begun = now.manifest
                assert_whole(now)
                retriever = Retriever(now, WordEncoder())
                for own in now.catalogue.documents():
                    assert len(set(re.findall(r"(?i)edition (\d+)", own.text))) <= 1
                question = "Which gate is open?"
                vector = retriever.embed(question)
                assert retriever.search(question, vector, language="en", limit=5)
                assert now.manifest.corpus == begun.corpus
            seen.add(begun.id)
            states += 1
            changes += watch.has_changed()
    told.write_text(json.dumps([states, len(seen), changes]))


def test_readers_see_whole_documents_and_are_never_interrupted(tmp_path: Path) -> None:
    index, guides = tmp_path / "index", tmp_path / "guides"
    guides.mkdir()
    for number in range(FILES):
        write_edition(guides, number)
    update(index, add=[guides])
    told = [tmp_path / f"{n}.json" for n in range(READERS)]
    together = CONTEXT.Barrier(1 + READERS)
    children = [
        CONTEXT.Process(target=write, args=(index, guides, together)),
        *(CONTEXT.Process(target=read, args=(index, path, together)) for path in told),
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0] * len(children)
    for path in told:
        states, different, changes = json.loads(path.read_text())
        assert states >= different > 1
        assert changes > 1
    with closing(state(index)) as now:
        assert_whole(now)

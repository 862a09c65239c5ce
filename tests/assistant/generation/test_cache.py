from pathlib import Path

import pytest

from assistant.generation import cache
from assistant.generation.cache import GenerationCache
from assistant.generation.prompts import rephrase_prompt
from corpus.errors import UnwritableFileError

ONE, OTHER = rephrase_prompt("What of Boise?", ()), rephrase_prompt("What of Recife?", ())


def test_a_text_is_found_by_all_that_it_depends_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deeper" / "texts.sqlite"
    own = GenerationCache(path, model="m", index="i")
    assert own.find(ONE) is None
    own.keep(ONE, "São José [1].")
    own.keep(ONE, "São João [1].")
    own.close()
    again = GenerationCache(path, model="m", index="i")
    assert again.find(ONE) == "São João [1]."
    assert again.find(OTHER) is None
    assert GenerationCache(path, model="n", index="i").find(ONE) is None
    assert GenerationCache(path, model="m", index="j").find(ONE) is None
    monkeypatch.setattr(cache, "VERSION", "another")
    assert GenerationCache(path, model="m", index="i").find(ONE) is None


def test_the_oldest_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 2)
    own = GenerationCache(tmp_path / "texts.sqlite", model="m", index="i")
    prompts = [rephrase_prompt(f"{n}?", ()) for n in range(4)]
    for n, prompt in enumerate(prompts):
        own.keep(prompt, str(n))
    assert [own.find(prompt) for prompt in prompts] == [None, None, "2", "3"]
    own.close()


def test_a_file_that_is_something_else_is_named(tmp_path: Path) -> None:
    path = tmp_path / "texts.sqlite"
    path.write_bytes(b"something else" * 100)
    with pytest.raises(UnwritableFileError, match=r"texts\.sqlite"):
        GenerationCache(path, model="m", index="i")

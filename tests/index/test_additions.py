from pathlib import Path

import pytest

from index.additions import Additions, is_address, is_below
from index.errors import SourceError, UnreadableAdditionsError

GUIDES, OLD = "/home/ana/guides", "/home/ana/guides/old"
PAGE = "https://city.example/plan.html"


def test_what_was_added_is_kept_in_order_and_once() -> None:
    added = Additions().plus([PAGE, GUIDES]).plus([GUIDES])
    assert added.sources == (GUIDES, PAGE)


def test_what_is_taken_out_of_a_source_is_left_out_until_it_is_added_again() -> None:
    added = Additions().plus([GUIDES]).minus([OLD])
    assert (added.sources, added.left_out) == ((GUIDES,), (OLD,))
    assert added.plus([OLD]) == Additions(sources=(GUIDES,))
    assert added.plus([GUIDES]) == Additions(sources=(GUIDES,))


def test_adding_the_parent_takes_back_only_what_is_below_it() -> None:
    files = [f"{OLD}/a.md", f"{GUIDES}/b.md"]
    added = Additions().plus([GUIDES]).minus(files)
    assert added.plus([OLD]).left_out == (f"{GUIDES}/b.md",)


def test_a_source_that_is_taken_out_forgets_what_was_left_out_of_it() -> None:
    added = Additions().plus([GUIDES, PAGE]).minus([OLD]).minus([GUIDES])
    assert added == Additions(sources=(PAGE,))


def test_what_was_never_added_cannot_be_taken_out() -> None:
    with pytest.raises(SourceError, match="was not added"):
        Additions().plus([GUIDES]).minus(["/home/ana/guides-of-others"])


@pytest.mark.parametrize(
    ("name", "below"),
    [(GUIDES, True), (OLD, True), (f"{GUIDES}-2", False), ("/home/ana", False)],
)
def test_below_is_by_whole_names(name: str, below: bool) -> None:
    assert is_below(name, [GUIDES]) is below
    assert is_below(name, [f"{GUIDES}/"]) is (below and name != GUIDES)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    assert Additions.read(tmp_path) == Additions()
    added = Additions().plus([GUIDES, PAGE]).minus([OLD])
    added.write(tmp_path)
    assert Additions.read(tmp_path) == added
    assert [path.name for path in tmp_path.iterdir()] == ["additions.json"]


@pytest.mark.parametrize("content", ["", "{", '{"sources": "x"}', '{"others": []}'])
def test_a_list_that_cannot_be_read_is_not_taken_for_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "additions.json").write_text(content, "utf-8")
    with pytest.raises(UnreadableAdditionsError, match=r"additions\.json"):
        Additions.read(tmp_path)


def test_what_was_added_twice_is_taken_out_of_its_folder_too() -> None:
    added = Additions().plus([GUIDES, OLD]).minus([OLD])
    assert added == Additions(sources=(GUIDES,), left_out=(OLD,))


def test_what_is_left_out_of_one_source_may_be_in_another() -> None:
    inner = f"{OLD}/inner"
    added = Additions().plus([GUIDES]).minus([OLD]).plus([inner])
    assert added.leaves_out(f"{inner}/a.md", GUIDES)
    assert not added.leaves_out(f"{inner}/a.md", inner)
    assert not added.leaves_out("documents/a.md", "")


def test_an_address_may_be_written_in_capitals() -> None:
    assert is_address("HTTPS://City.example/Plan.html")
    assert not is_address("/home/ana/https")

"""What becomes of web addresses that were added, from a site on the loopback."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.updating import Changes
from tests.small_index import state, update
from tests.web_site import Page, Site, served

PLAN = "/plan.txt"


def page(gates: int, *, tag: str = "") -> Page:
    text = f"Plan\n\nQuilmes Bay opened {gates} tide gates in 2023. They are closed in storms."
    headers = {"Content-Type": "text/plain; charset=utf-8", **({"ETag": tag} if tag else {})}
    return Page(text.encode(), 200, headers)


@pytest.fixture
def site() -> Iterator[Site]:
    with served({PLAN: page(14)}) as site:
        yield site


@pytest.fixture
def index(tmp_path: Path, site: Site) -> Path:
    _, changes = update(tmp_path / "index", add=[site.root + PLAN])
    assert site.root + PLAN in changes.put
    assert not changes.failures
    return tmp_path / "index"


def again(index: Path) -> Changes:
    return update(index, refetch=True)[1]


def texts(index: Path) -> str:
    with closing(state(index)) as now:
        return "\n".join(document.text for document in now.catalogue.documents())


def test_a_page_is_a_document_that_names_its_address(index: Path, site: Site) -> None:
    with closing(state(index)) as now:
        (own,) = [d for d in now.catalogue.documents() if "Quilmes" in d.text]
    assert [source.url for source in own.sources] == [site.root + PLAN]


def test_it_is_asked_for_again_only_when_that_is_wanted(index: Path, site: Site) -> None:
    before = len(site.asked)
    update(index)
    assert len(site.asked) == before
    changes = again(index)
    assert not changes
    assert (changes.unchanged, changes.missing) == (3, {})
    assert len(site.asked) > before


def test_a_page_that_has_changed_replaces_what_it_was(index: Path, site: Site) -> None:
    site.pages[PLAN] = page(29)
    assert [*again(index).put] == [site.root + PLAN]
    assert "29 tide gates" in texts(index)
    assert "14 tide gates" not in texts(index)


def test_what_the_server_says_is_unchanged_is_not_sent_again(index: Path, site: Site) -> None:
    site.pages[PLAN] = page(29, tag='"1"')
    again(index)
    site.pages[PLAN] = Page(status=304, headers={"ETag": '"1"'})
    changes = again(index)
    assert (changes.put, changes.missing) == ([], {})
    assert site.asked[-1].headers["if-none-match"] == '"1"'
    assert "29 tide gates" in texts(index)


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_leaves(index: Path, site: Site, status: int) -> None:
    site.pages[PLAN] = Page(status=status)
    assert [*again(index).removed] == [site.root + PLAN]
    assert "tide gates" not in texts(index)
    site.pages[PLAN] = page(31)
    again(index)
    assert "31 tide gates" in texts(index)


def test_a_page_that_cannot_be_had_now_stays_as_it_was(index: Path, site: Site) -> None:
    site.pages[PLAN] = Page(status=503)
    changes = again(index)
    assert [*changes.missing] == [site.root + PLAN]
    assert changes.missing[site.root + PLAN].endswith("what it gave before stays")
    assert "14 tide gates" in texts(index)


def test_a_page_that_never_came_is_named_and_tried_again(index: Path, site: Site) -> None:
    other = f"{site.root}/other.txt"
    _, changes = update(index, add=[other])
    assert [*changes.failures] == [other]
    with closing(state(index)) as now:
        assert other in now.manifest.failures
    site.pages["/other.txt"] = page(77)
    assert not again(index).failures
    assert "77 tide gates" in texts(index)


def test_an_address_that_is_taken_out_takes_its_page_along(index: Path, site: Site) -> None:
    _, changes = update(index, drop=[site.root + PLAN])
    assert [*changes.removed] == [site.root + PLAN]
    assert "tide gates" not in texts(index)


def test_an_address_that_is_added_again_is_asked_for_again(index: Path, site: Site) -> None:
    late = site.root + "/late.txt"
    _, changes = update(index, add=[late])
    assert late in changes.failures
    site.pages["/late.txt"] = page(15)
    assert not update(index)[1]
    assert [*update(index, add=[late])[1].put] == [late]

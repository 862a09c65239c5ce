from corpus.documents import Source
from corpus.reading import read_content
from tests.corpus.formats.conftest import Read, Refused
from tests.corpus.make_files import Sample, web_page

LONG = "The city publishes an inventory of its data, and each set in it has an owner by name. " * 4


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def test_the_main_text_is_read_and_nothing_beside_it(read: Read, sample: Sample) -> None:
    document = read(web_page(sample), "a.html")
    for beside in ("Home page", "cookies", "Share on", "Copyright", "platinum."):
        assert beside not in document.text
    assert document.text.startswith("# Data in Boise\n\nBoise holds gold")
    assert "\n## Levels\n\nCity: Boise; Level: Gold; Year: 2024.\n" in document.text
    assert document.sources == (
        Source("Data in Boise", "", "https://example.org/page", "2024-03-12"),
    )


def test_a_page_too_short_for_a_guess_is_read_without_its_menus(read: Read) -> None:
    body = "<nav>Menu</nav><h1>Boise</h1><p>Boise holds gold.</p><footer>Imprint</footer>"
    assert read(page(body), "a.html").text == "# Boise\n\nBoise holds gold.\n"


def test_sections_that_a_guess_passes_over_are_read_where_the_page_marks_its_text(
    read: Read,
) -> None:
    sections = "".join(
        f'<div><div class="card"><span>Criterion {n}</span><ul><li><span>A city meets criterion '
        f"{n} if it shows it in public.</span></li></ul></div></div>"
        for n in range(30)
    )
    body = f"<nav>Menu</nav><main><h1>Criteria</h1><p>{LONG}</p>{sections}</main>"
    text = read(page(body), "a.html").text
    for n in range(30):
        assert f"A city meets criterion {n} if it shows it in public." in text
    assert "Menu" not in text


def test_code_within_a_sentence_does_not_break_it(read: Read) -> None:
    body = f"<article><h1>B</h1><p>{LONG}</p><p>Run <code>make</code> once.</p></article>"
    assert "\n\nRun make once.\n" in read(page(body), "a.html").text


def test_lists_quotes_and_names_with_values_keep_their_form(read: Read) -> None:
    body = f"""<article><h1>Boise</h1><p>{LONG}</p>
    <ul><li>an inventory</li><li>a portal<ul><li>with search</li></ul></li></ul>
    <table><tr><th>Population</th><td>235,000</td></tr><tr><th>Level</th><td>Gold</td></tr></table>
    <p>Line one<br>line two &amp; <b>bold</b>.</p></article>"""
    text = read(page(body), "a.html").text
    assert "- an inventory\n- a portal\n" in text
    assert "with search" in text
    assert "Population: 235,000.\n\nLevel: Gold.\n" in text
    assert "Line one line two & bold.\n" in text


def test_dates_come_from_metadata_and_titles_from_what_is_shared(read: Read) -> None:
    head = """<title>Site | Boise</title><meta property="og:title" content="Boise holds gold">
    <script type="application/ld+json">{"@graph": [{"@type": "Article",
    "datePublished": "2024-06-17T08:00:00Z"}]}</script>"""
    document = read(page(f"<main><h1>Other</h1><p>{LONG}</p></main>", head), "a.html")
    assert (document.title, document.published) == ("Boise holds gold", "2024-06-17")


def test_a_quote_pulled_from_the_text_is_read_once(read: Read) -> None:
    said = "Anyone may ask for a set that is missing from the portal of the city."
    quoted = f"<blockquote>{said}</blockquote><p>Why? {said}</p>"
    body = f"<article><h1>B</h1><p>{LONG}</p>{quoted}</article>"
    assert read(page(body), "a.html").text.count("Anyone may ask") == 1


def test_the_encoding_a_page_declares_is_believed(read: Read) -> None:
    content = page(f"<p>Город {LONG}</p>", '<meta charset="koi8-r">').decode().encode("koi8-r")
    assert "Город" in read(content, "a.html").text


def test_what_a_server_says_tells_kinds_of_text_apart() -> None:
    content = b"<p>Boise holds gold.</p>"
    reading = read_content(content, name="page", media_type="text/html", language="en")
    assert [d.text for d in reading.documents] == ["Boise holds gold.\n"]


def test_a_page_without_text_is_refused(refused: Refused) -> None:
    assert refused(page("<nav><a href=/>Home</a></nav>"), "a.html") == "holds no text"

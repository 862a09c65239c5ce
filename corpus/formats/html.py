"""Web pages: the main text as trafilatura finds it, with what the page says of itself."""

import json
import re
from collections.abc import Callable, Iterator
from typing import cast

import lxml.html
from lxml import etree

from corpus.formats import markup
from corpus.formats.dates import iso_date
from corpus.formats.drafts import Draft, Refusal
from corpus.formats.encodings import decoded
from corpus.formats.manuscript import Manuscript
from corpus.limits import Limits

_ENOUGH = 250
"""Characters of main text; a page that gives less is read whole, without its menus."""
_SHARE = 0.8
"""Of the text that a page marks as its own, what a guess has to hold to be believed."""
_BESIDE = re.compile(
    r"cookie|consent|gdpr|share|social|breadcrumb|sidebar|newsletter|advert|popup|modal|skip-link",
    re.I,
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_XML_CHARSET = re.compile(rb"<\?xml[^>]+encoding\s*=\s*[\"']([\w-]+)", re.I)
_XML = re.compile(r"\s*<\?xml[^>]*\?>")
_DATES = (
    "article:modified_time", "article:published_time", "datepublished", "datemodified",
    "dcterms.issued", "dcterms.modified", "dc.date.issued", "dc.date", "dcterms.date",
    "citation_publication_date", "citation_date", "date", "pubdate", "publish_date",
)  # fmt: skip


def read(content: bytes, limits: Limits) -> Draft:
    """A page's main text; menus, cookie notices, share bars and what is hidden left out."""
    tree = parsed(content)
    if len(tree.findall(".//tr")) > limits.table_rows:
        raise Refusal(f"has a table of more than {limits.table_rows:,} rows")
    manuscript = Manuscript(limits)
    markup.write(manuscript, _text_of_its_own(tree))
    text, places = manuscript.finished()
    return Draft(
        text,
        title=_title(tree, manuscript.first_heading),
        language=(tree.get("lang") or "")[:2].lower(),
        published=_published(tree),
        address=_address(tree),
        places=places,
    )


def parsed(content: bytes) -> etree._Element:
    """The tree of a page, whatever its encoding.

    Raises:
        Refusal: nothing in it can be read as HTML.
    """
    declared = _CHARSET.search(content[:4096]) or _XML_CHARSET.match(content[:200])
    text, _ = decoded(content, declared[1].decode("ascii") if declared else "")
    parser = lxml.html.HTMLParser(huge_tree=True, no_network=True)
    try:
        return lxml.html.document_fromstring(_XML.sub("", text, count=1), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise Refusal("holds no text that can be read as a web page") from error


def write_whole(manuscript: Manuscript, content: bytes) -> None:
    """Put a page that is all text, such as a chapter or a message, into a manuscript."""
    markup.write(manuscript, parsed(content))


def _text_of_its_own(tree: etree._Element) -> etree._Element:
    """What trafilatura takes for the main text, unless the page marks more than that as such.

    Trafilatura knows menus that no page calls by that name, but passes over sections and lists.
    """
    guessed = _main_text(tree)
    marked, is_marked = _pruned(tree)
    if guessed is None:
        return marked
    length = len(markup.text_of(guessed))
    needed = _SHARE * len(markup.text_of(marked)) if is_marked else _ENOUGH
    return guessed if length >= max(needed, _ENOUGH) else marked


def _main_text(tree: etree._Element) -> etree._Element | None:
    from trafilatura import bare_extraction

    clean = _without(tree, lambda element: not markup.shown(element) and element.tag != "head")
    markup.mark_pairs(clean)
    found = bare_extraction(clean, include_comments=False, include_tables=True, favor_recall=True)
    return None if found is None or isinstance(found, dict) else found.body


def _pruned(tree: etree._Element) -> tuple[etree._Element, bool]:
    """The page without what stands beside its text, and whether it marks that text itself.

    That is its `main`, or its `article` if it has only one.
    """
    whole = _without(tree, _is_beside)
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = whole.findall(path)
        if len(found) == 1 and markup.text_of(found[0]):
            return found[0], True
    return whole, False


def _is_beside(element: etree._Element) -> bool:
    name = element.tag if isinstance(element.tag, str) else ""
    if not markup.shown(element) or name in ("header", "footer", "aside"):
        return name != "head" and not (name == "header" and element.find(".//h1") is not None)
    if name in ("ul", "ol") and _is_menu(element):
        return True
    about = f"{element.get('class', '')} {element.get('id', '')}"
    return name in ("div", "section", "ul", "p") and _BESIDE.search(about) is not None


def _is_menu(element: etree._Element) -> bool:
    """Whether a list is nearly all links."""
    links = [len(markup.text_of(link)) for link in element.iter("a")]
    return len(links) >= 3 and sum(links) > 0.8 * len(markup.text_of(element))


def _without(tree: etree._Element, unwanted: Callable[[etree._Element], bool]) -> etree._Element:
    """A copy of the tree without the elements for which `unwanted` holds; their tails stay."""
    copy = lxml.html.fromstring(lxml.html.tostring(tree))
    for element in [e for e in copy.iter() if isinstance(e.tag, str) and unwanted(e)]:
        if element.getparent() is not None and element.tag != "body":
            cast(lxml.html.HtmlElement, element).drop_tree()
    return copy


def _title(tree: etree._Element, first_heading: str) -> str:
    """The title the page gives for sharing, else its first heading, else its window title."""
    shared = dict(_meta(tree)).get("og:title", "")
    window = tree.find(".//title")
    return shared or first_heading or (markup.text_of(window) if window is not None else "")


def _published(tree: etree._Element) -> str:
    """The newest date that the page's metadata gives; empty if there is none."""
    said = [value for name, value in _meta(tree) if name in _DATES]
    said += list(_linked_data(tree))
    said += [e.get("datetime", "") for e in tree.iterfind(".//time[@pubdate]")]
    return max(filter(None, map(iso_date, said)), default="")


def _meta(tree: etree._Element) -> Iterator[tuple[str, str]]:
    for element in tree.iterfind(".//meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if value := (element.get("content") or "").strip():
            yield name.lower(), value


def _linked_data(tree: etree._Element) -> Iterator[str]:
    """Dates in a page's JSON-LD."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            entries = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        entries = entries if isinstance(entries, list) else [entries]
        for entry in entries:
            graph = entry.get("@graph", []) if isinstance(entry, dict) else []
            for item in [entry, *(graph if isinstance(graph, list) else [])]:
                if isinstance(item, dict):
                    for key in ("datePublished", "dateModified"):
                        yield str(item.get(key, ""))


def _address(tree: etree._Element) -> str:
    """The page's own address, if it names one."""
    links = (e.get("href", "") for e in tree.iterfind(".//link[@rel='canonical']"))
    named = [*links, dict(_meta(tree)).get("og:url", "")]
    return next((url for url in named if re.match(r"https?://", url)), "")

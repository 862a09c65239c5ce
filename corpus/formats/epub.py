"""E-books: chapters in reading order, each read as the web page it is."""

import posixpath
import urllib.parse
import zipfile
from collections.abc import Iterator

from lxml import etree

from corpus.formats import html
from corpus.formats.dates import iso_date
from corpus.formats.drafts import Draft, Refusal
from corpus.formats.manuscript import Manuscript
from corpus.formats.packages import opened
from corpus.limits import Limits

_CONTAINER = "META-INF/container.xml"
_RIGHTS = "META-INF/rights.xml"


def read(content: bytes, limits: Limits) -> Draft:
    """An e-book's chapters, the number of each as its place."""
    with opened(content, limits) as archive:
        try:
            return _read(archive, limits)
        except (
            KeyError,
            IndexError,
            AttributeError,
            etree.XMLSyntaxError,
            zipfile.BadZipFile,
        ) as error:
            raise Refusal("is damaged: it cannot be read as an e-book") from error


def _read(archive: zipfile.ZipFile, limits: Limits) -> Draft:
    if _RIGHTS in archive.namelist():
        raise Refusal("is locked by its seller")
    container = _tree(archive.read(_CONTAINER))
    package_name = _all(container, "rootfile")[0]["full-path"]
    package = _tree(archive.read(package_name))
    manuscript = Manuscript(limits)
    for number, name in enumerate(_chapters(package, package_name), start=1):
        manuscript.at(f"chapter {number}")
        html.write_whole(manuscript, archive.read(name))
    text, places = manuscript.finished()
    said = {
        name: package.findtext(f".//{{*}}{name}") or "" for name in ("title", "date", "language")
    }
    return Draft(
        text if manuscript.has_text else "",
        title=said["title"],
        language=said["language"][:2].lower(),
        published=iso_date(said["date"]),
        places=places,
    )


def _tree(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _all(tree: etree._Element, name: str) -> list[dict[str, str]]:
    """Attributes of each element of that name, whatever its namespace."""
    return [{str(k): str(v) for k, v in e.attrib.items()} for e in tree.iter(f"{{*}}{name}")]


def _chapters(package: etree._Element, package_name: str) -> Iterator[str]:
    """Names in the archive of the pages that are read one after the other."""
    items = {item["id"]: item for item in _all(package, "item")}
    for reference in _all(package, "itemref"):
        item = items[reference["idref"]]
        is_contents = "nav" in item.get("properties", "").split()
        if reference.get("linear") != "no" and not is_contents:
            path = urllib.parse.unquote(item["href"])
            yield posixpath.normpath(posixpath.join(posixpath.dirname(package_name), path))

"""What machines that read the site ask for: what to leave alone, and what there is."""

from xml.sax.saxutils import escape

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response

from ui.pages.caching import cached
from ui.pages.site import READ, Site

_LEFT_ALONE = ("/chat", "/api/", "/v1/", "/mcp")


def machine_pages(site: Site) -> APIRouter:
    """Their routes."""
    pages = APIRouter(include_in_schema=False)
    desk = site.desk

    @pages.api_route("/robots.txt", methods=READ)
    def robots(request: Request) -> Response:
        lines = [
            "User-agent: *",
            *(f"Disallow: {path}" for path in _LEFT_ALONE),
            f"Sitemap: {site.address(request, '/sitemap.xml')}",
        ]
        return cached(request, PlainTextResponse("\n".join(lines) + "\n"), "shared")

    @pages.api_route("/sitemap.xml", methods=READ)
    def sitemap(request: Request) -> Response:
        paths = ["/", "/questions", "/documents"]
        paths += [f"/answers/{suggestion.answer}" for suggestion in desk.suggestions.all]
        paths += [f"/documents/{id_}" for id_ in desk.catalogue.document_ids()]
        day = desk.assistant.index.built[:10]
        rows = "\n".join(
            f"<url><loc>{escape(site.address(request, path))}</loc><lastmod>{day}</lastmod></url>"
            for path in dict.fromkeys(paths)
        )
        body = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}\n</urlset>\n'
        )
        return cached(request, Response(body, media_type="application/xml"), "shared")

    return pages

"""What caches may keep: every page has a validator, so that one seen again is not sent again."""

import hashlib
from typing import Literal

from fastapi import Request
from fastapi.responses import Response

Freshness = Literal["shared", "own", "none"]

_CONTROL = {
    "shared": "public, max-age=300",  # what changes with the index only
    "own": "private, no-cache",  # what a reader has asked
    "none": "no-store",  # errors
}


def cached(request: Request, response: Response, freshness: Freshness) -> Response:
    """The response with headers for caches, or 304 where the client has the same already."""
    headers = {"Cache-Control": _CONTROL[freshness], "Vary": "Accept-Language"}
    if freshness != "none":
        headers["ETag"] = f'"{hashlib.sha256(bytes(response.body)).hexdigest()[:20]}"'
        known = {
            tag.strip().removeprefix("W/")
            for tag in request.headers.get("if-none-match", "").split(",")
        }
        if known & {headers["ETag"], "*"}:
            return Response(status_code=304, headers=headers)
    response.headers.update(headers)
    return response

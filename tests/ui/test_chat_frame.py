"""What Gradio's page is completed with before its scripts run."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from ui.chat.frame import ChatFrame

PAGE = (
    '<html><head><meta property="og:title" content="Gradio" /><meta name="viewport">'
    "</head><body style='x'><p>ñ</p></body></html>"
)


def page(request: Request) -> HTMLResponse:
    assert "accept-encoding" not in request.headers or request.url.path != "/chat/"
    return HTMLResponse(PAGE)


def client() -> TestClient:
    routes = [
        Route("/chat/", page),
        Route("/chat/config", lambda _: JSONResponse({"head": "</head>"})),
        Route("/other", page),
    ]
    return TestClient(ChatFrame(Starlette(routes=routes), name="A & B", description='"quoted"'))


def test_the_page_gets_our_head_and_words_without_scripts() -> None:
    response = client().get("/chat/")
    assert "<title>A &amp; B</title>" in response.text
    assert 'content="&#34;quoted&#34;"' in response.text
    assert "/static/tokens.css" in response.text.split("</head>")[0]
    assert "og:title" not in response.text
    assert "viewport" in response.text
    body = response.text.split("<body style='x'>")[1]
    assert body.startswith("<noscript>")
    assert body.endswith("<p>ñ</p></body></html>")
    assert response.headers["content-length"] == str(len(response.content))


def test_everything_else_passes_untouched() -> None:
    assert client().get("/chat/config").json() == {"head": "</head>"}
    assert client().get("/other").text == PAGE

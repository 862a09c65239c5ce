"""`/embed.js`: the widget's code with its words and its styles: one file is all it needs."""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from ui.texts import LANGUAGES, Texts, keys

STATIC = Path(__file__).parents[1] / "static"
STYLES = ("tokens.css", "answer.css", "widget.css")

_ROOT = re.compile(r":root(\[[^\]]*\]|:not\([^)]*\))?")
_TOKEN = re.compile(r"^(\s*)--([\w-]+): ([^;]+);", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Script:
    """The file as it is sent, and a digest of it for caches."""

    content: bytes
    digest: str


def embed_script(programme: str) -> Script:
    """The script for a programme of that name."""
    words = {
        language: {
            key: Texts(language)(f"widget.{key}", name=programme)
            for key in keys("widget")
            if not key.startswith("embed_")
        }
        for language in LANGUAGES
    }
    code = (STATIC / "widget.js").read_text(encoding="utf-8")
    lines = (
        '(() => {\n"use strict";',
        f"const WORDS = {json.dumps(words, ensure_ascii=False)};",
        f"const STYLE = {json.dumps(style())};",
        code + "})();\n",
    )
    content = "\n".join(lines).encode()
    return Script(content, hashlib.sha256(content).hexdigest()[:16])


def style() -> str:
    """The styles of an answer within a shadow root.

    What our pages set at their root is set at the shadow's host, and each token can be overridden
    by the page around it: `--accent` by `--assistant-accent`.
    """
    tokens, *others = ((STATIC / name).read_text(encoding="utf-8") for name in STYLES)
    tokens = _ROOT.sub(lambda found: f":host({found[1]})" if found[1] else ":host", tokens)
    # A page may well have a use of its own for `data-theme`.
    tokens = tokens.replace("data-theme", "data-assistant-theme")
    tokens = _TOKEN.sub(r"\1--\2: var(--assistant-\2, \3);", tokens)
    return "\n".join([tokens, *others])

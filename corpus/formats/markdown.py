"""Markdown files, with or without front matter; the body keeps its characters as they are."""

import re

import yaml
from pydantic import ValidationError

from corpus.formats.drafts import Draft, Refusal
from corpus.formats.encodings import decoded
from corpus.formats.front_matter import FrontMatter
from corpus.limits import Limits
from corpus.visible import visible
from corpus.yaml_files import first_fault, parse_yaml

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def read(content: bytes, limits: Limits) -> Draft:
    """A Markdown file as it is, without what its readers would not see.

    Raises:
        Refusal: the front matter is not as `FrontMatter` says, or the text is too long.
    """
    text, notes = decoded(content)
    matter, body = _split(text)
    if len(body) > limits.text_chars:
        raise Refusal(f"holds more than {limits.text_chars:,} characters of text")
    return Draft(visible(body), notes=notes, matter=matter)


def _split(content: str) -> tuple[FrontMatter, str]:
    """Front matter, and the body with its characters as they are."""
    match = _FRONT_MATTER.match(content)
    if not match:
        return FrontMatter(), content
    try:
        matter = FrontMatter.model_validate(parse_yaml(match[1]) or {})
    except yaml.YAMLError as error:
        raise Refusal(
            f"the front matter is not valid YAML ({' '.join(str(error).split())})"
        ) from error
    except ValidationError as error:
        raise Refusal(f"front matter, {first_fault(error)}") from error
    return matter, content[match.end() :]

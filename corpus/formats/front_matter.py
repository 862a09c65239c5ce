"""Front matter: what the author of a Markdown file says of it, between two lines of dashes."""

import datetime as dt

from pydantic import BaseModel, ConfigDict, Field

_ID = r"[a-z0-9]+(-[a-z0-9]+)*"


class SourceMatter(BaseModel):
    """A source as a document's front matter names it."""

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)

    title: str = Field(min_length=1)
    publisher: str = ""
    url: str = Field(pattern=r"https?://.+")
    published: str | dt.date = ""


class FrontMatter(BaseModel):
    """What may stand in a document's front matter."""

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)

    id: str | None = Field(default=None, pattern=f"^{_ID}$")
    title: str | None = Field(default=None, min_length=1)
    kind: str = "document"
    language: str | None = Field(default=None, pattern="^[a-z]{2}$")
    published: str | dt.date = ""
    topics: list[str] = []
    cities: list[str] = []
    questions: list[str] = []
    sources: list[SourceMatter] = []

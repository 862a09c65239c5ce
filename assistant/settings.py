"""Every setting, typed and frozen: environment (`ASSISTANT_…`) over `settings.toml` over defaults.

Sections are set as `ASSISTANT_CHUNKER__MAX_CHARS` or as a table `[chunker]`. Read once, at the
entry point, and handed down.
"""

import os
import tomllib
from pathlib import Path
from typing import Annotated, Any

import platformdirs
import pydantic_settings
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from assistant.errors import SettingsError
from assistant.evidence import EvidenceSettings
from assistant.generation.settings import GenerationSettings
from assistant.generation.specification import read_specification, without_secrets
from assistant.selection_settings import SelectionSettings
from corpus.chunker import ChunkerSettings
from corpus.limits import USUAL, Limits
from corpus.programme import SHIPPED
from corpus.web.rules import WebRules
from index.chroma import LOCAL, ChromaSettings
from index.cluster import NOWHERE, RaySettings
from index.models import DEFAULT_MODEL

APP = "programme-assistant"
PREFIX = "ASSISTANT_"
FILE = "settings.toml"


class ServiceSettings(BaseModel):
    """How the service meets its clients.

    Attributes:
        database: SQLAlchemy address where answers and feedback are kept; empty for a SQLite file
            in `data_dir`. PostgreSQL by its address.
        public_address: address that readers reach the service at, for permanent links behind a
            proxy; empty to take it from each request.
        origins: sites that may show the widget, such as `https://news.example`; the service's own
            may always.
        asked_per_minute: questions that one client may ask in a minute.
        answers_at_once: answers worked out at the same time; more wait their turn.
        max_body_bytes: longest request body that is read.
        watch: whether documents are read again by themselves when they change.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    database: str = ""
    public_address: str = Field(default="", pattern=r"^(https?://[^/\s]+(/[^\s]*[^/\s])?)?$")
    origins: tuple[Annotated[str, Field(pattern=r"^https?://[^/\s*]+$")], ...] = ()
    asked_per_minute: int = Field(default=120, ge=1)
    answers_at_once: int = Field(default=2, ge=1, le=64)
    max_body_bytes: int = Field(default=65_536, ge=1_024)
    watch: bool = False


class Settings(BaseSettings):
    """What can be set.

    Attributes:
        programme: folder of the programme that is asked about.
        data_dir: holds the index; the user's own data folder unless set.
        cache_dir: holds prepared models; the user's own cache folder unless set.
        model: embedding model: a shipped name, a sentence-transformers folder or a hub id.
        llm: the language model that writes answers, such as `NAME@http://127.0.0.1:8080/v1`,
            `openai:NAME`, `anthropic:NAME`, `ollama:NAME` or `gguf:FILE`; empty for none.
        allow_download: whether a hub id may be fetched.
        passages: how many passages are considered for an answer.
        host, port: where `assistant serve` listens; port 0 takes a free one.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True, toml_file=FILE
    )

    programme: Path = SHIPPED
    data_dir: Path = Field(default_factory=lambda: Path(platformdirs.user_data_dir(APP)))
    cache_dir: Path = Field(default_factory=lambda: Path(platformdirs.user_cache_dir(APP)))
    model: str = DEFAULT_MODEL
    llm: str = ""
    allow_download: bool = False
    passages: int = Field(default=12, ge=1, le=100)
    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=0, le=65535)
    chunker: ChunkerSettings = ChunkerSettings()
    evidence: EvidenceSettings = EvidenceSettings()
    selection: SelectionSettings = SelectionSettings()
    service: ServiceSettings = ServiceSettings()
    generation: GenerationSettings = GenerationSettings()
    reading: Limits = USUAL
    chroma: ChromaSettings = LOCAL
    ray: RaySettings = NOWHERE
    web: WebRules = WebRules()

    @field_validator("llm")
    @classmethod
    def _is_a_model(cls, text: str) -> str:
        read_specification(text)
        return text

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Environment over file; nothing else is read."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def read_settings(**overrides: Any) -> Settings:  # noqa: ANN401  (values are checked by type)
    """The settings in force; `overrides`, such as command line options, win.

    Raises:
        SettingsError: a value cannot be used; names the key, the value and where it comes from.
    """
    given = {key: value for key, value in overrides.items() if value is not None}
    try:
        return Settings(**given)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(FILE, str(error), FILE, "it is not valid TOML") from error
    except pydantic_settings.SettingsError as error:
        origin = "the environment"
        raise SettingsError("a section", str(error), origin, "it is not a table") from error
    except ValidationError as error:
        first = error.errors()[0]
        path = [str(part) for part in first["loc"]]
        key = ".".join(path)
        value = first.get("input")
        shown = without_secrets(value) if key == "llm" and isinstance(value, str) else value
        # What pydantic says holds the value, so it goes no further where that may be a key.
        cause = error if shown == value else None
        raise SettingsError(key, shown, _origin(path, given), first["msg"]) from cause


def _origin(path: list[str], overrides: dict[str, Any]) -> str:
    if path[0] in overrides:
        return "the command line"
    variable = PREFIX + "__".join(path).upper()
    names = {name.upper() for name in os.environ}
    if variable in names or PREFIX + path[0].upper() in names:
        return f"the environment variable {variable}"
    return FILE

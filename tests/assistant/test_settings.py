from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.settings import read_settings


def test_the_environment_wins_over_the_file_and_the_file_over_defaults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "settings.toml").write_text("passages = 5\nport = 1\n[chunker]\nmax_chars = 1000\n")
    monkeypatch.setenv("ASSISTANT_PORT", "2")
    settings = read_settings(host="127.0.0.2", port=None)
    assert (settings.passages, settings.port, settings.chunker.max_chars) == (5, 2, 1000)
    assert settings.host == "127.0.0.2"
    assert settings.model == "multilingual-e5-small"


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("ASSISTANT_PORT", "99999", "port = '99999' .from the environment variable ASSISTANT_PORT"),
        ("ASSISTANT_CHUNKER", "nope", "not a table"),
        ("ASSISTANT_CHUNKER__MAX_CHARS", "x", "chunker.max_chars = 'x' .from the environment"),
    ],
)
def test_a_bad_variable_is_named(
    variable: str, value: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError, match=message):
        read_settings(port=None)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("passages = 0", "passages = 0 .from settings.toml"),
        ("unknown = 1", "unknown"),
        ("passages = ", "not valid TOML"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "settings.toml").write_text(content)
    with pytest.raises(SettingsError, match=message):
        read_settings()


def test_a_bad_option_is_named() -> None:
    with pytest.raises(SettingsError, match="from the command line"):
        read_settings(port=-1)

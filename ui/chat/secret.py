"""The secret that readers' browsers lock their conversations with.

Gradio's browser store cannot be read with another secret, so it outlives the process: made once and
kept in the data folder, for its owner alone to read.
"""

import os
import secrets
import tempfile
from pathlib import Path

from corpus.errors import ProgrammeAssistantError

FILE = "chat.secret"
_LEAST_CHARS = 32


class SecretError(ProgrammeAssistantError):
    """The secret can be neither read nor kept."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"The chat's secret {path} cannot be used: {reason}.")
        self.path = path


def chat_secret(folder: Path) -> str:
    """The secret of a data folder, made at the first call.

    Raises:
        SecretError: it cannot be read or written, or the file holds no secret.
    """
    path = folder / FILE
    try:
        if not path.exists():
            _make(path)
        path.chmod(0o600)
        secret = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SecretError(path, getattr(error, "strerror", None) or "it is not text") from error
    if len(secret) < _LEAST_CHARS:
        raise SecretError(path, "it is too short; remove the file to have another one made")
    return secret


def _make(path: Path) -> None:
    """Written whole under another name first, so that two processes end with the same one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)  # readable by its owner alone
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32))
        path.hardlink_to(name)
    except FileExistsError:
        pass  # another process was first
    finally:
        Path(name).unlink()

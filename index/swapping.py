"""Files that are replaced in one step: whoever reads one finds the old text whole, or the new."""

import os
from pathlib import Path


def write_durably(path: Path, text: str) -> None:
    """Write a text that is on the disk when this returns."""
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def swap_text(path: Path, text: str) -> None:
    """Put a text in the place of what a file holds."""
    pending = path.with_name(f"{path.name}.pending")
    write_durably(pending, text)
    pending.replace(path)

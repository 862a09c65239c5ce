"""What a run was made with: machine, model, libraries."""

import datetime as dt
import json
import os
import platform
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.evaluation.manifest import code_digest, python
from assistant.settings import Settings
from index.models import prepared
from tests.benchmarks.comparison.systems import PEERS

_ASK = (
    "import importlib.metadata as m, json, sys;"
    "print(json.dumps({name: m.version(name) for name in sys.argv[1:]}))"
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What figures depend on besides the systems.

    Attributes:
        code: SHA-256 over our modules.
        libraries: of the peers, with those that carry the common model, name to version.
    """

    made: str
    machine: str
    cores: int
    python: str
    model: str
    model_digest: str
    code: str
    libraries: Mapping[str, str]


def surroundings(settings: Settings, *, peers: Path) -> Surroundings:
    """As they are now.

    Args:
        peers: interpreter that has the peers.
    """
    names = dict.fromkeys([name for peer in PEERS for name in peer.libraries])
    command = [str(peers), "-c", _ASK, *names, "onnxruntime", "tokenizers", "numpy"]
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    model = prepared(settings.model, settings.cache_dir)
    assert model
    return Surroundings(
        made=dt.datetime.now(dt.UTC).date().isoformat(),
        machine=f"{platform.system()} {platform.machine()}",
        cores=len(os.sched_getaffinity(0)),
        python=python(),
        model=model.name,
        model_digest=model.digest,
        code=code_digest(),
        libraries=json.loads(told.stdout),
    )

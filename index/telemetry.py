"""Switching off what libraries would send home. Nothing leaves the machine, so this comes first.

The variables are read when a library is imported, so a module that imports one of these calls
`switch_off` above that import:

- onnxruntime from 1.29 on reports sessions to its maker and keeps a device id in the home folder.
- Chroma, the Hugging Face libraries, Gradio and Ray count their users.
"""

import os

SWITCHES = {
    "ORT_DISABLE_TELEMETRY": "1",
    "ANONYMIZED_TELEMETRY": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "RAY_USAGE_STATS_ENABLED": "0",
    "DO_NOT_TRACK": "1",
}


def switch_off() -> None:
    """Set every switch for this process and its children."""
    os.environ.update(SWITCHES)

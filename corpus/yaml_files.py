"""Reading YAML files into checked types, with errors that name the file and the place in it."""

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from corpus.errors import InvalidRecordError, UnreadableFileError

# The C loader is the same safe loader, about eight times faster.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_T = TypeVar("_T")


def parse_yaml(text: str) -> Any:  # noqa: ANN401  (whatever the YAML holds)
    """The value of a YAML text, of plain types only; raises `yaml.YAMLError`."""
    try:
        return yaml.load(text, Loader=_LOADER)  # noqa: S506  (a safe loader)
    except (ValueError, RecursionError) as error:  # a date such as 2024-02-30; endless nesting
        raise yaml.YAMLError(str(error)) from error


def read_yaml(path: Path, kind: TypeAdapter[_T]) -> _T:
    """The content of a YAML file, as `kind` checks it.

    Raises:
        UnreadableFileError: the file is missing or not UTF-8.
        InvalidRecordError: it is not YAML, or not of that kind.
    """
    try:
        return kind.validate_python(parse_yaml(path.read_text(encoding="utf-8")))
    except UnicodeDecodeError as error:
        raise UnreadableFileError(path, "is not UTF-8 text") from error
    except OSError as error:
        raise UnreadableFileError(path, f"cannot be read ({error.strerror})") from error
    except yaml.YAMLError as error:
        raise InvalidRecordError(path, f"is not valid YAML ({error})") from error
    except ValidationError as error:
        raise InvalidRecordError(path, first_fault(error)) from error


def first_fault(error: ValidationError) -> str:
    """Where the first thing that is wrong stands, and what it is."""
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else str(first["msg"])

"""A new programme's folder: what stands in it at first, and writing it whole or not at all."""

import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from corpus.documents import slug
from corpus.errors import UnreadableFileError, UnwritableFileError
from corpus.founding_texts import FOLDER_GUIDE, LEVELS_TEXTS, QUESTIONS_HEAD
from corpus.level_lists import LevelList, unit_record
from corpus.loaders import document_paths
from corpus.programme import ProgrammeDescription
from corpus.records import KNOWN_UNITS, Standard


@dataclass(frozen=True, slots=True)
class Founding:
    """What is known of a programme when it begins.

    Attributes:
        about: what it is, in a sentence.
        languages: ISO 639-1 codes that questions may come in; the first is the documents'.
        documents: files and folders to be copied.
        levels: None if it has none.
        since: the day from which the levels apply.
    """

    name: str
    about: str
    languages: Sequence[str]
    since: dt.date
    documents: Sequence[Path] = ()
    levels: LevelList | None = None


@dataclass(frozen=True, slots=True)
class Founded:
    """What a new folder holds.

    Attributes:
        copied, copied_readable: how many files were given, and how many are documents.
        readable: how many documents it has, that of its levels included.
    """

    folder: Path
    copied: int
    copied_readable: int
    readable: int


def found_programme(folder: Path, founding: Founding) -> Founded:
    """Make the folder of a new programme; if anything fails, nothing is left of it.

    Raises:
        UnwritableFileError: the folder holds something already, or cannot be written.
        UnreadableFileError: a document that was given is missing or cannot be read.
    """
    be_free(folder)
    given = dict(_given_files(founding.documents))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as staged:
            made = Path(staged) / "programme"
            _fill(made, founding, given)
            readable = {
                p.relative_to(made / "documents") for p in document_paths(made / "documents")
            }
            _put_in_place(made, folder)
    except OSError as error:
        raise UnwritableFileError(folder, f"cannot be made ({error.strerror})") from error
    return Founded(folder, len(given), len(readable & given.keys()), len(readable))


def be_free(folder: Path) -> None:
    """Make sure that nothing is there, or an empty folder.

    Raises:
        UnwritableFileError: there is something.
    """
    try:
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise UnwritableFileError(folder, f"cannot be looked into ({error.strerror})") from error
    if taken:
        reason = "holds something already; name a folder that is new or empty"
        raise UnwritableFileError(folder, reason)


def _given_files(given: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    """Each file to be copied, by its place below `documents/`; a second of a name is numbered."""
    taken: set[Path] = set()
    for path in given:
        if not path.exists():
            raise UnreadableFileError(path, "is not there")
        below = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        root = path if path.is_dir() else path.parent
        for file in below:
            place = file.relative_to(root)
            if any(part.startswith(".") for part in place.parts):
                continue
            for number in range(2, len(taken) + 3):
                if place not in taken:
                    break
                place = file.relative_to(root).with_stem(f"{file.stem}-{number}")
            taken.add(place)
            yield place, file


def _fill(made: Path, founding: Founding, given: Mapping[Path, Path]) -> None:
    documents = made / "documents"
    documents.mkdir(parents=True)
    for place, file in given.items():
        target = documents / place
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(file, target)
        except OSError as error:
            raise UnreadableFileError(file, f"cannot be read ({error.strerror})") from error
    for name, text in texts_of(founding, taken={slug(place.stem) for place in given}).items():
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _put_in_place(made: Path, folder: Path) -> None:
    """Move what was made to where it belongs, an empty folder that is there already included."""
    if not folder.exists():
        made.rename(folder)
        return
    moved: list[Path] = []
    try:
        for part in sorted(made.iterdir()):
            moved.append(part.rename(folder / part.name))
    except OSError:
        for part in moved:
            part.rename(made / part.name)
        raise


def texts_of(founding: Founding, *, taken: Set[str] = frozenset()) -> Mapping[str, str]:
    """The files that are written, by their place in the folder.

    Args:
        taken: ids of documents that are given, which the document of the levels must not have.
    """
    texts = {
        "programme.yaml": _programme_yaml(founding),
        "README.md": FOLDER_GUIDE.format(name=founding.name),
        "questions/development.yaml": QUESTIONS_HEAD + "[]\n",
    }
    if founding.levels:
        free = (f"levels-{n}" if n > 1 else "levels" for n in range(1, len(taken) + 3))
        document = next(id_ for id_ in free if id_ not in taken)
        record = standard_record(founding, founding.levels, document=document)
        texts[f"documents/{document}.md"] = _levels_document(founding, founding.levels)
        texts["records/standard.yaml"] = _STANDARD_HEAD + _dumped(record)
    return texts


_PROGRAMME_HEAD = "# How the programme presents itself; `starters` are questions to begin with.\n"
_STANDARD_HEAD = (
    "# The levels, which the calculator works with. `evidence` is the sentence of a document that\n"
    "# says so, word for word: let it stand in your own document, and take ours away.\n"
)


def _programme_yaml(founding: Founding) -> str:
    language = founding.languages[0]
    starters = _starters(founding)
    content = {
        "id": slug(founding.name),
        "name": founding.name,
        "description": {language: founding.about},
        "language": language,
        "languages": list(founding.languages),
        "subject": dict.fromkeys(founding.languages, founding.name),
        **({"starters": starters} if starters else {}),
    }
    ProgrammeDescription.model_validate(content)
    return _PROGRAMME_HEAD + _dumped(content)


def _starters(founding: Founding) -> Mapping[str, Sequence[str]]:
    """Questions on the levels, which the calculator is sure to answer.

    The levels are named in the first language, so only there does one ask for a level by name.
    """
    if founding.levels is None:
        return {}
    spoken = [code for code in founding.languages if code in LEVELS_TEXTS]
    starters = {code: [LEVELS_TEXTS[code].ask_all] for code in spoken}
    for code in spoken[:1]:
        units = _units(founding.levels, code)
        top = list(founding.levels.bounds)[-1]
        starters[code].insert(0, LEVELS_TEXTS[code].ask_one.format(level=top, units=units))
    return starters


def standard_record(founding: Founding, levels: LevelList, *, document: str) -> Mapping[str, Any]:
    """What `standard.yaml` holds of the levels, checked as it will be when it is read."""
    says = _sentences(founding, levels)
    bound = "min_percent" if levels.by_percent else "min_count"
    tiers = [
        {"name": name, bound: least, "evidence": {"document": document, "quote": says[name]}}
        for name, least in levels.bounds.items()
    ]
    version = {
        "id": "current",
        "label": f"the levels of {founding.name}",
        "in_force_from": founding.since,
        "total": levels.total,
        "tiers": tiers,
        "evidence": {"document": document, "quote": says[""]},
    }
    record = {"unit": unit_record(levels.unit, founding.languages), "versions": [version]}
    TypeAdapter(Standard).validate_python(record)
    return record


def _sentences(founding: Founding, levels: LevelList) -> Mapping[str, str]:
    """A sentence for each level by its name, and under the empty name that on the total."""
    texts = LEVELS_TEXTS.get(founding.languages[0], LEVELS_TEXTS["en"])
    slots = {"total": levels.total, "units": _units(levels, founding.languages[0])}
    sign = " %" if levels.by_percent else ""
    said = {
        name: texts.level.format(level=name[:1].upper() + name[1:], least=f"{least}{sign}", **slots)
        for name, least in levels.bounds.items()
    }
    return {"": texts.total.format(**slots), **said}


def _levels_document(founding: Founding, levels: LevelList) -> str:
    texts = LEVELS_TEXTS.get(founding.languages[0], LEVELS_TEXTS["en"])
    first, *others = _sentences(founding, levels).values()
    title = texts.title.format(name=founding.name)
    matter = _dumped({"title": title, "kind": "standard"})
    return f"---\n{matter}---\n# {title}\n\n{first} {' '.join(others)}\n"


def _units(levels: LevelList, language: str) -> str:
    known = KNOWN_UNITS.get(levels.unit, {}).get(language)
    return known.many if known else levels.unit


def _dumped(content: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(content), allow_unicode=True, sort_keys=False, width=100)

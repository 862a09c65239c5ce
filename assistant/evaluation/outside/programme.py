"""An outside set as a programme of its own, so that the whole assistant can be asked about it.

Each passage becomes a document: what is found and cited is then named by the passage's own id,
and passages of one source, which may overlap, are not joined to a text that nobody wrote.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.assembly import open_assistant, open_state
from assistant.evaluation.outside.sets import OutsideSet
from assistant.evaluation.outside.vectors import Encoder
from assistant.pipeline import Assistant
from assistant.settings import Settings
from assistant.upkeep import update_index
from corpus.documents import slug
from index.parts import Progress
from index.retriever import Retriever


@dataclass(frozen=True, slots=True)
class OutsideProgramme:
    """An outside set, indexed.

    Attributes:
        passages: document id in the index to passage id in the set.
    """

    assistant: Assistant
    retriever: Retriever
    passages: Mapping[str, str]


@contextmanager
def opened(
    outside: OutsideSet,
    *,
    settings: Settings,
    encoder: Encoder,
    progress: Progress,
    without: Collection[str] = (),
) -> Iterator[OutsideProgramme]:
    """Index a set in a folder that goes away afterwards.

    Args:
        settings: in force for the assistant, the programme and its index apart.
        encoder: of the model that the settings name.
        without: documents (`doc_id`) to leave out.
    """
    with TemporaryDirectory(prefix="outside-") as name:
        home = Path(name)
        programme = home / "programme"
        passages = write_programme(outside, programme, without=set(without))
        own = settings.model_copy(update={"programme": programme, "data_dir": home / "data"})
        update_index(own, encoder=encoder, progress=progress)
        state = open_state(own)
        yield OutsideProgramme(open_assistant(own, state), Retriever(state, encoder), passages)


def write_programme(
    outside: OutsideSet, folder: Path, *, without: Collection[str] = ()
) -> dict[str, str]:
    """Write a programme folder; gives each document's id with its passage's."""
    documents = folder / "documents"
    documents.mkdir(parents=True)
    description = {
        "id": slug(outside.name),
        "name": outside.name,
        "description": dict.fromkeys(("en", outside.language), f"The outside set {outside.name}"),
        "language": outside.language,
        "languages": ["en", "es", "pt"],
        "subject": {outside.language: outside.name},
    }
    # JSON is YAML, and quotes everything.
    (folder / "programme.yaml").write_text(json.dumps(description), encoding="utf-8")
    passages: dict[str, str] = {}
    for number, passage in enumerate(outside.passages):
        if passage.doc_id in without or not passage.text.strip():
            continue
        id_ = f"p{number:06}"
        passages[id_] = passage.id
        matter = {"id": id_, "title": passage.title or passage.id, "language": outside.language}
        content = f"---\n{json.dumps(matter)}\n---\n{passage.text}"
        (documents / f"{id_}.md").write_text(content, encoding="utf-8", newline="")
    return passages

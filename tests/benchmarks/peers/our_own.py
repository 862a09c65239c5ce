"""This assistant: passages by its search, or whole answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.settings import Settings, read_settings
from tests.benchmarks.peers.jobs import Job, Text
from tests.benchmarks.peers.worker import Opened, load, run


@dataclass(frozen=True, slots=True)
class Ours:
    """The assistant as a programme has it.

    Attributes:
        answers: whether a search is a whole, verified answer, of which the cited documents are
            told.
    """

    answers: bool

    def ingest(self, job: Job, passages: Sequence[Text]) -> Callable[[], object]:
        """Build the index as `assistant index build` does; it answers before all is done."""
        import index.writer  # noqa: F401  (LlamaIndex, loaded as the others' libraries are)
        from assistant.assembly import index_folder
        from assistant.upkeep import update_index

        settings, model = _settings(job), load(job)

        def make() -> float:
            update_index(settings, encoder=model.encoder, progress=lambda *_: None)
            return (index_folder(settings) / "current").stat().st_mtime

        return make

    def open(self, job: Job) -> Opened:
        """Open it as every door does."""
        from assistant.assembly import open_assistant

        assistant = open_assistant(_settings(job))

        def passages(question: str, limit: int) -> Sequence[str]:
            found = assistant.search(question, limit=limit)
            return list(dict.fromkeys(id_ for one in found for id_ in one.documents))

        def cited(question: str, _: int) -> Sequence[str]:
            answer = assistant.ask(question)
            return list(dict.fromkeys(citation.document for citation in answer.citations))

        return Opened(cited if self.answers else passages, assistant.embed)


def _settings(job: Job) -> Settings:
    return read_settings(
        programme=job.programme, data_dir=job.folder, model=job.model, cache_dir=job.cache, llm=""
    )


if __name__ == "__main__":
    run({"passages": Ours(answers=False), "answers": Ours(answers=True)})

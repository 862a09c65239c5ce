"""What answering costs, against its floors, all measured in one run: `make bench`.

Machines are noisy, so each figure is a ratio to something measured beside it.
"""

import json
import statistics
import tempfile
from pathlib import Path

from assistant.evaluation.cases import read_cases
from corpus.programme import SHIPPED
from tests.benchmarks.measuring import peak_mb, report, seconds, timed, write

ROUNDS = 5
COLD = "from ui.cli import main; import sys; sys.argv = ['assistant', 'ask', {question!r}]; main()"
IMPORTS = "import chromadb, llama_index.core"
QUESTION = "What criteria determine platinum level in What Works Cities Certification?"
SEARCHED = "What did the eviction help in Boulder change?"


def main() -> None:
    """Print each figure beside its limit."""
    questions = [case.q for case in read_cases(SHIPPED / "questions" / "development.yaml")]
    write(f"imports of chromadb and llama_index.core {seconds(IMPORTS):6.2f} s")
    for question in (QUESTION, SEARCHED):
        ratios = [seconds(COLD.format(question=question)) / seconds(IMPORTS) for _ in range(ROUNDS)]
        report(f"cold ask / imports ({question[:30]}…)", statistics.median(ratios), 1.8)
    report("peak resident memory of ask, MB", peak_mb(COLD.format(question=SEARCHED)), 350)
    warm(questions)
    report("batch of 200, s", batch(questions), 20)


def warm(questions: list[str]) -> None:
    """Median of 50 warm answers against the embedder's own time for the same questions."""
    from assistant.assembly import open_assistant
    from assistant.settings import read_settings
    from index.embedder import Embedder
    from index.models import prepared

    settings = read_settings()
    assistant = open_assistant(settings)
    model = prepared(settings.model, settings.cache_dir)
    assert model is not None
    embedder = Embedder(model)
    searched = [q for q in questions if assistant.explain(q)[1].route == "documents"][:50]
    for question in searched[:5]:
        embedder.embed_query(question)
    ours, floor = [], []
    for question in searched:
        floor.append(timed(embedder.embed_query, question))
        ours.append(timed(assistant.ask, question))
    write(f"embedder alone, median {statistics.median(floor) * 1000:6.2f} ms")
    write(f"warm answer, median    {statistics.median(ours) * 1000:6.2f} ms")
    report("warm answer / embedder", statistics.median(ours) / statistics.median(floor), 3.0)


def batch(questions: list[str]) -> float:
    """Seconds for `ask --batch` with 200 questions, start included."""
    lines = [
        json.dumps({"id": str(n), "question": questions[n % len(questions)]}) for n in range(200)
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "questions.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        return seconds(
            f"from ui.cli import main; import sys; "
            f"sys.argv = ['assistant', 'ask', '--batch', {str(path)!r}]; main()"
        )


if __name__ == "__main__":
    main()

"""Scoring the assistant on a fixed question set.

A case is right if its answer has the status it should have, holds one of each group's strings and
none of the forbidden ones, and cites one of the documents it should. Strings are compared without
case, accents and thousands separators.
"""

import json
import re
import statistics
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from assistant.answers import Answer, Language, Status, ToolName
from assistant.conversation import Turn
from assistant.errors import InvalidQuestionError
from assistant.pipeline import Assistant
from corpus.errors import InvalidRecordError, UnwritableFileError
from corpus.yaml_files import read_yaml

Kind = Literal[
    "tier",
    "eligibility",
    "fact",
    "list",
    "time",
    "multi",
    "followup",
    "lingual",
    "unanswerable",
    "unsafe",
]


class Case(BaseModel):
    """One question and what its answer must be like.

    Attributes:
        q: the question; `h` holds the questions before it.
        status: what the answer's must be; a list where more than one is right.
        all: groups of strings; the text must hold one of each.
        none: strings the text must not hold.
        src: document ids, one of which must be cited.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: Kind
    lang: Language = "en"
    q: str
    h: Sequence[str] = ()
    status: Status | Sequence[Status] = "answered"
    all: Sequence[Annotated[Sequence[str], Field(min_length=1)]] = ()
    none: Sequence[str] = ()
    src: Sequence[str] = ()
    min_sources: int = 0
    tool: ToolName | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a case came out; `faults` is empty where it is right."""

    case: str
    kind: Kind
    question: str
    status: Status
    text: str
    faults: Sequence[str]
    ms: float


@dataclass(frozen=True, slots=True)
class Summary:
    """Right and asked cases per kind, and the median milliseconds of an answer."""

    kinds: Mapping[str, tuple[int, int]]
    median_ms: float

    def table(self) -> str:
        """The figures, a line per kind and one for all."""
        rows = [*sorted(self.kinds.items()), ("all", self._whole())]
        lines = [
            f"{kind:<14}{right:>4} of {asked:>4}{right / asked:>8.3f}"
            for kind, (right, asked) in rows
        ]
        return "\n".join([*lines, f"median answer {self.median_ms:.1f} ms"])

    def _whole(self) -> tuple[int, int]:
        counts = list(self.kinds.values())
        return sum(right for right, _ in counts), sum(asked for _, asked in counts)


_CASES = TypeAdapter(list[Case])


def read_cases(path: Path) -> list[Case]:
    """The cases of a question set.

    Raises:
        UnreadableFileError: the file cannot be read.
        InvalidRecordError: it is not a YAML list of cases with ids of their own.
    """
    cases = read_yaml(path, _CASES)
    ids = [case.id for case in cases]
    if twice := sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        raise InvalidRecordError(path, f"the id '{twice[0]}' stands twice")
    if not cases:
        raise InvalidRecordError(path, "holds no cases")
    return cases


def run(assistant: Assistant, cases: Sequence[Case], out: Path) -> Summary:
    """Ask every case and write `verdicts.jsonl` and `summary.json` into `out`.

    Raises:
        UnwritableFileError: `out` cannot be made a folder.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableFileError(out, f"cannot be a folder ({error.strerror})") from error
    verdicts = [_ask(assistant, case) for case in cases]
    summary = summarise(verdicts)
    lines = (json.dumps(asdict(verdict), ensure_ascii=False) for verdict in verdicts)
    (out / "verdicts.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (out / "summary.json").write_text(json.dumps(asdict(summary), indent=2), encoding="utf-8")
    return summary


def summarise(verdicts: Sequence[Verdict]) -> Summary:
    """Counts per kind and the median time."""
    kinds: dict[str, tuple[int, int]] = {}
    for verdict in verdicts:
        right, asked = kinds.get(verdict.kind, (0, 0))
        kinds[verdict.kind] = (right + (not verdict.faults), asked + 1)
    return Summary(kinds, statistics.median(verdict.ms for verdict in verdicts))


def _ask(assistant: Assistant, case: Case) -> Verdict:
    history: list[Turn] = []
    for earlier in case.h:
        reply = assistant.ask(earlier, history)
        history += [Turn(role="user", content=earlier), Turn(role="assistant", content=reply.text)]
    try:
        answer = assistant.ask(case.q, history)
    except InvalidQuestionError as error:
        answer = assistant.invalid(case.q, str(error))
    ms = sum(answer.timings_ms.values())
    return Verdict(case.id, case.kind, case.q, answer.status, answer.text, faults(case, answer), ms)


def faults(case: Case, answer: Answer) -> list[str]:
    """What is wrong with an answer, a short phrase each; empty if it is right."""
    found = []
    wanted = [case.status] if isinstance(case.status, str) else list(case.status)
    if answer.status not in wanted:
        found.append(f"status {answer.status}, not {' or '.join(wanted)}")
    text = comparable(answer.text)
    found += [
        f"lacks {group[0]!r}" for group in case.all if not any(comparable(s) in text for s in group)
    ]
    found += [f"holds {banned!r}" for banned in case.none if comparable(banned) in text]
    cited = {citation.document for citation in answer.citations}
    if case.src and not cited & set(case.src):
        found.append(f"cites {', '.join(sorted(cited)) or 'nothing'}")
    if len(cited) < case.min_sources:
        found.append(f"cites {len(cited)} documents, not {case.min_sources}")
    if case.tool and case.tool not in {tool.name for tool in answer.tools}:
        found.append(f"does not use the {case.tool} tool")
    return found


def comparable(text: str) -> str:
    """Without case, accents, emphasis, citation marks and thousands separators."""
    plain = re.sub(r"\*\*| ?\[\d+\]", "", text)
    plain = re.sub("(?<=\\d)[.,\u00a0\u202f](?=\\d{3}\\b)", "", plain)
    decomposed = unicodedata.normalize("NFKD", plain.casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())

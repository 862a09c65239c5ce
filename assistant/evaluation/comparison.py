"""What got better and what got worse between two runs, and whether that is more than chance.

A run's `marks.json` says of each case whether it was right; a committed copy of one is a baseline.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.evaluation.intervals import Estimate, estimate
from assistant.evaluation.outcomes import Outcome
from assistant.evaluation.summary import ALL
from corpus.errors import InvalidRecordError, UnreadableFileError
from corpus.yaml_files import first_fault

MARKS = "marks.json"


class Mark(BaseModel):
    """Which cases of one kind in one set were right, and which were wrong, by id."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    set: str
    kind: str
    right: Sequence[str]
    wrong: Sequence[str]


class Marks(BaseModel):
    """How the cases of a run came out, as short as it can be said."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    marks: Sequence[Mark]

    def by_case(self) -> dict[str, bool]:
        """Case id to whether it was right."""
        right = {id_: True for mark in self.marks for id_ in mark.right}
        return right | {id_: False for mark in self.marks for id_ in mark.wrong}

    def kinds(self) -> dict[str, str]:
        """Case id to kind."""
        return {id_: mark.kind for mark in self.marks for id_ in (*mark.right, *mark.wrong)}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A run against an earlier one, over the cases that both asked.

    Attributes:
        better, worse: ids of the cases that were wrong and are right, and the reverse.
        changes: per kind, and over all, the mean of the paired differences, each 1, 0 or -1.
        gone, new: ids of the cases that only the earlier, or only this run asked.
    """

    better: Sequence[str]
    worse: Sequence[str]
    changes: Mapping[str, Estimate]
    gone: Sequence[str]
    new: Sequence[str]

    @property
    def losses(self) -> list[str]:
        """Kinds, or all, whose interval lies below nought as a whole: a significant loss."""
        return [kind for kind, change in self.changes.items() if change.high < 0]


def marks(outcomes: Sequence[Outcome]) -> Marks:
    """The marks of a run, in order of set and kind."""
    groups = sorted({(o.set, o.kind) for o in outcomes})
    return Marks(
        marks=[
            Mark(
                set=set_,
                kind=kind,
                right=sorted(o.id for o in own if o.right),
                wrong=sorted(o.id for o in own if not o.right),
            )
            for set_, kind in groups
            if (own := [o for o in outcomes if (o.set, o.kind) == (set_, kind)])
        ]
    )


def read_marks(run: Path) -> Marks:
    """The marks of a run's folder, or of such a file by itself.

    Raises:
        UnreadableFileError: there are none.
        InvalidRecordError: the file holds something else.
    """
    path = run / MARKS if run.is_dir() else run
    try:
        return Marks.model_validate_json(path.read_bytes())
    except OSError as error:
        raise UnreadableFileError(path, f"cannot be read ({error.strerror})") from error
    except ValidationError as error:
        raise InvalidRecordError(path, first_fault(error)) from error


def compare(earlier: Marks, now: Marks) -> Comparison:
    """The comparison of two runs."""
    before, after, kinds = earlier.by_case(), now.by_case(), now.kinds()
    both = [id_ for id_ in after if id_ in before]
    changes = {ALL: _change(both, before, after)}
    for kind in sorted({kinds[id_] for id_ in both}):
        changes[kind] = _change([id_ for id_ in both if kinds[id_] == kind], before, after)
    return Comparison(
        better=sorted(id_ for id_ in both if after[id_] and not before[id_]),
        worse=sorted(id_ for id_ in both if before[id_] and not after[id_]),
        changes={kind: change for kind, change in changes.items() if change},
        gone=sorted(before.keys() - after.keys()),
        new=sorted(after.keys() - before.keys()),
    )


def comparison_table(comparison: Comparison) -> str:
    """The comparison as lines of text."""
    lines = [
        f"{kind:<14}{change.mean:+.3f}  [{change.low:+.3f}, {change.high:+.3f}]"
        f"  over {change.count}"
        for kind, change in comparison.changes.items()
    ]
    for word, ids in (
        ("better", comparison.better),
        ("worse", comparison.worse),
        ("not asked now", comparison.gone),
        ("asked now only", comparison.new),
    ):
        if ids:
            lines.append(f"{word}: {len(ids)}: {', '.join(ids[:12])}{' …' * (len(ids) > 12)}")
    return "\n".join(lines)


def _change(
    ids: Sequence[str], before: Mapping[str, bool], after: Mapping[str, bool]
) -> Estimate | None:
    return estimate([float(after[id_]) - float(before[id_]) for id_ in ids])

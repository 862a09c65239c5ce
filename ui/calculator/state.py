"""What the calculator is asked, as an address carries it: `?met=33`, `?c=DM1,DM2`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from urllib.parse import urlencode

from assistant.tools.tiers import version_by_id
from corpus.records import Standard, StandardVersion
from ui.texts import Texts

MAX_CHARS = 20
"""No number of criteria is longer."""

_NUMBER = re.compile(r"([-+−]?\d+(?:[.,]\d+)?) ?(%|(?:/|of|de) ?(\d+))?")


class UnusableInputError(ValueError):
    """What was given is no number of criteria and no set of them; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Given:
    """A number of criteria, possible or not, as it was given.

    Attributes:
        total: what it was counted out of, if it was written so.
    """

    met: Fraction | None = None
    percent: Fraction | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class State:
    """What an address asks.

    Attributes:
        met: a number, as it was written; empty if none was.
        chosen: ids of the criteria met, as they were written; empty if none were.
        standard: id of a version; empty for the one in force.
    """

    met: str = ""
    chosen: tuple[str, ...] = ()
    standard: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be worked out yet."""
        return not self.met and not self.chosen

    def at(self, met: int) -> "State":
        """The same with another number, and no longer by criteria."""
        return replace(self, met=str(met), chosen=())

    def query(self, **more: str) -> str:
        """As an address carries it, short; `more` is added to it."""
        own = {"met": self.met, "c": ",".join(self.chosen), "standard": self.standard, **more}
        return urlencode({name: value for name, value in own.items() if value}, safe=",")


def state_of(met: str, chosen: Sequence[str], standard: str) -> State:
    """The state that an address's values make; each of `chosen` may hold several ids."""
    ids = (part.strip().upper() for value in chosen for part in value.split(","))
    return State(met.strip(), tuple(dict.fromkeys(id_ for id_ in ids if id_)), standard.strip())


def given_of(state: State, standard: Standard, texts: Texts) -> Given:
    """The number that a state comes to.

    Raises:
        UnusableInputError: it is none; says so in the reader's language.
        UnknownVersionError: the standard has no version of that id.
    """
    version = version_of(state, standard)
    if state.met and state.chosen:
        raise UnusableInputError(texts("calculator.both"))
    if state.chosen:
        return Given(met=Fraction(_counted(state.chosen, version, standard, texts)))
    found = _NUMBER.fullmatch(state.met) if len(state.met) <= MAX_CHARS else None
    if found is None:
        units = standard.unit_in(texts.language).many
        shown = state.met[:MAX_CHARS] + "…" * (len(state.met) > MAX_CHARS)
        raise UnusableInputError(
            texts("calculator.no_number", given=shown, total=version.criteria, units=units)
        )
    number = Fraction(found[1].replace(",", ".").replace("−", "-"))
    if found[2] == "%":
        return Given(percent=number)
    return Given(met=number, total=int(found[3]) if found[3] else None)


def version_of(state: State, standard: Standard) -> StandardVersion:
    """The version of the standard that a state is about.

    Raises:
        UnknownVersionError: there is none of that id.
    """
    return version_by_id(state.standard, standard) if state.standard else standard.current


def _counted(
    chosen: Sequence[str], version: StandardVersion, standard: Standard, texts: Texts
) -> int:
    if version != standard.current:
        raise UnusableInputError(texts("calculator.only_current"))
    known = {criterion.id for criterion in standard.criteria}
    strange = [id_ for id_ in chosen if id_ not in known]
    if strange:
        raise UnusableInputError(texts("calculator.unknown_criterion", given=strange[0][:20]))
    return len(chosen)

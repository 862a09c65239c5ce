"""The directory's manner of speaking in one language: sentences, dates and lists."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.answers import Draft, DraftSentence, Language, Quote, Status, ToolCall
from assistant.tools.directory import Directory, Held
from assistant.tools.directory_dates import When, dated, written
from assistant.tools.directory_facts import arguments_of
from assistant.tools.directory_question import DirectoryQuestion
from assistant.tools.directory_texts import TEXTS, joined, level_name
from corpus.records import Evidence


@dataclass(frozen=True)
class Voice:
    """What is known while an answer is put into words.

    Attributes:
        quote_of: finds the place of a record's evidence in its document.
    """

    asked: DirectoryQuestion
    directory: Directory
    language: Language
    quote_of: Callable[[Evidence], Quote]

    def draft(
        self,
        status: Status,
        sentences: Sequence[DraftSentence],
        result: Mapping[str, Any],
        *,
        closing: str = "",
        missing: Sequence[str] = (),
        followups: Iterable[str] = (),
    ) -> Draft:
        """A draft with its tool call."""
        arguments = arguments_of(self.asked, self.language)
        return Draft(
            status=status,
            sentences=tuple(sentences),
            tools=(ToolCall("directory", arguments, result),),
            closing=closing,
            missing=tuple(missing),
            followups=tuple(dict.fromkeys(followups))[:3],
        )

    def say(self, key: str, **slots: object) -> str:
        """A text of the language with its slots filled, its first letter a capital."""
        text = self.fragment(key, **slots)
        return text[:1].upper() + text[1:]

    def fragment(self, key: str, **slots: object) -> str:
        """The same as a part of a sentence, its first letter as it is.

        A `place` goes with a comma after its state where a verb follows, as `subject`.
        """
        place = str(slots.get("place", ""))
        subject = f"{place}," if ", " in place else place
        return TEXTS[self.language][key].format(subject=subject, **slots)

    def sentence(
        self, text: str, evidence: Sequence[Evidence] = (), *, item: bool = False, new: bool = False
    ) -> DraftSentence:
        """A sentence that rests on the records and the sentences they name."""
        quotes = tuple(self.quote_of(own) for own in dict.fromkeys(evidence))
        return DraftSentence(text, quotes, origin="record", list_item=item, starts_paragraph=new)

    def lifted(self, evidence: Evidence, *, item: bool = False) -> DraftSentence:
        """A sentence of a document as it stands."""
        text = " ".join(evidence.quote.split())
        return DraftSentence(text, (self.quote_of(evidence),), list_item=item)

    def level(self, level: str | None) -> str:
        """A level as the language calls it."""
        return level_name(level, self.language)

    def date(self, date: str | None) -> str:
        """A date as the language writes it."""
        return written(date, self.language) if date else TEXTS[self.language]["undated"]

    def on(self, date: str) -> str:
        """The same, with its preposition."""
        return dated(date, self.language)

    def as_of(self, date: str) -> str:
        """What puts a count on a date."""
        if self.language == "en":
            return f"as of {self.date(date)}"
        to_a_day = self.language == "es" and date.count("-") == 2
        return f"al {self.date(date)}" if to_a_day else self.on(date)

    def time(self, when: When) -> str:
        """The time asked about, in words."""
        first, _, last = when.date.partition("/")
        if last:
            between = TEXTS[self.language]["between"]
            return between.format(first=self.date(first), last=self.date(last))
        words: dict[str, tuple[str, str, str]] = {
            "from": ("since", "desde", "desde"),
            "before": ("before", "antes de", "antes de"),
            "by": ("by", "hasta", "até"),
        }
        position = ("en", "es", "pt").index(self.language)
        if when.relation in words:
            return f"{words[when.relation][position]} {self.date(first)}"
        return self.on(first)

    def list(self, items: Sequence[str]) -> str:
        """A, B and C."""
        return joined(items, self.language)

    def awards(self, awards: Sequence[Held], *, changes: bool = False) -> str:
        """Levels with their dates: silver (January 2018), gold (24 April 2019)."""
        parts = []
        for held in awards:
            kept = self.fragment("also") if held.change == "kept" and changes else ""
            parts.append(f"{self.level(held.award.level)}{kept} ({self.date(held.award.date)})")
        return ", ".join(parts)

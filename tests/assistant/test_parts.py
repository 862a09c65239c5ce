from assistant.answers import Draft, DraftSentence, Quote
from assistant.parts import Part, put_together

WATER = DraftSentence("Boise won a bond.", (Quote("city-boise", 10, 27),))
LEVEL = DraftSentence("Boise holds silver.", (Quote("city-boise", 0, 9),))
SILENCE = DraftSentence("The cost is not stated.", (Quote("city-boise", 30, 53),))


def answered(question: str, *sentences: DraftSentence) -> Part:
    return Part(question, Draft("answered", sentences))


def refused(question: str, *sentences: DraftSentence, opening: str = "") -> Part:
    return Part(question, Draft("refused", sentences, opening=opening, missing=(question,)))


def test_one_part_is_the_whole_answer() -> None:
    part = answered("Which level?", LEVEL)
    assert put_together([part], "en") is part.draft


def test_parts_stand_one_after_the_other_and_nothing_twice() -> None:
    draft = put_together([answered("a", LEVEL), answered("b", WATER, LEVEL)], "en")
    assert draft.status == "answered"
    assert [s.text for s in draft.sentences] == [LEVEL.text, WATER.text]
    assert [s.starts_paragraph for s in draft.sentences] == [False, True]


def test_a_part_that_is_not_answered_is_named_as_missing() -> None:
    draft = put_together([answered("a", LEVEL), refused("what did it cost?", opening="No.")], "en")
    assert draft.status == "partial"
    assert draft.missing == ("what did it cost?",)
    assert "what did it cost?" in draft.closing


def test_one_figure_does_not_answer_two_counts() -> None:
    trained = DraftSentence("Niterói trained 900 people.", (Quote("city-niteroi", 0, 27),))
    first, second = (
        Part(question, Draft("answered", (trained,)), kind="number")
        for question in ("how many were trained?", "how many found a job?")
    )
    draft = put_together([first, second], "en")
    assert (draft.status, draft.missing) == ("partial", ("how many found a job?",))
    two = DraftSentence("4,100 students found 230 ways.", (Quote("city-hamilton", 0, 30),))
    parts = [Part(own, Draft("answered", (two,)), kind="number") for own in ("a", "b")]
    assert put_together(parts, "en").status == "answered"


def test_what_those_who_ask_tell_is_not_missing() -> None:
    told = refused("We read our meters by hand, which is slow.", opening="No.")
    draft = put_together([told, answered("Who does it otherwise?", WATER)], "en")
    assert (draft.status, draft.missing) == ("answered", ())


def test_what_the_documents_say_they_do_not_say_is_quoted() -> None:
    draft = put_together([answered("a", LEVEL), refused("what did it cost?", SILENCE)], "en")
    assert draft.status == "partial"
    assert draft.sentences[-1].text == SILENCE.text
    assert draft.closing == ""


def test_nothing_answered_is_a_refusal_of_all() -> None:
    draft = put_together([refused("a"), refused("b")], "en")
    assert (draft.status, draft.missing) == ("refused", ("a", "b"))


def test_each_silence_is_told_where_nothing_is_answered() -> None:
    draft = put_together([refused("cost?", SILENCE), refused("when?", opening="No.")], "en")
    assert (draft.status, draft.missing) == ("refused", ("cost?", "when?"))
    assert [s.text for s in draft.sentences] == [SILENCE.text]
    assert "when?" in draft.closing


def test_a_question_asked_back_is_asked_back_as_a_whole() -> None:
    clarify = Part("Which Rochester?", Draft("clarify", (LEVEL,)))
    assert put_together([clarify, answered("b", WATER)], "en").status == "clarify"

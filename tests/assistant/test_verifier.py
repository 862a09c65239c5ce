import pytest

from assistant.answers import Draft, DraftSentence, Quote, ToolCall
from assistant.verifier import Verifier
from corpus.documents import Document

TEXT = (
    "Boulder, Colorado, prevented 96 % of evictions\nin 2024. "
    "Gold was announced on 23 January 2024."
)
DOCUMENT = Document(id="boulder", title="Boulder", kind="city", text=TEXT, language="en")
FIRST = Quote("boulder", 0, TEXT.index(" Gold"))
SECOND = Quote("boulder", TEXT.index("Gold"), len(TEXT))
CALL = ToolCall("tier", {"met": 33}, {"percent": 76.7, "level": "gold", "needed": {"platinum": 37}})


def reasons(*sentences: DraftSentence, tools: tuple[ToolCall, ...] = ()) -> list[str | None]:
    verifier = Verifier({"boulder": DOCUMENT}.get)
    verified = verifier.verify(Draft("answered", sentences, tools=tools))
    by_text = {dropped.text: dropped.reason for dropped in verified.dropped}
    assert len(verified.kept) + len(verified.dropped) == len(sentences)
    return [by_text.get(sentence.text) for sentence in sentences]


def test_a_lifted_sentence_stands_if_it_is_the_quote() -> None:
    text = "Boulder, Colorado, prevented 96 % of evictions in 2024."
    assert reasons(DraftSentence(text, [FIRST])) == [None]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Boulder, Colorado, prevented 97 % of evictions in 2024.", FIRST),
        ("Boulder, Colorado, prevented 96 % of evictions in 2024.", SECOND),
        ("Boulder, Colorado, prevented 96 % of evictions in 2024.", Quote("boise", 0, 10)),
        ("Boulder, Colorado, prevented 96 % of evictions in 2024.", Quote("boulder", 0, 10_000)),
        ("Boulder, Colorado, prevented 96 % of evictions in 2024.", Quote("boulder", 5, 5)),
    ],
)
def test_a_lifted_sentence_that_is_not_the_quote_is_dropped(text: str, quote: Quote) -> None:
    assert reasons(DraftSentence(text, [quote])) != [None]


@pytest.mark.parametrize(
    "text",
    [
        "**Gold.** 33 criteria is 76.7 %.",
        "Platino: 37 criterios; con 33 (76,7 %) la ciudad está en oro.",
        "In January 2024 it was 96 %.",
        "**Meets 33.** Platinum takes 37.",
        "A última das 33.",
        "¿Cumple 33? ¡Bastan! (Faltan 37.)",
        "- Faltan 37\n2024. Quedan 33",
    ],
)
def test_a_computed_sentence_stands_on_the_result_and_the_quotes(text: str) -> None:
    sentence = DraftSentence(text, [FIRST, SECOND], origin="tool")
    assert reasons(sentence, tools=(CALL,)) == [None]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("**Gold.** 34 criteria is 76.7 %.", "the number 34 is not in the evidence"),
        ("Gold is 77 %.", "the number 77 is not in the evidence"),
        ("**Silver.** 33 criteria.", "a level is not in the evidence"),
        ("It was announced in February 2024.", "a month is not in the evidence"),
        ("It is like **Denver** with 33.", "the name Denver is not in the evidence"),
        ("It is like Denver with 33.", "the name Denver is not in the evidence"),
        ("**Gold.** It is **like Denver** with 33.", "the name Denver is not in the evidence"),
        ("**Gold**, Denver: 33.", "the name Denver is not in the evidence"),
        ("¿Cumple 33, ¡Denver!?", "the name Denver is not in the evidence"),
    ],
)
def test_what_is_in_neither_is_dropped(text: str, reason: str) -> None:
    sentence = DraftSentence(text, [SECOND], origin="tool")
    assert reasons(sentence, tools=(CALL,)) == [reason]


def test_a_claim_with_nothing_behind_it_is_dropped() -> None:
    assert reasons(DraftSentence("It is gold.", origin="record")) == ["nothing is cited"]


def test_an_area_may_be_called_by_its_name_in_another_language() -> None:
    text = "Recife, Brazil, and Charleston, South Carolina, in the United States."
    document = Document(id="boulder", title="", kind="city", text=text, language="en")
    verifier = Verifier({"boulder": document}.get)
    quotes = (Quote("boulder", 0, len(text)),)

    def stands(said: str) -> bool:
        draft = Draft("answered", (DraftSentence(said, quotes, origin="tool"),))
        return bool(verifier.verify(draft).kept)

    assert stands("Datos: Recife (Brasil), Charleston (Carolina del Sur, Estados Unidos)")
    assert not stands("Datos: Recife (Brasil), Charleston (Carolina del Norte)")
    assert not stands("Datos: Recife (Brasil) y Charleston (Canadá)")

"""The shipped programme over a server with every fault: the reader gets an answer, in time."""

import itertools
import json
import logging
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from assistant.answers import Answer, Language, to_json
from assistant.assembly import open_assistant
from assistant.generation.errors import Fault
from assistant.generation.phrases import MODEL_FAILED
from assistant.pipeline import Assistant
from assistant.settings import Settings
from assistant.streaming import Piece
from tests.model_server import BROKEN, Item, ModelServer, Status, ToolUse

pytestmark = pytest.mark.model

ANSWER_S = 5.0
SPARE_S = 1.0
"""How much longer than the time limit an answer may take, our own work before it apart."""
CANARY = "sk-canary-77e0ab"
QUESTIONS: dict[Language, str] = {
    "en": "What did Boulder do about evictions?",
    "es": "¿Qué hizo Boulder contra los desalojos?",
    "pt": "O que Boulder fez contra os despejos?",
}
WRITTEN: dict[Language, str] = {
    "en": "In 2024, 96 % of the evictions facing people in the service were prevented, "
    "against 58 % outside it [2].",
    "es": "En 2024 se evitó el 96 % de los desalojos de las personas atendidas por el servicio, "
    "frente al 58 % fuera de él [2].",
    "pt": "Em 2024, foram evitados 96 % dos despejos de pessoas atendidas pelo serviço, "
    "contra 58 % fora dele [2].",
}
OURS = "Boulder, Colorado, tested its eviction help by comparing tenants with and without it"
Says = Callable[[], Iterable[Item]]


@pytest.fixture(scope="module")
def server() -> Iterator[ModelServer]:
    with ModelServer(lambda _: [WRITTEN["en"]]) as own:
        yield own


@pytest.fixture(scope="module")
def settings(server: ModelServer, shipped_settings: Settings) -> Settings:
    how = {
        "cache": False,
        "answer_s": ANSWER_S,
        "silence_s": 60,
        "backoff_s": 0.05,
        "break_after": 10_000,
        "key_variable": "CANARY_KEY",
    }
    changed = {"llm": server.setting, "generation": how}
    return Settings.model_validate(shipped_settings.model_dump() | changed)


@pytest.fixture(scope="module")
def fluent(settings: Settings) -> Iterator[Assistant]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CANARY_KEY", CANARY)
        assistant = open_assistant(settings)
        assistant.ask(QUESTIONS["en"])  # what is loaded on first use is loaded
        yield assistant


def asked(
    assistant: Assistant, server: ModelServer, says: Says, *, language: Language = "en"
) -> tuple[Answer, float]:
    """An answer, and the seconds that the model had a say."""
    server.requests.clear()
    server.reply = lambda _: says()
    told = assistant.tell(QUESTIONS[language])
    start = time.monotonic()
    *pieces, answer = told
    took = time.monotonic() - start
    assert isinstance(answer, Answer)
    assert "".join(piece.text for piece in pieces if isinstance(piece, Piece)) == answer.text
    return answer, took


FAULTS: list[tuple[str, Says, Fault]] = [
    ("breaks off at once", lambda: [BROKEN], "down"),
    ("breaks off in a sentence", lambda: ["Boulder put an extra 253,000 US doll", BROKEN], "down"),
    ("is silent", lambda: [60.0], "slow"),
    ("stops in a sentence", lambda: ["Boulder put an extra ", 60.0], "slow"),
    ("drips", lambda: itertools.chain(*(("word ", 0.3) for _ in range(1000))), "slow"),
    ("sends no line", lambda: itertools.chain(*((b"x" * 99, 0.02) for _ in range(9999))), "slow"),
    ("is limited", lambda: [Status(429, headers={"Retry-After": "600"})], "limited"),
    ("has an error", lambda: [Status(500)], "down"),
    ("refuses the key", lambda: [Status(401, f"Incorrect API key {CANARY}")], "refused"),
    ("has no such model", lambda: [Status(404)], "refused"),
    ("has too little context", lambda: [Status(400, "maximum context length")], "too_long"),
    ("sends garbage", lambda: [b"data: \x00\x01 garbage\n\n"], "garbled"),
    ("sends broken UTF-8", lambda: [b'data: {"choices": "\xff"}\n\n'], "garbled"),
    ("sends another shape", lambda: [b'data: {"choices": {"a": 1}}\n\n'], "garbled"),
    ("says nothing", lambda: [], "empty"),
    ("says spaces", lambda: [" \n\n "], "empty"),
    ("repeats a sentence", lambda: itertools.cycle(["Boulder is a village. "]), "looping"),
    ("never ends a sentence", lambda: itertools.cycle(["word and "]), "looping"),
    ("never ends a word", lambda: itertools.cycle(["x" * 40]), "looping"),
]


@pytest.mark.parametrize(
    ("says", "fault"), [case[1:] for case in FAULTS], ids=[c[0] for c in FAULTS]
)
def test_whatever_a_model_does_the_reader_gets_our_own_answer_in_time(
    fluent: Assistant, server: ModelServer, says: Says, fault: Fault
) -> None:
    answer, took = asked(fluent, server, says)
    assert took < ANSWER_S + SPARE_S
    assert answer.status == "answered"
    assert OURS in answer.text
    assert "96 %" in answer.text
    assert answer.fallback == fault
    assert answer.engine == "extractive"
    assert answer.text.endswith(MODEL_FAILED["en"])
    assert CANARY not in json.dumps(to_json(answer))
    request = server.wait_for()
    assert request.ended.wait(5), "the server still writes"


def test_what_is_true_and_beside_the_question_takes_no_answers_place(
    fluent: Assistant, server: ModelServer
) -> None:
    answer, _ = asked(fluent, server, lambda: ["Boulder is a city [1]."])
    assert OURS in answer.text
    assert answer.fallback == "incomplete"


def test_what_was_verified_before_a_fault_stands(fluent: Assistant, server: ModelServer) -> None:
    answer, _ = asked(fluent, server, lambda: [WRITTEN["en"], " Boulder put an ex", BROKEN])
    assert answer.text.startswith("In 2024, 96 % of the evictions")
    assert " ex " not in answer.text
    assert answer.engine == "scripted"
    assert answer.fallback == "down"


@pytest.mark.parametrize("language", ["es", "pt"])
def test_a_reader_is_told_of_a_fault_in_their_language(
    fluent: Assistant, server: ModelServer, language: Language
) -> None:
    answer, _ = asked(fluent, server, lambda: [BROKEN], language=language)
    assert answer.text.endswith(MODEL_FAILED[language])


@pytest.mark.parametrize("failure", [Status(500), Status(429, headers={"Retry-After": "0.2"})])
def test_a_model_that_fails_once_answers_all_the_same(
    fluent: Assistant, server: ModelServer, failure: Item
) -> None:
    replies = iter(list[list[Item]]([[failure], [WRITTEN["en"]]]))
    answer, _ = asked(fluent, server, lambda: next(replies))
    assert (answer.engine, answer.text[:11]) == ("scripted", "In 2024, 96")
    assert MODEL_FAILED["en"] not in answer.text


@pytest.mark.parametrize("reader", ["en", "es", "pt"])
@pytest.mark.parametrize("written", ["en", "es", "pt"])
def test_only_the_readers_language_reaches_the_reader(
    fluent: Assistant, server: ModelServer, reader: Language, written: Language
) -> None:
    answer, _ = asked(fluent, server, lambda: [WRITTEN[written]], language=reader)
    stands = WRITTEN[written].removesuffix(" [2].") in answer.text
    assert stands == (reader == written)
    assert answer.engine == ("scripted" if stands else "extractive")


@pytest.mark.parametrize(
    "text",
    [
        "在2024年,博尔德96%的驱逐被阻止,而服务外为58%[2]。",
        "Im Jahr 2024 wurden 96 % der Zwangsräumungen verhindert, gegenüber 58 % außerhalb [2].",
        "En 2024, 96 % des expulsions ont été évitées, contre 58 % hors du service [2].",
        "В 2024 году было предотвращено 96 % выселений [2].",
    ],
)
@pytest.mark.parametrize("reader", ["en", "es"])
def test_a_language_that_is_nobodys_reaches_nobody(
    fluent: Assistant, server: ModelServer, reader: Language, text: str
) -> None:
    answer, _ = asked(fluent, server, lambda: [text], language=reader)
    assert answer.engine == "extractive"
    assert text[:12] not in answer.text


@pytest.mark.parametrize("character", ["\ud83d", "\x00", "\x1b[31m", "\u200b", "\u202e", "\ufeff"])
def test_what_is_no_text_is_not_shown(
    fluent: Assistant, server: ModelServer, character: str
) -> None:
    text = WRITTEN["en"].replace("people", f"peo{character}ple")
    answer, _ = asked(fluent, server, lambda: [text])
    assert character not in answer.text
    answer.text.encode()


def test_a_sentence_with_a_broken_character_is_not_shown(
    fluent: Assistant, server: ModelServer
) -> None:
    answer, _ = asked(fluent, server, lambda: [WRITTEN["en"].replace("people", "pe\ufffdple")])
    assert "\ufffd" not in answer.text
    assert answer.engine == "extractive"


def test_a_model_that_calls_tools_without_end_is_stopped(
    fluent: Assistant, server: ModelServer
) -> None:
    server.requests.clear()
    count = itertools.count(1)
    server.reply = lambda body: (
        [ToolUse("tier", json.dumps({"met": next(count)}))] if "tools" in body else [WRITTEN["en"]]
    )
    answer = fluent.ask("Which criterion would the flood gauges in Boulder's parks be about?")
    assert sum("tools" in request.body for request in server.requests) <= 2
    assert not answer.tools


def test_a_reader_who_leaves_ends_the_generation(fluent: Assistant, server: ModelServer) -> None:
    server.requests.clear()
    server.reply = lambda _: [WRITTEN["en"], " Boulder put ", 60.0]
    told = fluent.tell(QUESTIONS["en"])
    assert next(piece for piece in told if isinstance(piece, Piece) and piece.text)
    told.close()
    assert server.wait_for().left.wait(5)


def test_a_model_that_is_down_is_left_alone_and_then_asked_again(
    settings: Settings, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANARY_KEY", CANARY)
    how = settings.generation.model_copy(update={"retries": 0, "break_after": 2, "break_s": 0.5})
    assistant = open_assistant(settings.model_copy(update={"generation": how}))
    answers = [asked(assistant, server, lambda: [Status(500)])[0] for _ in range(2)]
    answers.append(asked(assistant, server, lambda: [WRITTEN["en"]])[0])
    assert server.requests == []
    assert [answer.fallback for answer in answers] == ["down"] * 3
    time.sleep(0.6)
    assert asked(assistant, server, lambda: [WRITTEN["en"]])[0].engine == "scripted"


def test_a_model_that_is_down_at_the_start_is_asked_when_it_is_up(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANARY_KEY", CANARY)
    with ModelServer(lambda _: []) as gone:
        port = gone.port
    assistant = open_assistant(settings.model_copy(update={"llm": gone.address}))
    first = assistant.ask(QUESTIONS["en"])
    assert (first.fallback, first.engine) == ("down", "extractive")
    with ModelServer(lambda _: [WRITTEN["en"]], port=port):
        assert assistant.ask(QUESTIONS["en"]).engine == "scripted"


def test_what_was_written_is_kept_by_what_was_asked(
    settings: Settings, server: ModelServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CANARY_KEY", CANARY)
    how = settings.generation.model_copy(update={"cache": True})
    cached = open_assistant(
        settings.model_copy(update={"generation": how, "cache_dir": settings.cache_dir})
    )
    secret = f"Boulder tells the key {CANARY[:4]} [1]. "
    first, _ = asked(cached, server, lambda: [secret, WRITTEN["en"], f" {tmp_path.name} [9]."])
    again, _ = asked(cached, server, lambda: [Status(500)])
    assert again.text == first.text


def test_a_key_is_in_no_log_and_no_trace(
    fluent: Assistant, server: ModelServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.reply = lambda _: [Status(401, f"wrong key {CANARY}")]
    answer, trace = fluent.explain(QUESTIONS["en"])
    assert CANARY not in repr(trace)
    assert CANARY not in repr(answer)
    assert CANARY not in "".join(
        record.getMessage() for record in caplog.records if record.levelno > logging.DEBUG
    )

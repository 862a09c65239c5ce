"""Asking a language model, within limits: its words as they come, or a fault, never a hang.

A call runs in a thread of its own, so that whoever waits for it can stop waiting. When the time is
up or the reader has left, its connection is cut, which ends the thread and tells the server to
stop; a model in this process ends with its next word.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pybreaker
import tenacity

from assistant.generation.connections import Line
from assistant.generation.errors import Fault, ModelFaultError
from assistant.generation.leaving import ReaderLeftError, departure
from assistant.generation.legible import legible
from assistant.generation.providers import first_model
from assistant.generation.record import Usage
from assistant.generation.settings import GenerationSettings

if TYPE_CHECKING:  # importing it takes half a second
    from llama_index.core.base.llms.types import ChatMessage
    from llama_index.core.llms import LLM
    from llama_index.core.tools import BaseTool

log = logging.getLogger(__name__)

_CHARS_PER_TOKEN = 3
"""Of the densest text we have; what is estimated so is never too little."""
_WAIT_MOST = 20.0
"""Seconds before a call is tried again, at most, whatever a server asks for."""
_LAST_S = 0.5
"""Seconds that a thread is waited for whose connection was cut."""
_LOOK_S = 0.05
"""How often one who waits for a model looks whether somebody still waits for him."""
_TRANSIENT: frozenset[Fault] = frozenset({"down", "limited"})
_UNREADABLE = (AttributeError, LookupError, TypeError, ValueError, RecursionError)
"""What clients raise over a reply of another shape than they expect."""
_NO_FAILURE: frozenset[Fault] = frozenset({"too_long", "looping"})
"""Faults that tell nothing of whether the next call would fail."""


@dataclass(frozen=True, slots=True)
class Call:
    """A tool that the model wants called, with its arguments."""

    tool: str
    arguments: Mapping[str, Any]


class ModelClient:
    """A language model behind a circuit breaker.

    Args:
        name: what its answers are signed with; empty for the first that its address offers.
    """

    def __init__(self, llm: "LLM", name: str, settings: GenerationSettings) -> None:
        self._llm = llm
        self._name = name
        self._settings = settings
        self._slots = threading.BoundedSemaphore(settings.at_once)
        # A model in this process has one context: a call has to wait until the thread of the last
        # has ended, wanted or not.
        local = type(llm).__name__ == "LlamaCPP"
        self._alone: AbstractContextManager[object] = threading.Lock() if local else nullcontext()
        self._breaker = pybreaker.CircuitBreaker(
            fail_max=settings.break_after,
            reset_timeout=settings.break_s,
            exclude=[lambda error: _fault_of(error) in {None, *_NO_FAILURE}],
            throw_new_error_on_trip=False,
        )

    @property
    def name(self) -> str:
        """What its answers are signed with."""
        return self._name or "unnamed"

    @property
    def calls_tools(self) -> bool:
        """Whether the model can call tools."""
        return bool(self._llm.metadata.is_function_calling_model)

    def stream(
        self, messages: "Sequence[ChatMessage]", *, deadline: float, usage: Usage
    ) -> Generator[str, None, None]:
        """What the model says, piece by piece. Closing the iterator ends the generation.

        Args:
            deadline: on `time.monotonic`'s clock.

        Raises:
            ModelFaultError: nothing more will come, and why.
        """
        size = sum(len(message.content or "") for message in messages)
        if size // _CHARS_PER_TOKEN + self._settings.max_tokens > self._settings.context_tokens:
            raise ModelFaultError("too_long", "The evidence does not fit.")

        def start() -> Iterator[Any]:
            return iter(self._llm.stream_chat(messages))

        usage.read += size // _CHARS_PER_TOKEN
        for chunk in self._guarded(start, deadline, usage):
            said = legible(chunk.delta or "")
            usage.written += -(-len(said) // _CHARS_PER_TOKEN)
            yield said

    def complete(self, messages: "Sequence[ChatMessage]", *, deadline: float, usage: Usage) -> str:
        """All that the model says; raises as `stream`."""
        return "".join(self.stream(messages, deadline=deadline, usage=usage))

    def choose(
        self,
        messages: "list[ChatMessage]",
        tools: "Sequence[BaseTool]",
        *,
        deadline: float,
        usage: Usage,
    ) -> Sequence[Call]:
        """The tools that the model would call, none if it would rather speak; raises as `stream`.

        Arguments that are no JSON object are left out.
        """
        llm: Any = self._llm

        def start() -> Iterator[Any]:
            response = llm.chat_with_tools(tools, chat_history=messages)
            yield llm.get_tool_calls_from_response(response, error_on_no_tool_call=False)

        (found,) = self._guarded(start, deadline, usage)
        return [
            Call(call.tool_name, call.tool_kwargs)
            for call in found
            if isinstance(call.tool_kwargs, dict)
        ]

    def _guarded(
        self, start: Callable[[], Iterator[Any]], deadline: float, usage: Usage
    ) -> Generator[Any, None, None]:
        began = time.monotonic()

        def stream() -> Generator[Any, None, None]:
            with self._slot(deadline):
                first, rest = self._begun(start, deadline, usage)
                with closing(rest):
                    usage.first_ms = usage.first_ms or round((time.monotonic() - began) * 1e3, 1)
                    yield first
                    yield from rest

        try:
            with closing(self._breaker.call(stream)) as told:
                yield from told
        except pybreaker.CircuitBreakerError as error:
            raise ModelFaultError("down", "It failed before and is left alone.") from error
        finally:
            usage.ms = round(usage.ms + (time.monotonic() - began) * 1e3, 1)

    def _begun(
        self, start: Callable[[], Iterator[Any]], deadline: float, usage: Usage
    ) -> tuple[Any, "_Listening"]:
        """The first chunk of a call and those that follow; tried again until there is one."""
        settings = self._settings
        trying = tenacity.Retrying(
            stop=tenacity.stop_after_attempt(settings.retries + 1)
            | tenacity.stop_before_delay(max(0.0, deadline - time.monotonic())),
            wait=_asked_or_doubled(settings.backoff_s),
            retry=tenacity.retry_if_exception(lambda error: _fault_of(error) in _TRANSIENT),
            reraise=True,
            sleep=tenacity.sleep_using_event(departure()),
        )

        def attempt() -> tuple[Any, _Listening]:
            usage.calls += 1
            listening = _Listening(
                self._named(start), deadline, silence_s=settings.silence_s, alone=self._alone
            )
            try:
                return next(listening), listening
            except StopIteration as error:
                raise ModelFaultError("empty", "It wrote nothing.") from error
            except BaseException:
                listening.close()
                raise

        return trying(attempt)

    def _named(self, start: Callable[[], Iterator[Any]]) -> Callable[[], Iterator[Any]]:
        """A call that first asks for the model's name, where it is not known yet."""

        def start_named() -> Iterator[Any]:
            if not self._name:
                llm: Any = self._llm
                self._name = llm.model = first_model(llm)
            return start()

        return start_named

    @contextmanager
    def _slot(self, deadline: float) -> Iterator[None]:
        if not self._slots.acquire(timeout=max(0.0, deadline - time.monotonic())):
            raise ModelFaultError("slow", "Others were asking.")
        try:
            yield
        finally:
            self._slots.release()


class _Listening(Iterator[Any]):
    """The chunks of one call, made in a thread; waits for each no longer than it may."""

    def __init__(
        self,
        start: Callable[[], Iterator[Any]],
        deadline: float,
        *,
        silence_s: float,
        alone: AbstractContextManager[object],
    ) -> None:
        self._start = start
        self._deadline = deadline
        self._silence_s = silence_s
        self._alone = alone
        self._line = Line()
        self._heard: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
        self._left = threading.Event()
        self._asker_left = departure()
        self._thread = threading.Thread(target=self._listen, name="language model", daemon=True)
        self._thread.start()

    def __next__(self) -> Any:  # noqa: ANN401  (LlamaIndex's chunk)
        until = min(time.monotonic() + self._silence_s, self._deadline)
        kind, value = self._next_heard(until)
        if kind == "end":
            raise StopIteration
        if kind == "error":
            raise ModelFaultError(fault_of(value), _plain(value)) from value
        return value

    def _next_heard(self, until: float) -> tuple[str, Any]:
        while True:
            if self._asker_left.is_set():
                self.close()
                raise ReaderLeftError
            try:
                wait = min(_LOOK_S, until - time.monotonic())
                return self._heard.get(timeout=max(0.0, wait))
            except queue.Empty:
                if time.monotonic() >= until:
                    self.close()
                    raise ModelFaultError("slow", "The time was up.") from None

    def close(self) -> None:
        """Want no more. The thread is given a moment to end: a process may end with this call."""
        self._left.set()
        self._line.cut()
        self._thread.join(_LAST_S)

    def _listen(self) -> None:
        self._line.use()
        try:
            with self._alone:
                if not self._left.is_set():
                    self._hear()
        finally:
            self._line.close()

    def _hear(self) -> None:
        stream: Iterator[Any] | None = None
        try:
            stream = self._start()
            for chunk in stream:
                if self._left.is_set():
                    break
                self._heard.put(("chunk", chunk))
            self._heard.put(("end", None))
        except Exception as error:  # noqa: BLE001  (whatever a client raises is told to the waiter)
            self._heard.put(("error", error))
        finally:
            if close := getattr(stream, "close", None):
                close()


class _asked_or_doubled(tenacity.wait.wait_base):  # noqa: N801  (as tenacity names its own)
    """As long as the server asks for, else a doubling time."""

    def __init__(self, first: float) -> None:
        self._doubled = tenacity.wait_exponential(multiplier=first, max=_WAIT_MOST)

    def __call__(self, retry_state: tenacity.RetryCallState) -> float:
        error = retry_state.outcome.exception() if retry_state.outcome else None
        asked = _asked_wait(error.__cause__ if error else None)
        return self._doubled(retry_state) if asked is None else min(asked, _WAIT_MOST)


def _asked_wait(error: BaseException | None) -> float | None:
    """Seconds that a server asks to wait, of a client's error; a date is not read."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    try:
        asked = float(headers.get("retry-after", ""))
    except ValueError:
        return None
    return asked if asked >= 0 else None  # nan is not either


def fault_of(error: BaseException) -> Fault:
    """Which fault an error of some provider's client stands for."""
    if isinstance(error, ModelFaultError):
        return error.fault
    status = getattr(error, "status_code", None)
    name, said = type(error).__name__.lower(), str(error).lower()
    if "timeout" in name:
        return "slow"
    if status == 429 or "ratelimit" in name:
        return "limited"
    if "context" in said and any(w in said for w in ("length", "window", "exceed", "tokens")):
        return "too_long"
    if status is not None and 400 <= status < 500:
        return "refused"
    if isinstance(error, _UNREADABLE) or any(w in name for w in ("decode", "json", "valid")):
        return "garbled"
    return "down"


def _fault_of(error: BaseException) -> Fault | None:
    return error.fault if isinstance(error, ModelFaultError) else None


def _plain(error: BaseException) -> str:
    """The kind of an error only: its text may hold an address with a key."""
    status = getattr(error, "status_code", None)
    return f"{type(error).__name__}{f' {status}' if status else ''}"

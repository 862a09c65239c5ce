"""The command line. What a command needs is imported when it runs, so that each starts fast."""

import io
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from corpus.errors import ProgrammeAssistantError
from ui import index_commands
from ui.programme_option import ProgrammeTyper, chosen_settings
from ui.terminal import FAILED, USAGE, Json, dump, fail, show

if TYPE_CHECKING:
    from assistant.answers import Answer
    from assistant.pipeline import Assistant
    from assistant.settings import Settings
    from assistant.streaming import Told

app = ProgrammeTyper(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    help="Cited, verified answers about a programme from its own documents, without a language "
    "model and without a network.",
)
app.add_typer(index_commands.app, name="index")


def main() -> None:
    """Entry point: an error of ours becomes one line and a non-zero exit code."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    for stream in (sys.stdout, sys.stderr):  # what a terminal cannot show becomes '?'
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        app()
    except ProgrammeAssistantError as error:
        fail(str(error))
    except ModuleNotFoundError as error:
        if error.name in {"gradio", "fastapi", "uvicorn", "mcp", "mcp_types", "sqlalchemy"}:
            fail("The service needs more packages: pip install 'programme-assistant[ui]'")
        if error.name in {"ir_measures", "jinja2"}:
            fail("Evaluation needs more packages: pip install 'programme-assistant[eval]'")
        raise


@app.command(
    epilog='Examples: `assistant ask "What does gold need?"` · '
    "`assistant ask --batch questions.jsonl > answers.jsonl`"
)
def ask(
    question: Annotated[
        str | None, typer.Argument(help="In English, Spanish or Portuguese.")
    ] = None,
    as_json: Json = False,
    batch: Annotated[
        Path | None,
        typer.Option(help='Answer every line `{"id", "question", "history"?}` of a file.'),
    ] = None,
    trace: Annotated[bool, typer.Option(help="Show each stage and its milliseconds.")] = False,
) -> None:
    """Answer a question, with the places in the documents that say so."""
    from assistant.answers import to_json
    from assistant.questions import clean
    from assistant.streaming import last
    from ui.rendering import trace_lines

    if (question is None) == (batch is None):
        fail("Give either a question or --batch FILE.", USAGE)
    if batch is not None:
        _ask_batch(batch)
        return
    assert question is not None
    clean(question)  # before anything is loaded for it
    told, happened = _assistant().recount(question)
    if as_json:
        show(dump(to_json(last(told))))
    else:
        _tell(told)
    if trace:
        sys.stderr.write(trace_lines(happened) + "\n")


@app.command()
def chat() -> None:
    """Talk in the terminal; an empty line or Ctrl-D ends it."""
    from assistant.conversation import Turn
    from assistant.errors import InvalidQuestionError

    assistant = _assistant()
    history: list[Turn] = []
    show("Ask about the programme. An empty line ends the conversation.")
    while question := _prompt():
        try:
            told = assistant.tell(question, history)
        except InvalidQuestionError as error:
            show(str(error))
            continue
        show("")
        answer = _tell(told)
        show("")
        history += [
            Turn(role="user", content=question),
            Turn(role="assistant", content=answer.text),
        ]


@app.command(
    epilog="Examples: `assistant tier 30` · `assistant tier 70%` · "
    "`assistant tier 31 --standard v2018`"
)
def tier(
    met: Annotated[str, typer.Argument(help="Criteria met, such as 30 or 30/43, or a share: 70%.")],
    standard: Annotated[str | None, typer.Option(help="Version of the standard, by id.")] = None,
    as_json: Json = False,
) -> None:
    """Work out the level for a number of criteria met."""
    from assistant.answers import to_json
    from assistant.assembly import open_calculator
    from ui.levels import UnreadableCountError, level_answer
    from ui.rendering import to_terminal

    versions, writer = open_calculator(chosen_settings())
    try:
        answer = level_answer(met, standard=versions, writer=writer, version=standard)
    except UnreadableCountError as error:
        fail(str(error), USAGE)
    if answer.status == "invalid":
        fail(answer.text)
    show(dump(to_json(answer)) if as_json else to_terminal(answer))


@app.command()
def document(
    id_: Annotated[str, typer.Argument(metavar="ID", help="As in a citation.")],
    as_json: Json = False,
) -> None:
    """Show a document that answers cite, whole, with its sources."""
    from dataclasses import asdict

    from assistant.assembly import open_catalogue
    from assistant.errors import UnknownDocumentError
    from ui.rendering import document_to_terminal

    catalogue = open_catalogue(chosen_settings())
    found = catalogue.document(id_)
    if found is None:
        raise UnknownDocumentError(id_, catalogue.document_ids())
    show(dump(asdict(found)) if as_json else document_to_terminal(found))


@app.command(
    epilog="Examples: `assistant suggest article.html` · "
    "`assistant suggest article.txt --questions ours.txt --strict` · `assistant suggest`"
)
def suggest(
    article: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE|-]", help="Text, Markdown or HTML; none: all questions."),
    ] = None,
    count: Annotated[int, typer.Option(min=1, max=50, help="How many questions.")] = 5,
    language: Annotated[
        Literal["en", "es", "pt"] | None, typer.Option(help="Of the questions suggested.")
    ] = None,
    questions: Annotated[
        Path | None, typer.Option(help="Your own questions, one a line, to be tried.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail if one of your questions is not answered.")
    ] = False,
    failures: Annotated[
        bool, typer.Option("--failures", help="What was tried and is not suggested, and why.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Suggest questions that the documents answer, for an article, and try its publisher's own."""
    from ui import suggesting

    settings = chosen_settings()
    if article is None and questions is None:
        from assistant.assembly import open_trials

        trials = open_trials(settings)
        if failures:
            rows = [failure.model_dump(mode="json") for failure in trials.failures]
            show(dump(rows) if as_json else suggesting.failures_text(trials))
            return
        kept = [s for s in trials.kept if language is None or s.language == language]
        rows = [suggestion.model_dump(mode="json") for suggestion in kept]
        show(dump(rows) if as_json else suggesting.themes_text(kept))
        return
    if failures:
        fail("--failures goes without an article.", USAGE)
    advised = suggesting.advise(
        settings, article=article, questions=questions, language=language, count=count
    )
    shown = suggesting.advised_text(advised, for_article=article is not None)
    show(dump(suggesting.advised_json(advised)) if as_json else shown)
    if strict and not advised.all_answered:
        raise SystemExit(FAILED)


@app.command(
    epilog="Examples: `assistant snippet article.html --address https://ask.example` · "
    "`assistant snippet --document city-boise --language es --address https://ask.example`"
)
def snippet(
    article: Annotated[
        Path | None, typer.Argument(metavar="[FILE|-]", help="Text, Markdown or HTML.")
    ] = None,
    document: Annotated[
        list[str] | None, typer.Option(help="Document that the article rests on; may be repeated.")
    ] = None,
    count: Annotated[int, typer.Option(min=1, max=10, help="How many questions.")] = 4,
    language: Annotated[
        Literal["en", "es", "pt"] | None, typer.Option(help="Of the questions.")
    ] = None,
    address: Annotated[
        str | None, typer.Option(help="Of the service, as readers reach it: https://ask.example")
    ] = None,
) -> None:
    """Print the HTML that puts questions under an article on any site."""
    if (article is None) == (not document):
        fail("Give either an article or --document ID.", USAGE)
    settings = chosen_settings()
    address = address or settings.service.public_address
    if not address:
        fail("Give --address, or set ASSISTANT_SERVICE__PUBLIC_ADDRESS.", USAGE)
    from ui.widget.snippet import snippet_for

    show(
        snippet_for(
            settings,
            article=article,
            documents=document or (),
            count=count,
            language=language,
            address=address.rstrip("/"),
        )
    )


@app.command(
    epilog="Examples: `assistant init my-programme` · `assistant init my-programme --yes "
    '--name "Green schools" --documents guides --levels "bronze 25, gold 65 of 100 points"`'
)
def init(
    folder: Annotated[Path, typer.Argument(help="Folder to make; new or empty.")],
    name: Annotated[str | None, typer.Option(help="The programme's name.")] = None,
    about: Annotated[str | None, typer.Option(help="What it is, in one sentence.")] = None,
    language: Annotated[
        list[str] | None,
        typer.Option(help="Of questions: en, es, pt; the first is the documents'. Repeatable."),
    ] = None,
    documents: Annotated[
        list[Path] | None, typer.Option(help="File or folder to copy in; may be repeated.")
    ] = None,
    levels: Annotated[
        str | None,
        typer.Option(help='Such as "bronze 25, silver 45, gold 65 of 100 points"; "" for none.'),
    ] = None,
    build: Annotated[
        bool | None, typer.Option("--build/--no-build", help="Build the index at once.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing; take what is usual.")] = False,
) -> None:
    """Begin a programme of your own: asks a little, makes its folder, builds its index."""
    from ui import founding

    given = founding.Given(
        folder=folder,
        name=name,
        about=about,
        languages=language,
        documents=documents,
        levels=levels,
        build=build,
    )
    wishes = founding.wishes_of(given, asks=not yes)
    made = founding.found(wishes)
    show(founding.made_line(made))
    if wishes.build and made.readable:
        index_commands.build_all(chosen_settings(programme=folder))
    show(founding.next_steps(made))


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen at.")] = None,
    port: Annotated[int | None, typer.Option(help="Port; 0 takes a free one.")] = None,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the chat in a browser.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Read documents again when they change.")
    ] = False,
) -> None:
    """Serve the chat; the address is printed."""
    settings = chosen_settings(host=host, port=port)
    if watch:
        service = settings.service.model_copy(update={"watch": True})
        settings = settings.model_copy(update={"service": service})
    from ui.app import run

    run(settings, open_browser=open_browser)


@app.command()
def mcp() -> None:
    """Serve the tools ask, search, tier and cities over MCP's standard input and output."""
    settings = chosen_settings()
    from ui.mcp_door import serve_stdio

    serve_stdio(settings)


@app.command(
    name="eval",
    epilog="Examples: `assistant eval --questions development.yaml --out reports/eval` · "
    "`assistant eval --outside mtrag-cloud --out reports/outside` · "
    "`assistant eval --questions test.yaml --out now --against before --gate`",
)
def evaluate(
    out: Annotated[Path, typer.Option(help="Folder for the run: figures, cases and report.html.")],
    questions: Annotated[
        list[Path] | None, typer.Option(help="Question set, a YAML list of cases; may be repeated.")
    ] = None,
    outside: Annotated[
        list[Path] | None,
        typer.Option(help="Folder of an outside set with corpus.jsonl and questions.jsonl."),
    ] = None,
    questions_from: Annotated[
        list[Path] | None,
        typer.Option(help="Outside set whose questions are put to the others' passages too."),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="At most so many questions of each outside set.")
    ] = None,
    against: Annotated[
        Path | None, typer.Option(help="Earlier run, or its marks.json, to compare with.")
    ] = None,
    red_team: Annotated[
        bool, typer.Option("--red-team", help="Attack it: injected documents, orders in disguise.")
    ] = False,
    falsehoods: Annotated[
        bool,
        typer.Option("--falsehoods", help="Have a model lie over the evidence of --questions."),
    ] = False,
    gate: Annotated[
        bool, typer.Option("--gate", help="Fail on a significant loss or an ungrounded answer.")
    ] = False,
) -> None:
    """Score the assistant on question sets, its own or of other documents."""
    if not questions and not outside and not red_team:
        fail("Give --questions FILE, --outside DIR or --red-team.", USAGE)
    if falsehoods and not questions:
        fail("--falsehoods needs --questions FILE.", USAGE)
    if gate and against is None and not red_team and not falsehoods:
        fail("--gate needs --against RUN.", USAGE)
    from assistant.evaluation.cases import read_sets
    from assistant.evaluation.comparison import comparison_table, read_marks
    from assistant.evaluation.gate import failings
    from assistant.evaluation.latency import latency_line
    from assistant.evaluation.lying import lying_line
    from assistant.evaluation.outside.report import outside_table
    from assistant.evaluation.outside.sets import read_outside
    from assistant.evaluation.redteam.answering import attack_line
    from assistant.evaluation.run import Plan, run
    from assistant.evaluation.summary import table
    from assistant.evaluation.writing import writing_line
    from ui.progress import BuildProgress

    sets = read_sets(questions or ())
    plan = Plan(
        sets=sets,
        outside=[read_outside(folder, limit=limit) for folder in outside or ()],
        translations=[read_outside(folder) for folder in questions_from or ()],
        against=read_marks(against) if against else None,
        red_team=red_team,
        lied_over=[case for own in sets for case in own.cases] if falsehoods else (),
    )
    settings = chosen_settings()
    _note_staleness(settings)
    with BuildProgress() as progress:
        findings = run(plan, settings=settings, out=out, progress=progress)
    parts = [table(findings.summaries)] if findings.summaries else []
    parts += [latency_line(findings.latency)] if findings.latency else []
    parts += [writing_line(findings.writing)] if findings.writing else []
    parts += [lying_line(findings.lying)] if findings.lying else []
    parts += [attack_line(findings.attacks)] if findings.attacks else []
    parts += [comparison_table(findings.comparison)] if findings.comparison else []
    parts += [outside_table(report) for report in findings.outside]
    show("\n\n".join([*parts, f"Report: {out / 'report.html'}"]))
    if gate and (reasons := failings(findings)):
        fail(" ".join(reasons))


@app.command()
def doctor(as_json: Json = False) -> None:
    """Tell what is there and works, the language model too, and what to do where it does not.

    A language model that is set is asked to write a little. Keys are never shown.
    """
    from dataclasses import asdict

    from assistant.doctor import examine
    from ui.rendering import finding_lines

    found = []
    for finding in examine(chosen_settings()):
        found.append(finding)
        if not as_json:
            show(finding_lines(finding))
    if as_json:
        show(dump({"findings": [asdict(finding) for finding in found]}))
    if any(finding.state == "faulty" for finding in found):
        raise SystemExit(FAILED)


def _assistant() -> "Assistant":
    settings = chosen_settings()
    from assistant.assembly import open_assistant

    assistant = open_assistant(settings)
    _note_staleness(settings)
    return assistant


def _note_staleness(settings: "Settings") -> None:
    from assistant.upkeep import staleness

    for sentence in staleness(settings):
        sys.stderr.write(f"Note: {sentence} Run `assistant index build` to bring it up to date.\n")


def _ask_batch(path: Path) -> None:
    from ui.batch import answer_batch, read_batch

    cases = read_batch(path)
    failed = []
    for answer, ok in answer_batch(_assistant(), cases):
        show(dump(answer))
        failed += [] if ok else [answer["id"]]
    if failed:
        fail(f"{len(failed)} of {len(cases)} questions could not be taken: {', '.join(failed)}.")


def _tell(told: "Told") -> "Answer":
    """Print an answer as it comes, with what follows it; gives the whole of it."""
    from assistant.answers import Answer
    from ui.rendering import terminal_rest, terminal_text

    for one in told:
        if isinstance(one, Answer):
            show(terminal_rest(one))
            return one
        sys.stdout.write(terminal_text(one.text))
        sys.stdout.flush()
    raise AssertionError("what is told ends with the answer")


def _prompt() -> str:
    try:
        return input("> ").strip()
    except EOFError:
        return ""


if __name__ == "__main__":
    main()

"""The calculator as a tab beside the chat: Gradio's own boxes and number, our drawing of the level.

The page that holds the tab loads `tokens.css`, `answer.css` and `calculator.css`.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import gradio as gr

from assistant.answers import Language
from ui.calculator.pages import calculator_of
from ui.calculator.reckoning import Calculator
from ui.calculator.state import State
from ui.desk import Desk
from ui.markup.templates import Templates
from ui.texts import LANGUAGES, Texts

Listen = Callable[..., Any]
"""Gradio's event of a component, called with a handler, its inputs and its outputs."""


def calculator_tab(desk: Desk, templates: Templates, *, on_language: Listen | None = None) -> None:
    """Put the calculator into the tab that is open.

    Args:
        on_language: event whose data holds `language`, when the reader chooses another.

    Raises:
        NoStandardError: the programme has no standard.
    """
    calculator, now = calculator_of(desk), partial(calculator_of, desk)
    texts, areas = Texts("en"), calculator.areas("en")
    language = gr.State("en")
    with gr.Row(elem_classes="calculator-tab"):
        with gr.Column(min_width=280):
            number = gr.Number(label=number_label(calculator, texts), value=None, step=1)
            with gr.Row():
                fewer = gr.Button(texts("calculator.change_one_fewer"), size="md", min_width=100)
                more = gr.Button(texts("calculator.change_one_more"), size="md", min_width=100)
            result = gr.HTML(
                drawn(calculator, templates, State(), "en"),
                elem_classes="calculator-result",
                apply_default_css=False,
            )
        with gr.Column(min_width=280):
            groups = [
                gr.CheckboxGroup(
                    choices=[(f"{item.id} {item.title}", item.id) for item in area.items],
                    label=area_label(area.name, 0, len(area.items), texts),
                )
                for area in areas
            ]

    def counted(met: float | None, spoken: Language) -> list[Any]:
        said = number_drawn(now(), templates, met, spoken)
        return [*unticked(now(), spoken), said]

    def one_fewer(met: float | None, spoken: Language) -> list[Any]:
        less = stepped(met, -1)
        return [less, *counted(less, spoken)]

    def one_more(met: float | None, spoken: Language) -> list[Any]:
        next_ = stepped(met, 1)
        return [next_, *counted(next_, spoken)]

    def ticked(spoken: Language, *chosen: Sequence[str]) -> list[Any]:
        labels = relabelled(now(), spoken, chosen)
        return [None, *labels, drawn(now(), templates, ticked_state(chosen), spoken)]

    def spoken_in(event: gr.EventData, met: float | None, *chosen: Sequence[str]) -> list[Any]:
        return translated(now(), templates, event._data.get("language"), met, chosen)

    shown = [number, *groups, result]
    quietly(number.input, counted, [number, language], [*groups, result])
    quietly(fewer.click, one_fewer, [number, language], shown)
    quietly(more.click, one_more, [number, language], shown)
    for group in groups:
        quietly(group.input, ticked, [language, *groups], shown)
    if on_language:
        heard = [language, number, fewer, more, *groups, result]
        quietly(on_language, spoken_in, [number, *groups], heard)


def quietly(event: Listen, handler: Listen, inputs: list[Any], outputs: list[Any]) -> None:
    """Hear an event without Gradio's signs of progress, and not as a door of its own."""
    event(handler, inputs, outputs, show_progress="hidden", api_visibility="private")


def drawn(calculator: Calculator, templates: Templates, state: State, language: Language) -> str:
    """What a state comes to as HTML, with links to its page, its table and its print."""
    return templates.render(
        "calculator_tab.html.jinja",
        outcome=calculator.work_out(state, language),
        texts=Texts(language),
    )


def number_drawn(
    calculator: Calculator, templates: Templates, met: float | None, language: Language
) -> str:
    """As `drawn`, for a number from Gradio's field, which is None where it is empty."""
    return drawn(calculator, templates, State(met=written(met)), language)


def written(met: float | None) -> str:
    """A number of the field as an address holds it."""
    if met is None:
        return ""
    return str(int(met)) if float(met).is_integer() else str(met)


def stepped(met: float | None, by: int) -> float:
    """A number a step further; an empty field counts from none."""
    return (met or 0) + by


def ticked_state(chosen: Sequence[Sequence[str]]) -> State:
    """The state of all groups' ticks."""
    return State(chosen=tuple(id_ for group in chosen for id_ in group or ()))


def number_label(calculator: Calculator, texts: Texts) -> str:
    """What the field of the number asks for."""
    standard = calculator.standard
    key = "number_tab" if standard.unit == "criteria" else "number_tab_plain"
    return texts(f"calculator.{key}", units=standard.unit_in(texts.language).many)


def area_label(name: str, met: int, total: int, texts: Texts) -> str:
    """A practice area's heading with how many of its criteria are met."""
    return f"{name}: {texts('calculator.area_count', met=met, total=total)}"


def relabelled(
    calculator: Calculator, language: Language, chosen: Sequence[Sequence[str]]
) -> list[Any]:
    """Updates of the groups in a language: headings with counts, titles, and what is ticked."""
    texts = Texts(language)
    return [
        gr.update(
            label=area_label(area.name, len(ids or ()), len(area.items), texts),
            choices=[(f"{item.id} {item.title}", item.id) for item in area.items],
            value=list(ids or ()),
        )
        for area, ids in zip(calculator.areas(language), chosen, strict=True)
    ]


def unticked(calculator: Calculator, language: Language) -> list[Any]:
    """Updates of the groups with nothing ticked."""
    return relabelled(calculator, language, [()] * len(calculator.areas(language)))


def translated(
    calculator: Calculator,
    templates: Templates,
    wanted: object,
    met: float | None,
    chosen: Sequence[Sequence[str]],
) -> list[Any]:
    """Everything in another language, English where it is not one of ours; what is given stays."""
    language: Language = next((known for known in LANGUAGES if known == wanted), "en")
    texts = Texts(language)
    state = State(met=written(met)) if met is not None else ticked_state(chosen)
    return [
        language,
        gr.update(label=number_label(calculator, texts)),
        gr.update(value=texts("calculator.change_one_fewer")),
        gr.update(value=texts("calculator.change_one_more")),
        *relabelled(calculator, language, chosen),
        drawn(calculator, templates, state, language),
    ]

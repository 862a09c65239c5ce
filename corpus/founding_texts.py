"""What a new programme's folder says: how to go on, and its levels as a first document."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LevelsTexts:
    """Texts on levels in a language; `level` and `total` are also the evidence of the records."""

    title: str
    total: str
    level: str
    ask_one: str
    ask_all: str


LEVELS_TEXTS: Mapping[str, LevelsTexts] = {
    "en": LevelsTexts(
        title="The levels of {name}",
        total="The levels go by the number of {units}, of which there are {total} in all.",
        level="{level} starts at {least} of the {total} {units}.",
        ask_one="How many {units} are needed for {level}?",
        ask_all="What are the thresholds of each level?",
    ),
    "es": LevelsTexts(
        title="Los niveles de {name}",
        total="Los niveles dependen del número de {units}, que son {total} en total.",
        level="{level} empieza en {least} de los {total} {units}.",
        ask_one="¿Cuántos {units} hacen falta para {level}?",
        ask_all="¿Cuáles son los umbrales de cada nivel?",
    ),
    "pt": LevelsTexts(
        title="Os níveis de {name}",
        total="Os níveis dependem do número de {units}, que são {total} ao todo.",
        level="{level} começa em {least} dos {total} {units}.",
        ask_one="Quantos {units} são necessários para {level}?",
        ask_all="Quais são os limiares de cada nível?",
    ),
}

FOLDER_GUIDE = """\
# {name}

- `programme.yaml`: the name, what it is about, and the languages that questions may come in.
- `documents/`: what answers are taken from. A Markdown file may begin with a block of `title`,
  `published`, `sources` (title and url) and `questions` that it answers.
- `records/`: what is better kept as a table than as prose; each file may be missing.
  `standard.yaml` holds levels for the calculator.
- `questions/development.yaml`: questions with what a right answer must say, for `assistant eval`.

After a change: `assistant index build --programme .` here; only what changed is done again.
"""

QUESTIONS_HEAD = """\
# Questions with what a right answer must be like, a case a line, such as:
# - {id: f01, kind: fact, q: "Who may apply?", all: [["schools"]], src: [eligibility]}
# Score them: assistant eval --programme . --questions questions/development.yaml --out report
"""

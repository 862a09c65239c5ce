"""Dates as each language writes them."""

import datetime as dt

from assistant.answers import Language
from assistant.figures import MONTHS


def month_name(day: dt.date, language: Language) -> str:
    """The month of a day with its year: 'August 2022', 'agosto de 2022'."""
    names = [name for name, number in MONTHS.items() if number == day.month]
    if language == "en":
        return f"{names[0].capitalize()} {day.year}"
    return f"{names[1 if language == 'es' else -1]} de {day.year}"

"""Lower case without accents, for comparing words that people write differently."""

import unicodedata


def fold(text: str) -> str:
    """`text` in lower case, its accents taken off."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))

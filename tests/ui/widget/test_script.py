"""The widget's one file: code, words in three languages, and styles for a shadow root."""

import json
import re

from ui.texts import LANGUAGES
from ui.widget.script import embed_script, style


def test_the_script_holds_the_words_of_every_language_and_no_markup_of_a_page() -> None:
    script = embed_script('Cities </script> "that work"').content.decode()

    words = json.loads(re.findall(r"^const WORDS = (.*);$", script, re.MULTILINE)[0])
    assert set(words) == set(LANGUAGES)
    assert 'Cities </script> "that work"' in words["en"]["by"]
    assert len({words[language]["heading"] for language in LANGUAGES}) == len(LANGUAGES)


def test_another_programme_makes_another_digest() -> None:
    assert embed_script("One").digest != embed_script("Two").digest
    assert embed_script("One").digest == embed_script("One").digest


def test_tokens_are_the_hosts_and_can_be_set_from_outside() -> None:
    css = style()

    assert ":root" not in css
    assert ':host([data-assistant-theme="dark"])' in css
    assert re.search(r"--accent: var\(--assistant-accent, #\w{6}\);", css)
    # Nothing is fetched by it.
    assert "@import" not in css
    assert "url(" not in css

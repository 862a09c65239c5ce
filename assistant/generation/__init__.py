"""Answers that a language model writes from numbered evidence, and the checks they must pass."""

"""Measuring the assistant: on question sets of its own programme, and on sets of others."""

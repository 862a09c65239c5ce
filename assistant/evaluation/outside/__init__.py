"""Measuring the assistant on question sets about documents that are not its own."""

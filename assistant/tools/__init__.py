"""Deterministic tools that ground numeric answers."""

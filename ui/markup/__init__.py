"""Answers, tool results and documents as HTML, for the page, the chat and the widget alike."""

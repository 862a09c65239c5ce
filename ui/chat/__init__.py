"""The chat: Gradio's page, its look, and the handlers behind it."""

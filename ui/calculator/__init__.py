"""The level calculator: a page that works without scripts, a table to download, a chat tab."""

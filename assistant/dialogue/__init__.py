"""What a conversation is about, and how a follow-up leans on it."""

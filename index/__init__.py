"""Making passages findable: embedding, vector store, lexical ranking, fusion."""

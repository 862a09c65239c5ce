"""PDF: words with their places on the page, put back into columns, tables and paragraphs."""

"""One module a file format: each turns bytes into a draft, or into parts that are files again."""

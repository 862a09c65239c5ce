"""Programme documents and records, and reading them."""

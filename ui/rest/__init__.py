"""The REST door: what can be asked of it, its routes, and the page that documents them."""

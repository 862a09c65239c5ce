"""What stands before every door: sizes, rates, headers, and errors in the door's own form."""

"""What somebody who means harm might try, and whether anything of it comes through."""

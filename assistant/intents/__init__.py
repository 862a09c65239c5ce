"""What a question is for, told by its nearness to labelled examples."""

"""Questions that can be answered: where they come from, how they are tried, which lead on."""

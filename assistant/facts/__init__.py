"""Figures, levels, dates and places of an English sentence, said in another language."""

"""Pages that the server renders whole: readable without JavaScript, in print and by machines."""

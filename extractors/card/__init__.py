"""Lines of text → the fields of a card. Pure."""

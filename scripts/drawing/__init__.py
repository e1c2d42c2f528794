"""Parts from which draw_characters.py composes the cast."""

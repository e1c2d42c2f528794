"""Parts from which draw_sounds.py composes what is heard."""

"""The frameworks, each with the same small app."""

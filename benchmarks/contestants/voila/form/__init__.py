"""A page of Voilà."""

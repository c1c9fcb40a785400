"""The things that are measured."""

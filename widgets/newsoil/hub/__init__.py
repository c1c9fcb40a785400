"""A JupyterHub around New Soil: each person's server is the app itself, and the room knows by the hub who comes to it."""

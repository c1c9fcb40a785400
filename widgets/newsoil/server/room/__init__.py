"""The room's server: light pages for phones, the console and the screen, and a connection for each. No kernel, no Voilà, no access log."""

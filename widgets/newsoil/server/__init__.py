"""The servers: Voilà for the app, JupyterLab for the notebooks, both set up so that nothing of the person leaks."""

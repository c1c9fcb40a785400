"""The page of `voila-anywidget` on New Soil: the same files, served by another server."""

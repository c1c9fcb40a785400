"""Where leaving quickly leads, from the app and from a room."""

EXITS = {
    "weather": "https://www.timeanddate.com/weather/",
    "encyclopedia": "https://www.wikipedia.org/",
    "blank": "about:blank",
}
"""By the setting `exit`, the first where nobody has chosen. The app knows other hosts by these and by the help lines alone."""

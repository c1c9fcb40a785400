"""Charts of events: by week or month, on a calendar, or one below the other."""

"""Charts of the person's own words: a ladder, a wall, bricks, words side by side."""

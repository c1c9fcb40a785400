"""Charts of answers on a scale, or in kinds, from one note to the next."""

"""A page of New Soil: the job as an exercise."""

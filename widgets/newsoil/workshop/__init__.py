"""Group work: plans, the pulse and the room. Nothing here knows an answer of a person."""

"""What the room does not do, by a name. The sentence that a person reads stands in the content (`words.refused` of `room.toml`)."""


class Refused(Exception):
    """Something was asked of the room that it does not do; nothing was changed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
        """Its name in the content."""

"""What the linter says: one sentence for one problem."""

import msgspec


class Problem(msgspec.Struct, frozen=True):
    """What is wrong at a place, and what to do. `found` is the word, number or address that an exception could name."""

    where: str
    says: str
    found: str = ""

    def sentence(self) -> str:
        """The problem as it is told."""
        return f"{self.where}: {self.says}"

"""What may leave the workbook for whom: the kinds of recipient, what each is offered and what is kept back, with the reasons."""

from collections.abc import Collection, Mapping
from typing import Annotated, Any

import msgspec

Reason = Annotated[str, msgspec.Meta(min_length=1)]


class Share(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An exercise, or with `only` some prompts of it, and the reason why it is offered or kept back."""

    exercise: str
    only: tuple[str, ...] = ()
    reason: Reason
    planned: bool = False
    """The guide has no such exercise yet; the decision is there before it."""

    def covers(self, exercise: str, prompt: str) -> bool:
        """Whether this is about a prompt of an exercise."""
        return self.exercise == exercise and (not self.only or prompt in self.only)


class Star(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer by which the person says of a note, in its own form, that it is for a kind of recipient."""

    exercise: str
    prompt: str
    answer: str


class Recipient(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """A kind of person that a copy of some notes can go to. What is neither offered nor kept back by name is `otherwise`."""

    id: str
    title: str
    says: str
    caution: str
    """What the person reads before they choose."""
    offers: tuple[Share, ...] = ()
    keeps_back: tuple[Share, ...] = ()
    otherwise: str = ""
    """Why everything else is kept back; empty when everything else is offered."""
    can_open: bool = False
    """Whether the person may take in what is kept back, one by one."""
    together: bool = False
    """Whether it is not for a reader who is afraid of somebody close: after a yes at the gate it is not offered."""
    ticked_by_tag: str = ""
    """The tag of notes that are ticked from the start; empty for none."""
    stars: tuple[Star, ...] = ()
    """Answers that tick their note as the tag does."""

    def ticks(self, exercise: str, tags: Collection[str], answers: Mapping[str, Any]) -> bool:
        """Whether a note is ticked from the start: it has the tag, or the person said so in its form."""
        said = any(star.exercise == exercise and answers.get(star.prompt) == star.answer for star in self.stars)
        return said or (bool(self.ticked_by_tag) and self.ticked_by_tag in tags)

    def keeps(self, exercise: str, prompt: str) -> str:
        """The reason why a prompt is kept back from this recipient; empty when it is offered."""
        for share in self.keeps_back:
            if share.covers(exercise, prompt):
                return share.reason
        return "" if any(share.covers(exercise, prompt) for share in self.offers) else self.otherwise


class Consent(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A column by which the person says of each line whether it may be shared; lines without `yes` stay out of every packet."""

    column: str
    yes: str
    reason: Reason

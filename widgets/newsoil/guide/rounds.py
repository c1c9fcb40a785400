"""Going round: which tags name a theme, which answers are a next step, what a page offers when a theme comes back. No wording is here."""

import msgspec


class Theme(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A tag of ours that names a theme, and what it is called within a sentence. A tag of one's own is a theme by itself."""

    tag: str
    says: str


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An answer by which a note is a next step. Without `any`, having answered is enough."""

    exercise: str
    prompt: str
    any: tuple[str | int, ...] = ()


class Rounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """When a page says that a theme comes back: by the tags of notes and by nothing that is written in them."""

    notes: str
    """The number that says with how many notes on one theme it is said."""
    within: str
    """The number of days within which they were made."""
    themes: tuple[Theme, ...] = ()
    step_tags: tuple[str, ...] = ()
    """Tags of ours by which a note is a next step."""
    neither: tuple[str, ...] = ()
    """Tags of ours that name neither. Each has to be decided on, so that no new one is passed over."""
    steps: tuple[Step, ...] = ()
    leads_to: str = ""
    """The exercise in which somebody can look at it."""
    tool: str = ""
    """The tool for right now that is offered."""

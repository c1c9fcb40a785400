"""Texts that can differ by the reader's situation."""

from enum import StrEnum

import msgspec


class Situation(StrEnum):
    """Who reads: with a new partner, with the same partner after a betrayal, or on their own."""

    NEW_PARTNER = "new-partner"
    SAME_PARTNER = "same-partner"
    ON_MY_OWN = "on-my-own"


class Variants(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """One text in a few forms; a situation without a form of its own reads `otherwise`.

    `afraid` is for whoever said yes at the gate, in whatever situation: it never points to the partner.
    """

    otherwise: str
    new_partner: str = ""
    same_partner: str = ""
    on_my_own: str = ""
    afraid: str = ""

    def forms(self) -> tuple[str, ...]:
        """Every form that has words."""
        return tuple(form for form in (self.otherwise, self.new_partner, self.same_partner, self.on_my_own, self.afraid) if form)


Text = str | Variants


def forms(text: Text) -> tuple[str, ...]:
    """Every form of a text that a reader may meet."""
    return text.forms() if isinstance(text, Variants) else ((text,) if text else ())


def read_as(text: Text, situation: Situation | None, *, afraid: bool = False) -> str:
    """The form of a text for one situation; `None` is a reader who has not said. `afraid` is a reader who said yes at the gate."""
    if isinstance(text, str):
        return text
    if afraid and text.afraid:
        return text.afraid
    own = getattr(text, situation.name.lower()) if situation else ""
    return own or text.otherwise

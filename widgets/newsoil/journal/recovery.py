"""The printed recovery key: what opens a sealed journal when the passphrase is forgotten.

Seven groups of five, as `K7QM2-…`. No letter or digit looks like another in common print: there is no 0, O, 1, I or L. The fifth of
each group is a check on the four before it and on which group it is, so a slip of the pen is found, and found in its group.
"""

import secrets

from newsoil._errors import NotUnsealed

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Thirty-one signs: a prime number, so that a weighted sum finds every single wrong sign and every two that changed places."""

GROUPS = 7
"""Twenty-eight free signs: 138 bits, more than the 128 that nobody can try out."""

_FREE = 4


def new_recovery_key() -> str:
    """A new recovery key in its printed form."""
    groups = ["".join(secrets.choice(ALPHABET) for _ in range(_FREE)) for _ in range(GROUPS)]
    return "-".join(group + _check(number, group) for number, group in enumerate(groups))


def read_recovery_key(typed: str) -> str:
    """The free signs of a recovery key as a person typed it: in capitals or not, with whatever between the groups.

    Raises:
        NotUnsealed: it has not the right length, or a group is not as it was printed; the sentence says which.
    """
    signs = "".join(sign for sign in typed.upper() if sign in ALPHABET)
    odd = sorted({sign for sign in typed.upper() if sign.isalnum() and sign not in ALPHABET})
    if odd:
        raise NotUnsealed(f"A recovery key has no {' and no '.join(odd)}. Look at what is printed once more.")
    size = _FREE + 1
    if len(signs) != GROUPS * size:
        raise NotUnsealed(f"A recovery key has {GROUPS} groups of {size}; this has {len(signs)} letters and digits.")
    groups = [signs[at : at + size] for at in range(0, len(signs), size)]
    wrong = [str(number + 1) for number, group in enumerate(groups) if _check(number, group[:_FREE]) != group[_FREE]]
    if wrong:
        raise NotUnsealed(f"Group {' and group '.join(wrong)} of the recovery key is not as it was printed.")
    return "".join(group[:_FREE] for group in groups)


def _check(number: int, group: str) -> str:
    """The fifth sign of a group."""
    total = number + sum(weight * ALPHABET.index(sign) for weight, sign in enumerate(group, start=2))
    return ALPHABET[total % len(ALPHABET)]

"""What lets somebody into a room: a short code for participants, long keys for facilitators and the screen."""

import secrets

SIGNS = "ACDEFGHJKMNPQRTUVWXY34679"
"""Signs of a code. None looks like another on a wall or is heard as one: no 0 or O, no 1, I or L, nor 8 and B, 5 and S, 2 and Z."""

LENGTH = 6
"""Signs in a code: 244 million codes. `server.room.guesses` says what the odds are of whoever guesses."""

HOURS = 12
"""How long a code lives at most, in hours; it dies with its meeting if that ends sooner."""

_HALF = LENGTH // 2


def new_code() -> str:
    """A code that nobody can guess."""
    return "".join(secrets.choice(SIGNS) for _ in range(LENGTH))


def new_key() -> str:
    """A key for a facilitator or the screen, 192 bits."""
    return secrets.token_urlsafe(24)


def read_code(typed: str) -> str:
    """A code as it was meant: in capitals, without what people put between its signs."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())[: LENGTH * 2]


def spaced(code: str) -> str:
    """A code as it is shown and said: `K7M 4QX`."""
    return f"{code[:_HALF]} {code[_HALF:]}"


def fits(typed: str, code: str) -> bool:
    """Whether what was typed is the code, in the same time whatever it is."""
    return secrets.compare_digest(read_code(typed).encode(), code.encode())

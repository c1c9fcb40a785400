"""What no question to a group asks about (A10): abuse, sex, self-harm, substances, and what a partner did.

It is an alarm for whoever writes a question: it knows words and no meanings, and is no substitute for care.
"""

import re

_PARTNER = r"(partner|husband|wife|boyfriend|girlfriend|spouse|ex|lover)"

NEVER_ASKED = re.compile(
    r"\b(abus\w*|violen\w*|hit|hits|hitting|beat\w*|slap\w*|chok\w*|strangl\w*|assault\w*|rape\w*|forced|threat\w*|sex\w*"
    r"|suicid\w*|kill\w*|to die|self-harm\w*|(harm|hurt|cut)(s|ed|ting|ing)? (my|your|our|them|one)(self|selves)"
    r"|hurts? (you|me)|afraid of (him|her|them|your|my)|drink\w*|drunk|alcohol\w*|drugs?|pills?"
    rf"|(your|my|our) {_PARTNER}|does (he|she)|did (he|she)|has (he|she))\b",
    re.IGNORECASE,
)


def asks_what_nobody_asks(*texts: str) -> str:
    """The first words in these texts that are about it; empty where none is."""
    found = NEVER_ASKED.search(" · ".join(texts))
    return found.group() if found else ""

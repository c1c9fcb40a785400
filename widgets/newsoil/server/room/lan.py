"""The address under which phones in the same network reach this computer, and its picture for their cameras."""

import ipaddress
import socket
from io import BytesIO

_FAR = ("192.0.2.1", 9)
"""An address that is nobody's (RFC 5737). Nothing is sent: the system only says by which way it would go."""


def own_addresses() -> tuple[str, ...]:
    """Addresses of this computer in networks around it, the most likely one first; none where it is in no network."""
    found = [_towards(_FAR[0]), *_named()]
    private = [one for one in dict.fromkeys(filter(None, found)) if _is_around(one)]
    return tuple(private)


def _towards(far: str) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((far, _FAR[1]))
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def _named() -> list[str]:
    try:
        return [str(one[4][0]) for one in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    except OSError:
        return []


def _is_around(address: str) -> bool:
    """Whether it is an address within a network at a place, and not this computer's own or one of the whole internet."""
    one = ipaddress.ip_address(address)
    return one.is_private and not one.is_loopback and not one.is_link_local


def is_here(address: str) -> bool:
    """Whether an address is this computer's own, for itself alone. What is no address is nobody's."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def picture(text: str) -> str:
    """A QR code of a text as SVG, dark on a light ground in every theme: cameras read no other."""
    import segno

    made = BytesIO()
    segno.make(text, error="m", micro=False).save(
        made, kind="svg", border=3, dark="#000", light="#fff", xmldecl=False, svgns=True, omitsize=True
    )
    return made.getvalue().decode()

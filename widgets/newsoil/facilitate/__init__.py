"""The facilitator's notebooks: preparing, planning, running, afterwards. They know plans and lists, and no answer of anybody."""

from newsoil.facilitate.workshop import Workshop, open_workshop

__all__ = ["Workshop", "open_workshop"]

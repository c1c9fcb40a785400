"""Work that takes a while, done beside the kernel's own, so that edits and beats of the page are answered meanwhile."""

from collections.abc import Callable
from contextvars import copy_context
from threading import Thread

Beside = Callable[[Callable[[], None]], None]
"""Starts a piece of work; in a kernel `beside`, in a test whatever runs it at once."""


def beside(work: Callable[[], None]) -> None:
    """Start a piece of work in a thread of its own. What it sends belongs to the message that is being answered now.

    A kernel that ends waits for it, as far as it is let: a person who erases something and leaves at once has it erased.
    """
    Thread(target=copy_context().run, args=(work,)).start()

"""What a page may ask of a journal's door: to open it, to lock it, to seal the notes, to give them other keys.

A journal is opened for one kernel: another tab, or another notebook, asks for the passphrase again. It locks by itself when nobody has
used it for a while, whether or not a page is there to ask for it.

Sealing ten years of notes takes a while, and so does working out a key on a slow computer, or putting in what was typed while the notes
were locked. What does is an errand, done beside the kernel's own thread with word on how far it is. What is typed while the notes are
worked on waits until it is through (`newsoil.meanwhile`).

A notebook has nothing of ours around it, so its door also keeps whose help lines somebody wants to see.
"""

import asyncio
from collections.abc import Callable
from contextlib import nullcontext, suppress
from typing import Any

from newsoil._address import address_of
from newsoil._errors import NewSoilError, NotUnsealed
from newsoil.beside import Beside
from newsoil.desk import Desk
from newsoil.errands import Errands
from newsoil.journal import By, Store
from newsoil.journal.standing import LOCKED_MEANWHILE
from newsoil.journal.steps import Steps

LOOK = 15.0
"""Seconds between two looks whether an open journal is to be locked."""

SECRET_LENGTH = 1000
"""Characters of a passphrase that are taken; nobody types more, and deriving a key from a megabyte would keep the kernel busy."""

Message = dict[str, Any]


class Doorway:
    """The door of one desk, as one page sees it. `tell` sends the page what it has not asked for, and what is answered later."""

    def __init__(self, desk: Desk, tell: Callable[[Message], None], start: Beside | None = None) -> None:
        self._desk, self._tell = desk, tell
        self._errands = Errands(tell, start)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._new_key = ""
        self._looking = False
        self._stood = "plain"
        self._takes_a_while: dict[str, Callable[[Message, Store, Steps], Message]] = {
            "unseal": self._unseal,
            "seal": self._seal,
            "another-passphrase": self._another_passphrase,
            "another-key": self._another_key,
            "take-off": self._take_off,
        }
        self._answers: dict[str, Callable[[Message, Store], Message | None]] = {
            "door": lambda message, _store: self._tell_state(message),
            "here": self._here,
            "country": self._choose_country,
            "lock": self._lock,
            "new-key": lambda _message, _store: self._show_key(),
        }

    def knows(self, kind: Any) -> bool:
        """Whether a message of this kind is about the door."""
        return isinstance(kind, str) and (kind in self._answers or kind in self._takes_a_while)

    def answer(self, message: Message) -> Message | None:
        """The reply to one message of the page, or nothing if it comes later. What does not succeed is told in a sentence; nothing is lost.

        A journal in memory has no door: nothing of it is ever where somebody could find it.
        """
        store, kind, ask = self._desk.store, message["kind"], address_of(message).get("ask", "")
        with suppress(RuntimeError):  # outside a kernel there is no loop
            self._loop = asyncio.get_running_loop()
        if not isinstance(store, Store):
            return self._tell_state(message)
        if kind in self._takes_a_while:
            if not self._errands.again(ask):
                self._errands.run(ask, lambda tell: self._work(message, store, tell))
            return None
        return self._tried(lambda: self._answers[kind](message, store))

    def _work(self, message: Message, store: Store, tell: Steps) -> Message:
        """Do what takes a while, beside the kernel's own thread. Opening says itself from when on it works on the notes."""
        with nullcontext() if message["kind"] == "unseal" else self._desk.works():
            done = self._tried(lambda: self._takes_a_while[message["kind"]](message, store, tell))
        return done or self._state()

    def _tried(self, act: Callable[[], Message | None]) -> Message | None:
        """What comes of an act; one that does not succeed is a sentence."""
        try:
            return act()
        except NotUnsealed as error:
            return self._state(str(error), wait=error.wait)
        except NewSoilError as error:
            return self._state(str(error))

    def _state(self, sentence: str = "", wait: float = 0, **more: Any) -> Message:
        """How the door stands: `plain` (there is none), `open` or `locked`. While the folder cannot be read, as it stood before."""
        store, state = self._desk.store, self._stood
        with suppress(NewSoilError):
            state = "locked" if store.is_locked else "open" if store.is_sealed else "plain"
        self._stood = state
        if state == "open":
            self._look_again()
        return {"kind": "door", "state": state, "sentence": sentence, "wait": wait, **more}

    def _tell_state(self, message: Message) -> Message | None:
        """How the door stands; to a page that waits for something (`ask`) first how far that is, or what came of it."""
        ask = address_of(message).get("ask", "")
        if self._errands.again(ask):
            return None
        return {**self._state(), "ask": ask} if ask else self._state()

    def _here(self, _message: Message, _store: Store) -> None:
        """The person is there: they read, or move about."""
        self._desk.store.use()

    def _choose_country(self, message: Message, store: Store) -> None:
        """Keep whose help lines the person wants to see, for the next notebook. It is no secret, so a locked journal keeps it too."""
        store.change_settings({"country": message.get("country")})

    def _lock(self, _message: Message, _store: Store) -> Message:
        self._desk.lock()
        return self._state()

    def _unseal(self, message: Message, store: Store, tell: Steps) -> Message:
        """Open the notes, and read them: the page asks for them as soon as it hears that they are open."""
        self._desk.unseal(_secret(message), _by(message), tell)
        store.load(tell)
        return self._state(LOCKED_MEANWHILE if store.is_locked else "")

    def _show_key(self) -> Message:
        """A new recovery key, for the page to show before it fits anything."""
        from newsoil.journal.recovery import new_recovery_key

        self._new_key = new_recovery_key()
        return self._state(key=self._new_key)

    def _seal(self, message: Message, store: Store, tell: Steps) -> Message:
        """Seal with a passphrase and the recovery key that was shown last."""
        from newsoil.journal.sealing import seal

        if not self._new_key:
            return self._show_key()
        left = seal(store, _secret(message), self._new_key, tell=tell)
        self._new_key = ""
        self._desk.store.use()
        return self._state(" ".join(left))

    def _another_passphrase(self, message: Message, store: Store, tell: Steps) -> Message:
        from newsoil.journal.rekeying import change_passphrase

        change_passphrase(store, _secret(message), _secret(message, "new"), _by(message), tell=tell)
        return self._state(done="another-passphrase")

    def _another_key(self, message: Message, store: Store, tell: Steps) -> Message:
        """Let the recovery key that was shown last be the one that fits. So nobody loses the one before without having seen the new one."""
        from newsoil.journal.rekeying import change_recovery_key

        if not self._new_key:
            return self._show_key()
        change_recovery_key(store, _secret(message), self._new_key, _by(message), tell=tell)
        self._new_key = ""
        return self._state(done="another-key")

    def _take_off(self, message: Message, store: Store, tell: Steps) -> Message:
        """Make the notes plain files again. The secret is asked for once more: an open page alone must not be enough."""
        from newsoil.journal.sealing import remove_seal

        self._desk.unseal(_secret(message), _by(message), tell)
        remove_seal(store, tell)
        return self._state(done="take-off")

    def _look_again(self) -> None:
        """Look from time to time whether the journal is to be locked; in a kernel, whose loop is always there. From any thread."""
        if self._looking or self._loop is None:
            return
        with suppress(RuntimeError):  # the loop has ended, and the kernel with it
            self._loop.call_soon_threadsafe(self._loop.call_later, LOOK, self._look)
            self._looking = True

    def _look(self) -> None:
        self._looking = False
        before = self._desk.is_locked
        self._desk.lock_when_idle()
        state = self._state()
        if not before and state["state"] == "locked":
            self._tell(state)


def _secret(message: Message, name: str = "secret") -> str:
    """A passphrase or a recovery key as the page sent it. Raises `NotUnsealed` when it is none."""
    secret = message.get(name)
    if not isinstance(secret, str) or not 0 < len(secret) <= SECRET_LENGTH:
        raise NotUnsealed("Type your passphrase first.")
    return secret


def _by(message: Message) -> By:
    return "recovery" if message.get("by") == "recovery" else "passphrase"

"""Every error that New Soil raises on purpose. Their texts are sentences for a person: what, where, what to do."""


class NewSoilError(Exception):
    """The root of all errors of New Soil."""


class BadContent(NewSoilError):
    """A content file of the guide cannot be used; the text names file, key and what to do."""


class BadAnswer(NewSoilError):
    """A value does not fit its prompt; nothing was written. The text never repeats the value."""


class NotShared(NewSoilError):
    """Something was ticked that this recipient does not get, or that is not there; nothing was made. The text repeats no answer."""


class NotSaved(NewSoilError):
    """An answer could not be written; what was on disk before is still whole."""


class Busy(NotSaved):
    """Another page has been writing for a while, or does long work on the journal; nothing was read or written. It can be tried again."""


class Locked(NotSaved):
    """The journal is sealed and this process holds no key; nothing was read or written. It can still take edits, unread."""


class Damaged(NewSoilError):
    """The content of a file or a document is not what New Soil writes."""


class Newer(Damaged):
    """The content of a file or a document was written by a newer New Soil."""


class NotUnsealed(NewSoilError):
    """A sealed journal stayed sealed: the passphrase or the recovery key did not fit, or it is too soon to try again."""

    def __init__(self, sentence: str, wait: float = 0) -> None:
        super().__init__(sentence)
        self.wait = wait
        """Seconds until the next try is taken."""


class NotSealed(NewSoilError):
    """Sealing, taking the seal off, changing its keys or locking a copy did not happen; the journal is whole, as it was."""


class NotTaken(NewSoilError):
    """A document of notes cannot be used at all; the journal is as it was. The text never repeats what the document says."""


class BadStart(NewSoilError):
    """The program was started with something it cannot work with; the text says what to change."""

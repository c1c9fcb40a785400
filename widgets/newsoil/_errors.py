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


class BadStart(NewSoilError):
    """The program was started with something it cannot work with; the text says what to change."""

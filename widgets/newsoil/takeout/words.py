"""The words of what is taken out, from the guide's content."""

import msgspec

from newsoil._errors import BadContent
from newsoil.guide import Guide

_DAY, _MONTH = len("2026-11-23"), len("2026-11")


class Words(msgspec.Struct, frozen=True):
    """One table of words, with days said in the words of `[words.takeout]`."""

    guide: Guide
    table: str = "takeout"

    def __call__(self, key: str, /, **fields: object) -> str:
        """One text, its fields filled in. What a person wrote is only ever a field, so its braces mean nothing.

        Raises:
            BadContent: the table has no such text.
        """
        template = self.guide.words.get(self.table, {}).get(key)
        if template is None:
            raise BadContent(f"[words.{self.table}] has no text “{key}”. Add it to takeout.toml.")
        return template.format(**fields)

    def of(self, table: str) -> "Words":
        """The words of another table."""
        return Words(self.guide, table)

    def day(self, about: str) -> str:
        """A day, month or year as a person says it: `2026-11-23`, `2026-11` or `2026`. Anything else stays as it is."""
        year, month, day = about[:4], about[5:7], about[8:10]
        words, names = self.of("takeout"), self.guide.words.get("takeout", {})
        if len(about) not in (_DAY, _MONTH) or f"month-{month}" not in names:
            return about
        name = words(f"month-{month}")
        return words("month", month=name, year=year) if len(about) == _MONTH else words("day", day=day.lstrip("0"), month=name, year=year)

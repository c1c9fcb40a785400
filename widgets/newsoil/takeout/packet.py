"""A packet: a copy of what a person ticked, for one recipient. What they look at before is byte for byte what is received."""

from collections.abc import Collection
from datetime import date

import msgspec

from newsoil._errors import NotShared
from newsoil.guide import Guide, Recipient
from newsoil.journal import Journal
from newsoil.takeout.choice import Progress, counted
from newsoil.takeout.markdown import draw
from newsoil.takeout.offers import Tick, offers_of
from newsoil.takeout.paper import Note, Paper, parts_of
from newsoil.takeout.printed import draw_print
from newsoil.takeout.telling import Said
from newsoil.takeout.words import Words

NOTHING: frozenset[Tick] = frozenset()


class Packet(msgspec.Struct, frozen=True):
    """The copy in both forms. It never changes, and holds nothing that leads back: no id, no time, a day only if that was ticked."""

    print: bytes
    markdown: bytes


def to_packet(  # noqa: PLR0913 - what a person decides about a packet
    journal: Journal,
    guide: Guide,
    recipient: str,
    ticks: Collection[Tick],
    *,
    opened: Collection[Tick] = NOTHING,
    note: str = "",
    until: date | None = None,
    days: bool = False,
    progress: Progress | None = None,
) -> Packet:
    """A packet of what was ticked, in the order of the guide.

    `opened` are the ticks for which the person, having read the reason, opened what is kept back by default. `note` is theirs, in
    their own words. `until` puts a request to delete it into the packet; nothing enforces it. Without `days` no day is told.

    Raises:
        NotShared: a tick is kept back from this recipient, or is no answer of this journal.
    """
    kind, words = guide.recipient(recipient), Words(guide, "takeout-packet")
    ticks, opened = frozenset(ticks), frozenset(opened)
    wanted = {tick.entry for tick in ticks}
    entries = [entry for entry in journal.entries if entry.id in wanted and entry.deleted_at is None]
    told: dict[str, Note] = {}
    for entry in counted(entries, progress):
        offered = {offer.tick: offer for offer in offers_of(entry, guide, kind)}
        said = tuple(offer.said for tick, offer in offered.items() if tick in ticks and _may(tick, offer.kept_back, kind, opened))
        told[entry.id] = Note(Words(guide).day(entry.day) if days else "", said)
    _check_all(ticks, {Tick(entry, said.prompt): said for entry, one in told.items() for said in one.said})
    paper = Paper(
        title=words("title"),
        under=(words("copy"), words("care"), *([words("until", day=words.day(until.isoformat()))] if until else [])),
        own_title=words("note"),
        own=note,
        parts=parts_of(guide, entries, told),
        footer=Words(guide)("what-this-is-not"),
    )
    return Packet(draw_print(paper, guide), draw(paper))


def _may(tick: Tick, kept_back: str, kind: Recipient, opened: Collection[Tick]) -> bool:
    """Whether a ticked answer goes in. Raises `NotShared` with the reason when it is kept back."""
    if kept_back and not (kind.can_open and tick in opened):
        raise NotShared(kept_back)
    return True


def _check_all(ticks: Collection[Tick], found: dict[Tick, Said]) -> None:
    """Nothing that was ticked is left out without a word: the person believes it to be there."""
    if any(tick not in found for tick in ticks):
        raise NotShared("Something that was ticked is not there to be shared: it was changed, deleted or never agreed to. Look again.")

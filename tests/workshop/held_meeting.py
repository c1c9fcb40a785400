"""A small meeting in its folder, and what its browsers say."""

import json
from datetime import date

import msgspec
from small_meeting import NAMES, join

from newsoil.workshop.opening import open_meeting
from newsoil.workshop.words import RoomWords

TODAY = date(2026, 11, 30)
LINE = {"name": "A place here", "kind": "directory", "number": "0123 456", "source": "https://example.org/"}
LIST = {"format_version": 1, "place": "Here", "checked_on": "2026-11-20", "line": [LINE]}


def said(**tables):
    words = {"shared": {"meeting-of": "{number} of {all}"}, "refused": {"otherwise": "No."}}
    ends = {"most-of": "Most: {}", "mixed": "Mixed", "some-of": "Some: {}", "some-of-both": "{}, {}", "some-of-all": "{}, {}, {}"}
    pulse = {**ends, "most": "most", "some": "some", "few": "few or none", "void": "Broken off.", "released": "Over."}
    return RoomWords(format_version=1, language="en", names=NAMES, words={**words, "pulse": pulse, **tables})


def listed(**fields):
    from newsoil.workshop.support_list import SupportList

    return msgspec.convert({**LIST, **fields}, SupportList)


def opened(shelf, programmes, words=None, **options):
    meeting = open_meeting(shelf, programmes, words or said(), today=TODAY, **options)
    meeting._today = lambda: TODAY
    return meeting


def does(meeting, **message):
    return meeting.facilitator_says(json.dumps({"n": 1, **message}))


def parks(meeting, seat, text="a question", note="note-00000001"):
    return meeting.phone_says(seat, json.dumps({"kind": "park", "n": 1, "note": note, "text": text}))


def begun(meeting, people=6):
    seats = join(meeting.room, people)
    assert does(meeting, kind="do", act="start") == {"kind": "done", "n": 1}
    return seats


def files(meeting):
    return {path.name: path.read_bytes() for path in meeting.folder.iterdir()}

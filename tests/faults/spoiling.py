"""How messages and files are spoilt for hypothesis: anything at all, something nearly right, and whole files with slips in them."""

import json

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from fault_table import MANY, times


def often(few, many):
    """So many examples: always the same in `make test`, other ones with every `make faults`."""
    checks = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
    return settings(max_examples=times(few, many), derandomize=not MANY, database=None, suppress_health_check=checks)


HOSTILE = [
    "../../outside",
    "/tmp/outside",  # noqa: S108 - nothing is to come there
    "..",
    ".",
    "C:\\outside",
    "\\\\server\\outside",
    "a/../../b",
    "%2e%2e%2foutside",
    "~/outside",
    "2026-11-23T10:00:00+01:00/../../outside",
    "nul\0outside",
    "\ud800",
    "e1",
    "__proto__",
    "{0.__class__}",
    "<script>",
    "a" * 5000,
]
ODD_NUMBERS = [0, -1, 1, 2**31, 2**53, 2**64, -(2**64), 10**400, 0.5, float("inf"), float("nan")]

words = st.sampled_from(HOSTILE) | st.text(max_size=20)
leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(ODD_NUMBERS) | words
anything = st.recursive(leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4), max_leaves=8)


def nearly(**fields):
    """A message with some of its fields as they should be, some odd, some left out, and sometimes more."""
    optional = {name: st.sampled_from(good) | anything for name, good in fields.items()}
    return st.fixed_dictionaries({}, optional={**optional, "more": anything})


TOKENS = [
    b"null",
    b"[]",
    b"{}",
    b'""',
    b"1e999",
    b"-1",
    b"99999999999999999999",
    b'"\\ud800"',
    b'"../../outside"',
    b"[" * 3000,
    b"\xff",
    b"\0",
]


@st.composite
def slips(draw, raw):
    """Whole bytes with a few slips: cut, left out, put in, doubled, another byte."""
    spoilt = bytearray(raw)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(spoilt)))
        end = min(len(spoilt), start + draw(st.integers(0, 40)))
        how = draw(st.sampled_from(["cut", "out", "in", "twice", "byte", "number"]))
        if how == "cut":
            del spoilt[start:]
        elif how == "out":
            del spoilt[start:end]
        elif how == "in":
            spoilt[start:start] = draw(st.sampled_from(TOKENS) | st.binary(max_size=12))
        elif how == "twice":
            spoilt[end:end] = spoilt[start:end]
        elif how == "byte" and start < len(spoilt):
            spoilt[start] = draw(st.integers(0, 255))
        else:
            digit = next((at for at in range(start, len(spoilt)) if chr(spoilt[at]).isdigit()), None)
            if digit is not None:
                spoilt[digit : digit + 1] = draw(st.sampled_from([b"7", b"-0", b"31", b"1e9"]))
    return bytes(spoilt)


@st.composite
def other_values(draw, document):
    """A JSON document in which some values, wherever they stand, are anything else; some names too."""
    spoilt = json.loads(json.dumps(document))
    for _ in range(draw(st.integers(1, 3))):
        place = spoilt
        while isinstance(place, dict | list) and place:
            name = draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
            if not isinstance(place[name], dict | list) or not place[name] or draw(st.integers(0, 3)) == 0:
                if isinstance(place, dict) and draw(st.integers(0, 9)) == 0:
                    place[draw(words)] = place.pop(name)
                else:
                    place[name] = draw(anything)
                break
            place = place[name]
    return json.dumps(spoilt).encode("utf-8", "surrogatepass")

"""A locked page: whoever has the passphrase reads all of it, whoever has not learns nothing, and nothing in it runs but its own script."""

import base64
import hashlib
import json
import re
import unicodedata

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from reading_html import read

from newsoil._errors import NotSealed
from newsoil.journal.slow import SHORTEST
from newsoil.takeout import offers, to_locked, to_packet

PHRASE = "four words of soil"
QUICK = 1000


@pytest.fixture
def quick(monkeypatch):
    """Fewer turns, where it is not the turns that are looked at."""
    monkeypatch.setattr("newsoil.takeout.locked.TURNS", QUICK)


@pytest.fixture(scope="module")
def packet(sample, guide):
    ticks = [offer.tick for offer in offers(sample, guide, "ally") if not offer.kept_back]
    return to_packet(sample, guide, "ally", ticks, note="For you, with care.", days=True).print


def sealed_in(html):
    """What the file says of its lock."""
    return json.loads(re.search(rb'<script type="application/json" id="sealed">(.*?)</script>', html, re.DOTALL)[1])


def opened(html, passphrase):
    """The page, worked out from what the file says alone, and from no code of ours."""
    said = {name: base64.b64decode(value) if name in ("salt", "nonce", "sealed") else value for name, value in sealed_in(html).items()}
    typed = unicodedata.normalize("NFC", passphrase).encode()
    key = hashlib.pbkdf2_hmac(said["hash"].replace("-", ""), typed, said["salt"], said["turns"], 32)
    full = AESGCM(key).decrypt(said["nonce"], said["sealed"], None)
    return full[8 : 8 + int.from_bytes(full[:8], "big")]


def test_whoever_has_the_passphrase_gets_the_page_byte_for_byte(packet, guide):
    html = to_locked(packet, PHRASE, guide)
    assert opened(html, PHRASE) == packet


def test_what_it_takes_to_open_it_stands_in_the_file(packet, guide):
    said = sealed_in(to_locked(packet, PHRASE, guide))
    assert {name: said[name] for name in ("version", "key", "hash", "turns", "cipher")} == {
        "version": 1, "key": "PBKDF2", "hash": "SHA-256", "turns": 600_000, "cipher": "AES-GCM",
    }  # fmt: skip
    assert [len(base64.b64decode(said[name])) for name in ("salt", "nonce")] == [16, 12]


@pytest.mark.usefixtures("quick")
def test_another_passphrase_opens_nothing(packet, guide):
    html = to_locked(packet, PHRASE, guide)
    for wrong in ("Four words of soil", f"{PHRASE} ", "four words of clay"):
        with pytest.raises(InvalidTag):
            opened(html, wrong)


@pytest.mark.usefixtures("quick")
def test_a_letter_may_be_typed_in_several_ways(guide):
    html = to_locked(b"<p>", unicodedata.normalize("NFD", "vier Wörter Grün"), guide)
    assert opened(html, unicodedata.normalize("NFC", "vier Wörter Grün")) == b"<p>"


@pytest.mark.usefixtures("quick")
def test_the_same_page_is_locked_anew_each_time(guide):
    first, second = (sealed_in(to_locked(b"<p>", PHRASE, guide)) for _ in range(2))
    assert not {first[name] for name in ("salt", "nonce", "sealed")} & {second[name] for name in ("salt", "nonce", "sealed")}


@pytest.mark.parametrize("short", ["", "a" * (SHORTEST - 1), unicodedata.normalize("NFD", "ü" * (SHORTEST - 1)), "half \ud83c a letter"])
def test_a_passphrase_that_is_too_short_or_broken_locks_nothing_and_is_not_repeated(guide, short):
    with pytest.raises(NotSealed) as refused:
        to_locked(b"<p>", short, guide)
    assert not short or short not in str(refused.value)


@pytest.mark.usefixtures("quick")
def test_no_word_title_exercise_day_or_id_of_the_packet_is_in_the_file(packet, sample, guide):
    html = to_locked(packet, PHRASE, guide).decode()
    outside = html.replace(sealed_in(html.encode())["sealed"], "").lower()
    for secret in (PHRASE, "newsoil", "new soil", "ally", "2026", "november", "for you, with care", guide.words["takeout-packet"]["title"]):
        assert secret.lower() not in outside, secret
    for exercise in guide.exercises:
        assert not re.search(rf"\b{exercise.id}\b", outside), exercise.id
        assert exercise.title.lower() not in outside, exercise.title
    assert not [entry.id for entry in sample.entries if entry.id in html]
    told = [text.strip() for text in read(packet.decode(), "answer").inside if len(text.strip()) > 3]
    assert told
    assert not [text for text in told if text.lower() in outside]


@pytest.mark.usefixtures("quick")
def test_what_is_seen_before_it_is_opened_is_the_same_for_every_packet(packet, guide):
    first, second = (to_locked(page, PHRASE, guide).decode() for page in (packet, b"<p>"))
    bare = [re.sub(r'"(salt|nonce|sealed)": "[^"]*"', "", html) for html in (first, second)]
    assert bare[0] == bare[1]
    assert read(first, "title").inside == read(first, "h1").inside == ["Notes"]


@pytest.mark.usefixtures("quick")
def test_pages_of_about_one_size_make_files_of_one_size(guide):
    sizes = {len(to_locked(b"x" * length, PHRASE, guide)) for length in (30_000, 30_100, 31_500, 32_700)}
    assert len(sizes) == 1
    assert len(to_locked(b"x" * 33_000, PHRASE, guide)) > max(sizes)


@pytest.mark.usefixtures("quick")
def test_it_loads_nothing_and_runs_its_own_script_alone(packet, guide):
    html = to_locked(packet, PHRASE, guide).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    (script,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert policy.split("; ") == [
        "default-src 'none'", f"script-src 'sha256-{digest}'", "style-src 'unsafe-inline'", "base-uri 'none'", "form-action 'none'",
    ]  # fmt: skip
    assert script.isascii()
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval|fetch|XMLHttp|import\(|Storage|cookie", script)
    found = read(html)
    assert not {"link", "img", "iframe", "object", "embed", "a", "base", "svg"} & set(found.tags)
    assert not {name for name, _ in found.attributes} & {"href", "src", "srcset", "style", "action"}
    assert not re.search(r"url\(|@import|@font-face|//[a-z]", "".join(re.findall(r"<style>(.*?)</style>", html, re.DOTALL)))
    assert "://" not in html


@pytest.mark.usefixtures("quick")
def test_without_a_script_it_says_where_it_opens_and_shows_no_field(guide):
    html, words = to_locked(b"<p>", PHRASE, guide).decode(), guide.words["takeout-locked"]
    assert "<form hidden>" in html
    assert '<div id="elsewhere">' in html
    assert words["elsewhere-how"] in read(html).texts

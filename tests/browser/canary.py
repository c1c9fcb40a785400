"""A canary: words that occur nowhere else, typed into every kind of prompt, and every place where one of them could lie or pass by."""

import base64
import json
import re
import secrets
import socket
import string
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import get_args

from playwright.sync_api import BrowserContext, Page, WebSocket

from filling import answer, kind, prompt_on
from newsoil.guide import Exercise
from newsoil.guide.prompt import Prompt
from proxy import PIECE, Line, Proxy
from servers import Server

KINDS = {one.__struct_config__.tag for one in get_args(Prompt)}
"""Every kind of prompt that the content language knows."""

WORDLESS = {
    "scale": "five radios: the answer is a number",
    "intensity": "eleven radios: the answer is a number",
    "choice": "radios: the answer is the id of an option of the guide",
    "date": "three fields of two or four digits: what is no date is never sent",
    "link": "radios: the answer is the id of another note",
}
"""The kinds of prompt that take no words of a person's own, and why they cannot."""

ROOM = """(place) => [...place.querySelectorAll("textarea, input:not([type=radio], [type=checkbox])")]
    .filter((field) => field.maxLength < 0 || field.maxLength > 4).length"""
"""How many fields of a prompt have room for words: a year is the longest thing that is no word."""


def letters(number: int) -> str:
    """Small letters that nobody has put in this order before."""
    return "".join(secrets.choice(string.ascii_lowercase) for _ in range(number))


def forms(word: str) -> list[bytes]:
    """The ways in which a word could be written down, in small letters: plain, in two bytes a letter, in hex, and within base64."""
    raw, small = word.encode(), word.lower()
    inside = [base64.b64encode(bytes(before) + raw)[4 if before else 0 : -4].lower() for before in range(3)]
    return [small.encode(), small.encode("utf-16-le")[:-1], raw.hex().encode(), *inside]


class Canary:
    """A random word for each name. All begin with the same random letters, so that one look finds any of them, and what is cut short."""

    def __init__(self, names: Iterable[str] = (), seed: str = "") -> None:
        seed = seed or letters(16)
        self._seed = forms(seed)
        self._words = {name: seed + letters(8) for name in names}

    def __getitem__(self, name: str) -> str:
        return self._words[name]

    def heard_in(self, said: bytes | str) -> set[str]:
        """The names whose words are in something, or “a piece” where it is only the beginning of one."""
        low = (said.encode() if isinstance(said, str) else said).lower()
        if not any(form in low for form in self._seed):
            return set()
        return {name for name, word in self._words.items() if any(form in low for form in forms(word))} or {"a piece"}

    def files(self, place: Path) -> dict[str, set[str]]:
        """The files below a place that hold words, in their bytes or in their names, and whose words those are."""
        found = {}
        for path in place.rglob("*"):
            name = path.relative_to(place).as_posix()
            held = self.heard_in(name)
            with suppress(FileNotFoundError):  # a draft that was put in its place meanwhile
                held |= self.heard_in(path.read_bytes()) if path.is_file() else set()
            if held:
                found[name] = held
        return found


CANARY = letters(24)
"""One word, for tests that need no more."""


def holding(place: Path, word: str) -> list[str]:
    """The files under `place` that hold a word, by any of the forms in which it could be written."""
    return sorted(Canary(seed=word).files(place))


# ---- typing ----------------------------------------------------------------------------------------------------------


def takes_words(prompt: Prompt) -> bool:
    """Whether a person can type words of their own into a prompt; some lists and some cards are the guide's alone."""
    return kind(prompt) not in WORDLESS and getattr(prompt, "own", "yes") != ""


def type_into(page: Page, exercise: Exercise, canary: Canary) -> set[str]:
    """Type into every prompt of an exercise that takes words the word of its kind; returns the kinds."""
    prompts = [prompt for prompt in exercise.prompts if takes_words(prompt)]
    for prompt in prompts:
        answer(prompt_on(page, exercise.id, prompt.id), prompt, canary[kind(prompt)])
    return {kind(prompt) for prompt in prompts}


def room_in(page: Page, exercise: Exercise) -> list[tuple[str, bool, int]]:
    """Of each prompt of an exercise that stands on the page: its kind, whether it takes words, and how many fields have room for them."""
    places = [(prompt, prompt_on(page, exercise.id, prompt.id)) for prompt in exercise.prompts]
    return [(kind(prompt), takes_words(prompt), place.evaluate(ROOM)) for prompt, place in places if place.count()]


# ---- what the browser keeps and says ---------------------------------------------------------------------------------

NOTE = """(() => {
    const noted = globalThis.noted = new Set(), note = () => noted.add(document.title).add(location.href);
    new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true });
    addEventListener("hashchange", note);
    const ways = [[history, "pushState"], [history, "replaceState"], [Storage.prototype, "setItem"], [IDBObjectStore.prototype, "put"]];
    for (const [place, name] of ways) {
        const real = place[name];
        place[name] = function (...told) {
            noted.add(JSON.stringify(told));
            return real.apply(this, told);
        };
    }
    const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
    Object.defineProperty(document, "cookie", { ...cookie, set(told) { noted.add(told); cookie.set.call(this, told); } });
})()"""
"""Begun before the page: what its title and its address ever were, and whatever it tells the browser to keep, for how short a time ever."""

KEPT_IN_THE_BROWSER = """async () => {
    const cached = [];
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const asked of await cache.keys()) cached.push(name, asked.url, await (await cache.match(asked)).text());
    }
    return JSON.stringify([
        document.cookie, { ...localStorage }, { ...sessionStorage }, history.state, location.href, document.title, window.name,
        await indexedDB.databases(), cached, performance.getEntries().map((one) => one.name), [...globalThis.noted ?? []]]);
}"""


def kept_in_the_browser(page: Page) -> str:
    """All that the browser keeps of a page or shows of it outside of it: cookies, storage, caches, titles, addresses."""
    return page.evaluate(KEPT_IN_THE_BROWSER) + json.dumps(page.context.storage_state(indexed_db=True))


class Browser:
    """Notes what the pages of a browser say to its console, and the frames of their sockets."""

    def __init__(self, context: BrowserContext) -> None:
        self.console: list[str] = []
        self.frames: dict[str, list[bytes]] = defaultdict(list)
        context.add_init_script(NOTE)
        context.on("console", lambda said: self.console.append(said.text))
        context.on("page", lambda page: page.on("websocket", self._listen))

    def _listen(self, line: WebSocket) -> None:
        frames = self.frames[line.url]

        def hear(frame: bytes | str) -> None:
            frames.append(frame.encode() if isinstance(frame, str) else frame)

        line.on("framesent", hear)
        line.on("framereceived", hear)


# ---- what goes over the line -----------------------------------------------------------------------------------------

_PACKED = re.compile(rb"\r\naccept-encoding:", re.IGNORECASE)
_PLAIN = b"\r\nx-cept-encoding:"
_KNOCK = re.compile(rb"GET \S+ HTTP/1\.1\r\n(?:[^\r]+\r\n)*?upgrade: websocket\r\n", re.IGNORECASE)
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


class Ear(Proxy):
    """Carries what browser and server say to each other, and remembers all of it, but for the frames of sockets: the browser tells those.

    The server is not told that the browser can unpack, so that answers are words.
    """

    def __init__(self, port: int) -> None:
        self._asked: dict[Line, bytearray] = defaultdict(bytearray)
        self._answered: dict[Line, bytearray] = defaultdict(bytearray)
        super().__init__(port)

    def requests(self) -> list[tuple[str, bytes]]:
        """The first line of each request, and the whole of it."""
        return [request for stream in list(self._asked.values()) for request in divided(bytes(stream))]

    def answers(self) -> list[bytes]:
        """All that the server answered, line by line."""
        return [bytes(stream) for stream in list(self._answered.values())]

    def _carry(self, line: Line, source: socket.socket, target: socket.socket) -> None:
        asks = source is line.near
        with suppress(OSError):
            while piece := source.recv(PIECE):
                if asks and not line.websocket:
                    piece = _PACKED.sub(_PLAIN, piece)  # as long as before
                    line.websocket = _KNOCK.match(piece) is not None
                    self._asked[line] += piece
                elif not line.websocket:
                    self._answered[line] += piece
                target.sendall(piece)
        self._end(line)


def divided(stream: bytes) -> Iterator[tuple[str, bytes]]:
    """The requests that went over one line, one after the other: the first line of each, and the whole of it."""
    while stream:
        head, end, rest = stream.partition(b"\r\n\r\n")
        length = int(found[1]) if (found := _LENGTH.search(head)) else 0
        yield head.partition(b"\r\n")[0].decode("latin-1"), head + end + rest[:length]
        stream = rest[length:]


@contextmanager
def overhearing(port: int) -> Iterator[Ear]:
    """An ear before the server on this port."""
    ear = Ear(port)
    try:
        yield ear
    finally:
        ear.close()


# ---- what the server's processes and folders hold --------------------------------------------------------------------


def own_folders(place: Path) -> dict[str, str]:
    """An environment in which whatever the server writes lies under `place`."""
    names = {
        "HOME": "person",
        "TMPDIR": "tmp",
        "XDG_DATA_HOME": "data",
        "XDG_CONFIG_HOME": "config",
        "XDG_CACHE_HOME": "cache",
        "XDG_RUNTIME_DIR": "run",
        "XDG_STATE_HOME": "state",
    }
    folders = {name: place / folder for name, folder in names.items()}
    for folder in folders.values():
        folder.mkdir(parents=True, mode=0o700)
    return {name: str(folder) for name, folder in folders.items()}


def told_by_the_system(server: Server) -> bytes:
    """What the system tells anybody of the server's processes: how they were called, and in which surroundings."""
    if sys.platform != "linux":
        return b""
    places = [Path(f"/proc/{pid}/{name}") for pid in (server.process.pid, *server.kernels()) for name in ("cmdline", "environ")]
    return b"\n".join(place.read_bytes() for place in places)

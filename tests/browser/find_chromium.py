"""Find a Chromium or Chrome for the browser tests, or get one: Playwright's own, else the distribution's package.

Run as a script it makes sure that there is one, and exits with a plain sentence when there is none to be had.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)


def installed() -> str | None:
    """The path of an installed browser, `NEWSOIL_CHROMIUM` first."""
    named = [os.environ.get("NEWSOIL_CHROMIUM"), *(shutil.which(name) for name in NAMES), *ELSEWHERE]
    return next((path for path in named if path and Path(path).exists()), None)


def playwrights() -> str | None:
    """The path of Playwright's own Chromium, if it is there."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def find() -> str | None:
    """Any browser that the tests can drive."""
    return installed() or playwrights()


def get() -> None:
    """Get a browser: by the distribution's package where that needs no question, else by Playwright."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)  # noqa: S607 - wherever the distribution keeps it
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-core"]
        if subprocess.run(install, check=False, stdout=subprocess.DEVNULL).returncode == 0 and installed():
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


if __name__ == "__main__":
    if not find():
        print("No Chromium found; getting one …", flush=True)  # noqa: T201 - a script that says what it does
        get()
    if not find():
        sys.exit("The browser tests need Chromium or Chrome. Install one, or name it in NEWSOIL_CHROMIUM.")

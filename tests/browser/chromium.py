"""One Chromium for all tests that drive one, wherever they lie: a second one cannot be had while the first has its loop running."""

import pytest
from playwright.sync_api import sync_playwright

from find_chromium import find

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium():
    path = find()
    if path is None:
        pytest.fail("The browser tests need Chromium or Chrome: run tests/browser/find_chromium.py.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()

"""Wrong tokens are slowed down, and nobody is kept out for long."""

from types import SimpleNamespace

import pytest
from tornado.httputil import HTTPHeaders

from newsoil.server import identity
from newsoil.server.elsewhere import is_from_elsewhere, is_led_here, names_another_host
from newsoil.server.identity import FORGOTTEN, UNGUESSABLE, WrongTokens, _without_token

LONG, SHORT = "x" * UNGUESSABLE, "seed"


@pytest.fixture
def wrong(clock):
    return WrongTokens(clock)


def given_wrong(wrong, clock, times):
    """The waits after so many wrong tokens, each given as soon as it is looked at."""
    waits = []
    for _ in range(times):
        clock.now += wrong.wait()
        assert not wrong.fits("wrong", SHORT)
        waits.append(round(wrong.wait()))
    return waits


def test_the_first_wrong_tokens_cost_nothing_and_the_next_more_and_more_but_never_over_a_minute(wrong, clock):
    assert given_wrong(wrong, clock, 12) == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_a_token_that_could_be_guessed_is_not_looked_at_while_it_is_too_soon(wrong, clock):
    given_wrong(wrong, clock, 6)
    assert not wrong.fits(SHORT, SHORT)
    clock.now += wrong.wait()
    assert wrong.fits(SHORT, SHORT)
    assert wrong.wait() == 0


def test_a_token_that_nobody_guesses_lets_in_at_once_however_many_wrong_ones_came(wrong, clock):
    given_wrong(wrong, clock, 20)
    assert wrong.fits(LONG, LONG)
    assert wrong.wait() == 0


def test_whoever_goes_on_guessing_makes_the_wait_no_longer(wrong, clock):
    given_wrong(wrong, clock, 6)
    before = wrong.wait()
    for _ in range(1000):
        assert not wrong.fits("wrong", SHORT)
    assert wrong.wait() == before
    clock.now += before / 2
    assert wrong.wait() == before / 2


def test_wrong_tokens_of_long_ago_do_not_count(wrong, clock):
    given_wrong(wrong, clock, 8)
    clock.now += FORGOTTEN + 1
    assert given_wrong(wrong, clock, 3) == [0, 0, 0]


@pytest.mark.parametrize("given", ["wrong", "sée", "\ud800", "", SHORT])
def test_a_token_is_compared_in_a_time_that_says_nothing(wrong, given, monkeypatch):
    compared = []
    monkeypatch.setattr(identity.hmac, "compare_digest", lambda *both: compared.append(both) or both[0] == both[1])
    assert wrong.fits(given, SHORT) is (given == SHORT)
    assert compared


def request(method="GET", **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    asked = SimpleNamespace(method=method, host="127.0.0.1:7645", headers=HTTPHeaders(named))
    return SimpleNamespace(request=asked, settings={"local_hostnames": ["localhost"]})


OWN = [
    request(),
    request(Origin="http://127.0.0.1:7645"),
    request("POST", Origin="http://127.0.0.1:7645", Sec_Fetch_Site="same-origin", Sec_Fetch_Mode="cors", Sec_Fetch_Dest="empty"),
    request(Sec_Fetch_Site="none", Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="document"),
    request(Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="document"),
    request(Sec_Fetch_Site="same-origin", Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="iframe"),
]

FOREIGN = [
    request(Origin="null"),
    request(Origin="http://127.0.0.1:1"),
    request(Origin="http://evil.example"),
    request(Origin="http://127.0.0.1:7645.evil.example"),
    request(Sec_Websocket_Origin="http://evil.example"),
    request(Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors", Sec_Fetch_Dest="image"),
    request(Sec_Fetch_Site="same-site", Sec_Fetch_Mode="no-cors", Sec_Fetch_Dest="script"),
    request(Sec_Fetch_Site="same-site", Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="iframe"),
    request("POST", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="document"),
]


@pytest.mark.parametrize("asked", OWN)
def test_the_app_s_own_pages_and_followed_links_are_answered(asked):
    assert not is_from_elsewhere(asked)


@pytest.mark.parametrize("asked", FOREIGN)
def test_another_page_is_not_answered(asked):
    assert is_from_elsewhere(asked)


def test_a_link_of_another_page_is_told_from_our_own_and_from_an_address_that_somebody_typed():
    assert all(is_led_here(request(Sec_Fetch_Site=site)) for site in ("cross-site", "same-site"))
    assert not any(is_led_here(asked) for asked in (request(), *(request(Sec_Fetch_Site=site) for site in ("same-origin", "none"))))


@pytest.mark.parametrize(
    ("host", "another"),
    [
        ("127.0.0.1:7645", False),
        ("localhost:7645", False),
        ("localhost", False),
        ("[::1]:7645", False),
        ("evil.example", True),
        ("127.0.0.1.evil.example:7645", True),
        ("192.0.2.7:7645", True),
        ("", True),
        ("[127.0.0.1", False),
        ("localhost:7645:80", True),
    ],
)
def test_a_file_is_sent_by_the_names_of_this_computer_alone(host, another):
    asked = request()
    asked.request.host = host
    assert names_another_host(asked) is another


def test_a_server_that_is_meant_for_other_names_has_none_to_refuse():
    asked = request()
    asked.request.host = "hub.example"
    asked.settings["allow_remote_access"] = True
    assert not names_another_host(asked)


@pytest.mark.parametrize(
    ("path", "query", "leads_to"),
    [
        ("/", "token=x", "/"),
        ("/newsoil/about", "token=x&more=a%26b", "/newsoil/about?more=a%26b"),
        ("/newsoil/about", "token=x&token=y&to%6Ben=z&token", "/newsoil/about"),
        ("//evil.example/", "token=x", "/evil.example/"),
        ("/\\evil.example", "token=x", "/evil.example"),
    ],
)
def test_an_address_without_its_token_is_one_of_this_server(path, query, leads_to):
    assert _without_token(SimpleNamespace(request=SimpleNamespace(path=path, query=query))) == leads_to

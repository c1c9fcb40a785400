"""Files that the app sends: to its own pages alone, kept for long, and telling nobody else that they are here."""

import pytest
from playwright.sync_api import expect

from conftest import reading
from doors import BEHIND, ELSEWHERE, FILES, another_page, answer, said
from newsoil.server.assets import assets


@pytest.mark.parametrize("path", FILES.values(), ids=FILES.keys())
def test_a_file_is_sent_to_our_own_pages_alone_so_that_no_other_can_tell_what_runs_here(server, path):
    for ours in ({}, {"Sec_Fetch_Site": "same-origin"}, {"Sec_Fetch_Site": "none"}, {"Origin": f"http://127.0.0.1:{server.port}"}):
        status, body, headers = answer(server, "GET", path, **ours)
        assert (status, bool(body)) == (200, True)
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin", "a browser that says nothing of who asks refuses it all the same"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
    script = {"Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "script"}
    for foreign in (
        *({"Sec_Fetch_Site": site, **script} for site in ("cross-site", "same-site")),
        *({"Origin": origin} for origin in ("http://evil.example", "null", "http://127.0.0.1:1")),
        *({"Host": host} for host in ("evil.example", f"evil.example:{server.port}", "192.0.2.7")),
    ):
        status, body, headers = answer(server, "GET", path, **foreign)
        assert status == 403, foreign
        assert [word for word in (*ELSEWHERE, *BEHIND) if word in said(body)] == []
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "no-store" in headers["Cache-Control"], "a browser that keeps it would keep it from our own pages"


def test_no_link_elsewhere_leads_to_a_file_of_ours(server):
    followed = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}
    led = {kind: answer(server, "GET", path, **followed)[0] for kind, path in FILES.items()}
    assert {kind for kind, status in led.items() if status != 403} == {"an extension's"}, "Jupyter's own, which holds nothing of ours"


def test_a_file_is_kept_for_as_long_as_ever_and_says_no_more_than_it_has_to(server):
    _, packed, headers = answer(server, "GET", FILES["script"], Accept_Encoding="gzip")
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert (headers["Content-Encoding"], headers["Vary"]) == ("gzip", "Accept-Encoding")
    assert len(packed) < len(assets().files["client.js"])
    assert not {"Server", "Content-Security-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"} & {*headers}
    assert sum(len(f"{name}: {value}\r\n") for name, value in headers.items()) < 450
    assert answer(server, "GET", FILES["script"], Accept_Encoding="gzip", If_None_Match=headers["Etag"])[0] == 304


def test_another_page_can_use_no_file_of_ours(chromium, server):
    own = f"http://127.0.0.1:{server.port}"
    tells = "onload=\"document.title += ' told'\" onerror=\"document.title += ' nothing'\""
    script, picture = (f'<{kind} src="{own}{path}" {tells}>' for kind, path in (("script", FILES["script"]), ("img", FILES["picture"])))
    parts = (f'<link rel="stylesheet" href="{own}{FILES["style"]}" {tells}>', picture, f"{script}</script>")
    html = f"<title>:</title>{''.join(parts)}"
    with reading(chromium, server) as reader, another_page(html) as elsewhere:
        page = reader.context.new_page()
        page.goto(elsewhere)
        expect(page).to_have_title(": nothing nothing nothing")

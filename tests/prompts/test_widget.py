"""Widgets answer messages; whatever a page sends, they keep standing."""

import pytest

from newsoil.prompts import ExerciseWidget


class Heard(list):
    """Collects what a widget sends."""

    def take(self, content, buffers=None):
        self.append(content)


@pytest.fixture
def widget():
    def answer(message):
        if message.get("kind") == "break":
            raise RuntimeError("a secret that was in the answer")
        return {"kind": "echo", "of": message.get("kind")} if message.get("kind") != "quiet" else None

    made = ExerciseWidget({"exercise": {"id": "x"}}, answer)
    made.heard = Heard()
    made.send = made.heard.take
    return made


def test_a_message_is_answered(widget):
    widget._handle_custom_msg({"kind": "hello"}, [])
    assert widget.heard == [{"kind": "echo", "of": "hello"}]


def test_nothing_is_sent_when_there_is_nothing_to_say(widget):
    widget._handle_custom_msg({"kind": "quiet"}, [])
    widget._handle_custom_msg(["no", "object"], [])
    assert widget.heard == []


def test_an_unknown_error_refuses_the_edit_and_repeats_nothing_of_it(widget):
    widget._handle_custom_msg({"kind": "break", "page": "p", "seq": 3}, [])
    assert [(one["kind"], one["page"], one["seq"]) for one in widget.heard] == [("refused", "p", 3)]
    assert "secret" not in widget.heard[0]["sentence"]

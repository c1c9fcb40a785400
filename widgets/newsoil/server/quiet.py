"""A calm terminal: what a page does by being left is no error."""

import logging

from tornado.websocket import WebSocketClosedError


def _is_news(record: logging.LogRecord) -> bool:
    """Whether a log line says something that a person could act on."""
    return not (record.exc_info and isinstance(record.exc_info[1], WebSocketClosedError))


def quieten() -> None:
    """Leave out of the log that sockets close in any order when a page is left, and that a page asks for what is gone."""
    for name in ("tornado.access", "tornado.general"):
        logging.getLogger(name).setLevel(logging.ERROR)
    logging.getLogger("asyncio").addFilter(_is_news)

"""What the server tells browsers about every answer: what a page may load, who may hold it, what is passed on."""

OWN_SCRIPTS = "script-src 'self' blob:"
"""All that our own client needs: files of this server, and modules of widgets, which anywidget's interface loads from `blob:` addresses."""

ANY_SCRIPTS = "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:"
"""What Voilà's own front end needs, and whatever other widgets bring."""

POLICY = (
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",  # plotly writes its own
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self' ws: wss:",
    "object-src 'none'",
    "frame-ancestors 'self'",  # the copy of the page that carries a person's words when its kernel is gone is a frame of it (decision 2)
    "form-action 'self'",
    "base-uri 'none'",
)


def headers(*, own_scripts_alone: bool) -> dict[str, str]:
    """The headers of every answer. `own_scripts_alone` is for pages that only our client draws."""
    return {
        "Content-Security-Policy": "; ".join((OWN_SCRIPTS if own_scripts_alone else ANY_SCRIPTS, *POLICY)),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }

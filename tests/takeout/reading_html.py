"""Reading HTML back: its words, its tags, its attributes."""

from html.parser import HTMLParser

EMPTY = {"br", "meta", "hr", "img", "input", "link"}


class Reader(HTMLParser):
    """Collects tags, attributes and texts; `within` gathers the lines inside elements of one name or class."""

    def __init__(self, within):
        super().__init__()
        self.within, self.open, self.tags, self.attributes = within, [], [], []
        self.texts, self.inside, self.tags_inside = [], [], []

    @property
    def is_inside(self):
        return any(self.within in (tag, *(classes or "").split()) for tag, classes in self.open)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if self.is_inside:
            self.tags_inside.append(tag)
            if tag == "br":
                self.inside[-1] += "\n"
        if tag not in EMPTY:
            was = self.is_inside
            self.open.append((tag, dict(attrs).get("class")))
            if (self.is_inside and not was) or (was and tag in ("p", "li")):
                self.inside.append("")

    def handle_endtag(self, tag):
        while tag not in EMPTY and self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        self.texts.append(data)
        if self.is_inside:
            self.inside[-1] += data


def read(html, within=""):
    reader = Reader(within)
    reader.feed(html)
    reader.close()
    return reader

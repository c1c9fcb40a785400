"""A bar chart as SVG, by hand."""

from html import escape

BAR, GAP, LEFT, WIDTH, TOP = 22, 10, 170, 560, 44
INK, FILL, PAPER = "#2b2b2b", "#5b7f5b", "#ffffff"


def bars(title: str, values: dict[str, float]) -> str:
    """One bar for each value, the shortest first."""
    longest = max(values.values()) or 1
    height = TOP + len(values) * (BAR + GAP) + GAP
    full = LEFT + WIDTH + 80
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {full} {height}" width="{full}" height="{height}" '
        f'font-family="sans-serif" font-size="14" fill="{INK}" role="img" aria-label="{escape(title)}">'
    )
    lines = [
        head,
        f'<rect width="100%" height="100%" fill="{PAPER}"/>',
        f'<text x="{GAP}" y="26" font-size="16" font-weight="bold">{escape(title)}</text>',
    ]
    for place, (name, value) in enumerate(sorted(values.items(), key=lambda item: item[1])):
        top = TOP + place * (BAR + GAP)
        length = round(WIDTH * value / longest, 1)
        middle = top + BAR / 2 + 5
        lines += [
            f'<text x="{LEFT - GAP}" y="{middle}" text-anchor="end">{escape(name)}</text>',
            f'<rect x="{LEFT}" y="{top}" width="{length}" height="{BAR}" fill="{FILL}"/>',
            f'<text x="{LEFT + length + 6}" y="{middle}">{value:.2f}</text>',
        ]
    return "\n".join([*lines, "</svg>"]) + "\n"

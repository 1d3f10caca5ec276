#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""render.py OUTPUT.svg COLUMNS COMMAND…: runs a command on a terminal of its own and draws what it prints.

Run from the top of the repository, `inwriting` being in the PATH; docs/images/README.md has the lines that made the
pictures there. Needs nothing but Python.
"""
import fcntl, html, os, pty, re, shlex, struct, sys, termios

FADED, TEXT, GROUND = "#8b949e", "#e6edf3", "#0d1117"
COLOURS = {"31": "#ff7b72", "32": "#7ee787", "33": "#e3b341", "36": "#79c0ff", "2": FADED, "90": FADED}
WIDTH, HEIGHT, SIZE, MARGIN = 7.8, 17, 13, 14


def printed(command, columns):
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS=str(columns))
        os.environ.pop("NO_COLOR", None)
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    data = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        data += part
    os.waitpid(pid, 0)
    # A progress line clears itself: what stands before the last carriage return of a line is gone.
    lines = data.decode().replace("\r\n", "\n").split("\n")
    return [line.rsplit("\r", 1)[-1].replace("\x1b[K", "").replace("\x1b[2K", "") for line in lines]


def runs(line):
    """(text, colour, is bold) one after the other."""
    colour, bold = TEXT, False
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        if part.startswith("\x1b["):
            for code in part[2:-1].split(";"):
                if code in ("", "0"):
                    colour, bold = TEXT, False
                elif code == "1":
                    bold = True
                elif code in COLOURS:
                    colour = COLOURS[code]
        elif part:
            yield part, colour, bold


def drawn(lines, columns, title):
    width, height = columns * WIDTH + 2 * MARGIN, len(lines) * HEIGHT + 2 * MARGIN
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'role="img" font-family="ui-monospace, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" font-size="{SIZE}">',
        f"<title>{html.escape(title)}</title>",
        f'<rect width="100%" height="100%" rx="8" fill="{GROUND}"/>',
    ]
    for row, line in enumerate(lines):
        column = 0
        for text, colour, bold in runs(line):
            # A run is cut at its gaps, and each word drawn as wide as it should be, so that columns stand whatever
            # the font.
            for word in re.finditer(r"\S+(?: \S+)*", text):
                x, y = MARGIN + (column + word.start()) * WIDTH, MARGIN + row * HEIGHT + SIZE
                weight = ' font-weight="bold"' if bold else ""
                out.append(
                    f'<text x="{x:.1f}" y="{y}" textLength="{len(word.group()) * WIDTH:.1f}" '
                    f'lengthAdjust="spacingAndGlyphs" fill="{colour}"{weight}>{html.escape(word.group())}</text>')
            column += len(text)
    return "\n".join(out + ["</svg>"]) + "\n"


output, columns, command = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
lines = [f"\x1b[2m$\x1b[0m \x1b[1m{shlex.join(command)}\x1b[0m", ""] + printed(command, columns)
while not lines[-1].strip():
    lines.pop()
with open(output, "w", encoding="utf-8") as file:
    file.write(drawn(lines, columns, shlex.join(command)))

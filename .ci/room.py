"""Presses keys by their place on six keyboards and reads the window over AT-SPI. See .ci/room."""

import ctypes
import ctypes.util
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PROGRAM, OUT = sys.argv[1:3]

# Key codes of X: the place of a key, whatever is printed there.
ONE, TWO, ZERO, FOUR, SIX = 10, 11, 19, 13, 15
B, H, R, PERIOD, SPACE = 56, 43, 27, 60, 65
CTRL, F1, F5, ESC, ENTER, TAB = 37, 67, 71, 9, 36, 23
UP, DOWN, LEFT, RIGHT, HOME, PAGE_DOWN, PAGE_UP = 111, 116, 113, 114, 110, 117, 112
LAYOUTS = ["us", "de", "fr", "be", "cz", "ru", "ua"]


class Keys:
    """The keyboard."""

    def __init__(self):
        self.x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self.xtst = ctypes.CDLL(ctypes.util.find_library("Xtst") or "libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))

    def press(self, *codes):
        for code, down in [(code, 1) for code in codes] + [(code, 0) for code in reversed(codes)]:
            self.xtst.XTestFakeKeyEvent(self.display, code, down, 0)
        self.x11.XFlush(self.display)


def below(node):
    yield node
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield from below(child)


class Reader:
    """The tree as AT-SPI offers it."""

    def window(self):
        desktop = Atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(place)
            if app is not None and app.get_child_count() > 0:
                return app.get_child_at_index(0)
        return None

    def nodes(self):
        window = self.window()
        return list(below(window)) if window is not None else []

    def focused(self):
        for node in self.nodes():
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return node
        return None

    def named(self, role=None):
        return [node.get_name() for node in self.nodes() if role is None or node.get_role_name() == role]


def until(what, holds):
    """Waits for something to hold: a window answers when it has been drawn."""
    for _ in range(100):
        try:
            found = holds()
        except GLib.GError:
            # What was read is not there any more.
            found = None
        if found:
            return found
        time.sleep(0.1)
    raise SystemExit(f"room: {what} (see {OUT})")


def main():
    program = subprocess.Popen([PROGRAM], stdout=open(f"{OUT}/program.log", "w"), stderr=subprocess.STDOUT)
    try:
        reader, keys = Reader(), Keys()
        until("no window in the tree", lambda: reader.named())
        wid = subprocess.run(
            ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Peace Plan Explorer"],
            capture_output=True, text=True, check=True,
        ).stdout.split()[-1]
        subprocess.run(["xdotool", "windowfocus", wid], check=True)
        said = []

        def says(what, part, *codes, tell=True):
            if codes:
                keys.press(*codes)

            def holds():
                node = reader.focused()
                name = node.get_name() if node is not None else ""
                return name if part in name else None

            name = until(f"{what}: the focus does not say \"{part}\"", holds)
            if tell:
                said.append(f"{what}: {name}")

        def status(what, part, *codes):
            keys.press(*codes)
            found = until(f"{what}: nobody says \"{part}\"", lambda: [name for name in reader.named() if part in name])
            said.append(f"{what}: {found[0]}")

        keys.press(ESC)
        says("The window opens", "Front line: ")
        for layout in LAYOUTS:
            subprocess.run(["setxkbmap", layout], check=True)
            time.sleep(0.5)
            says(f"{layout}: 1", "Freeze now, 1 of 2", ONE, tell=False)
            says(f"{layout}: 2", ", 2 of 2", TWO, tell=False)
            says(f"{layout}: 0", "Not in the plan", ZERO, tell=False)
            says(f"{layout}: 1", "Freeze now, 1 of 2", ONE, tell=False)
            status(f"{layout}: H", "All verdicts are hidden", H)
            status(f"{layout}: R", "All verdicts are revealed", R)
            # The key of 6 with Ctrl is the sixth tab, and changes no text size.
            status(f"{layout}: Ctrl+6", "Begin: Who has said no?", CTRL, SIX)
            keys.press(CTRL, ONE)
            says(f"{layout}: Ctrl+1", "Front line", tell=False)
            keys.press(F5)
            until(f"{layout}: F5", lambda: "Presenting" in reader.named())
            keys.press(PERIOD)
            until(f"{layout}: full stop makes the wall blank", lambda: "Presenting" not in reader.named())
            keys.press(B)
            until(f"{layout}: B brings it back", lambda: "Presenting" in reader.named())
            # Both for readers that hear announcements and for those that only hear the focus.
            status(f"{layout}: H on the wall", "All verdicts are hidden", H)
            says(f"{layout}: H at the focus of the wall", "All verdicts are hidden", tell=False)
            status(f"{layout}: Page Down", "Revealed: ", PAGE_DOWN)
            says(f"{layout}: Page Down at the focus", "Revealed: ")
            status(f"{layout}: Page Up", "Hidden again: ", PAGE_UP)
            status(f"{layout}: R on the wall", "All verdicts are revealed", R)
            keys.press(ESC)
            says(f"{layout}: Esc", "Front line: Freeze now", tell=False)
            print(f"room: every key means on {layout} what it is to mean")
        subprocess.run(["setxkbmap", "us"], check=True)
        with open(f"{OUT}/said.txt", "w") as file:
            file.write("\n".join(said) + "\n")
    finally:
        program.terminate()
        program.wait()


main()

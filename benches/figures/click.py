"""Time from a click on a value of the first row to the changed pixels on the screen, asked for every millisecond."""

import ctypes
import subprocess
import time

x11 = ctypes.CDLL("libX11.so.6")
xtst = ctypes.CDLL("libXtst.so.6")
for name in ("XOpenDisplay", "XGetImage"):
    getattr(x11, name).restype = ctypes.c_void_p
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XGetPixel.restype = ctypes.c_ulong
display = ctypes.c_void_p(x11.XOpenDisplay(None))
root = ctypes.c_ulong(x11.XDefaultRootWindow(display))


def pixel(x, y):
    image = ctypes.c_void_p(x11.XGetImage(display, root, x, y, 1, 1, ctypes.c_ulong(0xFFFFFFFF), 2))
    value = x11.XGetPixel(image, 0, 0)
    x11.XDestroyImage(image)
    return value


def move(x, y):
    xtst.XTestFakeMotionEvent(display, -1, x, y, ctypes.c_ulong(0))
    x11.XSync(display, 0)
    time.sleep(0.6)  # the pointer rests, as a hand does before it clicks; the what-if marks are drawn meanwhile


def press():
    xtst.XTestFakeButtonEvent(display, 1, 1, ctypes.c_ulong(0))
    xtst.XTestFakeButtonEvent(display, 1, 0, ctypes.c_ulong(0))
    x11.XSync(display, 0)


window = subprocess.check_output(["xdotool", "search", "--onlyvisible", "--name", "Peace Plan Explorer"]).split()[-1]
subprocess.check_call(["xdotool", "windowsize", window, "1280", "720", "windowmove", window, "0", "0"])
subprocess.check_call(["xdotool", "windowfocus", window])
time.sleep(1.5)
CELL = (392, 143)  # inside the first party's tile in the first row: filled once the row is in the plan
times = []
for run in range(10):
    target = (195, 137) if run % 2 == 0 else (350, 137)  # "Freeze now", then out of the plan again
    move(*target)
    before = pixel(*CELL)
    start = time.perf_counter()
    press()
    while pixel(*CELL) == before:
        if time.perf_counter() - start > 2:
            raise SystemExit("the click changed nothing at the place that is watched")
        time.sleep(0.001)
    times.append((time.perf_counter() - start) * 1000)
times.sort()
print(f"click to pixels: median {times[5]:.0f} ms, {times[0]:.0f} to {times[-1]:.0f} ms, {len(times)} clicks")

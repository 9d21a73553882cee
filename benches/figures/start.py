"""From the start of a process to its first picture in the frame buffer: by the clock, and in processor time; then its
memory. Programs take turns on one virtual display, so that all see the same machine.

  start.py RUNS [NAME=COMMAND ...]

The frame buffer of Xvfb is a file, which is read again and again. A picture is there once it holds four colours or more: a
blank window has one. When something changes, the program is stopped while it is looked at, and that time is not counted;
once the picture is there it is killed, and the system says what it used. A program that ends by itself, or shows nothing
within twenty seconds, is a failure and ends the measurement. The first start of each warms the caches and is not counted."""

import mmap
import os
import shlex
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WIDTH, HEIGHT = 1280, 720
COLOURS = 4
REST = 6.0


class Screen:
    """A virtual display whose frame buffer is a file."""

    def __init__(self, folder):
        read, write = os.pipe()
        geometry = f"{WIDTH}x{HEIGHT}x24"
        # Without -noreset the server starts anew once its last window is closed, and a program that starts then fails.
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", geometry, "-nolisten", "tcp", "-noreset"]
        # The pointer would be drawn into the frame buffer, and some programs give it a picture of their own.
        command += ["-nocursor", "-fbdir", folder]
        self.server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        self.name = ":" + os.read(read, 16).decode().strip()
        self.file = open(Path(folder) / "Xvfb_screen0", "rb")
        self.map = mmap.mmap(self.file.fileno(), 0, prot=mmap.PROT_READ)
        head = struct.unpack(">25I", self.map[:100])
        self.begin = head[0] + 12 * head[19]
        self.size = head[12] * HEIGHT

    def pixels(self):
        return self.map[self.begin : self.begin + self.size]

    def save(self, path):
        """The frame buffer as a picture that any viewer opens."""
        data = self.pixels()
        rows = bytearray(WIDTH * HEIGHT * 3)
        for place, offset in enumerate((2, 1, 0)):
            rows[place::3] = data[offset::4]
        Path(path).write_bytes(b"P6 %d %d 255\n" % (WIDTH, HEIGHT) + rows)


def colours(pixels):
    return len(set(memoryview(pixels).cast("I")))


def spawn(command, environment):
    null = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, null, stream) for stream in (0, 1, 2)]
    words = shlex.split(command)
    pid = os.posix_spawnp(words[0], words, environment, file_actions=actions)
    os.close(null)
    return pid


def failed(command, why):
    raise SystemExit(f"start: {command}: {why}; nothing is reported of a failed start")


def first_picture(screen, command, environment, keep):
    """Milliseconds by the clock and of the processor."""
    last = screen.pixels()
    begun = time.perf_counter()
    pid = spawn(command, environment)
    paused = 0.0
    while True:
        now = screen.pixels()
        at = time.perf_counter()
        if now == last:
            if at - begun > 20:
                os.kill(pid, signal.SIGKILL)
                failed(command, "no picture within 20 seconds")
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                failed(command, f"it ended by itself (status {status})")
            time.sleep(0.0005)
            continue
        last = now
        os.kill(pid, signal.SIGSTOP)
        if colours(now) >= COLOURS:
            if keep:
                screen.save(keep)
            os.kill(pid, signal.SIGKILL)
            _, _, use = os.wait4(pid, 0)
            return (at - begun - paused) * 1e3, (use.ru_utime + use.ru_stime) * 1e3
        paused += time.perf_counter() - at
        os.kill(pid, signal.SIGCONT)


def wait_until_blank(screen):
    """The window of the last program is gone."""
    for _ in range(2000):
        if colours(screen.pixels()) < COLOURS:
            return
        time.sleep(0.001)
    raise SystemExit("start: the last window does not go away")


def memory(command, environment):
    """Megabytes (PSS) of a program that is alone on the display and at rest, and those that are its own alone."""
    pid = spawn(command, environment)
    time.sleep(REST)
    values = dict(line.split(":") for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:])
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    number = lambda name: int(values[name].split()[0]) / 1000
    return number("Pss"), number("Private_Clean") + number("Private_Dirty")


def main(runs, programs):
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(folder)
        environment = {k: v for k, v in os.environ.items() if k not in ("WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DBUS_SESSION_BUS_ADDRESS")}
        environment |= {"DISPLAY": screen.name, "LIBGL_ALWAYS_SOFTWARE": "1", "PEACE_PLAN_EXPLORER_DATA": folder + "/data"}
        found = {name: [] for name in programs}
        try:
            for run in range(runs + 1):
                for name, command in programs.items():
                    keep = os.environ.get("PICTURES") and f"{os.environ['PICTURES']}/{name.replace(' ', '-')}.ppm"
                    result = first_picture(screen, command, environment, keep if run == 0 else None)
                    if run > 0:
                        found[name].append(result)
                    wait_until_blank(screen)
            held = {}
            for name, command in programs.items():
                held[name] = memory(command, environment)
                wait_until_blank(screen)
        finally:
            screen.server.terminate()
            screen.server.wait()
    print(f"from the start to the first picture, {runs} starts in turn, load {os.getloadavg()[0]:.1f}: median (least)")
    for name, rows in found.items():
        clock, processor = zip(*rows)
        pss, private = held[name]
        print(f"{name:24} clock {statistics.median(clock):5.0f} ({min(clock):.0f}) ms   "
              f"processor {statistics.median(processor):4.0f} ({min(processor):.0f}) ms   "
              f"memory {pss:5.1f} MB (PSS), {private:.1f} its own")


if __name__ == "__main__":
    main(int(sys.argv[1]), dict(argument.split("=", 1) for argument in sys.argv[2:]))

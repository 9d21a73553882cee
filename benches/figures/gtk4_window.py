"""The smallest GTK 4 window that shows something."""

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import Gtk  # noqa: E402


def activate(application):
    window = Gtk.ApplicationWindow(application=application, default_width=1280, default_height=720)
    window.set_child(Gtk.Label(label="Peace plan"))
    window.present()


application = Gtk.Application()
application.connect("activate", activate)
application.run()

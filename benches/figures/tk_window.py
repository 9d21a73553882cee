"""The smallest Tk window that shows something."""

import tkinter

window = tkinter.Tk()
window.geometry("1280x720")
tkinter.Label(window, text="Peace plan").pack(expand=True)
window.mainloop()

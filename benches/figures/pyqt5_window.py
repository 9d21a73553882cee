"""The smallest PyQt5 window that shows something; it closes once it was painted."""

import sys

from PyQt5.QtCore import QTimer
from PyQt5.QtWidgets import QApplication, QLabel, QMainWindow


class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)


application = QApplication(sys.argv)
window = Window()
window.resize(1280, 720)
window.setCentralWidget(QLabel("Peace plan"))
window.show()
sys.exit(application.exec_())

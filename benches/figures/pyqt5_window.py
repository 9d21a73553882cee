"""The smallest PyQt5 window that shows something."""

import sys

from PyQt5.QtWidgets import QApplication, QLabel, QMainWindow

application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1280, 720)
window.setCentralWidget(QLabel("Peace plan"))
window.show()
sys.exit(application.exec_())

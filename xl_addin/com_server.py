"""The Python process that Excel's add-in talks to: `python -P -m xl_addin.com_server {CLSID}`.

Windows only, with pywin32. The class id is Excel's choice; it serves until Excel ends it.
"""

import sys

# Before the functions, which take on its decorators where it is there.
import xlwings

if __name__ == "__main__" and sys.platform == "win32":
    xlwings.serve(sys.argv[1])

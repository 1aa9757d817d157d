"""How much work something takes, counted in lines of Python run rather than in seconds: the same on any machine."""

import sys


def lines_run(act) -> int:
    """The lines that run while something is done; turns of a loop written in one line count each."""
    count, before = 0, sys.gettrace()

    def counting(_frame, event, _argument):
        nonlocal count
        count += event == "line"
        return counting

    sys.settrace(counting)
    try:
        act()
    finally:
        sys.settrace(before)
    return count

"""Plug-ins: a named entry point becomes a callable, or an error that says what to install."""

from collections.abc import Mapping
from typing import Any

from recount.errors import PlugInMissing


def plug_in(group: str, name: str, ours: Mapping[str, Any]) -> Any:
    """The implementation of that name: one of ours, else the entry point of an installed package.

    Args:
        group: the entry-point group, such as `recount.extractors`.
        name: what the settings call it.
        ours: what comes with Recount.

    Raises:
        PlugInMissing: nothing of that name is installed, or several packages offer it.
    """
    if name in ours:
        return ours[name]
    from importlib.metadata import entry_points  # slow to load, and needed for plug-ins of others only

    offered = sorted(entry_points(group=group, name=name), key=lambda entry: entry.value)
    if not offered:
        known = ", ".join(sorted({*ours, *(entry.name for entry in entry_points(group=group))}))
        raise PlugInMissing(
            f"no {group.removeprefix('recount.')} are called {name!r}; there are {known}. Correct the name in "
            f"recount.toml, or install the package that provides the entry point {name!r} in the group {group!r}"
        )
    if len(offered) > 1:
        packages = ", ".join(entry.value for entry in offered)
        raise PlugInMissing(f"several packages provide {name!r} in {group!r} ({packages}); keep one of them installed")
    try:
        return offered[0].load()
    except ImportError as error:
        raise PlugInMissing(
            f"the plug-in {name!r} ({offered[0].value}) cannot be imported: {error}; install what it needs"
        ) from error

"""The files of the task lists of units."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

from generator.documents.duties import unit_key
from generator.readback.verify import verified_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from generator.documents.unit_lists import UnitLists
    from generator.model.units import Unit
    from generator.writers.gb9704 import Profile

UNITS_FOLDER: Final = "任务清单"
_LONGEST_NAME: Final = 60
"""Characters of a unit's name in a file name: 255 bytes are the most that some systems take."""


def unit_file_names(units: Iterable[Unit]) -> tuple[str, ...]:
    """Name the list of each unit, so that no two names are the same on any system.

    Only letters, digits, 汉字 and hyphens of a name are kept; what stands before the unit's
    name keeps Windows from taking it for a device such as CON.
    """
    taken: set[str] = set()
    names = []
    for unit in units:
        stem = f"{UNITS_FOLDER}-{unit_key(unit)[:_LONGEST_NAME]}"
        number = 1
        name = stem
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        names.append(f"{name}.docx")
    return tuple(names)


def write_unit_lists(
    lists: UnitLists,
    folder: Path,
    profile: Profile,
    made: Callable[[Unit], Path | None] = lambda _: None,
) -> None:
    """Write the task list of every unit that has a duty into a folder that is there.

    Args:
        lists: the lists.
        folder: where to write.
        profile: how they realise the standard.
        made: gives the file that is this list of a unit already, if it is there.

    Raises:
        OSError: a file cannot be written.
        UnfaithfulError: a list does not say what was composed.
    """
    units = lists.units
    for unit, name in zip(units, unit_file_names(units), strict=True):
        download = made(unit)
        if download and download.is_file():
            shutil.copyfile(download, folder / name)
        elif document := lists.document(unit):
            (folder / name).write_bytes(verified_list(document, profile))

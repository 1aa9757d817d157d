"""Which program computed something: its own files, and the libraries at hand."""

from importlib.metadata import requires, version

from recount.store.program import program_version


def test_libraries_of_extras_that_are_not_installed_are_no_part_of_the_program() -> None:
    wanted = {requirement for requirement in requires("recount-casualties") or () if "extra ==" in requirement}
    assert wanted, "the package has extras"
    names = {part.partition("=")[0] for part in program_version().split()[2:]}
    assert "numpy" in names
    assert all(version(name) for name in names)

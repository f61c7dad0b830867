"""The rule of conftest.py, tried on small test files in a run of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NOT_COUNTING = {
    "test_skipped.py": "import pytest\n\n\n@pytest.mark.skip\ndef test_page():\n    assert 0\n",
    "test_skipping.py": "import pytest\n\n\ndef test_page():\n    pytest.skip('no browser')\n",
    "test_no_file.py": "import pytest\n\npytest.skip('no browser', allow_module_level=True)\n",
    "test_excused.py": "import pytest\n\n\n@pytest.mark.xfail\ndef test_page():\n    assert 0\n",
    "test_lucky.py": "import pytest\n\n\n@pytest.mark.xfail\ndef test_page():\n    assert 1\n",
}
PASSING = {"test_sum.py": "def test_sum():\n    assert 1 + 1 == 2\n"}


def run_pytest(
    folder: Path, files: dict[str, str], *, ci: bool
) -> subprocess.CompletedProcess[str]:
    shutil.copy(Path(__file__).with_name("conftest.py"), folder)
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    environment = {key: value for key, value in os.environ.items() if key != "CI"}
    if ci:
        environment["CI"] = "true"
    where = str(folder)
    command = [sys.executable, "-m", "pytest", "-rfE", "--rootdir", where, where]
    return subprocess.run(
        [*command, "-p", "no:cacheprovider", "--continue-on-collection-errors"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=environment,
    )


def test_a_test_that_does_not_count_fails_in_ci(tmp_path: Path) -> None:
    run = run_pytest(tmp_path, NOT_COUNTING | PASSING, ci=True)
    summary = run.stdout.partition("short test summary info")[2]
    failed = {name for name in NOT_COUNTING if name in summary}
    assert failed == set(NOT_COUNTING)
    assert "1 passed" in summary
    assert run.returncode == 1


def test_outside_ci_a_test_may_be_skipped(tmp_path: Path) -> None:
    run = run_pytest(tmp_path, NOT_COUNTING | PASSING, ci=False)
    assert run.returncode == 0, run.stdout


def test_passing_tests_pass_in_ci(tmp_path: Path) -> None:
    run = run_pytest(tmp_path, PASSING, ci=True)
    assert run.returncode == 0, run.stdout

"""In continuous integration every test runs: a skipped or excused test fails there.

How hypothesis looks for counterexamples is set here too.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Generator

_IN_CI = bool(os.environ.get("CI"))

# a slow machine is no failure
settings.register_profile("planpress", deadline=None)
settings.load_profile("planpress")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip, an expected failure and an unexpected pass into a failure."""
    report = yield
    if _IN_CI and (report.skipped or hasattr(report, "wasxfail")):
        reason = getattr(report, "wasxfail", None) or report.longreprtext
        vars(report).pop("wasxfail", None)
        report.outcome = "failed"
        report.longrepr = f"In CI no test is skipped or expected to fail: {reason}"
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Do the same for a file that skips itself while it is collected."""
    report = yield
    if _IN_CI and report.skipped:
        report.longrepr = f"In CI no test file is skipped: {report.longreprtext}"
        report.outcome = "failed"
    return report

"""The repository as a whole: its top level, its lock files, its licences, its texts."""

from __future__ import annotations

import re
import subprocess
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
RUNTIME_LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-test.lock"

TOP_LEVEL = {
    ".ci",
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    ".vscode",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "THIRD_PARTY_LICENSES.md",
    "benchmarks",
    "generator",
    "mkdocs.yml",
    "plans",
    "pyproject.toml",
    "requirements-test.lock",
    "requirements.lock",
    "site_templates",
    "tests",
}

SOURCE_FOLDERS = ["generator", "plans", "site_templates", "tests", "benchmarks"]

# Where a machine keeps things, and the hosts of package registries; in two halves, because this
# file is searched too.
MACHINE_FOLDERS = re.compile("(?<![\\w.)}/-])/(?:" + "wo" + "rk|op" + "t|ro" + "ot|ho" + "me)/")
REGISTRY_HOSTS = re.compile(
    "|".join(
        re.escape(first + second)
        for first, second in [
            ("py", "pi.org"),
            ("files.python", "hosted.org"),
            ("registry.npm", "js.org"),
            ("deb.deb", "ian.org"),
            ("mirrors.", "aliyun.com"),
            ("pypi.tuna.", "tsinghua.edu.cn"),
        ]
    )
)


def repository_files() -> list[Path]:
    """List the files that are in git or would be added to it."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    names = sorted(set(listing.stdout.split("\0")) - {""})
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def text_files() -> list[tuple[str, bytes]]:
    """Read the files that are no images, fonts or other binaries."""
    contents = [
        (file.relative_to(ROOT).as_posix(), file.read_bytes()) for file in repository_files()
    ]
    texts = [(name, content) for name, content in contents if b"\0" not in content]
    assert texts
    return texts


def places(pattern: re.Pattern[str], name: str, content: bytes) -> list[str]:
    lines = content.decode("utf-8").splitlines()
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for number, line in enumerate(lines, start=1)
        if pattern.search(line)
    ]


def locked(lock: Path) -> dict[str, Version]:
    """Read the pinned version of each package."""
    pins = re.findall(r"^([a-z0-9._-]+)==(\S+) \\$", lock.read_text(encoding="utf-8"), re.MULTILINE)
    assert pins
    return {canonicalize_name(name): Version(version) for name, version in pins}


def wanted(names: list[str], environment: dict[str, str]) -> dict[str, Requirement]:
    """Keep the requirements that hold in an environment, without any extra."""
    requirements = [Requirement(name) for name in names]
    return {
        canonicalize_name(requirement.name): requirement
        for requirement in requirements
        if requirement.marker is None or requirement.marker.evaluate(environment)
    }


def declared(extras: list[str]) -> list[str]:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    own: list[str] = [*table["project"]["dependencies"], *table["build-system"]["requires"]]
    for extra in extras:
        own += table["project"]["optional-dependencies"][extra]
    return own


def test_the_top_level_holds_what_it_should() -> None:
    found = {file.relative_to(ROOT).parts[0] for file in repository_files()}
    assert found == TOP_LEVEL


def test_no_text_file_names_a_machine_folder() -> None:
    found = [place for text in text_files() for place in places(MACHINE_FOLDERS, *text)]
    assert found == []


def test_no_text_file_names_a_package_registry() -> None:
    found = [place for text in text_files() for place in places(REGISTRY_HOSTS, *text)]
    assert found == []


@pytest.mark.parametrize("line", ["cd /wo" + "rk/plan", '"/ho' + 'me/li/plan"', "=/op" + "t/x"])
def test_a_machine_folder_is_recognised(line: str) -> None:
    assert places(MACHINE_FOLDERS, "notes.md", line.encode()) == [f"notes.md:1: {line}"]


def test_text_files_are_utf_8_with_lf_and_without_a_byte_order_mark() -> None:
    wrong = []
    for name, content in text_files():
        content.decode("utf-8")
        if content.startswith(b"\xef\xbb\xbf") or b"\r" in content:
            wrong.append(name)
    assert wrong == []


def test_yaml_files_hold_no_tab() -> None:
    wrong = [
        name
        for name, content in text_files()
        if name.endswith((".yaml", ".yml")) and b"\t" in content
    ]
    assert wrong == []


@pytest.mark.parametrize("lock", [RUNTIME_LOCK, TEST_LOCK])
def test_a_lock_file_names_no_place_to_fetch_from(lock: Path) -> None:
    lines = lock.read_text(encoding="utf-8").splitlines()
    allowed = re.compile(r"[a-z0-9._-]+==[\w.!+]+ \\|    --hash=sha256:[0-9a-f]{64}( \\)?|\s*#.*|")
    assert [line for line in lines if not allowed.fullmatch(line)] == []
    fetching = re.compile(r"://|--(?!hash=)|/|\\(?!$)|@")
    assert [line for line in lines if fetching.search(line)] == []


def test_both_lock_files_pin_the_same_versions() -> None:
    runtime, test = locked(RUNTIME_LOCK), locked(TEST_LOCK)
    assert {name: test.get(name) for name in runtime} == runtime


@pytest.mark.parametrize(("lock", "extras"), [(RUNTIME_LOCK, []), (TEST_LOCK, ["test"])])
@pytest.mark.parametrize("python", ["3.11.2", "3.12.0", "3.13.0"])
@pytest.mark.parametrize("system", ["Linux", "Windows"])
def test_a_lock_file_is_complete(lock: Path, extras: list[str], python: str, system: str) -> None:
    environment = {
        "extra": "",
        "os_name": {"Linux": "posix", "Windows": "nt"}[system],
        "platform_system": system,
        "python_full_version": python,
        "python_version": python.rpartition(".")[0],
        "sys_platform": {"Linux": "linux", "Windows": "win32"}[system],
    }
    pins = locked(lock)
    requirements = list(wanted(declared(extras), environment).values())
    seen: set[str] = set()
    while requirements:
        requirement = requirements.pop()
        name = canonicalize_name(requirement.name)
        assert name in pins, f"{name} is missing: make lock"
        assert requirement.specifier.contains(pins[name], prereleases=True), requirement
        for extra in {"", *requirement.extras}:
            if f"{name}[{extra}]" not in seen:
                seen.add(f"{name}[{extra}]")
                distribution = metadata.distribution(name)
                pythons = SpecifierSet(distribution.metadata["Requires-Python"] or "")
                assert python in pythons, f"{name} {pins[name]} does not run on Python {python}"
                needs = distribution.requires or []
                requirements += wanted(needs, {**environment, "extra": extra}).values()
    assert {name.partition("[")[0] for name in seen} == set(pins)


def licence_table() -> dict[str, tuple[str, str]]:
    """Read licence and wanting packages of each row of THIRD_PARTY_LICENSES.md."""
    text = (ROOT / "THIRD_PARTY_LICENSES.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z0-9][a-z0-9-]*) \| ([^|]+) \| ([^|]+) \|$", text, re.MULTILINE)
    assert len({name for name, _, _ in rows}) == len(rows)
    return {name: (licence, wanted_by) for name, licence, wanted_by in rows}


def wanted_by(lock: Path) -> dict[str, str]:
    """Read from the `# via` comments which packages ask for each package."""
    text = lock.read_text(encoding="utf-8")
    pins = re.findall(r"^(\S+)==\S+ \\\n(?:    --.*\n)+((?:    #.*\n)+)", text, re.MULTILINE)
    return {
        name: ", ".join(re.findall(r"# +(?:via )?(?!via$)(\S+)", comments, re.MULTILINE))
        for name, comments in pins
    }


def test_the_licence_of_every_locked_package_is_listed() -> None:
    listed = {name: wanting for name, (_, wanting) in licence_table().items()}
    assert listed == wanted_by(RUNTIME_LOCK)


def test_licences_are_those_that_the_packages_declare() -> None:
    for name, (licence, _) in licence_table().items():
        declares = metadata.distribution(name).metadata
        if "License-Expression" in declares:
            assert declares["License-Expression"] == licence


def test_every_switched_off_lint_rule_has_a_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lint = tomllib.loads(text)["tool"]["ruff"]["lint"]
    rules = [
        *lint["ignore"],
        *(rule for group in lint["per-file-ignores"].values() for rule in group),
    ]
    section = text.partition("[tool.ruff.lint]")[2].partition("[tool.mypy]")[0]
    with_reason = re.findall(r'^ +"([A-Z]+[0-9]*)", +# \S.{9,}$', section, re.MULTILINE)
    assert sorted(with_reason) == sorted(rules)


def unexplained(code: str) -> list[int]:
    """List the lines that switch a rule off with no reason on the line or in a comment above it."""
    marker = re.compile("# (?:no" + r"qa|type: ig" + r"nore)(?P<rest>.*)")
    reason = re.compile(r"(?:: [A-Z0-9, ]+|\[[\w, -]+\])[\s—–:#-]+[^\s—–:#-]\S* \S.*")
    found, line_above = [], ""
    for number, line in enumerate(code.splitlines(), start=1):
        match = marker.search(line)
        explained_above = line_above.lstrip().startswith("# ")
        if match and not explained_above and not reason.fullmatch(match["rest"]):
            found.append(number)
        line_above = line
    return found


def test_every_exception_in_the_code_has_a_reason() -> None:
    found = [
        f"{name}:{line}"
        for name, content in text_files()
        if name.endswith(".py")
        for line in unexplained(content.decode("utf-8"))
    ]
    assert found == []


def test_an_exception_without_a_reason_is_found() -> None:
    switch = "# no" + "qa: E501"
    assert unexplained(f"a = 1  {switch}\n") == [1]
    assert unexplained(f"a = 1  {switch} - long\n") == [1]
    assert unexplained(f"a = 1  {switch} - long on purpose\n") == []
    assert unexplained(f"# long on purpose\na = 1  {switch}\n") == []


def test_git_ignores_no_source_file() -> None:
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--others", "--ignored", "--exclude-standard", *SOURCE_FOLDERS],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    names = [name for name in listing.stdout.split("\0") if name and "__pycache__/" not in name]
    assert names == []

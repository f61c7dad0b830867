"""Plans of other fields, written as offices write them: nothing is wrong, and nothing is raised.

Then one word of the transport plan is changed at a time. It declares no indicator, so all that is
found is found without any declaration.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, Severity
from generator.pipeline.analysis import analyze
from generator.source import Span

FOLDER = Path(__file__).parent / "correct_plans"
TRANSPORT = (FOLDER / "transport.yaml").read_text(encoding="utf-8")


def warnings(root: Path, text: str) -> list[Diagnostic]:
    file = root / "plans" / "one" / "plan.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    (root / "mkdocs.yml").write_text("site_name: 试验\n", encoding="utf-8")
    return list(analyze(root).report.at_least(Severity.WARNING))


@pytest.mark.parametrize("file", sorted(FOLDER.iterdir()), ids=lambda file: file.stem)
def test_a_correct_plan_raises_nothing(file: Path, tmp_path: Path) -> None:
    assert warnings(tmp_path, file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("code", "words", "changed"),
    [
        ("A118", "其中2024年28亿元", "其中2024年38亿元"),
        ("A118", "三年完成投资90亿元", "三年完成投资80亿元"),
        ("A118", "其中高速公路320公里", "其中高速公路9320公里"),
        ("A118", "其中2024年15座", "其中2024年18座"),
        ("A118", "其中一级站2个", "其中一级站42个"),
        ("C101", "督查考核组4个工作组", "督查考核组5个工作组"),
        ("C101", "重点做好三项工作", "重点做好四项工作"),
        ("C101", "合格、不合格四个等次", "合格、不合格三个等次"),
        ("C101", "安防提升四大工程", "安防提升五大工程"),
        ("C101", "3个应用平台", "4个应用平台"),
        ("C101", "先建后补”两种方式", "先建后补”三种方式"),
        ("C101", "三方面短板", "四方面短板"),
        ("C109", "二是更新公交车辆", "三是更新公交车辆"),
        ("C109", "（2）强化", "（3）强化"),
        ("C109", "第二，开展", "第三，开展"),
        ("D113", "见附件2", "见附件3"),
        ("T109", "三年实施方案", "四年实施方案"),
        ("T109", "（2024—2026年）\n", "（2024—2027年）\n"),
    ],
)
def test_one_wrong_word_is_found_in_its_line(
    code: str, words: str, changed: str, tmp_path: Path
) -> None:
    line = TRANSPORT.count("\n", 0, TRANSPORT.index(words)) + 1
    found = warnings(tmp_path, TRANSPORT.replace(words, changed, 1))
    labels = [
        label for item in found if item.rule.code == code for label in (item.primary, *item.related)
    ]
    assert line in {label.place.line for label in labels if isinstance(label.place, Span)}

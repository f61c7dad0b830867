"""Titles are broken by sense, into lines of like length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.writers.docx_text import width_in_characters
from generator.writers.title_lines import title_lines


@pytest.mark.parametrize(
    "lines",
    [
        ("关于做好教师培训工作的通知",),
        ("示例市教育局关于印发《示例市中小学教师", "培训发展规划（2023—2027年）》的通知"),
        ("示例市中小学教师培训发展规划", "（2023—2027年）（征求意见稿）"),
        (
            "示例市教育局关于公开征求《示例市",
            "中小学教师培训发展规划（2023—2027年）",
            "（征求意见稿）》意见的公告",
        ),
        ("示例市人民政府办公室关于印发示例市", "义务教育优质均衡发展行动计划的通知"),
        ("关于进一步加强全市", "中小学校安全管理工作的通知"),
        ("关于组织实施2021年义务教育师资薄弱环节", "改善暨中小学教师素质提升工程的通知"),
        (
            "示例市教育局关于公布",
            "2024年市级名师名校长工作室",
            "和骨干教师培训基地名单的通知",
        ),
        (
            "柳州市人民政府办公室关于印发柳州市",
            "国民经济和社会发展第十四个五年规划",
            "和二〇三五年远景目标纲要的通知",
        ),
        ("阿克苏地区教育局关于", "阿卜杜拉·买买提江等同志任职的通知"),
        (
            "示例自治区人民政府办公厅关于转发",
            "自治区发展改革委等部门示例自治区",
            "“十四五”现代综合交通运输",
            "体系发展规划实施方案的通知",
        ),
    ],
)
def test_titles_break_where_their_sense_does(lines: tuple[str, ...]) -> None:
    assert title_lines("".join(lines), 19) == lines


@given(st.text("示例市教育局关于印发的《规划》（2023—2027年）“一体”、和", max_size=80))
def test_lines_join_to_the_title_and_fit(title: str) -> None:
    lines = title_lines(title, 19)
    assert "".join(lines) == title
    assert all(width_in_characters(line) <= 19 for line in lines)
    assert all(lines) or title == ""


@pytest.mark.parametrize(
    "title",
    [
        "关于进一步加强全市农村中小学骨干教师和校长队伍建设若干重点工作经费保障的通知",
        "示例市卫生健康委员会关于印发《示例市“十四五”家庭医生签约服务和基层医疗机构能力提升方案》的通知",
        "吉林省教育厅关于做好2019年度长白山管委会教育局及梅河口市公主岭市教育局工作考核的通知",
    ],
)
def test_no_line_ends_with_a_word_that_joins(title: str) -> None:
    lines = title_lines(title, 19)
    assert len(lines) > 1
    assert not [line for line in lines if line[-1] in "和与及暨或"]


@given(st.text("示例市教育局关于印发的规划方案通知", min_size=20, max_size=57))
def test_no_more_lines_than_needed_and_one(title: str) -> None:
    assert len(title_lines(title, 19)) <= -(-len(title) // 19) + 1

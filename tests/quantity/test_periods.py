"""Periods: every row of the plan format's table, and periods in prose."""

from __future__ import annotations

from datetime import date

import pytest

from generator.quantity import Period, PeriodKind, find_periods, parse_period

BY, IN, ON, SPAN = PeriodKind.BY, PeriodKind.IN, PeriodKind.ON, PeriodKind.SPAN
EACH, EACH_BY, FROM = PeriodKind.EACH, PeriodKind.EACH_BY, PeriodKind.FROM
WITHIN, NTH, NAMED = PeriodKind.WITHIN, PeriodKind.NTH, PeriodKind.NAMED
YEAR_2027 = (date(2027, 1, 1), date(2027, 12, 31))


def parse(text: str) -> Period:
    """Return the period that must be there."""
    period = parse_period(text)
    assert period is not None
    assert period.text == text
    return period


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("到2027年", BY, None, date(2027, 12, 31)),
        ("至2027年", BY, None, date(2027, 12, 31)),
        ("截至2027年", BY, None, date(2027, 12, 31)),
        ("2027年底前", BY, None, date(2027, 12, 31)),
        ("2027年底", BY, None, date(2027, 12, 31)),
        ("2027年年底前", BY, None, date(2027, 12, 31)),
        ("到2025年底", BY, None, date(2025, 12, 31)),
        ("到2025年末", BY, None, date(2025, 12, 31)),
        ("2027年前", BY, None, date(2027, 12, 31)),
        ("2027年以前", BY, None, date(2027, 12, 31)),
        ("2027年", IN, *YEAR_2027),
        ("2027 年", IN, *YEAR_2027),
        ("２０２７年", IN, *YEAR_2027),
        ("2027年度", IN, *YEAR_2027),
        ("二〇二七年", IN, *YEAR_2027),
        ("二○二七年", IN, *YEAR_2027),
        ("2027年6月", IN, date(2027, 6, 1), date(2027, 6, 30)),
        ("2022—2023学年", PeriodKind.SCHOOL_YEAR, date(2022, 9, 1), date(2023, 8, 31)),
        ("到2027年6月", BY, None, date(2027, 6, 30)),
        ("2027年6月底前", BY, None, date(2027, 6, 30)),
        ("2027年6月30日前", BY, None, date(2027, 6, 30)),
        ("2028年2月底前", BY, None, date(2028, 2, 29)),
        ("2027年12月底前", BY, None, date(2027, 12, 31)),
        ("2027年上半年", BY, None, date(2027, 6, 30)),
        ("2027年第三季度", BY, None, date(2027, 9, 30)),
        ("2027年7月16日", ON, date(2027, 7, 16), date(2027, 7, 16)),
        ("2027-07-16", ON, date(2027, 7, 16), date(2027, 7, 16)),
        ("2023—2027年", SPAN, date(2023, 1, 1), date(2027, 12, 31)),
        ("2023-2027年", SPAN, date(2023, 1, 1), date(2027, 12, 31)),
        ("2023年—2027年", SPAN, date(2023, 1, 1), date(2027, 12, 31)),
        ("2024至2026年", SPAN, date(2024, 1, 1), date(2026, 12, 31)),
        ("2024年1—6月", SPAN, date(2024, 1, 1), date(2024, 6, 30)),
        ("2024年9月至2025年7月", SPAN, date(2024, 9, 1), date(2025, 7, 31)),
        ("2024年起", FROM, date(2024, 1, 1), None),
        ("从2024年开始", FROM, date(2024, 1, 1), None),
        ("自2024年9月1日起", FROM, date(2024, 9, 1), None),
        ("“十四五”期间", NAMED, date(2021, 1, 1), date(2025, 12, 31)),
        ("十四五时期", NAMED, date(2021, 1, 1), date(2025, 12, 31)),
        ("“十五五”期间", NAMED, date(2026, 1, 1), date(2030, 12, 31)),
        ("“十五”期间", NAMED, date(2001, 1, 1), date(2005, 12, 31)),
        ("“一五”期间", NAMED, date(1953, 1, 1), date(1957, 12, 31)),
        ("“三五”期间", NAMED, date(1966, 1, 1), date(1970, 12, 31)),
        ("“十四五”末", BY, None, date(2025, 12, 31)),
        ("“十四五”以来", FROM, date(2021, 1, 1), None),
        ("现状", PeriodKind.NOW, None, None),
        ("目前", PeriodKind.NOW, None, None),
    ],
)
def test_kind_and_days(text: str, kind: PeriodKind, start: date | None, end: date | None) -> None:
    period = parse(text)
    assert (period.kind, period.start, period.end) == (kind, start, end)


@pytest.mark.parametrize(
    ("text", "recurring"),
    [
        ("每年", (1, "年")),
        ("每学年", (1, "学年")),
        ("每季度", (1, "季度")),
        ("每5年", (5, "年")),
        ("每两年", (2, "年")),
        ("五年一周期", (5, "年")),
        ("以五年为周期", (5, "年")),
    ],
)
def test_each(text: str, recurring: tuple[int, str]) -> None:
    assert parse(text) == Period(EACH, recurring=recurring)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每年3月底前", Period(EACH_BY, recurring=(1, "年"), month_day=(3, 31))),
        ("每年年底前", Period(EACH_BY, recurring=(1, "年"), month_day=(12, 31))),
        ("每年6月15日前", Period(EACH_BY, recurring=(1, "年"), month_day=(6, 15))),
        (
            "2024年起每年3月底前",
            Period(EACH_BY, start=date(2024, 1, 1), recurring=(1, "年"), month_day=(3, 31)),
        ),
        ("每季度末", Period(EACH_BY, recurring=(1, "季度"))),
        ("2024年起每年", Period(FROM, start=date(2024, 1, 1), recurring=(1, "年"))),
        ("3年内", Period(WITHIN, length=(3, "年"))),
        ("三年内", Period(WITHIN, length=(3, "年"))),
        ("在三年时间内", Period(WITHIN, length=(3, "年"))),
        ("6个月内", Period(WITHIN, length=(6, "个月"))),
        ("规划期内", Period(WITHIN, event="规划期")),
        ("规划期末", Period(BY, event="规划期")),
        ("第一年", Period(NTH, ordinal=(1, "年"))),
        ("第二学期", Period(NTH, ordinal=(2, "学期"))),
        ("8月10日前", Period(BY, month_day=(8, 10))),
        ("培训期间", Period(PeriodKind.EVENT, event="培训", relation="during")),
        (
            "开班前10天",
            Period(PeriodKind.EVENT, event="开班", relation="before", length=(10, "天")),
        ),
        (
            "培训结束后30天内",
            Period(PeriodKind.EVENT, event="培训结束", relation="after", length=(30, "天")),
        ),
        ("持续推进", Period(PeriodKind.EVENT, event="持续推进", relation="always")),
        ("长期", Period(PeriodKind.EVENT, event="长期", relation="always")),
        ("项目立项后", Period(PeriodKind.EVENT, event="项目立项", relation="after")),
    ],
)
def test_period_without_days_of_its_own(text: str, expected: Period) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2027",
        "10000年",
        "2027年13月",
        "2027年6月31日",
        "2027-02-29",
        "2027—2023年",
        "2022—2024学年",
        "2024年6—1月",
        "尽快",
        "3800名",
        "每",
        "年" * 100,
    ],
)
def test_not_a_period(text: str) -> None:
    assert parse_period(text) is None


def test_by_and_in_differ_and_never_match() -> None:
    assert not parse("到2025年").matches(parse("2025年"))
    assert not parse("2025—2025年").matches(parse("2025年"))
    assert parse("到2025年") != parse("2025年")
    assert parse("到2025年").matches(parse("2025年底前"))
    assert parse("到2025年") == parse("2025年12月31日前") == parse("“十四五”末")


def test_a_named_plan_is_the_same_as_its_years() -> None:
    assert parse("“十四五”期间").matches(parse("2021—2025年"))
    assert not parse("“十四五”期间").matches(parse("2023—2027年"))


def test_events_are_compared_with_the_same_event_only() -> None:
    assert parse("培训结束后30天内").matches(parse("培训结束后30天"))
    assert not parse("培训结束后30天内").matches(parse("项目结束后30天内"))


def test_brackets_at_the_end_are_a_note() -> None:
    period = parse_period("到2027年（预期）")
    assert period == parse("到2027年")
    assert period.note == "预期"


def test_spelling_is_remarked() -> None:
    assert parse("二○二七年").remarks == ("circle_zero",)
    assert parse("二〇二七年").remarks == ()
    assert parse("2023-2027年").remarks == ("hyphen",)
    assert parse("2027-07-16").remarks == ()


def test_periods_are_sorted_by_their_last_day() -> None:
    texts = ["每年", "到2027年", "2025年", "到2025年", "2023—2027年", "2024年上半年"]
    ordered = sorted(map(parse, texts), key=lambda period: period.sort_key)
    assert [period.text for period in ordered] == [
        "2024年上半年",
        "到2025年",
        "2025年",
        "到2027年",
        "2023—2027年",
        "每年",
    ]


def test_years_and_containment() -> None:
    span, deadline, since = parse("2023—2025年"), parse("到2027年"), parse("2024年起")
    assert span.years == (2023, 2024, 2025)
    assert span.contains(2024)
    assert not span.contains(2026)
    assert deadline.years == (2027,)
    assert deadline.contains(2020)
    assert not deadline.contains(2028)
    assert since.years == (2024,)
    assert since.contains(2030)
    assert not since.contains(2023)
    assert parse("每年").years == ()
    assert not parse("每年").contains(2024)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年，建成60个；至2027年，100个", ("到2025年", "至2027年")),
        ("2027年底前完成，每年考核一次", ("2027年底前", "每年")),
        ("规划（2023—2027年）", ("2023—2027年",)),
        ("“十四五”五年一周期的培训", ("“十四五”", "五年一周期")),
        ("于2021年7月30日前上传", ("2021年7月30日前",)),
        ("上传至2021年的平台", ("2021年",)),
        ("每学年不低于10学时，第一年集中", ("每学年", "第一年")),
        ("在三年时间内评估，三年内不得参加", ("在三年时间内", "三年内")),
        ("2024年起每年3月底前报送", ("2024年起每年3月底前",)),
        ("为期3年，三年递进式，35周岁以下，100名", ()),
        ("教师每年培训，每名教师", ("每年",)),
        ("2022年9月至2023年7月", ("2022年9月至2023年7月",)),
        ("2027年前三季度", ("2027年",)),
        ("12025年", ()),
    ],
)
def test_periods_in_prose(text: str, expected: tuple[str, ...]) -> None:
    mentions = find_periods(text)
    assert tuple(mention.period.text for mention in mentions) == expected
    assert all(text[m.start : m.end] == m.period.text for m in mentions)

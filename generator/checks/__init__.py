"""The rules: one rule, one file, and its page beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.checks import (
    a101_sum_of_parts,
    a102_declared_relation,
    a103_unit_mismatch,
    a104_table_totals,
    a105_table_formula,
    a106_criteria_marks,
    a107_two_figures_of_one_identity,
    a108_subset_above_whole,
    a109_table_against_figure,
    a110_computed_indicator,
    a111_two_values_of_one_unknown,
    a112_years_of_period,
    a113_growth_rate,
    a114_weaker_than_upper,
    a115_children_against_upper,
    a116_count_of_group,
    a117_share_without_base,
    a118_sum_in_sentence,
    c101_counted_claim,
    c102_text_against_indicator,
    c103_items_differ,
    c104_vague_amount,
    c105_names_against_list,
    c106_row_title_differs,
    c107_order_differs,
    c108_sibling_structure,
    c109_ordinals_in_text,
    c110_titles_in_text,
    c120_prose_against_indicator,
    c121_claim_in_prose,
    c122_unaccounted_figures,
    c123_repeated_phrase,
    c130_list_against_list,
    d101_missing_element,
    d102_attachment_not_present,
    d103_page_title_differs,
    d104_document_number_form,
    d105_date_form,
    d106_publisher_differs,
    d107_title_form,
    d108_secrecy_form,
    d109_urgency_word,
    d110_element_out_of_place,
    d111_annotation_form,
    d112_organ_list_punctuation,
    d113_attachment_not_listed,
    r106_project_without_task,
    r107_goal_without_lead,
    r108_lead_also_supports,
    r109_unused_waiver,
    r110_task_without_support,
    r111_group_for_organ,
    r112_unit_repeated,
    r116_target_without_task,
    r117_figure_only_in_table,
    r118_indicator_not_stated,
    r119_unit_without_duty,
    r120_unknown_upper_plan,
    r121_role_in_prose,
    t101_falling_milestones,
    t102_year_outside_period,
    t103_dates_out_of_order,
    t104_circle_of_prerequisites,
    t105_due_before_prerequisite,
    t106_due_after_whole,
    t107_deadlines_out_of_order,
    t108_round_too_long,
    t109_period_in_title,
    t120_prose_year,
    t130_due_against_text,
    w102_contradictory_bounds,
    w103_other_term,
    w104_mixed_terms,
    w105_level_word_differs,
    w106_mixed_measure_words,
    w111_letter_in_number,
    w112_lost_dash,
    w113_half_width_mark,
    w114_repeated_mark,
    w115_doubled_word,
    w116_unpaired_mark,
    w117_space_in_word,
    w118_stray_number,
    w119_yearly_or_total,
    w120_typed_number,
    w121_markup_in_text,
    w122_full_width_digit,
)
from generator.checks.column_readings import column_readings
from generator.checks.firmness import Firmness, weighed_across
from generator.checks.upper_plans import UpperPlans
from generator.decode import SHAPE_RULES
from generator.diagnostics import Diagnostic, Reconciliation, Report, Waived, in_order
from generator.resolve import REFERENCE_RULES
from generator.yaml_nodes import YAML_RULES

if TYPE_CHECKING:
    from datetime import date

    from generator.checks.frame import Findings
    from generator.resolve import Corpus, ResolvedPlan

CHECKS: Final = (
    a101_sum_of_parts.CHECK,
    a102_declared_relation.CHECK,
    a103_unit_mismatch.CHECK,
    a104_table_totals.CHECK,
    a105_table_formula.CHECK,
    a106_criteria_marks.CHECK,
    a107_two_figures_of_one_identity.CHECK,
    a108_subset_above_whole.CHECK,
    a109_table_against_figure.CHECK,
    a110_computed_indicator.CHECK,
    a111_two_values_of_one_unknown.CHECK,
    a112_years_of_period.CHECK,
    a113_growth_rate.CHECK,
    a116_count_of_group.CHECK,
    a117_share_without_base.CHECK,
    a118_sum_in_sentence.CHECK,
    c101_counted_claim.CHECK,
    c102_text_against_indicator.CHECK,
    c103_items_differ.CHECK,
    c104_vague_amount.CHECK,
    c105_names_against_list.CHECK,
    c106_row_title_differs.CHECK,
    c107_order_differs.CHECK,
    c108_sibling_structure.CHECK,
    c109_ordinals_in_text.CHECK,
    c110_titles_in_text.CHECK,
    c120_prose_against_indicator.CHECK,
    c121_claim_in_prose.CHECK,
    c122_unaccounted_figures.CHECK,
    c123_repeated_phrase.CHECK,
    c130_list_against_list.CHECK,
    d101_missing_element.CHECK,
    d102_attachment_not_present.CHECK,
    d103_page_title_differs.CHECK,
    d104_document_number_form.CHECK,
    d105_date_form.CHECK,
    d106_publisher_differs.CHECK,
    d107_title_form.CHECK,
    d108_secrecy_form.CHECK,
    d109_urgency_word.CHECK,
    d110_element_out_of_place.CHECK,
    d111_annotation_form.CHECK,
    d112_organ_list_punctuation.CHECK,
    d113_attachment_not_listed.CHECK,
    r106_project_without_task.CHECK,
    r107_goal_without_lead.CHECK,
    r108_lead_also_supports.CHECK,
    r110_task_without_support.CHECK,
    r111_group_for_organ.CHECK,
    r112_unit_repeated.CHECK,
    r116_target_without_task.CHECK,
    r117_figure_only_in_table.CHECK,
    r118_indicator_not_stated.CHECK,
    r119_unit_without_duty.CHECK,
    r121_role_in_prose.CHECK,
    t101_falling_milestones.CHECK,
    t102_year_outside_period.CHECK,
    t103_dates_out_of_order.CHECK,
    t104_circle_of_prerequisites.CHECK,
    t105_due_before_prerequisite.CHECK,
    t106_due_after_whole.CHECK,
    t107_deadlines_out_of_order.CHECK,
    t108_round_too_long.CHECK,
    t109_period_in_title.CHECK,
    t120_prose_year.CHECK,
    t130_due_against_text.CHECK,
    w102_contradictory_bounds.CHECK,
    w103_other_term.CHECK,
    w104_mixed_terms.CHECK,
    w105_level_word_differs.CHECK,
    w106_mixed_measure_words.CHECK,
    w111_letter_in_number.CHECK,
    w112_lost_dash.CHECK,
    w113_half_width_mark.CHECK,
    w114_repeated_mark.CHECK,
    w115_doubled_word.CHECK,
    w116_unpaired_mark.CHECK,
    w117_space_in_word.CHECK,
    w118_stray_number.CHECK,
    w119_yearly_or_total.CHECK,
    w120_typed_number.CHECK,
    w121_markup_in_text.CHECK,
    w122_full_width_digit.CHECK,
)

CORPUS_CHECKS: Final = (
    a114_weaker_than_upper.CHECK,
    a115_children_against_upper.CHECK,
    r120_unknown_upper_plan.CHECK,
)

ALL_RULES: Final = tuple(
    sorted(
        (
            *YAML_RULES,
            *SHAPE_RULES,
            *REFERENCE_RULES,
            *(check.rule for check in (*CHECKS, *CORPUS_CHECKS)),
            r109_unused_waiver.RULE,
        ),
        key=lambda rule: rule.code,
    )
)

# what the letter of a code stands for
AREAS: Final = (
    ("Y", "YAML文本"),
    ("S", "内容的形状"),
    ("R", "名称和指代"),
    ("A", "数字之间"),
    ("T", "时间"),
    ("C", "报数和正文"),
    ("D", "公文格式"),
    ("W", "用语"),
)


def check_corpus(
    corpus: Corpus, found: tuple[Diagnostic, ...] = (), day: date | None = None
) -> Report:
    """Run every check on every plan and apply the waivers.

    Args:
        corpus: the plans.
        found: what reading, decoding and resolving found, so that it may be waived too.
        day: the day for which the terms of waivers are judged; None for that of the plan.
    """
    reconciliations: list[Reconciliation] = []
    waived: list[Waived] = []
    by_source: dict[str, list[Diagnostic]] = {}
    for finding in (*found, *_across(corpus)):
        if isinstance(finding, Diagnostic):
            by_source.setdefault(finding.primary.place.source, []).append(finding)
        else:
            reconciliations.append(finding)
    diagnostics: list[Diagnostic] = []
    for resolved in corpus.plans:
        own = [item for source in resolved.roots for item in by_source.pop(source, ())]
        for finding in _findings(resolved):
            if isinstance(finding, Diagnostic):
                own.append(finding)
            else:
                reconciliations.append(finding)
        standing, kept = r109_unused_waiver.apply_waivers(resolved, in_order(tuple(own)), day)
        diagnostics += standing
        waived += kept
    # what is left stands in no plan: in a registry, a table file, a plan that cannot be read
    diagnostics += (item for items in by_source.values() for item in items)
    return Report(
        in_order(tuple(diagnostics)),
        tuple(reconciliations),
        tuple(waived),
        tuple(column_readings(corpus)),
    )


def _across(corpus: Corpus) -> Findings:
    """Run every check that compares plans; each stands in one of them."""
    uppers = UpperPlans(corpus)
    for check in CORPUS_CHECKS:
        found = check.find(uppers)
        yield from weighed_across(corpus, found) if check.by_firmness else found


def _findings(resolved: ResolvedPlan) -> Findings:
    """Run every check on a plan and on the documents in it."""
    firmness = Firmness(resolved)
    for document in resolved.documents:
        for check in CHECKS:
            found = check.find(document)
            yield from firmness.weighed(found) if check.by_firmness else found

//! The table of rules.

use super::log::Log;
use super::*;

/// A rule: what `gongkai explain RULE` prints, and what it checks.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its name, such as `share-mismatch`.
    pub name: &'static str,
    /// How much its findings weigh.
    pub severity: Severity,
    /// Its page: What holds, Why it matters, Example, When it does not apply.
    pub page: &'static str,
    /// Checks a report.
    pub run: fn(&mut Log<'_>),
}

impl Rule {
    /// What holds, in a few words: the title of its page.
    pub fn title(&self) -> &'static str {
        let title = self.page.lines().next().unwrap_or_default();
        title.split_once(": ").map_or(title, |(_, title)| title)
    }
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// Every rule. Where one wrong number breaks the formulas of several rules, the first of them is reported.
pub const RULES: &[&Rule] = &[
    &unit_mismatch::RULE,
    &contradictory_values::RULE,
    &direction_mismatch::RULE,
    &unbalanced_totals::RULE,
    &sum_mismatch::RULE,
    &adjustment_mismatch::RULE,
    &change_mismatch::RULE,
    &zero_denominator::RULE,
    &execution_rate_mismatch::RULE,
    &completion_rate_mismatch::RULE,
    &share_mismatch::RULE,
    &share_sum::RULE,
    &change_rate_mismatch::RULE,
    &score_exceeds_weight::RULE,
    &score_sum_mismatch::RULE,
    &weight_sum_mismatch::RULE,
    &unexplained_low_execution::RULE,
    &execution_score_mismatch::RULE,
    &missing_actual_value::RULE,
    &unfilled_placeholder::RULE,
    &missing_section::RULE,
    &missing_table::RULE,
    &code_name_mismatch::RULE,
    &year_mismatch::RULE,
    &missing_unit::RULE,
    &missing_reason::RULE,
];

/// The rule with a name.
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}

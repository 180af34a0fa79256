//! Findings: what the report itself contradicts.
//!
//! Every number of the report is entered once in a [ledger]; the [rules] put numbers into [formulas](formula), which
//! the [log] keeps with those that hold; [fold] brings together the formulas that one wrong number breaks; what is
//! left is written down as findings. A rule is one file and one line in the table of [rules], its page beside it.

pub mod apart;
mod balance;
pub mod fold;
pub mod formula;
pub mod interval;
pub mod ledger;
pub mod log;
pub mod prose;
pub mod rules;
pub mod words;

mod account;
mod adjustment_mismatch;
mod change_mismatch;
mod change_rate_mismatch;
mod code_name_mismatch;
mod completion_rate_mismatch;
mod contradictory_values;
mod direction_mismatch;
mod evaluation_sums;
mod execution_rate_mismatch;
mod execution_score_mismatch;
mod missing_actual_value;
mod missing_reason;
mod missing_section;
mod missing_table;
mod missing_unit;
mod score_exceeds_weight;
mod score_sum_mismatch;
mod sentence;
mod share_mismatch;
mod share_sum;
mod sum_mismatch;
mod unbalanced_totals;
mod unexplained_low_execution;
mod unfilled_placeholder;
mod unit_mismatch;
mod weight_sum_mismatch;
mod year_mismatch;
mod zero_denominator;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;
use smol_str::SmolStr;

use crate::document::{Document, Folded, Quote};
use crate::evaluation::Evaluation;
use crate::fact::Fact;
use crate::grammar::Grammar;
use crate::identity::Identity;
use crate::outline::Section;
use crate::report::Table;
use fold::Defect;
use ledger::{Id, Ledger};
use log::{Draft, Log};
use rules::{RULES, Rule};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing, no defect in itself.
    Note,
    /// A gap.
    Warning,
    /// A contradiction.
    Error,
}

/// A phrase that a finding compares, and the part that it plays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Operand {
    /// `stated`, `part`, `whole`, `base`, `change` …
    pub role: String,
    /// Where it stands.
    #[serde(flatten)]
    pub quote: Quote,
}

/// A contradiction or a gap that the report itself shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Finding {
    /// The rule, such as `share-mismatch`.
    pub rule: String,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: String,
    /// The same in English, for those who ask for it.
    #[serde(skip)]
    #[schemars(skip)]
    pub english: String,
    /// The ids of the facts compared.
    pub facts: Vec<SmolStr>,
    /// What the other numbers give.
    #[serde(serialize_with = "crate::fact::exact")]
    #[schemars(with = "Option<f64>")]
    pub expected: Option<Decimal>,
    /// What the report states.
    #[serde(serialize_with = "crate::fact::exact")]
    #[schemars(with = "Option<f64>")]
    pub stated: Option<Decimal>,
    /// The computation, in printed numbers.
    pub formula: Option<String>,
    /// The phrases compared, the stated one first.
    pub spans: Vec<Operand>,
}

impl Finding {
    /// Whether it is about the report as a whole: what is missing stands nowhere.
    pub fn is_placeless(&self) -> bool {
        let first = self.spans.first().map(|operand| operand.quote.bytes);
        first.is_none_or(|bytes| bytes.start == 0 && bytes.end == 0)
    }
}

/// What is checked: everything that the earlier stages read.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The document.
    pub document: &'a Document,
    /// The folded words of its blocks.
    pub words: &'a [Folded],
    /// Its sections.
    pub sections: &'a [Section],
    /// What it is.
    pub identity: &'a Identity,
    /// What it states.
    pub facts: &'a [Fact],
    /// Its tables.
    pub tables: &'a [Table],
    /// Its self-assessments.
    pub evaluations: &'a [Evaluation],
    /// The grammar.
    pub grammar: &'a Grammar,
}

/// How often a rule was applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// How often it held.
    pub held: usize,
    /// How often it failed, before consequences were folded.
    pub failed: usize,
    /// How often an operand was missing.
    pub unchecked: usize,
}

/// What the checks found, and how much they looked at.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// The findings, in the order in which their first phrase stands in the report.
    pub findings: Vec<Finding>,
    /// Every rule with its counts, in the order of the table.
    pub stats: Vec<(&'static str, Tally)>,
}

/// Checks a report.
pub fn run(context: &Context<'_>) -> Checked {
    let ledger = Ledger::new(context);
    let mut log = Log::new(&ledger, RULES[0]);
    let except: &[String] = match context.identity.kind.is_government() {
        true => &context.grammar.checks.government.except,
        false => &[],
    };
    for rule in RULES
        .iter()
        .filter(|rule| !except.iter().any(|name| name == rule.name))
    {
        log.turn_to(rule);
        (rule.run)(&mut log);
    }
    let rank = |rule: &Rule| RULES.iter().position(|r| r.name == rule.name);
    let defects = fold::fold(&ledger, &log.failed, &log.held, |check| {
        rank(check.rule).unwrap_or(RULES.len())
    });
    let mut findings: Vec<Finding> = defects
        .iter()
        .map(|defect| of_defect(defect, &ledger))
        .chain(log.drafts.iter().map(|draft| of_draft(draft, &ledger)))
        .collect();
    findings.sort_by_key(|f| (f.spans.first().map(|s| s.quote.bytes), f.rule.clone()));
    findings.dedup_by(is_same_number);
    Checked {
        findings,
        stats: log.tallies,
    }
}

/// Whether two findings are of one rule about one printed number: 收、支总计各增加… is one defect of two facts.
fn is_same_number(later: &mut Finding, first: &mut Finding) -> bool {
    let place = |f: &Finding| f.spans.first().map(|s| s.quote.bytes);
    let same = later.rule == first.rule
        && !later.facts.is_empty()
        && later.stated.is_some()
        && place(later) == place(first);
    if same {
        later.facts.retain(|id| !first.facts.contains(id));
        first.facts.append(&mut later.facts);
    }
    same
}

/// The finding of formulas that one defect breaks.
fn of_defect(defect: &Defect<'_, '_>, ledger: &Ledger<'_>) -> Finding {
    let check = defect.check;
    let said = words::say(check, ledger);
    let quote = |slot: usize| {
        check.slots[slot]
            .quote
            .unwrap_or(ledger.numbers[check.ids[slot]].quote)
    };
    let mut spans: Vec<Operand> = check
        .slots
        .iter()
        .enumerate()
        .map(|(slot, operand)| Operand {
            role: operand.role.to_owned(),
            quote: quote(slot).clone(),
        })
        .collect();
    // Where another number than the first is the wrong one, the finding says so, but the formula stays as it is.
    if let Some(suspect) = defect.suspect.filter(|&slot| slot > 0) {
        spans.push(Operand {
            role: "suspect".to_owned(),
            quote: quote(suspect).clone(),
        });
    }
    spans.extend(defect.consequences.iter().filter_map(|check| {
        let id = *check.ids.first()?;
        Some(Operand {
            role: "consequence".to_owned(),
            quote: ledger.numbers[id].quote.clone(),
        })
    }));
    let (mut zh, mut en) = (said.zh, said.en);
    let more = defect.consequences.len();
    if more > 0 {
        zh.push_str(&format!("（同一处差错还使另外{more}项核对不符）"));
        en.push_str(&format!(" (the same mistake breaks {more} more)"));
    }
    Finding {
        rule: check.rule.name.to_owned(),
        severity: check.rule.severity,
        message: zh,
        english: en,
        facts: facts(&check.ids, ledger),
        expected: said.expected,
        stated: check.ids.first().map(|&id| ledger.numbers[id].value),
        formula: said.formula,
        spans,
    }
}

/// The finding of a draft.
fn of_draft(draft: &Draft, ledger: &Ledger<'_>) -> Finding {
    Finding {
        rule: draft.rule.name.to_owned(),
        severity: draft.severity,
        message: draft.zh.clone(),
        english: draft.en.clone(),
        facts: facts(&draft.numbers, ledger),
        expected: draft.expected,
        stated: draft.stated,
        formula: draft.formula.clone(),
        spans: draft
            .quotes
            .iter()
            .map(|(role, quote)| Operand {
                role: (*role).to_owned(),
                quote: quote.clone(),
            })
            .collect(),
    }
}

/// The ids of the facts whose values some numbers are, each once.
fn facts(numbers: &[Id], ledger: &Ledger<'_>) -> Vec<SmolStr> {
    let mut ids: Vec<SmolStr> = Vec::new();
    for fact in numbers.iter().filter_map(|&id| ledger.numbers[id].fact) {
        if !ids.contains(&fact.id) {
            ids.push(fact.id.clone());
        }
    }
    ids
}

#[cfg(test)]
mod tests;

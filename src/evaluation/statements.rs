//! The facts that a record states: the money of its 总额 row, its execution rate, its score.

use rust_decimal::Decimal;
use smol_str::SmolStr;

use crate::document::Quote;
use crate::fact::{Dimensions, Metric, Phase, Statement, project};
use crate::grammar::forms::BudgetColumn;

use super::record::Draft;
use super::{Evaluation, EvaluationKind, Scalar};

/// The facts of a record. The money of a department is no money of a project.
pub(super) fn of(draft: &Draft) -> Vec<Statement> {
    let evaluation = &draft.evaluation;
    let mut statements = Vec::new();
    let name = evaluation.project_name.as_deref().map(project::tidy);
    if let (EvaluationKind::ProjectSelfAssessment, Some(name)) = (evaluation.kind, name) {
        let dimensions = Dimensions::from([("project", name)]);
        money(evaluation, &dimensions, &mut statements);
        score(draft, PROJECT_SCORE, &dimensions, &mut statements);
    } else if evaluation.kind == EvaluationKind::DepartmentSelfAssessment {
        score(
            draft,
            "performance.department_score",
            &Dimensions::new(),
            &mut statements,
        );
    }
    statements
}

/// The score of a project.
pub(super) const PROJECT_SCORE: &str = "performance.project_score";

/// The money of a project.
const FUNDS: &str = "project.funds";

/// How much money a unit is, as a power of ten of yuan.
pub(super) fn power(unit: &str) -> Option<u32> {
    match unit {
        "亿元" => Some(8),
        "万元" => Some(4),
        "元" => Some(0),
        _ => None,
    }
}

fn money(e: &Evaluation, dimensions: &Dimensions, statements: &mut Vec<Statement>) {
    let Some((index, row)) = e
        .budget
        .iter()
        .enumerate()
        .find(|(_, row)| row.source == "total")
    else {
        return;
    };
    let quote = |field: &str| e.spans.get(&format!("/budget/{index}/{field}"));
    let whole = Stated {
        label: quote("source").map_or("", |quote| quote.exact.as_str()),
        ..Stated::in_record(e, dimensions)
    };
    let power = e.unit.as_deref().and_then(power);
    for (column, value) in [
        (BudgetColumn::Approved, &row.approved),
        (BudgetColumn::Adjusted, &row.adjusted),
        (BudgetColumn::Received, &row.received),
        (BudgetColumn::Executed, &row.executed),
    ] {
        if let (Some(power), Some(Scalar::Number(value)), Some(quote)) =
            (power, value, quote(column.name()))
        {
            statements.extend(whole.amount(column, *value, power, quote));
        }
    }
    if let (Some(Scalar::Number(rate)), Some(quote)) = (&row.rate, quote("rate")) {
        let adjusted = matches!(row.adjusted, Some(Scalar::Number(_)));
        let base = match adjusted {
            true => Phase::Adjusted,
            false => Phase::Approved,
        };
        statements.push(whole.rate(*rate, base, quote));
    }
}

fn score(draft: &Draft, concept: &str, dimensions: &Dimensions, statements: &mut Vec<Statement>) {
    let e = &draft.evaluation;
    if let (Some(Scalar::Number(score)), Some(quote)) =
        (&e.total_score, e.spans.get("/total_score"))
    {
        let total = Stated {
            label: &draft.total_label,
            ..Stated::in_record(e, dimensions)
        };
        statements.push(total.score(concept, *score, quote));
    }
}

/// What the cells of a form or a list state: where, of when and of what.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stated<'s> {
    /// What the row or the column is called.
    pub label: &'s str,
    /// The year.
    pub year: Option<i32>,
    /// The table.
    pub table: Option<&'s SmolStr>,
    /// What it is about.
    pub dimensions: &'s Dimensions,
}

impl<'s> Stated<'s> {
    fn in_record(e: &'s Evaluation, dimensions: &'s Dimensions) -> Self {
        Self {
            label: "",
            year: e.year,
            table: e.table.as_ref(),
            dimensions,
        }
    }

    /// An amount under a column of the money, in a unit that is this power of ten of yuan.
    pub fn amount(
        self,
        column: BudgetColumn,
        value: Decimal,
        power: u32,
        quote: &Quote,
    ) -> Option<Statement> {
        let (concept, phase) = match column {
            BudgetColumn::Approved => (FUNDS, Phase::Approved),
            BudgetColumn::Adjusted => (FUNDS, Phase::Adjusted),
            BudgetColumn::Received => ("project.received", Phase::Executed),
            BudgetColumn::Executed => (FUNDS, Phase::Executed),
            _ => return None,
        };
        let yuan = value.checked_mul(Decimal::from(10_i64.pow(power)))?;
        let place = value.scale() as i32 - power as i32;
        let said = self.said(
            concept,
            Metric::Amount,
            yuan.normalize(),
            place,
            "CNY",
            quote,
        );
        Some(Statement { phase, ..said })
    }

    /// How much of a budget was executed.
    pub fn rate(self, value: Decimal, base: Phase, quote: &Quote) -> Statement {
        let place = value.scale() as i32;
        let said = self.said(FUNDS, Metric::CompletionRate, value, place, "%", quote);
        Statement {
            base: Some(base),
            ..said
        }
    }

    /// A score.
    pub fn score(self, concept: &str, value: Decimal, quote: &Quote) -> Statement {
        let place = value.scale() as i32;
        self.said(concept, Metric::Score, value, place, "points", quote)
    }

    fn said(
        self,
        concept: &str,
        metric: Metric,
        value: Decimal,
        place: i32,
        unit: &str,
        quote: &Quote,
    ) -> Statement {
        Statement {
            concept: concept.into(),
            label: self.label.into(),
            metric,
            phase: Phase::Executed,
            year: self.year,
            dimensions: self.dimensions.clone(),
            value: Some(value),
            unit: unit.into(),
            decimals: Some(place),
            place: Some(place),
            approximate: false,
            whole: None,
            base: None,
            section: None,
            table: self.table.cloned(),
            list: None,
            quote: quote.clone(),
        }
    }
}

//! The facts that a record states: the money of its 总额 row, its execution rate, its score.

use rust_decimal::Decimal;
use smol_str::SmolStr;

use crate::document::Quote;
use crate::fact::{Dimensions, Metric, Phase, Statement, project};

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
        score(
            draft,
            "performance.project_score",
            dimensions,
            &mut statements,
        );
    } else if evaluation.kind == EvaluationKind::DepartmentSelfAssessment {
        score(
            draft,
            "performance.department_score",
            Dimensions::new(),
            &mut statements,
        );
    }
    statements
}

/// The money of a project.
const FUNDS: &str = "project.funds";

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
    let label = quote("source").map_or("", |quote| quote.exact.as_str());
    let power = match e.unit.as_deref() {
        Some("万元") => Some(4),
        Some("元") => Some(0),
        _ => None,
    };
    for (field, concept, phase, value) in [
        ("approved", FUNDS, Phase::Approved, &row.approved),
        ("adjusted", FUNDS, Phase::Adjusted, &row.adjusted),
        (
            "received",
            "project.received",
            Phase::Executed,
            &row.received,
        ),
        ("executed", FUNDS, Phase::Executed, &row.executed),
    ] {
        if let (Some(power), Some(Scalar::Number(value)), Some(quote)) =
            (power, value, quote(field))
        {
            let yuan = *value * Decimal::from(10_i64.pow(power));
            let place = value.scale() as i32 - power as i32;
            let mut statement = statement(
                concept,
                Metric::Amount,
                yuan.normalize(),
                place,
                "CNY",
                quote,
            );
            statement.phase = phase;
            statements.push(finish(statement, e, label, dimensions.clone()));
        }
    }
    if let (Some(Scalar::Number(rate)), Some(quote)) = (&row.rate, quote("rate")) {
        let mut statement = statement(
            FUNDS,
            Metric::CompletionRate,
            *rate,
            rate.scale() as i32,
            "%",
            quote,
        );
        let adjusted = matches!(row.adjusted, Some(Scalar::Number(_)));
        statement.base = Some(if adjusted {
            Phase::Adjusted
        } else {
            Phase::Approved
        });
        statements.push(finish(statement, e, label, dimensions.clone()));
    }
}

fn score(draft: &Draft, concept: &str, dimensions: Dimensions, statements: &mut Vec<Statement>) {
    let e = &draft.evaluation;
    if let (Some(Scalar::Number(score)), Some(quote)) =
        (&e.total_score, e.spans.get("/total_score"))
    {
        let statement = statement(
            concept,
            Metric::Score,
            *score,
            score.scale() as i32,
            "points",
            quote,
        );
        statements.push(finish(statement, e, &draft.total_label, dimensions));
    }
}

fn statement(
    concept: &str,
    metric: Metric,
    value: Decimal,
    place: i32,
    unit: &str,
    quote: &Quote,
) -> Statement {
    Statement {
        concept: concept.into(),
        label: SmolStr::default(),
        metric,
        phase: Phase::Executed,
        year: None,
        dimensions: Dimensions::new(),
        value: Some(value),
        unit: unit.into(),
        decimals: Some(place),
        place: Some(place),
        approximate: false,
        whole: None,
        base: None,
        section: None,
        table: None,
        list: None,
        quote: quote.clone(),
    }
}

fn finish(statement: Statement, e: &Evaluation, label: &str, dimensions: Dimensions) -> Statement {
    Statement {
        label: label.into(),
        year: e.year,
        table: e.table.clone(),
        dimensions,
        ..statement
    }
}

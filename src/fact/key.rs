//! What makes two numbers be about the same.

use super::{Dimensions, Fact, Metric, Phase, Statement};

/// What a number is about: the identity of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key<'k> {
    /// The concept id.
    pub concept: &'k str,
    /// What the number says of it.
    pub metric: Metric,
    /// The stage of the budget.
    pub phase: Phase,
    /// The year.
    pub year: Option<i32>,
    /// The dimensions.
    pub dimensions: &'k Dimensions,
}

impl<'k> Key<'k> {
    /// The identity of a fact.
    pub fn of(fact: &'k Fact) -> Self {
        Self {
            concept: &fact.concept,
            metric: fact.metric,
            phase: fact.phase,
            year: fact.year,
            dimensions: &fact.dimensions,
        }
    }

    /// The identity of the fact that a statement is of.
    pub fn of_statement(statement: &'k Statement) -> Self {
        Self {
            concept: &statement.concept,
            metric: statement.metric,
            phase: statement.phase,
            year: statement.year,
            dimensions: &statement.dimensions,
        }
    }

    /// The same with another metric.
    pub fn metric(self, metric: Metric) -> Self {
        Self { metric, ..self }
    }

    /// The same at another stage of the budget.
    pub fn phase(self, phase: Phase) -> Self {
        Self { phase, ..self }
    }

    /// The same in another year.
    pub fn year(self, year: Option<i32>) -> Self {
        Self { year, ..self }
    }

    /// The same of another concept.
    pub fn concept(self, concept: &'k str) -> Self {
        Self { concept, ..self }
    }

    /// The same with other dimensions.
    pub fn dimensions(self, dimensions: &'k Dimensions) -> Self {
        Self { dimensions, ..self }
    }
}

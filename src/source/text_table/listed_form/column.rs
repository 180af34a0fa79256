//! The cells of a form by their look, and what it costs that a cell is one of a column.

use super::super::Lines;
use super::super::form::vocabulary;
use super::LABEL;
use super::fit;
use crate::document::fold::fold_text;
use crate::document::{Span, numbering};
use crate::grammar::Grammar;
use crate::grammar::forms::{BudgetColumn, Field, IndicatorColumn, key};

/// What a number of a form looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Words,
    /// A mark that stands for none: —, /.
    Nothing,
    Plain,
    Percent,
}

impl Look {
    fn of(words: &str) -> Self {
        let words = words.trim();
        let bare = words.trim_end_matches(['分', '元']).trim_end_matches('万');
        let digits = bare.chars().any(|c| c.is_numeric());
        let is_mark = |c: char| "-—－–/／\\".contains(c);
        let is_part = |c: char| {
            c.is_numeric() && !matches!(c, '一'..='龥') || ".,，．-－+()（） ".contains(c)
        };
        match bare.strip_suffix(['%', '％']) {
            Some(rate) if digits && rate.chars().all(is_part) => Self::Percent,
            None if digits && bare.chars().all(is_part) => Self::Plain,
            None if !words.is_empty() && words.chars().all(is_mark) => Self::Nothing,
            _ => Self::Words,
        }
    }
}

/// The lowest level of a number that begins a heading and no cell: that of 一、.
const HEADING: usize = 3;

/// How many characters the number of a heading has at most.
const NUMBER: usize = 12;

/// A line of a form, and what its words may be.
#[derive(Debug)]
pub(super) struct Said<'l> {
    pub line: usize,
    pub span: Span,
    pub words: &'l str,
    /// The field that it labels.
    pub field: Option<Field>,
    /// The column of the indicators that it heads.
    pub indicator: Option<IndicatorColumn>,
    /// The column of the money that it heads.
    pub money: Option<BudgetColumn>,
    /// Whether it names a source of money.
    pub is_source: bool,
    /// Whether it is the label of the totals.
    pub is_total: bool,
    /// Whether it begins what closes a form.
    is_closing: bool,
    /// The level that it names, if it is a known one.
    level: Option<Level>,
    look: Look,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    First,
    Second,
}

impl<'l> Said<'l> {
    pub fn new(lines: &Lines<'l>, line: usize) -> Self {
        let span = lines.trimmed(lines.spans[line]);
        let words = lines.words(span);
        let look = Look::of(words);
        let mut said = Self {
            line,
            span,
            words,
            field: None,
            indicator: None,
            money: None,
            is_source: false,
            is_total: false,
            is_closing: false,
            level: None,
            look,
        };
        if look == Look::Words && words.len() <= LABEL {
            said.name();
        }
        said
    }

    /// Finds what its words name.
    fn name(&mut self) {
        let vocabulary = vocabulary();
        let label = key(self.words);
        self.field = vocabulary.field(&label).map(|(field, _)| field);
        self.indicator = vocabulary
            .indicator_column(&label)
            .map(|(column, _)| column);
        self.money = vocabulary.budget_column(&label).map(|(column, _)| column);
        self.is_source = vocabulary.source_of(&label).is_some();
        self.is_total = vocabulary.is_total(&label);
        let before_colon = self.words.split([':', '：']).next().unwrap_or_default();
        let before_colon = key(before_colon);
        let has_value = before_colon != label;
        self.is_closing = vocabulary.is_closing(&before_colon)
            || has_value && vocabulary.field(&before_colon).is_some();
        self.level = match () {
            () if vocabulary.level_above(&label).is_some() => Some(Level::Second),
            () if vocabulary.is_level1(&label) => Some(Level::First),
            () => None,
        };
    }

    /// Whether it is a number, or a mark for none.
    pub fn is_value(&self) -> bool {
        self.look != Look::Words
    }

    /// Whether it stands for an indicator that is not there: 指标3：, ….
    pub fn is_filler(&self) -> bool {
        let marks = |rest: &str| {
            rest.chars()
                .all(|c| c.is_numeric() || ":： ….．。".contains(c))
        };
        let mut numbered = vocabulary().numbered().iter();
        let number = numbered.find_map(|word| self.words.strip_prefix(word.as_str()));
        self.look == Look::Words
            && (number.is_some_and(|rest| !rest.is_empty() && marks(rest)) || marks(self.words))
    }

    /// Whether it is the title of a form.
    pub fn is_title(&self) -> bool {
        Grammar::embedded().forms.is_title(self.words)
    }

    /// Whether it begins with a number that only headings have: 一、.
    pub fn is_heading(&self) -> bool {
        let first: String = self.words.chars().take(NUMBER).collect();
        numbering::number(&fold_text(&first)).is_some_and(|number| number.level <= HEADING)
    }

    /// Whether it is a label as they stand under the indicators.
    pub fn closes(&self) -> bool {
        self.field.is_some() || self.is_closing
    }

    /// Whether it is nothing but what compares: ≥, 定性.
    fn compares(&self) -> bool {
        let before = vocabulary().operators_before().iter();
        before.map(|(word, _)| word).any(|word| word == self.words)
    }

    /// The aim that it labels.
    pub fn aim(&self) -> Option<Field> {
        let is_aim = |field: &Field| {
            matches!(
                field,
                Field::AnnualTarget | Field::AdjustedTarget | Field::TargetCompletion
            )
        };
        self.field.filter(is_aim)
    }

    /// Whether it labels a text of several sentences.
    pub fn has_text(&self) -> bool {
        self.aim().is_some()
            || matches!(
                self.field,
                Some(
                    Field::Summary
                        | Field::Conclusion
                        | Field::Problems
                        | Field::DeviationReason
                        | Field::Improvements
                )
            )
    }
}

/// What the cells of a column say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// The source of money.
    Source,
    /// A column of the money; `None` for an unknown one.
    Money(Option<BudgetColumn>),
    /// A column of the indicators; `None` for an unknown one.
    Indicator(Option<IndicatorColumn>),
}

/// A column of some cells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column<'a, 'l> {
    cells: &'a [Said<'l>],
    says: Says,
    /// Whether the next column has the weights of what this one names.
    weighed: bool,
}

/// What it costs that words are no name of a level, or of a source, that is known.
const UNKNOWN: u32 = 2;
/// What it costs that the name of a level stands elsewhere.
const MISPLACED: u32 = 8;
/// What it costs to leave out what every row has.
const MISSING: u32 = 4;
/// What it costs to leave out an amount, or to have a rate in the place of points.
const ODD: u32 = 2;
/// What it costs to leave out what a row may lack.
const LACKING: u32 = 1;
/// How many characters a sign of comparison or a unit has at most.
const SHORT: usize = 8;

impl<'a, 'l> Column<'a, 'l> {
    /// The columns that say something of some cells, from left to right.
    pub fn all(cells: &'a [Said<'l>], says: impl Iterator<Item = Says>) -> Vec<Self> {
        use IndicatorColumn::{Level1, Level1Weight, Level2, Level2Weight};
        let says: Vec<Says> = says.collect();
        let indicator = |at: usize| match says.get(at) {
            Some(Says::Indicator(column)) => *column,
            _ => None,
        };
        let weighed = |at: usize| {
            matches!(
                (indicator(at), indicator(at + 1)),
                (Some(Level1), Some(Level1Weight)) | (Some(Level2), Some(Level2Weight))
            )
        };
        let columns = says.iter().enumerate();
        columns
            .map(|(at, &says)| Self {
                cells,
                says,
                weighed: weighed(at),
            })
            .collect()
    }

    /// What it costs that words stand in a column of any words.
    fn words(said: &Said) -> u32 {
        if said.level.is_some() { MISPLACED } else { 0 }
    }

    /// What it costs that words name a first level: over a known one a second one stands.
    fn first_level(&self, cell: usize) -> Option<u32> {
        let next = self.cells.get(cell + 1).and_then(|next| next.level);
        match (self.cells[cell].level, next) {
            (Some(Level::First), Some(Level::Second)) => Some(0),
            (Some(Level::First), _) => Some(LACKING),
            (Some(Level::Second), _) => None,
            (None, _) => self.unknown_level(cell),
        }
    }

    /// What it costs that words name a second level: 成本指标 is one in some forms, and a first one in others.
    fn second_level(&self, cell: usize) -> Option<u32> {
        match self.cells[cell].level {
            Some(Level::First | Level::Second) => Some(0),
            None => self.unknown_level(cell),
        }
    }

    /// What it costs that words name a level that is not known: its weight behind it tells that they do.
    fn unknown_level(&self, cell: usize) -> Option<u32> {
        let next = self.cells.get(cell + 1);
        let has_weight = self.weighed && next.is_some_and(|next| next.look == Look::Plain);
        let cost = if has_weight { 0 } else { UNKNOWN };
        (!self.cells[cell].is_value()).then_some(cost)
    }

    /// What it costs that words are a unit or a sign.
    fn short(said: &Said) -> Option<u32> {
        let is_short = said.words.chars().count() <= SHORT;
        (is_short && said.look != Look::Plain && said.look != Look::Percent)
            .then(|| Self::words(said))
    }
}

impl fit::Column for Column<'_, '_> {
    fn empty(&self) -> Option<u32> {
        use BudgetColumn as Money;
        use IndicatorColumn::*;
        match self.says {
            Says::Source | Says::Indicator(Some(Level3)) => None,
            Says::Money(None | Some(Money::Weight | Money::Score | Money::Reason)) => Some(0),
            Says::Money(Some(Money::Rate)) => Some(LACKING),
            Says::Money(Some(_)) => Some(ODD),
            Says::Indicator(Some(Target | Actual | Weight | Score)) => Some(MISSING),
            Says::Indicator(Some(Unit | Operator | Explanation | Criterion)) => Some(LACKING),
            Says::Indicator(_) => Some(0),
        }
    }

    fn takes(&self, cell: usize) -> Option<u32> {
        use BudgetColumn as Money;
        use IndicatorColumn::*;
        let said = &self.cells[cell];
        let words = || (!said.is_value()).then(|| Self::words(said));
        match self.says {
            Says::Source if said.is_value() => None,
            Says::Source => Some(if said.is_source { 0 } else { UNKNOWN }),
            Says::Money(Some(Money::Reason)) => (!said.is_source).then(words)?,
            Says::Money(Some(Money::Rate)) => said.is_value().then_some(0),
            Says::Money(_) => match said.look {
                Look::Plain | Look::Nothing => Some(0),
                Look::Percent | Look::Words => None,
            },
            Says::Indicator(Some(Level1)) => self.first_level(cell),
            Says::Indicator(Some(Level2)) => self.second_level(cell),
            Says::Indicator(Some(Level1Weight | Level2Weight)) => said.is_value().then_some(0),
            Says::Indicator(Some(Weight | Score)) => match said.look {
                Look::Plain => Some(0),
                Look::Nothing => Some(LACKING),
                Look::Percent => Some(ODD),
                Look::Words => None,
            },
            Says::Indicator(Some(Operator)) if said.compares() => Some(0),
            Says::Indicator(Some(Operator)) => Some(ODD + Self::short(said)?),
            Says::Indicator(Some(Unit)) => Self::short(said),
            Says::Indicator(Some(Level3 | Explanation | Criterion | Project)) => words(),
            Says::Indicator(Some(Reason)) => match said.look {
                Look::Words | Look::Nothing => Some(Self::words(said)),
                Look::Plain | Look::Percent => None,
            },
            Says::Indicator(Some(Target | AdjustedTarget | Actual) | None) => {
                Some(Self::words(said) + u32::from(said.compares()))
            }
        }
    }

    fn goes_on(&self, cell: usize) -> Option<u32> {
        use IndicatorColumn::*;
        let said = &self.cells[cell];
        let more = match self.says {
            Says::Indicator(Some(Criterion)) => 0,
            Says::Indicator(Some(Explanation)) => 1,
            Says::Indicator(Some(Reason)) => 2,
            Says::Indicator(Some(Target | Actual)) => 3,
            Says::Indicator(Some(Level3)) => MISSING,
            _ => return None,
        };
        (!said.is_value()).then_some(more + Self::words(said))
    }
}

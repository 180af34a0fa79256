//! The money of a record: a heading with columns and a row a source, or pairs of label and value.

use rust_decimal::Decimal;

use crate::document::Cell;
use crate::grammar::forms::{BudgetColumn, FundSource, Vocabulary, key};

use super::line::{Header, Line, Words, is_number};
use super::record::Draft;
use super::value;
use super::{BudgetRow, Scalar};

/// How a form lays out the money.
#[derive(Debug)]
pub(super) enum Budget<'a> {
    /// `年初预算数 | 全年预算数 | 全年执行数 | 执行率`, then a row a source.
    Columns(Columns<'a>),
    /// `预算数： | 300 | 执行数： | 280`, then `其中：财政拨款 | 300 | 其中：财政拨款 | 280`.
    Pairs(Pairs<'a>),
    /// `年度资金总额 | 财政拨款 | 执行率`, then a row a stage: `年初预算数 | 100 | 90`; the rate may be a row, too.
    Sources(Sources<'a>),
}

/// A layout with the sources side by side and the stages below each other.
#[derive(Debug)]
pub(super) struct Sources<'a> {
    /// How many positions the heading has.
    length: usize,
    /// Where the sources stand, the whole among them.
    sources: Vec<(usize, FundSource, &'a Cell)>,
    /// Where the rate, the weight and the score of the whole stand.
    said: Vec<(usize, BudgetColumn)>,
    /// The row of the first source, once a stage was read.
    first: Option<usize>,
}

impl<'a> Sources<'a> {
    fn read(line: &Line<'a>, vocabulary: &Vocabulary) -> Option<Self> {
        let (mut sources, mut said) = (Vec::new(), Vec::new());
        for (position, cell) in line.own() {
            match vocabulary.budget_column(line.label(position)) {
                Some((column, _)) if AMOUNTS.contains(&column) => return None,
                Some((BudgetColumn::Reason, _)) => {}
                Some((column, _)) => said.push((position, column)),
                None => sources.extend(
                    vocabulary
                        .source_of(&cell.text)
                        .map(|source| (position, source, cell)),
                ),
            }
        }
        let wholes = |sources: &[(usize, FundSource, &Cell)]| {
            sources.iter().filter(|s| s.1 == FundSource::Total).count()
        };
        // 项目资金 on the left is the name of the block.
        if wholes(&sources) == 2 && sources[0].1 == FundSource::Total {
            sources.remove(0);
        }
        (wholes(&sources) == 1 && sources.len() > 1).then_some(Self {
            length: line.len(),
            sources,
            said,
            first: None,
        })
    }

    /// The stage that a row is of, or the rate below the stages: what stands on the left of the sources names it.
    fn stage(&self, line: &Line, vocabulary: &Vocabulary) -> Option<BudgetColumn> {
        let first = self.sources.first()?.0 as isize + line.shift(self.length);
        let left = line.own().filter(|&(at, _)| (at as isize) < first);
        left.filter_map(|(at, _)| vocabulary.budget_column(line.label(at)))
            .map(|(column, _)| column)
            .find(|column| AMOUNTS.contains(column) || *column == BudgetColumn::Rate)
    }

    fn row(&mut self, draft: &mut Draft<'a>, line: &Line<'a>, vocabulary: &Vocabulary) -> bool {
        let Some(stage) = self.stage(line, vocabulary) else {
            return false;
        };
        let first = *self.first.get_or_insert_with(|| {
            let first = draft.evaluation.budget.len();
            for (index, &(_, source, cell)) in self.sources.iter().enumerate() {
                draft.evaluation.budget.push(BudgetRow::of(source.name()));
                let pointer = format!("/budget/{}/source", first + index);
                draft.text(&pointer, Some(Words::of(cell)));
            }
            first
        });
        let shift = line.shift(self.length);
        let words = |position: usize| {
            let cell = line.cell(usize::try_from(position as isize + shift).ok()?)?;
            (!value::is_blank(&cell.text)).then(|| Words::of(cell))
        };
        for (index, &(position, source, _)) in self.sources.iter().enumerate() {
            set(draft, first + index, stage, words(position));
            if source == FundSource::Total {
                for &(position, column) in &self.said {
                    if let Some(words) = words(position) {
                        set(draft, first + index, column, Some(words));
                    }
                }
            }
        }
        true
    }
}

/// A layout of columns under a heading.
#[derive(Debug)]
pub(super) struct Columns<'a> {
    header: Header<'a, BudgetColumn>,
    /// The column whose place the rates have, once a row has told. Some offices fill in 分值 and 执行率 the other way
    /// round.
    rates: Option<BudgetColumn>,
}

/// A layout of labels with their numbers beside them.
#[derive(Debug)]
pub(super) struct Pairs<'a> {
    /// The columns in the order of their labels.
    columns: Vec<BudgetColumn>,
    /// The row of headings above, where there is one: what it says of a budget (调整后), and a rate without a label.
    above: Option<Header<'a, BudgetColumn>>,
}

impl<'a> Pairs<'a> {
    /// What the label of a number says, under the heading above it.
    fn column(
        above: Option<&Header<'a, BudgetColumn>>,
        label: &str,
        vocabulary: &Vocabulary,
    ) -> Option<BudgetColumn> {
        let (column, _) = vocabulary.budget_column(label)?;
        let heading = above
            .filter(|_| column == BudgetColumn::Approved)
            .and_then(|above| above.heading(column));
        let whole = heading.map(|cell| key(&cell.text.replace(['(', ')', '（', '）'], "")));
        let said = whole.and_then(|whole| vocabulary.budget_column(&whole));
        Some(said.map_or(column, |(column, _)| column))
    }
}

const AMOUNTS: [BudgetColumn; 4] = [
    BudgetColumn::Approved,
    BudgetColumn::Adjusted,
    BudgetColumn::Received,
    BudgetColumn::Executed,
];

impl<'a> Budget<'a> {
    /// The layout that a row begins, if it begins one; `before` is that of the rows above.
    pub fn begin(line: &Line<'a>, before: Option<&Self>, vocabulary: &Vocabulary) -> Option<Self> {
        let header = Header::read(line, |label| vocabulary.budget_column(label));
        let amounts = AMOUNTS.iter().filter(|&&column| header.has(column)).count();
        if let Some(Self::Sources(sources)) = before
            && sources.stage(line, vocabulary).is_some()
        {
            return None;
        }
        if !line.has_number()
            && before.is_none()
            && let Some(sources) = Sources::read(line, vocabulary)
        {
            return Some(Self::Sources(sources));
        }
        if !line.has_number() {
            return (amounts >= 2 || (amounts == 1 && header.has(BudgetColumn::Rate))).then_some(
                Self::Columns(Columns {
                    header,
                    rates: None,
                }),
            );
        }
        let above = match before {
            Some(Self::Columns(columns)) => Some(columns.header.clone()),
            _ => None,
        };
        let columns: Vec<BudgetColumn> = pairs(line)
            .into_iter()
            .filter(|(_, value)| value.is_some())
            .filter_map(|(label, _)| Pairs::column(above.as_ref(), label, vocabulary))
            .filter(|column| AMOUNTS.contains(column))
            .collect();
        (!columns.is_empty()).then_some(Self::Pairs(Pairs { columns, above }))
    }

    /// Reads the values that stand beside the labels of the row that begins a layout of pairs.
    pub fn first_row(&self, draft: &mut Draft<'a>, line: &Line<'a>, vocabulary: &Vocabulary) {
        let Self::Pairs(layout) = self else {
            return;
        };
        let above = layout.above.as_ref();
        let index = row_of(draft, FundSource::Total, 0);
        if let Some(rate) = above.and_then(|above| above.words(line, BudgetColumn::Rate, 0)) {
            set(draft, index, BudgetColumn::Rate, Some(rate));
        }
        for (label, value) in pairs(line) {
            if let Some(column) = Pairs::column(above, label, vocabulary) {
                set(draft, index, column, value);
            }
        }
    }

    /// Reads a row; `false` if it is none of the money.
    pub fn row(&mut self, draft: &mut Draft<'a>, line: &Line<'a>, vocabulary: &Vocabulary) -> bool {
        match self {
            Self::Columns(layout) => layout.row(draft, line, vocabulary),
            Self::Pairs(layout) => pairs_row(&layout.columns, draft, line, vocabulary),
            Self::Sources(layout) => layout.row(draft, line, vocabulary),
        }
    }
}

impl<'a> Columns<'a> {
    fn row(&mut self, draft: &mut Draft<'a>, line: &Line<'a>, vocabulary: &Vocabulary) -> bool {
        use BudgetColumn::{Adjusted, Approved, Executed, Rate, Reason, Received, Score, Weight};
        let header = &self.header;
        let shift = header.shift(line, fits);
        let first = header.first() as isize + shift;
        let labels: Vec<_> = line
            .own()
            .take_while(|&(at, _)| (at as isize) < first)
            .collect();
        let named = labels
            .iter()
            .rev()
            .find_map(|(_, cell)| Some((vocabulary.source_of(&cell.text)?, Words::of(cell))));
        let (source, label) = match named {
            Some((source, label)) => (source, Some(label)),
            // One row of numbers without a name of its own is the whole.
            None if draft.evaluation.budget.is_empty()
                && labels.is_empty()
                && line.has_number() =>
            {
                (FundSource::Total, None)
            }
            None => return false,
        };
        let index = draft.evaluation.budget.len();
        draft.evaluation.budget.push(BudgetRow::of(source.name()));
        draft.text(&format!("/budget/{index}/source"), label);
        self.rates = self.rates.or_else(|| rates(header, line, shift));
        for column in [
            Approved, Adjusted, Received, Executed, Rate, Weight, Score, Reason,
        ] {
            let place = match self.rates {
                Some(rates) if column == Rate => rates,
                Some(rates) if column == rates => Rate,
                _ => column,
            };
            set(draft, index, column, header.words(line, place, shift));
        }
        if source == FundSource::Total && !header.has(Weight) {
            set(draft, index, Weight, points_of_heading(header));
        }
        true
    }
}

/// The column in whose place a row has the rate of what it has executed: that of the rates, or of the points beside it,
/// which is then in the place of the rates. `None` where the row does not tell.
fn rates(header: &Header<BudgetColumn>, line: &Line, shift: isize) -> Option<BudgetColumn> {
    use BudgetColumn::{Adjusted, Approved, Executed, Rate, Score, Weight};
    let text = |column| Some(header.words(line, column, shift)?.text());
    let number = |column| value::number_with(text(column)?, &["%", "万元", "元"]);
    let is_percent = |column| text(column).is_some_and(|text| text.ends_with(['%', '％']));
    let budget = number(Adjusted).or_else(|| number(Approved))?;
    let rate = number(Executed)?
        .checked_mul(Decimal::ONE_HUNDRED)?
        .checked_div(budget)?;
    let distance = |column| Some((number(column)? - rate).abs());
    // Points may happen to be the rate, but not beside a sign that marks one.
    let signed = [Rate, Weight, Score].into_iter().any(is_percent);
    let (_, place) = [Rate, Weight, Score]
        .into_iter()
        .filter(|&column| column == Rate || is_percent(column) == signed)
        .filter_map(|column| Some((distance(column)?, column)))
        .min_by_key(|&(distance, column)| (distance, column != Rate))?;
    let is_exact = number(place)
        .zip(distance(place))
        .is_some_and(|(printed, distance)| distance <= Decimal::new(1, printed.scale()));
    let is_marked = signed && !is_percent(Rate) && number(Rate).is_some();
    let fits = match place {
        Rate => true,
        // What stands under the rates is then the score, and no more than the weight.
        Score if number(Rate) > number(Weight) => false,
        _ => is_exact || is_marked,
    };
    fits.then_some(place)
}

/// The points that a form without a column of weights prints in the heading of the scores, 得分（10分） or 得分（20分×执行率）, or
/// else in the name of the block on its left: 预算执行情况（20分）.
fn points_of_heading<'a>(header: &Header<'a, BudgetColumn>) -> Option<Words<'a>> {
    let heading = Words::of(header.heading(BudgetColumn::Score)?);
    let printed = |words: &Words<'a>| {
        let (_, points) = value::points(words.text());
        points.map(|(_, at)| words.part(at))
    };
    let factor = || Some(heading.part(value::factor(heading.text())?));
    let mut blocks = header.left().map(Words::of);
    printed(&heading)
        .or_else(factor)
        .or_else(|| blocks.find_map(|block| printed(&block)))
}

/// How well words suit a column of the money.
fn fits(column: BudgetColumn, words: &str) -> i32 {
    match (column, is_number(words)) {
        (BudgetColumn::Reason, true) => -1,
        (BudgetColumn::Reason, false) => 0,
        (_, true) => 2,
        (_, false) => -2,
    }
}

fn pairs_row<'a>(
    columns: &[BudgetColumn],
    draft: &mut Draft<'a>,
    line: &Line<'a>,
    vocabulary: &Vocabulary,
) -> bool {
    let sources: Vec<_> = pairs(line)
        .into_iter()
        .filter_map(|(label, value)| Some((vocabulary.source_of(label)?, value)))
        .collect();
    // Parts of the same kind (中央补助, 地方资金) are rows of their own.
    let first = draft.evaluation.budget.len();
    for (&column, (source, value)) in columns.iter().zip(&sources) {
        let from = if *source == FundSource::Total {
            0
        } else {
            first
        };
        let index = row_of(draft, *source, from);
        set(draft, index, column, value.clone());
    }
    !sources.is_empty()
}

/// The labels of a row with the numbers that stand behind them.
fn pairs<'l, 'a>(line: &'l Line<'a>) -> Vec<(&'l str, Option<Words<'a>>)> {
    let mut pairs: Vec<(&str, Option<Words>)> = Vec::new();
    for (position, cell) in line.own() {
        match pairs.last_mut() {
            Some((_, value @ None)) if is_number(&cell.text) => *value = Some(Words::of(cell)),
            _ => pairs.push((line.label(position), None)),
        }
    }
    pairs
}

/// The row of a source among those from an index on, made if there is none.
fn row_of(draft: &mut Draft, source: FundSource, from: usize) -> usize {
    let rows = &mut draft.evaluation.budget;
    let found = rows[from..]
        .iter()
        .position(|row| row.source == source.name());
    found.map_or_else(
        || {
            rows.push(BudgetRow::of(source.name()));
            rows.len() - 1
        },
        |index| from + index,
    )
}

fn set<'a>(draft: &mut Draft<'a>, index: usize, column: BudgetColumn, words: Option<Words<'a>>) {
    use BudgetColumn::{Adjusted, Approved, Executed, Rate, Reason, Received, Score, Weight};
    let name = column.name();
    let pointer = format!("/budget/{index}/{name}");
    if column == Reason {
        let reason = draft.text(&pointer, words);
        if let Some(row) = draft.evaluation.budget.get_mut(index) {
            row.reason = reason;
        }
        return;
    }
    let value = match column {
        Rate => draft.scalar(&pointer, words, &["%"]),
        Weight | Score => draft.scalar(&pointer, words, &["分", "%"]),
        _ => amount(draft, &pointer, words),
    };
    let Some(row) = draft.evaluation.budget.get_mut(index) else {
        return;
    };
    let slot = match column {
        Approved => &mut row.approved,
        Adjusted => &mut row.adjusted,
        Received => &mut row.received,
        Executed => &mut row.executed,
        Rate => &mut row.rate,
        Weight => &mut row.weight,
        Score | Reason => &mut row.score,
    };
    *slot = value;
}

/// An amount without the unit that the table declares; a unit behind it declares one where the table does not.
fn amount<'a>(draft: &mut Draft<'a>, pointer: &str, words: Option<Words<'a>>) -> Option<Scalar> {
    if draft.evaluation.unit.is_none()
        && let Some(words) = &words
        && let Some((_, length)) = value::leading_number(words.text())
    {
        let unit = words.text().get(length..).unwrap_or_default().trim();
        draft.evaluation.unit = ["万元", "元"].contains(&unit).then(|| unit.to_owned());
    }
    match draft.evaluation.unit.clone() {
        Some(unit) => draft.scalar(pointer, words, &[unit.as_str()]),
        None => draft.scalar(pointer, words, &[]),
    }
}

//! The rows of a statement: which item or classified row each is, and the statement that each of its numbers makes.

use std::collections::{BTreeMap, HashSet};

use rust_decimal::Decimal;

use super::grid::{Grid, Side, Value, Year};
use super::number;
use crate::document::caption::{Unit, squeeze, without_number};
use crate::document::{Cell, Document, Table};
use crate::fact::{List, Metric, Phase, Statement};
use crate::grammar::Grammar;
use crate::grammar::codes::{Economic, Functional};
use crate::grammar::statements::{Classified, Family, Form, Header, Ledger, RowMeaning, key};

/// Reads one statement.
pub(super) struct Reader<'a, 'g> {
    pub document: &'a Document,
    pub table: &'a Table,
    pub index: usize,
    pub grammar: &'g Grammar,
    pub form: &'g Form,
    pub family: &'g Family,
    pub year: Option<i32>,
    pub unit: Option<&'a Unit>,
}

/// A column of numbers with its meaning in the ledger.
struct Column<'v, 'g> {
    value: &'v Value<'g>,
    concept: Option<String>,
    fund: Option<&'g str>,
    /// Whether it only repeats what the ledger is about.
    plain: bool,
}

/// What a row is.
enum Row<'g> {
    /// The total of the ledger.
    Total,
    /// A row with a meaning of its own.
    Item(&'g RowMeaning),
    /// A row of the classification, with its code.
    Classified(String),
}

/// What the rows above say of the rows below.
#[derive(Default)]
struct State<'g> {
    /// Which of the form's ledgers is read.
    ledger: usize,
    /// The last row that the rows of funds below are parts of.
    parts: Option<&'g RowMeaning>,
    /// The last row that heads a block.
    block: Option<&'g RowMeaning>,
    /// The last classification code.
    code: String,
    /// The codes printed in the columns of 类, 款 and 项.
    columns: Vec<String>,
}

/// The words of a row that name it.
struct Label {
    /// As printed, without number and 其中.
    words: String,
    key: String,
    code: Option<String>,
}

impl<'a, 'g> Reader<'a, 'g> {
    /// The statements of the table; `None` where the columns are not those of the form.
    pub fn read(&self, grid: &Grid<'g>) -> Option<Vec<Statement>> {
        let ledgers: Vec<&Ledger> = self.grammar.statements.ledgers(self.form).collect();
        let mut statements = Vec::new();
        let mut known = false;
        for (index, side) in grid.ledgers.iter().enumerate() {
            let choice = match (ledgers.len(), grid.ledgers.len()) {
                (1, _) => 0..1,
                // One ledger over the other.
                (_, 1) => 0..ledgers.len(),
                _ => {
                    let at = self.side(side, index, &ledgers);
                    at..at + 1
                }
            };
            let left = index.checked_sub(1).and_then(|left| grid.ledgers.get(left));
            let ledger = LedgerReader {
                reader: self,
                side,
                left,
                by_nature: self
                    .header()
                    .by_nature
                    .iter()
                    .any(|words| side.words.contains(words.as_str())),
                choices: ledgers
                    .get(choice)?
                    .iter()
                    .map(|ledger| (*ledger, self.columns(side, ledger)))
                    .collect(),
            };
            known |= ledger
                .choices
                .iter()
                .any(|(_, columns)| !columns.is_empty());
            ledger.read(grid, &mut statements);
        }
        let place = statements
            .iter()
            .filter(|statement| statement.metric == Metric::Amount)
            .filter_map(|statement| statement.decimals)
            .max();
        for statement in &mut statements {
            if statement.metric == Metric::Amount {
                statement.place = place;
            }
        }
        statements.sort_by_key(|statement| statement.quote.bytes.start);
        known.then_some(statements)
    }

    fn header(&self) -> &'g Header {
        &self.grammar.statements.header
    }

    /// Which of the form's ledgers a side is: by the words of its header, else by its place.
    fn side(&self, side: &Side, index: usize, ledgers: &[&Ledger]) -> usize {
        let said: Vec<usize> = (0..ledgers.len())
            .filter(|&at| {
                ledgers[at]
                    .side
                    .as_deref()
                    .is_some_and(|word| side.words.contains(word))
            })
            .collect();
        match said[..] {
            [only] => only,
            _ => index.min(ledgers.len() - 1),
        }
    }

    /// The columns of a side that mean something in a ledger.
    fn columns<'v>(&self, side: &'v Side<'g>, ledger: &'g Ledger) -> Vec<Column<'v, 'g>> {
        let found: Vec<_> = side
            .values
            .iter()
            .filter_map(|value| {
                value
                    .meaning(ledger, self.header())
                    .map(|(meaning, plain)| (value, meaning, plain))
            })
            .collect();
        let concepts: HashSet<&str> = found
            .iter()
            .filter_map(|(_, meaning, _)| meaning.concept.as_deref())
            .collect();
        found
            .iter()
            .filter_map(|&(value, meaning, plain)| {
                let beside = meaning
                    .beside
                    .as_deref()
                    .is_some_and(|concept| concepts.contains(concept));
                let concept = if beside {
                    &meaning.otherwise
                } else {
                    &meaning.concept
                };
                let lost = beside && concept.is_none();
                (!lost).then(|| Column {
                    value,
                    concept: concept.clone(),
                    fund: meaning.fund.as_deref(),
                    plain,
                })
            })
            .collect()
    }

    /// Whether a row only numbers the columns.
    fn is_ruler(&self, row: usize) -> bool {
        let mut cells = self
            .table
            .row(row)
            .filter(|cell| !cell.text.trim().is_empty())
            .peekable();
        if cells
            .peek()
            .is_some_and(|cell| self.header().rulers.contains(&key(&cell.text)))
        {
            return true;
        }
        let numbers: Option<Vec<i64>> = cells
            .map(|cell| squeeze(&cell.text).trim_matches(['(', ')']).parse().ok())
            .collect();
        numbers.is_some_and(|numbers| {
            numbers.len() > 2 && numbers.windows(2).all(|pair| pair[1] - pair[0] == 1)
        })
    }
}

struct LedgerReader<'r, 'a, 'g> {
    reader: &'r Reader<'a, 'g>,
    side: &'r Side<'g>,
    /// The ledger to the left.
    left: Option<&'r Side<'g>>,
    /// Whether its rows are not classified by function though the form's are.
    by_nature: bool,
    /// The ledgers of the form that its rows may belong to, with its columns as each reads them.
    choices: Vec<(&'g Ledger, Vec<Column<'r, 'g>>)>,
}

impl<'g> LedgerReader<'_, '_, 'g> {
    fn table(&self) -> &Table {
        self.reader.table
    }

    fn read(&self, grid: &Grid, statements: &mut Vec<Statement>) {
        let mut state = State::default();
        let single = self.single_row(grid);
        for row in grid.rows.clone() {
            if self.reader.is_ruler(row) {
                continue;
            }
            let label = self.label(row, &mut state);
            let phase = self.reader.header().phases.get(&label.key).copied();
            let meaning = match single {
                Some(only) if only == row || phase.is_some() => Some(Row::Total),
                _ => self.meaning(&label, &mut state),
            };
            let Some(meaning) = meaning else { continue };
            self.row(row, &label, &meaning, phase, &state, statements);
            if let Row::Item(item) = meaning {
                if item.fund.is_none() || item.concept.is_some() && state.parts.is_none() {
                    state.parts = item.parts.then_some(item);
                }
                if item.block && label.code.is_none() {
                    state.block = Some(item);
                }
            }
        }
    }

    /// Of a ledger whose numbers need no label: the only row that has numbers, or the row of their phase, or the total.
    fn single_row(&self, grid: &Grid) -> Option<usize> {
        let (ledger, columns) = self.choices.first()?;
        if !ledger.single || columns.iter().all(|column| column.plain) {
            return None;
        }
        let header = self.reader.header();
        let filled: Vec<usize> = grid
            .rows
            .clone()
            .filter(|&row| {
                !self.reader.is_ruler(row)
                    && self
                        .side
                        .values
                        .iter()
                        .any(|value| self.number(row, value).is_some())
            })
            .collect();
        let labelled = |wanted: &dyn Fn(&str) -> bool| {
            filled
                .iter()
                .copied()
                .find(|&row| wanted(&self.label(row, &mut State::default()).key))
        };
        match filled[..] {
            [only] => Some(only),
            _ => labelled(&|key| ledger.is_total(key, header))
                .or_else(|| labelled(&|key| header.phases.contains_key(key))),
        }
    }

    /// The words and code that name a row.
    fn label(&self, row: usize, state: &mut State) -> Label {
        let mut parts = Vec::new();
        let mut words = String::new();
        for &column in &self.side.codes {
            let text = squeeze(self.table().text(row, column));
            let text = code_digits(&text);
            let digits = text.chars().take_while(char::is_ascii_digit).count();
            let (code, rest) = text.split_at(digits);
            // A cell merged over the columns of 类, 款 and 项 is one code.
            let repeated = parts.last().is_some_and(|last: &String| last == code)
                && self.same_cell(row, column);
            if repeated {
                continue;
            }
            parts.push(code.to_owned());
            if !rest.is_empty() {
                words = rest.to_owned();
            }
        }
        let name = self
            .side
            .names
            .iter()
            .rev()
            .map(|&column| squeeze(self.table().text(row, column)))
            .find(|text| !text.is_empty());
        if let Some(name) = name {
            words = name;
        }
        let mut code = join_code(parts, &mut state.columns);
        if code.is_none() {
            // 2010301 行政运行 in one cell.
            let digits = words.chars().take_while(char::is_ascii_digit).count();
            if matches!(digits, 3 | 5 | 7)
                && words[digits..]
                    .starts_with(|c: char| !c.is_ascii_digit() && c != '.' && c != '、')
            {
                code = Some(words[..digits].to_owned());
                words = words[digits..]
                    .trim_start_matches(|c: char| !c.is_alphanumeric())
                    .to_owned();
            }
        }
        if words.is_empty() && code.is_none() {
            words = self.label_from_left(row);
        }
        let words = self.plain_name(&words);
        Label {
            key: key(without_unit(&words)),
            words,
            code,
        }
    }

    /// A name without its number and without 其中.
    fn plain_name(&self, words: &str) -> String {
        let mut rest = words;
        loop {
            let mut next = without_number(rest);
            for mark in &self.reader.header().of_which {
                if let Some(inner) = next.strip_prefix(mark.as_str()) {
                    next = inner.trim_start_matches([':', ' ']);
                }
            }
            if next.len() == rest.len() || next.is_empty() {
                return rest.to_owned();
            }
            rest = next;
        }
    }

    /// Where a total is printed over several ledgers, its words stand in the first of them and its number in the last.
    fn label_from_left(&self, row: usize) -> String {
        let Some(left) = self.left else {
            return String::new();
        };
        if left
            .values
            .iter()
            .any(|value| self.number(row, value).is_some())
        {
            return String::new();
        }
        let columns = left.names.iter().chain(&left.codes);
        columns
            .map(|&column| squeeze(self.table().text(row, column)))
            .find(|text| !text.is_empty())
            .unwrap_or_default()
    }

    /// Whether one merged cell covers a position and the one to its left.
    fn same_cell(&self, row: usize, column: usize) -> bool {
        let place = |column| {
            self.table()
                .get(row, column)
                .map(|cell| (cell.row, cell.column))
        };
        column > 0 && place(column).is_some() && place(column) == place(column - 1)
    }

    /// What a row is, by its code or its name.
    fn meaning(&self, label: &Label, state: &mut State<'g>) -> Option<Row<'g>> {
        let known = |at: usize, code: &mut String| self.meaning_in(at, label, code);
        let mut code = std::mem::take(&mut state.code);
        let current = state.ledger;
        let found = known(current, &mut code).or_else(|| {
            let other = (0..self.choices.len()).find_map(|at| Some((at, known(at, &mut code)?)))?;
            state.ledger = other.0;
            Some(other.1)
        });
        state.code = code;
        found
    }

    fn meaning_in(&self, at: usize, label: &Label, last: &mut String) -> Option<Row<'g>> {
        let (ledger, _) = self.choices.get(at)?;
        let header = self.reader.header();
        if let Some(code) = &label.code {
            let classified = ledger.classified?;
            let right = match classified {
                Classified::Function => code.starts_with('2'),
                Classified::Economic => code.starts_with(['3', '5']),
            };
            if right && matches!(code.len(), 3 | 5 | 7) {
                last.clone_from(code);
                return Some(Row::Classified(code.clone()));
            }
            return None;
        }
        if let Some(item) = ledger.row(&label.key) {
            return Some(Row::Item(item));
        }
        if ledger.is_total(&label.key, header) {
            return Some(Row::Total);
        }
        if self.by_nature && ledger.classified == Some(Classified::Function) || label.key.is_empty()
        {
            return None;
        }
        let code = match ledger.classified? {
            Classified::Function if ledger.side.is_some() => Functional::embedded()
                .class_by_name(&label.words)
                .map(str::to_owned),
            Classified::Function => function_below(&label.words, last),
            Classified::Economic => economic_below(&label.words, last),
        }?;
        last.clone_from(&code);
        Some(Row::Classified(code))
    }

    /// The statements of a row.
    fn row(
        &self,
        row: usize,
        label: &Label,
        meaning: &Row<'g>,
        phase: Option<Phase>,
        state: &State<'g>,
        statements: &mut Vec<Statement>,
    ) {
        let Some((_, columns)) = self.choices.get(state.ledger) else {
            return;
        };
        let broad = columns.iter().any(|column| !column.plain);
        for column in columns {
            let Some((concept, fund)) = concept(meaning, column, state) else {
                continue;
            };
            let Some((cell, number)) = self.number(row, column.value) else {
                continue;
            };
            let mut dimensions = BTreeMap::new();
            let mut count = None;
            match meaning {
                Row::Total => {}
                Row::Item(item) => {
                    count = item.count.as_deref();
                    let vehicle_use = item
                        .vehicle_use
                        .as_ref()
                        .map(|used| ("vehicle_use".to_owned(), used.clone()));
                    dimensions.extend(vehicle_use);
                    dimensions.extend(fund.map(|fund| ("fund".to_owned(), fund.to_owned())));
                }
                Row::Classified(code) => {
                    let dimension = match self
                        .choices
                        .get(state.ledger)
                        .and_then(|(ledger, _)| ledger.classified)
                    {
                        Some(Classified::Economic) => "economic",
                        _ => "function",
                    };
                    dimensions.insert(dimension.to_owned(), code.clone());
                }
            }
            // Columns that break a row down make a list of the row, others one of the column.
            let start = match broad {
                true => self
                    .table()
                    .get(row, self.first_column())
                    .map_or(cell.span.start, |first| first.span.start),
                false => self
                    .first_cell(column.value)
                    .map_or(cell.span.start, |first| first.span.start),
            };
            let list = List {
                id: start,
                head: None,
            };
            let scale = number
                .unit
                .map(|unit| unit.scale)
                .or_else(|| self.label_unit(label))
                .or(column.value.unit.map(|unit| unit.scale))
                .or(self.reader.unit.map(|unit| unit.scale));
            let Some((phase, year)) = self.when(column.value, phase) else {
                continue;
            };
            let (value, decimals, metric, unit) = match (count, scale) {
                (Some(count), _) => {
                    if number.value.fract() != Decimal::ZERO {
                        continue;
                    }
                    (number.value.normalize(), 0, Metric::Count, count)
                }
                (None, Some(scale)) => {
                    let Some((value, decimals)) = scaled(number.value, scale) else {
                        continue;
                    };
                    (value, decimals, Metric::Amount, "CNY")
                }
                (None, None) => continue,
            };
            let words = match (meaning, column.value.about.last()) {
                (Row::Total, Some(words)) => words.clone(),
                _ => label.words.clone(),
            };
            statements.push(Statement {
                concept,
                label: words,
                metric,
                phase,
                year,
                dimensions,
                value: Some(value),
                unit: unit.to_owned(),
                decimals: Some(decimals),
                place: Some(decimals),
                approximate: false,
                whole: None,
                base: None,
                section: None,
                table: Some(format!("t{}", self.reader.index + 1)),
                list: Some(list),
                quote: self.reader.document.quote(cell.span),
            });
        }
    }

    /// The phase and year of a number by its row, its column and its statement; `None` where the year is not known.
    fn when(&self, value: &Value, row: Option<Phase>) -> Option<(Phase, Option<i32>)> {
        let family = self.reader.family.phase;
        let phase = row.or(value.phase).unwrap_or(family);
        // What a budget shows as executed is of an earlier year, and must say of which.
        if family == Phase::Approved && phase == Phase::Executed && value.year.is_none() {
            return None;
        }
        let year = match value.year {
            Some(Year::Named(year)) => Some(year),
            Some(Year::Before) => Some(self.reader.year? - 1),
            Some(Year::This) | None => self.reader.year,
        };
        Some((phase, year))
    }

    /// The unit that the name of a row puts in brackets.
    fn label_unit(&self, label: &Label) -> Option<u32> {
        let unit = self
            .reader
            .grammar
            .statements
            .captions
            .bracketed_unit(&label.words)?;
        Some(unit.scale)
    }

    /// The number at a row and column, where a cell begins there.
    fn number(&self, row: usize, value: &Value) -> Option<(&Cell, number::Number<'g>)> {
        let cell = self.table().get(row, value.column)?;
        let starts = cell.row == row && cell.column == value.column;
        let units = self.reader.grammar.statements.captions.units();
        starts.then(|| Some((cell, number::read(&cell.text, units)?)))?
    }

    fn first_column(&self) -> usize {
        let columns = self.side.codes.iter().chain(&self.side.names);
        columns
            .chain(self.side.values.iter().map(|value| &value.column))
            .copied()
            .min()
            .unwrap_or(0)
    }

    /// The first cell of a column with a number.
    fn first_cell(&self, value: &Value) -> Option<&Cell> {
        self.table()
            .body
            .clone()
            .find_map(|row| self.number(row, value))
            .map(|(cell, _)| cell)
    }
}

/// The concept of a number by its row and column, and the fund where a named row is broken down by funds.
fn concept<'g>(
    row: &Row<'g>,
    column: &Column<'_, 'g>,
    state: &State<'g>,
) -> Option<(String, Option<&'g str>)> {
    match row {
        Row::Total => Some((column.concept.clone()?, None)),
        Row::Classified(_) => match state.block.and_then(|block| block.concept.clone()) {
            Some(block) if column.plain => Some((block, None)),
            _ => Some((column.concept.clone()?, None)),
        },
        Row::Item(item) => {
            let (concept, fund) = match (item.fund.as_deref(), state.parts) {
                (Some(fund), Some(whole)) => (whole.concept.as_deref()?, Some(fund)),
                _ => (item.concept.as_deref()?, None),
            };
            let fund = column.fund.or(fund);
            match column.concept.as_deref() {
                _ if column.plain || column.fund.is_some() => Some((concept.to_owned(), fund)),
                // 合计 under 人员经费 is the total of 人员经费.
                Some(inner) if inner.starts_with(concept) => Some((inner.to_owned(), None)),
                Some(inner) if concept.starts_with(inner) => Some((concept.to_owned(), None)),
                _ => None,
            }
        }
    }
}

/// A row's name without the unit in brackets behind it.
fn without_unit(words: &str) -> &str {
    match words.rfind('(') {
        Some(open) if open > 0 && words.ends_with(')') => {
            let inner = &words[open + '('.len_utf8()..words.len() - 1];
            let is_unit = inner.ends_with(['元', '个', '辆', '人', '次', '批', '台', '套', '计'])
                || inner.chars().all(|c| !c.is_alphabetic());
            if is_unit { &words[..open] } else { words }
        }
        _ => words,
    }
}

/// A code without what a spreadsheet adds to a number and without marks between its levels: `2080505.0`, `208-05-05`.
fn code_digits(text: &str) -> String {
    let whole = text.strip_suffix(".0").unwrap_or(text);
    match whole
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '-' | '.'))
    {
        true => whole.replace(['-', '.'], ""),
        false => whole.to_owned(),
    }
}

/// The code of a row from the columns of 类, 款 and 项, which may each hold their own digits or the whole code, and
/// leave out what is as in the row above.
fn join_code(parts: Vec<String>, above: &mut Vec<String>) -> Option<String> {
    if parts.iter().all(String::is_empty) {
        return None;
    }
    if parts.len() < 2 {
        return parts.into_iter().next();
    }
    let mut code = String::new();
    let last = parts.iter().rposition(|part| !part.is_empty())?;
    above.resize(parts.len(), String::new());
    for (index, part) in parts.iter().enumerate().take(last + 1) {
        let part = match part.len() {
            // A whole code further right needs nothing from above.
            0 if parts[last].len() > 2 => continue,
            0 => above[index].clone(),
            // A 款 or 项 that was stored as a number.
            1 if index > 0 => format!("0{part}"),
            _ => part.clone(),
        };
        if part.len() > 2 && part.starts_with(code.as_str()) {
            code.clone_from(&part);
        } else {
            code.push_str(&part);
        }
        above[index] = part;
    }
    for part in above.iter_mut().skip(last + 1) {
        part.clear();
    }
    Some(code)
}

/// The code of a function by its name, where the rows above lead to it: the 项 or 款 below the last row, or a 类.
fn function_below(name: &str, last: &str) -> Option<String> {
    let codes = Functional::embedded();
    let mut found: Vec<&str> = Vec::new();
    if let Some(group) = last.get(..5) {
        found.extend(codes.on_level(name, group, 3));
    }
    if let Some(class) = last.get(..3) {
        found.extend(
            codes
                .on_level(name, class, 2)
                .filter(|code| Some(*code) != last.get(..5)),
        );
    }
    found.extend(
        codes
            .class_by_name(name)
            .filter(|code| Some(*code) != last.get(..3)),
    );
    if found.is_empty() {
        found.extend(codes.code_of_path(&[name]));
    }
    match found[..] {
        [only] => Some(only.to_owned()),
        _ => None,
    }
}

/// The code of an economic item by its name, within the 类 of the rows above.
fn economic_below(name: &str, last: &str) -> Option<String> {
    let codes = Economic::embedded();
    let within = last
        .get(..3)
        .and_then(|class| codes.by_name(name, Some(class)));
    let class = codes.class_by_name(name);
    let found = match (within, class) {
        (Some(_), Some(_)) => None,
        (within, class) => within.or(class).or_else(|| codes.by_name(name, None)),
    };
    found.map(str::to_owned)
}

/// A number in yuan, and how precisely it is printed.
fn scaled(number: Decimal, scale: u32) -> Option<(Decimal, i32)> {
    let decimals = number.scale() as i32 - scale.checked_ilog10()? as i32;
    if scale == 1 {
        return Some((number, decimals));
    }
    let mut value = number.checked_mul(Decimal::from(scale))?;
    let keep = decimals.max(0) as u32;
    if value.scale() > keep {
        value.rescale(keep);
    }
    Some((value, decimals))
}

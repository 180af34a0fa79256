//! What one page has of a table: its header, its columns and its rows.

use std::ops::Range;

use super::super::page::{Measure, Piece};
use super::super::separated::is_contents;
use super::super::{Lines, is_number};
use super::body::{self, Entry};
use super::caption::is_labelled;
use super::column::{self, Column, Votes};
use super::fit::{BARE, Body, Extent, Lean, Over, fit};
use super::header::{Header, Heads};
use super::region::{Region, Row};
use super::rest::{self, Told};
use crate::document::Span;
use crate::document::caption::{is_title, squeeze, without_number};

/// What one page has of a table.
#[derive(Debug)]
pub(super) struct Part {
    pub lines: Range<usize>,
    pub page: usize,
    pub ends_page: bool,
    /// Rows above the header with the words of their cells: title, department, unit.
    pub captions: Vec<Vec<Vec<Piece>>>,
    /// The header; `None` where the part has none.
    pub header: Option<Header>,
    /// What the cells of its header say that stand right over columns.
    said: Vec<String>,
    /// Whether its header tells what each column is.
    pub clear: bool,
    /// Its columns.
    columns: Vec<Told>,
    measure: Measure,
    /// The rows of the body: their cells with their columns.
    pub rows: Vec<Vec<Entry>>,
}

/// How many rows with numbers make a table.
const ROWS: usize = 3;
/// How many numbers make one of fewer rows.
const NUMBERS: usize = 6;
/// Of how many rows without a number one must have one.
const SHARE: usize = 2;
/// How many columns a row numbers that makes a table by itself.
const RULED: usize = 2;
/// How many columns of words there are for one of numbers at most.
const WORDS: usize = 2;
/// How many rows above those of numbers begin at the left where these are the fields of a form.
const FIELDS: usize = 3;
/// Of how many rows one may have a sentence.
const SENTENCES: usize = 12;

/// How far two columns of amounts stand apart at most that may be one.
const NEAR: usize = 3;

/// Whether two neighbouring columns of amounts may be one whose numbers are not all flush, a total in the middle over amounts
/// at the right: no row has numbers in both, and there is no room between them.
fn is_torn(rows: &[Vec<Entry>], columns: &[Column]) -> bool {
    let has = |row: &Vec<Entry>, at: usize| row.iter().any(|entry| entry.columns == (at..at + 1));
    columns.windows(2).enumerate().any(|(at, pair)| {
        let near = pair[1].from <= pair[0].to + NEAR;
        let amounts = pair.iter().all(Column::is_amount);
        near && amounts
            && rows.iter().any(|row| has(row, at))
            && rows.iter().any(|row| has(row, at + 1))
            && !rows.iter().any(|row| has(row, at) && has(row, at + 1))
    })
}

/// Whether numbers of one column of amounts stand beside each other, where not all rows have as many as there are columns,
/// so that their order does not tell them either: the page prints rows with more numbers closer.
fn is_scattered(lines: &Lines, rows: &[Vec<Entry>], columns: &[Column]) -> bool {
    let number = |row: &Vec<Entry>, at: usize| -> Option<Extent> {
        let entry = row.iter().find(|entry| entry.columns == (at..at + 1))?;
        let mut words = entry.words.iter();
        let word = words.find(|word| decimals(lines.words(word.span)))?;
        Some(Extent {
            from: word.from,
            to: word.to,
        })
    };
    let beside = |at: usize| {
        let extents = || rows.iter().filter_map(|row| number(row, at));
        let (from, to) = (
            extents().map(|e| e.from).max(),
            extents().map(|e| e.to).min(),
        );
        from.zip(to).is_some_and(|(from, to)| from >= to)
    };
    let mut start = 0;
    columns.chunk_by(|a, b| a.decimal && b.decimal).any(|band| {
        let range = start..start + band.len();
        start = range.end;
        let sparse = || {
            rows.iter().any(|row| {
                let count = range
                    .clone()
                    .filter(|&at| number(row, at).is_some())
                    .count();
                count > 0 && count < range.len()
            })
        };
        // The same places are those of two columns.
        let contested = || {
            let all = |at: usize| rows.iter().filter_map(move |row| number(row, at));
            let mut pairs = range.clone().skip(1).map(|at| (at - 1, at));
            pairs.any(|(left, right)| all(left).any(|a| all(right).any(|b| a.distance(b) == 0)))
        };
        band[0].decimal && range.clone().any(beside) && sparse() && contested()
    })
}

impl Part {
    /// Reads a region whose rows are those of numbers under a header. `votes` are those of the parts before, and `goes_on`
    /// says that it may be the rest of a table.
    pub fn read(
        lines: &Lines,
        region: &Region,
        measure: Measure,
        votes: &mut Votes,
        goes_on: bool,
    ) -> Option<Self> {
        let rows = &region.rows;
        let said = rows
            .iter()
            .take_while(|row| is_said(lines, row, measure))
            .count();
        let below = rows[said..].iter();
        let numbers = said + below.take_while(|row| !begins_body(lines, row)).count();
        if numbers == rows.len() {
            return None;
        }
        let first = numbers - above_name(lines, &rows[..numbers], &rows[numbers]);
        let last_caption = rows[..first]
            .iter()
            .rposition(|row| is_caption(lines, row))
            .map_or(0, |last| last + 1);
        let (head, body) = (&rows[last_caption..first], &rows[first..]);
        let all: Vec<Vec<Span>> = body.iter().map(entry).collect();
        let has_ruler = !head.is_empty()
            && ruler(lines, &body[0]).is_some_and(|numbers| numbers.len() >= RULED);
        let is_table = has_ruler || is_body(lines, body, goes_on) && !is_contents(lines, &all);
        if !is_table || is_form(head, body) {
            return None;
        }
        let mut ruler = body.first().and_then(|row| ruler(lines, row));
        let mut data = &body[usize::from(ruler.is_some())..];
        let mut columns = column::find(lines, data);
        // A table without amounts has the numbers of its columns all the same.
        if columns.is_empty() && ruler.is_some() && !head.is_empty() {
            (ruler, data) = (None, body);
            columns = column::find(lines, data);
        }
        let words = columns.iter().filter(|column| !column.numeric).count();
        if columns.len() < 2 || words > WORDS * (columns.len() - words) {
            return None;
        }
        let ruler = ruler.map(|at| Ruler { row: &body[0], at });
        votes.add(lines, data, &columns);
        let above = Above {
            lines,
            head,
            ruler,
            data,
            lean: votes.lean(),
            measure,
        };
        let top = above.over(columns);
        let mut entries = match &top.header {
            None => loose(head, &top.columns),
            Some(_) => Vec::new(),
        };
        entries.extend(top.ruler);
        let read = body::read(lines, data, &top.columns, &top.found);
        let readable = read.is_some();
        let plain = || {
            data.iter()
                .map(|row| body::placed(row, &top.columns, &top.found))
                .collect()
        };
        let rows_read = read.unwrap_or_else(plain);
        let torn =
            is_torn(&rows_read, &top.columns) || is_scattered(lines, &rows_read, &top.columns);
        entries.extend(rows_read);
        let cells = |row: &Row| {
            let pieces = Measure::Columns.pieces(lines, row.line);
            pieces.into_iter().map(|piece| vec![piece]).collect()
        };
        let captioned = last_caption > 0 || !region.captions.is_empty();
        let captions = region.captions.iter().cloned();
        let captions = captions.chain(rows[..last_caption].iter().map(cells));
        Some(Self {
            lines: region.lines(),
            page: region.page,
            ends_page: region.ends_page,
            captions: captions.collect(),
            // What has captions of its own is no rest of a table.
            clear: readable && !torn && (top.header.is_some() || head.is_empty() && !captioned),
            said: top.said,
            header: top.header,
            columns: Told::all(&top.columns, &top.found),
            measure,
            rows: entries,
        })
    }

    /// The columns of this part that those of another are, if that is the rest of the table.
    fn columns_of(&self, next: &Self) -> Option<Vec<usize>> {
        match (&next.header, self.measure) {
            (Some(_), _) => {
                let is_same = self.columns.len() == next.columns.len() && self.said == next.said;
                is_same.then(|| (0..self.columns.len()).collect())
            }
            // What is typed stands at the same places on all pages.
            (None, Measure::Columns) => rest::by_places(&next.columns, &self.columns),
            (None, Measure::Characters) => rest::by_kinds(&next.columns, &self.columns),
        }
    }

    /// Takes over the rows of the rest of the table; whether it is that.
    pub fn join(&mut self, mut next: Self) -> bool {
        if !next.captions.is_empty() {
            return false;
        }
        let same_header = !self.said.is_empty() && self.said == next.said;
        match (self.clear, next.clear) {
            (true, true) => {
                let Some(columns) = self.columns_of(&next) else {
                    return false;
                };
                self.place(&mut next, &columns);
            }
            // Of two pages under the same header one may tell its columns when the other does not.
            (true, false) if same_header => next.close(),
            (false, true) if same_header => {
                self.close();
                self.clear = true;
                self.header = next.header.take();
                self.columns = std::mem::take(&mut next.columns);
                // Rows that are not read stand behind those that are, since a header ends with the first number.
                next.rows.append(&mut self.rows);
            }
            (false, false) if same_header => self.close(),
            _ => return false,
        }
        self.lines.end = next.lines.end;
        self.page = next.page;
        self.ends_page = next.ends_page;
        self.rows.extend(next.rows);
        true
    }

    /// Gives the cells of another part the columns that its own are here.
    fn place(&mut self, next: &mut Self, columns: &[usize]) {
        for (&column, told) in columns.iter().zip(&next.columns) {
            self.columns[column].add(told);
        }
        for entry in next.rows.iter_mut().flatten() {
            let last = entry.columns.end - 1;
            entry.columns = columns[entry.columns.start]..columns[last] + 1;
        }
    }

    /// Makes each row one cell, since it is not known what stands in which column.
    fn close(&mut self) {
        for row in &mut self.rows {
            let words = std::mem::take(row)
                .into_iter()
                .flat_map(|entry| entry.words);
            *row = vec![Entry {
                words: words.collect(),
                columns: 0..1,
            }];
        }
    }
}

/// A row that numbers the columns.
struct Ruler<'r> {
    row: &'r Row,
    /// Which of its words are the numbers.
    at: Vec<usize>,
}

impl Ruler<'_> {
    fn extents(&self) -> Vec<Extent> {
        let words = self.at.iter().map(|&at| &self.row.words[at]);
        words
            .map(|word| Extent {
                from: word.from,
                to: word.to,
            })
            .collect()
    }

    /// The cells of the row; its numbers stand at these columns, if they are known.
    fn entries(&self, at: Option<Vec<usize>>, columns: &[Column], found: &[usize]) -> Vec<Entry> {
        let mut entries = body::placed(self.row, columns, found);
        let Some(at) = at else { return entries };
        let is_number = |word: &Piece| self.at.iter().any(|&at| self.row.words[at] == *word);
        entries.retain_mut(|entry| {
            entry.words.retain(|word| !is_number(word));
            !entry.words.is_empty()
        });
        for (&word, &column) in self.at.iter().zip(&at) {
            entries.push(Entry {
                words: vec![self.row.words[word].clone()],
                columns: column..column + 1,
            });
        }
        entries.sort_by_key(|entry| entry.columns.start);
        entries
    }
}

/// What stands above the rows of numbers.
struct Above<'r, 'l> {
    lines: &'r Lines<'l>,
    head: &'r [Row],
    ruler: Option<Ruler<'r>>,
    data: &'r [Row],
    lean: Lean,
    measure: Measure,
}

/// The same, brought over the columns.
struct Top {
    header: Option<Header>,
    said: Vec<String>,
    /// The cells of the row that numbers the columns.
    ruler: Option<Vec<Entry>>,
    columns: Vec<Column>,
    /// The places of the columns that have words in the rows.
    found: Vec<usize>,
}

impl Above<'_, '_> {
    /// Brings the header over the columns that the rows have.
    fn over(self, mut columns: Vec<Column>) -> Top {
        if let Some(ruler) = &self.ruler {
            let amounts = columns.iter().filter(|column| column.decimal).count();
            column::join_most(
                self.lines,
                self.data,
                &mut columns,
                amounts.saturating_sub(ruler.at.len()),
            );
        }
        let heads = match self.head {
            [] => None,
            head => Heads::read(self.lines, head, &columns, self.measure),
        };
        if let Some(heads) = &heads {
            let too_many = columns.len().saturating_sub(heads.len());
            column::join_most(self.lines, self.data, &mut columns, too_many);
        }
        let ruler = self.ruler.as_ref();
        let ruled = ruler.and_then(|ruler| ruled_columns(&ruler.extents(), &columns, self.lean));
        let (header, columns, found, at) = match (self.header(&heads, &columns), ruled) {
            // The header alone tells, and the ruler nothing else.
            (Some(header), ruled) => {
                let all = placed(columns, &header);
                let values = value_places(&header, &all);
                let at = ruler
                    .is_some_and(|ruler| ruler.at.len() == values.len())
                    .then_some(values);
                let agrees = match (&at, &ruled) {
                    (Some(at), Some(ruled)) => agree(at, &header.places, ruled),
                    _ => true,
                };
                let found = header.places.clone();
                (agrees.then_some(header), all, found, at)
            }
            (None, Some(ruled)) => match self.header(&heads, &ruled.columns) {
                Some(header) => {
                    let place = |at: &usize| header.places[*at];
                    let found = ruled.found.iter().map(place).collect();
                    let at = ruled.numbers.iter().map(place).collect();
                    let all = placed(ruled.columns, &header);
                    (Some(header), all, found, Some(at))
                }
                None => (None, ruled.columns, ruled.found, Some(ruled.numbers)),
            },
            (None, None) => {
                let found = (0..columns.len()).collect();
                (None, columns, found, None)
            }
        };
        Top {
            said: heads
                .map(|heads| heads.said(self.lines))
                .unwrap_or_default(),
            ruler: ruler.map(|ruler| ruler.entries(at, &columns, &found)),
            header,
            columns,
            found,
        }
    }

    /// The header over columns, where it is clear.
    fn header(&self, heads: &Option<Heads>, columns: &[Column]) -> Option<Header> {
        let typed = self.measure == Measure::Columns;
        let few = !typed && self.data.len() < ROWS && self.ruler.is_none();
        heads
            .as_ref()?
            .over(self.lines, columns, self.lean, few, self.measure)
    }
}

/// The columns that are neither codes nor names nor the numbers of rows, under a header.
fn value_places(header: &Header, columns: &[Column]) -> Vec<usize> {
    let is_found = |at: usize| header.places.contains(&at);
    let is_value = |at: &usize| columns[*at].decimal || !is_found(*at);
    (0..columns.len()).filter(is_value).collect()
}

/// Whether columns of numbers have the same numbers by the header as by the ruler.
fn agree(values: &[usize], places: &[usize], ruled: &Ruled) -> bool {
    let by_header = |column: usize| values.iter().position(|&value| value == places[column]);
    let by_ruler = |column: usize| {
        let place = ruled.found[column];
        ruled.numbers.iter().position(|&number| number == place)
    };
    (0..places.len()).all(|column| {
        let told = by_header(column).zip(by_ruler(column));
        told.is_none_or(|(header, ruler)| header == ruler)
    })
}

/// The rows of a header whose columns are not known: each word over the nearest column.
fn loose(head: &[Row], columns: &[Column]) -> Vec<Vec<Entry>> {
    head.iter()
        .map(|row| body::placed(row, columns, &(0..columns.len()).collect::<Vec<_>>()))
        .collect()
}

/// The columns with those that only the header has.
fn placed(columns: Vec<Column>, header: &Header) -> Vec<Column> {
    let mut all = vec![None; header.width];
    for (column, &place) in columns.into_iter().zip(&header.places) {
        all[place] = Some(column);
    }
    let under = |place: usize| {
        let heads = header
            .heads
            .iter()
            .filter(|head| head.columns == (place..place + 1));
        let words = heads.flat_map(|head| &head.words);
        let from = words.clone().map(|word| word.from).min().unwrap_or(0);
        Column::over(from, words.map(|word| word.to).max().unwrap_or(0))
    };
    all.into_iter()
        .enumerate()
        .map(|(place, column)| column.unwrap_or_else(|| under(place)))
        .collect()
}

/// Whether a row is no part of the header: it has a number, or a label with a number of its own.
fn begins_body(lines: &Lines, row: &Row) -> bool {
    let is_numbered = |words: &str| {
        let words = squeeze(words);
        without_number(&words).len() < words.len()
    };
    row.words.iter().any(|word| {
        let words = lines.words(word.span);
        is_number(words) || is_numbered(words)
    })
}

/// How many rows right above the first row of numbers begin its name, which stands in the middle of its lines.
fn above_name(lines: &Lines, head: &[Row], first: &Row) -> usize {
    let is_word = |word: &&Piece| !is_number(lines.words(word.span));
    let next = first
        .words
        .iter()
        .find(|word| decimals(lines.words(word.span)));
    let (None, Some(amount)) = (first.words.iter().find(is_word), next) else {
        return 0;
    };
    let mut line = first.line;
    head.iter()
        .rev()
        .take_while(|row| {
            let close = row.line + 1 == line;
            line = row.line;
            close && matches!(&row.words[..], [only] if only.from < amount.from)
        })
        .count()
}

/// Whether a number has decimals.
fn decimals(number: &str) -> bool {
    is_number(number) && number.contains(['.', '．'])
}

/// Whether a row above the header says something of the table: `部门：甲局    单位：万元`, `公开05表`.
fn is_caption(lines: &Lines, row: &Row) -> bool {
    let labelled = |words: &str| is_labelled(words) && !words.ends_with(['：', ':']);
    let words = || row.words.iter().map(|word| lines.words(word.span));
    let line = lines.line(row.line);
    let parts = words().count();
    let said = words().filter(|words| labelled(words)).count();
    is_title(line) || said * 2 >= parts || words().next_back().is_some_and(is_table_number)
}

/// Whether the first row of a table says whose it is and of what year: `部门：甲局  2023 年度  单位：元`.
fn is_said(lines: &Lines, row: &Row, measure: Measure) -> bool {
    let pieces = measure.pieces(lines, row.line);
    let labelled = pieces
        .first()
        .is_some_and(|first| lines.words(first.span).contains(['：', ':']));
    labelled
        && is_caption(lines, row)
        && !row
            .words
            .iter()
            .any(|word| decimals(lines.words(word.span)))
}

/// `公开05表`, `附表3`.
fn is_table_number(words: &str) -> bool {
    let digits = words.contains(|c: char| c.is_ascii_digit());
    digits && (words.ends_with('表') || words.starts_with("附表"))
}

/// Whether rows are those of a table of numbers.
fn is_body(lines: &Lines, body: &[Row], goes_on: bool) -> bool {
    let numbers = |row: &Row| {
        let numbers = row
            .words
            .iter()
            .filter(|word| is_number(lines.words(word.span)));
        numbers.count()
    };
    let several: Vec<&Row> = body.iter().filter(|row| row.words.len() > 1).collect();
    let data = several.iter().filter(|row| numbers(row) > 0).count();
    let all: usize = several.iter().map(|row| numbers(row)).sum();
    let named = body
        .iter()
        .filter(|row| begins_body(lines, row) || row.words.len() == 1)
        .count();
    let sentences = body
        .iter()
        .filter(|row| lines.line(row.line).contains(['。', '；', '，']))
        .count();
    let enough = data >= ROWS || all >= NUMBERS || goes_on && data > 0;
    enough && named * SHARE >= body.len() && sentences * SENTENCES <= body.len()
}

/// A row as one of contents: all its words but the last, and that.
fn entry(row: &Row) -> Vec<Span> {
    let [words @ .., last] = &row.words[..] else {
        return Vec::new();
    };
    let name = words.iter().map(|word| word.span).reduce(Span::join);
    name.into_iter().chain([last.span]).collect()
}

/// Whether what stands above the rows of numbers are fields of a form, each led by its label.
fn is_form(head: &[Row], body: &[Row]) -> bool {
    let from = |row: &Row| row.words.first().map(|word| word.from);
    let left = body.iter().filter_map(from).min();
    let flush = |row: &&Row| row.words.len() > 1 && from(row) <= left;
    head.iter().filter(flush).count() >= FIELDS
}

/// The words of a row that numbers the columns, if it is one: 1, 2, 3 …, and a word at the left of each ledger.
fn ruler(lines: &Lines, row: &Row) -> Option<Vec<usize>> {
    let mut numbers: Vec<usize> = Vec::new();
    let mut at = Vec::new();
    for (index, word) in row.words.iter().enumerate() {
        let words = lines.words(word.span);
        match words.parse::<usize>() {
            Ok(number) if words.len() <= 2 => {
                numbers.push(number);
                at.push(index);
            }
            _ if words.contains(|c: char| c.is_ascii_digit()) => return None,
            _ => {}
        }
    }
    let others = row.words.len() - at.len();
    let counts = numbers.iter().copied().eq(1..=numbers.len());
    (counts && others <= at.len() && !numbers.is_empty()).then_some(at)
}

/// Columns with those that only the ruler has.
struct Ruled {
    columns: Vec<Column>,
    /// The places of the columns that the rows have.
    found: Vec<usize>,
    /// The places of the columns of the ruler's numbers.
    numbers: Vec<usize>,
}

/// How odd it is that the ruler leaves out a column of whole numbers: those of the rows, or codes.
const WHOLE: usize = 330;

/// The columns with those that only the ruler has.
fn ruled_columns(ruler: &[Extent], columns: &[Column], lean: Lean) -> Option<Ruled> {
    let numbers: Vec<usize> = (0..columns.len())
        .filter(|&at| columns[at].numeric)
        .collect();
    let body = |at: &usize| columns[*at].body(if columns[*at].whole { WHOLE } else { BARE });
    let bodies: Vec<Body> = numbers.iter().map(body).collect();
    let overs = fit(ruler, &bodies, lean, false)?;
    let mut ruled = Ruled {
        columns: Vec::new(),
        found: Vec::new(),
        numbers: Vec::new(),
    };
    let upto = |column: usize, ruled: &mut Ruled| {
        for column in &columns[ruled.found.len()..column.max(ruled.found.len())] {
            ruled.found.push(ruled.columns.len());
            ruled.columns.push(column.clone());
        }
    };
    for (over, extent) in overs.iter().zip(ruler) {
        match over {
            Over::Columns(range) if range.len() > 1 => return None,
            Over::Columns(range) => upto(numbers[range.start] + 1, &mut ruled),
            Over::Nothing(before) => {
                // What stands left of it, but for the next column that has a number of its own.
                let right = numbers.get(*before).copied().unwrap_or(columns.len());
                let left = (0..right)
                    .take_while(|&at| columns[at].from < extent.from)
                    .count();
                upto(left, &mut ruled);
                ruled.columns.push(Column {
                    numeric: true,
                    decimal: true,
                    ..Column::over(extent.from, extent.to)
                });
            }
        }
        ruled.numbers.push(ruled.columns.len() - 1);
    }
    upto(columns.len(), &mut ruled);
    Some(ruled)
}

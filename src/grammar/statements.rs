//! `tables/*.toml`: the public statements, told by their titles, and what their rows and columns mean.

use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};
use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use smol_str::SmolStr;

use super::reports::Pattern;
use super::template::expand;
use super::{Problem, overlay};
use crate::document::caption::{self, Words};
use crate::fact::Phase;
use crate::identity::Kind;

/// The embedded files, by the name that a file laid over them bears.
pub(super) const CAPTIONS: (&str, &str) = (
    "tables/captions.toml",
    include_str!("../../grammars/tables/captions.toml"),
);
pub(super) const LEDGERS: (&str, &str) = (
    "tables/ledgers.toml",
    include_str!("../../grammars/tables/ledgers.toml"),
);
pub(super) const FAMILIES: [(&str, &str); 4] = [
    (
        "tables/final_accounts.toml",
        include_str!("../../grammars/tables/final_accounts.toml"),
    ),
    (
        "tables/budget.toml",
        include_str!("../../grammars/tables/budget.toml"),
    ),
    (
        "tables/government_final_accounts.toml",
        include_str!("../../grammars/tables/government_final_accounts.toml"),
    ),
    (
        "tables/government_budget.toml",
        include_str!("../../grammars/tables/government_budget.toml"),
    ),
];

/// Whether a grammar file is one of the statements, read by [`Statements::load`].
pub fn is_statement_file(name: &str) -> bool {
    [CAPTIONS, LEDGERS]
        .iter()
        .chain(&FAMILIES)
        .any(|(own, _)| *own == name)
}

/// The statements and their vocabulary, compiled.
#[derive(Debug)]
pub struct Statements {
    /// What stands above and below tables.
    pub captions: Words,
    /// What headers say.
    pub header: Header,
    /// The families of statements: final accounts and budgets, of departments and of governments.
    pub families: Vec<Family>,
    ledgers: BTreeMap<String, Ledger>,
}

/// Statements of one kind of report.
#[derive(Debug)]
pub struct Family {
    /// `final_accounts`, `budget`, and the same of governments.
    pub id: String,
    /// The kind of report that its statements belong to.
    pub report: Kind,
    /// The phase of an amount whose column says none.
    pub phase: Phase,
    /// What titles and headers of this family say.
    pub words: Regex,
    /// What titles say that are of no family: of those of departments, what the statements of governments are called.
    pub never: Regex,
    /// The forms, each with its title.
    pub statements: Vec<Form>,
}

/// One statement as it is told and read.
#[derive(Debug)]
pub struct Form {
    /// `final_accounts.05`.
    pub kind: String,
    title: Regex,
    never: Regex,
    /// The names of its ledgers, from left to right.
    ledgers: Vec<String>,
    /// Those that it has instead, where they say more of a table.
    or: Vec<String>,
    /// The sections of the notes where a table without a title is this statement, if all of it can be read so.
    sections: Vec<String>,
}

impl Form {
    /// Whether words speak of what its title does, though they may be the title of something else.
    pub fn is_spoken_of(&self, title: &str) -> bool {
        self.title.is_match(title)
    }

    /// Whether words are its title.
    pub fn is_titled(&self, title: &str) -> bool {
        self.title.is_match(title) && !self.never.is_match(title)
    }

    /// Whether a table without a title may be this statement in a section of a kind.
    pub fn stands_in(&self, section: &str) -> bool {
        self.sections.iter().any(|kind| kind == section)
    }
}

/// What the words of headers and row labels mean in every statement. Words are compared as [`key`]s.
#[derive(Debug)]
pub struct Header {
    /// Columns of classification codes.
    pub codes: HashSet<String>,
    /// Columns of names.
    pub names: HashSet<String>,
    /// Last words over columns of codes that the list does not have.
    pub coded: Pattern,
    /// The same over columns of names.
    pub named: Pattern,
    /// Columns of the names of projects.
    pub projects: HashSet<String>,
    /// Columns that name units, groups of projects, and projects.
    pub mixed: HashSet<String>,
    /// How groups of projects are called.
    pub groups: HashSet<String>,
    /// Columns of the codes of units, which mean nothing but that a row is one of a unit.
    pub unit_codes: HashSet<String>,
    /// Columns of the names of units, or of units of measure, which name rows only where they come first.
    pub holders: HashSet<String>,
    /// Columns that mean nothing.
    pub ignored: HashSet<String>,
    /// Rows that number the columns.
    pub rulers: HashSet<String>,
    /// Words that leave a column as it is.
    pub neutral: HashSet<String>,
    /// Last words that stand for the whole of what they stand under.
    pub sums: HashSet<String>,
    /// The total row of a statement.
    pub totals: HashSet<String>,
    /// Words in the header of rows by function.
    pub by_function: Pattern,
    /// Words in the header of rows by nature.
    pub by_nature: Pattern,
    /// Words over the codes and names of a second classification, which are left where the first is printed beside it.
    pub second: Pattern,
    /// Words before a part.
    pub of_which: Vec<String>,
    /// Words over ledgers side by side that are not of one kind.
    pub sides: Vec<String>,
    /// 本年.
    pub this_year: Vec<String>,
    /// 上年.
    pub last_year: Vec<String>,
    /// Words for a phase.
    pub phases: HashMap<String, Phase>,
    /// Words that compare with the year before.
    pub comparison: Comparison,
    /// Words that set what was carried out against the budget.
    pub completion: Completion,
}

/// How headers say that a column compares with the year before, over their words without punctuation.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// Words that compare.
    pub words: Pattern,
    /// Among them, those that say with which year.
    pub year: Pattern,
    /// How the words over an amount end.
    pub amount: Pattern,
    /// How those over a percentage end that has no percent sign.
    pub rate: Pattern,
}

/// How headers say that a column is the rate of what was carried out, over their words without punctuation.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Completion {
    /// Words that say so.
    pub words: Pattern,
    /// Among them, those that say of the adjusted budget; the others are of the approved one.
    pub adjusted: Pattern,
}

/// By what the rows of a ledger are classified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Classified {
    /// 功能分类.
    Function,
    /// 经济分类.
    Economic,
    /// 项目名称.
    Project,
}

/// What the rows and columns of one side of a statement mean.
#[derive(Debug, Default)]
pub struct Ledger {
    /// The word of the header that tells this side from the others.
    pub side: Option<String>,
    /// By what its rows are classified, if they are.
    pub classified: Option<Classified>,
    /// Whether its numbers may stand in a row without a label.
    pub single: bool,
    /// Whether a row means nothing whose name stands in the table twice.
    pub once: bool,
    /// What names rows that are no part of what it totals, as are those without a code below them: the transfers and
    /// debts of a government.
    beyond: Option<Pattern>,
    /// Rows that total it, where not the usual words do.
    totals: HashSet<String>,
    /// Rows that total what stands above them, or all rows, and with it what is beyond.
    sums: HashSet<String>,
    /// What a row without a name of its own is that totals the rows above it.
    pub subtotal: Option<Subtotal>,
    columns: HashMap<String, ColumnMeaning>,
    rows: HashMap<String, RowMeaning>,
    closes: bool,
}

/// A row that says but that it is a total: 小计 above 上年结转 and 收入总计.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Subtotal {
    names: Vec<String>,
    /// The name of the row that it is.
    means: String,
    /// The concepts of the rows that may stand below it, down to the last of them, which must.
    above: Vec<String>,
}

impl Subtotal {
    fn compile(&self) -> Result<Self, Problem> {
        Ok(Self {
            names: keys(&self.names)?.into_iter().collect(),
            means: key(&self.means),
            above: self.above.clone(),
        })
    }

    /// Whether a row says no more, by its key.
    pub fn is_named(&self, key: &str) -> bool {
        self.names.iter().any(|name| name == key)
    }

    /// The key of the row that it is, if the concepts of the rows below it, from the next one on, are those that may
    /// stand there.
    pub fn means<'c>(&self, below: impl Iterator<Item = Option<&'c str>>) -> Option<&str> {
        let last = self.above.last()?;
        for concept in below {
            let concept = concept?;
            if concept == last {
                return Some(&self.means);
            }
            if !self.above.iter().any(|may| may == concept) {
                return None;
            }
        }
        None
    }
}

/// What a column means.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ColumnMeaning {
    names: Vec<String>,
    /// The concept of totals and classified rows.
    pub concept: Option<SmolStr>,
    /// The fund that named rows are about in this column.
    pub fund: Option<String>,
    /// Whether what stands under it is something else.
    #[serde(default)]
    pub closed: bool,
    /// The classifier, where it is no amount.
    pub count: Option<String>,
    /// Whether it counts what exists, which is so in a budget too.
    #[serde(default)]
    pub exists: bool,
    /// The classes of the economic items that it is about, where it is about some alone. They tell the readings of a
    /// header from each other.
    #[serde(default)]
    classes: Vec<String>,
    /// A dimension of vehicles.
    pub vehicle_use: Option<String>,
    /// A concept that, where it has a column of its own, changes what this one is.
    pub beside: Option<String>,
    /// What it then is.
    #[serde(rename = "else")]
    pub otherwise: Option<SmolStr>,
}

/// What a row means by its name.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RowMeaning {
    names: Vec<String>,
    /// Its concept.
    pub concept: Option<SmolStr>,
    /// The fund that it is about, under a row with `parts`.
    pub fund: Option<String>,
    /// Whether the rows of funds that follow are its parts.
    #[serde(default)]
    pub parts: bool,
    /// Whether the classified rows that follow belong to it.
    #[serde(default)]
    pub block: bool,
    /// Whether the classified rows before it, up to another such row, belong to it.
    #[serde(default)]
    pub closes: bool,
    /// The classifier, where it is no amount.
    pub count: Option<String>,
    /// Whether it counts what exists, which is so in a budget too.
    #[serde(default)]
    pub exists: bool,
    /// A dimension of vehicles.
    pub vehicle_use: Option<String>,
    /// A concept that, where it has a row of its own, changes what this one is.
    pub beside: Option<String>,
    /// What it then is.
    #[serde(rename = "else")]
    pub otherwise: Option<SmolStr>,
}

impl ColumnMeaning {
    /// What an item means that stands in a column.
    fn of(item: &RowMeaning) -> Self {
        Self {
            names: item.names.clone(),
            concept: item.concept.clone(),
            count: item.count.clone(),
            exists: item.exists,
            vehicle_use: item.vehicle_use.clone(),
            beside: item.beside.clone(),
            otherwise: item.otherwise.clone(),
            ..Self::default()
        }
    }
}

impl RowMeaning {
    /// Whether its numbers are counts.
    pub fn counts(&self) -> bool {
        self.count.is_some()
    }
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LedgerFile {
    header: HeaderFile,
    phases: BTreeMap<Phase, Vec<String>>,
    ledger: BTreeMap<String, LedgerEntry>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct HeaderFile {
    codes: Vec<String>,
    names: Vec<String>,
    coded: Pattern,
    named: Pattern,
    projects: Vec<String>,
    mixed: Vec<String>,
    groups: Vec<String>,
    unit_codes: Vec<String>,
    holders: Vec<String>,
    ignored: Vec<String>,
    rulers: Vec<String>,
    neutral: Vec<String>,
    sums: Vec<String>,
    totals: Vec<String>,
    by_function: Pattern,
    by_nature: Pattern,
    second: Pattern,
    of_which: Vec<String>,
    sides: Vec<String>,
    this_year: Vec<String>,
    last_year: Vec<String>,
    comparison: Comparison,
    completion: Completion,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct LedgerEntry {
    side: Option<String>,
    classified: Option<Classified>,
    #[serde(default)]
    single: bool,
    #[serde(default)]
    once: bool,
    /// What names rows that are no part of what the ledger totals, as are those without a code below them.
    beyond: Option<Pattern>,
    #[serde(default)]
    totals: Vec<String>,
    /// Of a ledger with `beyond`: the rows that total it where nothing beyond stands above them.
    #[serde(default)]
    sums: Vec<String>,
    subtotal: Option<Subtotal>,
    columns: Vec<ColumnMeaning>,
    #[serde(default)]
    rows: Vec<RowMeaning>,
    /// What stands in rows or in columns.
    #[serde(default)]
    items: Vec<RowMeaning>,
    /// The ledgers whose items are its items too.
    #[serde(default)]
    includes: Vec<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FamilyFile {
    family: String,
    /// The kind of report whose statements they are. Those of governments are read in the reports of governments alone, and
    /// no others there.
    report: Kind,
    phase: Phase,
    words: Pattern,
    never: Pattern,
    statement: Vec<FormEntry>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct FormEntry {
    kind: String,
    title: Pattern,
    never: Pattern,
    ledgers: Vec<String>,
    #[serde(default)]
    or: Vec<String>,
    #[serde(default)]
    sections: Vec<String>,
}

impl Statements {
    /// Reads the embedded files with those of the same names laid over them.
    ///
    /// # Errors
    ///
    /// The name of the file that is wrong, and where and why.
    pub fn load(overlays: &[(&str, &str)]) -> Result<Self, (String, Problem)> {
        let wrong = |name: &str, problem| (name.to_owned(), problem);
        let captions: caption::File = laid_over(CAPTIONS, overlays)?;
        let captions = Words::new(captions)
            .map_err(|e| wrong(CAPTIONS.0, Problem::new(0..0, e.to_string())))?;
        let file: LedgerFile = laid_over(LEDGERS, overlays)?;
        let header = Header::compile(file.header, &file.phases)
            .map_err(|problem| wrong(LEDGERS.0, problem))?;
        let mut ledgers = BTreeMap::new();
        for (name, entry) in &file.ledger {
            let ledger = Ledger::compile(entry, &file.ledger)
                .map_err(|problem| wrong(LEDGERS.0, problem))?;
            ledgers.insert(name.clone(), ledger);
        }
        let mut statements = Self {
            captions,
            header,
            ledgers,
            families: Vec::new(),
        };
        for family in FAMILIES {
            statements
                .add(laid_over(family, overlays)?)
                .map_err(|problem| wrong(family.0, problem))?;
        }
        Ok(statements)
    }

    /// Adds a family of statements.
    fn add(&mut self, file: FamilyFile) -> Result<(), Problem> {
        let stray = file
            .statement
            .iter()
            .flat_map(|form| form.ledgers.iter().chain(&form.or))
            .find(|name| !self.ledgers.contains_key(*name));
        if let Some(name) = stray {
            return Err(unknown(name));
        }
        self.families.push(Family {
            id: file.family,
            report: file.report,
            phase: file.phase,
            words: file.words.0,
            never: file.never.0,
            statements: file
                .statement
                .into_iter()
                .map(|form| Form {
                    kind: form.kind,
                    title: form.title.0,
                    never: form.never.0,
                    ledgers: form.ledgers,
                    or: form.or,
                    sections: form.sections,
                })
                .collect(),
        });
        Ok(())
    }

    /// The families whose statements stand in a kind of report.
    pub fn of(&self, report: Kind) -> impl Iterator<Item = &Family> + Clone {
        let is_of_one =
            move |family: &&Family| family.report.is_government() == report.is_government();
        self.families.iter().filter(is_of_one)
    }

    /// Whether words are the title of a statement in a kind of report.
    pub fn is_titled(&self, title: &str, report: Kind) -> bool {
        let mut forms = self.of(report).flat_map(|family| &family.statements);
        forms.any(|form| form.is_titled(title))
    }

    /// The ledgers that a form may have, each time from left to right.
    pub fn ledgers<'a>(&'a self, form: &'a Form) -> impl Iterator<Item = Vec<&'a Ledger>> {
        let named = |names: &'a Vec<String>| -> Vec<&'a Ledger> {
            let ledgers = names.iter().filter_map(|name| self.ledgers.get(name));
            ledgers.collect()
        };
        let all = [&form.ledgers, &form.or].into_iter();
        all.filter(|names| !names.is_empty()).map(named)
    }
}

impl Header {
    fn compile(file: HeaderFile, phases: &BTreeMap<Phase, Vec<String>>) -> Result<Self, Problem> {
        let mut header = Self {
            codes: keys(&file.codes)?,
            names: keys(&file.names)?,
            coded: file.coded,
            named: file.named,
            projects: keys(&file.projects)?,
            mixed: keys(&file.mixed)?,
            groups: keys(&file.groups)?,
            unit_codes: keys(&file.unit_codes)?,
            holders: keys(&file.holders)?,
            ignored: keys(&file.ignored)?,
            rulers: keys(&file.rulers)?,
            neutral: keys(&file.neutral)?,
            sums: keys(&file.sums)?,
            totals: keys(&file.totals)?,
            by_function: file.by_function,
            by_nature: file.by_nature,
            second: file.second,
            of_which: file.of_which,
            sides: file.sides,
            this_year: file.this_year,
            last_year: file.last_year,
            phases: HashMap::new(),
            comparison: file.comparison,
            completion: file.completion,
        };
        for (phase, names) in phases {
            for name in keys(names)? {
                header.phases.insert(name, *phase);
            }
        }
        Ok(header)
    }
}

impl Ledger {
    fn compile(entry: &LedgerEntry, all: &BTreeMap<String, LedgerEntry>) -> Result<Self, Problem> {
        let mut items: Vec<&RowMeaning> = entry.items.iter().collect();
        for name in &entry.includes {
            let other = all.get(name).ok_or_else(|| unknown(name))?;
            items.extend(&other.items);
        }
        let mut ledger = Self {
            side: entry.side.clone(),
            classified: entry.classified,
            single: entry.single,
            once: entry.once,
            closes: entry.rows.iter().any(|row| row.closes),
            beyond: entry.beyond.clone(),
            totals: keys(&entry.totals)?,
            sums: keys(&entry.sums)?,
            subtotal: entry.subtotal.as_ref().map(Subtotal::compile).transpose()?,
            ..Self::default()
        };
        for meaning in &entry.columns {
            for name in keys(&meaning.names)? {
                if ledger
                    .columns
                    .insert(name.clone(), meaning.clone())
                    .is_some()
                {
                    return Err(twice(&name));
                }
            }
        }
        for meaning in &items {
            for name in keys(&meaning.names)? {
                let column = ledger.columns.entry(name);
                column.or_insert_with(|| ColumnMeaning::of(meaning));
            }
        }
        for meaning in entry.rows.iter().chain(items) {
            for name in keys(&meaning.names)? {
                if ledger.rows.insert(name.clone(), meaning.clone()).is_some() {
                    return Err(twice(&name));
                }
            }
        }
        Ok(ledger)
    }

    /// What a column means by its key, the lines of its header parted by `/`.
    pub fn column(&self, key: &str) -> Option<&ColumnMeaning> {
        self.columns.get(key)
    }

    /// What a row means by its key.
    pub fn row(&self, key: &str) -> Option<&RowMeaning> {
        self.rows.get(key)
    }

    /// Whether any of its rows closes a block.
    pub fn closes(&self) -> bool {
        self.closes
    }

    /// Whether it is one with rows that are no part of what it totals.
    pub fn has_beyond(&self) -> bool {
        self.beyond.is_some()
    }

    /// Whether a row is no part of what it totals, by its words.
    pub fn is_beyond(&self, words: &str) -> bool {
        let beyond = self.beyond.as_ref();
        beyond.is_some_and(|beyond| beyond.is_match(words))
    }

    /// Whether an economic item may stand in the columns of a concept: in all but those that are about others.
    pub fn may_hold(&self, concept: &str, item: &str) -> bool {
        let own = self.columns.values();
        let mut own = own.filter(|column| column.concept.as_deref() == Some(concept));
        let holds = |column: &ColumnMeaning| {
            let mut classes = column.classes.iter();
            column.classes.is_empty() || classes.any(|class| item.starts_with(class.as_str()))
        };
        own.all(holds)
    }

    /// Whether a row, by its key, totals what stands above it.
    pub fn sums(&self, key: &str) -> bool {
        self.sums.contains(key)
    }

    /// Whether a row totals the ledger by its key.
    pub fn is_total(&self, key: &str, header: &Header) -> bool {
        match self.totals.is_empty() {
            true => header.totals.contains(key),
            false => self.totals.contains(key),
        }
    }
}

/// Words as names are compared: folded, without white space and punctuation but for `/`.
pub fn key(words: &str) -> String {
    let mut key = caption::squeeze(words);
    key.retain(|c| c.is_alphanumeric() || c == '/');
    key
}

fn keys(templates: &[String]) -> Result<HashSet<String>, Problem> {
    let mut keys = HashSet::new();
    for template in templates {
        let texts = expand(template)
            .map_err(|(_, reason)| Problem::new(0..0, format!("{template}: {reason}")))?;
        keys.extend(texts.iter().map(|text| key(text)));
    }
    Ok(keys)
}

fn unknown(name: &str) -> Problem {
    Problem::new(0..0, format!("no ledger is called {name}"))
}

fn twice(name: &str) -> Problem {
    Problem::new(
        0..0,
        format!("{name:?} is claimed by two entries of one ledger"),
    )
}

/// An embedded file with those of its name laid over it.
fn laid_over<T: DeserializeOwned>(
    (name, embedded): (&str, &str),
    overlays: &[(&str, &str)],
) -> Result<T, (String, Problem)> {
    let same = overlays.iter().filter(|(own, _)| *own == name);
    overlay::read(embedded, same.map(|(_, text)| text))
        .map_err(|problem| (name.to_owned(), problem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn embedded_files_are_read() {
        let statements = Statements::load(&[])
            .map_err(|(file, problem)| format!("{file}: {problem:?}"))
            .unwrap();
        // The nine public statements of each, five that some provinces add, and of a budget the projects and three under
        // other titles; of governments revenue, expenditure and both of three budgets, and the “三公”.
        let forms = statements.families.iter().map(|f| f.statements.len());
        assert_eq!(forms.collect::<Vec<_>>(), [14, 18, 11, 11]);
    }

    #[test]
    fn files_are_laid_over_entry_by_entry() {
        let overlays = [
            (
                "tables/budget.toml",
                "[[statement]]\nkind = 'budget.01'\ntitle = '家底总账'\n",
            ),
            (
                "tables/ledgers.toml",
                "[ledger.revenue]\nrows = [{ names = ['捐资'], concept = 'revenue.other' }]\n",
            ),
            ("tables/captions.toml", "[labels]\nunit = ['币别']\n"),
        ];
        let statements = Statements::load(&overlays).unwrap();
        let [accounts, budget, ..] = &statements.families[..] else {
            panic!("two families of departments");
        };
        assert_eq!(
            (accounts.statements.len(), budget.statements.len()),
            (14, 18)
        );
        let form = &budget.statements[0];
        assert!(form.is_titled("家底总账") && !form.is_titled("部门收支总表"));
        let revenue = statements.ledgers(form).next().unwrap()[0];
        for name in ["捐资", "其他收入"] {
            assert_eq!(
                revenue.row(name).unwrap().concept.as_deref(),
                Some("revenue.other")
            );
        }
        let unit = |line| statements.captions.bracketed_unit(line).is_some();
        assert!(unit("金额(万元)"));
    }

    #[test]
    fn a_mistake_names_its_file() {
        for (file, text) in [
            ("tables/budget.toml", "words = '('"),
            (
                "tables/budget.toml",
                "[[statement]]\nkind = 'budget.01'\nledgers = ['no such']",
            ),
            (
                "tables/ledgers.toml",
                "[ledger.revenue]\nrows = [{ names = ['其他收入'], concept = 'x.gift' }]",
            ),
            ("tables/captions.toml", "[units]\n'角' = 'ten'"),
        ] {
            assert_eq!(
                Statements::load(&[(file, text)]).unwrap_err().0,
                file,
                "{text}"
            );
        }
    }

    #[test]
    fn titles_tell_statements() {
        let statements = Statements::load(&[]).unwrap();
        for (kind, titles) in [
            (
                "01",
                &[
                    "收入支出决算总表",
                    "部门收支总表",
                    "2024年部门收支总体情况表",
                ][..],
            ),
            ("02", &["收入决算表", "部门收入总表", "部门收入总体情况表"]),
            ("03", &["支出决算表", "部门支出总表"]),
            ("04", &["财政拨款收入支出决算总表", "财政拨款收支总表"]),
            (
                "05",
                &[
                    "一般公共预算财政拨款支出决算表",
                    "一般公共预算支出表",
                    "一般公共预算支出情况表",
                    "一般公共预算财政拨款收入支出决算表",
                ],
            ),
            (
                "06",
                &[
                    "一般公共预算财政拨款基本支出决算表",
                    "一般公共预算基本支出表",
                    "财政拨款基本支出决算明细表",
                    "一般公共预算基本支出明细表(按支出功能分类科目)",
                ],
            ),
            (
                "07",
                &[
                    "财政拨款“三公”经费支出决算表",
                    "一般公共预算“三公”经费支出表",
                    "“三公”经费及会议费、培训费支出决算表",
                    "“三公”经费公共预算财政拨款支出决算表",
                    "财政拨款“三公”经费、行政参公单位机关运行经费情况表",
                    "机构运行信息表",
                    "会议费、培训费支出表",
                ],
            ),
            (
                "appropriation_expenditure",
                &["财政拨款支出决算表(功能科目)", "财政拨款支出预算总表"],
            ),
            (
                "operating_cost",
                &["财政拨款机关运行经费支出决算表", "一般公共预算机关运行经费"],
            ),
            (
                "procurement",
                &[
                    "政府采购支出情况表",
                    "部门政府采购预算表",
                    "部门政府采购预算",
                ],
            ),
            ("assets", &["国有资产占用情况表", "部门固定资产占用情况表"]),
            ("operation", &["机关运行经费及国有资产占用情况表"]),
            (
                "08",
                &[
                    "政府性基金预算财政拨款收入支出决算表",
                    "政府性基金预算支出表",
                ],
            ),
            (
                "09",
                &[
                    "国有资本经营预算财政拨款支出决算表",
                    "国有资本经营预算支出表",
                ],
            ),
        ] {
            for title in titles {
                for family in statements.of(Kind::DepartmentBudget) {
                    let kinds: Vec<&str> = family
                        .statements
                        .iter()
                        .filter(|form| form.is_titled(title))
                        .map(|form| form.kind.as_str())
                        .collect();
                    assert_eq!(kinds, [format!("{}.{kind}", family.id)], "{title}");
                }
            }
        }
        let [_, budget, ..] = &statements.families[..] else {
            panic!("two families of departments");
        };
        for (kind, title) in [
            ("05", "一般公共预算支出明细表(按支出功能分类科目)"),
            ("05", "一般公共预算支出明细表(按支出经济分类科目)"),
            ("procurement", "政府采购(资产配置、购买服务)预算表"),
            ("projects", "专项业务经费支出表"),
        ] {
            let mut forms = budget.statements.iter();
            let form = forms.find(|form| form.is_titled(title));
            let kind = format!("budget.{kind}");
            assert_eq!(form.map(|form| form.kind.as_str()), Some(&*kind), "{title}");
        }
        for title in [
            "一般公共预算支出明细表(按政府支出经济分类科目)",
            "项目支出绩效自评表",
            "部门整体支出绩效目标表",
            "政府购买服务预算表",
            "政府采购目录表",
            "国有资产处置收益表",
            "地方政府债务限额表",
            "支出预算经济分类表",
        ] {
            for family in statements.of(Kind::DepartmentBudget) {
                assert!(
                    !family.statements.iter().any(|form| form.is_titled(title)),
                    "{title}"
                );
            }
        }
    }

    #[test]
    fn titles_of_governments_are_told_in_their_reports_alone() {
        let statements = Statements::load(&[]).unwrap();
        for (kind, title) in [
            (
                "general_public_budget_expenditure",
                "2023年全市一般公共预算支出决算表",
            ),
            (
                "general_public_budget_expenditure",
                "云溪县一般公共预算支出明细表(按功能分类)",
            ),
            (
                "general_public_budget_revenue",
                "2023年省级一般公共预算收入表",
            ),
            (
                "general_public_budget_balance",
                "云溪县一般公共预算收支平衡表",
            ),
            (
                "government_fund_expenditure",
                "云溪市市本级政府性基金预算支出表",
            ),
            ("government_fund_balance", "云溪市政府性基金收支决算表"),
            ("state_capital_revenue", "国有资本经营收入预算表"),
            (
                "general_public_budget_basic",
                "云溪市市级一般公共预算本级基本支出表",
            ),
            ("three_public", "县级部门“三公”经费预算汇总表"),
        ] {
            for family in statements.of(Kind::GovernmentBudget) {
                let forms = family.statements.iter();
                let kinds = forms.filter(|form| form.is_titled(title));
                let kinds: Vec<&str> = kinds.map(|form| form.kind.as_str()).collect();
                assert_eq!(kinds, [format!("{}.{kind}", family.id)], "{title}");
                assert!(!family.never.is_match(title), "{title}");
            }
        }
    }
}

//! The code lists of 《政府收支分类科目》: functional (类, 款, 项) and economic classification, looked up by code or by name.
//!
//! Names repeat (行政运行 stands under 80 codes), so a name is looked up within the names above it, and a name that
//! fits several codes gives none. Every lookup is one or two hash probes, and a search in the few codes of a name.

use std::borrow::Cow;
use std::sync::OnceLock;

use foldhash::HashMap;

use crate::document::fold::{fold_text, nfkc, simplify};

/// The functional classification: 类 have 3 digits, 款 5, 项 7.
#[derive(Debug, Default)]
pub struct Functional {
    list: CodeList,
}

/// The economic classification of departments: 类 have 3 digits, 款 5.
#[derive(Debug, Default)]
pub struct Economic {
    list: CodeList,
}

impl Functional {
    /// The list that is embedded in the binary.
    pub fn embedded() -> &'static Self {
        static LIST: OnceLock<Functional> = OnceLock::new();
        // The embedded file is read by a test, so the empty list never stands in for it.
        LIST.get_or_init(|| {
            Self::read(include_str!("../../grammars/codes/functional.csv")).unwrap_or_default()
        })
    }

    /// Reads `code,name,former_names`; lines led by `#` are comments, former names are separated by `|`.
    ///
    /// # Errors
    ///
    /// When a line is no such row: the reason with its line.
    pub fn read(csv: &str) -> Result<Self, String> {
        CodeList::read(csv).map(|list| Self { list })
    }

    /// All names, current and former; names repeat.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.list.names.iter().map(String::as_str)
    }

    /// The name of a code.
    ///
    /// ```
    /// use gongkai::grammar::codes::Functional;
    /// assert_eq!(Functional::embedded().name_of("2010501"), Some("行政运行"));
    /// ```
    pub fn name_of(&self, code: &str) -> Option<&str> {
        self.list.name_of(code)
    }

    /// Whether any code bears or bore a name.
    pub fn knows(&self, name: &str) -> bool {
        !name.is_empty() && self.list.knows(&key(name))
    }

    /// Whether a name is one that the code bears or bore; `None` where the code is not known.
    pub fn bears(&self, code: &str, name: &str) -> Option<bool> {
        self.list.bears(code, name)
    }

    /// The 类 with a name: `一般公共服务支出`, `社会保障和就业(类)`, `教育`.
    pub fn class_by_name(&self, name: &str) -> Option<&str> {
        self.list.find("", Some(1), name)
    }

    /// The code with a name under a code (`""` for anywhere), on any level below it, if there is exactly one.
    pub fn by_name(&self, name: &str, within: &str) -> Option<&str> {
        self.list.by_name(within, name)
    }

    /// The code of a name on one level (1 类, 2 款, 3 项) under a code (`""` for anywhere), if there is exactly one.
    pub fn on_level(&self, name: &str, within: &str, level: usize) -> Option<&str> {
        self.list.find(within, Some(level), name)
    }

    /// Whether a name is one that another code of the level of a code bears or bore, and that code never.
    pub fn is_of_another(&self, name: &str, code: &str) -> bool {
        self.list.is_of_another(name, code)
    }

    /// The code of a path of names, from the 类 down. Three names are 类, 款 and 项; of fewer, or where a name is
    /// empty, the levels are those that the names tell by （类）, （款） or （项） or that only one code allows.
    ///
    /// ```
    /// use gongkai::grammar::codes::Functional;
    /// let codes = Functional::embedded();
    /// assert_eq!(codes.code_of_path(&["一般公共服务", "统计信息事务", "行政运行"]), Some("2010501"));
    /// assert_eq!(codes.code_of_path(&["行政运行"]), None);
    /// ```
    pub fn code_of_path(&self, names: &[&str]) -> Option<&str> {
        let whole = names.len() == 3;
        let mut path = Vec::with_capacity(names.len());
        for (index, name) in names.iter().enumerate() {
            let (name, level) = self.list.stem(name);
            if !name.is_empty() {
                path.push((name, level.or(whole.then_some(index + 1))));
            }
        }
        // A 类 that is called by a name of its own leaves the names below it, if they are enough.
        self.list
            .descend(&path)
            .or_else(|| match path.split_first() {
                Some((first, rest)) if rest.len() >= 2 && !self.list.knows(&first.0) => {
                    self.list.descend(rest)
                }
                _ => None,
            })
    }
}

impl Economic {
    /// The list that is embedded in the binary.
    pub fn embedded() -> &'static Self {
        static LIST: OnceLock<Economic> = OnceLock::new();
        LIST.get_or_init(|| {
            Self::read(include_str!("../../grammars/codes/economic.csv")).unwrap_or_default()
        })
    }

    /// Reads a list of the same form as [`Functional::read`].
    ///
    /// # Errors
    ///
    /// When a line is no such row: the reason with its line.
    pub fn read(csv: &str) -> Result<Self, String> {
        CodeList::read(csv).map(|list| Self { list })
    }

    /// All names, current and former; names repeat.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.list.names.iter().map(String::as_str)
    }

    /// The name of a code.
    pub fn name_of(&self, code: &str) -> Option<&str> {
        self.list.name_of(code)
    }

    /// Whether a name is one that the code bears or bore; `None` where the code is not known.
    pub fn bears(&self, code: &str, name: &str) -> Option<bool> {
        self.list.bears(code, name)
    }

    /// Whether a name is one that another code of the level of a code bears or bore, and that code never.
    pub fn is_of_another(&self, name: &str, code: &str) -> bool {
        self.list.is_of_another(name, code)
    }

    /// The code with a name, within a 类 where one is given, if there is exactly one.
    ///
    /// ```
    /// use gongkai::grammar::codes::Economic;
    /// let codes = Economic::embedded();
    /// assert_eq!(codes.by_name("办公费", None), Some("30201"));
    /// assert_eq!(codes.by_name("办公设备购置", None), None);
    /// assert_eq!(codes.by_name("办公设备购置", Some("310")), Some("31002"));
    /// ```
    pub fn by_name(&self, name: &str, within: Option<&str>) -> Option<&str> {
        self.list.by_name(within.unwrap_or(""), name)
    }

    /// Whether any code bears or bore a name.
    pub fn knows(&self, name: &str) -> bool {
        self.list.knows(&self.list.stem(name).0)
    }

    /// The 类 with a name.
    pub fn class_by_name(&self, name: &str) -> Option<&str> {
        self.list.find("", Some(1), name)
    }
}

/// The 款 of a 类, from 2024 on, whose items repeat the names of its other 款: what special treasury bonds pay for
/// (超长期特别国债安排的支出).
const REPEATING: &str = "98";

/// Codes with their names, indexed by the names.
#[derive(Debug, Default)]
struct CodeList {
    /// Code and current name, in the order of the list.
    entries: Vec<(String, String)>,
    /// All names, current and former, as they are written.
    names: Vec<String>,
    by_code: HashMap<String, usize>,
    /// The names of each entry, as they are compared.
    keys: Vec<Vec<String>>,
    /// The entries that bear a name, and those that bear it as a short one.
    bearers: HashMap<String, Bearers>,
    /// The stems of all names as they are written, and as they are folded: nearly all that is asked for is one of these.
    stems: HashMap<String, (String, Option<usize>)>,
}

/// The entries that bear a name, in the order of their codes: the strictest wording that any is known by decides.
#[derive(Debug, Default)]
struct Bearers {
    /// It is their name in the list.
    current: Vec<usize>,
    /// They had it before.
    former: Vec<usize>,
    /// It is either, without 支出 or 事务 at its end.
    short: Vec<usize>,
}

impl CodeList {
    fn read(csv: &str) -> Result<Self, String> {
        let mut list = Self::default();
        let mut reader = csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .flexible(true)
            .from_reader(csv.as_bytes());
        for row in reader.records() {
            let row = row.map_err(|error| error.to_string())?;
            let line = row.position().map_or(0, csv::Position::line);
            let (code, name) = match (row.get(0).map(str::trim), row.get(1).map(str::trim)) {
                (Some(code), Some(name)) if level(code).is_some() && !name.is_empty() => {
                    (code, name)
                }
                _ => {
                    return Err(format!(
                        "line {line}: expected a code of 3, 5 or 7 digits and its name"
                    ));
                }
            };
            let former = row.get(2).unwrap_or("").split('|').map(str::trim);
            list.push(code, name, former.filter(|name| !name.is_empty()));
        }
        list.sort();
        Ok(list)
    }

    fn push<'a>(&mut self, code: &str, name: &str, former: impl Iterator<Item = &'a str>) {
        let index = self.entries.len();
        self.entries.push((code.to_owned(), name.to_owned()));
        self.by_code.insert(code.to_owned(), index);
        self.keys.push(Vec::new());
        self.bear(index, name, |bearers| &mut bearers.current);
        for name in former {
            self.bear(index, name, |bearers| &mut bearers.former);
        }
    }

    /// Enters a name of an entry, and its short form.
    fn bear(&mut self, index: usize, name: &str, wording: fn(&mut Bearers) -> &mut Vec<usize>) {
        let key = key(name);
        let short = self.bearers.entry(short(&key).to_owned());
        short.or_default().short.push(index);
        wording(self.bearers.entry(key.clone()).or_default()).push(index);
        for name in [name.to_owned(), fold_text(name)] {
            self.stems.entry(name).or_insert_with_key(|name| stem(name));
        }
        self.keys[index].push(key);
        self.names.push(name.to_owned());
    }

    /// Puts the bearers of each name in the order of their codes.
    fn sort(&mut self) {
        for bearers in self.bearers.values_mut() {
            for entries in [
                &mut bearers.current,
                &mut bearers.former,
                &mut bearers.short,
            ] {
                entries.sort_by_key(|&index| &self.entries[index].0);
                entries.dedup();
            }
        }
    }

    fn name_of(&self, code: &str) -> Option<&str> {
        let index = *self.by_code.get(code)?;
        Some(&self.entries[index].1)
    }

    fn bears(&self, code: &str, name: &str) -> Option<bool> {
        let names = &self.keys[*self.by_code.get(code)?];
        let name = self.stem(name).0;
        Some(names.iter().any(|n| short(n) == short(&name)))
    }

    /// A name as it is compared, and the level that it tells.
    fn stem(&self, name: &str) -> (Cow<'_, str>, Option<usize>) {
        match self.stems.get(name) {
            Some((name, level)) => (Cow::Borrowed(name), *level),
            None => {
                let (name, level) = stem(name);
                (Cow::Owned(name), level)
            }
        }
    }

    /// The one code with a name under a code, on the level that the name tells.
    fn by_name(&self, within: &str, name: &str) -> Option<&str> {
        let (name, level) = self.stem(name);
        self.probe(within, level, &name)
    }

    /// The one code with a name under a code, on a level or on any.
    fn find(&self, within: &str, level: Option<usize>, name: &str) -> Option<&str> {
        self.probe(within, level, &self.stem(name).0)
    }

    /// The same, of a name that is already a key.
    fn probe(&self, within: &str, level: Option<usize>, name: &str) -> Option<&str> {
        let find = |repeating| {
            let bearers = self.bearers.get(name);
            let known = bearers.and_then(|bearers| {
                self.only(&bearers.current, within, level, repeating)
                    .or_else(|| self.only(&bearers.former, within, level, repeating))
            });
            known.or_else(|| {
                let bearers = self.bearers.get(short(name))?;
                self.only(&bearers.short, within, level, repeating)
            })
        };
        find(false).or_else(|| find(true))?
    }

    /// The one of some entries, in the order of their codes, that stands under a code on a level; `None` where there is
    /// none, and `Some(None)` where there are several. Items that repeat names only count if they are asked for, or if
    /// what they stand under is given.
    fn only(
        &self,
        entries: &[usize],
        within: &str,
        level: Option<usize>,
        repeating: bool,
    ) -> Option<Option<&str>> {
        let code = |&index: &usize| self.entries[index].0.as_str();
        let first = entries.partition_point(|index| code(index) < within);
        let repeats =
            |code: &str| within.len() < 5 && code.len() == 7 && code.get(3..5) == Some(REPEATING);
        let mut under = entries[first..]
            .iter()
            .map(code)
            .take_while(|code| code.starts_with(within))
            .filter(|code| code.len() > within.len())
            .filter(|code| level.is_none_or(|level| level_of(code) == level))
            .filter(|code| repeating || !repeats(code));
        let only = under.next()?;
        Some(under.next().is_none().then_some(only))
    }

    /// Whether any code bears a name, given as a key.
    fn knows(&self, name: &str) -> bool {
        self.bearers.contains_key(name) || self.bearers.contains_key(short(name))
    }

    fn is_of_another(&self, name: &str, code: &str) -> bool {
        if self.bears(code, name) != Some(false) {
            return false;
        }
        let name = self.stem(name).0;
        let bearers = [&name, short(&name)].into_iter();
        let mut bearers = bearers.filter_map(|name| self.bearers.get(name));
        bearers.any(|bearers| {
            let all = [&bearers.current, &bearers.former, &bearers.short];
            let mut codes = all
                .into_iter()
                .flatten()
                .map(|&index| &self.entries[index].0);
            codes.any(|other| other.len() == code.len())
        })
    }

    /// Follows names down from the whole list.
    fn descend(&self, path: &[(Cow<'_, str>, Option<usize>)]) -> Option<&str> {
        let mut code = "";
        for (index, (name, level)) in path.iter().enumerate() {
            let found = match level {
                Some(_) => self.probe(code, *level, name),
                // More names follow, so the highest level that knows this one is meant.
                None if index + 1 < path.len() => {
                    let next = level_of(code) + 1;
                    self.probe(code, Some(next), name)
                        .or_else(|| self.probe(code, None, name))
                }
                None => self.probe(code, None, name),
            };
            code = found?;
        }
        (!code.is_empty()).then_some(code)
    }
}

/// The level of a code by its digits: 类 1, 款 2, 项 3.
fn level(code: &str) -> Option<usize> {
    let digits = code.bytes().all(|b| b.is_ascii_digit());
    match code.len() {
        3 | 5 | 7 if digits => Some((code.len() - 1) / 2),
        _ => None,
    }
}

fn level_of(code: &str) -> usize {
    level(code).unwrap_or(0)
}

/// A name as it is compared: folded, without punctuation, and the level that a （类）, （款） or （项） at its end tells.
fn stem(name: &str) -> (String, Option<usize>) {
    let folded: String = nfkc(name).chars().filter(|c| !c.is_whitespace()).collect();
    let mut words = folded.as_str();
    let mut level = None;
    for (mark, at) in [
        ("(类)", 1),
        ("(款)", 2),
        ("(项)", 3),
        ("(類)", 1),
        ("(項)", 3),
    ] {
        if let Some(rest) = words.strip_suffix(mark) {
            words = rest;
            level = Some(at);
            break;
        }
    }
    (key(words), level)
}

/// A name without punctuation, in compatibility and simplified characters.
fn key(name: &str) -> String {
    let words: String = nfkc(name).chars().filter(|c| c.is_alphanumeric()).collect();
    simplify(words)
}

/// A key without the closing words that reports leave out or add: 教育支出, 教育类支出 and 教育, 农林水事务 and 农林水.
fn short(key: &str) -> &str {
    let words = key.strip_suffix("支出").unwrap_or(key);
    let words = words.strip_suffix('类').unwrap_or(words);
    let words = words.strip_suffix("事务").unwrap_or(words);
    if words.is_empty() { key } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn embedded_lists_are_read_whole() {
        let functional =
            Functional::read(include_str!("../../grammars/codes/functional.csv")).unwrap();
        let economic = Economic::read(include_str!("../../grammars/codes/economic.csv")).unwrap();
        assert!(functional.list.entries.len() > 1600);
        assert!(economic.list.entries.len() > 100);
    }

    #[test]
    fn paths_of_names_give_codes() {
        let codes = Functional::embedded();
        for (code, paths) in [
            (
                "2010501",
                &[
                    &["一般公共服务", "统计信息事务", "行政运行"][..],
                    &[
                        "一般公共服务支出（类）",
                        "统计信息事务（款）",
                        "行政运行（项）",
                    ],
                    &["统计信息事务", "行政运行"],
                    &["一般公共服务支出", "统计信息事务", "行 政 运 行"],
                    &["一般公共服務支出", "統計信息事務", "行政運行"],
                    &["公共服务", "统计信息事务", "行政运行"],
                ][..],
            ),
            (
                "2101101",
                &[
                    &["医疗卫生与计划生育支出", "行政事业单位医疗", "行政单位医疗"],
                    &[
                        "卫生健康支出(类)",
                        "行政事业单位医疗(款)",
                        "行政单位医疗(项)",
                    ],
                    &["卫生健康支出", "", "行政单位医疗"],
                    &["卫生健康", "行政单位医疗"],
                ],
            ),
            (
                "2210201",
                &[&["住房公积金"], &["住房保障支出", "住房公积金（项）"]],
            ),
            (
                "20805",
                &[
                    &["社会保障和就业", "行政事业单位养老支出"],
                    &["行政事业单位离退休"],
                ],
            ),
            ("20508", &[&["教育支出（类）", "进修及培训（款）"]]),
            ("22999", &[&["其他支出", "其他支出（款）"]]),
            ("229", &[&["其他支出（类）"]]),
            // Special treasury bonds pay for what has its own 款, by the same names.
            ("20503", &[&["教育支出", "职业教育支出"]]),
            ("21303", &[&["农林水支出", "水利支出"]]),
            (
                "2139802",
                &[&["农林水支出", "超长期特别国债安排的支出", "水利支出"]],
            ),
        ] {
            for path in paths {
                assert_eq!(codes.code_of_path(path), Some(code), "{path:?}");
            }
        }
        for path in [
            &["行政运行"][..],
            &["一般公共服务支出", "行政运行"],
            &["其他支出"],
            &["教育支出", "统计信息事务", "行政运行"],
            &["住房保障支出", "住房公积金（款）"],
            &["合计"],
            &[""],
            &[],
        ] {
            assert_eq!(codes.code_of_path(path), None, "{path:?}");
        }
    }

    #[test]
    fn classes_are_found_by_any_of_their_names() {
        let codes = Functional::embedded();
        for (code, names) in [
            (
                "201",
                &["一般公共服务支出", "一般公共服务", "一般公共服务（类）"][..],
            ),
            ("205", &["教育", "教育支出", "教育支出(类)"]),
            ("208", &["社会保障和就业(类)", "社会保障和就业支出"]),
            (
                "210",
                &[
                    "医疗卫生与计划生育支出",
                    "医疗卫生与计划生育",
                    "卫生健康支出",
                ],
            ),
            ("213", &["农林水支出", "农林水事务"]),
            ("223", &["国有资本经营预算支出"]),
            ("229", &["其他支出"]),
            ("231", &["债务还本支出"]),
        ] {
            for name in names {
                assert_eq!(codes.class_by_name(name), Some(code), "{name}");
            }
        }
        for name in ["支出", "行政运行", "本年支出合计", "", "类"] {
            assert_eq!(codes.class_by_name(name), None, "{name}");
        }
    }

    #[test]
    fn economic_names_are_found_within_their_class() {
        let codes = Economic::embedded();
        for (code, name, within) in [
            (Some("30212"), "因公出国（境）费用", None),
            (Some("30212"), "因公出国(境)费", Some("302")),
            (Some("303"), "对个人和家庭的补助支出", None),
            (Some("30213"), "维修(护)费", None),
            (Some("310"), "资本性支出", None),
            (Some("309"), "资本性支出（基本建设）", None),
            (None, "其他支出", None),
            (Some("39999"), "其他支出", Some("399")),
            (None, "办公费", Some("301")),
        ] {
            assert_eq!(codes.by_name(name, within), code, "{name}");
        }
        assert_eq!(codes.class_by_name("其他支出"), Some("399"));
    }

    #[test]
    fn a_code_bears_its_present_and_former_names() {
        let codes = Functional::embedded();
        assert_eq!(codes.bears("210", "医疗卫生与计划生育支出"), Some(true));
        assert_eq!(codes.bears("210", "卫生健康"), Some(true));
        assert_eq!(codes.bears("210", "教育支出"), Some(false));
        assert_eq!(codes.bears("298", "教育支出"), None);
    }

    #[test]
    fn a_damaged_row_is_named_by_its_line() {
        let error = Functional::read("# list\ncode,name\n201,甲\n2O2,乙\n").unwrap_err();
        assert!(error.starts_with("line 4:"), "{error}");
    }
}

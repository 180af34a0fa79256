//! `clauses.toml`: the connecting words of statements, and the automaton over these words and all labels.

use std::collections::BTreeMap;

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use schemars::JsonSchema;
use serde::Deserialize;

use super::codes::{Economic, Functional};
use super::concepts::Concepts;
use super::example::Example;
use super::{Problem, template};
use crate::document::fold::fold_text;

/// What a connecting word does in a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 占: a share follows.
    Share,
    /// 完成, 执行率: a completion rate follows.
    Completion,
    /// 年初预算, 预算数: the phase `approved`.
    Approved,
    /// 调整预算, 全年预算: the phase `adjusted`.
    Adjusted,
    /// 决算, 执行数, 实际支出: the phase `executed`.
    Executed,
    /// 支出: says nothing, but what a project spent where it is about one.
    Spent,
    /// 到位: what a project received.
    Received,
    /// 调增, 追加: the phase `adjustment`, upwards.
    AdjustedUp,
    /// 调减: the phase `adjustment`, downwards.
    AdjustedDown,
    /// 比, 较, 与: a comparison follows.
    Versus,
    /// 上年, 去年.
    LastYear,
    /// 同比: with the year before, all in one word.
    OnYear,
    /// 未安排此项预算: what follows the year or the budget that it is said of compares with it.
    Absent,
    /// 年初未安排预算: what follows compares with the budget.
    Unbudgeted,
    /// 同口径: with the year before, on a basis of its own where another rate stands beside it.
    Comparable,
    /// 增加, 增长.
    Increase,
    /// 减少, 下降.
    Decrease,
    /// 增加（减少）: the words of a template, of which none was chosen.
    Undirected,
    /// 减少到, 增至: the figure of the present year follows one of another.
    Reaches,
    /// 大于, 超出.
    Greater,
    /// 小于, 低于.
    Less,
    /// 持平, 无变化.
    Equal,
    /// 预决算差异率.
    VarianceRate,
    /// 其中: the parts of what came before follow.
    Parts,
    /// 中: directly behind a name, the parts of it follow (本年支出中).
    Within,
    /// 含: behind an amount, a part of it may follow.
    Holds,
    /// 主要用于以下方面: a list follows, its items being parts.
    List,
    /// 主要原因是: a reason follows.
    Cause,
    /// 因, 由于: as a cause; at the beginning of a sentence, what it is the reason for follows.
    Since,
    /// 计划新增: what is planned to be there follows, which is not there yet.
    Plan,
    /// 主要用于: a purpose follows.
    Purpose,
    /// 均为, 各: the same number for each of several subjects.
    Each,
    /// 全部为: what was stated is nothing but what is named behind it.
    All,
    /// 人均, 车均, 标准, 不超过: the numbers of the clause are averages or limits, which are no facts.
    Average,
    /// 突破: an amount behind it in its clause is a mark that was passed, not how much there is.
    Passes,
    /// 限额标准: as an average; an amount behind it makes the rest of the sentence speak of standards.
    Standard,
    /// “十四五”期间: the numbers of the sentence are those of several years together, which are no facts.
    Period,
    /// 分别为: the numbers of several subjects in order.
    Respectively,
    /// 为, 支出, 本部门: words that say nothing of which number it is.
    Filler,
    /// 资金, 经费: as a filler; but it ends the name of what unknown words before it say.
    Money,
    /// 为, 是: as a filler; at the beginning of a clause without a number, it says what something is.
    Copula,
    /// 下属单位: the number is not about the whole department.
    Scope,
    /// 本级: nor is what is said of the office itself, but for what it alone spends.
    Office,
    /// 全县: the number is about the whole place again.
    Unlimited,
    /// 得分: points follow.
    Score,
    /// 和, 及: joins two subjects.
    And,
    /// The whole that 其余 leaves.
    Rest,
    /// 涉及资金: the money of what was last counted.
    Involves,
    /// 费, 补助, 工程: words that make unknown words between a label and a number be about something else.
    Noun,
}

impl Role {
    /// Whether words of the role tell nothing of the numbers beside them.
    pub fn says_nothing(self) -> bool {
        matches!(self, Role::Filler | Role::Money | Role::Copula)
    }
}

/// The file as it is written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[serde(default)]
    word: Vec<WordEntry>,
    #[serde(default)]
    example: Vec<Example>,
}

impl File {
    /// The words as they are written.
    pub(super) fn texts(&self) -> impl Iterator<Item = &toml::Spanned<String>> {
        self.word.iter().flat_map(|entry| &entry.texts)
    }

    /// The examples as they are written.
    pub(super) fn examples(&self) -> &[Example] {
        &self.example
    }
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct WordEntry {
    role: Role,
    #[schemars(with = "Vec<String>")]
    texts: Vec<toml::Spanned<String>>,
}

/// What the automaton found: a label, or a connecting word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A label, by its text in [`Concepts::labels`].
    Label(String),
    /// A connecting word.
    Word(Role),
    /// A name of a code list.
    Category(String),
}

/// The connecting words, and the automaton over them and the labels.
#[derive(Debug, Default)]
pub struct Clauses {
    words: Vec<(String, Role)>,
    /// The examples, in the order of the files.
    pub examples: Vec<Example>,
    meaningful: Finder<Entry>,
    fillers: Finder<Role>,
}

impl Clauses {
    pub(super) fn overlay(&mut self, file: File) -> Result<(), Problem> {
        self.examples.extend(file.example);
        for entry in file.word {
            for text in entry.texts {
                let expanded = template::expand(text.get_ref()).map_err(|(at, why)| {
                    Problem::new(text.span().start + 1 + at..text.span().end, why)
                })?;
                for word in expanded {
                    self.words.retain(|(w, _)| *w != word);
                    self.words.push((word, entry.role));
                }
            }
        }
        Ok(())
    }

    /// Builds the automaton over labels, words and names of the code lists, which yield to each other in this order
    /// where they have the same text.
    pub(super) fn compile(&mut self, concepts: &Concepts) {
        let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
        let names = Functional::embedded()
            .names()
            .chain(Economic::embedded().names());
        let names: Vec<String> = names.map(fold_text).collect();
        for name in &names {
            for suffix in ["支出", "等支出"] {
                if let Some(short) = name
                    .strip_suffix(suffix)
                    .filter(|short| short.chars().count() >= 2)
                {
                    entries.insert(format!("{short}类支出"), Entry::Category(name.clone()));
                    entries.insert(short.to_owned(), Entry::Category(name.clone()));
                }
            }
            if name.chars().count() < 2 {
                continue;
            }
            entries.insert(format!("{name}支出"), Entry::Category(name.clone()));
        }
        // What one name is without its ending may be a name itself: 临时救助 and 临时救助支出.
        let whole = names.into_iter().filter(|name| name.chars().count() >= 2);
        entries.extend(whole.map(|name| (name.clone(), Entry::Category(name))));
        entries.extend(
            self.words
                .iter()
                .map(|(word, role)| (word.clone(), Entry::Word(*role))),
        );
        entries.extend(
            concepts
                .labels
                .keys()
                .map(|label| (label.to_string(), Entry::Label(label.to_string()))),
        );
        // Fillers yield to all else, wherever they begin: 局机关 must not hide 机关运行经费. But not to a word of one
        // character within them: 涉及 is not what 及 joins.
        let minor = [Role::Filler, Role::Money, Role::Copula, Role::Noun];
        let is_minor = |entry: &Entry| matches!(entry, Entry::Word(role) if minor.contains(role));
        let short: Vec<String> = entries
            .iter()
            .filter(|(text, entry)| text.chars().count() == 1 && !is_minor(entry))
            .map(|(text, _)| text.clone())
            .collect();
        let holds_one = |text: &str| short.iter().any(|word| text.contains(word.as_str()));
        entries.retain(|text, entry| !text.is_empty() && (!is_minor(entry) || holds_one(text)));
        self.meaningful = Finder::new(entries);
        let fillers = self.words.iter().filter(|(_, role)| role.says_nothing());
        self.fillers = Finder::new(fillers.map(|(word, role)| (word.clone(), *role)));
    }

    /// The labels and words of a text that mean something, from left to right, the longest at each place.
    pub fn find<'a, 't>(
        &'a self,
        text: &'t str,
    ) -> impl Iterator<Item = (std::ops::Range<usize>, &'a Entry)> + use<'a, 't> {
        self.meaningful.find(text)
    }

    /// The connecting words with what they do.
    pub fn words(&self) -> &[(String, Role)] {
        &self.words
    }

    /// The fillers of a text.
    pub fn fillers<'a, 't>(
        &'a self,
        text: &'t str,
    ) -> impl Iterator<Item = (std::ops::Range<usize>, Role)> + use<'a, 't> {
        self.fillers.find(text).map(|(range, role)| (range, *role))
    }
}

/// Texts and what they stand for, found in one pass. The automaton steps by characters, not bytes: with some ten
/// thousand labels of Chinese words it is built in a fraction of the time.
struct Finder<T> {
    entries: Vec<T>,
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
}

impl<T> Default for Finder<T> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            automaton: None,
        }
    }
}

impl<T: std::fmt::Debug> std::fmt::Debug for Finder<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Finder")
            .field("entries", &self.entries)
            .finish_non_exhaustive()
    }
}

impl<T> Finder<T> {
    fn new(entries: impl IntoIterator<Item = (String, T)>) -> Self {
        let (patterns, entries): (Vec<String>, Vec<T>) = entries.into_iter().unzip();
        let automaton = CharwiseDoubleArrayAhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .build(&patterns)
            .ok();
        Self { entries, automaton }
    }

    fn find<'a, 't>(
        &'a self,
        text: &'t str,
    ) -> impl Iterator<Item = (std::ops::Range<usize>, &'a T)> + use<'a, 't, T> {
        self.automaton
            .iter()
            .flat_map(move |automaton| automaton.leftmost_find_iter(text))
            .map(|m| (m.start()..m.end(), &self.entries[m.value() as usize]))
    }
}

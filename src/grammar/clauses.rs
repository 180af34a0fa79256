//! `clauses.toml`: the connecting words of statements, and the automaton over these words and all labels.

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind, MatchKind};
use serde::Deserialize;

use super::concepts::Concepts;
use super::{Problem, template};

/// What a connecting word does in a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
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
    /// 增加, 增长.
    Increase,
    /// 减少, 下降.
    Decrease,
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
    /// 主要用于以下方面: a list follows, its items being parts.
    List,
    /// 主要原因是: a reason follows.
    Cause,
    /// 主要用于: a purpose follows.
    Purpose,
    /// 均为, 各: the same number for each of several subjects.
    Each,
    /// 分别为: the numbers of several subjects in order.
    Respectively,
    /// 为, 支出, 本部门: words that say nothing of which number it is.
    Filler,
    /// 本级, 下属单位: the number is not about the whole department.
    Scope,
    /// 得分: points follow.
    Score,
    /// 和, 及: joins two subjects.
    And,
    /// The whole that 其余 leaves.
    Rest,
    /// What a number is a count of without a label: 个项目.
    Project,
}

/// The file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[serde(default)]
    word: Vec<WordEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordEntry {
    role: Role,
    texts: Vec<toml::Spanned<String>>,
    #[serde(default)]
    and: Option<Role>,
}

/// What the automaton found: a label, or a connecting word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A label, by its text in [`Concepts::labels`].
    Label(String),
    /// A connecting word with its one or two roles (较上年: versus and last year).
    Word(Role, Option<Role>),
}

/// The connecting words, and the automaton over them and the labels.
#[derive(Debug, Default)]
pub struct Clauses {
    words: Vec<(String, Role, Option<Role>)>,
    entries: Vec<Entry>,
    automaton: Option<AhoCorasick>,
}

impl Clauses {
    pub(super) fn overlay(&mut self, file: File) -> Result<(), Problem> {
        for entry in file.word {
            for text in entry.texts {
                let expanded = template::expand(text.get_ref()).map_err(|(at, why)| {
                    Problem::new(text.span().start + 1 + at..text.span().end, why)
                })?;
                for word in expanded {
                    self.words.retain(|(w, ..)| *w != word);
                    self.words.push((word, entry.role, entry.and));
                }
            }
        }
        Ok(())
    }

    /// Builds the automaton over labels and words. A label wins over a word of the same text.
    pub(super) fn compile(&mut self, concepts: &Concepts) {
        let mut patterns: Vec<String> = concepts.labels.keys().cloned().collect();
        self.entries = patterns.iter().cloned().map(Entry::Label).collect();
        for (word, role, and) in &self.words {
            if !concepts.labels.contains_key(word) {
                patterns.push(word.clone());
                self.entries.push(Entry::Word(*role, *and));
            }
        }
        self.automaton = AhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&patterns)
            .ok();
    }

    /// The labels and words of a text, from left to right, the longest at each place.
    pub fn find<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (std::ops::Range<usize>, &'a Entry)> {
        self.automaton
            .iter()
            .flat_map(move |automaton| automaton.find_iter(text))
            .map(|m| (m.range(), &self.entries[m.pattern().as_usize()]))
    }
}

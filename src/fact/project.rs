//! Names of projects, as headings and sentences give them.

use std::collections::HashMap;
use std::ops::Range;

use smol_str::SmolStr;

use super::Statement;
use crate::document::fold::fold_text;
use crate::document::numbering;
use crate::grammar::projects::Projects;
use crate::mention::read_whole;

/// A name without a year in brackets at its end, and without the quotation marks around the whole.
///
/// ```
/// use gongkai::fact::project::tidy;
/// assert_eq!(tidy("“一卡通”网络服务费（2022年、2023年）"), "“一卡通”网络服务费");
/// assert_eq!(tidy("“图书流动车”(2024)"), "图书流动车");
/// assert_eq!(tidy("库区道路（二期）"), "库区道路（二期）");
/// ```
pub fn tidy(name: &str) -> String {
    let mut name = name.trim();
    while let Some(bare) = without_year(name).or_else(|| without_quotes(name)) {
        name = bare.trim();
    }
    name.to_owned()
}

fn without_year(name: &str) -> Option<&str> {
    let inner = name.strip_suffix([')', '）'])?;
    let (at, open) = inner
        .char_indices()
        .rfind(|&(_, c)| matches!(c, '(' | '（'))?;
    let words = &inner[at + open.len_utf8()..];
    let years = words.chars().filter(|c| c.is_numeric()).count() >= 4
        && words
            .chars()
            .all(|c| c.is_numeric() || c.is_whitespace() || "年度、，,-—–至和.".contains(c));
    (years && at > 0).then(|| &name[..at])
}

fn without_quotes(name: &str) -> Option<&str> {
    [('“', '”'), ('"', '"'), ('「', '」'), ('《', '》')]
        .into_iter()
        .find_map(|(open, close)| {
            let inner = name.strip_prefix(open)?.strip_suffix(close)?;
            (!inner.is_empty() && !inner.contains([open, close])).then_some(inner)
        })
}

/// The name in a line that is nothing but a name in brackets: （人才发展资金）.
pub fn in_brackets(line: &str) -> Option<String> {
    let inner = line
        .strip_prefix(['(', '（', '《'])?
        .strip_suffix([')', '）', '》'])?;
    (inner.chars().count() >= 3).then(|| tidy(inner))
}

/// The name that a heading gives: “…”项目, or a heading that ends in 项目.
pub fn in_heading(title: &str, words: &Projects) -> Option<String> {
    in_folded(&fold_text(title), words)
}

/// The same, of a heading in folded words.
pub fn in_folded(title: &str, words: &Projects) -> Option<String> {
    if let Some(quoted) = quoted(title).filter(|(_, rest)| {
        words
            .behind_quotes
            .iter()
            .any(|w| rest.starts_with(w.as_str()))
    }) {
        return Some(tidy(quoted.0));
    }
    let (stem, end) = parted(title, &words.review_ends)
        .filter(|(stem, _)| ends_in(stem, &words.kept))
        .or_else(|| parted(title, &words.heading_ends))?;
    let kept = words.kept.iter().find(|kept| *kept == end);
    let general = words
        .generic
        .iter()
        .any(|w| w == without_leading_year(stem));
    let generic = general || names_department(stem, words) || stem.chars().count() < SHORTEST;
    (!generic).then(|| tidy(&format!("{stem}{}", kept.map_or("", |end| end))))
}

/// Words parted before the first of some ends that they have.
fn parted<'w>(words: &'w str, ends: &'w [String]) -> Option<(&'w str, &'w str)> {
    let stem = |end: &'w String| Some((words.strip_suffix(end.as_str())?, end.as_str()));
    ends.iter().find_map(stem)
}

fn ends_in(words: &str, ends: &[String]) -> bool {
    parted(words, ends).is_some()
}

/// Whether words speak of the department as a whole.
fn names_department(words: &str, grammar: &Projects) -> bool {
    let mut department = grammar.department.iter();
    department.any(|word| words.contains(word.as_str()))
}

/// Words without the year that they begin with: 2023年度重点项目.
fn without_leading_year(words: &str) -> &str {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix('年') {
        Some(rest) if rest.len() < words.len() => rest.strip_prefix('度').unwrap_or(rest),
        _ => words,
    }
}

/// The name that an item of a list bears: 健身步道项目. The words are folded.
pub fn in_item(title: &str, words: &Projects) -> Option<String> {
    // 2023年该项目 is any.
    let generic = is_generic(without_leading_year(title), words);
    let named = ends_in(title, &words.kept) && !title.contains(['，', '“']) && !generic;
    (named && !names_department(title, words)).then(|| in_folded(title, words))?
}

/// The name of the project that the title of a report is about, behind the publisher and the year. The words are folded.
pub fn in_title(title: &str, publisher: &str, words: &Projects) -> Option<String> {
    let at = title.find(publisher).map_or(0, |at| at + publisher.len());
    let title = &title[at..];
    let year = title
        .rfind(|c: char| c.is_ascii_digit())
        .map_or(0, |at| at + 1);
    let title = title[year..].trim_start_matches(['年', '度']);
    let (name, _) = parted(title, &words.reports)?;
    ends_in(name, &words.kept).then(|| in_folded(name, words))?
}

/// The name of the project whose review a heading, or the opening of a paragraph, announces: …项目绩效自评综述. The words
/// are folded.
pub fn in_review(words: &str, grammar: &Projects) -> Option<String> {
    let mut marks = words.char_indices();
    let end = marks.find(|&(_, c)| matches!(c, '：' | '。' | '，'));
    let opening = &words[..end.map_or(words.len(), |(at, _)| at)];
    // 本部门在部门决算中反映档案整理项目绩效自评结果。 is a sentence about reviews, not the heading of one.
    let is_sentence = end.is_some_and(|(_, mark)| mark != '：');
    let reviews = |words: &str| {
        ends_in(words, &grammar.reviews) || !is_sentence && ends_in(words, &grammar.review_ends)
    };
    if !reviews(opening) {
        return None;
    }
    let opening = numbering::behind(opening);
    if !reviews(opening) {
        return None;
    }
    in_folded(opening, grammar)
}

/// The name that a line announces for those below it: 项目名称：馆藏文物修复. The words are folded.
pub fn announced(words: &str, grammar: &Projects) -> Option<String> {
    let words = numbering::behind(words);
    let behind = |word: &String| words.strip_prefix(word.as_str())?.strip_prefix('：');
    let name = grammar.announces.iter().find_map(behind)?;
    let end = name.find(['；', '。']).unwrap_or(name.len());
    let name = tidy(&name[..end]);
    (name.chars().filter(|c| c.is_alphabetic()).count() > 2).then_some(name)
}

/// The words in the first quotation marks of a text that begins with them, and the rest behind.
pub fn quoted(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('“')?;
    let mut depth = 1;
    for (at, c) in inner.char_indices() {
        match c {
            '“' => depth += 1,
            '”' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((&inner[..at], &inner[at + c.len_utf8()..]));
        }
    }
    None
}

/// The name that stands before a phrase such as 绩效自评得分: the words of its clause, or of the clause before where the
/// name stands alone (人才发展资金，绩效自评得分为95分).
pub fn before(words: &str, grammar: &Projects) -> Option<String> {
    let ends = |name: &str| {
        grammar
            .nouns
            .iter()
            .any(|noun| name.ends_with(noun.as_str()))
    };
    name_before(words, grammar, ends)
}

/// The same, of names in no quotation marks those alone that are `told`.
fn name_before(words: &str, grammar: &Projects, told: impl Fn(&str) -> bool) -> Option<String> {
    let sentence = words.rsplit(['。', '；', '：', '\n']).next()?;
    let mut name = clauses(sentence)
        .into_iter()
        .rev()
        .find(|clause| !clause.is_empty())?;
    name = numbering::behind(name);
    for opener in &grammar.openers {
        name = name.strip_prefix(opener.as_str()).unwrap_or(name);
    }
    if let Some((inner, rest)) = quoted(name)
        && (rest.is_empty()
            || grammar
                .behind_quotes
                .iter()
                .any(|w| rest.starts_with(w.as_str())))
    {
        return Some(tidy(inner));
    }
    for end in &grammar.name_ends {
        name = name.strip_suffix(end.as_str()).unwrap_or(name);
    }
    let length = name.chars().count();
    if !told(name) {
        return None;
    }
    let generic = grammar.generic.iter().any(|w| w == name) || names_department(name, grammar);
    ((3..=40).contains(&length) && !generic).then(|| tidy(name))
}

/// Whether folded words are those of any project, not the name of one: 项目支出绩效自评情况.
pub fn is_generic(words: &str, grammar: &Projects) -> bool {
    let ends = grammar.name_ends.iter();
    let stems = ends.filter_map(|end| words.strip_suffix(end.as_str()));
    let mut stems = stems.chain([words]);
    stems.any(|stem| grammar.generic.iter().any(|generic| generic == stem))
}

/// The names of several projects before a phrase such as 自评得分分别为: 甲项目、乙项目和丙费. None where one part is no name.
///
/// ```
/// use gongkai::{fact::project::several, grammar::Grammar};
/// let words = &Grammar::embedded().projects;
/// assert_eq!(several("“芦荡清淤”和河道保洁费", words), ["芦荡清淤", "河道保洁费"]);
/// assert_eq!(several("芦荡清淤、堤防加固2个项目", words), ["芦荡清淤", "堤防加固"]);
/// assert_eq!(several("公开“芦荡清淤”“堤防加固”2个项目的绩效自评结果，", words), ["芦荡清淤", "堤防加固"]);
/// assert!(several("芦荡清淤、堤防加固3个项目", words).is_empty());
/// assert!(several("河道保洁费", words).is_empty());
/// ```
pub fn several(words: &str, grammar: &Projects) -> Vec<String> {
    let Some(clause) = words
        .rsplit(['。', '；', '：', '\n'])
        .next()
        .and_then(|sentence| clauses(sentence).into_iter().rev().find(|c| !c.is_empty()))
    else {
        return Vec::new();
    };
    let mut ends = grammar.review_ends.iter();
    let reviewed = ends.find_map(|end| clause.strip_suffix(end.as_str()));
    let clause = reviewed.map_or(clause, |names| names.strip_suffix('的').unwrap_or(names));
    let (clause, count) = without_count(clause, grammar);
    let mut openers = grammar.openers.iter();
    let names = openers.find_map(|opener| clause.strip_prefix(opener.as_str()));
    let clause = names
        .filter(|names| names.starts_with('“'))
        .unwrap_or(clause);
    let parts = enumerated(clause);
    // Whose number is said are names, whatever they end with.
    let counted = count.is_some_and(|count| count == parts.len());
    if count.is_some() && !counted {
        return Vec::new();
    }
    let names: Option<Vec<String>> = parts
        .iter()
        .map(|part| match quoted(part) {
            Some((inner, _)) => Some(tidy(inner)),
            // 公开“甲”、“乙”2个项目
            None if counted && part.ends_with('”') => {
                let (inner, _) = quoted(&part[part.find('“')?..])?;
                Some(tidy(inner))
            }
            None if counted => name_before(part, grammar, |_| true),
            None => before(part, grammar),
        })
        .collect();
    names.filter(|names| names.len() > 1).unwrap_or_default()
}

/// An enumeration without the number of its parts behind it, and that number: 甲、乙等2个项目.
fn without_count<'w>(clause: &'w str, grammar: &Projects) -> (&'w str, Option<usize>) {
    let counted = grammar.subjects.iter().find_map(|subject| {
        let rest = clause.strip_suffix(subject.as_str())?.strip_suffix('个')?;
        let before_digits = rest.trim_end_matches(|c: char| c.is_ascii_digit());
        let names = match before_digits.len() < rest.len() {
            true => before_digits,
            false => rest.trim_end_matches(is_numeral),
        };
        let number = &rest[names.len()..];
        let spelled = || usize::try_from(read_whole(number)?).ok();
        let count = number.parse().ok().or_else(spelled)?;
        Some((names.strip_suffix('等').unwrap_or(names), Some(count)))
    });
    counted.unwrap_or((clause, None))
}

/// Whether a character stands in a spelled number of projects: 两个项目.
fn is_numeral(c: char) -> bool {
    "一二三四五六七八九十两".contains(c)
}

/// The parts of an enumeration; what stands in quotation marks or brackets is not parted, but from other quotation marks.
fn enumerated(clause: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, c) in clause.char_indices() {
        if c == '“' && depth == 0 && clause[..at].ends_with('”') {
            parts.push(&clause[start..at]);
            start = at;
        }
        match c {
            '“' | '(' => depth += 1,
            '”' | ')' => depth = depth.saturating_sub(1),
            '、' | '和' | '及' if depth == 0 => {
                parts.push(&clause[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&clause[start..]);
    parts.retain(|part| !part.is_empty());
    parts
}

/// A name found in folded words, with its brackets as they are printed.
///
/// ```
/// use gongkai::fact::project::as_printed;
/// assert_eq!(as_printed("库区道路(二期)", "“库区 道路（二期）”项目"), "库区道路（二期）");
/// assert_eq!(as_printed("库区道路(二期)", "库区道路(二期)"), "库区道路(二期)");
/// ```
pub fn as_printed(name: &str, printed: &str) -> String {
    let wide = || name.replace('(', "（").replace(')', "）");
    let is_printed = |name: &str| {
        let words: String = printed.chars().filter(|c| !c.is_whitespace()).collect();
        words.contains(name)
    };
    match name.contains(['(', ')']) && is_printed(&wide()) {
        true => wide(),
        false => name.to_owned(),
    }
}

/// How long a list of names is at most, in bytes.
const LONGEST_LIST: usize = 1500;

/// The names that folded words list before the number of projects: 反映河道清淤、堤防加固等3个项目的绩效自评结果.
///
/// ```
/// use gongkai::{fact::project::listed, grammar::Grammar};
/// let words = &Grammar::embedded().projects;
/// let text = "本部门在部门决算中反映河道清淤、堤防加固等3个项目绩效自评结果。";
/// assert_eq!(listed(text, words), ["河道清淤", "堤防加固"]);
/// assert!(listed("共对3个项目开展绩效自评。", words).is_empty());
/// ```
pub fn listed(words: &str, grammar: &Projects) -> Vec<String> {
    let names = |(at, _): (usize, &str)| {
        let floor = at.saturating_sub(LONGEST_LIST);
        let floor = (floor..at).find(|&floor| words.is_char_boundary(floor))?;
        let sentence = words[floor..at].rsplit(['。', '；', '\n']).next()?;
        let list = sentence.trim_end_matches(|c: char| c.is_ascii_digit() || is_numeral(c));
        let list = list.strip_suffix('等').unwrap_or(list);
        let list = grammar.lists.iter().find_map(|word| {
            let (_, list) = list.rsplit_once(word.as_str())?;
            (list.len() < sentence.len() && !list.contains(['，', '：'])).then_some(list)
        })?;
        let name = |part: &str| quoted(part).map_or_else(|| tidy(part), |(inner, _)| tidy(inner));
        Some(
            enumerated(list)
                .into_iter()
                .map(name)
                .collect::<Vec<String>>(),
        )
    };
    let counted = words.match_indices("个项目");
    counted.filter_map(names).flatten().collect()
}

/// Gives one name to a project whose name is written in several ways, 库区道路(二期) and 库区道路（二期）, or with 项目 behind it
/// and without: that of a table, else that of a list of projects (`listed`), else the first.
pub fn agree(statements: &mut [Statement], listed: &[String], words: &Projects) {
    let mut printed: HashMap<String, SmolStr> = HashMap::new();
    let mut stems: HashMap<String, Option<SmolStr>> = HashMap::new();
    for from_tables in [true, false] {
        let names: Vec<&SmolStr> = statements
            .iter()
            .filter(|statement| statement.table.is_some() == from_tables)
            .filter_map(|statement| statement.dimensions.get("project"))
            .collect();
        for name in names {
            let folded = fold_text(name);
            let stem = stem(&folded, words).to_owned();
            let known = stems.get(&stem);
            // A table that has both, 河道清淤 and 河道清淤项目, speaks of two.
            let is_second = from_tables && known.is_some() && !printed.contains_key(&folded);
            match is_second {
                true => stems.insert(stem, None),
                false => stems.insert(stem, known.cloned().unwrap_or_else(|| Some(name.clone()))),
            };
            if from_tables {
                printed.entry(folded).or_insert_with(|| name.clone());
            }
        }
        if from_tables {
            for name in listed {
                let stem = stem(name, words).to_owned();
                stems.entry(stem).or_insert_with(|| Some(name.into()));
            }
        }
    }
    for statement in statements {
        if let Some(name) = statement.dimensions.get_mut("project") {
            let folded = fold_text(name);
            let stem = stem(&folded, words);
            let said = || stems.get(stem).and_then(Option::as_ref);
            if let Some(printed) = printed.get(&folded).or_else(said) {
                name.clone_from(printed);
            }
        }
    }
}

/// A name without the word behind it that says what it is of: 河道清淤 of 河道清淤项目.
fn stem<'n>(name: &'n str, words: &Projects) -> &'n str {
    let stem = |word: &String| name.strip_suffix(word.as_str());
    let stem = words.subjects.iter().find_map(stem);
    stem.filter(|stem| stem.chars().count() >= SHORTEST)
        .unwrap_or(name)
}

/// How many characters a name has at least that is told without 项目 behind it.
const SHORTEST: usize = 3;

/// The projects that the tables of a report name.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Their folded names, the longest first, each with the name as printed.
    names: Vec<(String, SmolStr)>,
}

impl Known {
    /// Those of the statements of tables.
    pub fn of<'s>(statements: impl IntoIterator<Item = &'s Statement>) -> Self {
        let names = statements
            .into_iter()
            .filter_map(|statement| statement.dimensions.get("project"))
            .map(|name| (fold_text(name), name.clone()))
            .filter(|(folded, _)| folded.chars().count() > SHORTEST);
        let mut names: Vec<_> = names.collect();
        names.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        names.dedup_by(|(a, _), (b, _)| a == b);
        Self { names }
    }

    /// The project whose name folded words are, with 项目 behind it or without.
    pub fn named(&self, folded: &str, words: &Projects) -> Option<&SmolStr> {
        let is = |name: &str| name == folded || stem(name, words) == stem(folded, words);
        let mut names = self.names.iter();
        let exact = names.clone().find(|(name, _)| name == folded);
        let (_, printed) = exact.or_else(|| names.find(|(name, _)| is(name)))?;
        Some(printed)
    }

    /// Where their names stand in folded words, with 项目 behind them, from left to right; of names within names the
    /// longest.
    pub fn find(&self, folded: &str, words: &Projects) -> Vec<(Range<usize>, &SmolStr)> {
        let mut found: Vec<(Range<usize>, &SmolStr)> = Vec::new();
        for (name, printed) in &self.names {
            let bare = stem(name, words);
            for (start, _) in folded.match_indices(bare) {
                let rest = &folded[start + bare.len()..];
                let word = words
                    .subjects
                    .iter()
                    .find(|word| rest.starts_with(word.as_str()));
                let end = folded.len() - rest.len() + word.map_or(0, String::len);
                if found
                    .iter()
                    .all(|(other, _)| other.end <= start || end <= other.start)
                {
                    found.push((start..end, printed));
                }
            }
        }
        found.sort_by_key(|(range, _)| range.start);
        found
    }
}

/// The clauses of a sentence; a comma between quotation marks ends none.
fn clauses(sentence: &str) -> Vec<&str> {
    let mut clauses = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, c) in sentence.char_indices() {
        match c {
            '“' => depth += 1,
            '”' => depth = depth.saturating_sub(1),
            '，' if depth == 0 => {
                clauses.push(&sentence[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    clauses.push(&sentence[start..]);
    clauses
}

/// Whether words are as long as the name of a project at least.
pub fn is_long(name: &str) -> bool {
    name.chars().count() >= SHORTEST
}

/// Whether the sentence that a score ends, or one shortly before, is about the department as a whole from its first words
/// on, and no project is spoken of behind them: 部门整体支出年初预算60万元，执行54万元。自评得分95分.
pub fn opens_with_department(words: &str, grammar: &Projects) -> bool {
    words
        .rsplit(['。', '；', '\n'])
        .take(SENTENCES)
        .take_while(|sentence| !names_projects(sentence, grammar))
        .any(|sentence| {
            let first = sentence.split(['，', '：']).next().unwrap_or(sentence);
            names_department(first, grammar)
        })
}

/// How many sentences back what a score is of is looked for.
const SENTENCES: usize = 3;

/// Whether the words that say how a number is a score name the department alone: 整体绩效自评为94分, but not
/// 项目整体绩效自评为94分.
pub fn is_department_alone(words: &str, grammar: &Projects) -> bool {
    let sentence = last_sentence(words);
    let clause = sentence.rsplit('，').next().unwrap_or(sentence);
    names_department(clause, grammar) && !names_projects(clause, grammar)
}

/// Whether words speak of projects.
fn names_projects(words: &str, grammar: &Projects) -> bool {
    let mut subjects = grammar.subjects.iter();
    subjects.any(|word| words.contains(word.as_str()))
}

fn last_sentence(words: &str) -> &str {
    words.rsplit(['。', '；', '\n']).next().unwrap_or(words)
}

/// Whether words before a score say that it is that of the department as a whole.
pub fn is_department(words: &str, grammar: &Projects) -> bool {
    let sentence = last_sentence(words);
    let clause = sentence
        .trim_end_matches('，')
        .rsplit('，')
        .next()
        .unwrap_or(sentence);
    names_department(clause, grammar)
}

#[cfg(test)]
mod tests {
    use super::{Known, before, in_brackets, in_heading, is_department, several, tidy};
    use crate::grammar::Grammar;

    #[test]
    fn tables_make_projects_known() {
        let words = &Grammar::embedded().projects;
        let known = Known {
            names: [
                ("芦荡清淤(二期)", "芦荡清淤（二期）"),
                ("芦荡清淤项目", "芦荡清淤项目"),
            ]
            .map(|(folded, printed)| (folded.into(), printed.into()))
            .into(),
        };
        for (folded, printed) in [
            ("芦荡清淤(二期)", Some("芦荡清淤（二期）")),
            ("芦荡清淤(二期)项目", Some("芦荡清淤（二期）")),
            ("芦荡清淤", Some("芦荡清淤项目")),
            ("芦荡清淤项目", Some("芦荡清淤项目")),
            ("芦荡", None),
        ] {
            let named = known.named(folded, words).map(|name| name.as_str());
            assert_eq!(named, printed, "{folded}");
        }
        let text = "芦荡清淤(二期)项目和芦荡清淤";
        let found: Vec<&str> = known
            .find(text, words)
            .into_iter()
            .map(|(range, _)| &text[range])
            .collect();
        assert_eq!(found, ["芦荡清淤(二期)项目", "芦荡清淤"]);
    }

    #[test]
    fn names_lose_years_and_quotes() {
        for (name, tidied) in [
            ("档案整理费(2023)", "档案整理费"),
            ("网络费(2022年、2023年)", "网络费"),
            ("“两河治理”", "两河治理"),
            ("“一站式”服务费", "“一站式”服务费"),
            ("设备购置(二期)", "设备购置(二期)"),
        ] {
            assert_eq!(tidy(name), tidied);
        }
    }

    #[test]
    fn names_stand_in_headings() {
        let words = &Grammar::embedded().projects;
        for (heading, name) in [
            ("“病虫害防治补助”项目", Some("病虫害防治补助")),
            ("小型水库加固项目", Some("小型水库加固项目")),
            ("项目基本情况", None),
            ("评价结论", None),
        ] {
            assert_eq!(in_heading(heading, words).as_deref(), name, "{heading}");
        }
        assert_eq!(in_brackets("(档案整理费)").as_deref(), Some("档案整理费"));
        assert_eq!(in_brackets("档案整理费"), None);
    }

    #[test]
    fn reviews_announce_their_project() {
        let words = &Grammar::embedded().projects;
        for (text, name) in [
            (
                "档案整理项目绩效自评综述：全年预算数为3万元",
                Some("档案整理项目"),
            ),
            (
                "2.湖滩育苗专项资金绩效自评情况：项目自评得分",
                Some("湖滩育苗专项资金"),
            ),
            ("观鸟节工作经费绩效评价结果：", Some("观鸟节工作经费")),
            ("档案整理项目支出绩效自评综述：", Some("档案整理项目")),
            ("部门整体支出绩效自评情况：", None),
            (
                "本部门在2022年度部门决算中反映档案整理项目绩效自评结果。具体如下",
                None,
            ),
            ("2023年度项目支出绩效自评情况：", None),
            ("2023年度财政专项资金绩效评价情况：", None),
            ("预算绩效自评情况：", None),
            ("(1)“河道保洁”项目自评综述：项目自评得分", Some("河道保洁")),
            ("项目绩效自评综述：", None),
            ("部门组织对项目开展自评。", None),
            ("河道保洁项目全年预算数为3万元。", None),
        ] {
            assert_eq!(super::in_review(text, words).as_deref(), name, "{text}");
        }
    }

    #[test]
    fn several_names_stand_before_their_scores() {
        let words = &Grammar::embedded().projects;
        for (text, names) in [
            (
                "其中：农机补贴项目、渔业资金项目和种子储备费",
                &["农机补贴项目", "渔业资金项目", "种子储备费"][..],
            ),
            (
                "经自评，“道路、桥梁养护”“河道保洁”",
                &["道路、桥梁养护", "河道保洁"],
            ),
            (
                "“道路、桥梁养护”项目、河道保洁(二期)项目",
                &["道路、桥梁养护", "河道保洁(二期)项目"],
            ),
            ("进度、质量", &[]),
            ("农机补贴项目", &[]),
        ] {
            assert_eq!(several(text, words), names, "{text}");
        }
    }

    #[test]
    fn names_stand_before_scores() {
        let words = &Grammar::embedded().projects;
        for (text, name) in [
            ("河道保洁费，", Some("河道保洁费")),
            ("综合良好。“人口抽样”项目", Some("人口抽样")),
            ("其中，“农田补助”项目", Some("农田补助")),
            ("经自评，小型水库加固项目", Some("小型水库加固项目")),
            ("该项目", None),
            ("部门整体支出", None),
        ] {
            assert_eq!(before(text, words).as_deref(), name, "{text}");
        }
        assert!(is_department("其中，县林业局部门整体支出", words));
    }
}

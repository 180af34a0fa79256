//! Folded words → tokens: labels, categories, connecting words, numbers, marks, and what is none of these.

use std::ops::Range;

use crate::grammar::Grammar;
use crate::grammar::clauses::{Entry, Role};
use crate::grammar::codes::Functional;
use crate::mention::{Kind, Mention};

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'g> {
    /// The bytes of the folded words.
    pub range: Range<usize>,
    /// What it is.
    pub kind: TokenKind<'g>,
}

/// What a piece of a sentence is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenKind<'g> {
    /// A label, by its text in the grammar.
    Label(&'g str),
    /// A name of a code list.
    Category(&'g str),
    /// A category by its path or code: 社会保障和就业支出(类)…(款)…(项), 208(类)05(款)05(项).
    Path(Path),
    /// A connecting word.
    Word(Role),
    /// A number, by its index in the mentions.
    Mention(usize),
    /// A punctuation mark.
    Mark(char),
    /// Words that the grammar does not know.
    Gap,
}

/// A functional category by the names of its levels, or by its code.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path {
    /// The code as printed.
    pub code: Option<String>,
    /// The names of 类, 款 and 项, where they are printed.
    pub names: [Option<String>; 3],
}

/// The marks that end a clause or set words apart.
const MARKS: [char; 12] = [
    '，', '。', '；', '：', '、', '！', '？', '(', ')', '“', '”', '\n',
];
/// The level words of a path, in folded text.
const LEVELS: [&str; 3] = ["(类)", "(款)", "(项)"];
/// The longest name of a category, in bytes.
const LONGEST_NAME: usize = 120;

/// Cuts folded words into tokens.
pub fn read<'g>(words: &str, mentions: &[Mention], grammar: &'g Grammar) -> Vec<Token<'g>> {
    let mut tokens = paths(words, mentions);
    // Labels that hold a number (单价100万元以上设备) take it with them; all else lies between the numbers.
    let within = |range: &Range<usize>| {
        let at = mentions.partition_point(|m| m.range.end <= range.start);
        mentions
            .get(at)
            .is_some_and(|m| range.start <= m.range.start && m.range.end <= range.end)
    };
    for (range, entry) in grammar.clauses.find(words) {
        if let Entry::Label(label) = entry
            && within(&range)
            && !overlaps(&tokens, &range)
        {
            tokens.push(Token {
                range,
                kind: TokenKind::Label(label),
            });
        }
    }
    tokens.sort_by_key(|t| t.range.start);
    let numbers: Vec<Token> = mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| !overlaps(&tokens, &mention.range))
        .map(|(index, mention)| Token {
            range: mention.range.clone(),
            kind: TokenKind::Mention(index),
        })
        .collect();
    tokens.extend(numbers);
    tokens.sort_by_key(|t| t.range.start);
    between(words, &mut tokens, |text| {
        grammar.clauses.find(text).collect()
    });
    between(words, &mut tokens, |text| {
        grammar.clauses.fillers(text).collect()
    });
    fill(words, tokens)
}

/// Whether a range shares a byte with one of the tokens, which are in order and apart.
fn overlaps(tokens: &[Token], range: &Range<usize>) -> bool {
    let at = tokens.partition_point(|t| t.range.end <= range.start);
    tokens.get(at).is_some_and(|t| t.range.start < range.end)
}

/// Finds entries of the grammar in the words between the tokens.
fn between<'g>(
    words: &str,
    tokens: &mut Vec<Token<'g>>,
    find: impl Fn(&str) -> Vec<(Range<usize>, &'g Entry)>,
) {
    let mut found = Vec::new();
    let mut at = 0;
    for end in tokens
        .iter()
        .map(|t| t.range.clone())
        .chain(std::iter::once(words.len()..words.len()))
    {
        for (range, entry) in find(&words[at..end.start]) {
            let kind = match entry {
                Entry::Label(label) => TokenKind::Label(label),
                Entry::Category(name) => TokenKind::Category(name),
                Entry::Word(role) => TokenKind::Word(*role),
            };
            found.push(Token {
                range: at + range.start..at + range.end,
                kind,
            });
        }
        at = end.end;
    }
    tokens.extend(found);
    tokens.sort_by_key(|t| t.range.start);
}

/// Puts marks and gaps between the tokens, so that nothing is left out.
fn fill<'g>(words: &str, tokens: Vec<Token<'g>>) -> Vec<Token<'g>> {
    let mut all = Vec::with_capacity(tokens.len() * 2);
    let mut at = 0;
    for token in tokens {
        unknown(words, at..token.range.start, &mut all);
        at = token.range.end;
        all.push(token);
    }
    unknown(words, at..words.len(), &mut all);
    all
}

fn unknown<'g>(words: &str, range: Range<usize>, all: &mut Vec<Token<'g>>) {
    let mut start = range.start;
    for (at, c) in words[range.clone()].char_indices() {
        let at = range.start + at;
        if MARKS.contains(&c) || c == ' ' {
            if start < at {
                all.push(Token {
                    range: start..at,
                    kind: TokenKind::Gap,
                });
            }
            if c != ' ' {
                all.push(Token {
                    range: at..at + c.len_utf8(),
                    kind: TokenKind::Mark(c),
                });
            }
            start = at + c.len_utf8();
        }
    }
    if start < range.end {
        all.push(Token {
            range: start..range.end,
            kind: TokenKind::Gap,
        });
    }
}

/// The categories that a text names by path or by code.
fn paths<'g>(words: &str, mentions: &[Mention]) -> Vec<Token<'g>> {
    let mut tokens = Vec::new();
    let mut end = 0;
    let mut marks = LEVELS
        .iter()
        .enumerate()
        .flat_map(|(level, mark)| words.match_indices(mark).map(move |(at, _)| (at, level)))
        .collect::<Vec<_>>();
    marks.sort_unstable();
    let mut marks = marks.into_iter().peekable();
    for mention in mentions {
        let Kind::Code(code) = &mention.kind else {
            continue;
        };
        while let Some(&(at, _)) = marks.peek().filter(|(at, _)| *at < mention.range.start) {
            tokens.extend(path(words, &mut marks, at, &mut end));
        }
        let start = name_before(words, mention.range.start, end).unwrap_or(mention.range.start);
        let stop = mention.range.end + name_behind(&words[mention.range.end..], code);
        while marks.next_if(|&(at, _)| at < stop).is_some() {}
        tokens.push(Token {
            range: start..stop,
            kind: TokenKind::Path(Path {
                code: Some(code.clone()),
                ..Path::default()
            }),
        });
        end = stop;
    }
    while let Some(&(at, _)) = marks.peek() {
        tokens.extend(path(words, &mut marks, at, &mut end));
    }
    tokens
}

/// `path = (name level)+`, beginning with the name before the mark at `at`; a name may stand in quotation marks.
fn path<'g>(
    words: &str,
    marks: &mut std::iter::Peekable<impl Iterator<Item = (usize, usize)>>,
    at: usize,
    end: &mut usize,
) -> Option<Token<'g>> {
    let stop = words[..at].trim_end_matches('”').len();
    let Some(start) = name_before(words, stop, *end) else {
        marks.next();
        return None;
    };
    let mut path = Path::default();
    let mut from = start;
    let mut digits = String::new();
    let mut last = None;
    while let Some((at, level)) = marks.next_if(|&(at, level)| {
        last.is_none_or(|last| level > last)
            && at >= from
            && at - from <= LONGEST_NAME
            && !words[from..at].contains(['，', '。', '；', '：'])
    }) {
        let name = &words[from..at];
        digits.extend(name.chars().filter(char::is_ascii_digit));
        let name = name.trim_matches(|c: char| {
            c.is_ascii_digit() || matches!(c, '(' | ')' | '、' | '-' | '“' | '”')
        });
        path.names[level] = (!name.is_empty()).then(|| name.to_owned());
        from = at + LEVELS[level].len();
        last = Some(level);
    }
    path.code = matches!(digits.len(), 3 | 5 | 7).then_some(digits);
    *end = from;
    Some(Token {
        range: start..from,
        kind: TokenKind::Path(path),
    })
}

/// Where the name begins that ends at a byte: behind the last mark, number of an item, or connecting word.
fn name_before(words: &str, at: usize, from: usize) -> Option<usize> {
    let mut floor = at.saturating_sub(LONGEST_NAME).max(from);
    while !words.is_char_boundary(floor) {
        floor += 1;
    }
    let mut start = behind_mark(words, floor, at);
    // 政府办公厅(室)及相关机构事务: brackets within a known name.
    if let Some(open) = words[floor..start]
        .strip_suffix(')')
        .and_then(|inside| inside.rfind('('))
    {
        let longer = behind_mark(words, floor, floor + open);
        let known = words[longer..at]
            .char_indices()
            .map(|(i, _)| longer + i)
            .take_while(|&i| i < floor + open)
            .find(|&i| known(&words[i..at]));
        start = known.unwrap_or(start);
    }
    // The known name of a class, wherever it begins behind other words; a comma of enumeration may be a part of a name.
    if let Some(i) = words[start..at]
        .rfind('、')
        .filter(|i| !known(&words[start..at]) && known(&words[start + i + '、'.len_utf8()..at]))
    {
        start += i + '、'.len_utf8();
    }
    let name = &words[start..at];
    let digits = name.len() - name.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits > 0 && digits < 3 {
        let name = &name[digits..];
        start += digits + (name.len() - name.trim_start_matches('、').len());
    }
    if !known(&words[start..at]) {
        let shorter = words[start..at]
            .char_indices()
            .map(|(i, _)| start + i)
            .find(|&i| known(&words[i..at]));
        start = shorter.unwrap_or(start);
    }
    (start < at).then_some(start)
}

/// Where the words begin that end at a byte: behind the last mark, point or space.
fn behind_mark(words: &str, floor: usize, at: usize) -> usize {
    let before = &words[floor..at];
    let mark = before
        .char_indices()
        .rfind(|&(_, c)| MARKS.contains(&c) && c != '、' || c == '.' || c == ' ');
    mark.map_or(floor, |(i, c)| floor + i + c.len_utf8())
}

/// Whether a text is the name of a category.
fn known(name: &str) -> bool {
    Functional::embedded()
        .knows(name.trim_matches(|c: char| c.is_ascii_digit() || c == '(' || c == ')'))
}

/// How many bytes of the name of a category follow its code.
fn name_behind(words: &str, code: &str) -> usize {
    let codes = Functional::embedded();
    let Some(name) = codes.name_of(code) else {
        return 0;
    };
    let offset = words.len()
        - words
            .trim_start_matches([' ', ')', '：', '-', '“', '”'])
            .len();
    if words[offset..].starts_with(name) {
        offset + name.len()
    } else {
        0
    }
}

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
    Path(Box<Path>),
    /// A connecting word.
    Word(Role),
    /// A number, by its index in the mentions.
    Mention(usize),
    /// A punctuation mark.
    Mark(char),
    /// Words that the grammar does not know.
    Gap,
}

impl TokenKind<'_> {
    /// Whether it is a word that tells nothing of the numbers beside it.
    pub fn says_nothing(&self) -> bool {
        matches!(self, TokenKind::Word(role) if role.says_nothing())
    }

    /// Whether it names something that numbers may be about.
    pub fn is_name(&self) -> bool {
        matches!(
            self,
            TokenKind::Label(_) | TokenKind::Category(_) | TokenKind::Path(_)
        )
    }
}

/// A functional category by the names of its levels, or by its code.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path {
    /// The code as printed.
    pub code: Option<String>,
    /// The names of 类, 款 and 项, where they are printed.
    pub names: [Option<String>; 3],
}

/// Whether a character ends a clause or sets words apart.
const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '，' | '。' | '；' | '：' | '、' | '！' | '？' | '(' | ')' | '“' | '”' | '\n'
    )
}

/// The level words of a path, in folded text.
const LEVELS: [&str; 3] = ["(类)", "(款)", "(项)"];
/// What joins categories.
const JOINERS: [&str; 5] = ["、", "和", "及", "与", "以及"];
/// The longest name of a category, in bytes.
const LONGEST_NAME: usize = 120;

/// Cuts folded words into tokens.
pub fn read<'g>(words: &str, mentions: &[Mention], grammar: &'g Grammar) -> Vec<Token<'g>> {
    let found: Vec<Found> = grammar.clauses.find(words).collect();
    let mut cutter = Cutter {
        words,
        grammar,
        tokens: Vec::with_capacity(2 * (found.len() + mentions.len())),
    };
    let mut found = found.as_slice();
    let mut at = 0;
    for token in fixed(words, mentions, found) {
        found = cutter.between(at..token.range.start, found);
        at = token.range.end;
        cutter.tokens.push(token);
    }
    cutter.between(at..words.len(), found);
    let mut tokens = cutter.tokens;
    drop_doubled(words, &mut tokens);
    tokens
}

/// Drops words that are printed twice by mistake, the second time with more behind them: 支出支出决算为.
fn drop_doubled(words: &str, tokens: &mut Vec<Token>) {
    let is_word = |token: &Token| matches!(token.kind, TokenKind::Label(_) | TokenKind::Word(_));
    tokens.dedup_by(|next, before| {
        let said = &words[before.range.clone()];
        let doubled = is_word(before)
            && is_word(next)
            && before.range.end == next.range.start
            && words[next.range.clone()].starts_with(said)
            && said.chars().nth(1).is_some();
        if doubled {
            std::mem::swap(before, next);
        }
        doubled
    });
}

/// An entry of the grammar, and the bytes where it was found.
type Found<'g> = (Range<usize>, &'g Entry);

/// What stands wherever the words around it begin and end: paths, labels that hold a number (单价100万元以上设备), and
/// numbers. All else lies between these.
fn fixed<'g>(words: &str, mentions: &[Mention], found: &[Found<'g>]) -> Vec<Token<'g>> {
    let mut tokens = paths(words, mentions);
    let mut mention = mentions.iter().peekable();
    let paths = tokens.len();
    for (range, entry) in found {
        while mention.next_if(|m| m.range.end <= range.start).is_some() {}
        let holds = |m: &&Mention| range.start <= m.range.start && m.range.end <= range.end;
        if let Entry::Label(label) = entry
            && mention.peek().is_some_and(holds)
            && !overlaps(&tokens[..paths], range)
        {
            tokens.push(Token {
                range: range.clone(),
                kind: TokenKind::Label(label),
            });
        }
    }
    tokens.sort_by_key(|t| t.range.start);
    let mut larger = tokens.into_iter().peekable();
    let mut tokens = Vec::with_capacity(mentions.len());
    for (index, mention) in mentions.iter().enumerate() {
        while let Some(token) = larger.next_if(|t| t.range.end <= mention.range.start) {
            tokens.push(token);
        }
        if larger
            .peek()
            .is_none_or(|t| mention.range.end <= t.range.start)
        {
            tokens.push(Token {
                range: mention.range.clone(),
                kind: TokenKind::Mention(index),
            });
        }
    }
    tokens.extend(larger);
    tokens
}

/// Whether a range shares a byte with one of the tokens, which are in order and apart.
fn overlaps(tokens: &[Token], range: &Range<usize>) -> bool {
    let at = tokens.partition_point(|t| t.range.end <= range.start);
    tokens.get(at).is_some_and(|t| t.range.start < range.end)
}

/// Words that are being cut from left to right, so that nothing is left out.
struct Cutter<'w, 'g> {
    words: &'w str,
    grammar: &'g Grammar,
    tokens: Vec<Token<'g>>,
}

impl<'g> Cutter<'_, 'g> {
    /// Cuts the words between two tokens. `found` is what the grammar found in all the words from here on; gives what is
    /// left of it behind these.
    fn between<'f>(&mut self, range: Range<usize>, found: &'f [Found<'g>]) -> &'f [Found<'g>] {
        let before = found.partition_point(|(r, _)| r.end <= range.start);
        let found = &found[before..];
        let count = found.partition_point(|(r, _)| r.start < range.end);
        let (here, behind) = found.split_at(count);
        // What reaches into a token is not found, but what it hides may be.
        let cut = |(r, _): &Found| r.start < range.start || range.end < r.end;
        if here.iter().any(cut) {
            let again = self.grammar.clauses.find(&self.words[range.clone()]);
            let again = again.map(|(r, e)| (range.start + r.start..range.start + r.end, e));
            self.entries(range.clone(), again);
            // The last one may reach into the words behind the token, too.
            return &found[count.saturating_sub(1)..];
        }
        self.entries(range, here.iter().cloned());
        behind
    }

    /// Cuts words by the entries that were found in them.
    fn entries(&mut self, range: Range<usize>, found: impl Iterator<Item = Found<'g>>) {
        let mut at = range.start;
        for (found, entry) in found {
            self.rest(at..found.start);
            at = found.end;
            let kind = match entry {
                Entry::Label(label) => TokenKind::Label(label),
                Entry::Category(name) => TokenKind::Category(name),
                Entry::Word(role) => TokenKind::Word(*role),
            };
            self.tokens.push(Token { range: found, kind });
        }
        self.rest(at..range.end);
    }

    /// Cuts words that hold nothing but fillers, marks and gaps.
    fn rest(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let mut at = range.start;
        for (filler, role) in self.grammar.clauses.fillers(&self.words[range.clone()]) {
            let filler = range.start + filler.start..range.start + filler.end;
            self.unknown(at..filler.start);
            at = filler.end;
            self.tokens.push(Token {
                range: filler,
                kind: TokenKind::Word(role),
            });
        }
        self.unknown(at..range.end);
    }

    /// Cuts words that the grammar does not know at their marks.
    fn unknown(&mut self, range: Range<usize>) {
        let mut start = range.start;
        let mut push = |range: Range<usize>, kind| {
            if !range.is_empty() {
                self.tokens.push(Token { range, kind });
            }
        };
        for (at, c) in self.words[range.clone()].char_indices() {
            let (at, end) = (range.start + at, range.start + at + c.len_utf8());
            if is_mark(c) || c == ' ' {
                push(start..at, TokenKind::Gap);
                start = end;
            }
            if is_mark(c) {
                push(at..end, TokenKind::Mark(c));
            }
        }
        push(start..range.end, TokenKind::Gap);
    }
}

/// The categories that a text names by path or by code.
fn paths<'g>(words: &str, mentions: &[Mention]) -> Vec<Token<'g>> {
    let mut tokens = coded_paths(words);
    let coded: Vec<Range<usize>> = tokens.iter().map(|token| token.range.clone()).collect();
    let is_coded = |at: usize| {
        let behind = coded.partition_point(|range| range.end <= at);
        coded.get(behind).is_some_and(|range| range.contains(&at))
    };
    let mut end = 0;
    let level = |at: usize| LEVELS.iter().position(|mark| words[at..].starts_with(mark));
    let mut marks = words
        .match_indices('(')
        .filter(|(at, _)| !is_coded(*at))
        .filter_map(|(at, _)| Some((at, level(at)?)))
        .peekable();
    for mention in mentions.iter().filter(|m| !is_coded(m.range.start)) {
        let Kind::Code(code) = &mention.kind else {
            continue;
        };
        while let Some(&(at, _)) = marks.peek().filter(|(at, _)| *at < mention.range.start) {
            tokens.extend(path(words, &mut marks, at, &mut end));
        }
        // A path may hold digits that look like a code.
        if mention.range.start < end {
            continue;
        }
        let start = name_before(words, mention.range.start, end).unwrap_or(mention.range.start);
        let stop = mention.range.end + name_behind(&words[mention.range.end..], code);
        while marks.next_if(|&(at, _)| at < stop).is_some() {}
        tokens.push(Token {
            range: start..stop,
            kind: TokenKind::Path(Box::new(Path {
                code: Some(code.to_string()),
                ..Path::default()
            })),
        });
        end = stop;
    }
    while let Some(&(at, _)) = marks.peek() {
        tokens.extend(path(words, &mut marks, at, &mut end));
    }
    if !coded.is_empty() {
        tokens.sort_by_key(|token| token.range.start);
    }
    tokens
}

/// The digits of 类, of 款 and of 项, as a code has them.
const DIGITS: [usize; 3] = [3, 2, 2];

/// The paths whose names each bear the digits of their level: 农林水(213)林业和草原(02)行政运行(01).
fn coded_paths<'g>(words: &str) -> Vec<Token<'g>> {
    let mut tokens = Vec::new();
    let mut end = 0;
    for (at, _) in words.match_indices('(') {
        if at < end {
            continue;
        }
        let Some((code, stop)) = coded_levels(words, at) else {
            continue;
        };
        let start = name_before(words, at, end).unwrap_or(at);
        tokens.push(Token {
            range: start..stop,
            kind: TokenKind::Path(Box::new(Path {
                code: Some(code),
                ..Path::default()
            })),
        });
        end = stop;
    }
    tokens
}

/// The code that brackets from a byte on give together, two of them at least, with names between, and where they end.
fn coded_levels(words: &str, at: usize) -> Option<(String, usize)> {
    let mut code = String::new();
    let mut open = at;
    let mut end = None;
    for (level, &count) in DIGITS.iter().enumerate() {
        let inside = words.get(open + 1..open + 1 + count);
        let digits = inside.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
        let stop = open + 1 + count;
        let Some(digits) = digits.filter(|_| words[stop..].starts_with(')')) else {
            break;
        };
        code.push_str(digits);
        if level > 0 {
            end = Some(stop + 1);
        }
        // The next bracket that holds digits, behind a name.
        let rest = &words[stop + 1..];
        let name = rest.char_indices().take_while(|&(i, c)| {
            i <= LONGEST_NAME && !matches!(c, '，' | '。' | '；' | '：' | '\n')
        });
        let next = name
            .filter(|&(i, c)| i > 0 && c == '(')
            .map(|(i, _)| i)
            .find(|&i| rest[i + 1..].starts_with(|c: char| c.is_ascii_digit()));
        match next {
            Some(next) => open = stop + 1 + next,
            None => break,
        }
    }
    end.map(|end| (code, end))
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
        kind: TokenKind::Path(Box::new(path)),
    })
}

/// Where the name begins that ends at a byte: behind the last mark, number of an item, or connecting word.
fn name_before(words: &str, at: usize, from: usize) -> Option<usize> {
    let mut floor = at.saturating_sub(LONGEST_NAME).max(from);
    while !words.is_char_boundary(floor) {
        floor += 1;
    }
    let mut start = behind_mark(words, floor, at);
    // 养老服务(项)、老年福利(项): what joins a name to the one before.
    if start == from {
        let name = &words[start..at];
        let joined = JOINERS.iter().find_map(|joiner| name.strip_prefix(joiner));
        start = at - joined.unwrap_or(name).len();
    }
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
        .rfind(|&(_, c)| is_mark(c) && c != '、' || c == '.' || c == ' ');
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_within_a_path_are_part_of_it() {
        let words = "社会保障管理事务(款)引进人2080505费用(项)：支出3万元。";
        let tokens = read(words, &crate::mention::read(words), Grammar::embedded());
        let whole: String = tokens.iter().map(|t| &words[t.range.clone()]).collect();
        assert_eq!(whole, words);
    }
}

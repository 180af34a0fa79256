//! Phase and year as headers and labels say them: `2023年年初预算数`, `上年决算数`, `统计数`.

use crate::fact::Phase;
use crate::grammar::statements::Header;

/// The phase and the year that words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct When {
    pub phase: Option<Phase>,
    pub year: Option<Year>,
}

/// A year as words say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    Named(i32),
    Before,
    This,
}

impl When {
    /// Takes over what a word says of phase and year; what is left of it says what is counted.
    pub fn take<'w>(&mut self, word: &'w str, header: &Header) -> &'w str {
        let mut word = word;
        loop {
            if let Some(&phase) = header.phases.get(word) {
                self.phase = Some(phase);
                return "";
            }
            let Some((year, rest)) = dated(word, header) else {
                break;
            };
            self.year = Some(year);
            word = rest;
        }
        if word.is_empty() || header.neutral.contains(word) {
            return "";
        }
        // 三公经费预算数 is a thing and a phase.
        let phase = word.char_indices().skip(2).find_map(|(at, _)| {
            let phase = header.phases.get(word.get(at..)?)?;
            word.ends_with('数').then_some((at, *phase))
        });
        match phase {
            Some((at, phase)) => {
                self.phase = Some(phase);
                &word[..at]
            }
            None => word,
        }
    }

    /// What a label says that says nothing else: `2023年决算数`, `本年预算`.
    pub fn of(label: &str, header: &Header) -> Option<Self> {
        let mut when = Self::default();
        let rest = when.take(label, header);
        (rest.is_empty() && when != Self::default()).then_some(when)
    }
}

/// The year at the front of a word, and what follows.
fn dated<'w>(word: &'w str, header: &Header) -> Option<(Year, &'w str)> {
    let is_phase = |rest: &str| header.phases.contains_key(rest);
    if let Some((year, rest)) = named_year(word, is_phase) {
        return Some((Year::Named(year), rest));
    }
    let relative = [
        (&header.last_year, Year::Before),
        (&header.this_year, Year::This),
    ];
    relative.into_iter().find_map(|(words, year)| {
        let rest = words
            .iter()
            .find_map(|prefix| word.strip_prefix(prefix.as_str()))?;
        // 本年收入 and 上年结转 are names, not years.
        let plain = rest.is_empty() || rest == "数" || is_phase(rest);
        plain.then_some((year, rest))
    })
}

/// `2023年`, `2023年度` at the front of words, and what follows; 年 may be missing at the end and before a phase, and is
/// also the first word of 年初预算.
fn named_year(words: &str, is_phase: impl Fn(&str) -> bool) -> Option<(i32, &str)> {
    let year: i32 = words.get(..4)?.parse().ok()?;
    if !(1990..=2099).contains(&year) {
        return None;
    }
    let rest = &words[4..];
    if rest.is_empty() || is_phase(rest) {
        return Some((year, rest));
    }
    let rest = rest.strip_prefix('年')?;
    Some((year, rest.strip_prefix('度').unwrap_or(rest)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::Grammar;

    #[test]
    fn phases_and_years_of_words() {
        let header = &Grammar::embedded().statements.header;
        let (approved, executed) = (Some(Phase::Approved), Some(Phase::Executed));
        let named = |year| Some(Year::Named(year));
        for (word, phase, year, rest) in [
            ("2023年年初预算数", approved, named(2023), ""),
            ("2023年初预算数", approved, named(2023), ""),
            ("2023年度决算数", executed, named(2023), ""),
            ("2023决算数", executed, named(2023), ""),
            ("2024年预算安排", approved, named(2024), ""),
            ("2024年", None, named(2024), ""),
            ("2024年度", None, named(2024), ""),
            ("2024", None, named(2024), ""),
            ("上年决算数", executed, Some(Year::Before), ""),
            ("本年数", None, Some(Year::This), ""),
            ("上年数", None, Some(Year::Before), ""),
            ("本年预算", approved, Some(Year::This), ""),
            ("统计数", executed, None, ""),
            ("2024年三公经费预算数", approved, named(2024), "三公经费"),
            ("2024年支出总计", None, named(2024), "支出总计"),
            ("本年收入", None, None, "本年收入"),
            ("上年结转", None, None, "上年结转"),
            ("2010301", None, None, "2010301"),
            ("2000元", None, None, "2000元"),
            ("金额", None, None, ""),
        ] {
            let mut when = When::default();
            assert_eq!(when.take(word, header), rest, "{word}");
            assert_eq!(when, When { phase, year }, "{word}");
            let alone = rest.is_empty() && (phase.is_some() || year.is_some());
            assert_eq!(When::of(word, header).is_some(), alone, "{word}");
        }
    }
}

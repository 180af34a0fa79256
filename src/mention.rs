//! Mentions: what a number in the text is, read by `nom` parsers over the folded words.

use std::ops::Range;

use rust_decimal::Decimal;

/// A number in its context, as the words alone tell it. What it is *about* is the business of [`crate::fact`].
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// The bytes of the folded words that carry it: the shortest phrase with the value (`958.15万元`, `6.58%`, `20批次`).
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// Its value in base units: yuan, percent, whole counts, points, the year. Of a range, its lower end; of what has
    /// no value, zero.
    pub value: Decimal,
    /// How precisely it is printed, in base units, as in XBRL: 978.11万元 is −2, 3.5% is 1.
    pub decimals: i32,
    /// Whether 余, 多, 近, 约, 左右, 以上, 以下 or the like makes it approximate.
    pub approximate: bool,
}

/// What a number is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Money: 978.11万元, 9,581,500.00元, 9万 where money is meant. The scale of its unit: 1, 10⁴ or 10⁸.
    Amount {
        /// How many yuan its printed unit has: 1, 10,000 or 100,000,000.
        unit: u32,
    },
    /// 6.58%, 百分之三点五.
    Percent,
    /// 0.5个百分点.
    PercentagePoints,
    /// A whole number with one of the classifiers 个 人 名 人次 批次 批 辆 台 套 件 项 次 场 户 处 份 篇 起 家 所 条.
    Count {
        /// The classifier as printed: `人次`, `台（套）` as `台(套)`.
        classifier: String,
    },
    /// 89分 as a score.
    Points,
    /// 2023年, 2023年度: the value is the year.
    Year,
    /// 2021年至2023年, 2021-2023年: the value is the first year.
    YearRange,
    /// 2023年12月31日, 2023年末, 截至2023年底: the value is the year.
    Date,
    /// 100元/人, 6000元/台: a price is no amount of the vocabulary.
    Price,
    /// 3万至5万元, 10%-20%.
    Range,
    /// A classification code: `208(类)05(款)05(项)`, `2080505`: its digits.
    Code(String),
    /// A rate that the report gives as not computable: `--%`, `--`, `—`, 不可比, 无法计算 where a rate or an amount is expected.
    Incomputable,
    /// A number that is none of these: 3.9万人, 4000㎡, a phone number, a document number, a project code.
    Other,
}

impl Kind {
    /// Whether it carries a value that a report can state of something: money, a percentage, a count, points.
    pub fn is_value(&self) -> bool {
        matches!(
            self,
            Kind::Amount { .. } | Kind::Percent | Kind::Count { .. } | Kind::Points
        )
    }
}

/// Finds every number of the folded words, in order, none overlapping another.
pub fn read(_words: &str) -> Vec<Mention> {
    Vec::new()
}

//! Which part of the place a government's report speaks of: 市本级, 高新区, a county. What it says of one stands behind its
//! name, or under a heading with its name, until another is named.

use foldhash::{HashMap, HashMapExt};

use super::key::Key;
use super::{Dimensions, Statement};
use crate::document::fold::fold_text;
use crate::grammar::Grammar;
use crate::grammar::reports::Government;
use crate::identity::Identity;
use crate::mention::are_same;
use crate::outline::{Outline, Section};

/// The parts of the place that words name, in order, with the byte behind each name; `None` is the whole place.
pub(super) struct Parts {
    named: Vec<(usize, Option<String>)>,
}

impl Parts {
    /// Those that folded words name. The place of the report itself is the whole.
    pub fn of(words: &str, identity: &Identity, grammar: &Grammar) -> Self {
        let government = &grammar.reports.government;
        let own = |part: &str| {
            let publisher = identity.publisher.as_ref();
            !government.level.is_match(part)
                && publisher.is_some_and(|publisher| publisher.name.contains(part))
        };
        let whole = government.whole.find_iter(words).map(|m| (m.end(), None));
        let parts = government.parts.iter().flat_map(|pattern| {
            let found = pattern.captures_iter(words);
            let names = found.filter_map(|found| found.name("part"));
            names.map(move |name| {
                let part = Some(name.as_str()).filter(|part| !own(part));
                (name.end(), part.map(str::to_owned))
            })
        });
        let mut named: Vec<_> = whole.chain(parts).collect();
        named.sort_unstable();
        named.dedup_by_key(|(end, _)| *end);
        Self { named }
    }

    /// The one that what begins at a byte is about, if the words before it name one.
    pub fn at(&self, start: usize) -> Option<&Option<String>> {
        let before = self.named.partition_point(|(end, _)| *end <= start);
        Some(&self.named.get(before.checked_sub(1)?)?.1)
    }

    /// The part that a line, or else the closest heading above it that names one, is about; a line may name none.
    pub fn above(
        line: Option<&str>,
        section: Option<&Section>,
        outline: &Outline,
        identity: &Identity,
        grammar: &Grammar,
    ) -> Option<String> {
        if !identity.kind.is_government() {
            return None;
        }
        let only = |words: &str| Self::of(words, identity, grammar).only().cloned();
        let headings = || {
            outline
                .ancestors(section?)
                .find_map(|s| only(&fold_text(&s.title)))
        };
        line.and_then(only).or_else(headings).flatten()
    }

    /// The only one, if there is just one: what a heading says of the paragraphs below it.
    pub fn only(&self) -> Option<&Option<String>> {
        match self.named.as_slice() {
            [(_, part)] => Some(part),
            _ => None,
        }
    }
}

/// A report that tells a budget, or what the offices of a government cost, of one level alone tells it of that level throughout,
/// whether or not the level is named beside it: 县本级“三公”经费. So it is no part of the place, unless what the report tells of
/// another level, or of the whole place, differs from it.
pub(crate) fn of_one_level(statements: &mut [Statement], identity: &Identity, grammar: &Grammar) {
    if !identity.kind.is_government() {
        return;
    }
    let government = &grammar.reports.government;
    for group in &government.levels {
        let is_of_level = |statement: &Statement| {
            let scope = statement.dimensions.get(SCOPE);
            Government::is_of_group(group, &statement.concept)
                && scope.is_none_or(|scope| government.level.is_match(scope))
        };
        let told: Vec<usize> = (0..statements.len())
            .filter(|&at| is_of_level(&statements[at]))
            .collect();
        if !differ_by_level(&told, statements) {
            for at in told {
                statements[at].dimensions.remove(SCOPE);
            }
        }
    }
}

/// Whether some of the statements at some places are not of one level: one of them has another value where another level,
/// or none, is named.
fn differ_by_level(told: &[usize], statements: &[Statement]) -> bool {
    let scope = |statement: &Statement| statement.dimensions.get(SCOPE).cloned();
    let plain: Vec<Dimensions> = told
        .iter()
        .map(|&at| {
            let mut dimensions = statements[at].dimensions.clone();
            dimensions.remove(SCOPE);
            dimensions
        })
        .collect();
    let mut first: HashMap<Key, &Statement> = HashMap::new();
    told.iter().zip(&plain).any(|(&at, dimensions)| {
        let statement = &statements[at];
        let key = Key {
            dimensions,
            ..Key::of_statement(statement)
        };
        let other = *first.entry(key).or_insert(statement);
        scope(statement) != scope(other) && !same_value(statement, other)
    })
}

/// Whether the values of two statements are the same as far as the coarser of both tells.
fn same_value(a: &Statement, b: &Statement) -> bool {
    let place = |statement: &Statement| statement.decimals.unwrap_or(0);
    match (a.value, b.value) {
        (Some(x), Some(y)) => are_same((x, place(a)), (y, place(b))),
        (x, y) => x == y,
    }
}

/// The dimension that says which part of the place a number is of.
pub(crate) const SCOPE: &str = "scope";

#[cfg(test)]
mod tests {
    use super::Parts;
    use crate::grammar::Grammar;
    use crate::identity::{Identity, Kind, Publisher};

    fn of(words: &str) -> Parts {
        let publisher = Publisher {
            name: "云溪市财政局".to_owned(),
            region: None,
        };
        let identity = Identity {
            kind: Kind::GovernmentFinalAccounts,
            title: None,
            year: Some(2023),
            publisher: Some(publisher),
            published: None,
        };
        Parts::of(words, &identity, Grammar::embedded())
    }

    #[test]
    fn the_last_name_before_a_number_counts() {
        for (words, part) in [
            ("市本级地方一般公共预算收入", Some(Some("市本级"))),
            ("2023年城东新区一般公共预算收入", Some(Some("城东新区"))),
            (
                "市本级收支平衡。云溪县一般公共预算收入",
                Some(Some("云溪县")),
            ),
            ("经济开发区完成政府性基金预算收入", Some(Some("经济开发区"))),
            ("市本级收入2亿元；全市一般公共预算收入", Some(None)),
            ("2023年云溪市省级一般公共预算收入", Some(Some("省级"))),
            ("云溪市一般公共预算本级支出表", Some(Some("本级"))),
            ("云溪市市级一般公共预算本级支出表", Some(Some("市级"))),
            ("2023年云溪县县级“三公”经费", Some(Some("县级"))),
            // A level that pays for something is none that numbers are of.
            ("争取省级财政补助，一般公共预算收入", None),
            // 地区, 县区 and what only mentions a place name no part.
            ("汇总各县区数据，一般公共预算收入", None),
            ("贫困地区一般公共预算收入", None),
            ("经市六届人大二次会议批准，一般公共预算收入", None),
        ] {
            let parts = of(words);
            let found = parts.at(words.len()).map(Option::as_deref);
            assert_eq!(found, part, "{words}");
        }
    }

    /// The facts on the “三公” that a government's report with some sentences states: value and scope.
    fn three_public(sentences: &str) -> Vec<(String, Option<String>)> {
        let text = format!("关于云溪县2023年财政决算的报告\n\n一、“三公”经费情况\n{sentences}\n");
        let report = crate::extract(text.as_bytes(), &Default::default()).unwrap();
        let own = report
            .facts
            .iter()
            .filter(|f| f.concept.starts_with("three_public."));
        own.map(|fact| {
            let scope = fact.dimensions.get(super::SCOPE).map(ToString::to_string);
            (fact.value.unwrap().to_string(), scope)
        })
        .collect()
    }

    #[test]
    fn what_is_told_of_one_level_is_of_no_part() {
        let plain = |value: &str| (value.to_owned(), None);
        assert_eq!(
            three_public("2023年县本级“三公”经费支出12万元。其中：公务接待费2万元。"),
            [plain("120000"), plain("20000")]
        );
        // Where the whole place is told beside it, it is a part.
        assert_eq!(
            three_public("2023年全县“三公”经费支出50万元。县本级“三公”经费支出12万元。"),
            [
                plain("500000"),
                ("120000".to_owned(), Some("县本级".to_owned()))
            ]
        );
        assert_eq!(
            three_public("2023年县本级“三公”经费支出12万元。枫林镇“三公”经费支出3万元。")[1].0,
            "30000"
        );
    }

    #[test]
    fn a_heading_with_several_names_is_about_none() {
        let only = |words| of(words).only().cloned();
        assert_eq!(only("市本级预算执行情况"), Some(Some("市本级".to_owned())));
        assert_eq!(only("全市预算执行情况"), Some(None));
        assert_eq!(only("高新区、经济开发区收支情况"), None);
        assert_eq!(only("一般公共预算收支情况"), None);
    }
}

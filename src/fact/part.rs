//! Which part of the place a government's report speaks of: 市本级, 高新区, a county. What it says of one stands behind its
//! name, or under a heading with its name, until another is named.

use crate::document::fold::fold_text;
use crate::grammar::Grammar;
use crate::identity::Identity;
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

    #[test]
    fn a_heading_with_several_names_is_about_none() {
        let only = |words| of(words).only().cloned();
        assert_eq!(only("市本级预算执行情况"), Some(Some("市本级".to_owned())));
        assert_eq!(only("全市预算执行情况"), Some(None));
        assert_eq!(only("高新区、经济开发区收支情况"), None);
        assert_eq!(only("一般公共预算收支情况"), None);
    }
}

//! Which part of the place a government's report speaks of: 市本级, 高新区, a county. What it says of one stands behind its
//! name, or under a heading with its name, until another is named.

use crate::grammar::reports::Government;

/// The parts of the place that words name, in order, with the byte behind each name; `None` is the whole place.
pub(super) struct Parts {
    named: Vec<(usize, Option<String>)>,
}

impl Parts {
    /// Those that folded words name.
    pub fn of(words: &str, government: &Government) -> Self {
        let whole = government.whole.find_iter(words).map(|m| (m.end(), None));
        let parts = government.parts.iter().flat_map(|pattern| {
            let found = pattern.captures_iter(words);
            let names = found.filter_map(|found| found.name("part"));
            names.map(|name| (name.end(), Some(name.as_str().to_owned())))
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

    #[test]
    fn the_last_name_before_a_number_counts() {
        let government = &Grammar::embedded().reports.government;
        for (words, part) in [
            ("市本级地方一般公共预算收入", Some(Some("市本级"))),
            ("2023年城东新区一般公共预算收入", Some(Some("城东新区"))),
            (
                "市本级收支平衡。云溪县一般公共预算收入",
                Some(Some("云溪县")),
            ),
            ("经济开发区完成政府性基金预算收入", Some(Some("经济开发区"))),
            ("市本级收入2亿元；全市一般公共预算收入", Some(None)),
            // 地区, 县区 and what only mentions a place name no part.
            ("汇总各县区数据，一般公共预算收入", None),
            ("贫困地区一般公共预算收入", None),
            ("经市六届人大二次会议批准，一般公共预算收入", None),
        ] {
            let parts = Parts::of(words, government);
            let found = parts.at(words.len()).map(Option::as_deref);
            assert_eq!(found, part, "{words}");
        }
    }

    #[test]
    fn a_heading_with_several_names_is_about_none() {
        let government = &Grammar::embedded().reports.government;
        let only = |words| Parts::of(words, government).only().cloned();
        assert_eq!(only("市本级预算执行情况"), Some(Some("市本级".to_owned())));
        assert_eq!(only("全市预算执行情况"), Some(None));
        assert_eq!(only("高新区、经济开发区收支情况"), None);
        assert_eq!(only("一般公共预算收支情况"), None);
    }
}

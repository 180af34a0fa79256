//! `codes/regions.csv`: administrative divisions down to county level (GB/T 2260).

use std::collections::HashMap;

/// The regions by name and by code.
#[derive(Debug, Default)]
pub struct Regions {
    codes: HashMap<String, Vec<String>>,
    names: HashMap<String, String>,
    longest: usize,
}

impl Regions {
    /// Reads the list: `code,name,level` a line, comment lines begin with `#`.
    pub(super) fn parse(text: &str) -> Self {
        let mut regions = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split(',');
            let (Some(code), Some(name)) = (fields.next(), fields.next()) else {
                continue;
            };
            if code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit()) {
                regions.longest = regions.longest.max(name.len());
                regions
                    .codes
                    .entry(name.to_owned())
                    .or_default()
                    .push(code.to_owned());
                regions.names.insert(code.to_owned(), name.to_owned());
            }
        }
        regions
    }

    /// The narrowest region whose name, behind those of the regions above it, a text begins with, and its possible codes.
    pub fn at_start<'a>(&'a self, text: &'a str) -> Option<(&'a str, Vec<&'a str>)> {
        let mut found: Option<(&str, Vec<&str>)> = None;
        let mut rest = text;
        while let Some((name, codes)) = self.prefix(rest) {
            let within: Vec<&str> = match &found {
                Some((_, above)) => codes
                    .iter()
                    .map(String::as_str)
                    .filter(|code| above.iter().any(|a| is_within(code, a)))
                    .collect(),
                None => codes.iter().map(String::as_str).collect(),
            };
            if within.is_empty() {
                break;
            }
            found = Some((name, within));
            rest = &rest[name.len()..];
        }
        found
    }

    /// The longest name of a region that a text begins with.
    fn prefix<'a>(&'a self, text: &'a str) -> Option<(&'a str, &'a [String])> {
        text.char_indices()
            .map(|(at, c)| at + c.len_utf8())
            .take_while(|&end| end <= self.longest)
            .filter_map(|end| Some((&text[..end], self.codes.get(&text[..end])?.as_slice())))
            .last()
    }

    /// The names of the regions that a region is part of.
    pub fn above(&self, code: &str) -> Vec<&str> {
        [2, 4]
            .iter()
            .filter_map(|&digits| {
                let above = format!("{:0<6}", code.get(..digits)?);
                if above == code {
                    None
                } else {
                    self.names.get(&above).map(String::as_str)
                }
            })
            .collect()
    }
}

/// Whether a region lies in another, by the digits of their codes.
fn is_within(code: &str, above: &str) -> bool {
    code != above && code.starts_with(above.trim_end_matches("00"))
}

#[cfg(test)]
mod tests {
    use super::Regions;

    #[test]
    fn regions_are_found_at_the_start_of_a_name() {
        let regions = Regions::parse(
            "510000,四川省,province\n510900,遂宁市,prefecture\n510904,安居区,county\n110101,东城区,county\n110000,北京市,province\n220101,东城区,county\n",
        );
        for (unit, name, codes) in [
            ("遂宁市安居区林业局", "安居区", &["510904"][..]),
            ("安居区林业局", "安居区", &["510904"]),
            ("四川省林业厅", "四川省", &["510000"]),
            ("东城区林业局", "东城区", &["110101", "220101"]),
            ("北京市东城区林业局", "东城区", &["110101"]),
        ] {
            assert_eq!(
                regions.at_start(unit),
                Some((name, codes.to_vec())),
                "{unit}"
            );
        }
        assert_eq!(regions.at_start("云岭县林业局"), None);
        assert_eq!(regions.above("510904"), ["四川省", "遂宁市"]);
    }
}

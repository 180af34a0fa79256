//! The name that was meant by one that is not there.

/// The name nearest to one that is not there, if one is near enough to be meant: at most a third of it is different.
pub fn nearest<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let near = |other: &&'n str| distance(name, other) * 3 <= name.chars().count();
    let names = names.into_iter().filter(near);
    names.min_by_key(|other| (distance(name, other), *other))
}

/// ` (did you mean NAME?)`, or nothing where no name is near.
pub fn suggestion<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    let near = nearest(name, names);
    near.map_or_else(String::new, |near| format!(" (did you mean {near}?)"))
}

/// How many characters must be added, left out or replaced to make one name of the other (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let replaced = corner + usize::from(a != *b);
            corner = row[j + 1];
            row[j + 1] = replaced.min(corner + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_name_that_is_meant_is_found() {
        let names = ["revenue.total", "revenue.business", "three_public", "basic"];
        for (name, meant) in [
            ("revenue.totl", Some("revenue.total")),
            ("revenue.busines", Some("revenue.business")),
            ("threepublic", Some("three_public")),
            ("three-public", Some("three_public")),
            ("basics", Some("basic")),
            ("basic", Some("basic")),
            ("glossary", None),
            ("b", None),
            ("", None),
        ] {
            assert_eq!(nearest(name, names), meant, "{name}");
        }
    }
}

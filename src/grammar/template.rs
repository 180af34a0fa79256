//! Templates: one line of grammar for the many ways in which a label is written.
//!
//! | in a template | stands for |
//! |---|---|
//! | `[a\|b]` | `a`, `b` or nothing |
//! | `{a\|b}` | `a` or `b` |
//! | anything else | itself |
//!
//! Brackets nest. Templates are written as folded text (see [`crate::document::fold`]): half-width brackets and digits.

/// The most texts that one template may stand for; more is a mistake in the grammar.
const LIMIT: usize = 8192;

/// All texts that a template stands for, or the byte and the reason why it is none.
pub fn expand(template: &str) -> Result<Vec<String>, (usize, &'static str)> {
    let mut rest = template;
    let texts = sequence(&mut rest, template.len(), 0)?;
    match rest.is_empty() {
        true => Ok(texts),
        false => Err((
            template.len() - rest.len(),
            "a closing bracket without its opening one",
        )),
    }
}

/// `sequence = (literal | group)*`, up to a `|` or a closing bracket.
fn sequence(
    rest: &mut &str,
    whole: usize,
    depth: usize,
) -> Result<Vec<String>, (usize, &'static str)> {
    let mut texts = vec![String::new()];
    while let Some(c) = rest.chars().next() {
        let at = whole - rest.len();
        let parts = match c {
            '[' | '{' if depth > 8 => return Err((at, "brackets nest too deep")),
            '[' => group(rest, whole, ']', depth)?,
            '{' => group(rest, whole, '}', depth)?,
            '|' | ']' | '}' => break,
            _ => {
                let end = rest.find(['[', ']', '{', '}', '|']).unwrap_or(rest.len());
                let literal = rest[..end].to_owned();
                *rest = &rest[end..];
                vec![literal]
            }
        };
        if texts.len() * parts.len() > LIMIT {
            return Err((at, "the template stands for too many texts"));
        }
        texts = texts
            .iter()
            .flat_map(|head| parts.iter().map(move |part| format!("{head}{part}")))
            .collect();
    }
    Ok(texts)
}

/// `group = open sequence ('|' sequence)* close`; an optional group also stands for nothing.
fn group(
    rest: &mut &str,
    whole: usize,
    close: char,
    depth: usize,
) -> Result<Vec<String>, (usize, &'static str)> {
    let opened = whole - rest.len();
    let mut texts = if close == ']' {
        vec![String::new()]
    } else {
        Vec::new()
    };
    loop {
        *rest = &rest[1..];
        texts.extend(sequence(rest, whole, depth + 1)?);
        match rest.chars().next() {
            Some('|') => continue,
            Some(c) if c == close => break,
            _ => return Err((opened, "an opening bracket without its closing one")),
        }
    }
    *rest = &rest[1..];
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::expand;

    #[test]
    fn templates_expand() {
        for (template, texts) in [
            ("收入总计", &["收入总计"][..]),
            ("基本[支出]", &["基本", "基本支出"]),
            ("{收|支}入", &["收入", "支入"]),
            ("a[b[c]]d", &["ad", "abd", "abcd"]),
            ("", &[""]),
        ] {
            assert_eq!(expand(template).unwrap(), texts, "{template}");
        }
    }

    #[test]
    fn broken_templates_say_where() {
        for (template, at) in [("基本[支出", 6), ("基本]支出", 6), ("a{b]", 1)] {
            assert_eq!(expand(template).unwrap_err().0, at, "{template}");
        }
    }
}

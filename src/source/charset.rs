//! The encoding of a page or a table: what its bytes are, then what it declares.

use encoding_rs::{Encoding, GB18030, GBK, UTF_8};

/// How far into a page a declaration is looked for (the HTML Standard asks for the first 1024 bytes; pages are laxer).
const PRESCAN: usize = 4096;

/// The text of a page and its encoding. Bytes that are valid UTF-8 are UTF-8, whatever the page declares; else the
/// declaration holds where the bytes bear it out. GB 2312 and GBK are read as GB 18030, which includes them and is what pages
/// that declare them use.
pub(super) fn decode(bytes: &[u8]) -> (String, &'static str) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding.decode(bytes).0.into_owned(), encoding.name());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), UTF_8.name());
    }
    let declared = declared(bytes);
    let candidates = declared.into_iter().chain([UTF_8, GB18030, guess(bytes)]);
    let readings = candidates.map(|encoding| {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        (text.matches('\u{fffd}').count(), text, encoding)
    });
    // The first of those with the fewest characters that it cannot read; the declaration may err a little.
    let best = readings
        .enumerate()
        .min_by_key(|(index, (errors, text, _))| {
            let tolerated = if *index == 0 { text.len() / 2000 } else { 0 };
            errors.saturating_sub(tolerated)
        });
    best.map_or_else(Default::default, |(_, (_, text, encoding))| {
        (text.into_owned(), encoding.name())
    })
}

/// The encoding that a page declares in `<meta charset>`, `http-equiv` or its XML declaration.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(PRESCAN)]).to_ascii_lowercase();
    let mut names = head
        .match_indices("charset")
        .map(|(at, word)| at + word.len());
    let xml = head
        .starts_with("<?xml")
        .then(|| head.find("encoding"))
        .flatten();
    names
        .find_map(|at| label(&head[at..]))
        .or_else(|| label(&head[xml? + "encoding".len()..]))
}

fn label(rest: &str) -> Option<&'static Encoding> {
    let name = rest
        .trim_start()
        .strip_prefix('=')?
        .trim_start()
        .trim_start_matches(['"', '\'']);
    let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)));
    let encoding = Encoding::for_label(&name.as_bytes()[..end.unwrap_or(name.len())])?;
    Some(widened(encoding))
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    widened(detector.guess(Some(b"cn"), chardetng::Utf8Detection::Allow))
}

fn widened(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == GBK { GB18030 } else { encoding }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(charset: &str, words: &str, encoding: &'static Encoding) -> Vec<u8> {
        let page =
            format!("<html><head><meta charset=\"{charset}\"></head><body>{words}</body></html>");
        encoding.encode(&page).0.into_owned()
    }

    #[test]
    fn the_bytes_come_before_the_declaration() {
        let words = "机关运行经费支出３万元，㐂镕";
        for (charset, encoding, expected) in [
            ("gb2312", GB18030, "gb18030"),
            ("gb2312", UTF_8, "UTF-8"),
            ("utf-8", GB18030, "gb18030"),
            ("nonsense", GB18030, "gb18030"),
            ("big5", encoding_rs::BIG5, "Big5"),
        ] {
            let words = if charset == "big5" {
                "機關運行經費支出３萬元"
            } else {
                words
            };
            let (text, name) = decode(&page(charset, words, encoding));
            assert!(text.contains(words), "{charset}: {text}");
            assert_eq!(name, expected, "{charset}");
        }
    }

    #[test]
    fn a_few_broken_bytes_do_not_change_the_encoding() {
        let mut bytes = page("utf-8", &"机关运行经费支出三万元。".repeat(200), UTF_8);
        bytes[200] = 0xFF;
        assert_eq!(decode(&bytes).1, "UTF-8");
    }
}

//! The character encoding of plain text, found from its bytes alone.
//!
//! | bytes | encoding |
//! |---|---|
//! | a byte order mark | the one that it marks |
//! | well-formed UTF-8 | UTF-8 |
//! | zero bytes, as UTF-16 has in every Latin letter and line end | UTF-16, in the byte order that gives Chinese |
//! | well-formed GB18030 or Big5 | the one whose characters are those that Chinese is written with |
//! | any of these with a few damaged bytes | that one, U+FFFD in the place of the damage |

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use crate::source::Error;

/// Bytes that are looked at to tell encodings apart.
const SAMPLE: usize = 16 << 10;

/// Of a thousand characters of UTF-16 without a mark, how many may be strange: in chance bytes it is nearly all.
const STRANGE: usize = 500;

/// The byte order mark of GB18030.
const GB18030_MARK: &[u8] = b"\x84\x31\x95\x33";

/// Decodes a text: its characters without a byte order mark, and the name of its encoding.
///
/// # Errors
///
/// When the bytes are no text in any of these encodings.
///
/// ```
/// let (text, encoding) = gongkai::source::text::decode(b"\xD6\xA7\xB3\xF6").unwrap();
/// assert_eq!((text.as_str(), encoding), ("支出", "GB18030"));
/// ```
pub fn decode(bytes: &[u8]) -> Result<(String, &'static str), Error> {
    let marked = Encoding::for_bom(bytes).is_some();
    let (encoding, bytes) = find(bytes);
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    // Almost any bytes are characters of UTF-16; those of a report are characters that Chinese is written with.
    let wide = encoding == UTF_16LE || encoding == UTF_16BE;
    let noise = wide && !marked && strangeness(bytes, encoding) > STRANGE;
    let noise = noise.then_some("most of its characters are none that Chinese is written with");
    if let Some(reason) = garbage(&text, damaged).or(noise) {
        return Err(Error::new(format!(
            "the file is no text: read as {}, {reason}; give the report as text, a web page or a spreadsheet",
            name(encoding)
        )));
    }
    Ok((text.into_owned(), name(encoding)))
}

/// The name that the standard has for GB18030 is in small letters; everybody writes it in capitals.
fn name(encoding: &'static Encoding) -> &'static str {
    match encoding.name() {
        "gb18030" | "GBK" => "GB18030",
        name => name,
    }
}

/// The encoding of the bytes, and the bytes after its mark.
fn find(bytes: &[u8]) -> (&'static Encoding, &[u8]) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return (encoding, &bytes[mark..]);
    }
    if let Some(bytes) = bytes.strip_prefix(GB18030_MARK) {
        return (GB18030, bytes);
    }
    let has_zeros = bytes[..bytes.len().min(SAMPLE)].contains(&0);
    if !has_zeros && Encoding::utf8_valid_up_to(bytes) == bytes.len() {
        return (UTF_8, bytes);
    }
    if has_zeros {
        let order = if strangeness(bytes, UTF_16BE) < strangeness(bytes, UTF_16LE) {
            UTF_16BE
        } else {
            UTF_16LE
        };
        return (order, bytes);
    }
    (multi_byte(bytes), bytes)
}

/// Which of the encodings of two bytes a character, or UTF-8 with damage, the bytes are in.
fn multi_byte(bytes: &[u8]) -> &'static Encoding {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let guess = detector.guess(Some(b"cn"), Utf8Detection::Allow);
    // What is left to the guess is only what the characters themselves leave open.
    let candidates = [GB18030, BIG5, UTF_8];
    let strange = candidates.map(|encoding| (strangeness(sample, encoding), encoding != guess));
    let best = (0..candidates.len()).min_by_key(|&index| strange[index]);
    best.map_or(GB18030, |index| candidates[index])
}

/// How many of a thousand characters are not what a Chinese report is written with, when the bytes are read in an
/// encoding: damage counts fourfold, rare characters once.
fn strangeness(bytes: &[u8], encoding: &'static Encoding) -> usize {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let (text, _) = encoding.decode_without_bom_handling(sample);
    let mut all = 1;
    let mut strange = 0;
    for c in text.chars() {
        all += 1;
        strange += match c {
            '\u{fffd}' => 4,
            '\t' | '\n' | '\r' | '\u{c}' | ' '..='~' => 0,
            '\u{3000}'..='\u{3020}' | '\u{ff01}'..='\u{ff5e}' | '—' | '“' | '”' | '…' | '·' => {
                0
            }
            '\u{4e00}'..='\u{9fff}' if is_common(c) => 0,
            _ => 1,
        };
    }
    strange * 1000 / all
}

/// Whether a character is one of the 5401 most frequent of Big5, or of the 3755 of GB 2312: the first level of either
/// standard, which all but names are written with.
fn is_common(c: char) -> bool {
    let mut buffer = [0; 4];
    let character: &str = c.encode_utf8(&mut buffer);
    let (gb, _, missing) = GB18030.encode(character);
    if !missing && matches!(*gb, [0xB0..=0xD7, 0xA1..=0xFE]) {
        return true;
    }
    let (big5, _, missing) = BIG5.encode(character);
    !missing && matches!(*big5, [0xA4..=0xC6, _])
}

/// Why a decoded text is no text: more than one character in fifty damaged, or one in a hundred a control.
fn garbage(text: &str, damaged: bool) -> Option<&'static str> {
    // Every control but one is a single byte, or two of which the first is 0xC2.
    let suspect =
        |byte: u8| byte < b'\t' || (0x0e..b' ').contains(&byte) || matches!(byte, 0x7f | 0xc2);
    // A loop that never stops early looks at many bytes at once.
    if !damaged && !text.bytes().fold(false, |any, byte| any | suspect(byte)) {
        return None;
    }
    let (mut all, mut lost, mut controls) = (0usize, 0usize, 0usize);
    for c in text.chars() {
        all += 1;
        lost += usize::from(c == '\u{fffd}');
        controls += usize::from(
            c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}'),
        );
    }
    if damaged && lost * 50 > all {
        return Some("it has many bytes that are no characters");
    }
    (controls * 100 > all).then_some("it has many control characters")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const REPORT: &str =
        "云溪县水务局2023年度部门决算\n一、收入决算情况说明\n本年收入合计978.11万元，占97.96%。\n";
    const TRADITIONAL: &str =
        "雲溪縣水務局2023年度部門決算\n一、收入決算情況說明\n本年收入合計978.11萬元，佔97.96%。\n";

    fn utf16(text: &str, mark: bool, bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
        let mark = mark.then_some(0xfeff);
        mark.into_iter()
            .chain(text.encode_utf16())
            .flat_map(bytes)
            .collect()
    }

    #[test]
    fn every_encoding_is_found() {
        let utf8 = REPORT.as_bytes().to_vec();
        let marked = [b"\xef\xbb\xbf".as_slice(), &utf8].concat();
        let gb = GB18030.encode(REPORT).0.into_owned();
        let marked_gb = [GB18030_MARK, &gb].concat();
        for (encoding, bytes) in [
            ("UTF-8", utf8),
            ("UTF-8", marked),
            ("GB18030", gb),
            ("GB18030", marked_gb),
            ("UTF-16LE", utf16(REPORT, true, u16::to_le_bytes)),
            ("UTF-16BE", utf16(REPORT, true, u16::to_be_bytes)),
            ("UTF-16LE", utf16(REPORT, false, u16::to_le_bytes)),
            ("UTF-16BE", utf16(REPORT, false, u16::to_be_bytes)),
        ] {
            assert_eq!(decode(&bytes), Ok((REPORT.to_owned(), encoding)));
        }
        let big5 = BIG5.encode(TRADITIONAL).0;
        assert_eq!(decode(&big5), Ok((TRADITIONAL.to_owned(), "Big5")));
        let traditional_gb = GB18030.encode(TRADITIONAL).0;
        assert_eq!(
            decode(&traditional_gb),
            Ok((TRADITIONAL.to_owned(), "GB18030"))
        );
    }

    #[test]
    fn short_texts_are_read() {
        for text in ["支出3万元。", "决算", "", "a", "2023\n"] {
            let gb = GB18030.encode(text).0;
            assert_eq!(decode(&gb).map(|(text, _)| text), Ok(text.to_owned()));
            assert_eq!(
                decode(text.as_bytes()).map(|(text, _)| text),
                Ok(text.to_owned())
            );
        }
    }

    #[test]
    fn a_few_damaged_bytes_do_no_harm() {
        let mut bytes = REPORT.repeat(4).into_bytes();
        bytes.truncate(bytes.len() - 6);
        bytes.pop();
        let (text, encoding) = decode(&bytes).unwrap_or_default();
        assert_eq!(encoding, "UTF-8");
        assert!(text.contains("978.11万元"));
        let mut bytes = GB18030.encode(&REPORT.repeat(4)).0.into_owned();
        bytes.push(0xff);
        assert_eq!(decode(&bytes).map(|(_, encoding)| encoding), Ok("GB18030"));
    }

    #[test]
    fn what_is_no_text_is_an_error() {
        let noise: Vec<u8> = (0..4000u32)
            .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
            .collect();
        // All pairs of these bytes are characters of UTF-16.
        let wide: Vec<u8> = (0..5000u32)
            .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8 & 0xb7)
            .map(|byte| if byte < 0x20 && byte > 0 { 0x34 } else { byte })
            .collect();
        for bytes in [&noise[..], &wide, &[0; 100], &[1, 2, 3, 4, 5, 6]] {
            let error = decode(bytes).map_err(|error| error.to_string());
            assert!(error.is_err_and(|message| message.contains("no text")));
        }
    }

    proptest! {
        #[test]
        fn any_bytes_end(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes);
        }

        #[test]
        fn a_report_is_the_same_in_every_encoding(text in "[一二三年月度收入支出决算预算合计情况说明占增加减少0-9.%，。\n]{30,200}") {
            for bytes in [GB18030.encode(&text).0.into_owned(), text.clone().into_bytes(), utf16(&text, true, u16::to_le_bytes)] {
                prop_assert_eq!(decode(&bytes).map(|(text, _)| text), Ok(text.clone()));
            }
        }
    }
}

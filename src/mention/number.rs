//! Numbers as they are printed: Arabic digits with their separators, and Chinese numerals.
//!
//! ```text
//! arabic   = grouped [ "." digits ]                    1,055.4   9581500   0.41
//! grouped  = 1–3 digits ( "," 3 digits )+ | digits
//! numeral  = whole [ "点" digits ] [ "万" | "亿" ]      一百二十万   三点五   壹佰   二亿零五百万
//! scale    = [十百千万] [万亿]                          万   亿   百万   千万   万亿   千
//! ```

use nom::IResult;
use rust_decimal::Decimal;

/// A printed number: its digits, how many of them follow the point, and the power of ten that its scale word (万, 亿)
/// multiplies it with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub mantissa: i128,
    pub places: u32,
    pub exponent: u32,
}

impl Number {
    /// The whole number with these digits.
    pub const fn whole(mantissa: i128) -> Self {
        Self {
            mantissa,
            places: 0,
            exponent: 0,
        }
    }

    /// The same number multiplied with a further power of ten.
    pub const fn times(self, exponent: u32) -> Self {
        Self {
            exponent: self.exponent + exponent,
            ..self
        }
    }

    /// The place of its last printed digit as in XBRL: 2 for hundredths, −4 for ten thousands.
    pub fn decimals(self) -> i32 {
        i32::try_from(self.places).unwrap_or(i32::MAX) - self.exponent as i32
    }

    /// Its value, with the scale that is printed; `None` where it has more digits than a decimal holds.
    pub fn value(self) -> Option<Decimal> {
        let decimals = self.decimals();
        let mantissa = match decimals {
            0.. => self.mantissa,
            zeros => {
                let shift = 10i128.checked_pow(zeros.unsigned_abs())?;
                self.mantissa.checked_mul(shift)?
            }
        };
        Decimal::try_from_i128_with_scale(mantissa, decimals.max(0).unsigned_abs()).ok()
    }

    /// Whether it is printed as a whole number, without a scale word.
    pub fn is_whole(self) -> bool {
        self.places == 0 && self.exponent == 0
    }
}

/// How many ASCII digits stand at a byte.
pub(super) fn digits(i: &str, at: usize) -> usize {
    let behind = i.as_bytes().get(at..).unwrap_or_default();
    behind.iter().take_while(|b| b.is_ascii_digit()).count()
}

/// `grouped = 1–3 digits ( "," 3 digits )+ | digits`: how many bytes it has.
fn grouped(i: &str) -> usize {
    let mut end = digits(i, 0);
    if end <= 3 {
        while end > 0 && i[end..].starts_with(',') && digits(i, end + 1) == 3 {
            end += ",000".len();
        }
    }
    end
}

/// `arabic = grouped [ "." digits ]`; fails where it has more digits than a decimal holds.
pub(super) fn arabic(i: &str) -> IResult<&str, Number> {
    let whole = grouped(i);
    let places = match i[whole..].starts_with('.') {
        true => digits(i, whole + 1),
        false => 0,
    };
    let end = match places {
        0 => whole,
        places => whole + 1 + places,
    };
    match read_arabic(&i[..end], places).filter(|_| whole > 0) {
        Some(number) => Ok((&i[end..], number)),
        None => fail(i),
    }
}

fn read_arabic(text: &str, places: usize) -> Option<Number> {
    let digits = text.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0');
    let mantissa = if text.len() <= SHORT {
        i128::from(digits.fold(0, |sum, digit| sum * 10 + u64::from(digit)))
    } else {
        let mut digits = digits.map(i128::from);
        digits.try_fold(0i128, |sum, digit| sum.checked_mul(10)?.checked_add(digit))?
    };
    let number = Number {
        mantissa,
        places: u32::try_from(places).ok()?,
        exponent: 0,
    };
    number.value().map(|_| number)
}

/// How many digits a word of the machine holds in any case.
const SHORT: usize = 19;

/// What is no form.
pub(super) fn fail<T>(i: &str) -> IResult<&str, T> {
    Err(nom::Err::Error(nom::error::Error::new(
        i,
        nom::error::ErrorKind::Verify,
    )))
}

/// The value of a Chinese digit, in everyday or in financial writing (GB/T 15835 allows both).
fn digit(c: char) -> Option<i128> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The value of a place word below 万.
fn place(c: char) -> Option<i128> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        _ => return None,
    })
}

/// Whether a character can be part of a Chinese numeral.
pub(super) fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '零' | '〇'
            | '○'
            | '一'
            | '壹'
            | '二'
            | '两'
            | '贰'
            | '三'
            | '叁'
            | '四'
            | '肆'
            | '五'
            | '伍'
            | '六'
            | '陆'
            | '七'
            | '柒'
            | '八'
            | '捌'
            | '九'
            | '玖'
            | '十'
            | '拾'
            | '百'
            | '佰'
            | '千'
            | '仟'
            | '万'
            | '亿'
            | '点'
    )
}

/// The longest run of numeral characters.
pub(super) fn numeral_run(i: &str) -> &str {
    let end = i.find(|c| !is_numeral(c)).unwrap_or(i.len());
    &i[..end]
}

/// `numeral = whole [ "点" digits ] [ "万" | "亿" ]`, over a whole run of numeral characters: half of one is none, so
/// 一两, 十四五 and 百 have no reading.
pub(super) fn numeral(i: &str) -> IResult<&str, Number> {
    let run = numeral_run(i);
    match read_numeral(run) {
        Some(number) => Ok((&i[run.len()..], number)),
        None => fail(i),
    }
}

fn read_numeral(run: &str) -> Option<Number> {
    let exponent = match run.chars().next_back()? {
        '亿' => 8,
        '万' => 4,
        _ => 0,
    };
    let Some((whole, fraction)) = run.split_once('点') else {
        return Some(Number::whole(read_whole(run)? / 10i128.pow(exponent)).times(exponent));
    };
    let mut mantissa = read_whole(whole)?;
    let mut places = 0;
    for c in fraction.trim_end_matches(['万', '亿']).chars() {
        mantissa = mantissa.checked_mul(10)?.checked_add(digit(c)?)?;
        places += 1;
    }
    let one_scale = fraction
        .chars()
        .filter(|c| matches!(c, '万' | '亿'))
        .count()
        <= 1;
    (places > 0 && one_scale).then_some(Number {
        mantissa,
        places,
        exponent,
    })
}

/// `whole = [ whole "亿" ] [ section "万" ] [ section ]`: 二亿零五百万, 三十五万六千, 三万亿.
pub(crate) fn read_whole(text: &str) -> Option<i128> {
    let (high, rest) = match text.split_once('亿') {
        Some((high, rest)) => (read_whole(high)?, rest),
        None => (0, text),
    };
    let (middle, low) = match rest.split_once('万') {
        Some((middle, low)) => (read_section(middle, high == 0)?, low),
        None => (0, rest),
    };
    let first = high == 0 && middle == 0;
    let low = match low {
        "" if !first => 0,
        low => read_section(low, first)?,
    };
    Some(high * 100_000_000 + middle * 10_000 + low)
}

/// `section = [digit 千] [digit 百] [[digit] 十] [digit]`, a 零 where places are left out. 十 may stand without its
/// digit at the beginning of a numeral only; a last digit without 零 may only follow 十 (三万五, said of 35,000, has no reading).
fn read_section(text: &str, first: bool) -> Option<i128> {
    let mut sum = 0;
    let mut pending: Option<i128> = None;
    let mut last_place = if first { 10 } else { 10_000 };
    let mut below = 10_000;
    let mut zero = false;
    for (index, c) in text.chars().enumerate() {
        if let Some(value) = digit(c) {
            if pending.is_some() {
                return None;
            }
            if value == 0 && text.chars().count() > 1 {
                if zero {
                    return None;
                }
                zero = true;
            } else {
                pending = Some(value);
            }
            continue;
        }
        let value = place(c)?;
        if value >= below {
            return None;
        }
        let count = match pending.take() {
            Some(count) => count,
            None if value == 10 && (index == 0 || zero) => 1,
            None => return None,
        };
        sum += count * value;
        (below, last_place, zero) = (value, value, false);
    }
    match pending {
        Some(unit) if last_place == 10 || zero => Some(sum + unit),
        Some(_) => None,
        None if sum > 0 && !zero => Some(sum),
        None => None,
    }
}

/// `scale = [十百千万] [万亿]`: the power of ten that it stands for.
pub(super) fn scale(i: &str) -> IResult<&str, u32> {
    let mut chars = i.chars();
    let (first, second) = (chars.next(), chars.next());
    let high = match second {
        Some('万') => 4,
        Some('亿') => 8,
        _ => 0,
    };
    let low = |exponent: u32| (exponent + high, 1 + usize::from(high > 0));
    let (exponent, length) = match first {
        Some('十') => low(1),
        Some('百') => low(2),
        Some('千') => low(3),
        Some('万') if high == 8 => (12, 2),
        Some('万') => (4, 1),
        Some('亿') => (8, 1),
        _ => return fail(i),
    };
    Ok((&i[length * '万'.len_utf8()..], exponent))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn all<'a>(
        parser: impl Fn(&'a str) -> IResult<&'a str, Number>,
        text: &'a str,
    ) -> Option<String> {
        match parser(text) {
            Ok(("", number)) => number.value().map(|value| value.to_string()),
            _ => None,
        }
    }

    #[test]
    fn arabic_numbers() {
        for (value, texts) in [
            ("0", &["0"][..]),
            ("958.15", &["958.15"]),
            ("1055.4", &["1,055.4", "1055.4"]),
            ("9581500.00", &["9,581,500.00", "9581500.00"]),
            ("1234567", &["1,234,567"]),
        ] {
            for text in texts {
                assert_eq!(all(arabic, text).as_deref(), Some(value), "{text}");
            }
        }
        for text in [
            "1,23",
            "1,2345",
            "1234,567",
            "1.",
            ".5",
            "",
            "１",
            "9".repeat(40).as_str(),
        ] {
            assert_eq!(all(arabic, text), None, "{text}");
        }
    }

    #[test]
    fn chinese_numerals() {
        for (value, texts) in [
            ("0", &["零", "〇"][..]),
            ("2", &["二", "两", "贰"]),
            ("10", &["十", "一十", "壹拾"]),
            ("12", &["十二", "一十二", "拾贰"]),
            ("35", &["三十五", "叁拾伍"]),
            ("105", &["一百零五", "壹佰零伍"]),
            ("110", &["一百一十"]),
            ("115", &["一百一十五"]),
            ("1050", &["一千零五十", "一千〇五十"]),
            ("3600", &["三千六百"]),
            ("10500", &["一万零五百"]),
            ("1200000", &["一百二十万", "壹佰贰拾万"]),
            ("356000", &["三十五万六千"]),
            ("9581500", &["九百五十八万一千五百"]),
            ("205000000", &["二亿零五百万", "两亿零五百万"]),
            ("1000000008", &["十亿零八"]),
            ("3.5", &["三点五"]),
            ("0.05", &["零点零五"]),
            ("35000", &["三点五万"]),
            ("125000000", &["一点二五亿"]),
        ] {
            for text in texts {
                assert_eq!(all(numeral, text).as_deref(), Some(value), "{text}");
            }
        }
        for text in [
            "",
            "百",
            "千",
            "万",
            "亿",
            "百万",
            "一两",
            "十四五",
            "三四百",
            "一百五",
            "三万五",
            "二〇二三",
            "点五",
            "三点",
            "一千百",
            "十十",
            "百十",
            "零零",
            "一零",
            "十百",
            "亿万",
            "万亿",
            "一百零",
            "五十三十",
        ] {
            assert_eq!(all(numeral, text), None, "{text}");
        }
    }

    /// Prints a number below 10¹² in Chinese.
    fn print(mut n: u64, digits: &str, places: [&str; 3]) -> String {
        let digit = |d: u64| digits.chars().nth(d as usize).unwrap_or_default();
        if n == 0 {
            return digit(0).to_string();
        }
        let mut out = String::new();
        let mut gap = false;
        for (scale, word) in [(100_000_000, "亿"), (10_000, "万"), (1, "")] {
            let section = n / scale;
            n %= scale;
            if section == 0 {
                gap |= !out.is_empty();
                continue;
            }
            let mut rest = section;
            for (value, place) in [
                (1000, places[2]),
                (100, places[1]),
                (10, places[0]),
                (1, ""),
            ] {
                let d = rest / value;
                rest %= value;
                if d == 0 {
                    gap |= !out.is_empty();
                    continue;
                }
                if gap {
                    out.push(digit(0));
                }
                gap = false;
                out.push(digit(d));
                out.push_str(place);
            }
            out.push_str(word);
            gap = false;
        }
        out
    }

    proptest! {
        #[test]
        fn a_printed_numeral_reads_back(n in 0u64..1_000_000_000_000) {
            let everyday = print(n, "零一二三四五六七八九", ["十", "百", "千"]);
            prop_assert_eq!(all(numeral, &everyday), Some(n.to_string()), "{}", everyday);
            let financial = print(n, "零壹贰叁肆伍陆柒捌玖", ["拾", "佰", "仟"]);
            prop_assert_eq!(all(numeral, &financial), Some(n.to_string()), "{}", financial);
        }

        #[test]
        fn a_printed_number_reads_back(n in 0u64..1_000_000_000_000, cents in 0u32..100) {
            let plain = format!("{n}.{cents:02}");
            prop_assert_eq!(all(arabic, &plain), Some(plain.clone()));
            let mut grouped = n.to_string();
            let mut at = grouped.len();
            while at > 3 {
                at -= 3;
                grouped.insert(at, ',');
            }
            prop_assert_eq!(all(arabic, &grouped), Some(n.to_string()));
        }

        #[test]
        fn no_text_breaks_the_parsers(text in "[零一二两三十百千万亿点0-9.,]{0,40}") {
            let _ = (arabic(&text), numeral(&text), scale(&text));
        }
    }
}

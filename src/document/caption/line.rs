//! One line above a table: `部门：云溪县水务局  2022年度  公开01表  单位：万元`.

use super::{Caption, Words, is_title, plain, squeeze, without_number};

impl Words {
    /// What the words of a line above a table, or the cells of a row, say of it; `None` where any of them says
    /// something else.
    pub fn read_line<'a>(&self, cells: impl IntoIterator<Item = &'a str>) -> Option<Caption> {
        let mut line = Line {
            words: self,
            caption: Caption::default(),
            title: String::new(),
            titles: 0,
        };
        let cells: Vec<String> = cells.into_iter().map(plain).collect();
        // A label and its value may stand in cells of their own, so the row is read as one line.
        let whole = self.unit_apart(without_blanks(&cells.join(" ")));
        if self.label.is_match(&whole) {
            line.labelled(&whole)?;
        } else {
            for cell in &cells {
                line.free(&without_blanks(cell));
                // A row of a table: two titles are none.
                if line.titles > 1 {
                    return None;
                }
            }
        }
        line.finish()
    }
}

/// Words without the blanks that programs print beside the digits of a page: `2022 年度`, `公开 01 表`.
fn without_blanks(words: &str) -> String {
    let mut tight = String::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        let next = words[at + c.len_utf8()..].chars().next();
        let behind_digit = tight.ends_with(|c: char| c.is_ascii_digit());
        let inside = behind_digit && matches!(next, Some('年' | '表'))
            || tight.ends_with("公开") && next.is_some_and(|next| next.is_ascii_digit());
        if c != ' ' || !inside {
            tight.push(c);
        }
    }
    tight
}

impl Words {
    /// 部门：云溪县水务局单位：万元: where a page prints two words side by side without a space, the unit stands apart.
    fn unit_apart(&self, mut line: String) -> String {
        let Some((before, behind)) = line.rsplit_once(':') else {
            return line;
        };
        let labels = self.labels.unit.iter().map(|label| squeeze(label));
        let label = labels
            .filter(|label| before.ends_with(label.as_str()))
            .max_by_key(String::len);
        if let Some(label) = label.filter(|_| self.unit(behind.trim()).is_some()) {
            line.insert(before.len() - label.len(), ' ');
        }
        line
    }
}

struct Line<'w> {
    words: &'w Words,
    caption: Caption,
    /// What is none of the parts with a form of their own.
    title: String,
    /// How many stretches of words went into it.
    titles: usize,
}

impl Line<'_> {
    /// Reads a line with labels: what stands before the first, then each with its value.
    fn labelled(&mut self, line: &str) -> Option<()> {
        let words = self.words;
        let marks: Vec<_> = words
            .label
            .captures_iter(line)
            .filter_map(|found| {
                let label = found.get(1)?;
                Some((label.start()..found.get(0)?.end(), squeeze(label.as_str())))
            })
            .collect();
        let first = marks.first().map_or(line.len(), |(range, _)| range.start);
        self.free(&line[..first]);
        for (index, (range, label)) in marks.iter().enumerate() {
            let end = marks
                .get(index + 1)
                .map_or(line.len(), |(next, _)| next.start);
            self.value(label, line[range.end..end].trim())?;
        }
        Some(())
    }

    /// Reads the value of a label.
    fn value(&mut self, label: &str, value: &str) -> Option<()> {
        let labels = &self.words.labels;
        let is = |list: &[String]| list.iter().any(|l| squeeze(l) == label);
        if is(&labels.unit)
            && let Some((unit, rest)) = self.words.unit(value)
        {
            self.caption.unit.get_or_insert(unit.clone());
            // What is said of the unit ends with the word: 万元（保留两位小数）.
            let rest = rest.split_once(' ').map_or("", |(_, rest)| rest);
            self.free(rest);
            return Some(());
        }
        if is(&labels.department) {
            let name: Vec<&str> = value.split(' ').filter(|part| !self.part(part)).collect();
            let name = name.concat();
            if name.chars().count() > 40 || name.contains(['。', ';']) {
                return None;
            }
            if !name.is_empty() {
                self.caption.department.get_or_insert(name);
            }
            return Some(());
        }
        if is(&labels.day) {
            self.caption.year = self.caption.year.or(year_in(value));
            return Some(());
        }
        is(&labels.other).then_some(())
    }

    /// Reads words without a label: parts with a form of their own, the rest is the title.
    fn free(&mut self, words: &str) {
        let mut other = String::new();
        for token in words
            .split(' ')
            .flat_map(|token| token.split_inclusive(':'))
        {
            if !self.part(token.trim_end_matches(':')) {
                other.push_str(token);
            }
        }
        if !other.is_empty() {
            self.title.push_str(&other);
            self.titles += 1;
        }
    }

    /// Whether a word is a number, a year, a unit or a mark of a continued table; if so it is taken.
    fn part(&mut self, token: &str) -> bool {
        let token = token.trim_matches(['(', ')', '-', '—', '[', ']', '【', '】', '《', '》']);
        if token.is_empty() {
            return true;
        }
        let caption = &mut self.caption;
        if let Some(year) = year_alone(token) {
            caption.year.get_or_insert(year);
        } else if self.words.continued.iter().any(|word| word == token) {
            caption.continued = true;
        } else if self.words.is_number(token) {
            caption.number.get_or_insert(token.to_owned());
        } else if let Some((unit, "")) = self.words.unit(token) {
            caption.unit.get_or_insert(unit.clone());
        } else {
            return false;
        }
        true
    }

    fn finish(mut self) -> Option<Caption> {
        if !self.title.is_empty() {
            if self.titles > 1 || !is_title(&self.title) {
                return None;
            }
            self.take_title();
        }
        (!self.caption.is_empty()).then_some(self.caption)
    }

    /// Takes the title, and what it says in brackets behind itself.
    fn take_title(&mut self) {
        let mut title = std::mem::take(&mut self.title);
        while let Some(open) = title.strip_suffix(')').and_then(|rest| rest.rfind('(')) {
            let inner = title[open + 1..title.len() - 1].to_owned();
            if !self.part(&inner) {
                break;
            }
            title.truncate(open);
        }
        let title = without_number(&title).to_owned();
        if let Some(year) = year_in(&title) {
            self.caption.year = Some(year);
        }
        self.caption.title = Some(title);
    }
}

impl Words {
    /// Whether a word is the number of a table: `公开01表`, `附表3-1`, `表二`.
    fn is_number(&self, token: &str) -> bool {
        let is_digit = |c: char| {
            let chinese = matches!(
                c,
                '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
            );
            chinese || c.is_ascii_digit() || matches!(c, '-' | '_' | '—')
        };
        if !token.contains(is_digit) {
            return false;
        }
        let bare: String = token.chars().filter(|&c| !is_digit(c)).collect();
        self.numbers.contains(&bare.to_lowercase())
    }
}

/// `2022年度`, `2022年`, `2022`.
fn year_alone(token: &str) -> Option<i32> {
    let digits = token.strip_suffix("度").unwrap_or(token);
    let digits = digits.strip_suffix('年').unwrap_or(digits);
    (digits.len() == 4).then(|| year_in(digits)).flatten()
}

/// The first year in words.
pub(crate) fn year_in(words: &str) -> Option<i32> {
    let bytes = words.as_bytes();
    bytes.windows(4).enumerate().find_map(|(at, digits)| {
        let alone = !at
            .checked_sub(1)
            .is_some_and(|before| bytes[before].is_ascii_digit())
            && !bytes.get(at + 4).is_some_and(u8::is_ascii_digit);
        let year: i32 = std::str::from_utf8(digits).ok()?.parse().ok()?;
        (alone && digits.iter().all(u8::is_ascii_digit) && (1990..=2099).contains(&year))
            .then_some(year)
    })
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    fn shown(caption: &Caption) -> String {
        let unit = caption.unit.as_ref().map_or("", |unit| unit.name.as_str());
        format!(
            "{}|{}|{}|{}|{}{}",
            caption.title.as_deref().unwrap_or(""),
            caption.number.as_deref().unwrap_or(""),
            caption.department.as_deref().unwrap_or(""),
            caption.year.map_or(String::new(), |year| year.to_string()),
            unit,
            if caption.continued { "|续" } else { "" },
        )
    }

    #[test]
    fn lines_above_a_table() {
        let words = words();
        for (want, lines) in [
            (
                "|公开01表|云溪县水务局|2022|万元",
                &[
                    "部门：云溪县水务局  2022年度  公开01表 单位：万元",
                    "公开01表　部门：云溪县水务局　2022年　金额单位：人民币万元"
                        .replace("人民币", "")
                        .as_str(),
                    "编制单位：云溪县水务局 （2022年度） 公开01表 （单位：万元）",
                    "部 门：云溪县水务局 2022年度 公开01表 单 位：萬元",
                    // As programs print pages: blanks beside digits, and before 年.
                    "部门：云溪县水务局   2022 年度   公开 01 表   单位：万元",
                ][..],
            ),
            (
                "收入支出决算总表||||",
                &[
                    "收入支出决算总表",
                    "一、收入支出决算总表",
                    "收 入 支 出 决 算 总 表",
                ],
            ),
            (
                "项目支出绩效自评表|||2023|",
                &["项目支出绩效自评表（2023年度）"],
            ),
            (
                "部门收支总表|表1|||",
                &[
                    "表1 部门收支总表",
                    "附件：表1 部门收支总表".trim_start_matches("附件："),
                ],
            ),
            ("2023年三公经费表|||2023|元", &["2023年三公经费表 单位：元"]),
            (
                "||云溪县水务局||元",
                &[
                    "单位：云溪县水务局 单位：元",
                    "部门名称（公章）：云溪县水务局 金额单位：元（保留两位小数）",
                    "部门：云溪县水务局 填表人：李某 单位：元，%",
                    // Two words side by side on a page.
                    "部门名称：云溪县水务局单位：元",
                    "部门：云溪县水务局金额单位：元",
                ],
            ),
            (
                "||云溪县水务局|2022|",
                &["编制部门：云溪县水务局 截止时间：2022年12月31日"],
            ),
            ("|公开05表||||续", &["公开05表 续表"]),
            ("||||元", &["（元）", "金额单位：元"]),
        ] {
            for line in lines {
                let caption = words.read_line([*line]).unwrap_or_default();
                assert_eq!(shown(&caption), want, "{line}");
            }
        }
        for line in [
            "部门收入预算为3万元。",
            "项目 行次 决算数",
            "一、机关运行经费",
            "2022年度本单位支出3万元",
            "主要职责：负责水务。",
            "合计",
            "",
        ] {
            assert_eq!(words.read_line([line]), None, "{line}");
        }
    }

    #[test]
    fn rows_above_a_table() {
        let words = words();
        let row = ["部门：", "云溪县水务局", "单位：", "元"];
        assert_eq!(shown(&words.read_line(row).unwrap()), "||云溪县水务局||元");
        assert_eq!(words.read_line(["项目", "金额"]), None);
        assert_eq!(words.read_line(["收入支出总表", "支出总表"]), None);
    }
}

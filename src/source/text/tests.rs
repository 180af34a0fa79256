//! Lines and paragraphs of whole texts.

use super::line::columns;
use super::read;
use crate::document::{BlockKind, Document, Folded};

fn document(text: &str) -> Document {
    read(text.as_bytes(), &Default::default()).unwrap_or_else(|error| panic!("{error}"))
}

/// The folded words of the paragraphs of a text.
fn paragraphs(text: &str) -> Vec<String> {
    let document = document(text);
    let paragraphs = document
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph);
    paragraphs
        .map(|block| Folded::block(&document, block).text)
        .collect()
}

#[test]
fn the_canonical_text_is_the_decoded_content() {
    for (bytes, text) in [
        (&b"\xef\xbb\xbfa\r\nb\rc\n"[..], "a\nb\nc\n"),
        (
            "\u{c}支出\u{200b} 3\u{3000}万元\r\n".as_bytes(),
            "\u{c}支出\u{200b} 3\u{3000}万元\n",
        ),
        (b"", ""),
    ] {
        assert_eq!(
            read(bytes, &Default::default()).map(|d| d.text),
            Ok(text.to_owned())
        );
    }
}

#[test]
fn lines_that_break_off_are_joined() {
    for (text, joined) in [
        (
            "机关运行经费支出3.98万\n元，增长5%。",
            &["机关运行经费支出3.98万元，增长5%。"][..],
        ),
        (
            "机关运行经费支出3.98\n万元，增长5%。",
            &["机关运行经费支出3.98万元，增长5%。"],
        ),
        (
            "其他支出增长5\n%，主要是维修。",
            &["其他支出增长5%，主要是维修。"],
        ),
        (
            "一般行政管理事务（\n项）。支出5万元。",
            &["一般行政管理事务(项)。支出5万元。"],
        ),
        (
            "一般行政管理事务（项\n）。支出5万元。",
            &["一般行政管理事务(项)。支出5万元。"],
        ),
        (
            "因公出国（境\n内外）费用0万元。",
            &["因公出国(境内外)费用0万元。"],
        ),
        ("本年支出5万元，\n占50%。", &["本年支出5万元，占50%。"]),
        ("本年支出5万元\n，占50%。", &["本年支出5万元，占50%。"]),
        ("支出5万元，\n\n占50%。", &["支出5万元，占50%。"]),
        ("支出5万元，\n—3—\n占50%。", &["支出5万元，占50%。"]),
        (
            "本年支出合计8万元，其中项目支\n出5万元。项目支出有增加。",
            &["本年支出合计8万元，其中项目支出5万元。项目支出有增加。"],
        ),
        (
            "本年支出5万元，其中项目\n- 3 -\n支出决算为3万元。",
            &["本年支出5万元，其中项目支出决算为3万元。"],
        ),
        (
            "第一部分\n部门概况\n一、主要职责",
            &["第一部分部门概况", "一、主要职责"],
        ),
    ] {
        assert_eq!(paragraphs(text), joined, "{text:?}");
    }
}

#[test]
fn lines_of_their_own_stay_apart() {
    for lines in [
        &[
            "一、收入决算情况说明",
            "本年收入合计5万元。",
            "二、支出决算情况说明",
            "本年支出合计5万元。",
        ][..],
        &[
            "收入决算情况说明",
            "2023年度收入5万元",
            "支出决算情况说明",
            "2023年度支出5万元",
        ],
        &["基本支出", "345.27", "项目支出", "192.85"],
        &[
            "其中：",
            "1.办公费5万元，",
            "2.印刷费3万元，",
            "3.差旅费2万元。",
        ],
        &["(一)人员经费5万元", "(二)公用经费3万元"],
        &[
            "纳入编制范围的单位包括：",
            "1.云溪县水利站",
            "2.云溪县节水中心",
        ],
        &["支出5万元，增长1.5%", "二、其他情况"],
        &["部门概况……3", "部门决算情况说明……5"],
        &["2021年度支出", "2022年度支出"],
        &["车辆5", "2辆在用"],
        // Elsewhere, too, a bracket follows the word; but a remark of its own is none of the heading.
        &[
            "第二部分：部门决算报表",
            "(公开01表至公开09表见附件)",
            "自评表(另附)",
        ],
    ] {
        assert_eq!(paragraphs(&lines.join("\n")), lines, "{lines:?}");
    }
}

#[test]
fn pages_leave_no_trace() {
    let text = "支出3万元，用于购置\n—7—\n办公用品。\n—8—\n\u{c}其他支出2万元。\n第9页 共9页\n";
    let document = document(text);
    let skips: Vec<&str> = document
        .blocks
        .iter()
        .flat_map(|block| &block.skips)
        .map(|&skip| document.slice(skip))
        .collect();
    assert_eq!(skips, ["—7—"]);
    assert_eq!(
        paragraphs(text),
        ["支出3万元，用于购置办公用品。", "其他支出2万元。"]
    );
}

#[test]
fn tables_part_paragraphs() {
    let text = "支出5万元，\n项目 | 金额\n办公 | 1.00\n印刷 | 2.00\n占5%。";
    let document = document(text);
    assert_eq!(document.tables.len(), 1);
    assert!(
        document
            .blocks
            .iter()
            .any(|block| block.kind == BlockKind::Table(0))
    );
    assert_eq!(paragraphs(text), ["支出5万元，", "占5%。"]);
}

/// A report as its paragraphs, none of which ends the sentence of another.
const REPORT: &[&str] = &[
    "云溪县水务局2023年度部门决算",
    "第一部分 云溪县水务局概况",
    "一、主要职责",
    "（一）贯彻执行国家和省有关水务工作的方针政策，编制全县水务发展规划并组织实施。",
    "（二）负责生活、生产经营和生态环境用水的统筹与保障，负责节约用水和水土保持工作。",
    "二、机构设置",
    "云溪县水务局内设办公室、规划财务股、水资源管理股等7个股室，下属二级预算单位3个。截至2023年末，实有在职人员64人，退休人员28人。",
    "第二部分 2023年度部门决算情况说明",
    "一、收入支出决算总体情况说明",
    "2023年度收、支总计均为2,846.53万元。与2022年度相比，收、支总计各增加312.08万元，增长12.31%。主要变动原因是农村供水工程资金增加。",
    "二、收入决算情况说明",
    "本年收入合计2,790.11万元，其中：一般公共预算财政拨款收入2,512.36万元，占90.05%；政府性基金预算财政拨款收入260.00万元，占9.32%；其他收入17.75万元，占0.64%。",
    "三、支出决算情况说明",
    "本年支出合计2,801.47万元，其中：基本支出1,043.92万元，占37.26%；项目支出1,757.55万元，占62.74%。",
    "四、一般公共预算财政拨款支出决算情况说明",
    "（一）一般公共预算财政拨款支出决算结构情况",
    "一般公共预算财政拨款支出2,523.72万元，主要用于以下方面：农林水（类）支出2,204.18万元，占87.34%；社会保障和就业（类）支出176.40万元，占6.99%；住房保障（类）支出143.14万元，占5.67%。",
    "（二）一般公共预算财政拨款支出决算具体情况",
    "1.农林水（类）水利（款）行政运行（项）：支出决算为486.27万元，完成预算的98.35%，决算数小于预算数的主要原因是人员调出。",
    "2.农林水（类）水利（款）水利工程运行与维护（项）：支出决算为1,208.60万元，完成预算的100%，决算数与预算数持平。",
    "五、“三公”经费财政拨款支出决算情况说明",
    "“三公”经费财政拨款支出决算为9.86万元，完成预算12.00万元的82.17%。其中：因公出国（境）费支出0万元；公务用车购置及运行维护费支出7.20万元，公务用车保有量3辆；公务接待费支出2.66万元，国内公务接待38批次，271人次。",
    "六、其他重要事项的情况说明",
    "（一）机关运行经费支出情况。2023年度机关运行经费支出138.54万元，比2022年度减少6.21万元，下降4.29%，主要原因是压减会议费和印刷费。",
    "（二）国有资产占用情况。截至2023年12月31日，共有车辆3辆，其中：应急保障用车2辆、其他用车1辆；单价100万元以上专用设备1台（套）。",
    "第三部分 名词解释",
    "一、财政拨款收入：指单位从同级财政部门取得的财政预算资金。",
    "二、机关运行经费：指为保障行政单位运行用于购买货物和服务的各项资金。",
];

/// How a printer breaks lines.
#[derive(Debug, Clone, Copy)]
struct Style {
    width: usize,
    in_columns: bool,
    keeps_words: bool,
    hangs_marks: bool,
    /// Whether an opening bracket stays with what it opens.
    keeps_brackets: bool,
    page_number: fn(usize) -> String,
    /// Blank lines after every line.
    spaced: bool,
    indent: &'static str,
}

impl Style {
    fn measure(&self, words: &str) -> usize {
        match self.in_columns {
            true => columns(words),
            false => words.chars().count(),
        }
    }

    fn wrap(&self, paragraph: &str) -> Vec<String> {
        let latin = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '%');
        let mut words: Vec<String> = Vec::new();
        for c in paragraph.chars() {
            match words.last_mut() {
                Some(word) if self.keeps_words && latin(c) && word.ends_with(latin) => word.push(c),
                Some(word) if self.hangs_marks && "，。；：、）”".contains(c) => {
                    word.push(c)
                }
                Some(word) if self.keeps_brackets && word.ends_with(['（', '“']) => word.push(c),
                _ => words.push(c.to_string()),
            }
        }
        let mut lines = vec![self.indent.to_owned()];
        for word in words {
            let bare = word.trim_end_matches(|c| self.hangs_marks && "，。；：、）”".contains(c));
            let line = lines.last().map_or("", String::as_str);
            if !line.is_empty() && self.measure(line) + self.measure(bare) > self.width {
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push_str(&word);
            }
        }
        lines
    }

    fn print(&self, paragraphs: &[&str]) -> String {
        let mut text = String::new();
        let mut page = 1;
        for (index, line) in paragraphs
            .iter()
            .flat_map(|paragraph| self.wrap(paragraph))
            .enumerate()
        {
            text.push_str(&line);
            text.push_str(if self.spaced { "\n\n" } else { "\n" });
            if index % 12 == 11 {
                text.push_str(&(self.page_number)(page));
                text.push('\n');
                page += 1;
            }
        }
        text
    }
}

/// The sentences of paragraphs: a heading is one, and two paragraphs never share one.
fn sentences(paragraphs: &[String]) -> Vec<String> {
    let all = paragraphs
        .iter()
        .flat_map(|paragraph| paragraph.split_inclusive('。'));
    all.map(str::to_owned).collect()
}

#[test]
fn a_report_wrapped_at_any_width_reads_the_same() {
    let expected = sentences(&paragraphs(&REPORT.join("\n")));
    let styles: [fn(usize) -> String; 5] = [
        |page| format!("—{page}—"),
        |page| format!("- {page} -"),
        |page| format!("第 {page} 页 共 30 页"),
        |page| format!("云溪县水务局2023年度部门决算\n—{page}—"),
        |page| format!("{page}\n\u{c}"),
    ];
    for width in 16..100 {
        for (index, page_number) in styles.into_iter().enumerate() {
            let style = Style {
                width: if index % 2 == 0 { width } else { width / 2 },
                in_columns: index % 2 == 0,
                keeps_words: width % 3 == 0,
                hangs_marks: width % 6 == 0,
                keeps_brackets: width % 4 == 0,
                page_number,
                spaced: index == 2,
                indent: if index == 1 { "　　" } else { "" },
            };
            let text = style.print(REPORT);
            let read = sentences(&paragraphs(&text));
            let lost = expected.iter().filter(|sentence| !read.contains(sentence));
            assert_eq!(
                lost.collect::<Vec<_>>(),
                Vec::<&String>::new(),
                "{style:?}: {read:#?}\n{text}"
            );
        }
    }
}

#[test]
fn paragraphs_whose_first_lines_have_lost_their_indent_read_the_same() {
    // So many paragraphs tell it.
    let report = REPORT.repeat(3);
    let expected = sentences(&paragraphs(&report.join("\n")));
    for width in (60..90).step_by(2) {
        let style = Style {
            width,
            in_columns: true,
            keeps_words: true,
            hangs_marks: true,
            keeps_brackets: true,
            page_number: |page| format!("{page}\n\u{c}"),
            spaced: false,
            indent: "　　",
        };
        let text = style.print(&report).replace("　　", "");
        let read = sentences(&paragraphs(&text));
        let lost = expected.iter().filter(|sentence| !read.contains(sentence));
        assert_eq!(lost.count(), 0, "{width}: {read:#?}\n{text}");
    }
}

#[test]
fn a_wide_table_does_not_hide_how_sentences_are_wrapped() {
    let rows: String = (10..12)
        .map(|n| format!("第{n}项收入                    {n}.00                    {n}.50                    {n}.25                    {n}.75\n"))
        .collect();
    let sentence = |n: usize| {
        format!(
            "202{n}年期末，部门共有车辆{n}辆，其中：副部（省）级及以上领导用车{n}辆、主要领导干部用车{n}辆、机要通信用车{n}辆、应急保障用车{n}辆、执法执勤用车{n}辆、特种专业技术用车{n}辆、离退休干部用车{n}辆、其他用车{n}辆。"
        )
    };
    let prose: String = (0..4)
        .map(|n| {
            let characters: Vec<char> = format!("　　{}", sentence(n)).chars().collect();
            let lines = characters.chunks(32).map(String::from_iter);
            lines.collect::<Vec<String>>().join("\n") + "\n"
        })
        .collect();
    let text = format!("{rows}\n{prose}");
    let document = read(text.as_bytes(), &Default::default()).unwrap();
    let paragraphs = document
        .blocks
        .iter()
        .map(|block| document.slice(block.span))
        .filter(|words| words.starts_with("202") && words.ends_with("辆。"));
    assert_eq!(paragraphs.count(), 4, "{:?}", document.blocks);
}

use proptest::prelude::*;

use super::*;

#[test]
fn text_is_converted_word_by_word() {
    for (simplified, text) in [
        ("收入支出决算表 2023", "收入支出决算表 2023"),
        ("收入支出决算总表", "收入支出決算總表"),
        ("看着", "看著"),
        ("苎麻", "苧麻"),
        ("计划", "計畫"),
        ("乾隆、干净", "乾隆、乾淨"),
    ] {
        assert_eq!(simplify(text.to_owned()), simplified);
    }
}

#[test]
fn characters_and_marks() {
    for (folded, texts) in [
        (
            "2022年度",
            &[
                "２０２２年度",
                "2022 年度",
                "2022年\n度",
                "2022 年\u{3000}度",
                "2\u{200b}022年度",
                "20\n22年度",
                "2022年\u{ad}度",
            ][..],
        ),
        (
            "支出1,055.4万元，占7.8%。",
            &[
                "支出1,055.4万元，占7.8%。",
                "支出１，０５５．４萬元,占７.８％.",
                "支出 1，055.4 万元, 占 7.8 %。",
            ],
        ),
        (
            "总计9,581,500.00元",
            &[
                "总计9,581,500.00元",
                "總計9，581，500.00元",
                "总计9,581,\n500.00元",
            ],
        ),
        ("2021，2022年", &["2021,2022年", "2021，2022年"]),
        ("3，5万元", &["3,5万元", "3，5万元"]),
        ("38.25、42.10万元", &["38.25,42.10万元", "38.25，42.10万元"]),
        ("占38.25，2023年", &["占38.25,2023年"]),
        ("0，500元", &["0,500元"]),
        (
            "“三公”经费",
            &[
                "\"三公\"经费",
                "「三公」經費",
                "‘三公’经费",
                "“三公”经费",
                "＂三公＂经费",
                "“三公\"经费",
                "\"三公”经费",
                "”三公”经费",
                "“三公“经费",
            ],
        ),
        (
            "“放管服”和“三公”，“一网通办”",
            &[
                "“放管服”和“三公”，“一网通办”",
                "“放管服“和“三公“，”一网通办”",
            ],
        ),
        (
            "(一)收入：8:30",
            &["（一）收入：8:30", "㈠收入:8：30", "(一)收入∶8:30"],
        ),
        ("金融车辆", &["⾦融⻋辆", "金融車輛"]),
        ("沈阳合并", &["瀋陽合併"]),
        (
            "725.15 74.14",
            &[
                "725.15 74.14",
                "725.15\u{3000}\u{3000}74.14",
                "725.15\t74.14",
            ],
        ),
        ("1. 2023年度", &["1. 2023年度", "1.\n2023年度"]),
        ("97.96%", &["97.\n96%", "97\n.96%"]),
        ("增长-3%", &["增长 -3%", "增长－3%", "增长−3%"]),
        ("5.2 -3.1", &["5.2 -3.1"]),
        ("2021-2023年", &["2021 - 2023 年", "2021－2023年"]),
        ("①人员经费", &["①人员经费", "① 人员经费"]),
        ("4000㎡", &["4000㎡", "4000 ㎡"]),
        ("一.部门概况", &["一.部门概况", "一． 部门概况"]),
        ("目录……1", &["目录……1", "目 录……1"]),
        ("~，。、；：？！", &["～,。､;:?!"]),
        ("Big Data", &["Big Data", "Ｂｉｇ　Ｄａｔａ"]),
    ] {
        for text in texts {
            assert_eq!(fold_text(text), folded, "{text:?}");
        }
    }
}

#[test]
fn a_range_of_words_stands_where_it_is_printed() {
    let text = "支出 ３.９８萬\n—7—\n元，占㈠";
    let skip = text.find("—7—").map(|at| Span::new(at, at + "—7—\n".len()));
    let folded = Folded::new(text, Span::new(0, text.len()), skip.as_slice());
    assert_eq!(folded.text, "支出3.98万元，占(一)");
    for (words, printed) in [
        ("3.98万元", "３.９８萬\n—7—\n元"),
        ("支出", "支出"),
        ("出3", "出 ３"),
        ("占(", "占㈠"),
        ("一)", "㈠"),
        ("万元，", "萬\n—7—\n元，"),
    ] {
        let at = folded.text.find(words).unwrap_or_default();
        let span = folded.span(at..at + words.len());
        assert_eq!(&text[span.start..span.end], printed, "{words}");
    }
    assert_eq!(folded.span(0..0), Span::new(0, 0));
    let end = folded.text.len();
    assert_eq!(folded.span(end..end), Span::new(text.len(), text.len()));
}

proptest! {
    #[test]
    fn every_range_maps_to_a_slice(text in "[ \n0-9０-９,，.．一二萬億元（）㈠⾦占支出a-c]{0,40}") {
        let folded = Folded::new(&text, Span::new(0, text.len()), &[]);
        let marks: Vec<usize> = folded
            .text
            .char_indices()
            .map(|(at, _)| at)
            .chain([folded.text.len()])
            .collect();
        let mut last = 0;
        for pair in marks.windows(2) {
            let span = folded.span(pair[0]..pair[1]);
            prop_assert!(text.get(span.start..span.end).is_some_and(|slice| !slice.is_empty()));
            prop_assert!(span.start >= last);
            last = span.start;
        }
    }

    #[test]
    fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
        let once = fold_text(&text);
        prop_assert_eq!(fold_text(&once), once.clone());
    }

    #[test]
    fn layout_leaves_no_trace(
        words in "[一-龥0-9.%，。（）]{1,40}",
        breaks in proptest::collection::vec(any::<prop::sample::Index>(), 0..6),
    ) {
        let mut printed = words.clone();
        for index in breaks {
            let marks: Vec<usize> = printed.char_indices().map(|(at, _)| at).collect();
            printed.insert(marks[index.index(marks.len())], '\n');
        }
        // A line break after the point of an item number keeps its gap; no other does.
        prop_assert_eq!(fold_text(&printed).replace(". ", "."), fold_text(&words));
    }
}

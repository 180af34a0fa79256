//! Statements with a cell a line and nothing to tell it by but that their rows are equally long.

use super::*;

const BY_CODE: Sheet = Sheet {
    above: &[
        "支出决算表",
        "公开03表",
        "部门：云溪县文化馆",
        "金额单位：万元",
    ],
    rows: &[
        "项目|<|本年支出合计|基本支出|项目支出|经营支出",
        "支出功能分类科目编码|科目名称|^|^|^|^",
        "栏次|<|1|2|3|4",
        "合计|<|968.40|520.15|448.25|",
        "207|文化旅游体育与传媒支出|900.00|451.75|448.25|",
        "20701|文化和旅游|900.00|451.75|448.25|",
        "2070109|群众文化|451.75|451.75||",
        "2070199|其他文化和旅游支出|448.25||448.25|",
        "221|住房保障支出|68.40|68.40||",
    ],
};

const BY_ORDINAL: Sheet = Sheet {
    above: &["收入支出决算总表", "单位：万元"],
    rows: &[
        "收入|<|<|支出|<|<",
        "项目|行次|决算数|项目|行次|决算数",
        "栏次||1|栏次||2",
        "一、一般公共预算财政拨款收入|1|910.00|一、一般公共服务支出|6|",
        "二、事业收入|2||二、文化旅游体育与传媒支出|7|900.00",
        "|3||三、住房保障支出|8|68.40",
        "本年收入合计|4|910.00|本年支出合计|9|968.40",
        "总计|5|910.00|总计|10|968.40",
    ],
};

const DIVIDED: Sheet = Sheet {
    above: &["一般公共预算财政拨款支出决算表", "2023年度", "单位：元"],
    rows: &[
        "项目|<|本年支出|<|<",
        "功能分类科目编码|科目名称|小计|基本支出|项目支出",
        "合计|<|512.00|208.00|304",
        "207|文化旅游体育与传媒支出|412.00|108.00|304",
        "2070109|群众文化|108.00|108.00|",
        "2070199|其他文化和旅游支出|304||304",
        "221|住房保障支出|100.00|100.00|",
    ],
};

const BLOCKS: Sheet = Sheet {
    above: &["一般公共预算财政拨款基本支出决算表", "单位：元"],
    rows: &[
        "人员经费|<|<|公用经费|<|<",
        "科目编码|科目名称|金额|科目编码|科目名称|金额",
        "301|工资福利支出|700.00|302|商品和服务支出|90.00",
        "30101|基本工资|600.00|30201|办公费|90.00",
        "30102|津贴补贴|100.00|||",
        "人员经费合计|<|700.00|公用经费合计|<|90.00",
    ],
};

/// Rows that nothing marks but their names on both sides.
const SIDES: Sheet = Sheet {
    above: &["财政拨款收入支出决算总表", "单位：万元"],
    rows: &[
        "收入|<|支出|<|<|<|<",
        "项目|决算数|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款",
        "一、一般公共预算财政拨款|910.00|一、一般公共服务支出||||",
        "二、政府性基金预算财政拨款||二、文化旅游体育与传媒支出|841.60|841.60||",
        "||三、住房保障支出|68.40|68.40||",
        "本年收入合计|910.00|本年支出合计|910.00|910.00||",
        "总计|910.00|总计|910.00|910.00||",
    ],
};

/// The codes are headed twice.
const TWICE: Sheet = Sheet {
    above: &["支出决算表", "单位：元"],
    rows: &[
        "功能分类科目|<|本年支出合计|基本支出|项目支出",
        "科目编码|科目名称|^|^|^",
        "合计|<|512.00|208.00|304.00",
        "207|文化旅游体育与传媒支出|412.00|108.00|304.00",
        "2070109|群众文化|108.00|108.00|",
        "2070199|其他文化和旅游支出|304.00||304.00",
        "221|住房保障支出|100.00|100.00|",
    ],
};

#[test]
fn rows_that_are_equally_long_are_read_as_between_borders() {
    for (sheet, least) in [
        (BY_CODE, 15),
        (BY_ORDINAL, 5),
        (DIVIDED, 10),
        (BLOCKS, 5),
        (SIDES, 4),
        (TWICE, 10),
    ] {
        let want = facts(sheet.page(), FINAL);
        assert!(want.len() >= least, "{want:?}");
        assert_eq!(facts(sheet.listed(), FINAL), want, "{:?}", sheet.above);
    }
}

/// Rows that nothing marks, and three ledgers side by side.
const UNMARKED: Sheet = Sheet {
    above: &["财政拨款收入支出决算总表", "单位：元"],
    rows: &[
        "收入|<|支出|<|<|<|<",
        "项目|金额|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款",
        "栏次|1|栏次|2|3|4|5",
        "一、一般公共预算财政拨款|910.00|一、一般公共服务支出||||",
        "二、政府性基金预算财政拨款|0|二、文化旅游体育与传媒支出|841.60|841.60||",
        "||三、住房保障支出|68.40|68.40||",
        "本年收入合计|910.00|本年支出合计|910.00|910.00||",
    ],
};

const UNNUMBERED: Sheet = Sheet {
    above: &["财政拨款“三公”经费支出决算表", "单位：元"],
    rows: &[
        "项目|预算数|决算数",
        "合计|108.00|90.00",
        "1.因公出国（境）费|0.00|0.00",
        "2.公务用车购置及运行维护费|96.00|84.00",
        "（1）公务用车购置费|0.00|0.00",
        "（2）公务用车运行维护费|96.00|84.00",
        "3.公务接待费|12.00|6.00",
    ],
};

const LEDGERS: Sheet = Sheet {
    above: &["一般公共预算财政拨款基本支出决算表", "单位：元"],
    rows: &[
        "人员经费|<|<|公用经费|<|<|<|<|<",
        "科目编码|科目名称|金额|科目编码|科目名称|金额|科目编码|科目名称|金额",
        "301|工资福利支出|700.00|302|商品和服务支出|80.00|310|资本性支出|10.00",
        "30101|基本工资|600.00|30201|办公费|80.00|31002|办公设备购置|10.00",
        "30102|津贴补贴|100.00||||||",
        "人员经费合计|<|700.00|公用经费合计|<|<|<|<|90.00",
    ],
};

#[test]
fn rows_that_empty_lines_end_are_read_as_between_borders() {
    for (sheet, least) in [
        (BY_CODE, 15),
        (BY_ORDINAL, 5),
        (DIVIDED, 10),
        (BLOCKS, 5),
        (UNMARKED, 5),
        (UNNUMBERED, 12),
        (LEDGERS, 8),
    ] {
        let want = facts(sheet.page(), FINAL);
        assert!(want.len() >= least, "{want:?}");
        assert_eq!(
            facts(sheet.listed_apart(), FINAL),
            want,
            "{:?}",
            sheet.above
        );
    }
    // A row that no empty line ends takes the columns of those below.
    let text = UNMARKED
        .listed_apart()
        .text
        .replace("841.60\n841.60\n\n\n\n", "841.60\n841.60\n\n\n");
    assert_eq!(facts_of(&text), [""; 0]);
}

/// One row of amounts, under a header of three rows.
const ONE_ROW: Sheet = Sheet {
    above: &["财政拨款“三公”经费支出决算表", "公开07表", "单位：元"],
    rows: &[
        "预算数|<|<|<|<|<|决算数|<|<|<|<|<",
        "合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费",
        "^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^|小计|公务用车购置费|公务用车运行维护费|^",
        "1|2|3|4|5|6|7|8|9|10|11|12",
        "108.00|8.00|88.00||88.00|12.00|90.00|7.00|77.00||77.00|6.00",
    ],
};

#[test]
fn one_row_of_amounts_is_read_as_between_borders() {
    let want = facts(ONE_ROW.page(), FINAL);
    assert_eq!(want.len(), 10, "{want:?}");
    assert_eq!(facts(ONE_ROW.listed(), FINAL), want);
    assert_eq!(facts(ONE_ROW.listed_apart(), FINAL), want);
    let whole = text(&ONE_ROW);
    let unnumbered = whole.replace("\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n", "\n");
    assert_eq!(facts_of(&unnumbered), want);
    // The heads of each half one behind the other.
    let lower = "小计\n公务用车购置费\n公务用车运行维护费\n";
    let upper = "合计\n因公出国（境）费\n公务用车购置及运行维护费\n公务接待费\n";
    let by_rows = format!("{upper}{upper}{lower}{lower}");
    let by_halves = whole.replace(&by_rows, &format!("{upper}{lower}{upper}{lower}"));
    assert_ne!(by_halves, whole);
    assert_eq!(facts_of(&by_halves), want);
    for (from, to) in [
        ("12.00\n", ""),
        ("12.00\n", "12.00\n3.00\n"),
        ("88.00\n\n88.00", "88.00\n88.00"),
        ("12.00\n", "无\n"),
        ("公务接待费\n小计", "小计"),
    ] {
        let broken = whole.replacen(from, to, 1);
        assert_ne!(broken, whole, "{from}");
        assert_eq!(facts_of(&broken), [""; 0], "{from}");
    }
}

/// The text of a statement with a cell a line.
fn text(sheet: &Sheet) -> String {
    sheet.listed().text.clone()
}

fn facts_of(text: &str) -> Vec<String> {
    let document = crate::source::text::read(text.as_bytes(), &Default::default()).unwrap();
    facts(document, FINAL)
}

#[test]
fn the_last_empty_cells_of_a_text_may_be_missing_but_none_above_a_note() {
    let whole = text(&BY_CODE);
    let table = whole.trim_end_matches("注：以上为全部。\n");
    let want = facts_of(&whole);
    assert_eq!(facts_of(table.trim_end()), want);
    assert_eq!(facts_of(&format!("{table}\n\n注：无。\n")), want);
    let short = format!("{}\n注：以上为全部。\n", table.trim_end());
    assert_eq!(facts_of(&short), [""; 0]);
}

#[test]
fn rows_that_prove_no_columns_give_nothing() {
    let whole = text(&BY_CODE);
    for (what, broken) in [
        // Without its empty lines a row has lost its columns.
        ("no empty lines", whole.replace("\n\n", "\n")),
        (
            "a row too short",
            whole.replace("451.75\n\n\n", "451.75\n\n"),
        ),
        (
            "a row too long",
            whole.replace("451.75\n\n\n", "451.75\n\n\n\n"),
        ),
        (
            "a column too many",
            whole.replace("项目支出\n", "项目支出\n上缴上级支出\n"),
        ),
        (
            "a column too few",
            whole.replace("项目支出\n经营支出\n", "项目支出\n"),
        ),
        (
            "words in a column of amounts",
            whole.replace("68.40\n68.40", "68.40\n同左"),
        ),
        (
            "more below",
            whole.replace("注：", "局机关\n68.40\n下属\n12\n馆所\n注："),
        ),
        (
            "a total too short",
            whole.replace("448.25\n\n207", "448.25\n207"),
        ),
    ] {
        assert_ne!(broken, whole, "{what}");
        assert_eq!(facts_of(&broken), [""; 0], "{what}");
    }
    let whole = text(&BY_ORDINAL);
    // An empty cell that is lost, the numbers of the rows tell.
    let lost = whole.replace("3\n\n三", "3\n三");
    assert_ne!(lost, whole);
    assert_eq!(facts_of(&lost), facts_of(&whole));
    for (from, to) in [("\n4\n", "\n5\n"), ("行次\n决", "决")] {
        let broken = whole.replace(from, to);
        assert_ne!(broken, whole, "{from}");
        assert_eq!(facts_of(&broken), [""; 0], "{from}");
    }
    // A name too few leaves the columns in doubt.
    let whole = text(&SIDES);
    for (from, to) in [
        ("项目\n决算数\n", "项目\n"),
        ("910.00\n\n\n总计", "910.00\n\n总计"),
    ] {
        let broken = whole.replace(from, to);
        assert_ne!(broken, whole, "{from}");
        assert_eq!(facts_of(&broken), [""; 0], "{from}");
    }
}

/// A statement whose empty cells are told by sums.
const LOST: Sheet = Sheet {
    above: &["支出决算表", "部门公开表03", "单位：万元"],
    rows: &[
        "科目编码|科目名称|合计|基本支出|项目支出",
        "合计|<|968.40|520.15|448.25",
        "207|文化旅游体育与传媒支出|900.00|451.75|448.25",
        "20701|文化和旅游|900.00|451.75|448.25",
        "2070109|群众文化|451.75|451.75|",
        "2070199|其他文化和旅游支出|448.25||448.25",
        "221|住房保障支出|68.40|68.40|",
        "22102|住房改革支出|68.40|68.40|",
        "2210201|住房公积金|68.40|68.40|",
    ],
};

#[test]
fn sums_tell_the_columns_of_rows_whose_empty_cells_are_lost() {
    let want = facts(LOST.page(), FINAL);
    assert!(want.len() > 15, "{want:?}");
    let lost = text(&LOST).replace("\n\n", "\n");
    assert_eq!(facts_of(&lost), want);
    // A name on two lines, the number of a page, and the next table.
    let wrapped = lost.replace("其他文化和旅游支出", "其他文化和旅游\n支出");
    assert_eq!(facts_of(&wrapped), want);
    let paged = lost.replace("20701\n", "— 9 —\n20701\n");
    assert_eq!(facts_of(&paged), want);
    let next = "— 10 —\n\n部门公开表04\n国有资本经营预算支出表\n单位：万元\n";
    let followed = lost.replace("注：以上为全部。\n", next);
    assert_eq!(facts_of(&followed), want);
}

#[test]
fn numbers_that_could_stand_in_several_columns_stand_in_none() {
    let lost = text(&LOST).replace("\n\n", "\n");
    let totals = |facts: &[String]| {
        let is_part = |fact: &&String| fact.contains("basic") || fact.contains("project");
        facts.iter().filter(|fact| !is_part(fact)).count()
    };
    let whole = facts_of(&lost);
    // Two items of the same amounts: either may be the basic one.
    let even = lost
        .replace("900.00\n451.75\n448.25", "900.00\n450.00\n450.00")
        .replace("451.75\n451.75", "450.00\n450.00")
        .replace("448.25\n448.25", "450.00\n450.00")
        .replace("968.40\n520.15\n448.25", "968.40\n518.40\n450.00");
    let read = facts_of(&even);
    assert_eq!(totals(&read), totals(&whole), "{read:?}");
    assert_eq!(read.len(), whole.len() - 2, "{read:?}");
    // What does not add up tells nothing; no row is full, and nothing tells the columns.
    let wrong = lost.replace("448.25\n448.25", "440.00\n440.00");
    let read = facts_of(&wrong);
    assert_eq!(totals(&read), totals(&whole), "{read:?}");
    assert!(
        read.iter()
            .all(|fact| !fact.contains("440") || !fact.contains("project"))
    );
    let narrow = lost
        .replace("968.40\n520.15\n448.25", "968.40\n968.40")
        .replace("900.00\n451.75\n448.25", "900.00\n900.00");
    assert_eq!(facts_of(&narrow), [""; 0]);
}

/// A header of which one cell is divided, and no number is lost.
const DEEP: Sheet = Sheet {
    above: &["支出决算表", "单位：万元"],
    rows: &[
        "科目编码|科目名称|合计|基本支出|<|<|项目支出",
        "^|^|^|小计|人员经费|公用经费|^",
        "合计|<|968.40|520.15|500.00|20.15|448.25",
        "207|文化旅游体育与传媒支出|900.00|451.75|431.60|20.15|448.25",
        "2070109|群众文化|900.00|451.75|431.60|20.15|448.25",
        "221|住房保障支出|68.40|68.40|68.40|0|0",
    ],
};

#[test]
fn sums_tell_what_stands_under_what_in_a_header() {
    let want = facts(DEEP.page(), FINAL);
    assert!(want.len() >= 12, "{want:?}");
    let by_rows = text(&DEEP);
    assert_eq!(facts_of(&by_rows), want);
    let deep = by_rows.replace(
        "基本支出\n项目支出\n小计\n人员经费\n公用经费\n",
        "基本支出\n小计\n人员经费\n公用经费\n项目支出\n",
    );
    assert_ne!(deep, by_rows);
    assert_eq!(facts_of(&deep), want);
}

#[test]
fn rows_of_a_name_and_as_many_amounts_as_the_header_has() {
    let want = facts(UNNUMBERED.page(), FINAL);
    let listed = text(&UNNUMBERED);
    assert_eq!(facts_of(&listed), want);
    let named = listed.replace("（1）公务用车购置费", "其中：公务用车购置费");
    assert_eq!(facts_of(&named), want);
    for (from, to) in [
        ("项目\n预算数", "预算数"),
        ("项目\n", "收支情况\n"),
        ("12.00\n6.00\n", "12.00\n"),
        ("96.00\n84.00\n（1", "96.00\n（1"),
    ] {
        let broken = listed.replacen(from, to, 1);
        assert_ne!(broken, listed, "{from}");
        assert_eq!(facts_of(&broken), [""; 0], "{from}");
    }
}

/// What the appropriation is of each fund, of which one has no money.
const FUNDS: Sheet = Sheet {
    above: &["财政拨款收入支出决算总表", "单位：万元"],
    rows: &[
        "收入|<|<|支出|<|<|<|<|<",
        "项目|行次|金额|项目|行次|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款",
        "栏次|<|1|栏次|<|2|3|4|5",
        "一、一般公共预算财政拨款|1|90.00|一、一般公共服务支出|6||||",
        "二、政府性基金预算财政拨款|2|10.00|二、教育支出|7|50.00|50.00|0.00|",
        "三、国有资本经营预算财政拨款|3||三、城乡社区支出|8|50.00|40.00|10.00|",
        "本年收入合计|4|100.00|本年支出合计|9|100.00|90.00|10.00|",
        "总计|5|100.00|总计|10|100.00|90.00|10.00|",
    ],
};

#[test]
fn numbers_of_rows_tell_ledgers_whose_empty_cells_are_lost() {
    for (sheet, number) in [(&BY_ORDINAL, "\n7\n"), (&FUNDS, "\n8\n")] {
        let want = facts(sheet.page(), FINAL);
        assert!(want.len() >= 7, "{want:?}");
        let lost = text(sheet).replace("\n\n", "\n").replace("\n\n", "\n");
        assert_eq!(facts_of(&lost), want);
        // Without the number of one row, none is proved.
        let broken = lost.replacen(number, "\n", 1);
        assert_ne!(broken, lost);
        assert_eq!(facts_of(&broken), [""; 0]);
    }
}

#[test]
fn amounts_of_funds_that_are_lost_in_some_rows_are_listed() {
    let lost = text(&FUNDS).replace("\n\n", "\n").replace("\n\n", "\n");
    let lost = lost.replace("\n50.00\n50.00\n0.00\n", "\n50.00\n50.00\n");
    let by_fund = |fact: &&String| fact.starts_with("general_public_budget.expenditure");
    assert_eq!(facts_of(&lost).iter().find(by_fund), None);
    let report = crate::extract(lost.as_bytes(), &Default::default()).expect("a text");
    let unbound = report.unbound.iter().map(|u| &*u.span.exact);
    let unbound: Vec<&str> = unbound.collect();
    assert_eq!(
        unbound,
        [
            "50.00", "40.00", "10.00", "90.00", "10.00", "90.00", "10.00"
        ]
    );
    let values = report.unbound.iter().map(|u| u.value);
    assert_eq!(values.flatten().next(), Some(500_000.into()));
}

/// The “三公” with both stages, the header column by column and cut as a page cuts it.
const THREE_PUBLIC: &str = "一般公共预算财政拨款“三公”经费支出决算表
公开07表
单位：万元
预算数
合计
因公出国
（境）费
公务用车购置及运行维护费
小计
公务用车
购置费
公务用车
运行维护费
公务接待费
决算数
合计
因公出国
（境）费
公务用车购置及运行维护费
小计
公务用车
购置费
公务用车
运行维护费
公务接待费
1
2
3
4
5
6
7
8
9
10
11
12
15.30
0.00
10.80
0.00
10.80
4.50
12.20
0.00
10.26
0.00
10.26
1.94
";

#[test]
fn a_header_may_be_printed_column_by_column() {
    let want = [
        "three_public.hospitality = 19400",
        "three_public.hospitality approved = 45000",
        "three_public.overseas = 0",
        "three_public.overseas approved = 0",
        "three_public.total = 122000",
        "three_public.total approved = 153000",
        "three_public.vehicles = 102600",
        "three_public.vehicles approved = 108000",
        "three_public.vehicles.operation = 102600",
        "three_public.vehicles.operation approved = 108000",
        "three_public.vehicles.purchase = 0",
        "three_public.vehicles.purchase approved = 0",
    ];
    assert_eq!(facts_of(THREE_PUBLIC), want);
    let unruled = THREE_PUBLIC.replace("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n", "");
    assert_eq!(facts_of(&unruled), want);
    // A page may end between header and amounts.
    let paged = THREE_PUBLIC.replace("12\n15.30", "12\n\n7\n\n\u{c}15.30");
    assert_eq!(facts_of(&paged), want);
    for (from, to) in [
        ("\n1.94\n", "\n"),
        ("决算数\n合计\n", "决算数\n"),
        ("\n12\n", "\n13\n"),
    ] {
        let broken = THREE_PUBLIC.replacen(from, to, 1);
        assert_ne!(broken, THREE_PUBLIC, "{from}");
        assert_eq!(facts_of(&broken), [""; 0], "{from}");
    }
}

#[test]
fn names_and_headers_may_be_cut_over_lines() {
    let want = facts(DIVIDED.page(), FINAL);
    let cut = text(&DIVIDED)
        .replace("功能分类科目编码", "功能分类科目\n编码")
        .replace("文化旅游体育与传媒支出", "文化旅游体育与传媒\n支出");
    assert_eq!(facts_of(&cut), want);
    let want = facts(BY_ORDINAL.page(), FINAL);
    let cut = text(&BY_ORDINAL).replace("\n\n", "\n");
    let cut = cut.replace("财政拨款收入\n1\n", "财政拨款\n收入\n1\n");
    assert_eq!(facts_of(&cut), want);
}

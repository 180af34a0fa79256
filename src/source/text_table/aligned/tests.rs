//! Statements of invented departments as pages print them that are turned into text: the rows of their grids, cells
//! joined by `¦`, what a cell goes on over by `<`.

mod printed;

use super::super::Lines;
use crate::document::Span;
use crate::document::table::Places;

/// The rows of the tables of a text, each table led by whether its columns are known.
fn tables(text: &str) -> Vec<String> {
    let mut spans = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\u{c}']) {
        spans.push(Span::new(start, start + line.len()));
        start += line.len();
    }
    let lines = Lines::new(text, &spans);
    let mut shown = Vec::new();
    for (_, table) in super::find(&lines, &vec![false; lines.len()], &[]) {
        shown.push(match table.places {
            Places::Known => "known".to_owned(),
            _ => "unclear".to_owned(),
        });
        for row in 0..table.height() {
            let cells = (0..table.width()).map(|column| match table.get(row, column) {
                Some(cell) if cell.row == row && cell.column == column => cell.text.as_str(),
                Some(_) => "<",
                None => "",
            });
            let cells: Vec<&str> = cells.collect();
            shown.push(cells.join("¦").trim_end_matches('¦').to_owned());
        }
    }
    shown
}

#[test]
fn statements() {
    for (text, expected) in [
        // Two ledgers side by side, one of them with blank cells.
        (
            "                 收入                                 支出
               项目            行次       决算数                        项目        行次        决算数
               栏次                      1                         栏次                      2
一、一般公共预算财政拨款收入                    1        1,856.32 一、一般公共服务支出              31                 12.50
二、政府性基金预算财政拨款收入                   2               二、外交支出                    32
八、其他收入                            8           8.15 八、社会保障和就业支出              38                203.77
                                  9               九、卫生健康支出                  39                 88.20
总计                            30           2,001.07 总计                      60               2,001.07
",
            &[
                "known",
                "收入¦<¦<¦支出¦<¦<",
                "项目¦行次¦决算数¦项目¦行次¦决算数",
                "栏次¦¦1¦栏次¦¦2",
                "一、一般公共预算财政拨款收入¦1¦1,856.32¦一、一般公共服务支出¦31¦12.50",
                "二、政府性基金预算财政拨款收入¦2¦¦二、外交支出¦32",
                "八、其他收入¦8¦8.15¦八、社会保障和就业支出¦38¦203.77",
                "¦9¦¦九、卫生健康支出¦39¦88.20",
                "总计¦30¦2,001.07¦总计¦60¦2,001.07",
            ][..],
        ),
        // Codes in three columns, a header of two lines, amounts in one of two columns.
        (
            "         科目编码
                                         科目名称        合计             基本支出              项目支出
     类        款        项
                           合计                            6,030.25      675.80              5,354.45
208                        社会保障和就业支出                     5,933.05      578.60              5,354.45
208      02                民政管理事务                         600.40       512.40                88.00
208      02       01       行政运行                           512.40       512.40
208      02       02       一般行政管理事务                        88.00                             88.00
210                        卫生健康支出                          41.30           41.30
",
            &[
                "known",
                "科目编码¦<¦<¦科目名称¦合计¦基本支出¦项目支出",
                "类¦款¦项¦<¦<¦<¦<",
                "¦¦¦合计¦6,030.25¦675.80¦5,354.45",
                "208¦¦¦社会保障和就业支出¦5,933.05¦578.60¦5,354.45",
                "208¦02¦¦民政管理事务¦600.40¦512.40¦88.00",
                "208¦02¦01¦行政运行¦512.40¦512.40",
                "208¦02¦02¦一般行政管理事务¦88.00¦¦88.00",
                "210¦¦¦卫生健康支出¦41.30¦41.30",
            ],
        ),
        // Words of the header and of a name on several lines, one longer than its column.
        (
            "科目编码    科目名称                本年支出    基本支出    其中：人员    项目支出
                                    合计                    经费
208         社会保障和就业支出        300.00      280.00        200.00         20.00
2080505     机关事业单位基本养老保险  120.00      120.00        120.00
            缴费支出
2080506     机关事业单位职业年金缴费   60.00       60.00         60.00
2080801     死亡抚恤                  120.00      100.00         20.00         20.00
",
            &[
                "known",
                "科目编码¦科目名称¦本年支出合计¦基本支出¦其中：人员经费¦项目支出",
                "208¦社会保障和就业支出¦300.00¦280.00¦200.00¦20.00",
                "2080505¦机关事业单位基本养老保险缴费支出¦120.00¦120.00¦120.00",
                "2080506¦机关事业单位职业年金缴费¦60.00¦60.00¦60.00",
                "2080801¦死亡抚恤¦120.00¦100.00¦20.00¦20.00",
            ],
        ),
        // What was planned and what was spent, with the numbers of the columns.
        (
            "                           预算数                                                    决算数
合计    因公出国    公务用车购置及运行费           公务接待费   合计    因公出国    公务用车购置及运行费           公务接待费
        （境）费    小计    购置费    运行费                            （境）费    小计    购置费    运行费
1       2           3       4         5        6            7       8           9       10        11       12
18.50   0.00        14.00   0.00      14.00    4.50         15.70   0.00        12.60   0.00      12.60    3.10
",
            &[
                "known",
                "预算数¦<¦<¦<¦<¦<¦决算数¦<¦<¦<¦<¦<",
                "合计¦因公出国（境）费¦公务用车购置及运行费¦<¦<¦公务接待费¦合计¦因公出国（境）费¦公务用车购置及运行费¦<¦<¦公务接待费",
                "<¦<¦小计¦购置费¦运行费¦<¦<¦<¦小计¦购置费¦运行费¦<",
                "1¦2¦3¦4¦5¦6¦7¦8¦9¦10¦11¦12",
                "18.50¦0.00¦14.00¦0.00¦14.00¦4.50¦15.70¦0.00¦12.60¦0.00¦12.60¦3.10",
            ],
        ),
        // Numbers below zero, marks for none, full-width spaces.
        (
            "项目　　　　年初数　　　年末数　　　增减
办公费　　　　12.00　　　　9.50　　　-2.50
差旅费　　　　　--　　　　3.10　　　3.10
会议费　　　　4.00　　　　　--　　　-4.00
",
            &[
                "known",
                "项目¦年初数¦年末数¦增减",
                "办公费¦12.00¦9.50¦-2.50",
                "差旅费¦--¦3.10¦3.10",
                "会议费¦4.00¦--¦-4.00",
            ],
        ),
    ] {
        assert_eq!(tables(text), expected, "{text}");
    }
}

#[test]
fn tables_over_pages() {
    let head = "项目            合计        基本支出    项目支出\n";
    let rows = [
        "办公费          12.00       10.00       2.00\n",
        "差旅费          30.00       25.00       5.00\n",
        "会议费          8.00        8.00        0.00\n",
    ]
    .concat();
    let more = "培训费          6.00        4.00        2.00\n印刷费          3.00        1.00        2.00\n";
    let expected = [
        "known",
        "项目¦合计¦基本支出¦项目支出",
        "办公费¦12.00¦10.00¦2.00",
        "差旅费¦30.00¦25.00¦5.00",
        "会议费¦8.00¦8.00¦0.00",
        "培训费¦6.00¦4.00¦2.00",
        "印刷费¦3.00¦1.00¦2.00",
    ];
    for text in [
        format!("{head}{rows}\u{c}{head}{more}"),
        format!("{head}{rows}\u{c}{more}"),
    ] {
        assert_eq!(tables(&text), expected, "{text}");
    }
}

/// What is no table of numbers, or one whose columns are not told.
#[test]
fn no_tables() {
    for text in [
        "    本单位2023年度收入  总计120.5万元，  其中：财政拨款100万元。\n    支出  总计118.2万元，  与上年持平。\n",
        "目录\n第一部分  单位概况  1\n第二部分  收支情况  3\n第三部分  名词解释  9\n",
        "        云泽县水务局\n        2024年8月20日\n",
        "张三        水务股股长\n李四        渔业股股长\n王五        办公室主任\n",
        "春眠    不觉晓    处处    闻啼鸟\n夜来    风雨声    花落    知多少\n",
        "地址：云泽县城关镇人民路12号    邮编：625000\n联系人：张三                      电话：0835-2312345\n",
    ] {
        assert_eq!(tables(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_total_in_the_middle_over_amounts_at_the_right_is_under_no_head_for_certain() {
    let text = "                   项目
功能分类科目编                        本年支出合计           基本支出             项目支出            上缴上级支出
                        科目名称
   码
                   栏次            1                2               3                4
                   合计          1984.31          1427.81          556.5
208       社会保障和就业支出                  203.77           203.77
20805     行政事业单位养老支出                 198.10           198.10
213       农林水支出                   1,564.18         1,020.18           544.00
21301     农业农村                    1,564.18         1,020.18           544.00
2130135   农业资源保护修复与利用                324.00                           324.00
";
    let rows = tables(text);
    assert_eq!(rows[0], "unclear", "{rows:?}");
}

#[test]
fn groups_above_columns() {
    for (text, expected) in [
        // A group of all that stands below its middle, not of the names beside them.
        (
            "                                               预算数
            科目名称                合计    人员经费    公用经费     年初结转和结余  上缴上级支出  财政拨款收入
农林水支出                        100.00
水利                              117.07
机关事业单位基本养老保险缴费支出  151.21                             1084.60
",
            &[
                "known",
                "科目名称¦预算数¦<¦<¦年初结转和结余¦上缴上级支出¦财政拨款收入",
                "<¦合计¦人员经费¦公用经费¦<¦<¦<",
            ][..],
        ),
        // The only words above a head with a colon.
        (
            "                    事业收入
 科目名称     小计    其中：教育收费  其他收入
农林水支出  100.00
水利        117.07
行政运行    134.14
",
            &[
                "known",
                "科目名称¦事业收入¦<¦其他收入",
                "<¦小计¦其中：教育收费¦<",
            ],
        ),
        // It is not told whose the numbers are; and whether the group is of three columns or of all five.
        (
            "                            事业收入
 科目名称           小计            其中：教育收费     对附属单位补助支出
农林水支出               100.00
水利                     117.07
行政运行                 134.14
",
            &["unclear"],
        ),
        (
            "                                                          预算数
 科目名称      本年收入合计            合计              人员经费            公用经费       对附属单位补助支出
农林水支出              100.00
水利                    117.07
行政运行                134.14                                                     1067.53
",
            &["unclear"],
        ),
    ] {
        let rows = tables(text);
        assert_eq!(rows[..expected.len()], *expected, "{text}");
    }
}

#[test]
fn captions_in_narrow_cells() {
    let table = "
          项目                             本年支出
科目编码      科目名称                     合计        基本支出        项目支出
合计                                 1,580.00     925.55      654.45
213       农林水支出                     980.00     925.55       54.45
21303     水利                        600.00       0.00      600.00
";
    let rows = [
        "项目¦<¦本年支出¦<¦<",
        "科目编码¦科目名称¦合计¦基本支出¦项目支出",
        "合计¦<¦1,580.00¦925.55¦654.45",
        "213¦农林水支出¦980.00¦925.55¦54.45",
        "21303¦水利¦600.00¦0.00¦600.00",
    ];
    for (above, caption) in [
        (
            "                                          公开 05 表 单位：万
部门：青垭县水务局
                                                     元
",
            Some("部门：青垭县水务局¦公开 05 表 单位：万元"),
        ),
        (
            "                                          公开 05 表 单
部门：青垭县水务局
                                            位：万元
",
            Some("部门：青垭县水务局¦公开 05 表 单位：万元"),
        ),
        (
            "部门：青垭县
                                         金额单位：万
水务局               2023 年度
                                             元
",
            Some("部门：青垭县水务局¦2023 年度¦金额单位：万元"),
        ),
        (
            "部门：青垭县水务局      2023 年度      金额单位：元
",
            Some("部门：青垭县水务局¦2023 年度¦金额单位：元"),
        ),
        // Nothing completes it.
        (
            "                                          公开 05 表 单位：万
部门：青垭县水务局
",
            None,
        ),
    ] {
        let text = format!("{above}{table}");
        let shown = tables(&text);
        let captions: Vec<&str> = caption.into_iter().collect();
        let expected: Vec<&str> = ["known"].into_iter().chain(captions).chain(rows).collect();
        assert_eq!(shown, expected, "{text}");
    }
}

#[test]
fn columns_that_rows_do_not_tell_are_unclear() {
    // Rows with all amounts are printed closer than those with one of two, which stand beside each other.
    let text = "项目                               本年支出
科目编码   科目名称                    小计           基本支出   项目支出
合计                               5,126.80 1,971.34 3,155.46
208       社会保障和就业支出                  430.07       430.07
20805     行政事业单位养老支出                 430.07       430.07
211       节能环保支出                     376.40                 376.40
21105     森林保护修复                     376.40                 376.40
213       农林水支出                  4,119.31 1,340.25 2,779.06
";
    assert_eq!(tables(text)[0], "unclear", "{text}");
}

#[test]
fn budgets_and_accounts_side_by_side() {
    let text = "全年预算数                                      决算数
合计       因公出国（境）费     公务接待费      合计       因公出国（境）费     公务接待费
1        2            3          4        5            6
18.00    0.00         5.00       14.32    0.00         3.46
";
    assert_eq!(
        tables(text),
        [
            "known",
            "全年预算数¦<¦<¦决算数¦<¦<",
            "合计¦因公出国（境）费¦公务接待费¦合计¦因公出国（境）费¦公务接待费",
            "1¦2¦3¦4¦5¦6",
            "18.00¦0.00¦5.00¦14.32¦0.00¦3.46",
        ]
    );
}

//! Forms of invented projects as pages print them that are turned into text: the rows of their grids, cells joined by `¦`.

use super::super::Lines;
use crate::document::Span;

/// The rows of the forms of a text, each form led by the lines that it takes.
fn forms(text: &str) -> Vec<Vec<String>> {
    let mut spans = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        spans.push(Span::new(start, start + line.len()));
        start += line.len();
    }
    let lines = Lines::new(text, &spans);
    let found = super::find(&lines, &vec![false; lines.len()]);
    let shown = found.into_iter().map(|(range, table)| {
        let mut rows = vec![format!("{}..{}", range.start, range.end)];
        for row in 0..table.height() {
            let cells: Vec<&str> = (0..table.width()).map(|at| table.text(row, at)).collect();
            rows.push(cells.join("¦").trim_end_matches('¦').to_owned());
        }
        for cell in table.cells() {
            let words = &text[cell.span.start..cell.span.end];
            let first = cell
                .text
                .replace(' ', "")
                .starts_with(&words.replace([' ', '\n'], ""));
            assert!(first, "{words:?} are not the first of {:?}", cell.text);
        }
        rows
    });
    shown.collect()
}

#[test]
fn numbers_that_were_moved_to_make_room() {
    let text = "
                            项目支出绩效自评表
                              （2024年度）
项目名称        山塘加固                                  项目编码        51990024T000001112223
                                年初预算数    全年预算数    全年执行数    分值    执行率    得分
项目资金        年度资金总额             0.00          76.00        60.80         10 80.00%       8.00
（万元）        其中：财政拨款           0.00          76.00        60.80 —        —        —
                其他资金                                                  —      —        —
一级指标    二级指标    三级指标    年度指标值    实际完成值    分值    得分    偏差原因
产出指标    数量指标    加固座数    ≥3座         3座               60      60
效益指标    经济效益    新增蓄水    ≥8万方       8.2万方           30      29    雨水偏少
                        总 分                                     100      97
偏差大或目标未完成原因分析        雨水偏少，下年度改进。
";
    assert_eq!(
        forms(text),
        [[
            "3..13",
            "项目名称¦山塘加固¦项目编码¦51990024T000001112223",
            "项目资金（万元）¦¦年初预算数¦全年预算数¦全年执行数¦分值¦执行率¦得分",
            "项目资金（万元）¦年度资金总额¦0.00¦76.00¦60.80¦10¦80.00%¦8.00",
            "项目资金（万元）¦其中：财政拨款¦0.00¦76.00¦60.80¦—¦—¦—",
            "项目资金（万元）¦其他资金¦¦¦¦—¦—¦—",
            "一级指标¦二级指标¦三级指标¦年度指标值¦实际完成值¦分值¦得分¦偏差原因",
            "产出指标¦数量指标¦加固座数¦≥3座¦3座¦60¦60",
            "效益指标¦经济效益¦新增蓄水¦≥8万方¦8.2万方¦30¦29¦雨水偏少",
            "¦¦总 分¦¦¦100¦97",
            "偏差大或目标未完成原因分析¦雨水偏少，下年度改进。",
        ]]
    );
}

#[test]
fn blocks_with_columns_of_their_own() {
    let text = "
                            项目支出绩效自评表
                              （2024年度）
项目名称        山塘加固                                  项目编码        51990024T000001112223
主管部门        云泽县水务局                              实施单位        云泽县水库中心
                                年初预算数    全年预算数    全年执行数    分值    执行率    得分
项目资金        年度资金总额    80.00         76.00         60.80         10      80.00%    8
（万元）        其中：财政拨款  80.00         76.00         60.80         —      —        —
                其他资金                                                  —      —        —
                         预期目标                                 实际完成情况
年度总体        加固山塘3座，新增蓄水8万立方米，改善下游农        已加固3座，新增蓄水8.2万立方米。
目标            田灌溉。
一级指标    二级指标    三级指标    年度指标值    实际完成值    分值    得分    偏差原因
产出指标    数量指标    加固座数    ≥3座         3座           60      60
效益指标    经济效益    新增蓄水    ≥8万方       8.2万方       30      29      雨水偏少
                        总分                                    100     97
自评结论        项目按期完工，受益群众反映较好，蓄水能力明显提升，
                下一步将加强管护。
存在问题        无

    二、其他说明
    本单位机关运行经费支出3万元。
";
    assert_eq!(
        forms(text),
        [[
            "3..19",
            "项目名称¦山塘加固¦项目编码¦51990024T000001112223",
            "主管部门¦云泽县水务局¦实施单位¦云泽县水库中心",
            "项目资金（万元）¦¦年初预算数¦全年预算数¦全年执行数¦分值¦执行率¦得分",
            "项目资金（万元）¦年度资金总额¦80.00¦76.00¦60.80¦10¦80.00%¦8",
            "项目资金（万元）¦其中：财政拨款¦80.00¦76.00¦60.80¦—¦—¦—",
            "项目资金（万元）¦其他资金¦¦¦¦—¦—¦—",
            "年度总体目标¦预期目标¦实际完成情况",
            "年度总体目标¦加固山塘3座，新增蓄水8万立方米，改善下游农田灌溉。¦已加固3座，新增蓄水8.2万立方米。",
            "一级指标¦二级指标¦三级指标¦年度指标值¦实际完成值¦分值¦得分¦偏差原因",
            "产出指标¦数量指标¦加固座数¦≥3座¦3座¦60¦60",
            "效益指标¦经济效益¦新增蓄水¦≥8万方¦8.2万方¦30¦29¦雨水偏少",
            "¦¦总分¦¦¦100¦97",
            "自评结论¦项目按期完工，受益群众反映较好，蓄水能力明显提升，下一步将加强管护。",
            "存在问题¦无",
        ]]
    );
}

#[test]
fn headings_that_are_wrapped() {
    let text = "
项目名称    图书流动车
一级    二级    三级          年度        实际                    偏差原因分析
                                                   分值    得分
指标    指标    指标          指标值      完成值                  及改进措施
产出    数量    下乡次数      ≥60次      64次      50      50
指标    指标    送书册数      ≥3000册    2900册    50      48     车辆检修两周，部分站
                                                                   点取消。
";
    assert_eq!(
        forms(text)[0][1..],
        [
            "项目名称¦图书流动车",
            "一级指标¦二级指标¦三级指标¦年度指标值¦实际完成值¦分值¦得分¦偏差原因分析及改进措施",
            "产出指标¦数量指标¦下乡次数¦≥60次¦64次¦50¦50",
            "¦¦送书册数¦≥3000册¦2900册¦50¦48¦车辆检修两周，部分站点取消。",
        ]
    );
}

#[test]
fn a_group_of_columns_has_a_row_of_its_own() {
    let text = "
部门名称    云泽县档案馆
     一级指标             二级指标              三级指标
                                                                   评分标准          得分
  名称      权重       名称      权重      名称          权重
履职效能    60      整体效能    60      进馆完成率      30      按比例计分。      29
                                        查档满意度      30      按问卷计分。      30
管理效率    40      预算执行    40      支出率          40      按支出率计分。    39.8
合计                                                    100                       98.8
";
    assert_eq!(
        forms(text)[0][1..],
        [
            "部门名称¦云泽县档案馆",
            "一级指标¦一级指标¦二级指标¦二级指标¦三级指标¦三级指标¦评分标准¦得分",
            "名称¦权重¦名称¦权重¦名称¦权重¦评分标准¦得分",
            "履职效能¦60¦整体效能¦60¦进馆完成率¦30¦按比例计分。¦29",
            "¦¦¦¦查档满意度¦30¦按问卷计分。¦30",
            "管理效率¦40¦预算执行¦40¦支出率¦40¦按支出率计分。¦39.8",
            "合计¦¦¦¦¦100¦¦98.8",
        ]
    );
}

#[test]
fn words_and_labels_in_the_middle_of_their_rows() {
    let text = "
一级指标    二级指标        三级指标              指标值      完成值      分值    得分    偏差原因
                            下乡次数              ≥60次      64次        20      20
                                                                                          车辆检修两周，
            数量指标        送书册数              ≥3000册    2900册      20      18      部分站点取消。
产出指标
                            新增读者              ≥500人     520人       10      10
                            图书配送到站及时率和
            时效指标                              ≥95%       96%         20      20
                            站点开放率
效益指标    服务对象满意    读者满意度            ≥90%       91%         30      30
            度指标
                            总分                                          100     98
";
    assert_eq!(
        forms(text)[0][1..],
        [
            "一级指标¦二级指标¦三级指标¦指标值¦完成值¦分值¦得分¦偏差原因",
            "产出指标¦数量指标¦下乡次数¦≥60次¦64次¦20¦20",
            "产出指标¦数量指标¦送书册数¦≥3000册¦2900册¦20¦18¦车辆检修两周，部分站点取消。",
            "产出指标¦数量指标¦新增读者¦≥500人¦520人¦10¦10",
            "产出指标¦时效指标¦图书配送到站及时率和站点开放率¦≥95%¦96%¦20¦20",
            "效益指标¦服务对象满意度指标¦读者满意度¦≥90%¦91%¦30¦30",
            "¦¦总分¦¦¦100¦98",
        ]
    );
}

#[test]
fn a_form_goes_on_on_the_next_page() {
    let page = "
项目名称    图书采购
一级指标    二级指标    三级指标    指标值      完成值      分值    得分
产出指标    数量指标    采购册数    ≥4000册    4100册      50      50
";
    let rest = "效益指标    社会效益    借阅人次    ≥2万人次   1.9万人次   50      47\n";
    let heading = page.lines().nth(2).unwrap();
    for between in ["\n    — 1 —\n", "\n第1页  共2页\n\u{c}", "\n\n"] {
        let found = forms(&format!("{page}{between}{rest}"));
        assert_eq!(found.len(), 1, "{between:?}");
        assert_eq!(found[0].len(), 5, "{between:?}");
        let repeated = forms(&format!("{page}{between}{heading}\n{rest}"));
        assert_eq!(repeated.len(), 1, "{between:?}");
        assert_eq!(
            repeated[0][5],
            "效益指标¦社会效益¦借阅人次¦≥2万人次¦1.9万人次¦50¦47"
        );
    }
    // The points of a row that stand alone on their line are no number of a page.
    let text = page.replace("采购册数    ", "采购册数和  ").replace(
        "50      50",
        "\n                                                            50      50\n                        配送率",
    );
    assert_eq!(
        forms(&text)[0][3],
        "产出指标¦数量指标¦采购册数和配送率¦≥4000册¦4100册¦50¦50"
    );
}

#[test]
fn places_may_be_counted_in_characters() {
    // As many characters before each column, however wide they are.
    let text = "
项目名称  图书流动车运行
主管部门  云泽县文化和旅游局  实施单位  云泽县图书馆
一级指标  二级指标  三级指标        年度指标值    实际完成值   分值  得分  偏差原因
产出指标  数量指标  下乡次数        ≥60次     64次     20  20
            送书册数和送书品种数  ≥3000册   2900册   20  18  车辆检修
效益指标  社会效益  读者人次        ≥1.2万人   1.3万人   60  60
";
    assert_eq!(
        forms(text)[0][3..],
        [
            "一级指标¦二级指标¦三级指标¦年度指标值¦实际完成值¦分值¦得分¦偏差原因",
            "产出指标¦数量指标¦下乡次数¦≥60次¦64次¦20¦20",
            "¦¦送书册数和送书品种数¦≥3000册¦2900册¦20¦18¦车辆检修",
            "效益指标¦社会效益¦读者人次¦≥1.2万人¦1.3万人¦60¦60",
        ]
    );
}

#[test]
fn columns_may_be_one_space_apart() {
    let text = "
项目名称：校舍维修    主管部门：云泽县教育局
一级指标 二级指标   三级指标     目标值   完成值  分值  得分
产出指标 数量指标   维修间数     ≥6间    7间     40    40
         时效指标   完工时间     8月底前  9月     30    25
效益指标 社会效益   受益学生     ≥300人  320人   30    30
";
    assert_eq!(
        forms(text)[0][2..],
        [
            "一级指标¦二级指标¦三级指标¦目标值¦完成值¦分值¦得分",
            "产出指标¦数量指标¦维修间数¦≥6间¦7间¦40¦40",
            "¦时效指标¦完工时间¦8月底前¦9月¦30¦25",
            "效益指标¦社会效益¦受益学生¦≥300人¦320人¦30¦30",
        ]
    );
}

#[test]
fn other_tables_and_prose_are_no_forms() {
    for text in [
        "\
2024年度收入支出决算总表
        项目              行次     预算数       决算数
一、财政拨款收入            1     1,200.50     1,180.00
二、事业收入                2                     20.15
本年收入合计                4     1,208.50     1,200.15
",
        "绩效目标表\n一级指标    二级指标    三级指标\n产出指标    数量指标    清淤长度\n",
        "一级指标    得分\n产出指标    3\n",
        "    对照一级指标  二级指标，本单位自评得分为95分。\n    指标值    完成情况良好。\n",
        "",
    ] {
        assert_eq!(forms(text), [[""; 0]; 0], "{text}");
    }
}

#[test]
fn what_stands_around_a_form_is_none_of_it() {
    let text = "\
附件2
    本单位对3个项目开展自评。
  指标口径  以批复为准
                    2024年度项目支出绩效自评表
项目名称    图书采购
一级指标    三级指标    指标值      完成值      分值    得分
产出指标    采购册数    ≥4000册    4100册      100     100
填表人：林晓    联系电话：0000-1234567

附件3
    下一步将加强管理。
";
    let found = forms(text);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0][0], "4..8");
    assert_eq!(found[0][4], "填表人：林晓¦联系电话：0000-1234567");
}

#[test]
fn long_and_broken_forms_are_read_once() {
    let heading = "一级指标    二级指标    三级指标    指标值    完成值    分值    得分\n";
    let row = "产出指标    数量指标    清淤长度    3公里     3公里     5       5\n";
    let wrapped = "                        和清淤宽度\n";
    let label = "产出指标\n";
    for text in [
        heading.repeat(3000),
        format!("{heading}{}", row.repeat(30_000)),
        format!("{heading}{}", wrapped.repeat(900)),
        format!(
            "{heading}{}",
            format!("{row}{}", wrapped.repeat(30)).repeat(30)
        ),
        format!("{heading}{}", format!("{label}{row}").repeat(450)),
        format!("{heading}{row}\n\n\n").repeat(3000),
        format!("{heading}{}", format!("{row}{label}{label}").repeat(19)),
    ] {
        forms(&text);
    }
}

//! Weights of several levels, in one heading or in one of several rows.

use super::*;

/// How a source prints merged cells.
#[derive(Debug, Clone, Copy)]
enum Merged {
    /// As merged cells.
    Kept,
    /// As blanks in the place of what they cover.
    Blank,
    /// Once in a row, what they cover in the rows below being empty.
    Once,
}

fn read_as(rows: &str, merged: Merged) -> Evaluations {
    let (rows, format) = match merged {
        Merged::Kept => (rows.to_owned(), Format::Html),
        Merged::Blank => (rows.replace(['<', '^'], " "), Format::Xlsx),
        Merged::Once => (rows.replace("| <", "").replace('^', " "), Format::Text),
    };
    Pages::default()
        .line("部门整体支出绩效自评表（2024年度）")
        .table(&rows)
        .read(format)
}

/// The indicators of a department under a heading, each level followed by its weight.
fn rows(heading: &str) -> String {
    format!(
        "
部门名称 | < | 临溪县档案馆 | < | < | < | < | < | <
{heading}
履职效能 | 55 | 整体效能 | 35 | 档案进馆完成率 | 20 | 按进馆比例计分。 | 19.5 | 一批档案延后
^ | ^ | ^ | ^ | 查档满意度 | 15 | 按问卷结果计分。 | 15 |
^ | ^ | 专项效能 | 20 | 库房改造进度 | 20 | 按工程节点计分。 | 18 | 材料晚到
管理效率 | 45 | 预算执行 | 45 | 支出率 | 45 | 按支出率计分。 | 43.25 |
合计 | < | < | < | < | 100 |  | 95.75 |
"
    )
}

const VALUES: &[(&str, &str)] = &[
    ("/department", "临溪县档案馆"),
    ("/indicators/0/level1", "履职效能"),
    ("/indicators/0/level1_weight", "55"),
    ("/indicators/0/level2", "整体效能"),
    ("/indicators/0/level2_weight", "35"),
    ("/indicators/0/level3", "档案进馆完成率"),
    ("/indicators/0/weight", "20"),
    ("/indicators/0/criterion", "按进馆比例计分。"),
    ("/indicators/0/score", "19.5"),
    ("/indicators/0/reason", "一批档案延后"),
    ("/indicators/1/level1_weight", "55"),
    ("/indicators/1/level2_weight", "35"),
    ("/indicators/1/weight", "15"),
    ("/indicators/2/level1_weight", "55"),
    ("/indicators/2/level2", "专项效能"),
    ("/indicators/2/level2_weight", "20"),
    ("/indicators/3/level1", "管理效率"),
    ("/indicators/3/level1_weight", "45"),
    ("/indicators/3/weight", "45"),
    ("/indicators/3/score", "43.25"),
    ("/indicators/4", "null"),
    ("/total_weight", "100"),
    ("/total_score", "95.75"),
];

#[test]
fn each_level_may_have_a_column_of_weights() {
    for heading in [
        "一级指标 | 权重 | 二级指标 | 权重 | 三级指标 | 权重 | 评分标准 | 自评得分 | 扣分原因",
        "一级指标 | 分值 | 二级指标 | 分值 | 指标名称 | 分值（分） | 评分标准 | 得分 | 扣分原因",
        "一级指标 | 一级指标权重 | 二级指标 | 二级指标权重 | 三级指标 | 三级指标权重（%） | 计分标准 | 得分 | 扣分原因",
        "一级指标 | < | 二级指标 | < | 三级指标 | < | 评分标准 | 自评得分 | 扣分原因
名称 | 权重 | 名称 | 权重 | 名称 | 权重 | ^ | ^ | ^",
        "一级指标 | < | 二级指标 | < | 三级指标 | < | 评分标准 | 自评得分 | 扣分原因
指标名称 | 分值 | 指标名称 | 分值 | 指标名称 | 分值 | ^ | ^ | ^",
        "评价指标 | < | < | < | < | < | 评分标准 | 自评得分 | 扣分原因
一级指标 | < | 二级指标 | < | 三级指标 | < | ^ | ^ | ^
名称 | 权重(%) | 名称 | 权重(%) | 名称 | 权重(%) | ^ | ^ | ^",
    ] {
        for merged in [Merged::Kept, Merged::Blank, Merged::Once] {
            let read = read_as(&rows(heading), merged);
            assert_eq!(read.records.len(), 1, "{merged:?}: {heading}");
            expect(&read.records[0], VALUES);
        }
    }
}

#[test]
fn a_second_row_of_the_heading_may_be_shorter() {
    for heading in [
        "绩效指标 | | | 分值 | 评分标准 | 得分",
        "绩效指标 | 分值 | 评分标准 | 得分",
    ] {
        let read = Pages::default()
            .line("部门整体支出绩效自评表（2024年度）")
            .table(&format!(
                "
{heading}
一级指标 | 二级指标 | 三级指标
履职效能（60分） | 整体效能（60分） | 档案进馆完成率 | 40 | 按进馆比例计分。 | 39
 | | 查档满意度 | 20 | 按问卷结果计分。 | 20
"
            ))
            .read(Format::Text);
        expect(
            &read.records[0],
            &[
                ("/indicators/0/level1", "履职效能"),
                ("/indicators/0/level2_weight", "60"),
                ("/indicators/1/level3", "查档满意度"),
                ("/indicators/1/weight", "20"),
                ("/indicators/1/score", "20"),
            ],
        );
    }
}

#[test]
fn weights_may_stand_apart_from_the_levels() {
    let read = read_as(
        "
指标 | < | < | 权重 | < | < | 指标说明 | 得分
一级指标 | 二级指标 | 三级指标 | 一级指标 | 二级指标 | 三级指标 | ^ | ^
履职效能 | 整体效能 | 档案进馆完成率 | 60 | 40 | 30 | 反映进馆情况。 | 29
^ | ^ | 查档满意度 | ^ | ^ | 10 | 反映查档服务。 | 10
",
        Merged::Kept,
    );
    expect(
        &read.records[0],
        &[
            ("/indicators/0/level1", "履职效能"),
            ("/indicators/1/level1_weight", "60"),
            ("/indicators/1/level2_weight", "40"),
            ("/indicators/0/weight", "30"),
            ("/indicators/1/weight", "10"),
        ],
    );
}

#[test]
fn one_column_of_weights_is_of_the_level_before_it() {
    // Of the last level it is that of the indicators, wherever it stands behind it.
    let read = read_as(
        "
一级指标 | 二级指标 | 三级指标 | 指标说明 | 分值 | 得分
履职效能 | 整体效能 | 档案进馆完成率 | 反映进馆情况。 | 30 | 29
",
        Merged::Kept,
    );
    expect(
        &read.records[0],
        &[
            ("/indicators/0/level2_weight", "null"),
            ("/indicators/0/weight", "30"),
        ],
    );
    let read = read_as(
        "
一级指标 | 分值 | 三级指标 | 评分标准 | 得分
履职效能（60分） | 60 | 档案进馆完成率（40分） | 反映进馆情况。 | 39
^ | ^ | 查档满意度（20分） | 反映查档服务。 | 20
",
        Merged::Kept,
    );
    expect(
        &read.records[0],
        &[
            ("/indicators/1/level1", "履职效能"),
            ("/indicators/1/level1_weight", "60"),
            ("/indicators/1/level3", "查档满意度"),
            ("/indicators/1/weight", "20"),
        ],
    );
}

//! Lists with a row a project.

use crate::report::Options;

/// What the report below a title states of projects, in the order of the ids: `concept metric phase project value`.
fn stated(above: &str, rows: &str) -> Vec<String> {
    let rows = rows.trim_matches('\n').replace('|', "\t");
    let text = format!("临溪县水利站2024年度项目支出绩效自评情况\n\n{above}\n{rows}\n");
    let report = crate::extract(text.as_bytes(), &Options::default()).unwrap();
    let mut stated: Vec<String> = report
        .facts
        .iter()
        .filter_map(|fact| {
            let project = fact.dimensions.get("project")?;
            assert_eq!(fact.year, Some(2024));
            let concept = fact.concept.rsplit('.').next()?;
            let phase = word(&fact.phase);
            let metric = word(&fact.metric);
            Some(format!(
                "{concept} {metric} {phase} {project} {}",
                fact.value?.normalize()
            ))
        })
        .collect();
    stated.sort();
    stated
}

fn word(value: &impl serde::Serialize) -> String {
    let json = serde_json::to_value(value).unwrap();
    json.as_str().unwrap().to_owned()
}

#[test]
fn a_row_is_a_project() {
    let title = "项目支出绩效自评情况汇总表\n单位：万元";
    let funds = [
        "funds amount adjusted 山塘加固 120000",
        "funds amount approved 山塘加固 100000",
        "funds amount executed 山塘加固 90000",
        "funds completion_rate executed 山塘加固 75",
    ];
    let with = |more: &[&str]| {
        let mut all: Vec<String> = funds.iter().chain(more).map(|s| s.to_string()).collect();
        all.sort();
        all
    };
    let score = "project_score score executed 山塘加固 92.5";
    for (rows, want) in [
        (
            "
序号|项目名称|实施单位|年初预算数|全年预算数|全年执行数|执行率|自评得分|自评等级
1|山塘加固|临溪县水利站|10.00|12.00|9.00|75.00%|92.5|良
合计|||10.00|12.00|9.00|75.00%||",
            with(&[score]),
        ),
        // Other words and another order; units in the heading; a code, a number and a year at the name.
        (
            "
自评总分|项目支出名称|调整后预算数（元）|年初预算（元）|实际支出数（元）|支出率（%）
92.5分|51000024T000001112223-山塘加固（2024年）|120,000|100,000|90,000|75.00
96|51000024T000001112224-渠道管护|-|-|-|-",
            with(&[score, "project_score score executed 渠道管护 96"]),
        ),
        // Years in the heading: those of another year are no part of the list.
        (
            "
项目名称|2023年执行数|2024年年初预算数|2024年全年预算数|2024年执行数|2024年执行率
1.山塘加固|8.00|10.00|12.00|9.00|75.00%
2.渠道管护|1.00||||",
            with(&[]),
        ),
        // What was received; points of the money are no score of the project.
        (
            "
项目名称|年初预算数|全年预算数|资金到位数|执行数|执行率|分值|得分
山塘加固|10.00|12.00|11.50|9.00|75.00%|10|7.5
其中：土建|10.00|12.00|11.50|9.00|75.00%|10|7.5",
            with(&["received amount executed 山塘加固 115000"]),
        ),
        // Groups, parts and sums; what is called by one name twice is not one thing.
        (
            "
序号|项目名称|年初预算数|全年预算数|全年执行数|执行率
一|运转保障类|11.00|13.00|10.00|76.92%
1|山塘加固|10.00|12.00|9.00|75.00%
2|其他|0.50|0.50|0.50|100%
3|其他|0.50|0.50|0.50|100%
|小计|11.00|13.00|10.00|76.92%",
            with(&[]),
        ),
        // 0.75 is no percentage.
        (
            "
序号|项目名称|年初预算数|全年预算数|全年执行数|执行率
1|山塘加固|10.00|12.00|9.00|0.75",
            funds[..3].iter().map(|s| s.to_string()).collect(),
        ),
    ] {
        assert_eq!(stated(title, rows), want, "{rows}");
    }
}

#[test]
fn a_heading_of_two_rows_has_parts_of_the_money() {
    let page = "<h1>临溪县水利站2024年度项目支出绩效自评情况</h1><p>项目自评结果一览表</p>\
        <table><tr><td rowspan=2>项目名称<td colspan=2>全年预算数（万元）<td colspan=2>全年执行数（万元）<td rowspan=2>自评得分\
        <tr><td>小计<td>财政拨款<td>其中：财政拨款<td>合计\
        <tr><td>山塘加固<td>12<td>11<td>8<td>9<td>92</table>";
    let report = crate::extract(page.as_bytes(), &Options::default()).unwrap();
    let values: Vec<String> = report
        .facts
        .iter()
        .map(|f| f.value.unwrap().to_string())
        .collect();
    assert_eq!(values, ["120000", "90000", "92"]);
    assert_eq!(
        report.tables[0].kind.as_deref(),
        Some("self_assessment.list")
    );
}

#[test]
fn other_tables_are_no_lists() {
    for (above, rows) in [
        // Rows of a statement.
        (
            "“三公”经费情况\n单位：万元",
            "项目名称|预算数|决算数|完成率\n公务接待费|2.00|1.50|75%\n公务用车运行维护费|3.00|3.00|100%",
        ),
        // Tasks, contracts, and money without a stage that tells what became of it.
        (
            "年度主要任务\n单位：万元",
            "任务名称|主要内容|预算数|执行数|执行率\n山塘巡查|每月一次|12.00|9.00|75%\n渠道清理|两次|3.00|3.00|100%",
        ),
        (
            "合同签订情况\n单位：万元",
            "项目名称|合同金额|中标单位\n山塘加固|12.00|甲公司\n渠道清理|3.00|乙公司",
        ),
        (
            "往年情况\n单位：万元",
            "项目名称|2023年预算数|2023年执行数|2023年执行率\n山塘加固|12.00|9.00|75%\n渠道清理|3.00|3.00|100%",
        ),
    ] {
        assert_eq!(stated(above, rows), [""; 0], "{rows}");
    }
}

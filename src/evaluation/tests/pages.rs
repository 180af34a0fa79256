//! Forms of pages that were turned into text.

use super::*;

#[test]
fn a_form_in_aligned_columns() {
    let text = "\
云泽县文化和旅游局2024年度项目支出绩效自评公开

                                  项目支出绩效自评表
                                    （2024年度）
项目名称        图书流动车运行
主管部门        云泽县文化和旅游局                        实施单位        云泽县图书馆
                                年初预算数    全年预算数    全年执行数    分值    执行率    得分
项目资金        年度资金总额    80.00         76.00         60.80         10      80.00%    8
（万元）        其中：财政拨款  80.00         76.00         60.80         —      —        —
                         预期目标                                 实际完成情况
年度总体        流动车下乡60次，送书上门，方便偏远乡镇的读        全年下乡64次。
目标            者。
一级指标    二级指标    三级指标      年度指标值    实际完成值    分值    得分    偏差原因
                        下乡次数      ≥60次        64次          20      20
            数量指标    送书册数      ≥3000册      2900册        20      18      车辆检修两周，部分站
产出指标                                                                          点取消。
                        新增读者      ≥500人       520人         20      20
            时效指标    完成时间      12月底前      12月底前      20      20
满意度指    读者满意    读者满意度    ≥90%         91%           10      9
标          度指标
                        总分                                      100     95
存在问题    车辆老化。

                                     — 1 —
";
    let report = crate::extract(text.as_bytes(), &Default::default()).unwrap();
    assert_eq!(report.report.kind, Kind::ProjectSelfAssessment);
    assert_eq!(report.evaluations.len(), 1);
    let record = &report.evaluations[0];
    every_field_has_its_place(record);
    expect(
        record,
        &[
            ("/year", "2024"),
            ("/unit", "万元"),
            ("/project_name", "图书流动车运行"),
            ("/implementing_unit", "云泽县图书馆"),
            (
                "/annual_target",
                "流动车下乡60次，送书上门，方便偏远乡镇的读者。",
            ),
            ("/target_completion", "全年下乡64次。"),
            ("/budget/0/executed", "60.80"),
            ("/budget/0/rate", "80.00"),
            ("/budget/1/source", "fiscal"),
            ("/budget/1/weight", "null"),
            ("/indicators/0/level1", "产出指标"),
            ("/indicators/0/level2", "数量指标"),
            ("/indicators/1/reason", "车辆检修两周，部分站点取消。"),
            ("/indicators/2/level2", "数量指标"),
            ("/indicators/2/level3", "新增读者"),
            ("/indicators/3/level1", "产出指标"),
            ("/indicators/3/level2", "时效指标"),
            ("/indicators/4/level1", "满意度指标"),
            ("/indicators/4/level2", "读者满意度指标"),
            ("/indicators/4/unit", "%"),
            ("/indicators/5", "null"),
            ("/total_weight", "100"),
            ("/total_score", "95"),
            ("/problems", "车辆老化。"),
        ],
    );
    let funds = report
        .facts
        .iter()
        .filter(|fact| fact.concept == "project.funds");
    assert_eq!(funds.count(), 4);
    let titles: Vec<&str> = report.sections.iter().map(|s| s.title.as_str()).collect();
    assert_eq!(titles, ["项目支出绩效自评表"]);
    assert!(report.findings.is_empty(), "{:?}", report.findings);
}

//! What makes one record, and what makes none.

use super::*;

#[test]
fn several_projects_are_several_records() {
    let one = "
项目名称 | 甲坝加固
三级指标 | 指标值 | 实际完成值 | 分值 | 得分
加固长度 | ≥2公里 | 2公里 | 100 | 97
合计 | | | 100 | 97
";
    let two = one.replace("甲坝", "乙闸").replace("97", "88");
    let names = |read: &Evaluations| -> Vec<String> {
        read.records
            .iter()
            .map(|r| {
                format!(
                    "{} {} {} {}",
                    r.id,
                    r.table.clone().unwrap(),
                    at(r, "/project_name"),
                    at(r, "/total_score")
                )
            })
            .collect()
    };
    let title = "项目支出绩效自评表（2024年度）";
    let in_one_table = Pages::default()
        .line(title)
        .table(&format!("{one}{}", two.trim_start()));
    let under_titles = Pages::default().table(&format!(
        "{title}\n{}{title}\n{}",
        one.trim_start(),
        two.trim_start()
    ));
    for pages in [in_one_table, under_titles] {
        let read = pages.read(Format::Xlsx);
        assert_eq!(names(&read), ["e1 t1 甲坝加固 97", "e2 t1 乙闸加固 88"]);
        assert!(read.records.iter().all(|r| r.year == Some(2024)));
    }
    let in_two_tables = Pages::default()
        .line(title)
        .table(one)
        .line(title)
        .table(&two)
        .read(Format::Html);
    assert_eq!(
        names(&in_two_tables),
        ["e1 t1 甲坝加固 97", "e2 t2 乙闸加固 88"]
    );
}

#[test]
fn a_column_may_name_the_project_of_each_indicator() {
    let read = Pages::default()
        .line("2024年度项目绩效评分表")
        .table(
            "
项目名称 | 一级指标 | 三级指标 | 目标值 | 实际值 | 标准分 | 自评分
甲坝加固 | 产出指标 | 加固长度 | 2公里 | 2公里 | 60 | 60
^ | 效益指标 | 受益人口 | 3000人 | 3100人 | 40 | 39
乙闸维修 | 产出指标 | 维修数量 | 4座 | 3座 | 100 | 75
",
        )
        .read(Format::Html);
    assert_eq!(read.records.len(), 2);
    expect(
        &read.records[0],
        &[
            ("/project_name", "甲坝加固"),
            ("/indicators/1/level3", "受益人口"),
            ("/indicators/2", "null"),
        ],
    );
    expect(
        &read.records[1],
        &[
            ("/project_name", "乙闸维修"),
            ("/indicators/0/actual", "3座"),
            ("/indicators/0/operator", "null"),
        ],
    );
}

#[test]
fn a_table_goes_on_after_a_page_break() {
    let lines: Vec<&str> = MERGED.trim().lines().collect();
    for cut in [3, 8, 10, 13, 16] {
        let plain = |lines: &[&str]| lines.join("\n").replace(['<', '^'], " ");
        let whole = Pages::default().line("项目支出绩效自评表（2024年度）");
        let cut_in_two = whole
            .table(&plain(&lines[..cut]))
            .line("- 7 -")
            .table(&plain(&lines[cut..]))
            .read(Format::Html);
        assert_eq!(cut_in_two.records.len(), 1, "cut before row {cut}");
        assert_eq!(cut_in_two.tables.len(), 2);
        expect(&cut_in_two.records[0], MERGED_VALUES);
    }
    let repeated = format!("{}\n{}", lines[8], lines[13..].join("\n")).replace(['<', '^'], " ");
    let read = Pages::default()
        .line("项目支出绩效自评表（2024年度）")
        .table(&lines[..13].join("\n"))
        .table(&repeated)
        .read(Format::Html);
    assert_eq!(read.records.len(), 1);
    assert_eq!(at(&read.records[0], "/indicators/2/level3"), "受益人口");
}

#[test]
fn indicators_behind_aims_that_stand_as_text() {
    let lines: Vec<&str> = MERGED.trim().lines().collect();
    let plain = |lines: &[&str]| lines.join("\n").replace(['<', '^'], " ");
    let at = lines
        .iter()
        .position(|line| line.contains("一级指标"))
        .expect("a header");
    let read = |between: &str| {
        Pages::default()
            .line("项目支出绩效自评表（2024年度）")
            .table(&plain(&lines[..at - 2]))
            .line(between)
            .table(&plain(&lines[at..]))
            .read(Format::Html)
    };
    let read_as_one = read("三、目标完成情况：改造校舍9所，购置课桌凳2600套。");
    assert_eq!(read_as_one.records.len(), 1);
    assert_eq!(read_as_one.tables.len(), 2);
    assert!(!read_as_one.records[0].indicators.is_empty());
    assert!(read_as_one.records[0].project_name.is_some());
    // Behind the title of another form they are its own.
    let apart = read("部门整体支出绩效自评表（2024年度）");
    let first = apart
        .records
        .iter()
        .find(|record| record.project_name.is_some());
    assert!(first.is_none_or(|record| record.indicators.is_empty()));
}

#[test]
fn a_row_cut_by_a_page_break_is_one_indicator() {
    let head = "
项目名称 | 课后服务补助 | | | | | |
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 | 偏差原因
产出指标 | 数量指标 | 覆盖学校 | 42所 | 42所 | 50 | 50 |
 | 质量指标 | 课后服务规范实施并 | 规范 | 规范 | 30 | 28 | 个别课程
";
    let rest = "
 | | 纳入常规管理 | | | | | 种类较少
满意度指标 | 满意度 | 家长满意度 | ≥92% | 95% | 20 | 20 |
合计 | | | | | 100 | 98 |
";
    let read = Pages::default()
        .line("项目支出绩效自评表（2024年度）")
        .table(head)
        .line("— 12 —")
        .table(rest)
        .read(Format::Html);
    assert_eq!(read.records.len(), 1);
    expect(
        &read.records[0],
        &[
            ("/indicators/1/level3", "课后服务规范实施并纳入常规管理"),
            ("/indicators/1/reason", "个别课程种类较少"),
            ("/indicators/1/score", "28"),
            ("/indicators/2/level3", "家长满意度"),
            ("/indicators/3", "null"),
        ],
    );
    // The parts of a table that were joined before show it by the rest of the reason; a name alone is an indicator that
    // nobody filled in.
    let whole = format!("{head}{}", rest.trim_start_matches('\n'));
    let read = Pages::default()
        .line("项目支出绩效自评表（2024年度）")
        .table(&whole)
        .read(Format::Html);
    expect(
        &read.records[0],
        &[("/indicators/1/reason", "个别课程种类较少")],
    );
    let whole = whole.replace("种类较少", "");
    let read = Pages::default()
        .line("项目支出绩效自评表（2024年度）")
        .table(&whole)
        .read(Format::Html);
    expect(
        &read.records[0],
        &[("/indicators/1/level3", "课后服务规范实施并")],
    );
}

#[test]
fn another_table_is_no_continuation() {
    let statement = "
项目 | 预算数 | 决算数
一、一般公共服务支出 | 12.00 | 11.50
本年支出合计 | 12.00 | 11.50
";
    let read = Pages::default()
        .line("项目支出绩效自评表（2024年度）")
        .table(MERGED)
        .table(statement)
        .line("公开01表")
        .table(statement)
        .read(Format::Html);
    assert_eq!(read.records.len(), 1);
    assert_eq!(read.tables, [(0, "self_assessment.project")]);
}

#[test]
fn a_table_without_scores_is_no_self_assessment() {
    for (title, rows) in [
        (
            "部门预算项目绩效目标表（2024年度）",
            "项目名称 | 甲坝加固\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 加固长度 | ≥2公里",
        ),
        (
            "项目支出绩效自评表",
            "项目名称 | \n三级指标 | 指标值 | 完成值 | 分值 | 得分\n指标1： | | | | \n…… | | | | ",
        ),
        (
            "收入支出决算总表",
            "项目 | 预算数 | 决算数\n合计 | 3.00 | 2.90",
        ),
        ("教师考核评分表", "姓名 | 科目 | 得分\n王立 | 语文 | 92"),
        ("", ""),
    ] {
        let read = Pages::default().line(title).table(rows).read(Format::Html);
        assert_eq!(read, Evaluations::default(), "{title}");
    }
}

#[test]
fn lines_above_a_table_name_its_project() {
    let rows = "
资金情况 | 全年预算数（A） | 全年执行数（B） | 执行率（B/A） | 分值 | 得分
年度资金总额 | 300.00 | 297.00 | 99% | 10 | 9.9
一级指标 | 三级指标 | 年度指标值 | 全年实际值 | 分值 | 得分
产出指标 | 建设消防站数 | 3座 | 3座 | 90 | 90
总分 | < | < | < | 100 | 99.9
";
    let one = |name: &str, pages: Pages| {
        pages
            .line("项目绩效自评表（2024年度）")
            .line(&format!("项目名称：{name}"))
            .line("主管部门：青云县应急局        实施单位：青云县消防大队 填报日期：3月8日")
            .line("金额单位：元")
            .table(rows)
    };
    let read = one("车辆更新", one("消防站建设", Pages::default())).read(Format::Html);
    assert_eq!(read.records.len(), 2);
    for (record, name) in read.records.iter().zip(["消防站建设", "车辆更新"]) {
        expect(
            record,
            &[
                ("/kind", "project_self_assessment"),
                ("/project_name", name),
                ("/department", "青云县应急局"),
                ("/implementing_unit", "青云县消防大队"),
                ("/unit", "元"),
                ("/budget/0/executed", "297.00"),
            ],
        );
    }
}

#[test]
fn names_of_blocks_and_lists_of_tasks_are_no_values() {
    let read = Pages::default()
        .line("项目绩效自评表（2024年度）")
        .table(
            "
项目名称 | 路灯更换 | < | < | < | <
主要任务 | 任务名称 | 主要内容 | < | 完成情况 | <
^ | 换灯 | 更换灯具 | < | 已完成 | <
总体目标 | 设定目标 | < | < | 完成情况 | <
^ | 更换灯具70盏。 | < | < | 更换灯具72盏。 | <
绩效指标 | 一级指标 | 二级指标 | 指标及其值 | 完成值 | 得分
^ | 产出指标 | 数量指标 | 灯具≥70盏 | 72盏 | 90
自评总分 | < | < | < | 90 | <
",
        )
        .read(Format::Html);
    expect(
        &read.records[0],
        &[
            ("/annual_target", "更换灯具70盏。"),
            ("/target_completion", "更换灯具72盏。"),
            ("/indicators/0/level2", "数量指标"),
            ("/indicators/0/level3", "null"),
            ("/indicators/0/actual", "72盏"),
            ("/total_score", "90"),
        ],
    );
}

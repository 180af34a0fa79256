//! Texts that contradict nothing, however near it they come: none may give an error or a warning.

use super::{findings, rules_of};

/// A report of 2023 with one paragraph.
fn report(paragraph: &str) -> String {
    format!("禾丰县档案馆2023年度部门决算\n\n第二部分 2023年度部门决算情况说明\n\n{paragraph}\n")
}

const CONSISTENT: &[&str] = &[
    // Another scope of the same name.
    "2023年度机关运行经费支出79.43万元，同口径比上年增长5.20%；不考虑机构改革因素，比上年减少2.57万元，下降3.13%。",
    "2023年度机关运行经费支出79.43万元，剔除机构划转因素后，减少5.00万元，下降6.00%；与2022年度决算数相比减少2.57万元，下降3.13%。",
    "局机关2023年度机关运行经费支出60.00万元，比上年减少2.00万元，下降3.23%。执法大队（参公单位）机关运行经费支出19.43万元，比上年减少0.57万元，下降2.85%。",
    "2023年度收入总计4,897.57万元，上年（调整后）收入总计4,500.00万元，增加397.57万元，增长8.83%。2022年度决算批复数为4,410.62万元。",
    // Items of what was just said.
    "国内公务接待30批次，210人次，共计支出2.50万元，具体内容包括：接待省厅调研组5批次，40人次，支出0.60万元；接待市局检查组4批次，25人次，支出0.40万元等。",
    "2023年末编制人数60人，其中行政编制42人、事业编制18人；离退休人员21人，其中离休1人、退休20人。",
    // A type that the vocabulary lacks.
    "截至2023年12月31日，本部门共有车辆8辆，其中，领导干部用车1辆、一般公务用车2辆、一般执法执勤用车3辆、特种专业技术用车1辆，其他用车1辆。",
    // Shares of a part.
    "2023年度一般公共预算财政拨款基本支出500.00万元，其中人员经费440.00万元，占88.00%，公用经费60.00万元，占12.00%。人员经费中工资福利支出400.00万元，占人员经费的90.91%，对个人和家庭的补助40.00万元，占人员经费的9.09%。",
    "2023年度本年收入合计642.80万元。\n1.一般公共预算财政拨款收入500.00万元，占本年收入的77.78%。\n2.政府性基金预算财政拨款收入142.80万元，占本年收入的22.22%。\n\n2023年度政府性基金预算财政拨款收入142.80万元，本年支出142.80万元。",
    "2023年度共对10个项目开展绩效自评，其中评为优的8个，占80%；良的2个，占20%。",
    "2023年度本年支出合计1,130.00万元。其中：人员类项目支出700.00万元，占61.95%；特定目标类项目支出300.00万元，占26.55%。",
    "截至2023年12月31日，本部门共有车辆8辆，其中局机关3辆、执法大队5辆。按用途分：应急保障用车2辆、执法执勤用车5辆、其他用车1辆。",
    // Shares of one digit beside rates of two: they are rounded, no zero is dropped.
    "2023年度一般公共预算财政拨款支出3,015.52万元，主要用于：社会保障和就业支出242.90万元，占8.1%，较上年增加18.64万元，增长8.31%；卫生健康支出79.71万元，占2.6%；住房保障支出102.46万元，占3.4%；农林水支出2,590.45万元，占85.9%。",
    // About the same.
    "2023年度机关运行经费支出79.43万元，与2022年度79.31万元基本持平。",
    "2023年度机关运行经费支出年初预算为80.00万元，支出决算为79.80万元，完成年初预算的99.75%。决算数与年初预算数基本持平。",
    // What is left stands beside the total.
    "2023年度收入总计1,200.00万元，支出总计1,130.00万元，年末结转和结余70.00万元。",
    "2023年总收入936.5万元，其中：财政拨款930.5万元，其他收入6万元；总支出951.2万元，其中：基本支出420.7万元，项目支出530.5万元。上年结转18.4万元，年末结转3.7万元。",
    // A budget that is not said to be the approved one.
    "2023年度“三公”经费支出年初预算为25.00万元，全年预算为20.00万元，支出决算为12.50万元，完成预算的62.50%。",
    "2023年度一般公共预算财政拨款支出年初预算为3,655.80万元，年中追加844.20万元，全年预算4,500.00万元，支出决算为4,489.90万元，预算执行率99.8%。",
    // Other years.
    "2023年度机关运行经费支出79.43万元，2022年度机关运行经费支出62.28万元，2021年度机关运行经费支出70.00万元，比2021年增加9.43万元，增长13.47%。",
    // What may be below zero.
    "2023年度年初结转和结余100.00万元，比上年增加120.00万元。",
    // Models and their names.
    "采购3XX型设备，编号XX-2023-01。",
];

#[test]
fn what_only_looks_like_a_contradiction_is_none() {
    for text in CONSISTENT {
        let found = findings(&report(text));
        assert_eq!(rules_of(&found), [""; 0], "{text}\n{found:#?}");
    }
}

#[test]
fn openings_may_speak_of_another_year_on_purpose() {
    for text in [
        "二、2024年度预算安排情况说明\n2024年度预算安排120.00万元。",
        "二、结余资金使用情况说明\n2022年度留用的资金在2023年使用。",
        "二、收入决算情况说明\n2021年度、2022年度、2023年度收入决算分别为80.00万元、90.00万元、100.00万元。",
        "二、预算绩效管理情况说明\n2022年度绩效评价结果应用情况：已整改。",
        "二、政府采购支出情况说明\n2020年新修订的细则实施后，2023年度政府采购支出总额3.00万元。",
    ] {
        let text = report(&format!(
            "一、2023年度收入支出决算总体情况说明\n2023年度收入总计100.00万元。\n\n{text}\n\n三、机关运行经费支出情况说明\n2023年度机关运行经费支出3.00万元。"
        ));
        let found = findings(&text);
        assert_eq!(rules_of(&found), [""; 0], "{text}\n{found:#?}");
    }
}

#[test]
fn a_narrower_scope_hides_no_contradiction_of_one_scope() {
    for text in [
        "局机关2023年度机关运行经费支出60.00万元。\n\n经统计，局机关2023年度机关运行经费支出66.00万元。",
        "国内公务接待30批次，210人次。\n\n2023年共接待国内公务接待33批次，210人次。",
    ] {
        let found = findings(&report(text));
        assert_eq!(
            rules_of(&found),
            ["contradictory-values"],
            "{text}\n{found:#?}"
        );
    }
}

#[test]
fn a_leftover_of_the_template_is_one_finding() {
    for (rule, text) in [
        (
            "unfilled-placeholder",
            "2023年度机关运行经费支出79.43万元，比上年增加（减少）2.57万元，下降3.13%。",
        ),
        (
            "unfilled-placeholder",
            "2023年度机关运行经费支出79.43万元，比上年减少2.57万元，增长（下降）3.13%。",
        ),
    ] {
        let found = findings(&report(text));
        assert_eq!(rules_of(&found), [rule], "{text}\n{found:#?}");
    }
}

/// A table in yuan below a sentence in 万元, whose rate was worked out from the numbers that the sentence prints.
#[test]
fn a_sentence_computes_with_its_own_numbers() {
    for (rules, rate) in [
        (&[][..], "99.00"),
        (&[], "99.03"),
        (&["completion-rate-mismatch"], "98.10"),
    ] {
        let text = report(&format!(
            "公务用车购置及运行维护费全年预算14.00万元，支出决算13.86万元，完成全年预算的{rate}%。\n\n财政拨款“三公”经费支出决算表\n单位：元\n项目|全年预算数|决算数\n公务用车购置及运行维护费|140000.00|138642.75\n公务接待费|12000.00|8460.00"
        ));
        let found = findings(&text);
        assert_eq!(rules_of(&found), rules, "{text}\n{found:#?}");
    }
}

#[test]
fn a_heading_of_another_year_moves_no_numbers() {
    let text = "禾丰县档案馆2023年度部门决算\n\n第二部分 2022年度部门决算情况说明\n\n一、收入支出决算总体情况说明\n2023年度收入总计110.00万元，上年收入总计100.00万元，增加10.00万元，增长10.00%。\n\n二、2023年度收入决算情况说明\n2023年度本年收入合计104.00万元，具体如下：\n1.一般公共预算财政拨款收入103.00万元。\n2.其他收入1.00万元。\n";
    let found = findings(text);
    assert_eq!(rules_of(&found), ["year-mismatch"], "{found:#?}");
}

#[test]
fn shares_that_add_up_make_a_list_of_parts_complete() {
    let list = |project: &str, share: &str| {
        report(&format!(
            "2023年度本年支出合计650.00万元，其中：基本支出500.00万元，占76.92%；项目支出{project}万元，占{share}%。"
        ))
    };
    for (rules, text) in [
        (&[][..], list("150.00", "23.08")),
        (&["sum-mismatch"], list("105.00", "23.08")),
        (&["share-mismatch"], list("150.00", "20.38")),
    ] {
        let found = findings(&text);
        assert_eq!(rules_of(&found), rules, "{text}\n{found:#?}");
    }
}

/// 1、“教育支出”（类）…… with its 款 in paragraphs behind it: such a class has all of them where the others do.
#[test]
fn classes_told_one_by_one_have_all_their_parts() {
    let told = |work: &str, pension: &str, more: &str| {
        report(&format!(
            "一、一般公共预算财政拨款支出决算具体情况\n2023年度一般公共预算财政拨款支出年初预算为1,600.00万元，支出决算为1,650.00万元。\n1、“一般公共服务支出”（类）2023年度决算1,000.00万元。其中：\n“财政事务”（款）2023年度决算{work}万元，主要用于保障运转，其中办公用房维修25.00万元。\n“组织事务”（款）2023年度决算20.00万元。\n2、“教育支出”（类）2023年度决算50.00万元。其中：\n“进修及培训”（款）2023年度决算50.00万元。\n3、“社会保障和就业支出”（类）2023年度决算400.00万元。其中：\n“行政事业单位养老支出”（款）2023年度决算{pension}万元，比2023年年初预算增加20.00万元。{more}\n4、“住房保障支出”（类）2023年度决算200.00万元。其中：\n“住房改革支出”（款）2023年度决算200.00万元。"
        ))
    };
    let unknown = "\n另有一次性发放的其他补助60.00万元。";
    for (rules, text) in [
        (&[][..], told("980.00", "400.00", "")),
        (&["sum-mismatch"], told("980.00", "340.00", "")),
        // Something in it was not read, or two classes do not add up: they are told in part.
        (&[], told("980.00", "340.00", unknown)),
        (&[], told("900.00", "340.00", "")),
    ] {
        let found = findings(&text);
        assert_eq!(rules_of(&found), rules, "{text}\n{found:#?}");
    }
}

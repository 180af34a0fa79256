//! Titles as reports print them, each with what it says: kind, year, publisher.

/// Reads the title above a report that says nothing else.
fn read(title: &str) -> crate::identity::Identity {
    let text = format!("{title}\n第一部分 概况\n一、主要职责\n负责有关工作。\n");
    of(text.as_bytes())
}

/// What a source says of itself.
fn of(source: &[u8]) -> crate::identity::Identity {
    let report = crate::extract(source, &Default::default()).expect("it is read");
    report.report
}

fn kind(kind: crate::identity::Kind) -> String {
    let json = serde_json::to_value(kind).expect("a plain enum");
    json.as_str().expect("a word").to_owned()
}

#[test]
fn titles_say_kind_year_and_publisher() {
    for (title, said, year, publisher) in [
        (
            "2023年度部门决算\n\n云溪县文化馆\n",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "云溪县文化局（文物局）2023年度部门决算",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化局（文物局）"),
        ),
        (
            "（云溪县文化局）2023年度部门决算",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化局"),
        ),
        (
            "关于云溪县2023年财政决算（草案）的报告\n——2024年7月1日在云溪县第三届人民代表大会常务委员会第五次会议上\n云溪县财政局\n",
            "government_final_accounts",
            Some(2023),
            Some("云溪县财政局"),
        ),
        // The office of another place, and a person, are not who reports.
        (
            "关于云溪县2023年财政决算的报告\n枫林县财政局\n云溪县财政局局长 李明\n",
            "government_final_accounts",
            Some(2023),
            Some("云溪县"),
        ),
        (
            "云溪县文化馆2023年度部门决算",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "云溪县文化馆2023年度单位决算",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "2023年度云溪县文化馆部门决算",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "2023年度云溪县文化馆部门决算公开说明",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "云溪县文化馆2023年部门决算公开",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "云溪县文化馆（本级）2023年度单位决算",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "云溪县文化馆本级2023年度部门决算",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "云溪县文化馆（汇总）2023年度部门决算",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "云溪县文化馆部门2023年度决算公开报告",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "关于云溪县文化馆2023年度部门决算的说明",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "关于2023年度云溪县文化馆部门决算公开的报告",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "关于公布云溪县文化馆2023年度部门决算的通知",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "云溪县文化馆2024年部门预算",
            "department_budget",
            Some(2024),
            Some("云溪县文化馆"),
        ),
        (
            "云溪县文化馆2024年部门预算公开说明",
            "department_budget",
            Some(2024),
            Some("云溪县文化馆"),
        ),
        (
            "云溪县文化馆2024年度单位预算公开",
            "department_budget",
            Some(2024),
            Some("云溪县文化馆"),
        ),
        (
            "2024年云溪县文化馆部门预算及“三公”经费预算公开",
            "department_budget",
            Some(2024),
            Some("云溪县文化馆"),
        ),
        (
            "2024年云溪县文化馆部门预算信息公开",
            "department_budget",
            Some(2024),
            Some("云溪县文化馆"),
        ),
        (
            "云溪县文化馆2024年度部门预算编制说明",
            "department_budget",
            Some(2024),
            Some("云溪县文化馆"),
        ),
        (
            "云溪县文化馆2016年部门预算和“三公”经费预算公开",
            "department_budget",
            Some(2016),
            Some("云溪县文化馆"),
        ),
        (
            "浙江省云溪县文化馆2023年度部门决算",
            "department_final_accounts",
            Some(2023),
            Some("浙江省云溪县文化馆"),
        ),
        (
            "中共云溪县委办公室2023年度部门决算",
            "department_final_accounts",
            Some(2023),
            Some("中共云溪县委办公室"),
        ),
        (
            "中共云溪县委宣传部2023年部门决算公开",
            "department_final_accounts",
            Some(2023),
            Some("中共云溪县委宣传部"),
        ),
        (
            "中国共产党云溪县纪律检查委员会2023年度部门决算",
            "department_final_accounts",
            Some(2023),
            Some("中国共产党云溪县纪律检查委员会"),
        ),
        (
            "云溪县人民法院2023年度部门决算",
            "department_final_accounts",
            Some(2023),
            Some("云溪县人民法院"),
        ),
        (
            "云溪县人民代表大会常务委员会办公室2023年度部门决算",
            "department_final_accounts",
            Some(2023),
            Some("云溪县人民代表大会常务委员会办公室"),
        ),
        (
            "云溪县政协办公室2024年部门预算",
            "department_budget",
            Some(2024),
            Some("云溪县政协办公室"),
        ),
        (
            "云溪县第一中学2023年度单位决算",
            "department_final_accounts",
            Some(2023),
            Some("云溪县第一中学"),
        ),
        (
            "云溪县青松镇人民政府2023年度部门决算",
            "department_final_accounts",
            Some(2023),
            Some("云溪县青松镇人民政府"),
        ),
        (
            "云溪县青松镇2023年度部门决算",
            "department_final_accounts",
            Some(2023),
            Some("云溪县青松镇"),
        ),
        (
            "云溪县残疾人联合会2023年部门决算",
            "department_final_accounts",
            Some(2023),
            Some("云溪县残疾人联合会"),
        ),
        (
            "云溪县公安局交通警察大队2023年度单位决算",
            "department_final_accounts",
            Some(2023),
            Some("云溪县公安局交通警察大队"),
        ),
        (
            "云溪县文化馆2023年度部门整体支出绩效自评报告",
            "department_self_assessment",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "2023年度云溪县文化馆整体支出绩效评价报告",
            "department_self_assessment",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "云溪县文化馆2023年下乡演出项目绩效自评报告",
            "project_self_assessment",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "下乡演出项目支出绩效评价报告（云溪县文化馆）",
            "project_self_assessment",
            None,
            None,
        ),
        (
            "云溪县2023年财政决算报告",
            "government_final_accounts",
            Some(2023),
            Some("云溪县"),
        ),
        (
            "云溪县人民政府关于2023年财政决算（草案）的报告",
            "government_final_accounts",
            Some(2023),
            Some("云溪县人民政府"),
        ),
        (
            "云溪县2023年度政府决算公开",
            "government_final_accounts",
            Some(2023),
            Some("云溪县"),
        ),
        (
            "云溪县2023年全县及县本级财政决算（草案）的报告",
            "government_final_accounts",
            Some(2023),
            Some("云溪县"),
        ),
        (
            "云溪县2024年政府预算公开",
            "government_budget",
            Some(2024),
            Some("云溪县"),
        ),
        (
            "关于云溪县2023年财政预算执行情况和2024年财政预算草案的报告",
            "government_budget",
            Some(2024),
            Some("云溪县"),
        ),
        (
            "云溪县2024年财政总预算",
            "government_budget",
            Some(2024),
            Some("云溪县"),
        ),
        (
            "云溪县\n2023年度部门决算",
            "department_final_accounts",
            Some(2023),
            None,
        ),
        (
            "云溪县文化馆\n2023年度部门决算",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "2023年度\n云溪县文化馆部门决算",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "云溪县文化馆\n部门决算\n2023年度",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "云溪县文化馆二〇二三年度部门决算",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "云溪县文化馆2023年部门决算-云溪县人民政府",
            "department_final_accounts",
            Some(2023),
            Some("云溪县文化馆"),
        ),
        (
            "云溪县文化馆2018年度部门决算公开",
            "department_final_accounts",
            Some(2018),
            Some("云溪县文化馆"),
        ),
        (
            "预算公开：云溪县文化馆2024年部门预算",
            "department_budget",
            Some(2024),
            Some("云溪县文化馆"),
        ),
        (
            "云溪县2023年国民经济和社会发展统计公报",
            "unknown",
            None,
            None,
        ),
        ("云溪县文化馆2023年工作总结", "unknown", None, None),
        (
            "西湖区文化馆2023年度部门决算",
            "department_final_accounts",
            Some(2023),
            Some("西湖区文化馆"),
        ),
        (
            "杭州市西湖区文化馆2023年度部门决算",
            "department_final_accounts",
            Some(2023),
            Some("杭州市西湖区文化馆"),
        ),
    ] {
        let identity = read(title);
        let name = identity.publisher.as_ref().map(|p| p.name.as_str());
        assert_eq!(
            (kind(identity.kind).as_str(), identity.year, name),
            (said, year, publisher),
            "{title}"
        );
    }
}

#[test]
fn units_of_every_kind_are_publishers() {
    for unit in [
        "云溪县幼儿园",
        "云溪县植物园",
        "云溪县国有林场",
        "云溪县青少年宫",
        "云溪县花鼓剧团",
        "云溪县广播电视台",
        "云溪县残联",
        "云溪县科协",
        "云溪县水库管理处",
        "云溪县党史研究室",
        "云溪县人大",
        "云溪经济开发区",
        "云溪县实验高中",
    ] {
        let said = read(&format!("{unit}2023年度部门决算"));
        let name = said.publisher.map(|publisher| publisher.name);
        assert_eq!(name.as_deref(), Some(unit));
    }
    for place in ["云溪县", "云溪市东岭区"] {
        let said = read(&format!("{place}2023年度部门决算"));
        assert_eq!(said.publisher, None, "{place}");
    }
}

#[test]
fn publishers_have_the_closest_region_that_their_name_begins_with() {
    for (title, region) in [
        (
            "杭州市西湖区文化馆2023年度部门决算",
            Some(("西湖区", Some("330106"))),
        ),
        ("西湖区文化馆2023年度部门决算", Some(("西湖区", None))),
        (
            "浙江省云溪县文化馆2023年度部门决算",
            Some(("浙江省", Some("330000"))),
        ),
        ("云溪县文化馆2023年度部门决算", None),
    ] {
        let publisher = read(title).publisher.expect("a publisher");
        let found = publisher.region.as_ref();
        assert_eq!(
            found.map(|r| (r.name.as_str(), r.code.as_deref())),
            region,
            "{title}"
        );
    }
}

#[test]
fn lines_that_only_look_like_titles_are_none() {
    for line in [
        "一、部门决算公开表",
        "附件：部门决算表",
        "目录",
        "第二部分 2023年度部门决算表",
        "索引号：部门决算2023-001",
        "本部门2023年度部门决算已经批复。",
        "您现在的位置：首页 > 政务公开 > 财政资金 > 云溪县部门预决算",
        "当前位置：云溪县文化馆2023年部门预算",
        "部门预算",
        "• 云溪县文化馆2023年部门预算",
    ] {
        let title = read(line).title;
        assert_eq!(title, None, "{line}");
    }
}

#[test]
fn titles_of_printed_pages() {
    for (text, want) in [
        // Broken anywhere, with menus above.
        (
            "• 首页\n• 政务公开\n您的位置：首页 > 财政预决算\n\n云溪县城市管理和综合执法局 2023 年度部\n门整体支出绩效自评报告\n来源：本网\n",
            "云溪县城市管理和综合执法局2023年度部门整体支出绩效自评报告",
        ),
        (
            "云溪县林业局 2023 年部门预算及“三公”经费预算公\n开\n发布时间：2023-02-27\n",
            "云溪县林业局2023年部门预算及“三公”经费预算公",
        ),
        (
            "云溪县林业局\n2023年部门预算\n目录\n",
            "云溪县林业局2023年部门预算",
        ),
        (
            "云溪县林业局2023年部门预算\n及“三公”经费预算公开说明\n目录\n",
            "云溪县林业局2023年部门预算及“三公”经费预算公开说明",
        ),
    ] {
        let identity = of(text.as_bytes());
        assert_eq!(identity.title.as_deref(), Some(want), "{text}");
        assert_eq!(identity.year, Some(2023), "{text}");
        let publisher = identity.publisher.map(|publisher| publisher.name);
        assert!(
            publisher.is_some_and(|name| want.starts_with(&name)),
            "{text}"
        );
    }
}

#[test]
fn a_workbook_says_what_it_is_above_its_tables() {
    for (unit, title, sheet) in [
        (
            Some("云溪县水务局"),
            Some("云溪县水务局2022年度部门决算"),
            "云溪县水务局2022年度部门决算,,\n支出决算表,,\n单位：元,,\n项目,金额,备注\n合计,3,\n",
        ),
        (
            Some("云溪县水务局"),
            None,
            "2022年度支出决算表,,\n部门：云溪县水务局 金额单位：元,,\n项目,金额,备注\n合计,3,\n",
        ),
        (
            Some("云溪县水务局"),
            None,
            "2022年度部门预算支出决算表,,\n部门：,051云溪县水务局（本级）,单位：元\n项目,金额,备注\n合计,3,\n",
        ),
        (
            None,
            None,
            "2022年度支出决算表,,\n单位：元,,\n项目,金额,备注\n合计,3,\n",
        ),
    ] {
        let found = of(sheet.as_bytes());
        let name = found.publisher.map(|publisher| publisher.name);
        assert_eq!(name.as_deref(), unit, "{sheet}");
        assert_eq!(found.title.as_deref(), title, "{sheet}");
        assert_eq!(found.year, Some(2022), "{sheet}");
        assert_eq!(kind(found.kind), "department_final_accounts", "{sheet}");
    }
}

#[test]
fn a_workbook_of_forms_is_what_its_forms_are() {
    for (title, said) in [
        (
            "2024年度校舍维修专项资金绩效自评表",
            "project_self_assessment",
        ),
        ("2024年度图书流动车项目自评表", "project_self_assessment"),
        (
            "部门预算项目支出绩效自评表（2024年度）",
            "project_self_assessment",
        ),
        ("2024年单位整体绩效自评表", "department_self_assessment"),
        (
            "部门整体支出绩效评价评分表（2024年度）",
            "department_self_assessment",
        ),
        (
            "2024年度部门预算绩效自评表（校舍维修）",
            "project_self_assessment",
        ),
        ("2024年度校舍维修专项资金绩效目标表", "unknown"),
    ] {
        let sheet = format!(
            "{title},,,,\n项目名称,校舍维修,,,\n三级指标,指标值,实际完成值,分值,得分\n维修间数,≥6间,7间,100,98\n合计,,,100,98\n"
        );
        assert_eq!(kind(of(sheet.as_bytes()).kind), said, "{title}");
    }
}

#[test]
fn a_cover_may_name_the_unit_behind_a_label() {
    for line in [
        "部门（单位）名称（公章）：云泽县水文站",
        "单位名称（盖章）：云泽县水文站",
        "填报单位：云泽县水文站",
        "部门：云泽县水文站",
    ] {
        let found =
            of(format!("2024年度部门预算支出绩效自评表\n{line}\n填报日期：2025年3月\n").as_bytes());
        let name = found.publisher.map(|publisher| publisher.name);
        assert_eq!(name.as_deref(), Some("云泽县水文站"), "{line}");
        assert_eq!(kind(found.kind), "department_self_assessment", "{line}");
        assert_eq!(found.year, Some(2024), "{line}");
    }
}

//! Headings as reports print them, each below others, with the level and the kind that it has.

const FINAL_ACCOUNTS: &str = "云溪县文化馆2023年度部门决算";
const BUDGET: &str = "云溪县文化馆2024年部门预算";
const GOVERNMENT: &str = "云溪县2023年财政决算报告";
const DEPARTMENT: &str = "云溪县文化馆2023年部门整体支出绩效自评报告";
const PROJECT: &str = "云溪县文化馆2023年下乡演出项目绩效自评报告";

/// The sections that a line opens below another one: level and kind of each.
fn opened(report: &str, above: &str, line: &str) -> Vec<String> {
    let text = format!("{report}\n{above}\n{line}\n按照要求开展工作，具体内容见附表。\n");
    let report = crate::extract(text.as_bytes(), &Default::default()).expect("a text is read");
    report
        .sections
        .iter()
        .skip(usize::from(!above.is_empty()))
        .map(|s| {
            let kind = s.kind.as_deref().unwrap_or("-");
            format!("{} {kind}", s.level)
        })
        .collect()
}

#[test]
fn headings_have_levels_and_kinds() {
    for (report, above, headings) in [
        (
            FINAL_ACCOUNTS,
            "",
            &[
                ("第一部分 云溪县文化馆概况", "1 overview"),
                ("第一部分：部门概况", "1 overview"),
                ("第一章 单位基本情况", "1 overview"),
                ("一、部门基本情况", "3 overview"),
            ][..],
        ),
        (
            FINAL_ACCOUNTS,
            "第一部分 部门概况",
            &[
                ("一、主要职能", "3 overview.duties"),
                ("一、单位主要职责", "3 overview.duties"),
                ("（一）部门职责", "4 overview.duties"),
                ("二、部门决算单位构成", "3 overview.organization"),
                ("二、机构设置及部门决算单位构成", "3 overview.organization"),
                ("二、决算编报范围", "3 overview.organization"),
                ("三、人员构成情况", "3 overview.staff"),
                ("三、人员编制情况", "3 overview.staff"),
                ("四、2023年重点工作完成情况", "3 overview.work"),
                ("四、年度主要工作任务", "3 overview.work"),
            ][..],
        ),
        (
            GOVERNMENT,
            "",
            &[
                ("四、财税重点工作落实情况", "3 -"),
                ("二、政府性基金预算收支决算情况", "3 notes.government_fund"),
            ],
        ),
        (
            FINAL_ACCOUNTS,
            "",
            &[
                ("第二部分 2023年度部门决算表", "1 statements"),
                ("第二部分 2023年度部门决算公开报表", "1 statements"),
                ("第二部分 云溪县文化馆2023年度部门决算报表", "1 statements"),
            ][..],
        ),
        (
            FINAL_ACCOUNTS,
            "第二部分 部门决算表",
            &[
                ("一、收入支出决算总表", "3 -"),
                ("九、国有资本经营预算财政拨款支出决算表", "3 -"),
            ][..],
        ),
        (
            FINAL_ACCOUNTS,
            "",
            &[
                ("第三部分 2023年度部门决算情况说明", "1 notes"),
                ("第三部分 云溪县文化馆2023年度部门决算情况说明", "1 notes"),
                ("第三部分 县文化馆2023年度部门决算情况说明", "1 notes"),
                ("三、2023年度部门决算情况说明", "3 notes"),
            ][..],
        ),
        (
            FINAL_ACCOUNTS,
            "第三部分 部门决算情况说明",
            &[
                ("一、收入支出决算总体情况说明", "3 notes.overall"),
                (
                    "一、关于2023年度收入支出决算总体情况说明",
                    "3 notes.overall",
                ),
                ("一、2023年度收支总体情况", "3 notes.overall"),
                ("二、关于收入决算情况说明", "3 notes.revenue"),
                ("二、本年收入构成情况", "3 notes.revenue"),
                ("三、2023年度支出决算情况说明", "3 notes.expenditure"),
                ("四、财政拨款收支总体情况", "3 notes.appropriation"),
                (
                    "四、财政拨款收入支出决算总体情况说明",
                    "3 notes.appropriation",
                ),
                ("三、财政拨款支出决算情况说明", "3 notes.appropriation"),
                (
                    "五、一般公共预算支出决算情况说明",
                    "3 notes.general_public_budget",
                ),
            ][..],
        ),
        (
            FINAL_ACCOUNTS,
            "五、一般公共预算财政拨款支出决算情况说明",
            &[
                (
                    "（一）一般公共预算财政拨款支出决算总体情况",
                    "4 notes.general_public_budget.overall",
                ),
                (
                    "（一）支出决算总体情况",
                    "4 notes.general_public_budget.overall",
                ),
                (
                    "（二）一般公共预算财政拨款支出决算结构情况",
                    "4 notes.general_public_budget.structure",
                ),
                (
                    "（三）一般公共预算财政拨款支出决算具体情况",
                    "4 notes.general_public_budget.detail",
                ),
            ][..],
        ),
        (
            FINAL_ACCOUNTS,
            "第三部分 部门决算情况说明",
            &[
                (
                    "六、一般公共预算财政拨款基本支出决算情况说明",
                    "3 notes.basic",
                ),
                (
                    "七、一般公共预算项目支出决算情况说明",
                    "3 notes.general_public_budget",
                ),
                (
                    "七、财政拨款“三公”经费支出决算情况说明",
                    "3 notes.three_public",
                ),
                (
                    "七、“三公”经费、会议费、培训费支出情况说明",
                    "3 notes.three_public",
                ),
            ][..],
        ),
        (
            FINAL_ACCOUNTS,
            "七、“三公”经费支出决算情况说明",
            &[
                ("（一）“三公”经费的单位范围", "4 -"),
                (
                    "（一）“三公”经费财政拨款支出决算总体情况说明",
                    "4 notes.three_public.overall",
                ),
                (
                    "（二）“三公”经费财政拨款支出决算具体情况说明",
                    "4 notes.three_public.detail",
                ),
                (
                    "（二）“三公”经费分项支出情况",
                    "4 notes.three_public.detail",
                ),
            ][..],
        ),
        (
            FINAL_ACCOUNTS,
            "第三部分 部门决算情况说明",
            &[
                (
                    "八、会议费、培训费支出决算情况说明",
                    "3 notes.meeting_training",
                ),
                (
                    "八、政府性基金预算财政拨款收入支出决算情况说明",
                    "3 notes.government_fund",
                ),
                (
                    "九、国有资本经营预算财政拨款支出决算情况说明",
                    "3 notes.state_capital",
                ),
                ("十、其他重要事项的情况说明", "3 notes.other"),
                ("十、其他需要说明的情况", "3 notes.other"),
            ][..],
        ),
        (
            FINAL_ACCOUNTS,
            "十、其他重要事项的情况说明",
            &[("（一）机关运行经费支出情况", "4 notes.operating_cost")][..],
        ),
        (
            FINAL_ACCOUNTS,
            "第三部分 部门决算情况说明",
            &[(
                "十二、机构运行经费支出决算情况说明",
                "3 notes.operating_cost",
            )][..],
        ),
        (
            FINAL_ACCOUNTS,
            "十、其他重要事项的情况说明",
            &[
                ("（二）政府采购支出情况", "4 notes.procurement"),
                ("（三）国有资产占有使用情况", "4 notes.assets"),
                ("（三）国有资产占用情况说明", "4 notes.assets"),
                ("（四）预算绩效管理工作开展情况", "4 notes.performance"),
                ("（四）绩效评价工作情况", "4 notes.performance"),
            ][..],
        ),
        (
            FINAL_ACCOUNTS,
            "第三部分 部门决算情况说明",
            &[
                ("十一、预算绩效情况说明", "3 notes.performance"),
                ("十一、2023年度预算绩效情况说明", "3 notes.performance"),
            ][..],
        ),
        (
            FINAL_ACCOUNTS,
            "",
            &[
                ("第四部分 名词解释", "1 glossary"),
                ("第四部分 专业名词解释", "1 glossary"),
                ("第四部分 专业性名词解释", "1 glossary"),
                ("第四部分 附件", "1 annex"),
                ("附件1", "2 annex"),
                ("附表：", "2 annex"),
                ("第五部分 附表", "1 annex"),
                ("第五部分 决算公开联系方式及信息反馈渠道", "1 -"),
            ][..],
        ),
        (
            BUDGET,
            "",
            &[("第三部分 2024年部门预算情况说明", "1 notes")][..],
        ),
        (
            BUDGET,
            "第三部分 部门预算情况说明",
            &[
                ("一、部门收支总体情况说明", "3 notes.overall"),
                ("一、收支预算总体情况说明", "3 notes.overall"),
                ("一、关于2024年收支预算情况的总体说明", "3 notes.overall"),
                ("二、收入预算情况说明", "3 notes.revenue"),
                ("二、关于2024年收入预算情况说明", "3 notes.revenue"),
                ("三、支出预算情况说明", "3 notes.expenditure"),
                (
                    "四、财政拨款收支预算情况的总体说明",
                    "3 notes.appropriation",
                ),
                (
                    "五、一般公共预算当年拨款情况说明",
                    "3 notes.general_public_budget",
                ),
            ][..],
        ),
        (
            BUDGET,
            "五、一般公共预算当年拨款情况说明",
            &[
                (
                    "（一）一般公共预算当年拨款规模变化情况",
                    "4 notes.general_public_budget.overall",
                ),
                (
                    "（二）一般公共预算当年拨款结构情况",
                    "4 notes.general_public_budget.structure",
                ),
                (
                    "（三）一般公共预算当年拨款具体使用情况",
                    "4 notes.general_public_budget.detail",
                ),
            ][..],
        ),
        (
            BUDGET,
            "第三部分 部门预算情况说明",
            &[
                ("六、一般公共预算基本支出情况说明", "3 notes.basic"),
                ("七、“三公”经费预算情况说明", "3 notes.three_public"),
                ("八、政府性基金预算支出情况说明", "3 notes.government_fund"),
                ("九、国有资本经营预算支出情况说明", "3 notes.state_capital"),
                ("十、机关运行经费安排情况说明", "3 notes.operating_cost"),
                ("十一、政府采购预算情况说明", "3 notes.procurement"),
                ("十二、国有资产占有使用情况说明", "3 notes.assets"),
                ("十三、绩效目标设置情况说明", "3 notes.performance"),
                ("十三、项目支出绩效目标情况说明", "3 notes.performance"),
                ("十、项目支出预算情况说明", "3 -"),
            ][..],
        ),
        (
            BUDGET,
            "",
            &[("第二部分 2024年部门预算表", "1 statements")][..],
        ),
        (
            DEPARTMENT,
            "",
            &[
                ("一、部门概况", "3 self_assessment.profile"),
                ("一、基本情况", "3 self_assessment.profile"),
                ("二、部门资金收支情况", "3 self_assessment.funds"),
                ("三、部门整体支出绩效分析", "3 self_assessment.analysis"),
                ("四、评价结论及建议", "3 self_assessment.conclusion"),
                ("五、存在的主要问题", "3 self_assessment.problems"),
                ("六、改进措施", "3 self_assessment.improvements"),
                ("六、下一步工作打算", "3 self_assessment.improvements"),
                ("五、自评结果应用情况", "3 self_assessment.use"),
            ][..],
        ),
        (
            PROJECT,
            "",
            &[
                ("一、项目概况", "3 project_evaluation.profile"),
                (
                    "二、评价工作开展情况",
                    "3 project_evaluation.implementation",
                ),
                ("三、项目绩效分析", "3 project_evaluation.analysis"),
                ("四、评价结论", "3 project_evaluation.conclusion"),
                ("五、存在问题", "3 project_evaluation.problems"),
                ("六、有关建议", "3 project_evaluation.improvements"),
                // A part on the department as a whole is a report of its own; what sums up a project is none.
                ("第一部分 部门整体支出绩效自评情况", "1 self_assessment"),
                ("一、单位整体支出绩效自评情况", "3 self_assessment"),
                ("2023年度整体支出绩效评价情况说明", "1 self_assessment"),
                ("第二部分 项目支出绩效自评情况", "1 project_evaluation"),
                ("二、项目整体评价情况", "3 -"),
                ("二、整体评价情况", "3 -"),
                ("部门整体支出绩效自评得分情况较好。", ""),
            ][..],
        ),
        (
            PROJECT,
            "第二部分 部门整体支出绩效自评情况",
            &[
                ("一、部门基本情况", "3 self_assessment.profile"),
                ("（一）部门职责", "4 overview.duties"),
                ("二、部门资金收支情况", "3 self_assessment.funds"),
                ("三、评价情况分析及评价结论", "3 self_assessment.analysis"),
                ("四、存在的问题和整改情况", "3 self_assessment.problems"),
                ("五、绩效自评结果应用", "3 self_assessment.use"),
                ("六、主要经验", "3 -"),
            ][..],
        ),
        (
            DEPARTMENT,
            "第二部分 项目支出绩效自评情况",
            &[
                ("一、项目概况", "3 project_evaluation.profile"),
                ("二、存在的问题", "3 project_evaluation.problems"),
            ][..],
        ),
    ] {
        for (line, expected) in headings {
            let expected: Vec<_> = [*expected].into_iter().filter(|e| !e.is_empty()).collect();
            assert_eq!(opened(report, above, line), expected, "{above}: {line}");
        }
    }
}

#[test]
fn sentences_items_and_entries_are_no_headings() {
    for (report, above, lines) in [
        (
            FINAL_ACCOUNTS,
            "一、部门职责",
            &[
                "（一）贯彻执行文化工作的方针、政策。负责馆藏管理。",
                "1.负责政府采购工作。",
                "（五）承担机关财务、国有资产管理、预算绩效管理工作。",
                "3.组织开展群众文化活动；",
                "（八）完成县委、县政府交办的其他任务。",
                "2.拟订全县文化发展规划并组织实施；",
                "（三）人员培训。组织基层文化干部培训。",
            ][..],
        ),
        (
            FINAL_ACCOUNTS,
            "第四部分 名词解释",
            &[
                "一、财政拨款收入：指当年拨付的资金。",
                "（七）“三公”经费：指因公出国费用。",
            ][..],
        ),
        (
            FINAL_ACCOUNTS,
            "第三部分 部门决算情况说明",
            &[
                "一般公共预算财政拨款支出80万元。",
                "2.机关运行经费80万元，比上年增加3万元。",
                "（1）因公出国（境）费0万元。",
                "本部门无国有资本经营预算财政拨款支出。",
                "一是加强政府采购管理，二是压减经费。",
                "1.5%用于培训。",
                "根据预算绩效管理要求，本部门开展了自评",
                "主要用于机关运行经费、政府采购",
                "2023年度收入总计100万元。",
                "3.2%用于公务接待费支出",
            ][..],
        ),
        (
            BUDGET,
            "第三部分 部门预算情况说明",
            &["2024年度安排政府采购预算30万元。"][..],
        ),
    ] {
        for line in lines {
            assert_eq!(opened(report, above, line), [""; 0], "{above}: {line}");
        }
    }
}

#[test]
fn a_list_of_duties_ends_with_the_next_heading() {
    let text = "江北区水务局2023年度单位决算公开说明\n一、单位基本情况\n（一）职能职责\n\
        1.贯彻执行水务工作的方针、政策。\n2.负责水资源管理。负责水利工程建设的监督。\n\
        （五）承担政府采购、国有资产管理工作。\n（二）机构设置\n水务局设6个科室。\n\
        二、单位决算情况说明\n（一）收入支出决算总体情况说明\n2023年度收入总计100万元。\n";
    let report = crate::extract(text.as_bytes(), &Default::default()).expect("a text is read");
    let kinds: Vec<&str> = report
        .sections
        .iter()
        .filter_map(|s| s.kind.as_deref())
        .collect();
    assert_eq!(
        kinds,
        [
            "overview",
            "overview.duties",
            "overview.organization",
            "notes",
            "notes.overall"
        ]
    );
    assert_eq!(report.sections.len(), kinds.len());
}

#[test]
fn cells_printed_a_cell_a_line_are_no_headings() {
    let text = format!(
        "{FINAL_ACCOUNTS}\n第二部分 2023年度部门决算表\n（一）收入支出决算总表\n一、一般公共预算财政拨款收入\n1\n440.55\n二、政府性基金预算财政拨款收入\n2\n-\n第三部分 2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n收入总计440.55万元。\n"
    );
    let report = crate::extract(text.as_bytes(), &Default::default()).expect("a text is read");
    let kinds: Vec<_> = report.sections.iter().map(|s| s.kind.as_deref()).collect();
    assert_eq!(
        kinds,
        [
            Some("statements"),
            None,
            Some("notes"),
            Some("notes.overall")
        ]
    );
}

#[test]
fn the_head_of_a_table_without_rows_is_no_heading() {
    let head = "科目编码    科目名称        本年支出合计    基本支出    项目支出";
    let text = format!("{FINAL_ACCOUNTS}\n国有资本经营预算财政拨款支出决算表\n{head}\n合计\n");
    assert!(titles(&text).iter().all(|title| !title.contains("编码")));
    // Letters apart are one word.
    assert_eq!(
        titles(&format!("{FINAL_ACCOUNTS}\n名  词  解  释\n")),
        ["名  词  解  释"]
    );
}

/// The titles of the sections of a report.
fn titles(text: &str) -> Vec<String> {
    let report = crate::extract(text.as_bytes(), &Default::default()).expect("a text is read");
    report.sections.into_iter().map(|s| s.title).collect()
}

#[test]
fn a_list_of_contents_has_no_sections() {
    for title in ["目录", "云溪县林业局2024年部门预算公开目录"] {
        let text = format!(
            "云溪县林业局2024年部门预算公开\n{title}\n第一部分 部门概况\n第二部分 名词解释\n第一部分 部门概况\n一、部门职责\n第二部分 名词解释\n"
        );
        assert_eq!(
            titles(&text),
            ["部门概况", "部门职责", "名词解释"],
            "{title}"
        );
    }
}

#[test]
fn a_list_of_contents_ends_where_its_first_number_comes_again() {
    for (entries, first) in [
        (
            "一、概况……………（1）\n（一）部门职责……………（1）\n二、名词解释……………（9）",
            "概况",
        ),
        // The body says it in other words.
        (
            "一、部门概况\n（一）部门职责\n二、名词解释",
            "云溪县林业局概况",
        ),
    ] {
        let text = format!(
            "云溪县林业局2024年部门预算公开\n目    录\n{entries}\n一、{first}\n（一）部门职责\n负责林业。\n二、名词解释\n"
        );
        assert_eq!(titles(&text), [first, "部门职责", "名词解释"], "{entries}");
    }
}

#[test]
fn what_says_that_there_is_nothing_is_no_heading() {
    for line in [
        "1.本部门2024年度国有资本经营预算财政拨款支出表无收支情况，以空表列示。",
        "1、我局2024年无政府性基金预算、国有资本经营预算财政拨款安排的支出，相关表格空表列示。",
    ] {
        let text = format!("云溪县林业局2024年部门预算公开\n九、其他说明\n{line}\n");
        assert_eq!(titles(&text), ["其他说明"], "{line}");
    }
    // What a heading says of itself stays one.
    let text = "云溪县林业局2024年部门预算公开\n九、2024年无国有资本经营预算支出情况说明\n无。\n";
    assert_eq!(titles(text), ["2024年无国有资本经营预算支出情况说明"]);
}

#[test]
fn an_annex_above_the_title_of_a_table() {
    let html = "<html><body><h1>云溪县林业局2023年度部门整体支出绩效自评报告</h1><p>一、自评结论</p><p>良好。</p><p>附件1</p><p>部门整体支出绩效自评表</p><table><tr><td>一级指标</td><td>三级指标</td><td>分值</td><td>得分</td></tr><tr><td>产出</td><td>造林面积</td><td>10</td><td>10</td></tr></table></body></html>";
    assert_eq!(
        titles(html),
        ["自评结论", "附件1", "部门整体支出绩效自评表"]
    );
}

#[test]
fn a_glossary_ends_where_the_numbers_above_it_go_on() {
    for (rest, want) in [
        (
            "（二）机关运行经费情况\n2024年机关运行经费9万元。\n",
            &["其他公开信息", "名词解释", "机关运行经费情况"][..],
        ),
        ("十、其他说明\n", &["其他公开信息", "名词解释", "其他说明"]),
        // Terms are numbered by themselves.
        ("1.基本支出\n", &["其他公开信息", "名词解释"]),
        (
            "一、基本支出\n二、项目支出\n",
            &["其他公开信息", "名词解释"],
        ),
        (
            "（二）机关运行经费：指为保障运行的资金。\n",
            &["其他公开信息", "名词解释"],
        ),
        // An annex or a report of its own has sections again.
        (
            "附件1\n2024年部门整体支出绩效自评报告\n一、部门基本情况\n",
            &[
                "其他公开信息",
                "名词解释",
                "附件1",
                "2024年部门整体支出绩效自评报告",
                "部门基本情况",
            ],
        ),
        (
            "2024年部门整体支出绩效自评报告\n一、部门基本情况\n",
            &[
                "其他公开信息",
                "名词解释",
                "2024年部门整体支出绩效自评报告",
                "部门基本情况",
            ],
        ),
    ] {
        let text =
            format!("云溪县林业局2024年部门预算公开\n九、其他公开信息\n（一）名词解释\n{rest}");
        assert_eq!(titles(&text), want, "{rest}");
    }
}

/// A workbook with a sheet of lines each.
fn sheets(sheets: &[&[&str]]) -> Vec<u8> {
    let relations: String = (1..=sheets.len())
        .map(|n| format!("<Relationship Id=\"r{n}\" Type=\"http://x/relationships/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))
        .collect();
    let names: String = (1..=sheets.len())
        .map(|n| format!("<sheet name=\"第{n}张\" r:id=\"r{n}\"/>"))
        .collect();
    let mut parts = vec![
        (
            "_rels/.rels".to_owned(),
            "<Relationships><Relationship Id=\"r1\" Type=\"http://x/relationships/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>".to_owned(),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!("<Relationships>{relations}</Relationships>"),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!("<workbook><sheets>{names}</sheets></workbook>"),
        ),
    ];
    for (n, lines) in sheets.iter().enumerate() {
        let rows: String = (1..)
            .zip(*lines)
            .map(|(r, line)| {
                format!(
                    "<row r=\"{r}\"><c r=\"A{r}\" t=\"inlineStr\"><is><t>{line}</t></is></c></row>"
                )
            })
            .collect();
        parts.push((
            format!("xl/worksheets/sheet{}.xml", n + 1),
            format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"),
        ));
    }
    let parts: Vec<(&str, &str)> = parts
        .iter()
        .map(|(n, c)| (n.as_str(), c.as_str()))
        .collect();
    crate::source::package::tests::pack(&parts)
}

#[test]
fn contents_and_glossaries_end_with_their_sheet() {
    let workbook = sheets(&[
        &[
            "云溪县林业局2024年部门预算",
            "目  录",
            "1.部门职责",
            "2.名词解释",
        ],
        &["一、名词解释", "1.财政拨款收入：指当年拨付的资金。"],
        &["二、机关运行经费情况", "2024年机关运行经费9.00万元。"],
    ]);
    let report = crate::extract(&workbook, &Default::default()).expect("a workbook is read");
    let titles: Vec<_> = report.sections.iter().map(|s| s.title.as_str()).collect();
    assert_eq!(titles, ["名词解释", "机关运行经费情况"]);
    assert_eq!(report.facts[0].concept, "operating_cost");
}

#[test]
fn a_report_in_an_annex_tells_its_budgets_by_their_names() {
    let text = format!(
        "{FINAL_ACCOUNTS}\n第四部分 名词解释\n一、财政拨款收入：指当年拨付的资金。\n\n第五部分 附件\n附件1\n2023年度部门整体支出绩效评价报告\n\
         一、部门基本情况\n概况。\n二、一般公共预算支出情况\n（一）基本支出情况\n2023年基本支出12万元。\n\
         三、政府性基金预算支出情况\n无。\n五、社会保险基金预算支出情况\n无。\n六、部门收支情况\n见附表。\n\
         九、部门整体支出绩效自评结果拟应用和公开情况\n将公开。\n十、其他需要说明的情况\n无。\n"
    );
    let report = crate::extract(text.as_bytes(), &Default::default()).expect("a text is read");
    let kinds = report
        .sections
        .iter()
        .map(|s| s.kind.as_deref().unwrap_or("-"));
    assert_eq!(
        kinds.collect::<Vec<_>>(),
        [
            "glossary",
            "annex",
            "annex",
            "self_assessment",
            "self_assessment.profile",
            "notes.general_public_budget",
            "notes.basic",
            "notes.government_fund",
            "-",
            "self_assessment.funds",
            "self_assessment.use",
            "notes.other",
        ]
    );
    assert_eq!(report.facts[0].concept, "general_public_budget.basic");
}

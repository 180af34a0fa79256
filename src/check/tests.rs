//! Every rule on a report that breaks it and on one that does not, as a reader would meet them.

mod consistent;
mod government;

use std::collections::BTreeMap;

use super::*;
use crate::document::{Format, Span};
use crate::evaluation::{BudgetRow, EvaluationKind, Indicator, Scalar};
use crate::identity::Kind;
use crate::report::{Options, inspect};

/// What must hold in each of these is told by the rule: the first texts break it, once each, the second do not. None
/// may give a finding of another rule.
const PROSE: &[(&str, &[&str], &[&str])] = &[
    (
        "sum-mismatch",
        &[
            "2023年度政府采购支出总额80.00万元，其中：政府采购货物支出30.00万元、政府采购工程支出20.00万元、政府采购服务支出31.00万元。",
            "2023年度收入总计100.00万元。2023年度本年收入合计90.00万元。2023年度年初结转和结余15.00万元。",
            "2023年度本年收入合计500.00万元，其中：财政拨款收入450.00万元；事业收入20.00万元；其他收入13.00万元。",
            "截至2023年底，本部门实有人员91人，其中行政55人、事业35人。",
            "截至2023年12月31日，共有车辆6辆，其中：机要通信用车1辆、应急保障用车2辆、其他用车2辆。",
            "一、机构设置：除局机关外，下属预算单位6个，其中行政单位1个、事业单位4个。",
            "2023年度政府采购支出总额80.00万元。授予中小企业合同金额90.00万元。",
        ],
        &[
            "2023年度政府采购支出总额80.00万元，其中：政府采购货物支出30.00万元、政府采购工程支出20.00万元、政府采购服务支出30.00万元。",
            "2023年度本年收入合计500.00万元，其中：财政拨款收入450.00万元；事业收入20.00万元。",
            "2023年度收入总计100.00万元。2023年度本年收入合计90.00万元。2023年度年初结转和结余5.00万元。",
            "截至2023年底，本部门实有人员90人，其中行政55人、事业35人。",
            "一、机构设置：本部门包括局本级和下属预算单位6个，其中行政单位1个、事业单位6个。",
            "2023年度政府采购支出总额约80万元，其中：政府采购货物支出30.00万元、政府采购工程支出20.00万元、政府采购服务支出31.00万元。",
            "2023年度政府采购支出总额80.00万元。授予中小企业合同金额80.00万元，其中：授予小微企业合同金额12.00万元。",
        ],
    ),
    (
        "unbalanced-totals",
        &["2023年度收入总计4120.35万元，支出总计4102.35万元。"],
        &[
            "2023年度收、支总计均为4120.35万元。",
            "2023年度本年收入合计412.00万元。2023年度本年支出合计410.00万元。",
        ],
    ),
    (
        "share-mismatch",
        &[
            "2023年度本年支出合计948.90万元，其中：基本支出620.00万元，占63.54%；项目支出328.90万元，占34.66%。",
            "七、“三公”经费支出决算情况说明\n2023年度“三公”经费支出决算8.40万元。\n（一）公务用车运行维护费支出决算6.30万元，占57.00%。\n（二）公务接待费支出决算2.10万元，占25.00%。",
        ],
        &[
            "七、“三公”经费支出决算情况说明\n2023年度“三公”经费支出决算8.40万元。\n（一）公务用车运行维护费支出决算6.30万元，占75.00%。\n（二）公务接待费支出决算2.10万元，占25.00%。",
            "七、“三公”经费支出决算情况说明\n2023年度“三公”经费支出决算8.40万元。\n（一）公务用车购置及运行维护费支出决算7.00万元，占83.33%。\n公务用车运行维护费支出决算6.30万元，占90.00%。",
            "2023年度本年支出合计948.90万元，其中：基本支出620.00万元，占65.34%；项目支出328.90万元，占34.66%。",
            "2023年度本年支出合计948.90万元，其中：基本支出620.00万元，占65%；项目支出328.90万元，占35%。",
        ],
    ),
    (
        "share-sum",
        &["2023年度一般公共预算财政拨款基本支出中，人员经费占72.15%，公用经费占28.85%。"],
        &["2023年度一般公共预算财政拨款基本支出中，人员经费占72.15%，公用经费占27.85%。"],
    ),
    (
        "completion-rate-mismatch",
        &[
            "2023年度机关运行经费支出年初预算为80.00万元，支出决算为64.80万元，完成年初预算的71.00%。",
            "2023年度一般公共预算财政拨款支出726.88万元，完成年初预算100%，决算数大于预算数55.68万元。",
        ],
        &[
            "2023年度机关运行经费支出年初预算为80.00万元，支出决算为64.80万元，完成年初预算的81.00%。",
            "2023年度机关运行经费支出年初预算为250.00万元，支出决算为249.99万元，完成年初预算的100%。",
            "2023年度一般公共预算财政拨款支出726.88万元，完成年初预算108.30%，决算数大于预算数55.68万元。",
        ],
    ),
    (
        "change-mismatch",
        &[
            "2023年度机关运行经费支出42.00万元，比上年增加6.00万元。2022年度机关运行经费支出38.00万元。",
            "2023年度会议费支出1.20万元，比上年增加1.80万元。",
        ],
        &[
            "2023年度机关运行经费支出42.00万元，比上年增加4.00万元。2022年度机关运行经费支出38.00万元。",
            "2023年度会议费支出1.20万元，比上年增加1.20万元。",
            "2023年度会议费支出1.20万元，比上年减少1.80万元。",
        ],
    ),
    (
        "change-rate-mismatch",
        &["2023年度机关运行经费支出79.43万元，比2022年度增加17.15万元，增长37.54%。"],
        &[
            "2023年度机关运行经费支出79.43万元，比2022年度增加17.15万元，增长27.54%。",
            "2023年度机关运行经费支出79.43万元，比2022年度增加17.15万元，增长28%。",
        ],
    ),
    (
        "direction-mismatch",
        &[
            "2023年度机关运行经费支出79.43万元，比2022年度减少17.15万元，增长17.76%。",
            "2023年度机关运行经费支出64.80万元，比年初预算减少15.20万元，增长19.00%。",
            "2023年度机关运行经费支出36.20万元，比2022年度的41.70万元增加5.50万元。",
            "2023年度机关运行经费支出年初预算为80.00万元，支出决算为64.80万元，完成年初预算的81.00%。决算数大于年初预算数的主要原因是厉行节约。",
        ],
        &[
            "2023年度机关运行经费支出79.43万元，比2022年度减少17.15万元，下降17.76%。",
            "2023年度机关运行经费支出64.80万元，比年初预算减少15.20万元，下降19.00%。",
            "2023年度机关运行经费支出64.80万元，比年初预算减少15.20万元，预决算差异率19.00%。",
            "2023年度机关运行经费支出年初预算为80.00万元，支出决算为64.80万元，完成年初预算的81.00%。决算数小于年初预算数的主要原因是厉行节约，增加了线上会议。",
        ],
    ),
    (
        "zero-denominator",
        &["2023年度机关运行经费支出年初预算为0万元，支出决算为0万元，完成年初预算的100%。"],
        &["2023年度机关运行经费支出年初预算为0万元，支出决算为0万元，完成年初预算的0%。"],
    ),
    (
        "contradictory-values",
        &["2023年度机关运行经费支出79.43万元。\n\n经统计，2023年度机关运行经费支出74.93万元。"],
        &["2023年度机关运行经费支出79.43万元。\n\n经统计，2023年度机关运行经费支出794,318.20元。"],
    ),
    (
        "unit-mismatch",
        &["2023年度机关运行经费支出79.43万元。\n\n经统计，2023年度机关运行经费支出79.43元。"],
        &["2023年度机关运行经费支出79.43万元。\n\n经统计，2023年度机关运行经费支出794300元。"],
    ),
    (
        "unfilled-placeholder",
        &[
            "2023年度机关运行经费支出XX万元。",
            "2023年度机关运行经费支出3万元，比上年下降（增长）1.2%。",
        ],
        &["2023年度机关运行经费支出3万元，比上年下降1.2%。"],
    ),
];

/// The findings of errors and warnings of a text.
fn findings(text: &str) -> Vec<Finding> {
    let examined = inspect(text.as_bytes(), &Options::default()).unwrap();
    let mut findings = examined.report.findings;
    findings.retain(|f| f.severity > Severity::Note);
    findings
}

fn rules_of(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|f| f.rule.as_str()).collect()
}

#[test]
fn each_rule_of_numbers_finds_its_defect_and_nothing_else() {
    for (rule, broken, whole) in PROSE {
        for text in *broken {
            let found = findings(text);
            assert_eq!(rules_of(&found), [*rule], "{text}\n{found:#?}");
        }
        for text in *whole {
            let found = findings(text);
            assert!(found.is_empty(), "{rule}: {text}\n{found:#?}");
        }
    }
}

#[test]
fn a_finding_names_its_facts_formula_and_numbers() {
    let found = findings(
        "2023年度本年支出合计948.90万元，其中：基本支出620.00万元，占63.54%；项目支出328.90万元，占34.66%。",
    );
    let [finding] = &found[..] else {
        panic!("{found:#?}");
    };
    assert_eq!(finding.formula.as_deref(), Some("620.00 ÷ 948.90"));
    assert_eq!(finding.stated, Some(Decimal::new(6354, 2)));
    assert_eq!(finding.expected, Some(Decimal::new(6534, 2)));
    let roles: Vec<_> = finding
        .spans
        .iter()
        .map(|s| (s.role.as_str(), s.quote.exact.as_str()))
        .collect();
    assert_eq!(
        roles,
        [
            ("stated", "63.54%"),
            ("part", "620.00万元"),
            ("whole", "948.90万元")
        ]
    );
    assert_eq!(finding.facts.len(), 3);
    assert!(finding.message.contains("63.54%") && finding.message.contains("65.34%"));
    assert!(finding.english.contains("65.34%"));
}

#[test]
fn one_wrong_number_is_one_finding() {
    for (rule, text) in [
        // The amount breaks the sum, its share and its change rate.
        (
            "sum-mismatch",
            "2023年度政府采购支出总额80.00万元，其中：政府采购货物支出30.00万元，占37.50%；政府采购工程支出20.00万元，占25.00%；政府采购服务支出20.00万元，占37.50%。",
        ),
        // One printed number is two facts.
        (
            "change-rate-mismatch",
            "2023年度收、支总计均为978.11万元。与2022年度相比，收、支总计各增加60.35万元，增长8.58%。",
        ),
        // A share that is wrong breaks the sum of the shares too.
        (
            "share-mismatch",
            "2023年度政府采购支出总额80.00万元，其中：政府采购货物支出30.00万元，占37.50%；政府采购工程支出20.00万元，占52.00%；政府采购服务支出30.00万元，占37.50%。",
        ),
    ] {
        let found = findings(text);
        assert_eq!(rules_of(&found), [rule], "{text}\n{found:#?}");
    }
}

#[test]
fn two_defects_that_share_a_number_stay_two() {
    let found = findings(
        "2023年度机关运行经费支出年初预算为90.00万元，支出决算为79.43万元，完成年初预算的98.26%，比2022年度增加17.15万元，增长37.54%。",
    );
    assert_eq!(
        rules_of(&found),
        ["completion-rate-mismatch", "change-rate-mismatch"],
        "{found:#?}"
    );
}

/// A row of a table.
fn row(cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|c| format!("<td>{c}</td>")).collect();
    format!("<tr>{cells}</tr>")
}

/// A statement of 支出功能分类 in 元: code, name, total, basic and project expenditure.
fn statement(rows: &[[&str; 5]]) -> String {
    let body: String = rows.iter().map(|cells| row(cells)).collect();
    format!(
        "<html><head><meta charset=\"utf-8\"><title>禾丰县档案馆2023年度部门决算</title></head><body><p>一般公共预算财政拨款支出决算表</p><p>公开05表 部门：禾丰县档案馆 2023年度 单位：元</p><table>{}{}{body}</table></body></html>",
        row(&["科目编码", "科目名称", "合计", "基本支出", "项目支出"]),
        row(&["栏次", "", "1", "2", "3"]),
    )
}

const ROWS: [[&str; 5]; 6] = [
    ["合计", "", "1,500.00", "900.00", "600.00"],
    ["201", "一般公共服务支出", "1,500.00", "900.00", "600.00"],
    ["20126", "档案事务", "1,500.00", "900.00", "600.00"],
    ["2012601", "行政运行", "900.00", "900.00", ""],
    ["2012604", "档案馆", "350.00", "", "350.00"],
    ["2012699", "其他档案事务支出", "250.00", "", "250.00"],
];

#[test]
fn rows_and_columns_of_a_statement_add_up() {
    assert_eq!(rules_of(&findings(&statement(&ROWS))), [""; 0]);
    let mut rows = ROWS;
    rows[4][4] = "530.00";
    let found = findings(&statement(&rows));
    assert_eq!(rules_of(&found), ["sum-mismatch"], "{found:#?}");
    // The row is the narrowest of the formulas that the cell breaks.
    let words: Vec<_> = found[0]
        .spans
        .iter()
        .map(|s| s.quote.exact.as_str())
        .collect();
    assert_eq!(words[..2], ["350.00", "530.00"]);
}

#[test]
fn codes_and_names_of_a_statement_belong_together() {
    let mut rows = ROWS;
    rows[4][1] = "机关服务";
    let found = findings(&statement(&rows));
    assert_eq!(rules_of(&found), ["code-name-mismatch"], "{found:#?}");
    assert_eq!(found[0].spans[0].quote.exact, "机关服务");
    // A name of many codes, none of which is this one.
    rows[4][1] = "事业运行";
    assert_eq!(
        rules_of(&findings(&statement(&rows))),
        ["code-name-mismatch"]
    );
    // A name that no code bears may be newer than the list.
    rows[4][1] = "数字档案建设";
    assert_eq!(rules_of(&findings(&statement(&rows))), [""; 0]);
}

#[test]
fn rows_may_be_counted_before_their_codes() {
    for (name, rules) in [
        ("机关事业单位基本养老保险缴费支出", &[][..]),
        ("行政单位离退休", &["code-name-mismatch"]),
    ] {
        let table = [
            row(&["序号", "科目编码", "科目名称", "合计"]),
            row(&["12", "2080505", name, "5.00"]),
            row(&["13", "", "合计", "5.00"]),
        ];
        let page = format!(
            "<html><head><meta charset=\"utf-8\"><title>禾丰县档案馆2023年度部门决算</title></head><body><p>支出决算表</p><p>单位：元</p><table>{}</table></body></html>",
            table.concat()
        );
        assert_eq!(rules_of(&findings(&page)), rules, "{name}");
    }
}

#[test]
fn a_code_may_stand_beside_its_parts() {
    for (name, rules) in [
        ("行政单位医疗", &[][..]),
        ("事业单位医疗", &["code-name-mismatch"]),
    ] {
        let table = [
            row(&[
                "类",
                "款",
                "项",
                "单位代码",
                "单位名称（功能分类科目）",
                "合计",
            ]),
            row(&["", "", "", "203", "禾丰县档案馆", "3.00"]),
            row(&["210", "11", "", "21011", "行政事业单位医疗", "3.00"]),
            row(&["210", "11", "01", "2101101", name, "3.00"]),
        ];
        let page = format!(
            "<html><head><meta charset=\"utf-8\"><title>禾丰县档案馆2023年度部门决算</title></head><body><p>支出情况表</p><p>单位：元</p><table>{}</table></body></html>",
            table.concat()
        );
        assert_eq!(rules_of(&findings(&page)), rules, "{name}");
    }
}

#[test]
fn codes_and_names_of_economic_items_belong_together() {
    let statement = |year: &str, name: &str| {
        format!(
            "<html><head><meta charset=\"utf-8\"><title>禾丰县档案馆{year}年度部门决算</title></head><body><p>一般公共预算财政拨款基本支出决算表</p><p>单位：元</p><table>{}{}{}</table></body></html>",
            row(&[
                "科目编码",
                "科目名称",
                "金额",
                "科目编码",
                "科目名称",
                "金额"
            ]),
            row(&[
                "301",
                "工资福利支出",
                "305",
                "302",
                "商品和服务支出",
                "2.00"
            ]),
            row(&["30101", "基本工资", "305", "30201", name, "2.00"]),
        )
    };
    for (year, name, rules) in [
        ("2023", "办公费", &[][..]),
        ("2023", "印刷费", &["code-name-mismatch"]),
        ("2023", "办公耗材", &[]),
        ("2016", "印刷费", &[]),
    ] {
        let found = findings(&statement(year, name));
        assert_eq!(rules_of(&found), rules, "{year} {name}");
    }
}

/// A document of one line for each text, and the quotes of the lines.
fn lines(texts: &[String]) -> (Document, Vec<Quote>) {
    let text = texts.join("\n");
    let mut at = 0;
    let spans: Vec<Span> = texts
        .iter()
        .map(|t| {
            let span = Span::new(at, at + t.len());
            at = span.end + 1;
            span
        })
        .collect();
    let document = Document::new(
        Format::Csv,
        "UTF-8",
        text,
        Vec::new(),
        Vec::new(),
        Vec::new(),
    );
    let quotes = spans.iter().map(|&span| document.quote(span)).collect();
    (document, quotes)
}

fn number(text: &str) -> Option<Scalar> {
    text.parse().ok().map(Scalar::Number)
}

/// A self-assessment: executed, rate, score of the row and reason; indicators by weight, score and actual value; the
/// totals of weight and score.
struct Form {
    budget: [&'static str; 4],
    /// The weight of the row of the money, and the name of all indicators.
    money_weight: &'static str,
    indicator: &'static str,
    indicators: Vec<[&'static str; 3]>,
    totals: [&'static str; 2],
    completion: &'static str,
}

impl Form {
    fn whole() -> Self {
        Self {
            budget: ["95.00", "95.00", "9.5", ""],
            money_weight: "10",
            indicator: "演出场次",
            indicators: vec![["50", "48", "12场"], ["40", "40", "97%"]],
            totals: ["100", "97.5"],
            completion: "全年举办12场",
        }
    }

    fn findings(&self) -> Vec<Finding> {
        let mut fields: Vec<(String, String)> = Vec::new();
        let mut field = |pointer: &str, text: &str| {
            if !text.is_empty() {
                fields.push((pointer.to_owned(), text.to_owned()));
            }
        };
        let [executed, rate, score, reason] = self.budget;
        field("/budget/0/adjusted", "100.00");
        field("/budget/0/executed", executed);
        field("/budget/0/rate", rate);
        field("/budget/0/weight", self.money_weight);
        field("/budget/0/score", score);
        field(
            "/budget/0/reason",
            if reason.is_empty() {
                "（空）"
            } else {
                reason
            },
        );
        for (row, [weight, score, _]) in self.indicators.iter().enumerate() {
            field(&format!("/indicators/{row}/weight"), weight);
            field(&format!("/indicators/{row}/score"), score);
        }
        field("/total_weight", self.totals[0]);
        field("/total_score", self.totals[1]);
        field("/target_completion", self.completion);
        let (document, quotes) = lines(&fields.iter().map(|(_, t)| t.clone()).collect::<Vec<_>>());
        let spans: BTreeMap<_, _> = fields.into_iter().map(|(p, _)| p).zip(quotes).collect();
        let evaluation = Evaluation {
            id: "e1".to_owned(),
            kind: EvaluationKind::ProjectSelfAssessment,
            form: "headers".to_owned(),
            table: None,
            year: Some(2023),
            unit: Some("万元".to_owned()),
            project_code: None,
            project_name: Some("送戏下乡".to_owned()),
            department: None,
            implementing_unit: None,
            annual_target: None,
            target_completion: Some(self.completion.to_owned()),
            summary: None,
            budget: vec![BudgetRow {
                source: "total".to_owned(),
                approved: None,
                adjusted: number("100.00"),
                received: None,
                executed: number(executed),
                rate: number(rate),
                weight: number(self.money_weight),
                score: number(score),
                reason: Some(reason.to_owned()).filter(|r| !r.is_empty()),
            }],
            indicators: self
                .indicators
                .iter()
                .map(|[weight, score, actual]| Indicator {
                    id: None,
                    level1: None,
                    level1_weight: None,
                    level2: None,
                    level2_weight: None,
                    level3: Some(self.indicator.to_owned()),
                    operator: None,
                    target: None,
                    unit: None,
                    actual: Some(Scalar::Text((*actual).to_owned())).filter(|_| !actual.is_empty()),
                    weight: number(weight),
                    score: number(score),
                    reason: None,
                    explanation: None,
                    criterion: None,
                })
                .collect(),
            total_weight: number(self.totals[0]),
            total_score: number(self.totals[1]),
            conclusion: None,
            problems: None,
            deviation_reason: None,
            improvements: None,
            project_lead: None,
            finance_lead: None,
            spans,
        };
        let identity = Identity {
            kind: Kind::ProjectSelfAssessment,
            title: None,
            year: Some(2023),
            publisher: None,
            published: None,
        };
        let evaluations = [evaluation];
        let checked = run(&Context {
            document: &document,
            words: &document.fold(),
            sections: &[],
            identity: &identity,
            facts: &[],
            tables: &[],
            evaluations: &evaluations,
            grammar: Grammar::embedded(),
        });
        checked.findings
    }
}

#[test]
fn each_rule_of_self_assessments_finds_its_defect_and_nothing_else() {
    let whole = Form::whole().findings();
    assert!(whole.is_empty(), "{whole:#?}");
    type Change = fn(&mut Form);
    let broken: [(&[&str], Change); 10] = [
        (&["execution-rate-mismatch"], |f| f.budget[1] = "95.50"),
        (&["score-sum-mismatch"], |f| f.totals[1] = "99.5"),
        (&["weight-sum-mismatch"], |f| f.totals[0] = "90"),
        (&["score-exceeds-weight"], |f| {
            f.indicators[1][1] = "42";
            f.totals[1] = "99.5";
        }),
        // The total without the excess only follows from it.
        (&["score-exceeds-weight"], |f| f.indicators[1][1] = "42"),
        (&["missing-actual-value"], |f| f.indicators[0][2] = ""),
        (&["unfilled-placeholder"], |f| {
            f.completion = "对照年度目标，说明完成情况（100字以内）";
        }),
        (&["unexplained-low-execution"], |f| {
            f.budget = ["80.00", "80.00", "8", ""];
            f.totals[1] = "96";
        }),
        (
            &["unexplained-low-execution", "unfilled-placeholder"],
            |f| {
                f.budget = ["80.00", "80.00", "8", "未达到90%的需说明原因"];
                f.totals[1] = "96";
            },
        ),
        (&["execution-score-mismatch"], |f| {
            f.budget = ["80.00", "80.00", "10", "演出因汛期推迟"];
            f.totals[1] = "98";
        }),
    ];
    for (rules, change) in broken {
        let mut form = Form::whole();
        change(&mut form);
        let found = form.findings();
        let mut names = rules_of(&found);
        names.sort_unstable();
        assert_eq!(names, rules, "{found:#?}");
    }
    // A total may leave out points of the money that have no weight, or that an indicator has too.
    let mut form = Form::whole();
    form.money_weight = "";
    form.totals = ["90", "88"];
    assert!(form.findings().is_empty(), "{:#?}", form.findings());
    let mut form = Form::whole();
    form.indicator = "预算执行率";
    form.totals = ["90", "88"];
    assert!(form.findings().is_empty(), "{:#?}", form.findings());
    // What is explained, or scored less, is no defect.
    let mut form = Form::whole();
    form.budget = ["80.00", "80.00", "8", "演出因汛期推迟"];
    form.totals[1] = "96";
    assert!(form.findings().is_empty());
}

/// The notes of final accounts with everything that they must have.
const NOTES: &str = "禾丰县档案馆2023年度部门决算\n\n第一部分 部门概况\n\n一、部门职责\n负责全县档案收集、保管和利用。\n\n第二部分 2023年度部门决算情况说明\n\n一、收入支出决算总体情况说明\n2023年度收、支总计均为120.00万元。\n\n二、财政拨款“三公”经费支出决算情况说明\n2023年度“三公”经费财政拨款支出决算为1.20万元。\n\n三、机关运行经费支出情况\n2023年度机关运行经费支出8.00万元。\n\n四、政府采购支出情况\n2023年度政府采购支出总额3.00万元。\n\n五、国有资产占有使用情况\n截至2023年12月31日，共有车辆1辆。\n\n六、预算绩效管理情况\n本部门对2个项目开展绩效自评。\n\n第三部分 名词解释\n一、基本支出：指日常支出。\n";

#[test]
fn final_accounts_have_their_sections_or_say_why_not() {
    let found = findings(NOTES);
    assert!(found.is_empty(), "{found:#?}");
    let part = "四、政府采购支出情况\n2023年度政府采购支出总额3.00万元。\n\n";
    let found = findings(&NOTES.replace(part, ""));
    assert_eq!(rules_of(&found), ["missing-section"], "{found:#?}");
    assert!(found[0].message.contains("政府采购"));
    let found = findings(&NOTES.replace(part, "本部门2023年度未发生政府采购支出。\n\n"));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn amounts_are_compared_in_one_unit() {
    let found = findings(
        "云溪县文化馆2023年度部门决算\n\n第二部分 2023年度部门决算情况说明\n七、财政拨款“三公”经费支出决算情况说明\n公务接待费支出1.86万元。\n公务接待费支出16800元。\n",
    );
    let messages: Vec<&str> = found.iter().map(|f| f.message.as_str()).collect();
    let said = |m: &&str| m.contains("1.86万元") && m.contains("1.68万元");
    assert!(messages.iter().any(said), "{messages:#?}");
}

#[test]
fn headings_and_openings_speak_of_one_year() {
    for (from, to) in [
        ("2023年度部门决算情况说明", "2022年度部门决算情况说明"),
        ("2023年度机关运行经费支出", "2021年度机关运行经费支出"),
        (
            "2023年度机关运行经费支出8.00万元",
            "现将云溪县文化馆2022年度部门决算公开如下：机关运行经费支出8.00万元",
        ),
    ] {
        let found = findings(&NOTES.replace(from, to));
        assert!(
            rules_of(&found).contains(&"year-mismatch"),
            "{to}\n{found:#?}"
        );
    }
    // A statement that says of another year why it is empty.
    let empty = "第二部分 部门决算表\n云溪县文化馆2021年度没有使用国有资本经营预算财政拨款，故本表无数据。\n\n";
    let found = findings(&NOTES.replacen("第三部分", &format!("{empty}第三部分"), 1));
    assert!(rules_of(&found).contains(&"year-mismatch"), "{found:#?}");
    // The other years of these are meant.
    for (from, to) in [
        (
            "2023年度机关运行经费支出8.00万元",
            "与2022年度相比，2023年度机关运行经费支出8.00万元",
        ),
        (
            "2023年度机关运行经费支出8.00万元",
            "根据2019年印发的办法，2023年度机关运行经费支出8.00万元",
        ),
    ] {
        let found = findings(&NOTES.replace(from, to));
        assert!(found.is_empty(), "{to}\n{found:#?}");
    }
}

/// A page with statements of a report of 2023, each by its title and its head.
fn statements(heads: &[(&str, &str)]) -> String {
    let tables = heads.iter().map(|(title, head)| {
        format!(
            "<p>{title}</p><p>编制单位：禾丰县档案馆 {head} 单位：元</p><table>{}{}</table>",
            row(&["项目", "合计", "基本支出", "项目支出"]),
            row(&["合计", "", "", ""]),
        )
    });
    let tables: String = tables.collect();
    format!(
        "<html><head><meta charset=\"utf-8\"><title>禾丰县档案馆2023年度部门决算</title></head><body>{tables}</body></html>"
    )
}

#[test]
fn heads_of_statements_speak_of_one_year() {
    let (expenditure, appropriation, fund, capital) = (
        "支出决算表",
        "一般公共预算财政拨款支出决算表",
        "政府性基金预算财政拨款支出决算表",
        "国有资本经营预算财政拨款支出决算表",
    );
    let own = "2023年度";
    let years = |heads: &[(&str, &str)]| {
        let found = findings(&statements(heads));
        let found = found.into_iter().filter(|f| f.rule == "year-mismatch");
        found.count()
    };
    for other in ["2022年度", "（2022年度）", "2022年", "2024年度"] {
        let heads = [(expenditure, own), (appropriation, own), (capital, other)];
        assert_eq!(years(&heads), 1, "{other}");
    }
    let heads = [
        (expenditure, own),
        (appropriation, "2022年度"),
        (fund, own),
        (capital, "2022年度"),
        ("收入决算表", own),
    ];
    assert_eq!(years(&heads), 2);
    for heads in [
        // All of the report's year, or saying none.
        &[(expenditure, own), (appropriation, own), (capital, "")][..],
        // Too few to tell which is wrong.
        &[(expenditure, own), (capital, "2022年度")],
        &[
            (expenditure, own),
            (appropriation, own),
            (fund, "2022年度"),
            (capital, "2022年度"),
        ],
        // The year before beside the report's own.
        &[
            (expenditure, own),
            (appropriation, own),
            (capital, own),
            (expenditure, "2022年度"),
        ],
        // What is of another year on purpose, and no statement.
        &[
            (expenditure, own),
            (appropriation, own),
            ("财政拨款上年结转资金支出决算表", "2022年度"),
            ("项目支出绩效目标表", "2024年度"),
            ("部门整体支出绩效自评表", "2022年度"),
        ],
        // A day is no year.
        &[
            (expenditure, own),
            (appropriation, own),
            (capital, "填报日期：2024年6月"),
            (fund, "2024年8月20日"),
        ],
    ] {
        assert_eq!(years(heads), 0, "{heads:?}");
    }
}

#[test]
fn notes_are_found_where_the_form_asks_for_more() {
    let notes = |text: &str| {
        let examined = inspect(text.as_bytes(), &Options::default()).unwrap();
        let notes = examined.report.findings.into_iter();
        notes
            .filter(|f| f.severity == Severity::Note)
            .map(|f| f.rule)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        notes("2023年度机关运行经费支出8.00万元，比上年增加1.00万元，增长14.29。"),
        ["missing-unit"]
    );
    assert_eq!(
        notes("2023年度机关运行经费支出8.00万元，比上年增加1.00万元，增长14.29%。"),
        [""; 0]
    );
}

#[test]
fn what_was_adjusted_is_the_sum_of_approved_and_adjustment() {
    let report = |adjusted: &str| {
        findings(&format!(
            "禾丰县文化馆2023年度项目支出绩效自评公开\n\n一、项目资金情况\n（一）“送戏下乡”项目。年初预算安排10.00万元，年中调减预算5.07万元，调整后预算{adjusted}万元。"
        ))
    };
    assert_eq!(rules_of(&report("10.00")), ["adjustment-mismatch"]);
    assert!(report("4.93").is_empty());
}

#[test]
fn a_reason_is_missed_where_other_items_give_one() {
    let items = |second: &str| {
        let text = format!(
            "2023年度部门决算情况说明\n\n一、一般公共预算财政拨款支出决算具体情况\n1.一般公共服务支出（类）档案事务（款）行政运行（项）。年初预算为80.00万元，支出决算为74.48万元，完成年初预算的93.10%。决算数小于年初预算数的主要原因是人员减少。\n2.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为20.00万元，支出决算为14.28万元，完成年初预算的71.40%。{second}\n"
        );
        let inspection = inspect(text.as_bytes(), &Options::default()).unwrap();
        let findings = inspection.report.findings.into_iter();
        findings.filter(|f| f.rule == "missing-reason").count()
    };
    assert_eq!(items(""), 1);
    assert_eq!(items("主要原因是设备采购推迟。"), 0);
}

#[test]
fn a_share_is_of_what_the_others_in_its_list_are_shares_of() {
    let shares = |third: &str| {
        findings(&format!(
            "云溪县文化馆2023年度部门决算\n\n第二部分 2023年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n（二）一般公共预算财政拨款支出决算结构情况\n一般公共预算财政拨款支出300万元，主要用于以下方面：教育支出30万元，占本年财政拨款支出10%；卫生健康支出60万元，占本年财政拨款支出20%；住房保障支出210万元，占本年财政拨款支出{third}。\n"
        ))
    };
    assert_eq!(rules_of(&shares("70%")), [""; 0]);
    assert_eq!(rules_of(&shares("77%")), ["share-mismatch"]);
}

#[test]
fn a_statement_that_is_listed_but_lacking_is_a_warning() {
    let with = |contents: &str| {
        let html = statement(&ROWS).replace("<body>", &format!("<body>{contents}"));
        findings(&html)
    };
    let listed = "<p>第二部分 2023年度部门决算表</p><p>一、一般公共预算财政拨款支出决算表</p><p>二、政府性基金预算财政拨款收入支出决算表</p>";
    let found = with(listed);
    assert_eq!(rules_of(&found), ["missing-table"], "{found:#?}");
    assert!(found[0].message.contains("政府性基金"));
    let empty =
        format!("{listed}<p>本部门2023年度政府性基金预算财政拨款收入支出决算表为空表。</p>");
    assert_eq!(rules_of(&with(&empty)), [""; 0]);
    let printed = format!(
        "{listed}<p>政府性基金预算财政拨款收入支出决算表</p><p>公开08表</p><p>单位：万元</p><p>注：本单位没有此类收支，故本表无数据。</p>"
    );
    assert_eq!(rules_of(&with(&printed)), [""; 0]);
    let attached = format!("{listed}<p>（以上报表详见附件）</p>");
    assert_eq!(rules_of(&with(&attached)), [""; 0]);
}

#[test]
fn every_rule_has_a_page_of_four_parts_under_its_name() {
    for rule in RULES {
        let heading = format!("# {}: ", rule.name);
        assert!(rule.page.starts_with(&heading), "{}", rule.name);
        for part in [
            "What holds",
            "Why it matters",
            "Example",
            "When it does not apply",
        ] {
            assert!(
                rule.page.contains(&format!("\n## {part}\n\n")),
                "{} lacks {part}",
                rule.name
            );
        }
    }
    assert_eq!(RULES.len(), 26);
}

#[test]
fn an_empty_report_has_no_findings() {
    assert!(findings("").is_empty());
}

#[test]
fn the_threshold_behind_a_list_is_no_part_of_it() {
    for (vehicles, want) in [("6", 1), ("3", 0)] {
        let text = format!(
            "云溪县文化馆2023年度部门决算\n第三部分 2023年度部门决算情况说明\n十二、国有资产占用情况说明\n共有车辆{vehicles}辆，其中：机要通信用车1辆、应急保障用车2辆、其他用车0辆；单价100万元（含）以上设备（不含车辆）0台（套）。\n"
        );
        let found = findings(&text);
        let sums = found.iter().filter(|f| f.rule == "sum-mismatch");
        assert_eq!(sums.count(), want, "{vehicles}");
    }
}

#[test]
fn a_low_rate_may_be_explained_where_the_form_asks_for_all_reasons() {
    for (reason, found) in [
        ("无", true),
        ("", false),
        ("雨季停工，年末未能验收。", false),
    ] {
        let sheet = format!(
            "2024年度校舍维修项目绩效自评表,,,,,,\n项目名称,校舍维修,,,,,\n\
             资金来源,年初预算数,全年预算数,全年执行数,执行率,分值,得分\n\
             年度资金总额,80.00,80.00,60.00,75.00%,10,7.5\n\
             一级指标,二级指标,三级指标,指标值,实际完成值,分值,得分\n\
             产出指标,数量指标,维修间数,≥6间,7间,90,90\n\
             总分,,,,,100,97.5\n\
             偏差大或目标未完成原因分析,{reason},,,,,\n"
        );
        let report = crate::extract(sheet.as_bytes(), &Default::default()).unwrap();
        let rules = rules_of(&report.findings);
        assert_eq!(
            rules.contains(&"unexplained-low-execution"),
            found,
            "{reason}: {rules:?}"
        );
    }
}

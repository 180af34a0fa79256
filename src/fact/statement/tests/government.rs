//! The tables of governments: their budgets by function, which part of the place they are of, and what is none of them.

use super::*;

const ACCOUNTS: Kind = Kind::GovernmentFinalAccounts;
const PLANS: Kind = Kind::GovernmentBudget;

fn given(kind: Kind, above: &[&str], rows: &[&str], want: &[&str]) {
    check(kind, &Sheet { above, rows }, want);
}

#[test]
fn expenditure_by_function_in_the_stages_of_the_budget() {
    given(
        ACCOUNTS,
        &["云溪县2023年一般公共预算支出决算表", "单位：万元"],
        &[
            "预算科目|年初预算数|变动预算数|决算数|决算数为变动预算数的%|决算数比上年增减%",
            "一、一般公共服务支出|300|320|310|96.9|2.5",
            "二、教育支出|500|510|505|99.0|-1.2",
            "其中：普通教育|400|410|405|98.8|-1.0",
            "三、预备费|20||||",
            "一般公共预算支出合计|820|830|815|98.2|0.3",
        ],
        &[
            "general_public_budget.expenditure approved 201 = 3000000",
            "general_public_budget.expenditure adjusted 201 = 3200000",
            "general_public_budget.expenditure 201 = 3100000",
            "general_public_budget.expenditure completionrate 201 = 96.9",
            "general_public_budget.expenditure changerate 201 = 2.5",
            "general_public_budget.expenditure approved 205 = 5000000",
            "general_public_budget.expenditure adjusted 205 = 5100000",
            "general_public_budget.expenditure 205 = 5050000",
            "general_public_budget.expenditure completionrate 205 = 99.0",
            "general_public_budget.expenditure changerate 205 = -1.2",
            "general_public_budget.expenditure approved 20502 = 4000000",
            "general_public_budget.expenditure adjusted 20502 = 4100000",
            "general_public_budget.expenditure 20502 = 4050000",
            "general_public_budget.expenditure completionrate 20502 = 98.8",
            "general_public_budget.expenditure changerate 20502 = -1.0",
            "general_public_budget.expenditure approved 227 = 200000",
            "general_public_budget.expenditure approved = 8200000",
            "general_public_budget.expenditure adjusted = 8300000",
            "general_public_budget.expenditure = 8150000",
            "general_public_budget.expenditure completionrate = 98.2",
            "general_public_budget.expenditure changerate = 0.3",
        ],
    );
    // With codes, of the level itself; a percentage of what the year before spent is no rate of growth.
    given(
        PLANS,
        &["2023年云溪市市本级政府性基金支出预算表", "单位：亿元"],
        &[
            "科目编码|科目名称|上年执行数|本年预算数|预算数为上年执行数的%",
            "212|城乡社区支出|3.5|4|114.3",
            "21208|国有土地使用权出让收入安排的支出|3.5|4|114.3",
            "|本年支出合计|3.5|4|114.3",
        ],
        &[
            "government_fund.expenditure 2022 212 市本级 = 350000000",
            "government_fund.expenditure approved 212 市本级 = 400000000",
            "government_fund.expenditure 2022 21208 市本级 = 350000000",
            "government_fund.expenditure approved 21208 市本级 = 400000000",
            "government_fund.expenditure 2022 市本级 = 350000000",
            "government_fund.expenditure approved 市本级 = 400000000",
        ],
    );
    // Two years in one table: each rate is of the amounts before it.
    given(
        PLANS,
        &["2022年国有资本经营支出执行情况及2023年预算表", "单位：万元"],
        &[
            "项目|2022年预算数|2022年执行数|完成预算%|2023年预算数|比上年增减%",
            "解决历史遗留问题及改革成本支出|10|8|80|9|12.5",
        ],
        &[
            "state_capital.expenditure approved 2022 22301 = 100000",
            "state_capital.expenditure 2022 22301 = 80000",
            "state_capital.expenditure completionrate 2022 22301 = 80",
            "state_capital.expenditure approved 22301 = 90000",
            "state_capital.expenditure changerate approved 22301 = 12.5",
        ],
    );
}

#[test]
fn what_is_not_told_apart_says_nothing() {
    // Two ways to compare; a rate of the budget before; another year than that of the report, which is not named.
    given(
        PLANS,
        &["2023年全县一般公共预算支出预算表", "单位：万元"],
        &[
            "项目|2022年预算数|2023年预算数|2023年预算数为2022年预算数的%|比上年预算数增减%|比上年执行数增减%",
            "教育支出|40|50|125|25|11",
        ],
        &[
            "general_public_budget.expenditure approved 2022 205 = 400000",
            "general_public_budget.expenditure approved 205 = 500000",
        ],
    );
    given(
        PLANS,
        &["全县一般公共预算支出执行情况表", "单位：万元"],
        &["项目|预算数|执行数|2022年执行数", "教育支出|40|50|45"],
        &["general_public_budget.expenditure 2022 205 = 450000"],
    );
}

#[test]
fn transfers_and_debts_are_beyond_the_budget() {
    // What has no code below them is theirs too, though it is called like a function.
    given(
        PLANS,
        &["2023年省级一般公共预算支出表", "单位：万元"],
        &[
            "项目|2023年预算数",
            "一、地方一般公共预算支出|900",
            "（一）公共安全支出|300",
            "（二）教育支出|600",
            "二、债务还本支出|70",
            "三、转移性支出|500",
            "1.专项转移支付|400",
            "（1）公共安全支出|150",
            "（2）教育支出|250",
            "2.上解支出|100",
            "支出总计|1470",
        ],
        &[
            "general_public_budget.expenditure approved 省级 = 9000000",
            "general_public_budget.expenditure approved 204 省级 = 3000000",
            "general_public_budget.expenditure approved 205 省级 = 6000000",
        ],
    );
    // A code tells that a row below them is none of theirs; a total behind or above them holds them.
    given(
        PLANS,
        &["云溪县2023年国有资本经营预算支出表", "单位：万元"],
        &[
            "科目编码|科目名称|预算数",
            "|合计|90",
            "230|转移性支出|50",
            "23008|调出资金|50",
            "223|国有资本经营预算支出|40",
            "22302|国有企业资本金注入|40",
            "|本年支出合计|90",
        ],
        &[
            "state_capital.expenditure approved 223 = 400000",
            "state_capital.expenditure approved 22302 = 400000",
        ],
    );
    // Before them it does not.
    given(
        ACCOUNTS,
        &["云溪县2023年政府性基金支出决算表", "单位：万元"],
        &[
            "项目|决算数",
            "城乡社区支出|60",
            "本年支出合计|60",
            "调出资金|5",
            "年终结余|3",
            "支出总计|68",
        ],
        &[
            "government_fund.expenditure 212 = 600000",
            "government_fund.expenditure = 600000",
        ],
    );
    // Beside transfers it is not known what 合计 is.
    given(
        PLANS,
        &["云溪市2023年一般公共预算支出预算表", "单位：万元"],
        &[
            "项目|合计|本级支出|补助县区支出",
            "教育支出|60|40|20",
            "农林水支出|30|10|20",
        ],
        &[],
    );
}

#[test]
fn of_revenue_only_the_whole() {
    given(
        ACCOUNTS,
        &["云溪县2023年一般公共预算收入决算表", "单位：万元"],
        &[
            "项目|预算数|决算数|完成预算%",
            "一、税收收入|80|84|105.0",
            "增值税|50|53|106.0",
            "二、非税收入|20|19|95.0",
            "一般公共预算收入合计|100|103|103.0",
            "转移性收入|40|45|",
            "收入总计|140|148|",
        ],
        &[
            "revenue.general_public_budget approved = 1000000",
            "revenue.general_public_budget = 1030000",
            "revenue.general_public_budget completionrate = 103.0",
        ],
    );
    given(
        PLANS,
        &["2023年全县政府性基金预算收入表", "单位：万元"],
        &[
            "项目|预算数",
            "国有土地使用权出让收入|70",
            "上级补助收入|8",
            "收入合计|78",
        ],
        &[],
    );
    // Both sides of a budget.
    given(
        ACCOUNTS,
        &["2023年云溪市一般公共预算收支决算平衡表", "单位：万元"],
        &[
            "收入|决算数|支出|决算数",
            "一般公共预算收入|100|一般公共预算支出|130",
            "转移性收入|50|转移性支出|20",
            "收入总计|150|支出总计|150",
        ],
        &[
            "revenue.general_public_budget = 1000000",
            "general_public_budget.expenditure = 1300000",
        ],
    );
}

#[test]
fn the_three_public_of_a_place() {
    given(
        ACCOUNTS,
        &["2023年全县“三公”经费决算表", "单位：万元"],
        &[
            "项目|2023年预算数|2023年决算数|2022年决算数",
            "合计|50|45|48",
            "1.公务接待费|20|18|19",
            "2.公务用车运行维护费|30|27|29",
            "会议费|7|6|5",
        ],
        &[
            "meeting_cost approved = 70000",
            "meeting_cost = 60000",
            "meeting_cost 2022 = 50000",
            "three_public.hospitality approved = 200000",
            "three_public.hospitality = 180000",
            "three_public.hospitality 2022 = 190000",
            "three_public.vehicles.operation approved = 300000",
            "three_public.vehicles.operation = 270000",
            "three_public.vehicles.operation 2022 = 290000",
        ],
    );
}

#[test]
fn tables_that_only_look_alike_give_nothing() {
    let rows = &["项目|决算数", "教育支出|60", "农林水支出|30", "合计|90"];
    for title in [
        "云溪市2023年一般公共预算转移支付支出决算表",
        "云溪市2023年一般公共预算支出分地区决算表",
        "云溪市2023年一般公共预算支出分部门决算表",
        "2023年各县区一般公共预算支出决算表",
        "云溪县枫林镇2023年一般公共预算支出决算表",
        "云溪县乡镇一般公共预算支出决算表",
        "云溪县财政局部门一般公共预算支出决算表",
        "云溪县2023年一般公共预算财政拨款支出决算表",
        "云溪县2023年一般公共预算重点项目支出表",
        "云溪县2023年一般公共预算结余结转支出表",
        "云溪县2023年地方政府一般债务支出决算表",
        "云溪县2023年社会保险基金预算支出决算表",
        "云溪县2023年一般公共预算支出经济分类决算表",
        "云溪县2023年支出决算表",
    ] {
        given(ACCOUNTS, &[title, "单位：万元"], rows, &[]);
    }
    // The columns of several places, or of their level beside the whole.
    given(
        ACCOUNTS,
        &["云溪市2023年一般公共预算支出决算表", "单位：万元"],
        &["项目|全市|市本级", "教育支出|60|30", "农林水支出|30|10"],
        &[],
    );
    // The rows of places.
    given(
        ACCOUNTS,
        &["云溪市2023年一般公共预算支出决算表", "单位：万元"],
        &["地区|决算数", "城东区|60", "枫林县|30"],
        &[],
    );
    // A statement of a department is one of its own report, and that of a government of none.
    given(
        FINAL,
        &["2023年全县一般公共预算支出决算表", "单位：万元"],
        rows,
        &[],
    );
    given(
        Kind::Unknown,
        &["2023年省级一般公共预算支出决算表", "单位：万元"],
        rows,
        &[],
    );
    given(
        ACCOUNTS,
        &["收入支出决算总表", "单位：万元"],
        &["项目|决算数|项目|决算数", "事业收入|3|教育支出|3"],
        &[],
    );
    given(
        ACCOUNTS,
        &["云溪县财政局“三公”经费决算表", "单位：万元"],
        &["项目|决算数", "公务接待费|3"],
        &[],
    );
}

#[test]
fn a_heading_tells_the_part_of_the_tables_below() {
    let text = "关于云溪市2023年财政决算的报告\n云溪市财政局\n一、市本级决算情况\n市本级一般公共预算支出0.92亿元。\n一般公共预算支出决算表\n单位：万元\n项目\t决算数\n教育支出\t6000\n农林水支出\t3234\n合计\t9234\n二、全市决算情况\n全市一般公共预算支出2亿元。\n";
    let report = crate::extract(text.as_bytes(), &Default::default()).unwrap();
    let whole = report
        .facts
        .iter()
        .filter(|fact| fact.dimensions.get("function").is_none());
    let found: Vec<(String, Option<&str>, usize)> = whole
        .map(|fact| {
            let scope = fact.dimensions.get("scope").map(|scope| scope.as_str());
            (fact.value.unwrap().to_string(), scope, fact.spans.len())
        })
        .collect();
    // The sentence says less precisely what the table does.
    assert_eq!(
        found,
        [
            ("92340000".to_owned(), Some("市本级"), 2),
            ("200000000".to_owned(), None, 1)
        ]
    );
}

#[test]
fn basic_expenditure_by_the_items_of_departments() {
    given(
        PLANS,
        &["云溪县2023年县级一般公共预算基本支出表", "单位：万元"],
        &[
            "支出经济分类科目|2023年预算数",
            "一、工资福利支出|70.00",
            "基本工资|70.00",
            "二、商品和服务支出|20.00",
            "办公费|20.00",
            "合计|90.00",
        ],
        &[
            "general_public_budget.basic approved 301 县级 = 700000",
            "general_public_budget.basic approved 30101 县级 = 700000",
            "general_public_budget.basic approved 302 县级 = 200000",
            "general_public_budget.basic approved 30201 县级 = 200000",
            "general_public_budget.basic approved 县级 = 900000",
        ],
    );
    // The items of governments have names of departments' items, which mean others there.
    given(
        PLANS,
        &["云溪县2023年县级一般公共预算基本支出表", "单位：万元"],
        &[
            "项目|预算数",
            "合计|90.00",
            "机关工资福利支出|40.00",
            "住房公积金|40.00",
            "对事业单位经常性补助|50.00",
            "工资福利支出|30.00",
            "商品和服务支出|20.00",
        ],
        &["general_public_budget.basic approved 县级 = 900000"],
    );
    // By the codes of governments, which their table prints.
    given(
        ACCOUNTS,
        &[
            "云溪县2023年一般公共预算基本支出决算表（政府预算支出经济分类）",
            "单位：万元",
        ],
        &[
            "科目编码|科目名称|决算数",
            "501|机关工资福利支出|40.00",
            "50103|住房公积金|40.00",
            "505|对事业单位经常性补助|50.00",
            "|合计|90.00",
        ],
        &[
            "general_public_budget.basic 501 = 400000",
            "general_public_budget.basic 50103 = 400000",
            "general_public_budget.basic 505 = 500000",
            "general_public_budget.basic = 900000",
        ],
    );
}

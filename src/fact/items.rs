//! Economic items of basic expenditure: of which part they are, where a report divides it into 人员经费 and 公用经费 as well.

use std::collections::HashSet;

use smol_str::SmolStr;

use super::Statement;
use crate::grammar::concepts::CodeList;

const BASIC: &str = "general_public_budget.basic";
const PERSONNEL: &str = "general_public_budget.basic.personnel";
const OPERATING: &str = "general_public_budget.basic.operating";

/// 其中，人员经费20万元，公用经费3万元。具体为：（一）工资福利支出18万元: gives items in the text of a section that has stated both parts
/// to the part that they belong to, as statements give them (table 06 of the final accounts). Where no part was stated, an
/// item stays one of all basic expenditure.
pub fn divide(statements: &mut [Statement]) {
    let part = |s: &Statement| {
        let is_part = [PERSONNEL, OPERATING].contains(&&*s.concept);
        (is_part && s.table.is_none() && s.dimensions.is_empty())
            .then(|| (s.section.clone(), s.concept.clone()))
    };
    let stated: HashSet<(Option<SmolStr>, SmolStr)> = statements.iter().filter_map(part).collect();
    for item in statements.iter_mut() {
        let Some(code) = item.dimensions.get(CodeList::Economic.dimension()) else {
            continue;
        };
        let part = part_of(code);
        let is_divided = [PERSONNEL, OPERATING]
            .iter()
            .all(|&part| stated.contains(&(item.section.clone(), part.into())));
        if item.concept == BASIC && item.table.is_none() && is_divided {
            item.concept = part.into();
        }
    }
}

/// The part of basic expenditure that an item belongs to: 工资福利支出 and 对个人和家庭的补助 are 人员经费, all others 公用经费.
fn part_of(code: &str) -> &'static str {
    match code.starts_with("301") || code.starts_with("303") {
        true => PERSONNEL,
        false => OPERATING,
    }
}

//! The sides of the budget: what a bare word of income or expenditure is, by what was stated before.

use super::*;

/// The sides of the budget, and what the ids of their concepts have.
const SIDES: [(&str, &str); 2] = [("收入", REVENUE), ("支出", "expenditure")];

/// What the ids of concepts of income have in common.
pub(super) const REVENUE: &str = "revenue";

/// The word behind a side of the budget that says that it is all of it.
const SUM: &str = "合计";

impl Reader<'_, '_> {
    /// 一般公共预算收入、支出分别为12亿元、15亿元: the name of the other side of what was named before, to which it is joined.
    fn joined_side(&self, side: &str) -> Option<SmolStr> {
        let before = self.pending.last().filter(|_| self.joined)?;
        self.other_side(&before.label, side)
    }

    /// 财政拨款支出 for 财政拨款收入: the name that a side of the budget has beside that of the other side.
    fn other_side(&self, label: &str, side: &str) -> Option<SmolStr> {
        let (name, own) = self.sided(label)?;
        let is_other = !name.is_empty() && own != side;
        is_other.then(|| self.with_side(name, side)).flatten()
    }

    /// A name with a side of the budget behind it, if that names something.
    pub(super) fn with_side(&self, name: &str, side: &str) -> Option<SmolStr> {
        let whole: SmolStr = format!("{name}{side}").into();
        let grammar = self.context.grammar;
        let found = self.scope.label(&whole, Wanted::Money, grammar);
        found.map(|_| whole)
    }

    /// What a bare side of the budget is, by what it is joined to or goes on with.
    pub(super) fn whole_side(&self, index: usize, side: &str) -> Option<Reference> {
        let whole = self.joined_side(side);
        let whole = whole.or_else(|| self.facing_side(index, side));
        whole
            .map(Reference::Label)
            .or_else(|| self.stated_side(side))
            .or_else(|| self.side_near(side))
            .or_else(|| self.side_of_topic(index, side))
    }

    /// 财政拨款收入12万元，增长5%，支出11万元: the other side of what the sentence speaks of, where an amount follows.
    fn side_of_topic(&self, index: usize, side: &str) -> Option<Reference> {
        self.is_other_side(side).then_some(())?;
        let next = self.context.tokens.get(index + 1)?;
        let topic = self.topic.as_ref().filter(|_| self.is_amount(&next.kind))?;
        self.other_side(&topic.label, side).map(Reference::Label)
    }

    /// 财政拨款收入、支出均为12万元。与上年相比，收入、支出各增加3万元: what a bare side of the budget is of the two that the text has stated last,
    /// where it speaks of the other or of both.
    fn side_near(&self, side: &str) -> Option<Reference> {
        self.is_other_side(side).then_some(())?;
        let [revenue, expenditure] = self.sides_near()?;
        let thing = match side == SIDES[0].0 {
            true => revenue,
            false => expenditure,
        };
        Some(Reference::Things(vec![thing.clone()]))
    }

    /// The same of both under one name that nothing around decides.
    pub(super) fn both_near(&self, label: &str) -> Option<Reference> {
        let [(revenue, _), (expenditure, _)] = SIDES;
        let between = label.strip_prefix(revenue)?.strip_suffix(expenditure)?;
        let grammar = self.context.grammar;
        let is_unknown = self.scope.label(label, Wanted::Money, grammar).is_none();
        if !is_unknown || !["、", "和", "与", "及"].contains(&between) {
            return None;
        }
        let sides = self.sides_near()?;
        Some(Reference::Things(sides.map(Thing::clone).into()))
    }

    /// The income and the expenditure that the text has stated last, if it has told of one only of each.
    fn sides_near(&self) -> Option<[&Thing; 2]> {
        let of_side = |side: &str| {
            let amounts = self.near().filter(|f| f.metric == Metric::Amount);
            let is_of = |t: &&Thing| t.dimensions.is_empty() && t.concept.contains(side);
            let mut things = amounts.map(|f| &f.thing).filter(is_of);
            let first = things.next()?;
            things.all(|other| other == first).then_some(first)
        };
        let [(_, revenue), (_, expenditure)] = SIDES;
        Some([of_side(revenue)?, of_side(expenditure)?])
    }

    /// Whether a bare side of the budget, which names nothing by itself, is another than that which the sentence speaks of; nothing
    /// if it is none or names are open.
    fn leaves_topic(&self, side: &str) -> Option<bool> {
        let (_, own) = SIDES.iter().find(|(word, _)| *word == side)?;
        let Reference::Things(topic) = &self.topic.as_ref()?.reference else {
            return None;
        };
        let is_open = !self.pending.is_empty() && !self.joined && !self.pending_is_old;
        let is_sided = |t: &Thing| SIDES.iter().any(|(_, word)| t.concept.contains(word));
        let is_own = |t: &Thing| t.concept.contains(own);
        (!is_open && topic.iter().all(is_sided)).then(|| !topic.iter().all(is_own))
    }

    /// 财政拨款收入12万元。支出减少3万元: whether a bare side of the budget is not that which the sentence speaks of.
    pub(super) fn is_other_side(&self, side: &str) -> bool {
        self.leaves_topic(side) == Some(true)
    }

    /// 财政拨款收入12万元，支出11万元: the name of the other side of what the amount right before is of, where a clause only says which
    /// side it is about.
    pub(super) fn facing_side(&self, index: usize, label: &str) -> Option<SmolStr> {
        let [.., amount, mark, _] = &self.context.tokens[..=index] else {
            return None;
        };
        let facing = self.found.last().filter(|facing| {
            matches!(mark.kind, TokenKind::Mark('，' | '、'))
                && facing.range == amount.range
                && facing.metric == Metric::Amount
        })?;
        let side = side(label);
        let behind = &label[side.len()..];
        let name = facing.label.strip_suffix(behind).unwrap_or(&facing.label);
        let next = self.context.tokens.get(index + 1)?;
        let is_side = self.weak(side).next().is_some() && (behind.is_empty() || behind == SUM);
        let is_named = is_side && self.is_amount(&next.kind);
        is_named.then(|| self.other_side(name, side)).flatten()
    }

    /// 财政拨款收入12万元，支出11万元，收入与上年持平: what a bare side of the budget goes on with, where the sentence has stated that of
    /// both sides and spoke of the other last.
    fn stated_side(&self, side: &str) -> Option<Reference> {
        let (_, last) = self.sided(&self.topic.as_ref()?.label)?;
        let of_side = |named: &&Named| self.sided(&named.label).is_some_and(|(_, own)| own == side);
        let stated = self.stated.iter().rev().find(of_side);
        stated
            .filter(|_| last != side)
            .map(|named| named.reference.clone())
    }

    /// A name that ends with a side of the budget, and that side.
    pub(super) fn sided<'n>(&self, name: &'n str) -> Option<(&'n str, &'n str)> {
        let (at, _) = name.char_indices().rev().nth(SIDE - 1)?;
        let (name, side) = name.split_at(at);
        self.weak(side).next().map(|_| (name, side))
    }
}

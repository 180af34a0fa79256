//! Numbers right behind others, of which no word says anything: 减少9万元，-9.00%, 其中：教育支出30万元（60%）.

use super::*;

impl Reader<'_, '_> {
    /// 其中：教育支出30万元，60%；: whether a rate right behind an amount, of which no word says anything, is that amount's share
    /// of what the list divides, or of the total that it is a part of, as the two amounts tell.
    pub(super) fn is_bare_share(&self, index: usize) -> bool {
        let Some((part, rate)) = self.bare(index) else {
            return false;
        };
        if part.metric != Metric::Amount {
            return false;
        }
        let head = self.scope.heads.last().filter(|_| self.listing);
        let parent = || {
            let partition = self.context.grammar.checks.parent(&part.thing.concept)?;
            Some(Thing::plain(&partition.whole))
        };
        let whole = head.map(|head| head.thing.clone());
        let whole = whole.or_else(|| total_of(&part.thing)).or_else(parent);
        let whole = whole.and_then(|whole| self.amount_of(&whole, part));
        part.value
            .zip(whole)
            .is_some_and(|(part, whole)| is_rate(rate, part, whole))
    }

    /// 占总支出的比重分别为：教育支出8%、农林水支出6%: whether a rate right behind a name is one of those shares.
    pub(super) fn is_listed_share(&self, index: usize) -> bool {
        let named = self.before(index).is_some_and(|t| t.kind.is_name());
        self.shares.is_some() && self.predicate.is_none() && named && self.pending.len() == 1
    }

    /// 比上年减少9万元，-9.00%; 较上年下降0.02%（1.02万元）: what a rate right behind a change, or a change in brackets behind its rate, is,
    /// and its sign. A rate without a sign must be what the amounts tell.
    pub(super) fn comparison_behind(&self, index: usize) -> Option<(Metric, i8)> {
        let (before, number) = self.bare(index)?;
        let sign = match before.value? {
            value if value.is_sign_negative() => -1,
            _ => 1,
        };
        match (before.metric, &number.kind) {
            (Metric::Change, Kind::Percent) => {
                let words = &self.context.words[..number.range.start];
                let signed = number.value.is_sign_negative() || words.ends_with(['+', '-']);
                let told = || self.is_rate_of(before, number);
                let sign = match number.value.is_sign_negative() {
                    true => 1,
                    false => sign,
                };
                (signed || told()).then_some((Metric::ChangeRate, sign))
            }
            (Metric::ChangeRate, Kind::Amount { .. }) => {
                let bracketed = self.context.tokens.get(index - 1);
                bracketed
                    .is_some_and(|t| t.kind == TokenKind::Mark('('))
                    .then_some((Metric::Change, sign))
            }
            _ => None,
        }
    }

    /// Whether a rate is that of a change, by the amount of what changed.
    fn is_rate_of(&self, change: &Found, rate: &Mention) -> bool {
        let amount = self.amount_of(&change.thing, change).zip(change.value);
        amount.is_some_and(|(now, change)| is_rate(rate, change.abs(), now - change))
    }

    /// The amount of a thing at the stage and in the year of what was stated.
    fn amount_of(&self, thing: &Thing, stated: &Found) -> Option<Decimal> {
        let is_it = |found: &&Found| {
            found.metric == Metric::Amount
                && (found.phase, found.year) == (stated.phase, stated.year)
                && found.thing == *thing
        };
        self.near().find(is_it)?.value
    }

    /// What was stated right before a number, and the number, where nothing but a mark stands between them and the clause ends
    /// with it.
    fn bare(&self, index: usize) -> Option<(&Found, &Mention)> {
        let tokens = self.context.tokens;
        let is_sign = |t: &Token| {
            t.kind == TokenKind::Gap && matches!(&self.context.words[t.range.clone()], "+" | "-")
        };
        let before = match &tokens[..index] {
            [before @ .., sign] if is_sign(sign) => before,
            before => before,
        };
        let [.., number, mark] = before else {
            return None;
        };
        let follows = matches!(mark.kind, TokenKind::Mark('，' | '('));
        let ends = tokens.get(index + 1).is_none_or(|t| {
            matches!(
                t.kind,
                TokenKind::Mark('，' | '；' | '。' | ')' | '、' | '\n')
            )
        });
        let TokenKind::Mention(at) = tokens[index].kind else {
            return None;
        };
        let last = self.found.last()?;
        let is_bare = self.pending.is_empty() && self.predicate.is_none();
        let is_behind = last.range == number.range && follows && ends && is_bare;
        is_behind.then(|| (last, &self.context.mentions[at]))
    }
}

/// Whether a printed rate is that of a part of a whole, but for a unit of its last digit.
fn is_rate(rate: &Mention, part: Decimal, whole: Decimal) -> bool {
    let exact = (part * Decimal::ONE_HUNDRED).checked_div(whole);
    let places = u32::try_from(rate.decimals).unwrap_or_default();
    exact.is_some_and(|exact| (exact - rate.value).abs() <= Decimal::new(1, places))
}

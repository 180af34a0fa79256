//! Rates: shares of a whole, growth, completion of a budget.

use super::*;

impl<'a> Reader<'a, '_> {
    /// Whether a bare number is a rate that lacks its sign: 比上年增加5万元，增长13.95。
    pub(super) fn lacks_percent(&self, index: usize, mention: &Mention) -> bool {
        let ends = |t: &Token| {
            matches!(t.kind, TokenKind::Mark('，' | '。' | '；' | ')' | '\n'))
                && t.range.start == mention.range.end
        };
        let behind = self.context.tokens.get(index + 1);
        self.silence.is_none()
            && self.compared
            && matches!(self.predicate, Some(Predicate::Direction(_)))
            && behind.is_none_or(ends)
            && self
                .found
                .last()
                .is_some_and(|found| found.metric == Metric::Change && self.goes_on(found))
    }

    pub(super) fn rate_without_sign(&mut self, at: usize, mention: &Mention) {
        self.percent(Number {
            value: Some(mention.value),
            decimals: Some(mention.decimals),
            approximate: mention.approximate,
            range: mention.range.clone(),
            mention: Some(at),
            unit: SmolStr::new_static("%"),
        });
    }

    pub(super) fn percent(&mut self, number: Number) {
        if self.against_each(&number, true) {
            return;
        }
        if self
            .predicate
            .as_ref()
            .is_some_and(|p| !self.is_of_project(p))
        {
            self.predicate = None;
            return;
        }
        self.relative = self.predicate.is_some();
        match self.directed(&number) {
            Some(Predicate::Direction(UNCHOSEN) | Predicate::Variance(UNCHOSEN)) => {}
            Some(Predicate::Share(whole)) => self.share(whole, number),
            Some(Predicate::Completion(base)) => self.completion(base, number),
            // 增长2.1%，同口径增长4%: the second rate is not against what the year before was.
            Some(Predicate::Direction(_)) if self.comparable && self.has_rate() => {}
            // In the report of a government, what grows does so against the year before, without a word.
            Some(Predicate::Direction(sign))
                if self.compared
                    || self.context.scope.is_government()
                    || self.grows_bare(&number) =>
            {
                self.state(Metric::ChangeRate, number.signed(sign))
            }
            Some(Predicate::Variance(sign))
                if self.versus == Some(Versus::Budget) || self.against_budget =>
            {
                self.state(Metric::VarianceRate, number.signed(sign))
            }
            Some(Predicate::VarianceRate) => self.state(Metric::VarianceRate, number),
            // 为预算的95.4%
            None if self.budget_word.is_some()
                && self.phase == self.budget_word
                && self.pending.is_empty()
                && !self.gapped =>
            {
                self.relative = true;
                self.completion(self.budget_word, number);
            }
            _ => {}
        }
    }

    /// 收入合计500万元，增长5%: whether no word says what a difference right behind an amount or its share is against, and the
    /// sentence has spoken of no other stage of the budget. Then it is against the year before.
    pub(super) fn grows_bare(&self, difference: &Number) -> bool {
        let tokens = self.context.tokens;
        let upto = tokens.partition_point(|t| t.range.start < difference.range.start);
        let [.., before, mark, direction] = &tokens[..upto] else {
            return false;
        };
        let behind = tokens.get(upto + 1);
        let Some(last) = self.found.last() else {
            return false;
        };
        let says_direction = matches!(
            direction.kind,
            TokenKind::Word(Role::Increase | Role::Decrease)
        );
        let own_stage = |found: &Found| found.phase == self.context.default_phase;
        matches!(last.metric, Metric::Amount | Metric::Share)
            && last.range == before.range
            && last.year == self.context.year
            && mark.kind == TokenKind::Mark('，')
            && says_direction
            && behind.is_none_or(|t| matches!(t.kind, TokenKind::Mark(_)))
            && self
                .budget_word
                .is_none_or(|stage| stage == self.context.default_phase)
            && self.sentence().iter().all(own_stage)
            && self.goes_on(last)
    }

    /// Whether the sentence has said at which rate its topic changed.
    fn has_rate(&self) -> bool {
        let rate = |found: &Found| found.metric == Metric::ChangeRate && self.goes_on(found);
        self.sentence().iter().any(rate)
    }

    /// `--`, 不可比: a rate without a value, of the kind that is expected.
    pub(super) fn incomputable(&mut self, index: usize, number: Number) {
        // 无法计算完成比率: what cannot be computed may follow.
        if self.predicate.is_none()
            && self
                .rest_of_clause(index)
                .any(|t| t.kind == TokenKind::Word(Role::Completion))
        {
            self.predicate = Some(Predicate::Completion(None));
        }
        self.relative = self.predicate.is_some();
        match self.take_predicate() {
            Some(Predicate::Share(whole)) => self.share(whole, number),
            Some(Predicate::Completion(base)) => self.completion(base, number),
            Some(Predicate::Direction(_))
                if self.compared || self.context.scope.is_government() =>
            {
                self.state(Metric::ChangeRate, number)
            }
            _ => {}
        }
    }

    pub(super) fn share(&mut self, whole: Option<Named>, number: Number) {
        // 占 and 完成 say by themselves that they go on with what was named before, but not what a heading names with what
        // other words speak of.
        self.gapped &= self.found.is_empty();
        // 主要用于图书购置12万元，占60%: of what was spent on, not of what was spent.
        if self.purposes && whole.is_none() && self.pending.is_empty() {
            return self.unknown();
        }
        if whole.is_none() && self.is_of_unknown(number.range.start) {
            return;
        }
        let subject = self.subject(Wanted::Money);
        let Some((_, things, _)) = &subject else {
            return;
        };
        let closed = matches!(subject, Some((_, _, Some(0))));
        // What names a fund is no part of that fund's own totals: 政府性基金收入…，占本年收入的….
        let fund = things.first().and_then(|thing| self.fund_of(thing));
        let fund = fund.and_then(|_| self.scope.fund.take());
        let resolved = whole.and_then(|named| {
            let (found, _) = self.resolve(&named, Wanted::Money)?;
            Some((named, found.into_iter().next()?))
        });
        self.scope.fund = fund.or(self.scope.fund.take());
        let named = resolved.and_then(|(named, whole)| {
            // Nothing is a share of itself: under 一般公共预算, too, 本年支出合计 is that of the whole report.
            match (things.contains(&whole), &named.reference) {
                (true, Reference::Label(label)) => Scope::default()
                    .label(label, Wanted::Money, self.context.grammar)
                    .and_then(|r| r.meaning.concepts.first())
                    .map(|concept| Thing::plain(concept)),
                (true, _) => None,
                _ => Some(whole),
            }
        });
        let whole = named
            .or_else(|| {
                let heads = self.scope.heads.iter().rev();
                let mut heads = heads.filter(|head| {
                    // 财政拨款收入…，包括…；其他收入16万元，占1%: no part of what stands beside it.
                    !things
                        .iter()
                        .any(|thing| self.are_beside(thing, &head.thing))
                });
                let head = heads.next().filter(|_| self.listing && !closed);
                head.map(|head| head.thing.clone())
            })
            .or_else(|| things.first().and_then(total_of));
        let first = self.found.len();
        let phase = self
            .topic_phase
            .or(self.phase)
            .unwrap_or_else(|| self.default_phase());
        self.say(Metric::Share, phase, number, subject);
        for found in &mut self.found[first..] {
            found.whole = whole.clone().map(|thing| Whole {
                concept: thing.concept,
                dimensions: thing.dimensions,
            });
        }
    }

    /// 占财力的5.8%: whether a government names what something is a share of, and that is nothing known.
    fn is_of_unknown(&self, before: usize) -> bool {
        let tokens = self.context.tokens;
        let upto = tokens.partition_point(|t| t.range.start < before);
        let whole = tokens[..upto].iter().rev().take(LONGEST_CLAUSE);
        let mut whole = whole.take_while(|t| t.kind != TokenKind::Word(Role::Share));
        let unknown = |t: &Token| {
            t.kind == TokenKind::Gap
                && self.context.words[t.range.clone()].contains(char::is_alphabetic)
        };
        self.context.scope.is_government() && whole.any(unknown)
    }

    pub(super) fn completion(&mut self, base: Option<Phase>, number: Number) {
        self.gapped = false;
        let first = self.found.len();
        let base = base.or(if self.project().is_some() {
            Some(Phase::Received)
        } else {
            Some(Phase::Approved)
        });
        self.state_phase(Metric::CompletionRate, Phase::Executed, number);
        for found in &mut self.found[first..] {
            found.base = base;
        }
    }
}

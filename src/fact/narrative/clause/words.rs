//! Connecting words: which stage, which comparison, which list they set up.

use super::*;

impl<'a> Reader<'a, '_> {
    pub(super) fn word(&mut self, index: usize, role: Role, range: &Range<usize>) {
        if role == Role::Filler || (role == Role::Spent && self.silence.is_some()) {
            return;
        }
        let resumes = matches!(
            role,
            Role::Share
                | Role::Completion
                | Role::Versus
                | Role::OnYear
                | Role::Parts
                | Role::Executed
                | Role::Score
                | Role::Involves
        );
        if self.silence.is_some() && (!resumes || !self.revived(index, true)) {
            self.begun = true;
            return;
        }
        self.begun = true;
        let awaiting = std::mem::take(&mut self.awaiting);
        match role {
            Role::Share => self.predicate = Some(Predicate::Share(None)),
            Role::Completion => {
                self.predicate = Some(Predicate::Completion(
                    self.budget_word
                        .filter(|_| self.phase != Some(Phase::Executed)),
                ))
            }
            Role::Approved => self.budget(Phase::Approved, awaiting),
            Role::Adjusted => self.budget(Phase::Adjusted, awaiting),
            Role::Executed => self.executed(awaiting),
            Role::Spent if self.project().is_some() && self.phase.is_none() => {
                self.phase = Some(Phase::Executed)
            }
            Role::Spent => {}
            Role::Received => self.received = true,
            Role::AdjustedUp => self.adjustment(1),
            Role::AdjustedDown => self.adjustment(-1),
            Role::Versus => self.awaiting = true,
            Role::LastYear if awaiting => self.compare(self.current_year().map(|y| y - 1)),
            Role::LastYear => self.last_year = true,
            Role::OnYear => self.compare(self.current_year().map(|y| y - 1)),
            Role::Increase => self.direction(1),
            Role::Decrease => self.direction(-1),
            Role::Greater => self.differ(1),
            Role::Less => self.differ(-1),
            Role::Equal => self.equal(range),
            Role::VarianceRate => self.predicate = Some(Predicate::VarianceRate),
            Role::Within if self.stands_behind_name(index) => self.parts(range, false),
            Role::Within => {}
            Role::Parts | Role::List => self.parts(range, role == Role::List),
            Role::Cause => self.silence = Some(Silence::Cause),
            Role::Purpose => self.silence = Some(Silence::Purpose),
            Role::Each => self.every(index),
            Role::Respectively if self.pending.is_empty() => self.recall(index),
            Role::Respectively => self.queue = self.singles(),
            Role::Scope => self.limit(index, range),
            Role::Unlimited => self.limited = None,
            Role::Score => self.predicate = Some(Predicate::Score(range.start)),
            Role::And => self.joined = !self.pending.is_empty(),
            Role::Rest => {
                self.pending.clear();
                self.foreign = true;
            }
            Role::Involves => self.involved(range),
            Role::Noun => self.foreign |= !self.qualifies(index),
            Role::Filler => {}
        }
    }

    /// Whether a word of money is only the beginning of a name that follows.
    pub(super) fn qualifies(&self, index: usize) -> bool {
        self.pending.is_empty()
            && !self
                .context
                .tokens
                .get(index + 1)
                .is_some_and(|t| matches!(t.kind, TokenKind::Mention(_)))
    }

    pub(super) fn budget(&mut self, phase: Phase, awaiting: bool) {
        self.budget_word = Some(phase);
        if awaiting {
            self.compare_budget();
        } else if let Some(Predicate::Completion(base)) = &mut self.predicate {
            *base = Some(phase);
        } else if !matches!(self.predicate, Some(Predicate::Variance(_))) {
            self.phase = Some(phase);
        }
    }

    pub(super) fn executed(&mut self, awaiting: bool) {
        if awaiting && self.budget_word.is_some() {
            self.compare_budget();
        } else if !matches!(self.predicate, Some(Predicate::Completion(_))) {
            self.phase = Some(Phase::Executed);
        }
    }

    pub(super) fn adjustment(&mut self, sign: i8) {
        self.phase = Some(Phase::Adjustment);
        self.sign = sign;
    }

    pub(super) fn compare(&mut self, year: Option<i32>) {
        self.versus = year.map(Versus::Year);
        self.base_year = year;
        self.compared = true;
    }

    /// What follows is against the budget, no longer against the year before.
    pub(super) fn compare_budget(&mut self) {
        self.versus = Some(Versus::Budget);
        self.compared = false;
    }

    pub(super) fn differ(&mut self, sign: i8) {
        self.predicate = Some(Predicate::Variance(sign));
        if self.budget_word.is_some() {
            self.compared = false;
        }
    }

    /// 涉及资金: the money of what was counted last, else of something unknown.
    pub(super) fn involved(&mut self, range: &Range<usize>) {
        let Some(thing) = self.counted.clone() else {
            return self.unknown();
        };
        self.pending = vec![Named {
            label: self.context.words[range.clone()].to_owned(),
            reference: Reference::Things(vec![thing]),
        }];
    }

    /// 均与上年持平: all that the sentence has stated, but not what these are parts of.
    fn every(&mut self, index: usize) {
        self.each = true;
        let equal = self
            .rest_of_clause(index)
            .any(|t| t.kind == TokenKind::Word(Role::Equal));
        if equal && self.pending.is_empty() && self.stated.len() > 1 {
            let heads = &self.scope.heads;
            let is_head = |named: &Named| {
                heads
                    .iter()
                    .any(|head| named.reference == Reference::Things(vec![head.thing.clone()]))
            };
            self.pending = self
                .stated
                .iter()
                .filter(|named| !is_head(named))
                .cloned()
                .collect();
        }
    }

    /// 较上年分别下降5%、增长6%: as many of the things that the sentence has stated last as numbers follow.
    fn recall(&mut self, index: usize) {
        let numbers = self
            .rest_of_clause(index)
            .filter(|t| matches!(t.kind, TokenKind::Mention(m) if self.context.mentions[m].kind.is_value()))
            .count();
        if let Some(skip) = self.stated.len().checked_sub(numbers) {
            self.queue = self.stated.iter().skip(skip).cloned().collect();
        }
    }

    /// What is pending, one thing each: 收入总计、支出总计 is one label of two.
    pub(super) fn singles(&mut self) -> VecDeque<Named> {
        let pending: Vec<Named> = self.pending.drain(..).collect();
        let mut singles = VecDeque::new();
        for named in pending {
            match self.resolve(&named, Wanted::Money) {
                Some((things, _)) if things.len() > 1 => {
                    singles.extend(things.into_iter().map(|thing| Named {
                        label: named.label.clone(),
                        reference: Reference::Things(vec![thing]),
                    }));
                }
                _ => singles.push_back(named),
            }
        }
        singles
    }

    pub(super) fn direction(&mut self, sign: i8) {
        let variance = self.versus == Some(Versus::Budget);
        self.predicate = Some(if variance {
            Predicate::Variance(sign)
        } else {
            Predicate::Direction(sign)
        });
    }

    /// 持平: no change against the year or the budget that the clause compares with.
    pub(super) fn equal(&mut self, range: &Range<usize>) {
        self.relative = true;
        let zero = Number {
            value: Some(Decimal::ZERO),
            decimals: Some(0),
            approximate: false,
            range: range.clone(),
            mention: None,
            unit: "CNY".to_owned(),
        };
        match self.versus {
            Some(Versus::Year(_)) => self.state(Metric::Change, zero),
            Some(Versus::Budget) => self.state(Metric::Variance, zero),
            None if self.budget_word.is_some() && self.phase == Some(Phase::Executed) => {
                self.state(Metric::Variance, zero)
            }
            None => {}
        }
    }

    /// 其中: what was last stated or named becomes the head of a list.
    pub(super) fn parts(&mut self, range: &Range<usize>, list: bool) {
        self.silence = None;
        self.foreign = false;
        let named = match self.pending.as_slice() {
            [named] => Some(named.clone()),
            [] => self.topic.clone(),
            _ => None,
        };
        let Some(named) = named else { return };
        let wanted = if self.counts(&named) {
            Wanted::Count
        } else {
            Wanted::Money
        };
        let Some((things, _)) = self.resolve(&named, wanted) else {
            return;
        };
        let Some(thing) = things.into_iter().next() else {
            return;
        };
        let id = self.context.start + range.start;
        if list
            || self
                .scope
                .heads
                .last()
                .is_none_or(|head| head.thing != thing)
        {
            self.scope.heads.push(Head { thing, id });
        }
        self.list_phase = self.phase.or(self.topic_phase);
        self.listing = true;
        self.topic = Some(named);
        self.pending.clear();
        self.added.clear();
    }

    /// Whether something that was stated is a count.
    pub(super) fn counts(&self, named: &Named) -> bool {
        match &named.reference {
            Reference::Things(things) => things.iter().all(|t| self.is_count(&t.concept)),
            _ => self.resolve(named, Wanted::Money).is_none(),
        }
    }

    pub(super) fn is_count(&self, concept: &str) -> bool {
        self.context
            .grammar
            .concepts
            .concepts
            .get(concept)
            .is_some_and(|c| !c.classifiers.is_empty())
    }

    /// 下属单位公务接待费: not of the whole department; but 机关及所属单位 is the whole.
    pub(super) fn limit(&mut self, index: usize, range: &Range<usize>) {
        let tokens = self.context.tokens;
        let joins = |t: Option<&Token>| {
            t.is_some_and(|t| {
                matches!(
                    t.kind,
                    TokenKind::Word(Role::And) | TokenKind::Mark('、' | '(' | ')')
                )
            })
        };
        let named = tokens[index + 1..]
            .iter()
            .find(|t| !matches!(t.kind, TokenKind::Word(Role::Filler)))
            .is_some_and(|t| matches!(t.kind, TokenKind::Label(_) | TokenKind::Category(_)));
        if named
            && !joins(index.checked_sub(1).and_then(|i| tokens.get(i)))
            && !joins(tokens.get(index + 1))
        {
            self.limited = Some(self.context.words[range.clone()].to_owned());
        }
    }
}

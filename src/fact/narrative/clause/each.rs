//! One number for each of several names: 教育、卫生健康支出分别完成12亿元、5亿元.

use super::*;

/// What a clause begins with that speaks of what was stated before.
const POINTING_BACK: [&str; 4] = ["上述", "以上", "前述", "上列"];

impl Reader<'_, '_> {
    /// 教育、卫生健康支出分别完成12亿元、5亿元: the numbers that follow in a row are of what is named, one each. Where there
    /// are more or fewer of them, a name among those before was not understood, and none is certain.
    pub(super) fn divide(&mut self, index: usize) {
        let mut names = self.singles();
        let first = index
            + self
                .rest_of_clause(index)
                .take_while(|t| !self.is_value(&t.kind))
                .count();
        if names.len() > 1 && self.lacks_classifier(index, first) {
            return self.unknown();
        }
        let kind = match self.context.tokens.get(first).map(|t| &t.kind) {
            Some(TokenKind::Mention(at)) => Some(&self.context.mentions[*at].kind),
            _ => None,
        };
        // Points are told apart by what was scored.
        let kind = kind.filter(|kind| matches!(kind, Kind::Amount { .. } | Kind::Percent));
        let numbers = kind.map_or(0, |kind| self.run(first, kind));
        if numbers > 1 && self.context.scope.is_government() {
            self.complete(&mut names);
            names = self.other_sides(&names, numbers).unwrap_or(names);
        }
        match numbers > 1 && numbers != names.len() {
            true => self.unknown(),
            false => self.queue = names,
        }
    }

    /// 上述三项支出占“三公”经费的比重分别为6%、77%和17%: the parts of a whole, as many as there are numbers, in the order in which the
    /// sentences before have stated them.
    pub(super) fn divide_whole(&mut self, index: usize) -> bool {
        let parts = self.parts_before(index);
        if let Some(parts) = &parts {
            self.queue = parts.iter().cloned().collect();
            self.pending.clear();
        }
        parts.is_some()
    }

    fn parts_before(&self, index: usize) -> Option<Vec<Named>> {
        let Some(Predicate::Share(Some(whole))) = &self.predicate else {
            return None;
        };
        let clause = self.clause_words(index);
        let points_back = POINTING_BACK.iter().any(|word| clause.starts_with(word));
        let (whole, _) = self.resolve(whole, Wanted::Money).filter(|_| points_back)?;
        let checks = &self.context.grammar.checks;
        let partition = checks.partition(&whole.first()?.concept)?;
        let mut parts: Vec<Named> = Vec::new();
        for found in self.near().filter(|f| f.metric == Metric::Amount) {
            let reference = Reference::Things(vec![found.thing.clone()]);
            let is_new = !parts.iter().any(|part| part.reference == reference);
            let is_part = partition
                .parts
                .iter()
                .any(|part| *part == found.thing.concept);
            if is_new && is_part {
                let label = found.label.clone();
                parts.push(Named { label, reference });
            }
        }
        parts.reverse();
        (parts.len() == self.numbers_behind(index)).then_some(parts)
    }

    /// 机要通信用车、应急保障用车分别为2、5辆: whether numbers without a unit stand in a row before the first that has one. Then
    /// that is not of the first name.
    fn lacks_classifier(&self, index: usize, first: usize) -> bool {
        let tokens = self.context.tokens;
        let Some([before, value]) = tokens.get(first.saturating_sub(1)..=first) else {
            return false;
        };
        let between = &self.context.words[tokens[index].range.end..value.range.start];
        matches!(
            before.kind,
            TokenKind::Mark('、') | TokenKind::Word(Role::And)
        ) && between.contains(|c: char| c.is_ascii_digit())
    }

    /// 一般公共预算、政府性基金预算收入分别完成12亿元、5亿元: the side that only the last of several budgets bears is that of each.
    fn complete(&self, names: &mut VecDeque<Named>) {
        let Some((_, side)) = names.back().and_then(|last| self.sided(&last.label)) else {
            return;
        };
        let side = side.to_owned();
        for named in names {
            let Reference::Label(label) = &named.reference else {
                continue;
            };
            if label.ends_with(&side) {
                continue;
            }
            if let Some(whole) = self.with_side(label, &side) {
                named.reference = Reference::Label(whole);
            }
        }
    }

    /// 支出分别完成12亿元、5亿元 behind the revenue of two budgets: the other side of each of them.
    fn other_sides(&self, names: &VecDeque<Named>, numbers: usize) -> Option<VecDeque<Named>> {
        let [named] = names.as_slices().0 else {
            return None;
        };
        let Reference::Label(side) = &named.reference else {
            return None;
        };
        self.weak(side).next()?;
        let first = self.stated.len().checked_sub(numbers)?;
        let grammar = self.context.grammar;
        let other = |stated: &Named| {
            let Reference::Things(things) = &stated.reference else {
                return None;
            };
            let mut scope = self.scope.clone();
            scope.fund = Some(self.fund_of(things.first()?)?);
            let meaning = scope.label(side, Wanted::Money, grammar)?.meaning;
            let thing = Thing::plain(meaning.concepts.first()?);
            (things.first() != Some(&thing)).then(|| Named {
                label: named.label.clone(),
                reference: Reference::Things(vec![thing]),
            })
        };
        self.stated[first..].iter().map(other).collect()
    }

    /// 人员经费与公用经费分别为12万元、3万元: whether 与 joins two names to which as many numbers belong, and compares nothing.
    pub(super) fn joins_names(&self, index: usize) -> bool {
        let [before, word, behind] = self
            .context
            .tokens
            .get(index.wrapping_sub(1)..index + 2)
            .unwrap_or(&[])
        else {
            return false;
        };
        let is_name = |t: &Token| matches!(t.kind, TokenKind::Label(_) | TokenKind::Category(_));
        let adjacent = before.range.end == word.range.start && word.range.end == behind.range.start;
        let mut rest = self.rest_of_clause(index);
        word.kind == TokenKind::Word(Role::Versus)
            && adjacent
            && is_name(before)
            && is_name(behind)
            && rest.any(|t| t.kind == TokenKind::Word(Role::Respectively))
    }

    /// The numbers that follow, so many, are all of the one thing that is named.
    pub(super) fn repeat_name(&mut self, count: usize) {
        let named = self.pending.pop().into_iter();
        self.queue = named.cycle().take(count).collect();
    }

    /// “三公”经费年初预算数和决算数分别为12万元、9万元: the stages that stand before 分别, each of which has its number, if they do.
    pub(super) fn stages(&self, index: usize) -> Option<VecDeque<Phase>> {
        let stages = self.stages_before(index);
        let fits = stages.len() > 1 && self.amounts_behind(index) == stages.len();
        (fits && self.pending.len() == 1).then_some(stages)
    }

    /// 年初预算和支出决算均为12万元: the stages that stand before a word, which speaks of all of them.
    pub(super) fn stages_before(&self, index: usize) -> VecDeque<Phase> {
        let mut stages = VecDeque::new();
        for token in self.context.tokens[..index].iter().rev() {
            match token.kind {
                TokenKind::Word(Role::Approved) => stages.push_front(Phase::Approved),
                TokenKind::Word(Role::Adjusted) => stages.push_front(Phase::Adjusted),
                TokenKind::Word(Role::Executed) => stages.push_front(Phase::Executed),
                TokenKind::Word(Role::And) | TokenKind::Mark('、') => {}
                TokenKind::Word(role) if role.says_nothing() => {}
                _ => break,
            }
        }
        stages
    }

    /// 共有车辆2辆，均为其他用车: whether a clause only says of which kind all are that were counted right before it; then as
    /// many of that kind are stated.
    pub(super) fn are_of_one_kind(&mut self, index: usize) -> bool {
        let found = self.kind_of_all(index);
        if found.is_none() && !self.says_what_all_is(index) {
            return false;
        }
        self.found.extend(found);
        // What follows speaks of all of them still.
        self.silence = Some(Silence::Purpose);
        true
    }

    /// 收入合计50万元，全部为一般公共预算财政拨款收入，完成年初预算的98%: whether a clause without a number only says what the amount
    /// right before it is.
    fn says_what_all_is(&self, index: usize) -> bool {
        let [.., amount, mark, _] = &self.context.tokens[..=index] else {
            return false;
        };
        let is_behind = |all: &Found| {
            mark.kind == TokenKind::Mark('，')
                && all.range == amount.range
                && all.metric == Metric::Amount
        };
        // But 全部为财政拨款收入，占100% goes on with the name.
        let clause = self.rest_of_clause(index).count();
        let next = self.context.tokens.get(index + clause + 1);
        let goes_on = next.is_some_and(|t| t.kind == TokenKind::Word(Role::Share));
        // And 全部为国内公务接待，接待20批次 counts what it has named.
        let mut behind = self.rest_of_clause(index + clause + 1);
        let counts = behind.any(|t| self.is_counting(&t.kind));
        let goes_on = goes_on || counts;
        self.found.last().is_some_and(is_behind) && !goes_on && !self.clause_has_value(index)
    }

    fn kind_of_all(&self, index: usize) -> Option<Found> {
        let [.., count, mark, _] = &self.context.tokens[..=index] else {
            return None;
        };
        let follows = matches!(mark.kind, TokenKind::Mark('，' | '('));
        let is_all = |all: &&Found| {
            follows
                && all.range == count.range
                && all.metric == Metric::Count
                && all.thing.dimensions.is_empty()
        };
        let all = self.found.last().filter(is_all)?;
        let clause = self.rest_of_clause(index + 1);
        let clause = clause.take_while(|t| t.kind != TokenKind::Mark(')'));
        let mut clause = clause.filter(|t| !t.kind.says_nothing());
        let (Some(kind), None) = (clause.next(), clause.next()) else {
            return None;
        };
        let TokenKind::Label(label) = kind.kind else {
            return None;
        };
        let named = self.name(Reference::Label(label.into()), &kind.range);
        let (things, _) = self.resolve(&named, Wanted::Count)?;
        let [thing] = &things[..] else { return None };
        let is_kind = thing.concept == all.thing.concept && !thing.dimensions.is_empty();
        is_kind.then(|| Found {
            thing: thing.clone(),
            label: named.label,
            ..all.clone()
        })
    }
}

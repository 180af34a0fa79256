//! Comparisons: with another year, with the budget, and the figures that they start from.

use super::*;

/// How many tokens before a stage of the budget what it is compared as begins at most: 与县人大会议报告的执行数相比.
const LONGEST_BASE: usize = 20;

impl<'a> Reader<'a, '_> {
    /// A stage of the budget: that of the numbers behind it, or of what a comparison starts from.
    pub(super) fn budget(&mut self, phase: Phase, awaiting: bool) {
        self.budget_word = Some(phase);
        if awaiting || self.compares_with_own_year() {
            self.compare_budget();
        } else if self.predicate == Some(Predicate::Share(None)) && self.spends_budget() {
            // 占年初预算12万元的72%: how much of its own budget was spent.
            self.predicate = Some(Predicate::Completion(Some(phase)));
        } else if let Some(Predicate::Completion(base)) = &mut self.predicate {
            *base = Some(phase);
        } else if self.base_year.is_some() {
            self.base_phase = Some(phase);
        } else if !matches!(self.predicate, Some(Predicate::Variance(_))) {
            self.phase = Some(phase);
        }
    }

    /// Whether 占预算 can only say how much of its budget something spent: it was spent, and is no part of a list.
    fn spends_budget(&self) -> bool {
        let concepts = &self.context.grammar.concepts.concepts;
        let residual = |thing: &Thing| concepts.get(&thing.concept).is_some_and(|c| c.residual);
        // A government's budgets are no parts of one another.
        if self.context.scope.is_government() {
            return true;
        }
        let spent = self.topic.as_ref().is_some_and(|topic| {
            matches!(&topic.reference, Reference::Things(things) if !things.iter().any(residual))
        });
        // “三公”经费支出决算占年初预算的62.5%: what was spent of what is named.
        let spent = spent || self.phase == Some(Phase::Executed) && self.pending.len() == 1;
        spent && !self.listing && self.context.default_phase == Phase::Executed
    }

    /// 决算, 执行数: the stage of the numbers behind it, or of what a comparison starts from (比2023年执行数).
    pub(super) fn executed(&mut self, awaiting: bool) {
        if awaiting && self.budget_word.is_some() {
            self.compare_budget();
        } else if self.base_year.is_some() {
            self.base_phase = Some(Phase::Executed);
        } else if !matches!(self.predicate, Some(Predicate::Completion(_))) {
            self.phase = Some(Phase::Executed);
        }
    }

    /// 与向人大会议报告的执行数相比，支出减少2万元: whether the accounts are compared with what was reported of the same year
    /// before they were closed, which is no change and no variance.
    pub(super) fn compares_with_report(&self, index: usize) -> bool {
        let tokens = self.context.tokens;
        let ends = |t: &&Token| matches!(t.kind, TokenKind::Mark('，' | '。' | '；' | '：' | '\n'));
        let before = tokens[..index].iter().rev().take(LONGEST_BASE);
        let mut before = before
            .take_while(|t| !ends(t))
            .take_while(|t| matches!(t.kind, TokenKind::Gap | TokenKind::Word(_)));
        let mut is_base = || before.any(|t| t.kind == TokenKind::Word(Role::Versus));
        let behind = &self.context.words[tokens[index].range.end..];
        let compares = ["相比", "比较", "相较", "对比"];
        let ends_base = compares.iter().any(|word| behind.starts_with(word));
        // 支出决算数比报告的执行数减少2万元
        let next = tokens.get(index + 1).map(|t| &t.kind);
        let differs = matches!(
            next,
            Some(TokenKind::Word(
                Role::Increase | Role::Decrease | Role::Undirected
            ))
        );
        self.context.default_phase == Phase::Executed
            && self.base_year.is_none()
            && self.budget_word.is_none()
            && !self.last_year
            && (ends_base || differs)
            && is_base()
    }

    /// 比2023年年初预算, said of 2023: with the budget of the same year.
    fn compares_with_own_year(&self) -> bool {
        // A budget compares with budgets of other years alone.
        if self.context.default_phase == Phase::Approved {
            return false;
        }
        let own = self.current_year().map(Versus::Year);
        self.compared && own.is_some() && self.versus == own
    }

    /// What follows is against a year.
    pub(super) fn compare(&mut self, year: Option<i32>) {
        self.versus = year.map(Versus::Year);
        self.base_year = year;
        self.base_phase = None;
        self.compared = true;
        self.on_report = false;
    }

    /// 支出12万元，上年未安排此项预算，增加12万元; 年初预算未安排此项支出，增加12万元: behind what was stated, the year or the budget that
    /// had nothing of it is what the words behind compare with.
    pub(super) fn absent(&mut self) {
        if self.found.len() == self.before_sentence {
            return;
        }
        let before = |year: &i32| self.context.year.is_some_and(|own| *year < own);
        if std::mem::take(&mut self.last_year) {
            self.compare(self.current_year().map(|year| year - 1));
        } else if let Some(year) = self.year.filter(before) {
            self.year = None;
            self.compare(Some(year));
        } else if self.phase == Some(Phase::Approved)
            && self.context.default_phase != Phase::Approved
        {
            self.phase = None;
            self.compare_budget();
        }
        // It has no figure of its own.
        self.base_year = None;
    }

    /// What follows is against the budget, no longer against the year before.
    pub(super) fn compare_budget(&mut self) {
        self.versus = Some(Versus::Budget);
        self.compared = false;
        self.base_year = None;
        self.on_report = false;
    }

    /// 高标准农田: whether a word of one character that would compare (较预算5万元低3万元) only begins another word.
    pub(super) fn is_part_of_word(&self, index: usize, role: Role) -> bool {
        let token = &self.context.tokens[index];
        let next = self.context.tokens.get(index + 1);
        let compares = matches!(role, Role::Greater | Role::Less);
        let single = self.context.words[token.range.clone()].chars().count() == 1;
        let goes_on = |t: &Token| {
            let word = matches!(
                t.kind,
                TokenKind::Gap | TokenKind::Label(_) | TokenKind::Category(_)
            );
            word && t.range.start == token.range.end
        };
        compares && single && next.is_some_and(goes_on)
    }

    /// 大于, 小于: how far what was spent is from the budget.
    pub(super) fn differ(&mut self, index: usize, sign: i8) {
        if self.is_of_whole_list() {
            return self.unknown();
        }
        // 较上年支出8万元低3万元
        let of_number = self.before(index).is_some_and(|t| self.is_value(&t.kind));
        if of_number && matches!(self.versus, Some(Versus::Year(_))) {
            return self.direction(sign);
        }
        self.predicate = Some(Predicate::Variance(sign));
        if self.budget_word.is_some() {
            self.compared = false;
        }
    }

    /// 实际采购9万元，其中：货物5万元，工程4万元，节约资金1万元: whether a difference behind a list names nothing, where the item
    /// that stands last has no budget that it could differ from.
    fn is_of_whole_list(&self) -> bool {
        let sentence = self.sentence();
        // 服务类采购24万元。节约资金6万元: a sentence that begins with it.
        let begins = sentence.is_empty();
        let last = match begins {
            true => self.found.last(),
            false => sentence.last(),
        };
        let Some(last) = last.filter(|last| last.list.is_some()) else {
            return false;
        };
        let budgeted = |found: &Found| {
            found.thing == last.thing && matches!(found.phase, Phase::Approved | Phase::Adjusted)
        };
        (self.listing || begins)
            && last.metric == Metric::Amount
            && last.phase == Phase::Executed
            && self.pending.is_empty()
            && self.versus.is_none()
            && self.budget_word.is_none()
            && self.project().is_none()
            && !self.awaiting
            && !sentence.iter().any(budgeted)
    }

    /// 增加, 减少: against what the clause compares with, or the clause before where it was the budget.
    pub(super) fn direction(&mut self, sign: i8) {
        let variance = self.versus == Some(Versus::Budget) || self.against_budget && !self.compared;
        self.predicate = Some(if variance {
            Predicate::Variance(sign)
        } else {
            Predicate::Direction(sign)
        });
    }

    /// 增加（减少）: of both directions, a minus before one of the numbers that follow tells that their print has the sign
    /// (增加（减少）5万元、-3万元); without one, none is chosen.
    pub(super) fn sign_by_print(&self, index: usize) -> i8 {
        let signed = self.rest_of_clause(index).any(|t| match t.kind {
            TokenKind::Mention(at) => self.context.mentions[at].value < Decimal::ZERO,
            _ => false,
        });
        if signed { 1 } else { UNCHOSEN }
    }

    /// 由上年的12万元减少到10万元: what follows is the figure of the year that the sentence is about.
    pub(super) fn reach(&mut self) {
        // 占总支出的比重由2022年的14%提高到2023年的15%
        let share = self.sentence().last().and_then(|last| last.whole.as_ref());
        self.predicate = share.map(|whole| {
            let thing = Thing {
                concept: whole.concept.clone(),
                dimensions: whole.dimensions.clone(),
            };
            Predicate::Share(Some(Named {
                label: SmolStr::default(),
                reference: Reference::Things(vec![thing]),
            }))
        });
        self.base_year = None;
        self.last_year = false;
        self.year = self.context.year;
        self.phase = self.phase.or(Some(self.context.default_phase));
    }

    /// 持平: no change against the year or the budget that the clause compares with.
    pub(super) fn equal(&mut self, range: &Range<usize>) {
        self.relative = true;
        // 经营支出、上缴上级支出与上年持平 is said of each.
        self.each = true;
        let zero = Number::nothing(range.clone(), None);
        let implied = self.budget_word.is_some() && self.phase == Some(Phase::Executed);
        let versus = self.versus.or(implied.then_some(Versus::Budget));
        // 与上年相比，甲项减少3万元；乙项持平: the comparison goes on behind the semicolon.
        let last = || self.current_year().map(|year| Versus::Year(year - 1));
        let versus = versus.or(self.compared.then(last).flatten());
        let also = self.also.take();
        // 比上年增加0.86万元，基本持平: the change is stated already.
        let last = self.sentence().last();
        let is_stated = |versus: Versus| {
            let last = last.filter(|_| self.pending.is_empty());
            last.is_some_and(|last| {
                last.metric == versus.difference() && last.value != Some(Decimal::ZERO)
            })
        };
        if let Some(versus) = versus.filter(|versus| !is_stated(*versus)) {
            self.state(versus.difference(), zero.clone());
        }
        if let Some(also) = also {
            match also {
                Versus::Year(year) => self.compare(Some(year)),
                Versus::Budget => self.compare_budget(),
            }
            self.state(also.difference(), zero);
        }
    }

    /// The figure that a comparison starts from: 较2022年决算数1220万元增加…. Where nothing is named yet, it waits for what
    /// the comparison speaks of: 与2022年1220万元相比，收入增加….
    pub(super) fn base_figure(&mut self, phase: Phase, year: i32, number: Number) {
        let phase = self.base_phase.take().unwrap_or(phase);
        let (said, paragraph) = (self.year.replace(year), self.paragraph_year);
        let stage = self.topic_phase;
        if self.pending.is_empty() && !self.says_difference(number.range.end) {
            self.waiting = Some(Waiting {
                phase,
                year,
                number,
            });
        } else {
            self.state_phase(Metric::Amount, phase, number);
        }
        self.topic_phase = stage;
        self.year = said;
        self.paragraph_year = paragraph;
    }

    /// 比年初预算数758万元和上年决算数738万元分别多36万元和56万元: whether two differences follow, one against each of what the clause
    /// compares with, or the clause before.
    pub(super) fn divide_comparison(&mut self, index: usize) -> bool {
        let both = self.versus.zip(self.also).map(|(one, other)| [one, other]);
        let both = both.or(self.both).or_else(|| self.differences_before());
        if let Some(both) = both.filter(|_| self.numbers_behind(index) == 2) {
            self.against = both.into();
        }
        !self.against.is_empty()
    }

    /// 分别多36万元和56万元，分别增长5%和8%: what two differences of one thing, stated last, are against.
    fn differences_before(&self) -> Option<[Versus; 2]> {
        let [.., one, other] = self.sentence() else {
            return None;
        };
        let year = self.current_year().map(|year| Versus::Year(year - 1));
        let versus = |found: &Found| match found.metric {
            Metric::Variance => Some(Versus::Budget),
            Metric::Change => year,
            _ => None,
        };
        let is_pair = one.thing == other.thing && one.metric != other.metric;
        let both = [versus(one)?, versus(other)?];
        (is_pair && self.pending.is_empty()).then_some(both)
    }

    /// A difference that is against one of what the clause compares with, if it is.
    pub(super) fn against_each(&mut self, number: &Number, is_rate: bool) -> bool {
        let Some(Predicate::Direction(sign) | Predicate::Variance(sign)) = self.predicate else {
            return false;
        };
        let Some(versus) = self.against.pop_front().filter(|_| sign != UNCHOSEN) else {
            return false;
        };
        if self.against.is_empty() {
            self.predicate = None;
        }
        self.relative = true;
        let metric = match (versus, is_rate) {
            (Versus::Budget, true) => Metric::VarianceRate,
            (Versus::Year(_), true) => Metric::ChangeRate,
            _ => versus.difference(),
        };
        let first = self.versus.replace(versus);
        self.state(metric, number.clone().signed(sign));
        self.versus = first;
        true
    }

    /// Whether the clause goes on behind a byte with what has changed.
    fn says_difference(&self, from: usize) -> bool {
        let behind = self
            .context
            .tokens
            .partition_point(|t| t.range.start < from);
        self.rest_of_clause(behind).any(|t| {
            matches!(
                t.kind,
                TokenKind::Word(Role::Increase | Role::Decrease | Role::Undirected | Role::Equal)
            )
        })
    }

    /// The figure that has waited is of the things whose change was stated last.
    pub(super) fn settle_base(&mut self, first: usize) {
        let Some(base) = self.waiting.take() else {
            return;
        };
        let changed: Vec<Found> = self.found[first..].to_vec();
        for found in changed {
            self.found.push(Found {
                metric: Metric::Amount,
                phase: base.phase,
                year: Some(base.year),
                value: base.number.value,
                unit: base.number.unit.clone(),
                decimals: base.number.decimals,
                approximate: base.number.approximate,
                range: base.number.range.clone(),
                mention: base.number.mention,
                list: None,
                ..found
            });
        }
    }
}

/// A figure of an earlier year whose thing is not named yet.
pub(super) struct Waiting {
    phase: Phase,
    year: i32,
    number: Number,
}

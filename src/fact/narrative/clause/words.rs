//! Connecting words: which stage, which comparison, which list they set up.

use smol_str::SmolStr;

use super::sides::REVENUE;
use super::*;
use crate::document::numbering;
use crate::fact::narrative::OTHER;
use crate::grammar::codes::Functional;

impl<'a> Reader<'a, '_> {
    pub(super) fn word(&mut self, index: usize, role: Role, range: &Range<usize>) {
        if role == Role::Copula && self.describes(index) {
            self.silence = Some(Silence::Purpose);
            self.begun = true;
        }
        if role.says_nothing() || (role == Role::Spent && self.silence.is_some()) {
            return;
        }
        let resumes = matches!(
            role,
            Role::Share
                | Role::Completion
                | Role::Versus
                | Role::OnYear
                | Role::Comparable
                | Role::Executed
                | Role::Score
                | Role::Involves
        ) || role == Role::Parts && self.silence != Some(Silence::Plan)
            || self.goes_on_with_project(role)
            || self.tells_budget(index, role);
        if self.adjusts(role, range) {
            self.silence = None;
        }
        if self.silence.is_some() && (!resumes || !self.revived(index, true)) {
            self.begun = true;
            return;
        }
        self.begun = true;
        self.compare_topic(role);
        self.restart_list(index, role);
        let awaiting = std::mem::take(&mut self.awaiting);
        self.turn(role, range);
        match role {
            // 占总支出的比重
            Role::Share if matches!(self.predicate, Some(Predicate::Share(Some(_)))) => {}
            Role::Share => self.predicate = Some(Predicate::Share(None)),
            Role::Completion => {
                self.predicate = Some(Predicate::Completion(
                    self.budget_word
                        .filter(|_| self.phase != Some(Phase::Executed)),
                ))
            }
            Role::Approved | Role::Adjusted
                if self.compared
                    && (self.is_joined(index) || awaiting && self.compares_as_well(index)) =>
            {
                self.also = Some(Versus::Budget);
            }
            Role::Approved => self.budget(Phase::Approved, awaiting),
            Role::Adjusted => self.budget(Phase::Adjusted, awaiting),
            Role::Executed if self.compares_with_report(index) => self.on_report = true,
            Role::Executed => self.executed(awaiting),
            Role::Spent if self.phase.is_none() && self.spends(index) => {
                self.phase = Some(Phase::Executed)
            }
            Role::Spent => {}
            Role::Received => self.received = true,
            Role::AdjustedUp => self.adjustment(1),
            Role::AdjustedDown => self.adjustment(-1),
            Role::Versus => self.awaiting = true,
            // 与预算、与上年均持平; 与预算和上年相比
            Role::LastYear
                if awaiting
                    && self.versus == Some(Versus::Budget)
                    && self.compares_as_well(index) =>
            {
                self.also = self.current_year().map(|y| Versus::Year(y - 1));
            }
            Role::LastYear if awaiting && self.is_base() => self.compare(self.current_year()),
            Role::LastYear if awaiting => self.compare(self.current_year().map(|y| y - 1)),
            Role::LastYear if self.versus == Some(Versus::Budget) && self.is_joined(index) => {
                self.also = self.current_year().map(|y| Versus::Year(y - 1));
            }
            Role::LastYear => self.last_year = true,
            // 2022年预算12万元，…，同比增长: with the year whose figure was given.
            Role::OnYear if self.compared && matches!(self.versus, Some(Versus::Year(_))) => {}
            Role::OnYear => self.compare(self.current_year().map(|y| y - 1)),
            Role::Absent => self.absent(),
            Role::Unbudgeted if self.found.len() > self.before_sentence => self.compare_budget(),
            Role::Unbudgeted => {}
            Role::Comparable => {
                self.comparable = true;
                self.compare(self.current_year().map(|y| y - 1));
            }
            Role::Increase => self.direction(1),
            Role::Decrease => self.direction(-1),
            Role::Undirected => self.direction(self.sign_by_print(index)),
            Role::Reaches => self.reach(),
            Role::Greater => self.differ(index, 1),
            Role::Less => self.differ(index, -1),
            Role::Equal => self.equal(range),
            Role::VarianceRate => self.predicate = Some(Predicate::VarianceRate),
            Role::Within if self.stands_behind_name(index) => self.parts(range, false),
            Role::Within => {}
            Role::Parts | Role::List => self.parts(range, role == Role::List),
            Role::Cause if self.is_first(index) && self.lists_categories(index) => {
                self.parts(range, true)
            }
            Role::Cause | Role::Since => {
                self.reason_leads = role == Role::Since
                    && self.found.len() == self.before_sentence
                    && self.pending.is_empty();
                self.silence = Some(Silence::Cause);
                let behind = self.context.words[range.end..].trim_start_matches(['：', '是', '为']);
                self.numbers_reasons = numbering::number(behind).is_some();
            }
            Role::Plan => self.silence = Some(Silence::Plan),
            Role::Purpose if self.lists_categories(index) => self.parts(range, true),
            Role::Purpose if self.pays_part(index) => {}
            Role::Purpose => self.silence = Some(Silence::Purpose),
            Role::Each | Role::All if self.are_of_one_kind(index) => {}
            Role::Each => self.every(index),
            Role::All => {}
            // 控制在年初预算18万元以内 tells the budget.
            Role::Average if self.limits_to_budget(index) => {}
            Role::Average => self.averaged = true,
            Role::Passes => self.passes = true,
            Role::Standard => (self.averaged, self.standard) = (true, true),
            Role::Period => self.spanning = true,
            Role::Respectively if self.divide_comparison(index) => {}
            Role::Respectively if self.divide_projects(index) || self.divide_whole(index) => {}
            Role::Respectively if self.pending.is_empty() => self.recall(index),
            Role::Respectively if self.is_by_years(index) => {
                self.repeat_name(self.years.len());
                self.year_queue = self.years.iter().copied().collect();
            }
            Role::Respectively => match self.stages(index) {
                Some(stages) => {
                    self.repeat_name(stages.len());
                    self.phase_queue = stages;
                }
                None if self.is_one_number(index) => self.each = true,
                None => self.divide(index),
            },
            // In the report of a government, the place says which part of it is meant.
            Role::Scope | Role::Office | Role::Unlimited if self.context.scope.is_government() => {}
            Role::Office if self.spends_alone(index) => {}
            Role::Scope | Role::Office | Role::Unlimited => self.limit(index, range),
            Role::Score => self.predicate = Some(Predicate::Score(range.start)),
            Role::And => self.joined = !self.pending.is_empty(),
            Role::Rest => {
                self.pending.clear();
                self.foreign = true;
            }
            Role::Involves => self.involved(range),
            Role::Noun => self.foreign |= !self.qualifies(index),
            Role::Filler | Role::Money | Role::Copula | Role::Holds => {}
        }
    }

    /// 预算60万元，其中…；决算49万元，其中…: a stage with an amount, whose parts follow as those of the stage before did, is of what
    /// the list before divided.
    fn restart_list(&mut self, index: usize, role: Role) {
        let is_stage = matches!(role, Role::Approved | Role::Adjusted | Role::Executed);
        let begins = self
            .before(index)
            .is_some_and(|t| matches!(t.kind, TokenKind::Mark('；' | '。')));
        if !is_stage || !begins || !self.listing || !self.pending.is_empty() {
            return;
        }
        let kinds = self.context.tokens[index + 1..].iter().map(|t| &t.kind);
        let mut kinds = kinds.filter(|kind| !kind.says_nothing());
        let amount = kinds.next().is_some_and(|kind| self.is_amount(kind));
        let parts = [kinds.next(), kinds.next()]
            == [
                Some(&TokenKind::Mark('，')),
                Some(&TokenKind::Word(Role::Parts)),
            ];
        let own = self.memory.heads.len();
        if amount
            && parts
            && let Some(head) = self.scope.heads.get(own..).and_then(<[Head]>::first)
        {
            self.topic = Some(self.name_of(head));
            self.topic_phase = None;
            self.scope.heads.truncate(own);
            self.listing = own > 0;
        }
    }

    /// 收入合计60万元，全部为财政拨款收入，比上年增加5万元: what compares is of what the sentence speaks of, not of what it
    /// consists of.
    fn compare_topic(&mut self, role: Role) {
        let compares = matches!(
            role,
            Role::Versus
                | Role::LastYear
                | Role::OnYear
                | Role::Comparable
                | Role::Increase
                | Role::Decrease
                | Role::Undirected
        );
        if compares && std::mem::take(&mut self.all_named) {
            self.pending.clear();
        }
    }

    /// 年初预算8万元，因标准提高，年中调增2万元: whether a reason stands before what it is a reason for, where amounts of the
    /// money of one project follow each other. What explains a difference or a rate stands behind it.
    fn goes_on_with_project(&self, role: Role) -> bool {
        let is_of_money = matches!(
            role,
            Role::AdjustedUp | Role::AdjustedDown | Role::Adjusted | Role::Received
        );
        let said = self.sentence().last();
        // “补贴”项目因对象核减，全年预算数48万元: a reason before all that is said of a project.
        let opens = said.is_none() && self.reviewed.is_some() && role == Role::Adjusted;
        if opens && self.silence == Some(Silence::Cause) && !self.begun {
            return true;
        }
        is_of_money
            && self.silence == Some(Silence::Cause)
            && self.project().is_some()
            && said.is_some_and(|found| found.metric == Metric::Amount)
    }

    /// 年初预算12亿元，执行中因上级补助增加调增1亿元，预算调整为13亿元: whether a government goes on, behind its reason, with what
    /// changed its budget or what that became.
    fn adjusts(&self, role: Role, range: &Range<usize>) -> bool {
        if self.silence != Some(Silence::Cause) || !self.context.scope.is_government() {
            return false;
        }
        let behind = self.context.words[range.end..].trim_start_matches('为');
        let became = behind.starts_with(|c: char| c.is_ascii_digit());
        let last = self.sentence().last();
        let is_budget =
            |found: &Found| found.metric == Metric::Amount && found.phase == Phase::Approved;
        let adjusts = match role {
            Role::Adjusted => true,
            // What a difference is explained with is none.
            Role::AdjustedUp | Role::AdjustedDown => last.is_some_and(is_budget),
            _ => false,
        };
        adjusts && became
    }

    /// 其他收入12万元，为单位取得的财政拨款以外的收入，较上年减少2万元: whether a clause only says what was named before is.
    fn describes(&self, index: usize) -> bool {
        let unknown = |t: &Token| {
            t.kind == TokenKind::Gap
                && self.context.words[t.range.clone()].contains(char::is_alphabetic)
        };
        self.silence.is_none()
            && !self.begun
            && self.found.len() > self.before_sentence
            && !self.clause_has_value(index)
            && self.rest_of_clause(index).any(unknown)
    }

    /// 与年初预算数、上年决算数均持平: whether a word is joined to the one before it.
    fn is_joined(&self, index: usize) -> bool {
        self.before(index)
            .is_some_and(|t| matches!(t.kind, TokenKind::Mark('、') | TokenKind::Word(Role::And)))
    }

    /// Whether a stage of the budget stands directly behind a word, with its amount.
    fn limits_to_budget(&self, index: usize) -> bool {
        let [stage, behind @ ..] = &self.context.tokens[index + 1..] else {
            return false;
        };
        let amount = behind.iter().find(|t| !t.kind.says_nothing());
        matches!(stage.kind, TokenKind::Word(Role::Approved | Role::Adjusted))
            && amount.is_some_and(|t| self.is_amount(&t.kind))
    }

    /// 分单位看，局本级57万元: whether the sentence tells what each unit has.
    fn tells_units(&self, index: usize) -> bool {
        let words = &self.context.words[..self.context.tokens[index].range.start];
        let sentence = words.rsplit(['。', '\n']).next();
        sentence.is_some_and(|sentence| sentence.contains("分单位") || sentence.contains("按单位"))
    }

    /// Whether what a word compares with stands beside something else that the clause compares with.
    fn compares_as_well(&self, index: usize) -> bool {
        let Some(versus) = index.checked_sub(1) else {
            return false;
        };
        let follows = |t: &Token| {
            let stage = TokenKind::Word(Role::Approved);
            let year = TokenKind::Word(Role::LastYear);
            t.kind == stage || t.kind == TokenKind::Word(Role::Adjusted) || t.kind == year
        };
        self.is_joined(versus) || self.before(versus).is_some_and(follows)
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

    pub(super) fn adjustment(&mut self, sign: i8) {
        self.phase = Some(Phase::Adjustment);
        self.sign = sign;
    }

    /// 涉及资金: the money of what was counted last, else of something unknown, or of what has been named since that is no
    /// concept.
    pub(super) fn involved(&mut self, range: &Range<usize>) {
        let others = |named: &Named| {
            let things = self.resolve(named, Wanted::Money);
            things.is_some_and(|(things, _)| things.iter().all(|t| t.concept.starts_with(OTHER)))
        };
        let named_other = self.pending.last().is_some_and(others);
        // 重点项目2个，涉及资金50万元 is not of what was counted before.
        let counted = self.counted.clone().filter(|_| !named_other && !self.lost);
        let Some(mut thing) = counted else {
            return self.unknown();
        };
        self.involving = true;
        thing.dimensions.remove(LEVEL_OF_PROJECTS);
        self.pending = vec![Named {
            label: self.context.words[range.clone()].into(),
            reference: Reference::Things(vec![thing]),
        }];
    }

    /// 会议费预算12万元，支出10万元: whether 支出 says how much was spent of a budget that was given before, or of a project.
    pub(super) fn spends(&self, index: usize) -> bool {
        let before = self.context.tokens[..index].iter().rev();
        let opens = before
            .map(|t| &t.kind)
            .find(|kind| !kind.says_nothing())
            .is_some_and(|kind| matches!(kind, TokenKind::Mark('，' | '；')));
        let budgeted = matches!(self.topic_phase, Some(Phase::Approved | Phase::Adjusted));
        self.project().is_some()
            || opens
                && budgeted
                && self.pending.is_empty()
                && self.context.default_phase == Phase::Executed
    }

    /// 均与上年持平, 各减少10万元: all that the sentence has stated, but not what these are parts of.
    fn every(&mut self, index: usize) {
        let stages = self.stages_before(index);
        if stages.len() > 1 {
            self.stages_of_all = stages.into();
            return;
        }
        self.each = true;
        let compares = self.rest_of_clause(index).any(|t| {
            matches!(
                t.kind,
                TokenKind::Word(Role::Equal | Role::Increase | Role::Decrease | Role::Undirected)
            )
        });
        let all = if self.stated.is_empty() {
            &self.stated_before
        } else {
            &self.stated
        };
        if compares && self.pending.is_empty() && all.len() > 1 {
            let heads = &self.scope.heads;
            let is_head = |named: &Named| {
                heads
                    .iter()
                    .any(|head| named.reference == Reference::Things(vec![head.thing.clone()]))
            };
            self.pending = all
                .iter()
                .filter(|named| !is_head(named))
                .cloned()
                .collect();
        }
    }

    /// Whether one number stands for all that is named (收、支总计各是12万元; 收、支总计分别增加12万元，增长3%), not one
    /// for each: no other of its kind follows it directly.
    fn is_one_number(&self, index: usize) -> bool {
        let mut behind = self.context.tokens[index + 1..]
            .iter()
            .map(|t| &t.kind)
            .filter(|kind| {
                !kind.says_nothing()
                    && !matches!(
                        kind,
                        TokenKind::Word(Role::Increase | Role::Decrease | Role::Undirected)
                    )
            });
        let parts = |kind: &TokenKind| {
            matches!(
                kind,
                TokenKind::Mark('、' | '，') | TokenKind::Word(Role::And)
            )
        };
        let number = |kind: Option<&TokenKind>| match kind {
            Some(TokenKind::Mention(at)) if self.context.mentions[*at].kind.is_value() => {
                Some(std::mem::discriminant(&self.context.mentions[*at].kind))
            }
            _ => None,
        };
        let Some(first) = number(behind.next()) else {
            return false;
        };
        !(behind.next().is_some_and(parts) && number(behind.next()) == Some(first))
    }

    /// Whether a word begins its sentence.
    fn is_first(&self, index: usize) -> bool {
        let before = self.context.tokens[..index].iter().rev();
        let mut before = before.filter(|t| !t.kind.says_nothing()).map(|t| &t.kind);
        matches!(
            before.next(),
            None | Some(TokenKind::Mark('。' | '；' | '\n'))
        )
    }

    /// 主要用于：…（类）…（款）…（项）12万元, 主要用于教育支出12万元: what it is for are the categories that it divides into.
    fn lists_categories(&self, index: usize) -> bool {
        let behind = &self.context.tokens[index + 1..];
        // 主要支出科目完成情况如下：
        let unnamed = |t: &&Token| match t.kind {
            TokenKind::Gap => true,
            TokenKind::Word(role) => {
                role.says_nothing() || matches!(role, Role::Completion | Role::List)
            }
            _ => false,
        };
        let colon = behind.iter().take_while(unnamed).count();
        let introduces = behind.get(colon).map(|t| &t.kind) == Some(&TokenKind::Mark('：'));
        let first = if introduces { colon + 1 } else { 0 };
        let mut behind = behind.iter().skip(first).map(|t| &t.kind);
        let next = behind.next();
        // 主要用于培训2万元: what a department's money is for is often called as a lower category is.
        let government = introduces && self.context.scope.is_government();
        // 国有资本金注入 is the name of nothing else.
        let is_long =
            |name: &str| self.context.scope.is_government() && name.chars().count() >= LONG_NAME;
        let class = |name: &str| {
            government || is_long(name) || Functional::embedded().class_by_name(name).is_some()
        };
        let divides = match next {
            Some(TokenKind::Path(_)) if introduces => return true,
            Some(TokenKind::Path(_)) => true,
            Some(TokenKind::Category(name)) => class(name),
            _ => false,
        };
        let ends_name = |kind: &TokenKind| match kind {
            TokenKind::Label(label) => self.is_side(label),
            kind => kind.says_nothing() || *kind == TokenKind::Word(Role::Spent),
        };
        divides
            && behind
                .find(|kind| !ends_name(kind))
                .is_some_and(|kind| self.is_amount(kind))
    }

    /// 收入决算80万元，支出决算70万元: the stage begins with the name of the other side.
    fn turn(&mut self, role: Role, range: &Range<usize>) {
        if !matches!(role, Role::Approved | Role::Adjusted | Role::Executed)
            || !self.pending.is_empty()
        {
            return;
        }
        let side = side(&self.context.words[range.clone()]);
        let Some(Reference::Things(topic)) = self.topic.as_ref().map(|t| &t.reference) else {
            return;
        };
        let grammar = self.context.grammar;
        let other = self
            .weak(side)
            .next()
            .and_then(|_| self.scope.label(side, Wanted::Money, grammar))
            .is_some_and(|found| {
                let is_side = |thing: &Thing| thing.concept.contains(REVENUE);
                let revenue = |concept: &SmolStr| concept.contains(REVENUE);
                topic.iter().all(|thing| thing.dimensions.is_empty())
                    && topic.iter().any(is_side) != found.meaning.concepts.iter().any(revenue)
            });
        if other {
            let range = range.start..range.start + side.len();
            self.pending = vec![self.name(Reference::Label(side.into()), &range)];
            self.pending_is_old = false;
        }
    }

    /// 其中甲费3万元、用车5万元、乙费7万元，分别下降…: whether an amount among so many that were stated last was not understood, so
    /// that what follows in their order is of none for certain.
    fn has_unread(&self, numbers: usize, index: usize) -> bool {
        let amounts = self.near().filter(|found| found.metric == Metric::Amount);
        let last: Vec<&Found> = amounts.take(numbers).collect();
        let Some(first) = last.last() else {
            return false;
        };
        let read = |at: &Range<usize>| self.near().any(|found| found.range == *at);
        self.context.tokens[..index]
            .iter()
            .filter(|t| t.range.start > first.range.start)
            .any(|t| self.is_value(&t.kind) && !read(&t.range))
    }

    /// 较上年分别下降5%、增长6%: as many of the things that the sentence has stated last as numbers follow, or all that it has named
    /// together. Numbers of neither are of nothing certain.
    fn recall(&mut self, index: usize) {
        let row = self.numbers_behind(index);
        let together = std::mem::take(&mut self.named_together);
        if row > 1 && self.found.len() == self.before_sentence && row == together.len() {
            self.queue = together.into();
            return;
        }
        let numbers = self
            .rest_of_clause(index)
            .filter(|t| self.is_value(&t.kind))
            .count();
        if self.lost || self.has_unread(numbers, index) {
            return;
        }
        match self.stated.len().checked_sub(numbers) {
            Some(skip) => self.queue = self.stated.iter().skip(skip).cloned().collect(),
            None if row > 1 => self.unknown(),
            None => {}
        }
    }

    /// 支出20万元，其中：教育支出12万元，住房保障支出8万元。按支出性质分：基本支出…: whether a sentence divides anew what the one
    /// before divided by function.
    fn is_divided_again(&self) -> bool {
        let by_function = |named: &Named| {
            matches!(&named.reference, Reference::Things(things)
                if things.iter().all(|thing| thing.dimensions.contains_key("function")))
        };
        self.found.len() == self.before_sentence
            && self.topic.as_ref().is_some_and(by_function)
            && !self.stated_before.first().is_none_or(by_function)
    }

    /// 支出9万元，主要用于补助，年初预算为0万元: whether a clause behind a purpose tells the budget of what was spent.
    fn tells_budget(&self, index: usize, role: Role) -> bool {
        let mut rest = self.context.tokens[index + 1..].iter();
        let next = rest.find(|t| !t.kind.says_nothing());
        let spent = self.sentence().last();
        matches!(role, Role::Approved | Role::Adjusted)
            && self.silence == Some(Silence::Purpose)
            && !self.begun
            && next.is_some_and(|next| self.is_amount(&next.kind))
            && spent.is_some_and(|spent| {
                spent.metric == Metric::Amount && spent.phase == Phase::Executed
            })
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

    /// 其中: what was last stated or named becomes the head of a list.
    pub(super) fn parts(&mut self, range: &Range<usize>, list: bool) {
        self.silence = None;
        self.foreign = false;
        let named = match self.pending.as_slice() {
            [named] => Some(named.clone()),
            [] if list && self.is_divided_again() => self.stated_before.first().cloned(),
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
        // 收入包括：拨款228万元、上年结转4万元；支出包括：…: the other side, not what was left over.
        let names_side = self.context.words[..range.start].ends_with("支出");
        if names_side && self.pending.is_empty() && subjects::is_remainder(&thing.concept) {
            return;
        }
        let id = self.context.start + range.start;
        if list
            || self
                .scope
                .heads
                .last()
                .is_none_or(|head| head.thing != thing)
        {
            // A list of what is divided already begins anew.
            let own = self.memory.heads.len().min(self.scope.heads.len());
            let again = self.scope.heads[own..]
                .iter()
                .position(|head| head.thing == thing);
            if let Some(at) = again {
                self.scope.heads.truncate(own + at);
            }
            let head = Head::new(thing, id, self.context.grammar);
            self.scope.heads.push(head);
        }
        self.list_phase = self.phase.or(self.topic_phase);
        self.listing = true;
        self.topic = Some(named);
        self.pending.clear();
        // 本年收入中含一次性补助80万元: unknown words behind it begin a part of their own.
        self.pending_is_old = true;
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

    /// 本级机关运行经费: whether what is named next is what the office spends, and no other unit is spoken of.
    fn spends_alone(&self, index: usize) -> bool {
        let grammar = self.context.grammar;
        let office = |concept: &SmolStr| {
            let concept = grammar.concepts.concepts.get(concept);
            concept.is_some_and(|concept| concept.office)
        };
        let named = self.rest_of_clause(index).find_map(|t| match t.kind {
            TokenKind::Label(label) => self.scope.label(label, Wanted::Money, grammar),
            _ => None,
        });
        let others = |t: &Token| t.kind == TokenKind::Word(Role::Scope);
        named.is_some_and(|found| found.meaning.concepts.iter().all(office))
            && !self.context.tokens.iter().any(others)
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
            .find(|t| !t.kind.says_nothing())
            .is_some_and(|t| {
                let amount = self.is_amount(&t.kind) && self.tells_units(index);
                amount || matches!(t.kind, TokenKind::Label(_) | TokenKind::Category(_))
            });
        if named && !joins(self.before(index)) && !joins(tokens.get(index + 1)) {
            self.limited = Some(self.context.words[range.clone()].to_owned());
        }
    }
}

/// How many characters the name of a category has at least that a government calls nothing else by.
const LONG_NAME: usize = 6;

/// 一级项目, 二级项目: the money behind them is that of all.
const LEVEL_OF_PROJECTS: &str = "project_level";

//! Numbers: what the words before them make of them.

use smol_str::ToSmolStr;

use super::*;

impl<'a> Reader<'a, '_> {
    pub(super) fn mention(&mut self, index: usize, at: usize) {
        let mention = &self.context.mentions[at];
        match &mention.kind {
            Kind::Year | Kind::Date => return self.year_said(mention),
            Kind::Other if self.lacks_percent(index, mention) => {
                return self.rate_without_sign(at, mention);
            }
            Kind::Other if self.silence.is_none() && self.count_without_unit(index, at) => return,
            Kind::Code(_)
            | Kind::YearRange
            | Kind::Other
            | Kind::Price
            | Kind::Range
            | Kind::PercentagePoints => {
                self.predicate = None;
                self.awaiting = false;
                self.spanning |= mention.kind == Kind::YearRange;
                // What follows a price speaks of the price.
                if mention.kind == Kind::Price {
                    self.unknown();
                }
                return;
            }
            _ => {}
        }
        self.awaiting = false;
        let opens = !std::mem::replace(&mut self.begun, true);
        if self.silence.is_some() && opens && self.counts_topic(index, mention) {
            self.silence = None;
        }
        if self.silence.is_some() {
            return;
        }
        if self.averaged || self.spanning {
            self.predicate = None;
            self.spanning |= self.standard;
            // What follows speaks of the average, or of the years together.
            if matches!(mention.kind, Kind::Amount { .. }) {
                self.unknown();
            }
            return;
        }
        let number = |unit: &'static str| Number {
            value: (mention.kind != Kind::Incomputable).then_some(mention.value),
            decimals: (mention.kind != Kind::Incomputable).then_some(mention.decimals),
            approximate: mention.approximate,
            range: mention.range.clone(),
            mention: Some(at),
            unit: SmolStr::new_static(unit),
        };
        let stated = self.found.len();
        self.distribute(index, &mention.kind);
        match &mention.kind {
            Kind::Amount { .. } => {
                if let Some(named) = self.named_behind(index) {
                    self.pending = vec![named];
                    self.foreign = false;
                }
                self.amount(number("CNY"));
            }
            Kind::Percent => self.percent(number("%")),
            Kind::Incomputable => self.incomputable(index, number("%")),
            Kind::Count { .. } => self.count(index, at),
            Kind::Points => self.points(index, number("points")),
            _ => {}
        }
        // What follows an amount of something unknown speaks of that, not of the topic before.
        self.lost |= matches!(mention.kind, Kind::Amount { .. })
            && self.found.len() == stated
            && self.waiting.is_none();
    }

    /// 分别占88%、12%: several rates or differences in a row speak in order of as many things, named or stated before.
    pub(super) fn distribute(&mut self, index: usize, kind: &Kind) {
        if self.predicate.is_none() || !self.queue.is_empty() {
            return;
        }
        let run = self.run(index, kind);
        if run < 2 {
            return;
        }
        let named = if self.pending.is_empty() {
            self.stated.clone()
        } else {
            self.singles().into()
        };
        match named.len().checked_sub(run) {
            Some(skip) => self.queue = named.into_iter().skip(skip).collect(),
            None => {
                self.predicate = None;
                self.unknown();
            }
        }
    }

    /// How many numbers of a kind stand in a row, with nothing but 、 and 和 between them.
    pub(super) fn run(&self, index: usize, kind: &Kind) -> usize {
        let same = |at: usize| {
            std::mem::discriminant(&self.context.mentions[at].kind) == std::mem::discriminant(kind)
        };
        self.context.tokens[index..]
            .iter()
            .map_while(|t| match t.kind {
                TokenKind::Mention(at) if same(at) => Some(1),
                TokenKind::Mark('、') | TokenKind::Word(Role::And) => Some(0),
                _ => None,
            })
            .sum()
    }

    /// What the number is by the words before it; of several in a row, all are the same.
    pub(super) fn take_predicate(&mut self) -> Option<Predicate> {
        if self.queue.len() > 1 {
            self.predicate.clone()
        } else {
            self.predicate.take()
        }
    }

    pub(super) fn year_said(&mut self, mention: &Mention) {
        // A date without a year has the year of what it stands in.
        let year = i32::try_from(mention.value).ok().filter(|year| *year > 0);
        let by_then = self.context.words[..mention.range.start].ends_with(['至', '止']);
        // 主要是燃料费，截至2023年末保有2辆: what there is at a date is no reason.
        if by_then && !self.begun {
            self.silence = None;
        }
        let Some(year) = year else { return };
        self.spanning = false;
        // 截至2024年末，资产总额…。共有车辆3辆: what there is at a date is told in the sentences behind, too.
        if by_then && self.context.year.is_some_and(|own| year <= own) {
            self.paragraph_year.get_or_insert(year);
        }
        if std::mem::take(&mut self.awaiting) {
            self.compare(Some(year));
        } else if self.silence.is_none() {
            self.year = Some(year);
        }
    }

    pub(super) fn amount(&mut self, number: Number) {
        if self
            .predicate
            .as_ref()
            .is_some_and(|p| !self.is_of_project(p))
        {
            return self.unknown();
        }
        self.relative = self.predicate.is_some();
        match self.take_predicate() {
            Some(Predicate::Direction(sign)) if self.compared => {
                self.state(Metric::Change, number.signed(sign))
            }
            Some(Predicate::Variance(sign)) => self.state(Metric::Variance, number.signed(sign)),
            // 完成2.3亿元 is what was spent; 完成预算16万元的92.8% names the budget.
            Some(Predicate::Completion(None)) => {
                self.state_phase(Metric::Amount, Phase::Executed, number);
            }
            Some(Predicate::Completion(Some(phase))) => {
                let stated = self.topic_phase;
                self.state_phase(Metric::Amount, phase, number);
                self.topic_phase = stated;
                self.predicate = Some(Predicate::Completion(Some(phase)));
            }
            Some(Predicate::Share(Some(whole))) => self.whole_figure(whole, number),
            Some(Predicate::Share(None)) => self.predicate = Some(Predicate::Share(None)),
            Some(Predicate::Direction(_) | Predicate::VarianceRate | Predicate::Score(_)) => {}
            None => self.figure(number),
        }
    }

    /// 2万元为公务接待费: what an amount at the beginning of its clause is of, where the name follows and ends the clause.
    fn named_behind(&self, index: usize) -> Option<Named> {
        let tokens = self.context.tokens;
        let opens = index.checked_sub(1).is_none_or(|before| {
            matches!(
                tokens[before].kind,
                TokenKind::Mark('，' | '。' | '；' | '：' | '、' | '(')
                    | TokenKind::Word(Role::Parts)
            )
        });
        let [link, name, ..] = tokens.get(index + 1..)? else {
            return None;
        };
        if !opens || !link.kind.says_nothing() || self.clause_has_value(index + 1) {
            return None;
        }
        let reference = match &name.kind {
            TokenKind::Label(label) => Reference::Label((*label).into()),
            TokenKind::Category(name) => Reference::Category((*name).into()),
            TokenKind::Path(path) => Reference::Path((**path).clone()),
            _ => return None,
        };
        let ends = tokens
            .get(index + 3)
            .is_none_or(|t| matches!(t.kind, TokenKind::Mark(_)));
        (ends && self.predicate.is_none()).then(|| self.name(reference, &name.range))
    }

    /// 占本年支出965万元的64%: the whole with its own amount.
    fn whole_figure(&mut self, whole: Named, number: Number) {
        let (topic, stage) = (self.topic.clone(), self.topic_phase);
        let (pending, stated) = (self.pending.clone(), self.stated.clone());
        let phase = self.phase.or(stage).unwrap_or(self.context.default_phase);
        if let Some((things, _)) = self.resolve(&whole, Wanted::Money) {
            let subject = Some((whole.clone(), things, None));
            self.say(Metric::Amount, phase, number, subject);
        }
        (self.topic, self.topic_phase) = (topic, stage);
        (self.pending, self.stated) = (pending, stated);
        self.predicate = Some(Predicate::Share(Some(whole)));
    }

    /// Whether a bare number is a rate that lacks its sign: 比上年增加5万元，增长13.95。
    fn lacks_percent(&self, index: usize, mention: &Mention) -> bool {
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

    /// Whether a statement stands in the clause before, with one word between it and what comes now.
    fn goes_on(&self, found: &Found) -> bool {
        self.pending.is_empty()
            && self.topic.as_ref().is_some_and(|topic| {
                matches!(&topic.reference, Reference::Things(things) if things.contains(&found.thing))
            })
    }

    fn rate_without_sign(&mut self, at: usize, mention: &Mention) {
        self.percent(Number {
            value: Some(mention.value),
            decimals: Some(mention.decimals),
            approximate: mention.approximate,
            range: mention.range.clone(),
            mention: Some(at),
            unit: SmolStr::new_static("%"),
        });
    }

    /// An amount that nothing relates to another: of the stage and year that the words say.
    pub(super) fn figure(&mut self, number: Number) {
        let phase = self
            .phase
            .or(self.list_phase.filter(|_| self.listing))
            .unwrap_or(self.context.default_phase);
        let number = number.signed(self.sign);
        if let Some(year) = self.base_year.take() {
            return self.base_figure(phase, year, number);
        }
        // 较年初预算数12万元减少…: the budget that the comparison starts from.
        if let Some(budget) = self
            .budget_word
            .filter(|_| self.versus == Some(Versus::Budget))
        {
            let stage = self.topic_phase;
            self.state_phase(Metric::Amount, budget, number);
            self.topic_phase = stage;
            return;
        }
        let stated = self.found.len();
        self.state_phase(Metric::Amount, phase, number);
        // The figure of the year before on its own: what then is said to grow, grows from it.
        let year = self.found.get(stated).and_then(|found| found.year);
        if let (Some(year), Some(current)) = (year, self.context.year)
            && year == current - 1
        {
            self.versus = Some(Versus::Year(year));
            self.compared = true;
        }
    }

    pub(super) fn percent(&mut self, number: Number) {
        if self
            .predicate
            .as_ref()
            .is_some_and(|p| !self.is_of_project(p))
        {
            self.predicate = None;
            return;
        }
        self.relative = self.predicate.is_some();
        match self.take_predicate() {
            Some(Predicate::Share(whole)) => self.share(whole, number),
            Some(Predicate::Completion(base)) => self.completion(base, number),
            // 增长2.1%，同口径增长4%: the second rate is not against what the year before was.
            Some(Predicate::Direction(_)) if self.comparable && self.has_rate() => {}
            // In the report of a government, what grows does so against the year before, without a word.
            Some(Predicate::Direction(sign))
                if self.compared || self.context.scope.is_government() =>
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

    /// Whether the sentence has said at which rate its topic changed.
    fn has_rate(&self) -> bool {
        let rate = |found: &Found| found.metric == Metric::ChangeRate && self.goes_on(found);
        self.found[self.before_sentence..].iter().any(rate)
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
            Some(Predicate::Direction(_)) if self.compared => {
                self.state(Metric::ChangeRate, number)
            }
            _ => {}
        }
    }

    pub(super) fn share(&mut self, whole: Option<Named>, number: Number) {
        // 占 and 完成 say by themselves that they go on with what was named before, but not what a heading names with what
        // other words speak of.
        self.gapped &= self.found.is_empty();
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
                self.scope
                    .heads
                    .last()
                    .filter(|_| self.listing && !closed)
                    .map(|head| head.thing.clone())
            })
            .or_else(|| things.first().and_then(total_of));
        let first = self.found.len();
        let phase = self
            .topic_phase
            .or(self.phase)
            .unwrap_or(self.context.default_phase);
        self.say(Metric::Share, phase, number, subject);
        for found in &mut self.found[first..] {
            found.whole = whole.clone().map(|thing| Whole {
                concept: thing.concept,
                dimensions: thing.dimensions,
            });
        }
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

    /// States a number of the current subject, with the stage that a comparison takes.
    pub(super) fn state(&mut self, metric: Metric, number: Number) {
        let phase = match metric {
            Metric::Variance | Metric::VarianceRate => Phase::Executed,
            _ => self
                .phase
                .or(self.topic_phase)
                .unwrap_or(self.context.default_phase),
        };
        self.state_phase(metric, phase, number);
    }

    pub(super) fn state_phase(&mut self, metric: Metric, phase: Phase, number: Number) {
        let subject = self.subject(Wanted::Money);
        self.say(metric, phase, number, subject);
    }

    pub(super) fn say(
        &mut self,
        metric: Metric,
        phase: Phase,
        number: Number,
        subject: Option<(Named, Vec<Thing>, Option<usize>)>,
    ) {
        let Some((named, things, heads)) = subject else {
            return;
        };
        if things.is_empty() {
            return;
        }
        let open = match self.context.derives {
            true => self.scope.heads.clone(),
            false => Vec::new(),
        };
        let first = self.found.len();
        if let Some(heads) = heads {
            self.scope.heads.truncate(heads);
            self.listing = heads > 0;
        }
        let list = self.list(heads);
        let things: Vec<Thing> = things.into_iter().map(|t| self.limit_thing(t)).collect();
        if self.divides_itself(metric, phase, &number, &things) {
            return;
        }
        for thing in &things {
            let mut thing = thing.clone();
            let year = self.stated_year(metric, &mut thing);
            self.found.push(Found {
                thing,
                label: named.label.clone(),
                metric,
                phase,
                year,
                value: number.value,
                unit: number.unit.clone(),
                decimals: number.decimals,
                approximate: number.approximate,
                whole: None,
                base: None,
                list: list.clone(),
                range: number.range.clone(),
                mention: number.mention,
                heads: open.clone(),
            });
        }
        self.remember(metric, phase, named, things);
        if metric == Metric::Change {
            self.settle_base(first);
        }
    }

    /// 离退休人员12人（离休1人，退休11人）: whether what divides a number bears its name, but is not that number.
    fn divides_itself(
        &self,
        metric: Metric,
        phase: Phase,
        number: &Number,
        things: &[Thing],
    ) -> bool {
        let aside = self.asides.last();
        let divided = aside
            .filter(|aside| aside.divides_number(&self.scope.heads))
            .and_then(|aside| self.found.get(aside.stated.checked_sub(1)?));
        divided.is_some_and(|whole| {
            (whole.metric, whole.phase) == (metric, phase)
                && whole.value != number.value
                && things.contains(&whole.thing)
        })
    }

    /// A thing of a part of the department, where the clause says so.
    pub(super) fn limit_thing(&self, mut thing: Thing) -> Thing {
        if let Some(scope) = &self.limited {
            thing.dimensions.insert("scope", scope);
        }
        thing
    }

    /// What was stated is what the next words go on with.
    pub(super) fn remember(
        &mut self,
        metric: Metric,
        phase: Phase,
        named: Named,
        things: Vec<Thing>,
    ) {
        let year = self.current_year();
        self.paragraph_year = self.paragraph_year.or(year);
        // A comparison with last year is one of what was spent, where both stages are stated.
        let same = self
            .topic
            .as_ref()
            .is_some_and(|t| matches!(&t.reference, Reference::Things(same) if *same == things));
        match metric {
            Metric::Amount if same && self.topic_phase == Some(Phase::Executed) => {}
            Metric::Amount => self.topic_phase = Some(phase),
            Metric::CompletionRate | Metric::Variance => self.topic_phase = Some(Phase::Executed),
            // 财政拨款收入占98%，为1180万元: the amount of what is new is still to come.
            Metric::Share if !same => self.topic_phase = None,
            _ => {}
        }
        // A fund that is one part of a list names only what the list says of it.
        let lists = self.scope.heads.len() > self.memory.heads.len() && self.listing;
        if let Some(fund) = things
            .first()
            .and_then(|thing| self.fund_of(thing))
            .filter(|_| !lists)
        {
            self.scope.fund = Some(fund);
        }
        let concepts = &self.context.grammar.concepts.concepts;
        let aside = |thing: &Thing| concepts.get(&thing.concept).is_some_and(|c| c.aside);
        if things.iter().all(aside) && self.topic.is_some() {
            self.pending.clear();
            return;
        }
        let topic = Named {
            reference: Reference::Things(things),
            ..named
        };
        if metric == Metric::Amount {
            self.stated.push(topic.clone());
        }
        self.topic = Some(topic);
        self.pending.clear();
    }

    /// The frame of the fund that a thing names.
    pub(super) fn fund_of(&self, thing: &Thing) -> Option<SmolStr> {
        let concepts = &self.context.grammar.concepts.concepts;
        concepts.get(&thing.concept)?.fund.clone()
    }

    pub(super) fn list(&self, heads: Option<usize>) -> Option<List> {
        let aside = self.asides.last();
        if aside.is_some_and(|aside| aside.divides_number(&self.scope.heads)) {
            return None;
        }
        let head = match heads {
            Some(heads) => self.scope.heads.get(heads.checked_sub(1)?),
            None => self.scope.heads.last().filter(|_| self.listing),
        }?;
        Some(List {
            id: head.id,
            head: Some(head.thing.concept.clone()),
        })
    }

    /// The year of a statement; a comparison with another year than the one before adds a dimension.
    pub(super) fn stated_year(&self, metric: Metric, thing: &mut Thing) -> Option<i32> {
        let mut year = self.current_year();
        if self.last_year {
            year = year.map(|y| y - 1);
        }
        if matches!(metric, Metric::Change | Metric::ChangeRate)
            && let Some(Versus::Year(versus)) = self.versus
        {
            if year == Some(versus) {
                year = Some(versus + 1);
            }
            if year.is_some_and(|y| y - 1 != versus) {
                thing.dimensions.insert("versus", versus.to_smolstr());
            }
        }
        year
    }

    pub(super) fn current_year(&self) -> Option<i32> {
        self.year
            .or(self.sentence_year)
            .or(self.paragraph_year)
            .or(self.context.year)
    }
}

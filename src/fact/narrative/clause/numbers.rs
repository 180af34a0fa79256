//! Numbers: what the words before them make of them.

use super::*;
use crate::document::numbering;

impl<'a> Reader<'a, '_> {
    pub(super) fn mention(&mut self, index: usize, at: usize) {
        let mention = &self.context.mentions[at];
        match &mention.kind {
            Kind::Year | Kind::Date => return self.year_said(mention),
            Kind::Other if self.lacks_percent(index, mention) => {
                return self.rate_without_sign(at, mention);
            }
            Kind::Other if self.silence.is_none() && self.count_without_unit(index, at) => return,
            Kind::Other if self.silence.is_none() && self.is_no_money(index, mention) => {
                return self.amount(Number::nothing(mention.range.clone(), Some(at)));
            }
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
        if self.restates(index, at) {
            return;
        }
        self.awaiting = false;
        let opens = !std::mem::replace(&mut self.begun, true);
        if self.silence.is_some() && opens && self.counts_topic(index, mention) {
            self.silence = None;
        }
        if self.silence.is_some() {
            // But 办公费12万元等，占60% is of what was spent.
            let ends = self.context.tokens.get(index + 1).map(|t| &t.kind);
            self.purposes = matches!(mention.kind, Kind::Amount { .. })
                && matches!(self.silence, Some(Silence::Purpose | Silence::Cause))
                && ends == Some(&TokenKind::Mark('，'));
            return;
        }
        if self.passes && matches!(mention.kind, Kind::Amount { .. }) {
            return;
        }
        if self.averaged || self.spanning || self.differs_from_report() {
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
        if let Some((metric, sign)) = self.comparison_behind(index) {
            self.relative = true;
            let unit = if metric == Metric::Change { "CNY" } else { "%" };
            return self.state(metric, number(unit).signed(sign));
        }
        match &mention.kind {
            Kind::Amount { .. } => {
                let named = self.named_behind(index);
                if let Some(named) = named.or_else(|| self.named_next(index)) {
                    self.pending = vec![named];
                    self.foreign = false;
                    self.gapped = false;
                    self.lost = false;
                }
                let said = self.phase;
                self.phase = self
                    .stage_behind(index)
                    .or_else(|| self.stage_before_adjustment(index))
                    .or(said);
                self.amount(number("CNY"));
                self.phase = said;
            }
            Kind::Percent if self.is_bare_share(index) => {
                self.relative = true;
                self.share(None, number("%"));
            }
            Kind::Percent if self.is_listed_share(index) => {
                self.relative = true;
                self.share(self.shares.clone().flatten(), number("%"));
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

    /// 0.52亿元（即5200.50万元）: states once more, as brackets print it more precisely, what the amount right before them is of.
    fn restates(&mut self, index: usize, at: usize) -> bool {
        let tokens = &self.context.tokens[..index];
        let opened = tokens.iter().rposition(|t| t.kind == TokenKind::Mark('('));
        let Some(open) = opened.filter(|open| index - open <= 2) else {
            return false;
        };
        let start = self.context.tokens[open].range.start;
        let inner = &self.context.mentions[at];
        let brackets = start..inner.range.end + ")".len();
        let mentions = self.context.mentions;
        let Some((before, inner)) = repeats(self.context.words, mentions, at, brackets) else {
            return false;
        };
        let is_it = |found: &&Found| found.metric == Metric::Amount && found.range == before.range;
        let again: Vec<Found> = self.found.iter().filter(is_it).cloned().collect();
        self.found.extend(again.into_iter().map(|found| Found {
            value: Some(inner.value),
            decimals: Some(inner.decimals),
            approximate: inner.approximate,
            range: inner.range.clone(),
            mention: Some(at),
            ..found
        }));
        true
    }

    /// 分别占88%、12%: several rates or differences in a row speak in order of as many things, named or stated before.
    pub(super) fn distribute(&mut self, index: usize, kind: &Kind) {
        // Points are told apart by what was scored, differences of one thing by what they are against.
        if !self.against.is_empty() {
            return;
        }
        if self.predicate.is_none() || !self.queue.is_empty() || *kind == Kind::Points {
            return;
        }
        let run = self.run(index, kind);
        if run < 2 {
            return;
        }
        let named: Vec<Named> = if self.pending.is_empty() {
            // As many of them as there are numbers are enough.
            let first = self.stated.len().saturating_sub(run);
            self.stated[first..].to_vec()
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

    /// Whether a number is the difference from what was reported before the accounts were closed.
    fn differs_from_report(&self) -> bool {
        let differs = |predicate| {
            matches!(
                predicate,
                &Predicate::Direction(_) | &Predicate::Variance(_)
            )
        };
        self.on_report && self.predicate.as_ref().is_some_and(differs)
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
        // 已于2024年1月收回, in the accounts of 2023: when it was done is not the year of any number.
        let is_done_later = self.context.words[..mention.range.start].ends_with('于')
            && self.context.default_phase == Phase::Executed
            && self.context.year.is_some_and(|own| year > own);
        if is_done_later {
            return;
        }
        self.spanning = false;
        // 2024年预算按不高于2023年支出数编制: the year of a limit is not the one of what is limited.
        let limits = self.averaged || self.context.words[..mention.range.start].ends_with('按');
        if limits && self.year.is_some() {
            return;
        }
        // 截至2024年末，资产总额…。共有车辆3辆: what there is at a date is told in the sentences behind, too.
        if by_then && self.context.year.is_some_and(|own| year <= own) {
            self.paragraph_year.get_or_insert(year);
        }
        // 2022年，全市地方级财政收入完成…。一般公共预算支出完成…: governments tell the year once, at the beginning.
        let opens = || numbering::behind(&self.context.words[..mention.range.start]).is_empty();
        if self.context.scope.is_government() && opens() {
            self.paragraph_year = Some(year);
        }
        if std::mem::take(&mut self.awaiting) {
            self.compare(Some(year));
        } else if self.silence.is_none() {
            self.list_year(mention, year);
            self.year = Some(year);
        }
    }

    /// 2022年、2023年: years that stand in a list.
    fn list_year(&mut self, mention: &Mention, year: i32) {
        let before = &self.context.words[..mention.range.start];
        match self
            .year
            .filter(|_| before.ends_with(['、', '和', '与', '及']))
        {
            Some(first) if self.years.is_empty() => self.years.extend([first, year]),
            Some(_) => self.years.push(year),
            None => self.years.clear(),
        }
    }

    /// 2022年和2023年收入分别为10万元、12万元: whether as many amounts follow as years were listed, of the one thing that is
    /// named. Each is of its year.
    pub(super) fn is_by_years(&self, index: usize) -> bool {
        if self.years.len() < 2 || self.pending.len() != 1 {
            return false;
        }
        self.amounts_behind(index) == self.years.len()
    }

    /// How many amounts stand in a row behind a word, if the first number behind it is one.
    pub(super) fn amounts_behind(&self, index: usize) -> usize {
        self.run_behind(index, |kind| matches!(kind, Kind::Amount { .. }))
    }

    /// The same of amounts or of rates.
    pub(super) fn numbers_behind(&self, index: usize) -> usize {
        self.run_behind(index, |kind| {
            matches!(kind, Kind::Amount { .. } | Kind::Percent)
        })
    }

    /// How many numbers stand in a row behind a token, if the first of them is of some kind.
    fn run_behind(&self, index: usize, is: impl Fn(&Kind) -> bool) -> usize {
        let mut behind = self.context.tokens.iter().enumerate().skip(index + 1);
        let number = behind.find_map(|(index, token)| match token.kind {
            TokenKind::Mention(at) => Some((index, &self.context.mentions[at].kind)),
            _ => None,
        });
        let first = number.filter(|(_, kind)| is(kind));
        first.map_or(0, |(first, kind)| self.run(first, kind))
    }

    /// 上级补助收入、经营收入均为0。: whether a bare 0 that ends its clause says that there is no money of what is named.
    fn is_no_money(&self, index: usize, mention: &Mention) -> bool {
        let ends = self
            .context
            .tokens
            .get(index + 1)
            .is_none_or(|t| matches!(t.kind, TokenKind::Mark('，' | '。' | '；' | '\n')));
        let is_money = |named: &Named| self.resolve(named, Wanted::Money).is_some();
        let copula = self.before(index).is_some_and(|before| {
            matches!(before.kind, TokenKind::Word(Role::Each | Role::Copula))
        });
        ends && copula
            && self.context.words[mention.range.clone()] == *"0"
            && self.predicate.is_none()
            && !self.pending.is_empty()
            && !self.pending_is_old
            && self.pending.iter().all(is_money)
    }

    pub(super) fn amount(&mut self, number: Number) {
        if self.against_each(&number, false) {
            return;
        }
        if self
            .predicate
            .as_ref()
            .is_some_and(|p| !self.is_of_project(p))
        {
            return self.unknown();
        }
        self.relative = self.predicate.is_some();
        match self.directed(&number) {
            Some(Predicate::Direction(UNCHOSEN) | Predicate::Variance(UNCHOSEN)) => {}
            Some(Predicate::Direction(sign)) if self.compared || self.grows_bare(&number) => {
                self.compared = true;
                self.state(Metric::Change, number.signed(sign))
            }
            // 调整为8亿元，较年初预算减少1亿元: nothing was executed yet.
            Some(Predicate::Variance(_)) if self.topic_phase == Some(Phase::Adjusted) => {}
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

    /// 240万元（年初预算数）、231万元（决算数）: the stage of an amount, where brackets behind it say that alone.
    fn stage_behind(&self, index: usize) -> Option<Phase> {
        let behind = self.context.tokens.get(index + 1..index + 4)?;
        let [open, stage, close] = behind else {
            return None;
        };
        let bracketed = open.kind == TokenKind::Mark('(') && close.kind == TokenKind::Mark(')');
        match stage.kind {
            TokenKind::Word(Role::Approved) if bracketed => Some(Phase::Approved),
            TokenKind::Word(Role::Adjusted) if bracketed => Some(Phase::Adjusted),
            TokenKind::Word(Role::Executed) if bracketed => Some(Phase::Executed),
            _ => None,
        }
    }

    /// 由64000万元调整为43000万元: the stage of what was adjusted.
    fn stage_before_adjustment(&self, index: usize) -> Option<Phase> {
        let range = &self.context.tokens[index].range;
        let is_adjusted = self.stands_before(range, Role::Adjusted);
        let before = &self.context.words[..range.start];
        (is_adjusted && before.ends_with('由')).then_some(Phase::Approved)
    }

    /// Whether the next token behind a number is a word of a role.
    fn stands_before(&self, number: &Range<usize>, role: Role) -> bool {
        let tokens = self.context.tokens;
        let behind = tokens.get(tokens.partition_point(|t| t.range.start < number.end));
        behind.is_some_and(|t| t.kind == TokenKind::Word(role))
    }

    /// 2万元为公务接待费, 其余2万元为公务接待费: what an amount at the beginning of its clause is of, where the name follows and
    /// ends the clause.
    pub(super) fn named_behind(&self, index: usize) -> Option<Named> {
        let tokens = self.context.tokens;
        let opens = self.before(index).is_none_or(|before| {
            matches!(
                before.kind,
                TokenKind::Mark('，' | '。' | '；' | '：' | '、' | '(')
                    | TokenKind::Word(Role::Parts | Role::Rest | Role::List)
            )
        });
        // 287万元授予小微企业: no word links them.
        let direct = tokens.get(index + 1).is_some_and(|t| match t.kind {
            TokenKind::Label(label) => label.starts_with("授予"),
            _ => false,
        });
        let link = if direct { index } else { index + 1 };
        let [linking, name, ..] = tokens.get(link..)? else {
            return None;
        };
        // 1919万元用于交通运输支出（类）
        let class = |path: &Path| path.names[0].is_some();
        let is_part = |label: &str| {
            let whole = self.sentence().first();
            let found = self.scope.label(label, Wanted::Money, self.context.grammar);
            let concepts = found.map(|found| &found.meaning.concepts);
            whole.zip(concepts).is_some_and(|(whole, concepts)| {
                let mut concepts = concepts.iter();
                concepts.all(|part| self.divides(part, &whole.thing.concept))
            })
        };
        let spends = linking.kind == TokenKind::Word(Role::Purpose)
            && match &name.kind {
                TokenKind::Path(path) => class(path),
                TokenKind::Label(label) => is_part(label),
                _ => false,
            };
        let links = direct || spends || linking.kind.says_nothing();
        if !opens || !links || self.clause_has_value(index + 1) {
            return None;
        }
        let reference = match &name.kind {
            TokenKind::Label(label) => Reference::Label((*label).into()),
            TokenKind::Category(name) => Reference::Category((*name).into()),
            TokenKind::Path(path) => Reference::Path((**path).clone()),
            _ => return None,
        };
        // 其余2万元为科学技术（类）支出, 27万元为本年收入合计
        let is_side = |t: &&Token| match t.kind {
            TokenKind::Label(label) => self.is_side(label),
            ref kind => kind.says_nothing(),
        };
        let mut behind = tokens.get(link + 2..).unwrap_or_default().iter();
        let ends = behind
            .find(|t| !is_side(t))
            .is_none_or(|t| matches!(t.kind, TokenKind::Mark(_)));
        (ends && self.predicate.is_none()).then(|| self.name(reference, &name.range))
    }

    /// 2万元，是某局2023年度财政拨款收、支总计数: what an amount that is all of its clause is of, where the next says no more than that.
    fn named_next(&self, index: usize) -> Option<Named> {
        let mut before = self.clause_before(index);
        let tokens = self.context.tokens.get(index + 1..)?;
        let [comma, rest @ ..] = tokens else {
            return None;
        };
        let words = &self.context.words[comma.range.end..];
        let is_alone = comma.kind == TokenKind::Mark('，') && before.all(|t| t.kind.says_nothing());
        if !is_alone || !words.starts_with(['是', '为', '系']) {
            return None;
        }
        let clause = rest
            .iter()
            .take_while(|t| !matches!(t.kind, TokenKind::Mark(_)));
        // Whose it is and of which year: 某县林业和草原局2023年度.
        let mut clause = clause.skip_while(|t| match t.kind {
            TokenKind::Label(_) => false,
            TokenKind::Mention(_) => !self.is_value(&t.kind),
            _ => true,
        });
        let (name, label) = clause.next().and_then(|t| match t.kind {
            TokenKind::Label(label) => Some((t, label)),
            _ => None,
        })?;
        let ends = clause.all(|t| t.kind.says_nothing());
        ends.then(|| self.name(Reference::Label(label.into()), &name.range))
    }

    /// 占本年支出965万元的64%: the whole with its own amount.
    fn whole_figure(&mut self, whole: Named, number: Number) {
        let (topic, stage) = (self.topic.clone(), self.topic_phase);
        let (pending, stated) = (self.pending.clone(), self.stated.clone());
        let phase = self.phase.or(stage).unwrap_or_else(|| self.default_phase());
        if let Some((things, _)) = self.resolve(&whole, Wanted::Money) {
            let subject = Some((whole.clone(), things, None));
            self.say(Metric::Amount, phase, number, subject);
        }
        (self.topic, self.topic_phase) = (topic, stage);
        (self.pending, self.stated) = (pending, stated);
        self.predicate = Some(Predicate::Share(Some(whole)));
    }

    /// Takes what the words before a number make of it. Where they leave the direction open, 0 needs none, and a rate has
    /// that of the change before it: 减少3万元，增长（下降）5%.
    pub(super) fn directed(&mut self, number: &Number) -> Option<Predicate> {
        let sign = match number.value {
            Some(value) if !value.is_zero() => self.direction_before(),
            _ => Some(1),
        };
        match (self.take_predicate(), sign) {
            (Some(Predicate::Direction(UNCHOSEN)), Some(sign)) => Some(Predicate::Direction(sign)),
            (Some(Predicate::Variance(UNCHOSEN)), Some(sign)) => Some(Predicate::Variance(sign)),
            (predicate, _) => predicate,
        }
    }

    /// The sign of the change or the difference that the clause before states.
    fn direction_before(&self) -> Option<i8> {
        let found = self.found.last()?;
        let difference = matches!(found.metric, Metric::Change | Metric::Variance);
        let value = found
            .value
            .filter(|v| difference && !v.is_zero() && self.goes_on(found))?;
        Some(if value.is_sign_negative() { -1 } else { 1 })
    }

    /// Whether a statement stands in the clause before, with one word between it and what comes now.
    pub(super) fn goes_on(&self, found: &Found) -> bool {
        self.pending.is_empty()
            && self.topic.as_ref().is_some_and(|topic| {
                matches!(&topic.reference, Reference::Things(things) if things.contains(&found.thing))
            })
    }

    /// An amount that nothing relates to another: of the stage and year that the words say.
    pub(super) fn figure(&mut self, number: Number) {
        let phase = self
            .phase
            .or(self.list_phase.filter(|_| self.listing))
            .unwrap_or_else(|| self.default_phase());
        let number = number.signed(self.sign);
        if !self.stages_of_all.is_empty() {
            for phase in std::mem::take(&mut self.stages_of_all) {
                self.state_phase(Metric::Amount, phase, number.clone());
            }
            return;
        }
        if let Some(phase) = self.phase_queue.pop_front() {
            return self.state_phase(Metric::Amount, phase, number);
        }
        if let Some(year) = self.year_queue.pop_front() {
            self.year = Some(year);
            return self.state_phase(Metric::Amount, phase, number);
        }
        if self.base_year.is_none() && self.is_left_behind(&number) {
            self.base_year = self.current_year().map(|year| year - 1);
        }
        if let Some(year) = self.base_year.take() {
            return self.base_figure(phase, year, number);
        }
        // 比年初预算数12万元和上年决算数10万元分别多…: the figure of the year, behind that of the budget.
        if self.versus == Some(Versus::Budget)
            && let Some(Versus::Year(year)) = self.also
        {
            return self.base_figure(Phase::Executed, year, number);
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
        if self.totals_several(phase, &number) || self.is_of_part_of_year(number.range.start) {
            return self.unknown();
        }
        let stated = self.found.len();
        self.state_phase(Metric::Amount, phase, number);
        // The figure of the year before on its own: what then is said to grow, grows from it. But the report of a
        // government tells of two years one after the other.
        let year = self.found.get(stated).and_then(|found| found.year);
        if let (Some(year), Some(current)) = (year, self.context.year)
            && year == current - 1
            && !self.context.scope.is_government()
        {
            self.versus = Some(Versus::Year(year));
            self.compared = true;
        }
    }

    /// 由140万元增加到152万元: whether an amount is that of the year before, from which that of this year is reached.
    fn is_left_behind(&self, number: &Number) -> bool {
        let before = &self.context.words[..number.range.start];
        self.phase != Some(Phase::Approved)
            && before.ends_with(['由', '从'])
            && self.stands_before(&number.range, Role::Reaches)
    }

    /// 截至2024年4月底，一般公共预算支出25亿元; 今年上半年，一般公共预算支出52亿元: whether what a government spent in a part of a year
    /// would be taken for what it spent, or planned, in the whole.
    fn is_of_part_of_year(&self, before: usize) -> bool {
        if !self.context.scope.is_government() {
            return false;
        }
        let sentence = self.context.words[..before].rsplit(['。', '；']).next();
        let sentence = sentence.unwrap_or_default();
        let opening = numbering::behind(sentence.trim_start());
        let opening = opening.split('，').next().unwrap_or_default();
        if PARTS_OF_YEAR.iter().any(|part| opening.ends_with(part)) {
            return true;
        }
        if self.phase.is_some() || self.default_phase() != Phase::Approved {
            return false;
        }
        sentence.match_indices('月').any(|(at, month)| {
            let upto = sentence[..at].trim_end_matches(|c: char| c.is_ascii_digit());
            let number = &sentence[upto.len()..at];
            let ends = sentence[at + month.len()..].starts_with(['底', '末']);
            let ranges = upto.ends_with(['-', '—', '~', '至', '到', '前']);
            !number.is_empty() && number != LAST_MONTH && (ends || ranges)
        })
    }

    /// 甲项12万元，乙项3万元，合计15万元: whether an amount without a name would be a second one of what the sentence has just
    /// given another; it is of something larger.
    fn totals_several(&self, phase: Phase, number: &Number) -> bool {
        let Some(Reference::Things(topic)) = self.topic.as_ref().map(|t| &t.reference) else {
            return false;
        };
        let year = self.current_year();
        let given = |found: &Found| {
            (found.metric, found.phase, found.year) == (Metric::Amount, phase, year)
                && found.value != number.value
                && topic.contains(&found.thing)
        };
        self.pending.is_empty()
            && self.queue.is_empty()
            && !self.last_year
            && self.project_things().is_none()
            && self.sentence().last().is_some_and(given)
    }
}

/// How the opening of a sentence ends that is about a part of a year.
const PARTS_OF_YEAR: [&str; 5] = ["上半年", "一季度", "前三季度", "前三个季度", "三季度末"];

/// The month that a whole year ends with.
const LAST_MONTH: &str = "12";

//! Marks: what ends with a clause, a sentence or a bracket, and what is carried on.

use super::*;
use crate::document::numbering;

impl Reader<'_, '_> {
    pub(super) fn mark(&mut self, index: usize, mark: char) {
        match mark {
            '；' if self.silence == Some(Silence::Cause) && self.goes_on_listing(index) => {
                self.end_clause();
            }
            '，' => {
                self.leave_composition(index);
                if self.gapped_list(index)
                    || self.names_more(index)
                    || self.adds_to_budget(index)
                    || self.tells_influence(index)
                {
                    self.pending.clear();
                }
                self.end_clause();
            }
            '；' => {
                self.end_clause();
                // 安排购置公务用车2辆；单价50万元以上设备0台: what is planned is listed up to the end of the sentence.
                self.silence = self.silence.take().filter(|s| *s == Silence::Plan);
                self.versus = None;
                self.on_report = false;
                self.against_budget = false;
                self.lost = false;
                self.purposes = false;
                // 2024年预算12万元；2023年执行11万元；比上年…: it goes on with the year that it began with.
                let own = self.context.year;
                let began = match self.sentence() {
                    [first, .., last] if first.year == own && last.year != own => Some(first.phase),
                    _ => None,
                };
                if began.is_some() {
                    self.sentence_year = None;
                    self.topic_phase = began;
                }
            }
            '。' | '！' | '？' | '\n' => {
                if self.only_describes(index) {
                    self.silence = None;
                }
                self.end_sentence();
            }
            // What has been counted, though not understood, is not counted again with what follows.
            '、' => self.joined = !self.pending.is_empty() && self.open_count.is_none(),
            '：' => {
                self.introduce();
                self.introduce_shares(index);
            }
            '(' => self.asides.push(Aside {
                stated: self.found.len(),
                topic: self.topic.clone(),
                pending: self.pending.clone(),
                lost: self.lost,
                of_unknown: self.before(index).is_some_and(|before| {
                    let read = |found: &Found| found.range == before.range;
                    self.is_amount(&before.kind) && !self.near().any(read)
                }),
                topic_phase: self.topic_phase,
                heads: self.scope.heads.clone(),
                listing: self.listing,
                list_phase: self.list_phase,
                year: self.year.or(self.sentence_year),
                of_number: self
                    .before(index)
                    .is_some_and(|before| matches!(before.kind, TokenKind::Mention(_))),
            }),
            ')' => self.end_aside(),
            _ => {}
        }
    }

    /// 结转52万元，由甲项41万元和乙项11万元构成，比上年增加9万元: behind what it consists of, the sentence goes on with the whole.
    fn leave_composition(&mut self, index: usize) {
        let clause = self.clause_words(index);
        if !clause.starts_with('由') || !(clause.ends_with("构成") || clause.ends_with("组成"))
        {
            return;
        }
        let start = self.context.tokens[index].range.start - clause.len();
        let before = self.near().find(|found| found.range.end < start);
        let before = before.filter(|found| found.metric == Metric::Amount);
        let Some(whole) = before.cloned() else {
            return;
        };
        self.topic = Some(Named {
            label: whole.label,
            reference: Reference::Things(vec![whole.thing]),
        });
        self.topic_phase = Some(whole.phase);
        self.pending.clear();
        self.lost = false;
    }

    /// 3.事业收入主要是培训费、住宿费等收入。: whether the sentence that ends at a mark only says what its name consists of.
    fn only_describes(&self, index: usize) -> bool {
        let tokens = self.context.tokens[..index].iter().rev();
        let ends = |t: &&Token| matches!(t.kind, TokenKind::Mark('。' | '；' | '\n'));
        let mut sentence = tokens.take(LONGEST_CLAUSE).take_while(|t| !ends(t));
        self.silence == Some(Silence::Cause)
            && self.pending.len() == 1
            && self.found.len() == self.before_sentence
            && !sentence.any(|t| self.is_value(&t.kind))
    }

    /// 受出国任务增加影响，比上年增加2万元: whether the clause that ends at a mark only says what had an influence.
    fn tells_influence(&self, index: usize) -> bool {
        let clause = self.clause_words(index);
        // 事业收入12万元，系服务费，与上年持平
        let is_said = clause.starts_with('系') && !self.has_number_before(index);
        clause.starts_with('受') && clause.ends_with("影响") || is_said
    }

    /// 主要原因：一是…；二是…, 主要原因：（1）…；（2）…: whether the next of the reasons that are counted follows.
    fn goes_on_listing(&self, index: usize) -> bool {
        let behind = &self.context.words[self.context.tokens[index].range.end..];
        if self.numbers_reasons && numbering::number(behind).is_some() {
            return true;
        }
        let openers = &self.context.grammar.projects.openers;
        openers
            .iter()
            .any(|opener| opener.ends_with('是') && behind.starts_with(opener.as_str()))
    }

    /// 截至2023年12月，部门基本情况如下：…. The year of words that only introduce is that of what follows.
    fn introduce(&mut self) {
        self.foreign = false;
        let only_introduces = self.found.len() == self.before_sentence
            && self.pending.is_empty()
            && self.silence.is_none()
            && self.versus.is_none();
        if only_introduces {
            let said = self.year.or(self.sentence_year);
            self.paragraph_year = said.or(self.paragraph_year);
        }
    }

    /// 占总支出的比重分别为：教育支出8%、农林水支出6%: the rates of a list of names are shares, if its head says so.
    fn introduce_shares(&mut self, index: usize) {
        let Some([name, rate]) = self.context.tokens.get(index + 1..index + 3) else {
            return;
        };
        if name.kind.is_name()
            && self.is_percent(&rate.kind)
            && let Some(Predicate::Share(whole)) = &self.predicate
        {
            self.shares = Some(whole.clone());
            self.predicate = None;
            self.pending.clear();
            self.queue.clear();
        }
    }

    /// Behind brackets that stated something of their own, the sentence goes on with what it spoke of before.
    fn end_aside(&mut self) {
        let Some(aside) = self.asides.pop() else {
            return;
        };
        if aside.stated == self.found.len() {
            // 行政运行24万元（含上年结转2万元），比上年增加1万元
            if aside.of_number {
                self.pending = aside.pending;
                self.lost = aside.lost;
            }
            return;
        }
        self.end_clause();
        self.pending.clear();
        self.silence = None;
        self.topic = aside.topic;
        self.topic_phase = aside.topic_phase;
        self.scope.heads = aside.heads;
        self.listing = aside.listing;
        self.list_phase = aside.list_phase;
        self.sentence_year = aside.year;
    }

    fn end_clause(&mut self) {
        if self.pending.len() > 1 && !self.each && self.queue.is_empty() {
            self.named_together = std::mem::take(&mut self.pending);
        }
        self.stages_of_all.clear();
        self.against.clear();
        self.both = self.versus.zip(self.also).map(|(one, other)| [one, other]);
        self.phase = None;
        self.sign = 1;
        self.received = false;
        self.predicate = None;
        self.awaiting = false;
        self.also = None;
        self.budget_word = None;
        self.last_year = false;
        self.foreign = false;
        self.gapped = false;
        self.pending_is_old = true;
        self.begun = false;
        self.joined = false;
        self.base_year = None;
        self.base_phase = None;
        self.averaged = false;
        self.passes = false;
        self.standard = false;
        self.comparable = false;
        self.leave_count();
        if self.versus == Some(Versus::Budget) {
            self.versus = None;
            self.against_budget = true;
        }
        if self.year.is_some() {
            self.sentence_year = self.year.take();
        }
    }

    pub(super) fn end_sentence(&mut self) {
        // A label on its own is what the sentences behind it are about, but for one that a list only names.
        let lists_names = self.listing
            && !self.numbered
            && self.found.len() == self.before_sentence
            && self.scope.heads.len() > self.memory.heads.len();
        // 公用经费主要用于办公费等。比上年减少2万元: what it is for says nothing of it.
        let says_nothing = matches!(self.silence, None | Some(Silence::Purpose));
        let alone = if self.pending.len() == 1 && says_nothing && !self.trailed && !lists_names {
            self.pending.pop()
        } else {
            None
        };
        self.end_clause();
        self.pending.clear();
        self.queue.clear();
        self.years.clear();
        self.year_queue.clear();
        self.phase_queue.clear();
        self.reason_leads = false;
        self.scored.clear();
        self.together.clear();
        self.each = false;
        self.silence = None;
        self.versus = None;
        self.on_report = false;
        self.sentence_year = None;
        self.before_sentence = self.found.len();
        self.limited = None;
        self.lost = false;
        self.purposes = false;
        self.trailed = false;
        self.added.clear();
        self.against_budget = false;
        self.waiting = None;
        self.all_named = false;
        self.shares = None;
        self.involving = false;
        self.spanning = false;
        self.named_together.clear();
        self.stated_before = std::mem::take(&mut self.stated);
        if let Some(named) = alone {
            // 社会保险基金预算。收入12亿元: a fund that stands alone is that of what follows.
            let things = self
                .resolve(&named, Wanted::Money)
                .map(|(things, _)| things);
            let fund = things.and_then(|things| self.fund_of(things.first()?));
            self.scope.fund = fund.or(self.scope.fund.take());
            self.topic = Some(named);
            self.topic_phase = None;
            self.divide_by_items();
        } else if self.listing
            && !self.numbered
            && let Some(head) = self
                .scope
                .heads
                .get(self.memory.heads.len()..)
                .and_then(<[Head]>::last)
        {
            self.topic = Some(self.name_of(head));
            self.topic_phase = None;
        }
        self.listing = false;
    }

    /// 1.人员经费。工资福利支出80万元，包括：…: what stands alone is what the economic items behind it are of.
    pub(super) fn divide_by_items(&mut self) {
        let grammar = self.context.grammar;
        let things = self.topic.as_ref().and_then(|topic| {
            let (things, _) = self.resolve(topic, Wanted::Money)?;
            Some(things)
        });
        let Some([thing]) = things.as_deref() else {
            return;
        };
        if grammar.concepts.has_items(&thing.concept) {
            let head = Head::new(thing.clone(), self.context.start, grammar);
            self.scope.heads.push(head);
        }
    }

    /// The name of what a list divides.
    pub(super) fn name_of(&self, head: &Head) -> Named {
        let concept = self
            .context
            .grammar
            .concepts
            .concepts
            .get(&head.thing.concept);
        Named {
            label: concept.map_or_else(SmolStr::default, |c| c.zh.as_str().into()),
            reference: Reference::Things(vec![head.thing.clone()]),
        }
    }
}

/// What a sentence spoke of when brackets opened.
pub(super) struct Aside {
    pub(super) stated: usize,
    topic: Option<Named>,
    pending: Vec<Named>,
    lost: bool,
    /// Whether the brackets stand behind an amount that was not understood.
    of_unknown: bool,
    topic_phase: Option<Phase>,
    heads: Vec<Head>,
    listing: bool,
    list_phase: Option<Phase>,
    year: Option<i32>,
    /// Whether the brackets stand behind a number.
    of_number: bool,
}

impl Aside {
    /// 基金安排184万元（含上年结转36万元）: whether such brackets divide an amount that was not understood.
    pub(super) fn divides_unknown(&self) -> bool {
        self.of_unknown
    }

    /// 行政编制22人（含工勤编制3人）: whether what such brackets state is a part of the number before them, not of the
    /// list that this stands in, as long as they open none of their own.
    pub(super) fn divides_number(&self, heads: &[Head]) -> bool {
        self.of_number && heads.len() <= self.heads.len()
    }
}

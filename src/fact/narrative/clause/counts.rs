//! Counts, and what they are of.

use smol_str::SmolStr;

use super::*;
use crate::grammar::concepts::Only;

/// What a clause begins with that tells of the whole year.
const WHOLE_YEAR: [&str; 3] = ["全年", "本年", "当年"];

/// The classifiers of anything at all.
const GENERIC: [&str; 3] = ["个", "家", "项"];

impl<'a> Reader<'a, '_> {
    pub(super) fn count(&mut self, index: usize, at: usize) {
        // 比上年减少1辆 is no count of what there is, but 新增的2个项目 are.
        if self.context.words[..self.context.tokens[index].range.start].ends_with('的')
            && self.predicate == Some(Predicate::Direction(1))
            && self.versus.is_none()
        {
            self.predicate = None;
        }
        if matches!(self.predicate, Some(Predicate::Direction(_)))
            && (matches!(self.versus, Some(Versus::Year(_))) || self.pending.is_empty())
        {
            self.predicate = None;
            return;
        }
        // 评价得分在90-100分的16个: how many had such a score is not how many there are.
        if self.stands_behind_score(index) {
            return self.unknown();
        }
        if let Some(label) = self.counts_next(index) {
            let grammar = self.context.grammar;
            let found = self.scope.label(label, Wanted::Count, grammar);
            // What is no count here leaves what the sentence speaks of: 机关运行经费，涉及1家行政单位和1家事业单位，合计….
            if found.is_none() {
                self.open_count = Some(at);
                return;
            }
            let follows = found.is_some_and(|resolved| resolved.meaning.follows);
            // 局本级和2个事业单位 are subordinate, those of a list of counts are any.
            if !follows || self.is_listed(index) {
                self.open_count = (!follows).then_some(at);
                self.unknown();
                return;
            }
        }
        if self.is_part_of_unknown_count(index, at) {
            return self.unknown();
        }
        // 其余3个为事业单位: the name follows, and ends the clause.
        if let Some(named) = self.named_behind(index)
            && self.resolve(&named, Wanted::Count).is_some()
        {
            self.foreign = false;
            return self.bind_count(at, &named);
        }
        let followed = self
            .rest_of_clause(index)
            .any(|t| matches!(&t.kind, TokenKind::Label(label) if self.follows(label)));
        // 2个项目开展了评估，其中1个项目未予安排
        let is_part = self
            .before(index)
            .is_some_and(|t| t.kind == TokenKind::Word(Role::Parts));
        if is_part && !followed {
            return self.unknown();
        }
        let counts_nothing = |named: &Named| self.resolve(named, Wanted::Count).is_none();
        let is_new = || self.pending_is_old && self.is_object(index);
        if followed && (is_new() || self.pending.iter().all(counts_nothing)) {
            self.open_count = Some(at);
            return;
        }
        let named = match self.queue.pop_front() {
            Some(named) => Some(named),
            None if self.foreign
                || self.counts_unknown(index)
                || self.follows_unknown(index, at) =>
            {
                None
            }
            None => match self.pending.as_slice() {
                [named] => Some(named.clone()),
                [] => self.topic.clone(),
                all if self.each => self.all_of(all),
                _ => None,
            },
        };
        match named {
            Some(named) if self.counts_other(&named, at) => self.unknown(),
            Some(named) => self.bind_count(at, &named),
            None => self.open_count = Some(at),
        }
    }

    /// 未开展部门评价，对12个项目开展了自评: whether what a clause does is done to what a number counts.
    fn is_object(&self, index: usize) -> bool {
        let clause = self.clause_words(index);
        let names = |t: &Token| t.kind.is_name();
        clause.ends_with(['对', '有'])
            || clause.starts_with(['对', '并']) && !self.clause_before(index).any(names)
    }

    /// 轿车、客车均为0辆: all that was named, under one name.
    fn all_of(&self, all: &[Named]) -> Option<Named> {
        let things = |named: &Named| {
            let counted = self.resolve(named, Wanted::Count);
            let (things, _) = counted.or_else(|| self.resolve(named, Wanted::Money))?;
            Some(things)
        };
        Some(Named {
            label: all.last()?.label.clone(),
            reference: Reference::Things(all.iter().filter_map(things).flatten().collect()),
        })
    }

    /// Whether the clause of a number has spoken of a score before it.
    fn stands_behind_score(&self, index: usize) -> bool {
        self.clause_before(index)
            .take_while(|t| t.kind != TokenKind::Mark('：'))
            .any(|t| t.kind == TokenKind::Word(Role::Score))
    }

    /// 1个行政单位、2个事业单位: where a number opens an item of a list, the label of what it counts, directly behind it.
    fn counts_next(&self, index: usize) -> Option<&'a str> {
        let tokens = self.context.tokens;
        let opens = self.before(index).is_some_and(|before| {
            matches!(
                before.kind,
                TokenKind::Mark('、' | '：') | TokenKind::Word(Role::And | Role::Parts)
            )
        });
        let behind = tokens.get(index + 1).filter(|_| opens)?;
        let TokenKind::Label(label) = behind.kind else {
            return None;
        };
        let meanings = self.context.grammar.concepts.labels.get(label)?;
        let counts = meanings.iter().any(|m| m.only == Some(Only::Count));
        (counts && behind.range.start == tokens[index].range.end).then_some(label)
    }

    /// 主要用于接待检查组，共接待26批次: whether a number that begins a clause counts what the sentence speaks of.
    pub(super) fn counts_topic(&self, index: usize, mention: &Mention) -> bool {
        let Kind::Count { classifier } = &mention.kind else {
            return false;
        };
        let Some(Reference::Things(things)) = self.topic.as_ref().map(|t| &t.reference) else {
            return false;
        };
        let concepts = &self.context.grammar.concepts;
        let counted = things
            .iter()
            .find_map(|thing| concepts.counted(&thing.concept, classifier));
        let Some((counted, concept)) =
            counted.and_then(|id| Some((id, concepts.concepts.get(id)?)))
        else {
            return false;
        };
        let says_nothing = |t: &&Token| match t.kind {
            TokenKind::Word(role) => role.says_nothing(),
            TokenKind::Gap => concept.zh.contains(&self.context.words[t.range.clone()]),
            // 主要原因是上年未购置，全年购置公务用车1辆
            TokenKind::Label(label) => self.names(label, counted),
            _ => false,
        };
        let mut before = self.context.tokens[..index].iter().rev();
        before
            .find(|t| !says_nothing(t))
            .is_some_and(|t| matches!(t.kind, TokenKind::Mark('，' | '。' | '；')))
    }

    /// Whether a label names what is counted as a concept.
    fn names(&self, label: &str, counted: &str) -> bool {
        let grammar = self.context.grammar;
        let found = self.scope.label(label, Wanted::Count, grammar);
        found.is_some_and(|found| found.meaning.concepts.iter().any(|id| id == counted))
    }

    /// 绩效目标完成情况：建设监测站点12个: whether unknown words right before a number of anything say what it counts.
    fn follows_unknown(&self, index: usize, at: usize) -> bool {
        let Kind::Count { classifier } = &self.context.mentions[at].kind else {
            return false;
        };
        // 人员类项目2个: words that say nothing may stand between.
        let tokens = &self.context.tokens[..=index];
        let mut adjacent = tokens
            .windows(2)
            .rev()
            .take_while(|pair| pair[0].range.end == pair[1].range.start)
            .map(|pair| &pair[0]);
        let before = adjacent
            .by_ref()
            .enumerate()
            .find(|(_, t)| !t.kind.says_nothing());
        // 评价项目14个 counts what is evaluated.
        let unknown = before.is_some_and(|(between, t)| {
            let shortest = if between > 0 { 3 } else { 2 };
            t.kind == TokenKind::Gap
                && self.context.words[t.range.clone()].chars().count() >= shortest
        });
        self.gapped && unknown && GENERIC.contains(&classifier.as_str())
    }

    /// 绩效目标完成情况：完成12个村庄的整治: whether unknown words directly behind a number say what it counts.
    fn counts_unknown(&self, index: usize) -> bool {
        let tokens = self.context.tokens;
        let TokenKind::Mention(at) = tokens[index].kind else {
            return false;
        };
        let Kind::Count { classifier } = &self.context.mentions[at].kind else {
            return false;
        };
        let Some(behind) = tokens.get(index + 1) else {
            return false;
        };
        let concepts = &self.context.grammar.concepts;
        let noun = &self.context.words[behind.range.clone()];
        // 因公出国（境）0个团组: the noun is that of the concept.
        let names = |thing: &Thing| {
            let counted = concepts.counted(&thing.concept, classifier);
            let concept = concepts.concepts.get(counted.unwrap_or(&thing.concept));
            concept.is_some_and(|concept| concept.zh.contains(noun))
        };
        let spoken_of = self.pending.last().or(self.topic.as_ref());
        let things = spoken_of.and_then(|named| {
            self.resolve(named, Wanted::Count)
                .or_else(|| self.resolve(named, Wanted::Money))
        });
        behind.kind == TokenKind::Gap
            && behind.range.start == tokens[index].range.end
            && GENERIC.contains(&classifier.as_str())
            && !things.is_some_and(|(things, _)| things.iter().any(names))
    }

    /// Whether another count with its name stands before a number: 1个行政单位、2个.
    fn is_listed(&self, index: usize) -> bool {
        let before = &self.context.tokens[..index];
        let kinds: Vec<_> = before.iter().rev().take(3).map(|t| &t.kind).collect();
        matches!(kinds[..], [_, TokenKind::Label(_), count] if self.is_counting(count))
    }

    /// 反映6个项目的自评结果，其中3个项目的自评表见附件: whether a number is a part of one right before that states nothing.
    fn is_part_of_unknown_count(&self, index: usize, at: usize) -> bool {
        let before = self.before(index);
        let is_part = before.is_some_and(|before| before.kind == TokenKind::Word(Role::Parts));
        let whole = at.checked_sub(1).filter(|_| is_part);
        whole.is_some_and(|whole| {
            let mentions = self.context.mentions;
            let states = |found: &Found| found.mention == Some(whole);
            let between = mentions[whole].range.end..mentions[at].range.start;
            mentions[whole].kind == mentions[at].kind
                && !self.context.words[between].contains(['。', '；'])
                && !self.near().any(states)
        })
    }

    /// Whether a token is a count.
    pub(super) fn is_counting(&self, kind: &TokenKind) -> bool {
        matches!(kind, TokenKind::Mention(at)
            if matches!(self.context.mentions[*at].kind, Kind::Count { .. }))
    }

    /// Whether a number stands directly before the label of what it counts.
    pub(super) fn is_counted_before(&self, label: &str, range: &Range<usize>) -> bool {
        let grammar = self.context.grammar;
        let found = self.scope.label(label, Wanted::Count, grammar);
        self.follows_count(range)
            && found.is_some_and(|resolved| resolved.meaning.only == Some(Only::Count))
    }

    /// 机关运行经费，涉及1家行政单位，合计12万元: whether a label only says of which things there are so many, without a
    /// meaning here, so that the sentence goes on with what it spoke of.
    pub(super) fn is_counted_unread(&self, label: &str, range: &Range<usize>) -> bool {
        let labels = &self.context.grammar.concepts.labels;
        let counts = |meanings: &Vec<Meaning>| {
            meanings
                .iter()
                .all(|m| m.adds || m.only == Some(Only::Count))
        };
        self.follows_count(range) && labels.get(label).is_some_and(counts)
    }

    /// 1项部门整体支出绩效自评, 87个预算部门开展绩效自评: whether what a number counts is the department, or those who assess, not
    /// projects.
    pub(super) fn counts_department(&self, count: usize, range: &Range<usize>) -> bool {
        let projects = &self.context.grammar.projects;
        let end = self.context.mentions[count].range.end;
        let Some(between) = self.context.words.get(end..range.start) else {
            return false;
        };
        let names = |words: &[String]| words.iter().any(|word| between.contains(word.as_str()));
        project::is_department(between, projects)
            || names(&projects.assessors) && !names(&projects.subjects)
    }

    /// 更新购置河道巡查用车1辆: whether a bare word for what is counted only ends the name of a kind of them, directly behind
    /// unknown words and before the number.
    pub(super) fn ends_kind(&self, index: usize, label: &str) -> bool {
        let tokens = self.context.tokens;
        let range = &tokens[index].range;
        let short = label.chars().count() <= SHORT_NAME;
        let unknown = self.before(index).is_some_and(|before| {
            before.kind == TokenKind::Gap
                && before.range.end == range.start
                && self.context.words[before.range.clone()].chars().count() > 1
        });
        let counted = |next: &Token| next.range.start == range.end && self.is_counting(&next.kind);
        let labels = &self.context.grammar.concepts.labels;
        // 办公设备实有20台: what is only said to be there is no kind of anything.
        let only_counts = |all: &Vec<Meaning>| {
            all.iter().all(|m| {
                m.only == Some(Only::Count) && !m.concepts.iter().any(|id| id.starts_with("x."))
            })
        };
        short
            && unknown
            && tokens.get(index + 1).is_some_and(counted)
            && labels.get(label).is_some_and(only_counts)
    }

    /// Whether words stand directly behind a count that is not bound yet.
    fn follows_count(&self, range: &Range<usize>) -> bool {
        self.open_count
            .is_some_and(|count| self.context.mentions[count].range.end == range.start)
    }

    /// 核定编制71人，实际教职工62人: what was counted is not counted again behind words that are not understood.
    /// But 接待批次52次，接待410人次 counts something else of it.
    fn counts_other(&self, named: &Named, at: usize) -> bool {
        let Kind::Count { classifier } = &self.context.mentions[at].kind else {
            return false;
        };
        let concepts = &self.context.grammar.concepts;
        // 在职人员72人，其中…；退休人员36人。另有村干部88人: nor behind what else was counted since.
        let stated = |thing: &Thing| {
            let same = |f: &Found| f.metric == Metric::Count && f.thing == *thing;
            self.pending.is_empty() && self.near().any(same)
        };
        let again = |thing: &Thing| {
            !thing.concept.starts_with("x.")
                && (self.counted.as_ref() == Some(thing) || stated(thing))
                && concepts.counted(&thing.concept, classifier).is_none()
        };
        self.gapped
            && self
                .resolve(named, Wanted::Count)
                .is_some_and(|(things, _)| things.iter().any(again))
    }

    /// A count of something unknown ends what was counted before, and what the heading is about.
    pub(super) fn leave_count(&mut self) {
        if self.open_count.take().is_some() {
            self.counted = None;
            if self.found.is_empty() {
                self.topic = None;
            }
        }
    }

    /// Binds a count to what was named: a count itself, or something whose counts have concepts of their own.
    pub(super) fn bind_count(&mut self, at: usize, named: &Named) {
        let mention = &self.context.mentions[at];
        let Kind::Count { classifier } = &mention.kind else {
            return;
        };
        self.bind_count_in(at, classifier, named);
    }

    /// 编制数28。: a bare number that ends its clause directly behind the label of a count is one in its usual classifier.
    pub(super) fn count_without_unit(&mut self, index: usize, at: usize) -> bool {
        let tokens = self.context.tokens;
        let ends = tokens
            .get(index + 1)
            .is_none_or(|t| matches!(t.kind, TokenKind::Mark('，' | '。' | '；' | '\n')));
        let [named] = self.pending.as_slice() else {
            return false;
        };
        let named = named.clone();
        let labelled = self
            .before(index)
            .is_some_and(|before| matches!(before.kind, TokenKind::Label(_)));
        let Some((things, _)) = self.resolve(&named, Wanted::Count) else {
            return false;
        };
        let concepts = &self.context.grammar.concepts.concepts;
        let classifier = things
            .first()
            .and_then(|thing| concepts.get(&thing.concept)?.classifiers.first());
        let whole = self.context.mentions[at].value.fract().is_zero();
        let Some(classifier) = classifier.filter(|_| ends && labelled && whole) else {
            return false;
        };
        self.bind_count_in(at, classifier, &named);
        true
    }

    /// Binds a number of things in a classifier to what was named.
    fn bind_count_in(&mut self, at: usize, classifier: &str, named: &Named) {
        let mention = &self.context.mentions[at];
        let Some((things, heads)) = self
            .resolve(named, Wanted::Count)
            .or_else(|| self.resolve(named, Wanted::Money))
        else {
            self.open_count = Some(at);
            return;
        };
        let concepts = &self.context.grammar.concepts;
        let mut direct = true;
        let mut counted = Vec::new();
        for thing in things {
            let fits = concepts
                .concepts
                .get(&thing.concept)
                .is_some_and(|c| c.classifiers.iter().any(|c| c.as_str() == classifier));
            if fits {
                counted.push(thing);
            } else if let Some(concept) = concepts.counted(&thing.concept, classifier) {
                direct = false;
                counted.push(Thing {
                    concept: concept.into(),
                    dimensions: thing.dimensions,
                });
            } else if thing.concept.starts_with("x.") && !self.is_count(&thing.concept) {
                counted.push(thing);
            }
        }
        if counted.is_empty() {
            self.open_count = Some(at);
            return;
        }
        if self.divides_head(named, &counted, mention.value) {
            return self.unknown();
        }
        let topic = if direct {
            None
        } else {
            Some((named.clone(), self.topic_phase))
        };
        let number = Number {
            value: Some(mention.value),
            decimals: Some(mention.decimals),
            approximate: mention.approximate,
            range: mention.range.clone(),
            mention: Some(at),
            unit: classifier.into(),
        };
        if let Some(added) = self.adds(named) {
            self.added = added;
        }
        self.counted = counted.first().cloned();
        let phase = self.phase_of_count(&counted);
        self.say(
            Metric::Count,
            phase,
            number,
            Some((named.clone(), counted, heads)),
        );
        if let Some((topic, phase)) = topic {
            self.topic = Some(topic);
            self.topic_phase = phase;
        }
    }

    /// 项目6个，其中重点项目2个; 国内公务接待9批次，其中调研6批次: whether a count bears the name of one that heads its list, or behind
    /// unknown words of one that its sentence has given already, but is another number.
    fn divides_head(&self, named: &Named, counted: &[Thing], value: Decimal) -> bool {
        let [thing] = counted else { return false };
        let heads = self.listing
            && self
                .scope
                .heads
                .last()
                .is_some_and(|head| head.thing == *thing);
        let year = self.current_year();
        let differs = |found: &Found| {
            found.metric == Metric::Count && found.thing == *thing && found.value != Some(value)
        };
        let again = |found: &Found| differs(found) && found.year == year;
        // 其中由保险基金发放养老金的退休人员34人 bears the very name; 实有人数37人，其中：在职26人 does not.
        let bears = |found: &Found| named.label.ends_with(found.label.as_str());
        let mut found = self.near();
        heads && found.any(|f| differs(f) && (self.gapped || bears(f)))
            || self.gapped && self.sentence().iter().any(again)
    }

    /// What there is has been counted, in every kind of report; what a budget says of its own year is planned.
    fn phase_of_count(&self, counted: &[Thing]) -> Phase {
        let concepts = &self.context.grammar.concepts.concepts;
        let stock = |thing: &Thing| {
            let concept = concepts.get(&thing.concept);
            concept.is_none_or(|concept| concept.stock)
        };
        if counted.iter().any(stock) || self.current_year() != self.context.year {
            Phase::Executed
        } else {
            self.context.default_phase
        }
    }

    /// 在职人员87人（行政21人，事业66人）: whether brackets behind a count begin with a type of what was counted.
    pub(super) fn opens_types(&self, index: usize) -> bool {
        let tokens = self.context.tokens;
        let counted = self
            .before(index)
            .is_some_and(|before| self.is_counting(&before.kind));
        let Some(TokenKind::Label(label)) = tokens.get(index + 1).map(|t| &t.kind) else {
            return false;
        };
        let meanings = self.context.grammar.concepts.labels.get(*label);
        counted && self.counted.is_some() && meanings.is_some_and(|all| all.iter().any(|m| m.adds))
    }

    /// 开展绩效自评，涉及一级项目3个; 实有行政人员21人: whether a counted type divides what the clause before, or the word
    /// directly before, has named.
    pub(super) fn divides_pending(&self, index: usize, label: &str) -> bool {
        let next = self.context.tokens.get(index + 1);
        let counted = next.is_some_and(|next| self.is_counting(&next.kind));
        let meanings = self.context.grammar.concepts.labels.get(label);
        counted
            && (self.pending_is_old || self.stands_behind_name(index))
            && matches!(self.pending.as_slice(), [named] if self.resolve(named, Wanted::Count).is_some())
            && meanings.is_some_and(|all| all.iter().all(|m| m.adds))
    }

    /// 实有在职人员87人，行政人员21人、事业人员66人: whether a type divides what the sentence has counted last, though no word says
    /// that parts follow, and all that it has counted before is divided already.
    pub(super) fn divides_counted(&self, label: &str) -> bool {
        let grammar = self.context.grammar;
        let meanings = grammar.concepts.labels.get(label);
        let sentence = self.sentence();
        let (Some(meanings), [before @ .., only]) = (meanings, sentence) else {
            return false;
        };
        let is_divided = |whole: &Found| {
            let concept = &whole.thing.concept;
            let mut parts = before.iter().filter(|f| f.thing.concept == *concept);
            *concept != only.thing.concept && parts.any(|f| !f.thing.dimensions.is_empty())
        };
        let divides = || {
            let mut scope = self.scope.clone();
            scope
                .heads
                .push(Head::new(only.thing.clone(), self.context.start, grammar));
            scope.label(label, Wanted::Count, grammar).is_some()
        };
        // Behind 编制142名，其中：行政编制21名。 the list of the posts goes no further.
        let divides_already = || {
            let resolved = self.scope.label(label, Wanted::Count, grammar);
            let head = |open: usize| self.scope.heads.get(open.checked_sub(1)?);
            resolved.is_some_and(|resolved| {
                let head = resolved.heads.and_then(head);
                head.is_none_or(|head| head.id >= self.context.start + only.range.end)
            })
        };
        meanings.iter().all(|m| m.adds)
            && only.metric == Metric::Count
            && only.thing.dimensions.is_empty()
            && before.iter().all(is_divided)
            && self.pending.is_empty()
            && !divides_already()
            && divides()
    }

    /// Whether a label before a number says what is counted inside a purpose, too: 用于经批准购置的1辆公务用车.
    pub(super) fn counts_in_purpose(&self, index: usize, reference: &Reference) -> bool {
        let next = self.context.tokens.get(index + 1);
        let Reference::Label(label) = reference else {
            return false;
        };
        let found = self.scope.label(label, Wanted::Count, self.context.grammar);
        found.is_some_and(|found| found.meaning.purpose)
            && next.is_some_and(|next| self.is_counting(&next.kind))
    }

    /// 主要是车辆老化，公务用车保有量4辆: whether a label directly before a number says how many there are, or of how many the year is
    /// told (全年购置公务用车1辆), which is no reason.
    pub(super) fn counts_stock(&self, index: usize) -> bool {
        let tokens = self.context.tokens;
        let TokenKind::Label(label) = tokens[index].kind else {
            return false;
        };
        if self.silence == Some(Silence::Plan) {
            return false;
        }
        let grammar = self.context.grammar;
        let stock = |concept: &SmolStr| {
            let concept = grammar.concepts.concepts.get(concept);
            concept.is_some_and(|concept| concept.stock)
        };
        let before = &self.context.words[..tokens[index].range.start];
        let is_of_year = |whole: &&str| label.starts_with(*whole) || before.ends_with(*whole);
        let is_told = WHOLE_YEAR.iter().any(is_of_year);
        let Some(TokenKind::Mention(at)) = tokens.get(index + 1).map(|next| &next.kind) else {
            return false;
        };
        let Kind::Count { classifier } = &self.context.mentions[*at].kind else {
            return false;
        };
        let counts = |concept: &SmolStr| grammar.concepts.counted(concept, classifier).is_some();
        let all = |wanted, is: &dyn Fn(&SmolStr) -> bool| {
            let found = self.scope.label(label, wanted, grammar);
            found.is_some_and(|found| found.meaning.concepts.iter().all(is))
        };
        all(Wanted::Count, &|concept| {
            stock(concept) || is_told && self.is_bought(concept)
        }) || is_told && all(Wanted::Money, &counts)
    }

    /// Whether a concept is the count of what the sentence told the money of.
    fn is_bought(&self, counted: &str) -> bool {
        let Some(Reference::Things(things)) = self.topic.as_ref().map(|t| &t.reference) else {
            return false;
        };
        let concepts = &self.context.grammar.concepts;
        let classifiers = concepts.concepts.get(counted).map(|c| &c.classifiers);
        let mut classifiers = classifiers.into_iter().flatten();
        classifiers.any(|classifier| {
            let mut things = things.iter();
            things.any(|thing| concepts.counted(&thing.concept, classifier) == Some(counted))
        })
    }

    /// Binds such a number; the sentence goes on with what it spoke of.
    pub(super) fn count_in_purpose(
        &mut self,
        index: usize,
        reference: &Reference,
        range: &Range<usize>,
    ) {
        let TokenKind::Mention(at) = self.context.tokens[index + 1].kind else {
            return;
        };
        let (topic, phase) = (self.topic.clone(), self.topic_phase);
        let named = self.name(reference.clone(), range);
        self.bind_count(at, &named);
        (self.topic, self.topic_phase) = (topic, phase);
    }

    /// The dimensions that a label like 轿车 adds.
    pub(super) fn adds(&self, named: &Named) -> Option<Dimensions> {
        let Reference::Label(label) = &named.reference else {
            return None;
        };
        let resolved = self
            .scope
            .label(label, Wanted::Count, self.context.grammar)?;
        resolved
            .meaning
            .adds
            .then(|| resolved.meaning.dimensions.clone())
    }
}

//! Names: labels, categories and paths, and which words only look like one.

use super::sides::REVENUE;
use super::*;
use crate::grammar::codes::Functional;
use crate::grammar::concepts::Only;

/// How many tokens before it a purpose that tells what an amount is of is looked for.
const LONGEST_PURPOSE: usize = 60;

impl<'a> Reader<'a, '_> {
    pub(super) fn gap(&mut self, range: &Range<usize>) {
        if self.silence.is_some() {
            return;
        }
        self.awaiting = false;
        self.joined = false;
        if let Some(back) = self.pointed(range) {
            self.pending = vec![back];
            self.pending_is_old = false;
            self.begun = true;
            return;
        }
        if matches!(
            self.predicate,
            Some(Predicate::Direction(_) | Predicate::Variance(_))
        ) {
            self.predicate = None;
        }
        let length = self.context.words[range.clone()].chars().count();
        if length > LONGEST_GAP {
            self.foreign = true;
        }
        self.trailed |= length > LONGEST_TRAIL;
        self.begun = true;
        self.gapped |= self.pending_is_old;
    }

    /// 前者, 后者: which of the two things is meant that the sentence has stated side by side.
    fn pointed(&self, range: &Range<usize>) -> Option<Named> {
        let back = match &self.context.words[range.clone()] {
            "前者" => 2,
            "后者" => 1,
            _ => return None,
        };
        let at = self.stated.len().checked_sub(2)?;
        let pair = &self.stated[at..];
        (pair[0].reference != pair[1].reference).then(|| pair[2 - back].clone())
    }

    /// 局本级1个和下属单位2个: whether a name has a number of its own behind it, of the kind of one before it.
    fn has_own_count(&self, index: usize, before: usize) -> bool {
        let next = self.context.tokens.get(index + 1).map(|t| &t.kind);
        matches!(next, Some(TokenKind::Mention(at))
            if self.context.mentions[*at].kind == self.context.mentions[before].kind)
    }

    pub(super) fn named(&mut self, index: usize, reference: Reference, range: &Range<usize>) {
        let follows = matches!(&reference, Reference::Label(label)
            if self.follows(label) || self.is_counted_before(label, range));
        if let Some(count) = self.open_count.filter(|&count| {
            follows
                && self.silence.is_none()
                && !self.counts_department(count, range)
                && !self.has_own_count(index, count)
        }) {
            let named = self.name(reference, range);
            self.bind_count(count, &named);
            self.open_count = None;
            self.lost = false;
            return;
        }
        if matches!(&reference, Reference::Label(label) if self.is_counted_unread(label, range)) {
            return;
        }
        if self.silence == Some(Silence::Purpose) && self.counts_in_purpose(index, &reference) {
            return self.count_in_purpose(index, &reference, range);
        }
        if self.silence == Some(Silence::Purpose) && self.is_told_by_purpose(index, &reference) {
            self.silence = None;
            self.begun = false;
        }
        if self.averaged || !self.revived(index, false) {
            return;
        }
        let reference = self.by_code(reference, range);
        if self.qualified(index) || self.ends_compound(index) || self.is_move(index) {
            self.pending.clear();
            self.foreign = true;
            return;
        }
        if let Reference::Path(path) = &reference
            && let Some(code) = crate::fact::scope::function(path, &self.memory.category)
        {
            self.memory.category = code;
        }
        if self.completes(index, &reference) {
            return;
        }
        let reference = self.paid_by(reference);
        if let Reference::Label(label) = &reference
            && let Some(phase) = self
                .scope
                .label(label, Wanted::Money, self.context.grammar)
                .and_then(|r| r.meaning.phase)
        {
            self.phase = Some(phase);
        }
        // 收入全部来自财政拨款，其中：…
        if self.joins_all(index)
            && self.pending.len() == 1
            && !self.clause_has_value(index)
            && !self.totals_behind(index, &reference)
        {
            return;
        }
        if self.opens_items(range.start) {
            self.parts(range, false);
        }
        let named = self.name(reference, range);
        self.awaiting = false;
        self.all_named = self.names_all(index);
        // 比2023年“三公”经费预算12万元: the base is of what the sentence speaks of.
        if !self.is_topic(&named) {
            self.base_year = None;
        }
        if let Some(Predicate::Share(whole)) = &mut self.predicate {
            *whole = Some(named);
            return;
        }
        if !self.joined {
            self.pending.clear();
        }
        self.numbered = is_numbered(self.context.words, range.start);
        self.pending.push(named);
        self.pending_is_old = false;
        self.lost = false;
        self.gapped = false;
        self.trailed = false;
        self.joined = false;
        self.foreign = false;
        self.begun = true;
    }

    /// 收入合计60万元，全部为财政拨款收入: whether a clause only says what all of what was stated is.
    fn names_all(&self, index: usize) -> bool {
        self.joins_all(index)
            && self.topic.is_some()
            && self.found.len() > self.before_sentence
            && !self.clause_has_value(index)
    }

    /// 支出全部为教育支出（类）普通教育（款）小学教育（项），共8万元: whether an item is told with its amount in the clause behind.
    fn totals_behind(&self, index: usize, reference: &Reference) -> bool {
        let clause = self.rest_of_clause(index).count();
        let mut behind = self
            .context
            .tokens
            .get(index + clause + 1..)
            .unwrap_or_default()
            .iter();
        let next = behind.find(|t| !t.kind.says_nothing());
        matches!(reference, Reference::Path(path) if path.names[2].is_some())
            && next.is_some_and(|t| self.is_amount(&t.kind))
    }

    /// Whether words that say of all that it is so stand directly before a name.
    fn joins_all(&self, index: usize) -> bool {
        let start = self.context.tokens[index].range.start;
        self.before(index).is_some_and(|t| {
            matches!(t.kind, TokenKind::Word(Role::All | Role::Each)) && t.range.end == start
        })
    }

    /// 人员经费12万元，（1）工资福利支出9万元…: whether the first item of a list stands directly behind an amount that it is
    /// a part of.
    fn opens_items(&self, start: usize) -> bool {
        let before = &self.context.words[..start];
        let divides = FIRST_NUMBERS.iter().any(|number| {
            before
                .strip_suffix(number)
                .is_some_and(|rest| rest.ends_with('，'))
        });
        divides
            && self.pending.is_empty()
            && self.predicate.is_none()
            && self.found.len() > self.before_sentence
    }

    /// Whether a name stands for what the sentence speaks of.
    fn is_topic(&self, named: &Named) -> bool {
        let Some(Reference::Things(topic)) = self.topic.as_ref().map(|t| &t.reference) else {
            return false;
        };
        self.resolve(named, Wanted::Money)
            .is_some_and(|(things, _)| things == *topic)
    }

    /// 行政运行(2010301): a category whose code stands in brackets behind its name, and bears it.
    fn by_code(&self, reference: Reference, range: &Range<usize>) -> Reference {
        let Reference::Category(name) = &reference else {
            return reference;
        };
        let code = self.context.words[range.end..]
            .strip_prefix('(')
            .and_then(|rest| rest.split_once(')'))
            .map(|(code, _)| code)
            .filter(|code| matches!(code.len(), 3 | 5 | 7))
            .filter(|code| Functional::embedded().bears(code, name) == Some(true));
        match code {
            Some(code) => Reference::Path(Path {
                code: Some(code.to_owned()),
                ..Path::default()
            }),
            None => reference,
        }
    }

    /// 涉及一般公共预算支出410万元，政府性基金80万元: the fund that pays for what was counted.
    fn paid_by(&self, reference: Reference) -> Reference {
        let Some(counted) = self.counted.as_ref().filter(|_| self.involving) else {
            return reference;
        };
        let fund = match &reference {
            Reference::Label(label) => self
                .scope
                .label(label, Wanted::Money, self.context.grammar)
                .and_then(|found| {
                    let concept = found.meaning.concepts.first()?;
                    let concepts = &self.context.grammar.concepts.concepts;
                    concepts.get(concept)?.fund.as_deref()
                }),
            _ => None,
        };
        let Some(fund) = fund.and_then(|frame| frame.strip_prefix("fund_")) else {
            return reference;
        };
        let mut thing = counted.clone();
        thing.dimensions.insert("fund", fund);
        Reference::Things(vec![thing])
    }

    /// Whether the token before is a name or a stage of the budget that ends where this one begins.
    pub(super) fn stands_behind_name(&self, index: usize) -> bool {
        self.before(index).is_some_and(|t| {
            let names = matches!(
                t.kind,
                TokenKind::Label(_)
                    | TokenKind::Category(_)
                    | TokenKind::Path(_)
                    | TokenKind::Word(
                        Role::Executed | Role::Approved | Role::Adjusted | Role::Spent
                    )
            );
            names && t.range.end == self.context.tokens[index].range.start
        })
    }

    /// Whether the name of a category only begins a longer unknown name (水利和湖泊局), a fund (社会保险基金) or an
    /// income (税收收入).
    pub(super) fn is_part_of_unknown(&self, index: usize) -> bool {
        let tokens = self.context.tokens;
        let mut end = tokens[index].range.end;
        let (mut joined, mut staged) = (false, false);
        for token in &tokens[index + 1..] {
            match &token.kind {
                _ if token.range.start != end => return false,
                TokenKind::Word(Role::And) => {
                    joined = true;
                    end = token.range.end;
                }
                TokenKind::Word(Role::Approved | Role::Executed) if !joined => {
                    staged = true;
                    end = token.range.end;
                }
                TokenKind::Gap => return !staged,
                TokenKind::Word(Role::Noun) => return !joined,
                TokenKind::Label(label) => return !joined && self.is_income(label),
                _ => return false,
            }
        }
        false
    }

    /// 2022年度该项支出为54万元: whether a bare side of the budget stands for what the sentence speaks of.
    pub(super) fn points_back(&self, index: usize, label: &str) -> bool {
        let words = &self.context.words[..self.context.tokens[index].range.start];
        let points = ["该项", "此项", "该类", "该款"];
        self.is_side(label) && points.iter().any(|word| words.ends_with(word))
    }

    /// 收支平衡: whether a clause only says that both sides of the budget are equal.
    pub(super) fn is_balance(&self, index: usize, label: &str) -> bool {
        let behind = &self.context.words[self.context.tokens[index].range.end..];
        label.starts_with('收')
            && label.contains('支')
            && behind.starts_with("平衡")
            && !self.clause_has_value(index)
    }

    /// Whether a label is a bare word of income.
    pub(super) fn is_income(&self, label: &str) -> bool {
        self.weak(label)
            .any(|m| m.concepts.iter().any(|concept| concept.contains(REVENUE)))
    }

    /// The meanings of a label that only complete a name.
    pub(super) fn weak(&self, label: &str) -> impl Iterator<Item = &'a Meaning> {
        let labels = &self.context.grammar.concepts.labels;
        labels.get(label).into_iter().flatten().filter(|m| m.weak)
    }

    /// Whether the short name of a category (财政, 教育) is a word like any other: neither money nor a mark stands behind.
    pub(super) fn is_loose(&self, index: usize) -> bool {
        let tokens = self.context.tokens;
        let name = &self.context.words[tokens[index].range.clone()];
        let behind = tokens[index + 1..]
            .iter()
            .map(|t| &t.kind)
            .find(|kind| **kind != TokenKind::Mark('”'));
        name.chars().count() <= SHORT_NAME
            && !matches!(
                behind,
                Some(
                    TokenKind::Mention(_)
                        | TokenKind::Label(_)
                        | TokenKind::Mark('(' | '：' | '、')
                        | TokenKind::Word(Role::Spent | Role::Approved | Role::Executed)
                )
            )
    }

    /// 基本支出…；项目支出…；其他支出: what is left of a list by nature is no class of the functional classification.
    pub(super) fn is_rest_by_nature(&self, range: &Range<usize>) -> bool {
        const REST: &str = "229";
        let name = &self.context.words[range.clone()];
        let Some(head) = self.scope.heads.last().filter(|_| self.listing) else {
            return false;
        };
        let by_nature = |found: &Found| {
            found.list.as_ref().is_some_and(|list| list.id == head.id)
                && found.thing.dimensions.is_empty()
                && found.thing.concept != head.thing.concept
        };
        Functional::embedded().class_by_name(name) == Some(REST) && self.found.iter().any(by_nature)
    }

    /// 主要包括道路建设、桥梁维修等支出: whether a clause only lists names, without a number.
    pub(super) fn lists_names(&self, index: usize) -> bool {
        let lists = |t: &Token| t.kind == TokenKind::Word(Role::Parts);
        self.clause_before(index).any(lists) && !self.clause_has_value(index)
    }

    /// Whether the clause that ends at a token only lists names, some of which are not known.
    pub(super) fn gapped_list(&self, index: usize) -> bool {
        let mut listed = self
            .clause_before(index)
            .take_while(|t| t.kind != TokenKind::Word(Role::Parts));
        self.lists_names(index)
            && listed.any(|t| t.kind == TokenKind::Gap)
            && !self.has_number_before(index)
    }

    /// 支出年初预算12亿元，加上上年结转等，调整预算15亿元: whether the clause that ends at a token only names some of what it
    /// means, of which the sentence does not speak.
    pub(super) fn names_more(&self, index: usize) -> bool {
        let is_more = |t: &Token| {
            t.kind == TokenKind::Gap && self.context.words[t.range.clone()].starts_with(AND_MORE)
        };
        self.before(index).is_some_and(is_more) && !self.has_number_before(index)
    }

    /// 支出年初预算12亿元，追加项目支出，调整预算15亿元: whether the clause that ends at a token names what was added to a budget
    /// that was stated before it, and what that became follows.
    pub(super) fn adds_to_budget(&self, index: usize) -> bool {
        let mut behind = self.context.tokens[index + 1..].iter();
        let next = behind.find(|t| !t.kind.says_nothing());
        let budgeted = |found: &Found| {
            found.metric == Metric::Amount && matches!(found.phase, Phase::Approved)
        };
        next.is_some_and(|next| next.kind == TokenKind::Word(Role::Adjusted))
            && self.sentence().last().is_some_and(budgeted)
            && !self.has_number_before(index)
    }

    /// Whether a number of any kind stands in a clause before one of its tokens.
    pub(super) fn has_number_before(&self, index: usize) -> bool {
        self.clause_before(index)
            .any(|t| matches!(t.kind, TokenKind::Mention(_)))
    }

    /// The tokens of a clause before one of them, the closest first.
    pub(super) fn clause_before(&self, index: usize) -> impl Iterator<Item = &'a Token<'a>> {
        let before = self.context.tokens[..index].iter().rev();
        before
            .take(LONGEST_CLAUSE)
            .take_while(|t| !matches!(t.kind, TokenKind::Mark('，' | '。' | '；' | '\n')))
    }

    /// The words of a clause before a token.
    pub(super) fn clause_words(&self, index: usize) -> &'a str {
        let words = &self.context.words[..self.context.tokens[index].range.start];
        let clause = words.rsplit(['，', '；', '。', '：', '\n']).next();
        clause.unwrap_or(words)
    }

    /// 下属单位接待费: what counts units, directly before another name, says whose it is.
    pub(super) fn is_owner(&self, index: usize, label: &str) -> bool {
        let labels = &self.context.grammar.concepts.labels;
        let counts = labels.get(label).is_some_and(|meanings| {
            meanings
                .iter()
                .all(|m| m.follows && m.only == Some(Only::Count))
        });
        let tokens = self.context.tokens;
        counts
            && tokens.get(index + 1).is_some_and(|t| {
                let TokenKind::Label(owned) = t.kind else {
                    return false;
                };
                t.range.start == tokens[index].range.end
                    && self
                        .scope
                        .label(owned, Wanted::Money, self.context.grammar)
                        .is_some()
            })
    }

    /// Whether a bare 收入, 支出 or 支出合计 only ends the name of something unknown (旅游收入, 代收代付资金支出, 开展活动取得的收入), not of
    /// the unit (我馆收入).
    pub(super) fn ends_unknown(&self, index: usize, label: &str) -> bool {
        let mut start = self.context.tokens[index].range.start;
        let described = self.context.words[..start].ends_with('的');
        let mut adjacent = self.context.tokens[..index].iter().rev().take_while(|t| {
            let touches = t.range.end == start;
            start = t.range.start;
            touches
        });
        let before = adjacent
            .find(|t| {
                let money = t.kind == TokenKind::Word(Role::Money);
                // “三保”支出
                let quote = matches!(t.kind, TokenKind::Mark('“' | '”'));
                !(money || quote || described && t.kind.says_nothing())
            })
            .filter(|t| t.kind == TokenKind::Gap);
        self.silence.is_none()
            && self.project().is_none()
            && self.is_side(label)
            && before.is_some_and(|t| !self.is_unit(self.words_before(t.range.end)))
    }

    /// The last words up to a byte, as many as the name of a unit has: 县职业教育中心 holds a word, 中, that says something elsewhere.
    fn words_before(&self, end: usize) -> &'a str {
        let words = &self.context.words[..end];
        let mut starts = words.char_indices().rev().map(|(at, _)| at);
        &words[starts.nth(LONGEST_UNIT).unwrap_or_default()..]
    }

    /// Whether a label is a bare word of income or expenditure, or begins with one: 支出, 支出合计.
    pub(super) fn is_side(&self, label: &str) -> bool {
        self.weak(label).next().is_some() || self.weak(side(label)).next().is_some()
    }

    /// Whether words end in the name of a unit.
    pub(super) fn is_unit(&self, words: &str) -> bool {
        let suffix = &self.context.grammar.reports.publisher.suffix;
        suffix
            .find_iter(words)
            .last()
            .is_some_and(|m| m.end() == words.len())
    }

    /// Something is named that the grammar does not know: its numbers are of nothing named before.
    pub(super) fn unknown(&mut self) {
        self.pending.clear();
        self.foreign = true;
        self.lost = true;
        self.begun = true;
    }

    pub(super) fn name(&self, reference: Reference, range: &Range<usize>) -> Named {
        let words = &self.context.words[range.clone()];
        // “教育支出”(类): the name begins behind its quotation mark.
        let halved = words.matches('“').count() != words.matches('”').count();
        Named {
            label: match halved {
                true => words.replace(['“', '”'], "").into(),
                false => words.into(),
            },
            reference,
        }
    }

    /// Whether a label that says nothing by itself (财政拨款) names nothing in the open frames, or ends a name that is not
    /// known (中央财政拨款).
    pub(super) fn is_silent(&self, index: usize, label: &str) -> bool {
        let grammar = self.context.grammar;
        let start = self.context.tokens[index].range.start;
        let before = self.before(index);
        let ends_name = before.is_some_and(|t| t.kind == TokenKind::Gap && t.range.end == start);
        let meanings = grammar.concepts.labels.get(label);
        meanings.is_some_and(|all| all.iter().all(|m| m.silent))
            && (ends_name || self.scope.label(label, Wanted::Money, grammar).is_none())
    }

    /// Whether a weak label (支出) names nothing in the open frames.
    pub(super) fn is_bare(&self, label: &str) -> bool {
        let grammar = self.context.grammar;
        let weak = grammar.concepts.labels.get(label);
        weak.is_some_and(|meanings| meanings.iter().all(|m| m.weak))
            && self.scope.label(label, Wanted::Money, grammar).is_none()
    }

    /// Whether a weak label directly behind a name only completes it: 教育(类)支出, 公务用车支出合计.
    pub(super) fn completes(&self, index: usize, reference: &Reference) -> bool {
        let Reference::Label(label) = reference else {
            return false;
        };
        let bare = self.weak(label).next().is_some();
        let total = self.is_side(label);
        self.before(index).is_some_and(|t| {
            let name = match t.kind {
                TokenKind::Label(name) => bare || total && self.weak(name).next().is_none(),
                TokenKind::Category(_) | TokenKind::Path(_) => total,
                _ => false,
            };
            name && t.range.end == self.context.tokens[index].range.start
        })
    }

    pub(super) fn follows(&self, label: &str) -> bool {
        self.context
            .grammar
            .concepts
            .labels
            .get(label)
            .is_some_and(|meanings| meanings.iter().any(|m| m.follows))
    }

    /// 用于保障机构正常运转的日常支出12万元: whether a sentence that begins with a purpose says by it what an amount is of.
    fn is_told_by_purpose(&self, index: usize, reference: &Reference) -> bool {
        let Reference::Label(label) = reference else {
            return false;
        };
        let found = self.scope.label(label, Wanted::Money, self.context.grammar);
        let tokens = self.context.tokens;
        let ends = |t: &&Token| matches!(t.kind, TokenKind::Mark('。' | '；' | '！' | '？' | '\n'));
        let begins_with_it = || {
            let sentence = tokens[..index].iter().rev().take_while(|t| !ends(t));
            let mut sentence = sentence.take(LONGEST_PURPOSE);
            !sentence.any(|t| self.is_amount(&t.kind))
        };
        found.is_some_and(|found| found.meaning.purpose)
            && tokens
                .get(index + 1)
                .is_some_and(|next| self.is_amount(&next.kind))
            && begins_with_it()
    }

    /// Whether a word of money directly before a label makes it another thing (专项公务接待费).
    pub(super) fn qualified(&self, index: usize) -> bool {
        let start = self.context.tokens[index].range.start;
        self.before(index)
            .is_some_and(|t| t.kind == TokenKind::Word(Role::Noun) && t.range.end == start)
    }

    /// 比上年净增5人（新招聘12人、调出3人、退休4人）: whether a label is what some of the staff did, beside others that came and went.
    fn is_move(&self, index: usize) -> bool {
        let start = self.context.tokens[index].range.start;
        let words = &self.context.words[..start];
        let list = words.rsplit(['，', '；', '。', '(', '：']).next();
        let is_moving = |list: &str| MOVES.iter().any(|word| list.contains(word));
        self.context.words[start..].starts_with("退休")
            && !self.context.words[start..].starts_with("退休人")
            && list.is_some_and(is_moving)
    }

    /// 补助镇（街道）支出, 教育（含职业教育）支出: whether a bare side of the budget of a government, behind brackets, ends unknown words that are
    /// the name of no place.
    fn ends_compound(&self, index: usize) -> bool {
        let tokens = self.context.tokens;
        let TokenKind::Label(label) = tokens[index].kind else {
            return false;
        };
        if !self.context.scope.is_government() || !self.is_side(label) {
            return false;
        }
        let words = &self.context.words[..tokens[index].range.start];
        let brackets = words.strip_suffix(')');
        let before = brackets.and_then(|words| Some(words.rsplit_once('(')?.0));
        let name = before.unwrap_or(words);
        let name = name.rsplit(|c: char| !c.is_alphabetic()).next();
        name.is_some_and(|name| {
            let is_other = before.is_some() && !name.is_empty() && !name.ends_with(PLACES);
            is_other || name.starts_with("补助")
        })
    }

    /// Whether words at a place state something: always, but in a reason or purpose only what a new clause begins with.
    pub(super) fn revived(&mut self, index: usize, predicate: bool) -> bool {
        match self.silence {
            None => true,
            Some(_) if self.begun => false,
            Some(Silence::Cause) if self.reason_leads && self.names_amount(index) => {
                self.silence = None;
                true
            }
            Some(Silence::Cause | Silence::Plan) if !predicate && !self.counts_stock(index) => {
                self.begun = true;
                false
            }
            Some(_) => {
                let live = self.clause_has_value(index);
                if live {
                    self.silence = None;
                } else {
                    self.begun = true;
                }
                live
            }
        }
    }

    /// Whether an amount stands directly behind a name, but for words that say nothing.
    fn names_amount(&self, index: usize) -> bool {
        let mut behind = self.context.tokens[index + 1..].iter();
        let next = behind.find(|t| !t.kind.says_nothing());
        next.is_some_and(|next| self.is_amount(&next.kind))
    }

    /// Whether a number follows before the clause ends.
    pub(super) fn clause_has_value(&self, index: usize) -> bool {
        self.rest_of_clause(index).any(|t| match t.kind {
            TokenKind::Mention(m) => {
                self.context.mentions[m].kind.is_value()
                    || self.context.mentions[m].kind == Kind::Incomputable
            }
            TokenKind::Word(Role::Equal) => true,
            _ => false,
        })
    }

    /// The token before another.
    pub(super) fn before(&self, index: usize) -> Option<&'a Token<'a>> {
        self.context.tokens.get(index.checked_sub(1)?)
    }

    /// Whether a token is an amount.
    pub(super) fn is_amount(&self, kind: &TokenKind) -> bool {
        matches!(kind, TokenKind::Mention(at)
            if matches!(self.context.mentions[*at].kind, Kind::Amount { .. }))
    }

    /// Whether a token is a rate.
    pub(super) fn is_percent(&self, kind: &TokenKind) -> bool {
        matches!(kind, TokenKind::Mention(at) if self.context.mentions[*at].kind == Kind::Percent)
    }

    /// Whether a token is a number that may state something.
    pub(super) fn is_value(&self, kind: &TokenKind) -> bool {
        matches!(kind, TokenKind::Mention(at) if self.context.mentions[*at].kind.is_value())
    }

    pub(super) fn rest_of_clause(&self, index: usize) -> impl Iterator<Item = &'a Token<'a>> {
        let behind = self.context.tokens.get(index..).unwrap_or_default();
        behind
            .iter()
            .take(LONGEST_CLAUSE)
            .take_while(|t| !matches!(t.kind, TokenKind::Mark('，' | '。' | '；' | '\n')))
    }
}

/// How many characters the name of a unit has at most.
const LONGEST_UNIT: usize = 30;

/// What staff does that comes and goes.
const MOVES: [&str; 10] = [
    "招聘", "招录", "录用", "考录", "调入", "调出", "转入", "辞职", "去世", "调离",
];

/// How the names of places and of their levels end.
const PLACES: [char; 10] = ['县', '市', '区', '州', '旗', '盟', '省', '镇', '乡', '级'];

/// What stands behind the names of some things of many.
const AND_MORE: char = '等';

/// The numbers of the first item of a list inside a sentence.
const FIRST_NUMBERS: [&str; 5] = ["(1)", "1)", "①", "1.", "1、"];

/// The longest run of unknown words, in characters, behind a name that is the only thing that a sentence says.
const LONGEST_TRAIL: usize = 3;

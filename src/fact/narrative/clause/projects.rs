//! Projects: their money and their scores.

use super::*;
use crate::document::numbering;

/// The concept of the score of a department.
const DEPARTMENT_SCORE: &str = "performance.department_score";

/// The frames in which sentences that begin with the name of a project are about its money.
const FRAMES: [&str; 4] = ["performance", "self_assessment", "expenditure", "project"];

/// What is said between the name of a project and its budget.
const ARRANGED: [&str; 3] = ["安排资金", "安排预算", "资金"];

/// The frames in which the names of projects that the tables name speak of their money without quotation marks, too.
const REVIEWS: [&str; 3] = ["performance", "self_assessment", "project"];

/// The names of projects that begin a sentence or an item of a list, in order, with their bytes.
pub(super) fn announced(context: &Context) -> VecDeque<(Range<usize>, String)> {
    let names = quoted(context)
        .chain(titled(context))
        .chain(staged(context))
        .chain(known(context));
    let mut names: Vec<_> = names.collect();
    names.sort_by_key(|(range, _)| range.start);
    // Words that name one in several ways name it once.
    names.dedup_by(|(next, _), (range, _)| next.start < range.end);
    names.into()
}

/// Names in quotation marks that are followed by 项目, or where projects are reviewed by a stage of their money.
fn quoted(context: &Context) -> impl Iterator<Item = (Range<usize>, String)> {
    let words = context.words;
    let reviews = REVIEWS.iter().any(|frame| context.scope.is_in(frame));
    words.match_indices('“').filter_map(move |(at, _)| {
        let (name, rest) = project::quoted(&words[at..])?;
        let end = words.len() - rest.len();
        let projects = &context.grammar.projects.subjects;
        let named = projects.iter().any(|word| rest.starts_with(word.as_str()))
            || reviews && project::is_long(name) && stands_before_money(context, end);
        (named && opens(context, at, end)).then(|| (at..end, project::tidy(name)))
    })
}

/// “苗圃抚育”年初预算30万元, “苗圃抚育”：年初预算30万元, “苗圃抚育”安排资金30万元: whether a stage of a budget, or what is arranged, stands at a
/// byte, with an amount of its own.
fn stands_before_money(context: &Context, end: usize) -> bool {
    let words = &context.words[end..];
    if ARRANGED.iter().any(|word| words.starts_with(word)) {
        return has_amount(context, end);
    }
    let behind = context.tokens.iter().filter(|t| t.range.start >= end);
    let next = behind
        .map(|t| &t.kind)
        .find(|kind| **kind != TokenKind::Mark('：') && **kind != TokenKind::Mark('”'));
    let staged = matches!(
        next,
        Some(TokenKind::Word(
            Role::Approved | Role::Adjusted | Role::Executed | Role::Received
        ))
    );
    staged && has_amount(context, end)
}

/// （1）健身步道项目：自评得分96分: names of numbered items that end in 项目 before a colon.
fn titled<'c>(context: &'c Context) -> impl Iterator<Item = (Range<usize>, String)> + 'c {
    let words = context.words;
    words.match_indices('：').filter_map(|(end, _)| {
        let before = &words[..end];
        let from = behind_last(before, &['。', '；', '：', '\n']);
        let number = numbering::number(&before[from..])?;
        let start = from + number.text.len();
        let name = project::in_item(&before[start..], &context.grammar.projects)?;
        Some((start..end, name))
    })
}

/// The byte behind the last of some marks in words; their beginning where none is.
fn behind_last(words: &str, marks: &[char]) -> usize {
    words.len() - words.rsplit(marks).next().map_or(0, str::len)
}

/// 全民健身活动项目年初预算数62万元: names that begin a sentence, end in 项目, and are followed by a stage of their money.
fn staged<'c>(context: &'c Context) -> impl Iterator<Item = (Range<usize>, String)> + 'c {
    let words = context.words;
    let projects = &context.grammar.projects;
    let reviews = REVIEWS.iter().any(|frame| context.scope.is_in(frame));
    let is_stage = |token: &&Token| matches!(token.kind, TokenKind::Word(role) if is_stage(role));
    let tokens = context
        .tokens
        .iter()
        .filter(is_stage)
        .filter(move |_| reviews);
    tokens.filter_map(move |token| {
        let before = &words[..token.range.start];
        let start = behind_last(before, &['。', '；', '\n']);
        let start = start + numbering::number(&before[start..]).map_or(0, |n| n.text.len());
        // 健身路径项目(政府性基金)
        let whole = &before[start..];
        let name = match whole
            .strip_suffix(')')
            .and_then(|whole| whole.rsplit_once('('))
        {
            Some((name, _)) => name,
            None => whole,
        };
        let is_name = projects
            .subjects
            .iter()
            .any(|word| name.ends_with(word.as_str()));
        let name = project::in_item(name, projects).filter(|_| is_name)?;
        has_amount(context, token.range.start).then_some((start..token.range.start, name))
    })
}

/// Those of projects that the tables name, followed by an amount of their own: 河道清淤全年预算5万元.
fn known(context: &Context) -> impl Iterator<Item = (Range<usize>, String)> {
    let projects = &context.grammar.projects;
    let reviews = REVIEWS.iter().any(|frame| context.scope.is_in(frame));
    let found = reviews.then(|| context.known.find(context.words, projects));
    let is_label = |range: &Range<usize>| {
        let holds = |token: &Token| {
            matches!(token.kind, TokenKind::Label(_))
                && token.range.start <= range.start
                && range.end <= token.range.end
        };
        context.tokens.iter().any(holds)
    };
    let of_money = move |range: &Range<usize>| {
        opens(context, range.start, range.end) && has_amount(context, range.end)
    };
    let found = found.into_iter().flatten();
    found
        .filter(move |(range, _)| of_money(range) && !is_label(range))
        .map(|(range, name)| (range, name.to_string()))
}

/// Whether a name begins a sentence or an item of a list.
fn opens(context: &Context, start: usize, end: usize) -> bool {
    let before = &context.words[..start];
    let openers = &context.grammar.projects.openers;
    before.is_empty()
        || before.ends_with(['。', '；', '\n'])
        || is_numbered(context.words, start)
        || openers
            .iter()
            .any(|opener| before.ends_with(opener.as_str()))
        || before.ends_with(['：', '，', '、'])
            && (has_amount(context, end) || is_scored(context, end))
        || before
            .strip_suffix('、')
            .is_some_and(|words| ends_with_points(context, words.len()))
}

/// “候车亭维护”项目99.5分: whether points stand right behind a name that ends at a byte.
fn is_scored(context: &Context, end: usize) -> bool {
    let words = &context.words[end..];
    let subjects = &context.grammar.projects.subjects;
    let behind = subjects
        .iter()
        .find_map(|word| words.strip_prefix(word.as_str()));
    let start = context.words.len() - behind.unwrap_or(words).len();
    let mut mentions = context.mentions.iter();
    mentions.any(|m| m.range.start == start && m.kind == Kind::Points)
}

/// “河道清淤”项目自评得分86分、“堤防加固”项目自评得分88分: whether points end at a byte, so that a name behind them is no other of those
/// that they are of.
fn ends_with_points(context: &Context, end: usize) -> bool {
    let mut mentions = context.mentions.iter();
    mentions.any(|m| m.range.end == end && m.kind == Kind::Points)
}

/// Whether the clause that begins at a byte has an amount: “健身步道”项目预算96万元.
fn has_amount(context: &Context, from: usize) -> bool {
    let next = context
        .mentions
        .iter()
        .find(|m| m.range.start >= from && m.kind.is_value());
    next.is_some_and(|m| {
        matches!(m.kind, Kind::Amount { .. })
            && !context.words[from..m.range.start].contains(['，', '。', '；', '、'])
    })
}

impl<'a> Reader<'a, '_> {
    /// The project that the paragraph is about, where sentences on money are about projects.
    pub(super) fn project(&self) -> Option<&str> {
        let section = self.memory.project.as_deref();
        let section = section.filter(|_| self.scope.is_in("project"));
        section.or(self.reviewed.as_deref())
    }

    /// The money of the project, or of each that the sentence names together, as the words of the clause say: 年初预算安排, 到位,
    /// 使用.
    pub(super) fn project_things(&self) -> Option<Vec<Thing>> {
        let project = self.project()?;
        if self.phase.is_none() && !self.received && !self.relative && self.budget_word.is_none() {
            return None;
        }
        Some(match self.together.as_slice() {
            [] => vec![self.money_of(project)],
            together => together.iter().map(|name| self.money_of(name)).collect(),
        })
    }

    /// The money of a project.
    fn money_of(&self, project: &str) -> Thing {
        let concept = if self.received && self.phase.is_none() && !self.relative {
            "project.received"
        } else {
            "project.funds"
        };
        let mut thing = Thing::plain(concept);
        thing.dimensions.insert("project", project);
        thing
    }

    /// “河道清淤”“堤防加固”2个项目全年预算分别为5万元、3万元: the numbers that follow in a row are of the money of as many projects,
    /// which stand before the words for it, or in the sentence before.
    pub(super) fn divide_projects(&mut self, index: usize) -> bool {
        let about_projects = FRAMES.iter().any(|frame| self.context.scope.is_in(frame));
        if !about_projects || self.silence.is_some() {
            return false;
        }
        let numbers = self.numbers_behind(index);
        if numbers < 2 {
            return false;
        }
        if self.together.len() != numbers || !self.pending.is_empty() {
            let (names, words) = self.projects_before(index);
            // What has a meaning of its own is a project only in quotation marks.
            let quoted = words.matches('“').count() >= names.len();
            if names.len() < 2 || !self.pending.is_empty() && !quoted {
                return false;
            }
            if names.len() != numbers {
                self.reviewed = None;
                self.unknown();
                return true;
            }
            self.pending.clear();
            self.reviewed = names.last().cloned();
            self.together = names;
        }
        let named = |name: &String| Named {
            label: SmolStr::default(),
            reference: Reference::Things(vec![self.money_of(name)]),
        };
        self.queue = self.together.iter().map(named).collect();
        true
    }

    /// The projects that stand together before the words for their money that end at a token, and their sentence up to there.
    fn projects_before(&self, index: usize) -> (Vec<String>, &'a str) {
        let tokens = &self.context.tokens[..index];
        let is_of_money = |t: &&Token| {
            matches!(t.kind, TokenKind::Word(role)
                if is_stage(role) || matches!(role, Role::Received | Role::Spent | Role::Completion))
        };
        let words = tokens.iter().rev().take_while(is_of_money).last();
        let Some(first) = words else {
            return (Vec::new(), "");
        };
        let projects = &self.context.grammar.projects;
        let words = &self.context.words[..first.range.start];
        let sentence = words.rsplit(['。', '；', '\n']).next().unwrap_or_default();
        (project::several(words, projects), sentence)
    }

    /// Whether a rate or a difference is of the money of the project that the section is about, not of what it did (完成25
    /// 公里，完成率98%; 占学校的50%; 结余4万元): the budget is named with it, or an amount in its sentence.
    pub(super) fn is_of_project(&self, predicate: &Predicate) -> bool {
        if self.project().is_none() || !self.pending.is_empty() {
            return true;
        }
        let amount = |found: &Found| found.metric == Metric::Amount;
        match predicate {
            Predicate::Share(whole) => whole.is_some(),
            Predicate::Completion(base) => base.is_some() || self.sentence().iter().any(amount),
            Predicate::Variance(_) => {
                self.budget_word.is_some() || self.versus == Some(Versus::Budget)
            }
            _ => true,
        }
    }

    /// “老旧渠道改造”项目全年预算450万元: what follows the name of a project speaks of its money, and where sentences are not
    /// about projects, of nothing that is known.
    pub(super) fn announce(&mut self, at: usize) {
        let begins = |(range, _): &(Range<usize>, String)| range.start <= at;
        if self.announced.front().is_some_and(begins)
            && let Some((range, name)) = self.announced.pop_front()
        {
            if FRAMES.iter().any(|frame| self.context.scope.is_in(frame)) {
                self.reviewed = Some(name);
                self.announced_at = Some(range.start);
                self.pending.clear();
                let behind = &self.context.words[range.end..];
                if ARRANGED.iter().any(|word| behind.starts_with(word)) {
                    self.phase = Some(Phase::Approved);
                }
            } else if self.silence.is_none() {
                self.unknown();
            }
        }
    }

    pub(super) fn points(&mut self, index: usize, number: Number) {
        if let Some((name, label)) = self.scored.pop_front() {
            return self.score_of(Some(name), label, number);
        }
        let start = match self.predicate.take() {
            Some(Predicate::Score(start)) => Some(start),
            _ => self
                .assessed(&number.range)
                .or_else(|| self.scores_on(&number.range)),
        };
        let Some(start) = start else { return };
        let words = &self.context.words[self.announced_at.unwrap_or(0)..start];
        let projects = &self.context.grammar.projects;
        let label = start..number.range.start;
        let run = self.run(index, &Kind::Points);
        let each = self.each && run == 1;
        if run > 1 || each {
            // The first of several names may stand before one that was announced.
            let names = project::several(&self.context.words[..start], projects);
            if each && names.len() > 1 {
                for name in names {
                    self.score_of(Some(name), label.clone(), number.clone());
                }
                return;
            }
            if run > 1 {
                // As many scores as projects, or it is not said whose they are.
                let together = &self.together;
                let names = if together.len() == run {
                    together.clone()
                } else {
                    names
                };
                if names.len() == run {
                    let scored = names.into_iter().map(|name| (name, label.clone()));
                    self.scored = scored.collect();
                    let first = self.scored.pop_front().map(|(name, _)| name);
                    self.score_of(first, label, number);
                }
                return;
            }
        }
        let whole = &self.context.words[self.announced_at.unwrap_or(0)..number.range.start];
        let told = project::is_department(words, projects)
            || project::is_department_alone(whole, projects);
        let name = if told {
            None
        } else {
            let inside = self.project().filter(|_| self.reviewed.is_none());
            let announced = self
                .reviewed
                .clone()
                .filter(|_| self.announced_at.is_some());
            let inside = inside.map(str::to_owned);
            inside
                .or_else(|| project::before(words, projects))
                .or(announced)
                .or_else(|| self.memory.project.clone())
        };
        let is_department = told
            || self.context.department
            || self.is_first_score(index) && project::opens_with_department(whole, projects);
        if name.is_none() && self.is_part_of_score(index) || self.weighs_indicator(start) {
            return;
        }
        if name.is_some() || is_department {
            self.score_of(name, label, number);
        } else {
            self.reviewed = None;
        }
    }

    /// 自评得分91分。其中预算执行情况得分19分（满分20分）: whether points behind the score of the department are a part of it.
    fn is_part_of_score(&self, index: usize) -> bool {
        let department = |found: &Found| found.thing.concept == DEPARTMENT_SCORE;
        if !self.near().any(department) {
            return false;
        }
        let behind = &self.context.words[self.context.tokens[index].range.end..];
        let is_limited = behind.starts_with("(满分") || behind.starts_with("，满分");
        let before = self.context.tokens[..index].iter().rev();
        let mut before = before
            .take(LONGEST_CLAUSE)
            .take_while(|t| !matches!(t.kind, TokenKind::Mark('。' | '；' | '\n')));
        is_limited || before.any(|t| t.kind == TokenKind::Word(Role::Parts))
    }

    /// 1.预算执行指标（10分）。得分9.02分: whether the words up to a byte begin with an indicator and its weight, of which what
    /// follows is the score.
    fn weighs_indicator(&self, upto: usize) -> bool {
        let opening = self.context.words[..upto].split(['。', '：']).next();
        opening.is_some_and(|words| words.ends_with("分)") && words.contains("指标"))
    }

    /// Whether no points stand before a number of them in its sentence: 产出指标50分，得48分 is a part of a score.
    fn is_first_score(&self, index: usize) -> bool {
        let before = self.context.tokens[..index].iter().rev();
        let mut before = before
            .take(LONGEST_CLAUSE)
            .take_while(|t| !matches!(t.kind, TokenKind::Mark('。' | '；' | '\n')));
        !before.any(|t| match t.kind {
            TokenKind::Mention(at) => self.context.mentions[at].kind == Kind::Points,
            _ => false,
        })
    }

    /// 整体支出绩效自评95分: where the words begin directly before points that say whose score they are.
    fn assessed(&self, points: &Range<usize>) -> Option<usize> {
        let words = &self.context.words[..points.start];
        let words = words.strip_suffix(['为', '得', '达']).unwrap_or(words);
        let assessments = &self.context.grammar.projects.assessments;
        let before = |word: &String| Some(words.strip_suffix(word.as_str())?.len());
        assessments.iter().find_map(before)
    }

    /// “候车亭维护”项目99.5分，“渡口补助”项目98分: where points stand right behind the name of a project, and the words before them have
    /// spoken of scores.
    fn scores_on(&self, points: &Range<usize>) -> Option<usize> {
        let words = self.context.words.get(self.announced_at?..points.start)?;
        let (_, rest) = project::quoted(words)?;
        let subjects = &self.context.grammar.projects.subjects;
        let is_name = rest.is_empty() || subjects.iter().any(|subject| subject == rest);
        let scored = self.near().any(|found| found.metric == Metric::Score);
        (is_name && scored).then_some(points.start)
    }

    /// States the score of a project, or else of the department.
    fn score_of(&mut self, name: Option<String>, label: Range<usize>, number: Number) {
        // What follows the score of a project speaks of its money: 全年预算数为500万元，执行数为490万元.
        self.reviewed = name.clone().filter(|_| self.memory.project.is_none());
        let thing = match name {
            Some(name) => {
                let mut thing = Thing::plain("performance.project_score");
                thing.dimensions.insert("project", name);
                thing
            }
            None => Thing::plain(DEPARTMENT_SCORE),
        };
        let named = Named {
            label: self.context.words[label].into(),
            reference: Reference::Things(vec![thing.clone()]),
        };
        let topic = self.topic.take();
        self.say(
            Metric::Score,
            Phase::Executed,
            number,
            Some((named, vec![thing], None)),
        );
        self.topic = topic;
    }
}

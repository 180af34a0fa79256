//! Scope: what a label means where it stands.
//!
//! A *frame* is what sentences are about. The section opens one, the concept at the head of a list opens a closer one.
//! Of the meanings of a label the one holds whose frames name the closest open frame; a meaning without frames holds
//! where none of the others does. If no meaning holds, the number is unbound.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::fact::Dimensions;
use crate::fact::token::Path;
use crate::grammar::Grammar;
use crate::grammar::codes::{Economic, Functional};
use crate::grammar::concepts::{Category, CodeList, Meaning, Only};

/// One thing that a number can be about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Thing {
    /// The concept id.
    pub concept: SmolStr,
    /// Its dimensions.
    pub dimensions: Dimensions,
}

impl Thing {
    /// A thing without dimensions.
    pub fn plain(concept: &str) -> Self {
        Self {
            concept: concept.into(),
            dimensions: Dimensions::new(),
        }
    }
}

/// The head of a list that is open: 本年收入合计978.11万元，其中：….
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// What the list breaks down.
    pub thing: Thing,
    /// Where the list begins, in bytes of the canonical text.
    pub id: usize,
    /// The frame that it opens.
    frame: Option<SmolStr>,
}

impl Head {
    /// The head of a list of the parts of a thing that begins at a byte.
    pub fn new(thing: Thing, id: usize, grammar: &Grammar) -> Self {
        let frame = grammar.concepts.opens(&thing.concept).cloned();
        Self { thing, id, frame }
    }
}

/// 基本支出60万元，占60%，包括…；项目支出40万元，占40%: whether a meaning is a part of the same whole as the head of a list, and so
/// none of the head.
fn stands_beside(head: &Head, meaning: &Meaning, grammar: &Grammar) -> bool {
    let whole = |concept: &str| grammar.checks.parent(concept).map(|parted| &parted.whole);
    let of_head = whole(&head.thing.concept);
    head.thing.dimensions.is_empty()
        && of_head.is_some()
        && meaning
            .concepts
            .iter()
            .all(|concept| *concept != head.thing.concept && whole(concept) == of_head)
}

/// What is open at a place: heads, the last being the closest, and the frames of the sections, innermost first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// The heads of lists.
    pub heads: Vec<Head>,
    /// The frame of the fund that the paragraph has named: 本年支出 behind it is that of the fund.
    pub fund: Option<SmolStr>,
    /// The frame of the parts of what was spent of a fund, where that was stated last of all funds.
    pub spent: Option<SmolStr>,
    /// The frames of the sections, which their paragraphs share.
    pub sections: Arc<[SmolStr]>,
}

/// What is to be named: what kind of number it is, as far as it matters to the meaning of its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Money, or a rate of money.
    Money,
    /// A count.
    Count,
    /// Points.
    Points,
}

/// What a label means at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved<'g> {
    /// The meaning.
    pub meaning: &'g Meaning,
    /// How many heads stay open: those within which it has this meaning, none where the section decided. `None` if no
    /// frame did.
    pub heads: Option<usize>,
}

/// What the frame of a fund that a paragraph names begins with, before that of its sections.
const FUND: &str = "fund_";
/// The frames of the sections on one budget.
const BUDGETS: [&str; 3] = ["general_public_budget", "government_fund", "state_capital"];

/// The frame of the sections on the appropriation of all funds.
pub const APPROPRIATION: &str = "appropriation";

/// The frame of the reports of governments.
pub const GOVERNMENT: &str = "government";

/// The frames that no entry of the grammar needs to open: those of whole reports, and of what is said of one project.
pub const FRAMES: [&str; 3] = ["project", "self_assessment", GOVERNMENT];

impl Scope {
    /// Opens a frame within those of the sections.
    pub fn open(&mut self, frame: &str) {
        let frames = std::iter::once(frame.into());
        self.sections = frames.chain(self.sections.iter().cloned()).collect();
    }

    /// Whether a frame is among those of the sections.
    pub fn is_in(&self, frame: &str) -> bool {
        self.sections.iter().any(|open| open == frame)
    }

    /// Whether the report is that of a government, which speaks of the whole place.
    pub fn is_government(&self) -> bool {
        self.is_in(GOVERNMENT)
    }

    /// The open frames, closest first, each with how many heads are open at it (none at those of sections;
    /// `None` for that of a fund, which closes no list).
    fn frames(&self) -> impl Iterator<Item = (&str, Option<usize>)> {
        let heads = self.heads.iter().enumerate().rev();
        let heads = heads.filter_map(|(i, head)| Some((head.frame.as_deref()?, Some(i + 1))));
        let fund = self.fund.iter().map(|frame| (frame.as_str(), None));
        // The functions that a government goes on with are those of the budget that it has named, and those of a section on
        // the appropriation are of the fund whose expenditure was stated.
        let of_all = self
            .sections
            .first()
            .is_some_and(|frame| frame == APPROPRIATION);
        let budget = match self.is_government() {
            true => self.named_budget(),
            false => self.spent.as_deref().filter(|_| of_all),
        };
        let fund = fund.chain(budget.map(|frame| (frame, None)));
        let sections = self.sections.iter().filter(|frame| !self.is_left(frame));
        let sections = sections.map(|frame| (frame.as_str(), Some(0)));
        heads.chain(fund).chain(sections)
    }

    /// Whether a section is about one budget of a government, and what is being read names another.
    fn is_left(&self, frame: &str) -> bool {
        self.named_budget().is_some_and(|named| named != frame)
            && BUDGETS.contains(&frame)
            && self.is_government()
    }

    /// The frame of the sections on the budget whose fund the paragraph has named.
    fn named_budget(&self) -> Option<&str> {
        self.fund.as_deref()?.strip_prefix(FUND)
    }

    /// The frame of the fund that the closest section of a government's report is about, if it is about one.
    pub fn fund_of_sections(&self) -> Option<SmolStr> {
        let budget = self
            .sections
            .iter()
            .find(|frame| BUDGETS.contains(&frame.as_str()));
        let budget = budget.filter(|_| self.is_government())?;
        Some(format!("{FUND}{budget}").into())
    }

    /// The meaning of a label for a kind of number.
    pub fn label<'g>(
        &self,
        label: &str,
        wanted: Wanted,
        grammar: &'g Grammar,
    ) -> Option<Resolved<'g>> {
        let meanings = grammar.concepts.labels.get(label)?;
        let fits = |meaning: &&Meaning| match meaning.only {
            None => true,
            Some(Only::Amount) => wanted == Wanted::Money,
            Some(Only::Count) => wanted == Wanted::Count,
            Some(Only::Score) => wanted == Wanted::Points,
        };
        let anywhere = |m: &Meaning| m.frames.is_empty();
        if !meanings.iter().all(anywhere) {
            for (frame, heads) in self.frames() {
                let head = heads.and_then(|open: usize| self.heads.get(open.checked_sub(1)?));
                let within = |m: &&Meaning| {
                    m.frames.iter().any(|f| f == frame)
                        && !head.is_some_and(|head| stands_beside(head, m, grammar))
                };
                if let Some(meaning) = meanings.iter().filter(fits).find(within) {
                    return Some(Resolved { meaning, heads });
                }
            }
        }
        let meaning = meanings.iter().filter(fits).find(|m| anywhere(m))?;
        Some(Resolved {
            meaning,
            heads: None,
        })
    }

    /// The item of the economic classification that a label names in a frame of such items.
    pub fn economic(&self, label: &str, grammar: &Grammar) -> Option<(Thing, Option<usize>)> {
        if !grammar.concepts.is_item(label) {
            return None;
        }
        self.category(label, None, "", grammar)
            .filter(|(thing, _)| {
                thing
                    .dimensions
                    .contains_key(CodeList::Economic.dimension())
            })
    }

    /// The thing that a name of a code list stands for, and how many heads stay open.
    pub fn category(
        &self,
        name: &str,
        path: Option<&Path>,
        within: &str,
        grammar: &Grammar,
    ) -> Option<(Thing, Option<usize>)> {
        let entries = &grammar.concepts.categories;
        for (frame, heads) in self.frames() {
            for entry in entries
                .iter()
                .filter(|entry| entry.frames.iter().any(|f| f == frame))
            {
                let head = heads.and_then(|open| self.heads.get(open.checked_sub(1)?));
                let divided = head.and_then(|h| h.thing.dimensions.get(entry.list.dimension()));
                // 农林水支出…，其中：农业农村支出…: what bears the name elsewhere is no part of the head.
                let head = divided.map_or("", |code| code.as_str());
                let near = if within.starts_with(head) {
                    within
                } else {
                    head
                };
                let code = match path {
                    Some(path) if entry.list == CodeList::Functional => function(path, within),
                    Some(_) => None,
                    None => code(name, entry, &[near, head, ""]),
                };
                if let Some(code) = code {
                    let heads = heads.map(|open| self.holding(open, entry.list, &code));
                    let mut thing = Thing::plain(&entry.gives);
                    thing.dimensions.insert(entry.list.dimension(), code);
                    return Some((thing, heads));
                }
            }
        }
        None
    }

    /// How many of the open heads stay open at a category: behind 教育支出(类)…，其中：普通教育(款)… the next class is no part
    /// of education.
    fn holding(&self, open: usize, list: CodeList, code: &str) -> usize {
        let heads = &self.heads[..open];
        let holds = |head: &Head| {
            let whole = head.thing.dimensions.get(list.dimension());
            whole.is_none_or(|whole| code.starts_with(whole.as_str()))
        };
        heads.iter().rposition(holds).map_or(0, |at| at + 1)
    }
}

/// The code of a name on its own, within the first of some codes that has one of that name.
fn code(name: &str, entry: &Category, within: &[&str]) -> Option<String> {
    match entry.list {
        CodeList::Functional => {
            let codes = Functional::embedded();
            let mut under = within.iter();
            codes
                .class_by_name(name)
                .or_else(|| under.find_map(|within| codes.by_name(name, within)))
                .map(str::to_owned)
        }
        CodeList::Economic => {
            let codes = Economic::embedded();
            let found = entry
                .within
                .iter()
                .find_map(|class| codes.by_name(name, Some(class)));
            let itself = || {
                codes.by_name(name, None).filter(|code| {
                    entry.within.is_empty() || entry.within.iter().any(|c| c == code)
                })
            };
            found.or_else(itself).map(str::to_owned)
        }
    }
}

/// The code of a path; where its upper levels are not printed, those of the path before it (`within`) complete it.
pub fn function(path: &Path, within: &str) -> Option<String> {
    if let Some(code) = &path.code {
        return Some(code.clone());
    }
    let codes = Functional::embedded();
    let mut code = match &path.names[0] {
        Some(class) => codes.class_by_name(class)?.to_owned(),
        None => within
            .get(..if path.names[1].is_some() { 3 } else { 5 })
            .unwrap_or("")
            .to_owned(),
    };
    for (level, name) in path.names.iter().enumerate().skip(1) {
        if let Some(name) = name {
            let within = codes.on_level(name, &code, level + 1);
            // What is no part of the category before, and the first name, may be one that only one category bears.
            let first = path.names[..level].iter().all(Option::is_none);
            let anywhere = || first.then(|| codes.on_level(name, "", level + 1)).flatten();
            match within.or_else(anywhere) {
                Some(found) => found.clone_into(&mut code),
                // A 款 under another name: its 项 tells the code if only one of the 类 bears its name.
                None if level == 1 && !first && path.names[2].is_some() => {}
                None => return None,
            }
        }
    }
    (!code.is_empty()).then_some(code)
}

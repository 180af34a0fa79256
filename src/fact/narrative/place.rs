//! What a section says of the paragraphs in it: their frames, year and stage.

use smol_str::SmolStr;

use crate::document::fold::fold_text;
use crate::document::{Document, Folded};
use crate::fact::part::Parts;
use crate::fact::scope::{GOVERNMENT, Scope};
use crate::fact::{Phase, project};
use crate::grammar::Grammar;
use crate::identity::{Identity, Kind as ReportKind};
use crate::mention::{self, Kind, Mention};
use crate::outline::{Outline, Section};

/// How many lines the cover of a report has at most, with its heading.
const COVER: usize = 7;

/// What is the same for all paragraphs of a section.
pub(super) struct Place<'a> {
    /// The section.
    pub section: Option<&'a Section>,
    /// Whether it states no facts.
    pub silent: bool,
    /// Its frames.
    pub scope: Scope,
    /// The year that it is about.
    pub year: Option<i32>,
    /// The stage that a number has where nothing says it.
    pub phase: Phase,
    /// Whether a score without a name is that of the department.
    pub department: bool,
    /// The part of the place that a government speaks of there, where it is not the whole.
    pub part: Option<String>,
}

/// What the heading of a section says.
pub(super) struct Heading {
    /// Its folded words.
    pub words: String,
    /// The year that it names.
    year: Option<i32>,
}

impl Heading {
    fn of(section: &Section, grammar: &Grammar) -> Self {
        let words = fold_text(&section.title);
        // A year is written in digits, or 年 stands behind it.
        let may_have_year = words.contains(|c: char| c.is_ascii_digit() || c == '年');
        let mentions = may_have_year.then(|| mention::read(&words));
        let compared = &grammar.reports.year.compared;
        let is_own =
            |m: &Mention| m.kind == Kind::Year && !compared.is_match(&words[..m.range.start]);
        let year = mentions.and_then(|all| all.into_iter().find(is_own));
        Self {
            year: year.and_then(|m| i32::try_from(m.value).ok()),
            words,
        }
    }
}

/// The sections of a report.
pub(super) struct Places<'a> {
    document: &'a Document,
    /// The folded words of its blocks.
    words: &'a [Folded],
    outline: &'a Outline,
    /// What the headings of the sections say, in their order.
    headings: Vec<Heading>,
    identity: &'a Identity,
    grammar: &'a Grammar,
    /// The projects that the tables of the report name.
    known: &'a project::Known,
}

impl<'a> Places<'a> {
    pub fn new(
        document: &'a Document,
        words: &'a [Folded],
        outline: &'a Outline,
        identity: &'a Identity,
        grammar: &'a Grammar,
        known: &'a project::Known,
    ) -> Self {
        Self {
            document,
            words,
            outline,
            headings: outline
                .sections
                .iter()
                .map(|s| Heading::of(s, grammar))
                .collect(),
            identity,
            grammar,
            known,
        }
    }

    /// Where the paragraphs of a section stand.
    pub fn of(&self, section: Option<&'a Section>) -> Place<'a> {
        Place {
            section,
            silent: self.is_silent(section),
            scope: self.scope(section),
            year: self.year(section),
            phase: self.default_phase(section),
            department: self.department(section),
            part: Parts::above(None, section, self.outline, self.identity, self.grammar),
        }
    }

    /// What the heading of a section says.
    pub fn heading(&self, section: &Section) -> &Heading {
        let before = |s: &Section| s.heading.start < section.heading.start;
        &self.headings[self.outline.sections.partition_point(before)]
    }

    /// The project of the tables that a numbered heading is the name of, where it is one among reviews of projects.
    pub fn known(&self, section: &Section) -> Option<&'a SmolStr> {
        section.number.as_ref().filter(|_| section.kind.is_none())?;
        let words = &self.heading(section).words;
        let named = self.known.named(words, &self.grammar.projects)?;
        self.reviews_projects(section).then_some(named)
    }

    /// Whether a section is of a report on what became of projects, or of a part on it.
    fn reviews_projects(&self, section: &Section) -> bool {
        let is_report = matches!(
            self.identity.kind,
            ReportKind::ProjectSelfAssessment | ReportKind::DepartmentSelfAssessment
        );
        let mut kinds = self
            .outline
            .ancestors(section)
            .filter_map(|s| s.kind.as_deref());
        is_report
            || kinds.any(|kind| {
                kind == "notes.performance"
                    || kind.starts_with("self_assessment")
                    || kind.starts_with("project_evaluation")
            })
    }

    /// The project that a heading announces: （一）项目名称：山塘加固.
    pub fn announced(&self, section: &Section) -> Option<String> {
        // The name may be taken for text behind a heading that runs on.
        let at = self.block(section);
        // A report on one project has its name in a line of its cover.
        let is_report = section.kind.as_deref() == Some("project_evaluation");
        let cover = if is_report { COVER } else { 1 };
        let lines = (at..self.words.len().min(at + cover)).take_while(|&line| {
            let words = &self.words[line].text;
            line == at || !words.contains('。')
        });
        let announced = |line: usize| {
            let name = project::announced(&self.words[line].text, &self.grammar.projects)?;
            let span = self.document.blocks.get(line)?.span;
            Some(project::as_printed(&name, self.document.slice(span)))
        };
        lines.into_iter().find_map(announced)
    }

    /// The block that a heading stands in.
    fn block(&self, section: &Section) -> usize {
        let blocks = &self.document.blocks;
        blocks.partition_point(|b| b.span.end <= section.heading.start)
    }

    /// Whether a heading is the name of a project that the lines below describe: 1.山塘加固 over （1）项目概述.
    pub fn is_described(&self, section: &Section) -> bool {
        if section.kind.is_some() || section.number.is_none() {
            return false;
        }
        let below = self.words.get(self.block(section) + 1);
        let below = below.map_or("", |words| &words.text);
        let number = crate::document::numbering::number(below);
        let item = number.map(|number| &below[number.text.len()..]);
        let projects = &self.grammar.projects;
        let words = &projects.describes;
        !project::is_generic(&self.heading(section).words, projects)
            && item.is_some_and(|item| words.iter().any(|word| item.starts_with(word.as_str())))
    }

    /// Glossaries, and what stands there under other headings, state no facts; nor do tables of contents.
    fn is_silent(&self, section: Option<&Section>) -> bool {
        section.is_some_and(|s| {
            let kind = self.outline.ancestors(s).find_map(|s| s.kind.as_deref());
            self.grammar.sections.silent(kind)
        })
    }

    /// The frames of a section, innermost first.
    pub fn scope(&self, section: Option<&Section>) -> Scope {
        let root = match self.identity.kind {
            ReportKind::ProjectSelfAssessment => Some("project"),
            ReportKind::DepartmentSelfAssessment => Some("self_assessment"),
            ReportKind::GovernmentBudget | ReportKind::GovernmentFinalAccounts => Some(GOVERNMENT),
            _ => None,
        };
        let sections = section
            .map(|s| self.outline.ancestors(s).collect::<Vec<_>>())
            .unwrap_or_default();
        let review = section
            .filter(|s| {
                self.is_described(s)
                    || self.known(s).is_some()
                    || self.announced(s).is_some()
                    || project::in_review(&self.heading(s).words, &self.grammar.projects).is_some()
            })
            .map(|_| "project");
        let frames = sections.iter().enumerate().filter_map(|(at, s)| {
            let above = sections[at + 1..].iter().filter_map(|s| s.kind.as_deref());
            self.grammar
                .sections
                .frame(s.kind.as_deref()?, above.chain(root))
        });
        let frames = review.into_iter().chain(frames).chain(root);
        let mut scope = Scope {
            heads: Vec::new(),
            fund: None,
            spent: None,
            sections: frames.map(SmolStr::from).collect(),
        };
        scope.fund = scope.fund_of_sections();
        scope
    }

    /// The year that a government's report on its budget plans. Such a report tells first what became of the years before.
    pub fn plans(&self) -> Option<i32> {
        let is_plan = self.identity.kind == ReportKind::GovernmentBudget;
        self.identity.year.filter(|_| is_plan)
    }

    /// The stage that a number has where nothing says it: that of the report, but in the report of a government on two
    /// years that of the closest heading which speaks of one, or names a year before the one that is planned.
    fn default_phase(&self, section: Option<&Section>) -> Phase {
        let words = &self.grammar.reports.phase;
        let headed = section
            .filter(|_| self.identity.kind == ReportKind::GovernmentBudget)
            .and_then(|section| {
                self.outline.ancestors(section).find_map(|s| {
                    if words.approved.is_match(&s.title) {
                        Some(Phase::Approved)
                    } else {
                        words.executed.is_match(&s.title).then_some(Phase::Executed)
                    }
                })
            });
        let is_past = || {
            let years = self.year(section).zip(self.plans());
            years.is_some_and(|(year, plan)| year < plan)
        };
        headed.unwrap_or(if self.identity.kind.is_budget() && !is_past() {
            Phase::Approved
        } else {
            Phase::Executed
        })
    }

    /// Whether a score without a name is that of the department: everywhere but in reports on single projects.
    fn department(&self, section: Option<&Section>) -> bool {
        section.is_some_and(|s| {
            self.outline.ancestors(s).any(|s| {
                s.kind
                    .as_deref()
                    .is_some_and(|k| k.starts_with("self_assessment"))
            })
        }) || self.identity.kind == ReportKind::DepartmentSelfAssessment
    }

    /// Whether a heading is that of a part which is about the report's own year whatever it says: another year there was
    /// left from last year's report.
    fn is_of_own_year(&self, section: &Section) -> bool {
        let kind = section.kind.as_deref().unwrap_or_default();
        match self.identity.kind {
            ReportKind::DepartmentFinalAccounts => kind.starts_with("notes"),
            ReportKind::DepartmentBudget => kind == "notes",
            _ => false,
        }
    }

    /// The year of the closest heading that has one, else of the report.
    fn year(&self, section: Option<&Section>) -> Option<i32> {
        let headed = section.and_then(|s| {
            self.outline
                .ancestors(s)
                .filter(|s| s.kind.as_deref() != Some("self_assessment.table"))
                .filter(|s| self.identity.year.is_none() || !self.is_of_own_year(s))
                .find_map(|s| self.heading(s).year)
        });
        headed.or(self.identity.year)
    }
}

//! Projects: their money and their scores.

use super::*;

impl<'a> Reader<'a, '_> {
    /// The project that the paragraph is about, where sentences on money are about projects.
    pub(super) fn project(&self) -> Option<&str> {
        let about = |frame: &str| self.scope.sections.iter().any(|f| f == frame);
        let section = self.memory.project.as_deref().filter(|_| about("project"));
        section.or(self.reviewed.as_deref())
    }

    /// The money of the project, as the words of the clause say: 年初预算安排, 到位, 使用.
    pub(super) fn project_thing(&self) -> Option<Thing> {
        let project = self.project()?;
        if self.phase.is_none() && !self.received && !self.relative && self.budget_word.is_none() {
            return None;
        }
        let concept = if self.received && self.phase.is_none() && !self.relative {
            "project.received"
        } else {
            "project.funds"
        };
        let mut thing = Thing::plain(concept);
        thing
            .dimensions
            .insert("project".to_owned(), project.to_owned());
        Some(thing)
    }

    pub(super) fn points(&mut self, index: usize, number: Number) {
        if let Some((name, label)) = self.scored.pop_front() {
            return self.score_of(Some(name), label, number);
        }
        let Some(Predicate::Score(start)) = self.predicate.take() else {
            return;
        };
        let words = &self.context.words[..start];
        let projects = &self.context.grammar.projects;
        let label = start..number.range.start;
        let run = self.run(index, &Kind::Points);
        let each = self.each && run == 1;
        if run > 1 || each {
            let names = project::several(words, projects);
            if each && names.len() > 1 {
                for name in names {
                    self.score_of(Some(name), label.clone(), number.clone());
                }
                return;
            }
            if run > 1 {
                // As many scores as projects, or it is not said whose they are.
                if names.len() == run {
                    let scored = names.into_iter().map(|name| (name, label.clone()));
                    self.scored = scored.collect();
                    let first = self.scored.pop_front().map(|(name, _)| name);
                    self.score_of(first, label, number);
                }
                return;
            }
        }
        let name = if project::is_department(words, projects) {
            None
        } else {
            let inside = self.project().filter(|_| self.reviewed.is_none());
            let inside = inside.map(str::to_owned);
            inside
                .or_else(|| project::before(words, projects))
                .or_else(|| self.memory.project.clone())
        };
        let is_department = project::is_department(words, projects) || self.context.department;
        if name.is_some() || is_department {
            self.score_of(name, label, number);
        } else {
            self.reviewed = None;
        }
    }

    /// States the score of a project, or else of the department.
    fn score_of(&mut self, name: Option<String>, label: Range<usize>, number: Number) {
        // What follows the score of a project speaks of its money: 全年预算数为500万元，执行数为490万元.
        self.reviewed = name.clone().filter(|_| self.memory.project.is_none());
        let thing = match name {
            Some(name) => {
                let mut thing = Thing::plain("performance.project_score");
                thing.dimensions.insert("project".to_owned(), name);
                thing
            }
            None => Thing::plain("performance.department_score"),
        };
        let named = Named {
            label: self.context.words[label].to_owned(),
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

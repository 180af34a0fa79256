//! Subjects: what a number is about.

use super::*;
use crate::fact::scope::Resolved;
use crate::grammar::concepts::CodeList;

impl<'a> Reader<'a, '_> {
    /// What the next number is about.
    pub(super) fn subject(&mut self, wanted: Wanted) -> Option<(Named, Vec<Thing>, Option<usize>)> {
        if let Some(named) = self.queue.pop_front() {
            let (things, heads) = self.resolve(&named, wanted)?;
            return Some((named, things, heads));
        }
        if self.foreign && self.predicate_free() {
            return None;
        }
        // “病虫害防治”项目，发病面积较上年下降10%: what is unknown has changed, not the money of the project.
        let compares = matches!(self.versus, Some(Versus::Year(_)));
        let is_of_unknown = compares && (self.gapped || self.lost);
        let is_of_project = self.pending.is_empty() && !is_of_unknown;
        if let Some(things) = self.project_things().filter(|_| is_of_project) {
            let label = self.memory.project.as_deref().unwrap_or_default().into();
            let reference = Reference::Things(things.clone());
            // One number of several projects is of each of them, or of none alone.
            let is_said = things.len() == 1 || self.each;
            return is_said.then_some((Named { label, reference }, things, None));
        }
        match self.pending.len() {
            0 => {
                let said = self.phase.is_some()
                    || self.last_year
                    || self.turns_to_year()
                    || !self.predicate_free()
                    || self.begun_by_topic();
                let named = self.topic.clone().filter(|topic| {
                    said && !self.lost
                        && (!self.gapped || self.compares())
                        && !self.is_residual(topic)
                })?;
                let (things, heads) = self.resolve(&named, wanted)?;
                Some((named, things, heads))
            }
            1 => {
                if self.gapped && !self.compares() {
                    return None;
                }
                let named = self.pending[0].clone();
                let (things, heads) = self.resolve(&named, wanted)?;
                Some((named, things, heads))
            }
            _ if self.each => {
                let mut all = Vec::new();
                let mut heads = None;
                for named in &self.pending {
                    let (things, open) = self.resolve(named, wanted)?;
                    all.extend(things);
                    heads = heads.or(open);
                }
                Some((self.pending[0].clone(), all, heads))
            }
            _ => None,
        }
    }

    /// 支出总额12万元，2022年为11万元: whether the clause names another year than the one that was spoken of.
    fn turns_to_year(&self) -> bool {
        let before = self.sentence_year.or(self.paragraph_year);
        matches!((self.year, before), (Some(year), Some(before)) if year != before)
    }

    /// Whether the clause says by its own words what it compares or which stage it speaks of.
    pub(super) fn compares(&self) -> bool {
        self.phase.is_some()
            || self.relative && matches!(self.versus, Some(Versus::Year(_)))
            || self.budget_word.is_some()
    }

    pub(super) fn is_residual(&self, named: &Named) -> bool {
        let concepts = &self.context.grammar.concepts.concepts;
        let residual = |thing: &Thing| concepts.get(&thing.concept).is_some_and(|c| c.residual);
        // 自评项目9个，全年预算数30万元，全年执行数28万元: the next stage of what was just budgeted.
        let staged = self.found.last().is_some_and(|last| {
            last.metric == Metric::Amount
                && last.phase != Phase::Executed
                && self.phase == Some(Phase::Executed)
                && matches!(&named.reference, Reference::Things(things) if things.contains(&last.thing))
        });
        !staged
            && !matches!(self.versus, Some(Versus::Year(_)))
            && (self.predicate_free() || self.phase.is_some())
            && matches!(&named.reference, Reference::Things(things) if things.iter().any(residual))
    }

    /// Whether the number says nothing of a comparison or rate.
    pub(super) fn predicate_free(&self) -> bool {
        !self.relative && self.versus != Some(Versus::Budget)
    }

    /// Whether the clause goes on with the topic: 共计支出3.25万元 behind 国内公务接待20批次.
    pub(super) fn begun_by_topic(&self) -> bool {
        let said = self.counted.is_some() || self.compared || self.topic_phase.is_none();
        !self.foreign && (said || self.awaits_amount())
    }

    /// 完成预算3.2亿元的101.5%，达到3.25亿元: whether the rate of what was spent is all that was said of it so far.
    fn awaits_amount(&self) -> bool {
        let Some(rate) = self.found.last() else {
            return false;
        };
        let spent = |found: &Found| {
            found.thing == rate.thing
                && (found.metric, found.phase) == (Metric::Amount, Phase::Executed)
        };
        rate.metric == Metric::CompletionRate && !self.near().any(spent)
    }

    /// 人员经费211万元（工资福利支出198万元，…）, 公用经费23万元，含工会经费2万元: whether what is named with its amount is a part of
    /// that whose amount stands right before the brackets, or the word, as nothing else that is open has it.
    pub(super) fn divides_amount(&self, index: usize, reference: &Reference) -> bool {
        let tokens = self.context.tokens;
        let amount = |t: &Token| self.is_amount(&t.kind);
        let whole = match &tokens[..index] {
            [.., whole, mark] if mark.kind == TokenKind::Mark('(') => whole,
            [.., whole, mark, word]
                if mark.kind == TokenKind::Mark('，')
                    && word.kind == TokenKind::Word(Role::Holds) =>
            {
                whole
            }
            _ => return false,
        };
        let last = self.found.last().filter(|last| {
            last.metric == Metric::Amount && last.range == whole.range && amount(whole)
        });
        let Some(last) = last.filter(|_| tokens.get(index + 1).is_some_and(amount)) else {
            return false;
        };
        let grammar = self.context.grammar;
        let mut scope = self.scope.clone();
        let head = Head::new(last.thing.clone(), self.context.start, grammar);
        scope.heads.push(head);
        let open = scope.heads.len();
        let heads = match reference {
            Reference::Category(name) => {
                let found = scope.category(name, None, &self.memory.category, grammar);
                found.and_then(|(_, heads)| heads)
            }
            Reference::Label(label) => {
                let found = scope.label(label, Wanted::Money, grammar);
                found.and_then(|found| found.heads)
            }
            _ => None,
        };
        heads == Some(open)
    }

    pub(super) fn resolve(
        &self,
        named: &Named,
        wanted: Wanted,
    ) -> Option<(Vec<Thing>, Option<usize>)> {
        let grammar = self.context.grammar;
        let is_named = !matches!(named.reference, Reference::Things(_));
        if is_named && wanted == Wanted::Money && self.divides_remainder() {
            return self.resolve_anywhere(named, wanted);
        }
        match &named.reference {
            Reference::Things(things) => {
                let things = things
                    .iter()
                    .map(|thing| self.counterpart(thing, wanted))
                    .collect::<Option<Vec<_>>>()?;
                Some((things, None))
            }
            Reference::Category(name) => {
                let (thing, heads) = self
                    .scope
                    .category(name, None, &self.memory.category, grammar)
                    .filter(|_| wanted == Wanted::Money)?;
                Some((vec![thing], heads))
            }
            Reference::Path(path) => {
                let (thing, heads) = self
                    .scope
                    .category("", Some(path), &self.memory.category, grammar)
                    .filter(|_| wanted == Wanted::Money)?;
                Some((vec![thing], heads))
            }
            Reference::Label(label) => {
                let resolved = self
                    .scope
                    .label(label, wanted, grammar)
                    .or_else(|| self.part_of_stated(label, wanted))?;
                let meaning = resolved.meaning;
                // What is also an item of the economic classification is one in a list of such: 公务接待费 among 公用经费.
                if meaning.frames.is_empty()
                    && wanted == Wanted::Money
                    && let Some(item) = self.scope.economic(label, grammar)
                {
                    return Some((vec![item.0], item.1));
                }
                if meaning.adds {
                    let head = self.scope.heads.last()?;
                    let mut thing = head.thing.clone();
                    thing.dimensions.extend(&meaning.dimensions);
                    return Some((vec![thing], Some(self.scope.heads.len())));
                }
                let mut dimensions = meaning.dimensions.clone();
                if meaning.inherits {
                    dimensions.extend(&self.added);
                }
                let things = meaning
                    .concepts
                    .iter()
                    .map(|c| Thing {
                        concept: c.clone(),
                        dimensions: dimensions.clone(),
                    })
                    .map(|thing| self.of_category(thing, resolved.heads))
                    .collect();
                Some((things, resolved.heads))
            }
        }
    }

    /// 政府采购支出总额312万元，货物类129万元，服务类183万元: what a label that nothing around decides means as a part of what the
    /// sentence is about.
    fn part_of_stated(&self, label: &str, wanted: Wanted) -> Option<Resolved<'a>> {
        let whole = &self
            .sentence()
            .first()
            .filter(|_| wanted == Wanted::Money)?
            .thing;
        let meanings = self.context.grammar.concepts.labels.get(label)?;
        let mut parts = meanings.iter().filter(|meaning| {
            let mut concepts = meaning.concepts.iter();
            meaning.only.is_none() && concepts.all(|part| self.divides(part, &whole.concept))
        });
        let meaning = parts.next().filter(|m| !m.concepts.is_empty())?;
        let is_only = parts.all(|other| other.concepts == meaning.concepts);
        is_only.then_some(Resolved {
            meaning,
            heads: None,
        })
    }

    /// Whether two things are parts of the same whole.
    pub(super) fn are_beside(&self, one: &Thing, other: &Thing) -> bool {
        let checks = &self.context.grammar.checks;
        let whole = |thing: &Thing| checks.parent(&thing.concept).map(|parted| &parted.whole);
        one.concept != other.concept
            && one.dimensions == other.dimensions
            && whole(one).is_some()
            && whole(one) == whole(other)
    }

    /// Whether a concept is a part of another, or of a part of it.
    pub(super) fn divides(&self, part: &str, whole: &str) -> bool {
        let checks = &self.context.grammar.checks;
        let parent = |concept: &&str| Some(checks.parent(concept)?.whole.as_str());
        let mut wholes = std::iter::successors(parent(&part), parent).take(DEEPEST);
        wholes.any(|concept| concept == whole)
    }

    /// “三公”经费支出21万元，其中用于公务接待的1万元: whether what money is for is a part of what the sentence is about, with its own
    /// amount.
    pub(super) fn pays_part(&self, index: usize) -> bool {
        let opens = self.before(index).is_some_and(|before| {
            matches!(
                before.kind,
                TokenKind::Mark('，' | '、' | '；' | '：') | TokenKind::Word(Role::Parts)
            )
        });
        let [name, behind @ ..] = &self.context.tokens[index + 1..] else {
            return false;
        };
        let TokenKind::Label(label) = name.kind else {
            return false;
        };
        let amount = behind.iter().find(|t| !t.kind.says_nothing());
        let Some(whole) = self.sentence().first().filter(|_| opens) else {
            return false;
        };
        let found = self.scope.label(label, Wanted::Money, self.context.grammar);
        let found = found.or_else(|| self.part_of_stated(label, Wanted::Money));
        let is_part = |concept: &SmolStr| self.divides(concept, &whole.thing.concept);
        amount.is_some_and(|t| self.is_amount(&t.kind))
            && found.is_some_and(|found| found.meaning.concepts.iter().all(is_part))
    }

    /// 年末结转和结余5万元，其中：教育支出3万元: whether a list divides what is left over. What is left of something is not what was
    /// spent on it.
    fn divides_remainder(&self) -> bool {
        let own = self.scope.heads.get(self.memory.heads.len()..);
        let head = own.and_then(<[Head]>::last).filter(|_| self.listing);
        head.is_some_and(|head| is_remainder(&head.thing.concept))
    }

    /// What a label means wherever it stands, if it does.
    fn resolve_anywhere(
        &self,
        named: &Named,
        wanted: Wanted,
    ) -> Option<(Vec<Thing>, Option<usize>)> {
        let Reference::Label(label) = &named.reference else {
            return None;
        };
        let resolved = Scope::default().label(label, wanted, self.context.grammar)?;
        let concepts = &resolved.meaning.concepts;
        Some((concepts.iter().map(|c| Thing::plain(c)).collect(), None))
    }

    /// 教育支出60万元，其中：基本支出50万元: the part of a category is of that category.
    fn of_category(&self, mut thing: Thing, heads: Option<usize>) -> Thing {
        let head = heads
            .and_then(|open| open.checked_sub(1))
            .and_then(|closest| self.scope.heads.get(closest));
        fn family(concept: &str) -> Option<&str> {
            concept.split('.').next()
        }
        if let Some(head) = head.map(|head| &head.thing)
            && family(&head.concept) == family(&thing.concept)
            && let Some(code) = head.dimensions.get(FUNCTION)
        {
            thing.dimensions.insert(FUNCTION, code.clone());
        }
        thing
    }

    /// What stands for a thing when another kind of number is wanted: the money of what was counted.
    pub(super) fn counterpart(&self, thing: &Thing, wanted: Wanted) -> Option<Thing> {
        let concept = self.context.grammar.concepts.concepts.get(&thing.concept);
        match wanted {
            Wanted::Money if self.is_count(&thing.concept) => Some(Thing {
                concept: concept?.money.as_deref()?.into(),
                dimensions: thing.dimensions.clone(),
            }),
            _ => Some(thing.clone()),
        }
    }
}

/// How many levels concepts have at most.
const DEEPEST: usize = 8;

/// Whether a concept is what is left over of others.
pub(super) fn is_remainder(concept: &str) -> bool {
    let mut steps = concept.split('.');
    steps.any(|step| REMAINDERS.contains(&step))
}

/// The steps of the ids of concepts that are left over of others.
const REMAINDERS: [&str; 2] = ["carryover", "surplus"];

/// The dimension of the functional classification.
pub(super) const FUNCTION: &str = CodeList::Functional.dimension();

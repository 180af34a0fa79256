//! Statements: of which thing, stage, year and list a number is, and what the words behind it go on with.

use smol_str::ToSmolStr;

use super::subjects::FUNCTION;
use super::*;
use crate::fact::part::SCOPE;

/// How many statements back a thing whose change is stated is looked for.
const STATED: usize = 20;

impl Reader<'_, '_> {
    /// States a number of the current subject, with the stage that a comparison takes.
    pub(super) fn state(&mut self, metric: Metric, number: Number) {
        let phase = match metric {
            Metric::Variance | Metric::VarianceRate => Phase::Executed,
            _ => self
                .phase
                .or(self.topic_phase)
                .unwrap_or_else(|| self.default_phase()),
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
        let wanted = match metric {
            Metric::Count => Wanted::Count,
            _ => Wanted::Money,
        };
        let label = |thing: &Thing| self.label_of(&named, thing, wanted);
        let labels: Vec<SmolStr> = things.iter().map(label).collect();
        let things: Vec<Thing> = things.into_iter().map(|t| self.limit_thing(t)).collect();
        if self.divides_itself(metric, phase, &number, &things) || self.divides_category(&things) {
            return;
        }
        for (thing, label) in things.iter().zip(labels) {
            let mut thing = self
                .adjusted(thing, metric, phase)
                .unwrap_or_else(|| thing.clone());
            let year = self.stated_year(metric, &mut thing);
            self.found.push(Found {
                thing,
                label,
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

    /// What is added to a thing or taken from it during the year, where that is a thing of its own.
    fn adjusted(&self, thing: &Thing, metric: Metric, phase: Phase) -> Option<Thing> {
        let concept = self.context.grammar.concepts.concepts.get(&thing.concept)?;
        let own = concept.adjustment.as_ref()?;
        let is_adjustment = (metric, phase) == (Metric::Amount, Phase::Adjustment);
        (is_adjustment && thing.dimensions.is_empty()).then(|| Thing::plain(own))
    }

    /// What names a thing of a number: 公务接待费、会议费均为2万元 is said of each by its own name.
    fn label_of(&self, named: &Named, thing: &Thing, wanted: Wanted) -> SmolStr {
        let names = |named: &&Named| {
            let things = self.resolve(named, wanted);
            things.is_some_and(|(things, _)| things.contains(thing))
        };
        let own = match self.pending.as_slice() {
            [] | [_] => None,
            all => all.iter().find(names),
        };
        own.unwrap_or(named).label.clone()
    }

    /// 离退休人员12人（离休1人，退休11人）: whether what divides a number bears its name, but is not that number.
    fn divides_itself(
        &self,
        metric: Metric,
        phase: Phase,
        number: &Number,
        things: &[Thing],
    ) -> bool {
        self.divided().is_some_and(|whole| {
            (whole.metric, whole.phase) == (metric, phase)
                && whole.value != number.value
                && whole.year == self.spoken_year()
                && things.contains(&whole.thing)
        })
    }

    /// The year of an amount: 5万元（上年4万元）.
    fn spoken_year(&self) -> Option<i32> {
        let year = self.current_year();
        match self.last_year {
            true => year.map(|year| year - 1),
            false => year,
        }
    }

    /// 行政运行24万元（含上年结转2万元）, 基金安排24万元（含上年结转2万元）: whether what divides the amount of a category is named without it.
    fn divides_category(&self, things: &[Thing]) -> bool {
        let is_left = |thing: &Thing| super::subjects::is_remainder(&thing.concept);
        let divides_unknown = self
            .asides
            .last()
            .is_some_and(super::marks::Aside::divides_unknown);
        if divides_unknown && things.iter().all(is_left) {
            return true;
        }
        let coded = |thing: &Thing| thing.dimensions.contains_key(FUNCTION);
        let of_category = |whole: &Found| whole.metric == Metric::Amount && coded(&whole.thing);
        self.divided().is_some_and(of_category) && !things.iter().any(coded)
    }

    /// The number that the brackets around what is being said divide.
    fn divided(&self) -> Option<&Found> {
        let aside = self.asides.last();
        let aside = aside.filter(|aside| aside.divides_number(&self.scope.heads))?;
        self.found.get(aside.stated.checked_sub(1)?)
    }

    /// A thing of a part of the department, where the clause says so.
    pub(super) fn limit_thing(&self, mut thing: Thing) -> Thing {
        if let Some(scope) = &self.limited {
            thing.dimensions.insert(SCOPE, scope);
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
            Metric::Amount
                if same && self.topic_phase == Some(Phase::Executed) && !self.is_later(&things) => {
            }
            Metric::Amount if same && self.is_base() => {}
            Metric::Amount => self.topic_phase = Some(phase),
            Metric::CompletionRate | Metric::Variance => self.topic_phase = Some(Phase::Executed),
            // 财政拨款收入占98%，为1180万元: the amount of what is new is still to come.
            Metric::Share if !same => self.topic_phase = None,
            // 2024年预算比上年增加5万元，其中…: the stage is said with the change alone.
            Metric::Change | Metric::ChangeRate => {
                self.topic_phase = self.topic_phase.or(self.phase);
            }
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
            let concepts = &self.context.grammar.concepts;
            let spent = things
                .first()
                .and_then(|thing| concepts.opens(&thing.concept));
            self.scope.spent = spent.cloned();
        }
        let concepts = &self.context.grammar.concepts.concepts;
        let aside = |thing: &Thing| concepts.get(&thing.concept).is_some_and(|c| c.aside);
        let only_divides = self.all_named && metric == Metric::Share;
        if (things.iter().all(aside) || only_divides) && self.topic.is_some() {
            self.pending.clear();
            return;
        }
        let topic = Named {
            reference: Reference::Things(things),
            ..named
        };
        // 收、支总计分别减少12万元、13万元，分别下降…: changes of what the sentence states no amount of are remembered, too.
        let is_new = || {
            let mut near = self.stated.iter().rev().take(STATED);
            !near.any(|named| named.reference == topic.reference)
        };
        if metric == Metric::Amount || metric == Metric::Change && is_new() {
            self.stated.push(topic.clone());
        }
        self.topic = Some(topic);
        self.pending.clear();
    }

    /// What the sentence has stated, no farther back than a list goes, however long it is.
    pub(super) fn sentence(&self) -> &[Found] {
        let farthest = self.found.len().saturating_sub(FARTHEST);
        &self.found[farthest.max(self.before_sentence)..]
    }

    /// What was stated last, the last first: no farther back than a list goes, however long the paragraph is.
    pub(super) fn near(&self) -> impl Iterator<Item = &Found> {
        self.found.iter().rev().take(FARTHEST)
    }

    /// 2024年预算数15万元，2023年执行数12万元，增加3万元: whether the amount stated last is of an earlier year than the one of the same
    /// thing before it, with which it is then compared.
    pub(super) fn is_base(&self) -> bool {
        match self.sentence() {
            [.., now, base] => {
                now.thing == base.thing
                    && (now.metric, base.metric) == (Metric::Amount, Metric::Amount)
                    && base.year < now.year
            }
            _ => false,
        }
    }

    /// 2023年执行数12万元，2024年预算数15万元: whether the amount stated last is of a later year than what was spent of the
    /// same thing.
    fn is_later(&self, things: &[Thing]) -> bool {
        let Some(last) = self.found.last() else {
            return false;
        };
        let executed = |found: &&Found| {
            (found.metric, found.phase) == (Metric::Amount, Phase::Executed)
                && things.contains(&found.thing)
        };
        let before = self.near().skip(1).filter(executed);
        let spent = before.filter_map(|found| found.year).max();
        spent.is_some_and(|spent| last.year > Some(spent))
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
        let mut year = self.spoken_year();
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

    /// The stage of a number where nothing says it. What a government's report on its budget says of an earlier year than
    /// its section is about was carried out.
    pub(super) fn default_phase(&self) -> Phase {
        let year = self.current_year();
        let is_past = year
            .zip(self.context.plans)
            .is_some_and(|(year, plan)| year < plan);
        match is_past && year != self.context.year {
            true => Phase::Executed,
            false => self.context.default_phase,
        }
    }

    pub(super) fn current_year(&self) -> Option<i32> {
        self.year
            .or(self.sentence_year)
            .or(self.paragraph_year)
            .or(self.context.year)
    }
}

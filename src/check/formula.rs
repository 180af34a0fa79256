//! The formulas that rules check: whether numbers within the printed intervals satisfy them, what each number would
//! have to be, and how the computation is written down.

use rust_decimal::Decimal;

use super::interval::Interval;

/// A formula over operands; the first is the one that the others give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formula {
    /// The first = the sum of the others.
    Sum,
    /// The first ≥ the sum of the others.
    AtMost,
    /// The first = 100 × a numerator ÷ a denominator, each a sum of the two operands after the first: the factors (−1, 0
    /// or 1) of an operand in the numerator and in the denominator.
    Rate([(i8, i8); 2]),
    /// The first has the sign of the second, and is zero where that is.
    SameSign,
}

/// What part ÷ whole is.
pub const SHARE: [(i8, i8); 2] = [(1, 0), (0, 1)];
/// What change ÷ (this − change) is, of change and this.
pub const GROWTH: [(i8, i8); 2] = [(1, -1), (0, 1)];
/// What (this − last) ÷ last is, of this and last.
pub const GROWTH_OVER_LAST: [(i8, i8); 2] = [(1, 0), (-1, 1)];
/// What this ÷ (this − difference) is, of this and difference.
pub const OVER_DIFFERENCE: [(i8, i8); 2] = [(1, 1), (0, -1)];

const HUNDRED: Decimal = Decimal::ONE_HUNDRED;

impl Formula {
    /// A rate with the factors of its operands.
    pub const fn rate(factors: [(i8, i8); 2]) -> Self {
        Self::Rate(factors)
    }

    /// Whether no numbers within the intervals of the operands satisfy it.
    pub fn fails(&self, operands: &[Interval]) -> bool {
        self.fails_for(operands.iter().copied())
    }

    /// The same of intervals that stand in no slice.
    pub fn fails_for(&self, mut operands: impl Iterator<Item = Interval>) -> bool {
        let first = operands.next();
        first.is_some_and(|first| !first.touches(self.first(operands)))
    }

    /// What the first operand may be.
    fn first(&self, mut others: impl Iterator<Item = Interval>) -> Interval {
        match self {
            Self::Sum => total(others),
            Self::AtMost => Interval {
                low: total(others).low,
                high: None,
            },
            Self::Rate(factors) => match (others.next(), others.next()) {
                (Some(first), Some(second)) => quotient(factors, [first, second]),
                _ => Interval::ALL,
            },
            Self::SameSign => others.next().map_or(Interval::ALL, signed),
        }
    }

    /// For every operand, the values that would satisfy the formula with the others as they are printed.
    pub fn mends(&self, operands: &[Interval]) -> Vec<Interval> {
        let Some((&first, others)) = operands.split_first() else {
            return Vec::new();
        };
        let known = || others.iter().copied();
        let mut mends = vec![self.first(known())];
        match self {
            Self::Sum => {
                let sum = total(known());
                mends.extend(others.iter().map(|&x| first.minus(sum.without(x))));
            }
            Self::AtMost => {
                let sum = total(known());
                mends.extend(others.iter().map(|&x| Interval {
                    low: None,
                    high: first.minus(sum.without(x)).high,
                }));
            }
            Self::Rate(factors) => {
                mends.extend((0..others.len()).map(|i| solve(factors, first, others, i)));
            }
            Self::SameSign => mends.extend(others.iter().map(|_| signed(first))),
        }
        mends
    }

    /// What the others give for the first, as they are printed; `None` where they give no one number.
    pub fn expected(&self, others: &[Decimal]) -> Option<Decimal> {
        match self {
            Self::Sum | Self::AtMost => others
                .iter()
                .try_fold(Decimal::ZERO, |sum, &x| sum.checked_add(x)),
            Self::Rate(factors) => {
                let (numerator, denominator) = fraction(factors, others)?;
                numerator.checked_div(denominator)?.checked_mul(HUNDRED)
            }
            Self::SameSign => None,
        }
    }

    /// The computation in printed numbers: `19.96 ÷ 978.11`; none where there is nothing to compute.
    pub fn write(&self, others: &[String]) -> Option<String> {
        match self {
            Self::Sum | Self::AtMost if others.len() == 1 => None,
            Self::Sum | Self::AtMost => Some(spread(others)),
            Self::Rate(factors) => {
                let side = |pick: fn(&(i8, i8)) -> i8| {
                    let mut terms: Vec<_> = factors
                        .iter()
                        .zip(others)
                        .map(|(f, words)| (pick(f), words))
                        .collect();
                    terms.retain(|(factor, _)| *factor != 0);
                    terms.sort_by_key(|(factor, _)| *factor < 0);
                    let mut written = String::new();
                    for (factor, words) in &terms {
                        if !written.is_empty() {
                            written.push_str(if *factor < 0 { " − " } else { " + " });
                        }
                        written.push_str(&bracketed(words));
                    }
                    if terms.len() > 1 {
                        format!("({written})")
                    } else {
                        written
                    }
                };
                Some(format!("{} ÷ {}", side(|f| f.0), side(|f| f.1)))
            }
            Self::SameSign => None,
        }
    }
}

/// A sum as it is written: of many parts the first and the last.
fn spread(parts: &[String]) -> String {
    const SHOWN: usize = 8;
    let parts: Vec<String> = parts.iter().map(|p| bracketed(p)).collect();
    match (parts.get(..SHOWN - 1), parts.last()) {
        (Some(first), Some(last)) if parts.len() > SHOWN => {
            format!("{} + … + {last}", first.join(" + "))
        }
        _ => parts.join(" + "),
    }
}

fn bracketed(number: &str) -> String {
    if number.starts_with('-') {
        format!("({number})")
    } else {
        number.to_owned()
    }
}

fn total(parts: impl Iterator<Item = Interval>) -> Interval {
    let sum = parts.reduce(Interval::plus);
    sum.unwrap_or(Interval::exact(Decimal::ZERO))
}

/// The numbers of one sign with `other`.
fn signed(other: Interval) -> Interval {
    if other.is_zero() {
        Interval::exact(Decimal::ZERO)
    } else if other.is_positive() {
        Interval::from(Decimal::ZERO)
    } else if other.is_negative() {
        Interval::upto(Decimal::ZERO)
    } else {
        Interval::ALL
    }
}

fn fraction(factors: &[(i8, i8)], operands: &[Decimal]) -> Option<(Decimal, Decimal)> {
    let sum = |pick: fn(&(i8, i8)) -> i8| {
        let mut terms = factors.iter().zip(operands).filter_map(|(f, &x)| {
            Some(match pick(f) {
                0 => return None,
                1.. => x,
                ..0 => -x,
            })
        });
        let first = terms.next().unwrap_or_default();
        terms.try_fold(first, |sum, term| sum.checked_add(term))
    };
    Some((sum(|f| f.0)?, sum(|f| f.1)?))
}

/// 100 × numerator ÷ denominator. A quotient of sums rises or falls with each operand alone, so its bounds are found
/// at the corners, as long as the denominator keeps its sign.
fn quotient(factors: &[(i8, i8)], operands: [Interval; 2]) -> Interval {
    let mut sign = None;
    at_corners(operands, |corner| {
        let (numerator, denominator) = fraction(factors, corner)?;
        let positive = denominator.is_sign_positive();
        if denominator.is_zero() || *sign.get_or_insert(positive) != positive {
            return None;
        }
        numerator.checked_div(denominator)?.checked_mul(HUNDRED)
    })
}

/// What operand `index` would have to be: `rate × (d·x + D) = 100 × (n·x + N)` gives
/// `x = (100·N − rate·D) ÷ (rate·d − 100·n)`, at the corners again.
fn solve(factors: &[(i8, i8)], rate: Interval, operands: &[Interval], index: usize) -> Interval {
    let (&[first, second], Some(&(n, d))) = (operands, factors.get(index)) else {
        return Interval::ALL;
    };
    let mut known = [first, second, rate];
    known[index] = Interval::exact(Decimal::ZERO);
    let (n, d) = (Decimal::from(n), Decimal::from(d));
    let mut sign = None;
    at_corners(known, |&[first, second, rate]| {
        let (numerator, denominator) = fraction(factors, &[first, second])?;
        let above = numerator
            .checked_mul(HUNDRED)?
            .checked_sub(rate.checked_mul(denominator)?)?;
        let below = rate.checked_mul(d)?.checked_sub(HUNDRED.checked_mul(n)?)?;
        let positive = below.is_sign_positive();
        if below.is_zero() || *sign.get_or_insert(positive) != positive {
            return None;
        }
        above.checked_div(below)
    })
}

/// The values between those at the corners of a box of intervals; all, where a corner has none or lies at infinity.
fn at_corners<const N: usize>(
    operands: [Interval; N],
    mut value: impl FnMut(&[Decimal; N]) -> Option<Decimal>,
) -> Interval {
    let mut around: Option<Interval> = None;
    for corner in 0..1_usize << N {
        let mut at = [Decimal::ZERO; N];
        for (i, operand) in operands.iter().enumerate() {
            let bound = if corner >> i & 1 == 0 {
                operand.low
            } else {
                operand.high
            };
            let Some(bound) = bound else {
                return Interval::ALL;
            };
            at[i] = bound;
        }
        let Some(value) = value(&at) else {
            return Interval::ALL;
        };
        around = Some(around.map_or(Interval::exact(value), |around| around.with(value)));
    }
    around.unwrap_or(Interval::ALL)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::str::FromStr;

    fn printed(text: &str) -> Interval {
        let value = Decimal::from_str(text).unwrap();
        Interval::printed(value, i32::try_from(value.scale()).ok())
    }

    #[test]
    fn formulas_are_contradicted_only_beyond_rounding() {
        let share = Formula::rate(SHARE);
        let growth = Formula::rate(GROWTH);
        let over_last = Formula::rate(GROWTH_OVER_LAST);
        let over_difference = Formula::rate(OVER_DIFFERENCE);
        for (formula, operands, fails) in [
            (&Formula::Sum, &["10.00", "3.33", "3.33", "3.33"][..], false),
            (&Formula::Sum, &["10.02", "3.33", "3.33", "3.33"], true),
            (&Formula::Sum, &["91.0", "55.0", "35.0"], true),
            (&Formula::Sum, &["90.0", "55.0", "35.0"], false),
            (&Formula::AtMost, &["5.00", "3.00"], false),
            (&Formula::AtMost, &["5.00", "3.00", "2.01"], false),
            (&Formula::AtMost, &["5.00", "3.00", "2.03"], true),
            (&share, &["2.04", "19.96", "978.11"], false),
            (&share, &["2.40", "19.96", "978.11"], true),
            (&share, &["100", "99.996", "100.00"], false),
            (&share, &["0", "0", "0"], false),
            (&growth, &["6.58", "60.35", "978.11"], false),
            (&growth, &["6.85", "60.35", "978.11"], true),
            (&growth, &["-2.92", "-21.9", "728.4"], false),
            (&growth, &["1019.4", "3.16", "3.47"], false),
            (&over_last, &["25.00", "5.00", "4.00"], false),
            (&over_last, &["25.00", "5.50", "4.00"], true),
            (&over_difference, &["109.45", "598.42", "51.68"], false),
            (&over_difference, &["100", "726.88", "55.68"], true),
            (&Formula::SameSign, &["21.96", "-1.12"], true),
            (&Formula::SameSign, &["-21.96", "-1.12"], false),
            (&Formula::SameSign, &["3.00", "0"], true),
            (&Formula::SameSign, &["0", "0"], false),
        ] {
            let intervals: Vec<_> = operands.iter().map(|o| printed(o)).collect();
            assert_eq!(formula.fails(&intervals), fails, "{formula:?} {operands:?}");
        }
    }

    #[test]
    fn every_operand_is_mended_by_the_value_that_fits() {
        for (formula, operands, mended) in [
            (Formula::Sum, &["12", "3", "4"][..], &["7", "8", "9"][..]),
            (
                Formula::rate(SHARE),
                &["40", "30", "60"],
                &["50", "24", "75"],
            ),
            (
                Formula::rate(GROWTH),
                &["50", "20", "100"],
                &["25", "33.3333", "60"],
            ),
        ] {
            let intervals: Vec<_> = operands.iter().map(|o| printed(o)).collect();
            let mends = formula.mends(&intervals);
            for (mend, value) in mends.iter().zip(mended) {
                let value = Decimal::from_str(value).unwrap();
                assert!(mend.holds(value), "{formula:?}: {mend:?} lacks {value}");
            }
        }
    }

    #[test]
    fn a_denominator_around_zero_contradicts_nothing() {
        let growth = Formula::rate(GROWTH);
        assert!(!growth.fails(&[printed("100.0"), printed("3.12"), printed("3.12")]));
    }

    #[test]
    fn computations_are_written_as_a_reader_would() {
        let words = |list: &[&str]| list.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        for (formula, operands, written) in [
            (Formula::Sum, &["55", "35"][..], "55 + 35"),
            (Formula::Sum, &["10", "-5.07"], "10 + (-5.07)"),
            (Formula::rate(SHARE), &["19.96", "978.11"], "19.96 ÷ 978.11"),
            (
                Formula::rate(GROWTH),
                &["-1.12", "3.98"],
                "(-1.12) ÷ (3.98 − (-1.12))",
            ),
            (Formula::rate(GROWTH_OVER_LAST), &["5", "4"], "(5 − 4) ÷ 4"),
        ] {
            assert_eq!(formula.write(&words(operands)).as_deref(), Some(written));
        }
    }
}

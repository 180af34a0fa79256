//! Intervals: what a printed number stands for.
//!
//! 19.96万元 was some amount from 199,550 to 199,650 yuan; 0 is exactly zero. Every bound is exact; what cannot be
//! computed is unbounded, so that an overflow never contradicts anything.

use rust_decimal::Decimal;

/// A closed interval; `None` is unbounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The lower bound.
    pub low: Option<Decimal>,
    /// The upper bound.
    pub high: Option<Decimal>,
}

impl Interval {
    /// Every number.
    pub const ALL: Self = Self {
        low: None,
        high: None,
    };

    /// One number.
    pub const fn exact(value: Decimal) -> Self {
        Self {
            low: Some(value),
            high: Some(value),
        }
    }

    /// The numbers from `low` to `high`.
    pub const fn between(low: Decimal, high: Decimal) -> Self {
        Self {
            low: Some(low),
            high: Some(high),
        }
    }

    /// The numbers from `low` upwards.
    pub const fn from(low: Decimal) -> Self {
        Self {
            low: Some(low),
            high: None,
        }
    }

    /// The numbers up to `high`.
    pub const fn upto(high: Decimal) -> Self {
        Self {
            low: None,
            high: Some(high),
        }
    }

    /// The numbers that print as `value` at a place (−2 is to the hundred), half a unit of it on either side.
    pub fn rounded(value: Decimal, place: i32) -> Self {
        let Some(half) = half_unit(place) else {
            return Self::exact(value);
        };
        Self {
            low: value.checked_sub(half),
            high: value.checked_add(half),
        }
    }

    /// The numbers that a printed amount or count stands for: 0 is exactly zero.
    pub fn printed(value: Decimal, place: Option<i32>) -> Self {
        match place {
            Some(place) if !value.is_zero() => Self::rounded(value, place),
            _ => Self::exact(value),
        }
    }

    /// The sums of a number of each.
    pub fn plus(self, other: Self) -> Self {
        Self {
            low: both(self.low, other.low, Decimal::checked_add),
            high: both(self.high, other.high, Decimal::checked_add),
        }
    }

    /// The differences of a number of each.
    pub fn minus(self, other: Self) -> Self {
        Self {
            low: both(self.low, other.high, Decimal::checked_sub),
            high: both(self.high, other.low, Decimal::checked_sub),
        }
    }

    /// What was added to `part` to give this sum: the opposite of [`plus`](Self::plus).
    pub fn without(self, part: Self) -> Self {
        Self {
            low: both(self.low, part.low, Decimal::checked_sub),
            high: both(self.high, part.high, Decimal::checked_sub),
        }
    }

    /// Its numbers times a factor.
    pub fn times(self, factor: Decimal) -> Self {
        let scaled = |bound: Option<Decimal>| bound?.checked_mul(factor);
        if factor.is_sign_negative() {
            Self {
                low: scaled(self.high),
                high: scaled(self.low),
            }
        } else {
            Self {
                low: scaled(self.low),
                high: scaled(self.high),
            }
        }
    }

    /// The numbers that lie in both, if any.
    pub fn meet(self, other: Self) -> Option<Self> {
        let met = Self {
            low: match (self.low, other.low) {
                (Some(a), Some(b)) => Some(a.max(b)),
                (a, b) => a.or(b),
            },
            high: match (self.high, other.high) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            },
        };
        match (met.low, met.high) {
            (Some(low), Some(high)) if low > high => None,
            _ => Some(met),
        }
    }

    /// Whether some number lies in both.
    pub fn touches(self, other: Self) -> bool {
        let is_above = |low: Option<Decimal>, high: Option<Decimal>| {
            low.is_some_and(|low| high.is_some_and(|high| low > high))
        };
        !is_above(self.low, other.high) && !is_above(other.low, self.high)
    }

    /// Whether a number lies in it.
    pub fn holds(self, value: Decimal) -> bool {
        self.touches(Self::exact(value))
    }

    /// Whether all its numbers are above zero.
    pub fn is_positive(self) -> bool {
        self.low.is_some_and(|low| low > Decimal::ZERO)
    }

    /// Whether all its numbers are below zero.
    pub fn is_negative(self) -> bool {
        self.high.is_some_and(|high| high < Decimal::ZERO)
    }

    /// Whether it is zero alone.
    pub fn is_zero(self) -> bool {
        self == Self::exact(Decimal::ZERO)
    }

    /// The smallest interval that holds it and a number.
    pub fn with(self, value: Decimal) -> Self {
        Self {
            low: self.low.map(|low| low.min(value)),
            high: self.high.map(|high| high.max(value)),
        }
    }
}

fn both(
    a: Option<Decimal>,
    b: Option<Decimal>,
    of: impl Fn(Decimal, Decimal) -> Option<Decimal>,
) -> Option<Decimal> {
    of(a?, b?)
}

/// Half a unit of a place; `None` where it is finer than a decimal can be.
fn half_unit(place: i32) -> Option<Decimal> {
    let scale = place.checked_add(1)?;
    if scale >= 0 {
        return Decimal::try_new(5, u32::try_from(scale).ok()?).ok();
    }
    let tens = 10_i64.checked_pow(scale.unsigned_abs())?;
    Decimal::from(5).checked_mul(Decimal::from(tens))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::str::FromStr;

    fn number(text: &str) -> Decimal {
        Decimal::from_str(text).unwrap()
    }

    fn interval(low: &str, high: &str) -> Interval {
        Interval::between(number(low), number(high))
    }

    #[test]
    fn a_printed_number_is_half_a_unit_wide_on_either_side() {
        for (value, place, low, high) in [
            ("199600", Some(-2), "199550", "199650"),
            ("2.04", Some(2), "2.035", "2.045"),
            ("100", Some(0), "99.5", "100.5"),
            ("100", Some(2), "99.995", "100.005"),
            ("300000000", Some(-6), "299500000", "300500000"),
            ("-30000", Some(-4), "-35000", "-25000"),
            ("0", Some(-2), "0", "0"),
            ("20", None, "20", "20"),
        ] {
            assert_eq!(
                Interval::printed(number(value), place),
                interval(low, high),
                "{value} at {place:?}"
            );
        }
    }

    #[test]
    fn sums_widen_by_every_part() {
        let part = Interval::printed(number("1.23"), Some(2));
        let sum = (0..20).fold(Interval::exact(Decimal::ZERO), |sum, _| sum.plus(part));
        assert_eq!(sum, interval("24.50", "24.70"));
        assert!(sum.holds(number("24.63")));
        assert!(!sum.holds(number("24.71")));
        assert_eq!(sum.without(part).plus(part), sum);
        assert_eq!(part.minus(part), interval("-0.01", "0.01"));
    }

    #[test]
    fn intervals_that_share_a_bound_touch() {
        assert!(interval("1", "2").touches(interval("2", "3")));
        assert!(!interval("1", "2").touches(interval("2.001", "3")));
        assert!(Interval::from(number("5")).touches(Interval::upto(number("5"))));
        assert!(!Interval::from(number("5")).touches(Interval::upto(number("4"))));
        assert!(Interval::ALL.holds(number("-7")));
    }

    #[test]
    fn a_negative_factor_turns_the_bounds_round() {
        assert_eq!(interval("1", "2").times(number("-3")), interval("-6", "-3"));
        assert_eq!(interval("1", "2").times(number("3")), interval("3", "6"));
    }

    #[test]
    fn what_overflows_is_unbounded() {
        let huge = Interval::exact(Decimal::MAX);
        assert_eq!(huge.plus(huge), Interval::ALL);
        assert_eq!(huge.times(number("10")), Interval::ALL);
        assert_eq!(
            Interval::printed(number("1"), Some(i32::MAX)),
            Interval::exact(number("1"))
        );
        assert_eq!(
            Interval::printed(number("1"), Some(i32::MIN)),
            Interval::exact(number("1"))
        );
    }
}

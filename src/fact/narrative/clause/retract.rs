//! What a paragraph has stated and takes back: sums and parts that bear the name of something else.

use super::*;

/// 实有人数50人（其中：在职39人，退休11人）: the sum that includes retirees is no number of staff.
pub(super) fn sums(found: &mut Vec<Found>) {
    let Some(sum) = found.iter().position(is_staff) else {
        return;
    };
    let parts: Vec<&Found> = found[sum + 1..]
        .iter()
        .filter(|f| {
            f.list
                .as_ref()
                .is_some_and(|l| l.head.as_deref() == Some(STAFF))
        })
        .collect();
    let working = parts.iter().find(|f| is_staff(f)).and_then(|f| f.value);
    let retired = parts
        .iter()
        .find(|f| f.thing.concept == "staff.retired")
        .and_then(|f| f.value);
    if let (Some(working), Some(retired), Some(whole)) = (working, retired, found[sum].value)
        && working + retired <= whole
        && working != whole
    {
        found.remove(sum);
    }
}

/// 车辆5辆，其中：一般公务用车3辆: a part that bears the name of its whole, but not its number, is of something unknown.
pub(super) fn parts(found: &mut Vec<Found>) {
    let same = |a: &Found, b: &Found| {
        (&a.thing, a.metric, a.phase, a.year) == (&b.thing, b.metric, b.phase, b.year)
    };
    let heads: Vec<usize> = (0..found.len())
        .filter(|&i| is_own_part(&found[i]))
        .collect();
    for part in heads.into_iter().rev() {
        let whole = found[..part].iter().rfind(|f| same(f, &found[part]));
        if whole.is_some_and(|whole| whole.value != found[part].value) {
            found.remove(part);
        }
    }
}

/// Whether a number stands in a list that its own concept heads.
fn is_own_part(found: &Found) -> bool {
    let head = found.list.as_ref().and_then(|list| list.head.as_deref());
    matches!(found.metric, Metric::Amount | Metric::Count)
        && head == Some(found.thing.concept.as_str())
}

/// 行政编制15名，实有13人；事业编制86名，实有80人: where each of several numbers of staff stands behind the posts of one type,
/// it is of that type.
pub(super) fn staff(found: &mut [Found]) {
    let posts = |found: &Found| {
        let kind = found.thing.dimensions.get(STAFF_TYPE)?;
        (found.thing.concept == POSTS).then(|| kind.clone())
    };
    let typed: Vec<(usize, SmolStr)> = (1..found.len())
        .filter(|&at| is_staff(&found[at]))
        .filter_map(|at| Some((at, posts(&found[at - 1])?)))
        .collect();
    let all = found.iter().filter(|f| is_staff(f)).count();
    if typed.len() < 2 || typed.len() < all {
        return;
    }
    for (at, kind) in typed {
        found[at].thing.dimensions.insert(STAFF_TYPE, kind);
    }
}

/// Whether a number is of all the staff there is.
fn is_staff(found: &Found) -> bool {
    found.thing.concept == STAFF && found.thing.dimensions.is_empty()
}

const POSTS: &str = "staff.establishment";
const STAFF: &str = "staff.actual";
const STAFF_TYPE: &str = "staff_type";

//! The dimensions of a fact: few, so that a sorted list is found and compared faster than a tree of strings, and most
//! facts have none.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};
use smol_str::SmolStr;

/// Values by their names, in the order of the names.
///
/// ```
/// use gongkai::fact::dimensions::Dimensions;
/// let mut dimensions = Dimensions::from([("project", "道路")]);
/// dimensions.insert("function", "2080505");
/// assert_eq!(dimensions.get("project").unwrap(), "道路");
/// assert!(dimensions.keys().eq(["function", "project"]));
/// assert_eq!(dimensions.remove("project").unwrap(), "道路");
/// assert_eq!(dimensions, Dimensions::from([("function", "2080505")]));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(from = "BTreeMap<SmolStr, SmolStr>")]
#[schemars(inline)]
pub struct Dimensions(#[schemars(with = "BTreeMap<String, String>")] Vec<(SmolStr, SmolStr)>);

impl Dimensions {
    /// No dimensions.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(own, _)| own.as_str().cmp(name))
    }

    /// The value of a dimension.
    pub fn get(&self, name: &str) -> Option<&SmolStr> {
        // Whether there are any is nearly always the whole answer.
        self.0.iter().find(|(own, _)| own == name).map(|(_, v)| v)
    }

    /// The value of a dimension, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut SmolStr> {
        let at = self.place(name).ok()?;
        Some(&mut self.0[at].1)
    }

    /// Whether there is a dimension of a name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Sets a dimension; gives the value that it had.
    pub fn insert(
        &mut self,
        name: impl Into<SmolStr>,
        value: impl Into<SmolStr>,
    ) -> Option<SmolStr> {
        let (name, value) = (name.into(), value.into());
        match self.place(&name) {
            Ok(at) => Some(std::mem::replace(&mut self.0[at].1, value)),
            Err(at) => {
                // Few have a second one.
                self.0.reserve_exact(1);
                self.0.insert(at, (name, value));
                None
            }
        }
    }

    /// Takes a dimension away.
    pub fn remove(&mut self, name: &str) -> Option<SmolStr> {
        let at = self.place(name).ok()?;
        Some(self.0.remove(at).1)
    }

    /// Takes all away.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Sets all dimensions that others have.
    pub fn extend(&mut self, others: &Self) {
        for (name, value) in &others.0 {
            self.insert(name.clone(), value.clone());
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The names and values, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The names, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(name, _)| name)
    }

    /// The values, in the order of their names.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(_, value)| value)
    }
}

impl std::ops::Index<&str> for Dimensions {
    type Output = SmolStr;

    /// The value of a dimension that is known to be there.
    fn index(&self, name: &str) -> &SmolStr {
        self.get(name).expect("the dimension")
    }
}

impl From<BTreeMap<SmolStr, SmolStr>> for Dimensions {
    fn from(dimensions: BTreeMap<SmolStr, SmolStr>) -> Self {
        Self(dimensions.into_iter().collect())
    }
}

impl<N: Into<SmolStr>, V: Into<SmolStr>, const S: usize> From<[(N, V); S]> for Dimensions {
    fn from(dimensions: [(N, V); S]) -> Self {
        let mut all = Self::new();
        for (name, value) in dimensions {
            all.insert(name, value);
        }
        all
    }
}

impl Serialize for Dimensions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

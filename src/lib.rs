//! Reads published Chinese fiscal disclosure reports (部门决算, 部门预算, 绩效自评) into exact, normalised data.
//!
//! One function does the work: [`extract`] turns the bytes of a report into a [`Report`]: its sections, every
//! stated fact with its place in the source, the public statements, the self-assessment records, the
//! contradictions that the report itself shows, and every number that was not understood. It touches no file, no
//! clock and no terminal.
//!
//! The pipeline is `bytes → document → identity → outline → mentions → facts / evaluations → findings → report → output`:
//! each stage is a module, and takes what the stages before it gave. DESIGN.md says why.

pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
pub mod document;
pub mod evaluation;
pub mod explain;
pub mod fact;
pub mod grammar;
pub mod identity;
pub mod mention;
pub mod outline;
pub mod output;
pub mod report;
pub mod source;

pub use report::{Options, Report, extract};

//! The JSON Schema of the grammar files, for editors that check TOML while it is written.

use serde_json::{Map, Value};

use super::{checks, clauses, concepts, forms, projects, reports, sections, statements};
use crate::document::caption;

/// The schema of each kind of file by its name.
pub fn schemas() -> Map<String, Value> {
    let schemas = [
        ("checks.toml", schemars::schema_for!(checks::Checks)),
        ("clauses.toml", schemars::schema_for!(clauses::File)),
        ("concepts.toml", schemars::schema_for!(concepts::File)),
        ("projects.toml", schemars::schema_for!(projects::Projects)),
        ("report.toml", schemars::schema_for!(reports::Reports)),
        ("sections.toml", schemars::schema_for!(sections::File)),
        (
            "tables/budget.toml",
            schemars::schema_for!(statements::FamilyFile),
        ),
        ("tables/captions.toml", schemars::schema_for!(caption::File)),
        (
            "tables/final_accounts.toml",
            schemars::schema_for!(statements::FamilyFile),
        ),
        (
            "tables/government_budget.toml",
            schemars::schema_for!(statements::FamilyFile),
        ),
        (
            "tables/government_final_accounts.toml",
            schemars::schema_for!(statements::FamilyFile),
        ),
        (
            "tables/ledgers.toml",
            schemars::schema_for!(statements::LedgerFile),
        ),
        (
            "tables/self_assessment_*.toml",
            schemars::schema_for!(forms::File),
        ),
    ];
    schemas
        .into_iter()
        .map(|(name, schema)| (name.to_owned(), schema.to_value()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{schemas, statements};

    #[test]
    fn the_embedded_files_are_what_the_schemas_say() {
        for (name, text) in [
            ("checks.toml", crate::grammar::CHECKS),
            ("clauses.toml", crate::grammar::CLAUSES),
            ("concepts.toml", crate::grammar::CONCEPTS),
            ("projects.toml", crate::grammar::PROJECTS),
            ("report.toml", crate::grammar::REPORT),
            ("sections.toml", crate::grammar::SECTIONS),
            statements::CAPTIONS,
            statements::LEDGERS,
            statements::FAMILIES[0],
            statements::FAMILIES[1],
            statements::FAMILIES[2],
            statements::FAMILIES[3],
        ] {
            let schema = &schemas()[name];
            let file: serde_json::Value = toml::from_str(text).unwrap();
            let validator = jsonschema::validator_for(schema).unwrap();
            let wrong: Vec<String> = validator
                .iter_errors(&file)
                .map(|e| format!("{} {e}", e.instance_path()))
                .collect();
            assert!(wrong.is_empty(), "{name}: {wrong:?}");
            let unknown = serde_json::json!({"no such key": 1});
            assert!(!validator.is_valid(&unknown), "{name}");
        }
    }
}

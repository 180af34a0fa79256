//! A directory laid over the embedded grammar changes what is read: a label, a heading, a connecting word, a form.

#![allow(missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const REPORT: &str = "云梦泽县水文站2023年度部门决算\n\
    一、收入花絮\n收入合计12万元，其中：鸬鹚驯养收入2万元。\n\
    二、其他说明\n机关运行经费3万元，较之去岁扩张了0.5万元，扩张20%。\n";

const CONCEPTS: &str = "[[label]]\ntexts = [\"鸬鹚驯养收入\"]\ngives = [\"revenue.business\"]\n\
    [[example]]\ntext = \"鸬鹚驯养收入2万元。\"\ngives = [\"revenue.business amount executed 20000\"]\n";
const SECTIONS: &str = "[[section]]\nkind = \"notes.revenue\"\nheadings = ['^收入花絮$']\nframe = \"revenue\"\n\
    example = [{ heading = \"收入花絮\", kind = \"notes.revenue\" }]\n";
const CLAUSES: &str = "[[word]]\nrole = \"last_year\"\ntexts = [\"去岁\"]\n\
    [[word]]\nrole = \"increase\"\ntexts = [\"扩张[了]\"]\n";
const FORM: &str = "id = \"project.river\"\nsubject = \"project\"\ntitles = [\"河道事务成效自查单\"]\n\
    [fields]\nproject_name = [\"差事\"]\n";

fn directory(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let dir = std::env::temp_dir().join(format!("gongkai-{}-{name}", std::process::id()));
    fs::create_dir_all(dir.join("tables")).unwrap();
    for (file, text) in files {
        fs::write(dir.join(file), text).unwrap();
    }
    dir
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gongkai"))
        .args(arguments)
        .output()
        .unwrap()
}

fn extract(report: &Path, grammars: Option<&Path>) -> Value {
    let mut arguments = vec!["extract", report.to_str().unwrap()];
    if let Some(dir) = grammars {
        arguments.extend(["--grammars", dir.to_str().unwrap()]);
    }
    serde_json::from_slice(&run(&arguments).stdout).unwrap()
}

fn facts(report: &Value) -> Vec<String> {
    let facts = report["facts"].as_array().unwrap();
    facts
        .iter()
        .map(|f| format!("{} {} {}", f["concept"], f["metric"], f["value"]).replace('"', ""))
        .collect()
}

#[test]
fn a_directory_teaches_a_province() {
    let dir = directory(
        "province",
        &[
            ("concepts.toml", CONCEPTS),
            ("sections.toml", SECTIONS),
            ("clauses.toml", CLAUSES),
            ("tables/self_assessment_river.toml", FORM),
            ("report.txt", REPORT),
            (
                "form.csv",
                "河道事务成效自查单,,,,\n差事,芦苇收割,,,\n一级指标,二级指标,三级指标,年度指标值,实际完成值\n产出指标,数量指标,收割面积,≥30亩,32亩\n",
            ),
        ],
    );
    let report = dir.join("report.txt");
    let (before, after) = (extract(&report, None), extract(&report, Some(&dir)));
    for fact in [
        "revenue.business amount 20000",
        "operating_cost change 5000",
        "operating_cost change_rate 20",
    ] {
        assert!(!facts(&before).iter().any(|f| f == fact), "{fact}");
        assert!(facts(&after).iter().any(|f| f == fact), "{fact} {after:#}");
    }
    assert!(
        before["sections"]
            .as_array()
            .unwrap()
            .iter()
            .all(|s| s["kind"] != "notes.revenue")
    );
    assert!(
        after["sections"]
            .as_array()
            .unwrap()
            .iter()
            .any(|s| s["kind"] == "notes.revenue")
    );
    let form = dir.join("form.csv");
    let named = |grammars| {
        extract(&form, grammars)["evaluations"]
            .to_string()
            .contains("芦苇收割")
    };
    assert!(!named(None) && named(Some(&dir)));

    let checked = run(&["grammar", "check", dir.to_str().unwrap()]);
    let printed = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(checked.status.success(), "{printed}");
    fs::remove_dir_all(dir).unwrap();
}

#[test]
fn mistakes_are_drawn_with_their_place() {
    for (name, file, text, place) in [
        (
            "key",
            "concepts.toml",
            "[[label]]\ntext = [\"甲\"]\n",
            "concepts.toml:2:1",
        ),
        (
            "pattern",
            "sections.toml",
            "[[section]]\nkind = \"a\"\nheadings = ['(']\n",
            "sections.toml:3:13",
        ),
        (
            "template",
            "clauses.toml",
            "[[word]]\nrole = \"and\"\ntexts = [\"暨[\"]\n",
            "clauses.toml:3:12",
        ),
        (
            "merged",
            "projects.toml",
            "\nnoun = [\"甲\"]\n",
            "projects.toml:2:1",
        ),
        (
            "reading",
            "concepts.toml",
            "[[example]]\ntext = \"机关运行经费3万元。\"\ngives = []\n",
            "concepts.toml:2:9",
        ),
        (
            "frame",
            "concepts.toml",
            "[[label]]\ntexts = [\"茶费\"]\ngives = [\"meeting_cost\"]\nframes = [\"threepublic\"]\n",
            "concepts.toml:4:11",
        ),
        (
            "section-frame",
            "sections.toml",
            "[[section]]\nkind = \"notes.revenue\"\nheadings = ['^甲$']\nframe = \"revenu\"\n",
            "sections.toml:4:9",
        ),
        (
            "kind",
            "sections.toml",
            "[[section]]\nkind = \"notes.foo\"\nheadings = ['^甲$']\n",
            "sections.toml:2:8",
        ),
        (
            "no-example",
            "concepts.toml",
            "[[label]]\ntexts = [\"茶费\"]\ngives = [\"meeting_cost\"]\n",
            "concepts.toml:2:10",
        ),
        (
            "broken",
            "concepts.toml",
            "\n[[label]]\ntexts = [\"机关运行经费\"]\ngives = [\"meeting_cost\"]\n\
             [[example]]\ntext = \"机关运行经费3万元。\"\ngives = [\"meeting_cost amount executed 30000\"]\n",
            "concepts.toml:3:10",
        ),
        (
            "twice",
            "concepts.toml",
            "[[label]]\ntexts = [\"茶费\"]\ngives = [\"meeting_cost\"]\n[[label]]\ntexts = [\"茶费\"]\ngives = [\"training_cost\"]\n",
            "concepts.toml:5:10",
        ),
    ] {
        let dir = directory(name, &[(file, text)]);
        let checked = run(&["grammar", "check", dir.to_str().unwrap()]);
        let printed = String::from_utf8_lossy(&checked.stdout).into_owned();
        assert_eq!(checked.status.code(), Some(1), "{name}: {printed}");
        assert!(printed.contains(place), "{name}: {printed}");
        assert!(
            printed.contains('━') || printed.contains('^'),
            "{name}: {printed}"
        );
        fs::remove_dir_all(dir).unwrap();
    }
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let dir = directory("encoding", &[]);
    fs::write(dir.join("concepts.toml"), b"# \xd6\xa7\xb3\xf6\n").unwrap();
    let path = dir.to_str().unwrap();
    let absent = format!("{path}/absent");
    for (arguments, named) in [
        (&["grammar", "check", path][..], "concepts.toml: "),
        (&["grammar", "list", "--grammars", path], "concepts.toml: "),
        (&["grammar", "check", &absent], "absent: "),
        (&["grammar", "list", "--grammars", &absent], "absent: "),
    ] {
        let output = run(arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            said.starts_with("gongkai: ") && said.contains(named),
            "{said}"
        );
        assert_eq!(said.lines().count(), 1, "{said}");
    }
    fs::remove_dir_all(dir).unwrap();
}

#[test]
fn names_are_listed() {
    for (names, line) in [
        ("concepts", "operating_cost  机关运行经费"),
        (
            "frames",
            "meeting_training  list meeting_cost, list training_cost, section notes.meeting_training",
        ),
        ("sections", "notes.revenue"),
    ] {
        let listed = String::from_utf8(run(&["grammar", "list", names]).stdout).unwrap();
        assert!(listed.lines().any(|own| own == line), "{listed}");
    }
}

/// The fenced blocks of a guide: the words before each, and what it holds.
fn blocks(guide: &str) -> Vec<(&str, &str)> {
    let mut parts = guide.split("\n```");
    let mut blocks = Vec::new();
    while let (Some(before), Some(block)) = (parts.next(), parts.next()) {
        let (_, block) = block.split_once('\n').unwrap();
        blocks.push((before, block));
    }
    blocks
}

#[test]
fn the_guide_to_grammars_is_true() {
    let guide = include_str!("../grammars/README.md");
    let blocks = blocks(guide);
    let files: Vec<(&str, String)> = blocks
        .iter()
        .filter_map(|(before, block)| {
            let name = before.rsplit('`').nth(1)?;
            let name = name
                .strip_prefix("yunmeng/")
                .or((name == "report.txt").then_some(name))?;
            Some((name, format!("{block}\n")))
        })
        .collect();
    assert_eq!(files.len(), 4, "{files:?}");
    let files: Vec<(&str, &str)> = files.iter().map(|(n, t)| (*n, t.as_str())).collect();
    let dir = directory("guide", &files);
    let shown = |command: &str| {
        let block = blocks.iter().find(|(_, b)| b.starts_with(command)).unwrap();
        block.1.split_once('\n').unwrap().1.trim_end().to_owned()
    };
    let report = dir.join("report.txt");
    let report = report.to_str().unwrap();
    let yunmeng = dir.to_str().unwrap();
    let said = |arguments: &[&str]| {
        let output = run(arguments);
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8(said).unwrap();
        said.replace(&format!("{yunmeng}/report"), "report")
            .replace(yunmeng, "yunmeng")
    };
    assert_eq!(
        said(&["explain", report, "--unbound"]).trim_end(),
        shown("$ gongkai explain report.txt --unbound")
    );
    assert_eq!(
        said(&["grammar", "check", yunmeng]).trim_end(),
        "3 files, no problems"
    );
    let after = extract(Path::new(report), Some(&dir));
    for fact in [
        "revenue.business amount 20000",
        "operating_cost change 5000",
        "operating_cost change_rate 20",
    ] {
        assert!(facts(&after).iter().any(|f| f == fact), "{fact} {after:#}");
    }
    assert_eq!(
        said(&["explain", report, "--unbound", "--grammars", yunmeng]),
        ""
    );
    let concepts = fs::read_to_string(dir.join("concepts.toml")).unwrap();
    let broken = concepts.replacen("revenue.business", "revenue.busines", 1);
    fs::write(dir.join("concepts.toml"), broken).unwrap();
    let mistake = shown("$ gongkai grammar check yunmeng");
    assert_eq!(said(&["grammar", "check", yunmeng]).trim_end(), mistake);
    fs::remove_dir_all(dir).unwrap();
}

/// The README teaches a new form with files of `samples/tutorial`, and shows what comes of them.
#[test]
fn the_readme_teaches_a_new_form() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tutorial = root.join("samples/tutorial");
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let form = fs::read_to_string(tutorial.join("tables/self_assessment_river.toml")).unwrap();
    let table = fs::read_to_string(tutorial.join("river.csv")).unwrap();
    assert!(readme.contains(&format!("```toml\n{form}```")));
    assert!(readme.contains(&format!("```text\n{table}```")));

    let source = tutorial.join("river.csv");
    let (source, grammars) = (source.to_str().unwrap(), tutorial.to_str().unwrap());
    assert_eq!(
        extract(Path::new(source), None)["evaluations"],
        Value::Array(Vec::new())
    );
    let checked = run(&["grammar", "check", grammars]);
    let printed = String::from_utf8(checked.stdout).unwrap();
    assert!(readme.contains(&printed), "{printed}");

    let arguments = ["extract", "--grammars", grammars, source, "--format", "csv"];
    let found = run(&[&arguments[..], &["--table", "indicators"]].concat());
    let rows = String::from_utf8(found.stdout).unwrap();
    let rows: Vec<Vec<&str>> = rows.lines().map(|row| row.split(',').collect()).collect();
    const SHOWN: [&str; 9] = [
        "project_name",
        "level3",
        "operator",
        "target",
        "unit",
        "actual",
        "weight",
        "score",
        "cell",
    ];
    for row in &rows {
        let shown: Vec<&str> = SHOWN
            .iter()
            .map(|name| row[rows[0].iter().position(|n| n == name).unwrap()])
            .collect();
        let line = format!("| {} |", shown.join(" | "));
        assert!(readme.contains(&line), "{line}");
    }
}

//! The checks of a report beside reading it: they are to take less time than what comes before them.

use std::fs;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use gongkai::Options;
use gongkai::check;
use gongkai::grammar::Grammar;
use gongkai::report::inspect;

/// A report of running text and one of tables.
const SAMPLES: [&str; 2] = ["qinghe-archives-2023.txt", "shuiyun-culture-2023.xlsx"];

fn checks(criterion: &mut Criterion) {
    for name in SAMPLES {
        let path = format!("{}/samples/{name}", env!("CARGO_MANIFEST_DIR"));
        let bytes = fs::read(path).expect("the sample");
        let options = Options::default();
        let inspection = inspect(&bytes, &options).expect("a report");
        let words = inspection.document.fold();
        let mut group = criterion.benchmark_group(name);
        group.bench_function("reading and checks", |b| {
            b.iter(|| inspect(black_box(&bytes), &options));
        });
        group.bench_function("checks alone", |b| {
            b.iter(|| check::run(black_box(&inspection.context(&words, Grammar::embedded()))));
        });
        group.finish();
    }
}

criterion_group!(benches, checks);
criterion_main!(benches);

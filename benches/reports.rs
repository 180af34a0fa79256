//! Whole extraction of a report beside a bare search for its amounts and one for phrases with names, and its growth with
//! the text.

use std::fs;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use gongkai::grammar::Grammar;
use gongkai::source::{Limits, read};
use regex::Regex;

fn report() -> String {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/samples/qinghe-archives-2023.txt"
    );
    fs::read_to_string(path).expect("the sample")
}

/// What is written where there is no extractor: the names of things, the amount behind each, and its share or rate.
fn phrases() -> Regex {
    let concepts = Grammar::embedded().concepts.concepts.values();
    let names: Vec<String> = concepts.map(|c| regex::escape(&c.zh)).collect();
    let pattern = format!(
        r"({})[^\d。；]{{0,12}}([\d,.]+)\s*(亿元|万元|元)(?:，[^\d。；]{{0,12}}([\d.]+)%)?",
        names.join("|")
    );
    Regex::new(&pattern).expect("a pattern")
}

fn one(criterion: &mut Criterion) {
    let text = report();
    let amounts = Regex::new(r"-?[\d,]+(?:\.\d+)?\s*(?:亿元|万元|元|%)").expect("a pattern");
    let mut group = criterion.benchmark_group("report");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("extract", |b| {
        b.iter(|| gongkai::extract(black_box(text.as_bytes()), &Default::default()));
    });
    group.bench_function("read", |b| {
        b.iter(|| read(black_box(text.as_bytes()), &Limits::default()));
    });
    group.bench_function("regex", |b| {
        b.iter(|| amounts.find_iter(black_box(&text)).count());
    });
    let phrases = phrases();
    group.bench_function("regex_phrases", |b| {
        b.iter(|| phrases.captures_iter(black_box(&text)).count());
    });
    group.finish();
}

fn growth(criterion: &mut Criterion) {
    let text = report();
    let mut group = criterion.benchmark_group("growth");
    group.sample_size(10);
    for times in [1, 10, 100] {
        let text = text.repeat(times);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(times), &text, |b, text| {
            b.iter(|| gongkai::extract(black_box(text.as_bytes()), &Default::default()));
        });
    }
    group.finish();
}

criterion_group!(benches, one, growth);
criterion_main!(benches);

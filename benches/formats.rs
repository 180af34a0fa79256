//! What a page or a workbook costs beside the work of the parser below it alone, and how that grows with the number of
//! cells. `read` is the way into the document: the canonical text with the address of every cell, numbers as the sheet
//! shows them. `extract` is the whole, from bytes to report. `scraper` builds the tree of the page and stops there;
//! `calamine` gives the stored numbers, unformatted and without addresses.

use std::hint::black_box;
use std::io::{Cursor, Write};

use calamine::{Reader, Xlsx};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use gongkai::Options;
use gongkai::source::{Limits, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const COLUMNS: usize = 6;

/// A page with a paragraph and a statement of so many rows.
fn page(rows: usize) -> String {
    let row = |n: usize| {
        let cells: String = (0..COLUMNS)
            .map(|c| {
                format!("<td style=\"padding:0 5px\"><p align=\"right\">{n},{c}00.25</p></td>")
            })
            .collect();
        format!("<tr>{cells}</tr>\n")
    };
    let rows: String = (100..100 + rows).map(row).collect();
    format!(
        "<html><body><div id=\"zoom\"><p><span>支出</span><span>958.15万元</span></p><table>{rows}</table></div></body></html>"
    )
}

/// A workbook with a statement of so many rows.
fn workbook(rows: usize) -> Vec<u8> {
    let row = |n: usize| {
        let cells: String = (0..COLUMNS)
            .map(|c| {
                format!(
                    "<c r=\"{}{n}\" s=\"1\"><v>{n}{c}00.25</v></c>",
                    char::from(b'A' + c as u8)
                )
            })
            .collect();
        format!("<row r=\"{n}\">{cells}</row>")
    };
    let rows: String = (1..=rows).map(row).collect();
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"r\" Type=\"http://x/relationships/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        (
            "xl/_rels/workbook.xml.rels",
            relation("worksheet", "worksheets/sheet1.xml"),
        ),
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"表\" r:id=\"r\"/></sheets></workbook>".to_owned(),
        ),
        (
            "xl/styles.xml",
            "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"4\"/></cellXfs></styleSheet>"
                .to_owned(),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ] {
        writer
            .start_file(name, SimpleFileOptions::default())
            .expect("a part");
        writer.write_all(content.as_bytes()).expect("its content");
    }
    writer.finish().expect("a package").into_inner()
}

fn pages(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("html");
    for rows in [100, 1_000, 10_000] {
        let page = page(rows);
        group.throughput(Throughput::Elements((rows * COLUMNS) as u64));
        group.bench_with_input(BenchmarkId::new("read", rows), &page, |b, page| {
            b.iter(|| read(black_box(page.as_bytes()), &Limits::default()));
        });
        group.bench_with_input(BenchmarkId::new("extract", rows), &page, |b, page| {
            b.iter(|| gongkai::extract(black_box(page.as_bytes()), &Options::default()));
        });
        group.bench_with_input(BenchmarkId::new("scraper", rows), &page, |b, page| {
            b.iter(|| scraper::Html::parse_document(black_box(page)));
        });
    }
    group.finish();
}

fn workbooks(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("xlsx");
    for rows in [100, 1_000, 10_000] {
        let workbook = workbook(rows);
        group.throughput(Throughput::Elements((rows * COLUMNS) as u64));
        group.bench_with_input(BenchmarkId::new("read", rows), &workbook, |b, bytes| {
            b.iter(|| read(black_box(bytes), &Limits::default()));
        });
        group.bench_with_input(BenchmarkId::new("extract", rows), &workbook, |b, bytes| {
            b.iter(|| gongkai::extract(black_box(bytes), &Options::default()));
        });
        group.bench_with_input(BenchmarkId::new("calamine", rows), &workbook, |b, bytes| {
            b.iter(|| {
                let mut workbook = Xlsx::new(Cursor::new(black_box(bytes))).expect("a workbook");
                workbook.worksheets()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, pages, workbooks);
criterion_main!(benches);

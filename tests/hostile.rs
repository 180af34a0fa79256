//! Hostile and damaged sources: whatever the bytes are, reading ends in a document or in an error, within its limits.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use gongkai::document::Document;
use gongkai::source::{Error, Limits, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// How many places of a source are damaged, evenly spread.
const PLACES: usize = 150;

const PAGE: &str = "<!DOCTYPE html><html><head><meta charset=\"gb2312\"><title>甲县决算</title></head><body><div class=nav>\
    <a href=a>首页</a></div><h1>甲县决算</h1><p><b>一、收入</b></p><p>收入3.5万元，占97.96%。<table border=1><tr><th rowspan=2>项目\
    <th colspan=2>金额</tr><tr><td>本年<td>上年</tr><tr><td>合计<td>1,200.00<td>&nbsp;</tr></table><pre>甲\n乙</pre></body></html>";

const WORKBOOK: &[(&str, &str)] = &[
    (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"r\" Type=\"http://x/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
    ),
    (
        "xl/workbook.xml",
        "<workbook><sheets><sheet name=\"收入表\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"隐\" state=\"hidden\" sheetId=\"2\" r:id=\"r1\"/></sheets></workbook>",
    ),
    (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Type=\"http://x/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
    ),
    (
        "xl/styles.xml",
        "<styleSheet><numFmts count=\"1\"><numFmt numFmtId=\"176\" formatCode=\"#,##0.00_ \"/></numFmts><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/></cellXfs></styleSheet>",
    ),
    (
        "xl/sharedStrings.xml",
        "<sst count=\"1\" uniqueCount=\"1\"><si><t>合计</t></si></sst>",
    ),
    (
        "xl/worksheets/sheet1.xml",
        "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>1200.5</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><f>A1</f><v>3</v></c></row></sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:A3\"/></mergeCells></worksheet>",
    ),
];

const LETTER: &[(&str, &str)] = &[
    (
        "word/document.xml",
        "<w:document xmlns:w=\"w\"><w:body><w:p><w:pPr><w:pStyle w:val=\"1\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>收入</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>项目</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>",
    ),
    (
        "word/styles.xml",
        "<w:styles><w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"1\"/></w:style></w:styles>",
    ),
    (
        "word/numbering.xml",
        "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>",
    ),
];

const SHEETS: &[(&str, &str)] = &[
    ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
    (
        "content.xml",
        "<d><table:table table:name=\"表\"><table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-spanned=\"2\"><text:p>合计</text:p></table:table-cell><table:table-cell office:value=\"0.3\" table:number-columns-repeated=\"3\"/></table:table-row></table:table></d>",
    ),
];

/// A package of parts, unpacked or packed.
fn pack<S: AsRef<[u8]>>(parts: &[(&str, S)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(content.as_ref()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook stream (BIFF8) of one sheet, without a compound file around it.
fn workbook_stream() -> Vec<u8> {
    let record = |kind: u16, data: &[u8]| {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    };
    let begin = record(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0]);
    let globals = [
        begin.clone(),
        record(0x041E, &[176, 0, 4, 0, 0, b'0', b'.', b'0', b'0']),
        record(0x00E0, &[0, 0, 176, 0]),
        record(
            0x00FC,
            &[
                1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 9, 1, 0, 0x08, 0x54, 0xA1, 0x8B, 0, 0, 0, 0,
            ],
        ),
    ]
    .concat();
    let offset = u32::try_from(globals.len() + 4 + 9 + 4).unwrap();
    let sheet = [
        begin,
        record(0x00FD, &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        record(
            0x0203,
            &[&[0, 0, 1, 0, 0, 0][..], &1200.5_f64.to_le_bytes()].concat(),
        ),
        record(
            0x00BD,
            &[1, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 10, 0, 0, 0, 1, 0],
        ),
        record(
            0x0006,
            &[
                2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0,
            ],
        ),
        record(0x0207, &[1, 0, 0, b'x']),
        record(0x00E5, &[1, 0, 0, 0, 1, 0, 0, 0, 0, 0]),
        record(0x000A, &[]),
    ]
    .concat();
    let bound = record(
        0x0085,
        &[&offset.to_le_bytes()[..], &[0, 0, 1, 0, b'S']].concat(),
    );
    [globals, bound, record(0x000A, &[]), sheet].concat()
}

/// The parts of a binary workbook (BIFF12) of one sheet.
fn binary_workbook() -> Vec<(&'static str, Vec<u8>)> {
    let record = |kind: u8, data: &[u8]| {
        let kind = if kind < 0x80 {
            vec![kind]
        } else {
            vec![kind, 1]
        };
        let length = u8::try_from(data.len()).unwrap();
        [&kind[..], &[length], data].concat()
    };
    let wide = |text: &str| {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = u32::try_from(units.len() / 2).unwrap();
        [&length.to_le_bytes()[..], &units].concat()
    };
    let bundle = [&[0, 0, 0, 0, 1, 0, 0, 0][..], &wide("r1"), &wide("表")].concat();
    let workbook = [record(0x9C, &bundle), record(0x90, &[]), record(0x9D, &[])].concat();
    let sheet = [
        record(0x94, &[0; 16]),
        record(0x91, &[]),
        record(0x00, &[0; 16]),
        record(0x06, &[&[0; 8][..], &wide("合计")].concat()),
        record(
            0x05,
            &[&[1, 0, 0, 0, 0, 0, 0, 0][..], &1200.5_f64.to_le_bytes()].concat(),
        ),
        record(0x92, &[]),
    ]
    .concat();
    let relations =
        "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.bin\"/></Relationships>";
    vec![
        ("xl/workbook.bin", workbook),
        ("xl/_rels/workbook.bin.rels", relations.as_bytes().to_vec()),
        ("xl/worksheets/sheet1.bin", sheet),
    ]
}

/// Small sources of every format.
fn sources() -> Vec<(&'static str, Vec<u8>)> {
    let gb = |text: &str| encoding_rs::GB18030.encode(text).0.into_owned();
    vec![
        (
            "text",
            gb("一、机关运行经费\r\n支出３万元，比上年减少2.5%。\n"),
        ),
        ("html", gb(PAGE)),
        (
            "csv",
            gb("项目,预算数,决算数\n合计,\"1,200.00\",3\n办公费,1,2\n"),
        ),
        ("xlsx", pack(WORKBOOK)),
        ("docx", pack(LETTER)),
        ("xlsb", pack(&binary_workbook())),
        ("ods", pack(SHEETS)),
        ("xls", workbook_stream()),
    ]
}

/// Every span of a document lies on its text.
fn check(document: &Document) {
    for block in &document.blocks {
        document.quote(block.span);
    }
    for cell in document.tables.iter().flat_map(|table| table.cells()) {
        assert_eq!(document.slice(cell.span), cell.text);
    }
}

/// Reads; a document that comes of it must be sound.
fn survive(bytes: &[u8]) {
    if let Ok(document) = read(bytes, &Limits::default()) {
        check(&document);
    }
}

/// Reads a source cut off and with single bytes changed, at places spread over it.
fn damage(bytes: &[u8], mut with: impl FnMut(&[u8])) {
    let step = bytes.len() / PLACES + 1;
    for at in (0..bytes.len()).step_by(step) {
        with(&bytes[..at]);
        for mask in [0x01, 0x80, 0xFF] {
            let mut changed = bytes.to_vec();
            changed[at] ^= mask;
            with(&changed);
        }
    }
}

fn error(bytes: &[u8], limits: &Limits) -> Error {
    read(bytes, limits).expect_err("a source beyond the limits")
}

#[test]
fn every_format_is_read() {
    for (format, bytes) in sources() {
        let document = read(&bytes, &Limits::default()).unwrap_or_else(|e| panic!("{format}: {e}"));
        assert_eq!(serde_json::to_value(document.format).unwrap(), format);
        check(&document);
    }
}

#[test]
fn damaged_sources_end_in_a_document_or_an_error() {
    for (_, bytes) in sources() {
        damage(&bytes, survive);
    }
}

#[test]
fn damaged_parts_of_packages_end_in_a_document_or_an_error() {
    let of_text = |parts: &[(&'static str, &str)]| -> Vec<(&'static str, Vec<u8>)> {
        let parts = parts.iter();
        parts
            .map(|(name, part)| (*name, part.as_bytes().to_vec()))
            .collect()
    };
    for parts in [
        of_text(WORKBOOK),
        of_text(LETTER),
        of_text(SHEETS),
        binary_workbook(),
    ] {
        for (index, (_, content)) in parts.iter().enumerate() {
            let mut changed_parts = parts.clone();
            damage(content, |changed| {
                changed_parts[index].1 = changed.to_vec();
                survive(&pack(&changed_parts));
            });
        }
    }
}

#[test]
fn damaged_samples_end_in_a_document_or_an_error() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let Ok(files) = fs::read_dir(folder) else {
        return;
    };
    let mut paths: Vec<_> = files
        .flatten()
        .map(|file| file.path())
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    for path in paths {
        let bytes = fs::read(&path).unwrap();
        let step = bytes.len() / 20 + 1;
        for at in (0..bytes.len()).step_by(step) {
            survive(&bytes[..at]);
            let mut changed = bytes.clone();
            changed[at] ^= 0xFF;
            survive(&changed);
        }
    }
}

#[test]
fn a_sheet_that_declares_all_cells_costs_only_those_that_it_has() {
    let document = read(&pack(WORKBOOK), &Limits::default()).unwrap();
    assert_eq!(
        document.text,
        "收入表\n\n合计\t1,200.50\t\t\n\t\t\t\n\t\t\t3\n\n"
    );
}

#[test]
fn what_asks_for_more_than_the_limits_is_an_error() {
    let limits = Limits::default();
    let small = Limits {
        bytes: 10,
        ..Limits::default()
    };
    assert!(error(PAGE.as_bytes(), &small).to_string().contains("limit"));

    let tight = Limits {
        unpacked: 100_000,
        ..Limits::default()
    };
    let blank = " ".repeat(1_000_000);
    for bomb in [
        pack(&[("word/document.xml", blank.as_str())]),
        pack(&[("content.xml", blank.as_str())]),
        pack(&[
            WORKBOOK[0],
            WORKBOOK[1],
            WORKBOOK[2],
            ("xl/worksheets/sheet1.xml", blank.as_str()),
        ]),
    ] {
        assert!(error(&bomb, &tight).to_string().contains("unpacks"));
    }

    let mut strings = WORKBOOK.to_vec();
    strings[4].1 = "<sst uniqueCount=\"18446744073709551615\"><si><t>1</t></si></sst>";
    assert!(read(&pack(&strings), &limits).is_err());

    let deep = format!("<w:document>{}", "<w:p>".repeat(100_000));
    assert!(
        error(&pack(&[("word/document.xml", deep.as_str())]), &limits)
            .to_string()
            .contains("deeper")
    );
    assert!(
        error("<html><div>".repeat(100_000).as_bytes(), &limits)
            .to_string()
            .contains("deeper")
    );

    let wide = format!(
        "<table><tr>{}</tr><tr><td>1</td></tr></table>",
        "<td colspan=1000>1</td>".repeat(10_000)
    );
    let rows = format!(
        "<table>{}</table>",
        "<tr><td colspan=1000>1<td>2</tr>".repeat(9_000)
    );
    for (page, fails) in [(wide, true), (rows, false)] {
        assert_eq!(read(page.as_bytes(), &limits).is_err(), fails);
    }
}

#[test]
fn entities_that_a_document_declares_are_not_expanded() {
    let bomb = "<!DOCTYPE d [<!ENTITY a \"3万元\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/hostname\">]>\
        <w:document><w:p><w:r><w:t>甲&b;&c;乙</w:t></w:r></w:p></w:document>";
    let document = read(&pack(&[("word/document.xml", bomb)]), &Limits::default()).unwrap();
    assert_eq!(document.text, "甲乙\n");
}

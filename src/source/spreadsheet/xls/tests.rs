use super::*;
use crate::source::compound::tests::compound;

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut bytes = kind.to_le_bytes().to_vec();
    bytes.extend((data.len() as u16).to_le_bytes());
    bytes.extend(data);
    bytes
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn cell(row: u16, column: u16, style: u16, rest: &[u8]) -> Vec<u8> {
    let mut data: Vec<u8> = [row, column, style]
        .iter()
        .flat_map(|n| n.to_le_bytes())
        .collect();
    data.extend(rest);
    data
}

fn bof() -> Vec<u8> {
    record(kind::BOF, &[0, 6, 5, 0, 0, 0, 0, 0])
}

/// A workbook with one sheet 表 of the given records; style 1 is `#,##0.00`.
fn workbook(globals: &[Vec<u8>], sheet: &[Vec<u8>]) -> Vec<u8> {
    let mut shared = vec![1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 1];
    shared.extend(wide("合计"));
    let mut stream = bof();
    stream.extend(globals.concat());
    stream.extend(record(kind::XF, &[0, 0, 0, 0]));
    stream.extend(record(kind::XF, &[0, 0, 4, 0]));
    stream.extend(record(kind::SST, &shared));
    let name = wide("表");
    let bound = 4 + 6 + 2 + name.len();
    let offset = (stream.len() + bound + 4) as u32;
    let mut data = offset.to_le_bytes().to_vec();
    data.extend([0, 0, 1, 1]);
    data.extend(name);
    stream.extend(record(kind::BOUND_SHEET, &data));
    stream.extend(record(kind::EOF, &[]));
    assert_eq!(stream.len(), offset as usize);
    stream.extend(bof());
    stream.extend(sheet.concat());
    stream.extend(record(kind::EOF, &[]));
    stream
}

fn text(stream: &[u8]) -> String {
    read(stream, &Limits::default()).unwrap().text
}

#[test]
fn cells_are_shown_in_their_formats() {
    let stream = workbook(
        &[],
        &[
            record(kind::LABEL_SST, &cell(0, 0, 0, &[0, 0, 0, 0])),
            record(kind::NUMBER, &cell(0, 1, 1, &505_700.25_f64.to_le_bytes())),
            record(
                kind::RK,
                &cell(1, 0, 0, &(2_080_505_u32 << 2 | 2).to_le_bytes()),
            ),
            record(kind::RK, &cell(1, 1, 1, &(1234_u32 << 2 | 3).to_le_bytes())),
            record(
                kind::FORMULA,
                &cell(2, 1, 1, &[&3.0_f64.to_le_bytes()[..], &[0; 8]].concat()),
            ),
            record(kind::BOOL_ERR, &cell(2, 0, 0, &[7, 1])),
        ],
    );
    let expected = "表\n\n合计\t505,700.25\n2080505\t12.34\n#DIV/0!\t3.00\n\n";
    assert_eq!(text(&stream), expected);
    assert_eq!(text(&compound("Workbook", &stream)), expected);
}

#[test]
fn several_numbers_of_a_row_and_the_text_of_a_formula_are_read() {
    let one: Vec<u8> = [&[1, 0][..], &(7_u32 << 2 | 2).to_le_bytes()].concat();
    let row = [&[0, 0, 0, 0][..], &one, &one, &[1, 0]].concat();
    let string = [0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0];
    let stream = workbook(
        &[],
        &[
            record(kind::MUL_RK, &row),
            record(kind::FORMULA, &cell(1, 0, 0, &string)),
            record(kind::STRING, &[2, 0, 0, b'o', b'k']),
        ],
    );
    assert_eq!(text(&stream), "表\n\n7.00\t7.00\nok\t\n\n");
}

#[test]
fn merged_regions_and_charts_within_the_sheet_are_known() {
    let stream = workbook(
        &[],
        &[
            record(kind::LABEL_SST, &cell(0, 0, 0, &[0, 0, 0, 0])),
            record(kind::NUMBER, &cell(1, 1, 0, &1.0_f64.to_le_bytes())),
            record(kind::MERGE_CELLS, &[1, 0, 0, 0, 0, 0, 0, 0, 1, 0]),
            bof(),
            record(kind::NUMBER, &cell(5, 5, 0, &9.0_f64.to_le_bytes())),
            record(kind::EOF, &[]),
        ],
    );
    let document = read(&stream, &Limits::default()).unwrap();
    assert_eq!(document.text, "表\n\n合计\t\n\t1\n\n");
    assert_eq!(document.tables[0].text(0, 1), "合计");
}

#[test]
fn hidden_rows_and_columns_are_left_out() {
    let row = |row: u8, flags: u8| {
        record(
            kind::ROW,
            &[row, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, flags, 1, 15, 0],
        )
    };
    let number =
        |row, column, value: f64| record(kind::NUMBER, &cell(row, column, 0, &value.to_le_bytes()));
    let stream = workbook(
        &[],
        &[
            record(kind::COL_INFO, &[1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0]),
            record(kind::COL_INFO, &[2, 0, 2, 0, 0, 9, 0, 0, 0, 0, 0, 0]),
            row(0, 0),
            row(1, 0x20),
            number(0, 0, 1.0),
            number(0, 1, 2.0),
            number(0, 2, 3.0),
            number(1, 0, 4.0),
            number(2, 0, 5.0),
        ],
    );
    assert_eq!(text(&stream), "表\n\n1\t3\n5\t\n\n");
}

#[test]
fn an_encrypted_workbook_is_an_error() {
    let stream = workbook(&[record(kind::FILE_PASS, &[1, 0])], &[]);
    let error = read(&stream, &Limits::default()).unwrap_err();
    assert!(error.to_string().contains("password"));
}

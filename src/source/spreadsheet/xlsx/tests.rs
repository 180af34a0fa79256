use super::*;
use crate::source::package::tests::pack;

/// The document of a workbook whose only sheet has the given content and whose shared strings and styles are given.
fn workbook(sheet: &str, strings: &str, styles: &str) -> Result<Document, Error> {
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"r1\" Type=\"http://x/relationships/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let bytes = pack(&[
        (
            "_rels/.rels",
            relation("officeDocument", "/xl/workbook.xml").as_str(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relation("worksheet", "worksheets/sheet1.xml").as_str(),
        ),
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"表\" r:id=\"r1\"/></sheets></workbook>",
        ),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", styles),
        ("xl/worksheets/sheet1.xml", sheet),
    ]);
    read(&bytes, &Limits::default())
}

fn text(sheet: &str) -> String {
    let strings = "<sst uniqueCount=\"3\"><si><t> 合 计 </t></si><si><r><t xml:space=\"preserve\">项目 </t></r>\
        <r><rPr/><t>支出</t></r><rPh sb=\"0\"><t>しゅつ</t></rPh></si><si><t>甲&amp;乙_x000D_&#10;丙_x005F_x_xD83D__xDE00_</t></si><si/></sst>";
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"0.0&quot;万元&quot;\"/></numFmts>\
        <cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>\
        <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"4\"/><xf numFmtId=\"176\"/><xf numFmtId=\"14\"/><xf numFmtId=\"43\"/></cellXfs></styleSheet>";
    let sheet = format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>");
    workbook(&sheet, strings, styles).unwrap().text
}

#[test]
fn cells_show_what_they_hold() {
    for (expected, cell) in [
        ("合 计", "<c t=\"s\"><v>0</v></c>"),
        ("项目 支出", "<c t=\"s\"><v>1</v></c>"),
        ("甲&乙 丙_x😀", "<c t=\"s\"><v>2</v></c>"),
        (
            "甲乙",
            "<c t=\"inlineStr\"><is><t>甲</t><r><t>乙</t></r></is></c>",
        ),
        ("3.50", "<c t=\"str\"><f>A1</f><v>3.50</v></c>"),
        ("TRUE", "<c t=\"b\"><v>1</v></c>"),
        ("#DIV/0!", "<c t=\"e\"><v>#DIV/0!</v></c>"),
        ("1234.5", "<c><v>1234.5</v></c>"),
        ("1234.5", "<c s=\"9\"><v>1234.5</v></c>"),
        ("1,234.50", "<c s=\"1\"><f>A1</f><v>1234.5</v></c>"),
        ("1.5万元", "<c s=\"2\" t=\"n\"><v>1.5</v></c>"),
        ("2023/9/18", "<c s=\"3\"><v>45187</v></c>"),
        ("(1,234.50)", "<c s=\"4\"><v>-1234.5</v></c>"),
        ("无", "<c><v>无</v></c>"),
    ] {
        assert_eq!(
            text(&format!("<row>{cell}</row>")),
            format!("表\n\n{expected}\n\n")
        );
    }
    for empty in ["<c/>", "<c><v/></c>", "<c t=\"s\"><v>3</v></c>"] {
        assert_eq!(text(&format!("<row>{empty}</row>")), "");
    }
}

#[test]
fn cells_without_an_address_follow_the_one_before() {
    let rows = "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c r=\"c3\"><v>4</v></c></row>";
    assert_eq!(text(rows), "表\n\n\t1\t2\n3\t\t4\n\n");
}

#[test]
fn what_refers_to_nothing_is_an_error() {
    for sheet in [
        "<sheetData><row><c t=\"s\"><v>7</v></c></row></sheetData>",
        "<sheetData><row><c r=\"7\"><v>7</v></c></row></sheetData>",
        "<sheetData><row r=\"0\"><c><v>7</v></c></row></sheetData>",
        "<sheetData/><mergeCells><mergeCell ref=\"A1:B\"/></mergeCells>",
        "<sheetData>",
    ] {
        let sheet = format!("<worksheet>{sheet}</worksheet>");
        assert!(workbook(&sheet, "<sst/>", "<styleSheet/>").is_err());
    }
}

#[test]
fn hidden_rows_and_columns_are_left_out() {
    let row = |number: u32, attributes: &str| {
        let cells: String = ["A", "B", "C", "D"]
            .iter()
            .map(|column| format!("<c r=\"{column}{number}\"><v>{number}</v></c>"))
            .collect();
        format!("<row r=\"{number}\" {attributes}>{cells}</row>")
    };
    let rows = [
        row(1, ""),
        row(2, "hidden=\"1\""),
        row(3, "ht=\"0\" customHeight=\"1\""),
        row(4, "hidden=\"0\" ht=\"15\""),
    ];
    let sheet = format!(
        "<worksheet><cols><col min=\"1\" max=\"1\" width=\"9\"/><col min=\"2\" max=\"3\" hidden=\"true\"/></cols>\
         <sheetData>{}</sheetData></worksheet>",
        rows.concat()
    );
    let document = workbook(&sheet, "<sst/>", "<styleSheet/>").unwrap();
    assert_eq!(document.text, "表\n\n1\t1\n4\t4\n\n");
}

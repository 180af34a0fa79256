use super::*;
use crate::document::BlockKind;
use crate::source::package::tests::pack;

fn document(body: &str) -> Document {
    let text =
        format!("<w:document xmlns:w=\"w\" xmlns:mc=\"m\"><w:body>{body}</w:body></w:document>");
    let styles =
        "<w:styles><w:style w:styleId=\"2\"><w:name w:val=\"heading 1\"/></w:style></w:styles>";
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"chineseCounting\"/>\
        <w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    let parts = [
        ("word/document.xml", text.as_str()),
        ("word/styles.xml", styles),
        ("word/numbering.xml", numbering),
    ];
    read(&pack(&parts), &Limits::default()).unwrap()
}

fn text(body: &str) -> String {
    document(body).text
}

/// A paragraph of one run.
fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

/// A cell with properties.
fn tc(properties: &str, words: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(words))
}

#[test]
fn runs_are_joined_and_what_is_not_shown_is_left_out() {
    for (body, expected) in [
        (
            "<w:p><w:r><w:t>958</w:t></w:r><w:r><w:t>.15万元</w:t></w:r></w:p>",
            "958.15万元\n",
        ),
        (
            "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>",
            "甲\n乙 丙\n",
        ),
        (
            "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>甲&amp;乙</w:t></w:r></w:p>",
            "甲&乙\n",
        ),
        (
            "<w:p><w:del><w:r><w:delText>3</w:delText></w:r></w:del><w:ins><w:r><w:t>4</w:t></w:r></w:ins><w:r><w:t>万元</w:t></w:r></w:p>",
            "4万元\n",
        ),
        (
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGEREF _Toc1 \\h</w:instrText></w:r><w:r>\
             <w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
            "3\n",
        ),
        (
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>显</w:t></w:r></w:p>",
            "显\n",
        ),
        (
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
             <mc:Fallback><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent>\
             <w:t>文</w:t></w:r></w:p>",
            "框\n文\n",
        ),
    ] {
        assert_eq!(text(body), expected, "{body}");
    }
}

#[test]
fn headings_and_numbers_come_from_styles_and_lists() {
    let numbered = |words: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"2\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>三、</w:t></w:r><w:r><w:rPr><w:b w:val=\"1\"/></w:rPr><w:t>结余</w:t></w:r></w:p>";
    let level =
        "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:r><w:t>四、其他</w:t></w:r></w:p>";
    let document = document(&format!(
        "{}{}{}{bold}{level}",
        numbered("收入"),
        p("收入3万元。"),
        numbered("支出")
    ));
    let blocks: Vec<_> = document
        .blocks
        .iter()
        .map(|b| (b.kind, document.slice(b.span)))
        .collect();
    let expected = [
        (BlockKind::Heading(1), "一、收入"),
        (BlockKind::Paragraph, "收入3万元。"),
        (BlockKind::Heading(1), "二、支出"),
        (BlockKind::Heading(7), "三、结余"),
        (BlockKind::Heading(2), "四、其他"),
    ];
    assert_eq!(blocks, expected);
}

#[test]
fn merged_cells_and_nested_tables_are_resolved() {
    let restart = "<w:vMerge w:val=\"restart\"/>";
    let body = format!(
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>{}",
        tc(restart, "项目"),
        tc("<w:gridSpan w:val=\"2\"/>", "金额"),
        tc("<w:vMerge/>", ""),
        tc("", "本年"),
        tc("", "上年"),
        tc("", "合计"),
        tc("", "3.00"),
        tc("", "2.00"),
        p("注：略"),
    );
    let document = document(&body);
    assert_eq!(
        document.text,
        "项目\t金额\t\n\t本年\t上年\n合计\t3.00\t2.00\n\n注：略\n"
    );
    let table = &document.tables[0];
    assert_eq!((table.text(1, 0), table.text(0, 2)), ("项目", "金额"));
    assert!(table.get(0, 0).is_some_and(|cell| cell.header));
    let nested = format!(
        "<w:tbl><w:tr><w:tc>{}{body}</w:tc></w:tr></w:tbl>",
        p("表一")
    );
    assert_eq!(
        text(&nested),
        "表一\n\n项目\t金额\t\n\t本年\t上年\n合计\t3.00\t2.00\n\n注：略\n"
    );
}

#[test]
fn notes_follow_the_text() {
    let note = format!(
        "<w:footnotes><w:footnote w:type=\"separator\">{}</w:footnote><w:footnote>{}</w:footnote></w:footnotes>",
        p("线"),
        p("含结转3万元")
    );
    let text = format!("<w:document><w:body>{}</w:body></w:document>", p("收入"));
    let relations = "<Relationships><Relationship Type=\"x/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>";
    let bytes = pack(&[
        ("_rels/.rels", relations),
        ("word/document2.xml", &text),
        ("word/footnotes.xml", &note),
    ]);
    assert_eq!(
        read(&bytes, &Limits::default()).unwrap().text,
        "收入\n含结转3万元\n"
    );
}

#[test]
fn a_document_without_its_text_is_an_error() {
    assert!(read(&pack(&[("word/styles.xml", "<s/>")]), &Limits::default()).is_err());
    let cut = "<w:document><w:body><w:p>";
    assert!(read(&pack(&[("word/document.xml", cut)]), &Limits::default()).is_err());
}

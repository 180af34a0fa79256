//! Which format a source has, found from its bytes and never from its name.

use crate::document::Format;
use crate::source::compound::{self, Compound};
use crate::source::package::Package;
use crate::source::{Error, Limits, csv};

/// How many bytes at the beginning decide between the formats made of text.
const HEAD: usize = 64 << 10;

/// Formats that are known but not read: what they begin with, what they are, what to do.
const UNREADABLE: &[(&[u8], &str, &str)] = &[
    (
        b"%PDF",
        "a PDF file",
        "convert it to text with `pdftotext -layout`",
    ),
    (
        b"{\\rtf",
        "an RTF document",
        "save it as .docx or as plain text",
    ),
    (b"\x89PNG", "a PNG image", IMAGE),
    (b"\xFF\xD8\xFF", "a JPEG image", IMAGE),
    (b"GIF8", "a GIF image", IMAGE),
    (b"II*\0", "a TIFF image", IMAGE),
    (b"MM\0*", "a TIFF image", IMAGE),
    (b"BM\x36", "a BMP image", IMAGE),
    (b"Rar!", "a RAR archive", ARCHIVE),
    (b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive", ARCHIVE),
    (b"\x1F\x8B", "a gzip archive", ARCHIVE),
    (b"BZh9", "a bzip2 archive", ARCHIVE),
    (b"\xFD7zXZ\0", "an xz archive", ARCHIVE),
    (b"\x28\xB5\x2F\xFD", "a zstd archive", ARCHIVE),
    (b"AT&TFORM", "a DjVu file", IMAGE),
    (b"RIFF", "a picture, a sound or a film (RIFF)", OTHER),
    (b"OggS", "a sound or a film (Ogg)", OTHER),
    (b"ID3\x03", "a sound (MP3)", OTHER),
    (b"\x7FELF", "a program (ELF)", OTHER),
    (b"MZ\x90\0", "a program of Windows", OTHER),
    (b"SQLite format 3\0", "an SQLite database", OTHER),
];
const IMAGE: &str = "recognise its text (OCR) and check the result before reading it";
const OTHER: &str = "it holds no report that can be read";
const ARCHIVE: &str = "unpack it and read the files in it";

/// The format of a source.
///
/// # Errors
///
/// When it is a format that is not read: the error says which, and what to do.
pub(super) fn format(bytes: &[u8]) -> Result<Format, Error> {
    let visible = bytes.trim_ascii_start();
    for (signature, what, advice) in UNREADABLE {
        if bytes.starts_with(signature) || visible.starts_with(signature) {
            return Err(Error::new(format!("it is {what}: {advice}")));
        }
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return packaged(bytes);
    }
    if bytes.starts_with(compound::SIGNATURE) {
        return compounded(bytes);
    }
    if is_workbook_stream(bytes) {
        return Ok(Format::Xls);
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    marked_up(head).map(|format| {
        format.unwrap_or_else(|| match csv::is_table(head, bytes.len() > HEAD) {
            true => Format::Csv,
            false => Format::Text,
        })
    })
}

/// A workbook stream without its compound file, as some exporters write it: it begins with a BOF record ([MS-XLS] 2.4.21).
fn is_workbook_stream(bytes: &[u8]) -> bool {
    matches!(bytes, [0x09, 0x08, 8 | 16, 0, 0, 5 | 6, 5 | 0x10, 0, ..])
}

/// The format of a zip package.
fn packaged(bytes: &[u8]) -> Result<Format, Error> {
    let limits = Limits::default();
    let mut package = Package::open(bytes, &limits)?;
    for (part, format) in [
        ("xl/workbook.bin", Format::Xlsb),
        ("xl/workbook.xml", Format::Xlsx),
        ("word/document.xml", Format::Docx),
    ] {
        if package.has(part) {
            return Ok(format);
        }
    }
    if package.has("OFD.xml") {
        return Err(Error::new(
            "it is an OFD document: convert it to PDF, and that to text with `pdftotext -layout`",
        ));
    }
    if package.has("content.xml") {
        let kind = package.text("mimetype")?.unwrap_or_default();
        return match kind.trim() {
            "application/vnd.oasis.opendocument.text" => Err(Error::new(
                "it is an OpenDocument text: save it as .docx or as plain text",
            )),
            kind if kind.contains("presentation") || kind.contains("graphics") => Err(Error::new(
                "it is an OpenDocument presentation or drawing, which holds no report: save its text as plain text",
            )),
            _ => Ok(Format::Ods),
        };
    }
    // Strict and odd packages keep their main part elsewhere; its content type still says what it is.
    let types = package.text("[Content_Types].xml")?.unwrap_or_default();
    for (mark, format) in [
        ("sheet.binary.macroEnabled.main", Format::Xlsb),
        ("spreadsheetml.sheet.main", Format::Xlsx),
        ("spreadsheetml.template.main", Format::Xlsx),
        ("wordprocessingml.document.main", Format::Docx),
    ] {
        if types.contains(mark) {
            return Ok(format);
        }
    }
    let first = package.names().next().unwrap_or("nothing").to_owned();
    Err(Error::new(format!(
        "it is a zip archive of other files (such as {first}): unpack it and read the files in it"
    )))
}

/// The format of a compound file.
fn compounded(bytes: &[u8]) -> Result<Format, Error> {
    let file = Compound::open(bytes)?;
    for (stream, what, advice) in [
        (
            "EncryptedPackage",
            "an encrypted office document",
            "open it with its password and save it without",
        ),
        (
            "WordDocument",
            "a Word document of the old format (.doc)",
            "save it as .docx",
        ),
        (
            "PowerPoint Document",
            "a PowerPoint presentation",
            "save its text as plain text",
        ),
    ] {
        if file.has(stream) {
            return Err(Error::new(format!("it is {what}: {advice}")));
        }
    }
    if file.has("Workbook") || file.has("Book") {
        return Ok(Format::Xls);
    }
    Err(Error::new(
        "it is a compound file (OLE) that holds neither a workbook nor a text: open it in the program that made it and save it as .xlsx or .docx",
    ))
}

/// The beginning of a text in lower case, whatever its encoding, as far as ASCII goes.
fn head_text(head: &[u8]) -> String {
    let encoding = encoding_rs::Encoding::for_bom(head).map(|(encoding, _)| encoding);
    let text = match encoding {
        Some(encoding) => encoding.decode(head).0,
        None => String::from_utf8_lossy(head),
    };
    text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
        .to_ascii_lowercase()
}

/// The format of a text that is marked up, `None` where it is not.
fn marked_up(head: &[u8]) -> Result<Option<Format>, Error> {
    // Every mark has one of these, in every encoding.
    if !head.contains(&b'<') && !head.contains(&b':') {
        return Ok(None);
    }
    let head = head_text(head);
    for (mark, what) in [
        (
            "urn:schemas-microsoft-com:office:spreadsheet\"",
            "an XML spreadsheet of Excel 2003: save it as .xlsx",
        ),
        (
            "http://schemas.microsoft.com/office/word/2003/wordml",
            "a Word 2003 XML document: save it as .docx",
        ),
    ] {
        if head.starts_with("<?xml") && head.contains(mark) && !head.contains("<html") {
            return Err(Error::new(format!("it is {what}")));
        }
    }
    let archive = head.starts_with("mime-version:") || head.starts_with("from:");
    if archive && head.contains("multipart/related") && head.contains("text/html") {
        return Ok(Some(Format::Html));
    }
    let page = [
        "<html",
        "<!doctype html",
        "<body",
        "</td>",
        "</p>",
        "</div>",
    ];
    let begins = head.starts_with('<')
        && head[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "!?".contains(c));
    let marks = page.iter().filter(|mark| head.contains(**mark)).count();
    Ok((marks > 0 && (begins || marks > 2)).then_some(Format::Html))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::compound::tests::compound;
    use crate::source::package::tests::pack;

    #[test]
    fn the_content_tells_the_format() {
        let odd = "<Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>";
        for (expected, bytes) in [
            (Format::Xlsx, pack(&[("xl/workbook.xml", "")])),
            (Format::Xlsb, pack(&[("xl/workbook.bin", "")])),
            (Format::Docx, pack(&[("word/document.xml", "")])),
            (Format::Docx, pack(&[("[Content_Types].xml", odd), ("word/document2.xml", "")])),
            (Format::Ods, pack(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "")])),
            (Format::Xls, compound("Workbook", &[])),
            (Format::Xls, compound("Book", &[])),
            (Format::Html, b"\n <!DOCTYPE html><html></html>".to_vec()),
            (Format::Html, b"\xEF\xBB\xBF<table><tr><td>1</td></tr></table>".to_vec()),
            (Format::Html, b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nContent-Type: text/html".to_vec()),
            (Format::Csv, "项目,预算数,决算数\n合计,3.00,4.00\n办公费,3.00,4.00\n".into()),
            (Format::Text, "机关运行经费支出3万元，比上年减少<2%。".into()),
            (Format::Text, Vec::new()),
        ] {
            assert_eq!(format(&bytes), Ok(expected), "{:?}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn a_format_that_is_not_read_is_named() {
        for (words, bytes) in [
            ("pdftotext", b"%PDF-1.7".to_vec()),
            ("JPEG", b"\xFF\xD8\xFF\xE0".to_vec()),
            ("a program", b"\x7FELF\x02\x01\x01\0".to_vec()),
            ("OFD", pack(&[("OFD.xml", ""), ("Doc_0/Document.xml", "")])),
            ("save it as .docx", compound("WordDocument", &[])),
            ("password", compound("EncryptedPackage", &[])),
            ("photo.jpg", pack(&[("photo.jpg", "")])),
            (
                "OpenDocument text",
                pack(&[
                    ("mimetype", "application/vnd.oasis.opendocument.text"),
                    ("content.xml", ""),
                ]),
            ),
            ("cut off", b"PK\x03\x04".to_vec()),
        ] {
            let error = format(&bytes).unwrap_err().to_string();
            assert!(error.contains(words), "{error}");
        }
    }
}

//! The workbook part: its sheets in order, and the parts that they are in.

use quick_xml::events::{BytesStart, Event};

use super::damaged;
use crate::source::package::Package;
use crate::source::xml::{Events, attribute};
use crate::source::{Error, Limits};

/// A workbook.
pub(super) struct Book {
    /// The folder of its part, with the slash behind it: the names of the other parts begin with it.
    pub folder: String,
    /// Its worksheets.
    pub sheets: Vec<Entry>,
    /// Whether its days are counted from 1904 on.
    pub since_1904: bool,
}

/// A worksheet as the workbook lists it.
pub(super) struct Entry {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// The name of its part.
    pub part: String,
}

/// What a part refers to.
struct Relation {
    id: String,
    /// The last step of its type: `worksheet`.
    kind: String,
    target: String,
}

/// Reads the workbook part of a package.
pub(super) fn read(package: &mut Package, limits: &Limits) -> Result<Book, Error> {
    let roots = relations(package, "_rels/.rels", limits)?;
    let root = roots.iter().find(|r| r.kind == "officeDocument");
    let root = root.ok_or_else(|| damaged("_rels/.rels", &"it names no workbook"))?;
    let part = root.target.trim_start_matches('/');
    let split = part.rfind('/').map_or(0, |slash| slash + 1);
    let (folder, name) = part.split_at(split);
    let relations = relations(package, &format!("{folder}_rels/{name}.rels"), limits)?;
    let mut book = Book {
        folder: folder.to_owned(),
        sheets: Vec::new(),
        since_1904: false,
    };
    let content = package.text(part)?.unwrap_or_default();
    let mut events = Events::new(part, &content, limits.depth);
    while let Some(event) = events.next()? {
        let Event::Start(element) = event else {
            continue;
        };
        match element.local_name().as_ref() {
            "sheet" => book.sheets.extend(entry(&element, &relations, folder)?),
            // An extension has an element of the same name that says nothing of the days.
            "workbookPr" => {
                if let Some(date) = attribute(&element, "date1904") {
                    book.since_1904 = matches!(date.as_str(), "1" | "true");
                }
            }
            _ => {}
        }
    }
    Ok(book)
}

/// A sheet that the workbook lists; `None` where it is a chart or a dialog.
fn entry(
    element: &BytesStart,
    relations: &[Relation],
    folder: &str,
) -> Result<Option<Entry>, Error> {
    let name = attribute(element, "name").unwrap_or_default();
    let id = attribute(element, "id").unwrap_or_default();
    let relation = relations
        .iter()
        .find(|relation| relation.id == id)
        .ok_or_else(|| damaged(&name, &"the workbook does not say where it is"))?;
    if relation.kind != "worksheet" {
        return Ok(None);
    }
    Ok(Some(Entry {
        name,
        hidden: attribute(element, "state").is_some_and(|state| state != "visible"),
        part: match relation.target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("{folder}{}", relation.target),
        },
    }))
}

/// What a part of relations lists.
fn relations(package: &mut Package, part: &str, limits: &Limits) -> Result<Vec<Relation>, Error> {
    let content = package
        .text(part)?
        .ok_or_else(|| damaged("the workbook", &format!("it has no {part}")))?;
    let mut relations = Vec::new();
    let mut events = Events::new(part, &content, limits.depth);
    while let Some(event) = events.next()? {
        if let Event::Start(element) = event
            && element.local_name().as_ref() == "Relationship"
        {
            let kind = attribute(&element, "Type").unwrap_or_default();
            relations.push(Relation {
                id: attribute(&element, "Id").unwrap_or_default(),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: attribute(&element, "Target").unwrap_or_default(),
            });
        }
    }
    Ok(relations)
}

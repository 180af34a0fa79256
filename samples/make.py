#!/usr/bin/env python3
"""Makes the samples that are not written by hand.

A source is a text: a line is a paragraph, and lines with tabs are the rows of a table. The same lines become a
GB18030 text, a wrapped text as a PDF gives it, a web page, a Word file or a sheet; the statements are written
to a workbook, and to the older kind of workbook.

    pip install openpyxl xlwt
    python3 samples/make.py
"""

import datetime
import html
import pathlib
import re
import zipfile

import openpyxl
import xlwt

HERE = pathlib.Path(__file__).parent
SOURCE = HERE / "source"
STAMP = (1980, 1, 1, 0, 0, 0)


def lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def blocks(path):
    """The paragraphs (strings) and tables (lists of rows) of a source, blank lines left out."""
    found = []
    for line in filter(None, lines(path)):
        if "\t" in line and not line.startswith("第"):
            row = line.split("\t")
            if found and isinstance(found[-1], list):
                found[-1].append(row)
            else:
                found.append([row])
        else:
            found.append(line.replace("\t", " "))
    for block in found:
        if isinstance(block, list):
            width = max(map(len, block))
            for row in block:
                row.extend([""] * (width - len(row)))
    return found


def wrapped(path, width, page):
    """The text in lines of at most `width` characters, every `page` lines followed by a page number."""
    out = []
    for line in filter(None, lines(path)):
        out += [line[i : i + width] for i in range(0, len(line), width)]
    pages = [out[i : i + page] for i in range(0, len(out), page)]
    return "".join("\n".join(p) + f"\n- {n} -\n" for n, p in enumerate(pages, 1))


FULL_WIDTH = {ord(c): ord(c) + 0xFEE0 for c in "0123456789.%"}


def page(path):
    body = []
    for block in blocks(path):
        if isinstance(block, str):
            body.append(f"<p>{html.escape(block)}</p>")
            continue
        rows = ["<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in row) + "</tr>" for row in block]
        body.append("<table border=\"1\">\n" + "\n".join(rows) + "\n</table>")
    title = html.escape(lines(path)[0])
    return (
        f'<!DOCTYPE html>\n<html lang="zh">\n<head><meta charset="utf-8"><title>{title}</title></head>\n<body>\n'
        '<div class="nav"><a href="/">首页</a></div>\n<div class="content">\n'
        + "\n".join(body)
        + '\n</div>\n<div class="footer">版权所有</div>\n</body>\n</html>\n'
    )


def package(path, parts):
    """A zip file whose bytes do not depend on the day."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts:
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, content)


def word(path, target):
    paragraph = lambda text: f"<w:p><w:r><w:t>{html.escape(text)}</w:t></w:r></w:p>"
    body = []
    for block in blocks(path):
        if isinstance(block, str):
            body.append(paragraph(block))
            continue
        rows = ["<w:tr>" + "".join(f"<w:tc>{paragraph(c)}</w:tc>" for c in row) + "</w:tr>" for row in block]
        body.append("<w:tbl>" + "".join(rows) + "</w:tbl>")
    office = "http://schemas.openxmlformats.org"
    package(
        target,
        [
            (
                "[Content_Types].xml",
                f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{office}/package/2006/content-types">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
                'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
            ),
            (
                "_rels/.rels",
                f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{office}/package/2006/relationships">'
                f'<Relationship Id="r1" Type="{office}/officeDocument/2006/relationships/officeDocument" '
                'Target="word/document.xml"/></Relationships>',
            ),
            (
                "word/document.xml",
                f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{office}/wordprocessingml/2006/main">'
                f"<w:body>{''.join(body)}</w:body></w:document>",
            ),
        ],
    )


def cell(text):
    """What a spreadsheet holds: numbers as numbers, codes and all else as text."""
    try:
        return float(text.replace(",", "")) if "." in text else text
    except ValueError:
        return text


def sheets(path):
    """The sheets of a workbook: one for each table with the lines above it."""
    found, above = [], []
    for block in blocks(path):
        if isinstance(block, str):
            above.append([block])
        else:
            found.append((f"公开{len(found) + 1:02}表", above + block))
            above = []
    return found


def one_sheet(path):
    """A single sheet with everything: a paragraph a row, the tables between them."""
    rows = []
    for block in blocks(path):
        rows += [[block]] if isinstance(block, str) else block
    return [("Sheet1", rows)]


def workbook(found, target):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in found:
        sheet = book.create_sheet(name)
        for r, row in enumerate(rows, 1):
            for c, text in enumerate(row, 1):
                if text:
                    at = sheet.cell(r, c, cell(text))
                    if at.data_type == "f":
                        at.data_type = "s"
                    if isinstance(at.value, float):
                        at.number_format = "#,##0.00"
    book.properties.created = book.properties.modified = datetime.datetime(2024, 1, 1)
    book.save(target)
    with zipfile.ZipFile(target) as made:
        parts = [(name, made.read(name)) for name in made.namelist()]
    day = rb"\g<1>2024-01-01T00:00:00Z<"
    package(target, [(n, re.sub(rb"(<dcterms:modified[^>]*>)[^<]*<", day, c)) for n, c in parts])


def old_workbook(found, target):
    money = xlwt.easyxf(num_format_str="#,##0.00")
    book = xlwt.Workbook(encoding="utf-8")
    for name, rows in found:
        sheet = book.add_sheet(name)
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                value = cell(text)
                if isinstance(value, float):
                    sheet.write(r, c, value, money)
                elif text:
                    sheet.write(r, c, text)
    book.save(str(target))


def main():
    archives = HERE / "qinghe-archives-2023.txt"
    (HERE / "qinghe-archives-2023.gb18030.txt").write_bytes(archives.read_bytes().decode().encode("gb18030"))
    (HERE / "qinghe-archives-2023.html").write_text(page(archives), encoding="utf-8")
    word(archives, HERE / "qinghe-archives-2023.docx")
    workbook(one_sheet(archives), HERE / "qinghe-archives-2023.xlsx")

    forestry = (SOURCE / "haiyan-forestry-2022.txt").read_text(encoding="utf-8")
    (HERE / "haiyan-forestry-2022.txt").write_bytes(forestry.encode("gb18030"))
    statistics = wrapped(SOURCE / "danfeng-statistics-2021.txt", 34, 24)
    (HERE / "danfeng-statistics-2021.txt").write_text(statistics, encoding="utf-8")
    sports = (SOURCE / "chengxi-sports-2022.txt").read_text(encoding="utf-8")
    (HERE / "chengxi-sports-2022.txt").write_text(sports.translate(FULL_WIDTH), encoding="utf-8")

    for name in ["changting-market-budget-2024", "hengshan-water-projects-2022"]:
        (HERE / f"{name}.html").write_text(page(SOURCE / f"{name}.txt"), encoding="utf-8")
    workbook(sheets(SOURCE / "hengshan-water-projects-2022.txt"), HERE / "hengshan-water-projects-2022.xlsx")
    library = SOURCE / "baima-library-projects-2023.txt"
    (HERE / "baima-library-projects-2023.html").write_text(page(library), encoding="utf-8")
    (HERE / "baima-library-projects-2023.txt").write_text(library.read_text(encoding="utf-8"), encoding="utf-8")
    whole = SOURCE / "lanshan-archives-department-2023.txt"
    (HERE / "lanshan-archives-department-2023.html").write_text(page(whole), encoding="utf-8")
    word(whole, HERE / "lanshan-archives-department-2023.docx")
    river = SOURCE / "tingxi-river-projects-2022.txt"
    (HERE / "tingxi-river-projects-2022.txt").write_text(river.read_text(encoding="utf-8"), encoding="utf-8")
    (HERE / "tingxi-river-projects-2022.html").write_text(page(river), encoding="utf-8")
    department = HERE / "songyuan-department-2023.txt"
    (HERE / "songyuan-department-2023.html").write_text(page(department), encoding="utf-8")

    workbook(sheets(SOURCE / "shuiyun-culture-2023.txt"), HERE / "shuiyun-culture-2023.xlsx")
    old_workbook(sheets(SOURCE / "shuiyun-culture-2023.txt"), HERE / "shuiyun-culture-2023.xls")


if __name__ == "__main__":
    main()

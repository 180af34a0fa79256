use super::*;

fn document(body: &str) -> Document {
    let page =
        format!("<!DOCTYPE html><html><head><title>甲</title></head><body>{body}</body></html>");
    read(page.as_bytes(), &Limits::default()).unwrap()
}

fn text(body: &str) -> String {
    document(body).text
}

fn kinds(body: &str) -> Vec<(BlockKind, String)> {
    let document = document(body);
    let blocks = document.blocks.iter();
    blocks
        .map(|block| (block.kind, document.slice(block.span).to_owned()))
        .collect()
}

use crate::document::BlockKind;

#[test]
fn white_space_is_collapsed_as_a_browser_shows_it() {
    for (body, expected) in [
        ("<p>  一、收入\n  支出 </p>", "一、收入 支出\n"),
        (
            "<p><span>958</span><span>.15</span><b>万元</b></p>",
            "958.15万元\n",
        ),
        ("<p>甲<br>乙<br/>丙</p>", "甲\n乙\n丙\n"),
        (
            "<p>&emsp;&emsp;部门：甲局&nbsp;&nbsp;单位：元&nbsp;</p>",
            "部门：甲局  单位：元\n",
        ),
        ("<p>机关&shy;运行&#8203;经费</p>", "机关运行经费\n"),
        ("<div>甲<p>乙</p>丙</div>", "甲\n乙\n丙\n"),
        (
            "<p class=MsoNormal>甲<o:p></o:p></p><p><!--[if gte mso 9]><xml>丁</xml><![endif]-->乙</p>",
            "甲\n乙\n",
        ),
        (
            "<pre>一、收入\n  3.00\t4.00\n\n二、支出</pre>",
            "一、收入\n3.00\t4.00\n二、支出\n",
        ),
        ("<p>甲</p>\n\n<p>&nbsp;</p>\n<p>乙", "甲\n乙\n"),
    ] {
        assert_eq!(text(body), expected, "{body}");
    }
}

#[test]
fn headings_are_known_by_their_tags_and_by_bold_letters() {
    let long = "支出".repeat(40);
    let body = format!(
        "<h2>一、概况</h2><p><strong>二、<span>收入</span></strong></p><p><b>三、支出</b>3万元</p>\
         <p style='font-weight: 700'>四、结余</p><p><b>{long}</b></p>"
    );
    let expected = [
        (BlockKind::Heading(2), "一、概况".to_owned()),
        (BlockKind::Heading(7), "二、收入".to_owned()),
        (BlockKind::Paragraph, "三、支出3万元".to_owned()),
        (BlockKind::Heading(7), "四、结余".to_owned()),
        (BlockKind::Paragraph, long),
    ];
    assert_eq!(kinds(&body), expected);
}

#[test]
fn tables_of_data_become_grids_with_their_paths() {
    let document = document(
        "<p>单位：元</p><table><caption>收入表</caption><thead><tr><td rowspan=2>项目</td><td colspan=2>金额</td></tr>\
         <tr><td>本年</td><td>上年</td></tr></thead><tr><th>合<br>计</th><td><p>1,200.00</p></td><td>&nbsp;</td></tr></table>",
    );
    assert_eq!(
        document.text,
        "单位：元\n收入表\n\n项目\t金额\t\n\t本年\t上年\n合 计\t1,200.00\t\n\n"
    );
    let table = &document.tables[0];
    assert_eq!((table.text(1, 0), table.text(0, 2)), ("项目", "金额"));
    let headers: Vec<&str> = table
        .cells()
        .iter()
        .filter(|c| c.header)
        .map(|c| c.text.as_str())
        .collect();
    assert_eq!(headers, ["项目", "金额", "本年", "上年", "合 计"]);
    let quote = document.quote(table.get(2, 1).unwrap().span);
    assert_eq!(
        quote.path.as_deref(),
        Some("body/table[1]/tbody[1]/tr[1]/td[1]")
    );
}

#[test]
fn tables_that_lay_out_the_page_are_no_tables() {
    let document = document(
        "<table><tr><td><table><tr><td>部门：甲局</td><td>公开01表<br>单位：元</td></tr></table>\
         <table><tr><td>项目</td><td>金额</td></tr><tr><td>合计</td><td>3.00</td></tr></table></td></tr></table>",
    );
    assert_eq!(
        document.text,
        "部门：甲局\n公开01表\n单位：元\n\n项目\t金额\n合计\t3.00\n\n"
    );
    assert_eq!(document.tables.len(), 1);
}

/// A page as a content management system makes it.
const PAGE: &str = r##"<html><head><title>甲县水务局2023年度部门决算-甲县人民政府</title>
<meta name="SiteName" content="甲县人民政府"><meta name="PubDate" content="2024-09-18 10:21">
<style>p{}</style><script>var a = "500万元";</script></head><body>
<div class="topBar"><a href="/a">无障碍</a> | 今天是2024年9月18日</div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/b">政务公开</a></li></ul>
<div>当前位置：<a href="/">首页</a> &gt; <a href="/c">部门决算</a></div>
<table><tr><td>索 引 号：</td><td>JX01/2024</td><td>发布机构：</td><td>甲县水务局</td></tr>
<tr><td>发布日期：</td><td>2024-09-19</td><td>有效性：</td><td>有效</td></tr></table>
<h1>甲县水务局2023年度部门决算</h1>
<div>来源：甲县水务局&nbsp;&nbsp;浏览次数：318&nbsp;&nbsp;字体：【大&nbsp;中&nbsp;小】</div>
<div class="BODY"><p><b>一、收入</b></p><p>2023年收入958.15万元，占97.96%。详见<a href="x.xls">附表</a>。</p>
<p style="display: none">隐藏3.5万元</p>
<p><a href="#_Toc1">二、支出</a></p><p>支出3万元。</p></div>
<div><p>相关附件</p><ul><li><a href="1.xls">甲县2023年决算表</a></li><li><a href="2.xls">甲县2022年决算表</a></li></ul></div>
<p>【<a href="javascript:print()">打印</a>】【<a href="#">关闭</a>】</p>
<div id="footer">主办单位：甲县人民政府</div><p>甲ICP备12345678号</p></body></html>"##;

#[test]
fn the_furniture_of_a_page_is_left_out() {
    let document = read(PAGE.as_bytes(), &Limits::default()).unwrap();
    assert_eq!(
        document.text,
        "甲县水务局2023年度部门决算\n一、收入\n2023年收入958.15万元，占97.96%。详见附表。\n二、支出\n支出3万元。\n"
    );
    let expected = [
        ("title", "甲县水务局2023年度部门决算"),
        ("published", "2024-09-18"),
        ("publisher", "甲县水务局"),
        ("site", "甲县人民政府"),
    ];
    let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(document.properties, expected);
}

#[test]
fn what_holds_numbers_is_no_furniture_whatever_its_name() {
    let body = "<div class=footer><p>支出958.15万元，占97.96%。</p></div><header><h1>甲县决算公开</h1></header>";
    assert_eq!(text(body), "支出958.15万元，占97.96%。\n甲县决算公开\n");
}

#[test]
fn the_head_of_an_article_is_kept_and_that_of_the_page_is_not() {
    let body = "<div class=header><a href=a>首页</a> 甲县人民政府</div><div class=article-header><div>甲县决算公开</div></div>\
        <div role=navigation>政务公开</div><p>收入3万元。</p><nav>上一页</nav>";
    assert_eq!(text(body), "甲县决算公开\n收入3万元。\n");
}

#[test]
fn what_stands_beside_a_named_article_is_left_out_but_for_its_title() {
    let body = "<div class=intro>欢迎访问本站</div><div class=artTitle>甲县决算公开</div>\
        <div id=Zoom><p>收入3.5万元。</p><p>比例为1%、2%、3%、4%、5%、6%、7%、8%。</p></div><p>猜您喜欢</p><p>补充：另有1.5万元。</p>";
    assert_eq!(
        text(body),
        "甲县决算公开\n收入3.5万元。\n比例为1%、2%、3%、4%、5%、6%、7%、8%。\n补充：另有1.5万元。\n"
    );
}

#[test]
fn a_form_around_the_page_and_unclosed_elements_lose_nothing() {
    let body = "<form><div><span id=bnr><p class=px>收入3.5万元。<p class=px>支出2.5万元。</span></div></form>";
    assert_eq!(text(body), "收入3.5万元。\n支出2.5万元。\n");
}

//! Web archives (MHTML, RFC 2557), as browsers and office programs save pages: the first HTML part is the page.

/// The page of a web archive, `None` where the bytes are none.
pub(super) fn page(bytes: &[u8]) -> Option<Vec<u8>> {
    let start = bytes.trim_ascii_start();
    if !(starts_with(start, b"mime-version:") || starts_with(start, b"from:")) {
        return None;
    }
    let mut rest = start;
    loop {
        let (header, body) = part(rest)?;
        let boundary = parameter(&header, "boundary");
        if header.contains("content-type: text/html") || header.contains("content-type:text/html") {
            let end = find(body, b"\n--").unwrap_or(body.len());
            return Some(unpack(&header, &body[..end]));
        }
        // The next part begins after the line of the boundary.
        let mark =
            boundary.map_or_else(|| b"--".to_vec(), |name| [b"--", name.as_bytes()].concat());
        let at = find_ignoring_case(body, &mark)?;
        let line = find(&body[at..], b"\n")?;
        rest = &body[at + line + 1..];
    }
}

/// The header of a part in lower case, its folded lines joined, and its body: they are parted by an empty line.
fn part(bytes: &[u8]) -> Option<(String, &[u8])> {
    let mut end = 0;
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        end += line.len();
        if line.trim_ascii().is_empty() {
            let header = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
            let header = header.replace("\r\n", "\n").replace("\n\t", " ");
            return Some((header.replace("\n ", " "), &bytes[end..]));
        }
    }
    None
}

fn parameter(header: &str, name: &str) -> Option<String> {
    let rest = header.split_once(&format!("{name}="))?.1;
    let value = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => rest.split([';', '\n', ' ']).next()?,
    };
    Some(value.to_owned())
}

fn unpack(header: &str, body: &[u8]) -> Vec<u8> {
    if header.contains("content-transfer-encoding: base64") {
        return base64(body);
    }
    if header.contains("content-transfer-encoding: quoted-printable") {
        return quoted_printable(body);
    }
    body.to_vec()
}

/// RFC 2045, 6.7: `=E4` is a byte, `=` at the end of a line joins it to the next.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let [first, tail @ ..] = rest {
        rest = tail;
        match (first, tail) {
            (b'=', [b'\r', b'\n', tail @ ..] | [b'\n', tail @ ..]) => rest = tail,
            (b'=', [high, low, tail @ ..]) => {
                let digit = |b: &u8| char::from(*b).to_digit(16);
                if let (Some(high), Some(low)) = (digit(high), digit(low)) {
                    bytes.push((high * 16 + low) as u8);
                    rest = tail;
                } else {
                    bytes.push(b'=');
                }
            }
            (byte, _) => bytes.push(*byte),
        }
    }
    bytes
}

/// RFC 2045, 6.8; what is no digit of the alphabet is passed over.
fn base64(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in body {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(digit);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    bytes
}

fn starts_with(bytes: &[u8], lower: &[u8]) -> bool {
    bytes
        .get(..lower.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(lower))
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

fn find_ignoring_case(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window.eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_page_of_an_archive_is_unpacked() {
        for (encoding, body) in [
            ("quoted-printable", "<p>=E4=B8=87=\r\n=E5=85=83</p>"),
            ("base64", "PHA+5LiH\r\n5YWDPC9wPg=="),
            ("8bit", "<p>万元</p>"),
        ] {
            let archive = format!(
                "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--=_Next.X\"\r\n\r\n----=_Next.X\r\n\
                 Content-Type: image/png\r\n\r\nx\r\n----=_Next.X\r\nContent-Type: text/html; charset=\"utf-8\"\r\n\
                 Content-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n----=_Next.X--\r\n"
            );
            let page = page(archive.as_bytes()).unwrap();
            assert_eq!(
                String::from_utf8(page).unwrap().trim(),
                "<p>万元</p>",
                "{encoding}"
            );
        }
        assert_eq!(page(b"<html></html>"), None);
        assert_eq!(page(b"MIME-Version: 1.0"), None);
    }
}

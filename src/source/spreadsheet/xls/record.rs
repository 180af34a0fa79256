//! Records of a workbook stream, and the strings in them.

use encoding_rs::Encoding;

use crate::source::compound::{u16_at, u32_at};

/// A record that continues the one before ([MS-XLS] 2.4.58).
const CONTINUE: u16 = 0x003C;

/// A record and those that continue it.
pub(super) struct Record<'a> {
    /// Its type.
    pub kind: u16,
    parts: Vec<&'a [u8]>,
}

/// The records of a stream from a place on, as far as they are whole.
pub(super) fn records(stream: &[u8], offset: usize) -> impl Iterator<Item = Record<'_>> {
    let mut rest = stream.get(offset..).unwrap_or_default();
    let mut next = move || {
        let length = usize::from(u16_at(rest, 2)?);
        let (kind, data) = (u16_at(rest, 0)?, rest.get(4..4 + length)?);
        rest = &rest[4 + length..];
        Some((kind, data))
    };
    let mut coming = next();
    std::iter::from_fn(move || {
        let (kind, data) = coming.take()?;
        let mut parts = vec![data];
        coming = next();
        while let Some((CONTINUE, data)) = coming {
            parts.push(data);
            coming = next();
        }
        Some(Record { kind, parts })
    })
}

impl<'a> Record<'a> {
    /// Its bytes, without those of the records that continue it.
    pub fn head(&self) -> &'a [u8] {
        self.parts.first().copied().unwrap_or_default()
    }

    /// A reader from a place in it on, through the records that continue it.
    pub fn from(&self, at: usize) -> Bytes<'_> {
        Bytes {
            parts: &self.parts,
            at,
        }
    }

    /// The two-byte number at a place.
    pub fn u16(&self, at: usize) -> Option<u16> {
        u16_at(self.head(), at)
    }

    /// The four-byte number at a place.
    pub fn u32(&self, at: usize) -> Option<u32> {
        u32_at(self.head(), at)
    }

    /// The double at a place.
    pub fn f64(&self, at: usize) -> Option<f64> {
        let bytes = self.head().get(at..at + 8)?;
        Some(f64::from_le_bytes(bytes.try_into().ok()?))
    }
}

/// Reads a record byte by byte.
pub(super) struct Bytes<'a> {
    parts: &'a [&'a [u8]],
    at: usize,
}

impl Bytes<'_> {
    fn byte(&mut self) -> Option<u8> {
        self.next_part();
        let byte = *self.parts.first()?.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn u32(&mut self) -> Option<u32> {
        let low = self.u16()?;
        Some(u32::from(self.u16()?) << 16 | u32::from(low))
    }

    /// Moves to the next part at the end of one; whether it did.
    fn next_part(&mut self) -> bool {
        let mut moved = false;
        while let [first, rest @ ..] = self.parts
            && self.at >= first.len()
            && !rest.is_empty()
        {
            self.at -= first.len();
            self.parts = rest;
            moved = true;
        }
        moved
    }

    fn skip(&mut self, count: usize) {
        self.at = self.at.saturating_add(count);
        self.next_part();
    }

    /// The characters of a Unicode string. Where it goes on in the next record, a byte there says again how wide they are.
    fn characters(&mut self, count: usize, mut wide: bool) -> String {
        let mut units = Vec::new();
        for index in 0..count {
            if self.next_part() && index > 0 {
                let Some(flags) = self.byte() else { break };
                wide = flags & 1 != 0;
            }
            let unit = if wide {
                self.u16()
            } else {
                self.byte().map(u16::from)
            };
            let Some(unit) = unit else { break };
            units.push(unit);
        }
        String::from_utf16_lossy(&units)
    }

    /// A string with its flags, after its length: how wide, and what formatting and phonetics follow ([MS-XLS] 2.5.293).
    fn unicode(&mut self, count: usize) -> Option<String> {
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 {
            usize::from(self.u16()?)
        } else {
            0
        };
        let phonetics = if flags & 4 != 0 {
            self.u32()? as usize
        } else {
            0
        };
        let text = self.characters(count, flags & 1 != 0);
        self.skip(runs.saturating_mul(4).saturating_add(phonetics));
        Some(text)
    }
}

/// How the strings of a workbook are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Text {
    /// BIFF8: UTF-16, or its lower halves alone.
    Unicode,
    /// BIFF5: bytes in the encoding of its code page.
    Bytes(&'static Encoding),
}

impl Text {
    /// The encoding of strings of bytes.
    pub fn encoding(self) -> &'static Encoding {
        match self {
            Text::Unicode => encoding_rs::UTF_16LE,
            Text::Bytes(encoding) => encoding,
        }
    }

    /// A string whose length is one byte.
    pub fn short(self, mut bytes: Bytes) -> Option<String> {
        let count = usize::from(bytes.byte()?);
        self.read(bytes, count)
    }

    /// A string whose length is two bytes.
    pub fn long(self, mut bytes: Bytes) -> Option<String> {
        let count = usize::from(bytes.u16()?);
        self.read(bytes, count)
    }

    fn read(self, mut bytes: Bytes, count: usize) -> Option<String> {
        match self {
            Text::Unicode => bytes.unicode(count),
            Text::Bytes(encoding) => {
                let raw: Vec<u8> = (0..count).map_while(|_| bytes.byte()).collect();
                Some(encoding.decode_without_bom_handling(&raw).0.into_owned())
            }
        }
    }
}

/// The shared strings ([MS-XLS] 2.4.265), `None` when there are more than `most`. A list that is cut off gives what it has.
pub(super) fn shared_strings(record: &Record, most: usize) -> Option<Vec<String>> {
    let count = usize::try_from(record.u32(4).unwrap_or(0)).ok()?;
    let mut bytes = record.from(8);
    let mut strings = Vec::new();
    for _ in 0..count {
        let Some(string) = bytes
            .u16()
            .and_then(|length| bytes.unicode(usize::from(length)))
        else {
            break;
        };
        if strings.len() == most {
            return None;
        }
        strings.push(string);
    }
    Some(strings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(parts: &[(u16, &[u8])]) -> Vec<u8> {
        let mut stream = Vec::new();
        for (kind, data) in parts {
            stream.extend(kind.to_le_bytes());
            stream.extend((data.len() as u16).to_le_bytes());
            stream.extend(*data);
        }
        stream
    }

    #[test]
    fn a_string_goes_on_in_the_next_record_with_its_own_width() {
        // Two strings: 预算 in UTF-16 cut after 预, its rest compressed to one byte; then "ok".
        let first = [2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 1, 0x84, 0x98];
        let second = [0, b'A', b'B', 2, 0, 0, b'o', b'k'];
        let stream = stream(&[(0xFC, &first), (CONTINUE, &second), (0x0A, &[])]);
        let all: Vec<Record> = records(&stream, 0).collect();
        assert_eq!(all.len(), 2);
        assert_eq!(shared_strings(&all[0], 9).unwrap(), ["预AB", "ok"]);
        assert_eq!(shared_strings(&all[0], 1), None);
    }

    #[test]
    fn rich_and_phonetic_parts_are_passed_over() {
        let data = [
            1, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0x0C, 1, 0, 2, 0, 0, 0, b'A', 9, 9, 9, 9, 8, 8, 1, 0, 0,
            b'B',
        ];
        let stream = stream(&[(0xFC, &data)]);
        let record = records(&stream, 0).next().unwrap();
        assert_eq!(shared_strings(&record, 9).unwrap(), ["A", "B"]);
    }

    #[test]
    fn a_record_that_is_cut_off_is_none() {
        let whole = stream(&[(0x0A, &[1, 2, 3])]);
        assert_eq!(records(&whole, 0).count(), 1);
        assert_eq!(records(&whole[..6], 0).count(), 0);
        assert_eq!(records(&whole, 99).count(), 0);
    }
}

//! Compound files, the containers of the old office formats ([MS-CFB]): a small file system of streams.

use crate::source::Error;

/// What a compound file begins with.
pub(super) const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// Sector numbers from here on are marks, such as the end of a chain.
const LAST_SECTOR: u32 = 0xFFFF_FFFA;
/// Streams shorter than this lie in the mini stream.
const MINI_CUTOFF: usize = 4096;
const MINI_SECTOR: usize = 64;
const ENTRY: usize = 128;

/// An open compound file.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    mini: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    first: u32,
    size: usize,
}

impl<'a> Compound<'a> {
    /// Opens a compound file and lists its streams.
    ///
    /// # Errors
    ///
    /// When it is damaged or cut off.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Error> {
        Self::parse(bytes).ok_or_else(|| {
            Error::new("the compound file (OLE) is damaged or cut off: fetch the file again")
        })
    }

    /// Whether it has a stream or a folder of this name.
    pub fn has(&self, name: &str) -> bool {
        self.entries
            .iter()
            .any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The content of a stream.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self
            .entries
            .iter()
            .find(|e| e.name.eq_ignore_ascii_case(name))?;
        let mut stream = if entry.size < MINI_CUTOFF {
            chain(
                entry.first,
                &self.mini_table,
                entry.size.div_ceil(MINI_SECTOR),
                |sector| {
                    let start = sector.checked_mul(MINI_SECTOR)?;
                    self.mini
                        .get(start..(start + MINI_SECTOR).min(self.mini.len()))
                },
            )
        } else {
            let sectors = entry.size.div_ceil(self.sector);
            chain(entry.first, &self.table, sectors, |n| {
                sector(self.bytes, self.sector, n)
            })
        };
        stream.truncate(entry.size);
        Some(stream)
    }

    fn parse(bytes: &'a [u8]) -> Option<Self> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let most = bytes.len() / sector + 1;
        let at = |number| self::sector(bytes, sector, number);
        let table: Vec<u32> = table_sectors(bytes, most, at)?
            .into_iter()
            .filter_map(|number| at(usize::try_from(number).ok()?))
            .flat_map(numbers)
            .collect();
        let directory = chain(u32_at(bytes, 48)?, &table, most, at);
        let entries: Vec<Entry> = directory
            .chunks_exact(ENTRY)
            .filter_map(Entry::parse)
            .collect();
        let root = entries.first()?;
        let mini = chain(root.first, &table, root.size.div_ceil(sector).min(most), at);
        let mini_table = chain(u32_at(bytes, 60)?, &table, most, at);
        Some(Self {
            bytes,
            sector,
            mini_table: numbers(&mini_table).collect(),
            mini,
            entries,
            table,
        })
    }
}

impl Entry {
    fn parse(bytes: &[u8]) -> Option<Self> {
        let length = usize::from(u16_at(bytes, 64)?).checked_sub(2)?;
        let (name, _, _) = encoding_rs::UTF_16LE.decode(bytes.get(..length.min(64))?);
        Some(Self {
            name: name.into_owned(),
            first: u32_at(bytes, 116)?,
            size: u32_at(bytes, 120)? as usize,
        })
    }
}

/// The numbers of the sectors that hold the allocation table: 109 in the header, the others in a chain of their own.
fn table_sectors<'a>(
    bytes: &'a [u8],
    most: usize,
    at: impl Fn(usize) -> Option<&'a [u8]>,
) -> Option<Vec<u32>> {
    let mut sectors: Vec<u32> = numbers(bytes.get(76..512)?).collect();
    let mut next = u32_at(bytes, 68)?;
    for _ in 0..most {
        let Some(more) = at(next as usize).filter(|_| next < LAST_SECTOR) else {
            break;
        };
        let mut more: Vec<u32> = numbers(more).collect();
        next = more.pop()?;
        sectors.append(&mut more);
    }
    sectors.retain(|&number| number < LAST_SECTOR);
    sectors.truncate(most);
    Some(sectors)
}

/// The bytes of a chain of at most `most` sectors. A chain that ends early or runs in a circle gives what it has.
fn chain<'a>(
    first: u32,
    table: &[u32],
    most: usize,
    at: impl Fn(usize) -> Option<&'a [u8]>,
) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut next = first;
    for _ in 0..most.min(table.len()) {
        let Some(sector) = at(next as usize).filter(|_| next < LAST_SECTOR) else {
            break;
        };
        bytes.extend_from_slice(sector);
        match table.get(next as usize) {
            Some(&number) => next = number,
            None => break,
        }
    }
    bytes
}

/// A sector by its number; the last one may be cut short.
fn sector(bytes: &[u8], size: usize, number: usize) -> Option<&[u8]> {
    let start = number.checked_add(1)?.checked_mul(size)?;
    bytes.get(start..start.checked_add(size)?.min(bytes.len()))
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes
        .chunks_exact(4)
        .map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

/// The little-endian number of two bytes at a place.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

/// The little-endian number of four bytes at a place.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A compound file with one stream of at least 4096 bytes: header, table, directory, then the stream.
    pub fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
        let sectors = stream.len().max(MINI_CUTOFF).div_ceil(512);
        let mut bytes = vec![0; 512];
        bytes[..8].copy_from_slice(SIGNATURE);
        bytes[30] = 9;
        bytes[44] = 1;
        bytes[48] = 1;
        bytes[60..64].copy_from_slice(&u32::MAX.to_le_bytes());
        bytes[68..72].copy_from_slice(&0xFFFF_FFFE_u32.to_le_bytes());
        bytes[76..512].fill(0xFF);
        bytes[76..80].fill(0);
        let mut table: Vec<u32> = vec![0xFFFF_FFFD, 0xFFFF_FFFE];
        table.extend((0..sectors as u32).map(|n| {
            if n + 1 == sectors as u32 {
                0xFFFF_FFFE
            } else {
                n + 3
            }
        }));
        table.resize(128, u32::MAX);
        bytes.extend(table.iter().flat_map(|n| n.to_le_bytes()));
        for (name, first, size) in [
            ("Root Entry", 0xFFFF_FFFE_u32, 0),
            (name, 2, stream.len().max(MINI_CUTOFF)),
        ] {
            let mut entry = vec![0; ENTRY];
            let utf16: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            entry[..utf16.len()].copy_from_slice(&utf16);
            entry[64] = utf16.len() as u8 + 2;
            entry[116..120].copy_from_slice(&first.to_le_bytes());
            entry[120..124].copy_from_slice(&(size as u32).to_le_bytes());
            bytes.extend(entry);
        }
        bytes.resize(512 * 3, 0);
        bytes.extend(stream);
        bytes.resize(512 * (3 + sectors), 0);
        bytes
    }

    #[test]
    fn a_stream_is_read_back() {
        let stream: Vec<u8> = (0..5000).map(|n| (n % 251) as u8).collect();
        let bytes = compound("Workbook", &stream);
        let file = Compound::open(&bytes).unwrap();
        assert!(file.has("workbook") && !file.has("WordDocument"));
        assert_eq!(file.stream("Workbook").unwrap(), stream);
    }

    #[test]
    fn a_chain_in_a_circle_ends() {
        let mut bytes = compound("Workbook", &[1; 5000]);
        bytes[516..520].copy_from_slice(&1_u32.to_le_bytes());
        bytes[520..524].copy_from_slice(&2_u32.to_le_bytes());
        let stream = Compound::open(&bytes).unwrap().stream("Workbook").unwrap();
        assert_eq!(stream.len(), 5000);
        assert!(Compound::open(&bytes[..100]).is_err());
    }

    #[test]
    fn a_damaged_file_is_read_or_is_an_error() {
        let whole = compound("Workbook", &[1; 5000]);
        for at in 0..512 * 3 {
            for value in [0, 1, 0x7F, 0xFF] {
                let mut bytes = whole.clone();
                bytes[at] = value;
                if let Ok(file) = Compound::open(&bytes) {
                    let stream = file.stream("Workbook").unwrap_or_default();
                    assert!(stream.len() <= bytes.len());
                }
            }
        }
    }
}

//! Which encoding and which separator a text file has.

/// Decodes UTF-8 with or without BOM, UTF-16 with or without BOM, else Windows-1252 (or the DOS
/// code page 850, where its umlauts show it).
pub(super) fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, bom)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding
            .decode_without_bom_handling(&bytes[bom..])
            .0
            .into_owned();
    }
    if let Some(encoding) = utf16_without_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) if mostly_utf8(bytes) => mixed(bytes),
        Err(_) if is_dos(bytes) => bytes.iter().map(|byte| dos_letter(*byte)).collect(),
        Err(_) => encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(bytes)
            .0
            .into_owned(),
    }
}

fn utf16_without_bom(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let start = &bytes[..bytes.len().min(2_000)];
    let zeros = |offset: usize| {
        start
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let most = start.len() / 2 * 3 / 4;
    match (zeros(0), zeros(1)) {
        _ if start.len() < 4 => None,
        (0, odd) if odd > most => Some(encoding_rs::UTF_16LE),
        (even, 0) if even > most => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

/// A UTF-8 file in which a few bytes of another encoding were pasted.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut broken, mut whole) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > 0 && whole * 3 >= broken
}

fn mixed(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(
            &encoding_rs::WINDOWS_1252
                .decode_without_bom_handling(chunk.invalid())
                .0,
        );
    }
    text
}

/// The upper half of code page 850.
const DOS_LETTERS: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// Code page 850 if more of its umlauts stand in words than of those of Windows-1252, where their
/// bytes are quotes, signs, and the letters š and Ž.
fn is_dos(bytes: &[u8]) -> bool {
    let (mut dos, mut windows) = (0, 0);
    for around in bytes.windows(3) {
        let (before, after) = (around[0], around[2]);
        let in_word = before.is_ascii_alphabetic() && after.is_ascii_alphabetic();
        let beside_letter = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
        match around[1] {
            0x81 if beside_letter => dos += 1,
            0x84 | 0x94 | 0x99 if in_word => dos += 1,
            // Ü begins a word or stands in capitals, š does neither.
            0x9A if !before.is_ascii_lowercase() && after.is_ascii_alphabetic() => dos += 1,
            0xE4 | 0xF6 | 0xFC | 0xC4 | 0xD6 | 0xDC | 0xDF if beside_letter => windows += 1,
            _ => {}
        }
    }
    dos > windows
}

fn dos_letter(byte: u8) -> char {
    let upper = byte
        .checked_sub(128)
        .and_then(|place| DOS_LETTERS.chars().nth(place.into()));
    upper.unwrap_or(char::from(byte))
}

/// The separator named by a first line `sep=;`, and what follows that line.
pub(super) fn named_separator(text: &str) -> Option<char> {
    let line = text.lines().next()?.trim_matches('"').trim();
    let rest = line
        .strip_prefix("sep=")
        .or_else(|| line.strip_prefix("SEP="))?;
    if rest.is_empty() {
        Some('\t')
    } else {
        rest.chars().next()
    }
}

/// The separator that splits most of the first lines into the same number of fields.
pub(super) fn separator(text: &str) -> char {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(60)
        .collect();
    let score = |separator: char| {
        let mut counts: Vec<usize> = lines
            .iter()
            .map(|line| outside_quotes(line, separator))
            .collect();
        counts.retain(|count| *count > 0);
        counts.sort_unstable();
        let usual = counts.get(counts.len() / 2).copied().unwrap_or(0);
        let agreeing = counts.iter().filter(|count| **count == usual).count();
        (agreeing * usual.min(4), usual)
    };
    let candidates = [';', '\t', ',', '|'];
    // On a tie the earlier one: German programs write semicolons.
    candidates
        .into_iter()
        .rev()
        .max_by_key(|c| score(*c))
        .unwrap_or(';')
}

fn outside_quotes(line: &str, separator: char) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            _ if c == separator && !quoted => count += 1,
            _ => {}
        }
    }
    count
}

//! How wide text will be, and where to break it.

/// Height of a line of text in units of the view box.
pub(crate) const LINE: f64 = 15.0;
/// Size of all text.
pub(crate) const SIZE: f64 = 13.0;

const MOST_LINES: usize = 3;

/// Width of a text in a common sans-serif face, rather too wide than too narrow.
pub(crate) fn width(text: &str) -> f64 {
    text.chars().map(character_width).sum::<f64>() * SIZE
}

fn character_width(character: char) -> f64 {
    match character {
        '\u{ad}' => 0.0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '·' => 0.29,
        'f' | 't' | 'r' | ' ' | '\u{a0}' | '(' | ')' | '-' | '/' | '[' | ']' => 0.37,
        'm' | 'w' | 'M' | 'W' | '%' | '…' | '—' | '@' => 0.92,
        '0'..='9' => 0.58,
        character if character.is_uppercase() => 0.7,
        character if character.is_ascii() || character.is_alphabetic() => 0.58,
        _ => 1.0,
    }
}

/// Breaks a label into lines of at most `limit`, or says that a word or the whole does not fit.
pub(crate) fn fit(label: &str, limit: f64) -> Option<Vec<String>> {
    let pieces = pieces(label);
    let fits = pieces.iter().all(|piece| width(&piece.closed()) <= limit);
    let lines = fill(&pieces, limit);
    (fits && lines.len() <= MOST_LINES).then_some(lines)
}

/// Breaks a label into at most three lines of at most `limit`, cutting words and the end if need be.
pub(crate) fn wrap(label: &str, limit: f64) -> Vec<String> {
    let mut pieces = Vec::new();
    for piece in self::pieces(label) {
        cut(piece, limit, &mut pieces);
    }
    let mut lines = fill(&pieces, limit);
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && width(last) + width("…") > limit {
                last.pop();
            }
            last.push('…');
        }
    }
    lines
}

/// A part of a label that stays together, and what joins it to the next.
struct Piece {
    text: String,
    joint: Joint,
}

#[derive(Clone, Copy, PartialEq)]
enum Joint {
    Space,
    /// After a hyphen or slash.
    Nothing,
    /// At a soft hyphen or inside a word: a hyphen shows if the line ends here.
    Hyphen,
}

impl Piece {
    fn closed(&self) -> String {
        if self.joint == Joint::Hyphen {
            format!("{}-", self.text)
        } else {
            self.text.clone()
        }
    }
}

fn pieces(label: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for word in label.split_whitespace() {
        let mut text = String::new();
        for character in word.chars() {
            match character {
                '\u{ad}' => {
                    pieces.push(Piece {
                        text: std::mem::take(&mut text),
                        joint: Joint::Hyphen,
                    });
                }
                '-' | '/' => {
                    text.push(character);
                    pieces.push(Piece {
                        text: std::mem::take(&mut text),
                        joint: Joint::Nothing,
                    });
                }
                _ => text.push(character),
            }
        }
        pieces.push(Piece {
            text,
            joint: Joint::Space,
        });
    }
    pieces
}

fn fill(pieces: &[Piece], limit: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut joint = Joint::Nothing;
    for piece in pieces {
        let glue = if joint == Joint::Space { " " } else { "" };
        if !line.is_empty() && width(&format!("{line}{glue}{}", piece.closed())) > limit {
            if joint == Joint::Hyphen {
                line.push('-');
            }
            lines.push(std::mem::take(&mut line));
        } else if !line.is_empty() {
            line.push_str(glue);
        }
        line.push_str(&piece.text);
        joint = piece.joint;
    }
    lines.push(line);
    lines
}

fn cut(piece: Piece, limit: f64, into: &mut Vec<Piece>) {
    let mut rest = piece;
    while width(&rest.closed()) > limit && rest.text.chars().count() > 2 {
        let mut end = 0;
        for (position, character) in rest.text.char_indices() {
            let next = position + character.len_utf8();
            if end > 0 && width(&rest.text[..next]) + width("-") > limit {
                break;
            }
            end = next;
        }
        if end == rest.text.len() {
            break;
        }
        let tail = rest.text.split_off(end);
        let joint = std::mem::replace(&mut rest.joint, Joint::Hyphen);
        into.push(std::mem::replace(&mut rest, Piece { text: tail, joint }));
    }
    into.push(rest);
}

//! Finds the paragraphs of the Aufenthaltsgesetz and Asylgesetz that a text names.

/// `§ 60a Abs. 2 S. 3` as its parts, letters in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// `60a`
    pub(super) number: String,
    /// `2`, `2a`
    pub(super) subsection: Option<String>,
    pub(super) sentence: Option<u8>,
    /// `1` of `Alt. 1`
    pub(super) alternative: Option<u8>,
}

const LETTERED: [&str; 24] = [
    "60a", "60b", "60c", "60d", "25a", "25b", "104c", "63a", "16a", "16b", "16d", "16f", "16g",
    "18a", "18b", "18c", "18d", "18g", "19c", "19d", "23a", "36a", "38a", "9a",
];

/// Paragraphs in reading order. `text` is folded. A number counts if § stands before it, if it has
/// one of the letters of these laws, or if the words around it say so.
pub(super) fn find(text: &str) -> Vec<Paragraph> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut place = 0;
    let mut marked = false;
    while place < tokens.len() {
        let token = tokens[place].as_str();
        place += 1;
        if token == "§" {
            marked = true;
            continue;
        }
        let Some((number, used)) = number_at(&tokens, place - 1) else {
            continue;
        };
        let names_law = marked
            || LETTERED.contains(&number.as_str())
            || law_follows(&tokens, place)
            || number == "25" && is_subsection_of_25(&tokens, place)
            || place > 1 && introduces(&tokens[place - 2])
            || tokens
                .get(place)
                .is_some_and(|next| matches!(next.as_str(), "abs" | "absatz"));
        if !names_law {
            continue;
        }
        place += used - 1;
        let mut paragraph = Paragraph {
            number,
            ..Paragraph::default()
        };
        place = details(&tokens, place, &mut paragraph);
        found.push(paragraph);
        marked = tokens
            .get(place)
            .is_some_and(|next| matches!(next.as_str(), "ivm" | "und" | "u"));
        place += usize::from(marked);
    }
    found
}

/// Runs of digits with at most one letter, words, and §; dates are left out.
fn tokens(text: &str) -> Vec<String> {
    let text = text
        .replace("i.v.m.", " ivm ")
        .replace("i. v. m.", " ivm ")
        .replace("i.v.m", " ivm ");
    let mut tokens = Vec::new();
    for chunk in text.split_whitespace().filter(|chunk| !is_date(chunk)) {
        let mut current = String::new();
        for c in chunk.chars() {
            let joins = match (
                current.chars().last(),
                c.is_ascii_digit(),
                c.is_alphabetic(),
            ) {
                (None, _, _) => true,
                (Some(last), true, _) => last.is_ascii_digit(),
                (Some(last), _, true) => last.is_alphabetic() || last.is_ascii_digit(),
                _ => false,
            };
            if !joins || !c.is_alphanumeric() {
                push(&mut tokens, &mut current);
            }
            if c == '§' {
                tokens.push("§".to_owned());
            } else if c.is_alphanumeric() {
                current.push(c);
            }
        }
        push(&mut tokens, &mut current);
    }
    tokens
}

/// `60aufenthg`, `60abs` and `2s` are a number and a word, `60a` is one token.
fn push(tokens: &mut Vec<String>, current: &mut String) {
    let digits = current.bytes().take_while(u8::is_ascii_digit).count();
    let letters = current.len() - digits;
    if digits > 0 && current[digits..] == *"s" {
        // "2S.3": no subsection is called so.
        tokens.extend([current[..digits].to_owned(), "s".to_owned()]);
    } else if digits > 0 && letters > 1 {
        let (number, word) = current.split_at(digits);
        let (head, tail) = (&word[..1], &word[1..]);
        let starts_word = ["abs", "auf", "asyl", "satz", "nr", "ff", "alt"]
            .iter()
            .any(|w| word.starts_with(w));
        if starts_word || !head.is_ascii() {
            tokens.extend([number.to_owned(), word.to_owned()]);
        } else {
            tokens.extend([format!("{number}{head}"), tail.to_owned()]);
        }
    } else if !current.is_empty() {
        tokens.push(current.clone());
    }
    current.clear();
}

fn is_date(chunk: &str) -> bool {
    let digits = chunk.bytes().filter(u8::is_ascii_digit).count();
    let marks = chunk
        .bytes()
        .filter(|b| matches!(b, b'.' | b'/' | b'-'))
        .count();
    digits >= 3
        && marks >= 1
        && chunk
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'/' | b'-' | b',' | b'(' | b')'))
        && (marks >= 2 || digits >= 5)
}

/// The number of a paragraph at a place: `60a`, or `60` followed by a lone letter.
fn number_at(tokens: &[String], place: usize) -> Option<(String, usize)> {
    let token = &tokens[place];
    let digits = token.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 3 {
        return None;
    }
    if token.len() == digits
        && let Some(letter) = tokens
            .get(place + 1)
            .filter(|t| t.len() == 1 && matches!(t.as_bytes()[0], b'a'..=b'g'))
        && LETTERED.contains(&format!("{token}{letter}").as_str())
    {
        return Some((format!("{token}{letter}"), 2));
    }
    Some((token.clone(), 1))
}

/// "AE 25 V", "gem. 25 (5)".
fn introduces(word: &str) -> bool {
    matches!(
        word,
        "ae" | "aufenthaltserlaubnis" | "gem" | "gemaess" | "paragraf" | "paragraph" | "par"
    )
}

/// "25 III", "25.3": of the paragraphs without a letter, the one of which all subsections are titles.
fn is_subsection_of_25(tokens: &[String], place: usize) -> bool {
    tokens.get(place).is_some_and(|next| {
        let alone = tokens.len() == place + 1;
        roman(next).is_some() || alone && matches!(next.as_str(), "1" | "3" | "4" | "5")
    })
}

fn law_follows(tokens: &[String], place: usize) -> bool {
    let rest = tokens.iter().skip(place).take(7);
    let mut words = rest.skip_while(|t| is_detail(t));
    words.next().is_some_and(|t| {
        t.starts_with("aufenth") || t.starts_with("asylg") || t.starts_with("asylvf")
    })
}

fn is_detail(token: &str) -> bool {
    matches!(
        token,
        "abs" | "absatz" | "s" | "satz" | "nr" | "alt" | "alternative" | "ff" | "f"
    ) || token.as_bytes()[0].is_ascii_digit()
        || roman(token).is_some()
}

/// Reads `Abs. 2 S. 3`, `II 3`, `(2) S.3`, `Abs. 2a`; returns the place after it.
fn details(tokens: &[String], mut place: usize, paragraph: &mut Paragraph) -> usize {
    let number = |place: usize| {
        tokens
            .get(place)
            .filter(|t| t.as_bytes()[0].is_ascii_digit() && t.len() <= 2)
    };
    while let Some(token) = tokens.get(place) {
        let next = number(place + 1);
        match token.as_str() {
            "abs" | "absatz" => {
                let Some(value) = next.cloned().or_else(|| roman(tokens.get(place + 1)?)) else {
                    break;
                };
                paragraph.subsection = Some(value);
                place += 2;
            }
            "s" | "satz" => {
                paragraph.sentence = next.and_then(|t| t.parse().ok());
                place += 2;
            }
            "alt" | "alternative" => {
                paragraph.alternative = next.and_then(|t| t.parse().ok());
                place += 2;
            }
            "nr" | "nummer" | "hs" | "halbsatz" => place += 2,
            "ff" | "f" => place += 1,
            number if is_alternative(tokens.get(place + 1)) && number.len() == 1 => {
                paragraph.alternative = number.parse().ok();
                place += 2;
            }
            _ if takes_bare(token, paragraph) => place += 1,
            _ => break,
        }
    }
    place
}

/// `II 3`: first the subsection, then the sentence.
fn takes_bare(token: &str, paragraph: &mut Paragraph) -> bool {
    match bare_detail(token) {
        Some(value) if paragraph.subsection.is_none() => paragraph.subsection = Some(value),
        Some(value) if paragraph.sentence.is_none() && value.len() == 1 => {
            paragraph.sentence = value.parse().ok();
        }
        _ => return false,
    }
    true
}

/// "1. Alt."
fn is_alternative(token: Option<&String>) -> bool {
    token.is_some_and(|token| matches!(token.as_str(), "alt" | "alternative"))
}

fn bare_detail(token: &str) -> Option<String> {
    let short = token.len() <= 2 && token.as_bytes()[0].is_ascii_digit();
    if short {
        Some(token.to_owned())
    } else {
        roman(token)
    }
}

fn roman(token: &str) -> Option<String> {
    let place = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"]
        .iter()
        .position(|r| *r == token)?;
    Some((place + 1).to_string())
}

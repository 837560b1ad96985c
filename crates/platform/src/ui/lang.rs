//! The two languages of the pages.

/// A language in which every page can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    De,
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::De, Lang::En];

    /// The first language of an `Accept-Language` header that we speak, else German.
    pub fn from_header(header: &str) -> Lang {
        let mut wishes: Vec<(f32, Lang)> = header.split(',').filter_map(wish).collect();
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        wishes.first().map_or(Lang::De, |(_, lang)| *lang)
    }

    /// `de` and `en`, as in the `lang` attribute, the cookie and the preferences form.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }

    pub fn code(self) -> &'static str {
        match self {
            Lang::De => "de",
            Lang::En => "en",
        }
    }

    /// What its speakers call it, for the language switch.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::De => "Deutsch",
            Lang::En => "English",
        }
    }
}

fn wish(item: &str) -> Option<(f32, Lang)> {
    let mut parts = item.split(';');
    let tag = parts.next()?.trim().to_ascii_lowercase();
    let lang = Lang::from_code(tag.split('-').next()?)?;
    let weight = parts.find_map(|part| part.trim().strip_prefix("q="));
    match weight {
        None => Some((1.0, lang)),
        Some(weight) => Some((weight.parse().ok()?, lang)).filter(|(weight, _)| *weight > 0.0),
    }
}

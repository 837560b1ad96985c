use crate::SiteId;

/// An official municipality key of 5 or 8 digits, kept as text because of its leading zero.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ags(String);

impl Ags {
    pub fn parse(text: &str) -> Option<Ags> {
        let text = text.trim();
        let digits = text.bytes().all(|b| b.is_ascii_digit());
        (digits && matches!(text.len(), 5 | 8)).then(|| Ags(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteKind {
    /// Not a place: holds what belongs to no site.
    Programme,
    City,
    District,
    Town,
}

impl SiteKind {
    pub fn code(self) -> &'static str {
        match self {
            SiteKind::Programme => "programme",
            SiteKind::City => "city",
            SiteKind::District => "district",
            SiteKind::Town => "town",
        }
    }

    /// From the words of the official list.
    pub fn from_official(kind: &str) -> Option<SiteKind> {
        match kind {
            "kreisfreie Stadt" => Some(SiteKind::City),
            "Kreis" | "Städteregion" | "Kreis (Städteregion)" => Some(SiteKind::District),
            "kreisangehörige Gemeinde" => Some(SiteKind::Town),
            _ => None,
        }
    }
}

impl db::FromColumn for SiteKind {
    type Raw = String;
    fn from_raw(raw: String) -> Result<Self, String> {
        [
            SiteKind::Programme,
            SiteKind::City,
            SiteKind::District,
            SiteKind::Town,
        ]
        .into_iter()
        .find(|kind| kind.code() == raw)
        .ok_or_else(|| "not a kind of site".to_owned())
    }
}

#[derive(Clone, Debug)]
pub struct Site {
    pub id: SiteId,
    pub ags: String,
    pub name: String,
    pub kind: SiteKind,
    pub parent_ags: Option<String>,
    pub region: Option<String>,
    pub active: bool,
}

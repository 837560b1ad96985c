/// The smallest count of people that a published table may show; smaller ones are hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threshold(u8);

impl Threshold {
    /// What holds until the programme decides otherwise.
    pub const USUAL: Threshold = Threshold(3);

    /// Reads a whole number from 3 to 10: below three the other of two people would know, above
    /// ten hardly a figure of a small town would be left.
    pub fn parse(text: &str) -> Option<Threshold> {
        let number = text.trim().parse().ok()?;
        (3..=10).contains(&number).then_some(Threshold(number))
    }

    pub fn get(self) -> u8 {
        self.0
    }
}

/// Whether tables show that nobody was counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zeros {
    #[default]
    Shown,
    /// As sensitive as small counts.
    Hidden,
}

impl Zeros {
    pub const ALL: [Zeros; 2] = [Zeros::Shown, Zeros::Hidden];

    /// As it is stored and sent.
    pub fn code(self) -> &'static str {
        match self {
            Zeros::Shown => "publish",
            Zeros::Hidden => "protect",
        }
    }

    pub fn parse(text: &str) -> Option<Zeros> {
        Zeros::ALL.into_iter().find(|zeros| zeros.code() == text)
    }
}

/// What tables of people may show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Protection {
    pub threshold: Threshold,
    pub zeros: Zeros,
}

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

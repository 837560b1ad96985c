use jiff::Timestamp;
use platform::ui::Problem;
use platform::{Actor, Role, SiteId};

/// A place in the yearly report where people write themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    Preface,
    Implementation,
    Participation,
    Groups,
    Needs,
    Outcomes,
    Counselling,
    Outlook,
}

impl Section {
    /// In the order of the report.
    pub const ALL: [Section; 8] = [
        Section::Preface,
        Section::Implementation,
        Section::Participation,
        Section::Groups,
        Section::Needs,
        Section::Outcomes,
        Section::Counselling,
        Section::Outlook,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Section::Preface => "preface",
            Section::Implementation => "implementation",
            Section::Participation => "participation",
            Section::Groups => "groups",
            Section::Needs => "needs",
            Section::Outcomes => "outcomes",
            Section::Counselling => "counselling",
            Section::Outlook => "outlook",
        }
    }

    pub fn parse(code: &str) -> Option<Section> {
        Section::ALL
            .into_iter()
            .find(|section| section.code() == code)
    }

    /// The key of its text.
    pub fn label_key(self) -> &'static str {
        match self {
            Section::Preface => "report-section-preface",
            Section::Implementation => "report-section-implementation",
            Section::Participation => "report-section-participation",
            Section::Groups => "report-section-groups",
            Section::Needs => "report-section-needs",
            Section::Outcomes => "report-section-outcomes",
            Section::Counselling => "report-section-counselling",
            Section::Outlook => "report-section-outlook",
        }
    }
}

impl db::FromColumn for Section {
    type Raw = String;
    fn from_raw(raw: String) -> Result<Self, String> {
        Section::parse(&raw).ok_or_else(|| "not a section of the report".to_owned())
    }
}

/// What the report prints in a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub section: Section,
    /// Else by the evaluators, for the programme as a whole.
    pub by_site: bool,
    pub body: String,
}

/// A version of a text; older ones stay.
#[derive(Clone, Debug)]
pub struct Version {
    pub section: Section,
    /// From 1 on; each saving is a version of its own.
    pub version: i64,
    /// Empty: the section has no text from then on.
    pub body: String,
    pub writer: String,
    pub written_at: Timestamp,
}

impl Version {
    /// As a page shows it.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.body.split("\n\n")
    }
}

/// Most characters of a text, about seven pages.
pub(super) const LONGEST: usize = 20_000;

/// Most characters named that the report cannot print.
const MOST_NAMED: usize = 10;

/// The text as it is kept, and printed: lines end in line feeds, nothing stands around it.
pub(super) fn tidy(typed: &str) -> Result<String, Problem> {
    let text = typed.replace("\r\n", "\n").replace('\r', "\n");
    let text: String = text
        .chars()
        .filter(|c| *c == '\n' || !c.is_control())
        .collect();
    let text = text.trim();
    if text.chars().count() > LONGEST {
        let key = "report-text-too-long";
        return Err(Problem { key, args: vec![] });
    }
    let lost = pdf::unprintable(text);
    if !lost.is_empty() {
        let signs: Vec<String> = lost.iter().take(MOST_NAMED).map(char::to_string).collect();
        let key = "report-text-unprintable";
        let args = vec![("signs", signs.join(" "))];
        return Err(Problem { key, args });
    }
    Ok(text.to_owned())
}

/// Whose texts an actor sees: a site its own, evaluators and the programme those of the programme.
pub(super) fn place_of(actor: &Actor) -> Option<SiteId> {
    match actor.role {
        Role::Evaluator | Role::ProgrammeLead => Some(SiteId::PROGRAMME),
        Role::Coordinator | Role::TeamLead => actor.site,
        Role::CaseManager | Role::Partner | Role::SiteAdmin | Role::Auditor => None,
    }
}

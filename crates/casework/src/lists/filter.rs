//! What a list of cases shows, read from the address and written back to it.

use law::{Group, StatusCode};
use platform::{AccountId, Role};
use serde::Deserialize;

use crate::codes::{Domain, Stage, codes};

codes! {
    /// Whose cases.
    Whose "whose" {
        Own = "own",
        /// Of colleagues whom the reader stands in for today.
        Substituted = "substituted",
        Unassigned = "unassigned",
        All = "all",
    }
}

codes! {
    /// By what a list is ordered.
    Sort "case-sort" {
        Opened = "opened",
        Number = "number",
        Contact = "contact",
        Waiting = "waiting",
        /// Within the page only: names are sealed in the database.
        Name = "name",
    }
}

/// The query of a list as it came.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wishes {
    pub whose: String,
    pub stage: String,
    pub status: String,
    pub domain: String,
    pub worker: String,
    pub waiting: String,
    pub sort: String,
}

/// One status, or all of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatusFilter {
    Code(StatusCode),
    Group(Group),
}

/// Which stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageFilter {
    Open,
    Any,
    One(Stage),
}

/// What a list shows. Wishes that mean nothing are passed over, so that an old saved view still
/// opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    pub whose: Whose,
    pub stage: StageFilter,
    pub status: Option<StatusFilter>,
    pub domain: Option<Domain>,
    pub worker: Option<AccountId>,
    /// At least so many days without contact.
    pub waiting_days: Option<u16>,
    pub sort: Sort,
    pub descending: bool,
}

impl Filter {
    pub fn read(wishes: &Wishes, role: Role) -> Filter {
        let (sort, descending) = match wishes.sort.strip_prefix('-') {
            Some(sort) => (sort, true),
            None => (wishes.sort.as_str(), false),
        };
        let sort = Sort::parse(sort);
        Filter {
            whose: match role {
                Role::CaseManager => Whose::parse(&wishes.whose).unwrap_or(Whose::Own),
                _ => Whose::All,
            },
            stage: match wishes.stage.as_str() {
                "any" => StageFilter::Any,
                code => Stage::parse(code).map_or(StageFilter::Open, StageFilter::One),
            },
            status: status(&wishes.status),
            domain: Domain::parse(&wishes.domain),
            worker: wishes.worker.parse().ok(),
            waiting_days: wishes.waiting.trim().parse().ok().filter(|days| *days > 0),
            sort: sort.unwrap_or(Sort::Opened),
            descending: descending || sort.is_none(),
        }
    }

    /// The address that shows the same again; holds codes and numbers only.
    pub fn address(&self) -> String {
        let stage = match self.stage {
            StageFilter::Open => String::new(),
            StageFilter::Any => "any".to_owned(),
            StageFilter::One(stage) => stage.code().to_owned(),
        };
        let order = if self.descending { "-" } else { "" };
        let pairs = [
            ("whose", self.whose.code().to_owned()),
            ("stage", stage),
            ("status", self.status_code().to_owned()),
            ("domain", self.domain.map_or("", Domain::code).to_owned()),
            (
                "worker",
                self.worker.map_or(String::new(), |id| id.to_string()),
            ),
            (
                "waiting",
                self.waiting_days.map_or(String::new(), |n| n.to_string()),
            ),
            ("sort", format!("{order}{}", self.sort.code())),
        ];
        let given = pairs.iter().filter(|(_, value)| !value.is_empty());
        let parts: Vec<String> = given
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        parts.join("&")
    }

    /// The value of the status field.
    pub fn status_code(&self) -> &str {
        match &self.status {
            Some(StatusFilter::Code(code)) => code.as_str(),
            Some(StatusFilter::Group(group)) => group.code(),
            None => "",
        }
    }
}

/// Groups come first: `DE` is both a group and its only status.
fn status(text: &str) -> Option<StatusFilter> {
    let group = Group::ALL.into_iter().find(|group| group.code() == text);
    let group = group.map(StatusFilter::Group);
    group.or_else(|| StatusCode::parse(text).map(StatusFilter::Code))
}

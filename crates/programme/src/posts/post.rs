use std::fmt;

use jiff::civil::Date;
use platform::AccountId;

use super::PostId;
use crate::providers::ProviderId;

/// Full-time equivalents, exact to a hundredth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fte(i64);

impl Fte {
    pub const fn from_hundredths(hundredths: i64) -> Fte {
        Fte(hundredths)
    }

    pub fn hundredths(self) -> i64 {
        self.0
    }

    /// Reads `0,5`, `1`, `2.75`: above nought, at most 99, at most two decimals.
    pub fn parse(text: &str) -> Option<Fte> {
        let text = text.trim().replace(',', ".");
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || part.len() > 2 || !digits(whole) || !digits(part) {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let part: i64 = format!("{part:0<2}").parse().ok()?;
        let hundredths = whole.checked_mul(100)? + part;
        (1..=9900).contains(&hundredths).then_some(Fte(hundredths))
    }
}

impl std::iter::Sum for Fte {
    fn sum<I: Iterator<Item = Fte>>(all: I) -> Fte {
        Fte(all.map(|fte| fte.0).sum())
    }
}

impl fmt::Display for Fte {
    /// As Germans write it, without noughts at the end: `0,5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / 100, self.0 % 100);
        match (part, part % 10) {
            (0, _) => write!(f, "{whole}"),
            (_, 0) => write!(f, "{whole},{}", part / 10),
            _ => write!(f, "{whole},{part:02}"),
        }
    }
}

/// What a post is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    CaseManagement,
    Coordination,
    Administration,
}

impl Function {
    pub const ALL: [Function; 3] = [
        Function::CaseManagement,
        Function::Coordination,
        Function::Administration,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Function::CaseManagement => "case_management",
            Function::Coordination => "coordination",
            Function::Administration => "administration",
        }
    }

    pub fn parse(code: &str) -> Option<Function> {
        Function::ALL
            .into_iter()
            .find(|function| function.code() == code)
    }

    pub fn label_key(self) -> &'static str {
        match self {
            Function::CaseManagement => "post-function-case-management",
            Function::Coordination => "post-function-coordination",
            Function::Administration => "post-function-administration",
        }
    }
}

impl db::FromColumn for Function {
    type Raw = String;
    fn from_raw(raw: String) -> Result<Self, String> {
        Function::parse(&raw).ok_or_else(|| "not a function of a post".to_owned())
    }
}

/// A post in `[from_on, to_on)`.
#[derive(Clone, Debug)]
pub struct Post {
    pub id: PostId,
    pub provider: Option<ProviderId>,
    pub function: Function,
    pub fte: Fte,
    pub from_on: Date,
    pub to_on: Option<Date>,
    /// None: vacant.
    pub account: Option<AccountId>,
    pub version: i64,
}

impl Post {
    /// The last day on which the post exists; none if no end is known.
    pub fn last_day(&self) -> Option<Date> {
        self.to_on.and_then(|to| to.yesterday().ok())
    }

    pub fn exists_on(&self, day: Date) -> bool {
        self.from_on <= day && self.to_on.is_none_or(|to| day < to)
    }
}

/// The provider an account worked for on a day: that of the post it held.
pub fn provider_on(posts: &[Post], account: AccountId, day: Date) -> Option<ProviderId> {
    let mut held = posts.iter().filter(|post| post.account == Some(account));
    held.find(|post| post.exists_on(day))?.provider
}

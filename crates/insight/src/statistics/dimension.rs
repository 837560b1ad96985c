//! By what figures can be broken down.

use jiff::ToSpan;
use jiff::civil::Date;

use super::Period;

/// Something by which figures can be broken down. The name is the column of every output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    Site,
    /// Regierungsbezirk; asked together with [`Dimension::Site`] it groups the sites.
    Region,
    /// Part of a town, as the site writes it.
    District,
    Quarter,
    Year,
    Sex,
    AgeClass,
    StatusGroup,
    Nationality,
    Domain,
    Provider,
    AccessPath,
    Outcome,
    /// What a post is for.
    Function,
}

use Dimension::{
    AccessPath, AgeClass, District, Domain, Function, Nationality, Outcome, Provider, Quarter,
    Region, Sex, Site, StatusGroup, Year,
};

impl Dimension {
    pub const ALL: [Dimension; 14] = [
        Site,
        Region,
        District,
        Quarter,
        Year,
        Sex,
        AgeClass,
        StatusGroup,
        Nationality,
        Domain,
        Provider,
        AccessPath,
        Outcome,
        Function,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Site => "site",
            Region => "region",
            District => "district",
            Quarter => "quarter",
            Year => "year",
            Sex => "sex",
            AgeClass => "age_class",
            StatusGroup => "status_group",
            Nationality => "nationality",
            Domain => "domain",
            Provider => "provider",
            AccessPath => "access_path",
            Outcome => "outcome",
            Function => "function",
        }
    }

    pub fn parse(name: &str) -> Option<Dimension> {
        Dimension::ALL
            .into_iter()
            .find(|dimension| dimension.name() == name)
    }

    /// The key of its text.
    pub fn label_key(self) -> &'static str {
        match self {
            Site => "figure-by-site",
            Region => "figure-by-region",
            District => "figure-by-district",
            Quarter => "figure-by-quarter",
            Year => "figure-by-year",
            Sex => "figure-by-sex",
            AgeClass => "figure-by-age-class",
            StatusGroup => "figure-by-status-group",
            Nationality => "figure-by-nationality",
            Domain => "figure-by-domain",
            Provider => "figure-by-provider",
            AccessPath => "figure-by-access-path",
            Outcome => "figure-by-outcome",
            Function => "figure-by-function",
        }
    }

    pub fn is_time(self) -> bool {
        matches!(self, Quarter | Year)
    }

    pub(crate) fn is_place(self) -> bool {
        matches!(self, Site | Region)
    }
}

/// The stretch of time of a dimension to which a month (`2021-04`) belongs: `2021-Q2`, `2021`.
fn bucket(dimension: Dimension, month: &str) -> String {
    let (year, number) = month.split_once('-').unwrap_or((month, "01"));
    match dimension {
        Quarter => {
            let number: u8 = number.parse().unwrap_or(1);
            format!("{year}-Q{}", number.saturating_sub(1) / 3 + 1)
        }
        _ => year.to_owned(),
    }
}

/// First and last day of a stretch of time: of `2021-Q2` 1 April and 30 June.
pub(crate) fn stretch(code: &str) -> Option<(Date, Date)> {
    let (year, quarter) = code
        .split_once("-Q")
        .map_or((code, None), |(y, q)| (y, Some(q)));
    let year: i16 = year.parse().ok()?;
    let Some(quarter) = quarter else {
        let first = Date::new(year, 1, 1).ok()?;
        return Some((first, first.last_of_year()));
    };
    let quarter: i8 = quarter.parse().ok()?;
    let first = Date::new(year, quarter * 3 - 2, 1).ok()?;
    Some((first, first.saturating_add(2.months()).last_of_month()))
}

/// All stretches that the period touches, the first and last perhaps only in part.
pub(crate) fn buckets(dimension: Dimension, period: Period) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let last = month(period.last_day());
    let mut day = period.from.first_of_month();
    loop {
        let here = month(day);
        let bucket = bucket(dimension, &here);
        if found.last() != Some(&bucket) {
            found.push(bucket);
        }
        match day.last_of_month().tomorrow() {
            Ok(next) if here < last => day = next,
            _ => return found,
        }
    }
}

fn month(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

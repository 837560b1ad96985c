//! The axes of a table: which categories there are, and what readers see of them.

use std::collections::BTreeSet;

use casework::codes::{AccessPath, Domain, Sex};
use disclosure::TableError;
use law::Group;
use platform::ui::{Lang, Ui};

use super::count::Counted;
use super::dimension::{buckets, stretch};
use super::store::Place;
use super::{Dimension, Question, When};

/// Where nothing was stated.
pub(crate) const NOT_STATED: &str = "unknown";
/// Of a dimension whose categories are too small to be told apart.
pub(crate) const ALTOGETHER: &str = "altogether";
/// Holds kinds of outcome together, of which some have kinds of their own; never shown.
const ROOT: &str = "any";

const AGE_CLASSES: [&str; 5] = ["u18", "18-20", "21-24", "25-27", "28+"];
/// Each with whether it sums up others, and what it is a kind of.
const OUTCOMES: [(&str, bool, &str); 7] = [
    ("training", false, ROOT),
    ("employment_regular", false, "employment"),
    ("employment_marginal", false, "employment"),
    ("employment", true, ROOT),
    ("language_course", false, ROOT),
    ("school_certificate", false, ROOT),
    ("housing", false, ROOT),
];

/// What an axis is made from besides the facts.
pub(crate) struct Known<'a> {
    pub places: &'a [Place],
    pub providers: &'a [(String, String)],
    /// Empty categories are as secret as small ones, so all are there whether found or not.
    pub show_all: bool,
}

/// An axis of an answer, in the words of its readers.
#[derive(Clone, Debug)]
pub struct Axis {
    pub dimension: Dimension,
    pub label: String,
    /// One for each node of the table's dimension, in its order.
    pub nodes: Vec<Node>,
    /// Whether the parts make up a whole.
    pub adds_up: bool,
}

/// A category or sum of an axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub code: String,
    pub label: String,
    pub is_sum: bool,
    /// Sums of what does not add up are not shown.
    pub is_shown: bool,
    /// The position of the sum it is part of.
    pub parent: Option<usize>,
}

impl Axis {
    /// Whether its categories are told as one, being too small.
    pub fn is_told_as_one(&self) -> bool {
        self.nodes.iter().any(|node| node.code == ALTOGETHER)
    }

    /// The nodes that are shown, with their positions: sums before their parts, the total last.
    pub fn shown(&self) -> impl Iterator<Item = (usize, &Node)> {
        let total = self.nodes.iter().position(|node| node.parent.is_none());
        let mut order = Vec::with_capacity(self.nodes.len());
        self.put_below(total, &mut order);
        order.extend(total);
        let nodes = order.into_iter().map(|place| (place, &self.nodes[place]));
        nodes.filter(|(_, node)| node.is_shown)
    }

    fn put_below(&self, sum: Option<usize>, order: &mut Vec<usize>) {
        for (place, node) in self.nodes.iter().enumerate() {
            if node.parent.is_some() && node.parent == sum {
                order.push(place);
                self.put_below(Some(place), order);
            }
        }
    }

    /// The shown categories without sums.
    pub fn categories(&self) -> impl Iterator<Item = (usize, &Node)> {
        self.shown().filter(|(_, node)| !node.is_sum)
    }
}

/// The dimensions of the table that answers the question.
pub(crate) fn dimensions(
    question: &Question,
    facts: &[Counted],
    known: &Known<'_>,
) -> Result<Vec<disclosure::Dimension>, TableError> {
    let by = question.by().iter().enumerate();
    by.map(|(place, dimension)| {
        let found = facts.iter().map(|fact| fact.codes[place].as_deref());
        let found: BTreeSet<&str> = found.map(|code| code.unwrap_or(NOT_STATED)).collect();
        if found.contains(ALTOGETHER) {
            return disclosure::Dimension::flat(dimension.name(), [ALTOGETHER]);
        }
        let categories = categories(*dimension, question, &found, known);
        let edges = edges(*dimension, question, &categories, known);
        disclosure::Dimension::hierarchical(dimension.name(), categories, &edges)
    })
    .collect()
}

/// Closed lists are shown whole and in their order; of open ones what occurs.
fn categories(
    dimension: Dimension,
    question: &Question,
    found: &BTreeSet<&str>,
    known: &Known<'_>,
) -> Vec<String> {
    let mut list = listed(dimension, question, known);
    if matches!(dimension, Dimension::StatusGroup | Dimension::AccessPath) && !known.show_all {
        list.retain(|code| found.contains(code.as_str()));
    }
    let unlisted = |code: &&&str| **code != NOT_STATED && !list.iter().any(|known| known == *code);
    let more: Vec<String> = found
        .iter()
        .filter(unlisted)
        .map(|code| (*code).to_owned())
        .collect();
    list.extend(more);
    let open = !dimension.is_time() && dimension != Dimension::Site;
    if found.contains(NOT_STATED) || list.is_empty() || (known.show_all && open) {
        list.push(NOT_STATED.to_owned());
    }
    list
}

fn listed(dimension: Dimension, question: &Question, known: &Known<'_>) -> Vec<String> {
    let places = known.places.iter();
    match dimension {
        Dimension::Site => places.map(|place| place.ags.clone()).collect(),
        Dimension::Region => {
            let regions: BTreeSet<_> = places.filter_map(|place| place.region.clone()).collect();
            regions.into_iter().collect()
        }
        Dimension::Quarter | Dimension::Year => buckets(dimension, question.period()),
        Dimension::Sex => owned(Sex::ALL.iter().map(|sex| sex.code())),
        Dimension::AgeClass => owned(AGE_CLASSES),
        Dimension::StatusGroup => owned(Group::ALL.map(Group::code)),
        Dimension::Domain => owned(Domain::ALL.iter().map(|domain| domain.code())),
        Dimension::AccessPath => owned(AccessPath::ALL.iter().map(|path| path.code())),
        Dimension::Outcome => owned(
            OUTCOMES
                .iter()
                .filter(|(_, is_sum, _)| !is_sum)
                .map(|o| o.0),
        ),
        Dimension::Provider => owned(known.providers.iter().map(|(id, _)| id.as_str())),
        Dimension::District | Dimension::Nationality | Dimension::Function => Vec::new(),
    }
}

fn owned<'a>(codes: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    codes.into_iter().map(str::to_owned).collect()
}

fn edges(
    dimension: Dimension,
    question: &Question,
    categories: &[String],
    known: &Known<'_>,
) -> Vec<(String, String)> {
    let edge = |child: &str, parent: &str| (child.to_owned(), parent.to_owned());
    match dimension {
        Dimension::Site if question.grouped() => {
            let region = |ags: &String| {
                let place = known.places.iter().find(|place| place.ags == *ags);
                let region = place.and_then(|place| place.region.as_deref());
                edge(ags, region.unwrap_or(NOT_STATED))
            };
            categories.iter().map(region).collect()
        }
        Dimension::Outcome => {
            let listed = OUTCOMES.iter().map(|(code, _, parent)| edge(code, parent));
            let is_listed = |code: &&String| OUTCOMES.iter().any(|(known, ..)| known == *code);
            let other = categories.iter().filter(|code| !is_listed(code));
            listed.chain(other.map(|code| edge(code, ROOT))).collect()
        }
        _ => Vec::new(),
    }
}

/// The axis of a table's dimension for readers.
pub(crate) fn axis(
    ui: &Ui,
    question: &Question,
    dimension: Dimension,
    table: &disclosure::Dimension,
    known: &Known<'_>,
) -> Axis {
    let adds_up = question.adds_up(dimension);
    let node = |node: &disclosure::Node| {
        let is_total = node.parent().is_none();
        Node {
            code: node.label().to_owned(),
            label: if is_total {
                ui.t("figure-total")
            } else {
                label(ui, question, dimension, node.label(), known)
            },
            is_sum: !node.is_category(),
            is_shown: adds_up || !(is_total || node.label() == ROOT),
            parent: node.parent(),
        }
    };
    Axis {
        dimension,
        label: ui.t(dimension.label_key()),
        nodes: table.nodes().iter().map(node).collect(),
        adds_up,
    }
}

fn label(
    ui: &Ui,
    question: &Question,
    dimension: Dimension,
    code: &str,
    known: &Known<'_>,
) -> String {
    let text = |prefix: &str| ui.known(&format!("{prefix}-{code}"));
    let found = match dimension {
        _ if code == NOT_STATED => Some(ui.t("figure-not-stated")),
        _ if code == ALTOGETHER => Some(ui.t("figure-altogether")),
        Dimension::Site => {
            place_name(code, known).or_else(|| Some(ui.ta("figure-region", &[("region", code)])))
        }
        Dimension::Quarter => quarter(ui, code).map(|name| within(ui, question, code, name)),
        Dimension::Year => Some(within(ui, question, code, code.to_owned())),
        Dimension::Sex => text("sex"),
        Dimension::AgeClass => ui.known(&format!("figure-age-{}", code.trim_end_matches('+'))),
        Dimension::StatusGroup => status_group(ui, code),
        Dimension::Nationality => nationality(ui, code),
        Dimension::Domain => text("domain"),
        Dimension::AccessPath => text("access"),
        Dimension::Outcome => text("figure-outcome").or_else(|| text("outcome")),
        Dimension::Function => ui.known(&format!("post-function-{}", code.replace('_', "-"))),
        Dimension::Provider => known
            .providers
            .iter()
            .find(|(id, _)| id == code)
            .map(|(_, name)| name.clone()),
        Dimension::District => district_name(code, known),
        Dimension::Region => None,
    };
    found.unwrap_or_else(|| code.to_owned())
}

/// `4. Quartal 2019` of `2019-Q4`.
fn quarter(ui: &Ui, code: &str) -> Option<String> {
    let (year, quarter) = code.split_once("-Q")?;
    Some(ui.ta("figure-quarter", &[("quarter", quarter), ("year", year)]))
}

/// With the days where the period takes in only part of a stretch of time. What stands at the end
/// of a stretch does not ask when it began.
fn within(ui: &Ui, question: &Question, code: &str, name: String) -> String {
    let Some((first, last)) = stretch(code) else {
        return name;
    };
    let period = question.period();
    let stands = question.measure().when() == When::Standing;
    let from = (period.from > first && !stands).then(|| ui.day(period.from));
    let to = (period.last_day() < last).then(|| ui.day(period.last_day()));
    let args = |days: &[(&'static str, &str)], key: &str| {
        let name = [("stretch", name.as_str())];
        ui.ta(key, &[&name[..], days].concat())
    };
    match (from, to) {
        (None, None) => name,
        (Some(from), None) => args(&[("from", &from)], "figure-part-from"),
        (None, Some(to)) => args(&[("to", &to)], "figure-part-to"),
        (Some(from), Some(to)) => args(&[("from", &from), ("to", &to)], "figure-part-between"),
    }
}

fn place_name(ags: &str, known: &Known<'_>) -> Option<String> {
    let place = known.places.iter().find(|place| place.ags == ags)?;
    Some(place.name.clone())
}

/// Over all sites a district's code begins with the key of its site.
fn district_name(code: &str, known: &Known<'_>) -> Option<String> {
    let (ags, name) = code.split_once(' ')?;
    Some(format!("{name} ({})", place_name(ags, known)?))
}

fn status_group(ui: &Ui, code: &str) -> Option<String> {
    let group = Group::ALL.into_iter().find(|group| group.code() == code)?;
    Some(match ui.lang() {
        Lang::De => group.label_de().to_owned(),
        Lang::En => group.label_en().to_owned(),
    })
}

fn nationality(ui: &Ui, key: &str) -> Option<String> {
    let nationality = casework::codes::Nationality::parse(key)?;
    Some(nationality.name(ui.lang()).to_owned())
}

/// `Kommune, Quartal und Geschlecht`.
pub(super) fn in_words<T: AsRef<str>>(ui: &Ui, words: &[T]) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("{} {} {last}", rest.join(", "), ui.t("figure-and"))
        }
        _ => words.concat(),
    }
}

/// Every shown place on these axes, the last running fastest.
pub(crate) fn combinations(axes: &[Axis]) -> Vec<Vec<usize>> {
    axes.iter().fold(vec![Vec::new()], |found, axis| {
        let longer = |before: &Vec<usize>| {
            let extended = axis
                .shown()
                .map(|(node, _)| [&before[..], &[node]].concat());
            extended.collect::<Vec<_>>()
        };
        found.iter().flat_map(longer).collect()
    })
}

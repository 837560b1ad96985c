//! The talk sheet: what is open, what is missing and what is to be done when, in plain words for
//! the person themselves, in a language of the sheet.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use law::{
    Access, AccessAnswer, Answer, ConditionAnswer, ConditionState, Deadline, PathResult,
    Perspective,
};
use platform::ui::{Lang, Ui};
use platform::{Actor, App, Path, Query, Result, page};
use serde::Deserialize;

use super::{asked, read, shown};
use crate::cases::{self, CaseId};
use crate::entitlements::terms;
use crate::facts::Topic;
use crate::link::CaseLink;

/// So many days stand on the sheet.
const DAYS: usize = 6;

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    on: String,
    /// The language of the sheet; that of the page where none is given.
    #[serde(default)]
    sheet: String,
}

#[derive(Template)]
#[template(path = "entitlements/templates/sheet.html")]
struct EntitlementSheet {
    ui: Ui,
    /// Speaks the language of the sheet.
    voice: Ui,
    link: CaseLink,
    name: String,
    on: Date,
    stand: Date,
    /// The last day whose acts are known, where the asked day lies behind it.
    read_until: Option<Date>,
    sheet: Sheet,
}

impl EntitlementSheet {
    fn page(&self) -> String {
        format!("{}/entitlements", self.link.href)
    }

    fn languages(&self) -> Vec<(String, &'static str, bool)> {
        let href = |lang: Lang| {
            let (link, on, code) = (&self.link.href, self.on, lang.code());
            format!("{link}/entitlements/sheet?on={on}&sheet={code}")
        };
        let language = |lang| (href(lang), lang.own_name(), lang == self.voice.lang());
        Lang::ALL.map(language).into()
    }
}

pub(super) async fn show(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let (on, _) = asked(&wanted.on, app.clock.today());
    let mut tx = app.db.write().await?;
    let (case, person, background) = read(&mut tx, &app, &actor, id, (on, "sheet")).await?;
    tx.commit().await?;
    let lang = Lang::from_code(&wanted.sheet).unwrap_or(ui.lang());
    let voice = Ui::voice(app.texts.clone(), lang);
    let answer = background.outlook(on).answer;
    page(&EntitlementSheet {
        link: CaseLink::to(&case),
        name: cases::web::named(&ui, &person),
        on,
        stand: answer.stand,
        read_until: law::Rules::embedded()
            .read_until()
            .filter(|last| *last < on),
        sheet: Sheet::of(&voice, &answer),
        voice,
        ui,
    })
}

struct Sheet {
    may: Vec<String>,
    /// Somebody has to allow it first.
    may_ask: Vec<String>,
    may_not: Vec<String>,
    /// The facts that would decide the rest.
    to_find_out: Vec<String>,
    paths: Vec<SheetPath>,
    days: Vec<(Date, String)>,
}

struct SheetPath {
    title: String,
    path: Perspective,
    open: bool,
    ask: bool,
    missing: Vec<String>,
    apply_from: Option<Date>,
}

impl Sheet {
    fn of(voice: &Ui, answer: &Answer) -> Sheet {
        let with = |place: Place| {
            let access = answer.access.iter();
            let access = access.filter(|one| Place::of(one, answer) == Some(place));
            access.map(|one| plain(voice, &one.id)).collect()
        };
        let keys = answer.access.iter().flat_map(|one| &one.missing);
        let mut paths = answer.perspectives.clone();
        paths.retain(|path| path.result != PathResult::NotOpen);
        let coming = answer.deadlines.iter().filter(|one| !one.passed);
        Sheet {
            may: with(Place::May),
            may_ask: with(Place::MayAsk),
            may_not: with(Place::MayNot),
            to_find_out: terms::list(keys.map(|key| fact(voice, key))),
            paths: paths
                .into_iter()
                .map(|path| on_sheet(voice, path, answer.on))
                .collect(),
            days: coming
                .filter_map(|one| day(voice, one))
                .take(DAYS)
                .collect(),
        }
    }
}

/// Where an answer stands on the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    May,
    /// Also what somebody is entitled to: whoever begins without the permit breaks the law.
    MayAsk,
    MayNot,
}

impl Place {
    fn of(one: &AccessAnswer, answer: &Answer) -> Option<Place> {
        let work = answer.access.iter().find(|other| other.id == "B1.work");
        let free = work.is_some_and(|work| work.result == Access::Yes);
        let decided = match one.id.as_str() {
            "B2.duty" => true,
            "B3.eq" => !free,
            _ => false,
        };
        Some(match one.result {
            Access::Unknown => return None,
            Access::No if one.id == "B2.duty" => return None,
            Access::No => Place::MayNot,
            Access::Yes if !decided => Place::May,
            Access::Yes | Access::Claim | Access::Soll | Access::Discretion => Place::MayAsk,
        })
    }
}

/// A rule in plain words.
fn plain(voice: &Ui, id: &str) -> String {
    voice.t(&plain_key(id))
}

pub(crate) fn plain_key(id: &str) -> String {
    format!("plain-{}", id.replace('.', "-"))
}

/// Days that mean nothing to the person themselves stay out.
fn day(voice: &Ui, deadline: &Deadline) -> Option<(Date, String)> {
    let words = voice.known(&plain_key(&deadline.id))?;
    Some((deadline.on, words))
}

fn fact(voice: &Ui, key: &str) -> String {
    if let Some(topic) = Topic::answering(key) {
        return voice.t(topic.label_key());
    }
    let key = key.split([':', '.', ' ']).next().unwrap_or(key);
    voice.t(match key {
        "birth_date" | "age" => "facts-birth",
        "entered_germany" => "person-entered-germany",
        "nationality" | "safe_origin" => "person-nationality",
        "status" | "statuses" | "status_from" | "status_to" | "status_kind" | "first_duldung" => {
            "statuses"
        }
        _ => "entitlement-other-fact",
    })
}

fn on_sheet(voice: &Ui, path: Perspective, on: Date) -> SheetPath {
    let has = |state| path.conditions.iter().any(|one| one.state == state);
    SheetPath {
        title: plain(voice, &path.id),
        open: path.result == PathResult::Open,
        ask: path.result == PathResult::AskExpert || has(ConditionState::Ask),
        missing: lacking(voice, &path.conditions),
        apply_from: shown::apply_from(&path, on),
        path,
    }
}

/// What is needed and not there; of several of which one is enough, all in one sentence.
fn lacking(voice: &Ui, conditions: &[ConditionAnswer]) -> Vec<String> {
    let met = |one: &ConditionAnswer| one.state == ConditionState::Met;
    let needed = conditions
        .iter()
        .filter(|one| one.state != ConditionState::Ask && !one.suffices && !met(one));
    let rivals = |one: &ConditionAnswer| match &one.either {
        None => vec![one.clone()],
        Some(word) => {
            let same = conditions
                .iter()
                .filter(|c| c.either.as_ref() == Some(word));
            same.cloned().collect()
        }
    };
    let sentences = needed.filter_map(|one| {
        let rivals = rivals(one);
        let words = rivals.iter().map(|one| lack(voice, one));
        let or = format!(" {} ", voice.t("sheet-or"));
        (!rivals.iter().any(met)).then(|| words.collect::<Vec<_>>().join(&or))
    });
    terms::list(sentences)
}

fn lack(voice: &Ui, condition: &ConditionAnswer) -> String {
    let words = plain(voice, &condition.id);
    condition.expected.map_or(words.clone(), |day| {
        let expected = voice.ta("sheet-expected", &[("day", &voice.day(day))]);
        format!("{words} {expected}")
    })
}

#[cfg(test)]
mod tests;

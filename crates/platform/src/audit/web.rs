//! The pages of the audit trail: read it, and check that it holds.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::store::{self, Filter, Named};
use super::{Break, Entry, detail, record, verify_site};
use crate::error::Message;
use crate::ui::{Choice, FieldErrors, Ui};
use crate::{Act, Actor, App, Query, Result, Role, Routes, page};

pub(crate) const READ: Act = Act::new("audit.read", &[Role::Auditor]);
const VERIFY: Act = Act::new("audit.verify", &[Role::Auditor]);

const ON_A_PAGE: u16 = 50;

pub fn routes() -> Routes {
    Routes::new()
        .get("/audit", READ, index)
        .post("/audit/verification", VERIFY, verify)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Wanted {
    subject: String,
    act: String,
    before: String,
}

impl Wanted {
    fn read(&self) -> std::result::Result<Filter, FieldErrors> {
        let mut errors = FieldErrors::none();
        let text = self.subject.trim();
        let subject: Option<Uuid> = text.parse().ok();
        if subject.is_none() && !text.is_empty() {
            errors.add("subject", "audit-subject-unknown");
        }
        errors.or_ok(Filter {
            before: self.before.parse().unwrap_or(i64::MAX),
            subject,
            act: (!self.act.is_empty()).then(|| self.act.clone()),
        })
    }

    /// The address of the lines before this one, found in the same way.
    fn older(&self, filter: &Filter, seq: i64) -> String {
        let subject = filter.subject.map_or_else(String::new, |id| id.to_string());
        let act: String = self
            .act
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || "._-".contains(*c))
            .collect();
        format!("/audit?subject={subject}&act={act}&before={seq}")
    }
}

/// A line of the trail in the reader's words.
struct Shown {
    at: jiff::Timestamp,
    name: Option<String>,
    role: String,
    act: String,
    subject: String,
    subject_id: Option<Uuid>,
    /// The account that it was done to.
    subject_name: Option<String>,
    detail: String,
}

#[derive(Template)]
#[template(path = "audit/templates/index.html")]
struct AuditIndex {
    ui: Ui,
    wanted: Wanted,
    acts: Vec<Choice>,
    lines: Vec<Shown>,
    older: Option<String>,
    errors: FieldErrors,
}

async fn index(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let site = actor.own_site()?;
    let mut tx = app.db.read().await?;
    let acts = store::acts(&mut tx, site).await?;
    let mut view = AuditIndex {
        acts: acts
            .iter()
            .map(|act| choice(&ui, act, &wanted.act))
            .collect(),
        ui,
        wanted,
        lines: Vec::new(),
        older: None,
        errors: FieldErrors::none(),
    };
    let filter = match view.wanted.read() {
        Ok(filter) => filter,
        Err(errors) => {
            view.errors = errors;
            return page(&view);
        }
    };
    let mut found = store::list(&mut tx, site, &filter, i64::from(ON_A_PAGE) + 1).await?;
    if found.len() > usize::from(ON_A_PAGE) {
        found.truncate(usize::from(ON_A_PAGE));
        let last = found.last().map_or(0, |named| named.line.seq);
        view.older = Some(view.wanted.older(&filter, last));
    }
    view.lines = found
        .into_iter()
        .map(|named| shown(&view.ui, named))
        .collect();
    page(&view)
}

fn shown(ui: &Ui, named: Named) -> Shown {
    let line = named.line;
    Shown {
        at: line.at,
        name: named.actor,
        role: Role::parse(&line.role)
            .map_or_else(|| ui.t("audit-system"), |role| ui.t(role.label_key())),
        act: named_act(ui, &line.act),
        subject: ui
            .known(&format!("subject-{}", line.subject))
            .unwrap_or(line.subject),
        subject_id: line.subject_id,
        subject_name: named.subject,
        detail: detail::said(ui, &line.detail),
    }
}

fn choice(ui: &Ui, act: &str, chosen: &str) -> Choice {
    Choice::new(act, named_act(ui, act)).chosen_if(act == chosen)
}

/// What an act is called; its code where it has no words.
pub fn named_act(ui: &Ui, act: &str) -> String {
    ui.known(&format!("act-{}", act.replace('.', "-")))
        .unwrap_or_else(|| act.to_owned())
}

#[derive(Template)]
#[template(path = "audit/templates/verification.html")]
struct AuditVerification {
    ui: Ui,
    lines: u64,
    breaks: Vec<Message>,
}

async fn verify(State(app): State<App>, actor: Actor, ui: Ui) -> Result<Response> {
    let site = actor.own_site()?;
    let mut tx = app.db.read().await?;
    let (lines, breaks) = verify_site(&mut tx, site).await?;
    drop(tx);
    let mut tx = app.db.write().await?;
    let entry =
        Entry::new(VERIFY, "audit", None).with(json!({ "lines": lines, "breaks": breaks.len() }));
    record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    page(&AuditVerification {
        ui,
        lines,
        breaks: breaks.iter().map(told).collect(),
    })
}

fn told(found: &Break) -> Message {
    let (key, args) = match found {
        Break::Altered { seq, .. } | Break::Rewritten { seq, .. } => {
            ("audit-altered", vec![("line", *seq)])
        }
        Break::Missing { from, to, .. } => ("audit-missing", vec![("from", *from), ("to", *to)]),
        Break::CutOff { last, head, .. } => {
            ("audit-missing", vec![("from", last + 1), ("to", *head)])
        }
        Break::Headless { .. } => ("audit-headless", Vec::new()),
    };
    let args = args
        .into_iter()
        .map(|(name, line)| (name, line.to_string()));
    Message {
        key,
        args: args.collect(),
    }
}

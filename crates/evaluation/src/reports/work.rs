//! Building reports: figures, document, PDF; on the spot or as a job.

use std::collections::VecDeque;

use db::Tx;
use insight::statistics::{Facts, Scope};
use jiff::civil::{Date, date};
use platform::jobs::{self, Job, Kind, Progress};
use platform::ui::{Lang, Texts, Theme, Ui, UiParts};
use platform::{App, Error, Result, SiteId, said, sites};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::figures::{self, Proofs};
use super::report::{Edition, Material, Place, compose};
use super::{Built, is_year, store};
use crate::texts;

/// Builds reports and keeps them.
pub(super) const BUILD: Kind = Kind {
    name: "report.build",
    label_key: "report-job",
    page: |job| format!("/reports/work/{}", job.id),
    run: |app, job, progress| Box::pin(run(app, job, progress)),
};

/// What a job shall build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Order {
    pub year: i16,
    pub range: Range,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Range {
    /// The site of the job.
    Site,
    /// The programme as a whole.
    Programme,
    /// The programme and each of its sites.
    All,
}

impl Range {
    pub(super) fn parse(code: &str) -> Option<Range> {
        match code {
            "site" => Some(Range::Site),
            "programme" => Some(Range::Programme),
            "all" => Some(Range::All),
            _ => None,
        }
    }
}

/// Pages are set while the figures of the next reports are asked for.
const SETTING_AT_ONCE: usize = 2;

/// Builds one report: of a site, or of the whole programme.
///
/// # Errors
/// [`Error::Invalid`] for a year that has not begun by the data date or lies before the
/// programme, [`Error::NotFound`] for an unknown site.
pub async fn build(
    tx: &mut Tx,
    words: &Texts,
    year: i16,
    site: Option<SiteId>,
    data_date: Date,
) -> Result<Built> {
    let facts = Facts::read(tx, site.map_or(Scope::All, Scope::Site)).await?;
    let draft = draft(tx, words, year, site, &facts, data_date).await?;
    draft.set().await
}

/// Builds the reports of several sites in their order; `done` hears how many there are.
///
/// # Errors
/// As [`build`]; nothing comes back then.
pub async fn build_each(
    tx: &mut Tx,
    words: &Texts,
    year: i16,
    sites: &[Option<SiteId>],
    data_date: Date,
    done: impl Fn(usize) + Send,
) -> Result<Vec<Built>> {
    let facts = match sites {
        [Some(site)] => Facts::read(tx, Scope::Site(*site)).await?,
        _ => Facts::read(tx, Scope::All).await?,
    };
    let mut setting = VecDeque::new();
    let mut all = Vec::with_capacity(sites.len());
    for site in sites {
        let own = site.map(|site| facts.of(site));
        let facts = own.as_ref().unwrap_or(&facts);
        let draft = draft(tx, words, year, *site, facts, data_date).await?;
        setting.push_back(tokio::spawn(draft.set()));
        if setting.len() > SETTING_AT_ONCE
            && let Some(first) = setting.pop_front()
        {
            all.push(first.await.map_err(anyhow::Error::from)??);
            done(all.len());
        }
    }
    for last in setting {
        all.push(last.await.map_err(anyhow::Error::from)??);
        done(all.len());
    }
    Ok(all)
}

/// A report whose pages are not set yet.
struct Draft {
    file_name: String,
    document: pdf::Document,
    proofs: Proofs,
}

impl Draft {
    async fn set(self) -> Result<Built> {
        let document = self.document;
        let pdf = tokio::task::spawn_blocking(move || pdf::render(&document))
            .await
            .map_err(anyhow::Error::from)?
            .map_err(anyhow::Error::from)?;
        Ok(Built {
            file_name: self.file_name,
            pdf,
            proofs: self.proofs,
        })
    }
}

async fn draft(
    tx: &mut Tx,
    words: &Texts,
    year: i16,
    site: Option<SiteId>,
    facts: &Facts,
    data_date: Date,
) -> Result<Draft> {
    let ui = german(words);
    let edition = edition(tx, year, site, data_date).await?;
    let (figures, proofs) = figures::ask(tx, &ui, facts, &edition).await?;
    let posts = store::posts(tx, site, edition.to).await?;
    let written = texts::written(tx, site, year).await?;
    let document = compose(&Material {
        ui: &ui,
        edition: &edition,
        figures: &figures,
        posts: &posts,
        written: &written,
    })?;
    Ok(Draft {
        file_name: edition.file_name(),
        document,
        proofs,
    })
}

async fn edition(tx: &mut Tx, year: i16, site: Option<SiteId>, data_date: Date) -> Result<Edition> {
    if !is_year(year) || date(year, 1, 1) > data_date {
        return Err(Error::Invalid(said("report-year-not-begun")));
    }
    let to = date(year, 12, 31).min(data_date);
    let first = store::first_entry(tx).await?.unwrap_or(date(year, 1, 1));
    let first_quarter = date(first.year(), (first.month() - 1) / 3 * 3 + 1, 1);
    if first_quarter > to {
        return Err(Error::Invalid(said("report-year-before-programme")));
    }
    let place = match site {
        Some(id) => {
            let site = sites::store::by_id(tx, id).await?.ok_or(Error::NotFound)?;
            Place::Site {
                name: site.name,
                ags: site.ags,
            }
        }
        None => Place::Programme {
            sites: sites::store::all(tx)
                .await?
                .iter()
                .filter(|site| site.active)
                .count(),
        },
    };
    let is_synthetic = store::is_synthetic(tx).await?;
    Ok(Edition {
        year,
        place,
        from: date(first.year(), 1, 1),
        first_quarter,
        to,
        data_date,
        is_synthetic,
    })
}

/// Words and numbers of a German page without a reader.
fn german(words: &Texts) -> Ui {
    Ui::new(UiParts {
        lang: Lang::De,
        theme: Theme::Auto,
        texts: words.clone(),
        nav: Vec::new(),
        user: None,
        path: String::new(),
        flash: None,
        banner: false,
        demo_mark: false,
    })
}

/// First reads and builds, so that nobody waits for the pen meanwhile; then keeps all at once.
async fn run(app: App, job: Job, progress: Progress) -> Result<()> {
    let order: Order = serde_json::from_value(job.input.clone())?;
    let mut tx = app.db.read().await?;
    let places = places(&mut tx, &job, order.range).await?;
    progress.total(places.len());
    let sites: Vec<Option<SiteId>> = places.iter().map(|site| own(*site)).collect();
    let today = app.clock.today();
    let done = |done| progress.at(done);
    let all = build_each(&mut tx, &app.texts, order.year, &sites, today, done).await?;
    drop(tx);
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let mut kept = 0;
    for (site, built) in places.iter().zip(&all) {
        let fresh = store::Fresh {
            site: *site,
            year: order.year,
            sha256: &checksum(&built.pdf),
            pdf: &built.pdf,
            job: Some(job.id),
            by: job.created_by,
        };
        built.proofs.keep(&mut tx, own(*site), now).await?;
        kept += i64::from(store::keep(&mut tx, &fresh, now).await?);
    }
    let result = json!({ "built": all.len(), "kept": kept });
    jobs::store::finish(&mut tx, &job, &result, now).await?;
    Ok(tx.commit().await?)
}

/// None for the programme as a whole.
fn own(site: SiteId) -> Option<SiteId> {
    (site != SiteId::PROGRAMME).then_some(site)
}

async fn places(tx: &mut Tx, job: &Job, range: Range) -> Result<Vec<SiteId>> {
    Ok(match range {
        Range::Site => vec![job.site],
        Range::Programme => vec![SiteId::PROGRAMME],
        Range::All => {
            let sites = sites::store::all(tx).await?;
            let active = sites
                .into_iter()
                .filter(|site| site.active)
                .map(|site| site.id);
            std::iter::once(SiteId::PROGRAMME).chain(active).collect()
        }
    })
}

fn checksum(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let digest = Sha256::digest(bytes);
    digest.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

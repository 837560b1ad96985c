//! The bench on which rooms test their acts: a real database, the real router, a fixed cast.
//!
//! It works on SQLite in memory, or on the PostgreSQL server named by `TEILHABE_TEST_POSTGRES`,
//! there in a schema of its own.
#![expect(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "tests may fail loudly"
)]

use std::sync::atomic::{AtomicU32, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use db::{Db, Migration, values};
use http_body_util::BodyExt;
use jiff::Timestamp;
use tower::ServiceExt;

use crate::accounts::{self, Account};
use crate::jobs::{self, Jobs};
use crate::keys::Keys;
use crate::operations::Metrics;
use crate::sessions::{PasswordHash, Token, store};
use crate::settings::Settings;
use crate::sites::{self, Site, SiteKind};
use crate::ui::{Lang, Texts};
use crate::{AccountId, Actor, App, AppParts, Clock, Role, Room, Shelf, SiteId, serve_stack};

/// The cast. North and south are two cities; evaluator and programme lead belong to no site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Case manager, north.
    Anna,
    /// Case manager, south.
    Bela,
    /// Team lead, north.
    Cleo,
    /// Evaluator.
    Dana,
    /// Coordinator, north.
    Emil,
    /// Programme lead.
    Fatma,
    /// Site administrator, north.
    Gerd,
    /// Auditor, north.
    Hatice,
    /// A second case manager, north.
    Ines,
    /// Not signed in.
    Nobody,
}

impl Who {
    pub const SIGNED_IN: [Who; 9] = [
        Who::Anna,
        Who::Bela,
        Who::Cleo,
        Who::Dana,
        Who::Emil,
        Who::Fatma,
        Who::Gerd,
        Who::Hatice,
        Who::Ines,
    ];

    fn name(self) -> &'static str {
        match self {
            Who::Anna => "anna",
            Who::Bela => "bela",
            Who::Cleo => "cleo",
            Who::Dana => "dana",
            Who::Emil => "emil",
            Who::Fatma => "fatma",
            Who::Gerd => "gerd",
            Who::Hatice => "hatice",
            Who::Ines => "ines",
            Who::Nobody => "nobody",
        }
    }

    pub fn role(self) -> Role {
        match self {
            Who::Anna | Who::Bela | Who::Ines | Who::Nobody => Role::CaseManager,
            Who::Cleo => Role::TeamLead,
            Who::Dana => Role::Evaluator,
            Who::Emil => Role::Coordinator,
            Who::Fatma => Role::ProgrammeLead,
            Who::Gerd => Role::SiteAdmin,
            Who::Hatice => Role::Auditor,
        }
    }
}

/// A running program without a network.
pub struct Testbed {
    pub app: App,
    pub north: SiteId,
    pub south: SiteId,
    /// What all browsers ask for; German at first.
    pub lang: Lang,
    router: Router,
    cast: Vec<(Who, Actor, Token)>,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub body: String,
    pub location: String,
    pub headers: axum::http::HeaderMap,
}

/// The bench's clock: Thursday, 30 June 2022, noon in Germany.
pub const NOW: &str = "2022-06-30T10:00:00Z";

impl Testbed {
    /// Puts the platform and these rooms together.
    #[expect(clippy::too_many_lines, reason = "the whole house in one place")]
    pub async fn new(rooms: &[Room]) -> Testbed {
        let db = database().await;
        let migrations: Vec<Migration> = std::iter::once(crate::MIGRATIONS)
            .chain(rooms.iter().map(|room| room.migrations))
            .flatten()
            .copied()
            .collect();
        db.migrate(&migrations).await.unwrap();
        let now: Timestamp = NOW.parse().unwrap();
        let (keys, north, south) = places(&db, now).await;
        let app = App::new(AppParts {
            db,
            keys,
            clock: Clock::Fixed(now),
            texts: texts(rooms),
            settings: Settings::default(),
            shelf: Shelf::default(),
            start: std::iter::once(&crate::ROOM)
                .chain(rooms)
                .filter_map(|room| room.start)
                .collect(),
            nav: rooms.iter().flat_map(|room| room.nav).copied().collect(),
            jobs: Jobs::new(
                &rooms
                    .iter()
                    .flat_map(|room| room.jobs)
                    .copied()
                    .collect::<Vec<_>>(),
            ),
            metrics: Metrics::new().unwrap(),
        });
        let routes = rooms
            .iter()
            .fold(crate::routes(), |all, room| all.merge((room.routes)()));
        let router = serve_stack(routes.into_router(), &app);
        let mut bed = Testbed {
            app,
            north,
            south,
            lang: Lang::De,
            router,
            cast: Vec::new(),
        };
        for who in Who::SIGNED_IN {
            bed.hire(who).await;
        }
        bed
    }

    async fn hire(&mut self, who: Who) {
        let site = match who {
            Who::Dana | Who::Fatma => None,
            Who::Bela => Some(self.south),
            _ => Some(self.north),
        };
        let account = Account {
            id: AccountId::new(),
            email: format!("{}@example.org", who.name()),
            name: who.name().to_owned(),
            locked: false,
        };
        let now = self.app.clock.now();
        let mut tx = self.app.db.write().await.unwrap();
        let hash = PasswordHash("none".to_owned());
        accounts::store::insert(&mut tx, &account, &hash, now)
            .await
            .unwrap();
        accounts::store::grant(&mut tx, account.id, who.role(), site)
            .await
            .unwrap();
        let role = store::roles(&mut tx, account.id).await.unwrap().remove(0);
        let token = Token::generate();
        let visitor = store::Visitor {
            address: "test".to_owned(),
            agent: "test".to_owned(),
        };
        store::open(&mut tx, &token.hash(), account.id, &role, &visitor, now)
            .await
            .unwrap();
        let (actor, _) = store::actor(&mut tx, &token.hash(), now)
            .await
            .unwrap()
            .unwrap();
        tx.commit().await.unwrap();
        self.cast.push((who, actor, token));
    }

    /// One of the cast, as handlers see them.
    pub fn actor(&self, who: Who) -> Actor {
        self.cast
            .iter()
            .find(|(found, ..)| *found == who)
            .unwrap()
            .1
            .clone()
    }

    pub async fn get(&self, who: Who, path: &str) -> Answer {
        self.send(who, "GET", path, &[]).await
    }

    pub async fn post(&self, who: Who, path: &str, form: &[(&str, &str)]) -> Answer {
        self.send(who, "POST", path, form).await
    }

    pub async fn delete(&self, who: Who, path: &str) -> Answer {
        self.send(who, "DELETE", path, &[]).await
    }

    pub async fn send(&self, who: Who, method: &str, path: &str, form: &[(&str, &str)]) -> Answer {
        let body = serde_html_form::to_string(form).unwrap();
        self.send_body(
            who,
            method,
            path,
            "application/x-www-form-urlencoded",
            body.into(),
        )
        .await
    }

    /// An empty form that a browser says comes from `origin` (`same-origin`, `cross-site`, …).
    pub async fn send_from(&self, who: Who, path: &str, origin: &str) -> Answer {
        let request = self
            .request(who, "POST", path)
            .header("sec-fetch-site", origin);
        self.answer(request.body(Body::empty()).unwrap()).await
    }

    /// Any body, as a file upload needs it.
    pub async fn send_body(
        &self,
        who: Who,
        method: &str,
        path: &str,
        kind: &str,
        body: Vec<u8>,
    ) -> Answer {
        let request = self
            .request(who, method, path)
            .header(header::CONTENT_TYPE, kind);
        self.answer(request.body(Body::from(body)).unwrap()).await
    }

    fn request(&self, who: Who, method: &str, path: &str) -> axum::http::request::Builder {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::ACCEPT_LANGUAGE, self.lang.code());
        let Some((.., token)) = self.cast.iter().find(|(found, ..)| *found == who) else {
            return request;
        };
        let cookie = format!("{}={}", crate::middleware::SESSION_COOKIE, token.expose());
        request.header(header::COOKIE, cookie)
    }

    async fn answer(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let location = parts
            .headers
            .get(header::LOCATION)
            .map(|to| to.to_str().unwrap().to_owned());
        Answer {
            status: parts.status,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            location: location.unwrap_or_default(),
            headers: parts.headers,
        }
    }

    /// The acts in a site's trail, oldest first.
    pub async fn trail(&self, site: SiteId) -> Vec<String> {
        let mut tx = self.app.db.read().await.unwrap();
        let sql = "select act from audit where site_id = $1 order by seq";
        let rows = tx.all(sql, values![site]).await.unwrap();
        rows.iter().map(|row| row.get("act").unwrap()).collect()
    }

    /// Does all queued work.
    pub async fn work(&self) {
        while jobs::run_next(&self.app).await.unwrap() {}
    }
}

static NUMBER: AtomicU32 = AtomicU32::new(0);

async fn database() -> Db {
    #[expect(
        clippy::disallowed_methods,
        reason = "the test runner hands over its server"
    )]
    let server = std::env::var("TEILHABE_TEST_POSTGRES");
    let Ok(url) = server else {
        return Db::open("sqlite::memory:").await.unwrap();
    };
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let schema = format!("bed_{}_{number}", std::process::id());
    Db::open_schema(&url, &schema).await.unwrap()
}

async fn places(db: &Db, now: Timestamp) -> (Keys, SiteId, SiteId) {
    let mut tx = db.write().await.unwrap();
    sites::store::ensure_programme(&mut tx).await.unwrap();
    let keys = Keys::open(&mut tx, vault::MasterKey::generate())
        .await
        .unwrap();
    let mut ids = Vec::new();
    for (ags, name) in [("05913", "Nordstadt"), ("05315", "Südstadt")] {
        let site = Site {
            id: SiteId::new(),
            ags: ags.to_owned(),
            name: name.to_owned(),
            kind: SiteKind::City,
            parent_ags: None,
            region: None,
            active: true,
        };
        sites::store::insert(&mut tx, &site).await.unwrap();
        keys.ensure_site(&mut tx, site.id, now).await.unwrap();
        ids.push(site.id);
    }
    tx.commit().await.unwrap();
    (keys, ids[0], ids[1])
}

fn texts(rooms: &[Room]) -> Texts {
    let mut all = vec![crate::ui::TEXTS];
    all.extend(rooms.iter().map(|room| room.texts));
    Texts::new(&all).unwrap()
}

//! A tour through every page and act whose statements are put together from parts, and the ear
//! that hears what the database is told meanwhile.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use casework::cases;
use insight::statistics::MEASURES;
use platform::Role;
use platform::accounts::store;
use platform::testing::{Answer, Testbed, Who};
use teilhabe::house;
use tokio::sync::OnceCell;
use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

use crate::schema::unfold;

/// Every statement that the tour made the program run.
pub(crate) async fn heard() -> BTreeSet<String> {
    static HEARD: OnceCell<BTreeSet<String>> = OnceCell::const_new();
    HEARD.get_or_init(listen).await.clone()
}

async fn listen() -> BTreeSet<String> {
    let ear = Ear::default();
    let bed = Testbed::new(&house::ROOMS[1..]).await;
    // While there is one listener only, a statement that another test's thread runs first is taken
    // for one that nobody listens to, for good.
    let second = tracing::Dispatch::new(tracing_subscriber::registry());
    let open = tracing::subscriber::set_default(tracing_subscriber::registry().with(ear.clone()));
    Tour { bed }.walk().await;
    drop((open, second));
    ear.0.lock().unwrap().clone()
}

#[derive(Clone, Default)]
struct Ear(Arc<Mutex<BTreeSet<String>>>);

impl<S: Subscriber> Layer<S> for Ear {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == "db::statement" {
            event.record(&mut Words(&mut self.0.lock().unwrap()));
        }
    }
}

struct Words<'a>(&'a mut BTreeSet<String>);

impl Visit for Words<'_> {
    fn record_str(&mut self, _: &Field, text: &str) {
        self.0.insert(unfold(text));
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}

struct Tour {
    bed: Testbed,
}

impl Tour {
    async fn walk(&self) {
        let case = self.case().await;
        self.on_the_case(&case).await;
        self.colleagues(&case).await;
        self.lists().await;
        self.import().await;
        self.site().await;
        self.accounts().await;
        self.figures(&case).await;
        self.reports().await;
        self.start_pages().await;
    }

    async fn get(&self, who: Who, path: &str) -> Answer {
        let answer = self.bed.get(who, path).await;
        assert_eq!(answer.status, 200, "{who:?} {path}");
        answer
    }

    async fn post(&self, who: Who, path: &str, form: &[(&str, &str)]) -> Answer {
        let answer = self.bed.post(who, path, form).await;
        assert!(
            answer.status.as_u16() < 400,
            "{who:?} {path}: {}",
            answer.body
        );
        answer
    }

    fn account(&self, who: Who) -> String {
        self.bed.actor(who).account.to_string()
    }

    /// A person with papers that run out, typed in twice so that the second is compared.
    async fn case(&self) -> String {
        let anna = self.account(Who::Anna);
        let form = [
            ("family_name", "Rahimi"),
            ("given_name", "Amina"),
            ("birth", "9.4.2001"),
            ("nationality", "423"),
            ("status", "D_60C"),
            ("status_since", "9/2021"),
            ("indication", "case"),
            ("worker", anna.as_str()),
        ];
        let opened = self.post(Who::Anna, "/cases", &form).await;
        self.bed.post(Who::Anna, "/cases", &form).await;
        opened.location
    }

    async fn on_the_case(&self, case: &str) {
        let goal = [
            ("domain", "SPR"),
            ("wording", "B1 bis Herbst"),
            ("set_on", "2022-06-01"),
            ("due_on", "2022-10-31"),
        ];
        self.post(Who::Anna, &format!("{case}/goals"), &goal).await;
        let contact = [("form", "phone"), ("topics", "SPR"), ("note", "Rückruf")];
        self.post(Who::Anna, &format!("{case}/contacts"), &contact)
            .await;
        let status = [
            ("code", "AE_25_5"),
            ("from_on", "2022-05-01"),
            ("document_expires_on", "2022-08-01"),
        ];
        self.post(Who::Anna, &format!("{case}/statuses"), &status)
            .await;
        let home = [("kind", "housing"), ("on_day", "2022-06-30")];
        self.post(Who::Anna, &format!("{case}/outcomes"), &home)
            .await;
        let school = [("from_on", "2019-08-28"), ("successful", "yes")];
        self.post(Who::Anna, &format!("{case}/facts/school"), &school)
            .await;
        for page in [
            "",
            "/facts",
            "/contacts",
            "/plan",
            "/entitlements",
            "/readers",
            "/worker",
        ] {
            self.get(Who::Anna, &format!("{case}{page}")).await;
        }
    }

    async fn colleagues(&self, case: &str) {
        let ines = self.account(Who::Ines);
        let away = [
            ("deputy", ines.as_str()),
            ("from_on", "2022-06-30"),
            ("last_on", "2022-07-08"),
        ];
        self.post(Who::Anna, "/substitutions", &away).await;
        self.get(Who::Anna, "/substitutions").await;
        self.get(Who::Cleo, "/substitutions").await;
        let reason = [("reason", "complaint")];
        self.post(Who::Cleo, &format!("{case}/inspection"), &reason)
            .await;
        self.get(Who::Cleo, case).await;
        let id = case.trim_start_matches("/cases/").parse().unwrap();
        let mut tx = self.bed.app.db.read().await.unwrap();
        let emil = self.bed.actor(Who::Emil);
        assert!(
            cases::visible(&mut tx, &self.bed.app, &emil, id)
                .await
                .is_err()
        );
    }

    /// The list of cases in every order with every filter, alone and with the others.
    async fn lists(&self) {
        let worker = format!("worker={}", self.account(Who::Anna));
        let filters = [
            "",
            "stage=any",
            "stage=plan",
            "status=D",
            "status=D_60C",
            "domain=SPR",
            "waiting=60",
            worker.as_str(),
        ];
        for sort in ["opened", "number", "contact", "waiting", "name"] {
            for order in ["", "-"] {
                for filter in filters {
                    for whose in ["own", "substituted", "unassigned", "all"] {
                        let path = format!("/cases?whose={whose}&sort={order}{sort}&{filter}");
                        self.get(Who::Anna, &path).await;
                    }
                    self.get(Who::Cleo, &format!("/cases?sort={order}{sort}&{filter}"))
                        .await;
                }
            }
        }
        for text in ["Rahimi Amina", "2022-0001", "1234"] {
            self.post(Who::Anna, "/cases/search", &[("text", text)])
                .await;
        }
        self.post(Who::Anna, "/cases/views", &[("name", "Meine")])
            .await;
        self.get(Who::Anna, "/encounters").await;
    }

    async fn import(&self) {
        let list = "--grenze\r\nContent-Disposition: form-data; name=\"file\"; \
            filename=\"Liste.csv\"\r\nContent-Type: text/csv\r\n\r\n\
            Nachname;Vorname;Geburtsdatum;Nr\nNoori;Sami;09.04.2000;A1\n\r\n--grenze--\r\n";
        let kind = "multipart/form-data; boundary=grenze";
        let bytes = list.as_bytes().to_vec();
        let sent = self
            .bed
            .send_body(Who::Anna, "POST", "/imports", kind, bytes)
            .await;
        let import = sent.location;
        for step in ["check", "check", "takeover"] {
            self.post(Who::Anna, &format!("{import}/{step}"), &[]).await;
            self.bed.work().await;
            self.get(Who::Anna, &import).await;
        }
        self.get(Who::Anna, "/imports").await;
    }

    async fn site(&self) {
        let provider = [("name", "Caritas"), ("kind", "welfare")];
        self.post(Who::Emil, "/site/providers", &provider).await;
        self.get(Who::Emil, "/site").await;
        self.get(Who::Emil, "/site/posts/new").await;
        let sites = self.get(Who::Fatma, "/sites").await.body;
        let (_, rest) = sites.split_once("href=\"/sites/0").unwrap();
        self.get(Who::Fatma, &format!("/sites/0{}", &rest[..35]))
            .await;
        self.post(Who::Fatma, "/sites", &[("ags", "05566076")])
            .await;
        let subject = "subject=00000000-0000-7000-8000-000000000000";
        for query in ["", "?act=case.open", &format!("?{subject}")] {
            self.get(Who::Hatice, &format!("/audit{query}")).await;
        }
        self.post(Who::Hatice, "/audit/verification", &[]).await;
    }

    async fn accounts(&self) {
        self.get(Who::Gerd, "/accounts").await;
        let ines = format!("/accounts/{}/roles", self.account(Who::Ines));
        self.post(Who::Gerd, &ines, &[("role", "team_lead")]).await;
        let drop = format!("{ines}/team_lead?_method=delete");
        self.post(Who::Gerd, &drop, &[]).await;
        self.get(Who::Gerd, "/sessions").await;
        let dana = self.bed.actor(Who::Dana).account;
        let mut tx = self.bed.app.db.write().await.unwrap();
        store::grant(&mut tx, dana, Role::Evaluator, None)
            .await
            .unwrap();
        store::revoke(&mut tx, dana, Role::Evaluator, None)
            .await
            .unwrap();
    }

    /// Every measure by every dimension, of a site and of the whole programme.
    async fn figures(&self, case: &str) {
        for measure in MEASURES {
            for dimension in measure.dimensions() {
                for (who, site) in [(Who::Emil, ""), (Who::Dana, ""), (Who::Dana, "site,")] {
                    if !site.is_empty() && dimension.name() == "site" {
                        continue;
                    }
                    let by = format!("by={site}{}", dimension.name());
                    let period = "from=2021-01-01&to=2022-06-30";
                    let path = format!("/statistics/table?measure={}&{by}&{period}", measure.id);
                    self.get(who, &path).await;
                }
            }
        }
        for measure in ["needs", "consultations"] {
            let path = format!("/statistics/table?measure={measure}&by=domain,sex");
            self.get(Who::Emil, &path).await;
        }
        // What was acted on since is read anew.
        self.get(Who::Anna, case).await;
        self.get(Who::Emil, "/statistics").await;
    }

    async fn reports(&self) {
        for (who, range) in [(Who::Emil, "site"), (Who::Dana, "programme")] {
            let order = [("year", "2022"), ("range", range)];
            self.post(who, "/reports", &order).await;
            self.bed.work().await;
            let list = self.get(who, "/reports?year=2022").await.body;
            let (_, rest) = list.split_once("href=\"/reports/files/").unwrap();
            self.get(who, &format!("/reports/files/{}", &rest[..36]))
                .await;
            self.get(who, "/reports/2022/texts").await;
        }
    }

    async fn start_pages(&self) {
        for who in Who::SIGNED_IN {
            self.get(who, "/").await;
        }
    }
}

//! Accounts, providers and posts of the demo.

use db::Tx;
use fastrand::Rng;
use platform::accounts::{self, Account};
use platform::settings::DemoAccount;
use platform::{AccountId, App, Role, SiteId, sessions, sites};
use programme::posts::{self, Fte, Function, Post, PostId};
use programme::providers::{self, Provider, ProviderId, ProviderKind};

use super::names;
use super::places::Place;
use super::{FIRST, LAST};

/// Everybody signs in with it; the demo says so itself.
const PASSWORD: &str = "teilhabe-demo-2022";

/// The site whose staff the sign-in page offers.
const SHOWN: &str = "05978";

/// Who works at a site, and for whom.
pub(super) struct Team {
    pub(super) managers: Vec<AccountId>,
}

pub(super) struct Staff {
    pub(super) teams: Vec<Team>,
}

/// One sign-in for each role that can do something.
pub fn accounts() -> Vec<DemoAccount> {
    let shown = |role: Role, email: String| DemoAccount {
        role,
        email,
        password: PASSWORD.to_owned(),
        place: if role.is_programme_wide() {
            String::new()
        } else {
            "Kreis Unna".to_owned()
        },
    };
    Role::ALL
        .into_iter()
        .filter(|role| *role != Role::Partner)
        .map(|role| match role {
            Role::Evaluator | Role::ProgrammeLead => shown(role, address(role, "nrw", 1)),
            _ => shown(role, address(role, SHOWN, 1)),
        })
        .collect()
}

fn address(role: Role, place: &str, number: usize) -> String {
    format!(
        "{}-{number}.{place}@demo.example",
        role.code().replace('_', "-")
    )
}

pub(super) async fn create(
    tx: &mut Tx,
    app: &App,
    places: &[Place],
    random: &mut Rng,
) -> anyhow::Result<Staff> {
    let hash = sessions::hash(PASSWORD)?;
    let mut office = Office {
        tx,
        app,
        hash,
        random,
    };
    for role in [Role::ProgrammeLead, Role::Evaluator] {
        office.hire(role, "nrw", 1, None).await?;
    }
    let mut teams = Vec::new();
    for place in places {
        teams.push(office.found(place).await?);
    }
    Ok(Staff { teams })
}

struct Office<'a> {
    tx: &'a mut Tx,
    app: &'a App,
    hash: sessions::PasswordHash,
    random: &'a mut Rng,
}

impl Office<'_> {
    async fn found(&mut self, place: &Place) -> anyhow::Result<Team> {
        let site = &place.site;
        sites::store::insert(self.tx, site).await?;
        let now = self.app.clock.now();
        self.app.keys.ensure_site(self.tx, site.id, now).await?;
        for role in [
            Role::TeamLead,
            Role::Coordinator,
            Role::SiteAdmin,
            Role::Auditor,
        ] {
            self.hire(role, &site.ags, 1, Some(site.id)).await?;
        }
        let providers = self.providers(place).await?;
        let many = place.participants / 120;
        let posts = (place.participants / 60).clamp(1, many.max(5));
        let mut managers = Vec::new();
        for number in 1..=posts {
            let account = self
                .hire(Role::CaseManager, &site.ags, number, Some(site.id))
                .await?;
            let provider = providers[(number - 1) % providers.len()];
            self.post(site.id, account, provider, number == posts)
                .await?;
            managers.push(account);
        }
        Ok(Team { managers })
    }

    async fn hire(
        &mut self,
        role: Role,
        place: &str,
        number: usize,
        site: Option<SiteId>,
    ) -> anyhow::Result<AccountId> {
        let account = Account {
            id: AccountId::new(),
            email: address(role, place, number),
            name: names::colleague(self.random),
            locked: false,
        };
        let now = self.app.clock.now();
        accounts::store::insert(self.tx, &account, &self.hash, now).await?;
        accounts::store::grant(self.tx, account.id, role, site).await?;
        Ok(account.id)
    }

    async fn providers(&mut self, place: &Place) -> anyhow::Result<Vec<ProviderId>> {
        let own = (
            format!("{} (KI)", place.site.name),
            ProviderKind::Municipality,
        );
        let free = ["Caritas", "AWO", "Diakonie", "Katholische Jugendagentur"];
        let second = free[self.random.usize(..free.len())];
        let mut all = vec![own];
        if place.participants > 90 {
            all.push((
                format!("{second} {}", place.site.name),
                ProviderKind::Welfare,
            ));
        }
        let mut ids = Vec::new();
        for (name, kind) in all {
            let provider = Provider {
                id: ProviderId::new(),
                name,
                kind,
                version: 1,
            };
            providers::store::insert(self.tx, place.site.id, &provider).await?;
            ids.push(provider.id);
        }
        Ok(ids)
    }

    async fn post(
        &mut self,
        site: SiteId,
        account: AccountId,
        provider: ProviderId,
        is_last: bool,
    ) -> anyhow::Result<()> {
        let extents = if is_last {
            [50, 75, 100]
        } else {
            [100, 100, 100]
        };
        let post = Post {
            id: PostId::new(),
            provider: Some(provider),
            function: Function::CaseManagement,
            fte: Fte::from_hundredths(extents[self.random.usize(..3)]),
            from_on: FIRST,
            to_on: Some(LAST.tomorrow()?),
            account: Some(account),
            version: 1,
        };
        Ok(posts::store::insert(self.tx, site, &post).await?)
    }
}

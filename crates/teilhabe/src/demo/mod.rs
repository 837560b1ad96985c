//! A synthetic programme: 54 sites, some 6,700 participants, November 2019 to June 2022. Nobody in
//! it exists. The same seed makes the same people, courses and figures each time; only keys and
//! ids differ.

mod course;
mod facts;
mod names;
mod people;
mod places;
mod staff;
mod world;

use anyhow::Context;
use db::{Tx, values};
use jiff::SignedDuration;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use platform::settings::DemoAccount;
use platform::{App, Clock};

pub use staff::accounts;

/// The programme's first and last day.
pub const FIRST: Date = date(2019, 11, 1);
pub const LAST: Date = date(2022, 6, 30);

/// Participants of the whole programme.
pub const PARTICIPANTS: usize = 6_700;

const SEED: u64 = 201_911;
const DONE: &str = "demo_complete";

/// Makes the programme unless it is there already; true if it was made now. One transaction a
/// site: what was interrupted is made again from the start by the caller, in a fresh folder.
pub async fn ensure(app: &App, participants: usize) -> anyhow::Result<bool> {
    let mut tx = app.db.read().await?;
    if is_made(&mut tx).await? {
        return Ok(false);
    }
    drop(tx);
    let mut random = fastrand::Rng::with_seed(SEED);
    let places = places::all(participants, &mut random);
    let mut tx = app.db.write().await?;
    let staff = staff::create(&mut tx, app, &places, &mut random).await?;
    for (place, team) in places.iter().zip(&staff.teams) {
        world::populate(&mut tx, app, place, team, &mut random)
            .await
            .with_context(|| format!("the demo site {} could not be filled", place.site.ags))?;
    }
    tx.run(
        "insert into settings (name, value) values ($1, 'yes')",
        values![DONE],
    )
    .await?;
    tx.recount().await?;
    tx.commit().await?;
    Ok(true)
}

async fn is_made(tx: &mut Tx) -> db::Result<bool> {
    let sql = "select value from settings where name = $1";
    Ok(tx.maybe(sql, values![DONE]).await?.is_some())
}

/// In the demo it is the last day of the programme, half past ten, when it is started.
pub fn clock() -> anyhow::Result<Clock> {
    let begins = LAST
        .at(10, 30, 0, 0)
        .to_zoned(TimeZone::get("Europe/Berlin")?)?
        .timestamp();
    let shift: SignedDuration = begins.duration_since(Clock::System.now());
    Ok(Clock::Shifted(shift))
}

/// The clock of a database, so that commands count up to the same day as the pages of the demo.
pub async fn clock_of(tx: &mut Tx) -> anyhow::Result<Clock> {
    if is_made(tx).await? {
        return clock();
    }
    Ok(Clock::System)
}

/// The sign-ins that the demo offers, one for each role.
pub fn sign_ins() -> Vec<DemoAccount> {
    accounts()
}

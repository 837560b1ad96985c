use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use db::DbError;

use super::{Exit, serve};
use crate::config::Config;
use crate::{demo, house};

#[derive(clap::Args)]
pub(super) struct Args {
    /// Where the demo keeps its database and key.
    #[arg(long, default_value = "data/demo")]
    dir: PathBuf,
    /// A PostgreSQL address that takes the place of the database in the folder.
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// Address and port.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Participants of the whole programme, when it is made.
    #[arg(long, default_value_t = demo::PARTICIPANTS, value_parser = participants)]
    participants: usize,
    /// Make the data and stop.
    #[arg(long)]
    only_create: bool,
}

pub(super) async fn run(args: &Args) -> anyhow::Result<Exit> {
    serve::logging();
    let mut config = Config::in_folder(&args.dir, args.listen);
    if let Some(url) = &args.database {
        config.database.clone_from(url);
    }
    let app = house::open(&config, demo::clock()?, demo::sign_ins())
        .await
        .map_err(|error| told_apart(error, &args.dir))?;
    eprintln!("Synthetic data: nobody in this programme exists.");
    if demo::ensure(&app, args.participants).await? {
        eprintln!("The demo programme was made in {}.", args.dir.display());
    }
    if args.only_create {
        app.db.close().await;
        return Ok(Exit(0));
    }
    serve::until_stopped(app, args.listen).await
}

/// Nothing in a demo is worth keeping when the program has moved on.
fn told_apart(error: anyhow::Error, dir: &Path) -> anyhow::Error {
    let Some(DbError::Migration(_)) = error.downcast_ref() else {
        return error;
    };
    let dir = dir.display();
    error.context(format!(
        "{dir} holds the demo of another version of this program; delete it to have it made anew"
    ))
}

fn participants(text: &str) -> Result<usize, String> {
    let number: usize = text
        .parse()
        .map_err(|_| "expected a whole number".to_owned())?;
    if (54..=1_000_000).contains(&number) {
        return Ok(number);
    }
    Err("expected 54 to 1000000".to_owned())
}

//! The command line. Data goes to stdout, messages to stderr; bad input changes nothing.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::Config;

mod audit;
mod backup;
mod database;
mod demo;
mod import;
mod key;
mod law;
mod output;
mod protect;
mod report;
mod serve;
mod site;
mod statistics;
mod user;

/// Case management, alliance and evaluation for young newcomers, in one program.
#[derive(Parser)]
#[command(name = "teilhabe", version, arg_required_else_help = true)]
struct Cli {
    /// Configuration file; without it teilhabe.toml in this folder, or the defaults.
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make a synthetic programme once, then serve it.
    #[command(after_help = "Example: teilhabe demo --dir data/demo --listen 127.0.0.1:8080")]
    Demo(demo::Args),
    /// Serve the application.
    #[command(after_help = "Example: teilhabe serve --config teilhabe.toml")]
    Serve(serve::Args),
    /// Bring the schema up to date, or look whether it is.
    #[command(after_help = "Example: teilhabe database check")]
    Database(database::Args),
    /// Sites of the programme.
    #[command(after_help = "Example: teilhabe site add --ags 05315")]
    Site(site::Args),
    /// Accounts and their roles.
    #[command(
        after_help = "Example: teilhabe user add anna@stadt.example --name 'Anna Muster' --role case_manager --site 05315"
    )]
    User(user::Args),
    /// Replace the master key or the keys of sites.
    #[command(after_help = "Example: teilhabe key rotate-master")]
    Key(key::Args),
    /// Write a checked copy of the database.
    #[command(after_help = "Example: teilhabe backup 2022-06-30.backup")]
    Backup(backup::BackupArgs),
    /// Bring a copy back where no database is.
    #[command(after_help = "Example: teilhabe restore 2022-06-30.backup")]
    Restore(backup::RestoreArgs),
    /// Take over a municipality's own case list.
    #[command(
        after_help = "Example: teilhabe import cases Fallliste.xlsx --site 05315 --dry-run --format jsonl"
    )]
    Import(import::Args),
    /// Print figures of the programme or a site, always protected.
    #[command(
        after_help = "Example: teilhabe statistics --measure entries --by site,quarter --from 2020 --to 2022-06 --format csv\n\n\
            CSV has the columns of `teilhabe protect`; where several needs, topics or results of one case count, `base` follows with all who could have been counted, and cases per post have `fte` and `cases_per_fte`. What cannot be shown apart is told as one, `altogether`.\n\n\
            Each table is protected by itself; what two of them give away together is not looked at."
    )]
    Statistics(statistics::Args),
    /// Protect a table of counts so that it may be published.
    Protect(protect::Args),
    /// Yearly reports.
    Report(report::Args),
    /// Residence law for given facts: access, perspectives, deadlines.
    Law(law::Args),
    /// The audit trail.
    #[command(after_help = "Example: teilhabe audit verify")]
    Audit(audit::Args),
}

/// What a command ends with besides success.
pub(crate) struct Exit(pub u8);

/// Parses, runs, and says in one line what went wrong.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli) {
        Ok(Exit(code)) => ExitCode::from(code),
        Err(error) => {
            eprintln!("teilhabe: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: &Cli) -> anyhow::Result<Exit> {
    let config = || Config::load(cli.config.as_deref());
    match &cli.command {
        Command::Demo(args) => blocking(demo::run(args)),
        Command::Serve(args) => blocking(serve::run(args, config()?)),
        Command::Database(args) => blocking(database::run(args, config()?)),
        Command::Site(args) => blocking(site::run(args, config()?)),
        Command::User(args) => blocking(user::run(args, config()?)),
        Command::Key(args) => blocking(key::run(args, config()?)),
        Command::Backup(args) => blocking(backup::backup(args, config()?)),
        Command::Restore(args) => blocking(backup::restore(args, config()?)),
        Command::Import(args) => blocking(import::run(args, config()?)),
        Command::Statistics(args) => blocking(statistics::run(args, config()?)),
        Command::Protect(args) => protect::run(args).map(|()| Exit(0)),
        Command::Report(args) => blocking(report::run(args, config()?)),
        Command::Law(args) => law::run(args).map(|()| Exit(0)),
        Command::Audit(args) => blocking(audit::run(args, config()?)),
    }
}

fn blocking(work: impl Future<Output = anyhow::Result<Exit>>) -> anyhow::Result<Exit> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let done = runtime.block_on(work);
    // A table or report that is still being computed for nobody holds the program no longer.
    runtime.shutdown_background();
    done
}

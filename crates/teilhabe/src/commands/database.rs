use db::Db;

use super::{Exit, output};
use crate::config::Config;
use crate::house;

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Apply the steps that are missing.
    #[command(after_help = "Example: teilhabe database migrate --config teilhabe.toml")]
    Migrate,
    /// Name the steps that are missing; exit 1 if there are any.
    #[command(after_help = "Example: teilhabe database check --config teilhabe.toml")]
    Check,
    /// Spread the tables over the nodes of a Citus cluster, by site; the program must not be serving.
    ///
    /// Tables of the whole programme are copied to every node. All or nothing; what is distributed
    /// already is left alone, so that it can be run again after an upgrade.
    #[command(
        after_help = "Examples:\n  teilhabe database distribute --dry-run\n  teilhabe database distribute"
    )]
    Distribute {
        /// Print the statements and change nothing.
        #[arg(long)]
        dry_run: bool,
    },
}

pub(super) async fn run(args: &Args, config: Config) -> anyhow::Result<Exit> {
    match args.what {
        What::Migrate => {
            house::database(&config).await?;
            eprintln!("the database is up to date");
            Ok(Exit(0))
        }
        What::Check => {
            house::must_exist(&config)?;
            let db = Db::open(&config.database).await?;
            let missing = db.pending(&house::migrations()).await?;
            output::print_lines(&missing)?;
            Ok(Exit(u8::from(!missing.is_empty())))
        }
        What::Distribute { dry_run } => distribute(&config, dry_run).await,
    }
}

async fn distribute(config: &Config, dry_run: bool) -> anyhow::Result<Exit> {
    if !config.database.starts_with("postgres") {
        anyhow::bail!("only a PostgreSQL database can be distributed; this one is a SQLite file");
    }
    let db = house::database_alone(config).await?;
    let layout = db.layout().await?;
    let statements = layout.statements("site_id", house::REFERENCE_TABLES);
    if dry_run {
        output::print_lines(statements.iter().map(|statement| format!("{statement};")))?;
        return Ok(Exit(0));
    }
    db.distribute(&statements).await?;
    eprintln!("{} tables were distributed", layout.tables.len());
    Ok(Exit(0))
}

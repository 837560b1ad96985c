use super::Exit;
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
    Migrate,
    /// Name the steps that are missing; exit 1 if there are any.
    Check,
}

pub(super) async fn run(args: &Args, config: Config) -> anyhow::Result<Exit> {
    match args.what {
        What::Migrate => {
            house::database(&config).await?;
            eprintln!("the database is up to date");
            Ok(Exit(0))
        }
        What::Check => {
            let db = db::Db::open(&config.database).await?;
            let missing = db.pending(&house::migrations()).await?;
            for name in &missing {
                println!("{name}");
            }
            Ok(Exit(u8::from(!missing.is_empty())))
        }
    }
}

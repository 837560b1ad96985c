use anyhow::Context;

use super::Exit;
use crate::config::Config;

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Walk every site's chain; name altered, removed and exchanged lines; exit 1 if there are any.
    Verify,
}

pub(super) async fn run(args: &Args, config: Config) -> anyhow::Result<Exit> {
    let What::Verify = args.what;
    let db = db::Db::open(&config.database).await?;
    let mut tx = db.read().await?;
    let (lines, breaks) = platform::audit::verify(&mut tx)
        .await
        .context("the audit trail cannot be read")?;
    for broken in &breaks {
        println!("{broken}");
    }
    eprintln!("{lines} lines, {} breaks", breaks.len());
    Ok(Exit(u8::from(!breaks.is_empty())))
}

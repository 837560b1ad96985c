use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context;
use platform::{App, jobs, serve_stack};

use super::Exit;
use crate::config::Config;
use crate::connections::{self, Patience};
use crate::{demo, house};

#[derive(clap::Args)]
pub(super) struct Args {
    /// Address and port, instead of the configured one.
    #[arg(long)]
    listen: Option<SocketAddr>,
}

pub(super) async fn run(args: &Args, mut config: Config) -> anyhow::Result<Exit> {
    logging();
    config.listen = args.listen.unwrap_or(config.listen);
    let db = house::database(&config).await?;
    let clock = demo::clock_of(&mut db.read().await?).await?;
    let app = house::open_on(db, &config, clock, Vec::new()).await?;
    until_stopped(app, config.listen).await
}

/// Serves until the process is told to stop; running requests are answered first, unless they take
/// too long.
pub(super) async fn until_stopped(app: App, listen: SocketAddr) -> anyhow::Result<Exit> {
    let listener = tokio::net::TcpListener::bind(listen)
        .await
        .with_context(|| format!("{listen}: cannot listen there"))?;
    let address = listener.local_addr()?;
    let runner = jobs::start(app.clone()).await?;
    platform::ui::assets::announce();
    eprintln!("Teilhabe: http://{address}");
    let router = serve_stack(house::routes().into_router(), &app);
    connections::serve(listener, router, stop_signal(), PATIENCE).await;
    runner.abort();
    // What was given up may hold a connection for good.
    drop(tokio::time::timeout(TO_CLOSE, app.db.close()).await);
    Ok(Exit(0))
}

const PATIENCE: Patience = Patience {
    head: Duration::from_secs(30),
    end: Duration::from_secs(20),
};
const TO_CLOSE: Duration = Duration::from_secs(5);

async fn stop_signal() {
    let interrupt = async { drop(tokio::signal::ctrl_c().await) };
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! { () = interrupt => {}, () = terminate => {} }
}

/// Structured lines on stderr; `RUST_LOG` chooses how much.
pub(super) fn logging() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,sqlx=warn"));
    let lines = tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    drop(lines.try_init());
}

use std::net::SocketAddr;

use anyhow::Context;
use axum::ServiceExt;
use axum::extract::Request;
use platform::{App, Clock, jobs, serve_stack};

use super::Exit;
use crate::config::Config;
use crate::house;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Address and port, instead of the configured one.
    #[arg(long)]
    listen: Option<SocketAddr>,
}

pub(super) async fn run(args: &Args, mut config: Config) -> anyhow::Result<Exit> {
    logging();
    config.listen = args.listen.unwrap_or(config.listen);
    let app = house::open(&config, Clock::System, Vec::new()).await?;
    until_stopped(app, config.listen).await
}

/// Serves until the process is told to stop; running requests are answered first.
pub(super) async fn until_stopped(app: App, listen: SocketAddr) -> anyhow::Result<Exit> {
    let listener = tokio::net::TcpListener::bind(listen)
        .await
        .with_context(|| format!("{listen}: cannot listen there"))?;
    let address = listener.local_addr()?;
    let runner = jobs::start(app.clone()).await?;
    platform::ui::assets::announce();
    eprintln!("Teilhabe: http://{address}");
    let service = serve_stack(house::routes().into_router(), &app);
    let service = ServiceExt::<Request>::into_make_service_with_connect_info::<SocketAddr>(service);
    axum::serve(listener, service)
        .with_graceful_shutdown(stop_signal())
        .await?;
    runner.abort();
    app.db.close().await;
    Ok(Exit(0))
}

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

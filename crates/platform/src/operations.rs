//! What operators look at: health and metrics.

use std::time::Duration;

use axum::extract::State;
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use prometheus::{
    Encoder, HistogramOpts, HistogramVec, IntCounterVec, IntGauge, Opts, Registry, TextEncoder,
};

use crate::{App, Result, Routes, jobs};

pub fn routes() -> Routes {
    Routes::new()
        .open("GET", "/health", get(health))
        .open("GET", "/metrics", get(metrics))
}

/// Counters by route, never by address, id or person.
pub struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    seconds: HistogramVec,
    jobs_waiting: IntGauge,
    database_up: IntGauge,
}

impl Metrics {
    pub fn new() -> anyhow::Result<Metrics> {
        let registry = Registry::new();
        let requests = IntCounterVec::new(
            Opts::new("teilhabe_http_requests_total", "Answered requests"),
            &["method", "route", "status"],
        )?;
        let seconds = HistogramVec::new(
            HistogramOpts::new("teilhabe_http_seconds", "Time to answer")
                .buckets(vec![0.001, 0.005, 0.02, 0.1, 0.5, 2.0, 10.0]),
            &["method", "route"],
        )?;
        let jobs_waiting = IntGauge::new("teilhabe_jobs_waiting", "Jobs queued or running")?;
        let database_up = IntGauge::new("teilhabe_database_up", "1 if the database answers")?;
        registry.register(Box::new(requests.clone()))?;
        registry.register(Box::new(seconds.clone()))?;
        registry.register(Box::new(jobs_waiting.clone()))?;
        registry.register(Box::new(database_up.clone()))?;
        Ok(Metrics {
            registry,
            requests,
            seconds,
            jobs_waiting,
            database_up,
        })
    }

    pub(crate) fn observe(&self, method: &Method, route: &str, status: u16, elapsed: Duration) {
        let method = label(method);
        self.requests
            .with_label_values(&[method, route, &status.to_string()])
            .inc();
        self.seconds
            .with_label_values(&[method, route])
            .observe(elapsed.as_secs_f64());
    }
}

/// A method as a label: whoever asks may invent methods, and each would be a series of its own.
fn label(method: &Method) -> &str {
    let known = [Method::GET, Method::HEAD, Method::POST, Method::DELETE];
    if known.contains(method) {
        method.as_str()
    } else {
        "other"
    }
}

async fn health(State(app): State<App>) -> Response {
    match answers(&app).await {
        Ok(()) => "ok\n".into_response(),
        Err(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer\n",
        )
            .into_response(),
    }
}

async fn answers(app: &App) -> Result<()> {
    let mut tx = app.db.read().await?;
    tx.one(
        "select count(*) as n from sites where kind = 'programme'",
        vec![],
    )
    .await?;
    Ok(())
}

async fn metrics(State(app): State<App>) -> Result<Response> {
    let waiting = waiting(&app).await;
    app.metrics.database_up.set(i64::from(waiting.is_ok()));
    if let Ok(jobs) = waiting {
        app.metrics.jobs_waiting.set(jobs);
    }
    let mut text = Vec::new();
    let encoder = TextEncoder::new();
    encoder
        .encode(&app.metrics.registry.gather(), &mut text)
        .map_err(|e| crate::Error::Internal(e.into()))?;
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response())
}

async fn waiting(app: &App) -> Result<i64> {
    let mut tx = app.db.read().await?;
    Ok(jobs::store::waiting(&mut tx).await?)
}

//! What operators look at: health and metrics.

use std::time::Duration;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use prometheus::{
    Encoder, HistogramOpts, HistogramVec, IntCounterVec, Opts, Registry, TextEncoder,
};

use crate::{App, Result, Routes};

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
        registry.register(Box::new(requests.clone()))?;
        registry.register(Box::new(seconds.clone()))?;
        Ok(Metrics {
            registry,
            requests,
            seconds,
        })
    }

    pub(crate) fn observe(&self, method: &str, route: &str, status: u16, elapsed: Duration) {
        self.requests
            .with_label_values(&[method, route, &status.to_string()])
            .inc();
        self.seconds
            .with_label_values(&[method, route])
            .observe(elapsed.as_secs_f64());
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
    let mut text = Vec::new();
    let encoder = TextEncoder::new();
    encoder
        .encode(&app.metrics.registry.gather(), &mut text)
        .map_err(|e| crate::Error::Internal(e.into()))?;
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response())
}

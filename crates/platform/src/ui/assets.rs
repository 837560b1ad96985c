//! Style, script and font files: built into the binary, in a development build read from the disk.

use std::borrow::Cow;
use std::sync::OnceLock;

use axum::Router;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rust_embed::{Embed, EmbeddedFile};
use sha2::{Digest, Sha256};

#[derive(Embed)]
#[folder = "assets"]
struct Files;

/// The files that `tools/assets.mjs` brings, without which pages are plain but whole.
const VENDORED: [&str; 2] = ["vendor/kern.min.css", "vendor/htmx.min.js"];

/// The style sheet that the charts bring along.
const CHARTS: &str = "charts.css";

/// Serves the files at `/assets/{fingerprint}/{path}`, and the icon browsers ask for.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/assets/{fingerprint}/{*path}", get(serve))
        .route("/favicon.ico", get(async || file("icon.svg", false)))
}

/// The address of a file. It carries the fingerprint of all files, so that a style sheet's own
/// relative links stay within one state of them.
pub(super) fn address(path: &str) -> String {
    format!("/assets/{}/{path}", fingerprint())
}

/// Whether the vendored files are there.
pub fn complete() -> bool {
    VENDORED.iter().all(|path| Files::get(path).is_some())
}

/// Says in the log if pages will look plain; to be called once at start.
pub fn announce() {
    if !complete() {
        tracing::warn!("style and script files are missing, pages look plain: run `make assets`");
    }
}

async fn serve(uri: Uri) -> Response {
    let address = uri.path().trim_start_matches("/assets/");
    match address.split_once('/') {
        Some((wanted, path)) => file(path, wanted == fingerprint()),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A file, kept forever by the browser if the address named the present state.
fn file(path: &str, forever: bool) -> Response {
    let Some(content) = content(path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let caching = if forever && !cfg!(debug_assertions) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let headers = [
        (header::CONTENT_TYPE, media_type(path)),
        (header::CACHE_CONTROL, caching),
    ];
    (headers, content).into_response()
}

fn content(path: &str) -> Option<Cow<'static, [u8]>> {
    if path == CHARTS {
        return Some(Cow::Borrowed(charts::CSS.as_bytes()));
    }
    Files::get(path).map(|file| file.data)
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "text/plain; charset=utf-8",
    }
}

fn fingerprint() -> &'static str {
    static FINGERPRINT: OnceLock<String> = OnceLock::new();
    FINGERPRINT.get_or_init(|| {
        let mut paths: Vec<_> = Files::iter().collect();
        paths.sort_unstable();
        let mut all = Sha256::new_with_prefix(charts::CSS);
        for path in paths {
            let Some(EmbeddedFile { metadata, .. }) = Files::get(&path) else {
                continue;
            };
            all.update(path.as_bytes());
            all.update(metadata.sha256_hash());
        }
        let digest: [u8; 32] = all.finalize().into();
        let head = digest.first_chunk::<8>().copied().unwrap_or_default();
        format!("{:016x}", u64::from_be_bytes(head))
    })
}

//! A file on its way in.

use askama::Template;
use axum::extract::multipart::{Field as Part, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::audit::{self, Entry};
use platform::ui::{FieldErrors, Problem, Ui};
use platform::{Actor, App, Error, Result, page, page_as, said, see_other};

use super::UPLOAD;
use crate::imports::findings::Findings;
use crate::imports::store::{self, NewUpload};
use crate::imports::{ColumnMapping, ImportId, UnreadableFile, job};

/// Larger case lists are none.
const MOST_BYTES: usize = 20 * 1024 * 1024;
/// As much is still read before the connection is cut, so that the answer reaches the browser.
const MOST_READ: usize = 5 * MOST_BYTES;
/// Bytes in the name of a sheet.
const LONGEST_NAME: usize = 400;

#[derive(Template)]
#[template(path = "imports/templates/new.html")]
struct ImportNew {
    ui: Ui,
    sheet: String,
    errors: FieldErrors,
}

pub(super) async fn new(ui: Ui) -> Result<Response> {
    page(&ImportNew {
        ui,
        sheet: String::new(),
        errors: FieldErrors::none(),
    })
}

#[derive(Default)]
struct Received {
    name: String,
    bytes: Vec<u8>,
    is_too_large: bool,
    sheet: String,
}

pub(super) async fn create(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    mut request: Request,
) -> Result<Response> {
    DefaultBodyLimit::max(MOST_READ).apply(&mut request);
    let parts = Multipart::from_request(request, &app).await;
    let parts = parts.map_err(|_| Error::Invalid(said("error-form")))?;
    // A connection that breaks off ends here, before anything is kept.
    let received = receive(parts).await.map_err(|error| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::Invalid(said("import-file-too-large")),
        _ => Error::Invalid(said("import-upload-broken")),
    })?;
    let sheet = received.sheet.clone();
    match keep(&app, &actor, received).await? {
        Ok(id) => see_other(&format!("/imports/{id}")),
        Err(problem) => {
            let mut errors = FieldErrors::none();
            errors.add_problem("file", problem);
            page_as(
                StatusCode::UNPROCESSABLE_ENTITY,
                &ImportNew { ui, sheet, errors },
            )
        }
    }
}

async fn receive(mut parts: Multipart) -> std::result::Result<Received, MultipartError> {
    let mut received = Received::default();
    while let Some(part) = parts.next_field().await? {
        match part.name() {
            Some("file") => {
                part.file_name()
                    .unwrap_or_default()
                    .clone_into(&mut received.name);
                let file = up_to(part, MOST_BYTES).await?;
                received.is_too_large = file.is_none();
                received.bytes = file.unwrap_or_default();
            }
            Some("sheet") => {
                let name = up_to(part, LONGEST_NAME).await?.unwrap_or_default();
                String::from_utf8_lossy(&name)
                    .trim()
                    .clone_into(&mut received.sheet);
            }
            _ => {}
        }
    }
    Ok(received)
}

/// All bytes of a part; nothing if there are more than `most`, of which no more than that is kept.
async fn up_to(
    mut part: Part<'_>,
    most: usize,
) -> std::result::Result<Option<Vec<u8>>, MultipartError> {
    let mut bytes = Some(Vec::new());
    while let Some(chunk) = part.chunk().await? {
        bytes = bytes.filter(|bytes| bytes.len() + chunk.len() <= most);
        if let Some(bytes) = &mut bytes {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok(bytes)
}

/// Reads the file once and keeps it, or says what is wrong with it.
async fn keep(
    app: &App,
    actor: &Actor,
    received: Received,
) -> Result<std::result::Result<ImportId, Problem>> {
    if received.is_too_large {
        return Ok(Err(said("import-file-too-large")));
    }
    if received.name.is_empty() {
        return Ok(Err(said("import-file-missing")));
    }
    let site = actor.own_site()?;
    let mut tx = app.db.read().await?;
    let keys = app.keys.site(&mut tx, site).await?;
    let mapping = store::mapping(&mut tx, site).await?;
    drop(tx);
    let sheet = Some(received.sheet).filter(|sheet| !sheet.is_empty());
    let mut read = job::read(app, received.bytes.clone(), sheet.clone(), mapping).await?;
    if read == Err(UnreadableFile::NoHeader) {
        // A heading of another list may hide the only column with names.
        let unsaid = ColumnMapping::default();
        read = job::read(app, received.bytes.clone(), sheet.clone(), unsaid).await?;
    }
    let list = match read {
        Ok(list) => list,
        Err(unreadable) => return Ok(Err(problem(&unreadable))),
    };
    let (id, now) = (ImportId::new(), app.clock.now());
    let upload = NewUpload {
        id,
        file_name: &received.name,
        file: &received.bytes,
        sheet: sheet.as_deref(),
        findings: &Findings::of(&list),
        owner: actor.account,
    };
    let mut tx = app.db.write().await?;
    store::insert(&mut tx, &keys, site, &upload, now).await?;
    audit::record(&mut tx, actor, now, Entry::new(UPLOAD, "import", id.0)).await?;
    tx.commit().await?;
    Ok(Ok(id))
}

fn problem(unreadable: &UnreadableFile) -> Problem {
    let with = |key, name, value: String| Problem {
        key,
        args: vec![(name, value)],
    };
    match unreadable {
        UnreadableFile::Empty => said("import-unreadable-empty"),
        UnreadableFile::Encrypted => said("import-unreadable-encrypted"),
        UnreadableFile::Corrupt => said("import-unreadable-corrupt"),
        UnreadableFile::NotATable => said("import-unreadable-no-table"),
        UnreadableFile::TooLarge => said("import-unreadable-unpacked"),
        UnreadableFile::TooManyRows { most } => {
            with("import-unreadable-rows", "most", most.to_string())
        }
        UnreadableFile::TooManyColumns { most } => {
            with("import-unreadable-columns", "most", most.to_string())
        }
        UnreadableFile::NoHeader => said("import-unreadable-header"),
        UnreadableFile::Nobody { header, rows } => Problem {
            key: "import-unreadable-nobody",
            args: vec![("header", header.to_string()), ("rows", rows.clone())],
        },
        UnreadableFile::NoSuchSheet { wanted, sheets } => Problem {
            key: "import-unreadable-sheet",
            args: vec![("wanted", wanted.clone()), ("sheets", sheets.clone())],
        },
        UnreadableFile::NoSheets { wanted } => {
            with("import-unreadable-sheets", "wanted", wanted.clone())
        }
        UnreadableFile::OpenQuote { line } => {
            with("import-unreadable-open-quote", "line", line.to_string())
        }
        UnreadableFile::TextAfterQuote { line } => {
            with("import-unreadable-after-quote", "line", line.to_string())
        }
    }
}

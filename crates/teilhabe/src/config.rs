//! Configuration: one TOML file, or nothing at all.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use axum::http::HeaderName;
use serde::Deserialize;

/// What the operator wrote, checked.
#[derive(Clone)]
pub struct Config {
    pub listen: SocketAddr,
    /// `sqlite:PATH` or `postgres://…`.
    pub database: String,
    pub key: KeySource,
    /// The address people type; cookies stay on encrypted connections if it begins with https.
    pub public_url: String,
    pub official_banner: bool,
    pub address_header: Option<String>,
}

/// Where the master key comes from.
#[derive(Clone)]
pub enum KeySource {
    File(PathBuf),
    /// A file with a passphrase on its first line.
    Passphrase(PathBuf),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default = "default_listen")]
    listen: SocketAddr,
    #[serde(default = "default_database")]
    database: String,
    key_file: Option<PathBuf>,
    passphrase_file: Option<PathBuf>,
    #[serde(default)]
    public_url: String,
    #[serde(default)]
    official_banner: bool,
    address_header: Option<String>,
}

fn default_listen() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 8080))
}

fn default_database() -> String {
    "sqlite:data/teilhabe.sqlite".to_owned()
}

impl Config {
    /// Reads the file; without one, `teilhabe.toml` here if it exists, else the defaults.
    pub fn load(path: Option<&Path>) -> anyhow::Result<Config> {
        let standard = Path::new("teilhabe.toml");
        let path = path.or_else(|| standard.exists().then_some(standard));
        let text = match path {
            None => String::new(),
            Some(path) => std::fs::read_to_string(path)
                .with_context(|| format!("{}: cannot be read", path.display()))?,
        };
        let name = path.map_or_else(|| "defaults".into(), |path| path.display().to_string());
        let file: Written = toml::from_str(&text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start));
            let line = before.unwrap_or_default().matches('\n').count() + 1;
            anyhow::anyhow!(
                "{name}: line {line}: {}",
                error.message().replace('\n', " ")
            )
        })?;
        let config = checked(file).with_context(|| name)?;
        Ok(config.seen_from(path.and_then(Path::parent).unwrap_or(Path::new(""))))
    }

    /// Paths in a file count from the folder it stands in.
    fn seen_from(mut self, folder: &Path) -> Config {
        if let Some(file) = self.file() {
            self.database = format!("sqlite:{}", folder.join(file).display());
        }
        let (KeySource::File(path) | KeySource::Passphrase(path)) = &mut self.key;
        *path = folder.join(&*path);
        self
    }

    /// Where a SQLite database lies.
    pub fn file(&self) -> Option<&Path> {
        let path = self.database.strip_prefix("sqlite:")?;
        Some(Path::new(path.trim_start_matches("//")))
    }

    /// Everything of a SQLite installation in one folder.
    pub fn in_folder(folder: &Path, listen: SocketAddr) -> Config {
        Config {
            listen,
            database: format!("sqlite:{}", folder.join("teilhabe.sqlite").display()),
            key: KeySource::File(folder.join("master.key")),
            public_url: String::new(),
            official_banner: false,
            address_header: None,
        }
    }
}

fn checked(file: Written) -> anyhow::Result<Config> {
    let key = match (file.key_file, file.passphrase_file) {
        (Some(_), Some(_)) => bail!("key_file and passphrase_file exclude each other"),
        (Some(path), None) => KeySource::File(path),
        (None, Some(path)) => KeySource::Passphrase(path),
        (None, None) => KeySource::File(PathBuf::from("data/master.key")),
    };
    let url = &file.public_url;
    if !url.is_empty()
        && !["http://", "https://"]
            .iter()
            .any(|begin| url.starts_with(begin))
    {
        bail!("public_url must begin with http:// or https://, or be left out");
    }
    if let Some(name) = &file.address_header
        && HeaderName::try_from(name).is_err()
    {
        bail!("address_header: {name:?} cannot name a header");
    }
    Ok(Config {
        listen: file.listen,
        database: file.database,
        key,
        public_url: file.public_url,
        official_banner: file.official_banner,
        address_header: file.address_header.map(|name| name.to_ascii_lowercase()),
    })
}

//! Configuration: one TOML file, or nothing at all.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
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
    Passphrase {
        passphrase: String,
        salt: vault::Salt,
    },
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
        let file: Written =
            toml::from_str(&text).with_context(|| format!("{name}: not understood"))?;
        checked(file).with_context(|| name)
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
        (None, Some(path)) => passphrase(&path)?,
        (None, None) => KeySource::File(PathBuf::from("data/master.key")),
    };
    Ok(Config {
        listen: file.listen,
        database: file.database,
        key,
        public_url: file.public_url,
        official_banner: file.official_banner,
        address_header: file.address_header.map(|name| name.to_ascii_lowercase()),
    })
}

/// The passphrase on the first line; the salt beside it in `FILE.salt`, made when first needed.
fn passphrase(path: &Path) -> anyhow::Result<KeySource> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("{}: cannot be read", path.display()))?;
    let passphrase = text.lines().next().unwrap_or_default().trim().to_owned();
    let mut salt_path = path.as_os_str().to_owned();
    salt_path.push(".salt");
    let salt_path = PathBuf::from(salt_path);
    let salt = match std::fs::read(&salt_path) {
        Ok(bytes) => bytes
            .try_into()
            .map_err(|_| anyhow::anyhow!("{}: is not a salt of 16 bytes", salt_path.display()))?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let salt = vault::MasterKey::new_salt();
            std::fs::write(&salt_path, salt)
                .with_context(|| format!("{}: cannot be written", salt_path.display()))?;
            salt
        }
        Err(error) => return Err(error).with_context(|| salt_path.display().to_string()),
    };
    Ok(KeySource::Passphrase { passphrase, salt })
}

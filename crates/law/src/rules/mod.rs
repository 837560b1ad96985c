//! The rules as data: one TOML file per subject, embedded, or loaded from a folder.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::status::{Status, StatusCode};

/// A complete set of rules.
#[derive(Debug)]
pub struct Rules {
    statuses: StatusFile,
}

impl Rules {
    /// The rules that this version of the crate carries.
    ///
    /// # Panics
    /// Never with the files of a release: a test reads each of them.
    pub fn embedded() -> &'static Self {
        static RULES: OnceLock<Rules> = OnceLock::new();
        RULES.get_or_init(|| {
            let statuses = toml::from_str(include_str!("../../rules/status.toml"));
            Rules {
                statuses: statuses.unwrap_or_else(|e| panic!("embedded status.toml: {e}")),
            }
        })
    }

    /// Every status, in the order of the file.
    pub fn statuses(&self) -> &[Status] {
        &self.statuses.status
    }

    /// The status with this code.
    pub fn status(&self, code: &str) -> Option<&Status> {
        self.statuses
            .status
            .iter()
            .find(|status| status.code.as_str() == code)
    }

    /// The codes of a named class; empty where no such class exists.
    pub fn class(&self, name: &str) -> &[StatusCode] {
        self.statuses.classes.get(name).map_or(&[], Vec::as_slice)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StatusFile {
    #[expect(dead_code, reason = "printed with the answer")]
    stand: String,
    status: Vec<Status>,
    classes: BTreeMap<String, Vec<StatusCode>>,
}

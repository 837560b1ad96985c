//! What every handler can reach.

use std::ops::Deref;
use std::sync::Arc;

use crate::jobs::Jobs;
use crate::keys::Keys;
use crate::operations::Metrics;
use crate::settings::Settings;
use crate::ui::Texts;
use crate::{Act, Clock};

/// The parts of a running program; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<AppParts>);

pub struct AppParts {
    pub db: db::Db,
    pub keys: Keys,
    pub clock: Clock,
    pub texts: Texts,
    pub settings: Settings,
    pub nav: Vec<NavEntry>,
    pub jobs: Jobs,
    pub metrics: Metrics,
}

impl App {
    pub fn new(parts: AppParts) -> Self {
        App(Arc::new(parts))
    }
}

impl Deref for App {
    type Target = AppParts;
    fn deref(&self) -> &AppParts {
        &self.0
    }
}

/// The five parts of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    Cases,
    Alliance,
    Evaluation,
    Figures,
    Administration,
}

impl Section {
    pub const ALL: [Section; 5] = [
        Section::Cases,
        Section::Alliance,
        Section::Evaluation,
        Section::Figures,
        Section::Administration,
    ];

    pub fn label_key(self) -> &'static str {
        match self {
            Section::Cases => "nav-cases",
            Section::Alliance => "nav-alliance",
            Section::Evaluation => "nav-evaluation",
            Section::Figures => "nav-figures",
            Section::Administration => "nav-administration",
        }
    }
}

/// A page that the navigation offers to those who may see it.
#[derive(Clone, Copy, Debug)]
pub struct NavEntry {
    pub section: Section,
    pub label_key: &'static str,
    pub href: &'static str,
    pub act: Act,
}

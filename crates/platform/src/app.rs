//! What every handler can reach.

use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};

use axum::http::Extensions;

use crate::jobs::Jobs;
use crate::keys::Keys;
use crate::operations::Metrics;
use crate::settings::Settings;
use crate::ui::Texts;
use crate::{Act, Clock, start};

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
    pub start: Vec<start::Ask>,
    pub metrics: Metrics,
    pub shelf: Shelf,
}

/// What rooms keep between requests, one of each type.
#[derive(Default)]
pub struct Shelf(Mutex<Extensions>);

impl Shelf {
    /// A handle to what is kept as `T`, which begins with its default.
    pub fn of<T: Clone + Default + Send + Sync + 'static>(&self) -> T {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get_or_insert_default::<T>().clone()
    }
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

/// The parts of the navigation: the start page, and five that have a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    Start,
    Cases,
    Alliance,
    Evaluation,
    Figures,
    Administration,
}

impl Section {
    pub const ALL: [Section; 6] = [
        Section::Start,
        Section::Cases,
        Section::Alliance,
        Section::Evaluation,
        Section::Figures,
        Section::Administration,
    ];

    pub fn label_key(self) -> Option<&'static str> {
        match self {
            Section::Start => None,
            Section::Cases => Some("nav-cases"),
            Section::Alliance => Some("nav-alliance"),
            Section::Evaluation => Some("nav-evaluation"),
            Section::Figures => Some("nav-figures"),
            Section::Administration => Some("nav-administration"),
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

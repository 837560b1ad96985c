//! What each room brings to the start page: figures at a glance, and what needs a hand today.

use std::pin::Pin;

use crate::ui::Ui;
use crate::{Actor, App, Result};

/// A room's share of the start page of one reader.
#[derive(Clone, Debug, Default)]
pub struct Start {
    pub tiles: Vec<Tile>,
    pub hands: Vec<Hand>,
}

/// A figure at a glance.
#[derive(Clone, Debug)]
pub struct Tile {
    pub label_key: &'static str,
    pub value: String,
    pub href: &'static str,
}

/// Something that needs a hand, and the page where that is done.
#[derive(Clone, Debug)]
pub struct Hand {
    pub text: String,
    pub href: String,
}

impl Start {
    pub fn tile(&mut self, label_key: &'static str, value: String, href: &'static str) {
        self.tiles.push(Tile {
            label_key,
            value,
            href,
        });
    }

    pub fn hand(&mut self, text: String, href: impl Into<String>) {
        self.hands.push(Hand {
            text,
            href: href.into(),
        });
    }
}

/// Asks a room for its share; nothing for readers whose work is elsewhere.
pub type Ask = for<'a> fn(&'a App, &'a Actor, &'a Ui) -> Answer<'a>;
pub type Answer<'a> = Pin<Box<dyn Future<Output = Result<Start>> + Send + 'a>>;

/// All shares in the order of the rooms.
///
/// # Errors
/// If a room cannot answer.
pub async fn gather(app: &App, actor: &Actor, ui: &Ui) -> Result<Start> {
    let mut all = Start::default();
    for ask in &app.start {
        let share = ask(app, actor, ui).await?;
        all.tiles.extend(share.tiles);
        all.hands.extend(share.hands);
    }
    Ok(all)
}

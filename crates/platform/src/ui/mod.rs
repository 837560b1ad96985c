//! The face of every page: language, texts, navigation, shell, forms, tables and the files they need.
//!
//! A page struct has a field `ui: Ui`; its template extends `ui/templates/shell.html` and uses the
//! macros of `_form.html`, `_table.html`, `_chart.html`, `_confirm.html` and `_show.html`, all of
//! which `style.html` shows.

use std::sync::Arc;

use fluent_bundle::FluentArgs;
use jiff::Timestamp;
use jiff::civil::Date;

mod alphabet;
pub mod assets;
pub mod check;
mod fields;
mod figure;
mod format;
mod given;
mod lang;
mod paging;
mod sample;
mod texts;

#[cfg(test)]
mod tests;

pub use alphabet::alphabetical;
pub use fields::{Choice, FieldErrors, Problem};
pub use figure::Figure;
pub use given::Given;
pub use lang::Lang;
pub use paging::{Order, Page, PageLink, Query, SortLink};
pub use texts::{RoomTexts, Texts, TextsError};

/// The sentences of the shell, the sign-in and the error pages, and the words all rooms share.
pub const TEXTS: RoomTexts = RoomTexts {
    room: "platform",
    de: concat!(
        include_str!("../../texts/de.ftl"),
        "\n",
        include_str!("../../texts/administration.de.ftl")
    ),
    en: concat!(
        include_str!("../../texts/en.ftl"),
        "\n",
        include_str!("../../texts/administration.en.ftl")
    ),
};

/// Everything the shell needs for one page; cheap to clone.
#[derive(Clone)]
pub struct Ui(Arc<UiParts>);

/// What a request contributes to its page.
#[derive(Clone)]
pub struct UiParts {
    pub lang: Lang,
    pub theme: Theme,
    pub texts: Texts,
    pub nav: Vec<NavSection>,
    pub user: Option<UserBadge>,
    /// Path and query of the page, to come back to after a change of language or theme.
    pub path: String,
    pub flash: Option<Flash>,
    /// Says at the top that this is an official website.
    pub banner: bool,
    /// Says at the top that all people are invented.
    pub demo_mark: bool,
}

/// Light, dark, or as the reader's system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    pub fn code(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    pub fn from_code(code: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.code() == code)
    }

    fn label_key(self) -> &'static str {
        match self {
            Theme::Auto => "theme-auto",
            Theme::Light => "theme-light",
            Theme::Dark => "theme-dark",
        }
    }
}

/// A part of the navigation; the first has no heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavSection {
    pub label_key: Option<&'static str>,
    pub items: Vec<NavItem>,
}

/// One page of the navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavItem {
    pub label_key: &'static str,
    pub href: String,
    pub current: bool,
}

impl NavItem {
    pub fn new(label_key: &'static str, href: impl Into<String>) -> NavItem {
        NavItem {
            label_key,
            href: href.into(),
            current: false,
        }
    }

    /// How many characters of the path this item accounts for, if the path lies below it.
    fn reach(&self, path: &str) -> Option<usize> {
        let rest = path.strip_prefix(self.href.as_str())?;
        let below = rest.is_empty() || rest.starts_with(['/', '?']);
        below.then_some(self.href.len())
    }
}

/// Who is signed in, as the header shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserBadge {
    pub name: String,
    pub role_key: &'static str,
    pub site_name: Option<String>,
    /// The roles this account can change between; none or one shows no switch.
    pub hats: Vec<Hat>,
}

/// A role at a site that an account can put on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hat {
    pub id: String,
    pub label: String,
    pub current: bool,
}

/// What the last act brought about, said once on the next page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    pub kind: FlashKind,
    pub text: String,
}

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlashKind {
    Success,
    Info,
    Warning,
    Error,
}

impl FlashKind {
    /// The name of the kind in KERN's classes.
    pub fn class(self) -> &'static str {
        match self {
            FlashKind::Success => "success",
            FlashKind::Info => "info",
            FlashKind::Warning => "warning",
            FlashKind::Error => "danger",
        }
    }

    /// Errors interrupt a screen reader, other messages wait.
    pub fn role(self) -> &'static str {
        match self {
            FlashKind::Error => "alert",
            FlashKind::Success | FlashKind::Info | FlashKind::Warning => "status",
        }
    }
}

/// One entry of the language or theme switch.
pub struct Preference {
    pub field: &'static str,
    pub code: &'static str,
    pub label: String,
    pub current: bool,
}

impl Ui {
    pub fn new(mut parts: UiParts) -> Ui {
        mark_current(&mut parts.nav, &parts.path);
        Ui(Arc::new(parts))
    }

    /// Says and formats things where there is no page: for files, reports and the command line.
    pub fn voice(texts: Texts, lang: Lang) -> Ui {
        Ui::new(UiParts {
            lang,
            theme: Theme::Auto,
            texts,
            nav: Vec::new(),
            user: None,
            path: String::new(),
            flash: None,
            banner: false,
            demo_mark: false,
        })
    }

    /// The sentence of a key. A missing one is shown as `⟦key⟧`, which no test lets pass.
    pub fn t(&self, key: &str) -> String {
        self.say(key, None)
    }

    /// The sentence of a key that is made from a code, or nothing if the code has no words.
    pub fn known(&self, key: &str) -> Option<String> {
        self.0.texts.find(self.0.lang, key, None)
    }

    /// The sentence of a key with arguments.
    pub fn ta(&self, key: &str, args: &[(&str, &str)]) -> String {
        let mut given = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            given.set(*name, *value);
        }
        self.say(key, Some(&given))
    }

    /// The sentence of a key for a count, which is its argument `$n`.
    pub fn tn(&self, key: &str, n: impl Given<i64>) -> String {
        let mut args = FluentArgs::with_capacity(1);
        args.set("n", n.given());
        self.say(key, Some(&args))
    }

    /// What is wrong with a field, in words.
    pub fn problem(&self, problem: &Problem) -> String {
        let args: Vec<_> = problem
            .args
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        self.ta(problem.key, &args)
    }

    /// `22.11.2026`, `22 Nov 2026`.
    pub fn day(&self, day: impl Given<Date>) -> String {
        format::day(self.0.lang, day.given())
    }

    /// The day, or a dash.
    pub fn opt_day(&self, day: impl Given<Option<Date>>) -> String {
        day.given()
            .map_or_else(|| "–".to_owned(), |day| self.day(day))
    }

    /// `22.11.2026, 14:05 Uhr` in German local time.
    pub fn time(&self, instant: impl Given<Timestamp>) -> String {
        format::time(self.0.lang, instant.given())
    }

    /// `1.234`.
    pub fn number(&self, number: impl Given<i64>) -> String {
        format::number(self.0.lang, number.given())
    }

    /// `1.234,5` from hundredths.
    pub fn decimal(&self, hundredths: impl Given<i64>) -> String {
        format::decimal(self.0.lang, hundredths.given())
    }

    /// The address of a file of `crates/platform/assets`, which changes with its content.
    pub fn asset(&self, path: &str) -> String {
        assets::address(path)
    }

    /// Whether the vendored style and script files are there.
    pub fn dressed(&self) -> bool {
        assets::complete()
    }

    pub fn lang(&self) -> Lang {
        self.0.lang
    }

    pub fn theme(&self) -> Theme {
        self.0.theme
    }

    pub fn nav(&self) -> &[NavSection] {
        &self.0.nav
    }

    pub fn user(&self) -> Option<&UserBadge> {
        self.0.user.as_ref()
    }

    pub fn path(&self) -> &str {
        &self.0.path
    }

    pub fn flash(&self) -> Option<&Flash> {
        self.0.flash.as_ref()
    }

    pub fn banner(&self) -> bool {
        self.0.banner
    }

    pub fn demo_mark(&self) -> bool {
        self.0.demo_mark
    }

    pub fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }

    pub fn languages(&self) -> Vec<Preference> {
        let preference = |lang: Lang| Preference {
            field: "lang",
            code: lang.code(),
            label: lang.own_name().to_owned(),
            current: lang == self.0.lang,
        };
        Lang::ALL.map(preference).into()
    }

    pub fn themes(&self) -> Vec<Preference> {
        let preference = |theme: Theme| Preference {
            field: "theme",
            code: theme.code(),
            label: self.t(theme.label_key()),
            current: theme == self.0.theme,
        };
        Theme::ALL.map(preference).into()
    }

    fn say(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        self.0
            .texts
            .find(self.0.lang, key, args)
            .unwrap_or_else(|| {
                tracing::warn!(key, "no text for key {key}");
                format!("⟦{key}⟧")
            })
    }
}

/// Marks the one item that reaches furthest along the path.
fn mark_current(nav: &mut [NavSection], path: &str) {
    let items = nav.iter_mut().flat_map(|section| section.items.iter_mut());
    let nearest = items
        .filter(|item| item.reach(path).is_some())
        .max_by_key(|item| item.href.len());
    if let Some(item) = nearest {
        item.current = true;
    }
}

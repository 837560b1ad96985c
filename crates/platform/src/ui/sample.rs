//! The page surroundings with which every template is rendered in tests.

use super::{
    Flash, FlashKind, Hat, Lang, NavItem, NavSection, RoomTexts, TEXTS, Texts, TextsError, Theme,
    Ui, UiParts, UserBadge,
};

impl Ui {
    /// A signed-in page in German with invented people and the texts of the given rooms.
    pub fn sample(rooms: &[RoomTexts]) -> Result<Ui, TextsError> {
        Ok(Ui::new(UiParts::sample(rooms)?))
    }
}

impl UiParts {
    /// The parts of [`Ui::sample`], to be changed where a test needs another language or theme.
    pub fn sample(rooms: &[RoomTexts]) -> Result<UiParts, TextsError> {
        let mut all = vec![TEXTS];
        all.extend_from_slice(rooms);
        Ok(UiParts {
            lang: Lang::De,
            theme: Theme::Auto,
            texts: Texts::new(&all)?,
            nav: nav(),
            user: Some(user()),
            path: "/cases?stage=open".to_owned(),
            flash: Some(Flash {
                kind: FlashKind::Success,
                text: "Gespeichert. Nichts weiter zu tun.".to_owned(),
            }),
            banner: false,
            demo_mark: true,
        })
    }
}

fn nav() -> Vec<NavSection> {
    let section = |label_key, items: &[(&'static str, &str)]| NavSection {
        label_key: Some(label_key),
        items: items
            .iter()
            .map(|(key, href)| NavItem::new(key, *href))
            .collect(),
    };
    vec![
        section(
            "nav-cases",
            &[("nav-start", "/"), ("nav-case-list", "/cases")],
        ),
        section("nav-alliance", &[("nav-directory", "/directory")]),
        section("nav-evaluation", &[("nav-reports", "/reports")]),
        section("nav-figures", &[("nav-statistics", "/statistics")]),
        section(
            "nav-administration",
            &[("nav-import", "/imports"), ("nav-sessions", "/sessions")],
        ),
    ]
}

fn user() -> UserBadge {
    let hat = |id: &str, label: &str, current| Hat {
        id: id.to_owned(),
        label: label.to_owned(),
        current,
    };
    UserBadge {
        name: "Anna Sommer".to_owned(),
        role_key: "role-case-manager",
        site_name: Some("Stadt Musterhausen".to_owned()),
        hats: vec![
            hat("1", "Teilhabemanagement, Stadt Musterhausen", true),
            hat("2", "Geschäftsführende Stelle, Stadt Musterhausen", false),
        ],
    }
}

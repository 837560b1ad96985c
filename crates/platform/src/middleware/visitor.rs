//! Who asks, from where and in which language, and what stands around their pages.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, Request};
use axum::http::{HeaderMap, header};
use jiff::{SignedDuration, Timestamp};

use super::SESSION_COOKIE;
use crate::sessions::{Token, store};
use crate::ui::{Flash, FlashKind, Hat, Lang, NavItem, NavSection, Theme, Ui, UiParts, UserBadge};
use crate::{Actor, App, Result, Section};

/// Where a request comes from, for throttling.
#[derive(Clone, Debug)]
pub(crate) struct Address(pub String);

/// The signed-in person and all their roles.
pub(super) async fn known(
    app: &App,
    cookies: &Cookies,
) -> Result<Option<(Actor, Vec<store::HeldRole>)>> {
    let Some(cookie) = cookies
        .get(SESSION_COOKIE)
        .filter(|value| !value.is_empty())
    else {
        return Ok(None);
    };
    let now = app.clock.now();
    let mut tx = app.db.read().await?;
    let token = Token::from_cookie(cookie);
    let Some((actor, seen_at)) = store::actor(&mut tx, &token.hash(), now).await? else {
        return Ok(None);
    };
    let roles = store::roles(&mut tx, actor.account).await?;
    drop(tx);
    if now.duration_since(seen_at) > SignedDuration::from_mins(1)
        && seen(app, &actor, now).await.is_err()
    {
        // Reading goes on while the disk is full.
        tracing::warn!("a session could not be marked as used");
    }
    Ok(Some((actor, roles)))
}

async fn seen(app: &App, actor: &Actor, now: Timestamp) -> Result<()> {
    let mut tx = app.db.write().await?;
    store::seen(&mut tx, actor.session, now).await?;
    Ok(tx.commit().await?)
}

/// The address that was asked for, with its query.
pub(super) fn path(request: &Request) -> String {
    let asked = request.uri().path_and_query();
    asked.map_or("/", |path| path.as_str()).to_owned()
}

pub(super) fn ui(
    app: &App,
    request: &Request,
    cookies: &Cookies,
    known: Option<&(Actor, Vec<store::HeldRole>)>,
) -> Ui {
    let accept = request
        .headers()
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|v| v.to_str().ok());
    let lang = cookies
        .get("teilhabe_lang")
        .and_then(Lang::from_code)
        .or_else(|| accept.map(Lang::from_header))
        .unwrap_or_default();
    let theme = cookies
        .get("teilhabe_theme")
        .and_then(Theme::from_code)
        .unwrap_or_default();
    let mut parts = UiParts {
        lang,
        theme,
        texts: app.texts.clone(),
        nav: Vec::new(),
        user: None,
        path: path(request),
        flash: None,
        banner: app.settings.official_banner,
        demo_mark: !app.settings.demo_accounts.is_empty(),
    };
    let teller = Ui::new(parts.clone());
    parts.flash = cookies
        .get("teilhabe_notice")
        .filter(|key| is_key(key))
        .map(|key| Flash {
            kind: FlashKind::Success,
            text: teller.t(key),
        });
    if let Some((actor, roles)) = known {
        if !actor.must_change_password {
            parts.nav = nav(app, actor);
        }
        parts.user = Some(badge(&teller, actor, roles));
    }
    Ui::new(parts)
}

fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn nav(app: &App, actor: &Actor) -> Vec<NavSection> {
    Section::ALL
        .into_iter()
        .map(|section| NavSection {
            label_key: section.label_key(),
            items: app
                .nav
                .iter()
                .filter(|entry| entry.section == section && entry.act.is_open_to(actor.role))
                .map(|entry| NavItem::new(entry.label_key, entry.href))
                .collect(),
        })
        .filter(|section| !section.items.is_empty())
        .collect()
}

fn badge(ui: &Ui, actor: &Actor, roles: &[store::HeldRole]) -> UserBadge {
    let hat = |held: &store::HeldRole| Hat {
        id: held.id.to_string(),
        label: match &held.site_name {
            Some(site) => format!("{} · {site}", ui.t(held.role.label_key())),
            None => ui.t(held.role.label_key()),
        },
        current: held.role == actor.role && held.site == actor.site,
    };
    UserBadge {
        name: actor.name.clone(),
        role_key: actor.role.label_key(),
        site_name: actor.site_name.clone(),
        hats: roles.iter().map(hat).collect(),
    }
}

pub(super) fn address(app: &App, request: &Request) -> Address {
    let header = app.settings.address_header.as_deref();
    let told = header.and_then(|name| told(request.headers(), name));
    let socket = || {
        request
            .extensions()
            .get::<ConnectInfo<SocketAddr>>()
            .map(|info| info.0.ip().to_string())
    };
    Address(told.or_else(socket).unwrap_or_else(|| "unknown".to_owned()))
}

/// The nearest proxy writes last: in a line of its own, or at the end of one.
fn told(headers: &HeaderMap, name: &str) -> Option<String> {
    let line = headers.get_all(name).iter().next_back()?;
    let last = line.to_str().ok()?.rsplit(',').next()?.trim();
    (!last.is_empty()).then(|| last.to_owned())
}

pub(super) struct Cookies(Vec<(String, String)>);

impl Cookies {
    pub(super) fn read(headers: &HeaderMap) -> Cookies {
        let pairs = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        Cookies(pairs)
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(found, _)| found == name)
            .map(|(_, value)| value.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_visitor_writes_before_the_proxy_does_not_count() {
        let name = "x-forwarded-for";
        let mut headers = HeaderMap::new();
        assert_eq!(told(&headers, name), None);
        for (line, address) in [
            ("192.0.2.1, 192.0.2.2", Some("192.0.2.2")),
            ("192.0.2.3", Some("192.0.2.3")),
            ("192.0.2.4,", None),
        ] {
            headers.append(name, line.parse().unwrap());
            assert_eq!(told(&headers, name).as_deref(), address);
        }
    }
}

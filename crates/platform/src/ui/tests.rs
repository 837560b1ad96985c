use askama::Template;
use charts::{Chart, Kind, Series};
use jiff::civil::date;

use super::*;

fn ui(lang: Lang) -> Ui {
    let mut parts = UiParts::sample(&[]).unwrap();
    parts.lang = lang;
    Ui::new(parts)
}

mod languages {
    use super::*;

    #[test]
    fn the_header_chooses_the_best_language_we_speak() {
        let of = Lang::from_header;
        assert_eq!(of("de-DE,de;q=0.9,en;q=0.8"), Lang::De);
        assert_eq!(of("en-GB, en;q=0.9, de;q=0.5"), Lang::En);
        assert_eq!(of("fr-FR, en;q=0.2, de;q=0.7"), Lang::De);
        assert_eq!(of("uk, en;q=0.3"), Lang::En);
        assert_eq!(of("en;q=0, de;q=0.1"), Lang::De);
        assert_eq!(of("ar"), Lang::De);
        assert_eq!(of(""), Lang::De);
    }

    #[test]
    fn a_text_in_one_language_only_is_refused() {
        let room = RoomTexts {
            room: "x",
            de: "a = A\nb = B\n",
            en: "a = A\n",
        };
        let error = Texts::new(&[room]).err().unwrap();
        assert_eq!(error.to_string(), "x: texts in one language only: b");
    }

    #[test]
    fn a_key_of_two_rooms_is_refused() {
        let room = RoomTexts {
            room: "x",
            de: "save = Sichern\n",
            en: "save = Keep\n",
        };
        assert!(Texts::new(&[TEXTS, room]).is_err());
    }

    #[test]
    fn a_missing_text_is_seen() {
        assert_eq!(ui(Lang::De).t("no-such-key"), "⟦no-such-key⟧");
        assert_eq!(
            ui(Lang::De).t("field-too-long"),
            "⟦field-too-long⟧",
            "it lacks its argument"
        );
    }

    #[test]
    fn no_page_of_the_platform_asks_for_a_missing_text() {
        let src = std::path::Path::new("src");
        let missing = check::missing_keys(src, &[]).unwrap();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn plurals_follow_the_language_and_group_their_digits() {
        assert_eq!(ui(Lang::De).tn("rows-total", 0), "Keine Einträge");
        assert_eq!(ui(Lang::De).tn("rows-total", 1), "Ein Eintrag");
        assert_eq!(ui(Lang::De).tn("rows-total", 6700), "6.700 Einträge");
        assert_eq!(ui(Lang::En).tn("rows-total", 6700), "6,700 entries");
    }
}

mod writing {
    use super::*;

    #[test]
    fn days_and_times_are_written_as_in_german_offices() {
        let day = date(2026, 1, 5);
        assert_eq!(ui(Lang::De).day(day), "05.01.2026");
        assert_eq!(ui(Lang::En).day(day), "5 Jan 2026");
        assert_eq!(ui(Lang::De).opt_day(None), "–");
        let summer: Timestamp = "2026-07-01T22:05:00Z".parse().unwrap();
        assert_eq!(ui(Lang::De).time(summer), "02.07.2026, 00:05 Uhr");
        let winter: Timestamp = "2026-01-01T12:00:00Z".parse().unwrap();
        assert_eq!(ui(Lang::En).time(winter), "1 Jan 2026, 13:00");
    }

    #[test]
    fn numbers_are_grouped_and_keep_their_sign() {
        let de = ui(Lang::De);
        assert_eq!(de.number(0), "0");
        assert_eq!(de.number(999), "999");
        assert_eq!(de.number(1000), "1.000");
        assert_eq!(de.number(-1_234_567), "−1.234.567");
        assert_eq!(ui(Lang::En).number(1_234_567), "1,234,567");
        assert_eq!(de.decimal(123_450), "1.234,5");
        assert_eq!(de.decimal(50), "0,5");
        assert_eq!(de.decimal(-5), "−0,05");
        assert_eq!(de.decimal(200), "2");
        assert_eq!(ui(Lang::En).decimal(123_456), "1,234.56");
    }
}

mod lists {
    use super::*;

    #[test]
    fn links_keep_filters_and_start_again_at_the_first_page() {
        let query = Query::parse("q=M%C3%BCller&page=4&sort=name");
        assert_eq!(query.link("sort", "-name"), "?q=M%C3%BCller&sort=-name");
        assert_eq!(query.link("page", "5"), "?q=M%C3%BCller&sort=name&page=5");
    }

    #[test]
    fn pages_name_the_first_the_near_and_the_last() {
        let page = Page::of(&Query::parse("page=5"), 50).counted(500, false);
        assert_eq!(page.offset(), 200);
        let numbers: Vec<u64> = page.around().iter().map(|link| link.number).collect();
        assert_eq!(numbers, [1, 0, 4, 5, 6, 0, 10]);
        assert_eq!(page.next().as_deref(), Some("?page=6"));
    }

    #[test]
    fn the_last_page_has_no_next() {
        let page = Page::of(&Query::parse("page=2"), 50).counted(100, false);
        assert_eq!(page.next(), None);
        assert_eq!(page.previous().as_deref(), Some("?page=1"));
        let behind = Page::of(&Query::parse("page=9"), 50).counted(100, false);
        assert_eq!((behind.number, behind.offset()), (2, 50));
        let capped = Page::of(&Query::parse("page=9"), 50).counted(100, true);
        assert_eq!(capped.number, 9, "nobody knows where the end is");
        let nonsense = Page::of(&Query::parse("page=-3"), 50).counted(0, false);
        assert_eq!(
            (nonsense.number, nonsense.next(), nonsense.previous()),
            (1, None, None)
        );
    }

    #[test]
    fn a_second_click_on_a_heading_turns_the_order() {
        let fresh = Query::parse("q=a");
        assert_eq!(SortLink::new(&fresh, "name", "name").href, "?q=a&sort=name");
        let up = SortLink::new(&Query::parse("sort=name"), "name", "name");
        assert_eq!((up.aria(), up.href.as_str()), ("ascending", "?sort=-name"));
        let first = SortLink::first(&fresh, "name", "name", Order::Ascending);
        assert_eq!(
            (first.aria(), first.href.as_str()),
            ("ascending", "?q=a&sort=-name")
        );
    }
}

mod files {
    use axum::body::Body;
    use axum::http::{Request, StatusCode, header};
    use axum::response::Response;
    use tower::ServiceExt;

    use super::*;

    async fn get(path: &str) -> Response {
        let request = Request::get(path).body(Body::empty()).unwrap();
        assets::routes::<()>().oneshot(request).await.unwrap()
    }

    #[tokio::test]
    async fn files_are_served_with_their_kind() {
        for (path, kind) in [
            ("app.css", "text/css; charset=utf-8"),
            ("charts.css", "text/css; charset=utf-8"),
            ("icon.svg", "image/svg+xml"),
        ] {
            let response = get(&ui(Lang::De).asset(path)).await;
            assert_eq!(response.status(), StatusCode::OK, "{path}");
            assert_eq!(response.headers()[header::CONTENT_TYPE], kind);
        }
    }

    #[tokio::test]
    async fn a_page_of_the_last_version_still_finds_its_style() {
        let response = get("/assets/0123456789abcdef/app.css").await;
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()[header::CACHE_CONTROL], "no-cache");
    }

    #[tokio::test]
    async fn nothing_outside_the_folder_is_served() {
        for path in [
            "/assets/x/../Cargo.toml",
            "/assets/x/%2e%2e/Cargo.toml",
            "/assets/x/none.css",
        ] {
            assert_eq!(get(path).await.status(), StatusCode::NOT_FOUND, "{path}");
        }
    }
}

mod pages {
    use super::*;

    struct Row {
        name: &'static str,
        day: Date,
        kind: &'static str,
        state: &'static str,
        days: i64,
    }

    #[derive(Template)]
    #[template(path = "ui/templates/style.html")]
    struct Style {
        ui: Ui,
        calm: FieldErrors,
        errors: FieldErrors,
        choices: Vec<Choice>,
        rows: Vec<Row>,
        by_name: SortLink,
        by_day: SortLink,
        page: Page,
        instant: Timestamp,
        figure: Figure,
    }

    #[derive(Template)]
    #[template(
        source = r#"{% extends "ui/templates/bare.html" %}{% import "ui/templates/_form.html" as form %}
{% block title %}{{ ui.t("sign-in-title") }}{% endblock %}
{% block heading %}{{ ui.t("sign-in-title") }}{% endblock %}
{% block content %}<p class="lead">{{ ui.t("sign-in-lead") }}</p>
<form class="form" method="post" action="/session" novalidate>
{{ form::text(ui, errors, "email", "email", "", kind="email", autocomplete="username") }}
{{ form::text(ui, errors, "password", "password", "", kind="password", autocomplete="current-password") }}
{{ form::buttons(ui, "sign-in", "") }}</form>{% endblock %}"#,
        ext = "html"
    )]
    struct Bare {
        ui: Ui,
        errors: FieldErrors,
    }

    fn entries() -> Chart {
        let quarters = ["2025 Q3", "2025 Q4", "2026 Q1", "2026 Q2"].map(str::to_owned);
        let series = |name: &str, values: [f64; 4]| Series {
            name: name.to_owned(),
            values: values.into_iter().map(Some).collect(),
        };
        let both = vec![
            series("Einstiege", [31.0, 44.0, 38.0, 41.0]),
            series("Ausstiege", [12.0, 19.0, 27.0, 30.0]),
        ];
        Chart::new(
            Kind::GroupedBars,
            "Einstiege und Ausstiege",
            quarters.into(),
            both,
        )
        .unwrap()
        .categories_called("Quartal")
    }

    fn rows() -> Vec<Row> {
        let row = |name, day, kind, state, days| Row {
            name,
            day,
            kind,
            state,
            days,
        };
        vec![
            row(
                "Amina Beispiel",
                date(2026, 11, 20),
                "warning",
                "Klärung",
                12,
            ),
            row(
                "Yusuf Muster-Langename",
                date(2026, 9, 2),
                "success",
                "In Umsetzung",
                1081,
            ),
            row(
                "Olena Probe",
                date(2026, 1, 15),
                "plain",
                "Abgeschlossen",
                0,
            ),
        ]
    }

    fn style(ui: Ui) -> Style {
        let query = Query::parse("stage=open&page=3");
        let mut errors = FieldErrors::one("email", "field-not-an-email");
        errors.add("reason", "field-choose");
        let note = "Basis: 154 Personen. Zellen unter 3 sind geschützt.";
        let figure = Figure::new(&ui, "entries", &entries(), note);
        Style {
            ui,
            calm: FieldErrors::none(),
            errors,
            choices: vec![
                Choice::new("a", "Ausbildung"),
                Choice::new("b", "Beschäftigung").chosen_if(true),
                Choice::new("c", "Sprachkurs"),
            ],
            rows: rows(),
            by_name: SortLink::first(&query, "name", "name", Order::Ascending),
            by_day: SortLink::new(&query, "opened", "date"),
            page: Page::of(&query, 25).counted(1234, false),
            instant: "2026-11-22T13:05:00Z".parse().unwrap(),
            figure,
        }
    }

    #[test]
    fn every_macro_renders_in_both_languages_without_a_missing_text() {
        for lang in Lang::ALL {
            let html = style(ui(lang)).render().unwrap();
            let gap = html.find('⟦').map(|at| &html[at..html.len().min(at + 60)]);
            assert_eq!(gap, None);
            assert!(
                !html.contains("style="),
                "the content security policy blocks inline styles"
            );
            assert!(!html.contains("<script>"), "and inline scripts");
        }
    }

    #[test]
    fn a_wrong_field_is_tied_to_its_error_and_named_in_the_summary() {
        let html = style(ui(Lang::De)).render().unwrap();
        assert!(html.contains(r##"<a href="#field-email">"##));
        assert!(html.contains(r#"aria-invalid="true" aria-describedby="error-email""#));
        assert!(html.contains(r#"id="error-email""#));
    }

    #[test]
    fn the_nearest_page_of_the_navigation_is_current() {
        let html = style(ui(Lang::De)).render().unwrap();
        assert!(html.contains(r#"<a href="/cases" aria-current="page">"#));
        assert_eq!(html.matches(r#"href="/" aria-current"#).count(), 0);
    }

    #[test]
    fn an_id_occurs_once() {
        let html = style(ui(Lang::De)).render().unwrap();
        let mut ids: Vec<&str> = html
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }

    /// Writes the sample pages for the browser's look at them (`browser/sample.mjs`).
    #[test]
    fn the_sample_pages_can_be_looked_at() {
        let Some(dir) = std::env::var_os("TEILHABE_SAMPLE_DIR") else {
            return;
        };
        let dir = std::path::PathBuf::from(dir);
        let bare = Bare {
            ui: guest(),
            errors: FieldErrors::none(),
        };
        std::fs::create_dir_all(&dir).unwrap();
        for theme in Theme::ALL {
            let mut parts = UiParts::sample(&[]).unwrap();
            parts.theme = theme;
            let html = style(Ui::new(parts)).render().unwrap();
            std::fs::write(dir.join(format!("style-{}.html", theme.code())), html).unwrap();
        }
        std::fs::write(dir.join("bare.html"), bare.render().unwrap()).unwrap();
    }

    fn guest() -> Ui {
        let mut parts = UiParts::sample(&[]).unwrap();
        (parts.user, parts.flash, parts.path) = (None, None, "/session/new".to_owned());
        Ui::new(parts)
    }
}

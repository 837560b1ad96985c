//! Deadlines as iCalendar (RFC 5545).

use icalendar::{Calendar, Component, Event, Property};
use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};
use platform::ui::Ui;

use crate::entitlements::{Upcoming, kind_key};

/// The calendar of a case manager, with one day-long entry per deadline.
pub(super) fn written(ui: &Ui, deadlines: &[Upcoming], stand: Date, now: Timestamp) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Teilhabe//Fristen//DE"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .name(&ui.t("calendar-name"));
    for one in deadlines {
        calendar.push(event(ui, one, stand, now));
    }
    calendar.to_string()
}

fn event(ui: &Ui, one: &Upcoming, stand: Date, now: Timestamp) -> Event {
    let deadline = &one.deadline;
    let kind = ui.t(kind_key(deadline.kind));
    let mut about = vec![format!(
        "{kind} · {} · {} {}",
        deadline.para,
        ui.t("entitlement-mark"),
        deadline.mark
    )];
    if let Some(doubt) = &deadline.doubt {
        about.push(format!("{} {doubt}", ui.t("entitlement-doubt")));
    }
    about.push(format!(
        "{}. {} {}",
        law::NOTICE,
        law::CONTACT,
        ui.ta("calendar-stand", &[("day", &ui.day(stand))])
    ));
    let stamp = now.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ");
    let mut event = Event::new();
    event
        .uid(&format!(
            "{}-{}-{}@teilhabe",
            deadline.id, deadline.on, one.case
        ))
        .add_property("DTSTAMP", stamp.to_string())
        .append_property(day("DTSTART", deadline.on))
        .append_property(day("DTEND", deadline.on.tomorrow().unwrap_or(deadline.on)))
        .summary(&format!("{}: {} ({kind})", one.number, deadline.title))
        .description(&about.join("\n"))
        .add_property("TRANSP", "TRANSPARENT");
    event.done()
}

fn day(name: &str, on: Date) -> Property {
    let mut property = Property::new(name, on.strftime("%Y%m%d").to_string());
    property.add_parameter("VALUE", "DATE");
    property.done()
}

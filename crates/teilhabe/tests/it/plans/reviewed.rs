//! What was looked at and found to be right.

/// Few rows in each site, however many cases it has.
pub(super) const FEW: &[&str] = &[
    "audit_heads",
    "calendar_feeds",
    "case_numbers",
    "encounters",
    "import_mappings",
    "imports",
    "jobs",
    "law_notices",
    "posts",
    "providers",
    "report_texts",
    "reports",
    "saved_views",
    "site_keys",
    "site_settings",
    "substitutions",
];

/// Statements that may read all there is, each with the reason; a part that no other one has.
pub(super) const WHOLE: &[(&str, &str)] = &[
    (
        "count(*) as n from (select 1 from cases",
        "stops at the number that is shown",
    ),
    (
        "group by c.worker_id, a.name",
        "the open cases of the whole team are counted",
    ),
    (
        "select distinct district from cases",
        "a few words out of an index that covers them",
    ),
    (
        "select min(entered_on) as day from cases where entered_on >= $1",
        "once for each report, out of an index",
    ),
    (
        " as told from cases c where c.site_id = ",
        "the facts of a site are read once, and then counted in memory",
    ),
    (
        "select distinct site_id from audit",
        "the trails are checked from end to end",
    ),
    (
        "with recursive found (act)",
        "min steps into the index, it reads one line",
    ),
    (
        "select id, person_id, number, opened_on, closed_on, worker_id from cases",
        "an import knows the whole site",
    ),
    (
        "where p.site_id = $1 order by p.id",
        "an import knows the whole site",
    ),
    (
        "where site_id = $1 order by person_id, position",
        "an import knows the whole site",
    ),
    (
        "select person_id, id, code, from_on, to_on from person_statuses",
        "an import knows the whole site",
    ),
    (
        "from person_keys where site_id = $1",
        "a new site key wraps every person key anew",
    ),
    (
        "select site_id from site_keys union select site_id from person_keys",
        "a copy is looked at from end to end",
    ),
    (
        "person_id as person, ",
        "all that is sealed is opened once, in a copy",
    ),
    (
        "and c.form <> $2) where site_id = $1",
        "generated data are finished for a whole site",
    ),
    (
        "coalesce(last_contact_on, opened_on) where site_id = $1 and closed_on is null",
        "generated data are finished for a whole site",
    ),
];

/// Indexes without which every list still has one, only a longer way.
pub(super) const FOR_SPEED: &[(&str, &str)] = &[
    (
        "audit_by_subject",
        "else the trail is walked back until a page is full",
    ),
    (
        "cases_by_entry",
        "else the first entry of all is looked for in whole rows",
    ),
    ("cases_by_stage", "else the other stages are walked through"),
    (
        "cases_by_status",
        "else the other statuses are walked through",
    ),
    (
        "cases_open_person_id_key",
        "keeps a person from having two open cases",
    ),
    ("needs_open_once", "keeps a need from being open twice"),
    (
        "steps_by_due",
        "else steps without a day are walked through",
    ),
];

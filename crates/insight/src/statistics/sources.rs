//! Where the facts stand that are counted, in SQL for both engines. `c` is the case, encounter or
//! post that belongs to a site, `x` what there is several times of each; where nothing of a case is
//! asked, `c` is that itself.

use super::Dimension::{
    self, AccessPath, AgeClass, District, Function, Nationality, Provider, Sex, StatusGroup,
};
use super::When;
use super::measure::{Column, Facts};

pub(super) const fn column(dimension: Dimension, sql: &'static str) -> Column {
    Column { dimension, sql }
}

const AGE_CLASS: &str = "case when c.age_at_entry < 18 then 'u18'
    when c.age_at_entry <= 20 then '18-20' when c.age_at_entry <= 24 then '21-24'
    when c.age_at_entry <= 27 then '25-27' when c.age_at_entry > 27 then '28+' end";

/// What is known of every case.
pub(super) const OF_CASES: &[Column] = &[
    column(District, "c.district"),
    column(Sex, "c.sex"),
    column(AgeClass, AGE_CLASS),
    column(StatusGroup, "c.status_group_at_entry"),
    column(Nationality, "c.nationality"),
    column(Provider, "hex(c.provider_id)"),
    column(AccessPath, "c.access_path"),
];

/// What is known of unnamed people.
pub(super) const OF_ENCOUNTERS: &[Column] = &[column(District, "c.district"), column(Sex, "c.sex")];

/// What is known of posts.
pub(super) const OF_POSTS: &[Column] = &[
    column(Provider, "hex(c.provider_id)"),
    column(Function, "c.function"),
];

const CASE: Facts = Facts {
    from: "cases c",
    when: When::On("c.entered_on"),
    weight: None,
    filter: "",
    alone: None,
};

pub(super) const ENTERED: &[Facts] = &[CASE];

const GONE_CASE: Facts = Facts {
    when: When::On("c.closed_on"),
    filter: " and c.entered_on is not null",
    ..CASE
};

/// A case that was reopened did not go.
pub(super) const GONE: &[Facts] = &[GONE_CASE];

/// Comings and goings.
pub(super) const MOVED: &[Facts] = &[
    Facts {
        when: When::Standing("c.entered_on"),
        ..CASE
    },
    Facts {
        when: When::Standing("c.closed_on"),
        weight: Some("'-1'"),
        ..GONE_CASE
    },
];

pub(super) const LASTED: &[Facts] = &[Facts {
    when: When::During("c.entered_on", "c.closed_on"),
    ..CASE
}];

const ENCOUNTER: Facts = Facts {
    from: "encounters c",
    when: When::On("c.on_day"),
    weight: Some("cast(c.persons as text)"),
    filter: " and c.kind = 'addressed'",
    alone: None,
};

pub(super) const ADDRESSED: &[Facts] = &[ENCOUNTER];

/// Counselled without taking part, or before it: unnamed people, short counselling and referrals.
pub(super) const COUNSELLED: &[Facts] = &[
    Facts {
        filter: " and c.kind = 'counselled'",
        ..ENCOUNTER
    },
    Facts {
        when: When::On("c.opened_on"),
        filter: " and (c.entered_on is null or c.entered_on > c.opened_on)",
        ..CASE
    },
];

const CONTACT: Facts = Facts {
    from: "cases c cross join contacts x",
    when: When::On("x.held_on"),
    filter: " and x.site_id = c.site_id and x.case_id = c.id",
    ..CASE
};

pub(super) const TALKED: &[Facts] = &[Facts {
    alone: Some(&Facts {
        from: "contacts c",
        when: When::On("c.held_on"),
        ..CASE
    }),
    ..CONTACT
}];

pub(super) const ON_TOPICS: &[Facts] = &[Facts {
    from: "cases c cross join contact_topics x",
    alone: Some(&Facts {
        from: "contact_topics c",
        when: When::On("c.held_on"),
        ..CASE
    }),
    ..CONTACT
}];

pub(super) const NEEDED: &[Facts] = &[Facts {
    from: "cases c cross join needs x",
    when: When::On("x.counted_on"),
    alone: Some(&Facts {
        from: "needs c",
        when: When::On("c.counted_on"),
        ..CASE
    }),
    ..CONTACT
}];

/// The life domain of a topic or need; cases have none.
pub(super) const DOMAIN: &str = "domain";

pub(super) const IN_NEED: &[Facts] = &[Facts {
    filter: " and exists (select 1 from needs x where x.site_id = c.site_id and x.case_id = c.id)",
    ..CASE
}];

/// Each case once, on the day on which anything was first attained.
pub(super) const FIRST_OF_ALL: &[Facts] = &[Facts {
    from: "cases c cross join outcomes x",
    when: When::On("x.first_on"),
    alone: Some(&Facts {
        from: "outcomes c",
        when: When::On("c.first_on"),
        ..CASE
    }),
    ..CONTACT
}];

/// Each kind once per case, on the day it was first attained.
pub(super) const FIRST_OF_KIND: &[Facts] = &[Facts {
    from: "cases c cross join outcomes x",
    when: When::On("x.counted_on"),
    ..CONTACT
}];

pub(super) const KIND: &str =
    "case x.kind when 'employment' then 'employment_regular' else x.kind end";

const POST: Facts = Facts {
    from: "posts c",
    when: When::Standing("c.from_on"),
    weight: Some("cast(c.fte_hundredths as text)"),
    filter: "",
    alone: None,
};

const LEFT_POST: Facts = Facts {
    when: When::Standing("c.to_on"),
    weight: Some("cast(-c.fte_hundredths as text)"),
    ..POST
};

pub(super) const MANNED: &[Facts] = &[POST, LEFT_POST];

pub(super) const MANAGED: &[Facts] = &[
    Facts {
        filter: " and c.function = 'case_management'",
        ..POST
    },
    Facts {
        filter: " and c.function = 'case_management'",
        ..LEFT_POST
    },
];

//! What measures count of the facts of a site.

use jiff::civil::Date;

use super::Dimension::{
    self, AccessPath, AgeClass, District, Function, Nationality, Provider, Sex, StatusGroup,
};
use super::facts::{Case, Encounter, Mention, Post, SiteFacts, Traits, Word};

/// What counts, and for how much.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Count {
    pub on: Date,
    /// Of what lasts: until when; none if it still does.
    pub until: Option<Date>,
    pub n: i64,
    /// The code along the dimension in which one unit counts several times.
    pub part: Word,
}

impl Count {
    fn one(on: Date) -> Count {
        Count {
            on,
            until: None,
            n: 1,
            part: Word::NONE,
        }
    }
}

/// Hears of everything that counts.
pub(super) type Hear<'a> = dyn FnMut(&Count) + 'a;

/// Where there is something to count.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Source {
    Cases(fn(&SiteFacts, &Case, &mut Hear<'_>)),
    Encounters(fn(&Encounter) -> bool),
    Posts(fn(&Post) -> bool),
}

impl Source {
    /// Tells of everything that counts, and what is known of each.
    pub(super) fn each(self, site: &SiteFacts, hear: &mut dyn FnMut(&Traits, &Count)) {
        match self {
            Source::Cases(tell) => {
                for case in &site.cases {
                    tell(site, case, &mut |count| hear(&case.traits, count));
                }
            }
            Source::Encounters(is_counted) => {
                for met in site.encounters.iter().filter(|met| is_counted(met)) {
                    let n = met.persons;
                    hear(
                        &met.traits,
                        &Count {
                            n,
                            ..Count::one(met.on)
                        },
                    );
                }
            }
            Source::Posts(is_counted) => {
                for post in site.posts.iter().filter(|post| is_counted(post)) {
                    let n = post.fte_hundredths;
                    come_and_go(post.from, post.to, n, &mut |count| {
                        hear(&post.traits, count);
                    });
                }
            }
        }
    }
}

/// What is known of every case.
pub(super) const OF_CASES: &[Dimension] = &[
    District,
    Sex,
    AgeClass,
    StatusGroup,
    Nationality,
    Provider,
    AccessPath,
];

/// What is known of unnamed people.
pub(super) const OF_ENCOUNTERS: &[Dimension] = &[District, Sex];

/// What is known of posts.
pub(super) const OF_POSTS: &[Dimension] = &[Provider, Function];

pub(super) const ENTERED: &[Source] = &[Source::Cases(|_, case, hear| {
    if let Some(on) = case.entered {
        hear(&Count::one(on));
    }
})];

/// A case that was reopened did not go.
pub(super) const GONE: &[Source] = &[Source::Cases(|_, case, hear| {
    if let (Some(_), Some(on)) = (case.entered, case.closed) {
        hear(&Count::one(on));
    }
})];

pub(super) const MOVED: &[Source] = &[Source::Cases(|_, case, hear| {
    if let Some(entered) = case.entered {
        come_and_go(entered, case.closed, 1, hear);
    }
})];

fn come_and_go(from: Date, to: Option<Date>, n: i64, hear: &mut Hear<'_>) {
    hear(&Count {
        n,
        ..Count::one(from)
    });
    if let Some(to) = to {
        hear(&Count {
            n: -n,
            ..Count::one(to)
        });
    }
}

pub(super) const LASTED: &[Source] = &[Source::Cases(|_, case, hear| {
    if let Some(on) = case.entered {
        let until = case.closed;
        hear(&Count {
            until,
            ..Count::one(on)
        });
    }
})];

pub(super) const ADDRESSED: &[Source] = &[Source::Encounters(|met| !met.counselled)];

/// Counselled without taking part, or before it: unnamed people, short counselling and referrals.
pub(super) const COUNSELLED: &[Source] = &[
    Source::Encounters(|met| met.counselled),
    Source::Cases(|_, case, hear| {
        if case.entered.is_none_or(|entered| entered > case.opened) {
            hear(&Count::one(case.opened));
        }
    }),
];

pub(super) const TALKED: &[Source] = &[Source::Cases(|site, case, hear| {
    site.contacts(case)
        .iter()
        .for_each(|on| hear(&Count::one(*on)));
})];

pub(super) const ON_TOPICS: &[Source] = &[Source::Cases(|site, case, hear| {
    mentioned(site.topics(case), hear);
})];

fn mentioned(mentions: &[Mention], hear: &mut Hear<'_>) {
    for Mention { on, code } in mentions {
        let part = *code;
        hear(&Count {
            part,
            ..Count::one(*on)
        });
    }
}

/// Needs count when their case is entered.
pub(super) const NEEDED: &[Source] = &[Source::Cases(|site, case, hear| {
    if let Some(on) = case.entered {
        for part in site.needs(case).iter().copied() {
            hear(&Count {
                part,
                ..Count::one(on)
            });
        }
    }
})];

pub(super) const IN_NEED: &[Source] = &[Source::Cases(|site, case, hear| {
    if let Some(on) = case.entered.filter(|_| !site.needs(case).is_empty()) {
        hear(&Count::one(on));
    }
})];

/// Each case that was entered once, on the day on which anything was first attained.
pub(super) const FIRST_OF_ALL: &[Source] = &[Source::Cases(|site, case, hear| {
    let first = site.outcomes(case).first();
    if let Some(Mention { on, .. }) = first.filter(|_| case.entered.is_some()) {
        hear(&Count::one(*on));
    }
})];

/// Each kind once per case that was entered, on the day on which it was first attained.
pub(super) const FIRST_OF_KIND: &[Source] = &[Source::Cases(|site, case, hear| {
    if case.entered.is_some() {
        mentioned(site.outcomes(case), hear);
    }
})];

pub(super) const MANNED: &[Source] = &[Source::Posts(|_| true)];

pub(super) const MANAGED: &[Source] = &[Source::Posts(|post| post.is_case_management)];

create table persons (
    site_id uuid not null references sites (id),
    id uuid not null,
    birth_year bigint,
    sex text,
    entered_germany text,
    version bigint not null,
    created_at bigint not null,
    primary key (site_id, id)
);

create table person_keys (
    site_id uuid not null,
    person_id uuid not null,
    wrapped bytea not null,
    primary key (site_id, person_id),
    foreign key (site_id, person_id) references persons (site_id, id) on delete cascade
);

create table person_identity (
    site_id uuid not null,
    person_id uuid not null,
    family_name bytea,
    given_name bytea,
    birth_date bytea,
    address bytea,
    phone bytea,
    email bytea,
    primary key (site_id, person_id),
    foreign key (site_id, person_id) references persons (site_id, id) on delete cascade
);

create table person_tokens (
    site_id uuid not null,
    token bytea not null,
    person_id uuid not null,
    primary key (site_id, token, person_id),
    foreign key (site_id, person_id) references persons (site_id, id) on delete cascade
);
create index person_tokens_of_person on person_tokens (site_id, person_id);

create table person_nationalities (
    site_id uuid not null,
    person_id uuid not null,
    position bigint not null,
    code text not null,
    primary key (site_id, person_id, position),
    foreign key (site_id, person_id) references persons (site_id, id) on delete cascade
);

create table person_statuses (
    site_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    code text not null,
    from_on text,
    to_on text,
    authority text,
    document_expires_on text,
    side_conditions bytea,
    recorded_at bigint not null,
    primary key (site_id, id),
    foreign key (site_id, person_id) references persons (site_id, id) on delete cascade
);
create index person_statuses_of_person on person_statuses (site_id, person_id, from_on);

create table person_facts (
    site_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    topic text not null,
    absent boolean not null,
    from_on text,
    to_on text,
    contract_on text,
    code text,
    hours bigint,
    successful boolean,
    oral_only boolean,
    insured boolean,
    skilled boolean,
    secures_livelihood boolean,
    recorded_at bigint not null,
    primary key (site_id, id),
    foreign key (site_id, person_id) references persons (site_id, id) on delete cascade
);
create index person_facts_of_person on person_facts (site_id, person_id, topic);

create table cases (
    site_id uuid not null references sites (id),
    id uuid not null,
    person_id uuid not null,
    number text not null,
    stage text not null,
    indication text not null,
    exception_reason text,
    opened_on text not null,
    entered_on text,
    closed_on text,
    closure_reason text,
    closure_outcome text,
    worker_id uuid references accounts (id),
    provider_id uuid,
    access_path text,
    district text,
    -- As of the person, of whom figures then need not look: the sex and the first nationality.
    sex text,
    nationality text,
    status_code text,
    status_at_entry text,
    status_group_at_entry text,
    age_at_entry bigint,
    waiting_since text,
    last_contact_on text,
    version bigint not null,
    created_at bigint not null,
    primary key (site_id, id),
    unique (site_id, number),
    foreign key (site_id, person_id) references persons (site_id, id),
    foreign key (site_id, provider_id) references providers (site_id, id)
);
create index cases_by_opening on cases (site_id, opened_on, id);
create index cases_by_stage on cases (site_id, stage, opened_on, id);
create index cases_by_worker on cases (site_id, worker_id, closed_on, opened_on, id);
create index cases_by_waiting on cases (site_id, coalesce(waiting_since, '9999'), id);
create index cases_by_contact on cases (site_id, coalesce(last_contact_on, ''), id);
create index cases_by_status on cases (site_id, status_code, opened_on, id);
create index cases_of_person on cases (site_id, person_id, id);
create unique index cases_open_person_id_key on cases (site_id, person_id) where closed_on is null;
create index cases_by_entry on cases (site_id, entered_on);

create table case_stages (
    site_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    stage text not null,
    from_on text not null,
    primary key (site_id, id),
    foreign key (site_id, case_id) references cases (site_id, id) on delete cascade
);
create index case_stages_of_case on case_stages (site_id, case_id, from_on);

create table case_workers (
    site_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    worker_id uuid not null references accounts (id),
    from_on text not null,
    to_on text,
    primary key (site_id, id),
    foreign key (site_id, case_id) references cases (site_id, id) on delete cascade
);
create index case_workers_of_case on case_workers (site_id, case_id, from_on);

create table case_closures (
    site_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    closed_on text not null,
    reason text not null,
    outcome text not null,
    reopened_on text,
    primary key (site_id, id),
    foreign key (site_id, case_id) references cases (site_id, id) on delete cascade
);
create index case_closures_of_case on case_closures (site_id, case_id, closed_on);

create table needs (
    site_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    domain text not null,
    since_on text not null,
    met_on text,
    primary key (site_id, id),
    foreign key (site_id, case_id) references cases (site_id, id) on delete cascade
);
create index needs_of_case on needs (site_id, case_id, domain);
create unique index needs_open_once on needs (site_id, case_id, domain) where met_on is null;

create table contacts (
    site_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    held_on text not null,
    form text not null,
    minutes bigint,
    interpreter boolean not null,
    worker_id uuid not null references accounts (id),
    note bytea,
    version bigint not null,
    created_at bigint not null,
    primary key (site_id, id),
    foreign key (site_id, case_id) references cases (site_id, id) on delete cascade
);
create index contacts_of_case on contacts (site_id, case_id, held_on, id);

create table contact_topics (
    site_id uuid not null,
    contact_id uuid not null,
    domain text not null,
    -- As in the contact, which figures then need not look up.
    case_id uuid not null,
    held_on text not null,
    primary key (site_id, contact_id, domain),
    foreign key (site_id, contact_id) references contacts (site_id, id) on delete cascade
);
create index contact_topics_of_case on contact_topics (site_id, case_id, held_on, domain);

create table goals (
    site_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    domain text not null,
    wording bytea not null,
    set_on text not null,
    due_on text,
    result text,
    result_on text,
    version bigint not null,
    primary key (site_id, id),
    foreign key (site_id, case_id) references cases (site_id, id) on delete cascade
);
create index goals_of_case on goals (site_id, case_id, set_on);

create table steps (
    site_id uuid not null,
    id uuid not null,
    goal_id uuid not null,
    case_id uuid not null,
    wording bytea not null,
    responsible text not null,
    due_on text,
    result text,
    result_on text,
    barrier text,
    version bigint not null,
    primary key (site_id, id),
    foreign key (site_id, goal_id) references goals (site_id, id) on delete cascade,
    foreign key (site_id, case_id) references cases (site_id, id) on delete cascade
);
create index steps_of_case on steps (site_id, case_id, id);
create index steps_by_due on steps (site_id, result, due_on);

create table outcomes (
    site_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    kind text not null,
    on_day text not null,
    primary key (site_id, id),
    foreign key (site_id, case_id) references cases (site_id, id) on delete cascade
);
create index outcomes_of_case on outcomes (site_id, case_id, on_day, kind);

create table encounters (
    site_id uuid not null references sites (id),
    id uuid not null,
    on_day text not null,
    kind text not null,
    persons bigint not null,
    sex text,
    form text not null,
    district text,
    worker_id uuid not null references accounts (id),
    created_at bigint not null,
    primary key (site_id, id)
);
create index encounters_by_day on encounters (site_id, on_day);

create table substitutions (
    site_id uuid not null references sites (id),
    id uuid not null,
    worker_id uuid not null references accounts (id),
    deputy_id uuid not null references accounts (id),
    from_on text not null,
    to_on text not null,
    primary key (site_id, id)
);
create index substitutions_of_deputy on substitutions (site_id, deputy_id, from_on);

create table case_outlooks (
    site_id uuid not null,
    case_id uuid not null,
    seen_on text not null,
    answer bytea not null,
    primary key (site_id, case_id),
    foreign key (site_id, case_id) references cases (site_id, id) on delete cascade
);

create table calendar_feeds (
    site_id uuid not null references sites (id),
    account_id uuid not null references accounts (id) on delete cascade,
    token_hash bytea not null,
    created_at bigint not null,
    fetched_on text,
    primary key (site_id, account_id)
);
create index calendar_feeds_by_token on calendar_feeds (site_id, token_hash);

create table law_notices (
    site_id uuid not null references sites (id),
    id uuid not null,
    replaces text,
    about text not null,
    wording text not null,
    source text not null,
    stated_on text not null,
    from_on text,
    to_on text,
    lead_weeks bigint,
    version bigint not null,
    primary key (site_id, id)
);

create table case_inspections (
    site_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    account_id uuid not null references accounts (id),
    reason text not null,
    until_at bigint not null,
    primary key (site_id, id),
    foreign key (site_id, case_id) references cases (site_id, id) on delete cascade
);
create index case_inspections_of_account on case_inspections (site_id, account_id, case_id, until_at);

create table saved_views (
    site_id uuid not null references sites (id),
    id uuid not null,
    account_id uuid not null references accounts (id) on delete cascade,
    name text not null,
    query text not null,
    primary key (site_id, id),
    unique (site_id, account_id, name)
);

create table case_numbers (
    site_id uuid primary key references sites (id),
    last bigint not null
);

create table imports (
    site_id uuid not null references sites (id),
    id uuid not null,
    file_name bytea not null,
    file bytea,
    sheet text not null,
    state text not null,
    counts text not null,
    findings bytea,
    job_id uuid,
    created_by uuid not null references accounts (id),
    created_at bigint not null,
    primary key (site_id, id)
);
create index imports_by_time on imports (site_id, created_by, created_at);

create table import_mappings (
    site_id uuid not null references sites (id),
    header text not null,
    field text not null,
    primary key (site_id, header)
);

create table sites (
    id uuid primary key,
    ags text not null unique,
    name text not null,
    kind text not null,
    parent_ags text,
    region text,
    active boolean not null
);

create table accounts (
    id uuid primary key,
    email text not null unique,
    name text not null,
    password_hash text not null,
    locked boolean not null,
    must_change boolean not null,
    created_at bigint not null
);

create table account_roles (
    id uuid primary key,
    account_id uuid not null references accounts (id) on delete cascade,
    role text not null,
    site_id uuid references sites (id),
    unique (account_id, role, site_id)
);
create index account_roles_by_site on account_roles (site_id, role);

create table sessions (
    id uuid primary key,
    token_hash bytea not null unique,
    account_id uuid not null references accounts (id) on delete cascade,
    role text not null,
    site_id uuid references sites (id),
    created_at bigint not null,
    seen_at bigint not null,
    address text not null,
    agent text not null
);
create index sessions_by_account on sessions (account_id, created_at);

create table sign_in_failures (
    subject text primary key,
    failures bigint not null,
    last_at bigint not null
);

create table settings (
    name text primary key,
    value text not null
);

create table site_settings (
    site_id uuid not null references sites (id),
    name text not null,
    value text not null,
    primary key (site_id, name)
);

create table site_keys (
    site_id uuid primary key references sites (id),
    wrapped bytea not null,
    index_wrapped bytea not null,
    rotated_at bigint not null
);

create table audit_heads (
    site_id uuid primary key references sites (id),
    seq bigint not null,
    hash bytea not null
);

create table audit (
    site_id uuid not null references sites (id),
    seq bigint not null,
    at bigint not null,
    account_id uuid,
    role text not null,
    act text not null,
    subject text not null,
    subject_id uuid,
    detail text not null,
    hash bytea not null,
    primary key (site_id, seq)
);
create index audit_by_subject on audit (site_id, subject_id, seq);
create index audit_by_act on audit (site_id, act, seq);

create table jobs (
    site_id uuid not null references sites (id),
    id uuid not null,
    kind text not null,
    state text not null,
    input text not null,
    done bigint not null,
    total bigint not null,
    message text not null,
    result text not null,
    created_by uuid not null,
    created_by_role text not null,
    created_at bigint not null,
    started_at bigint,
    finished_at bigint,
    primary key (site_id, id)
);
create index jobs_by_state on jobs (state, created_at);
create index jobs_of_site on jobs (site_id, kind, created_at);
create index jobs_of_account on jobs (site_id, created_by, created_at);

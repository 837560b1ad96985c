create table report_texts (
    site_id uuid not null references sites (id),
    id uuid not null,
    year bigint not null,
    section text not null,
    version bigint not null,
    body text not null,
    written_by uuid not null references accounts (id),
    written_at bigint not null,
    primary key (site_id, id),
    unique (site_id, year, section, version)
);

create table reports (
    site_id uuid not null references sites (id),
    id uuid not null,
    year bigint not null,
    scope text not null,
    sha256 text not null,
    size bigint not null,
    pdf bytea not null,
    job_id uuid,
    created_by uuid references accounts (id),
    created_at bigint not null,
    primary key (site_id, id)
);
create index reports_by_year on reports (site_id, year, created_at);

create table certificates (
    site_id uuid not null references sites (id),
    id uuid not null,
    question text not null,
    rule text not null,
    certificate text not null,
    created_at bigint not null,
    primary key (site_id, id)
);
create index certificates_by_time on certificates (site_id, created_at);

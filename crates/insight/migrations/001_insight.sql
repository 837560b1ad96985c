create table certificates (
    site_id uuid not null references sites (id),
    id uuid not null,
    question text not null,
    rule text not null,
    certificate text not null,
    created_at bigint not null,
    primary key (site_id, id)
);

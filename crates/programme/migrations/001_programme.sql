create table providers (
    site_id uuid not null references sites (id),
    id uuid not null,
    name text not null,
    kind text not null,
    version bigint not null,
    primary key (site_id, id),
    unique (site_id, name)
);

create table posts (
    site_id uuid not null references sites (id),
    id uuid not null,
    provider_id uuid,
    function text not null,
    fte_hundredths bigint not null,
    from_on text not null,
    to_on text,
    account_id uuid references accounts (id),
    version bigint not null,
    primary key (site_id, id),
    foreign key (site_id, provider_id) references providers (site_id, id)
);
create index posts_by_start on posts (site_id, from_on);

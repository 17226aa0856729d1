-- Staff and members. Installation-wide: an account may serve several programs, so no program column here
-- (the list of such exceptions, with reasons, is in RowLevelSecurityTest).
grant usage on schema accounts to holdfast_app;

create table accounts.account (
    id         uuid primary key,
    email      text not null unique check (email = lower(email) and length(email) between 3 and 254),
    name       text not null check (length(name) between 1 and 120),
    language   text not null check (language in ('en', 'es')),
    created_on date not null,
    removed_on date
);

-- A code is bound to the browser that asked for it. An unknown address gets a row too (account_id null), so that both
-- take the same path.
create table accounts.sign_in_code (
    id         uuid primary key,
    account_id uuid references accounts.account on delete cascade,
    browser    bytea not null unique check (octet_length(browser) = 32),
    code       bytea not null check (octet_length(code) = 32),
    tries      smallint not null default 0,
    expires_at timestamptz not null
);
create index on accounts.sign_in_code (expires_at);

-- The private key is wrapped in the browser; the server never sees the passphrase. A later key stands beside the
-- earlier ones and displaces none: which one counts, each program's signed statement says.
create table accounts.staff_key (
    account_id uuid not null references accounts.account on delete cascade,
    number     integer not null check (number > 0),
    public_key bytea not null check (octet_length(public_key) = 32),
    wrapped    bytea not null check (octet_length(wrapped) between 64 and 512),
    made_on    date not null,
    primary key (account_id, number),
    unique (account_id, public_key)
);

-- Spring Session's tables, as its documentation gives them.
create table accounts.spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval integer not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index on accounts.spring_session (expiry_time);
create index on accounts.spring_session (principal_name);
create table accounts.spring_session_attributes (
    session_primary_id char(36) not null references accounts.spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

grant select, insert, update, delete on all tables in schema accounts to holdfast_app;

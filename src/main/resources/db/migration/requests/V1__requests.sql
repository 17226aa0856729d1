grant usage on schema requests to holdfast_app;

-- One need for support, from asking to ending. Closing is one DELETE of this row; all that belongs to it cascades.
-- The id is made in the asker's browser (version 4): it is the idempotency key too, and is bound into every envelope.
create table requests.request (
    program          uuid not null references programs.program on delete cascade,
    id               uuid primary key,
    code             text not null check (code ~ '^[A-Z0-9]{5}$'),
    channel          uuid not null unique,
    state            text not null check (state in ('PARKED', 'WAITING', 'HELD', 'PAIRED', 'TALKING', 'ENDED')),
    door             text not null check (door in ('SELF', 'COLLEAGUE', 'LEADER', 'ACTIVATION', 'GROUP', 'PHONE')),
    asked_at         timestamptz not null check (asked_at = date_trunc('minute', asked_at)),
    how_soon         text not null check (how_soon in ('NOW', 'TODAY', 'FEW_DAYS', 'NO_HURRY')),
    ways             text[] not null check (cardinality(ways) between 1 and 5
                         and ways <@ array['HERE', 'CALL', 'TEXT', 'VIDEO', 'IN_PERSON']),
    language         text not null check (language in ('en', 'es')),
    profession       text,
    specialty        text check (length(specialty) <= 80),
    sites            uuid[] not null default '{}' check (cardinality(sites) <= 20),
    departments      uuid[] not null default '{}' check (cardinality(departments) <= 20),
    topics           text[] not null default '{}' check (cardinality(topics) <= 20),
    wish_profession  text,
    wish_gender      text check (wish_gender in ('WOMAN', 'MAN', 'NON_BINARY')),
    wish_language    text check (length(wish_language) <= 10),
    wish_department  text check (wish_department in ('OWN', 'OTHER', 'ANY')),
    wish_site        uuid,
    wish_organisation uuid,
    wish_supporter   uuid,
    name_first       boolean not null default false,
    danger           boolean not null default false, -- the asker said: not safe
    danger_marked    boolean not null default false, -- the supporter marked: someone may be in danger
    locator          bytea check (octet_length(locator) = 16),
    secret_hash      bytea check (octet_length(secret_hash) = 32),
    memory           bytea check (octet_length(memory) <= 2048),
    -- hash of what was posted, so that a resend is known: without the people ruled out and without the address
    posted           bytea check (octet_length(posted) = 32),
    words_kept       boolean not null default false,
    ring_id          uuid references notices.ring,
    nobody_left      boolean not null default false,
    unreachable      boolean not null default false, -- came back as codes only: cannot be reached by us
    seen             boolean not null default false, -- somebody of the program has looked since it began to wait
    unseen_since     timestamptz not null,
    rung             smallint not null default 0,    -- 0 nobody, 1 coordinators, 2 deputies, 3 directors
    try_at           timestamptz,                    -- when the matcher looks at it next
    pairings         integer not null default 0,     -- numbers the pairings, so that no key number comes twice
    last_word_on     date not null,
    warned_on        date,
    check_in_on      date,
    ended_on         date,
    close_at         timestamptz check (close_at = date_trunc('minute', close_at)),
    follow_up_set    boolean not null default false, -- a follow-up was asked for: one, and nothing leads from it to here
    check ((locator is null) = (secret_hash is null)),
    check ((state = 'ENDED') = (close_at is not null)),
    unique (program, id)
);
create unique index on requests.request (program, code);
create unique index on requests.request (program, locator);
create index on requests.request (program, state, asked_at desc, id);
create index on requests.request (try_at) where try_at is not null;
create index on requests.request (close_at) where close_at is not null;
create index on requests.request (unseen_since) where not seen;
create index on requests.request (ring_id);

-- The intake copy: sealed in the browser, wrapped once more under the server key.
create table requests.note (
    program       uuid not null,
    request_id    uuid primary key,
    intake_number integer not null,
    envelope      bytea not null check (octet_length(envelope) <= 8192),
    drop_at       timestamptz, -- set by the opening
    foreign key (program, request_id) references requests.request (program, id) on delete cascade,
    foreign key (program, intake_number) references programs.intake_key (program, number)
);
create index on requests.note (program, intake_number);
create index on requests.note (drop_at) where drop_at is not null;

-- Who is not to be proposed: ruled out by the asker, passed before, knows the person. One table without a cause, so
-- that nobody, a reader of the database included, can tell a veto from a pass.
create table requests.not_proposed (
    program      uuid not null,
    request_id   uuid not null,
    supporter_id uuid not null,
    primary key (request_id, supporter_id),
    foreign key (program, request_id) references requests.request (program, id) on delete cascade,
    foreign key (program, supporter_id) references supporters.supporter (program, id) on delete cascade
);
create index on requests.not_proposed (supporter_id);

create table requests.offer (
    program      uuid not null,
    id           uuid primary key,
    request_id   uuid not null,
    supporter_id uuid not null,
    state        text not null check (state in ('OPEN', 'HELD', 'ACCEPTED')),
    due_at       timestamptz not null,
    yes_from     timestamptz,
    by_hand      boolean not null default false,
    unique (request_id, supporter_id), -- one that is answered no, lapses or is withdrawn is deleted
    foreign key (program, request_id) references requests.request (program, id) on delete cascade,
    foreign key (program, supporter_id) references supporters.supporter (program, id) on delete cascade
);
create unique index one_yes_a_request on requests.offer (request_id) where state in ('HELD', 'ACCEPTED');
create index on requests.offer (supporter_id);
create index on requests.offer (due_at) where state in ('OPEN', 'HELD');

create table requests.pairing (
    program           uuid not null,
    id                uuid primary key,
    request_id        uuid not null,
    supporter_id      uuid not null,
    number            integer not null check (number > 0), -- binds the conversation's envelopes
    change_asked      boolean not null default false,
    accepted_at       timestamptz not null,
    first_contact_due timestamptz not null,
    reminded          boolean not null default false,
    opened_at         timestamptz,
    contacted         boolean not null default false,
    opening           bytea check (octet_length(opening) <= 4096),
    copy              bytea check (octet_length(copy) <= 8192),
    unread_supporter  boolean not null default false, -- has been rung for messages not yet fetched: no second ring
    unread_seeker     boolean not null default false,
    check ((opening is null) = (opened_at is null)),
    check ((copy is null) = (opening is null)),
    unique (request_id), -- a pairing that breaks is deleted, with its conversation
    unique (program, id),
    foreign key (program, request_id) references requests.request (program, id) on delete cascade,
    foreign key (program, supporter_id) references supporters.supporter (program, id)
);
create index on requests.pairing (supporter_id);
create index on requests.pairing (first_contact_due) where not contacted;

-- What the supporter left before closing; closing puts it in the box.
create table requests.tally (
    program    uuid not null,
    request_id uuid primary key,
    profession text not null,
    topic      text not null,
    channel    text not null,
    minutes    text not null,
    contacts   text not null,
    outcome    text not null,
    foreign key (program, request_id) references requests.request (program, id) on delete cascade
);

do $$
declare t text;
begin
    foreach t in array array['request', 'note', 'not_proposed', 'offer', 'pairing', 'tally'] loop
        execute format('alter table requests.%I enable row level security', t);
        execute format($p$create policy own_program on requests.%I
            using (program = nullif(current_setting('holdfast.program', true), '')::uuid)
            with check (program = nullif(current_setting('holdfast.program', true), '')::uuid)$p$, t);
    end loop;
end $$;
grant select, insert, update, delete on all tables in schema requests to holdfast_app;

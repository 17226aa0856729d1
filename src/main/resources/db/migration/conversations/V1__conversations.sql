grant usage on schema conversations to holdfast_app;

-- Sealed messages. The place in its direction is the idempotency key: a resend is the same bytes at the same place.
create table conversations.message (
    program    uuid not null,
    request_id uuid not null,
    pairing_id uuid not null,
    direction  smallint not null check (direction in (1, 2)), -- 1 supporter to seeker, 2 seeker to supporter
    sequence   integer not null check (sequence > 0),
    envelope   bytea not null check (octet_length(envelope) <= 20000),
    sent_at    timestamptz not null check (sent_at = date_trunc('minute', sent_at)),
    primary key (pairing_id, direction, sequence),
    foreign key (program, request_id) references requests.request (program, id) on delete cascade,
    foreign key (program, pairing_id) references requests.pairing (program, id) on delete cascade
);
create index on conversations.message (request_id);
alter table conversations.message enable row level security;
create policy own_program on conversations.message
    using (program = nullif(current_setting('holdfast.program', true), '')::uuid)
    with check (program = nullif(current_setting('holdfast.program', true), '')::uuid);
grant select, insert, update, delete on all tables in schema conversations to holdfast_app;

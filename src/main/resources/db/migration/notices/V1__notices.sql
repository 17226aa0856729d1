grant usage on schema notices to holdfast_app;

-- Where to reach somebody who has no account: a random id and an address under the server key.
create table notices.ring (
    program  uuid not null references programs.program on delete cascade,
    id       uuid primary key,
    address  bytea not null,
    language text not null check (language in ('en', 'es'))
);

-- What waits to be sent. A sent notice is deleted. No reason, no content: the words are one of a few neutral wordings.
-- Sign-in codes have no program; their code stays under the server key until it is sent.
create table notices.notice (
    program    uuid references programs.program on delete cascade,
    id         uuid primary key,
    wording    text not null check (wording in ('UPDATE', 'CODE', 'FOLLOW_UP')),
    account_id uuid references accounts.account on delete cascade,
    ring_id    uuid references notices.ring on delete cascade,
    code       bytea,
    due_at     timestamptz not null,
    expires_at timestamptz, -- of a code: nobody needs a mail with a dead one
    attempts   smallint not null default 0,
    failed     boolean not null default false,
    check ((account_id is null) <> (ring_id is null)),
    check ((wording = 'CODE') = (code is not null)),
    check ((wording = 'CODE') = (expires_at is not null))
);
create index on notices.notice (due_at) where not failed;
create index on notices.notice (ring_id);
create index on notices.notice (account_id);

alter table notices.ring enable row level security;
create policy own_program on notices.ring
    using (program = nullif(current_setting('holdfast.program', true), '')::uuid)
    with check (program = nullif(current_setting('holdfast.program', true), '')::uuid);
alter table notices.notice enable row level security;
-- Codes belong to no program: visible only where no program is set.
create policy own_program on notices.notice
    using (program is not distinct from nullif(current_setting('holdfast.program', true), '')::uuid)
    with check (program is not distinct from nullif(current_setting('holdfast.program', true), '')::uuid);
grant select, insert, update, delete on all tables in schema notices to holdfast_app;

-- Which programs have something to send: the sender's one question across programs, answered with their ids alone.
create function notices.programs_due(at timestamptz) returns table (program uuid)
    language sql stable security definer set search_path = '' as
$$ select distinct n.program from notices.notice n where n.program is not null and n.due_at <= at and not n.failed $$;
revoke all on function notices.programs_due(timestamptz) from public;
grant execute on function notices.programs_due(timestamptz) to holdfast_app;

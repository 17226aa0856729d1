grant usage on schema programs to holdfast_app;

-- The directory of programs: read before a program is known, so without row-level security (listed exception).
create table programs.program (
    id       uuid primary key,
    slug     text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,40}$'),
    name     text not null check (length(name) between 1 and 80),
    operator text not null check (length(operator) between 1 and 200),
    zone     text not null,
    country  text not null check (country ~ '^[A-Z]{2}$'),
    word_en  text not null default 'peer supporter' check (length(word_en) between 1 and 40),
    word_es  text not null default 'colega de apoyo' check (length(word_es) between 1 and 40),
    demo     boolean not null default false
);

-- Policy is a typed record (programs.Policy), stored whole; a change is a new number.
create table programs.policy (
    program uuid not null references programs.program on delete cascade,
    number  integer not null check (number > 0),
    body    jsonb not null,
    made_by uuid references accounts.account,
    made_on date not null,
    primary key (program, number)
);

-- A program's role holders. The id is random and public (it stands in signed statements and vetoes); it tells nothing.
create table programs.member (
    program    uuid not null references programs.program on delete cascade,
    id         uuid not null primary key,
    account_id uuid not null references accounts.account,
    channel    uuid not null unique,
    -- a signed statement holds SHA-256(salt | name) in place of the name
    name_salt  bytea not null default decode(replace(gen_random_uuid()::text, '-', ''), 'hex')
        check (octet_length(name_salt) = 16),
    removed_on date,
    unique (program, account_id),
    unique (program, id)
);
create table programs.role (
    program   uuid not null,
    member_id uuid not null,
    role      text not null check (role in ('DIRECTOR', 'COORDINATOR', 'SUPPORTER')),
    deputy    boolean not null default false,
    since     date not null,
    primary key (member_id, role),
    foreign key (program, member_id) references programs.member (program, id) on delete cascade
);
create index on programs.role (program, role);

create table programs.profession (
    program  uuid not null references programs.program on delete cascade,
    code     text not null check (code ~ '^[a-z0-9-]{1,40}$'),
    name_en  text not null,
    name_es  text not null,
    family   text not null,
    position smallint not null,
    primary key (program, code)
);
create table programs.organisation (
    program uuid not null references programs.program on delete cascade,
    id      uuid primary key,
    name    text not null check (length(name) between 1 and 120),
    unique (program, id)
);
create table programs.site (
    program         uuid not null references programs.program on delete cascade,
    id              uuid primary key,
    organisation_id uuid,
    name            text not null check (length(name) between 1 and 120),
    unique (program, id),
    foreign key (program, organisation_id) references programs.organisation (program, id)
);
create table programs.department (
    program uuid not null references programs.program on delete cascade,
    id      uuid primary key,
    site_id uuid,
    name    text not null check (length(name) between 1 and 120),
    live    boolean not null default true,
    unique (program, id),
    foreign key (program, site_id) references programs.site (program, id)
);
-- How many people of a profession work in a department: the rule of k asks this, nothing else does.
create table programs.census (
    program       uuid not null,
    department_id uuid not null,
    profession    text not null,
    people        integer not null check (people >= 0),
    primary key (department_id, profession),
    foreign key (program, department_id) references programs.department (program, id) on delete cascade,
    foreign key (program, profession) references programs.profession (program, code) on delete cascade
);
create table programs.lead (
    program       uuid not null,
    department_id uuid not null,
    member_id     uuid not null,
    kind          text not null check (kind in ('LEADS', 'SCHEDULES', 'GRADES')),
    primary key (department_id, member_id, kind),
    foreign key (program, department_id) references programs.department (program, id) on delete cascade,
    foreign key (program, member_id) references programs.member (program, id) on delete cascade
);
create index on programs.lead (member_id);

-- Texts a program owns, by version and language; Markdown without HTML. None is shown before a named person confirmed it.
create table programs.text (
    program      uuid not null references programs.program on delete cascade,
    kind         text not null check (kind in ('PRIVACY', 'EXCEPTIONS', 'LAW', 'OPENING_HOURS', 'DANGER_WORDS')),
    language     text not null check (language in ('en', 'es')),
    version      integer not null check (version > 0),
    body         text not null check (length(body) between 1 and 4000),
    confirmed_by text,
    confirmed_on date,
    primary key (program, kind, language, version)
);
create table programs.crisis_line (
    program  uuid not null references programs.program on delete cascade,
    position smallint not null,
    kind     text not null check (kind in ('CRISIS', 'EMERGENCY', 'PROGRAM')),
    name_en  text not null,
    name_es  text not null,
    call     text not null,
    text_to  text,
    primary key (program, position)
);
create table programs.hand_off_place (
    program       uuid not null references programs.program on delete cascade,
    id            uuid primary key,
    kind          text not null check (kind in
        ('EAP', 'THERAPIST', 'CHAPLAIN', 'PHYSICIAN_HEALTH', 'UNION', 'LAWYER', 'INSURER', 'CONSULTANT', 'DANGER_CONTACT')),
    name          text not null,
    contact       text not null,
    who_learns_en text not null,
    who_learns_es text not null,
    position      smallint not null
);
create index on programs.hand_off_place (program, position);

create table programs.program_key (
    program    uuid not null references programs.program on delete cascade,
    number     integer not null check (number > 0),
    public_key bytea not null check (octet_length(public_key) = 32),
    -- the old key's signed word that this one follows (null for the first, or where the old one was declared broken)
    succession bytea,
    signature  bytea check (octet_length(signature) = 64),
    broken     boolean not null default false,
    primary key (program, number)
);
create table programs.program_key_wrap (
    program    uuid not null,
    number     integer not null,
    member_id  uuid not null,
    key_number integer not null,
    wrapped    bytea not null check (octet_length(wrapped) between 64 and 512),
    primary key (program, number, member_id, key_number),
    foreign key (program, number) references programs.program_key (program, number) on delete cascade,
    foreign key (program, member_id) references programs.member (program, id) on delete cascade
);
create table programs.intake_key (
    program    uuid not null references programs.program on delete cascade,
    number     integer not null check (number > 0),
    public_key bytea not null check (octet_length(public_key) = 32),
    retired_on date,
    primary key (program, number)
);
create unique index intake_key_current on programs.intake_key (program) where retired_on is null;
create table programs.intake_key_wrap (
    program    uuid not null,
    number     integer not null,
    member_id  uuid not null,
    key_number integer not null,
    wrapped    bytea not null check (octet_length(wrapped) between 64 and 512),
    primary key (program, number, member_id, key_number),
    foreign key (program, number) references programs.intake_key (program, number) on delete cascade,
    foreign key (program, member_id) references programs.member (program, id) on delete cascade
);
create table programs.statement (
    program    uuid not null references programs.program on delete cascade,
    number     integer not null check (number > 0),
    key_number integer not null,
    body       bytea not null check (octet_length(body) <= 262144),
    signature  bytea not null check (octet_length(signature) = 64),
    made_on    date not null,
    primary key (program, number),
    foreign key (program, key_number) references programs.program_key (program, number)
);
-- Actor, kind of act, day. No request, ever.
create table programs.accountability (
    program uuid not null references programs.program on delete cascade,
    id      uuid primary key,
    actor   uuid references accounts.account,
    act     text not null check (act ~ '^[A-Z_]{3,40}$'),
    day     date not null
);
create index on programs.accountability (program, id desc);

do $$
declare t text;
begin
    foreach t in array array['policy', 'member', 'role', 'profession', 'organisation', 'site', 'department', 'census',
        'lead', 'text', 'crisis_line', 'hand_off_place', 'program_key', 'program_key_wrap', 'intake_key',
        'intake_key_wrap', 'statement', 'accountability'] loop
        execute format('alter table programs.%I enable row level security', t);
        execute format($p$create policy own_program on programs.%I
            using (program = nullif(current_setting('holdfast.program', true), '')::uuid)
            with check (program = nullif(current_setting('holdfast.program', true), '')::uuid)$p$, t);
    end loop;
end $$;
grant select, insert, update, delete on all tables in schema programs to holdfast_app;
revoke update, delete on programs.accountability, programs.statement from holdfast_app;

-- Which programs an account serves, for the page after sign-in: the one question that crosses programs, answered for
-- one account only, by the owner of the tables.
create function programs.programs_of(account uuid) returns table (program uuid)
    language sql stable security definer set search_path = '' as
$$ select m.program from programs.member m where m.account_id = account and m.removed_on is null $$;
revoke all on function programs.programs_of(uuid) from public;
grant execute on function programs.programs_of(uuid) to holdfast_app;

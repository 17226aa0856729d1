grant usage on schema supporters to holdfast_app;

-- One row a supporter, under the id of their membership.
create table supporters.supporter (
    program       uuid not null,
    id            uuid primary key,
    state         text not null check (state in ('NOMINATED', 'APPROVED', 'LEFT')),
    profession    text,
    specialty     text check (length(specialty) <= 80),
    gender        text check (gender in ('WOMAN', 'MAN', 'NON_BINARY')),
    languages     text[] not null default '{en}' check (cardinality(languages) between 1 and 10),
    site_id       uuid,
    department_id uuid,
    topics        text[] not null default '{}',
    published     boolean not null default false,
    training_due  date,
    agreement_due date,
    paused        boolean not null default false,
    capacity      smallint not null default 2 check (capacity between 0 and 20),
    on_call_until timestamptz,
    joined_on     date not null,
    unique (program, id),
    foreign key (program, id) references programs.member (program, id) on delete cascade,
    foreign key (program, profession) references programs.profession (program, code),
    foreign key (program, site_id) references programs.site (program, id),
    foreign key (program, department_id) references programs.department (program, id)
);
create index on supporters.supporter (program, state);
create table supporters.weekly_hours (
    program      uuid not null,
    supporter_id uuid not null,
    weekday      smallint not null check (weekday between 1 and 7), -- ISO: Monday is 1
    from_time    time not null,
    to_time      time not null, -- 00:00 means the end of that day
    primary key (supporter_id, weekday, from_time),
    foreign key (program, supporter_id) references supporters.supporter (program, id) on delete cascade
);
create table supporters.absence (
    program      uuid not null,
    id           uuid primary key,
    supporter_id uuid not null,
    from_day     date not null,
    to_day       date not null,
    check (to_day >= from_day),
    foreign key (program, supporter_id) references supporters.supporter (program, id) on delete cascade
);
create index on supporters.absence (supporter_id);
-- Pairings taken on, by month: load for fair sharing, no more.
create table supporters.monthly_load (
    program      uuid not null,
    supporter_id uuid not null,
    month        date not null check (extract(day from month) = 1),
    pairings     integer not null check (pairings >= 0),
    primary key (supporter_id, month),
    foreign key (program, supporter_id) references supporters.supporter (program, id) on delete cascade
);
-- When a supporter was last asked, and how often this night. Apart from the supporter's row, so that putting out offers
-- never waits for somebody who is just answering one.
create table supporters.asked (
    program      uuid not null,
    supporter_id uuid primary key,
    last_on      date not null,
    night        date, -- the evening's day; null: never at night
    rings        smallint not null default 0 check (rings >= 0),
    foreign key (program, supporter_id) references supporters.supporter (program, id) on delete cascade
);
do $$
declare t text;
begin
    foreach t in array array['supporter', 'weekly_hours', 'absence', 'monthly_load', 'asked'] loop
        execute format('alter table supporters.%I enable row level security', t);
        execute format($p$create policy own_program on supporters.%I
            using (program = nullif(current_setting('holdfast.program', true), '')::uuid)
            with check (program = nullif(current_setting('holdfast.program', true), '')::uuid)$p$, t);
    end loop;
end $$;
grant select, insert, update, delete on all tables in schema supporters to holdfast_app;

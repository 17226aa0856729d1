grant usage on schema encounters to holdfast_app;

-- The box: rows without id, person, request or time, a month at most; folded into the month weekly or at ten.
create table encounters.box (
    program    uuid not null references programs.program on delete cascade,
    formal     boolean not null,
    door       text not null check (door in ('SELF', 'COLLEAGUE', 'LEADER', 'ACTIVATION', 'GROUP', 'PHONE', 'NONE')),
    profession text not null,
    topic      text not null,
    channel    text not null check (channel in ('MESSAGES', 'CALL', 'TEXT', 'VIDEO', 'IN_PERSON', 'NONE')),
    minutes    text not null check (minutes in ('NONE', 'TO_15', 'TO_30', 'TO_60', 'OVER_60')),
    contacts   text not null check (contacts in ('NONE', 'ONE', 'TWO', 'THREE_TO_FIVE', 'MORE')),
    outcome    text not null check (outcome in
        ('TALKED', 'NO_THANKS', 'NO_ANSWER', 'HANDED_OFF_EAP', 'HANDED_OFF_THERAPIST', 'HANDED_OFF_CHAPLAIN',
         'HANDED_OFF_PHYSICIAN_HEALTH', 'HANDED_OFF_CRISIS', 'HANDED_OFF_OTHER', 'WITHDRAWN')),
    confirmed  boolean not null
);
-- Monthly counters; profession and topic live in separate tables, so no row tells both.
create table encounters.monthly_profession (
    program    uuid not null references programs.program on delete cascade,
    month      date not null check (extract(day from month) = 1),
    formal     boolean not null,
    door       text not null,
    profession text not null,
    outcome    text not null,
    confirmed  boolean not null,
    encounters integer not null check (encounters > 0),
    primary key (program, month, formal, door, profession, outcome, confirmed)
);
create table encounters.monthly_topic (
    program    uuid not null references programs.program on delete cascade,
    month      date not null check (extract(day from month) = 1),
    formal     boolean not null,
    topic      text not null,
    channel    text not null,
    minutes    text not null,
    contacts   text not null,
    encounters integer not null check (encounters > 0),
    primary key (program, month, formal, topic, channel, minutes, contacts)
);
do $$
declare t text;
begin
    foreach t in array array['box', 'monthly_profession', 'monthly_topic'] loop
        execute format('alter table encounters.%I enable row level security', t);
        execute format($p$create policy own_program on encounters.%I
            using (program = nullif(current_setting('holdfast.program', true), '')::uuid)
            with check (program = nullif(current_setting('holdfast.program', true), '')::uuid)$p$, t);
    end loop;
end $$;
grant select, insert, update, delete on all tables in schema encounters to holdfast_app;

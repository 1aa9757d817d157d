create table things (
  id text primary key,
  kind text not null,
  json text not null
) without rowid;

create table evidence (
  thing text not null,
  rests_on text not null,
  primary key (thing, rests_on)
) without rowid;

create index evidence_reversed on evidence (rests_on, thing);

/** The tables of Mnemosyne 2.11 that are read, with their columns as it makes them. */
export const MNEMOSYNE_TABLES = `
  create table global_variables(key text, value text);
  create table facts(_id integer primary key, id text, extra_data text default "");
  create index i_facts on facts (id);
  create table data_for_fact(_fact_id integer, key text, value text);
  create table cards(_id integer primary key, id text, card_type_id text, _fact_id integer,
    fact_view_id text, question text, answer text, tags text, grade integer, next_rep integer,
    last_rep integer, easiness real, acq_reps integer, ret_reps integer, lapses integer,
    acq_reps_since_lapse integer, ret_reps_since_lapse integer, creation_time integer,
    modification_time integer, extra_data text default "", scheduler_data integer default 0,
    active boolean default 1);
  create table tags(_id integer primary key, id text, name text, extra_data text default "");
  create table tags_for_card(_card_id integer, _tag_id integer);
  create table log(_id integer primary key autoincrement, event_type integer, timestamp integer,
    object_id text, grade integer, easiness real, acq_reps integer, ret_reps integer,
    lapses integer, acq_reps_since_lapse integer, ret_reps_since_lapse integer,
    scheduled_interval integer, actual_interval integer, thinking_time integer, next_rep integer,
    scheduler_data integer);
  create table fact_views(id text primary key, name text, q_fact_keys text, a_fact_keys text);
  create table card_types(id text primary key, name text, fact_keys_and_names text,
    fact_view_ids text);
  insert into global_variables values ('version', '4');`;

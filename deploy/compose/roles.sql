-- Run once, by the image of PostgreSQL, when the volume is new: the two roles of the engine and its database.
-- The owner migrates and nothing else; the application's role owns nothing, so that row level security binds it.
\getenv owner_password READINESS_OWNER_PASSWORD
\getenv app_password READINESS_APP_PASSWORD

create role readiness_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner_password';
create role readiness_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'app_password';
create database readiness owner readiness_owner;
revoke connect, temporary on database readiness from public;
grant connect on database readiness to readiness_app;

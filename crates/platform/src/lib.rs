//! Ids, clock, actor, rights, errors, the shell, sign-in, audit, jobs and settings.

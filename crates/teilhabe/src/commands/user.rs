use anyhow::{Context, bail};
use platform::accounts::{self, Account};
use platform::audit::{Entry, store::record_system};
use platform::{AccountId, Act, App, Clock, Role, SiteId, sessions, sites};
use serde_json::json;

use super::{Exit, output};
use crate::config::Config;
use crate::house;

const ADD: Act = Act::new("account.add", &[]);
const ROLE: Act = Act::new("account.role", &[]);
const LOCK: Act = Act::new("account.lock", &[]);
const RESET: Act = Act::new("account.reset", &[]);

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Add an account with its first role; the password is read from stdin, or made and printed.
    ///
    /// Its owner has to choose another one at the first sign-in.
    #[command(
        after_help = "Example: teilhabe user add anna@stadt.example --name 'Anna Muster' --role case_manager --site 05315"
    )]
    Add {
        /// Address to sign in with.
        email: String,
        /// Name as colleagues see it.
        #[arg(long)]
        name: String,
        /// One of `case_manager`, `team_lead`, `coordinator`, `partner`, `evaluator`, `programme_lead`, `site_admin`, `auditor`.
        #[arg(long)]
        role: String,
        /// Key of the site (5 or 8 digits); not for roles of the whole programme.
        #[arg(long)]
        site: Option<String>,
        /// Read the password from stdin instead of making one.
        #[arg(long)]
        password_stdin: bool,
    },
    /// Give a role, or take it with --remove.
    #[command(
        after_help = "Example: teilhabe user role anna@stadt.example team_lead --site 05315 --remove"
    )]
    Role {
        /// Address of the account.
        email: String,
        /// The role; `user add --help` lists them.
        role: String,
        /// Key of the site (5 or 8 digits); not for roles of the whole programme.
        #[arg(long)]
        site: Option<String>,
        /// Take the role away.
        #[arg(long)]
        remove: bool,
    },
    /// Give an account a new password, read from stdin, or made and printed; its sessions end.
    ///
    /// Its owner has to choose another one at the next sign-in.
    #[command(after_help = "Example: teilhabe user password anna@stadt.example")]
    Password {
        /// Address of the account.
        email: String,
        /// Read the password from stdin instead of making one.
        #[arg(long)]
        password_stdin: bool,
    },
    /// Print the accounts: address, name, roles with their sites, `locked` if it is.
    #[command(after_help = "Example: teilhabe user list")]
    List,
    /// Lock an account and end its sessions, or open it with --undo.
    #[command(after_help = "Example: teilhabe user lock anna@stadt.example")]
    Lock {
        /// Address of the account.
        email: String,
        /// Open it again.
        #[arg(long)]
        undo: bool,
    },
}

pub(super) async fn run(args: &Args, config: Config) -> anyhow::Result<Exit> {
    let app = house::open_existing(&config, Clock::System).await?;
    match &args.what {
        What::Add {
            email,
            name,
            role,
            site,
            password_stdin,
        } => {
            let password = password(*password_stdin)?;
            let tx = add(&app, email, name, role, site.as_deref(), &password).await?;
            hand_over(tx, password, *password_stdin).await?;
        }
        What::Password {
            email,
            password_stdin,
        } => {
            let password = password(*password_stdin)?;
            let tx = reset(&app, email, &password).await?;
            hand_over(tx, password, *password_stdin).await?;
        }
        What::List => list(&app).await?,
        What::Role {
            email,
            role,
            site,
            remove,
        } => {
            change_role(&app, email, role, site.as_deref(), *remove).await?;
        }
        What::Lock { email, undo } => lock(&app, email, !undo).await?,
    }
    Ok(Exit(0))
}

fn password(from_stdin: bool) -> anyhow::Result<String> {
    if !from_stdin {
        return Ok(sessions::generate());
    }
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\n', '\r']).to_owned())
}

/// Nothing has changed unless the password was handed out.
async fn hand_over(tx: db::Tx, password: String, is_known: bool) -> anyhow::Result<()> {
    if !is_known {
        output::print_lines([password])?;
    }
    Ok(tx.commit().await?)
}

/// Writes the account; it is there once its password has been handed out and the caller commits.
async fn add(
    app: &App,
    email: &str,
    name: &str,
    role: &str,
    site: Option<&str>,
    password: &str,
) -> anyhow::Result<db::Tx> {
    let email =
        accounts::read_email(email).with_context(|| format!("{email} is not an e-mail address"))?;
    if name.trim().is_empty() {
        bail!("the name is empty");
    }
    let hash = hashed(password, &email)?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let (role, site) = role_at(&mut tx, role, site).await?;
    if accounts::store::by_email(&mut tx, &email).await?.is_some() {
        bail!("there is an account {email} already");
    }
    let account = Account {
        id: AccountId::new(),
        email,
        name: name.trim().to_owned(),
        locked: false,
    };
    accounts::store::insert(&mut tx, &account, &hash, now).await?;
    accounts::store::demand_change(&mut tx, account.id).await?;
    accounts::store::grant(&mut tx, account.id, role, site).await?;
    let entry = Entry::new(ADD, "account", account.id.0).with(json!({ "role": role.code() }));
    record_system(&mut tx, site.unwrap_or(SiteId::PROGRAMME), now, entry).await?;
    Ok(tx)
}

/// Writes a new password; it holds once it has been handed out and the caller commits.
async fn reset(app: &App, email: &str, password: &str) -> anyhow::Result<db::Tx> {
    let mut tx = app.db.write().await?;
    let account = known(&mut tx, email).await?;
    let hash = hashed(password, &account.email)?;
    accounts::store::replace_password(&mut tx, &account, &hash).await?;
    let entry = Entry::new(RESET, "account", account.id.0);
    record_system(&mut tx, SiteId::PROGRAMME, app.clock.now(), entry).await?;
    Ok(tx)
}

async fn list(app: &App) -> anyhow::Result<()> {
    let mut tx = app.db.read().await?;
    let all = accounts::store::all(&mut tx).await?;
    output::print_lines(all.iter().map(|(account, held)| {
        let roles = held.iter().map(|(role, ags)| match ags {
            Some(ags) => format!("{} {ags}", role.code()),
            None => role.code().to_owned(),
        });
        let roles = roles.collect::<Vec<_>>().join(", ");
        let locked = if account.locked { "locked" } else { "" };
        format!("{}\t{}\t{roles}\t{locked}", account.email, account.name)
    }))
}

fn hashed(password: &str, email: &str) -> anyhow::Result<sessions::PasswordHash> {
    if let Err(problem) = sessions::check_new(password, email) {
        bail!("the password is not taken: {}", told(problem));
    }
    sessions::hash(password)
}

fn told(problem: sessions::PasswordProblem) -> &'static str {
    match problem {
        sessions::PasswordProblem::TooShort => "it needs at least 12 characters",
        sessions::PasswordProblem::TooLong => "it may have 128 characters at most",
        sessions::PasswordProblem::Guessable => "it is too easy to guess",
    }
}

async fn change_role(
    app: &App,
    email: &str,
    role: &str,
    site: Option<&str>,
    remove: bool,
) -> anyhow::Result<()> {
    let mut tx = app.db.write().await?;
    let account = known(&mut tx, email).await?;
    let (role, site) = role_at(&mut tx, role, site).await?;
    if remove {
        accounts::store::revoke(&mut tx, account.id, role, site).await?;
    } else {
        accounts::store::grant(&mut tx, account.id, role, site).await?;
    }
    let detail = json!({ "role": role.code(), "removed": remove });
    let entry = Entry::new(ROLE, "account", account.id.0).with(detail);
    record_system(
        &mut tx,
        site.unwrap_or(SiteId::PROGRAMME),
        app.clock.now(),
        entry,
    )
    .await?;
    Ok(tx.commit().await?)
}

async fn lock(app: &App, email: &str, locked: bool) -> anyhow::Result<()> {
    let mut tx = app.db.write().await?;
    let account = known(&mut tx, email).await?;
    accounts::store::lock(&mut tx, account.id, locked).await?;
    sessions::store::end_all(&mut tx, account.id).await?;
    let entry = Entry::new(LOCK, "account", account.id.0).with(json!({ "locked": locked }));
    record_system(&mut tx, SiteId::PROGRAMME, app.clock.now(), entry).await?;
    Ok(tx.commit().await?)
}

async fn known(tx: &mut db::Tx, email: &str) -> anyhow::Result<Account> {
    let email = email.trim().to_lowercase();
    accounts::store::by_email(tx, &email)
        .await?
        .with_context(|| format!("no account {email}"))
}

async fn role_at(
    tx: &mut db::Tx,
    role: &str,
    site: Option<&str>,
) -> anyhow::Result<(Role, Option<SiteId>)> {
    let known = || Role::ALL.map(Role::code).join(", ");
    let role =
        Role::parse(role).with_context(|| format!("no role {role}; there are: {}", known()))?;
    match (role.is_programme_wide(), site) {
        (true, None) => Ok((role, None)),
        (true, Some(_)) => bail!("{} belongs to no site; leave out --site", role.code()),
        (false, None) => bail!("{} needs --site", role.code()),
        (false, Some(ags)) => {
            let site = sites::store::by_ags(tx, ags).await?;
            let site =
                site.with_context(|| format!("no site {ags}; teilhabe site list names them"))?;
            Ok((role, Some(site.id)))
        }
    }
}

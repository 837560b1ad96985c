use crate::{AccountId, Role};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub id: AccountId,
    pub email: String,
    pub name: String,
    pub locked: bool,
}

/// The roles that the administration of a site gives. Those of the whole programme are given at
/// the command line, partners are invited to a single referral or conference.
pub const GIVEN_AT_SITES: [Role; 5] = [
    Role::CaseManager,
    Role::TeamLead,
    Role::Coordinator,
    Role::SiteAdmin,
    Role::Auditor,
];

/// An address as it is stored: in lower case, one `@` between a name and a domain.
pub fn read_email(text: &str) -> Option<String> {
    let email = text.trim().to_lowercase();
    let (name, domain) = email.split_once('@')?;
    let plain = |part: &str| {
        !part.is_empty()
            && !part.contains(|c: char| c == '@' || c.is_whitespace() || c.is_control())
    };
    let dotted = domain.split('.').count() > 1 && domain.split('.').all(|part| !part.is_empty());
    (plain(name) && plain(domain) && dotted && email.len() <= 254).then_some(email)
}

/// One entry per person from one per role; the entries of a person stand together.
pub fn by_person(held: Vec<(Account, Role)>) -> Vec<(Account, Vec<Role>)> {
    let mut people: Vec<(Account, Vec<Role>)> = Vec::new();
    for (account, role) in held {
        match people.last_mut() {
            Some((last, roles)) if last.id == account.id => roles.push(role),
            _ => people.push((account, vec![role])),
        }
    }
    people
}

//! Whom a list means by the person responsible.

use std::collections::HashMap;

use platform::AccountId;
use platform::accounts::Account;

use super::names::without_address;
use super::text::squeeze;

/// Finds the account that a list means by a name, an e-mail address or a family name.
pub(super) struct Workers<'a> {
    accounts: &'a [Account],
    found: HashMap<String, Option<AccountId>>,
}

impl<'a> Workers<'a> {
    pub(super) fn new(accounts: &'a [Account]) -> Self {
        Workers {
            accounts,
            found: HashMap::new(),
        }
    }

    pub(super) fn find(&mut self, name: &str) -> Option<AccountId> {
        if let Some(found) = self.found.get(name) {
            return *found;
        }
        let found = self.look(name);
        self.found.insert(name.to_owned(), found);
        found
    }

    fn look(&self, name: &str) -> Option<AccountId> {
        let name = without_address(name);
        let is_email = |account: &&Account| account.email.eq_ignore_ascii_case(name);
        let is_named = |account: &&Account| linkage::same_words(&account.name, name);
        let is_family = |account: &&Account| {
            let family = account.name.split_whitespace().next_back();
            family.is_some_and(|family| squeeze(family) == squeeze(name))
        };
        self.only(is_email)
            .or_else(|| self.only(is_named))
            .or_else(|| self.only(is_family))
    }

    /// Two who fit are none: who of them is meant, a person must say.
    fn only(&self, fits: impl Fn(&&Account) -> bool) -> Option<AccountId> {
        let mut found = self.accounts.iter().filter(fits);
        let first = found.next()?;
        found.next().is_none().then_some(first.id)
    }
}

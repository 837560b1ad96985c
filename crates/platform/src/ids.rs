//! Ids that cannot be mixed up.

use uuid::Uuid;

/// A new id; version 7, so that ids sort by the time they were made.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place where ids are made"
)]
pub fn fresh() -> Uuid {
    Uuid::now_v7()
}

/// Declares id types: `id!(CaseId, PersonId);`.
#[macro_export]
macro_rules! id {
    ($($name:ident),+ $(,)?) => {$(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl $name {
            #[expect(clippy::new_without_default, reason = "a new id is an act, not a default")]
            pub fn new() -> Self {
                Self($crate::ids::fresh())
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map(Self)
            }
        }
        impl From<$name> for db::Value {
            fn from(id: $name) -> Self {
                id.0.into()
            }
        }
        impl db::Bind for $name {
            fn bind(id: Option<Self>) -> db::Value {
                id.map(|id| id.0).into()
            }
        }
        impl db::FromColumn for $name {
            type Raw = uuid::Uuid;
            fn from_raw(raw: uuid::Uuid) -> Result<Self, String> {
                Ok(Self(raw))
            }
        }
    )+};
}

id!(SiteId, AccountId, SessionId, JobId);

impl SiteId {
    /// The programme itself: acts of roles without a site are recorded here.
    pub const PROGRAMME: SiteId = SiteId(Uuid::nil());
}

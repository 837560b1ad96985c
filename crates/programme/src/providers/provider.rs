use super::ProviderId;

/// Who stands behind a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProviderKind {
    Municipality,
    Welfare,
    Other,
}

impl ProviderKind {
    pub const ALL: [ProviderKind; 3] = [
        ProviderKind::Municipality,
        ProviderKind::Welfare,
        ProviderKind::Other,
    ];

    pub fn code(self) -> &'static str {
        match self {
            ProviderKind::Municipality => "municipality",
            ProviderKind::Welfare => "welfare",
            ProviderKind::Other => "other",
        }
    }

    pub fn parse(code: &str) -> Option<ProviderKind> {
        ProviderKind::ALL
            .into_iter()
            .find(|kind| kind.code() == code)
    }

    pub fn label_key(self) -> &'static str {
        match self {
            ProviderKind::Municipality => "provider-kind-municipality",
            ProviderKind::Welfare => "provider-kind-welfare",
            ProviderKind::Other => "provider-kind-other",
        }
    }
}

impl db::FromColumn for ProviderKind {
    type Raw = String;
    fn from_raw(raw: String) -> Result<Self, String> {
        ProviderKind::parse(&raw).ok_or_else(|| "not a kind of provider".to_owned())
    }
}

#[derive(Clone, Debug)]
pub struct Provider {
    pub id: ProviderId,
    pub name: String,
    pub kind: ProviderKind,
    pub version: i64,
}

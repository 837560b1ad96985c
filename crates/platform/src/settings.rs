//! What the operator decides.

/// Settings of the running program, read from the configuration file by the binary.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Keeps cookies to encrypted connections; on unless the address is local.
    pub secure_cookies: bool,
    /// The banner of German administrations.
    pub official_banner: bool,
    /// Accounts the sign-in page offers; any makes this a demo with synthetic data.
    pub demo_accounts: Vec<DemoAccount>,
    /// A header that the reverse proxy sets to the visitor's address.
    pub address_header: Option<String>,
}

/// A sign-in for one role of the demo.
#[derive(Clone, Debug)]
pub struct DemoAccount {
    pub role: crate::Role,
    pub email: String,
    pub password: String,
    pub place: String,
}

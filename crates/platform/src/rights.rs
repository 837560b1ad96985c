//! Who may do what.

use serde::{Deserialize, Serialize};

/// The roles of the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    CaseManager,
    TeamLead,
    Coordinator,
    Partner,
    Evaluator,
    ProgrammeLead,
    SiteAdmin,
    Auditor,
}

impl Role {
    pub const ALL: [Role; 8] = [
        Role::CaseManager,
        Role::TeamLead,
        Role::Coordinator,
        Role::Partner,
        Role::Evaluator,
        Role::ProgrammeLead,
        Role::SiteAdmin,
        Role::Auditor,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Role::CaseManager => "case_manager",
            Role::TeamLead => "team_lead",
            Role::Coordinator => "coordinator",
            Role::Partner => "partner",
            Role::Evaluator => "evaluator",
            Role::ProgrammeLead => "programme_lead",
            Role::SiteAdmin => "site_admin",
            Role::Auditor => "auditor",
        }
    }

    pub fn parse(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }

    /// The text that names the role.
    pub fn label_key(self) -> &'static str {
        match self {
            Role::CaseManager => "role-case-manager",
            Role::TeamLead => "role-team-lead",
            Role::Coordinator => "role-coordinator",
            Role::Partner => "role-partner",
            Role::Evaluator => "role-evaluator",
            Role::ProgrammeLead => "role-programme-lead",
            Role::SiteAdmin => "role-site-admin",
            Role::Auditor => "role-auditor",
        }
    }

    /// Roles that look at all sites and belong to none.
    pub fn is_programme_wide(self) -> bool {
        matches!(self, Role::Evaluator | Role::ProgrammeLead)
    }
}

impl db::FromColumn for Role {
    type Raw = String;
    fn from_raw(raw: String) -> Result<Self, String> {
        Role::parse(&raw).ok_or_else(|| "not a role".to_owned())
    }
}

/// Something a person can do, and the roles that may. Each area declares its own as constants;
/// the permission matrix is printed from the routes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Act {
    /// `noun.verb`, the same word in the audit trail.
    pub name: &'static str,
    pub roles: &'static [Role],
}

impl Act {
    pub const fn new(name: &'static str, roles: &'static [Role]) -> Self {
        Act { name, roles }
    }

    pub fn is_open_to(self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

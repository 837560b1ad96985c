//! Goals, the steps towards them, and what became of both.

use jiff::civil::Date;

use crate::codes::{Domain, codes};

platform::id!(GoalId, StepId);

codes! {
    /// How a goal ended; dropped: no longer wanted or needed.
    GoalResult "goal-result" {
        Reached = "reached",
        Partly = "partly",
        Missed = "missed",
        Dropped = "dropped",
    }
}

codes! {
    /// How a step ended.
    StepResult "step-result" {
        Done = "done",
        NotPossible = "not_possible",
    }
}

codes! {
    /// Why a step was not possible; a gap in the offers begins here.
    Barrier "barrier" {
        NoOffer = "no_offer",
        NoPlace = "no_place",
        WaitingTime = "waiting_time",
        Status = "status",
        Language = "language",
        Cost = "cost",
        Childcare = "childcare",
        Distance = "distance",
        Authority = "authority",
        Other = "other",
    }
}

codes! {
    /// Who takes a step.
    Responsible "responsible" {
        Person = "person",
        CaseManager = "case_manager",
        JobCentre = "job_centre",
        EmploymentAgency = "employment_agency",
        SocialOffice = "social_office",
        YouthOffice = "youth_office",
        ForeignersAuthority = "foreigners_authority",
        CourseProvider = "course_provider",
        School = "school",
        TrainingProvider = "training_provider",
        Employer = "employer",
        Chamber = "chamber",
        HousingOffice = "housing_office",
        Health = "health",
        Counselling = "counselling",
        Lawyer = "lawyer",
        Volunteer = "volunteer",
        Other = "other",
    }
}

/// What is to be reached in one domain, in the words agreed with the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    pub id: GoalId,
    pub domain: Domain,
    pub wording: String,
    pub set_on: Date,
    pub due_on: Option<Date>,
    pub ended: Option<(GoalResult, Date)>,
    pub version: i64,
    pub steps: Vec<Step>,
}

/// One thing that somebody does for a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub id: StepId,
    pub goal: GoalId,
    pub wording: String,
    pub responsible: Responsible,
    pub due_on: Option<Date>,
    pub outcome: Option<StepOutcome>,
    pub version: i64,
}

/// What became of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepOutcome {
    Done { on: Date },
    NotPossible { on: Date, barrier: Barrier },
}

impl StepOutcome {
    pub fn result(self) -> StepResult {
        match self {
            StepOutcome::Done { .. } => StepResult::Done,
            StepOutcome::NotPossible { .. } => StepResult::NotPossible,
        }
    }

    pub fn on(self) -> Date {
        match self {
            StepOutcome::Done { on } | StepOutcome::NotPossible { on, .. } => on,
        }
    }

    pub fn barrier(self) -> Option<Barrier> {
        match self {
            StepOutcome::Done { .. } => None,
            StepOutcome::NotPossible { barrier, .. } => Some(barrier),
        }
    }
}

impl Goal {
    /// Steps that were done, and all steps.
    pub fn progress(&self) -> (usize, usize) {
        let done = |step: &&Step| matches!(step.outcome, Some(StepOutcome::Done { .. }));
        (self.steps.iter().filter(done).count(), self.steps.len())
    }

    /// The goal ended, or open again.
    #[must_use]
    pub fn with_end(self, ended: Option<(GoalResult, Date)>, version: Option<i64>) -> Goal {
        let version = version.unwrap_or_default();
        Goal {
            ended,
            version,
            ..self
        }
    }
}

impl Step {
    pub fn is_overdue(&self, today: Date) -> bool {
        self.outcome.is_none() && self.due_on.is_some_and(|due| due < today)
    }

    /// The step ended, or open again.
    #[must_use]
    pub fn with_end(self, outcome: Option<StepOutcome>, version: Option<i64>) -> Step {
        let version = version.unwrap_or_default();
        Step {
            outcome,
            version,
            ..self
        }
    }
}

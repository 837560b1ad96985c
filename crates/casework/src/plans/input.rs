//! The forms of a plan as they are typed, and how they are read.

use jiff::civil::Date;
use platform::ui::FieldErrors;

use super::{
    Barrier, Goal, GoalId, GoalResult, Responsible, Step, StepId, StepOutcome, StepResult,
};
use crate::codes::Domain;
use crate::fields::{self, Bounds};

const LONGEST: usize = 1_000;

/// A goal as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
pub(super) struct GoalInput {
    #[serde(default)]
    pub(super) domain: String,
    #[serde(default)]
    pub(super) wording: String,
    #[serde(default)]
    pub(super) set_on: String,
    #[serde(default)]
    pub(super) due_on: String,
    #[serde(default)]
    pub(super) version: Option<i64>,
}

/// A goal's fields, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct GoalDraft {
    pub(super) domain: Domain,
    pub(super) wording: String,
    pub(super) set_on: Date,
    pub(super) due_on: Option<Date>,
}

impl GoalInput {
    /// The form as it shows a goal to be changed.
    pub(super) fn of(goal: &Goal) -> GoalInput {
        GoalInput {
            domain: goal.domain.code().to_owned(),
            wording: goal.wording.clone(),
            set_on: goal.set_on.to_string(),
            due_on: goal.due_on.map(|day| day.to_string()).unwrap_or_default(),
            version: Some(goal.version),
        }
    }

    pub(super) fn read(&self, bounds: Bounds) -> Result<GoalDraft, FieldErrors> {
        let mut errors = FieldErrors::none();
        let domain = fields::chosen(&mut errors, "domain", &self.domain, Domain::parse);
        let wording = fields::wording(&mut errors, "wording", &self.wording, LONGEST);
        let set_on = fields::past_day(&mut errors, "set_on", &self.set_on, bounds);
        let due_on = fields::work_day(&mut errors, "due_on", &self.due_on, bounds);
        if due_on.is_some_and(|due| due < set_on) {
            errors.add("due_on", "goal-due-before-set");
        }
        let Some(domain) = domain else {
            return Err(errors);
        };
        errors.or_ok(GoalDraft {
            domain,
            wording,
            set_on,
            due_on,
        })
    }
}

impl GoalDraft {
    /// The goal changed by a form that was filled in on `version`.
    pub(super) fn over(self, goal: Goal, version: Option<i64>) -> Goal {
        Goal {
            domain: self.domain,
            wording: self.wording,
            set_on: self.set_on,
            due_on: self.due_on,
            version: version.unwrap_or_default(),
            ..goal
        }
    }

    /// A new goal.
    pub(super) fn set(self) -> Goal {
        Goal {
            id: GoalId::new(),
            domain: self.domain,
            wording: self.wording,
            set_on: self.set_on,
            due_on: self.due_on,
            ended: None,
            version: 1,
            steps: Vec::new(),
        }
    }
}

/// A step as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
pub(super) struct StepInput {
    #[serde(default)]
    pub(super) wording: String,
    #[serde(default)]
    pub(super) responsible: String,
    #[serde(default)]
    pub(super) due_on: String,
    #[serde(default)]
    pub(super) version: Option<i64>,
}

/// A step's fields, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StepDraft {
    pub(super) wording: String,
    pub(super) responsible: Responsible,
    pub(super) due_on: Option<Date>,
}

impl StepInput {
    /// The form as it shows a step to be changed.
    pub(super) fn of(step: &Step) -> StepInput {
        StepInput {
            wording: step.wording.clone(),
            responsible: step.responsible.code().to_owned(),
            due_on: step.due_on.map(|day| day.to_string()).unwrap_or_default(),
            version: Some(step.version),
        }
    }

    pub(super) fn read(&self, bounds: Bounds) -> Result<StepDraft, FieldErrors> {
        let mut errors = FieldErrors::none();
        let wording = fields::wording(&mut errors, "wording", &self.wording, LONGEST);
        let responsible = fields::chosen(
            &mut errors,
            "responsible",
            &self.responsible,
            Responsible::parse,
        );
        let due_on = fields::work_day(&mut errors, "due_on", &self.due_on, bounds);
        let Some(responsible) = responsible else {
            return Err(errors);
        };
        errors.or_ok(StepDraft {
            wording,
            responsible,
            due_on,
        })
    }
}

impl StepDraft {
    /// The step changed by a form that was filled in on `version`.
    pub(super) fn over(self, step: &Step, version: Option<i64>) -> Step {
        Step {
            id: step.id,
            goal: step.goal,
            wording: self.wording,
            responsible: self.responsible,
            due_on: self.due_on,
            outcome: step.outcome,
            version: version.unwrap_or_default(),
        }
    }

    /// A new step towards a goal.
    pub(super) fn towards(self, goal: GoalId) -> Step {
        Step {
            id: StepId::new(),
            goal,
            wording: self.wording,
            responsible: self.responsible,
            due_on: self.due_on,
            outcome: None,
            version: 1,
        }
    }
}

/// How a goal or a step ended, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
pub(super) struct ResultInput {
    #[serde(default)]
    pub(super) result: String,
    #[serde(default)]
    pub(super) barrier: String,
    #[serde(default)]
    pub(super) result_on: String,
    #[serde(default)]
    pub(super) version: Option<i64>,
}

impl ResultInput {
    /// A goal does not end before it was set.
    pub(super) fn goal(
        &self,
        goal: &Goal,
        bounds: Bounds,
    ) -> Result<(GoalResult, Date), FieldErrors> {
        let mut errors = FieldErrors::none();
        let result = fields::chosen(&mut errors, "result", &self.result, GoalResult::parse);
        let on = fields::past_day(&mut errors, "result_on", &self.result_on, bounds);
        if on < goal.set_on {
            errors.add("result_on", "goal-ended-before-set");
        }
        let Some(result) = result else {
            return Err(errors);
        };
        errors.or_ok((result, on))
    }

    /// A step that was not possible names its barrier.
    pub(super) fn step(&self, bounds: Bounds) -> Result<StepOutcome, FieldErrors> {
        let mut errors = FieldErrors::none();
        let result = fields::chosen(&mut errors, "result", &self.result, StepResult::parse);
        let on = fields::past_day(&mut errors, "result_on", &self.result_on, bounds);
        let outcome = match result {
            None => None,
            Some(StepResult::Done) => Some(StepOutcome::Done { on }),
            Some(StepResult::NotPossible) => {
                fields::chosen(&mut errors, "barrier", &self.barrier, Barrier::parse)
                    .map(|barrier| StepOutcome::NotPossible { on, barrier })
            }
        };
        let Some(outcome) = outcome else {
            return Err(errors);
        };
        errors.or_ok(outcome)
    }
}

//! A goal or a step in words, for a form that somebody else was faster with.

use platform::ui::Ui;

use super::{Goal, Step};

impl Goal {
    pub(super) fn told(&self, ui: &Ui) -> Vec<(&'static str, String)> {
        let mut told = vec![
            ("goal-domain", ui.t(self.domain.label_key())),
            ("goal-wording", self.wording.clone()),
            ("goal-set-on", ui.day(self.set_on)),
            ("goal-due-on", ui.opt_day(self.due_on)),
        ];
        if let Some((result, on)) = self.ended {
            let result = ui.t(result.label_key());
            told.push(("goal-result", format!("{result}, {}", ui.day(on))));
        }
        told
    }
}

impl Step {
    pub(super) fn told(&self, ui: &Ui) -> Vec<(&'static str, String)> {
        let mut told = vec![
            ("step-wording", self.wording.clone()),
            ("step-responsible", ui.t(self.responsible.label_key())),
            ("step-due", ui.opt_day(self.due_on)),
        ];
        if let Some(outcome) = self.outcome {
            let result = ui.t(outcome.result().label_key());
            told.push(("step-result", format!("{result}, {}", ui.day(outcome.on()))));
        }
        if let Some(barrier) = self.outcome.and_then(super::StepOutcome::barrier) {
            told.push(("step-barrier", ui.t(barrier.label_key())));
        }
        told
    }
}

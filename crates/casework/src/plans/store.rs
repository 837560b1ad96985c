use db::{Row, Tx, Value, values};
use jiff::civil::Date;
use platform::keys::SiteKeys;
use platform::{Error, Result, SiteId};
use uuid::Uuid;
use vault::{Place, Sealed};

use super::{Goal, GoalId, GoalResult, Step, StepId, StepOutcome, StepResult};
use crate::cases::{Case, CaseId, Editable};
use crate::people::{self, PersonId};
use crate::rows::insert_all;

/// The goals of a case with their steps, open goals first, the latest first.
pub async fn of_case(tx: &mut Tx, case: &Case) -> Result<Vec<Goal>> {
    let rows = tx
        .all(
            "select id, domain, wording, set_on, due_on, result, result_on, version from goals
             where site_id = $1 and case_id = $2
             order by case when result is null then 0 else 1 end, set_on desc, id desc",
            values![case.site, case.id],
        )
        .await?;
    let goal = |row| goal(row, case);
    let mut goals: Vec<Goal> = rows.iter().map(goal).collect::<Result<_>>()?;
    let rows = tx
        .all(
            "select id, goal_id, wording, responsible, due_on, result, result_on, barrier, version
             from steps where site_id = $1 and case_id = $2 order by id",
            values![case.site, case.id],
        )
        .await?;
    for row in &rows {
        let step = step(row, case)?;
        if let Some(goal) = goals.iter_mut().find(|goal| goal.id == step.goal) {
            goal.steps.push(step);
        }
    }
    Ok(goals)
}

/// A goal without its steps.
pub(super) async fn get_goal(tx: &mut Tx, case: &Case, id: GoalId) -> Result<Option<Goal>> {
    let row = tx
        .maybe(
            "select id, domain, wording, set_on, due_on, result, result_on, version from goals
             where site_id = $1 and case_id = $2 and id = $3",
            values![case.site, case.id, id],
        )
        .await?;
    row.map(|row| goal(&row, case)).transpose()
}

pub(super) async fn get_step(tx: &mut Tx, case: &Case, id: StepId) -> Result<Option<Step>> {
    let row = tx
        .maybe(
            "select id, goal_id, wording, responsible, due_on, result, result_on, barrier, version
             from steps where site_id = $1 and case_id = $2 and id = $3",
            values![case.site, case.id, id],
        )
        .await?;
    row.map(|row| step(&row, case)).transpose()
}

/// A goal to write down for a case that is known to exist: for generated data.
pub struct PastGoal {
    pub case: CaseId,
    pub person: PersonId,
    pub goal: Goal,
}

/// Writes many goals with their steps in few statements.
pub async fn insert_past(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    goals: &[PastGoal],
) -> Result<()> {
    for some in goals.chunks(200) {
        let keys = people::keys_of(tx, keys, site, some.iter().map(|past| past.person)).await?;
        let (mut rows, mut steps) = (Vec::new(), Vec::new());
        for PastGoal { case, person, goal } in some {
            let key = keys.get(person).ok_or(Error::NotFound)?;
            let wording = key.seal(&place(site, GOALS, goal.id.0), &goal.wording);
            rows.push(goal_row(site, *case, goal, wording));
            for step in &goal.steps {
                let wording = key.seal(&place(site, STEPS, step.id.0), &step.wording);
                steps.push(step_row(site, *case, step, wording));
            }
        }
        insert_all(tx, INSERT_GOALS, rows).await?;
        insert_all(tx, INSERT_STEPS, steps).await?;
    }
    Ok(())
}

const INSERT_GOALS: &str = "insert into goals (site_id, id, case_id, domain, wording, set_on,
    due_on, result, result_on, version) values";
const INSERT_STEPS: &str = "insert into steps (site_id, id, goal_id, case_id, wording, responsible,
    due_on, result, result_on, barrier, version) values";

pub(super) async fn save_goal(tx: &mut Tx, case: &Editable<Case>, goal: &Goal) -> Result<()> {
    let wording = case.seal(GOALS, WORDING, goal.id.0, &goal.wording);
    insert_all(
        tx,
        INSERT_GOALS,
        vec![goal_row(case.site, case.id, goal, wording)],
    )
    .await?;
    Ok(())
}

pub(super) async fn save_step(tx: &mut Tx, case: &Editable<Case>, step: &Step) -> Result<()> {
    let wording = case.seal(STEPS, WORDING, step.id.0, &step.wording);
    insert_all(
        tx,
        INSERT_STEPS,
        vec![step_row(case.site, case.id, step, wording)],
    )
    .await?;
    Ok(())
}

/// Writes a goal over the version it was read in; says false if that is gone.
pub(super) async fn save_goal_change(
    tx: &mut Tx,
    case: &Editable<Case>,
    goal: &Goal,
) -> Result<bool> {
    let changed = tx
        .run(
            "update goals set domain = $4, wording = $5, set_on = $6, due_on = $7, result = $8,
             result_on = $9, version = version + 1
             where site_id = $1 and case_id = $2 and id = $3 and version = $10",
            values![
                case.site,
                case.id,
                goal.id,
                goal.domain,
                case.seal(GOALS, WORDING, goal.id.0, &goal.wording)
                    .into_bytes(),
                goal.set_on,
                goal.due_on,
                goal.ended.map(|(result, _)| result),
                goal.ended.map(|(_, on)| on),
                goal.version
            ],
        )
        .await?;
    Ok(changed == 1)
}

/// Writes a step over the version it was read in; says false if that is gone.
pub(super) async fn save_step_change(
    tx: &mut Tx,
    case: &Editable<Case>,
    step: &Step,
) -> Result<bool> {
    let changed = tx
        .run(
            "update steps set wording = $4, responsible = $5, due_on = $6, result = $7,
             result_on = $8, barrier = $9, version = version + 1
             where site_id = $1 and case_id = $2 and id = $3 and version = $10",
            values![
                case.site,
                case.id,
                step.id,
                case.seal(STEPS, WORDING, step.id.0, &step.wording)
                    .into_bytes(),
                step.responsible,
                step.due_on,
                step.outcome.map(StepOutcome::result),
                step.outcome.map(StepOutcome::on),
                step.outcome.and_then(StepOutcome::barrier),
                step.version
            ],
        )
        .await?;
    Ok(changed == 1)
}

const GOALS: &str = "goals";
const STEPS: &str = "steps";
const WORDING: &str = "wording";

fn place(site: SiteId, table: &'static str, record: Uuid) -> Place {
    Place {
        site: site.0,
        table,
        column: WORDING,
        record,
    }
}

fn goal_row(site: SiteId, case: CaseId, goal: &Goal, wording: Sealed) -> Vec<Value> {
    values![
        site,
        goal.id,
        case,
        goal.domain,
        wording.into_bytes(),
        goal.set_on,
        goal.due_on,
        goal.ended.map(|(result, _)| result),
        goal.ended.map(|(_, on)| on),
        goal.version
    ]
}

fn step_row(site: SiteId, case: CaseId, step: &Step, wording: Sealed) -> Vec<Value> {
    values![
        site,
        step.id,
        step.goal,
        case,
        wording.into_bytes(),
        step.responsible,
        step.due_on,
        step.outcome.map(StepOutcome::result),
        step.outcome.map(StepOutcome::on),
        step.outcome.and_then(StepOutcome::barrier),
        step.version
    ]
}

fn open(row: &Row, case: &Case, table: &'static str, record: Uuid) -> Result<String> {
    let sealed = Sealed::from_stored(row.get("wording")?);
    let clear = case.open(table, WORDING, record, &sealed)?;
    Ok(clear.expose().to_owned())
}

fn goal(row: &Row, case: &Case) -> Result<Goal> {
    let id: GoalId = row.get("id")?;
    let result: Option<GoalResult> = row.get("result")?;
    let result_on: Option<Date> = row.get("result_on")?;
    Ok(Goal {
        id,
        domain: row.get("domain")?,
        wording: open(row, case, GOALS, id.0)?,
        set_on: row.get("set_on")?,
        due_on: row.get("due_on")?,
        ended: result.zip(result_on),
        version: row.get("version")?,
        steps: Vec::new(),
    })
}

fn step(row: &Row, case: &Case) -> Result<Step> {
    let id: StepId = row.get("id")?;
    let result: Option<StepResult> = row.get("result")?;
    let result_on: Option<Date> = row.get("result_on")?;
    let outcome = result.zip(result_on).and_then(|(result, on)| match result {
        StepResult::Done => Some(StepOutcome::Done { on }),
        StepResult::NotPossible => {
            let barrier = row.get("barrier").ok()?;
            Some(StepOutcome::NotPossible { on, barrier })
        }
    });
    Ok(Step {
        id,
        goal: row.get("goal_id")?,
        wording: open(row, case, STEPS, id.0)?,
        responsible: row.get("responsible")?,
        due_on: row.get("due_on")?,
        outcome,
        version: row.get("version")?,
    })
}

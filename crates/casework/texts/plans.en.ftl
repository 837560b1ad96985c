## Input

field-number-out-of-range = Please enter a number between { $least } and { $most }.

## Needs

needs-title = Needs
needs-empty = No need recorded yet. Choose the life domains in which support is needed.
needs-add = Record needs
needs-save = Save needs
needs-add-long = With the day since which the need exists
needs-met = { $n ->
    [one] One need met
   *[other] { $n } needs met
}
need-domains = Life domains
need-domain-missing = Please choose at least one life domain.
need-since = since { $day }
need-since-on = Need exists since
need-since-hint = Today if left empty.
need-meet = Met
need-reopen = Open again
need-withdraw = Take back
need-added = The needs are saved.
need-met = The need is recorded as met.
need-reopened = The need is open again.
need-withdrawn = The need is taken back.
need-met-before-since = A need cannot be met before it existed. Please check the day.
need-open-already = A need is already open in this life domain. Meet it or take it back first.

## Contacts

contacts-title = Contacts
contacts-empty = No contact recorded yet.
contacts-empty-hint = Record the first talk; form and duration are enough.
contacts-all = All contacts
contact-add = Record a contact
contact-add-long = With day, topics and interpreter
contact-correct = Correct the contact
contact-when = Talk
contact-held-on = Day
contact-form = Form
contact-form-in_person = In person
contact-form-outreach = Outreach
contact-form-phone = Phone
contact-form-video = Video
contact-form-mail = Letter, e-mail or messenger
contact-form-group = Group or event
contact-form-third_party = With others, without the person
contact-minutes = Duration in minutes
contact-minutes-said = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
contact-interpreter = With an interpreter
contact-interpreted = with an interpreter
contact-topics = Topics
contact-note = Note
contact-save-today = Save with today's date
contact-added = The contact is recorded.
contact-corrected = The contact is corrected.

## Support plan

plan-title = Support plan
plan-empty = No goal agreed yet.
plan-empty-hint = Agree on the first goal in the talk, in the person's words.
plan-to-case = To the case
plan-of = Support plan for { $name }
plan-lead = This is what we agreed. As of { $day }
plan-worker = Case manager
plan-number = Case number
plan-steps = Steps
plan-what = What?
plan-who = Who?
plan-when = By when?
plan-state = State
plan-due-said = by { $day }
plan-result-on = Day
plan-print-view = Support plan for printing
plan-sign-person = Date, signature of the person
plan-sign-worker = Date, signature of the case manager

goals-ended = { $n ->
    [one] One goal ended
   *[other] { $n } goals ended
}
goal-add = Agree on a goal
goal-lead = A good goal says what will be different, and how both will notice.
goal-change = Change the goal
goal-end = End the goal
goal-reopen = Open the goal again
goal-domain = Life domain
goal-wording = Goal
goal-wording-hint = In the person's words, such as: “I have passed a B1 course by summer.” Please nothing on route, offences or whereabouts.
goal-set-on = Agreed on
goal-set-said = agreed on { $day }
goal-due-on = To be reached by
goal-progress = { $done } of { $all } steps done
goal-due-before-set = The goal cannot be reached before the day it was agreed on. Please check the day.
goal-ended-before-set = The goal cannot end before the day it was agreed on. Please check the day.
goal-result = Result
goal-result-reached = Reached
goal-result-partly = Partly reached
goal-result-missed = Not reached
goal-result-dropped = No longer pursued
goal-set = The goal is agreed. Next, the steps towards it.
goal-changed = The goal is changed.
goal-ended = The goal has ended.
goal-reopened = The goal is open again.

step-add = Add a step
step-save = Save the step
step-change = Change the step
step-end = Result of the step
step-end-long = Result with another day
step-reopen = Open again
step-open = open
step-wording = Step
step-responsible = Who does it?
step-due = By when?
step-overdue = overdue
step-done = Done
step-not-possible = Not possible?
step-barrier = What is in the way?
step-barrier-hint = Only for “Not possible”.
step-save-barrier = Save as not possible
step-result = Result
step-result-done = Done
step-result-not_possible = Not possible
step-added = The step is added.
step-changed = The step is changed.
step-ended = The result is saved.
step-reopened = The step is open again.

barrier-no_offer = No offer
barrier-no_place = No free place
barrier-waiting_time = Waiting time too long
barrier-status = Residence status does not allow it
barrier-language = Language skills do not suffice
barrier-cost = Costs not covered
barrier-childcare = No childcare
barrier-distance = Too far, no transport
barrier-authority = Decision of an authority missing or negative
barrier-other = Another reason

responsible-person = The person
responsible-case_manager = Case management
responsible-job_centre = Job centre
responsible-employment_agency = Employment agency
responsible-social_office = Social welfare office
responsible-youth_office = Youth welfare office
responsible-foreigners_authority = Immigration authority
responsible-course_provider = Language course provider
responsible-school = School or vocational college
responsible-training_provider = Training provider
responsible-employer = Employer
responsible-chamber = Chamber
responsible-housing_office = Housing office or landlord
responsible-health = Health service
responsible-counselling = Counselling service
responsible-lawyer = Legal counsel
responsible-volunteer = Volunteers
responsible-other = Another body

## Outcomes

outcomes-title = Attained
outcomes-empty = Nothing recorded yet.
outcome-add = Record what was attained
outcome-save = Save
outcome-withdraw = Take back
outcome-kind = What was attained?
outcome-on = Day
outcome-training = Vocational training begun
outcome-employment = Employment with social insurance begun
outcome-employment_marginal = Marginal employment begun
outcome-language_course = Language course begun
outcome-school_certificate = School certificate obtained
outcome-housing = Own home moved into
outcome-added = The outcome is recorded.
outcome-withdrawn = The entry is taken back.
outcome-before-case = The day is before the opening of the case. Please check.

## Encounters without a name

encounters-title = Encounters without a name
encounters-lead = Who was addressed or counselled without becoming a case. Counted, not recorded.
encounters-addressed = Addressed this quarter
encounters-counselled = Counselled this quarter
encounters-empty = No encounter counted yet.
encounters-empty-hint = Count above whom you addressed or counselled.
encounter-add = Count an encounter
encounter-save = Count
encounter-withdraw = Take back
encounter-on = Day
encounter-kind = Counted as
encounter-kind-addressed = Addressed
encounter-kind-counselled = Counselled
encounter-form = Form
encounter-persons = Persons
encounter-sex = Sex
encounter-sex-mixed = Mixed or not noted
encounter-district = District or municipality
encounter-district-none = Not noted
encounter-worker = Counted by
encounter-added = The encounter is counted.
encounter-withdrawn = The encounter is taken back.

## Names of acts

act-contact-add = Contact noted
act-contact-correct = Contact corrected
act-contact-list = Contacts read
act-encounter-add = Encounter counted
act-encounter-withdraw = Encounter withdrawn
act-goal-change = Goal changed
act-goal-end = Goal ended
act-goal-reopen = Goal opened again
act-goal-set = Goal agreed
act-need-add = Need entered
act-need-meet = Need met
act-need-reopen = Need open again
act-need-withdraw = Need withdrawn
act-outcome-add = Outcome noted
act-outcome-withdraw = Outcome withdrawn
act-plan-show = Plan read
act-step-add = Step added
act-step-change = Step changed
act-step-end = Result of a step
act-step-reopen = Step open again
subject-encounter = Encounter
